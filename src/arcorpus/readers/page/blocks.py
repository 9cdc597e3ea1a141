"""Which lines of running text on a saved page hold together.

What stands between two stretches of running text has a price by its kind: a sub-heading is cheap, a date, a source or
the heading of comments is dear. Where the price is too high, one block ends and another begins.

Source: after J. Pasternack, D. Roth, Extracting Article Text from the Web with Maximum Subsequence Segmentation, WWW
2009: running text earns, what stands between costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from arcorpus.readers.page.classify import ClassifiedLine, continues_sentence, is_verse_line, site_share, site_weight
from arcorpus.readers.page.lexicon import Effect, FurnitureKind, PageWord, Reason, page_words
from arcorpus.readers.page.lines import Line, share, stems

_ORDINARY = 6.0  # what may stand between two segments of one body …
_GOES_ON = 4.0  # … and how much more when the second goes on from a sentence before it
_LONG_TEXT = 4.0  # … and at most for its length, 1 for ten words
_SUMMARY = 2  # paragraphs of a summary that a byline may part from the body
_KINDS = {"date": 5.0, "byline": 4.0, "source": 9.0, "tags": 9.0, "time": 0.5}
_ENDS = {Reason.COMMENTS: 4.0, Reason.COPYRIGHT: 12.0, Reason.NOTICE: 8.0, Reason.SUBSCRIPTION: 3.0}
_AGAIN = 0.5  # a further heading of one «read also» list
_INLINES = {Reason.SHARE: 0.8, Reason.SECTION: 2.0, Reason.NAVIGATION: 2.0}
_NEW_ARTICLE = 4.0  # more for a date or byline under a headline …
_RIGHT_BELOW = 3  # … in so many lines above running text
_OTHER_ARTICLE = 8.0  # more for a «read also» list whose last headline is that of the text after it
_SUB_HEADING = 8  # words of a sub-heading or verse
_SITE_LINE = 0.15  # weight of site words for each word of a line that is the site's own …
_SITE_WORDS = 4  # … and for all of it
_SITE_BORDER = 6.0  # more for a headline between the site's own sentences and others
_SITE_LEAST, _SITE_FULL = 0.08, 0.2  # the same for a block: where boilerplate begins, and where it is sure
_OWN_SHARE = 0.4  # share of a headline's words in the text under it that makes it that text's headline
_OTHER_MATTER = 0.08  # share of a text's words in the text before from which down both are of different matters
_TEASER_WORDS = 40  # words of the one sentence that a teaser has
_LOOKED = 2000  # code points of a line that are compared
_VERSE = range(2, 13)  # words of a line of verse
_VERSES = 4  # lines that make a poem
_RHYMING = 0.75  # share of such lines that end as the one before, or the one before that, does


@dataclass(frozen=True)
class Block:
    """Lines of a page that hold together as running text.

    Attributes:
        first: the number of the first line.
        last: the number of the last line, included.
        words: how many words its running text has.
        site: the weight of site words for each of them.
    """

    first: int
    last: int
    words: int
    site: float

    @property
    def boilerplate(self) -> float:
        """How much it reads like terms of use or a cookie notice, 0-1."""
        return min(1.0, max(0.0, (self.site - _SITE_LEAST) / (_SITE_FULL - _SITE_LEAST)))


def blocks(page: list[ClassifiedLine]) -> list[Block]:
    """The stretches of running text of a page, each as far as what stands in between may stand in one body."""
    found: list[Block] = []
    texts = [at for at, item in enumerate(page) if item.prose]
    start = texts[0] if texts else 0
    for last, at in pairwise(texts):
        if not _continues(page, start, last, at):
            found.append(_block(page, start, last))
            start = at
    return [*found, _block(page, start, texts[-1])] if texts else []


def _block(page: list[ClassifiedLine], first: int, last: int) -> Block:
    """The block of some lines, without the site's own sentences at its ends when the rest has none."""
    prose = [item for item in page[first : last + 1] if item.prose]
    own = [at for at, item in enumerate(prose) if not _site_sentence(item)]
    kept = prose[own[0] : own[-1] + 1] if own else prose
    kept = kept if _site(kept) < _SITE_LEAST else prose
    return Block(kept[0].line.n, kept[-1].line.n, sum(item.line.words for item in kept), _site(kept))


def _site(prose: list[ClassifiedLine]) -> float:
    return sum(map(site_weight, prose)) / max(1, sum(item.line.words for item in prose))


def _site_sentence(item: ClassifiedLine) -> bool:
    return site_weight(item) >= _SITE_WORDS and site_share(item) > _SITE_LINE


def _continues(page: list[ClassifiedLine], start: int, last: int, at: int) -> bool:
    """Whether the running text at `at` goes on with the body that began at `start` and stands at `last` so far."""
    between = page[last + 1 : at]
    if last - start <= _SUMMARY and all(item.kind in {"date", "byline", "source"} or item.inline for item in between):
        return True
    limit = _ORDINARY + min(_LONG_TEXT, page[at].line.words / 10)
    if continues_sentence(page[at].line) and not any(item.kind in {"source", "tags"} for item in between):
        limit += _GOES_ON
    if last > start and any(_is_closing_heading(item) for item in between):
        return False
    return _gap_cost(page, last, at) <= limit


