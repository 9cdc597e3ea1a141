"""The title of a stretch of running text: the headline above it that speaks of the same thing.

Every headline-like line above is weighed: how much of it the body takes up again, its length, whether a date or byline
stands under it, whether the page repeats it (in a breadcrumb, a ticker, a menu of teasers), its Markdown or list mark,
and how many other headlines stand between it and the body.
"""

from __future__ import annotations

from dataclasses import dataclass

from arcorpus.readers.page.classify import HEADLINE_WORDS, LIKELY, ClassifiedLine, labelled
from arcorpus.readers.page.labels import PageLabel
from arcorpus.readers.page.lexicon import Effect, Reason
from arcorpus.readers.page.lines import Line, share, stems

_BODY = 6000  # code points of a body that a headline is compared with
_SAME_MATTER = 0.5  # share of a headline's words in the body from which on both are of one matter
_NEAR_MATTER = 0.3  # … from which on they may be
_LEAST_WORDS = 4  # words of a headline; fewer above the title are a section's or the site's name
_KICKER = 0.55  # a line above that is shorter than this share of a headline is a section's name
_REPEATED = 0.7  # share of a shorter line's words in the headline from which on it is that headline once more
_FEW = 5  # lines that stand on each other above a body; more are a list of headlines …
_FEW_OVER_META = 3  # … and so are more than these over a byline or date
_USUAL, _LONG = 15, 18  # words of headlines: up to the first usual, from the second on hardly any
_UNDER = 4  # lines under a title in which its date or byline stands
_NAMED = 6  # words of a line with a place and somebody's name
_LENGTHS = {1: -3.0, 2: -1.5, 3: -0.5}
_STOPS = {":": -2.0, ",": -2.0, ".": -1.5, "…": -1.0}
_OVERLAP, _LABELLED, _TOP = 4.0, 8.0, 3.0
_EACH_HEAD, _EACH_NAME, _EACH_BUTTON, _BUTTONS = 0.6, 0.3, 0.1, 3.0


@dataclass(frozen=True)
class Title:
    """The headline of a stretch of running text.

    Attributes:
        at: the number of its line.
        score: how much speaks for it.
        overlap: the share of its words that the body takes up, 0-1.
    """

    at: int
    score: float
    overlap: float


def find_title(page: list[ClassifiedLine], floor: int, first: int, last: int) -> Title | None:
    """The title of the running text `[first, last]`, None when nothing above it can be one.

    Args:
        page: the lines of the page.
        floor: the first line that can be the title.
        first: the first line of running text; it can be the title itself when it asks or stands above a date.
        last: the last line of running text.
    """
    body = _body(page, first, last)
    best: Title | None = None
    behind, buttons = 0.0, 0.0
    offered = _related_above(page, floor, first, body)
    for at in range(min(first + 1, last), floor - 1, -1):
        item = page[at]
        if at in offered:
            continue
        if _candidate(page, at, first, last):
            overlap = share(stems(item.line.shown), body)
            score = _OVERLAP * overlap + _headline_score(page, at, body) - behind - min(_BUTTONS, buttons)
            score += _TOP if at == 0 and behind < _EACH_HEAD else 0.0
            if score >= 0 and (best is None or score > best.score):
                best = Title(at, score, overlap)
            behind += _EACH_HEAD if item.line.words >= _LEAST_WORDS else _EACH_NAME
        elif at < first:
            behind += _distance_cost(item)
            buttons += _EACH_BUTTON if item.furniture else 0.0
    return _topmost(page, best, floor, body) if best else None


def _related_above(page: list[ClassifiedLine], floor: int, first: int, body: set[str]) -> set[int]:
    """The lines of a «read also» list that stands right over the body under the article's own date and title."""
    opened = next((at for at in range(first - 1, floor, -1) if page[at].kind != "head"), floor)
    if page[opened].zone_reason != Reason.RELATED:
        return set()
    heads = range(opened + 1, first)
    dated = any(item.kind in {"date", "byline"} for item in page[max(floor, opened - _UNDER) : opened])
    above = (at for at in range(floor, opened) if _headline(page[at]) and page[at].line.words >= _LEAST_WORDS)
    nearest = max((share(stems(page[at].line.shown), body) for at in above), default=0.0)
    other = all(share(stems(page[at].line.shown), body) < nearest for at in heads)
    return {opened, *heads} if heads and dated and other else set()


def _body(page: list[ClassifiedLine], first: int, last: int) -> set[str]:
    """The stems of the beginning of running text, without a first line that may be its headline."""
    found: set[str] = set()
    size = 0
    for item in page[first + _asks(page, first, last) : last + 1]:
        if item.prose:
            found.update(stems(item.line.text, _BODY))
            size += len(item.line.text)
        if size > _BODY:
            break
    return found


def _asks(page: list[ClassifiedLine], at: int, last: int) -> bool:
    """Whether a first line of running text may be a headline after all."""
    item = page[at]
    asks = item.line.sentences > 0 and item.line.stop in {"?", ""}
    sure = item.weight > LIKELY and not asks
    if sure or item.line.told or item.line.words > HEADLINE_WORDS or at == last or _again(page, at, last):
        return False
    top = (at == 0 or asks) and not item.line.stop
    return top or item.line.stop in {"?", "…"} or page[at + 1].kind in {"date", "byline", "source"}


