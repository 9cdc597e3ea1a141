"""The tables of a report, flat: the columns of CSV and TSV, and of the DataFrames of the Python API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from arcorpus import plugins
from arcorpus.report import ERRORS, Report, Table

if TYPE_CHECKING:
    import pandas as pd

# What pandas calls a column that may be empty; texts and lists keep what pandas makes of them.
_DTYPES = {int: "Int64", float: "Float64", bool: "boolean"}


def tables() -> Iterator[Table]:
    """The tables of all analyses, in the order of the report, and that of the errors; built-in ones come first."""
    for section in plugins.MEMBERS["analyses"]:
        yield from plugins.load("analyses", section).TABLES
    yield ERRORS
    for section in plugins.names("analyses"):
        if section not in plugins.MEMBERS["analyses"]:
            yield from plugins.load("analyses", section).TABLES


def table_of(name: str) -> Table:
    """The table of a name.

    Raises:
        KeyError: when no analysis has it.
    """
    for table in tables():
        if table.name == name:
            return table
    raise KeyError(name)


@dataclass(frozen=True, slots=True)
class FlatColumn:
    """One column: its name, the way to its value (`source`, `text`), the type there, and whether it holds lists."""

    name: str
    path: tuple[str, ...]
    kind: type
    many: bool


@cache
def columns(table: Table, *, with_text: bool = True) -> tuple[FlatColumn, ...]:
    """The columns of a table: a record's fields in order, those of a record inside it as `source_text` and so on.

    A list of records is as many columns of lists, all of the same length: `terms_term`, `terms_weight`.

    >>> [column.name for column in columns(table_of("topics"))][:6]
    ['id', 'label', 'terms_term', 'terms_weight', 'articles', 'share']
    """
    found = tuple(_columns(table.record, ()))
    hidden = () if with_text or table.name != "articles" else ("text",)
    return tuple(column for column in found if column.name not in hidden)


def _columns(record: type, path: tuple[str, ...], *, many: bool = False) -> Iterator[FlatColumn]:
    hints = get_type_hints(record)
    for field in fields(record):
        kind, listed = _inner(hints[field.name])
        way = (*path, field.name)
        if is_dataclass(kind):
            yield from _columns(kind, way, many=many or listed)
        else:
            yield FlatColumn("_".join(way), way, kind, many or listed)


def _inner(hint: Any) -> tuple[type, bool]:  # noqa: ANN401 - a type hint of any form
    """The type that a hint is about, without `| None`, and whether there are many of it."""
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    return _inner(choices[0]) if choices else (hint, False)


def rows(table: Table, records: Iterable[Any], *, with_text: bool = True) -> Iterator[list[Any]]:
    """A row of plain values for each record, in the order of `columns`; lists stay lists, what is absent is None."""
    paths = [column.path for column in columns(table, with_text=with_text)]
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


def frame(report: Report, table: Table) -> pd.DataFrame:
    """The table as a DataFrame; one that was not asked for has its columns and no rows.

    Numbers that may be absent have the nullable types of pandas; a list is a Python list.
    """
    import pandas as pd

    shape = columns(table, with_text=report.with_text)
    flat = list(rows(table, report.rows(table.name), with_text=report.with_text))
    series = {
        column.name: pd.Series([row[place] for row in flat], dtype=_dtype(column)) for place, column in enumerate(shape)
    }
    return pd.DataFrame(series)


def _dtype(column: FlatColumn) -> str:
    return "object" if column.many else _DTYPES.get(column.kind, "str")
