"""How browsers save a page: MHTML, and the notes that they leave in it of where it was."""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import NamedTuple

_MHTML = re.compile(r"(?:[A-Za-z-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE)
_NOTE = re.compile(rb"saved from url=\(\d{1,6}\)\s*(https?://[^\s<>]{1,2000})|\burl:\s{0,4}(https?://[^\s<>]{1,2000})")
_NOTED_WITHIN = 2048  # bytes
_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)


class Saved(NamedTuple):
    """A page as it was saved.

    Attributes:
        page: its HTML, in bytes.
        url: where it was, as the browser notes it.
    """

    page: bytes
    url: str | None = None


def is_mhtml(beginning: str) -> bool:
    """Whether a file begins as MHTML does."""
    return bool(_MHTML.match(beginning))


def saved_page(data: bytes) -> Saved:
    """The page in a file: the data themselves, or out of MHTML the first page, of frames the longest."""
    if not is_mhtml(data[:8192].decode("latin-1")):
        note = _NOTE.search(data[:_NOTED_WITHIN])
        return Saved(data, (note[1] or note[2]).decode("utf-8", "replace") if note else None)
    from email import message_from_bytes
    from email.policy import compat32

    message = message_from_bytes(data, policy=compat32)
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    contents = [content for part in pages if isinstance(content := part.get_payload(decode=True), bytes)]
    if not contents:
        return Saved(data)
    at = max(range(len(contents)), key=lambda n: len(contents[n])) if _FRAMES.search(contents[0]) else 0
    return Saved(_marked(contents[at], pages[at].get_content_charset()), _address(message, pages[at]))


def _address(message: Message, part: Message) -> str | None:
    """Where a page of MHTML was, by its part's header or that of the whole."""
    found = (part.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    return next((str(url).strip() for url in found if url and str(url).strip().startswith("http")), None)


def _marked(content: bytes, charset: str | None) -> bytes:
    """A part of MHTML as UTF-8 with its mark, where its header tells its charset; else as it is."""
    try:
        return codecs.BOM_UTF8 + content.decode(charset or "").removeprefix("\ufeff").encode()
    except (LookupError, UnicodeError):
        return content
