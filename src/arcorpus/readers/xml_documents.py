"""The reader of XML: feeds (RSS, Atom), files with one article an element, and marked-up texts (TimeML).

A document is read in pieces and each article's element let go of, so that memory does not grow with it. Entities that a
document declares are never expanded, nothing outside it is fetched; the names of HTML (`&nbsp;`) are characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate_to_datetime
from html.entities import html5
from typing import TYPE_CHECKING, Any, BinaryIO

from arcorpus.errors import BrokenRow, NoArticle, ReadError, UnreadableFile
from arcorpus.readers.encoding_detection import SAMPLE
from arcorpus.readers.encodings import as_text, open_utf8
from arcorpus.readers.html.fragments import fragment_text
from arcorpus.readers.record_fields import RecordField, means, to_article

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
FORM = "XML"

_PROLOG = re.compile(
    r"(?P<declared><\?xml\s[^>]{0,200}\?>)|<!--.{0,2000}?-->|<\?[^>]{0,500}\?>"
    r"|<!DOCTYPE\s+(?P<type>[\w:.-]+)[^>\[]{0,500}(?:\[.{0,5000}?\]\s{0,50})?>",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(r"<(?P<root>[A-Za-z_][\w:.-]{0,100})(?=[\s/>])[^<>]{0,2000}>")
_HTML_ROOTS = frozenset(
    """
    html head body meta title link script style div p h1 h2 h3 span a b i u br img table ul ol li main section article
    header nav font center strong em
    """.split()  # noqa: SIM905
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_ENTITY = 34
_FEED_ITEMS = frozenset({"item", "entry"})
_FEEDS = frozenset({"rss", "feed", "RDF", "channel"})
_SPACES = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")
_NAMES = {
    "guid": "id", "docno": "id", "docid": "id", "doc_id": "id", "pubdate": "date", "dct": "date", "date_time": "date",
    "published": "date", "updated": "date", "creator": "author", "headline": "title", "head": "title", "hl": "title",
    "encoded": "text", "para": "text", "newstext": "text", "story": "text",
}  # fmt: skip


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins as XML that is no web page: by its declaration, its type or its first element."""
    text = beginning.text.lstrip()
    declared = kind = ""
    while found := _PROLOG.match(text):
        declared = declared or found["declared"] or ""
        kind = kind or found["type"] or ""
        text = text[found.end() :].lstrip()
    opening = _ROOT.match(text)
    if not opening:
        return False
    root = opening["root"]
    if "html" in {root.casefold(), kind.casefold()}:
        return False
    if declared or kind or root in _FEEDS:
        return True
    # A bare <DOC> is SGML; an element of HTML begins a piece of a page.
    return root.casefold() not in _HTML_ROOTS and root != "DOC" and _closes(root, beginning)


def _closes(root: str, beginning: Beginning) -> bool:
    """Whether an element ends in a stream, or further down than its beginning goes."""
    return f"</{root}" in beginning.text or len(beginning.data) >= SAMPLE


def read(stream: BinaryIO, path: str, article_tag: str | None = None) -> Iterator[Article | ReadError]:
    """The articles of an XML document.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        article_tag: the name of the element that is an article; without it the feed's or the evident one.

    Raises:
        UnreadableFile: when the bytes are no text, or no element is in them.

    >>> import io
    >>> feed = "<rss><channel><item><title>خبر</title><description>قال.</description></item></channel></rss>"
    >>> [(article.title, article.text) for article in read(io.BytesIO(feed.encode()), "x.xml")]
    [('خبر', 'قال.')]
    """
    from lxml import etree

    binary, opened = open_utf8(stream, path)
    chunks = _cleaned(as_text(binary))
    first = next(chunks, "")
    tag = article_tag or _article_tag(first)
    reader = _Reader(path, tag)
    try:
        found = 0
        for item in reader.items(_before(first, chunks)):
            if not isinstance(item, ReadError) and opened.encoding_warnings:
                item = replace(item, warnings=(*opened.encoding_warnings, *item.warnings))  # noqa: PLW2901
            found += 1
            yield item
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(f"no XML that can be read ({reason}); it may be damaged or cut off", path=path) from error
    if reader.cut:
        yield BrokenRow(f"the XML is damaged or cut off ({reader.cut}); what could be read of it was read", path=path)
    if not found and not reader.cut:
        what = f"no element {tag!r} with a text is in the XML" if tag else "there is no text in the XML"
        yield NoArticle(f"{what}; its elements are {reader.shown()}", path=path)


