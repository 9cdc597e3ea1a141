"""Why each line of an article's part of the page that is not the article stands there."""

from __future__ import annotations

from arcorpus.readers.page.blocks import is_teaser_text
from arcorpus.readers.page.classify import ClassifiedLine, site_share
from arcorpus.readers.page.lexicon import Effect, PageWord, Reason, page_words
from arcorpus.readers.page.split import ArticleSpan
from arcorpus.types import Furniture

_MENU_WORDS = 4  # words that an entry of a menu has at most
_STANDFIRST = 4  # words of a line between title and body from which on it is no caption
_SUB_HEADING = 5  # words that a sub-heading after a «read also» block has at most
_SITE_TEXT = 0.08  # weight of site words for each word of a sentence that is the site's own
_SITE_WORDS = 25  # words of such a sentence inside a body
_NEAR = 3  # lines after a body in which a line about its writer stands
_BOX_WORDS = 25  # words of such a line
_CREDIT_WORDS = 4  # words of a picture's label; a longer line is a caption itself
_TOP_TEXTS = 2  # paragraphs at the head of a body among which a byline may stand
_BY_KIND = {kind: kind for kind in ("date", "byline", "source", "tags")} | {"time": "date", "label": Reason.NAVIGATION}
_HEADINGS = frozenset(
    {Reason.SECTION, Reason.NAVIGATION, Reason.WIDGET, Reason.COUNTER, Reason.AUTHOR_BOX, Reason.NOTICE}
)


def standfirst(page: list[ClassifiedLine], span: ArticleSpan, used: dict[int, str]) -> list[ClassifiedLine]:
    """The headline-like lines between title and body that nothing else explains.

    Args:
        page: the lines of the page.
        span: the article's part of it.
        used: the lines that something else was read from.
    """
    if span.title is None:
        return []
    title = page[span.title].line.folded
    found: list[ClassifiedLine] = []
    zone = False
    for item in page[span.title + 1 : span.first]:
        if item.furniture:
            zone = (zone or bool(item.zone_reason) or item.furniture.reason == Reason.WIDGET) and not item.line.rule
        plain = item.kind == "head" and item.line.n not in used and item.line.folded not in title and not zone
        if plain and item.line.words >= _STANDFIRST and item.line.stop != ":" and not _credited(page, item):
            found.append(item)
    return found


def _credited(page: list[ClassifiedLine], item: ClassifiedLine) -> bool:
    """Whether a picture's credit or address stands beside a line, so that the line is its caption."""
    at = item.line.n
    beside = [page[i] for i in (at - 1, at + 1) if 0 <= i < len(page)]
    return any(other.line.url or _bare_credit(other) for other in beside)


def _bare_credit(item: ClassifiedLine) -> bool:
    short = item.line.words <= _CREDIT_WORDS
    reason = item.furniture.reason if item.furniture else ""
    return reason == Reason.IMAGE_CREDIT or (reason == Reason.CAPTION and short)


def furniture_around(
    page: list[ClassifiedLine], span: ArticleSpan, used: dict[int, str], kept: set[int]
) -> list[Furniture]:
    """The furniture of an article's part of the page around its body.

    Args:
        page: the lines of the page.
        span: the article's part of it.
        used: the lines that something was read from, with the reason they are marked with.
        kept: the lines of title and standfirst.
    """
    found, zone = [], ""
    for item in (*page[span.top : span.first], *page[span.last + 1 : span.bottom]):
        zone = _zone(item, "" if item.line.n == span.last + 1 else zone)
        if item.line.n not in kept:
            reason = used.get(item.line.n) or _known(item) or zone or _placed(page, item, span)
            found.append(Furniture(item.line.outer, item.line.end, str(reason)))
    return found


def _zone(item: ClassifiedLine, zone: str) -> str:
    """The reason of what follows a line: a heading opens it, a button that ends a body closes it."""
    if item.furniture is None:
        return "" if item.kind in {"tags", "source", "date"} else zone
    if item.zone_reason:
        return item.zone_reason
    return "" if item.furniture.effect == Effect.END and item.furniture.reason != Reason.COMMENTS else zone


def _known(item: ClassifiedLine) -> str:
    """The reason that a line gives itself."""
    return item.furniture.reason if item.furniture else _BY_KIND.get(item.kind, "")


