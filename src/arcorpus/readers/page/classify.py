"""What each line of a saved page is taken for: running text, a headline, furniture, a date ….

A line that the lexicon or its shape does not explain is weighed as running text: length, sentence marks, a word that
goes on from the sentence before it, wide gaps, links, script.

Source: after C. Kohlschütter, P. Fankhauser, W. Nejdl, Boilerplate Detection using Shallow Text Features, WSDM 2010.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from arcorpus.readers.page.bylines import Byline, read_byline
from arcorpus.readers.page.labels import PageLabel, find_label
from arcorpus.readers.page.lexicon import (
    Effect,
    FurnitureKind,
    PageWord,
    Reason,
    caption_ending,
    find_furniture,
    is_button,
    page_words,
    site_words,
)
from arcorpus.readers.page.likenesses import may_be_headline
from arcorpus.readers.page.lines import Line, fold_words
from arcorpus.readers.page.person_names import SURE as SURE_NAME
from arcorpus.readers.page.person_names import is_likely_person, is_person

SURE, LIKELY = 2, 1  # how surely a line is running text
HEADLINE_WORDS = 24  # a headline has at most so many words

_LONG, _MEDIUM, _SHORT = 40, 19, 12  # words of a line that speak for running text, the more the better
_UNSTOPPED = 15  # … instead of `_MEDIUM` on a page that writes no full stops
_VERSES = 4  # verses that are more than a list of headlines …
_VERSE_WORDS = 14  # … the words of one, of two halves at most …
_OPENS_VERSE = 7  # … and of the line with a colon over them
_RIVAL = 4  # words of a headline beside which a line that only looks like one is none
_HEADING = 5  # words of a line below which it is a heading or a button
_SURE_FROM, _LIKELY_FROM = 3.0, 2.0
_STOPS = {".": 2.0, "?": 0.5, ":": 0.5}
_TELLING = 30  # words of a line from which on its end tells whether the page writes full stops
_COLUMNS = 2  # wide gaps in a line of columns or of a menu
_LISTED = 60  # words of headlines run together that may stand under «read also»
_SOURCE_WORDS = 14  # words of a line with a label of source or author
_DAY_WORDS = 10  # words of a line with a day and a paper
_RUN_TOGETHER = 16  # words of a line with writer, day and time run together
_SIGNED = 8  # words of a byline that ends with a full stop
_AUTHORS = 2  # people that one byline without a label names
_NAME_WORDS = 6  # words of a line that is a name
_PAPER = 3  # words of a paper's name beside a day
_ISO = 10  # characters of a whole day
_BOX_WORDS = 25  # words of a line that says who a writer is
_CAPTION_WORDS = 14  # words of a caption that ends with a full stop
_THAT = "ان"  # the word behind which what somebody says stands: no caption
_PICTURE = "صوره"
_CREDIT = re.compile(r"\([^()]{3,60}\)$")
_CREDITED = re.compile(r"\(([^()]{3,60})\)\s*\.$")
_TOOLS = tuple(
    FurnitureKind(reason, Effect.INLINE) for reason in (Reason.SHARE, Reason.MEDIA, Reason.CAPTION, Reason.IMAGE_CREDIT)
)
_TIME = re.compile(r"^[^\w]*\d{1,2}:\d{2}\b.{0,12}$")
_CLOCK = re.compile(r"(?<![\d/.-])[0-2]?\d:[0-5]\d(?!\d)")


@dataclass
class ClassifiedLine:
    """A line with what it was taken for.

    Attributes:
        line: the line itself.
        kind: text, head (headline-like), furniture, date, time, byline, source, tags or label.
        weight: how surely it is running text: 0, `LIKELY` or `SURE`.
        furniture: what kind of furniture it is, None for any other line.
        byline: what it says when read as a byline, None when it is too long for one.
        repeats: how often a line of its words stands on the page.
    """

    line: Line
    kind: str
    weight: int = 0
    furniture: FurnitureKind | None = None
    byline: Byline | None = None
    repeats: int = 1

    @property
    def prose(self) -> bool:
        """Whether it is running text."""
        return self.weight > 0

    @property
    def zone_reason(self) -> str:
        """The reason of what follows it, for the heading of a «read also» list or of comments; else nothing."""
        return self.furniture.reason if self.furniture and self.furniture.effect == Effect.ZONE else ""

    @property
    def inline(self) -> bool:
        """Whether it is furniture that may stand inside a body."""
        return self.furniture is not None and self.furniture.effect == Effect.INLINE


def classify(page: list[Line]) -> list[ClassifiedLine]:
    """The lines of a page, each with what it is taken for."""
    return _with_headline(_with_verse_opened(_Classifier(page).classified))


def _with_verse_opened(page: list[ClassifiedLine]) -> list[ClassifiedLine]:
    """The lines, one with a colon made running text over verses that go on to running text or end the page."""
    for at, item in enumerate(page):
        if item.kind != "head" or item.line.stop != ":" or item.line.words < _OPENS_VERSE:
            continue
        end = at + 1
        while end < len(page) and is_verse_line(page[end]):
            end += 1
        if end - at > _VERSES and (end == len(page) or page[end].prose):
            page[at] = replace(item, kind="text", weight=LIKELY)
    return page


def is_verse_line(item: ClassifiedLine) -> bool:
    """Whether a line can be a verse: short, of Arabic letters, no item of a list and no heading with a colon."""
    line = item.line
    plain = item.kind in {"head", "text"} and line.arabic and not line.mark
    return plain and line.words <= _VERSE_WORDS and line.stop not in {".", ":"}


def _with_headline(page: list[ClassifiedLine]) -> list[ClassifiedLine]:
    """The lines, the first that looks like a byline or tags made the headline where running text would have none."""
    first = next((at for at, item in enumerate(page) if item.prose), 0)
    above = page[:first]
    if any(item.kind == "head" and item.line.words >= _RIVAL for item in above):
        return page
    fitting = (item for item in above if may_be_headline(item.line, item.kind, item.byline, _reason(item)))
    found = next(fitting, None)
    if found is not None:
        page[found.line.n] = replace(found, kind="head", byline=None, furniture=None)
    return page


def _reason(item: ClassifiedLine) -> str:
    """Why a line was taken for furniture that may stand in a body, or nothing."""
    return item.furniture.reason if item.furniture else ""


class _Classifier:
    """The page while its lines are taken for something, with what only the whole page tells."""

    def __init__(self, page: list[Line]) -> None:
        self.counts = Counter(line.folded for line in page if line.words <= HEADLINE_WORDS and line.folded)
        long = [line for line in page if line.words >= _TELLING]
        self.unstopped = sum(line.stop in {".", "?", ","} for line in long) < len(long) / 3
        self.lines = page
        self.classified: list[ClassifiedLine] = []
        self.texts = 0
        for line in page:
            self.classified.append(self._classified(line))
            self.texts += self.classified[-1].prose

    def _classified(self, line: Line) -> ClassifiedLine:
        repeats = self.counts.get(line.folded, 1)
        if found := find_furniture(line):
            return ClassifiedLine(line, "furniture", furniture=found, repeats=repeats)
        if _TIME.match(line.text):
            return ClassifiedLine(line, "time", repeats=repeats)
        sentence = line.stop in {"?", "…"} or (line.stop == "." and line.words > _SIGNED)
        byline = None if sentence else read_byline(line.shown)
        if kind := _byline_kind(line, byline) or self._paper(byline):
            return ClassifiedLine(line, kind, byline=byline, repeats=repeats)
        if (
            found := caption_ending(line)
            or _pictured(line, byline)
            or self._occupation_below_name(line)
            or self._credited(line)
        ):
            return ClassifiedLine(line, "furniture", furniture=found, repeats=repeats)
        weight = 0 if self._announced(line) else self._weight(line)
        return ClassifiedLine(line, "text" if weight else "head", weight, byline=byline, repeats=repeats)

    def _paper(self, byline: Byline | None) -> str:
        """«date» for a paper's name, known or not, and a day right under a headline («المرصد - 19 يناير 2025»)."""
        if (
            byline is None
            or not self.classified
            or self.classified[-1].kind != "head"
            or self.classified[-1].line.words < _RIVAL
        ):
            return ""
        named = byline.texts_of("unknown")
        words = named[0].split() if len(named) == 1 else []
        few = 0 < len(words) <= _PAPER and all(len(word) > 1 and word.isalpha() for word in words)
        only = len(byline.dates) == 1 and all(segment.kind in {"unknown", "noise"} for segment in byline.segments)
        return "date" if few and only and len(byline.dates[0].value or "") == _ISO else ""

    def _occupation_below_name(self, line: Line) -> FurnitureKind | None:
        """Why a line is furniture that says, over the body, what the bearer of the name above it is."""
        above = self.classified[-1] if self.classified else None
        if above is None or self.texts or line.words > _BOX_WORDS:
            return None
        role = line.folded.split(" ", 1)[0] in page_words(PageWord.OCCUPATION)
        named = above.kind in {"head", "byline"} and name_alone(above)
        return FurnitureKind(Reason.AUTHOR_BOX, Effect.INLINE) if role and named else None

    def _credited(self, line: Line) -> FurnitureKind | None:
        """Why a short line that closes with «(أرشيف).» right under the page's tools and over long text is a caption."""
        credit = _CREDITED.search(line.shown) if line.words <= _CAPTION_WORDS and not line.sentences else None
        told = continues_sentence(line) or f" {_THAT} " in line.folded
        if credit is None or told or self.texts or not self.classified:
            return None
        if self.classified[-1].furniture not in _TOOLS or line.n + 1 >= len(self.lines):
            return None
        mark, below = caption_ending(replace(line, text=line.shown.rstrip(" .\u00a0"))), self.lines[line.n + 1]
        first = fold_words(credit.group(1)).split()[:1]
        pictured = mark is not None or bool(first and first[0] in page_words(PageWord.PICTURE))
        return (
            FurnitureKind(Reason.CAPTION, Effect.INLINE)
            if pictured and below.words >= _MEDIUM and below.stop == "."
            else None
        )

    def _announced(self, line: Line) -> bool:
        """Whether a line without a full stop stands under «read also»: headlines run together, however long."""
        under = bool(self.classified) and self.classified[-1].zone_reason == Reason.RELATED
        return (
            under and line.stop != "." and line.words <= _LISTED and not self.unstopped and not continues_sentence(line)
        )

    def _weight(self, line: Line) -> int:
        """How surely a line is running text: 0 not, `LIKELY`, `SURE`."""
        medium = _UNSTOPPED if self.unstopped else _MEDIUM
        score = 3.0 if line.words >= _LONG else 2.0 if line.words >= medium else 1.0 if line.words >= _SHORT else 0.0
        score += _STOPS.get(line.stop, 0.0) + min(2.0, line.sentences * 2.0)
        if line.stop == "," and line.words >= _SHORT:
            score += 1.0
        score += (1.5 if continues_sentence(line) else 0.0) if line.words >= _HEADING else -1.0
        if line.wide >= _COLUMNS and line.stop != ".":
            score -= min(4.0, float(line.wide))
        score -= 3.0 * line.linked + (1.0 if line.listed else 0.0) + (0.0 if line.arabic else 2.0)
        return SURE if score >= _SURE_FROM else LIKELY if score >= _LIKELY_FROM else 0