def _again(page: list[ClassifiedLine], at: int, last: int) -> bool:
    """Whether a line asks as another of the body does: an interview's questions are no headline."""
    return at > 0 and _is_question(page[at]) and any(_is_question(item) for item in page[at + 1 : last + 1])


def _is_question(item: ClassifiedLine) -> bool:
    """Whether a short line of running text ends with a question."""
    return item.prose and item.line.stop == "?" and item.line.words <= HEADLINE_WORDS


def _candidate(page: list[ClassifiedLine], at: int, first: int, last: int) -> bool:
    item = page[at]
    if at >= first or item.prose:
        return item.prose and _asks(page, at, last)
    return _named(item) or _headline(item)


def _named(item: ClassifiedLine) -> bool:
    """Whether a line is a title under its label («العنوان: …»)."""
    return labelled(item, PageLabel.TITLE) and item.byline is not None and bool(item.byline.value)


def _headline(item: ClassifiedLine) -> bool:
    return item.kind == "head" and item.line.words <= HEADLINE_WORDS and not item.line.told


def _distance_cost(item: ClassifiedLine) -> float:
    """What a headline loses over each line between it and the body that is no headline."""
    if item.furniture:
        return 3.0 if item.furniture.effect == Effect.ZONE else 0.0
    return (1.0 if item.weight == LIKELY else 2.0) if item.prose else 0.0


def _headline_score(page: list[ClassifiedLine], at: int, body: set[str]) -> float:
    """What speaks for a line as a headline but the body."""
    item, line = page[at], page[at].line
    score = _LENGTHS.get(line.words, 1.0 if line.words <= _USUAL else 0.0 if line.words < _LONG else -1.5)
    score += _marked(line) + _STOPS.get(line.stop, 0.0) - (0.0 if line.arabic else 2.0)
    if item.repeats > 1:
        score += 1.5 if line.words >= _LEAST_WORDS else -2.0
    byline = item.byline
    if byline and line.words <= _NAMED and byline.texts_of("place", "source") and byline.texts_of("maybe"):
        score -= 2.0
    return score + _metadata_below(page, at) - _metadata_above(page, at, body) + _LABELLED * _named(item)


def _marked(line: Line) -> float:
    if line.mark.startswith("#"):
        return 4.5 - 0.5 * len(line.mark)
    return -3.0 if line.listed else -1.0 if line.mark else 0.0


def _metadata_below(page: list[ClassifiedLine], at: int) -> float:
    """The evidence of a date or byline that stands under a line."""
    for distance, item in enumerate(page[at + 1 : at + 1 + _UNDER]):
        if item.kind in {"date", "byline", "source"}:
            return 1.0 if distance else 1.5
        if item.kind in {"head", "text"}:
            return 0.0
    return 0.0


def _metadata_above(page: list[ClassifiedLine], at: int, body: set[str]) -> float:
    """What a headline loses when another of the same matter stands above the date or byline over it."""
    above = at - 1
    while above >= 0 and (page[above].kind in {"date", "byline", "time", "source"} or page[above].furniture):
        above -= 1
    between = {item.kind for item in page[above + 1 : at]}
    if above < 0 or not between & {"date", "byline", "time"}:
        return 0.0
    over = page[above]
    if over.kind != "head" or over.line.words < _LEAST_WORDS:
        return 0.0
    return 3.0 if "time" in between else 2.0 if share(stems(over.line.shown), body) >= _NEAR_MATTER else 0.0


def _topmost(page: list[ClassifiedLine], title: Title, floor: int, body: set[str]) -> Title:
    """The first of the headlines that stand on each other and are of one matter: those under it are its standfirst."""
    few = _FEW if page[title.at + 1].kind in {"text", "furniture"} else _FEW_OVER_META
    top = title.at
    while top > floor and page[top - 1].kind == "head":
        top -= 1
    if top > floor and page[top - 1].zone_reason:
        return title
    at = title.at
    while at > top and _headline_above(page, at, body, few=title.at - top < few):
        at -= 1
    return Title(at, title.score, title.overlap)


def _headline_above(page: list[ClassifiedLine], at: int, body: set[str], *, few: bool) -> bool:
    """Whether the line above a headline is the title and the headline its standfirst, not a section or a repetition."""
    above, line = page[at - 1].line, page[at].line
    if not _headline(page[at - 1]) or above.stop in {":", ","} or _named(page[at]):
        return False
    if above.mark[:1] != line.mark[:1] or above.words < _LEAST_WORDS or line.folded in above.folded:
        return False
    own, shorter = stems(above.shown), len(above.shown) < len(line.shown)
    again = shorter and share(own, set(stems(line.shown))) >= _REPEATED
    if again or len(above.shown) < _KICKER * len(line.shown):
        return False
    return few or share(own, body) >= _SAME_MATTER
