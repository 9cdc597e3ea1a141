"""Files of records: JSON Lines, JSON, CSV, TSV and Parquet, one record at a time."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Any, BinaryIO, TextIO

from arcorpus.errors import BrokenRow, ReadError, UnreadableFile
from arcorpus.readers.csv_tables import Row, read_table
from arcorpus.readers.encodings import Opened, as_text, open_text, open_utf8
from arcorpus.readers.json_stream import BrokenJson, records
from arcorpus.readers.record_fields import FIELDS, listed, means, to_article

if TYPE_CHECKING:
    from arcorpus.types import Article

SUFFIXES = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet")
FORMS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet"}
BATCH = 64  # rows of Parquet held at a time

TYPES = {str: "a text", list: "a list", bool: "true or false", int: "a number", float: "a number"}


def read(stream: BinaryIO, path: str, *, form: str | None = None) -> Iterator[Article | ReadError]:
    """The articles of a file of records, with their own ids or empty ones, and an error for each record that is none.

    Args:
        stream: the bytes; Parquet that cannot be sought in is copied to a temporary file.
        path: the file, as the user wrote it.
        form: jsonl, json, csv, tsv or parquet; by the path's ending when None.

    Raises:
        UnreadableFile: when the file as a whole is no text or no such table.

    >>> [article.title for article in read(io.BytesIO('{"title": "خبر", "text": "قال."}'.encode()), "x.jsonl")]
    ['خبر']
    """
    form = form or form_of(path)
    if form == "parquet":
        yield from _articles(_parquet(stream, path), path, Opened(path))
    elif form in ("csv", "tsv"):
        text, opened = open_text(stream, path)
        yield from _articles(read_table(text, path), path, opened)
    else:
        binary, opened = open_utf8(stream, path)
        in_lines = _in_lines(binary.peek(), form)
        found = _json_lines(binary, path) if in_lines else _json(as_text(binary), path)
        yield from _articles(found, path, opened)


def form_of(path: str) -> str:
    """The form that a path's ending tells, `.gz` left out of account; JSON Lines when it tells none.

    >>> form_of("أخبار.CSV.gz")
    'csv'
    """
    name = PurePath(path.lower().removesuffix(".gz"))
    return FORMS.get(name.suffix, "jsonl")


def _articles(rows: Iterator[Row | ReadError], path: str, opened: Opened) -> Iterator[Article | ReadError]:
    """The rows as articles; a row's index counts the broken ones too."""
    for index, row in enumerate(rows):
        if isinstance(row, ReadError):
            yield row
            continue
        try:
            article = to_article(row.values, path, index, row.where, (*opened.choice, *row.warnings))
        except BrokenRow as error:
            yield error
        else:
            yield article


def _in_lines(head: bytes, form: str) -> bool:
    """Whether JSON is one object a line, whatever the ending says: the two are often called by each other's name."""
    first, _, rest = head.lstrip().partition(b"\n")
    if form == "jsonl":
        array = first.startswith(b"[") and (first[1:] + rest).lstrip()[:1] in (b"{", b"]", b"")
        return not array and first.strip() != b"{"
    try:
        return isinstance(json.loads(first), dict) and rest.lstrip().startswith(b"{")
    except (ValueError, RecursionError):
        return False


def _json_lines(binary: io.BufferedReader, path: str) -> Iterator[Row | ReadError]:
    """The object of each line that is not blank."""
    for number, line in enumerate(binary, 1):
        if line.isspace():
            continue
        where = f"line {number}"
        try:
            value = json.loads(line.decode())
        except json.JSONDecodeError as error:
            yield BrokenRow(
                f"{where}: no JSON ({error.msg}, column {error.colno}); each line must hold one object", path=path
            )
        except (ValueError, RecursionError) as error:
            yield BrokenRow(f"{where}: JSON that cannot be held ({_reason(error)})", path=path)
        else:
            yield _row(value, where, path)


def _reason(error: Exception) -> str:
    """What is wrong, without the parser's inner words."""
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).split(";", 1)[0]


def _row(value: object, where: str, path: str) -> Row | BrokenRow:
    """A JSON value as a row, when it is an object."""
    if isinstance(value, dict):
        return Row(value, where)
    name = TYPES.get(type(value), "null" if value is None else "a number")
    return BrokenRow(f"{where}: holds {name} where an object of fields is expected", path=path)


def _json(text: TextIO, path: str) -> Iterator[Row | ReadError]:
    """The objects of a JSON document, or of several in one file; after a break the error with its place."""
    try:
        for number, found in enumerate(records(text, _wraps, _has_text), 1):
            where = f"record {number} (line {found.line})"
            if found.problem:
                yield BrokenRow(f"{where}: no JSON ({found.problem})", path=path)
            else:
                yield _row(found.value, where, path)
    except BrokenJson as error:
        yield BrokenRow(f"{error}; what stands before it was read", path=path)


def _wraps(name: str) -> bool:
    return means(name, "list")


def _has_text(values: dict[str, Any]) -> bool:
    return any(means(name, "text") for name in values)


def _parquet(stream: BinaryIO, path: str) -> Iterator[Row | ReadError]:
    """The rows of a Parquet table, of its known columns alone."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(_seekable(stream), buffer_size=1 << 16, pre_buffer=False)
        names = table.schema_arrow.names
        if not any(means(name, "text") for name in names):
            yield BrokenRow(f"no column ({listed(names)}) is one of text; call it text, body or content", path=path)
            return
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=_known(names), use_threads=False):
            columns: dict[str, list[object]] = {}
            for name, column in zip(batch.schema.names, batch.columns, strict=True):
                columns.setdefault(name, _cells(column))
            for cells in zip(*columns.values(), strict=True):
                number += 1
                yield Row(dict(zip(columns, cells, strict=True)), f"row {number}")
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(
            f"no whole Parquet table: {reason}; it may be cut off, or another kind of file", path=path
        ) from error


def _cells(column: Any) -> list[object]:  # noqa: ANN401 - a pyarrow array; the package has no types
    """A column's values; where Python has no such value (a year 300000, a broken letter), what the table has."""
    import pyarrow as pa

    try:
        values: list[object] = column.to_pylist()
    except (ValueError, OverflowError, pa.ArrowException):
        values = column.cast(pa.binary() if pa.types.is_string(column.type) else pa.string()).to_pylist()
    return values


def _known(names: list[str]) -> list[str]:
    """The columns that mean something here; the others are never read."""
    return [name for name in names if any(means(name, what) for what in FIELDS)]


def _seekable(stream: BinaryIO) -> IO[bytes]:
    """The stream, or a temporary file of what it holds: Parquet begins with its end."""
    if stream.seekable():
        return stream
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - closed, and with that deleted, when the reader lets go of it
    shutil.copyfileobj(stream, copy, 1 << 20)
    copy.seek(0)
    return copy
