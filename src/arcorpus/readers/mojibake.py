"""Letters that were read in the wrong code page and saved again, undone where that is exact."""

from __future__ import annotations

import re
from typing import NamedTuple

from arcorpus.readers.letter_pairs import is_arabic

_NAMES = {"cp1252": "Windows-1252", "cp1256": "Windows-1256", "latin-1": "ISO-8859-1"}
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")


class Repair(NamedTuple):
    """A text after a look for mojibake.

    Attributes:
        text: the text, mended where that was exact.
        warning: what was found; None when it was sound.
    """

    text: str
    warning: str | None = None


def undo_mojibake(text: str) -> Repair:
    """The text with mojibake undone where that is exact.

    Mojibake is UTF-8 that was once read as Windows-1252, Latin-1 or Windows-1256, or Windows-1256 that was read as
    Windows-1252, and saved again.

    >>> undo_mojibake("Ø§Ù„Ø³Ù„Ø§Ù…").text
    'السلام'
    """
    if "Çá" in text and not _ARABIC.search(text):
        repaired = _undo(text, "cp1252", "cp1256")
        if repaired is not None and is_arabic(repaired):
            return Repair(repaired, "was Windows-1256 read as Windows-1252 and saved again; undone exactly")
    codec = "cp1252" if "Ø§" in text else "cp1256" if "ط§" in text else None
    if codec is None:
        return Repair(text)
    for name in (codec, "latin-1"):
        repaired = _undo(text, name, "utf-8")
        if repaired is not None and _ARABIC.search(repaired):
            told = f"was UTF-8 read as {_NAMES[name]} and saved again; undone exactly"
            return Repair(repaired, told)
    leads = len(re.findall("[ØÙÚÛ][^\x00-\x7f]" if codec == "cp1252" else "[طظع][^\x00-\x7fء-ي ]", text))
    if leads * 4 < len(text) - len(text.encode("ascii", "ignore")):
        return Repair(text)
    return Repair(text, "looks like UTF-8 that was read in another encoding and saved again; fetch the text anew")


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
