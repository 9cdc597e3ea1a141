"""Who wrote an article: bylines, names alone on a line, lines about the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arcorpus.readers.page.bylines import Byline, Segment
from arcorpus.readers.page.classify import ClassifiedLine, labelled, name_alone
from arcorpus.readers.page.context import NEAR, Context
from arcorpus.readers.page.labels import PageLabel, find_label
from arcorpus.readers.page.lexicon import Effect, PageWord, Reason, page_words
from arcorpus.readers.page.lines import fold_words, tokens, trim_name
from arcorpus.readers.page.person_names import (
    MAYBE,
    SURE,
    given_names,
    has_no_usual_word,
    holds_function,
    is_foreign_name,
    is_likely_person,
    is_person,
)

_NAME_WORDS = 6  # words of a name under a label
_BOX_LINES = 4  # lines in which the name and its description stand under «Written by»
_ABOUT_LINES = 8  # lines after a body in which one about the writer stands
_PLACED = range(2, 4)  # words of a name behind a town
_LONGEST = 80  # code points of the names of an article's writers
_TAIL = 400  # code points at the end of a body in which its last full stop is looked for
_ENDED = re.compile(r"[.؟!][\"'»”)\]]*$")


def find_author(context: Context) -> str | None:
    """The writers of an article as they are written, None when nobody is named."""
    for found in _names(context):
        name = " ".join(trim_name(found).split())
        if name and not name.isdigit() and len(name) <= _LONGEST:
            return name
    return None


def _names(context: Context) -> Iterator[str]:
    yield from _labelled(context, context.head)
    yield from _bylined(context.head)
    yield from _placed(context)
    yield from _lone(context, context.head)
    yield from _labelled(context, context.near)
    yield from _desk(context)
    yield from _titled(context)
    if context.opening:
        yield "، ".join(context.opening.texts_of("person"))
    yield from _bylined(context.near)
    yield from _lone(context, context.near[:NEAR])
    yield from _labelled(context, context.tail)
    yield from _described(context)


def _labelled(context: Context, group: list[ClassifiedLine]) -> Iterator[str]:
    """The names after «بقلم», «كتب», «Written by», on the line or under it."""
    for item in group:
        byline = item.byline
        if byline is None or not (byline.label == PageLabel.AUTHOR or byline.texts_of("label")):
            continue
        names = _under_author(byline, item.line.shown)
        if names:
            context.used[item.line.n] = "byline"
            yield names
        elif byline.label == PageLabel.AUTHOR and not byline.value and not _in_menu(context, item):
            yield from _next_name(context, item)
        elif byline.label == PageLabel.AUTHOR and is_likely_person(byline.value):
            context.used[item.line.n] = "byline"
            yield byline.value


def _in_menu(context: Context, item: ClassifiedLine) -> bool:
    """Whether the title, a section or a menu entry stands under a bare label: «كتب» are books there."""
    after = context.after(item)
    if after is None or (context.title is not None and after.line.n == context.title.n):
        return True
    return after.furniture is not None and after.furniture.reason in {Reason.SECTION, Reason.NAVIGATION}


def _under_author(byline: Byline, text: str) -> str:
    """The names that stand under a label of the author in a byline."""
    names: list[Segment] = []
    under = False
    for segment in byline.segments:
        if segment.kind == "label":
            found = find_label(segment.text + ":")
            under = found is not None and found.kind == PageLabel.AUTHOR
        elif segment.kind in {"person", "initials"} and under:
            names.append(segment)
    return _together(names, byline, text)


def _together(names: list[Segment], byline: Byline, text: str) -> str:
    """The names of a byline as they are written, or with commas when something else stands between."""
    if not names:
        return ""
    first, last = byline.segments.index(names[0]), byline.segments.index(names[-1])
    if list(byline.segments[first : last + 1]) == names:
        return text[names[0].start : names[-1].start + len(names[-1].text)]
    return "، ".join(segment.text for segment in names)


def _next_name(context: Context, item: ClassifiedLine) -> Iterator[str]:
    """The name on a line under «Written by»; what follows it up to the body is about its bearer."""
    context.used[item.line.n] = "byline"
    for after in context.page[item.line.n + 1 : item.line.n + 1 + _BOX_LINES]:
        if after.prose or (after.furniture and after.furniture.effect != Effect.INLINE) or after.line is context.title:
            return
        if after.kind in {"head", "byline"} and after.line.words <= _NAME_WORDS:
            context.used[after.line.n] = "byline"
            for box in context.page[after.line.n + 1 : after.line.n + _BOX_LINES]:
                if box.kind != "head" or box.line.words > _NAME_WORDS or box.line.n >= context.span.first:
                    break
                context.used[box.line.n] = Reason.AUTHOR_BOX
            yield after.line.shown
            return


def _bylined(group: list[ClassifiedLine]) -> Iterator[str]:
    """People named beside a place, a paper or a day, or under «المصدر»."""
    for item in group:
        byline = item.byline
        if byline is None or byline.label == PageLabel.CONTRIBUTOR or item.kind not in {"byline", "date", "source"}:
            continue
        if len(byline.segments) + len(byline.dates) > 1:
            yield _together(
                [segment for segment in byline.segments if segment.kind == "person"], byline, item.line.shown
            )


def _placed(context: Context) -> Iterator[str]:
    """The name behind a town under the title («دبي: يمامة بدوان»)."""
    for item in context.between:
        byline = item.byline
        if item.kind != "head" or byline is None or byline.label or len(byline.segments) != 2:  # noqa: PLR2004 - town, name
            continue
        town, name = byline.segments
        if town.kind == "place" and name.kind in {"maybe", "unknown"} and _behind_town(name.text):
            context.used[item.line.n] = "byline"
            yield name.text


def _behind_town(text: str) -> bool:
    """Whether two or three words that nothing else explains can be a name."""
    return len(text.split()) in _PLACED and not holds_function(text) and has_no_usual_word(text)


def _desk(context: Context) -> Iterator[str]:
    """The desk or the initials alone on a line under the title («محرر الأخبار»)."""
    for item in context.between:
        initials = item.byline is not None and {segment.kind for segment in item.byline.segments} == {"initials"}
        if item.line.folded in page_words(PageWord.DESK) or initials:
            context.used[item.line.n] = "byline"
            yield item.line.shown


def _lone(context: Context, group: list[ClassifiedLine]) -> Iterator[str]:
    """Lines that are nothing but a name, the surest first, when the article does not speak of that person."""
    found = [(_signs(context, item), item) for item in group]
    for _, item in sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0]):
        context.used[item.line.n] = "byline"
        yield item.line.shown


def _signs(context: Context, item: ClassifiedLine) -> int:
    """How surely a line is a writer's name and nothing else: 0, `MAYBE`, `SURE`.

    A name that is not sure signs where names stand: under the body, beside a date, under the title.
    """
    closing = _closing(context, item)
    sure = name_alone(item) or name_alone(item, loose=closing)
    if not sure or item.kind not in {"head", "byline"} or _in_list(context, item) or _is_spoken_of(context, item):
        return 0
    if sure == SURE:
        return SURE
    placed = closing or _beside_date(context, item) or (context.below_title(item) and _named_below_title(context, item))
    return MAYBE if placed and item.line.folded not in context.words_over_title else 0  # the site's name stands there


def _is_spoken_of(context: Context, item: ClassifiedLine) -> bool:
    """Whether the article names the person elsewhere than on the line itself."""
    inside = context.span.first <= item.line.n <= context.span.last
    return context.named.count(f" {item.line.folded} ") > inside


def _named_below_title(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line under the title is a name by its words, or a foreign one that stands there alone."""
    return _nameable(item.line.shown) or (_between_two(context, item) and is_foreign_name(item.line.shown))


