"""How a name sounds, whatever script it is written in: the ground on which spellings of one foreign name meet.

A word becomes a string of sounds, in which letters that stand for one another across scripts are one: b and p, f and
v, s and z, ج غ and g, ق ك and k, c, q. The *skeleton* of a name is what is left of its sounds without vowels and h;
names that sound alike share it. How far two names of one skeleton lie apart is measured on the sounds themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from itertools import islice, product
from typing import NamedTuple

from arcorpus.ner import gazetteer
from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE

_MOST = 24  # readings of one name
_DROPPED = frozenset("aioh")  # sounds that one script writes and the other leaves out
_VOWELS = frozenset("aio")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_VOWEL_FIRST = re.compile("^[aio]")
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_CAPITALS = re.compile(r"(?<![A-Z])[A-Z]{2,6}(?![A-Za-z])|(?<![A-Za-z])[A-Z](?![A-Za-z])")
# The article before a sun letter, written as it is said: An-Najaf, ash-Sharq.
_SUN_ARTICLE = re.compile(r"\b[AaEeUu](?P<sound>[dnrstzl]|[dst]h)-(?=(?P=sound))", re.IGNORECASE)
_SILENT = 0.5  # what a Latin vowel costs that Arabic does not write
_LEAST_WORD = 0.6  # how much the worst word of a name counts


class Script(StrEnum):
    """How letters are read: the roles of sounds.tsv."""

    ARABIC = "arabic"
    LATIN = "latin"
    SPELLED = "spelled"


Sounds = tuple[str, ...]
"""The sounds of a name, a string for each of its words."""


class Sounding(NamedTuple):
    """One way to read a name: its skeleton and its sounds."""

    skeleton: str
    sounds: Sounds

    @property
    def strength(self) -> int:
        """How distinctive the skeleton is: its consonants, and its words without any; figures distinguish no name."""
        bare = [consonants(word) for word in self.sounds]
        spelled = sum(not word for word in bare) if len(bare) > 1 else 0
        return spelled + sum(sound.isalpha() for sound in self.skeleton)


@cache
def _sounds(script: Script) -> Mapping[str, tuple[str, ...]]:
    """What each letter or group of letters of a script may sound like."""
    return {row["form"]: tuple(row["value"].split("|")) for row in lexicon("sounds") if row["role"] == script}


@cache
def _letters(script: Script) -> re.Pattern[str]:
    """The letters and groups of letters of a script, the longest first."""
    groups = sorted(_sounds(script), key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, groups)))


@lru_cache(maxsize=1 << 15)
def _pronounced(word: str, script: Script) -> tuple[str, ...]:
    """What a folded word may sound like, doubled sounds once."""
    if script is Script.ARABIC and len(word) > 1:
        word = word.removesuffix("ه")  # ة, or the sign of a vowel
    choices = [_sounds(script)[found[0]] for found in _letters(script).finditer(word)]
    spoken = ("".join(choice) for choice in islice(product(*choices), _MOST))
    return tuple(dict.fromkeys(re.sub(r"(.)\1+", r"\1", sound) for sound in spoken if sound))


def _plain(text: str) -> str:
    """Latin letters without their marks, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def _latin_words(surface: str) -> Iterator[tuple[list[str], list[bool]]]:
    """The words of a Latin name, capitals read as a word and letter by letter, and which words are letters."""
    yield _WORD.findall(surface), []
    spelled = _CAPITALS.sub(lambda found: " " + " ".join(found[0]) + " ", surface)
    if spelled.split() != surface.split():
        words = _WORD.findall(spelled)
        yield words, [len(word) == 1 and word.isupper() for word in words]


def _latin(surface: str) -> Iterator[Sounds]:
    """The readings of a name in Latin script."""
    surface = _SUN_ARTICLE.sub("al-", surface)
    for words, letters in _latin_words(surface):
        choices = []
        for place, word in enumerate(words):
            if letters and letters[place]:
                choices.append(_sounds(Script.SPELLED).get(word, ()))
            elif word[0].isdigit():
                choices.append((word,))
            elif word.lower() != "the":
                choices.append(_pronounced(_plain(word), Script.LATIN))
        yield from product(*choices)


