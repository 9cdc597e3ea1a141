"""A short line of a saved page read as a byline: its dates, names, places, sources and labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from arcorpus.readers.page.labels import PageLabel, find_label, page_labels
from arcorpus.readers.page.lexicon import (
    PageWord,
    is_button,
    is_place,
    is_publisher,
    is_section,
    is_source,
    joined_sources,
    page_words,
    sayings,
    weekdays,
)
from arcorpus.readers.page.lines import fold_words, tokens
from arcorpus.readers.page.person_names import SURE, everyday, holds_function, is_likely_person, is_person
from arcorpus.values.dates import DateMatch, find_dates

_LONGEST = 260  # code points of a line that can be a byline
_WORDS = 22  # words of it
_NAME_WORDS = 6  # words of a name after a label
_QUOTED_WORDS = 3  # words of a paper's name that nothing but quotation marks shows
_TOWN_WORDS = 2  # words of a town that no lexicon knows
_CODED_WORDS = 4  # words of a date line that may hold a code («10/03/2024 LOC14»)
_BARE_WORDS = 4  # words of a place and an agency
_DATELINE = 130  # code points that a dateline at the head of a sentence can have

_HIDDEN = "¦"  # stands where a date, time or address was: it segments, and is no letter
_TIME = re.compile(
    r"(?:(?<![\d/.-])[0-2]?|(?<=\D(?:19|20)\d\d)[0-2])\d:[0-5]\d(?::[0-5]\d)?(?!\d)|(?<=\d)T(?=\d\d:)|[٠-٢]?[٠-٩]:[٠-٥][٠-٩]"
)
_OTHER = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+|(?<=:\d\d)[+-]\d\d:?\d\d\b")
_DOUBLED = re.compile(r"\d{4}([/.-])\d{1,2}\1(\d\d|[3-9٣-٩])(?=\2\s)")  # one day twice, run together: 2024/3/1212 مارس
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s+(?:[ء-ي]+\s+)?$")
_CUT = re.compile(
    r"[|¦/•·–—\[\]{}؛;=\n\t()*]+|--+|\s-+|-+\s|(?<=[ء-ي])-(?=[ء-ي«(])|[:：،,](?!\d)|\sـ+\s|\sـ+|\s{3,}|\+(?=\s*$)"
    r"|\s(?=من\s(?!طرف|قبل))"
)
_DATELINE_END = re.compile(r"\s*(?:--+|:\s*-+|/(?=\s*$)|/\s|//|\s[-–—ـ]+\s?|[-–—]\s|[:：]\s?|ـ\s|\)\s*[-–—:]*)\s*")
_QUOTES = " \u00a0\"'«»“”„‟‹›*.ـ-–—_\u200e\u200f"
_AFTER = ' \u00a0"»”'
_QUOTED = re.compile(r'^\s*[«"“„{][^«»"“”{}]{2,60}[»"”}]\s*$')
_SIGNED = re.compile(r"(?<!\w)[ء-ي]\s?[./]\s?[ء-ي]\.?$")  # initials that close a chunk: no «م» for «مساء»
_INITIALS = re.compile(r"[ء-ي](?:\s?[./ ]\s?[ء-ي]){1,5}\s?[./]?")


class Segment(NamedTuple):
    """A stretch of a byline and what it is.

    Attributes:
        kind: person, maybe (a person), place, source, both (a place or a source), quoted, occupation, initials, label,
            other (a name under a label such as «تصوير»), noise, unknown.
        text: the stretch without the marks around it.
        start: where it begins, in code points of the byline.
    """

    kind: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Byline:
    """What a short line says beside the article.

    Attributes:
        segments: its stretches in order.
        dates: the days of publication.
        updates: the days of changes.
        label: the kind of the label it begins with, empty without one.
        value: what stands behind that label.
        unknown: how many of its words nothing explains.
        words: how many words it has.
    """

    segments: tuple[Segment, ...] = ()
    dates: tuple[DateMatch, ...] = ()
    updates: tuple[DateMatch, ...] = ()
    label: str = ""
    value: str = ""
    unknown: int = 0
    words: int = 0

    def texts_of(self, *kinds: str) -> list[str]:
        """The texts of its segments of some kinds, in order."""
        return [segment.text for segment in self.segments if segment.kind in kinds]

    @property
    def is_metadata(self) -> bool:
        """Whether everything in it is explained and it names a day, a person or a source, or is labelled."""
        coded = self.words <= _CODED_WORDS and any(d.start == 0 for d in self.dates)
        told = self.dates or self.updates or self.label or self.texts_of("person", "source", "initials")
        return self.unknown <= coded and not self.texts_of("maybe") and bool(told)


@dataclass(slots=True)
class _Cutting:
    """A line being cut.

    Attributes:
        segments: the segments so far.
        under: the kind of the label that the next segment stands under.
    """

    segments: list[Segment] = field(default_factory=list)
    under: str = ""


def read_byline(text: str) -> Byline | None:
    """What a short line says beside the article, None when it is too long for that.

    >>> found = read_byline("الإثنين 07-07-2025 22:10 | كتب: هند إبراهيم |")
    >>> found.dates[0].value, found.texts_of("person")
    ('2025-07-07', ['هند إبراهيم'])
    """
    if len(text) > _LONGEST or len(text.split()) > _WORDS:
        return None
    masked = text
    for pattern in (_DOUBLED, _TIME, _OTHER):
        masked = pattern.sub(lambda found: _HIDDEN * len(found.group()), masked)
    dates = tuple(_with_year(match, masked) for match in find_dates(masked)) if any(c.isdigit() for c in masked) else ()
    for match in dates:
        masked = masked[: match.start] + _HIDDEN * (match.end - match.start) + masked[match.end :]
    cutting = _Cutting()
    for start, chunk in _chunks(masked):
        _classify(cutting, chunk, start)
    segments = tuple(_settled(cutting.segments, text, dated=bool(dates)))
    first = find_label(text)
    new, changed = _updated(text, dates)
    unknown = sum(len(segment.text.split()) for segment in segments if segment.kind == "unknown")
    value = text[first.end :].lstrip(" \u00a0ـ-–—*:：|/").rstrip() if first else ""
    return Byline(segments, new, changed, first.kind if first else "", value, unknown, len(text.split()))


def _with_year(match: DateMatch, text: str) -> DateMatch:
    """A day without a year with the year that stands before its weekday («2023 الخميس 29 يونيو»)."""
    year = _YEAR.search(text[: match.start]) if match.value and match.value.startswith("--") else None
    if year is None or len(match.value or "") != len("--06-29"):
        return match
    return replace(match, start=year.start(), value=f"{year.group(1)}{(match.value or '')[1:]}")


def _chunks(masked: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for cut in _CUT.finditer(masked):
        found.append((at, masked[at : cut.start()]))
        at = cut.end()
    found.append((at, masked[at:]))
    return [(start, chunk) for start, chunk in found if chunk.strip(_QUOTES + _HIDDEN)]


def _updated(text: str, dates: tuple[DateMatch, ...]) -> tuple[tuple[DateMatch, ...], tuple[DateMatch, ...]]:
    """The days of publication, and those of which the words before them say that they are of a change."""
    found: tuple[list[DateMatch], list[DateMatch]] = ([], [])
    at, changed = 0, False
    for match in dates:
        between = f" {fold_words(text[at : match.start])} "
        if any(f" {word} " in between for word in page_labels(PageLabel.UPDATED)):
            changed = True
        if changed and any(f" {word} " in between for word in page_labels(PageLabel.DATE)):
            changed = False
        found[changed].append(match)
        at = match.end
    return tuple(found[0]), tuple(found[1])


def _classify(cutting: _Cutting, chunk: str, start: int) -> None:
    """Add what a chunk is to the segments, the label before it considered."""
    special = find_label(chunk)
    if special and special.kind == PageLabel.SOURCE and _QUOTED.match(chunk[special.end :]):
        paper = chunk[special.end :].strip(_QUOTES)
        cutting.segments.append(Segment("label", chunk[: special.end].strip(_QUOTES), start))
        cutting.segments.append(Segment("source", paper, start + chunk.find(paper, special.end)))
        return
    text = _trimmed(chunk.strip(_QUOTES + _HIDDEN))
    start += chunk.find(text)
    words = fold_words(text)
    found = find_label(text)
    if words in page_words(PageWord.EXCLUSIVE):
        cutting.under = PageWord.EXCLUSIVE
        cutting.segments.append(Segment("label", text, start))
        return
    if found and words not in page_labels(PageLabel.NOISE):
        rest = text[found.end :].strip(_QUOTES + ":")
        cutting.under = found.kind
        cutting.segments.append(Segment("label", text[: found.end], start))
        if rest:
            _classify(cutting, rest, start + text.find(rest, found.end))
        return
    kind = _kind(text, words, cutting.under, quoted=_QUOTED.match(chunk) is not None)
    cutting.segments.append(Segment(kind, text, start))
    if kind in {"person", "source", "other"}:
        cutting.under = ""


def _trimmed(text: str) -> str:
    """A chunk without the small words around it that a dateline has («القاهرة في»)."""
    found = tokens(text)
    if len(found) < 2:  # noqa: PLR2004 - nothing can be cut off one word
        return text
    noise = page_labels(PageLabel.NOISE)
    end = len(text)
    while (
        len(found) > 1 and not _SIGNED.search(text[:end]) and found[-1].form in noise and not found[-1].form.isdigit()
    ):
        found.pop()
        end = found[-1].end
    while len(found) > 1 and found[0].form in noise and len(found[0].form) > 1:
        found.pop(0)
    return text[found[0].start : end]


def _kind(text: str, words: str, under: str, *, quoted: bool) -> str:
    """What a chunk is by its words: the first of the tests below that it meets."""
    tests = (
        (lambda: is_source(words) and not is_place(words), "source"),
        (lambda: _INITIALS.fullmatch(text), "initials"),
        (lambda: _noise(words), "noise"),
        (lambda: under == PageLabel.AUTHOR and _nameable(text, words), "person"),
        (lambda: under == PageLabel.CONTRIBUTOR and _nameable(text, words), "other"),
        (lambda: is_place(words) and is_source(words), "both"),
        (lambda: is_place(words), "place"),
        (lambda: joined_sources(words) or is_publisher(words), "source"),
        (lambda: under == PageWord.EXCLUSIVE and _can_be_paper(text, words), "source"),
        (lambda: words.split(maxsplit=1)[0] in page_words(PageWord.OCCUPATION), "occupation"),
        (lambda: is_person(text) == SURE, "person"),
        (lambda: quoted and not is_person(text), "quoted"),
        (lambda: is_section(words) or is_button(text), "noise"),
        (lambda: is_person(text), "maybe"),
    )
    return next((kind for test, kind in tests if test()), "unknown")


def _nameable(text: str, words: str) -> bool:
    """Whether words after a label of the author can be a name or a desk («فريق التحرير»)."""
    if len(words.split()) > _NAME_WORDS or any(c.isdigit() for c in words):
        return False
    house = is_place(words) or is_source(words) or is_publisher(words)
    return not house and (is_person(text) > 0 or not holds_function(text))


def _can_be_paper(text: str, words: str) -> bool:
    """Whether words beside «خاص» or «متابعات» can be the name of a paper: few, no day, nobody's name."""
    few = len(words.split()) <= _QUOTED_WORDS and not any(char.isdigit() for char in words)
    return few and is_person(text) < SURE and not is_likely_person(text)


