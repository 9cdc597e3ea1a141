"""Bytes to text, whole or as a stream, with what to say when the file was not plain UTF-8."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.readers.encoding_detection import SAMPLE, UTF8_FFFD, detect, detect_unmarked, refuse_controls
from arcorpus.readers.letter_pairs import is_arabic
from arcorpus.readers.letters import all_lost, mend

NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6",
    "cp1252": "Windows-1252",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text.

    Attributes:
        text: the text, newlines as they stand.
        encoding: the name of its encoding (`Windows-1256`).
        warnings: what the reader should be told.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class StreamEncoding:
    """What is known of a text's encoding while it streams: final only when it has been read to its end.

    Attributes:
        path: its name for messages.
        codec: Python's name of the encoding; `utf-8` as long as all was ASCII.
        broken: how many broken places were replaced with U+FFFD.
        first_broken: the byte where the first of them lies.
    """

    path: str
    codec: str = "utf-8"
    broken: int = 0
    first_broken: int = 0

    @property
    def encoding(self) -> str:
        """The name of the encoding, as in `Decoded`."""
        return NAMES[self.codec]

    @property
    def encoding_warnings(self) -> tuple[str, ...]:
        """What the reader should be told of the encoding alone: nothing when it is UTF-8."""
        return _warnings(self.codec, 0, "")

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the reader should be told, as in `Decoded`."""
        where = f"the first at byte {self.first_broken}"
        return _warnings(self.codec, self.broken, where)


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file, newlines kept as they stand, in whatever encoding of Arabic it was saved.

    Args:
        data: the whole file.
        path: its name for messages.

    Raises:
        UnreadableFile: when it is no text, in an encoding that is not read here, or its letters are lost.

    >>> decode("قال الوزير إن".encode("cp1256"), "خبر.txt")
    Decoded(text='قال الوزير إن', encoding='Windows-1256', warnings=('decoded as Windows-1256, not UTF-8',))
    """
    codec = detect(data, path)
    text, broken, first = _decode(data, codec)
    mixed = _line_by_line(data) if broken and codec == "utf-8" else None
    if mixed is not None:
        text, broken = mixed, 0
    refuse_controls(text[:SAMPLE], path)
    where = f"the first in line {_decode(data[:first], codec)[0].count(chr(10)) + 1}" if broken else ""
    warnings = list(_warnings(codec, broken, where))
    if mixed is not None:
        warnings.append("holds lines in Windows-1256 beside UTF-8; each was read in its own")
    if "\0" in text:
        warnings.append(f"holds {text.count(chr(0))} NUL characters; the file may be damaged")
    if not broken and "\ufffd" in text:
        warnings.append(f"holds U+FFFD {text.count(chr(0xFFFD))} times: letters were lost before it was saved")
    text, mended = mend(text)
    lost = all_lost(text)
    if lost:
        raise UnreadableFile(lost, path=path)
    return Decoded(text, NAMES[codec], (*warnings, *mended))


def open_text(stream: BinaryIO, path: str) -> tuple[TextIO, StreamEncoding]:
    """A stream of text over a stream of bytes, in constant memory, newlines as they stand, and what is known of it.

    Args:
        stream: the bytes, read once from where it stands.
        path: its name for messages.

    Raises:
        UnreadableFile: here or while reading, as `decode`.

    >>> open_text(io.BytesIO("خبر".encode("utf-16")), "-")[0].read()
    'خبر'
    """
    binary, opened = open_utf8(stream, path)
    return as_text(binary), opened


def as_text(binary: io.BufferedReader) -> TextIO:
    """What `open_utf8` gave as text, newlines as they stand."""
    return io.TextIOWrapper(binary, encoding="utf-8", newline="")


def open_utf8(stream: BinaryIO, path: str) -> tuple[io.BufferedReader, StreamEncoding]:
    """The same as UTF-8 bytes, always valid and without a byte order mark: for parsers that want bytes.

    Raises:
        UnreadableFile: here or while reading, as `decode`.
    """
    opened = StreamEncoding(path)
    return io.BufferedReader(_Utf8Stream(stream, opened), SAMPLE), opened


class _Utf8Stream(io.RawIOBase):
    """A stream of bytes in any encoding, given out as valid UTF-8; `opened` counts what had to be replaced."""

    def __init__(self, stream: BinaryIO, opened: StreamEncoding) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self._failure: OSError | ReadError | None = None
        self._opened = opened
        self._decoder: codecs.IncrementalDecoder | None = None
        self._ready = b""
        self._at = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - any writable buffer; Python 3.11 has no type for it
        while not self._ready and not self._ended:
            chunk = self._chunk()
            self._ended = not chunk
            self._ready = self._converted(chunk)
            self._at += len(chunk)
        view = memoryview(buffer)
        part = self._ready[: len(view)]
        view[: len(part)] = part
        self._ready = self._ready[len(part) :]
        return len(part)

    def _chunk(self) -> bytes:
        """The next bytes; when the stream fails, those before the failure first."""
        if self._failure:
            raise self._failure
        chunk = b""
        try:
            while len(chunk) < SAMPLE and (part := self._read(SAMPLE - len(chunk))):
                chunk += part
        except (OSError, ReadError) as error:
            if not chunk:
                raise
            self._failure = error
        return chunk

    def _converted(self, chunk: bytes) -> bytes:
        """The chunk in UTF-8, with U+FFFD for what is broken, counted."""
        decoder = self._decoder or self._decided(chunk)
        if decoder is None:
            return chunk
        opened = self._opened
        pending: bytes = decoder.getstate()[0]
        try:
            return decoder.decode(chunk, final=self._ended).encode()
        except UnicodeDecodeError as error:
            decoder.errors = "replace"
            text = decoder.decode(chunk, final=self._ended)
            decoder.errors = "strict"
            if not opened.broken:
                opened.first_broken = self._at - len(pending) + error.start
            sound = chunk.count(UTF8_FFFD) if opened.codec.startswith("utf-8") else 0
            opened.broken += text.count("\ufffd") - sound
            return text.encode()

    def _decided(self, chunk: bytes) -> codecs.IncrementalDecoder | None:
        """The decoder for all that follows; as long as everything was ASCII the encoding stays open."""
        opened = self._opened
        if self._at == 0:
            opened.codec = detect(chunk, opened.path, whole=False)
            refuse_controls(_decode(chunk, opened.codec)[0], opened.path)
        elif not chunk.isascii():
            opened.codec = detect_unmarked(chunk, opened.path, whole=False)
        if opened.codec == "utf-8" and chunk.isascii():
            return None
        self._decoder = codecs.getincrementaldecoder(opened.codec)("strict")
        return self._decoder


def _decode(data: bytes, codec: str) -> tuple[str, int, int]:
    """The text, how many broken places were replaced with U+FFFD, and the byte where the first lies."""
    try:
        return data.decode(codec), 0, 0
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        sound = data.count(UTF8_FFFD) if codec.startswith("utf-8") else 0
        return text, text.count("\ufffd") - sound, error.start


def _line_by_line(data: bytes) -> str | None:
    """The text of lines that are in UTF-8 or, each whole, in Windows-1256; None when one is in neither."""
    found = []
    for line in data.splitlines(keepends=True):
        try:
            found.append(line.decode())
        except UnicodeDecodeError:
            text = line.decode("cp1256", "replace")
            if "\ufffd" in text or not is_arabic(text):
                return None
            found.append(text)
    return "".join(found)


def _warnings(codec: str, broken: int, where: str) -> tuple[str, ...]:
    """The warnings that every way of decoding gives."""
    name = NAMES[codec]
    warnings = []
    if name != "UTF-8":
        warnings.append(f"decoded as {name}, not UTF-8")
    if broken:
        warnings.append(
            f"bytes that are no {name} stand as U+FFFD: {broken}, {where}; the file may be cut off or damaged"
        )
    return tuple(warnings)
