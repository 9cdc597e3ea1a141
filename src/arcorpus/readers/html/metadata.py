"""What a page says of itself: JSON-LD of schema.org, Open Graph and other meta elements, times and addresses."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arcorpus.readers.html.dom import shown_text
from arcorpus.readers.html.fragments import fragment_text
from arcorpus.readers.html.json_ld import article_data
from arcorpus.readers.html.shown import (
    shown_author,
    shown_heading,
    shown_section,
    shown_tags,
    title_of,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ADDRESS = re.compile(
    r"^(?:https?:|//|www\.|@)|\.(?:com|net|org)\b|facebook|twitter|^[\w-]+(?:\.[a-z]{2,12})+$", re.IGNORECASE
)
_LONGEST_TITLE = 1000  # code points of a title behind which a site is named
_SITE_BEHIND = re.compile(r"\s+(?:[|»«–—-]|::)\s+(?=[^|]+$)")
_ARCHIVE = re.compile(r"^(?:https?://web\.archive\.org)?/web/\d{4,14}[a-z_]{0,4}/")

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "publishdate", "publish-date", "pubdate",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "date", "article.published",
    "published_time", "publication_date", "publisheddate", "cxenseparse:recs:publishtime", "article_date_original",
    "og:pubdate", "dateissued", "datecreated", "article:modified_time",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_SOURCES = ("og:site_name", "article:publisher", "application-name", "dc.publisher", "publisher")
_SECTIONS = (
    "article:section", "og:article:section", "section", "category", "parsely-section", "primarytag",
    "cxenseparse:recs:category",
)  # fmt: skip
_KEYWORDS = ("article:tag", "news_keywords", "keywords", "parsely-tags")
_AUTHORS = ("article:author", "author", "dc.creator", "parsely-author", "sailthru.author", "byl", "creator")
_TIMED = ("time", "abbr", "span", "meta", "div", "p")
_ADDRESSES = ("og:url", "twitter:url")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article; None or empty where it says nothing.

    Attributes:
        titles: what it calls the article, the most trusted first.
        dates: the time of publication as it is written, mostly ISO 8601, the most trusted first.
        authors: who wrote it, each a name.
        source: who published it.
        section: the part of the site.
        keywords: its tags.
        url: its own address.
        body: the paragraphs of the article's text, one a line, where the page gives it as data.
        byline: the name in an element marked as the author's.
        document_title: its title element, in which the site's name often stands beside the article's title.
        told: whether they speak of an article at all.
        closed: whether the page is for subscribers.
    """

    titles: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    source: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    url: str | None = None
    body: str = ""
    byline: str | None = None
    document_title: str = ""
    told: bool = False
    closed: bool = False


def metadata(root: HtmlElement) -> Metadata:
    """What a page says of its article: JSON-LD before meta elements before times."""
    meta = _meta_elements(root)
    told = tuple(_without_site(title) for title in _all(meta, _TITLES))
    headings = _headings(root)
    data = article_data(root, (*headings, *told))
    publisher = _first(_names(data.get("publisher")))
    authors = tuple(_people(data.get("author"), publisher)) or tuple(_people(_all(meta, _AUTHORS), publisher))
    headline = tuple(_texts(data.get("headline")))
    heading = shown_heading(root, (*headline, *told))
    titles = (*([heading] if heading else headline), *headings, *told)
    dates = (*_texts(data.get("datePublished")), *_all(meta, _DATES), *_times(root))
    return Metadata(
        titles=tuple(dict.fromkeys(titles)),
        dates=tuple(dict.fromkeys(dates)),
        authors=authors,
        source=publisher or _first(name for name in _all(meta, _SOURCES) if not _ADDRESS.search(name)),
        section=_first(_texts(data.get("articleSection"))) or _first(_all(meta, _SECTIONS)) or shown_section(root),
        keywords=_keywords(data.get("keywords")) or _keywords(_all(meta, _KEYWORDS)) or shown_tags(root),
        url=_address(root, data, meta),
        body=_body(data.get("articleBody")),
        byline=shown_author(root),
        document_title=title_of(root),
        told=bool(data) or "article" in _all(meta, ("og:type",)) or bool(meta.get("article:published_time")),
        closed=str(data.get("isAccessibleForFree")).casefold() == "false",
    )


