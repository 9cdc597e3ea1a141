"""What a cell of a body holds beside plain text: lists of tokens written out, and where a service cut the text off."""

from __future__ import annotations

import re
from html import unescape

TOKENS = 5  # members at least of a list that is one of tokens
SPACED = 0.2  # share of members with a space in them that a list of tokens may have
_STRING = r"""(?:u?'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")"""
_WRITTEN = re.compile(rf"\s*[\[(]\s*+{_STRING}(?:[\s,]++{_STRING})*+[\s,]*+[\])]\s*", re.DOTALL)
_MEMBER = re.compile(_STRING, re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "t": "\t", "r": "\r"}
_BEFORE_POINT = re.compile(r"(?<! ) ++(?=[.،,؛;:!؟?)»\]](?: |$))")
_MARKUP = re.compile(r"</(?:p|div|span|a|strong|h[1-6]|li|b|em)>|<br ?/?>|<p>", re.IGNORECASE)
_UNSEEN = re.compile(r"<!--[^>]*+>|<(script|style)\b[^>]*+>[^<]*+</\1>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|table|tr|figure|section|article)\b[^<>]*+>", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*+>")
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+(\d{1,9}) chars\]\s*$")


def joined_tokens(value: object) -> tuple[str | None, str | None]:
    """The text of a list of tokens or paragraphs, be it a list or one written in a cell, and a warning; None when none.

    >>> joined_tokens("['قال', 'الوزير', 'إن', 'الوضع', 'مستقر', '.']")[0]
    'قال الوزير إن الوضع مستقر.'
    """
    members, written = value, False
    if isinstance(value, str) and value[:8].lstrip()[:1] in ("[", "(") and _WRITTEN.fullmatch(value):
        members, written = [_plain(member[0]) for member in _MEMBER.finditer(value)], True
    if not isinstance(members, list) or not all(isinstance(member, str) for member in members):
        return None, None
    if len(members) >= TOKENS and sum(" " in member.strip() for member in members) <= SPACED * len(members):
        text = " ".join(member.strip() for member in members)
        return _BEFORE_POINT.sub("", text), "is a list of tokens, joined by spaces"
    return ("\n".join(members), "is a list written in a cell, a line for each member") if written else (None, None)


def without_ends(text: str) -> tuple[str, str | None]:
    """The text without the mark of a service that cut it off, and a warning that says how much is missing.

    >>> without_ends("قال الوزير… [+1817 chars]")
    ('قال الوزير…', 'was cut off by its source: 1817 characters are missing')
    """
    found = _CUT.search(text[-200:]) if text.rstrip().endswith("chars]") else None
    if found is None:
        return text, None
    return f"{text[: len(text) - len(found[0])]}…", f"was cut off by its source: {found[1]} characters are missing"


def without_markup(text: str) -> tuple[str, str | None]:
    r"""The text without its HTML, a line for each block, and a warning that says so; as it stands when it has none.

    >>> without_markup("<p>قال <b>الوزير</b>.</p><p>ونفى &amp; خرج.</p>")[0]
    'قال الوزير.\nونفى & خرج.'
    """
    if "<" not in text or not _MARKUP.search(text):
        return text, None
    plain = unescape(_TAG.sub("", _BLOCK.sub("\n", _UNSEEN.sub("", text))))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line), "HTML markup was taken off"


def _plain(written: str) -> str:
    """A string as a program wrote it, without its marks and escapes."""
    inside = written.removeprefix("u")[1:-1]
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _PLAIN.get(m[3], m[3]), inside)
