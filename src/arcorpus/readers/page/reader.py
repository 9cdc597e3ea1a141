"""The reader of saved news pages as text: the member that takes `.txt` files; `articles` does the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import NoArticle, ReadError
from arcorpus.readers.encodings import StreamEncoding, decode
from arcorpus.readers.limits import PAGE_BYTES, bounded
from arcorpus.readers.lines import is_table, many, read_table
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import to_articles

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
    from arcorpus.readers.page.articles import read_page  # here: its lexicons are needed by pages alone

    decoded = decode(bounded(stream, path, PAGE_BYTES).read(), path)
    found_many = many(decoded.text)
    if found_many or is_table(decoded.text, options):
        rows = (
            to_articles(iter(found_many.records), path, StreamEncoding(path))
            if found_many
            else read_table(decoded.text, path, options)
        )
        told = found_many.warning if found_many else "read as a table with tabs, though it is called a text"
        for row in rows:
            yield row if isinstance(row, ReadError) else replace(row, warnings=(*decoded.warnings, told, *row.warnings))
        return
    found = read_page(decoded.text, path)
    if not found:
        yield NoArticle("there is no article in it: nothing reads as running text under a headline", path=path)
    for article in found:
        yield replace(article, warnings=(*decoded.warnings, *article.warnings))
