"""The lines of a saved page, with what can be seen of each before anything is known of the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from arcorpus.text.value_lexer import fold_coarsely

KEYED = 400  # code points of a line that its key is made of: enough to tell lines apart, little on one of 10 MB
_COUNTED = 4000  # code points of a line in which gaps and links are counted
_ENOUGH = 3  # sentence ends in a line after which more say nothing
_NARROW, _BROAD = 50, 110  # code points of the longest line of a page that a program has broken into lines
_FULL = 0.75  # share of that length that a broken line has at least
_UNBROKEN = 0.1  # share of the lines that may be longer than it all the same
_FLOWS = 3  # such lines at least, where not each is full to its last word
_WRAPPED = 0.6  # share of such lines that text goes on from
_FILLED = 0.3  # … where each of them is full to its last word
_STEM = 6  # letters that the forms of a word share at most

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\x0b\x0c\x85]")
_EDGE = re.compile(rf"[\s{_INVISIBLE}]*")
_UNSEEN = re.compile(rf"[\s{_INVISIBLE}]")
_MARK = re.compile(
    rf"(?:#{{1,6}}|[*+•●▪■◾◆◄►▶»›‣⁃○·✅🔴🔵🔹🔸]|[-–—]|>|\d{{1,2}}[.)])(?=[\s{_INVISIBLE}])[\s{_INVISIBLE}]*"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"(?:[^\W_]|[\u0610-\u061a\u064b-\u065f\u0670])+")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_CLOSERS = "\"'»”’›)]}*_ \u00a0\u200e\u200f"
_INNER = re.compile(r"[^\W\d_]{2}[\"'»”’)\]]{0,3}[.؟!?][\"'»”’)\]]{0,3}(?=\s)")
_WIDE = re.compile(r"\s{3,}|\t|\s[•·›»]\s|[|]")
_URL = re.compile(r"\[?\(?<?(?:https?://|www\.)\S+>?\)?")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\]\([^()\s]{0,2000}\)")
_NOTE = re.compile(r"\[\d{1,3}\](?=\S)")
_ESCAPED = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|~-])")  # a sign that Markdown would read otherwise
_EMPHASIS = re.compile(r"\*\*|__|`|^#+\s+")
_MARKS = " \u00a0\"'«»“”„‟‹›*.ـ-–—_\u200e\u200f"
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ('"', '"'))
_STOPS = {".": ".", "؟": "?", "?": "?", "!": "?", "،": ",", ",": ",", "؛": ",", ";": ",", ":": ":", "：": ":"}
_CLITIC = re.compile(r"^[وف]?(?:[بكل]?ال|لل)(?=\w{3})|^و(?=\w{4})")
_ENDING = re.compile(r"(?<=\w{3})(?:ها|هم|ات|ين|ون|ان|ية|يه|ه|ي|ا)$")


@dataclass(frozen=True)
class Line:
    """A line that holds something; places are code points of the page.

    Attributes:
        n: its number among such lines.
        outer: where it begins with its list or heading mark.
        start: where it begins without that mark and outer white space.
        end: where it ends without outer white space.
        text: the page's text from `start` to `end`.
        mark: the list or heading mark.
        gap: whether a blank line is above it.
    """

    n: int
    outer: int
    start: int
    end: int
    text: str
    mark: str
    gap: bool

    @cached_property
    def shown(self) -> str:
        """The text as a reader of Markdown sees it: links by their words, no emphasis marks."""
        text = _NOTE.sub("", self.text) if "[" in self.text[:KEYED] else self.text
        text = _ESCAPED.sub("", text) if "\\" in text[:KEYED] else text
        if "](" in text[:KEYED] or "**" in text[:KEYED]:
            return _EMPHASIS.sub("", _LINK.sub(r"\1", text)).strip()
        return text

    @cached_property
    def folded(self) -> str:
        """The folded words of its first `KEYED` code points, one space between them."""
        return fold_words(self.shown[:KEYED])

    @cached_property
    def words(self) -> int:
        """How many of its parts between spaces hold a letter or digit."""
        return sum(part.isalnum() or _WORD.search(part) is not None for part in self.shown.replace("ـ", "").split())

    @cached_property
    def arabic(self) -> bool:
        """Whether there is an Arabic letter in it."""
        return _ARABIC.search(self.text) is not None

    @cached_property
    def stop(self) -> str:
        """What it ends with, closing quotes aside: `.`, `?` (also for !), `…` (also ..), `,`, `:` or nothing."""
        tail = self.text[-40:].rstrip(_CLOSERS)
        return "…" if tail.endswith(("…", "..")) else _STOPS.get(tail[-1:], "")

    @cached_property
    def sentences(self) -> int:
        """How many sentences end inside it, counted to three."""
        return sum(1 for _ in zip(range(_ENOUGH), _INNER.finditer(self.text), strict=False))

    @cached_property
    def told(self) -> bool:
        """Whether a sentence that does not ask ends inside it."""
        return any("." in m.group() for m in _INNER.finditer(self.text[:_COUNTED]))

    @cached_property
    def wide(self) -> int:
        """How many wide gaps and separators part its beginning."""
        return sum(1 for _ in _WIDE.finditer(self.text[:_COUNTED]))

    @cached_property
    def linked(self) -> float:
        """The share of its visible words that are links, 0-1."""
        head = self.text[:_COUNTED]
        inside = sum(len(m.group(1)) for m in _LINK.finditer(head)) if "](" in head else 0
        return min(1.0, inside / max(1, len(self.shown[:_COUNTED])))

    @property
    def url(self) -> bool:
        """Whether it is an address on the net and nothing else."""
        return _URL.fullmatch(self.text) is not None

    @property
    def image(self) -> bool:
        """Whether it is a Markdown image and nothing else."""
        return self.text.startswith("![") and _LINK.fullmatch(self.text) is not None

    @property
    def rule(self) -> bool:
        """Whether there is no word in it: a rule, a list mark, arrows."""
        return self.words == 0

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self.mark[:1] in set("*+•")


def lines(text: str) -> list[Line]:
    r"""The lines of a page that hold more than white space and invisible marks.

    Args:
        text: the decoded page; every kind of line end counts. The lines of a paragraph that was broken at a fixed
            width are one line.

    >>> [(line.mark, line.text) for line in lines("* الرئيسية\r\n\r\n عنوان\n")]
    [('*', 'الرئيسية'), ('', 'عنوان')]
    """
    return _unwrapped(text, list(_lines(text)))


def _lines(text: str) -> Iterator[Line]:
    count, gap, last = 0, False, 0
    for found in _LINE.finditer(text):
        gap = gap or len(_BREAK.findall(text, last, found.start())) > 1
        last = found.end()
        edge = _EDGE.match(text, found.start(), last)
        outer = edge.end() if edge else found.start()
        end = last
        while end > outer and _UNSEEN.match(text, end - 1):
            end -= 1
        if outer == end:
            gap = True
            continue
        mark = _MARK.match(text, outer, end)
        start = mark.end() if mark and mark.end() < end else outer
        yield Line(count, outer, start, end, text[start:end], text[outer:start].strip(), gap)
        count, gap = count + 1, False


def _unwrapped(text: str, page: list[Line]) -> list[Line]:
    """The lines of a page whose paragraphs were broken at a fixed width, each paragraph one line."""
    found: list[Line] = []
    for line, flowing in zip(page, _flowing(page) or [False] * len(page), strict=True):
        of = found.pop() if flowing else line
        found.append(Line(len(found), of.outer, of.start, line.end, text[of.start : line.end], of.mark, of.gap))
    return found


def _flowing(page: list[Line]) -> list[bool]:
    """For each line of a page that was broken at a fixed width whether it goes on from the line before; none else."""
    lengths = [line.end - line.start for line in page]
    # An address that cannot be broken, a menu's line, may be longer than the width.
    broken = [length for length in lengths if length <= _BROAD]
    width, unbroken = max(broken, default=0), len(lengths) - len(broken)
    if width < _NARROW or unbroken > _UNBROKEN * len(page) or not any(line.gap for line in page):
        return []
    return _flows(page, lengths, width, unbroken)


def _flows(page: list[Line], lengths: list[int], width: int, unbroken: int) -> list[bool]:
    """The same for a page that may be broken at a width; `unbroken` of its lines are longer."""
    full = [_FULL * width <= length <= width and line.stop != "." for line, length in zip(page, lengths, strict=True)]
    flows = [at > 0 and full[at - 1] and not line.gap and not line.mark for at, line in enumerate(page)]
    many = sum(flows) >= max(_FLOWS, _WRAPPED * sum(full))
    filled = not unbroken and sum(flows) >= _FILLED * sum(full) and _filled(page, flows, width)
    return flows if many or filled else []


def _filled(page: list[Line], flows: list[bool], width: int) -> bool:
    """Whether each line that text goes on from is so full that the next word found no room, in two places at least."""
    goes_on = [(before, line) for before, line, flowing in zip(page, page[1:], flows[1:], strict=False) if flowing]
    return len(goes_on) > 1 and all(
        before.end - before.start + 1 + len(line.text.split(maxsplit=1)[0]) > width for before, line in goes_on
    )


def fold_words(text: str) -> str:
    """The folded words of a text with one space between them, as the lexicons of pages are compared.

    >>> fold_words("اﻷخبار: «إقرأ أيضاً»")
    'الاخبار اقرا ايضا'
    """
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_WORD.findall(fold_coarsely(text)))


class FoldedWord(NamedTuple):
    """A word of a text as it is compared.

    Attributes:
        form: the folded word; two words where it is spelled with a mark inside.
        start: where it begins, in code points of the text.
        end: where it ends.
    """

    form: str
    start: int
    end: int


def tokens(text: str) -> list[FoldedWord]:
    """The words of a text, folded, each with where it stands.

    >>> [(word.form, word.start, word.end) for word in tokens("نُشر: ٨")]
    [('نشر', 0, 4), ('8', 6, 7)]
    """
    found = (FoldedWord(fold_words(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text))
    return [token for token in found if token.form]


def stems(text: str, limit: int = 20_000) -> list[str]:
    """The content words of a text, cut to what their forms share, in order; words of two letters are left out.

    Args:
        text: any text.
        limit: code points that are looked at.

    >>> stems("جهود الإمارات وجهودها")
    ['جهود', 'امار', 'جهود']
    """
    words = (word for word in fold_words(text[:limit]).split() if len(word) > 2)  # noqa: PLR2004 - shorter ones are particles
    return [_ENDING.sub("", _CLITIC.sub("", word))[:_STEM] for word in words]


def share(own: list[str], of: set[str]) -> float:
    """The share of some stems that are among others, 0-1; 0 when there are none."""
    return sum(stem in of for stem in own) / max(1, len(own))


def trim_name(text: str) -> str:
    """A source or name without the quotes and marks around it; a quotation mark inside keeps the one it pairs with.

    >>> trim_name('"بلومبرغ".')
    'بلومبرغ'
    """
    name = text.strip(_MARKS + ":؛،,()[]{}|/•·")
    at = text.find(name)
    for opening, closing in _PAIRS:
        opened, closed = name.count(opening), name.count(closing)
        if opening == closing and opened % 2 == 0:
            continue
        if (opened < closed or opening == closing) and text[:at].endswith(opening):
            return opening + name
        if (opened > closed or opening == closing) and text[at + len(name) :].startswith(closing):
            return name + closing
    return name
