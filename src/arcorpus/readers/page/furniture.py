"""Why each line of an article's part of the page that is not the article stands there."""

from __future__ import annotations

from arcorpus.readers.page.blocks import teased
from arcorpus.readers.page.classify import Seen, site_share
from arcorpus.readers.page.lexicon import END, forms
from arcorpus.readers.page.split import Part
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
_BY_KIND = {kind: kind for kind in ("date", "byline", "source", "tags")} | {"time": "date", "label": "navigation"}
_HEADINGS = frozenset({"section", "navigation", "widget", "counter", "author-box", "notice"})


def standfirst(seen: list[Seen], part: Part, used: dict[int, str]) -> list[Seen]:
    """The headline-like lines between title and body that nothing else explains.

    Args:
        seen: the lines of the page.
        part: the article's part of it.
        used: the lines that something else was read from.
    """
    if part.title is None:
        return []
    title = seen[part.title].line.key
    found: list[Seen] = []
    zone = False
    for item in seen[part.title + 1 : part.first]:
        if item.furniture:
            zone = (zone or bool(item.opens_zone) or item.furniture.reason == "widget") and not item.line.rule
        plain = item.kind == "head" and item.line.n not in used and item.line.key not in title and not zone
        if plain and item.line.words >= _STANDFIRST and item.line.stop != ":" and not _credited(seen, item):
            found.append(item)
    return found


def _credited(seen: list[Seen], item: Seen) -> bool:
    """Whether a picture's credit or address stands beside a line, so that the line is its caption."""
    at = item.line.n
    beside = [seen[i] for i in (at - 1, at + 1) if 0 <= i < len(seen)]
    return any(other.line.url or _bare_credit(other) for other in beside)


def _bare_credit(item: Seen) -> bool:
    short = item.line.words <= _CREDIT_WORDS
    reason = item.furniture.reason if item.furniture else ""
    return reason == "image-credit" or (reason == "caption" and short)


def outside(seen: list[Seen], part: Part, used: dict[int, str], kept: set[int]) -> list[Furniture]:
    """The furniture of an article's part of the page around its body.

    Args:
        seen: the lines of the page.
        part: the article's part of it.
        used: the lines that something was read from, with the reason they are marked with.
        kept: the lines of title and standfirst.
    """
    found, zone = [], ""
    for item in (*seen[part.top : part.first], *seen[part.last + 1 : part.bottom]):
        zone = _zone(item, "" if item.line.n == part.last + 1 else zone)
        if item.line.n not in kept:
            reason = used.get(item.line.n) or _known(item) or zone or _placed(seen, item, part)
            found.append(Furniture(item.line.outer, item.line.end, reason))
    return found


def _zone(item: Seen, zone: str) -> str:
    """The reason of what follows a line: a heading opens it, a button that ends a body closes it."""
    if item.furniture is None:
        return "" if item.kind in {"tags", "source", "date"} else zone
    if item.opens_zone:
        return item.opens_zone
    return "" if item.furniture.role == END and item.furniture.reason != "comments" else zone


def _known(item: Seen) -> str:
    """The reason that a line gives itself."""
    return item.furniture.reason if item.furniture else _BY_KIND.get(item.kind, "")


def _placed(seen: list[Seen], item: Seen, part: Part) -> str:
    """The reason of a line by its place on the page."""
    at, words = item.line.n, item.line.words
    if part.title is not None and item.line.key == seen[part.title].line.key:
        return "repeat"
    signed = bool(item.line.mark) or seen[at - 1].kind == "byline"
    if part.last < at <= part.last + _NEAR and signed and _about_writer(item):
        return "author-box"
    if (part.title is not None and part.title < at < part.first) or _credited(seen, item):
        return "caption"
    if item.prose:
        return "notice" if site_share(item) > _SITE_TEXT else "teaser"
    if part.title is not None and at == part.title - 1 and words <= _MENU_WORDS:
        return "section"
    return "navigation" if words <= _MENU_WORDS else "teaser"


def _about_writer(item: Seen) -> bool:
    """Whether a line begins with what a writer is («كاتب وروائي مصري»)."""
    return item.line.words <= _BOX_WORDS and item.line.key.split(" ", 1)[0] in forms("page_words", "role")


def inside(seen: list[Seen], part: Part, used: dict[int, str]) -> list[Furniture]:
    """The furniture that stands inside the body: what interrupts the text, not its sub-headings, lists and verses."""
    found: list[Furniture] = []
    related, texts = False, 0
    for at in range(part.first, part.last + 1):
        item = seen[at]
        if item.prose:
            reason, related, texts = _own_sentence(seen, at, part), False, texts + 1
        elif item.furniture:
            goes_on = related and item.furniture.role != END
            related = item.opens_zone == "related" or goes_on
            heading = item.furniture.reason in _HEADINGS and not (item.line.url or related)
            related = related or _offer(seen, at)
            reason = "" if heading and not related else item.furniture.reason
        elif related and item.kind == "head":
            reason = "" if _heading_after(seen, at) else "related"
        else:
            reason = used.get(item.line.n) or _interrupting(seen, item, early=texts <= _TOP_TEXTS)
        if reason:
            found.append(Furniture(item.line.outer, item.line.end, reason))
    return found


def _offer(seen: list[Seen], at: int) -> bool:
    """Whether a section's name that the menu has too stands over a headline inside a body: another article's offer."""
    item, after = seen[at], seen[at + 1 : at + 3]
    section = item.furniture is not None and item.furniture.reason == "section" and item.repeats > 1
    return section and [other.kind for other in after] == ["head", "text"] and after[0].line.words >= _STANDFIRST


def _interrupting(seen: list[Seen], item: Seen, *, early: bool) -> str:
    """The reason of a date, byline or caption inside a body; a name alone further down is a sub-heading."""
    if item.kind == "byline":
        return "byline" if early or (item.byline is not None and item.byline.label) else ""
    if item.kind in {"date", "time", "source", "tags"}:
        return _BY_KIND[item.kind]
    return "caption" if item.kind == "head" and _credited(seen, item) else ""


def _own_sentence(seen: list[Seen], at: int, part: Part) -> str:
    """The reason of a sentence inside a body that is not of the text: under a form, or the teaser of a headline."""
    before = seen[at - 1].furniture if at else None
    if before and before.role == END and site_share(seen[at]) > _SITE_TEXT and seen[at].line.words <= _SITE_WORDS:
        return "notice"
    return "related" if at > part.first and teased(seen, at) else ""


def _heading_after(seen: list[Seen], at: int) -> bool:
    """Whether the last short line of a «read also» block is the sub-heading of the text after it."""
    follows = at + 1 < len(seen) and seen[at + 1].prose
    return follows and seen[at - 1].kind == "head" and seen[at].line.words <= _SUB_HEADING and not seen[at].line.mark
