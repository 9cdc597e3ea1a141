"""Where an article was published: labels, agencies in bylines and brackets, the site's own name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from arcorpus.readers.page.bylines import Byline, byline, names_in
from arcorpus.readers.page.classify import Seen, labelled
from arcorpus.readers.page.context import NEAR, Around
from arcorpus.readers.page.lexicon import beside_office, forms, is_button, is_place, is_publisher, is_section, is_source
from arcorpus.readers.page.lines import key, tokens
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
_YEARS = re.compile(r"[\d٠-٩]{4}(?:\s*[-–]\s*[\d٠-٩]{4})?")


def source(around: Around) -> str | None:
    """The publisher or agency as it is written, without quotation marks; None when none is named."""
    for found in _sources(around):
        name = names_in(found)
        if name and len(name.split()) <= _NAME_WORDS and (is_source(key(name)) or not is_button(name)):
            return name
    return None


def _sources(around: Around) -> Iterator[str]:
    for group in (around.head, around.tail):
        yield from _labelled(around, group)
    yield from _elsewhere(around)
    yield from _published_in(around)
    yield from _bylined(around)
    yield from _closing(around)
    yield from _pointed(around)
    yield from _site_above(around)
    if around.opening:
        yield named_sources(around.opening, around.first.shown)
    yield from _owner(around)


def named_sources(said: Byline, text: str) -> str:
    """The sources of a byline as they are written, from the first to the last when nothing else stands between."""
    found = said.of("source")
    if len(found) > 1 and found[0] in text and found[-1] in text:
        whole = text[text.index(found[0]) : text.rindex(found[-1]) + len(found[-1])]
        only = byline(whole)
        if only and {part.kind for part in only.parts} == {"source"} and not only.dates:
            return whole
    return found[0] if found else ""


def _labelled(around: Around, group: Iterable[Seen]) -> Iterator[str]:
    """What stands after «المصدر», «خاص بـ», «خدمة», «نقلا عن», on the line or under it."""
    for item in group:
        said = item.byline
        if said is None or said.label != "source":
            continue
        around.used[item.line.n] = "source"
        value = said.value
        if not value.strip(" :\"'"):
            after = around.after(item)
            if after is None or after.kind not in {"head", "byline", "source"} or after.line.n == around.part.first:
                continue
            around.used[after.line.n] = "source"
            value, said = after.line.shown, after.byline or said
        named = named_sources(said, value)
        quoted = _QUOTED.match(value)
        if named or not said.of("person"):
            yield named or (quoted.group(1) if quoted else value)


def _elsewhere(around: Around) -> Iterator[str]:
    """«المزيد … على موقع …»."""
    heads = forms("page_labels", "elsewhere")
    at = forms("page_words", "at") | forms("page_words", "visit")
    for item in around.tail[:_POINTER]:
        text = item.line.shown
        words = tokens(text) if item.line.words <= _POINTER_WORDS else []
        if not any(" ".join(word[0] for word in words[:size]) in heads for size in (1, 2, 3)):
            continue
        for before, word in pairwise(words):
            if before[0] in at and word[0] in forms("page_words", "publisher"):
                around.used[item.line.n] = "source"
                yield text[word[1] :]


def _pointed(around: Around) -> Iterator[str]:
    """The site of «المزيد من الأخبار على …», whatever its name, in the lines that close an article."""
    more, matter = forms("page_words", "more"), forms("page_words", "matter")
    for item in around.tail[:NEAR]:
        words = tokens(item.line.shown) if item.line.words <= _POINTER_WORDS else []
        told = [word[0] for word in words]
        on = [at for at, word in enumerate(told) if word in forms("page_words", "onto")]
        if not on or told[0] not in more or (on[-1] > 1 and not (told[1] == "من" and told[2] in matter)):
            continue
        named = item.line.shown[words[on[-1]][2] :].strip()
        folded = key(named)
        here = set(folded.split()) & forms("page_words", "pointer")
        alone = len(folded.split()) == 1 and on[-1] > _MATTER and not is_source(folded)  # «… أخبار الحرب على الفساد»
        no_site = alone or here or is_place(folded) or holds_function(named)
        if not no_site and 0 < len(folded.split()) < _SITE_WORDS:
            around.used[item.line.n] = "source"
            yield named


def _published_in(around: Around) -> Iterator[str]:
    """The paper of «نشر في الوادي يوم …», and the house of an author's box."""
    for item in around.head:
        if labelled(item, "date") and item.byline and item.byline.dates:
            yield from (name for name in item.byline.of("unknown", "maybe", "both") if len(name.split()) <= NEAR)
        if item.kind == "date" and item in around.between and item.byline and not item.byline.label:
            named = item.byline.of("unknown")
            yield from (name for name in named if len(name.split()) <= NEAR and not any(c.isdigit() for c in name))
        box = byline(item.line.shown) if item.furniture and item.furniture.reason == "author-box" else None
        if box:
            yield named_sources(box, item.line.shown)


