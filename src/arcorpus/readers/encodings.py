"""Bytes to text: which encoding a file of Arabic is in, and what to say when it was not plain UTF-8."""

from __future__ import annotations

import codecs
import io
import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, BinaryIO, TextIO

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.resources import lexicon

SAMPLE = 1 << 16  # bytes that are read at a time, and looked at for a sign of 16 bits or of no text at all
JUDGED = 1 << 13  # bytes that the encodings of a byte a letter are told apart by
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
UTF8_FFFD = "\ufffd".encode()
ARABIC_CODECS = ("cp1256", "iso8859_6")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (doc, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "media"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1f\x8b", "gzip data (let its name end in .gz)"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"PAR1", "a Parquet table (let its name end in .parquet)"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"bplist", "a Safari web archive"),
)

FLOOR = math.log(2e-6)  # a pair that Arabic does not have, as if seen twice in a million
ARABIC_ENOUGH = -7.8  # mean log share of the pairs: twenty letters of news have -7.6 at worst, Russian -8.2
LATIN_ENOUGH = 0.35  # share of accented letters among the letters, at most, in a Latin-script language
BINARY = 0.02  # share of control characters from which on a file is no text
STRAY = 4  # control characters that a short text may hold all the same

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BEYOND_ASCII = re.compile(b"[\x80-\xff]")
_MARKS = str.maketrans("", "", "ـ" + "".join(map(chr, range(0x64B, 0x653))))
_NEUTRAL = re.compile("[\x00-@\\[-`{-\x7f\xa0\xab\xad\xb7\xbb،؛؟\u200c-\u200f–—‘’“”•…]+")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, newlines as they stand, the name of its encoding, and what the reader should be told."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Opened:
    """What is known of a text while it streams: final only when it has been read to its end."""

    path: str
    codec: str = "utf-8"
    broken: int = 0
    first_broken: int = 0

    @property
    def encoding(self) -> str:
        """The name of the encoding, as in `Decoded`."""
        return NAMES[self.codec]

    @property
    def choice(self) -> tuple[str, ...]:
        """What the reader should be told of the encoding alone: nothing when it is UTF-8."""
        return _told(self.codec, 0, "")

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the reader should be told, as in `Decoded`."""
        where = f"the first at byte {self.first_broken}"
        return _told(self.codec, self.broken, where)


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file, newlines kept as they stand, in whatever encoding of Arabic it was saved.

    Args:
        data: the whole file.
        path: its name for messages.

    Raises:
        UnreadableFile: when it is no text, or in an encoding that is not read here.

    >>> decode("قال الوزير إن".encode("cp1256"), "خبر.txt")
    Decoded(text='قال الوزير إن', encoding='Windows-1256', warnings=('decoded as Windows-1256, not UTF-8',))
    """
    codec = sniff(data, path)
    text, broken, first = _decode(data, codec)
    _refuse_controls(text[:SAMPLE], path)
    where = f"the first in line {_decode(data[:first], codec)[0].count(chr(10)) + 1}" if broken else ""
    warnings = list(_told(codec, broken, where))
    if "\0" in text:
        warnings.append(f"holds {text.count(chr(0))} NUL characters; the file may be damaged")
    if not broken and "\ufffd" in text:
        warnings.append(f"holds U+FFFD {text.count(chr(0xFFFD))} times: letters were lost before it was saved")
    text, mended = unscramble(text)
    if mended:
        warnings.append(mended)
    return Decoded(text, NAMES[codec], tuple(warnings))


def sniff(data: bytes, path: str, *, whole: bool = True) -> str:
    """The Python codec that a file's bytes, or its first bytes, are to be read with.

    Args:
        data: the file, or its beginning when `whole` is false.
        path: its name for messages.
        whole: whether the end of `data` is the end of the file, where a cut character is broken.

    Raises:
        UnreadableFile: when it is no text, or in an encoding that is not read here.

    >>> sniff("العربية".encode("utf-16-le"), "خبر.txt")
    'utf-16-le'
    """
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec
    kind = next((kind for magic, kind in SIGNATURES if data.startswith(magic)), None)
    if kind:
        raise UnreadableFile(f"this is {kind}, not text; save its text as a UTF-8 .txt file", path=path)
    return _unmarked(data, path, whole=whole)


def unscramble(text: str) -> tuple[str, str | None]:
    """The text with mojibake undone where that is exact, and what to tell of it (None when it was sound).

    Mojibake is UTF-8 that was once read as Windows-1252, Latin-1 or Windows-1256, or Windows-1256 that was read as
    Windows-1252, and saved again.

    >>> unscramble("Ø§Ù„Ø³Ù„Ø§Ù…")[0]
    'السلام'
    """
    if "Çá" in text and not _ARABIC.search(text):
        repaired = _undo(text, "cp1252", "cp1256")
        if repaired is not None and _arabic(repaired) >= ARABIC_ENOUGH:
            return repaired, "was Windows-1256 read as Windows-1252 and saved again; undone exactly"
    codec = "cp1252" if "Ø§" in text else "cp1256" if "ط§" in text else None
    if codec is None:
        return text, None
    for name in (codec, "latin-1"):
        repaired = _undo(text, name, "utf-8")
        if repaired is not None and _ARABIC.search(repaired):
            told = f"was UTF-8 read as {NAMES.get(name, 'ISO-8859-1')} and saved again; undone exactly"
            return repaired, told
    leads = len(re.findall("[ØÙÚÛ][^\x00-\x7f]" if codec == "cp1252" else "[طظع][^\x00-\x7fء-ي ]", text))
    if leads * 4 < len(text) - len(text.encode("ascii", "ignore")):
        return text, None
    return text, "looks like UTF-8 that was read in another encoding and saved again; fetch the text anew"


