"""The words that say what follows them on a page: «المصدر», «بقلم», «تاريخ النشر»."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from arcorpus.readers.page.lexicon import is_place, is_source
from arcorpus.readers.page.lines import fold_words, tokens
from arcorpus.readers.page.person_names import is_likely_person, is_person
from arcorpus.resources import lexicon

_HEAD = 200  # code points of a line in which a label is looked for
_FIRST = re.compile(r"(?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670])+")
_LEADING = " \u00a0»”)ـ"
_COLONS = tuple(":：-–—/")
_BARS = ("|", "•")  # what parts a source from its label; before a headline's words it stands behind a section
_QUOTES = tuple('"«“(')


class PageLabel(StrEnum):
    """What a label says of what follows it: the roles of the lexicon `page_labels`, which explains each."""

    AUTHOR = "author"
    BODY = "body"
    CONTRIBUTOR = "contributor"
    DATE = "date"
    NOISE = "noise"
    POINTER = "pointer"
    SECTION = "section"
    SOURCE = "source"
    SUMMARY = "summary"
    TAGS = "tags"
    TITLE = "title"
    UPDATED = "updated"
    URL = "url"


class Need(StrEnum):
    """What must follow a word for it to be a label: the values of the lexicon `page_labels`."""

    NOTHING = ""
    COLON = "colon"
    NAME = "name"
    LIKELY_NAME = "likely"
    KNOWN_SOURCE = "known"
    QUOTE = "quote"


class FieldLabel(NamedTuple):
    """A word such as «المصدر» at the head of a text.

    Attributes:
        kind: what follows it.
        end: where it ends, in code points of the text.
    """

    kind: PageLabel
    end: int


class _Entry(NamedTuple):
    """A label of the lexicon: its folded words, its kind, and what must follow it."""

    words: tuple[str, ...]
    kind: PageLabel
    need: Need


@cache
def page_labels(role: PageLabel) -> frozenset[str]:
    """The folded words and phrases of one role."""
    return frozenset(fold_words(row["form"]) for row in lexicon("page_labels") if row["role"] == role)


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """The labels by their first word, longest first."""
    table: dict[str, list[_Entry]] = {}
    for row in lexicon("page_labels"):
        if row["role"] not in {PageLabel.NOISE, PageLabel.POINTER}:
            words = tuple(fold_words(row["form"]).split())
            table.setdefault(words[0], []).append(_Entry(words, PageLabel(row["role"]), Need(row["value"])))
    return {word: tuple(sorted(found, key=lambda entry: -len(entry.words))) for word, found in table.items()}


def find_label(text: str) -> FieldLabel | None:
    """The label that a text begins with, None when there is none or what it needs does not follow.

    >>> find_label("المصدر: موقع 24")
    FieldLabel(kind=<PageLabel.SOURCE: 'source'>, end=6)
    """
    first = _FIRST.search(text[:_HEAD])
    entries = _entries().get(fold_words(first.group()), ()) if first else ()
    found = tokens(text[:_HEAD]) if entries else []
    for words, kind, need in entries:
        if tuple(word.form for word in found[: len(words)]) != words:
            continue
        end = found[len(words) - 1].end
        rest = text[end:_HEAD].lstrip(_LEADING)
        place = is_place(" ".join(words)) and rest[:1] not in {":", "："}  # «صور» is a town too
        bar = kind == PageLabel.SOURCE and need == Need.COLON and rest[:1] in _BARS
        if not place and (bar or _follows(need, rest)):
            return FieldLabel(kind, end)
    return None


def _follows(need: Need, rest: str) -> bool:
    """Whether what a label needs stands behind it."""
    colon = rest[:1] in _COLONS or not rest.strip('"')
    value = rest.lstrip(" :：-–—/")
    match need:
        case Need.NOTHING:
            return True
        case Need.COLON:
            return colon
        case Need.NAME:
            return colon or is_person(rest) > 0
        case Need.LIKELY_NAME:
            return is_likely_person(rest)
        case Need.KNOWN_SOURCE:
            return is_source(fold_words(value))
        case Need.QUOTE:
            return value[:1] in _QUOTES or (colon and is_source(fold_words(value)))
