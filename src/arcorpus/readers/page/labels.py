"""The words that say what follows them on a page: «المصدر», «بقلم», «تاريخ النشر»."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from arcorpus.readers.page.lexicon import is_place, is_source
from arcorpus.readers.page.lines import key, tokens
from arcorpus.readers.page.person_names import is_likely, is_person
from arcorpus.resources import lexicon

_HEAD = 200  # code points of a line in which a label is looked for
_FIRST = re.compile(r"(?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670])+")
_LEADING = " \u00a0»”)ـ"
_COLONS = tuple(":：-–—/")
_QUOTES = tuple('"«“(')


class Label(NamedTuple):
    """A word such as «المصدر» that says what follows it: its kind, and where it ends in the text."""

    kind: str
    end: int


@cache
def _labels() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in lexicon("page_labels"):
        if row["kind"] not in {"noise", "elsewhere"}:
            words = tuple(key(row["form"]).split())
            table.setdefault(words[0], []).append((words, row["kind"], row["needs"]))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in table.items()}


def label(text: str) -> Label | None:
    """The label that a text begins with, None when there is none or what it needs does not follow.

    >>> label("المصدر: موقع 24")
    Label(kind='source', end=6)
    """
    first = _FIRST.search(text[:_HEAD])
    table = _labels().get(key(first.group()), ()) if first else ()
    found = tokens(text[:_HEAD]) if table else []
    for words, kind, needs in table:
        if tuple(token[0] for token in found[: len(words)]) != words:
            continue
        end = found[len(words) - 1][2]
        rest = text[end:_HEAD].lstrip(_LEADING)
        value = rest.lstrip(" :：-–—/")
        colon = rest[:1] in _COLONS or not rest.strip('"')
        if is_place(" ".join(words)) and rest[:1] not in {":", "："}:
            continue
        met = (
            not needs
            or (colon and needs in {"colon", "name"})
            or (needs == "name" and is_person(rest) > 0)
            or (needs == "known" and is_source(key(value)))
            or (needs == "likely" and is_likely(rest))
            or (needs == "quote" and (value[:1] in _QUOTES or (colon and is_source(key(value)))))
        )
        if met:
            return Label(kind, end)
    return None
