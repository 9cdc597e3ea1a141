"""The records of JSON, one object a line or in a document, for the members `json` and `jsonl`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import Any, BinaryIO, TextIO

from arcorpus.errors import BrokenRow, LeftOut, ReadError
from arcorpus.readers.field_names import RecordField, means
from arcorpus.readers.json_shapes import as_record, header, is_running, is_service, spread
from arcorpus.readers.json_stream import BrokenJson, loads, records
from arcorpus.readers.limits import ROW, lines, raised, too_long
from arcorpus.readers.options import ReadOptions
from arcorpus.readers.records import Record, by_name

_TYPES = {str: "a text", list: "a list", bool: "true or false", int: "a number", float: "a number"}
_OBJECT = re.compile(r'\s*\{\s*["}]')
_ARRAY = re.compile(r"\s*\[\s*[{\]]")


def opens_object(text: str) -> bool:
    """Whether a text begins with an object, not with a brace of its own («{عاجل}»)."""
    return _OBJECT.match(text) is not None


def opens_array(text: str) -> bool:
    """Whether a text begins with an array of objects or an empty one, not with a bracket of its own («[عاجل]»)."""
    return _ARRAY.match(text) is not None


def holds_value(text: str) -> bool:
    """Whether a text is one whole value of JSON."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def from_lines(binary: BinaryIO, path: str, options: ReadOptions) -> Iterator[Record | ReadError]:
    """The object of each line that is not blank, and an error for each line that holds no object.

    Args:
        binary: the lines, in UTF-8.
        path: the file, as the user wrote it.
        options: what the user says of the fields.
    """
    yield from _without_notes(_of_lines(binary, path, options), path)


def _of_lines(binary: BinaryIO, path: str, options: ReadOptions) -> Iterator[Record | ReadError | None]:
    """The same, with None for a messenger's own notes."""
    for number, line in enumerate(lines(binary), 1):
        if line.isspace():
            continue
        where = f"line {number}"
        if len(line) > ROW and not line.endswith(b"\n"):
            yield too_long(raised(ROW), where, path)
            continue
        try:
            value = loads(line.decode())
        except json.JSONDecodeError as error:
            yield BrokenRow(
                f"{where}: no JSON ({error.msg}, column {error.colno}); each line must hold one object", path=path
            )
        except (ValueError, RecursionError) as error:
            yield BrokenRow(f"{where}: JSON that cannot be held ({_reason(error)})", path=path)
        else:
            yield from _records(value, where, path, options)


def from_document(text: TextIO, path: str, options: ReadOptions) -> Iterator[Record | ReadError]:
    """The objects of a JSON document, or of several in one file; where its structure breaks, a last error says so.

    Args:
        text: the document.
        path: the file, as the user wrote it.
        options: what the user says of the fields.
    """
    yield from _without_notes(_of_document(text, path, options), path)


def _of_document(text: TextIO, path: str, options: ReadOptions) -> Iterator[Record | ReadError | None]:
    """The same, with None for a messenger's own notes."""
    names: list[str] | None = None
    try:
        for number, found in enumerate(records(text, _wraps_records, partial(_has_text, options)), 1):
            where = f"record {number} (line {found.line})"
            if found.problem:
                yield BrokenRow(f"{where}: no JSON ({found.problem})", path=path)
            elif number == 1 and (names := header(found.value, options)):
                continue
            else:
                value = as_record(names, found.value) if names else found.value
                yield from _records(value, where, path, options)
    except BrokenJson as error:
        yield BrokenRow(f"{error}; what stands before it was read", path=path)


def _reason(error: Exception) -> str:
    """What is wrong, without the parser's inner words."""
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).split(";", 1)[0]


def _records(value: object, where: str, path: str, options: ReadOptions) -> Iterator[Record | BrokenRow | None]:
    """The records that a value of JSON holds, mostly one; None for what is a messenger's own note."""
    found = list(spread(value, options))
    for number, one in enumerate(found, 1):
        place = where if len(found) == 1 else f"{where}, row {number}"
        yield None if is_service(one) else _record(one, place, path)


def _without_notes(found: Iterator[Record | ReadError | None], path: str) -> Iterator[Record | ReadError]:
    """The records without a messenger's own notes, whose number is told at the end."""
    notes = 0
    for item in found:
        if item is None:
            notes += 1
        else:
            yield item
    if notes:
        yield LeftOut(
            f"{notes:,} of its messages are notes of the service (a channel made, a photo changed) and no articles",
            path=path,
        )


def _record(value: object, where: str, path: str) -> Record | BrokenRow:
    """A JSON value as a record: an object, a row of cells, or a bare text."""
    if isinstance(value, dict):
        return Record(value, where)
    if is_running(value):
        return Record({"text": value}, where)
    if isinstance(value, list) and any(is_running(cell) for cell in value):
        return Record(by_name((f"column {number}" for number in count(1)), value), where)
    name = _TYPES.get(type(value), "null" if value is None else "a number")
    return BrokenRow(f"{where}: holds {name} where an object of fields is expected", path=path)


def _wraps_records(name: str) -> bool:
    return means(name, RecordField.LIST)


def _has_text(options: ReadOptions, values: dict[str, Any]) -> bool:
    return any(options.means(name, RecordField.TEXT) for name in values)
