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

from dataclasses import replace

from arcorpus.readers.page.author import author, closing_name, described_name
from arcorpus.readers.page.classify import Seen, lone_name, see
from arcorpus.readers.page.context import Around
from arcorpus.readers.page.date import day
from arcorpus.readers.page.furniture import inside, outside, standfirst
from arcorpus.readers.page.keywords import address, keywords
from arcorpus.readers.page.labels import label
from arcorpus.readers.page.lexicon import forms
from arcorpus.readers.page.lines import key, lines
from arcorpus.readers.page.source import source
from arcorpus.readers.page.split import Part, parts
from arcorpus.types import Article, Furniture

_PULLED_WORDS = 40  # words of a line above the body that the body repeats word for word
_PULLED = 5  # such lines
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
    seen = see(lines(text))
    return tuple(_article(text, path, index, seen, part) for index, part in enumerate(parts(seen)))


def _article(text: str, path: str, index: int, seen: list[Seen], part: Part) -> Article:
    pulled, part = _pulled(text, seen, part)
    boxed, part = _boxed(seen, part)
    start, end = _start(seen, part), seen[part.last].line.end
    around = Around(seen, part, text[start:end])
    tags, told = keywords(around)
    when, writer, publisher = day(around), author(around), source(around)
    around.used.update(boxed)
    stand = [*standfirst(seen, part, around.used), *(item for item in pulled if item.line.n not in around.used)]
    kept = {item.line.n for item in stand} | ({part.title} if part.title is not None else set())
    furniture = [*outside(seen, part, around.used, kept), *inside(seen, part, around.used)]
    cut = _closing(text, seen, part, start)
    if cut:
        furniture.append(Furniture(cut, end, "byline"))
        writer = writer or text[cut:end].strip(" \u00a0-–—/*()")
        end = cut
    return Article(
        id="",
        path=path,
        index=index,
        title=_title(seen, part),
        source=publisher,
        author=writer,
        date=when.value,
        date_text=when.text,
        url=address(around),
        keywords=tags,
        standfirst=tuple(item.line.shown for item in stand),
        text=text[start:end].rstrip(),
        text_start=start,
        furniture=tuple(sorted(furniture, key=lambda f: (f.start, f.end))),
        warnings=tuple(warning for warning in (when.warning, told) if warning),
    )


def _title(seen: list[Seen], part: Part) -> str | None:
    """The title as a reader sees it, without a Markdown mark or the label before it."""
    if part.title is None:
        return None
    item = seen[part.title]
    if item.kind == "label" and item.byline:
        return item.byline.value.strip("\"' ") or None
    return item.line.shown


def _start(seen: list[Seen], part: Part) -> int:
    """Where the body begins, behind a label such as «النص:»."""
    item = seen[part.first]
    found = label(item.line.text)
    if found and found.kind == "body":
        rest = item.line.text[found.end :]
        return item.line.end - len(rest.lstrip(" :：-–—\u00a0"))
    return item.line.start if item.line.listed or item.line.mark.startswith(("#", ">")) else item.line.outer


def _pulled(text: str, seen: list[Seen], part: Part) -> tuple[list[Seen], Part]:
    """The lines at the head of the body that it repeats word for word, and the part without them."""
    found: list[Seen] = []
    first = part.first
    while first < part.last and seen[first].line.words <= _PULLED_WORDS and len(found) < _PULLED:
        line = seen[first].line
        if line.text not in text[seen[first + 1].line.start : seen[part.last].line.end]:
            break
        found.append(seen[first])
        first += 1
        while first < part.last and not seen[first].prose:
            first += 1
    return found, replace(part, first=first)


def _boxed(seen: list[Seen], part: Part) -> tuple[dict[int, str], Part]:
    """The lines that close an article by saying who its writer is, and the part without them."""
    found: dict[int, str] = {}
    last = part.last
    while last > part.first + 1 and len(found) < _BOXED:
        name = described_name(seen[last].line.shown) or _box_above(seen, last)
        if not name:
            break
        until = last - (name == seen[last - 1].line.shown)
        body = " ".join(key(item.line.text[:20_000]) for item in seen[part.first : until])
        if f" {key(name)} " in f" {body} ":
            break
        found[last] = "author-box"
        if name == seen[last - 1].line.shown:
            last -= 1
            found[last] = "byline"
        last -= 1
        while last > part.first and not seen[last].prose:
            last -= 1
    return found, replace(part, last=last)


def _box_above(seen: list[Seen], at: int) -> str:
    """The name alone on a line over a line that says what its bearer is («روائي وصحافي من غزة …»)."""
    words = seen[at].line.key.split()
    role = bool(words) and words[0] in forms("page_words", "role")
    return seen[at - 1].line.shown if role and lone_name(seen[at - 1]) and not seen[at - 1].prose else ""


def _closing(text: str, seen: list[Seen], part: Part, start: int) -> int:
    """Where the author's name begins that stands behind the last full stop of the body, 0 when there is none."""
    line = seen[part.last].line
    at = closing_name(line.text, f" {key(text[start : line.end])} ")
    return line.start + at if at > 0 else 0
