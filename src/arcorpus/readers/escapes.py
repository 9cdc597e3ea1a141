r"""Letters that stand as codes (`\u0627`, `<U+0627>`, `%D8%A7`, `&#1575;`): read as letters where most do."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Callable
from typing import NamedTuple

from arcorpus.readers.letter_pairs import is_arabic
from arcorpus.readers.mojibake import Repair

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_FEWEST = 4  # letters in codes that make a text one of codes
_HEX = re.compile("(?:0{2,4})?([0-9a-fA-F]{4,6})|(?<=[{+])([0-9a-fA-F]{2,3})")
_BASE64 = re.compile(r"\s*[A-Za-z0-9+/]{24,}={0,2}(?:\s+[A-Za-z0-9+/]+={0,2})*\s*")
_UTF7 = re.compile(r"\+(?:[A-Za-z0-9+/]{4}){0,400}[A-Za-z0-9+/]{2,4}-?")
_PYTHON = re.compile(r"\s*b(['\"])(.*)\1\s*", re.DOTALL)
_ASCII = re.compile(r"=([2-7][0-9A-F])")
_TWICE = re.compile(r"%25(?=[0-9A-Fa-f]{2}|u0)")
_SOFT = re.compile(r"=[ \t]*\r?\n")


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
    codes = (int(long or short, 16) for long, short in _HEX.findall(run))
    units = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)  # noqa: PLR2004 - the last of Unicode
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _bytes(run: str) -> str:
    """Bytes in hexadecimal: UTF-8 or, when they are none, Windows-1256."""
    return _decoded(bytes(int(code, 16) for code in re.findall("[0-9a-fA-F]{2}", run))) or run


def _entities(run: str) -> str:
    """The sign of an entity, also of one that was escaped twice."""
    return html.unescape(html.unescape(run))


def _octal(run: str) -> str:
    """Bytes in octal."""
    return _decoded(bytes(int(code, 8) for code in run.split("\\")[1:])) or run


def _word(run: str) -> str:
    """The words of an e-mail's head («=?UTF-8?B?…?=»)."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(run)))
    except (LookupError, ValueError, HeaderParseError):
        return run


def _decoded(data: bytes) -> str:
    """The text of bytes: UTF-8 or, when they are none, Windows-1256; empty when that is no Arabic."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1256", "replace")
        return text if is_arabic(text) else ""


ESCAPES = (
    Escape(
        r"\u codes",
        "\\u",
        re.compile(r"(?:\\{1,4}(?:u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{2,6}\})|U[0-9a-fA-F]{8}))+"),
        _points,
    ),
    Escape(r"\U codes", "\\U", re.compile(r"(?:\\{1,4}U(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{4}))+"), _points),
    Escape(
        "<U+0627> codes",
        "U+",
        re.compile(r"(?:<U\+[0-9a-fA-F]{4,6}>|\[U\+[0-9a-fA-F]{4,6}\]|\{U\+[0-9a-fA-F]{4,6}\})+"),
        _points,
    ),
    Escape("<u+0627> codes", "<u+", re.compile(r"(?:<u\+[0-9a-f]{4,6}>)+"), _points),
    Escape("U+0627 codes", "U+06", re.compile(r"U\+[0-9a-fA-F]{4}"), _points),
    Escape("%u codes", "%u0", re.compile(r"(?:%u[0-9a-fA-F]{4})+"), _points),
    Escape("u0627 codes whose backslash was lost", "u06", re.compile(r"(?:u06[0-9a-fA-F]{2})+"), _points),
    Escape("percent-encoding", "%", re.compile(r"(?:%[0-9a-fA-F]{2})+"), _bytes),
    Escape(r"\x codes", "\\x", re.compile(r"(?:\\x[0-9a-fA-F]{2})+"), _bytes),
    Escape(r"\x{0627} codes", "\\x{", re.compile(r"(?:\\x\{[0-9a-fA-F]{2,6}\})+"), _points),
    Escape("octal codes", "\\33", re.compile(r"(?:\\[0-3][0-7]{2})+"), _octal),
    Escape(
        "words of an e-mail's head",
        "=?",
        re.compile(r"=\?[\w-]{2,20}\?[bBqQ]\?[^?\s]*\?=(?:\s+=\?[\w-]{2,20}\?[bBqQ]\?[^?\s]*\?=)*"),
        _word,
    ),
    Escape("quoted-printable codes", "=D", re.compile(r"(?:=[0-9A-F]{2})+"), _bytes),
    Escape("HTML entities", "&#", re.compile(r"&(?:amp;)?#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?"), _entities),
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
    if text.isascii() and (carried := _carried(text)):
        return carried
    if "%25" in text and len(_TWICE.findall(text)) > text.count("%") / 2:
        text = _TWICE.sub("%", text)
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


def _carried(text: str) -> Repair | None:
    """The Arabic of a text that is nothing but Base64 or UTF-7; None for any other."""
    if _BASE64.fullmatch(text):
        try:
            found = base64.b64decode("".join(text.split()), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            return None
        return Repair(found, "its letters stood as Base64; read as letters") if is_arabic(found) else None
    if "+B" in text and len(_UTF7.findall(text)) >= _FEWEST:
        try:
            found = text.encode().decode("utf-7")
        except UnicodeDecodeError:
            return None
        return Repair(found, "its letters stood as UTF-7; read as letters") if is_arabic(found) else None
    return None


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

    if escape.sign == "=D" and _SOFT.search(text):
        text = _SOFT.sub("", text)
    found = re.sub(f"{_ADDRESS}({escape.run.pattern})", read, text)
    if gained < _FEWEST or gained <= len(_ARABIC.findall(text)):
        return None
    if escape.name == "percent-encoding" and "+" in found and " " not in text:
        found = found.replace("+", " ")
    if escape.sign == "=D":
        found = _ASCII.sub(lambda match: chr(int(match[1], 16)), found)
    if escape.sign in {"\\x", "\\33"} and (python := _PYTHON.fullmatch(found)):
        found = python[2]
    if "\\n" in found and escape.sign in {"\\u", "\\U", "\\x", "\\33"}:
        found = found.replace("\\r\\n", "\n").replace("\\n", "\n").replace('\\"', '"')
    return found
