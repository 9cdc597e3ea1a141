"""Saved web pages: `.html` and its like, and MHTML as browsers save it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from arcorpus.errors import NoArticle, ReadError
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
_MHTML = re.compile(r"(?:[A-Za-z-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:admin\w*|super ?user|editor|webmaster|root|user\d*|author|محرر|المحرر|ادمن|أدمن|الادارة|الإدارة)$",
    re.IGNORECASE,
)
_SIMILAR = 0.6  # of the letters of the shorter title


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins like a web page."""
    text = beginning.text
    return bool(_LOOKS.match(text) or _MHTML.match(text))


def read(stream: BinaryIO, path: str) -> Iterator[Article | ReadError]:
    """The articles of a web page, or the one error that says why there is none.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.

    Raises:
        UnreadableFile: when the bytes are no page.
    """
    found = read_html(_page_of(bounded(stream, path, PAGE_BYTES).read()), path)
    if not found:
        yield NoArticle(
            "there is no article in it: nothing on the page reads as running text; was the page saved before its text "
            "had loaded?",
            path=path,
        )
    yield from found


def _page_of(data: bytes) -> bytes:
    """The web page: the data themselves, or the first page inside MHTML."""
    if not _MHTML.match(data[:8192].decode("latin-1")):
        return data
    from email import message_from_bytes
    from email.policy import default

    for part in message_from_bytes(data, policy=default).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            return _marked(content, part.get_content_charset()) if isinstance(content, bytes) else data
    return data


def _marked(content: bytes, charset: str | None) -> bytes:
    """A part of MHTML as UTF-8 with its mark, where its header tells its charset; else as it is."""
    try:
        return codecs.BOM_UTF8 + content.decode(charset or "").removeprefix("\ufeff").encode()
    except (LookupError, UnicodeError):
        return content


def read_html(data: bytes, path: str) -> list[Article]:
    r"""The articles of a page, without ids.

    >>> page = "<title>خبر | موقع</title><h1>افتتاح المكتبة</h1><p>افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة.</p>"
    >>> [(a.title, a.text) for a in read_html(page.encode(), "a.html")]
    [('افتتاح المكتبة', 'افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة.')]
    """
    from arcorpus.readers.html.body import articles, trafilatura_paragraphs
    from arcorpus.readers.html.dom import lines, parse
    from arcorpus.readers.html.metadata import metadata
    from arcorpus.readers.page.articles import read_page

    page = parse(data, path)
    about = metadata(page.root)
    main = trafilatura_paragraphs(page.root)
    seen = lines(page.root)
    found = articles(seen, read_page("\n".join(line.text for line in seen), path), main)
    place = _main_article([item.article for item in found], about)
    made = []
    for index, item in enumerate(found):
        article = item.article or Article("", path, index)
        article = replace(article, index=index, text=item.text, text_start=None, furniture=None)
        if index == place:
            article = _told(article, about)
        made.append(replace(article, warnings=(*page.warnings, *article.warnings)))
    return made


def _main_article(found: list[Article | None], about: Metadata) -> int:
    """Which of a page's articles its metadata speak of: the one with the title, else the first."""
    titles = [article.title if article else None for article in found]
    for place, title in enumerate(titles):
        if title and any(_alike(title, other) for other in about.titles):
            return place
    return 0


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _alike(one: str, other: str) -> bool:
    """Whether two titles are one, of which one may be cut or hold more."""
    short, long = sorted((_letters(one), _letters(other)), key=len)
    return bool(short) and (short in long) and len(short) >= _SIMILAR * len(long)


def _told(article: Article, about: Metadata) -> Article:
    """The article with what the page says of it; what it does not say stays as the page reader read it."""
    from arcorpus.readers.record_dates import read_date

    day, problem = read_date(about.date) if about.date else (None, None)
    if day is None or len(day) < len("2020-01-01"):
        day, written = article.date, article.date_text
    else:
        written = about.date
    source = about.source or article.source or about.site
    authors = [name for name in about.authors if _is_author(name, source, about.url)]
    return replace(
        article,
        title=_title(article, about),
        date=day,
        date_text=written,
        source=source,
        author="، ".join(authors) or article.author or _byline(about, source),
        url=about.url or article.url,
        keywords=about.keywords or article.keywords,
        category=about.section or article.category,
        warnings=(*article.warnings, problem) if problem and day is None else article.warnings,
    )


def _is_author(name: str, source: str | None, url: str | None) -> bool:
    """Whether a name among the page's data is somebody's: no account, not the site itself, no dateline in brackets."""
    host = (url or "").partition("://")[2].partition("/")[0].casefold()
    is_account = name.isascii() and " " not in name and name.casefold() in host
    in_brackets = name.startswith("(") and name.endswith(")")
    return not (_NOBODY.match(name) or name == source or is_account or in_brackets)


def _byline(about: Metadata, source: str | None) -> str | None:
    """The name in an element marked as the author's, where it is somebody's."""
    return about.byline if about.byline and _is_author(about.byline, source, about.url) else None


def _title(article: Article, about: Metadata) -> str | None:
    """The article's title: the heading that is shown, where the page's data or the page reader agree with it."""
    if not about.titles:
        return article.title
    first, *others = about.titles
    longer = [title for title in others if _alike(first, title) and _letters(first.rstrip("….")) in _letters(title)]
    if longer or (article.title and _alike(first, article.title)) or not article.title:
        return longer[0] if longer and first.rstrip().endswith(("…", "...")) else first
    return next((title for title in others if _alike(title, article.title)), first)
