"""Where an article was published: labels, agencies in bylines and brackets, the site's own name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from arcorpus.readers.page.bylines import Byline, read_byline
from arcorpus.readers.page.classify import ClassifiedLine
from arcorpus.readers.page.context import NEAR, Context
from arcorpus.readers.page.labels import PageLabel, page_labels
from arcorpus.readers.page.lexicon import (
    PageWord,
    Reason,
    is_button,
    is_place,
    is_publisher,
    is_section,
    is_source,
    name_beside_editor,
    page_words,
)
from arcorpus.readers.page.lines import fold_words, tokens, trim_name
from arcorpus.readers.page.person_names import holds_function

_NAME_WORDS = 8  # words of a source
_SITE_WORDS = 4  # words of a site's name above a title
_OWNER_WORDS = 5  # words of the holder of rights
_POINTER = 12  # lines after a body in which «المزيد … على موقع …» stands
_POINTER_WORDS = 14
_MATTER = 3  # words of «المزيد من الأخبار»
_AGENCY_WORDS = 5  # words of a line that is an agency's signature
_QUOTED = re.compile(r'[«"“]([^«»"“”]{2,60})[»"”](?=\s*(?:[.،,]|$))')
_BRACKETS = re.compile(r"[(\[«]([^()\[\]«»]{2,40})[)\]»]\s*[.]?\s*[-–—/\\]*$")
_SIGNATURE = re.compile(r"(?:^|[.؟!»”\")\]]\s*)[-–—/\\#]*\s*([^\W\d][^.؟!:،\n]{1,24}?)\s*[-–—/\\.]*$")
_YEAR_BEHIND = re.compile(r"(?<=[^\W\d]) (?:19|20)\d\d$")
_YEARS = re.compile(r"[\d٠-٩]{4}(?:\s*[-–]\s*[\d٠-٩]{4})?")


def find_source(context: Context) -> str | None:
    """The publisher or agency as it is written, without quotation marks; None when none is named."""
    for found in _sources(context):
        name = _YEAR_BEHIND.sub("", trim_name(found))
        if name and len(name.split()) <= _NAME_WORDS and (is_source(fold_words(name)) or not is_button(name)):
            return name
    return None


def _sources(context: Context) -> Iterator[str]:
    for group in (context.head, context.tail):
        yield from _labelled(context, group)
    yield from _elsewhere(context)
    yield from _published_in(context)
    yield from _bylined(context)
    yield from _closing(context)
    yield from _pointed(context)
    yield from _site_above(context)
    if context.opening:
        yield named_sources(context.opening, context.first.shown)
    yield from _owner(context)


def named_sources(byline: Byline, text: str) -> str:
    """The sources of a byline as they are written, from the first to the last when nothing else stands between."""
    found = byline.texts_of("source")
    if len(found) > 1 and found[0] in text and found[-1] in text:
        end = text.rindex(found[-1]) + len(found[-1])
        whole = text[text.index(found[0]) : end]
        whole += ")" if whole.count("(") > whole.count(")") and text[end : end + 1] == ")" else ""
        only = read_byline(whole)
        if only and {segment.kind for segment in only.segments} == {"source"} and not only.dates:
            return whole
    return found[0] if found else ""


def _labelled(context: Context, group: Iterable[ClassifiedLine]) -> Iterator[str]:
    """What stands after «المصدر», «خاص بـ», «خدمة», «نقلا عن», on the line or under it."""
    for item in group:
        byline = item.byline
        if byline is None or byline.label != PageLabel.SOURCE:
            continue
        context.used[item.line.n] = "source"
        value = byline.value
        if not value.strip(" :\"'"):
            after = context.after(item)
            if after is None or after.kind not in {"head", "byline", "source"} or after.line.n == context.span.first:
                continue
            context.used[after.line.n] = "source"
            value, byline = after.line.shown, after.byline or byline
        named = named_sources(byline, value)
        quoted = _QUOTED.match(value)
        if named or not byline.texts_of("person"):
            yield named or (quoted.group(1) if quoted else value)


def _elsewhere(context: Context) -> Iterator[str]:
    """«المزيد … على موقع …»."""
    heads = page_labels(PageLabel.POINTER)
    at = page_words(PageWord.ON) | page_words(PageWord.VISIT)
    for item in context.tail[:_POINTER]:
        text = item.line.shown
        words = tokens(text) if item.line.words <= _POINTER_WORDS else []
        if not any(" ".join(word.form for word in words[:size]) in heads for size in (1, 2, 3)):
            continue
        for before, word in pairwise(words):
            if before.form in at and word.form in page_words(PageWord.PUBLISHER):
                context.used[item.line.n] = "source"
                yield text[word.start :]


def _pointed(context: Context) -> Iterator[str]:
    """The site of «المزيد من الأخبار على …», whatever its name, in the lines that close an article."""
    for item in context.tail[:NEAR]:
        words = tokens(item.line.shown) if item.line.words <= _POINTER_WORDS else []
        folded = [word.form for word in words]
        on = [at for at, word in enumerate(folded) if word in page_words(PageWord.ONTO)]
        if not on or not _points(folded, on[-1]):
            continue
        named = item.line.shown[words[on[-1]].end :].strip()
        if _can_be_site(named, behind=on[-1]):
            context.used[item.line.n] = "source"
            yield named


def _points(words: list[str], on: int) -> bool:
    """Whether words up to «على» at `on` ask to read more («المزيد على», «للمزيد من التفاصيل على»)."""
    if words[0] not in page_words(PageWord.MORE):
        return False
    return on == 1 or (words[1] == "من" and words[2] in page_words(PageWord.MATTER))


def _can_be_site(text: str, *, behind: int) -> bool:
    """Whether the words after «على», itself the word `behind` of its line, can be the name of a site."""
    words = fold_words(text)
    count = len(words.split())
    if count == 1 and behind > _MATTER and not is_source(words):  # «المزيد من أخبار الحرب على الفساد»
        return False
    if set(words.split()) & page_words(PageWord.OWN_CHANNEL) or is_place(words) or holds_function(text):
        return False
    return 0 < count < _SITE_WORDS


def _published_in(context: Context) -> Iterator[str]:
    """The paper beside the day, and the house of an author's box."""
    for item in context.head:
        yield from _beside_day(context, item)
        box = read_byline(item.line.shown) if item.furniture and item.furniture.reason == Reason.AUTHOR_BOX else None
        if box:
            yield named_sources(box, item.line.shown)