def _between_two(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line is all that stands between title and body."""
    return context.title is not None and context.title.n + 1 == item.line.n == context.span.first - 1


def _nameable(text: str) -> bool:
    """Whether words alone under a title are a name: by a first name, or none is usual and the last is a family's."""
    return is_likely_person(text) or (has_no_usual_word(text) and text.rsplit(maxsplit=1)[-1][:2] == "ال")


def _in_list(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line is an item of a list of more than one."""
    return item.line.listed and any(other.line.listed for other in context.beside(item))


def _beside_date(context: Context, item: ClassifiedLine) -> bool:
    return any(other.kind == "date" for other in context.beside(item))


def _closing(context: Context, item: ClassifiedLine) -> bool:
    """Whether a line stands right under the body and no menu under it."""
    after = context.after(item)
    menu = after is not None and after.kind == "head" and after.line.words <= NEAR
    return item.line.n == context.span.last + 1 and not menu


def _titled(context: Context) -> Iterator[str]:
    """The writer that an opinion's title names («خالد منصور يكتب: …»)."""
    title = context.title.shown if context.title else ""
    for word, start, end in tokens(title)[2:_NAME_WORDS]:
        name = title[:start].strip()
        if word in page_words(PageWord.WRITES) and title[end:].lstrip()[:1] == ":" and is_person(name):
            yield name


def _described(context: Context) -> Iterator[str]:
    """A line after the body that says who the writer is."""
    for item in context.tail[:_ABOUT_LINES]:
        name = described_name(item.line.shown, least=MAYBE)
        if name and f" {fold_words(name)} " not in context.named and not labelled(item, PageLabel.SOURCE):
            context.used[item.line.n] = Reason.AUTHOR_BOX
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
    alone = named.count(f" {fold_words(name)} ") <= 1
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
        rest = [token for token in found[size : size + 3] if token.form not in page_words(PageWord.COPULA)]
        if rest and rest[0].form in page_words(PageWord.OCCUPATION):
            name = head[found[0].start : found[size - 1].end]
            known = name.isascii() or found[0].form in given_names()
            return name if is_person(name) >= (MAYBE if known else least) else ""
    return ""