def _is_closing_heading(item: ClassifiedLine) -> bool:
    """Whether a line is a heading that stands behind every body: «التعليقات», «المراجع»."""
    words = " ".join(word for word in item.line.folded.split() if not word.isdigit())
    return item.furniture is not None and words in page_words(PageWord.CLOSING)


def _gap_cost(page: list[ClassifiedLine], last: int, at: int) -> float:
    """What it costs to hold two lines of running text together over what stands between them."""
    verse = is_verse([item.line for item in page[last + 1 : at] if item.kind == "head"]) or _is_quoted_verse(
        page, last, at
    )
    price, heads, zone = 0.0, 0, ""
    for index in range(last + 1, at):
        item = page[index]
        if item.furniture:
            again = bool(zone) and item.furniture.reason == zone
            price += _AGAIN if again else _furniture_cost(item.furniture, item.line)
            zone = item.zone_reason or zone
        elif item.kind in {"head", "label"}:
            heads += zone != Reason.RELATED
            price += 0.1 if verse else 0.5 if zone == Reason.RELATED else _headline_cost(item.line, heads)
        else:
            price += _metadata_cost(page, index, last, at)
    other = zone == Reason.RELATED and heads_text_below(page, last, at) and not _is_teaser(page, last, at)
    border = heads > 0 and _site_sentence(page[last]) != _site_sentence(page[at])
    return price + _OTHER_ARTICLE * other + _SITE_BORDER * border


def _is_quoted_verse(page: list[ClassifiedLine], last: int, at: int) -> bool:
    """Whether verses that need not rhyme stand between: a colon announces them, or the text before speaks of verse."""
    verses, over = page[last + 1 : at], page[last].line
    if len(verses) < _VERSES or not all(is_verse_line(item) for item in verses):
        return False
    words = over.folded.split()
    spoken = {word.removeprefix("و").removeprefix("ب").removeprefix("ال") for word in words}
    return over.stop == ":" or bool(page_words(PageWord.VERSE) & spoken)


def _furniture_cost(found: FurnitureKind, line: Line) -> float:
    if found.effect == Effect.ZONE:
        return 3.0 if found.reason == Reason.RELATED else 12.0
    if found.effect == Effect.END:
        return _ENDS.get(found.reason, 5.0)
    return 0.5 if line.rule else _INLINES.get(found.reason, 0.5)


def _headline_cost(line: Line, heads: int) -> float:
    """Sub-headings, list items and verses are cheap, a row of headlines is not."""
    if line.mark:
        return 0.4
    if line.words <= _SUB_HEADING:
        return 0.7
    return 1.0 if heads <= 1 else 1.6


def _metadata_cost(page: list[ClassifiedLine], index: int, last: int, at: int) -> float:
    item = page[index]
    lone = item.byline is not None and not item.byline.label and len(item.byline.segments) == 1
    price = 1.5 if lone and item.kind == "byline" else _KINDS[item.kind]
    under = index > last + 1 and page[index - 1].kind == "head" and at - index <= _RIGHT_BELOW
    return price + _NEW_ARTICLE if under and item.kind in {"date", "byline"} else price


def heads_text_below(page: list[ClassifiedLine], last: int, at: int) -> bool:
    """Whether the last headline of a «read also» block is that of the text after it, not a link to elsewhere."""
    if continues_sentence(page[at].line):
        return False
    head = next((page[i] for i in range(at - 1, last, -1) if page[i].kind == "head"), None)
    if head is None:
        return False
    title = stems(head.line.text)
    after = _content_stems(page[at : at + 3])
    before = _content_stems(page[max(0, last - 3) : last + 1])
    if len(after & before) < _OTHER_MATTER * len(after):
        return True
    own = share(title, after)
    return own >= _OWN_SHARE and own > share(title, before)


def _content_stems(items: list[ClassifiedLine]) -> set[str]:
    return {stem for item in items if item.prose for stem in stems(item.line.text, _LOOKED)}


def _is_teaser(page: list[ClassifiedLine], last: int, at: int) -> bool:
    """Whether only the line at `at` is of the headline over it, and the text then goes on with that before."""
    words = _content_stems(page[at + 1 : at + 3])
    if not words or page[at].line.words > _TEASER_WORDS:
        return False
    own = {stem for item in page[max(last + 1, at - 2) : at + 1] for stem in stems(item.line.text, _LOOKED)}
    return len(words & _content_stems(page[max(0, last - 5) : last + 1])) > len(words & own)


def is_teaser_text(page: list[ClassifiedLine], at: int) -> bool:
    """Whether a sentence inside a body belongs to the headline of a «read also» block above it."""
    last = at - 1
    while last > 0 and not page[last].prose:
        last -= 1
    listed = any(item.zone_reason == Reason.RELATED for item in page[last + 1 : at])
    return listed and page[at - 1].kind == "head" and heads_text_below(page, last, at) and _is_teaser(page, last, at)


def is_verse(group: list[Line]) -> bool:
    """Whether short lines are verse: each ends with the letter of the line before it or of the one before that.

    Args:
        group: lines that follow each other.
    """
    ends = [line.folded[-1:] for line in group if line.words in _VERSE and line.stop not in {".", ":"}]
    if len(ends) < _VERSES or len(ends) < len(group):
        return False
    second = list(zip(ends, ends[2:], strict=False))
    return any(
        len(pairs) >= _VERSES - 1 and sum(a == b for a, b in pairs) >= _RHYMING * len(pairs)
        for pairs in (list(pairwise(ends)), second, second[1::2])
    )
