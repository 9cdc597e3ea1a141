"""Which blocks of running text are articles, and what part of the page is each one's.

The blocks are compared by their words (capped, so that terms of use longer than the article do not win by length), the
words of site texts in them, the heading of comments or of «read also» above, and their headline and date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from arcorpus.readers.page.blocks import Block, blocks, is_verse
from arcorpus.readers.page.classify import ClassifiedLine, continues_sentence, name_alone
from arcorpus.readers.page.lexicon import Reason
from arcorpus.readers.page.person_names import SURE
from arcorpus.readers.page.titles import Title, find_title

_ENOUGH = 150  # words after which more of them say nothing of which block is the article
_ZONES: dict[str, float] = {Reason.COMMENTS: 0.15, Reason.RELATED: 0.6}  # what a block is worth under such a heading
_DATED, _TITLED, _OVERLAP = 25.0, 10.0, 40.0
_META_ABOVE = 12  # lines above a body in which its date or byline stands
_SECOND = 20  # words that a further article has at least, in two paragraphs
_SECOND_LINE = 60  # … in one
_OWN = 0.25  # share of a further article's headline that its body takes up
_TOO_SITE = 0.6  # boilerplate from which on a block is no further article
_ENDED = 6  # lines above a further article's title in which the one before it ends
_BRIEF = 8  # words of an article at least
_BRIEF_LINES = 6  # headline-like lines of a page that holds one in brief
_CLOSING = 12  # words of a first or last line that trails off
_SUB_HEADING = 5  # words of a sub-heading over a last sentence
_SPOKEN = 3  # words after which a line that goes on from a sentence is one
_LEAD = 7  # words of a line with a colon that opens a list
_OVER_POEM = 3  # lines over a poem in which its title stands


@dataclass(frozen=True)
class ArticleSpan:
    """An article's part of the page, in numbers of its lines.

    Attributes:
        top: the first line.
        bottom: the line after the last.
        first: the first line of the body.
        last: the last line of the body.
        title: the line of the title, None without one.
    """

    top: int
    bottom: int
    first: int
    last: int
    title: int | None


@dataclass(frozen=True)
class _Candidate:
    """A block of running text that may be an article.

    Attributes:
        block: the block.
        title: the headline above it that fits it.
        zone: the reason of the heading it stands under («read also», comments), or nothing.
        dated: whether a date or byline stands above it.
        value: how much speaks for it as the page's article.
    """

    block: Block
    title: Title | None
    zone: str
    dated: bool
    value: float


def split_page(page: list[ClassifiedLine]) -> list[ArticleSpan]:
    """The articles of a page in order; none when there is no running text."""
    found = blocks(page)
    if not found:
        return _poem(page) or _brief_article(page)
    judged = _candidates_of(page, found)
    best = max(judged, key=lambda j: (j.value, -j.block.first))
    if best.block.words < _BRIEF and best.title is None:
        return []
    return _article_spans(page, [j for j in judged if j is best or _is_further_article(page, j, best)])


def _candidates_of(page: list[ClassifiedLine], found: list[Block]) -> list[_Candidate]:
    judged, floor, zone = [], 0, ""
    for block in found:
        title = find_title(page, floor, block.first, block.last)
        for item in page[floor : title.at if title else block.first]:
            zone = item.zone_reason or zone
        above = page[max(floor, block.first - _META_ABOVE) : block.first]
        dated = any(item.kind in {"date", "byline"} for item in above)
        value = min(block.words, _ENOUGH) * (1 - 0.9 * block.boilerplate) * _ZONES.get(zone, 1.0)
        value += _DATED * dated + (_OVERLAP * title.overlap + _TITLED if title else 0.0)
        judged.append(_Candidate(block, title, zone, dated, value))
        zone = zone if zone == Reason.COMMENTS else ""
        floor = block.last + 1
    return judged


def _is_further_article(page: list[ClassifiedLine], one: _Candidate, best: _Candidate) -> bool:
    """Whether a block beside the best one is an article of its own."""
    block, title = one.block, one.title
    if title is None or one.zone == Reason.COMMENTS or block.boilerplate >= _TOO_SITE:
        return False
    if title.overlap < _OWN and not (_has_date_and_name(page, title.at, block.first) and _flows(page, block)):
        return False
    if block.words < (_SECOND if _flows(page, block) else _SECOND_LINE) or page[block.last].line.stop == "…":
        return False
    return (
        one.zone == Reason.RELATED or one.dated or block.first < best.block.first or _article_ends_above(page, title.at)
    )


def _has_date_and_name(page: list[ClassifiedLine], title: int, first: int) -> bool:
    """Whether both a day and a name stand between a title and the text under it, as over no teaser."""
    between = page[title + 1 : first]
    return any(item.kind == "date" for item in between) and any(
        item.kind == "byline"
        or name_alone(item) == SURE
        or (item.byline is not None and item.byline.texts_of("person"))
        for item in between
    )


def _flows(page: list[ClassifiedLine], block: Block) -> bool:
    """Whether two paragraphs of a block follow each other, as they never do in a list of teasers."""
    return any(one.prose and other.prose for one, other in pairwise(page[block.first : block.last + 1]))


def _article_ends_above(page: list[ClassifiedLine], top: int) -> bool:
    """Whether what ends an article stands above a title: its source, tags or a rule."""
    for item in reversed(page[max(0, top - _ENDED) : top]):
        if item.kind in {"source", "tags"} or item.line.rule:
            return True
        if item.prose:
            return False
    return False


def _article_spans(page: list[ClassifiedLine], chosen: list[_Candidate]) -> list[ArticleSpan]:
    """The spans of the page: each begins with its title and the date and byline over it."""
    tops = [0, *(_span_top(page, one, before.block.last + 1) for before, one in pairwise(chosen))]
    bottoms = [*tops[1:], len(page)]
    return [
        _with_whole_body(
            page, ArticleSpan(top, bottom, one.block.first, one.block.last, one.title.at if one.title else None)
        )
        for top, bottom, one in zip(tops, bottoms, chosen, strict=True)
    ]


def _span_top(page: list[ClassifiedLine], one: _Candidate, floor: int) -> int:
    top = one.title.at if one.title else one.block.first
    while top > floor and page[top - 1].kind in {"date", "byline"} and not _signature(page[top - 1]):
        top -= 1
    return top


def _signature(item: ClassifiedLine) -> bool:
    """Whether a line is the agency alone that signs the article before («(وكالات)»)."""
    byline = item.byline
    return (
        byline is not None
        and bool(byline.segments)
        and not byline.dates
        and {segment.kind for segment in byline.segments} == {"source"}
    )


def _with_whole_body(page: list[ClassifiedLine], span: ArticleSpan) -> ArticleSpan:
    """The span with its body from the first paragraph under the title to the last line that still belongs to it."""
    first, title = span.first, span.title
    if title is not None:
        first = next((at for at in range(title + 1, span.last + 1) if page[at].prose), span.last)
        while first - 1 > title and _opens_body(page[first - 1]):
            first -= 1
    return replace(span, first=first, last=_body_end(page, span.last, span.bottom))


def _opens_body(item: ClassifiedLine) -> bool:
    """Whether a line over the first paragraph is a short sentence of the text («- هاه، بشّر؟») or opens a list."""
    line = item.line
    trails = line.stop == "…" and line.words >= _CLOSING
    byline = line.stop in {".", "?"} or line.sentences > 0 or (line.stop == ":" and line.words > _LEAD) or trails
    return item.kind == "head" and byline and not line.listed and not line.mark.startswith(("#", ">"))


def _body_end(page: list[ClassifiedLine], last: int, bottom: int) -> int:
    """The last line of a body: short sentences, and the list that a colon announces, belong to it."""
    listed = page[last].line.stop == ":"
    for at in range(last + 1, bottom):
        line = page[at].line
        if page[at].kind not in {"head", "time"}:
            break
        sentence = line.stop in {".", "?"} or line.sentences > 0 or (continues_sentence(line) and line.words > _SPOKEN)
        announces = line.stop == ":" and at + 1 < bottom and page[at + 1].kind == "head"
        if not (sentence or listed or announces or _closes_body(page, at, bottom)):
            break
        listed = (listed and line.stop != ".") or line.stop == ":"
        last = at
    return last


def _closes_body(page: list[ClassifiedLine], at: int, bottom: int) -> bool:
    """Whether a line under a body is its last: long and alone, or a sub-heading over a last sentence."""
    line, after = page[at].line, page[at + 1] if at + 1 < bottom else None
    if line.words >= _CLOSING and line.stop == "…":
        return after is None or after.kind not in {"head", "text"}
    if after is None or line.words > _SUB_HEADING or name_alone(page[at]):
        return False
    return after.kind == "head" and after.line.stop in {".", "?"} and after.line.words > _SUB_HEADING


def _poem(page: list[ClassifiedLine]) -> list[ArticleSpan]:
    """The poem of a page, the longest row of lines that is_verse, with the line over it as its title."""
    best, start = (0, 0), 0
    for at in range(len(page) + 1):
        if at < len(page) and page[at].kind == "head" and not page[at].line.mark:
            continue
        for first in (start, start + 1):
            if at - first > best[1] - best[0] and is_verse([item.line for item in page[first:at]]):
                best = first, at
        start = at + 1
    if best[1] == 0:
        return []
    above = (at for at in range(max(0, best[0] - _OVER_POEM), best[0]) if page[at].kind == "head")
    return [ArticleSpan(0, len(page), best[0], best[1] - 1, next(above, None))]


def _brief_article(page: list[ClassifiedLine]) -> list[ArticleSpan]:
    """The one article of a page without running text: a headline and a line longer than it, or a single long line."""
    heads = [at for at, item in enumerate(page) if item.kind == "head"]
    others = sum(item.kind == "furniture" for item in page)
    if not heads or len(heads) > _BRIEF_LINES or others > 2 * len(heads):
        return []
    body = max(heads, key=lambda at: (page[at].line.words, at))
    if page[body].line.words < _BRIEF:
        return []
    last = body
    while last + 1 < len(page) and page[last + 1].kind == "head":
        last += 1
    return [ArticleSpan(0, len(page), body, last, heads[0] if heads[0] < body else None)]
