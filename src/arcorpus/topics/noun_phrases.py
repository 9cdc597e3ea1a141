"""Noun phrases of one to four words in counts of lemmas, and which of them a reader would be shown.

A text is a row of term numbers with breaks; a phrase is a noun with the nouns and adjectives that follow it. Stop
words of kind `WEAK` may stand in a phrase, but stand for nothing.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from arcorpus.topics.terms import BOUND, NOUN, VERB, WEAK

BREAK = -1
Phrase = tuple[int, ...]
"""The numbers of a phrase's terms."""

LONGEST = 4  # terms of a phrase
_REPEATED = 2  # times a phrase of several words must occur
_PART = 0.5  # of a word's occurrences that are in one phrase, for the phrase to stand for it
_HELD = 0.2  # of a lone word's occurrences that are in one phrase, for the phrase to be said for it
_MOST = 1 << 20  # phrases counted at a time
_ENDS = (VERB, BOUND)
_STARTS = (NOUN, WEAK)


def noun_phrases(words: Sequence[int], kinds: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
    """Every noun phrase with the place where it begins, those inside others too.

    Args:
        words: term numbers, with `BREAK` where the words do not follow each other.
        kinds: the kind of each term by its number.

    >>> [phrase for _, phrase in noun_phrases([0, 1, BREAK, 2], "NAN")]
    [(0,), (0, 1), (2,)]
    """
    for start, first in enumerate(words):
        if first != BREAK and kinds[first] in _STARTS:
            strong = False
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                word = words[end - 1]
                if word == BREAK or kinds[word] in _ENDS or word in words[start : end - 1]:
                    break
                strong = strong or kinds[word] != WEAK
                if strong:
                    yield start, tuple(words[start:end])


def count_phrases(texts: Iterable[array[int]], kinds: Sequence[str]) -> Counter[Phrase]:
    """How often the texts hold each noun phrase, and each other word alone, against which phrases are weighed.

    Where there are very many phrases, those met once are let go.
    """
    found: Counter[Phrase] = Counter()
    for words in texts:
        found.update(phrase for _, phrase in noun_phrases(words, kinds))
        found.update((word,) for word in words if word != BREAK and kinds[word] != NOUN)
        if len(found) > _MOST:
            found = Counter({phrase: n for phrase, n in found.items() if n > 1})
    return found


def choose(
    counts: Mapping[Phrase, int],
    weight: Mapping[int, float],
    most: int,
    kinds: Sequence[str],
    order: Callable[[Phrase], object],
) -> list[tuple[Phrase, float]]:
    """The phrases that say most, the weightiest first, no word twice but stop words.

    A phrase stands for the words that mostly occur in it, with the weight of the weightiest: the longer where it is
    nearly as usual as its parts.

    Args:
        counts: how often each phrase occurs, words alone too.
        weight: of each word, by its number.
        most: phrases wanted.
        kinds: the kind of each word: an adjective or a verb is not shown alone.
        order: what decides between phrases of one weight and length.
    """
    weighed = {
        phrase: max(weight.get(word, 0.0) for word in words)
        for phrase in counts
        if (words := _words_stood_for(phrase, counts, kinds))
    }
    ranked = sorted((p for p in weighed if weighed[p] > 0), key=lambda p: (-weighed[p], -len(p), order(p)))
    chosen: list[tuple[Phrase, float]] = []
    used: set[int] = set()
    for phrase in ranked:
        if used.isdisjoint(phrase):
            chosen.append((phrase, weighed[phrase]))
            used.update(word for word in phrase if kinds[word] != WEAK)
            if len(chosen) == most:
                break
    return chosen


def _words_stood_for(phrase: Phrase, counts: Mapping[Phrase, int], kinds: Sequence[str]) -> list[int]:
    """The words for which a phrase can be shown: a lone noun for itself, a phrase for those that mostly occur in it."""
    if len(phrase) == 1:
        return [word for word in phrase if kinds[word] == NOUN]
    n = counts[phrase]
    if n < _REPEATED or not _is_usual(phrase, counts):
        return []
    return [word for word in phrase if kinds[word] != WEAK and n >= _PART * counts.get((word,), 0)]


def _is_usual(phrase: Phrase, counts: Mapping[Phrase, int]) -> bool:
    """Whether a phrase of three or four words is nearly as usual as without its last and without its first word."""
    if len(phrase) == 2:  # noqa: PLR2004 - a pair has words for parts, which `choose` looks at
        return True
    n = counts[phrase]
    return all(n >= _PART * counts.get(part, 0) for part in (phrase[:-1], phrase[1:]))


def fullest_phrase(phrase: Phrase, counts: Mapping[Phrase, int], order: Callable[[Phrase], object]) -> Phrase:
    """The phrase in which a lone word is most often said, or the word itself: النفط becomes أسعار النفط.

    Args:
        phrase: a word alone; anything longer comes back as it is.
        counts: how often each phrase occurs.
        order: what decides between phrases of one count.
    """
    if len(phrase) > 1:
        return phrase
    least = max(_REPEATED, _HELD * counts.get(phrase, 0))
    around = [p for p, n in counts.items() if len(p) > 1 and phrase[0] in p and n >= least and _is_usual(p, counts)]
    return min(around, key=lambda p: (-counts[p], -len(p), order(p)), default=phrase)