def _beside_day(context: Context, item: ClassifiedLine) -> Iterator[str]:
    """What nothing explains on a date line: under a label («نشر في الوادي يوم …»), or under the title without one."""
    byline = item.byline
    if byline is None:
        return
    if byline.label == PageLabel.DATE and byline.dates:
        yield from (name for name in byline.texts_of("unknown", "maybe", "both") if len(name.split()) <= NEAR)
    if item.kind == "date" and not byline.label and context.below_title(item):
        named = (name for name in byline.texts_of("unknown") if len(name.split()) <= NEAR)
        yield from (name for name in named if not any(char.isdigit() for char in name))


def _bylined(context: Context) -> Iterator[str]:
    for group in (context.head, context.near):
        for item in group:
            byline = item.byline
            if byline and item.kind in {"byline", "date", "source"} and not _in_menu(context, item):
                found = named_sources(byline, item.line.shown)
                if group is context.head or len(byline.segments) > 1 or is_source(fold_words(found)):
                    yield found


def _closing(context: Context) -> Iterator[str]:
    """An agency in brackets or behind the last full stop of the body, or on a line after it."""
    end = context.body[-120:].rstrip()
    texts = [item.line.shown for item in context.near if item.line.words <= _AGENCY_WORDS]
    for text in (end, *texts):
        found = _BRACKETS.search(text)
        if found is None:
            found = _SIGNATURE.search(text)
            known = (
                found is not None and is_source(fold_words(found.group(1))) and not is_place(fold_words(found.group(1)))
            )
            found = found if text != end or known else None
        byline = read_byline(found.group(1)) if found else None
        if found and byline and not byline.unknown and byline.texts_of("source"):
            yield named_sources(byline, found.group(1))


