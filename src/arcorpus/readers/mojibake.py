"""Letters that were read in the wrong code page and saved again, undone where that is sure.

Each way is a line of `UTF8_READ_AS` or of `SINGLE_READ_AS`; a text that went two such ways is undone twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from arcorpus.readers.letter_pairs import is_arabic

UTF8_READ_AS = {
    "cp1252": "Windows-1252",
    "latin-1": "ISO-8859-1",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6",
    "mac_roman": "Mac Roman",
    "cp437": "code page 437",
    "cp850": "code page 850",
    "cp1251": "Windows-1251",
    "cp1254": "Windows-1254",
    "cp1250": "Windows-1250",
}
"""Code pages that UTF-8 is read in by mistake, the most frequent first, with what people call them."""

SINGLE_READ_AS = tuple(
    (written, read)
    for read in ("cp1252", "latin-1", "mac_roman", "cp437", "cp850")
    for written in ("cp1256", "iso8859_6")
)
"""Encodings of Arabic of a byte a letter, and the code page that each is read in by mistake."""

_WRITTEN = {"cp1256": "Windows-1256", "iso8859_6": "ISO-8859-6"}
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 600  # code points beyond ASCII that tell whether a text is worth a trial
_LEADS = 0.28  # share of them that begin a letter in UTF-8, at least
_MANY = 0.3  # share of the letters that are beyond ASCII where a byte a letter was misread
_FEWEST = 8  # such letters, at least
_LOST = {0xD9: "ف", 0xD8: "ح"}  # the letter whose second byte (81, a hole; AD, a soft hyphen) programs drop
_MOST_LOST = 0.2  # share of letters, at most, that may have lost their second byte
_TWICE = 3  # times that a text is undone, at most


class Repair(NamedTuple):
    """A text after a look for mojibake.

    Attributes:
        text: the text, mended where that was sure.
        warning: what was found; None when it was sound.
    """

    text: str
    warning: str | None = None


def undo_mojibake(text: str) -> Repair:
    """The text with mojibake undone where that is sure, once or several times over.

    >>> undo_mojibake("Ø§Ù„Ø³Ù„Ø§Ù…").text
    'السلام'
    """
    found = _unwound(text, _TWICE)
    if found is not None:
        return found
    codec = "cp1252" if "Ø§" in text else "cp1256" if "ط§" in text else None
    if codec is None:
        return Repair(text)
    leads = len(re.findall("[ØÙÚÛ][^\x00-\x7f]" if codec == "cp1252" else "[طظع][^\x00-\x7fء-ي ]", text))
    if leads * 4 < len(text) - len(text.encode("ascii", "ignore")):
        return Repair(text)
    return Repair(text, "looks like UTF-8 that was read in another encoding and saved again; fetch the text anew")


def _unwound(text: str, times: int) -> Repair | None:
    """The text undone as often as it takes until it is Arabic; None when no way leads there."""
    sample = _BEYOND_ASCII.findall(text[: 8 * _SAMPLE])[:_SAMPLE]
    if not sample or not times:
        return None
    for read, name in UTF8_READ_AS.items():
        if sum(map(_leads(read).__contains__, sample)) < _LEADS * len(sample):
            continue
        undone = _from_utf8(text, read)
        if undone is None:
            continue
        deeper = _unwound(undone.text, times - 1)
        if deeper is not None:
            return Repair(deeper.text, f"was read in a wrong encoding ({name}) more than once; it {deeper.warning}")
        if _is_mostly_arabic(undone.text):
            told = f"was UTF-8 read as {name} and saved again; undone {undone.warning or 'exactly'}"
            return Repair(undone.text, told)
    return _from_single(text, sample)


def _is_mostly_arabic(text: str) -> bool:
    """Whether the letters beyond ASCII are Arabic and follow each other as in Arabic."""
    beyond = sum(map(str.isalpha, _BEYOND_ASCII.findall(text)))
    arabic = len(_ARABIC.findall(text))
    return arabic > 0 and arabic * 10 >= beyond * 9 and not (arabic > _SAMPLE and not _reads_well(text))


def _reads_well(text: str) -> bool:
    """Whether its beginning is no chance: Persian, Urdu and Kurdish text passes as Arabic does."""
    return len(set(_ARABIC.findall(text[: 8 * _SAMPLE]))) > 10  # noqa: PLR2004 - letters of any text


def _from_utf8(text: str, read: str) -> Repair | None:
    """The text of the bytes that its characters stand for, as UTF-8; its warning tells of letters guessed."""
    data = _bytes(text, read)
    if data is None:
        return None
    try:
        return Repair(data.decode())
    except UnicodeDecodeError:
        pass
    lost = 0

    def guessed(match: re.Match[bytes]) -> bytes:
        nonlocal lost
        lost += 1
        return _LOST[match[1][0]].encode()

    data = re.sub(rb"([\xd8\xd9])(?:\xef\xbf\xbd|[?\x1a]|(?![\x80-\xbf]))", guessed, data)
    try:
        found = data.decode()
    except UnicodeDecodeError:
        return None
    if lost > _MOST_LOST * len(_ARABIC.findall(found)):
        return None
    return Repair(found, f"but for {lost} letters whose second byte was lost, guessed to be ف or ح")


def _from_single(text: str, sample: list[str]) -> Repair | None:
    """The text that was Arabic of a byte a letter, read as if it were of a Latin script."""
    if sum(map(str.isalpha, sample)) < _FEWEST or _ARABIC.search("".join(sample)):
        return None
    if len(sample) < _MANY * len(_LETTER.findall(text[: 8 * _SAMPLE])):
        return None
    for written, read in SINGLE_READ_AS:
        head = _decoded(text[: 8 * _SAMPLE], read, written)
        if head is None or not is_arabic(head):
            continue
        whole = _decoded(text, read, written)
        if whole is not None:
            told = f"was {_WRITTEN[written]} read as {UTF8_READ_AS[read]} and saved again; undone exactly"
            return Repair(whole, told)
    return None


def _decoded(text: str, read: str, written: str) -> str | None:
    """The text of the bytes that its characters stand for, None when they stand for none of that encoding."""
    data = _bytes(text, read)
    try:
        return None if data is None else data.decode(written)
    except UnicodeDecodeError:
        return None


def _bytes(text: str, read: str) -> bytes | None:
    """The bytes that were read as these characters; U+FFFD stays in UTF-8, for it is a byte that was lost."""
    table = _table(read)
    if "\ufffd" not in text:
        try:
            return bytes(map(table.__getitem__, text))
        except KeyError:
            return None
    parts = [_bytes(part, read) for part in text.split("\ufffd")]
    known = [part for part in parts if part is not None]
    return "\ufffd".encode().join(known) if len(known) == len(parts) else None


@cache
def _table(read: str) -> Mapping[str, int]:
    """The byte of each character of a code page; browsers read the five holes of Windows-1252 as control characters."""
    return {_char(byte, read): byte for byte in range(256)}


@cache
def _leads(read: str) -> frozenset[str]:
    """The characters that stand for the first byte of a letter in UTF-8: of Arabic, or of mojibake of it."""
    of_mojibake = () if read in {"cp1256", "iso8859_6"} else range(0xC2, 0xD8)
    return frozenset(_char(byte, read) for byte in (*of_mojibake, 0xD8, 0xD9, 0xDA, 0xDB, 0xE2))


def _char(byte: int, codec: str) -> str:
    """What a byte is in a code page."""
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)
