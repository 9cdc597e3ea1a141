"""Which lines of a web page are its articles' texts: the page reader's judgement and trafilatura's, joined.

The reader of saved pages knows Arabic furniture, datelines and headlines, trafilatura knows how sites are built. A line
belongs to an article where both say so; where they differ, its place decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.readers.html.dom import TextLine
from arcorpus.types import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OUTSIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption", "menu", "dialog"})
_OUTSIDE_NAMES = re.compile(
    r"(?<![a-z])(?:comments?|respond|disqus|related|read-?more|readalso|read-also|also-?read|most-?read|sidebar|widget"
    r"|share|sharing|social|breadcrumbs?|newsletter|subscribe|popup|modal|cookies?|advert\w*|ads|promo|trending|tags?"
    r"|author-?(?:box|bio)|recommended|caption|wp-caption-text|credit|copyright|pagination|navbar|menu|footer|ticker)"
    r"(?![a-z])"
)
_MOST = 0.5  # of the page's words: what holds more is the page's frame, whatever it is called
_SAME = 12  # letters from which on a line is looked for inside trafilatura's paragraphs
_NEAR = 3  # lines beyond the page reader's article in which trafilatura alone is believed


class Found(NamedTuple):
    """An article of a page.

    Attributes:
        article: what the page reader makes of it, its fields but not its text; None where it found none.
        text: the paragraphs, one a line.
    """

    article: Article | None
    text: str


def trafilatura_paragraphs(root: HtmlElement) -> list[str]:
    """The paragraphs that trafilatura takes for the page's main text; none where it finds none."""
    from copy import deepcopy
    from logging import CRITICAL, getLogger

    from trafilatura import extract

    getLogger("trafilatura").setLevel(CRITICAL)  # what it cannot parse, the page reader reads
    text = extract(deepcopy(root), include_comments=False, include_tables=True, with_metadata=False)
    return [line.strip(" -|") for line in (text or "").split("\n") if line.strip(" -|")]


def articles(lines: Sequence[TextLine], found: Sequence[Article], main: Sequence[str]) -> list[Found]:
    """The articles of a page with their paragraphs.

    Args:
        lines: the page's lines.
        found: what the page reader found in them, joined by line ends.
        main: trafilatura's paragraphs.
    """
    outside = _outside(lines)
    is_main = _in_main(lines, main)
    offsets = _offsets(lines)
    bodies = [_body_lines(article, offsets) for article in found]
    kept = [
        (article, chosen)
        for article, body in zip(found, bodies, strict=True)
        if (chosen := _joined(lines, body, is_main, _is_beside(article, offsets, outside)))
    ]
    if not kept:
        alone = [n for n in range(len(lines)) if is_main[n] and not outside[n]]
        return [Found(None, _text(lines, alone))] if alone else []
    if any(is_main):
        # What trafilatura has nothing of is a list of teasers or the like, unless the page is nothing else.
        told = [pair for pair in kept if any(is_main[n] for n in pair[1])]
        kept = told or kept
    return [Found(article, _text(lines, chosen)) for article, chosen in kept]


def _text(lines: Sequence[TextLine], chosen: Sequence[int]) -> str:
    return "\n".join(lines[n].text for n in chosen)


def _key(text: str) -> str:
    """A line without its spaces and marks, as it is compared."""
    return re.sub(r"[\W_]+", "", text)


def _in_main(lines: Sequence[TextLine], main: Sequence[str]) -> list[bool]:
    """For each line whether trafilatura has it, whole or within a paragraph."""
    keys = {_key(paragraph) for paragraph in main}
    joined = "\n".join(keys)
    return [(key := _key(line.text)) in keys or (len(key) >= _SAME and key in joined) for line in lines]


def _outside(lines: Sequence[TextLine]) -> list[bool]:
    """For each line whether an element that it stands in says that it is no text of an article.

    An element that holds most of the page's words is its frame (`has-sidebar`), and says nothing.
    """
    total = sum(len(line.text) for line in lines)
    held: dict[tuple[str, ...], int] = {}
    for line in lines:
        for depth in range(1, len(line.trail) + 1):
            held[line.trail[:depth]] = held.get(line.trail[:depth], 0) + len(line.text)
    return [
        any(
            held[line.trail[: depth + 1]] <= _MOST * total and _is_outside(element)
            for depth, element in enumerate(line.trail)
        )
        for line in lines
    ]


def _is_outside(element: str) -> bool:
    """Whether an element is by its name, classes or id beside the article."""
    tag, _, names = element.partition("#")
    return tag in _OUTSIDE_TAGS or bool(_OUTSIDE_NAMES.search(names))


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


def _is_beside(article: Article, offsets: Sequence[int], outside: Sequence[bool]) -> list[bool]:
    """For each line whether the page reader marks it as furniture, or it stands outside."""
    spans = article.furniture or ()
    return [
        outside[n] or any(span.start < offsets[n + 1] - 1 and offsets[n] < span.end for span in spans)
        for n in range(len(outside))
    ]


def _joined(lines: Sequence[TextLine], body: range, is_main: Sequence[bool], is_beside: Sequence[bool]) -> list[int]:
    """The lines of an article: the page reader's, and trafilatura's among and right behind them.

    Behind the last line on which both agree, a line counts only in an element that holds lines on which they agree: a
    tail elsewhere is a teaser.

    Args:
        lines: the page's lines.
        body: those of the page reader's article.
        is_main: for each line whether trafilatura has it.
        is_beside: for each line whether it is furniture, or stands outside.
    """
    inside = [n for n in body if not is_beside[n]]
    agreed = [n for n in inside if is_main[n]]
    if not agreed:
        return inside
    behind = range(body[-1] + 1, min(body[-1] + 1 + _NEAR, len(lines)))
    tail = [n for n in (*body, *behind) if n > agreed[-1] and not is_beside[n] and (n in body or is_main[n])]
    return [n for n in inside if n <= agreed[-1]] + _in_frames(lines, tail, agreed)


def _in_frames(lines: Sequence[TextLine], candidates: Sequence[int], agreed: Sequence[int]) -> list[int]:
    """The candidates that stand in an element that holds lines on which both judges agree."""
    frames = {lines[n].trail[:-1] for n in agreed}
    return [n for n in candidates if lines[n].trail[:-1] in frames]
