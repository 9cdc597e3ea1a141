"""The reader of XML: feeds (RSS, Atom), files with one article an element, and marked-up texts (TimeML).

A document is read in pieces and each article's element let go of, so that memory does not grow with it. Entities that a
document declares are never expanded, nothing outside it is fetched; the names of HTML (`&nbsp;`) are characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.entities import html5
from typing import TYPE_CHECKING, Any, BinaryIO

from arcorpus.errors import BrokenRow, NoArticle, ReadError, UnreadableFile
from arcorpus.readers.encoding_detection import SAMPLE
from arcorpus.readers.encodings import as_text, open_utf8
from arcorpus.readers.limits import ROW, raised, too_long
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.record_fields import to_article
from arcorpus.readers.xml_elements import (
    feed_values,
    is_text,
    iso_date,
    line_of,
    local_name,
    named_values,
    text_of,
    values_of,
)

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
_ELEMENT = re.compile(r"<([A-Za-z_][\w:.-]{0,100})[\s>]")
_HTML_ROOTS = frozenset(
    """
    html head body meta title link script style div p h1 h2 h3 span a b i u br img table ul ol li main section article
    header nav font center strong em
    """.split()  # noqa: SIM905
)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
# What stands before a document's first element, and again where documents follow each other in one file.
_BETWEEN = re.compile(r"<\?xml\s[^>]{0,500}\?>|<!DOCTYPE\s[^>\[]{0,500}>", re.IGNORECASE)
_OWN_ENTITIES = re.compile(r"<!DOCTYPE\s[^>\[]{0,500}\[", re.IGNORECASE)
_WHOLE = "whole-file"  # an element that is put round all, so that several documents in one file are one
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_ENTITY = 34
_FEED_ITEMS = frozenset({"item", "entry"})
_FEEDS = frozenset({"rss", "feed", "RDF", "channel"})


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
    if root.casefold() in _HTML_ROOTS and not _holds_fields(text):
        return False  # a piece of a page
    return root != "DOC" and _closes(root, beginning)  # a bare <DOC> is SGML


def _holds_fields(text: str) -> bool:
    """Whether an element that HTML does not have holds a text: <article> with <text> in it is no piece of a page."""
    names = {found[1] for found in _ELEMENT.finditer(text)}
    return any(is_text(name, USUAL) and name.casefold() not in _HTML_ROOTS for name in names)


def _closes(root: str, beginning: Beginning) -> bool:
    """Whether an element ends in a stream, or further down than its beginning goes."""
    return f"</{root}" in beginning.text or len(beginning.data) >= SAMPLE


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    """The articles of an XML document.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        options: what the user says: the name of the element that is an article, without it the feed's or the evident
            one, and the names of the elements that are its fields.

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
    if not _OWN_ENTITIES.search(first):
        first = f"<{_WHOLE}>{first}"
    tag = options.article_tag or _article_tag(first, options)
    reader = _Reader(path, tag, options)
    try:
        found = 0
        for item in reader.items(_before(first, chunks)):
            if not isinstance(item, ReadError) and opened.encoding_warnings:
                item = replace(item, warnings=(*opened.encoding_warnings, *item.warnings))  # noqa: PLW2901
            found += 1
            if not isinstance(item, ReadError) or not reader.absent():
                yield item
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(f"no XML that can be read ({reason}); it may be damaged or cut off", path=path) from error
    if problem := reader.absent():
        yield BrokenRow(problem, path=path)
    if reader.cut:
        yield BrokenRow(f"the XML is damaged or cut off ({reader.cut}); what could be read of it was read", path=path)
    if not found and not reader.cut:
        what = f"no element {tag!r} with a text is in the XML" if tag else "there is no text in the XML"
        yield NoArticle(f"{what}; its elements are {reader.shown()}", path=path)