def _noise(words: str) -> bool:
    """Whether words only give a time, a weekday or a zone («الساعة 5 مساء بتوقيت مكة»), or nothing."""
    noise = page_labels(PageLabel.NOISE)
    split = words.split()
    said = (word in noise or word.isdigit() or len(word) == 1 for word in split)
    if words in noise or words in weekdays() or all(said):
        return True
    zone = split[0] in page_words(PageWord.CLOCK)
    return zone and all(word in noise or word.isdigit() or is_place(word) for word in split[1:])


def _settled(segments: list[Segment], text: str, *, dated: bool) -> list[Segment]:
    """The segments with what was open decided by the others: «الرياض - واس» has a place, «المدينة - جدة» a paper."""
    segments = [_headlined(segment, at, segments, text) for at, segment in enumerate(segments)]
    kinds = {segment.kind for segment in segments}
    settled = []
    for segment in segments:
        kind = segment.kind
        if kind == "both":
            kind = "source" if "place" in kinds and "source" not in kinds else "place"
            kinds |= {kind}
        elif kind == "quoted":
            kind = _settled_quoted(segment, text, kinds)
        elif kind in {"maybe", "unknown"} and _over_exclusive(segment, segments):
            kind = "source"
        elif kind == "maybe":
            kind = _settled_maybe(segment, text, kinds, dated=dated)
        elif kind == "unknown":
            kind = _settled_unknown(segment, text, kinds)
        settled.append(segment._replace(kind=kind))
    return settled


