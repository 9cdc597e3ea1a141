"""What the user says of the fields of records: which is the text, and whether a title alone is an article."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from arcorpus.readers.field_names import FIELDS, RecordField, fold_name, listed, means, ranks


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How the fields of records are read; a reader whose files have fields takes it as its third argument.

    Attributes:
        text_column: the field that is the text, instead of the one with a usual name.
        title_column: the field that is the title.
        date_column: the field that is the date.
        source_column: the field that is the source.
        titles: whether a record with a title and no text is an article with an empty text.
        article_tag: the element of XML that is an article.
    """

    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    source_column: str | None = None
    titles: bool = False
    article_tag: str | None = None

    def named(self) -> dict[RecordField, str]:
        """The fields that the user named, with the name of each."""
        given = {
            RecordField.TEXT: self.text_column,
            RecordField.TITLE: self.title_column,
            RecordField.DATE: self.date_column,
            RecordField.SOURCE: self.source_column,
        }
        return {what: name for what, name in given.items() if name is not None}

    def means(self, name: str, what: RecordField) -> bool:
        """Whether a name stands for a field: the one that the user gave it alone, else by the usual names.

        >>> options = ReadOptions(text_column="خبر كامل", title_column="body")
        >>> [options.means(name, RecordField.TEXT) for name in ("خبر_كامل", "text", "body")]
        [True, False, False]
        """
        named = self.named()
        given = {field for field, wanted in named.items() if is_same(name, wanted)}
        if given or what in named:
            return what in given
        return means(name, what)

    def means_any(self, name: str, fields: Iterable[RecordField] = FIELDS) -> bool:
        """Whether a name stands for one of some fields."""
        return any(self.means(name, what) for what in fields)

    def absent(self, names: Collection[str]) -> str | None:
        """What is wrong when a field that the user named is not among those of a file, with what is there."""
        for what, wanted in self.named().items():
            if not any(is_same(name, wanted) for name in names):
                near = _near(wanted, names)
                hint = f"; did you mean {near!r}?" if near else ""
                return f"no field is called {wanted!r}, as --{what}-column says; there are {listed(names)}{hint}"
        return None


USUAL = ReadOptions()
"""The options of a user who says nothing."""


def is_same(name: str, wanted: str) -> bool:
    """Whether a name in a file is the one that the user gave, in any letter case, or the number of its column."""
    return name in {wanted, f"column {wanted}"} or fold_name(name) == fold_name(wanted) != ""


def _near(wanted: str, names: Collection[str]) -> str | None:
    """The name that is most like the one wanted, when one is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(wanted, list(names), 1)), None)


@lru_cache(maxsize=256)
def columns(names: tuple[str, ...], options: ReadOptions) -> dict[str, tuple[str, ...]]:
    """For each field the names of a record that stand for it, the best first.

    >>> columns(("headline", "body", "content"), ReadOptions())["text"]
    ('body', 'content')
    """
    folded = {name: fold_name(name) for name in names}
    found: dict[str, tuple[str, ...]] = {}
    for what in FIELDS:
        places = ranks()[what]
        fitting = [name for name in names if options.means(name, what)]
        found[what] = tuple(sorted(fitting, key=lambda name: places.get(folded[name], 0)))
    return found