def _before(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _cleaned(text: Any) -> Iterator[str]:  # noqa: ANN401 - a text stream
    """A document in pieces without declarations, its HTML entities as characters; none is cut by a piece's end."""
    held = text.read(SAMPLE).lstrip()
    while held:
        more = text.read(SAMPLE)
        cut = _last_opened(held) if more else -1
        piece, held = (held[:cut], held[cut:] + more) if cut >= 0 else (held, more)
        if piece:
            yield _CONTROLS.sub("", _ENTITY.sub(_character, _BETWEEN.sub("", piece)))


def _last_opened(text: str) -> int:
    """Where the last entity or declaration begins that may go on in the next piece, -1 when none does."""
    declared = max(text.rfind("<?xml", -SAMPLE // 2), text.rfind("<!DOCTYPE", -SAMPLE // 2))
    if declared > 0 and ">" not in text[declared:]:
        return declared
    return text.rfind("&", -_LONGEST_ENTITY)


def _character(found: re.Match[str]) -> str:
    """An entity of HTML as its character; those of XML itself and those that a document declares stay."""
    return found[0] if found[1] in _OWN else html5.get(f"{found[1]};", found[0])


def _parser() -> Any:  # noqa: ANN401 - of lxml
    from lxml import etree

    return etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        recover=True, remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip


def _article_tag(sample: str, options: ReadOptions) -> str | None:
    """The name of the element that is an article, by a document's beginning; None when the whole is one text."""
    parser = _parser()
    parser.feed(sample)
    counts: Counter[str] = Counter()
    top = ""
    for event, element in parser.read_events():
        name = local_name(element)
        if event == "start" and name != _WHOLE:
            top = top or name
        parent = element.getparent()
        if event == "end" and parent is not None and parent.tag != _WHOLE and is_text(name, options):
            counts[local_name(parent)] += 1
    if top in _FEEDS:
        return "entry" if top == "feed" else "item"
    return counts.most_common(1)[0][0] if counts else None


class _Reader:
    """One pass over a document; what it has seen so far.

    Attributes:
        path: the file, as the user wrote it.
        tag: the name of the element that is an article, None when the whole is one.
        options: what the user says of its fields.
        asked: the same, of the fields under their usual names.
        cut: where the document is damaged.
        seen: how many elements of each name it has.
        source: the title of the feed.
        top: the name of the first element.
        open: how many of the articles' elements have begun and not ended.
        depth: how many elements have.
    """

    def __init__(self, path: str, tag: str | None, options: ReadOptions) -> None:
        self.path = path
        self.tag = tag
        self.options = options
        asked: dict[str, Any] = {f"{what}_column": str(what) for what in options.named()}
        self.asked = ReadOptions(**asked, titles=options.titles)
        self.cut = ""
        self.seen: Counter[str] = Counter()
        self.source: str | None = None
        self.top = ""
        self.open = 0
        self.depth = 0

    def absent(self) -> str | None:
        """What is wrong when no element has a name that the user gave."""
        return self.options.absent(self.seen) if self.seen else None

    def shown(self) -> str:
        """The names of the document's elements for messages."""
        return ", ".join(name for name, _ in self.seen.most_common(8)) or "it has none"

    def items(self, chunks: Iterator[str]) -> Iterator[Article | ReadError]:
        """The articles of the elements, or of the whole."""
        parser = _parser()
        index = 0
        held = 0
        for chunk in chunks:
            held += len(chunk)
            if held > raised(ROW):
                raise too_long(raised(ROW), "an element, before which all was read,", self.path)
            parser.feed(chunk)
            for element in self.ended(parser):
                held = 0
                yield self.article(element, index)
                index += 1
                _let_go(element)
        if self.open:
            self.cut = f"the element {self.tag!r} is never closed"
        elif self.depth == 1:
            parser.feed(f"</{_WHOLE}>")
        try:
            root = parser.close()
        except Exception as error:  # noqa: BLE001 - lxml raises what the parser met
            self.cut = " ".join(str(error).split())[:200]
            return
        if self.tag is None and root is not None:
            documents = list(root) if root.tag == _WHOLE else [root]
            yield from (self.article(document, number) for number, document in enumerate(documents))

    def ended(self, parser: Any) -> Iterator[Any]:  # noqa: ANN401 - of lxml
        """The articles' elements that end in what the parser was fed; one within another belongs to it."""
        for event, element in parser.read_events():
            name = local_name(element)
            self.depth += 1 if event == "start" else -1
            if name == _WHOLE:
                continue
            if event == "start":
                self.top = self.top or name
                self.seen[name] += 1
                self.open += name == self.tag
            elif name == self.tag:
                self.open -= 1
                if not self.open:
                    yield element
            elif name == "title" and self.top in _FEEDS and not self.open:
                self.source = self.source or line_of(element)

    def article(self, element: Any, index: int) -> Article | ReadError:  # noqa: ANN401 - an element of lxml
        """The article of one element."""
        where = f"element {index + 1} ({local_name(element)})"
        values = feed_values(element) if self.tag in _FEED_ITEMS else values_of(element)
        values |= named_values(element, self.options)
        if not str(values.get("text") or "").strip() and self.tag is None and self.options.text_column is None:
            values["text"] = text_of(element)
        if self.source and not values.get("source"):
            values["source"] = self.source
        written = str(values.get("date") or "")
        values["date"] = iso_date(written)
        warnings = _entity_warning(element)
        try:
            article = to_article(values, self.path, index, where, warnings, self.asked)
        except BrokenRow as error:
            return error
        return replace(article, date_text=written) if written else article


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
