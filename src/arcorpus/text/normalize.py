"""Orthographic forms of a text, by named steps and profiles, with the map back to the original offsets.

A step is a table of characters (`data/lexicons/folds.tsv`), a pattern, or both. A profile's steps always run in the
order of `STEPS`, whatever order they are named in, so that no step leaves work for one before it: twice is once.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol, TypeAlias

from arcorpus.errors import UsageError
from arcorpus.text.normal_steps import Edit, Folding
from arcorpus.types import Span

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "invisible": "Zero-width and direction controls, soft hyphens and byte order marks go.",
        "joiners": "The joiner, the non-joiner and variation selectors go.",
        "presentation": "Presentation forms and letter ligatures (ﻻ, ﺑ) become the letters they show.",
        "tatweel": "Every stretching stroke goes.",
        "diacritics": "Harakat, tanwin, shadda, sukun, dagger alef and Quranic marks go; a hamza is no diacritic.",
        "words": "A sign that stands for words (ﷲ, ﷺ, ﷽, ﷼) is spelled out.",
        "stretch": "A stretching stroke between two letters goes; one that ends a word (هـ, بـ) or stands alone stays.",
        "letters": "Letters of Persian, Urdu and old type for an Arabic letter (ک, ی, ہ, ڡ) become that letter.",
        "foreign": "Letters of foreign sounds (پ, چ, ڤ, گ) become the Arabic letter they are drawn from.",
        "case": "Letters that have case become small (Unicode case folding).",
        "compose": "A letter and the hamza, madda or accent that follows it as a mark become one character.",
        "alef": "Alef with hamza, madda or wasla becomes a bare alef; so does ءا that stands for آ (القرءان).",
        "hamza": "Waw or ya with hamza becomes a bare hamza; a hamza mark that no letter carries goes.",
        "maqsura": "Alef maqsura becomes ya.",
        "tamarbuta": "Ta marbuta becomes ha.",
        "digits": "Arabic-Indic and Persian digits and the signs ٪ ٫ ٬ become ASCII.",
        "punctuation": "Quotation marks, dashes, the ellipsis and Arabic punctuation become ASCII.",
        "repeats": "Three or more of one Arabic letter become one, or as many as a word can hold (الله, تتتبع).",
        "space": "Every kind of space becomes a plain one, and a run of them one; tabs and line ends stay.",
    }
)
"""What each step does, in the order in which steps are applied."""

_MATCH = frozenset(STEPS) - {"stretch", "case", "tamarbuta", "repeats"}
PROFILES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "none": (),
        "display": ("invisible", "presentation", "stretch", "letters", "compose", "space"),
        "match": tuple(step for step in STEPS if step in _MATCH),
        "search": tuple(step for step in STEPS if step != "stretch"),
    }
)
"""The steps of each named profile: nothing; what a reader never misses; what finding the same word needs; the most."""

_BLOCK = 1 << 11  # code points folded at once: a rare character slows its own block alone
_READ = 1 << 16  # code points read at once from a stream
_MOST = 1 << 20  # code points of a stream held back while no border comes
# Where a text can be parted without a change to its normal form: what follows can neither go nor join what is before.
_BORDER = re.compile("\n| (?=[0-9A-Za-zء-غف-ي])")
_LAST_BORDER = re.compile(f"(?s:.*)(?:{_BORDER.pattern})")

_Offsets: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True, eq=False)
class Normalized:
    """A text in its normal form, with the way back to the original."""

    text: str
    _starts: _Offsets | None
    _ends: _Offsets | None
    _length: int

    def original_span(self, start: int, end: int) -> Span:
        """Where the surface of `text[start:end]` stands in the original, in code points of the original.

        The surface takes in what was deleted behind its letters and belongs to them (marks, stretching strokes,
        joiners), but no deleted direction mark or other control at its borders. A sign that became several
        characters, or several that became one, are taken whole. An empty stretch has an empty span.

        Raises:
            ValueError: when the stretch does not lie inside the text.

        >>> word = normalize("\u200fبَيْتٌ\u200f كَبِيرٌ")
        >>> word.text, word.original_span(0, 3), word.original_span(4, 8)
        ('بيت كبير', Span(start=1, end=7), Span(start=9, end=16))
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no stretch of a text of {len(self.text)} code points")
        if self._starts is None or self._ends is None:
            return Span(start, end)
        first = self._starts[start] if start < len(self.text) else self._length
        return Span(first, first if start == end else self._ends[end - 1])


