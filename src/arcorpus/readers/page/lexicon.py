"""What the lexicons say of a line or a few words of a saved page."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from arcorpus.readers.page.lines import Line, key
from arcorpus.resources import lexicon

INLINE, END, ZONE = "inline", "end", "zone"
"""What furniture does to a body: it may stand in one, it ends one, or what follows belongs to it."""

_COVERED = 40  # words of a line that the lexicon is asked to cover
_GLUED = 90  # letters of a line whose words may have lost the spaces between them
_GLUED_LEAST = 3  # letters of a phrase in such a line
_LONGEST = {  # words that a line beginning with such a phrase may have
    "share": 12,
    "comments": 25,
    "related": 25,
    "subscription": 45,
    "notice": 120,
    "copyright": 45,
    "advert": 10,
    "caption": 30,
    "image-credit": 8,
    "media": 14,
    "counter": 8,
    "author-box": 60,
    "section": 8,
}
_SENTENCE = 12  # words from which on a line with a full stop is a sentence, whatever it begins with …
_FIRM = frozenset({"notice", "copyright", "subscription", "comments", "author-box"})  # … but not for these
_TOLD = 5  # words after a phrase of «read also» that are already what is to be read …
_TOLD_COLON = 2  # … when a colon stands between
_ENTRIES = 4  # entries of a menu on one line
_ENTRY_WORDS = 3  # words of an entry
_MENU = frozenset({"navigation", "section", "share"})
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


class Furniture(NamedTuple):
    """Why a line is furniture, and what that does to a body."""

    reason: str
    role: str


_Phrases = dict[str, tuple[tuple[tuple[str, ...], Furniture], ...]]


@cache
def _phrases(match: str) -> _Phrases:
    """The furniture phrases of one way to match by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Furniture]]] = {}
    for row in lexicon("furniture"):
        if row["match"] == match:
            words = tuple(key(row["form"]).split())
            table.setdefault(words[0], []).append((words, Furniture(row["reason"], row["role"])))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in table.items()}


@cache
def _glued() -> tuple[dict[str, Furniture], int]:
    found = {"".join(words): reason for rows in _phrases("all").values() for words, reason in rows}
    found = {form: reason for form, reason in found.items() if len(form) >= _GLUED_LEAST}
    return found, max(map(len, found))


@cache
def forms(name: str, kind: str = "") -> frozenset[str]:
    """The folded forms of a lexicon, those of one kind when it has kinds."""
    return frozenset(key(row["form"]) for row in lexicon(name) if not kind or row["kind"] == kind)


@cache
def site_words() -> dict[str, int]:
    """Words of terms of use, cookie notices and registration texts, with their weights."""
    return {key(row["form"]): int(row["weight"]) for row in lexicon("site_words")}


def furniture(line: Line) -> Furniture | None:
    """Why a line is page furniture by its words alone, None when they do not say so.

    >>> from arcorpus.readers.page.lines import lines
    >>> furniture(lines("شارك عبر فيسبوك وتويتر")[0])
    Furniture(reason='share', role='inline')
    """
    words = line.key.split()
    if found := _shaped(line, words):
        return found
    if line.words <= _COVERED and (found := _covered(words) or _covered_glued(words)):
        return found
    if beside_office(line.shown):
        return Furniture("navigation", INLINE)
    return _menu(line) or _opened(line, words) or _holding(line)


def _menu(line: Line) -> Furniture | None:
    """The reason of short entries between strokes of which the lexicon knows half («الرئيسية | الوطني | رياضة | …»)."""
    entries = [key(entry) for entry in line.shown.split("|")] if line.words <= _COVERED else []
    if len(entries) < _ENTRIES or ":" in line.shown or any(len(entry.split()) > _ENTRY_WORDS for entry in entries):
        return None
    found = [known for entry in entries if (known := _covered(entry.split())) and known.reason in _MENU]
    return found[0]._replace(role=INLINE) if len(found) * 2 >= len(entries) else None


def _shaped(line: Line, words: list[str]) -> Furniture | None:
    """The reason of a line by its shape: images, embeds, trails, rules, figures, rights."""
    if line.image or _EMBED.match(line.text):
        return Furniture("media", INLINE)
    if line.rule or line.url or _TRAIL.fullmatch(line.shown):
        return Furniture("navigation", INLINE)
    if all(word.isdigit() for word in words) and not _FIGURES.search(line.text):
        return Furniture("counter", INLINE)
    if line.text[:1] == "©":
        rights = any(len(word) == _YEAR and word.isdigit() for word in words)
        return Furniture("copyright", END) if rights else Furniture("image-credit", INLINE)
    return None


