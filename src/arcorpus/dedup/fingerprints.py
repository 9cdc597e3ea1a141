"""What is kept of an article to find its copies: hashes of its words in threes, and no text."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from arcorpus.text.normalize import fold
from arcorpus.types import Article

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hashes: TypeAlias = npt.NDArray[np.uint64]

WORDS = 3
"""Words in a shingle: in longer ones a changed word here and there hides a copy, and shorter ones are everybody's."""

_WORD = re.compile(r"\w+")
_BLOCK = 1 << 20  # words hashed at once: what a very long article may hold in memory as words
_ODD = 0x9E3779B97F4A7C15  # the fraction of the golden ratio, as in splitmix64


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """The fingerprint of an article's body.

    Args:
        article: its id.
        date: its date, None when it has none.
        digest: the same for the same words in the same order after `search` normalisation; None without any word.
        shingles: the hashes of every three words in a row, sorted, each once.
        numbers: the hashes of the numbers, sorted, each once.
    """

    article: str
    date: str | None
    digest: bytes | None
    shingles: Hashes
    numbers: Hashes


def words_of(text: str) -> list[str]:
    """The words and numbers of a text as copies are compared by them: after `search` normalisation, no punctuation.

    >>> words_of("أعلنتِ الوزارةُ، اليوم: ٥٠ وظيفة")
    ['اعلنت', 'الوزاره', 'اليوم', '50', 'وظيفه']
    """
    return _WORD.findall(fold(text, "search"))


def body(article: Article) -> str:
    """The body of an article without the furniture inside it.

    >>> from arcorpus.types import Furniture
    >>> body(Article("a", "a.txt", 0, text="بدأ شارك العمل", text_start=5, furniture=(Furniture(9, 13, "share"),)))
    'بدأ   العمل'
    """
    pieces, done = [], 0
    for span in article.furniture_inside():
        pieces.append(article.text[done : span.start])
        done = max(done, span.end)
    return " ".join((*pieces, article.text[done:]))


def fingerprint(article: Article) -> Print:
    """The fingerprint of an article: two have one digest exactly when their bodies are the same words in a row.

    >>> first = fingerprint(Article("a", "a.txt", 0, text="قال الوزير: لا ضرائب جديدة هذا العام، ولا رسوم."))
    >>> other = fingerprint(Article("b", "b.txt", 0, text="قال الوزيرُ لا ضرائب جديدة هذا العام ولا رسوم"))
    >>> first.digest == other.digest, len(first.shingles)
    (True, 7)
    """
    import numpy as np

    digest = hashlib.blake2b(digest_size=16)
    hashes: list[Hashes] = []
    numbers: set[int] = set()
    count = 0
    for words in _blocks(fold(body(article), "search")):
        count += len(words)
        digest.update(" ".join((*words, "")).encode("utf-8", "surrogatepass"))
        hashes.append(np.fromiter(map(_hash, words), np.uint64, len(words)))
        numbers.update(_hash(word) for word in words if word[0].isdecimal())
    return Print(
        article.id,
        article.date,
        digest.digest() if count else None,
        _shingles(np.concatenate(hashes) if hashes else np.empty(0, np.uint64)),
        np.sort(np.fromiter(numbers, np.uint64, len(numbers))),
    )


def _blocks(text: str) -> Iterator[list[str]]:
    """The words of a normalised text, so many at a time."""
    matches = _WORD.finditer(text)
    while words := [match[0] for match in islice(matches, _BLOCK)]:
        yield words


def _hash(word: str) -> int:
    """32 bits of a word, the same on every run; three words are told apart by 64."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(words: Hashes) -> Hashes:
    """The hash of every `WORDS` words in a row, sorted, each once."""
    import numpy as np

    count = max(len(words) - WORDS + 1, 0)
    mixed = np.zeros(count, np.uint64)
    for place in range(WORDS):
        mixed = (mixed ^ words[place : place + count]) * np.uint64(_ODD)
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)