def _settled_unknown(segment: Segment, text: str, kinds: set[str]) -> str:
    """A paper behind a bar, or a town beside a person or an agency."""
    if "person" in kinds and _behind_bar(segment, text):
        return "source"
    return "place" if kinds & {"person", "source"} and _may_be_place(segment, text) else "unknown"


def _over_exclusive(segment: Segment, segments: list[Segment]) -> bool:
    """Whether a segment stands before a last «خاص» and can be the name of a paper («صدى الفرات - خاص»)."""
    before = segments[-2:-1] == [segment] and fold_words(segments[-1].text) in page_words(PageWord.EXCLUSIVE)
    return before and _can_be_paper(segment.text, fold_words(segment.text))


def _settled_quoted(segment: Segment, text: str, kinds: set[str]) -> str:
    """A paper in quotation marks beside a place or person, or what a headline quotes."""
    said = text[: segment.start].rstrip(' "«“')[-1:] == ":" and "label" not in kinds
    short = len(segment.text.split()) <= _QUOTED_WORDS
    return "source" if not said and short and kinds & {"place", "person", "label"} else "unknown"


def _settled_maybe(segment: Segment, text: str, kinds: set[str], *, dated: bool) -> str:
    """A name beside a day, a place or a paper, unless it stands where a headline has what is said."""
    headline = text[: segment.start].rstrip()[-1:] in {":", "："} and not dated
    if "person" in kinds and not headline and _may_be_place(segment, text):
        return "place"
    return "person" if not headline and (dated or kinds & {"place", "source", "both"}) else "maybe"