def open_text(stream: BinaryIO, path: str) -> tuple[TextIO, Opened]:
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


def open_utf8(stream: BinaryIO, path: str) -> tuple[io.BufferedReader, Opened]:
    """The same as UTF-8 bytes, always valid and without a byte order mark: for parsers that want bytes.

    Raises:
        UnreadableFile: here or while reading, as `decode`.
    """
    opened = Opened(path)
    return io.BufferedReader(_Utf8(stream, opened), SAMPLE), opened


class _Utf8(io.RawIOBase):
    """A stream of bytes in any encoding, given out as valid UTF-8; `opened` counts what had to be replaced."""

    def __init__(self, stream: BinaryIO, opened: Opened) -> None:
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
            opened.codec = sniff(chunk, opened.path, whole=False)
            _refuse_controls(_decode(chunk, opened.codec)[0], opened.path)
        elif not chunk.isascii():
            opened.codec = _unmarked(chunk, opened.path, whole=False)
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


def _told(codec: str, broken: int, where: str) -> tuple[str, ...]:
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


def _refuse_controls(sample: str, path: str) -> None:
    """Raise for text that is none: binary data decodes to many control characters."""
    if len(_CONTROLS.findall(sample)) > max(STRAY, BINARY * len(sample)):
        raise UnreadableFile(
            "this is binary data, not text; if it is a document, save its text as a UTF-8 .txt file", path=path
        )


def _unmarked(data: bytes, path: str, *, whole: bool) -> str:
    """The codec of data that no mark at its beginning tells of."""
    if b"\0" in data or b"\x06" in data:
        codec = _sixteen(data[:SAMPLE])
        if codec:
            return codec
    good, broken = _utf8_fit(data, whole=whole)
    return "utf-8" if not broken or good >= broken else _single_byte(data, path)


def _sixteen(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Arabic and Latin text every other byte is 06, 00 or, in punctuation, 20."""
    pairs = len(sample) // 2
    even, odd = sample[0 : pairs * 2 : 2], sample[1 : pairs * 2 : 2]
    first, second = (half.count(b"\x06") + half.count(b"\0") for half in (even, odd))
    if second > 0.7 * pairs and first < 0.1 * pairs:
        return "utf-16-le"
    if first > 0.7 * pairs and second < 0.1 * pairs:
        return "utf-16-be"
    return None


def _utf8_fit(data: bytes, *, whole: bool) -> tuple[int, int]:
    """How many characters beyond ASCII the data holds when read as UTF-8, and how many broken places."""
    if data.isascii():
        return 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    text = decoder.decode(data, final=whole)
    broken = text.count("\ufffd") - data.count(UTF8_FFFD)
    return len(text) - len(text.encode("ascii", "ignore")) - broken, broken


def _single_byte(data: bytes, path: str) -> str:
    """One of the encodings of a byte a letter: the library's guess, checked against the letter pairs of Arabic.

    Windows-1256 and ISO-8859-6 share the letters up to ghayn and differ from fa on; the pairs tell them apart
    where the library cannot (short texts).
    """
    from charset_normalizer import from_bytes

    first = _BEYOND_ASCII.search(data)
    start = max(first.start() - 64, 0) if first else 0
    sample = data[start : start + JUDGED]
    _refuse_controls(sample.decode("latin-1"), path)
    best = from_bytes(sample, cp_isolation=[*ARABIC_CODECS, "cp1252"]).best()
    guess = best.encoding if best else None
    ranked = sorted(ARABIC_CODECS, key=lambda codec: codec != guess)
    codec = max(ranked, key=lambda codec: _arabic(sample.decode(codec, "replace")))
    if _arabic(sample.decode(codec, "replace")) >= ARABIC_ENOUGH:
        return codec
    if _latin(sample.decode("cp1252", "replace")):
        return "cp1252"
    best = from_bytes(sample).best()
    hint = f"it may be {best.encoding}; convert it" if best else "if it is text, convert it"
    raise UnreadableFile(
        f"neither UTF-8, UTF-16, Windows-1256 nor ISO-8859-6 makes Arabic of it; {hint} to UTF-8, for example "
        f"with `iconv -f {best.encoding if best else 'ENCODING'} -t UTF-8`",
        path=path,
    )


@cache
def _pairs() -> dict[str, float]:
    """Log share of each pair of letters in Arabic news."""
    return {row["pair"].replace("_", " "): math.log(int(row["per_million"]) / 1e6) for row in lexicon("letter_pairs")}


def _arabic(text: str) -> float:
    """Mean log share of the text's letter pairs in Arabic news; the floor for a text without letters to judge."""
    known = _pairs()
    folded = _NEUTRAL.sub(" ", f" {text.translate(_MARKS)} ")
    values = [
        known.get(first + second, FLOOR) for first, second in pairwise(folded) if first > "\x7f" or second > "\x7f"
    ]
    return sum(values) / len(values) if values else FLOOR


def _latin(text: str) -> bool:
    """Whether a text in Windows-1252 looks like a language: Latin letters, some of them accented."""
    letters = sum(map(str.isalpha, text))
    accented = sum(char.isalpha() for char in text if char > "\x7f")
    return "\ufffd" not in text and letters > 0 and accented <= LATIN_ENOUGH * letters


def _undo(text: str, read_as: str, written_as: str) -> str | None:
    """The text before its bytes were read in the wrong code page, if every character stands for one byte of it."""
    table = {_char(byte, read_as): byte for byte in range(256)}
    try:
        return bytes(table[char] for char in text).decode(written_as)
    except (KeyError, UnicodeDecodeError):
        return None


def _char(byte: int, codec: str) -> str:
    """What a byte is in a code page; browsers read the five holes of Windows-1252 as control characters."""
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)
