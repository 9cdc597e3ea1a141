"""What a stream without a name holds, told by its beginning."""

from __future__ import annotations

import io
import json
import re
from typing import Any, BinaryIO

from arcorpus.errors import UnknownFormat
from arcorpus.readers.csv_tables import find_dialect
from arcorpus.readers.encodings import SAMPLE, open_utf8
from arcorpus.readers.record_fields import FIELDS, means

GZIP = b"\x1f\x8b"
PARQUET = b"PAR1"
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_OBJECT = re.compile(r'\{\s*["}]')
_ARRAY = re.compile(r"\[\s*[{\]]")


def peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream from its beginning on.

    >>> head, whole = peek(io.BytesIO(b"abc"))
    >>> head, whole.read()
    (b'abc', b'abc')
    """
    head = stream.read(SAMPLE)
    return head, io.BufferedReader(_Joined(head, stream), SAMPLE)


def sniff_form(head: bytes, path: str) -> str:
    """The form that a file begins like: jsonl, json, csv, tsv, parquet or page.

    Args:
        head: its first bytes.
        path: what to call it in messages.

    Raises:
        UnreadableFile: when it is neither text nor a table.
        UnknownFormat: when it is HTML, which is not read yet.

    >>> sniff_form('{"text": "قال."}'.encode(), "-")
    'json'
    """
    if head.startswith(PARQUET):
        return "parquet"
    return _form_of_text(open_utf8(io.BytesIO(head), path)[0].read(), path)


def _form_of_text(sample: bytes, path: str) -> str:
    """The form of a text by its first bytes in UTF-8, whose last character may be cut."""
    text = sample.decode("utf-8", "ignore")
    if _HTML.match(text):
        raise UnknownFormat(
            "this is HTML, which belongs to a later version; until then give the article's text", path=path
        )
    start = text.lstrip()
    if _ARRAY.match(start):
        return "json"
    if _OBJECT.match(start):
        return _form_of_objects(start)
    return _form_of_table(text) or "page"


def _form_of_objects(text: str) -> str:
    """Whether the object that a text begins with is followed by others, a line each, or stands alone."""
    first, _, rest = text.partition("\n")
    if first.rstrip().endswith("}") and rest.lstrip().startswith("{"):
        return "jsonl"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json" if rest else "jsonl"
    return "json"


def _form_of_table(text: str) -> str | None:
    """The form csv or tsv when the first line is a header that names a text and one other field at least."""
    sample = "".join(text.splitlines(keepends=True)[:100])
    dialect = find_dialect(sample, cut=True)
    header = next(dialect.parse(iter([sample.partition("\n")[0]])), [])
    known = [name for name in header if any(means(name, what) for what in FIELDS)]
    if len(known) < 2 or not any(means(name, "text") for name in known):  # noqa: PLR2004 - a text and another
        return None
    return "tsv" if dialect.separator == "\t" else "csv"


class _Joined(io.RawIOBase):
    """Bytes already read, then the rest of their stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        part = self._head[: len(view)] or self._stream.read(len(view))
        self._head = self._head[len(part) :]
        view[: len(part)] = part
        return len(part)