def _arabic(key: str) -> Iterator[Sounds]:
    """The readings of a name in Arabic script, with its articles and without."""
    words = _WORD.findall(key)
    for forms in dict.fromkeys((tuple(words), tuple(w.removeprefix(ARTICLE) or w for w in words))):
        yield from product(*((w,) if w[0].isdigit() else _pronounced(w, Script.ARABIC) for w in forms))


def consonants(word: str) -> str:
    """The consonants and figures among the sounds of a word.

    >>> consonants("sokrbirg")
    'skrbrg'
    """
    return "".join(sound for sound in word if sound not in _DROPPED)


def _frame(word: str) -> tuple[str, bool]:
    """The consonants of a word, and whether it begins with h."""
    return consonants(word), word.startswith("h")


def skeleton(sounds: Sounds) -> str:
    """Consonants and figures, `@` for a vowel that begins the name and for each word without consonants.

    >>> skeleton(("abotrika",))
    '@btrk'
    """
    parts = []
    for place, word in enumerate(sounds):
        bare = consonants(word)
        first = place == 0 and word[0] in _VOWELS
        parts.append("@" + bare if first or not bare else bare)
    return re.sub(r"([^\d@])\1+", r"\1", "".join(parts))


def is_latin(surface: str) -> bool:
    """Whether a name is written in Latin letters alone.

    >>> is_latin("GPT-4"), is_latin("ميتا AI")
    (True, False)
    """
    return not _ARABIC.search(surface) and bool(_LATIN.search(surface))


@lru_cache(maxsize=1 << 16)
def soundings(surface: str) -> tuple[Sounding, ...]:
    """The ways in which a name may be read; none for one in two scripts or without letters.

    >>> [reading.skeleton for reading in soundings("ألتمان")], [reading.skeleton for reading in soundings("Altman")]
    (['@ltmn', 'tmn'], ['@ltmn'])
    """
    key = gazetteer.key(surface)
    latin = is_latin(key)
    if not latin and (_LATIN.search(key) or not _ARABIC.search(key)):
        return ()
    found = islice(_latin(surface) if latin else _arabic(key), _MOST)
    return tuple(Sounding(skeleton(sounds), sounds) for sounds in dict.fromkeys(found) if sounds)


def _apart(arabic: str, latin: str) -> float:
    """The share of an Arabic word's sounds that have no counterpart in the Latin one, or the other way round."""
    from rapidfuzz.distance import LCSseq

    both = LCSseq.similarity(arabic, latin)
    return (len(arabic) - both + _SILENT * (len(latin) - both)) / len(arabic)


def distance(arabic: Sounds, latin: Sounds) -> float:
    """How far an Arabic and a Latin spelling lie apart: sounds without a counterpart for each sound of the Arabic.

    Latin writes short vowels that Arabic leaves out; they count half. Where both have as many words, the word that
    lies furthest apart counts as well, at less.

    >>> distance(("dib", "sik"), ("dibsik",)), distance(("hsn",), ("hosin",))
    (0.0, 0.3333333333333333)
    """
    # Arabic begins every word that begins with a vowel with the same letter.
    arabic, latin = (tuple(_VOWEL_FIRST.sub("a", word) for word in name) for name in (arabic, latin))
    whole = _apart("".join(arabic), "".join(latin))
    if len(arabic) != len(latin) or len(arabic) == 1:
        return whole
    if any(_frame(ours) != _frame(theirs) for ours, theirs in zip(arabic, latin, strict=True)):
        return 1.0
    return max(whole, _LEAST_WORD * max(map(_apart, arabic, latin)))


def difference(first: Sounds, second: Sounds) -> int:
    """The sounds that one of two spellings in the same script has and the other has not.

    >>> difference(("sokrbirg",), ("sokirbirg",))
    1
    """
    from rapidfuzz.distance import Indel

    return Indel.distance("".join(first), "".join(second))