def steps_of(profile: str) -> tuple[str, ...]:
    """The steps of a profile, or of a comma-separated list of steps and profiles, in the order they are applied.

    Raises:
        UsageError: when a name is neither a profile's nor a step's.

    >>> steps_of("digits, tatweel")
    ('tatweel', 'digits')
    """
    chosen: set[str] = set()
    for name in map(str.strip, profile.split(",")):
        if name in PROFILES:
            chosen.update(PROFILES[name])
        elif name in STEPS:
            chosen.add(name)
        else:
            raise UsageError(
                f"there is no profile or step {name!r}: the profiles are {', '.join(PROFILES)}; "
                f"the steps, to be joined by commas, are {', '.join(STEPS)}"
            )
    return tuple(step for step in STEPS if step in chosen)


def fold(text: str, profile: str = "match") -> str:
    """The normal form of a text alone, by a profile's name or a list of steps.

    Raises:
        UsageError: when the profile is unknown.

    >>> fold("إلى مُستشفى الـمدينة"), fold("إلى المدينة", "search"), fold("٢٠٢٥", "digits")
    ('الي مستشفي المدينة', 'الي المدينه', '2025')
    """
    folding = _folding(profile)
    if len(text) <= _BLOCK:
        return folding.fold(text)
    pieces = []
    done = 0
    while border := _BORDER.search(text, done + _BLOCK):
        pieces.append(folding.fold(text[done : border.end()]))
        done = border.end()
    return "".join((*pieces, folding.fold(text[done:])))


def normalize(text: str, profile: str = "match") -> Normalized:
    """The normal form of a text with the map back, by a profile's name or a list of steps.

    Raises:
        UsageError: when the profile is unknown.

    >>> normalize("مُحَمَّد ﷺ").text
    'محمد صلي الله عليه وسلم'
    """
    length = len(text)
    starts: _Offsets | None = None
    ends: _Offsets | None = None
    for after, edits in _folding(profile).stages(text):
        if edits:
            if starts is None or ends is None:
                starts, ends = array("I", range(length)), array("I", range(1, length + 1))
            starts, ends = _moved(text, edits, starts, ends)
        text = after
    return Normalized(text, starts, ends, length)


class Readable(Protocol):
    """What a text is read from, a piece at a time."""

    def read(self, size: int, /) -> str:
        """The next code points, none at the end."""


class Writable(Protocol):
    """Whatever takes text."""

    def write(self, text: str, /) -> object:
        """Take a text."""


def normalize_stream(source: Readable, out: Writable, profile: str) -> None:
    """Write the normal form of a stream, in constant memory also where a line never ends; line ends stay as they are.

    A stretch of a million characters with neither a line end nor a space before a letter is parted where it stands.

    Args:
        source: text, opened with `newline=""` so that line ends come through.
        out: where it goes, opened with `newline=""` likewise.
        profile: a profile's name or a list of steps.

    Raises:
        UsageError: when the profile is unknown.
    """
    steps_of(profile)
    rest = ""
    while chunk := source.read(_READ):
        rest += chunk
        # One back: what was read before may have ended in a space whose follower was not yet known.
        border = _LAST_BORDER.match(rest, max(len(rest) - len(chunk) - 1, 0))
        if border or len(rest) >= _MOST:
            cut = border.end() if border else len(rest)
            out.write(fold(rest[:cut], profile))
            rest = rest[cut:]
    out.write(fold(rest, profile))


def _moved(text: str, edits: list[Edit], starts: _Offsets, ends: _Offsets) -> tuple[_Offsets, _Offsets]:
    """The original offsets of each character after the edits, from those of each character before them.

    What goes belongs to the character before it when it is a mark, a stroke or a joiner on a word, else to nothing.
    """
    new_starts, new_ends = array("I"), array("I")
    at, last = 0, " "
    for start, end, image in edits:
        if start > at:
            new_starts += starts[at:start]
            new_ends += ends[at:start]
            last = text[start - 1]
        at = end
        if image:
            new_starts.extend([starts[start]] * len(image))
            new_ends.extend([ends[end - 1]] * len(image))
            last = image[-1]
        elif not last.isspace() and all(map(_extends, text[start:end])):
            new_ends[-1] = ends[end - 1]
    return new_starts + starts[at:], new_ends + ends[at:]


def _extends(char: str) -> bool:
    """Whether a character belongs to the letter before it; Lm is the stroke and the small waw and ya."""
    return unicodedata.category(char) in {"Mn", "Me", "Lm"} or char in "\u200c\u200d"


@lru_cache(maxsize=64)
def _folding(profile: str) -> Folding:
    return Folding(frozenset(steps_of(profile)))