def _placed(page: list[ClassifiedLine], item: ClassifiedLine, span: ArticleSpan) -> str:
    """The reason of a line by its place on the page."""
    at, few = item.line.n, item.line.words <= _MENU_WORDS
    if span.title is not None and item.line.folded == page[span.title].line.folded:
        return "repeat"
    if _signs_below_body(page, item, span):
        return Reason.AUTHOR_BOX
    if (span.title is not None and span.title < at < span.first) or _credited(page, item):
        return Reason.CAPTION
    if item.prose:
        return Reason.NOTICE if site_share(item) > _SITE_TEXT else "teaser"
    if not few:
        return "teaser"
    return Reason.SECTION if at + 1 == span.title else Reason.NAVIGATION


def _signs_below_body(page: list[ClassifiedLine], item: ClassifiedLine, span: ArticleSpan) -> bool:
    """Whether a marked line, or one under a byline, says right under the body what its writer is."""
    near = span.last < item.line.n <= span.last + _NEAR
    return near and (bool(item.line.mark) or page[item.line.n - 1].kind == "byline") and _about_writer(item)


def _about_writer(item: ClassifiedLine) -> bool:
    """Whether a line begins with what a writer is («كاتب وروائي مصري»)."""
    return item.line.words <= _BOX_WORDS and item.line.folded.split(" ", 1)[0] in page_words(PageWord.OCCUPATION)


def furniture_inside(page: list[ClassifiedLine], span: ArticleSpan, used: dict[int, str]) -> list[Furniture]:
    """The furniture that stands inside the body: what interrupts the text, not its sub-headings, lists and verses."""
    found: list[Furniture] = []
    related, texts = False, 0
    for at in range(span.first, span.last + 1):
        item = page[at]
        if item.prose:
            reason, related, texts = _own_sentence(page, at, span), False, texts + 1
        elif item.furniture:
            related = _in_related(item, related=related)
            offered = related or _offer(page, at)
            reason = "" if _is_heading(item, related=related) and not offered else item.furniture.reason
            related = offered
        elif related and item.kind == "head":
            reason = "" if _heading_after(page, at) else Reason.RELATED
        else:
            reason = used.get(item.line.n) or _interrupting(page, item, early=texts <= _TOP_TEXTS)
        if reason:
            found.append(Furniture(item.line.outer, item.line.end, str(reason)))
    return found


def _in_related(item: ClassifiedLine, *, related: bool) -> bool:
    """Whether what follows a line of furniture is listed under «read also»: it opens such a list or goes on."""
    ends = item.furniture is not None and item.furniture.effect == Effect.END
    return item.zone_reason == Reason.RELATED or (related and not ends)


def _is_heading(item: ClassifiedLine, *, related: bool) -> bool:
    """Whether a line inside a body that could be furniture is a sub-heading of its text («التفاصيل»)."""
    return item.furniture is not None and item.furniture.reason in _HEADINGS and not (item.line.url or related)


def _offer(page: list[ClassifiedLine], at: int) -> bool:
    """Whether a section's name that the menu has too stands over a headline inside a body: another article's offer."""
    item, after = page[at], page[at + 1 : at + 3]
    section = item.furniture is not None and item.furniture.reason == Reason.SECTION and item.repeats > 1
    return section and [other.kind for other in after] == ["head", "text"] and after[0].line.words >= _STANDFIRST


def _interrupting(page: list[ClassifiedLine], item: ClassifiedLine, *, early: bool) -> str:
    """The reason of a date, byline or caption inside a body; a name alone further down is a sub-heading."""
    if item.kind == "byline":
        return "byline" if early or (item.byline is not None and item.byline.label) else ""
    if item.kind in {"date", "time", "source", "tags"}:
        return _BY_KIND[item.kind]
    return Reason.CAPTION if item.kind == "head" and _credited(page, item) else ""


def _own_sentence(page: list[ClassifiedLine], at: int, span: ArticleSpan) -> str:
    """The reason of a sentence inside a body that is not of the text: under a form, or the teaser of a headline."""
    before = page[at - 1].furniture if at else None
    if (
        before
        and before.effect == Effect.END
        and site_share(page[at]) > _SITE_TEXT
        and page[at].line.words <= _SITE_WORDS
    ):
        return Reason.NOTICE
    return Reason.RELATED if at > span.first and is_teaser_text(page, at) else ""


def _heading_after(page: list[ClassifiedLine], at: int) -> bool:
    """Whether the last short line of a «read also» block is the sub-heading of the text after it."""
    follows = at + 1 < len(page) and page[at + 1].prose
    return follows and page[at - 1].kind == "head" and page[at].line.words <= _SUB_HEADING and not page[at].line.mark
