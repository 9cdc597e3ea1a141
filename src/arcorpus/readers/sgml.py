"""The reader of news in SGML as TREC has it: `<DOC>` after `<DOC>`, never well-formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, TextIO

from arcorpus.errors import BrokenRow, NoArticle, ReadError
from arcorpus.readers.encodings import as_text, open_utf8
from arcorpus.readers.html.fragments import fragment_text
from arcorpus.readers.limits import ROW, raised, too_long
from arcorpus.readers.record_fields import to_article

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".sgm", ".sgml")
FORM = "SGML (TREC)"

_BEGINS = re.compile(r"\s*<DOC(?:\s[^<>]{0,500})?>\s*<[A-Za-z]", re.IGNORECASE)
_DOC = re.compile(r"<DOC(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_END = re.compile(r"</DOC>", re.IGNORECASE)
_ATTRIBUTE_ID = re.compile(r"""\b(?:id|docid)\s*=\s*["']?([^\s"'<>]{1,200})""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]{0,40})[^<>]{0,500}>")
_FIELDS = {
    "docno": "id", "docid": "id", "headline": "title", "hl": "title", "head": "title", "title": "title", "date": "date",
    "date_time": "date", "datetime": "date", "author": "author", "byline": "author", "source": "source", "url": "url",
    "text": "text", "body": "text", "dateline": "dateline",
}  # fmt: skip


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins with a `<DOC>` and an element in it."""
    return bool(_BEGINS.match(beginning.text))


def read(stream: BinaryIO, path: str) -> Iterator[Article | ReadError]:
    """The articles of a file of SGML, one a `<DOC>`.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.

    Raises:
        UnreadableFile: when the bytes are no text.

    >>> import io
    >>> [a.text for a in read(io.BytesIO("<DOC><DOCNO>1</DOCNO><TEXT><P>قال.</P></TEXT></DOC>".encode()), "x.sgm")]
    ['قال.']
    """
    binary, opened = open_utf8(stream, path)
    index = -1
    for index, (line, document) in enumerate(_documents(as_text(binary), path)):
        yield _article(document, path, index, f"line {line}", opened.encoding_warnings)
    if index < 0:
        yield NoArticle("there is no <DOC> in it; is it SGML of another kind?", path=path)


def _documents(text: TextIO, path: str) -> Iterator[tuple[int, str]]:
    """The documents with the number of the line on which each begins."""
    held: list[str] = []
    start = 1
    size = 0
    for number, line in enumerate(iter(lambda: text.readline(raised(ROW)), ""), 1):
        size = size + len(line) if held else len(line)
        if size > raised(ROW):
            raise too_long(raised(ROW), "a document, before which all was read,", path)
        pieces = _END.split(line)
        for place, piece in enumerate(pieces):
            again = _DOC.search(piece)
            if again and _DOC.search("".join(held[:1])):  # one that was never closed ends where another begins
                yield start, "".join(held)
                held = []
            if again and not held:
                start = number
            held.append(piece)
            if place < len(pieces) - 1:
                yield start, "".join(held)
                held = []
    if "".join(held).strip():
        yield start, "".join(held)


def _article(document: str, path: str, index: int, where: str, warnings: tuple[str, ...]) -> Article | ReadError:
    """The article of one document."""
    fields = _fields(document)
    opening = _DOC.search(document)
    own = _ATTRIBUTE_ID.search(opening[0]) if opening else None
    dateline = fields.pop("dateline", None)
    values: dict[str, object] = {"id": own[1] if own else None, **fields}
    try:
        article = to_article(values, path, index, where, warnings)
    except BrokenRow as error:
        return error
    return replace(article, standfirst=(" ".join(dateline.split()),)) if dateline else article


def _fields(document: str) -> dict[str, str]:
    """The fields of a document; a field ends at its own end, or at the next field's beginning."""
    found: dict[str, str] = {}
    name, start = "", 0
    for tag in _TAG.finditer(document):
        known = _FIELDS.get(tag[2].casefold())
        if not known:
            continue
        if name:
            text = fragment_text(document[start : tag.start()])
            found[name] = f"{found[name]}\n{text}" if name == "text" and name in found else found.get(name) or text
        name, start = ("", 0) if tag[1] else (known, tag.end())
    if name:
        found.setdefault(name, fragment_text(document[start:]))
    return found
