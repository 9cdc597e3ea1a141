"""Who wrote an article: bylines, names alone on a line, lines about the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arcorpus.readers.page.bylines import Byline, Part, names_in
from arcorpus.readers.page.classify import Seen, labelled, lone_name
from arcorpus.readers.page.context import NEAR, Around
from arcorpus.readers.page.labels import label
from arcorpus.readers.page.lexicon import INLINE, forms
from arcorpus.readers.page.lines import key, tokens
from arcorpus.readers.page.person_names import (
    MAYBE,
    SURE,
    given_names,
    holds_function,
    is_foreign,
    is_likely,
    is_person,
    is_unusual,
)

_NAME_WORDS = 6  # words of a name under a label
_BOX_LINES = 4  # lines in which the name and its description stand under «Written by»
_ABOUT_LINES = 8  # lines after a body in which one about the writer stands
_PLACED = range(2, 4)  # words of a name behind a town
_LONGEST = 80  # code points of the names of an article's writers
_TAIL = 400  # code points at the end of a body in which its last full stop is looked for
_ENDED = re.compile(r"[.؟!][\"'»”)\]]*$")


def author(around: Around) -> str | None:
    """The writers of an article as they are written, None when nobody is named."""
    for found in _names(around):
        name = " ".join(names_in(found).split())
        if name and not name.isdigit() and len(name) <= _LONGEST:
            return name
    return None


def _names(around: Around) -> Iterator[str]:
    yield from _labelled(around, around.head)
    yield from _bylined(around.head)
    yield from _placed(around)
    yield from _lone(around, around.head)
    yield from _labelled(around, around.near)
    yield from _desk(around)
    yield from _titled(around)
    if around.opening:
        yield "، ".join(around.opening.of("person"))
    yield from _bylined(around.near)
    yield from _lone(around, around.near[:NEAR])
    yield from _labelled(around, around.tail)
    yield from _described(around)


def _labelled(around: Around, group: list[Seen]) -> Iterator[str]:
    """The names after «بقلم», «كتب», «Written by», on the line or under it."""
    for item in group:
        said = item.byline
        if said is None or not (said.label == "author" or said.of("label")):
            continue
        names = _under_author(said, item.line.shown)
        if names:
            around.used[item.line.n] = "byline"
            yield names
        elif said.label == "author" and not said.value and not _in_menu(around, item):
            yield from _next_name(around, item)
        elif said.label == "author" and is_likely(said.value):
            around.used[item.line.n] = "byline"
            yield said.value


def _in_menu(around: Around, item: Seen) -> bool:
    """Whether the title, a section or a menu entry stands under a bare label: «كتب» are books there."""
    after = around.after(item)
    if after is None or (around.title is not None and after.line.n == around.title.n):
        return True
    return after.furniture is not None and after.furniture.reason in {"section", "navigation"}


def _under_author(said: Byline, text: str) -> str:
    """The names that stand under a label of the author in a byline."""
    names: list[Part] = []
    under = False
    for part in said.parts:
        if part.kind == "label":
            found = label(part.text + ":")
            under = found is not None and found.kind == "author"
        elif part.kind in {"person", "initials"} and under:
            names.append(part)
    return _together(names, said, text)


def _together(names: list[Part], said: Byline, text: str) -> str:
    """The names of a byline as they are written, or with commas when something else stands between."""
    if not names:
        return ""
    first, last = said.parts.index(names[0]), said.parts.index(names[-1])
    if list(said.parts[first : last + 1]) == names:
        return text[names[0].start : names[-1].start + len(names[-1].text)]
    return "، ".join(part.text for part in names)


def _next_name(around: Around, item: Seen) -> Iterator[str]:
    """The name on a line under «Written by»; what follows it up to the body is about its bearer."""
    around.used[item.line.n] = "byline"
    for after in around.seen[item.line.n + 1 : item.line.n + 1 + _BOX_LINES]:
        if after.prose or (after.furniture and after.furniture.role != INLINE) or after.line is around.title:
            return
        if after.kind in {"head", "byline"} and after.line.words <= _NAME_WORDS:
            around.used[after.line.n] = "byline"
            for box in around.seen[after.line.n + 1 : after.line.n + _BOX_LINES]:
                if box.kind != "head" or box.line.words > _NAME_WORDS or box.line.n >= around.part.first:
                    break
                around.used[box.line.n] = "author-box"
            yield after.line.shown
            return


def _bylined(group: list[Seen]) -> Iterator[str]:
    """People named beside a place, a paper or a day, or under «المصدر»."""
    for item in group:
        said = item.byline
        if said is None or said.label == "role" or item.kind not in {"byline", "date", "source"}:
            continue
        if len(said.parts) + len(said.dates) > 1:
            yield _together([part for part in said.parts if part.kind == "person"], said, item.line.shown)


def _placed(around: Around) -> Iterator[str]:
    """The name behind a town under the title («دبي: يمامة بدوان»)."""
    for item in around.between:
        said = item.byline
        parts = said.parts if said and not said.label and item.kind == "head" else ()
        if [part.kind for part in parts[:1]] == ["place"] and len(parts) == 2 and len(parts[1].text.split()) in _PLACED:  # noqa: PLR2004
            name = parts[1].text
            if not holds_function(name) and parts[1].kind in {"maybe", "unknown"} and is_unusual(name):
                around.used[item.line.n] = "byline"
                yield name


def _desk(around: Around) -> Iterator[str]:
    """The desk or the initials alone on a line under the title («محرر الأخبار»)."""
    for item in around.between:
        initials = item.byline is not None and {part.kind for part in item.byline.parts} == {"initials"}
        if item.line.key in forms("page_words", "desk") or initials:
            around.used[item.line.n] = "byline"
            yield item.line.shown


def _lone(around: Around, group: list[Seen]) -> Iterator[str]:
    """A line that is nothing but a name, when the article does not speak of that person."""
    found = []
    for item in group:
        closing = _closing(around, item)
        sure = lone_name(item) or lone_name(item, loose=closing)
        if not sure or item.kind not in {"head", "byline"} or _in_list(around, item):
            continue
        inside = around.part.first <= item.line.n <= around.part.last
        spoken_of = around.named.count(f" {key(item.line.shown)} ") > inside
        named = _nameable(item.line.shown) or (_between_two(around, item) and is_foreign(item.line.shown))
        placed = closing or _beside_date(around, item) or (item in around.between and named)
        if (sure == SURE or (placed and not _over_title(around, item))) and not spoken_of:
            found.append((sure, item))
    for _, item in sorted(found, key=lambda f: -f[0]):
        around.used[item.line.n] = "byline"
        yield item.line.shown


def _between_two(around: Around, item: Seen) -> bool:
    """Whether a line is all that stands between title and body."""
    return around.title is not None and around.title.n + 1 == item.line.n == around.part.first - 1


def _nameable(text: str) -> bool:
    """Whether words alone under a title are a name: by a first name, or none is usual and the last is a family's."""
    return is_likely(text) or (is_unusual(text) and text.rsplit(maxsplit=1)[-1][:2] == "ال")


