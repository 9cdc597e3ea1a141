"""Which lines of a web page its structure sets beside the article: menus, offers, captions, comments, posts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from arcorpus.readers.html.dom import TextLine
from arcorpus.readers.page.lexicon import Effect, Reason, find_furniture
from arcorpus.readers.page.lines import lines as page_lines

_OUTSIDE_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption", "menu", "dialog"})
_OUTSIDE_NAMES = re.compile(
    r"(?<![a-z])(?:comments?|respond|disqus|related|read-?more|readalso|read-also|also-?read|most-?read|sidebar|widget"
    r"|share|sharing|social|breadcrumbs?|newsletter|subscribe|popup|modal|cookies?|advert\w*|ads|promo|trending|tags?"
    r"|author-?(?:box|bio)|recommended|recommendations|caption|photo-?title|img-?cap\w*|wp-caption-text|credit|copyright|pagination|navbar|menu"
    r"|footer|ticker|read(?:ing)?-?time|more-?on|also|promo\w*|twitter-tweet|instagram-media"
    r"|tiktok-embed|fb-post|toc|wm-ipp\S*)(?![a-z])"
)
_LINKED = 0.5  # of an element's words that are links to other pages, from which on it is an offer with its day or place
_LEAST = 0.4  # of the words of trafilatura's text: what holds more is no box inside it
_LONGEST_HEADING = 60  # code points of the heading of a box
_OFFERED = frozenset({Reason.RELATED, Reason.SUBSCRIPTION, Reason.COMMENTS, Reason.SHARE, Reason.WIDGET})
_MOST = 0.5  # of the page's words: what holds more is the page's frame, whatever it is called


def outside_lines(lines: Sequence[TextLine], main: set[int]) -> set[int]:
    """The lines that stand in something that is no text of an article, or mostly in links that are no sentences.

    An element that holds most of the page's words is its frame (`has-sidebar`), and says nothing.

    Args:
        lines: the page's lines.
        main: those that trafilatura has.
    """
    beside = _elements_beside(lines, main)
    return {
        n
        for n, line in enumerate(lines)
        if line.skipped or _is_offer(line) or any(element.number in beside for element in line.trail)
    }


def _elements_beside(lines: Sequence[TextLine], main: set[int]) -> set[int]:
    """The numbers of the elements that are beside the article by their names, their links or their headings."""
    held, offered = _held(lines), _held([line for line in lines if _is_offer(line)])
    most = _MOST * sum(len(line.text) for line in lines)
    little = _LEAST * sum(len(lines[n].text) for n in main)
    named = {e.number for line in lines for e in line.trail if held[e.number] <= most and _is_outside(e.name)}
    linked = {n for n, links in offered.items() if held[n] <= little and links > _LINKED * held[n]}
    return named | linked | _boxes(lines, held, little)


def _held(lines: Sequence[TextLine]) -> Counter[int]:
    """How many code points of text each element holds, by its number."""
    held = Counter[int]()
    for line in lines:
        for element in line.trail:
            held[element.number] += len(line.text)
    return held


def _is_offer(line: TextLine) -> bool:
    """Whether a line is a link to something else: all of it is one, and it is no sentence."""
    return line.linked and not line.text.endswith((".", "؟", "!", "»", '"'))


def _boxes(lines: Sequence[TextLine], held: Counter[int], most: float) -> set[int]:
    """The numbers of the elements whose first line is the heading of a list of offers («اقرأ أيضا», «النشرة»)."""
    found: set[int] = set()
    opened: set[int] = set()
    for line in lines:
        first = [element for element in line.trail if element.number not in opened]
        opened.update(element.number for element in first)
        boxes = [e.number for e in first if len(line.text) < held[e.number] <= most]
        if boxes and not found.intersection(e.number for e in line.trail) and _heads_offers(line.text):
            found.add(boxes[0])
    return found


def _heads_offers(text: str) -> bool:
    """Whether a line is the heading of what else there is to read, to subscribe to or to say."""
    if len(text) > _LONGEST_HEADING:
        return False
    known = next((find_furniture(line) for line in page_lines(text)), None)
    return known is not None and known.reason in _OFFERED and known.effect != Effect.INLINE


def _is_outside(element: str) -> bool:
    """Whether an element is by its name, classes or id beside the article."""
    tag, _, names = element.partition("#")
    return tag in _OUTSIDE_TAGS or bool(_OUTSIDE_NAMES.search(names))
