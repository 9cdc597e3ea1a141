"""Letters that were read in the wrong code page and saved again, undone where that is sure.

Each way is a line of `UTF8_READ_AS` or of `SINGLE_READ_AS`; a text that went two such ways is undone twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, partial
from typing import NamedTuple

from arcorpus.readers.letter_pairs import ARABIC_ENOUGH, mean_log_share

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
    "iso8859_15": "ISO-8859-15",
    "cp720": "code page 720",
    "cp864": "code page 864",
    "cp852": "code page 852",
    "cp866": "code page 866",
    "koi8_r": "KOI8-R",
}
"""Code pages that UTF-8 is read in by mistake, the most frequent first, with what people call them."""

SINGLE_READ_AS = tuple(
    (written, read)
    for read in ("cp1252", "latin-1", "mac_roman", "cp437", "cp850", "cp1251", "cp1254", "iso8859_15")
    for written in ("cp1256", "iso8859_6", "mac_arabic", "cp720")
    if (written, read) != ("mac_arabic", "cp1251")  # Russian would pass for it
)
"""Encodings of Arabic of a byte a letter, and the code page of another script that each is read in by mistake."""

ARABIC_READ_AS = (
    ("iso8859_6", "cp1256"),
    ("cp1256", "iso8859_6"),
    ("cp720", "cp1256"),
    ("cp720", "iso8859_6"),
)
"""The same where the code page that it is read in has Arabic letters too, but others."""

_WRITTEN = {"cp1256": "Windows-1256", "iso8859_6": "ISO-8859-6", "mac_arabic": "Mac Arabic", "cp720": "code page 720"}
_LETTERS_THEMSELVES = {"cp1256", "iso8859_6", "cp1251"}  # what they show is the text of a language
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 600  # code points beyond ASCII that tell whether a text is worth a trial
_LEADS = 0.28  # share of them that begin a letter in UTF-8, at least
_MANY = 0.3  # share of the letters that are beyond ASCII where a byte a letter was misread
_FEWEST = 8  # such characters, at least
_FEWEST_FLIPPED = 24  # Arabic letters, at least, that are taken for others of the script
_SOUND, _BETTER = -6.5, 1.2  # mean log share of their pairs then, and by how much it is above that of the text
_EACH = 40  # letters of Arabic among which «ال» stands at least once
_SURE = -7.2  # mean log share of the letter pairs where the misread letters are those of a language themselves
_FEWEST_IN_PART = 4  # letters of a stretch of mojibake beside sound text
_ARTICLE = re.compile("Ç[áä]|«[·‰]")  # «ال» as two Western code pages show it
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
    found = _unwound(text, _TWICE) or _in_part(text)
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
    counts = Counter(sample)
    for read, name in UTF8_READ_AS.items():
        if sum(counts[lead] for lead in _leads(read) & counts.keys()) < _LEADS * len(sample):
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
    """The text that was Arabic of a byte a letter, read as if it were of another script or code page."""
    head = text[: 8 * _SAMPLE]
    ways, least = (SINGLE_READ_AS, ARABIC_ENOUGH) if len(sample) >= _FEWEST else ((), 0.0)
    if _ARABIC.search("".join(sample)):
        letters = len(_ARABIC.findall(head))
        if letters < max(_FEWEST_FLIPPED, _EACH * head.count("ال")) or "\ufffd" in text:
            return None
        ways, least = ARABIC_READ_AS, max(_SOUND, mean_log_share(head) + _BETTER)
    elif len(sample) < _MANY * len(_LETTER.findall(head)):
        return None
    judged = [(mean_log_share(found), way) for way in ways if (found := _decoded(head, way[1], way[0])) is not None]
    for score, (written, read) in sorted(judged, key=lambda one: -one[0]):
        if score < (_SURE if read == "cp1251" else least):
            continue
        whole = _decoded(text, read, written)
        if whole is not None:
            told = f"was {_WRITTEN[written]} read as {UTF8_READ_AS[read]} and saved again; undone exactly"
            return Repair(whole, told)
    return None


def _in_part(text: str) -> Repair | None:
    """The text with the stretches undone that are mojibake beside sound text; None when there are none."""
    names = []
    shown = [read for read in UTF8_READ_AS if any(sign[0] in text and sign in text for sign in _alefs(read))]
    for read in (*shown, *reversed(shown)):
        found = _stretches(read).sub(partial(_undone_stretch, read=read), text)
        if found != text:
            text = found
            names.append(UTF8_READ_AS[read])
    if _ARTICLE.search(text):
        lines = text.splitlines(keepends=True)
        mended = [_single_line(line) for line in lines]
        if mended != lines:
            text = "".join(mended)
            names.append("a Western code page")
    if not names:
        return None
    return Repair(text, f"held lines that were read in a wrong encoding ({', '.join(dict.fromkeys(names))}); undone")


def _single_line(line: str) -> str:
    """A line undone that was Arabic of a byte a letter, read as if it were of a Latin script."""
    found = _from_single(line, _BEYOND_ASCII.findall(line)[:_SAMPLE]) if _ARTICLE.search(line) else None
    return found.text if found else line


@cache
def _alefs(read: str) -> tuple[str, ...]:
    """Alef and lam of UTF-8 as a code page shows them, once and twice over: mojibake holds one of them."""
    pairs = ((0xD8, 0xA7), (0xD9, 0x84), (0xC3, 0x98), (0xC3, 0x99), (0xD8, 0xB7), (0xD8, 0xB8))
    return tuple(_char(first, read) + _char(second, read) for first, second in pairs)


@cache
def _stretches(read: str) -> re.Pattern[str]:
    """Letters of two or three bytes in UTF-8, as a code page shows them, with the signs of ASCII between them."""
    two, three, rest = (
        "".join(re.escape(_char(byte, read)) for byte in range(*ends))
        for ends in ((0xC2, 0xE0), (0xE0, 0xF0), (0x80, 0xC0))
    )
    letter = f"(?:[{two}][{rest}]|[{three}][{rest}]{{2}})"
    return re.compile(f"{letter}(?:[ -@]{{0,4}}{letter})+")


def _undone_stretch(match: re.Match[str], read: str) -> str:
    """A stretch of mojibake undone; as it is when no Arabic comes out."""
    stretch = match[0]
    data = _bytes(stretch, read)
    try:
        found = data.decode() if data is not None else ""
    except UnicodeDecodeError:
        return stretch
    deeper = _unwound(found, _TWICE - 1) if found else None
    found = deeper.text if deeper else found
    return found if len(_ARABIC.findall(found)) >= _FEWEST_IN_PART and _is_mostly_arabic(found) else stretch


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
    of_mojibake = range(0xC2, 0xC4) if read in _LETTERS_THEMSELVES - {"cp1251"} else range(0xC2, 0xD8)
    return frozenset(_char(byte, read) for byte in (*of_mojibake, 0xD8, 0xD9, 0xDA, 0xDB, 0xE2))


def _char(byte: int, codec: str) -> str:
    """What a byte is in a code page."""
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)
