"""Which reader a stream without a telling name is for, by its beginning: the readers are asked in turn."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cached_property
from types import ModuleType
from typing import Any, BinaryIO

from arcorpus import plugins
from arcorpus.errors import ReadError
from arcorpus.readers.encoding_detection import SAMPLE
from arcorpus.readers.encodings import open_utf8
from arcorpus.readers.formats import PAGE

RECORDS = {"jsonl": "JSON Lines", "json": "JSON", "csv": "a table", "tsv": "a table"}
"""The readers of records that take what is called a text, with what people call what they read."""


class Beginning:
    """The beginning of a stream, as a reader's `looks_like(beginning)` judges it.

    Attributes:
        data: its first bytes, `SAMPLE` at most.
        path: what to call the stream in messages.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.data = data
        self.path = path

    @cached_property
    def text(self) -> str:
        """The beginning as text, without a byte order mark; empty when it is none."""
        try:
            return self.decoded()
        except ReadError:
            return ""

    def decoded(self) -> str:
        """The same.

        Raises:
            UnreadableFile: when the bytes are no text.
        """
        return open_utf8(io.BytesIO(self.data), self.path)[0].read().decode()


def peek(stream: BinaryIO, path: str) -> tuple[Beginning, BinaryIO]:
    """The beginning of a stream, and the stream from its beginning on; one that can be sought in stays so.

    >>> beginning, whole = peek(io.BytesIO(b"abc"), "-")
    >>> beginning.data, whole.read()
    (b'abc', b'abc')
    """
    start = stream.tell() if stream.seekable() else None
    read = getattr(stream, "read1", stream.read)
    head = b""
    failure = None
    try:
        while len(head) < SAMPLE and (part := read(SAMPLE - len(head))):
            head += part
    except ReadError as error:
        if not head:
            raise
        failure = error  # what comes before it is read
    if start is not None:
        stream.seek(start)
        return Beginning(head, path), stream
    return Beginning(head, path), io.BufferedReader(_Joined(head, stream, failure), SAMPLE)


def sniff(beginning: Beginning, readers: Iterable[tuple[str, ModuleType]]) -> str | None:
    """The name of the first reader that a stream looks like one for, None when it is a text that none claims.

    Args:
        beginning: the stream's beginning.
        readers: the readers by name, in the order in which they are asked; those without `looks_like` are passed over.

    Raises:
        UnreadableFile: when no reader claims it and it is no text.
    """
    for name, reader in readers:
        looks_like = getattr(reader, "looks_like", None)
        if looks_like and looks_like(beginning):
            return name
    beginning.decoded()
    return None


def by_content(beginning: Beginning, named: str, readers: Iterable[tuple[str, ModuleType]]) -> str:
    """The name of the reader for a file that has one by its name: what the file is decides, not its name.

    Args:
        beginning: the file's beginning.
        named: the reader that its ending names.
        readers: the readers by name; one that states a `FORM` takes what begins like it under any name, and those of
            records what is called a text.
    """
    found = dict(readers)
    own = getattr(found.get(named), "looks_like", None)
    if own and own(beginning):
        return named
    for name, reader in found.items():
        looks_like = getattr(reader, "looks_like", None)
        takes = hasattr(reader, "FORM") or (named == PAGE and name in RECORDS)
        if looks_like and takes and looks_like(beginning):
            return name
    return named


def form_of(name: str) -> str:
    """What people call what a reader takes under any name."""
    return RECORDS.get(name) or str(getattr(plugins.load("readers", name), "FORM", name))


class _Joined(io.RawIOBase):
    """Bytes already read, then the rest of their stream, or the failure in which it ended."""

    def __init__(self, head: bytes, stream: BinaryIO, failure: ReadError | None) -> None:
        self._head = head
        self._read = getattr(stream, "read1", stream.read)
        self._failure = failure

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        view = memoryview(buffer)
        if not self._head and self._failure:
            raise self._failure
        part = self._head[: len(view)] or self._read(len(view))
        self._head = self._head[len(part) :]
        view[: len(part)] = part
        return len(part)
