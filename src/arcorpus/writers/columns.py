"""The sections of a report as flat tables: the columns of CSV and TSV, and of the DataFrames of the Python API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from arcorpus.types import (
    Article,
    Change,
    Claim,
    Context,
    Duplicate,
    Entity,
    ErrorRow,
    Mention,
    Report,
    SourceCount,
    Topic,
)

if TYPE_CHECKING:
    import pandas as pd

SECTIONS: dict[str, type] = {
    "articles": Article,
    "entities": Entity,
    "mentions": Mention,
    "contexts": Context,
    "topics": Topic,
    "claims": Claim,
    "sources": SourceCount,
    "duplicates": Duplicate,
    "changes": Change,
    "errors": ErrorRow,
}
"""The tables of a report, in its order, and the record that makes a row of each."""

# What pandas calls a column that may be empty; texts and lists keep what pandas makes of them.
_DTYPES = {int: "Int64", float: "Float64", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the way to its value (`source`, `text`), the type there, and whether it holds lists."""

    name: str
    path: tuple[str, ...]
    kind: type
    many: bool


@cache
def columns(section: str, *, with_text: bool = True) -> tuple[Column, ...]:
    """The columns of a section: a record's fields in order, those of a record inside it as `source_text` and so on.

    A list of records is as many columns of lists, all of the same length: `terms_term`, `terms_weight`.

    >>> [column.name for column in columns("topics")][:6]
    ['id', 'label', 'terms_term', 'terms_weight', 'articles', 'share']
    """
    found = tuple(_columns(SECTIONS[section], ()))
    return found if with_text or section != "articles" else tuple(column for column in found if column.name != "text")


def _columns(record: type, path: tuple[str, ...], *, many: bool = False) -> Iterator[Column]:
    hints = get_type_hints(record)
    for field in fields(record):
        kind, listed = _inner(hints[field.name])
        way = (*path, field.name)
        if is_dataclass(kind):
            yield from _columns(kind, way, many=many or listed)
        else:
            yield Column("_".join(way), way, kind, many or listed)


def _inner(hint: Any) -> tuple[type, bool]:  # noqa: ANN401 - a type hint of any form
    """The type that a hint is about, without `| None`, and whether there are many of it."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    return _inner(choices[0]) if choices else (hint, False)


def rows(section: str, records: Iterable[Any], *, with_text: bool = True) -> Iterator[list[Any]]:
    """A row of plain values for each record, in the order of `columns`; lists stay lists, what is absent is None."""
    paths = [column.path for column in columns(section, with_text=with_text)]
    for record in records:
        yield [_value(record, path) for path in paths]


def _value(item: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - any value of a record
    for place, name in enumerate(path):
        if item is None:
            return None
        if isinstance(item, tuple):
            return [_value(part, path[place:]) for part in item]
        item = getattr(item, name)
    return list(item) if isinstance(item, tuple) else item


def frame(report: Report, section: str) -> pd.DataFrame:
    """The section as a DataFrame; one that was not asked for has its columns and no rows.

    Numbers that may be absent have the nullable types of pandas; a list is a Python list.
    """
    import pandas as pd

    shape = columns(section, with_text=report.with_text)
    table = list(rows(section, getattr(report, section) or (), with_text=report.with_text))
    series = {
        column.name: pd.Series([row[place] for row in table], dtype=_dtype(column))
        for place, column in enumerate(shape)
    }
    return pd.DataFrame(series)


def _dtype(column: Column) -> str:
    return "object" if column.many else _DTYPES.get(column.kind, "str")