def _covered(words: list[str]) -> Furniture | None:
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


def _phrase_at(words: list[str], at: int) -> tuple[tuple[str, ...], Furniture] | None:
    """The longest phrase that stands at a word, «و» before it or not."""
    phrases = _phrases("all")
    for first in (words[at], words[at].removeprefix("و")):
        for phrase, found in phrases.get(first, ()):
            if (first, *words[at + 1 : at + len(phrase)]) == phrase:
                return phrase, found
    return None


def _covered_glued(words: list[str]) -> Furniture | None:
    """The same for words that a dump has run together («دخولسياسة الخصوصية»)."""
    joined = "".join(word for word in words if not word.isdigit())
    if not 0 < len(joined) <= _GLUED:
        return None
    table, longest = _glued()
    reached: dict[int, tuple[int, Furniture | None]] = {0: (0, None)}
    for at in range(len(joined)):
        if at not in reached:
            continue
        for end in range(at + _GLUED_LEAST, min(at + longest, len(joined)) + 1):
            found = table.get(joined[at:end])
            if found and end not in reached:
                reached[end] = max(reached[at], (end - at, found), key=lambda r: r[0])
    return reached[len(joined)][1] if len(joined) in reached else None


def _opened(line: Line, words: list[str]) -> Furniture | None:
    """The reason of a phrase that the line begins with, when the line is short enough for it."""
    while len(words) > 1 and words[0].isdigit():
        words = words[1:]
    for phrase, found in _phrases("start").get(words[0] if words else "", ()):
        if tuple(words[: len(phrase)]) == phrase:
            colon = ":" in line.shown[: 2 + len(" ".join(phrase)) * 2]
            sentence = line.words >= _SENTENCE and line.stop == "." and found.reason not in _FIRM
            if (colon or not sentence) and line.words <= _LONGEST[found.reason] * (2 if colon else 1):
                told = line.words - len(phrase) >= (_TOLD_COLON if colon else _TOLD)
                return found._replace(role=INLINE) if told and found.reason == "related" else found
    return None


def captioned(line: Line) -> Furniture | None:
    """The reason of what a line without a full stop ends with, set off («… (أرشيفية)», «… - صورة: سهل»)."""
    found = _SET_OFF.search(line.shown[-100:])
    if found is None or line.words > _LONGEST["caption"] or line.sentences:
        return None
    words = tuple(key(found.group(1)).split())
    before = key(line.shown[: len(line.shown) - len(found.group(0))]).split()
    labelled = found.group(0)[0] in _LABELS and not line.stop and len(words) <= _CREDIT
    if labelled and before and before[-1] in forms("page_words", "picture"):
        return Furniture("caption", INLINE)
    rows = _phrases("end").get(words[0], ()) if words and before and not line.stop else ()
    return next((reason for phrase, reason in rows if phrase == words), None)


def _holding(line: Line) -> Furniture | None:
    """The reason of a phrase that stands anywhere in the line."""
    padded = f" {line.key} "
    for rows in _phrases("has").values():
        for phrase, found in rows:
            if f" {' '.join(phrase)} " in padded and line.words <= _LONGEST[found.reason]:
                return found
    return None


def beside_office(text: str) -> str:
    """The name that shares a line with who heads the paper, or nothing.

    >>> beside_office("مرصد الحقول | رئيس التحرير: سليم الحموي")
    'مرصد الحقول'
    """
    name, *rest = (piece.strip() for piece in _COLUMNS.split(text[:_MASTHEAD]))
    heads = (key(piece.partition(":")[0]) for piece in rest if ":" in piece)
    headed = any(head in forms("page_words", "office") for head in heads)
    return name if headed and ":" not in name and 0 < len(name.split()) <= _SITE else ""


def is_place(words: str) -> bool:
    """Whether folded words are a place of datelines."""
    return words in forms("datelines")


def is_source(words: str) -> bool:
    """Whether folded words are an agency, paper or channel."""
    return words in forms("sources")


def is_publisher(words: str) -> bool:
    """Whether folded words are named as papers and channels are («وكالة الأرز»، «أطلس بريس»), known or not."""
    split = words.split()
    named = forms("page_words", "publisher")
    return len(split) in _PUBLISHER and (split[0] in named or split[-1] in named)


def is_section(words: str) -> bool:
    """Whether folded words are the name of a section of a paper, or of its menu."""
    found = _covered(words.split())
    return found is not None and found.reason in {"section", "navigation"}


def is_button(text: str) -> bool:
    """Whether a few words are those of a button («فيسبوك»)."""
    words = key(text).split()
    return bool(words) and len(words) <= _COVERED and (_covered(words) or _covered_glued(words)) is not None
