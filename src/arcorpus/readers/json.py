"""The reader of JSON documents: an array of objects, or a list of them that an object wraps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import ReadError
from arcorpus.readers.encodings import as_text, open_utf8
from arcorpus.readers.json_records import from_document, from_lines, opens_array, opens_object
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".json",)


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    """The articles of a JSON document, or of JSON Lines that are called so.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        options: what the user says of the fields.

    Raises:
        UnreadableFile: when the bytes are no text.

    >>> import io
    >>> [article.text for article in read(io.BytesIO('[{"text": "قال."}]'.encode()), "x.json")]
    ['قال.']
    """
    binary, opened = open_utf8(stream, path)
    found = (
        from_lines(binary, path, options) if _in_lines(binary.peek()) else from_document(as_text(binary), path, options)
    )
    yield from to_articles(found, path, opened, options)


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins with an array of objects, or with an object; `jsonl` is asked before."""
    return opens_array(beginning.text) or opens_object(beginning.text)


def _in_lines(head: bytes) -> bool:
    """Whether the file is JSON Lines for all its ending: a whole object on the first line, and another after it."""
    first, _, rest = head.lstrip().partition(b"\n")
    try:
        return isinstance(json.loads(first), dict) and rest.lstrip().startswith(b"{")
    except (ValueError, RecursionError):
        return False
