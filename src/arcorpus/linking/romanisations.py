"""Which names in Latin letters are one Arabic name, which every paper and passport writes in its own way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from arcorpus.linking.phonetics import skeleton, soundings
from arcorpus.ner import person_names

SHORTEST = 3  # consonants, h among them, of a whole name that tells it from others
_SERVANT = re.compile("^abd[aio]l")  # Abdel, Abdul, Abdal: عبد ال
_VOWELS = re.compile("[aio]")
_ARTICLE = re.compile("^[aio]l$")


@cache
def _given() -> Mapping[str, tuple[str, ...]]:
    """The sounds of the known given names in Arabic script, by their skeleton."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, word in person_names.name_words().items():
        if word.role is person_names.PersonRole.GIVEN:
            for reading in soundings(name):
                if len(reading.sounds) == 1:
                    found[reading.skeleton].add(reading.sounds[0])
    return {skeleton: tuple(sorted(sounds)) for skeleton, sounds in found.items()}


def is_within(arabic: str, latin: str) -> bool:
    """Whether the sounds of an Arabic word stand in a Latin one in their order, with short vowels between them alone.

    >>> is_within("hms", "homs"), is_within("smr", "samara")
    (True, False)
    """
    forms = (latin, latin.removesuffix("h"))  # Fatimah: an h at the end may be none
    return any(_leaves_out_vowels(arabic, form) for form in forms)


def _leaves_out_vowels(arabic: str, latin: str) -> bool:
    """Whether one word is the other but for vowels inside it."""
    rest = iter(latin)
    return arabic[-1:] == latin[-1:] and all(sound in rest for sound in arabic) and frame(arabic) == frame(latin)


def frame(word: str) -> str:
    """The consonants of a word, h among them.

    >>> frame("mohamid")
    'mhmd'
    """
    return _VOWELS.sub("", word)


@lru_cache(maxsize=1 << 14)
def written_for(word: str) -> tuple[str, ...]:
    """The given names that the sounds of a Latin word may write: those of which it has the most sounds."""
    fitting = [name for name in _given().get(skeleton((word,)), ()) if is_within(name, word)]
    most = max(map(len, fitting), default=0)
    return tuple(name for name in fitting if len(name) == most)


def _normal(words: tuple[str, ...]) -> list[str]:
    """The words of a reading with one spelling of the article and of عبد ال."""
    return ["al" if _ARTICLE.match(word) else _SERVANT.sub("abdal", word) for word in words]


def _same_word(first: str, second: str) -> bool:
    """Whether the sounds of two words are alike, or write one given name: Mohamed and Muhammad, not Salah and Saleh."""
    if first == second:
        return True
    return bool(written_for(first)) and written_for(first) == written_for(second)


def same_romanisation(first: str, second: str) -> bool:
    """Whether two names in Latin letters are one name in two spellings.

    >>> same_romanisation("mohamed salah", "muhammad salah"), same_romanisation("mohamed salah", "mohamed saleh")
    (True, False)
    """
    for one in soundings(first):
        for other in soundings(second):
            ours, theirs = _normal(one.sounds), _normal(other.sounds)
            if len(frame("".join(ours))) < SHORTEST:
                continue
            if "".join(ours) == "".join(theirs):
                return True
            if len(ours) == len(theirs) and all(map(_same_word, ours, theirs)):
                return True
    return False
