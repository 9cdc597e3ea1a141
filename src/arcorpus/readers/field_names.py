"""What the names in a record stand for: those that people use, and those that the user gives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum
from functools import cache
from itertools import islice

from arcorpus.resources import lexicon


class RecordField(StrEnum):
    """What a name in a record stands for: the roles of the lexicon `row_fields`, which explains each."""

    ID = "id"
    TITLE = "title"
    TEXT = "text"
    DATE = "date"
    SOURCE = "source"
    AUTHOR = "author"
    URL = "url"
    KEYWORDS = "keywords"
    CATEGORY = "category"
    FETCHED = "fetched"
    LIST = "list"
    INNER = "inner"
    ENVELOPE = "envelope"
    MISSING = "missing"


FIELDS = tuple(RecordField)[: tuple(RecordField).index(RecordField.LIST)]
SHOWN_NAMES = 12  # names of a record that an error message lists
LONGEST_NAME = 200  # code points of a name that are compared; the known ones are far shorter
LONGEST_SHOWN = 40  # code points of a name that a message shows

_FOLD = str.maketrans("أإآٱىةیک", "اااايهيك", "ـ")
_NOT_IN_NAME = re.compile(r"[\W_]+")


def fold_name(name: str) -> str:
    """A field's name as it is compared: no case, separators, marks or hamza seats.

    >>> fold_name("Article-Body"), fold_name("الكلمات المفتاحيّة")
    ('articlebody', 'الكلماتالمفتاحيه')
    """
    return _NOT_IN_NAME.sub("", unicodedata.normalize("NFKC", name[:LONGEST_NAME]).casefold().translate(_FOLD))


@cache
def ranks() -> dict[str, dict[str, int]]:
    """The folded names of each field with their rank; the lexicon's order is the order of preference."""
    found: dict[str, dict[str, int]] = {}
    for rank, row in enumerate(lexicon("row_fields")):
        found.setdefault(row["role"], {}).setdefault(fold_name(row["form"]), rank)
    return found


def means(name: str, what: RecordField) -> bool:
    """Whether a name in a record stands for a field, or for what wraps a list of records.

    >>> means("Full Text", RecordField.TEXT), means("results", RecordField.LIST), means("title", RecordField.TEXT)
    (True, True, False)
    """
    return fold_name(name) in ranks().get(what, {})


def listed(names: Collection[str]) -> str:
    """The first names of a record or table for a message, long ones cut."""
    shown = [name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…" for name in islice(names, SHOWN_NAMES)]
    return ", ".join(shown) + (" …" if len(names) > SHOWN_NAMES else "")