def _before(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _cleaned(text: Any) -> Iterator[str]:  # noqa: ANN401 - a text stream
    """A document in pieces without its declaration, its HTML entities as characters; none is cut by a piece's end."""
    held = _DECLARATION.sub("", text.read(SAMPLE), count=1).lstrip()
    while held:
        more = text.read(SAMPLE)
        cut = held.rfind("&", -_LONGEST_ENTITY) if more else -1
        piece, held = (held[:cut], held[cut:] + more) if cut >= 0 else (held, more)
        if piece:
            yield _CONTROLS.sub("", _ENTITY.sub(_character, piece))


def _character(found: re.Match[str]) -> str:
    """An entity of HTML as its character; those of XML itself and those that a document declares stay."""
    return found[0] if found[1] in _OWN else html5.get(f"{found[1]};", found[0])


def _parser() -> Any:  # noqa: ANN401 - of lxml
    from lxml import etree

    return etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        recover=True, remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip


def _local(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """An element's name without its namespace; empty for what is no element."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def _article_tag(sample: str) -> str | None:
    """The name of the element that is an article, by a document's beginning; None when the whole is one text."""
    parser = _parser()
    parser.feed(sample)
    counts: Counter[str] = Counter()
    top = ""
    for event, element in parser.read_events():
        name = _local(element)
        if event == "start":
            top = top or name
        parent = element.getparent()
        if event == "end" and parent is not None and _stands_for(name, RecordField.TEXT):
            counts[_local(parent)] += 1
    if top in _FEEDS:
        return "entry" if top == "feed" else "item"
    return counts.most_common(1)[0][0] if counts else None


def _stands_for(name: str, what: RecordField) -> bool:
    """Whether an element's name means a field, by the names of rows and those of news in XML."""
    known = _NAMES.get(name.casefold())
    return known == what if known else means(name, what)


class _Reader:
    """One pass over a document; what it has seen so far.

    Attributes:
        path: the file, as the user wrote it.
        tag: the name of the element that is an article, None when the whole is one.
        cut: where the document is damaged.
        seen: how many elements of each name it has.
        source: the title of the feed.
        top: the name of the first element.
        open: how many of the articles' elements have begun and not ended.
    """

    def __init__(self, path: str, tag: str | None) -> None:
        self.path = path
        self.tag = tag
        self.cut = ""
        self.seen: Counter[str] = Counter()
        self.source: str | None = None
        self.top = ""
        self.open = 0

    def shown(self) -> str:
        """The names of the document's elements for messages."""
        return ", ".join(name for name, _ in self.seen.most_common(8)) or "it has none"

    def items(self, chunks: Iterator[str]) -> Iterator[Article | ReadError]:
        """The articles of the elements, or of the whole."""
        parser = _parser()
        index = 0
        for chunk in chunks:
            parser.feed(chunk)
            for element in self.ended(parser):
                yield self.article(element, index)
                index += 1
                _let_go(element)
        try:
            root = parser.close()
        except Exception as error:  # noqa: BLE001 - lxml raises what the parser met
            self.cut = " ".join(str(error).split())[:200]
            return
        if self.tag is None and root is not None:
            yield self.article(root, 0)
        elif self.open:
            self.cut = f"the element {self.tag!r} is never closed"

    def ended(self, parser: Any) -> Iterator[Any]:  # noqa: ANN401 - of lxml
        """The articles' elements that end in what the parser was fed; one within another belongs to it."""
        for event, element in parser.read_events():
            name = _local(element)
            if event == "start":
                self.top = self.top or name
                self.seen[name] += 1
                self.open += name == self.tag
            elif name == self.tag:
                self.open -= 1
                if not self.open:
                    yield element
            elif name == "title" and self.top in _FEEDS and not self.open:
                self.source = self.source or _line(element)

    def article(self, element: Any, index: int) -> Article | ReadError:  # noqa: ANN401 - an element of lxml
        """The article of one element."""
        where = f"element {index + 1} ({_local(element)})"
        values = _feed_values(element) if self.tag in _FEED_ITEMS else _values(element)
        if not str(values.get("text") or "").strip() and self.tag is None:
            values["text"] = _text(element)
        if self.source and not values.get("source"):
            values["source"] = self.source
        written = str(values.get("date") or "")
        values["date"] = _iso(written)
        warnings = _entity_warning(element)
        try:
            article = to_article(values, self.path, index, where, warnings)
        except BrokenRow as error:
            return error
        return replace(article, date_text=written or None)


def _entity_warning(element: Any) -> tuple[str, ...]:  # noqa: ANN401 - an element of lxml
    """What is to be told of entities that the document declares."""
    from lxml import etree

    names = {entity.name for entity in element.iter(etree.Entity)}
    return (f"entities of the XML are not expanded: {', '.join(sorted(names)[:8])}",) if names else ()


def _let_go(element: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Free an element that was read, and those before it."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _line(element: Any) -> str | None:  # noqa: ANN401 - an element of lxml
    """An element's text as one line."""
    return " ".join(fragment_text("".join(element.itertext())).split()) or None


def _text(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """An element's text with a line for each paragraph: children count as lines where no text stands between them."""
    lines = list(_blocks(element))
    if len(lines) == 1:
        return fragment_text(_SPACES.sub("\n", lines[0]).strip())
    return "\n".join(line for line in (" ".join(fragment_text(line).split()) for line in lines) if line)


def _blocks(element: Any) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
    """The texts of an element's blocks."""
    stack = [element]
    while stack:
        current = stack.pop()
        children = _elements(current)
        direct = (current.text or "") + "".join(child.tail or "" for child in current)
        if children and not direct.strip():
            stack.extend(reversed(children))
        else:
            yield "".join(current.itertext())


def _values(element: Any) -> dict[str, object]:  # noqa: ANN401 - an element of lxml
    """The fields of an article's element: its attributes, its children and theirs, the best name first."""
    values: dict[str, object] = {}
    for name, value in element.attrib.items():
        _put(values, name.rpartition("}")[2], value)
    texts: list[str] = []
    stack = _elements(element)[::-1]
    while stack:
        child = stack.pop()
        name = _local(child)
        if _stands_for(name, RecordField.TEXT):
            texts.append(_text(child))
        elif (inner := _elements(child)) and not _known(name):
            stack.extend(reversed(inner))
        else:
            _put(values, name, _value(child))
    joined = "\n".join(text for text in texts if text)
    if not joined and not len(element):
        joined = _text(element)
    if joined:
        values["text"] = joined
    return values


def _elements(element: Any) -> list[Any]:  # noqa: ANN401 - an element of lxml
    """The children of an element that are elements themselves."""
    return [child for child in element if isinstance(child.tag, str)]


def _known(name: str) -> bool:
    return name.casefold() in _NAMES or any(means(name, what) for what in (RecordField.TITLE, RecordField.DATE))


def _value(child: Any) -> object:  # noqa: ANN401 - an element of lxml
    """A field's value: its words, or the day that TimeML puts beside them."""
    day = next((inner.get("value") for inner in child.iter() if _local(inner) == "TIMEX3" and inner.get("value")), None)
    return day if day and _local(child).casefold() == "dct" else _line(child)


def _put(values: dict[str, object], name: str, value: object) -> None:
    """Keep a field by its usual name; of several of one name a list."""
    if not value:
        return
    name = _NAMES.get(name.casefold(), name)
    if name in values and means(name, RecordField.KEYWORDS):
        before = values[name]
        values[name] = [*before, value] if isinstance(before, list) else [before, value]
    else:
        values.setdefault(name, value)


_Children = dict[str, list[Any]]


def _feed_values(element: Any) -> dict[str, object]:  # noqa: ANN401 - an element of lxml
    """The fields of a feed's item: content over description, an address out of `href`."""
    found: _Children = {}
    for child in element:
        if name := _local(child):
            found.setdefault(name, []).append(child)
    texts = (_text(child) for name in ("encoded", "content", "description", "summary") for child in found.get(name, ()))
    terms = [term for child in found.get("category", ()) if (term := child.get("term") or _line(child))]
    return {
        "id": _first_line(found, "guid", "id", "identifier"),
        "title": _first_line(found, "title"),
        "text": next(filter(None, texts), None),
        "date": _first_line(found, "pubDate", "published", "date", "issued", "updated"),
        "author": _author(found),
        "source": _first_line(found, "publisher"),
        "url": _address(found),
        "category": terms[0] if len(terms) == 1 else None,
        "keywords": terms if len(terms) > 1 else None,
    }


def _first_line(found: _Children, *names: str) -> str | None:
    """The first text under some names, as one line."""
    return next((text for name in names for child in found.get(name, ()) if (text := _line(child))), None)


def _author(found: _Children) -> str | None:
    """Who wrote a feed's item: the creator, or the name of Atom's author."""
    people = (part for person in found.get("author", ()) for part in person if _local(part) == "name")
    return _first_line(found, "creator") or next(map(_line, people), None) or _first_line(found, "author")


def _address(found: _Children) -> str | None:
    """The address of a feed's item: Atom's link to the page itself, or the text of RSS's."""
    links = (link for link in found.get("link", ()) if link.get("rel", "alternate") == "alternate")
    return next((link.get("href") for link in links if link.get("href")), None) or _first_line(found, "link")


def _iso(written: str) -> str | None:
    """A date as feeds write it («Tue, 14 Mar 2023 08:20:00 GMT») in ISO form, any other as it is."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return written or None
