"""Which encoding a file of Arabic is in, by a mark at its beginning or by what its bytes make."""

from __future__ import annotations

import codecs
import re

from arcorpus.errors import UnreadableFile
from arcorpus.readers.letter_pairs import ARABIC_ENOUGH, mean_log_share

SAMPLE = 1 << 16  # bytes that are looked at for a sign of 16 bits or of no text at all
JUDGED = 1 << 13  # bytes that the encodings of a byte a letter are told apart by
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

LATIN_ENOUGH = 0.35  # share of accented letters among the letters, at most, in a Latin-script language
BINARY = 0.02  # share of control characters from which on a file is no text
LETTERS = 16  # of Arabic in a line that tells how a file is written
PART = 0.25  # of a file: such lines
FEWEST_LINES = 2  # such lines that tell that the rest is damage
STRAY = 4  # control characters that a short text may hold all the same
_OF_16_BITS = 0.7  # share of every other byte that has one of the values of UTF-16 …
_ELSE = 0.1  # … and of those between

UTF8_FFFD = "\ufffd".encode()
_ZEROS = re.compile("\0{2,}")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ARABIC = re.compile("[\u0621-\u064a]")
_BEYOND_ASCII = re.compile(b"[\x80-\xff]")


def detect(data: bytes, path: str, *, whole: bool = True) -> str:
    """The Python codec that a file's bytes, or its first bytes, are to be read with.

    Args:
        data: the file, or its beginning when `whole` is false.
        path: its name for messages.
        whole: whether the end of `data` is the end of the file, where a cut character is broken.

    Raises:
        UnreadableFile: when it is no text, or in an encoding that is not read here.

    >>> detect("العربية".encode("utf-16-le"), "خبر.txt")
    'utf-16-le'
    """
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec
    kind = next((kind for magic, kind in SIGNATURES if data.startswith(magic)), None)
    if kind:
        raise UnreadableFile(f"this is {kind}, not text; save its text as a UTF-8 .txt file", path=path)
    return detect_unmarked(data, path, whole=whole)


def detect_unmarked(data: bytes, path: str, *, whole: bool) -> str:
    """The codec of data that no mark at its beginning tells of."""
    if b"\0" in data or b"\x06" in data:
        codec = _sixteen(data[:SAMPLE])
        if codec:
            return codec
    good, broken = _utf8_fit(data, whole=whole)
    return "utf-8" if not broken or good >= broken or _has_a_hole(data) else _single_byte(data, path)


def _has_a_hole(data: bytes) -> bool:
    """Whether a good part of the data are lines of Arabic in UTF-8, so that other bytes between them are damage."""
    return _is_mostly_arabic(data.decode("utf-8", "replace"))


def _is_mostly_arabic(text: str) -> bool:
    """Whether two lines at least, and a part of a text, are Arabic without control characters or broken letters."""
    whole = [
        line
        for line in text.split("\n")
        if len(_ARABIC.findall(line)) >= LETTERS and not _CONTROLS.search(line) and "\ufffd" not in line
    ]
    return len(whole) >= FEWEST_LINES and sum(map(len, whole)) >= PART * len(text)


def refuse_controls(sample: str, path: str) -> None:
    """Raise for text that is none: binary data decodes to many control characters; a hole in a text is damage."""
    hole = max(_ZEROS.findall(sample), key=len, default="")
    sample = sample.replace(hole, "", 1) or hole
    if len(_CONTROLS.findall(sample)) > max(STRAY, BINARY * len(sample)) and not _is_mostly_arabic(sample):
        raise UnreadableFile(
            "this is binary data, not text; if it is a document, save its text as a UTF-8 .txt file", path=path
        )


def _sixteen(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Arabic and Latin text every other byte is 06, 00 or, in punctuation, 20."""
    pairs = len(sample) // 2
    even, odd = sample[0 : pairs * 2 : 2], sample[1 : pairs * 2 : 2]
    first, second = (half.count(b"\x06") + half.count(b"\0") for half in (even, odd))
    if second > _OF_16_BITS * pairs and first < _ELSE * pairs:
        return "utf-16-le"
    if first > _OF_16_BITS * pairs and second < _ELSE * pairs:
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
    refuse_controls(sample.decode("latin-1"), path)
    best = from_bytes(sample, cp_isolation=[*ARABIC_CODECS, "cp1252"]).best()
    guess = best.encoding if best else None
    ranked = sorted(ARABIC_CODECS, key=lambda codec: codec != guess)
    codec = max(ranked, key=lambda codec: mean_log_share(sample.decode(codec, "replace")))
    if mean_log_share(sample.decode(codec, "replace")) >= ARABIC_ENOUGH:
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


def _latin(text: str) -> bool:
    """Whether a text in Windows-1252 looks like a language: Latin letters, some of them accented."""
    letters = sum(map(str.isalpha, text))
    accented = sum(char.isalpha() for char in text if char > "\x7f")
    return "\ufffd" not in text and letters > 0 and accented <= LATIN_ENOUGH * letters
