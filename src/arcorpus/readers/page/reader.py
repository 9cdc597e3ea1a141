"""The reader of saved news pages as text: the member that takes `.txt` files; `articles` does the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import NoArticle, ReadError, UnreadableFile
from arcorpus.readers.encodings import StreamEncoding, decode
from arcorpus.readers.limits import PAGE, PAGE_BYTES, bounded, raised, too_long
from arcorpus.readers.lines import is_table, many, may_be_many, read_table
from arcorpus.readers.not_pages import what_it_is
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import to_articles
from arcorpus.types import Furniture

if TYPE_CHECKING:
    from arcorpus.types import Article

SUFFIXES = (".txt",)


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    """The articles of a saved page, or the one error that says why there is none.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        options: what the user says of the fields of rows, when they are rows.

    Raises:
        UnreadableFile: when the bytes are no text.
    """
    decoded = decode(bounded(stream, path, PAGE_BYTES).read(), path)
    rows = _read_rows(decoded.text, path, options)
    other = what_it_is(decoded.text) if rows is None else None
    if other:
        raise UnreadableFile(other, path=path)
    if rows is None and len(decoded.text) > raised(PAGE):
        raise too_long(raised(PAGE), "the page", path)
    for item in rows or _read_page(decoded.text, path):
        yield item if isinstance(item, ReadError) else replace(item, warnings=(*decoded.warnings, *item.warnings))


def _read_rows(text: str, path: str, options: ReadOptions) -> Iterator[Article | ReadError] | None:
    """The articles of a text that is a file of records, each with a warning that says so; None for a page."""
    found = many(text)
    if found is None and not is_table(text, options):
        return None
    told = found.warning if found else "read as a table, though it is called a text"
    rows = to_articles(iter(found.records), path, StreamEncoding(path)) if found else read_table(text, path, options)
    return (row if isinstance(row, ReadError) else replace(row, warnings=(told, *row.warnings)) for row in rows)


def _read_page(text: str, path: str) -> Iterator[Article | ReadError]:
    """The articles of a page or of several put together, or the one error that says why there is none."""
    from arcorpus.readers.page.articles import read_page  # here: its lexicons are needed by pages alone

    found = _read_parts(text, path)
    told = "read as several articles, for the file is put together of them" if found else None
    found = found or list(read_page(text, path))
    if len(found) == 1 and found[0].title is None:
        told = may_be_many(text)
    if not found:
        yield NoArticle("there is no article in it: nothing reads as running text under a headline", path=path)
    for article in found:
        yield replace(article, warnings=(told, *article.warnings)) if told else article


def _read_parts(text: str, path: str) -> list[Article]:
    """The articles of a text that is put together of several; none for a page."""
    from arcorpus.readers.page.articles import read_page
    from arcorpus.readers.page.parts import parts

    found: list[Article] = []
    for start, end in parts(text):
        for article in read_page(text[start:end], path):
            moved = tuple(
                Furniture(piece.start + start, piece.end + start, piece.reason) for piece in article.furniture or ()
            )
            at = None if article.text_start is None else article.text_start + start
            found.append(replace(article, index=len(found), text_start=at, furniture=moved))
    return found
