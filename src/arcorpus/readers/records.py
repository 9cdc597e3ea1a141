"""Records (a JSON object, a table's row) on their way from a file to articles: what the readers of records share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from arcorpus.errors import BrokenRow, ReadError
from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.evident import ROWS, evident_text
from arcorpus.readers.field_names import RecordField, listed
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.record_fields import SHORT, to_article

if TYPE_CHECKING:
    from arcorpus.types import Article


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file.

    Attributes:
        values: its values by name, as JSON or a table gives them.
        where: its place for messages (`line 3`).
        warnings: what the reader should be told of it.
    """

    values: dict[str, object]
    where: str
    warnings: tuple[str, ...] = ()


def by_name(names: Iterable[str], cells: Iterable[object]) -> dict[str, object]:
    """The cells of a row by the names of their columns; of two columns of one name the first counts."""
    values: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        values.setdefault(name, cell)
    return values


def to_articles(
    records: Iterator[Record | ReadError], path: str, encoding: StreamEncoding, options: ReadOptions = USUAL
) -> Iterator[Article | ReadError]:
    """The articles that records hold, in their order, and an error for each record that holds none.

    Records that all lack a field of text are told in one error, with what can be done.

    Args:
        records: the records of one file and the errors between them; an article's index counts both.
        path: the file, as the user wrote it.
        encoding: what is known of its encoding.
        options: what the user says of the fields.
    """
    for index, record in enumerate(_understood(records, path, options)):
        if isinstance(record, ReadError):
            yield record
            continue
        told = (*encoding.encoding_warnings, *record.warnings)
        try:
            article = to_article(record.values, path, index, record.where, told, options)
        except BrokenRow as error:
            yield error
        else:
            yield article


def _understood(records: Iterator[Record | ReadError], path: str, options: ReadOptions) -> Iterator[Record | ReadError]:
    """The records, of which the first tell whether the fields that the user named are there, and what is the text."""
    held: list[Record | ReadError] = []
    names: dict[str, None] = {}
    for item in islice(records, ROWS):
        held.append(item)
        if isinstance(item, Record):
            names |= dict.fromkeys(item.values)
            if _gives_text(item.values, options) and not options.absent(names):
                yield from chain(held, records)
                return
    if names and (problem := options.absent(names)):
        yield BrokenRow(problem, path=path)
    elif names and not (_has_text(names, options) and _evident(held, list(names), options) is None):
        yield from _without_text(held, records, list(names), path, options)
    else:
        yield from chain(held, records)


def _gives_text(values: dict[str, object], options: ReadOptions) -> bool:
    """Whether a field that stands for the text holds some; a short one may be a label for all its name."""
    texts = (value for name, value in values.items() if options.means(name, RecordField.TEXT))
    return any(len(value) >= SHORT if isinstance(value, str) else bool(value) for value in texts)


def _evident(held: list[Record | ReadError], names: list[str], options: ReadOptions) -> str | None:
    """The field that is evidently the text, None when none is or the user has named it."""
    if options.text_column is not None:
        return None
    rows = [[item.values.get(name) for name in names] for item in held if isinstance(item, Record)]
    place = evident_text(rows, [options.means_any(name) for name in names])
    return None if place is None else names[place]


def _has_text(names: Iterable[str], options: ReadOptions) -> bool:
    return any(options.means(name, RecordField.TEXT) for name in names)


def _without_text(
    held: list[Record | ReadError],
    records: Iterator[Record | ReadError],
    names: list[str],
    path: str,
    options: ReadOptions,
) -> Iterator[Record | ReadError]:
    """Records of which the first have no field of text by name: the evident one is taken, or all are told at once."""
    text = _evident(held, names, options)
    told: tuple[str, ...] = (
        f"the text is taken from {text!r}, which is evidently it; --text-column NAME names another",
    )
    lacking: list[Record] = []
    count = 0
    for item in chain(held, records):
        if isinstance(item, ReadError):
            yield item
        elif text in item.values:
            others = {name: value for name, value in item.values.items() if not options.means(name, RecordField.TEXT)}
            yield replace(item, values={**others, "text": item.values[text]}, warnings=(*told, *item.warnings))
            told = ()
        elif _has_text(item.values, options) or options.titles:
            yield item
        else:
            lacking = lacking or [item]
            count += 1
    if count:
        yield BrokenRow(_lacks(lacking[0], count, options), path=path)


def _lacks(first: Record, count: int, options: ReadOptions) -> str:
    """What is told of records without a field of text, with the cure."""
    has_title = any(options.means(name, RecordField.TITLE) for name in first.values)
    cure = "--text-column NAME says which is the text" + (", --titles reads titles alone" if has_title else "")
    many = f", nor has any of {count - 1:,} more records" if count > 1 else ""
    names = listed(first.values) or "it has none"
    return (
        f"{first.where}: no text: none of its fields ({names}) is called text, body, content or the like{many}; {cure}"
    )
