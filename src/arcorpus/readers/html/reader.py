"""Saved web pages: `.html` and its like, and MHTML as browsers save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import NoArticle, ReadError, UnreadableFile
from arcorpus.readers.html.saved import is_mhtml, saved_page
from arcorpus.readers.letters import all_lost, mend
from arcorpus.readers.limits import PAGE_BYTES, bounded
from arcorpus.types import Article

if TYPE_CHECKING:
    from arcorpus.readers.html.metadata import Metadata
    from arcorpus.readers.sniffing import Beginning

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht")

FORM = "HTML"

_LOOKS = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MOST_LINES = 10_000  # of a page: a day's live blog holds some hundreds
_HELD_BACK = 2  # times as long as the shown text is, what the page holds as data: the page shows its beginning only
_BEGINNING = 40  # code points by which the two are known as one
_WORDS = 20  # words that an article's text in the page's data has at least


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins like a web page."""
    text = beginning.text
    return bool(_LOOKS.match(text)) or is_mhtml(text)


def read(stream: BinaryIO, path: str) -> Iterator[Article | ReadError]:
    """The articles of a web page, or the one error that says why there is none.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.

    Raises:
        UnreadableFile: when the bytes are no page.
    """
    saved = saved_page(bounded(stream, path, PAGE_BYTES).read())
    try:
        yield from read_html(saved.page, path, saved.url)
    except NoArticle as error:
        yield error


def read_html(data: bytes, path: str, url: str | None = None) -> list[Article]:
    r"""The articles of a page, without ids.

    Args:
        data: the page's bytes.
        path: the file, as the user wrote it.
        url: where the page was, for one that does not say so itself.

    Raises:
        UnreadableFile: when the bytes are no page or too large a one, or its letters are lost.
        NoArticle: when nothing on it is an article.

    >>> page = "<title>خبر | موقع</title><h1>افتتاح المكتبة</h1><p>افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة.</p>"
    >>> [(a.title, a.text) for a in read_html(page.encode(), "a.html")]
    [('افتتاح المكتبة', 'افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة.')]
    """
    from arcorpus.readers.html.body import Found, articles, trafilatura_paragraphs
    from arcorpus.readers.html.dom import lines, parse, too_many
    from arcorpus.readers.html.metadata import metadata
    from arcorpus.readers.html.no_article import why_none
    from arcorpus.readers.html.telling import told
    from arcorpus.readers.page.articles import read_page

    page = parse(data, path)
    about = metadata(page.root)
    about = replace(about, url=about.url or url)
    main = trafilatura_paragraphs(page.root)
    seen = lines(page.root)
    if len(seen) > _MOST_LINES:
        raise too_many(_MOST_LINES, "lines", path)
    found = articles(seen, read_page("\n".join(line.text for line in seen), path), main)
    place = _main_article([item.article for item in found], about)
    if not found and len(about.body.split()) >= _WORDS:
        found = [Found(None, about.body)]
    elif problem := why_none(
        page.root,
        seen,
        [item.places for item in found],
        dated=any(item.article and item.article.date for item in found),
        told=about.told,
    ):
        raise NoArticle(problem, path=path)
    made = []
    for index, item in enumerate(found):
        article = item.article or Article("", path, index)
        article = replace(article, index=index, text=item.text, text_start=None, furniture=None)
        if index == place:
            article = told(replace(article, text=_whole(item.text, about.body)), about)
        text, mended = mend(article.text)
        if lost := all_lost(text):
            raise UnreadableFile(lost, path=path)
        made.append(replace(article, text=text, warnings=(*page.warnings, *mended, *article.warnings)))
    return made


def _whole(shown: str, body: str) -> str:
    """The text of an article: what the page shows, or what it holds as data where that goes on much longer."""
    begins = not shown or shown[:_BEGINNING] in body
    return body if begins and len(body.split()) >= max(_WORDS, _HELD_BACK * len(shown.split())) else shown


def _main_article(found: list[Article | None], about: Metadata) -> int:
    """Which of a page's articles its metadata speak of: the one with the title, else the first."""
    from arcorpus.readers.html.telling import alike

    titles = [article.title if article else None for article in found]
    for place, title in enumerate(titles):
        if title and any(alike(title, other) for other in about.titles):
            return place
    return 0
