"""The document-term matrix of a corpus: articles as rows of term numbers, counts, and how rare each term is."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from arcorpus.morph import analyser
from arcorpus.topics.cluster import FEW
from arcorpus.topics.noun_phrases import BREAK, Phrase
from arcorpus.topics.terms import BOUND, VERB, WEAK, key
from arcorpus.types import Article, Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_TOGETHER = 3  # times that two words must stand together to be taken for a name,
_ALWAYS = 0.8  # the part of the second's occurrences
_MOSTLY = 0.5  # and of the first's
_OFTEN = 0.5  # of the articles; a term that more of them hold does not separate them
BACKGROUND = 100
"""Articles of a usual newspaper beside which a corpus is looked at."""
_CONTENT = 0.5  # of running words that are content words
_GENERIC = 1e-4  # share of running text from which a word says too little to stand alone in a label


@dataclass(slots=True)
class EncodedCorpus:
    """The articles that have terms, in the order of their ids, as numbers with breaks, and what the numbers mean."""

    articles: list[Article]
    words: list[array[int]]
    shown: list[array[int]]
    keys: list[str]
    kinds: list[str]
    shares: list[float]
    forms: list[str]

    def content_words(self) -> Iterator[array[int]]:
        """The content words of each article, in order."""
        counted = [kind not in (WEAK, BOUND) for kind in self.kinds]
        return (array("i", [n for n in words if n >= 0 and counted[n]]) for words in self.words)

    def spelling(self, phrase: Phrase) -> list[str]:
        """The keys of a phrase, which decide where nothing else does."""
        return [self.keys[number] for number in phrase]

    def is_generic(self, phrase: Phrase) -> bool:
        """Whether it is one word, and too usual a one to say something alone."""
        return len(phrase) == 1 and self.shares[phrase[0]] > _GENERIC


def encode(documents: Sequence[Document]) -> EncodedCorpus:
    """The terms of each article as numbers; `shares` has what part of running text each makes up, 0-1."""
    numbers: dict[tuple[str, str], int] = {}
    forms: dict[str, int] = {}
    kinds: list[Counter[str]] = []
    corpus = EncodedCorpus([], [], [], [], [], [], [])
    for document in sorted(documents, key=lambda d: d.article.id):
        words, shown, counted = array("i"), array("i"), False
        rows = document.terms and zip(document.terms.lemmas, document.terms.shown, document.terms.kinds, strict=True)
        for lemma, form, kind in rows or ():
            name = key(lemma)
            stop = kind.upper() if kind.upper() in (WEAK, BOUND) else ""
            counted = counted or not stop
            number = numbers.setdefault((name, stop), len(numbers))
            if number == len(corpus.keys):
                corpus.keys.append(name)
                corpus.shares.append(analyser.word_share(lemma))
                kinds.append(Counter())
            kinds[number][kind.upper()] += 1
            if kind.isupper():
                words.append(BREAK)
                shown.append(BREAK)
            words.append(number)
            shown.append(forms.setdefault(form, len(forms)))
        if counted:
            corpus.articles.append(document.article)
            corpus.words.append(words)
            corpus.shown.append(shown)
    corpus.forms = list(forms)
    corpus.kinds = [min(found, key=lambda kind: (-found[kind], kind)) for found in kinds]
    _join_names(corpus)
    return corpus


def _join_names(corpus: EncodedCorpus) -> None:
    """Let words stand in phrases that do so in names alone: ديب سيك, whatever سيك looks like.

    A verb or stop word that nearly always follows one and the same word, which mostly stands before it, is a part of
    the name that the first begins, and says nothing more.
    """
    total: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    for words in corpus.words:
        total.update(words)
        pairs.update((one, other) for one, other in pairwise(words)
                     if one >= 0 <= other and corpus.kinds[other] in (VERB, BOUND))  # fmt: skip
    for (one, other), n in pairs.items():
        if n >= _TOGETHER and n >= _ALWAYS * total[other] and n >= _MOSTLY * total[one]:
            corpus.kinds[other] = WEAK


def term_counts(corpus: EncodedCorpus) -> csr_matrix:
    """How often each article (row) holds each term (column)."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns, data, ends = array("i"), array("d"), array("q", [0])
    for words in corpus.content_words():
        found = Counter(words)
        columns.extend(found.keys())
        data.extend(found.values())
        ends.append(len(columns))
    shape = (len(corpus.words), len(corpus.keys))
    return csr_matrix((np.array(data), np.array(columns), np.array(ends)), shape=shape)


def idf(counts: csr_matrix, shares: Sequence[float]) -> NDArray[np.float64]:
    """The idf of each term, in the corpus and a hundred usual articles beside it: 1 + ln((1 + n + b) / (1 + df + b p)).

    n: articles; df: those that hold the term; b: the usual articles; p: the chance that one of them, as long as the
    corpus's, holds the term, from its share of running text. In a large corpus the hundred hardly count; in a handful
    of articles they alone tell that شركة is a usual word.
    """
    import numpy as np

    total = counts.shape[0]
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    usual = BACKGROUND * (1 - np.exp(-np.array(shares) * mean_length(counts)))
    return np.asarray(np.log((1 + total + BACKGROUND) / (1 + spread + usual)) + 1)


def mean_length(counts: csr_matrix) -> float:
    """The mean number of words of an article, stop words and all."""
    words = float(counts.sum())
    return words / max(int(counts.shape[0]), 1) / _CONTENT


def separating(counts: csr_matrix, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of the terms that can part articles: not those of one article of many, nor those of most of them."""
    import numpy as np

    total = counts.shape[0]
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    rare, usual = (spread < 2, spread > _OFTEN * total) if total > FEW else (spread < 1, spread < 1)  # noqa: PLR2004
    return np.asarray(np.where(rare | usual, 0, weights))