def _in_list(around: Around, item: Seen) -> bool:
    """Whether a line is an item of a list of more than one."""
    at = item.line.n
    beside = (*around.seen[max(0, at - 1) : at], *around.seen[at + 1 : at + 2])
    return item.line.listed and any(other.line.listed for other in beside)


def _over_title(around: Around, item: Seen) -> bool:
    """Whether the same words stand above the title, as the site's name does."""
    return any(other.line.key == item.line.key for other in around.seen[around.part.top : around.part.title or 0])


def _beside_date(around: Around, item: Seen) -> bool:
    at = item.line.n
    return any(other.kind == "date" for other in (*around.seen[max(0, at - 1) : at], *around.seen[at + 1 : at + 2]))


def _closing(around: Around, item: Seen) -> bool:
    """Whether a line stands right under the body and no menu under it."""
    after = around.after(item)
    menu = after is not None and after.kind == "head" and after.line.words <= NEAR
    return item.line.n == around.part.last + 1 and not menu


def _titled(around: Around) -> Iterator[str]:
    """The writer that an opinion's title names («خالد منصور يكتب: …»)."""
    title = around.title.shown if around.title else ""
    for word, start, end in tokens(title)[2:_NAME_WORDS]:
        name = title[:start].strip()
        if word in forms("page_words", "writes") and title[end:].lstrip()[:1] == ":" and is_person(name):
            yield name


def _described(around: Around) -> Iterator[str]:
    """A line after the body that says who the writer is."""
    for item in around.tail[:_ABOUT_LINES]:
        name = described_name(item.line.shown, least=MAYBE)
        if name and f" {key(name)} " not in around.named and not labelled(item, "source"):
            around.used[item.line.n] = "author-box"
            yield name


def closing_name(text: str, named: str) -> int:
    """Where the author's name begins that stands after the last full stop of a body, or -1.

    Args:
        text: the last paragraph.
        named: the folded words of title and body, where the author's name does not occur twice.

    >>> closing_name("انتهى العرض أمس. تقوى عزعوزي", "")
    17
    """
    end = max(text.rfind(mark, max(0, len(text) - _TAIL)) for mark in '.؟!»”"')
    name = text[end + 1 :].strip(" \u00a0\t-–—/*")
    if end < 0 or not text[end + 1 : end + 2].isspace() or not 2 <= len(name.split()) <= 4:  # noqa: PLR2004 - a name's words
        return -1
    alone = named.count(f" {key(name)} ") <= 1
    return text.index(name, end) if _ENDED.search(text[max(0, end - 8) : end + 1]) and is_person(name) and alone else -1


def described_name(text: str, least: int = SURE) -> str:
    """The name at the head of a line that says who a writer is, or nothing.

    Args:
        text: the line.
        least: how sure it must be that the words before the description are a name (`is_person`).

    >>> described_name("كريستوفر ماركيز أستاذ إدارة الأعمال في جامعة كامبريدج")
    'كريستوفر ماركيز'
    """
    head = text[:120].lstrip(" *-–—•")
    found = tokens(head)
    for size in (2, 3, 4):
        rest = [token for token in found[size : size + 3] if token[0] not in forms("page_words", "copula")]
        if rest and rest[0][0] in forms("page_words", "role"):
            name = head[found[0][1] : found[size - 1][2]]
            known = name.isascii() or found[0][0] in given_names()
            return name if is_person(name) >= (MAYBE if known else least) else ""
    return ""