def _body(value: object) -> str:
    """The paragraphs of a text in the data, one a line; such a text is often HTML, escaped or not."""
    return fragment_text(value) if isinstance(value, str) else ""


def _meta_elements(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta elements and microdata by name in lower case."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _clean(element.get("content"))
        if name and content:
            found.setdefault(name.strip().casefold(), []).append(content)
    return found


def _all(meta: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    """The contents under the first of the names that the page has."""
    return next((meta[name] for name in names if meta.get(name)), [])


def _clean(text: object) -> str:
    """A text with its entities written out, without tags and with single spaces; empty for what is no text."""
    if not isinstance(text, str):
        return ""
    return shown_text(re.sub(r"<[^<>]{1,500}>", " ", html.unescape(html.unescape(text))))


def _texts(value: object) -> list[str]:
    """The texts of a JSON-LD value: itself or the members of a list."""
    found = (_clean(item) for item in (value if isinstance(value, list) else [value]))
    return [text for text in found if text]


def _names(value: object) -> Iterator[str]:
    """The names in a JSON-LD value: of objects, or texts themselves."""
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        yield from (text for text in _texts(name) if not _ADDRESS.search(text))


def _people(value: object, publisher: str | None) -> Iterator[str]:
    """The authors among names: not the publisher itself, no organisation, no address and no account."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and str(item.get("@type")).casefold().endswith("organization"):
            continue
        yield from (name for name in _names(item) if name != publisher)


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _headings(root: HtmlElement) -> list[str]:
    """The page's headings of the first level, as they are shown."""
    return [text for element in root.iter("h1") if (text := shown_text("".join(element.itertext())))]


def _without_site(title: str) -> str:
    """A title without the name of the site behind it.

    >>> _without_site("البرلمان يقر الموازنة | صحيفة المدينة")
    'البرلمان يقر الموازنة'
    """
    parts = _SITE_BEHIND.split(title, maxsplit=1) if len(title) <= _LONGEST_TITLE else []
    return parts[0] if len(parts) > 1 and len(parts[0]) > len(parts[1]) else title


def _times(root: HtmlElement) -> list[str]:
    """The machine-readable times of the page: those marked as the publication's first, then those of its articles."""
    titled = [e.get("title") for e in root.iter("abbr") if "published" in (e.get("class") or "").split()]
    marked = [e.get("datetime") or e.get("content") for e in root.iter(*_TIMED) if _is_published(e)]
    times = [e for e in root.iter("time", "abbr", "span", "meta") if e.get("datetime")]
    inside = [
        e.get("datetime") for e in times if any(p.tag in {"article", "header", "main"} for p in e.iterancestors())
    ]
    return [text for value in (*titled, *marked, *inside) if (text := _clean(value))]


def _is_published(element: HtmlElement) -> bool:
    """Whether an element is marked as the time of publication."""
    return "pubdate" in element.attrib or "datepublished" in (element.get("itemprop") or "").casefold()


def _keywords(value: object) -> tuple[str, ...]:
    """Keywords out of a list or a text with separators, each once, without hash signs."""
    parts = (part for text in _texts(value) for part in re.split(r"\s*[,،;؛|]\s*", text))
    return tuple(dict.fromkeys(part.strip("# ").replace("_", " ") for part in parts if part.strip("# ")))


def _address(root: HtmlElement, data: dict[str, Any], meta: dict[str, list[str]]) -> str | None:
    """The article's own address: the canonical link, Open Graph's, or the one in the data."""
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").casefold() == "canonical"]
    entity = data.get("mainEntityOfPage")
    inner = entity.get("@id") if isinstance(entity, dict) else entity
    whole = data.get("isPartOf")
    page = whole.get("url") if isinstance(whole, dict) and whole.get("@type") == "WebPage" else None
    links += [link.get("href") for link in root.iter("a") if "reader-domain" in (link.get("class") or "")]
    found = [*links, *_all(meta, _ADDRESSES), data.get("url"), inner, page]
    addresses = (_ARCHIVE.sub("", address.strip()) for address in found if isinstance(address, str))
    return next((address for address in addresses if address.startswith(("http://", "https://"))), None)