def _byline_kind(line: Line, byline: Byline | None) -> str:
    """The kind of a line that is a byline, a date or a label, or nothing."""
    found = find_label(line.shown)
    if found and found.kind == PageLabel.TAGS:
        return "tags"
    if byline is None:
        return ""
    if byline.label in {PageLabel.TITLE, PageLabel.BODY, PageLabel.URL, PageLabel.SUMMARY, PageLabel.SECTION}:
        return "label"
    return _dated(line, byline) or _signed_kind(line, byline)


def _pictured(line: Line, byline: Byline | None) -> FurnitureKind | None:
    """Why a line is a caption that ends with who took the picture, or names who is in it («صورة سعاد ماسي»)."""
    if byline is None or line.stop:
        return None
    first, _, rest = line.shown.partition(" ")
    if fold_words(first) == _PICTURE and is_person(rest) == SURE_NAME:
        return FurnitureKind(Reason.CAPTION, Effect.INLINE)
    credit = _CREDIT.search(line.shown)
    segments = [segment for segment in byline.segments if credit and segment.start >= credit.start()]
    people = any(segment.kind in {"person", "maybe"} for segment in segments)
    agency = any(segment.kind in {"source", "both"} or is_button(segment.text) for segment in segments)
    return FurnitureKind(Reason.CAPTION, Effect.INLINE) if people and agency else None