def _bylined(around: Around) -> Iterator[str]:
    for group in (around.head, around.near):
        for item in group:
            said = item.byline
            if said and item.kind in {"byline", "date", "source"} and not _in_menu(around, item):
                found = named_sources(said, item.line.shown)
                if group is around.head or len(said.parts) > 1 or is_source(key(found)):
                    yield found


def _closing(around: Around) -> Iterator[str]:
    """An agency in brackets or behind the last full stop of the body, or on a line after it."""
    end = around.body[-120:].rstrip()
    texts = [item.line.shown for item in around.near if item.line.words <= _AGENCY_WORDS]
    for text in (end, *texts):
        found = _BRACKETS.search(text)
        if found is None:
            found = _SIGNATURE.search(text)
            known = found is not None and is_source(key(found.group(1))) and not is_place(key(found.group(1)))
            found = found if text != end or known else None
        said = byline(found.group(1)) if found else None
        if found and said and not said.unknown and said.of("source"):
            yield named_sources(said, found.group(1))


def _site_above(around: Around) -> Iterator[str]:
    """The site's name over the title: the page's first line, a known one, or one that the page's foot names again."""
    if around.title is None or around.part.top > 0:
        return
    first, title = around.seen[0].line, around.title
    if title.n and first.key.startswith(f"{title.key} ") and "|" in first.shown:
        yield first.shown.rsplit("|", 1)[-1]
    foot = [f" {item.line.key} " for item in around.tail if item.furniture]
    for item in (*around.seen[:NEAR], *around.seen[max(NEAR, title.n - 2) : title.n]):
        if item.line.n < title.n and (beside := beside_office(item.line.shown)):
            yield beside
        words = item.line.key
        short = item.line.n < title.n and 0 < len(words.split()) <= _SITE_WORDS
        if not short or item.furniture or is_section(words):
            continue
        again = any(f" {words} " in line and line.strip() != words for line in foot)
        known = (is_source(words) and not _in_menu(around, item)) or is_publisher(words)
        if known or (item.kind == "head" and (again or _first_name(around, item))):
            yield item.line.shown


def _first_name(around: Around, item: Seen) -> bool:
    """Whether a line is the page's first, a link to its content aside, and can be the name of a site."""
    line = item.line
    office = line.key in forms("page_words", "office")
    first = all(before.line.key in forms("page_words", "skip") for before in around.seen[: line.n])
    plain = not line.mark and 2 <= line.words < _SITE_WORDS and not line.wide and not line.linked  # noqa: PLR2004
    return first and plain and not office


def _in_menu(around: Around, item: Seen) -> bool:
    """Whether a line stands among the entries of a menu: its word may be that of a section as well as a paper's."""
    at = item.line.n
    beside = around.seen[max(0, at - 1) : at] + around.seen[at + 1 : at + 2]
    menu = all(other.furniture and other.furniture.reason in {"section", "navigation"} for other in beside)
    return menu and len(beside) > 1 and item.line.words == 1


def _owner(around: Around) -> Iterator[str]:
    """The holder of rights in the page's foot, without the «لـ» before it."""
    for item in around.tail:
        if item.furniture and item.furniture.reason == "copyright":
            name = _holder(item.line.shown)
            if name.startswith("لل") and not is_source(key(name)):
                name = "ال" + name[2:]
            elif name.startswith("ل") and not is_source(key(name)):
                name = name[1:].lstrip("ـ ")
            if name:
                yield name


def _holder(text: str) -> str:
    """The first words of a line of rights that are neither those of such lines nor years."""
    rights, name = forms("page_words", "rights"), ""
    for piece in re.split(r"[.|،,©]", _YEARS.sub("|", text)):
        words = tokens(piece)
        while words and words[0][0] in rights:
            words.pop(0)
        while words and words[-1][0] in rights:
            words.pop()
        if words and not name:
            name = piece[words[0][1] : words[-1][2]]
    return name if len(name.split()) <= _OWNER_WORDS else ""
