"""What a word and its neighbours look like to the linear-chain model that stands beside the encoder.

The same features are computed when `data-raw/ner/crf.py` trains the model and when it tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.text.letters import ARTICLE

_AFFIXES = (1, 2, 3, 4)  # letters of the prefixes and suffixes
_LONGEST = 9  # letters: longer words are alike
_MOST_KNOWN = 6  # words of a name that is looked up
_BIGRAMS = 2  # words before, from which on there is a pair of them
_ROLES = (
    NameHead.TITLE,
    NameHead.ROLE,
    NameHead.BEFORE,
    NameHead.INSIDE,
    NameHead.BODY,
    NameHead.STATE,
    NameHead.QUOTED,
)
_QUOTES = frozenset('"“”«»')
_ARABIC = ("\u0600", "\u06ff")


class WordFeatures(NamedTuple):
    """A word's own features, those it shows to its neighbours, its key, and the key without attached letters."""

    own: tuple[str, ...]
    shown: tuple[str, ...]
    key: str


def shape(word: str) -> str:
    """The kinds of a word's characters, each run once: `A` Arabic, `X` and `x` Latin, `d` digits, else the character.

    >>> shape("GPT-4"), shape("كتاب")
    ('X-d', 'A')
    """
    kinds: list[str] = []
    for char in word:
        if _ARABIC[0] <= char <= _ARABIC[1] and char.isalpha():
            kind = "A"
        else:
            kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    return "".join(kinds)


@lru_cache(maxsize=1 << 16)
def word_features(word: str) -> WordFeatures:
    """What a word shows by itself: form, shape, affixes, attached letters, and what the lexicons say of it."""
    key = gazetteer.key(word) or word
    readings = gazetteer.without_clitics(key)
    stem = readings[-1] if readings else key
    looks = [f"n={key}", f"st={stem}", f"sh={shape(word)}"]
    said = _said(readings)
    own = [f"w={word}", *looks, f"len={min(len(key), _LONGEST)}", *said]
    own += [f"p{n}={key[:n]}" for n in _AFFIXES if len(key) > n]
    own += [f"s{n}={key[-n:]}" for n in _AFFIXES if len(key) > n]
    own += [f"cs={rest}" for rest in readings[1:-1]]
    if len(readings) > 1:
        own.append(f"cl={key[: len(key) - len(stem)]}")
    if key.startswith(ARTICLE):
        own.append("al")
    return WordFeatures(tuple(own), (*looks, f"s2={key[-2:]}", f"p3={key[:3]}", *said), key)


def _said(readings: Sequence[str]) -> list[str]:
    """What the lexicons say of a word in any of its readings."""
    found = []
    for number, rest in enumerate(readings):
        person = person_names.person_words().get(rest)
        if person:
            found.append(f"gP{number > 0:d}={person.role}{person.sure:d}")
        if rest in gazetteer.nationalities():
            found.append("gN")
        if rest in gazetteer.org_words():
            found.append("gO")
        found += [f"h{role}={kind}" for role in _ROLES if (kind := gazetteer.heads(role).get(rest, ""))]
    return sorted(set(found))


def _known(words: Sequence[str]) -> list[list[str]]:
    """For each word, the known names that begin there or go on there."""
    found: list[list[str]] = [[] for _ in words]
    for at in range(len(words)):
        name = gazetteer.longest(words[at : at + _MOST_KNOWN])
        if name:
            found[at].append(f"g{name.known.type}={min(name.words, 2)}")
            for other in range(at + 1, at + name.words):
                found[other].append(f"gi{name.known.type}")
    return found


def features(words: Sequence[str]) -> list[list[str]]:
    """The features of each word of a sentence.

    >>> "-1n=في" in features(["في", "تونس"])[1]
    True
    """
    looks = [word_features(word) for word in words]
    known = _known(words)
    found = []
    quoted = False
    for at, look in enumerate(looks):
        row = [*look.own, *known[at], f"pos={min(at, 3)}"]
        quoted ^= words[at] in _QUOTES
        if quoted:
            row.append("inq")
        for step in (-2, -1, 1, 2):
            other = at + step
            if 0 <= other < len(words):
                row += [f"{step:+d}{look}" for look in (*looks[other].shown, *known[other])]
            else:
                row.append(f"{step:+d}edge")
        if at:
            row.append(f"bg-1={looks[at - 1].key}|{look.key}")
        if at + 1 < len(words):
            row.append(f"bg+1={look.key}|{looks[at + 1].key}")
        if at >= _BIGRAMS:
            row.append(f"pp={looks[at - 2].key}|{looks[at - 1].key}")
        found.append(row)
    return found
