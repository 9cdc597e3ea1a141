"""A web page from bytes to a tree, and from the tree to the lines that its reader sees."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.errors import UnreadableFile
from arcorpus.readers.encodings import open_text
from arcorpus.readers.mojibake import undo_mojibake

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes: browsers look for a charset in the first 1,024, sites put it later
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MOST_ELEMENTS = 80_000  # of a page: long ones of news hold some thousands
_LONG_TAG = re.compile(r"<[^<>]{8000,}>")
_ATTRIBUTE = re.compile(r"\s[\w:-]+(?==)|\s[\w:-]+(?=\s)")
_MOST_ATTRIBUTES = 500  # of an element: the parser compares each with all before it
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr
    ul video audio
    """.split()  # noqa: SIM905 - a table of names is read better
)
_FRAMES = frozenset({"div", "section", "header", "footer", "nav", "aside", "ul"})
_SMALL = frozenset({"span", "a", "time", "label", "small", "strong"})
_MOST_CELLS, _MOST_INSIDE = 30, 6  # cells of a row, elements of a cell
_LONGEST_CELL = 120  # code points of a cell that is a value; a longer one is a text of its own
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_INVISIBLE = re.compile("[\u200b\u00ad\ufeff]")
_MARKS = " |\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SIGNS = re.compile(r"[\W_]+")
_SKIP = re.compile(r"تخط|تجاوز|انتق|اذهب|إذهب|\bskip\b", re.IGNORECASE)
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


class Element(NamedTuple):
    """An element that a line stands in.

    Attributes:
        name: its tag, id and classes in lower case, as `div#main.article-body`.
        number: its place among the page's elements, by which two of one name are told apart.
    """

    name: str
    number: int


class TextLine(NamedTuple):
    """A line of a page as it is shown: the text of one block.

    Attributes:
        text: its words, with single spaces; the cells of a table's row with a stroke between them.
        trail: the elements it stands in, from the root on.
        linked: whether all of it is a link.
        skipped: whether a link above offers to skip it («تخطى قصص مقترحة وواصل القراءة»).
    """

    text: str
    trail: tuple[Element, ...]
    linked: bool = False
    skipped: bool = False