def _dated(line: Line, byline: Byline) -> str:
    """«date» for a line that gives a day, a time ago, or what was run together with a day and a time."""
    quiet = bool(byline.segments) and all(segment.kind == "noise" for segment in byline.segments)
    if quiet and line.folded.split()[0] in page_words(PageWord.RELATIVE):
        return "date"
    if byline.dates and _CLOCK.search(line.text) and line.words <= _RUN_TOGETHER and not line.stop:
        return "date"
    if byline.label == PageLabel.DATE and (byline.dates or byline.updates) and line.words <= _DAY_WORDS:
        return "date"
    return ""


def _signed_kind(line: Line, byline: Byline) -> str:
    """The kind of a line that names a source or writer, under a label or in the form that bylines have."""
    if byline.label == PageLabel.SOURCE and line.words <= _SOURCE_WORDS:
        return "source"
    named = bool(byline.texts_of("person", "other", "initials")) or not byline.value or is_likely_person(byline.value)
    if byline.label in {PageLabel.AUTHOR, PageLabel.CONTRIBUTOR} and line.words <= _SOURCE_WORDS and named:
        return "byline"
    team = len(byline.texts_of("person")) > _AUTHORS and not byline.label
    if not byline.is_metadata or team:
        return ""
    return "date" if byline.dates or byline.updates or byline.label in {PageLabel.DATE, PageLabel.UPDATED} else "byline"