def _headlined(segment: Segment, at: int, segments: list[Segment], text: str) -> Segment:
    """A segment made unknown that a headline has: who says what follows, or an office that no one is named for."""
    if any(other.kind == "label" for other in segments[:at]) or segment.kind not in {"person", "occupation"}:
        return segment
    after = text[segment.start + len(segment.text) :].lstrip(_AFTER)[:1]
    follows = at + 1 < len(segments)
    if segment.kind == "person":
        says = after == ":" and follows and segments[at + 1].kind != "place"
        return segment._replace(kind="unknown") if says else segment
    named = any(other.kind in {"person", "maybe"} for other in segments[:at])
    return segment if named or (follows and after in tuple("-–—|/،")) else segment._replace(kind="unknown")


def _behind_bar(segment: Segment, text: str) -> bool:
    """Whether words that nothing knows stand where a byline has its paper («ماريان كيلر | أخبار الألب»)."""
    return text[: segment.start].rstrip()[-1:] == "|" and 1 < len(segment.text.split()) <= _QUOTED_WORDS


def _may_be_place(segment: Segment, text: str) -> bool:
    """Whether words that nothing knows stand where a byline has its town («ساجر - إبراهيم الفهيد», «واس (السيح)»)."""
    before, after = text[: segment.start].rstrip()[-1:], text[segment.start + len(segment.text) :].lstrip()[:1]
    if after == ":" and (" " in segment.text or fold_words(segment.text) in everyday()):
        return False
    few = len(segment.text.split()) <= _TOWN_WORDS and not any(c.isdigit() for c in segment.text)
    says = fold_words(segment.text).partition(" ")[0] in sayings()
    return few and before != ":" and bool(before or after) and not says


def read_dateline(text: str) -> Byline | None:
    """What stands before the first sentence of a body: place, agency, day («القاهرة في 7 يوليو / أ ش أ /»).

    Args:
        text: the first paragraph.

    >>> read_dateline("عمان 7 تموز 2025 (بترا)- أكد الوزير أن").texts_of("source")
    ['بترا']
    """
    head = text[:_DATELINE]
    for end in reversed(list(_DATELINE_END.finditer(head))):
        prefix = head[: end.start()] + (")" if end.group().lstrip().startswith(")") else "")
        found = read_byline(prefix) if prefix.strip() else None
        found = _agency(found, prefix) if found else None
        if found and not found.unknown and found.texts_of("place", "source") and not found.label and not _told(found):
            return _with_agency(found, text[end.end() : _DATELINE])
    return _bare(head)


def _told(found: Byline) -> bool:
    """Whether a paper stands behind a word that says what it did: «قالت صحيفة لوموند (Le Monde)» is a sentence."""
    papers, words = page_words(PageWord.PUBLISHER), fold_words(found.segments[0].text).split()
    return words[0] not in papers and not is_source(" ".join(words)) and not papers.isdisjoint(words[1:-1])


def _agency(found: Byline, text: str) -> Byline:
    """A dateline whose one unknown word is an agency: behind the place, in brackets or strokes («المنامة / بنا»)."""
    last = found.segments[-1] if found.segments else None
    if found.unknown != 1 or last is None or last.kind != "unknown" or found.segments[0].kind != "place":
        return found
    before = text[: last.start].rstrip()[-1:]
    if before not in {"(", "/"} or "source" in {segment.kind for segment in found.segments}:
        return found
    return replace(found, segments=(*found.segments[:-1], last._replace(kind="source")), unknown=0)


def _bare(head: str) -> Byline | None:
    """A dateline of place and agency that no mark closes («دمشق-سانا»)."""
    words = tokens(head)[:_BARE_WORDS]
    for size in range(len(words), 1, -1):
        found = read_byline(head[: words[size - 1].end])
        if found and [segment.kind for segment in found.segments] == ["place", "source"]:
            place, agency = found.segments
            between = head[place.start + len(place.text) : agency.start].strip()
            return found if is_place(fold_words(place.text)) and between in {"-", "–", "—", "/"} else None
    return None


def _with_agency(found: Byline, rest: str) -> Byline:
    """A dateline with the agency that stands after its last stroke («إسطنبول/ الأناضول قال …»)."""
    words = tokens(rest)[:3]
    for size in range(len(words), 0, -1):
        form = " ".join(word.form for word in words[:size])
        if not found.texts_of("source") and is_source(form) and not is_place(form) and not is_section(form):
            named = rest[words[0].start : words[size - 1].end]
            return replace(found, segments=(*found.segments, Segment("source", named, words[0].start)))
    return found
