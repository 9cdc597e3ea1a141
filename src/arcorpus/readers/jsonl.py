"""The reader of JSON Lines: one object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import ReadError
from arcorpus.readers.encodings import as_text, open_utf8
from arcorpus.readers.json_records import from_document, from_lines, holds_value, opens_object
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".jsonl", ".ndjson")


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    """The articles of a file of JSON Lines, or of a JSON document that is called so.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        options: what the user says of the fields.

    Raises:
        UnreadableFile: when the bytes are no text.

    >>> import io
    >>> [article.title for article in read(io.BytesIO('{"title": "خبر", "text": "قال."}'.encode()), "x.jsonl")]
    ['خبر']
    """
    binary, opened = open_utf8(stream, path)
    found = (
        from_document(as_text(binary), path, options)
        if _is_document(binary.peek())
        else from_lines(binary, path, options)
    )
    yield from to_articles(found, path, opened, options)


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins with an object on one line and another under it, or is one long line."""
    if not opens_object(beginning.text):
        return False
    first, _, rest = beginning.text.lstrip().partition("\n")
    if first.rstrip().endswith("}") and rest.lstrip().startswith("{"):
        return True
    return not rest and not holds_value(first)


def _is_document(head: bytes) -> bool:
    """Whether the file is a JSON document for all its ending: an array of objects, or an object over many lines."""
    first, _, rest = head.lstrip().partition(b"\n")
    array = first.startswith(b"[") and (first[1:] + rest).lstrip()[:1] in (b"{", b"]", b"")
    return array or first.strip() == b"{"
