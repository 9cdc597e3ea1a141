"""Saved news pages as text: a page in, its articles out, every line that is not theirs marked as furniture.

| reason | what |
|---|---|
| share, comments, counter | buttons and tools; comments and all about them; views, minutes to read, numbers |
| navigation, section, widget | menus, links, rules; a section's name; polls, weather, prayer times |
| related, teaser, repeat | «read also» and the like with what it lists; other headlines; the title once more |
| subscription, notice, copyright, advert | newsletters and apps; terms, cookies, registration; rights; advertisements |
| caption, image-credit, media | pictures and what belongs to them; players and embeds |
| date, byline, source, tags, author-box, empty-field | what was read as the article's, and empty forms of it |
"""

from __future__ import annotations

import re
from dataclasses import replace

from arcorpus.readers.page.author import closing_name, described_name, find_author
from arcorpus.readers.page.classify import ClassifiedLine, classify, name_alone
from arcorpus.readers.page.context import Context
from arcorpus.readers.page.date import publication_date
from arcorpus.readers.page.furniture import furniture_around, furniture_inside, standfirst
from arcorpus.readers.page.glued import apart
from arcorpus.readers.page.keywords import article_url, find_keywords
from arcorpus.readers.page.labels import PageLabel, find_label
from arcorpus.readers.page.lexicon import PageWord, Reason, page_words
from arcorpus.readers.page.lines import fold_words, lines
from arcorpus.readers.page.source import find_source
from arcorpus.readers.page.split import ArticleSpan, split_page
from arcorpus.types import Article, Furniture

_BROKEN = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
_REPEATED_WORDS = 40  # words of a line above the body that the body repeats word for word
_REPEATED_LINES = 5  # such lines
_BOXED = 3  # lines at the end of a body that say who its writer is


def read_page(text: str, path: str) -> tuple[Article, ...]:
    r"""The articles of a page in their order, without ids; none when the page holds no running text.

    Args:
        text: the decoded page with its own line ends; offsets count in its code points.
        path: the path that the articles carry.

    >>> page = "انتخاب رئيس جديد للبرلمان\n8 يوليو 2025\nانتخب البرلمان اليوم رئيسا جديدا بأغلبية الأصوات.\n"
    >>> [(a.title, a.date, a.text_start) for a in read_page(page, "page.txt")]
    [('انتخاب رئيس جديد للبرلمان', '2025-07-08', 39)]
    """
    page = classify(apart(lines(text)))
    return tuple(_article(text, path, index, page, span) for index, span in enumerate(split_page(page)))


def _article(text: str, path: str, index: int, page: list[ClassifiedLine], span: ArticleSpan) -> Article:
    repeated, span = _repeated_head(text, page, span)
    author_box, span = _author_box(page, span)
    start, end = _start(page, span), page[span.last].line.end
    context = Context(page, span, text[start:end])
    keywords = find_keywords(context)
    when, writer, publisher = publication_date(context), find_author(context), find_source(context)
    context.used.update(author_box)
    stand = [*standfirst(page, span, context.used), *(item for item in repeated if item.line.n not in context.used)]
    kept = {item.line.n for item in stand} | ({span.title} if span.title is not None else set())
    furniture = [*furniture_around(page, span, context.used, kept), *furniture_inside(page, span, context.used)]
    cut = _closing_byline(text, page, span, start)
    if cut:
        furniture.append(Furniture(cut, end, "byline"))
        writer = writer or text[cut:end].strip(" \u00a0-–—/*()")
        end = cut
    return Article(
        id="",
        path=path,
        index=index,
        title=_title(page, span),
        source=publisher,
        author=writer,
        date=when.value,
        date_text=when.text,
        url=article_url(context),
        keywords=keywords.tags,
        standfirst=tuple(item.line.shown for item in stand),
        text=text[start:end].rstrip(),
        text_start=start,
        furniture=tuple(sorted(furniture, key=lambda f: (f.start, f.end))),
        warnings=tuple(warning for warning in (when.warning, keywords.warning) if warning),
    )


def _title(page: list[ClassifiedLine], span: ArticleSpan) -> str | None:
    """The title as a reader sees it, without a Markdown mark or the label before it."""
    if span.title is None:
        return None
    item = page[span.title]
    if item.kind == "label" and item.byline:
        return _unquoted(item.byline.value) or None
    return _BROKEN.sub(" ", item.line.shown)


def _unquoted(value: str) -> str:
    """A field's value without the one pair of straight quotation marks around all of it."""
    inner = value.strip()
    if len(inner) > 1 and inner[0] == inner[-1] and inner[0] in "\"'" and inner[0] not in inner[1:-1]:
        return inner[1:-1].strip()
    return inner


def _start(page: list[ClassifiedLine], span: ArticleSpan) -> int:
    """Where the body begins, behind a label such as «النص:»."""
    item = page[span.first]
    found = find_label(item.line.text)
    if found and found.kind == PageLabel.BODY:
        rest = item.line.text[found.end :]
        return item.line.end - len(rest.lstrip(" :：-–—\u00a0"))
    return item.line.start if item.line.listed or item.line.mark.startswith(("#", ">")) else item.line.outer


def _repeated_head(
    text: str, page: list[ClassifiedLine], span: ArticleSpan
) -> tuple[list[ClassifiedLine], ArticleSpan]:
    """The lines at the head of the body that it repeats word for word, and the part without them."""
    found: list[ClassifiedLine] = []
    first = span.first
    while first < span.last and page[first].line.words <= _REPEATED_WORDS and len(found) < _REPEATED_LINES:
        line = page[first].line
        if line.text not in text[page[first + 1].line.start : page[span.last].line.end]:
            break
        found.append(page[first])
        first += 1
        while first < span.last and not page[first].prose:
            first += 1
    return found, replace(span, first=first)


def _author_box(page: list[ClassifiedLine], span: ArticleSpan) -> tuple[dict[int, str], ArticleSpan]:
    """The lines that close an article by saying who its writer is, and the part without them."""
    found: dict[int, str] = {}
    last = span.last
    while last > span.first + 1 and len(found) < _BOXED:
        name = described_name(page[last].line.shown) or _box_above(page, last)
        if not name:
            break
        until = last - (name == page[last - 1].line.shown)
        body = " ".join(fold_words(item.line.text[:20_000]) for item in page[span.first : until])
        if f" {fold_words(name)} " in f" {body} ":
            break
        found[last] = Reason.AUTHOR_BOX
        if name == page[last - 1].line.shown:
            last -= 1
            found[last] = "byline"
        last -= 1
        while last > span.first and not page[last].prose:
            last -= 1
    return found, replace(span, last=last)


def _box_above(page: list[ClassifiedLine], at: int) -> str:
    """The name alone on a line over a line that says what its bearer is («روائي وصحافي من غزة …»)."""
    words = page[at].line.folded.split()
    role = bool(words) and words[0] in page_words(PageWord.OCCUPATION)
    return page[at - 1].line.shown if role and name_alone(page[at - 1]) and not page[at - 1].prose else ""


def _closing_byline(text: str, page: list[ClassifiedLine], span: ArticleSpan, start: int) -> int:
    """Where the author's name begins that stands behind the last full stop of the body, 0 when there is none."""
    line = page[span.last].line
    at = closing_name(line.text, f" {fold_words(text[start : line.end])} ")
    return line.start + at if at > 0 else 0