def continues_sentence(line: Line) -> bool:
    """Whether a line goes on from a sentence before it («وأضاف», «من جهته», «كما»)."""
    words = line.folded.split()
    if not words:
        return False
    first = words[0]
    if first == "و" or (first[:1] == "و" and len(first) > 2 and first not in page_words(PageWord.WAW)):  # noqa: PLR2004
        return True
    known = page_words(PageWord.OPENER)
    return first in known or " ".join(words[:2]) in known


def site_share(item: ClassifiedLine) -> float:
    """The weight of site words for each word of a line."""
    return site_weight(item) / max(1, item.line.words)


def site_weight(item: ClassifiedLine) -> int:
    """The weight of site words in a line's first words."""
    table, words = site_words(), item.line.folded.split()
    grams = (" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1))
    return sum(table.get(gram, 0) for gram in grams)


def name_alone(item: ClassifiedLine, *, loose: bool = False) -> int:
    """How surely a line is a person's name and nothing else: 0, 1 or 2 (`is_person`)."""
    return is_person(item.line.shown, loose=loose) if item.line.words <= _NAME_WORDS else 0


def labelled(item: ClassifiedLine, kind: PageLabel) -> bool:
    """Whether a line begins with a label of a kind."""
    return item.byline is not None and item.byline.label == kind