def parse(data: bytes, path: str) -> Page:
    """The tree of a page out of its bytes.

    Raises:
        UnreadableFile: when the bytes are no text, or hold no element or too many.
    """
    from lxml import etree, html

    text, warnings = _text(data, path)
    text, told = undo_mojibake(text) if not text.isascii() else (text, None)
    warnings = (*warnings, told) if told else warnings
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(_parsable(text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile("there is no page in it: save it anew from the browser", path=path) from error
    if sum(1 for _ in islice(root.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        raise too_many(_MOST_ELEMENTS, "elements", path)
    return Page(root, warnings)


def too_many(most: int, what: str, path: str) -> UnreadableFile:
    """The refusal of a page that holds more of something than its limit."""
    return UnreadableFile(
        f"it holds more than {most:,} {what}, too many for one page of news; is it one? If it is sound, part it",
        path=path,
    )


def _parsable(text: str) -> str:
    """A page's text without what the parser stops or stumbles at: NUL, and tags with thousands of attributes."""

    def tag(found: re.Match[str]) -> str:
        return (
            ""
            if sum(1 for _ in islice(_ATTRIBUTE.finditer(found[0]), _MOST_ATTRIBUTES)) == _MOST_ATTRIBUTES
            else found[0]
        )

    return _LONG_TAG.sub(tag, _XML_DECLARATION.sub("", text.replace("\0", "")))


def _text(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page, by the charset that it declares where its bytes are of it, else by its letters."""
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    if found and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for codec in ("utf-8", found[1].decode("ascii")):  # many a page says windows-1256 and is UTF-8
            try:
                text = data.decode(codec)
            except (LookupError, UnicodeDecodeError):
                continue
            if _ARABIC.search(text):  # many a page says iso-8859-1, which every byte is of, and is windows-1256
                return text, ()
    stream, opened = open_text(io.BytesIO(data), path)
    return stream.read(), opened.warnings


def lines(root: HtmlElement) -> list[TextLine]:
    """The lines of a page in their order: a block each, without what is hidden or no text.

    >>> from lxml.html import document_fromstring
    >>> [line.text for line in lines(document_fromstring("<h1>خبر</h1><p>قال <b>الوزير</b>.<script>x</script></p>"))]
    ['خبر', 'قال الوزير.']
    """
    page = _Lines()
    for event, element in _walk(root):
        if event == "start":
            page.open(element)
        else:
            page.close(element)
    page.end_line()
    return page.found


class _Lines:
    """The lines of a page while it is walked.

    Attributes:
        found: the lines so far.
    """

    def __init__(self) -> None:
        self.found: list[TextLine] = []
        self._trail: list[Element] = []
        self._words: list[str] = []
        self._unlinked = 0  # letters of the line that are no link
        self._links = self._rows = self._set = 0  # links, rows of tables and set texts (`pre`) that are open
        self._count = 0  # elements so far
        self._boxed: list[bool] = [False]  # for each open element whether its children are a row of boxes
        self._skips: dict[str, int] = {}  # by an element's id, the line from which on a link skips to it

    def end_line(self) -> None:
        text = shown_text("".join(self._words))
        self._words.clear()
        if text:
            self.found.append(TextLine(text, tuple(self._trail), not self._unlinked))
        self._unlinked = 0

    def open(self, element: HtmlElement) -> None:
        if self._rows and element.tag in {"td", "th"}:
            self._words.append(" | ")
        elif self._is_block(element) or self._boxed[-1]:
            self.end_line()
        if isinstance(element.tag, str) and element.get("id") in self._skips:
            self._skip(element)
        self._trail.append(Element(_described(element), self._count))
        self._count += 1
        self._boxed.append(is_row_of_boxes(element))
        self._links += element.tag == "a"
        self._set += element.tag == "pre"
        if element.tag == "a" and (target := _skipped_to(element)):
            self._skips[target] = len(self.found)
        self._rows += element.tag == "tr" and is_row_of_cells(element)
        self._add(element.text)

    def close(self, element: HtmlElement) -> None:
        if self._is_block(element):
            self.end_line()
        self._trail.pop()
        self._boxed.pop()
        self._links -= element.tag == "a"
        self._set -= element.tag == "pre"
        self._rows -= element.tag == "tr" and self._rows > 0
        self._add(element.tail)

    def _is_block(self, element: HtmlElement) -> bool:
        return element.tag in _BLOCKS and (not self._rows or element.tag == "tr")

    def _add(self, text: str | None) -> None:
        for n, piece in enumerate((text or "").splitlines() if self._set else [text or ""]):
            if n:
                self.end_line()
            self._words.append(piece)
            self._unlinked += 0 if self._links else len(_SIGNS.sub("", piece))

    def _skip(self, target: HtmlElement) -> None:
        """Mark the lines up to the target of a link that skips to it, and the target where it is a word or two."""
        start = self._skips.pop(target.get("id"))
        self.found[start:] = [line._replace(skipped=True) for line in self.found[start:]]


def shown_text(text: str) -> str:
    """A text as it is seen: single spaces, no invisible letters, no marks of direction at its ends.

    >>> shown_text(" \u200fقال\u200b  الوزير\u200f")
    'قال الوزير'
    """
    return " ".join(_INVISIBLE.sub("", text).split()).strip(_MARKS)


def _skipped_to(link: HtmlElement) -> str | None:
    """The id of the element to which a link skips («تخطى … وواصل القراءة»); None for other links."""
    address = link.get("href") or ""
    return address[1:] if address.startswith("#") and _SKIP.search("".join(link.itertext())) else None


def is_row_of_boxes(element: HtmlElement) -> bool:
    """Whether an element holds nothing but small elements without a space between them, which a style sets apart.

    >>> from lxml.html import fromstring
    >>> is_row_of_boxes(fromstring("<div><span class='date'>25 مارس</span><span class='by'>هند</span></div>"))
    True
    """
    if element.tag not in _FRAMES or len(element) < 2 or (element.text or "").strip():  # noqa: PLR2004 - a row is two
        return False
    return all(child.tag in _SMALL and not child.tail and not child.get("style") for child in element)


def is_row_of_cells(row: HtmlElement) -> bool:
    """Whether a table's row holds data: two cells at least, each a few words and none a frame of the page.

    >>> from lxml.html import fromstring
    >>> is_row_of_cells(fromstring("<table><tr><td>نافذة الإيداع</td><td>7.25 %</td></tr></table>")[0])
    True
    """
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2 or len(cells) > _MOST_CELLS:  # noqa: PLR2004 - a row is two
        return False
    return all(_is_cell(cell) for cell in cells) and next(row.iterdescendants("a"), None) is None


def _is_cell(cell: HtmlElement) -> bool:
    """Whether a cell holds a value: a few words in one paragraph at most."""
    inner = list(islice(cell.iterdescendants(), _MOST_INSIDE + 1))
    length = 0
    for text in cell.itertext():
        length += len(text.strip())
        if length > _LONGEST_CELL:
            return False
    blocks = sum(element.tag in _BLOCKS and element.tag != "br" for element in inner)
    return len(inner) <= _MOST_INSIDE and blocks <= 1


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