def _site_above(context: Context) -> Iterator[str]:
    """The site's name over the title: the page's first line, a known one, or one that the page's foot names again."""
    if context.title is None or context.span.top > 0:
        return
    first, title = context.page[0].line, context.title
    if title.n and first.folded.startswith(f"{title.folded} ") and "|" in first.shown:
        yield first.shown.rsplit("|", 1)[-1]
    for item in (*context.page[:NEAR], *context.page[max(NEAR, title.n - 2) : title.n]):
        if item.line.n >= title.n:
            continue
        if beside := name_beside_editor(item.line.shown):
            yield beside
        if _is_masthead(context, item):
            yield item.line.shown


def _is_masthead(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line above the title is the name of the site."""
    words = item.line.folded
    if not 0 < len(words.split()) <= _SITE_WORDS or item.furniture or is_section(words):
        return False
    if (is_source(words) and not _in_menu(context, item)) or is_publisher(words):
        return True
    return item.kind == "head" and (_named_in_foot(context, words) or _first_name(context, item))


def _named_in_foot(context: Context, words: str) -> bool:
    """Whether the page's foot names folded words again among others («جميع الحقوق محفوظة لمرصد الحقول»)."""
    foot = (f" {item.line.folded} " for item in context.tail if item.furniture)
    return any(f" {words} " in line and line.strip() != words for line in foot)


def _first_name(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line is the page's first, a link to its content aside, and can be the name of a site."""
    line = item.line
    office = line.folded in page_words(PageWord.EDITOR)
    first = all(before.line.folded in page_words(PageWord.SKIP_LINK) for before in context.page[: line.n])
    plain = not line.mark and 2 <= line.words < _SITE_WORDS and not line.wide and not line.linked  # noqa: PLR2004
    return first and plain and not office


def _in_menu(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line stands among the entries of a menu: its word may be that of a section as well as a paper's."""
    beside = context.beside(item)
    menu = all(other.furniture and other.furniture.reason in {Reason.SECTION, Reason.NAVIGATION} for other in beside)
    return menu and len(beside) > 1 and item.line.words == 1


def _owner(context: Context) -> Iterator[str]:
    """The holder of rights in the page's foot, without the «لـ» before it."""
    for item in context.tail:
        if _is_of_rights(context, item):
            name = _holder(item.line.shown)
            if name.startswith("لل") and not is_source(fold_words(name)):
                name = "ال" + name[2:]
            elif name.startswith("ل") and not is_source(fold_words(name)):
                name = name[1:].lstrip("ـ ")
            if name:
                yield name


def _is_of_rights(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line says whose the rights are: one of rights, or a short one with © that ends the page."""
    if item.furniture and item.furniture.reason == Reason.COPYRIGHT:
        return True
    return "©" in item.line.text and item.line.words <= _POINTER_WORDS and item.line.n >= len(context.page) - NEAR


def _holder(text: str) -> str:
    """The first words of a line of rights that are neither those of such lines nor years."""
    rights, name = page_words(PageWord.RIGHTS), ""
    for piece in re.split(r"[.|،,©]", _YEARS.sub("|", text)):
        words = tokens(piece)
        while words and words[0].form in rights:
            words.pop(0)
        while words and words[-1].form in rights:
            words.pop()
        if words and not name:
            name = piece[words[0].start : words[-1].end]
    return name if len(name.split()) <= _OWNER_WORDS else ""
