"""Which lines of a web page are its articles' texts: the page reader's judgement and trafilatura's, joined.

The reader of saved pages knows Arabic furniture, datelines and headlines, trafilatura knows how sites are built. A line
belongs to an article where both say so; where they differ, its place decides.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.readers.html.beside import outside_lines
from arcorpus.readers.html.dom import TextLine
from arcorpus.types import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAME = 12  # letters from which on a line is looked for inside trafilatura's paragraphs
_NEAR = 3  # lines beyond the page reader's article in which trafilatura alone is believed


class Found(NamedTuple):
    """An article of a page.

    Attributes:
        article: what the page reader makes of it, its fields but not its text; None where it found none.
        text: the paragraphs, one a line.
        places: the numbers of its lines among the page's.
    """

    article: Article | None
    text: str
    places: Sequence[int] = ()


def trafilatura_paragraphs(root: HtmlElement) -> list[str]:
    """The paragraphs that trafilatura takes for the page's main text; none where it finds none."""
    from copy import deepcopy

    text = _extract()(deepcopy(root), include_comments=False, include_tables=True, with_metadata=False)
    return [line.strip(" -|") for line in (text or "").split("\n") if line.strip(" -|")]


@cache
def _extract() -> Callable[..., str | None]:
    """Trafilatura's own function; on the way urllib3, which nobody asks for a page, opens no socket to try IPv6."""
    import socket
    from logging import CRITICAL, getLogger

    usual, socket.has_ipv6 = socket.has_ipv6, "urllib3" in sys.modules
    try:
        from trafilatura import extract
        from urllib3.util import connection
    finally:
        socket.has_ipv6 = usual
    connection.HAS_IPV6 = connection.HAS_IPV6 or usual
    getLogger("trafilatura").setLevel(CRITICAL)  # what it cannot parse, the page reader reads
    found: Callable[..., str | None] = extract
    return found


def articles(lines: Sequence[TextLine], found: Sequence[Article], main: Sequence[str]) -> list[Found]:
    """The articles of a page with their paragraphs.

    Args:
        lines: the page's lines.
        found: what the page reader found in them, joined by line ends.
        main: trafilatura's paragraphs.
    """
    known = _in_main(lines, main)
    outside = outside_lines(lines, known)
    offsets = _offsets(lines)
    bodies = [_body_lines(article, offsets) for article in found]
    starts = [*(body[0] for body in bodies if body), len(lines)]
    joined = [
        (a, _joined(lines, body, known, _beside(a, offsets), outside | _named(lines, a) | _behind(starts, body, lines)))
        for a, body in zip(found, bodies, strict=True)
    ]
    kept = [(article, chosen) for article, chosen in joined if chosen]
    if not kept:
        alone = sorted(known - outside)
        return [Found(None, _text(lines, alone), alone)] if alone else []
    # What trafilatura has nothing of is a list of teasers or the like, unless the page is nothing else.
    told = [pair for pair in kept if not known.isdisjoint(pair[1])] or kept
    aside = {_key(lines[n].text) for n in outside}
    return [Found(_without_aside(article, aside), _text(lines, chosen), chosen) for article, chosen in told]


def _without_aside(article: Article, aside: Container[str]) -> Article:
    """An article whose standfirst holds no caption and no offer."""
    return replace(article, standfirst=tuple(line for line in article.standfirst if _key(line) not in aside))


def _text(lines: Sequence[TextLine], chosen: Sequence[int]) -> str:
    return "\n".join(lines[n].text for n in chosen)


def _key(text: str) -> str:
    """A line without its spaces and marks, as it is compared."""
    return re.sub(r"[\W_]+", "", text)


def _in_main(lines: Sequence[TextLine], main: Sequence[str]) -> set[int]:
    """The lines that trafilatura has, whole or within a paragraph."""
    keys = {_key(paragraph) for paragraph in main}
    joined = "\n".join(keys)
    return {
        n for n, line in enumerate(lines) if (key := _key(line.text)) in keys or (len(key) >= _SAME and key in joined)
    }


def _offsets(lines: Sequence[TextLine]) -> list[int]:
    """Where each line starts in the lines joined by line ends, in code points, and the end of all."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    return starts


def _body_lines(article: Article, offsets: Sequence[int]) -> range:
    """The lines of the page reader's body, furniture inside it too."""
    start = article.text_start or 0
    end = start + len(article.text)
    inside = [n for n in range(len(offsets) - 1) if offsets[n + 1] - 1 > start and offsets[n] < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _named(lines: Sequence[TextLine], article: Article) -> set[int]:
    """The lines that are an article's title or standfirst."""
    keys = {_key(text) for text in (article.title or "", *article.standfirst)}
    return {n for n, line in enumerate(lines) if _key(line.text) in keys}


def _behind(starts: Sequence[int], body: range, lines: Sequence[TextLine]) -> set[int]:
    """The lines from the next article's text on."""
    return set(range(min(start for start in starts if not body or start > body[0]), len(lines)))


def _beside(article: Article, offsets: Sequence[int]) -> set[int]:
    """The lines that the page reader marks as furniture."""
    found: set[int] = set()
    for span in article.furniture or ():
        first = max(0, bisect_right(offsets, span.start) - 1)
        found.update(n for n in range(first, bisect_left(offsets, span.end)) if offsets[n + 1] - 1 > span.start)
    return found


def _joined(lines: Sequence[TextLine], body: range, main: set[int], beside: set[int], outside: set[int]) -> list[int]:
    """The lines of an article: the page reader's, and trafilatura's among and behind them.

    Behind the last line on which both agree, a line counts only in an element that holds lines on which they agree: a
    tail elsewhere is a teaser.

    Args:
        lines: the page's lines.
        body: those of the page reader's article.
        main: the lines that trafilatura has.
        beside: those that are furniture by the page reader.
        outside: those of which their place says that they are none of the article.
    """
    inside = set(body) - beside - outside
    agreed = inside & main
    if not agreed:
        return sorted(inside)
    last = max(agreed)
    behind = set(range(body[-1] + 1, min(body[-1] + 1 + _NEAR, len(lines)))) & main - beside - outside
    above = {body[0] - 1, *body} - outside
    headings = {n for n in above if n + 1 in agreed and _is_heading(lines[n])}
    frames = {_frame(lines[n]) for n in agreed}
    framed = {n for n in headings | inside | behind if _frame(lines[n]) in frames}
    return sorted(framed | {n for n in inside if n < last})


def _frame(line: TextLine) -> tuple[str, ...]:
    """The names of the elements that hold a line's own."""
    return tuple(element.name for element in line.trail[:-1])


def _is_heading(line: TextLine) -> bool:
    """Whether a line is a sub-heading of a text, by its element."""
    return bool(re.match(r"h[2-6]#", line.trail[-1].name)) and not line.linked
