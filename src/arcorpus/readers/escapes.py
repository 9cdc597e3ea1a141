r"""Letters that stand as codes (`\u0627`, `<U+0627>`, `%D8%A7`, `&#1575;`): read as letters where most do."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

from arcorpus.readers.letter_pairs import is_arabic
from arcorpus.readers.mojibake import Repair

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_FEWEST = 4  # letters in codes that make a text one of codes
_HEX = re.compile("[0-9a-fA-F]{4,6}|(?<=[{+])[0-9a-fA-F]{3}")


class Escape(NamedTuple):
    """A way to write letters as codes.

    Attributes:
        name: what it is called in a warning.
        sign: what a text of such codes holds: a quick look.
        run: codes that follow each other.
        read: the text of such a run.
    """

    name: str
    sign: str
    run: re.Pattern[str]
    read: Callable[[str], str]


def _points(run: str) -> str:
    """Code points in hexadecimal, UTF-16 pairs among them."""
    units = "".join(chr(int(code, 16)) if int(code, 16) < 0x110000 else "\ufffd" for code in _HEX.findall(run))  # noqa: PLR2004
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bytes(run: str) -> str:
    """Bytes in hexadecimal: UTF-8 or, when they are none, Windows-1256."""
    data = bytes(int(code, 16) for code in re.findall("[0-9a-fA-F]{2}", run))
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1256")
        return text if is_arabic(text) else run


ESCAPES = (
    Escape(r"\u codes", "\\u", re.compile(r"(?:\\u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{3,6}\}))+"), _points),
    Escape("<U+0627> codes", "<U+", re.compile(r"(?:<U\+[0-9a-fA-F]{4,6}>)+"), _points),
    Escape("U+0627 codes", "U+06", re.compile(r"U\+[0-9a-fA-F]{4}"), _points),
    Escape("%u codes", "%u0", re.compile(r"(?:%u[0-9a-fA-F]{4})+"), _points),
    Escape("u0627 codes whose backslash was lost", "u06", re.compile(r"(?:u06[0-9a-fA-F]{2})+"), _points),
    Escape("percent-encoding", "%", re.compile(r"(?:%[0-9a-fA-F]{2})+"), _bytes),
    Escape(r"\x codes", "\\x", re.compile(r"(?:\\x[0-9a-fA-F]{2})+"), _bytes),
    Escape("quoted-printable codes", "=D", re.compile(r"(?:=[0-9A-F]{2}(?:=\r?\n)?)+"), _bytes),
    Escape("HTML entities", "&#", re.compile(r"&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?"), html.unescape),
)
_ENTITY = re.compile(
    r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|quot|amp|apos|nbsp|laquo|raquo|[lr][sd]quo|hellip|[nm]dash|rlm|lrm|zwn?j);"
)
_ADDRESS = r"(?:https?://|www\.)\S+|"


def undo_escapes(text: str) -> Repair:
    r"""The text with letters for their codes, where more of its Arabic letters stand as codes than as letters.

    Codes in web addresses stay. HTML entities of signs (`&quot;`) are read wherever they stand.

    >>> undo_escapes("\\u0642\\u0627\\u0644 \\u0627\\u0644\\u0648\\u0632\\u064a\\u0631").text
    'قال الوزير'
    """
    for escape in ESCAPES:
        if escape.sign in text and (found := _undone(text, escape)) is not None:
            return Repair(found, f"its letters stood as {escape.name}; read as letters")
    if "&" in text and _ENTITY.search(text):
        found = _ENTITY.sub(_entity, text)
        return Repair(found, "held HTML entities (&quot; and the like); read as the signs they stand for")
    return Repair(text)


def _entity(match: re.Match[str]) -> str:
    """The sign of an entity, also of one that was escaped twice; what is no text stays."""
    sign = html.unescape(html.unescape(match[0]))
    return sign if sign.isprintable() or sign in "\xa0\u200c\u200d\u200e\u200f" else match[0]


def _undone(text: str, escape: Escape) -> str | None:
    """The text without the codes, None when they are not what it is written in."""
    gained = 0

    def read(match: re.Match[str]) -> str:
        nonlocal gained
        if match[1] is None:
            return match[0]
        found = escape.read(match[1])
        gained += len(_ARABIC.findall(found))
        return found

    found = re.sub(f"{_ADDRESS}({escape.run.pattern})", read, text)
    if gained < _FEWEST or gained <= len(_ARABIC.findall(text)):
        return None
    if escape.name == "percent-encoding" and "+" in found and " " not in text:
        found = found.replace("+", " ")
    if "\\n" in found and escape.sign in {"\\u", "\\x"}:
        found = found.replace("\\r\\n", "\n").replace("\\n", "\n").replace('\\"', '"')
    return found
