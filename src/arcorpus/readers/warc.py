"""The reader of archived pages: WARC, and WET, which holds their text alone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from arcorpus.errors import BrokenRow, NoArticle, ReadError, UnreadableFile
from arcorpus.readers.limits import PAGE_BYTES, bounded
from arcorpus.types import Article

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning

SUFFIXES = (".warc", ".wet")
FORM = "WARC"

_PAGES = ("text/html", "application/xhtml")


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins with a record of WARC."""
    return beginning.data.lstrip().startswith(b"WARC/")


def read(stream: BinaryIO, path: str) -> Iterator[Article | ReadError]:
    """The articles of the web pages in an archive, each with its address; the day it was fetched is not its date.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.

    Raises:
        UnreadableFile: when it is no whole archive.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    index = pages = 0
    said = io.StringIO()  # the package writes on standard error what it finds wrong
    try:
        archive = ArchiveIterator(stream)
        while record := _next(archive, said):
            reader = _reader(record)
            if reader is None:
                continue
            pages += 1
            url = record.rec_headers.get_header("WARC-Target-URI")
            for item in _items(reader, record.content_stream(), path, f"record {pages} ({url})"):
                if isinstance(item, Article):
                    yield replace(item, index=index, url=item.url or url, text_start=None, furniture=None)
                    index += 1
                else:
                    yield item
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(f"no whole WARC ({reason}); it may be damaged or cut off", path=path) from error
    if said.getvalue():
        yield BrokenRow("records are longer or shorter than their headings say; parts of them may be lost", path=path)
    if not pages:
        yield NoArticle("the archive holds no web page and no text", path=path)


def _next(archive: Iterator[Any], said: TextIO) -> Any:  # noqa: ANN401 - a package without types
    """The next record of an archive, None after the last; what the package writes on standard error goes to `said`."""
    with redirect_stderr(said):
        return next(archive, None)


def _reader(record: object) -> str | None:
    """The reader of a record: `html` for a page, `page` for its text, None for what is neither."""
    kind = getattr(record, "rec_type", "")
    headers = getattr(record, "http_headers", None) or getattr(record, "rec_headers", None)
    content = (headers.get_header("Content-Type") or "").casefold() if headers else ""
    if kind == "conversion":
        return "page"
    return "html" if kind in {"response", "resource"} and content.startswith(_PAGES) else None


def _items(reader: str, content: BinaryIO, path: str, where: str) -> Iterator[Article | ReadError]:
    """The articles of one record; what goes wrong is an error that names it."""
    from arcorpus import plugins

    try:
        data = io.BytesIO(bounded(content, path, PAGE_BYTES).read())
        for item in plugins.load("readers", reader).read(data, path):
            if isinstance(item, ReadError):
                item.message = f"{where}: {item.message}"
            yield item
    except ReadError as error:
        error.message = f"{where}: {error.message}"
        yield error
