"""The keyphrases of each article: the noun phrases that it repeats, the rarest words first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arcorpus.topics.document_terms import EncodedCorpus
from arcorpus.topics.labels import written_forms
from arcorpus.topics.noun_phrases import Phrase, choose, count_phrases, fullest_phrase
from arcorpus.topics.terms import WEAK
from arcorpus.types import Term

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEYPHRASES = 10
"""Keyphrases of an article."""

_REPEATED = 2  # times a word must occur in an article to be its keyphrase, if any does


def keyphrases(corpus: EncodedCorpus, weights: NDArray[np.float64]) -> dict[str, tuple[Term, ...]]:
    """The keyphrases of each article: its noun phrases by (1 + ln tf) · idf of the word for which they stand."""
    rare = weights.tolist()
    chosen = []
    for words in corpus.words:
        found = count_phrases((words,), corpus.kinds)
        alone = {phrase[0]: n for phrase, n in found.items() if len(phrase) == 1}
        least = min(_REPEATED, max(alone.values(), default=1))
        weight = {word: (1 + math.log(n)) * rare[word] for word, n in alone.items() if n >= least}
        ranked = choose(found, weight, len(weight), corpus.kinds, corpus.spelling)
        chosen.append(_fullest(corpus, ranked, found)[:KEYPHRASES])
    written = written_forms(corpus, {phrase for terms in chosen for phrase, _ in terms})
    return {
        article.id: tuple(Term(written[phrase], round(weight, 4)) for phrase, weight in terms)
        for article, terms in zip(corpus.articles, chosen, strict=True)
    }


def _fullest(
    corpus: EncodedCorpus, ranked: Sequence[tuple[Phrase, float]], counts: Mapping[Phrase, int]
) -> list[tuple[Phrase, float]]:
    """The phrases with lone words in the phrase in which they are said, those that say something before usual words."""
    repeated = {phrase: n for phrase, n in counts.items() if n >= _REPEATED}
    used: set[int] = set()
    full: list[tuple[Phrase, float]] = []
    usual: list[tuple[Phrase, float]] = []
    for term, weight in ranked:
        phrase = fullest_phrase(term, repeated, corpus.spelling)
        if not used.isdisjoint(phrase):
            phrase = term
        if used.isdisjoint(phrase):
            used.update(word for word in phrase if corpus.kinds[word] != WEAK)
            (usual if corpus.is_generic(phrase) else full).append((phrase, weight))
    return full + usual
