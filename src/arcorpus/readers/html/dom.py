"""A web page from bytes to a tree, and from the tree to the lines that its reader sees."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.errors import UnreadableFile
from arcorpus.readers.encodings import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes: browsers look for a charset in the first 1,024, sites put it later
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr
    ul video audio
    """.split()  # noqa: SIM905 - a table of names is read better
)
_UNSEEN = frozenset(
    """
    script style noscript template svg iframe object embed head select button textarea canvas datalist math map
    """.split()  # noqa: SIM905
)


class Page(NamedTuple):
    """A page as a tree.

    Attributes:
        root: the tree's root.
        warnings: what is to be told of how it was decoded.
    """

    root: HtmlElement
    warnings: tuple[str, ...]


class TextLine(NamedTuple):
    """A line of a page as it is shown: the text of one block.

    Attributes:
        text: its words, with single spaces.
        trail: the names of the elements it stands in, from the root on, each with its classes and id in lower case.
    """

    text: str
    trail: tuple[str, ...]


def parse(data: bytes, path: str) -> Page:
    """The tree of a page out of its bytes.

    Raises:
        UnreadableFile: when the bytes are no text, or hold no element.
    """
    from lxml import etree, html

    text, warnings = _text(data, path)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(_XML_DECLARATION.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("there is no page in it: save it anew from the browser", path=path) from error
    return Page(root, warnings)


def _text(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page, by the charset that it declares where its bytes are of it, else by its letters."""
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    if found and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for codec in ("utf-8", found[1].decode("ascii")):  # many a page says windows-1256 and is UTF-8
            try:
                return data.decode(codec), ()
            except (LookupError, UnicodeDecodeError):
                continue
    decoded = decode(data, path)
    return decoded.text, decoded.warnings


def lines(root: HtmlElement) -> list[TextLine]:
    """The lines of a page in their order: a block each, without what is hidden or no text.

    >>> from lxml.html import document_fromstring
    >>> [line.text for line in lines(document_fromstring("<h1>خبر</h1><p>قال <b>الوزير</b>.<script>x</script></p>"))]
    ['خبر', 'قال الوزير.']
    """
    found: list[TextLine] = []
    trail: list[str] = []
    words: list[str] = []

    def end_line() -> None:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            found.append(TextLine(text, tuple(trail)))

    for event, element in _walk(root):
        block = element.tag in _BLOCKS
        if block:
            end_line()
        if event == "start":
            trail.append(_described(element))
            words.append(element.text or "")
        else:
            trail.pop()
            words.append(element.tail or "")
    end_line()
    return found


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The starts and ends of the elements that are seen, in order; of those that are not, what stands behind them."""
    stack: list[tuple[HtmlElement, Iterator[HtmlElement]]] = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif _is_seen(child):
            yield "start", child
            stack.append((child, iter(child)))
        else:
            child.text = None
            yield "start", child
            yield "end", child


def _is_seen(element: HtmlElement) -> bool:
    """Whether an element shows its text."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or "hidden" in element.attrib:
        return False
    return not _HIDDEN_STYLE.search(element.get("style", "")) and element.get("aria-hidden") != "true"


def _described(element: HtmlElement) -> str:
    """An element's name with its classes and id, as `div#main.article-body`."""
    if not isinstance(element.tag, str):
        return ""
    classes = ".".join(element.get("class", "").split())
    return f"{element.tag}#{element.get('id', '')}.{classes}".lower()
