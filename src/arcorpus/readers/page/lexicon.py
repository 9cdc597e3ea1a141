"""What the lexicons say of a line or a few words of a saved page."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from arcorpus.readers.page.lines import Line, fold_words
from arcorpus.resources import lexicon
from arcorpus.values.date_words import DateWord


class Reason(StrEnum):
    """Why a line is furniture: the roles of the lexicon `furniture`, which explains each."""

    SHARE = "share"
    COMMENTS = "comments"
    COUNTER = "counter"
    NAVIGATION = "navigation"
    SECTION = "section"
    WIDGET = "widget"
    RELATED = "related"
    SUBSCRIPTION = "subscription"
    NOTICE = "notice"
    COPYRIGHT = "copyright"
    ADVERT = "advert"
    CAPTION = "caption"
    IMAGE_CREDIT = "image-credit"
    MEDIA = "media"
    AUTHOR_BOX = "author-box"
    EMPTY_FIELD = "empty-field"


class Effect(StrEnum):
    """What furniture does to a body: the values of the lexicon `furniture`."""

    INLINE = "inline"  # it may stand in one
    END = "end"  # it ends one
    ZONE = "zone"  # what follows belongs to it


class Match(StrEnum):
    """Where in a line a phrase of the lexicon `furniture` stands."""

    WHOLE = "whole"
    START = "start"
    END = "end"
    ANYWHERE = "anywhere"


class PageWord(StrEnum):
    """What a word means on a page: the roles of the lexicon `page_words`, which explains each."""

    CLOCK = "clock"
    CLOSING = "closing"
    COPULA = "copula"
    DESK = "desk"
    EDITOR = "editor"
    EXCLUSIVE = "exclusive"
    FUNCTION = "function"
    HONORIFIC = "honorific"
    LATIN_PARTICLE = "latin-particle"
    MATTER = "matter"
    MORE = "more"
    NAME_PART = "name-part"
    OCCUPATION = "occupation"
    ON = "on"
    ONTO = "onto"
    OPENER = "opener"
    OWN_CHANNEL = "own-channel"
    PICTURE = "picture"
    PUBLISHER = "publisher"
    RELATIVE = "relative"
    RIGHTS = "rights"
    SKIP_LINK = "skip-link"
    VERSE = "verse"
    VISIT = "visit"
    WAW = "waw"
    WRITES = "writes"


_COVERED = 40  # words of a line that the lexicon is asked to cover
_GLUED = 90  # letters of a line whose words may have lost the spaces between them
_GLUED_LEAST = 3  # letters of a phrase in such a line
_LONGEST = {  # words that a line beginning with such a phrase, or holding it, may have
    Reason.SHARE: 12,
    Reason.COMMENTS: 25,
    Reason.COUNTER: 8,
    Reason.NAVIGATION: 8,
    Reason.SECTION: 8,
    Reason.WIDGET: 8,
    Reason.RELATED: 25,
    Reason.SUBSCRIPTION: 45,
    Reason.NOTICE: 120,
    Reason.COPYRIGHT: 45,
    Reason.ADVERT: 10,
    Reason.CAPTION: 30,
    Reason.IMAGE_CREDIT: 8,
    Reason.MEDIA: 14,
    Reason.AUTHOR_BOX: 60,
    Reason.EMPTY_FIELD: 8,
}
_SENTENCE = 12  # words from which on a line with a full stop is a sentence, whatever it begins with …
_FIRM = frozenset(
    {Reason.NOTICE, Reason.COPYRIGHT, Reason.SUBSCRIPTION, Reason.COMMENTS, Reason.AUTHOR_BOX}
)  # … but not for these
_TOLD = 5  # words after a phrase of «read also» that are already what is to be read …
_TOLD_COLON = 2  # … when a colon stands between
_ENTRIES = 4  # entries of a menu on one line
_ENTRY_WORDS = 3  # words of an entry
_MENU = frozenset({Reason.NAVIGATION, Reason.SECTION, Reason.SHARE})
_SITE, _MASTHEAD = 4, 200  # words of a site's name; code points of the line that it shares with its editor
_YEAR = 4  # digits of a year
_CREDIT = 5  # words of whom a picture is from, behind «صورة:»
_PUBLISHER = range(2, 5)  # words of the name of a paper or channel

_EMBED = re.compile(r"[—–-]?\s*.{0,60}\(@\w+\)")  # who wrote an embedded post
_TRAIL = re.compile(r'[^>»›.:؟!«"]{2,30}(?:\s[>»›]\s?[^>»›.:؟!«"]{2,30}){1,5}')  # الرئيسية > اقتصاد
_SET_OFF = re.compile(r"[-–—/(|،:©]\s*([^-–—/(|،:©]*)$")
_LABELS = tuple(":/(|-–—©")  # what stands behind «صورة» when it is a label; a comma is the sentence's
_COLUMNS = re.compile(r"\t|\||\s{3,}")
_FIGURES = re.compile(r"[\d٠-٩][-/.:][\d٠-٩]")


class FurnitureKind(NamedTuple):
    """What kind of furniture a line is.

    Attributes:
        reason: why it stands on the page.
        effect: what it does to a body.
    """

    reason: Reason
    effect: Effect


class _Phrase(NamedTuple):
    """A phrase of furniture: its folded words, and the kind that it tells."""

    words: tuple[str, ...]
    kind: FurnitureKind


@cache
def _phrases(match: Match) -> dict[str, tuple[_Phrase, ...]]:
    """The furniture phrases of one way to match by their first word, longest first."""
    table: dict[str, list[_Phrase]] = {}
    for row in lexicon("furniture"):
        if row["match"] == match:
            words = tuple(fold_words(row["form"]).split())
            kind = FurnitureKind(Reason(row["role"]), Effect(row["value"]))
            table.setdefault(words[0], []).append(_Phrase(words, kind))
    return {word: tuple(sorted(found, key=lambda phrase: -len(phrase.words))) for word, found in table.items()}


@cache
def _glued() -> tuple[dict[str, FurnitureKind], int]:
    """The phrases that make up whole lines, written without spaces, and the letters of the longest."""
    found = {"".join(words): kind for rows in _phrases(Match.WHOLE).values() for words, kind in rows}
    found = {form: kind for form, kind in found.items() if len(form) >= _GLUED_LEAST}
    return found, max(map(len, found))


@cache
def forms(name: str) -> frozenset[str]:
    """The folded forms of a lexicon without roles."""
    return frozenset(fold_words(row["form"]) for row in lexicon(name))


@cache
def weekdays() -> frozenset[str]:
    """The folded names of the days of the week."""
    return frozenset(fold_words(row["form"]) for row in lexicon("date_words") if row["role"] == DateWord.WEEKDAY)


@cache
def page_words(role: PageWord) -> frozenset[str]:
    """The folded words and phrases of one role."""
    return frozenset(fold_words(row["form"]) for row in lexicon("page_words") if row["role"] == role)


@cache
def site_words() -> dict[str, int]:
    """Words of terms of use, cookie notices and registration texts, with their weights."""
    return {fold_words(row["form"]): int(row["value"]) for row in lexicon("site_words")}


def find_furniture(line: Line) -> FurnitureKind | None:
    """Why a line is page furniture by its words alone, None when they do not say so.

    >>> from arcorpus.readers.page.lines import lines
    >>> find_furniture(lines("شارك عبر فيسبوك وتويتر")[0])
    FurnitureKind(reason=<Reason.SHARE: 'share'>, effect=<Effect.INLINE: 'inline'>)
    """
    words = line.folded.split()
    if found := _shaped(line, words):
        return found
    if line.words <= _COVERED and (found := _covered(words) or _covered_glued(words)):
        return found
    if name_beside_editor(line.shown):
        return FurnitureKind(Reason.NAVIGATION, Effect.INLINE)
    return _menu(line) or _opened(line, words) or _holding(line)


def _menu(line: Line) -> FurnitureKind | None:
    """The reason of short entries between strokes of which the lexicon knows half («الرئيسية | الوطني | رياضة | …»)."""
    entries = [fold_words(entry) for entry in line.shown.split("|")] if line.words <= _COVERED else []
    if len(entries) < _ENTRIES or ":" in line.shown or any(len(entry.split()) > _ENTRY_WORDS for entry in entries):
        return None
    found = [known for entry in entries if (known := _covered(entry.split())) and known.reason in _MENU]
    return found[0]._replace(effect=Effect.INLINE) if len(found) * 2 >= len(entries) else None


def _shaped(line: Line, words: list[str]) -> FurnitureKind | None:
    """The reason of a line by its shape: images, embeds, trails, rules, figures, rights."""
    if line.image or _EMBED.match(line.text):
        return FurnitureKind(Reason.MEDIA, Effect.INLINE)
    if line.rule or line.url or _TRAIL.fullmatch(line.shown):
        return FurnitureKind(Reason.NAVIGATION, Effect.INLINE)
    if all(word.isdigit() for word in words) and not _FIGURES.search(line.text):
        return FurnitureKind(Reason.COUNTER, Effect.INLINE)
    if line.text[:1] == "©":
        rights = any(len(word) == _YEAR and word.isdigit() for word in words)
        return (
            FurnitureKind(Reason.COPYRIGHT, Effect.END) if rights else FurnitureKind(Reason.IMAGE_CREDIT, Effect.INLINE)
        )
    return None


def _covered(words: list[str]) -> FurnitureKind | None:
    """The reason of the longest phrase when phrases and numbers make up the whole line."""
    best, size, at = None, 0, 0
    while at < len(words):
        if words[at].isdigit():
            at += 1
            continue
        found = _phrase_at(words, at)
        if found is None:
            return None
        length = sum(map(len, found[0]))
        if length > size:
            best, size = found[1], length
        at += len(found[0])
    return best


def _phrase_at(words: list[str], at: int) -> tuple[tuple[str, ...], FurnitureKind] | None:
    """The longest phrase that stands at a word, «و» before it or not."""
    phrases = _phrases(Match.WHOLE)
    for first in (words[at], words[at].removeprefix("و")):
        for phrase, found in phrases.get(first, ()):
            if (first, *words[at + 1 : at + len(phrase)]) == phrase:
                return phrase, found
    return None


def _covered_glued(words: list[str]) -> FurnitureKind | None:
    """The same for words that a dump has run together («دخولسياسة الخصوصية»)."""
    joined = "".join(word for word in words if not word.isdigit())
    if not 0 < len(joined) <= _GLUED:
        return None
    table, longest = _glued()
    reached: dict[int, tuple[int, FurnitureKind | None]] = {0: (0, None)}
    for at in range(len(joined)):
        if at not in reached:
            continue
        for end in range(at + _GLUED_LEAST, min(at + longest, len(joined)) + 1):
            found = table.get(joined[at:end])
            if found and end not in reached:
                reached[end] = max(reached[at], (end - at, found), key=lambda r: r[0])
    return reached[len(joined)][1] if len(joined) in reached else None


def _opened(line: Line, words: list[str]) -> FurnitureKind | None:
    """The reason of a phrase that the line begins with, when the line is short enough for it."""
    while len(words) > 1 and words[0].isdigit():
        words = words[1:]
    for phrase, found in _phrases(Match.START).get(words[0] if words else "", ()):
        if tuple(words[: len(phrase)]) == phrase:
            colon = ":" in line.shown[: 2 + len(" ".join(phrase)) * 2]
            sentence = line.words >= _SENTENCE and line.stop == "." and found.reason not in _FIRM
            if (colon or not sentence) and line.words <= _LONGEST[found.reason] * (2 if colon else 1):
                told = line.words - len(phrase) >= (_TOLD_COLON if colon else _TOLD)
                return found._replace(effect=Effect.INLINE) if told and found.reason == Reason.RELATED else found
    return None


def caption_ending(line: Line) -> FurnitureKind | None:
    """The reason of what a line without a full stop ends with, set off («… (أرشيفية)», «… - صورة: سهل»)."""
    found = _SET_OFF.search(line.shown[-100:])
    if found is None or line.words > _LONGEST[Reason.CAPTION] or line.sentences:
        return None
    words = tuple(fold_words(found.group(1)).split())
    before = fold_words(line.shown[: len(line.shown) - len(found.group(0))]).split()
    labelled = found.group(0)[0] in _LABELS and not line.stop and len(words) <= _CREDIT
    if labelled and before and before[-1] in page_words(PageWord.PICTURE):
        return FurnitureKind(Reason.CAPTION, Effect.INLINE)
    rows = _phrases(Match.END).get(words[0], ()) if words and before and not line.stop else ()
    return next((reason for phrase, reason in rows if phrase == words), None)


def _holding(line: Line) -> FurnitureKind | None:
    """The reason of a phrase that stands anywhere in the line."""
    padded = f" {line.folded} "
    for rows in _phrases(Match.ANYWHERE).values():
        for phrase, found in rows:
            if f" {' '.join(phrase)} " in padded and line.words <= _LONGEST[found.reason]:
                return found
    return None


def name_beside_editor(text: str) -> str:
    """The name that shares a line with who heads the paper, or nothing.

    >>> name_beside_editor("مرصد الحقول | رئيس التحرير: سليم الحموي")
    'مرصد الحقول'
    """
    name, *rest = (piece.strip() for piece in _COLUMNS.split(text[:_MASTHEAD]))
    heads = (fold_words(piece.partition(":")[0]) for piece in rest if ":" in piece)
    headed = any(head in page_words(PageWord.EDITOR) for head in heads)
    return name if headed and ":" not in name and 0 < len(name.split()) <= _SITE else ""


def is_place(words: str) -> bool:
    """Whether folded words are a place of datelines."""
    return words in _places()


@cache
def _places() -> frozenset[str]:
    """The folded places of datelines: those kept by hand, and known places of no doubt that no source is called after.

    «بترا» and «الأناضول» are agencies.
    """
    known = {fold_words(row["name"]) for row in lexicon("places") if not row["doubt"]}
    return forms("datelines") | (known - forms("sources"))


def is_source(words: str) -> bool:
    """Whether folded words are an agency, paper or channel."""
    return words in forms("sources")


def is_publisher(words: str) -> bool:
    """Whether folded words are named as papers and channels are («وكالة الأرز»، «أطلس بريس»), known or not."""
    split = words.split()
    named = page_words(PageWord.PUBLISHER)
    return len(split) in _PUBLISHER and (split[0] in named or split[-1] in named)


def is_section(words: str) -> bool:
    """Whether folded words are the name of a section of a paper, or of its menu."""
    found = _covered(words.split())
    return found is not None and found.reason in {Reason.SECTION, Reason.NAVIGATION}


def is_button(text: str) -> bool:
    """Whether a few words are those of a button («فيسبوك»)."""
    words = fold_words(text).split()
    return bool(words) and len(words) <= _COVERED and (_covered(words) or _covered_glued(words)) is not None


def joined_sources(words: str) -> bool:
    """Whether words are sources that «و» or a space joins («الجزيرة ووكالات»)."""
    split = words.split()
    rests = ((" ".join(split[:at]), " ".join(split[at:])) for at in range(1, len(split)))
    return any(is_source(one) and (is_source(two) or is_source(two.removeprefix("و"))) for one, two in rests)


@cache
def sayings() -> frozenset[str]:
    """The folded verbs with which a sentence says what somebody said («قالت»)."""
    return frozenset(fold_words(row["form"]) for row in lexicon("clause_openers") if row["role"] == "saying")
