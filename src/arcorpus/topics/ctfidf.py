"""Class-based TF-IDF: the terms that are salient in a group of articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcorpus.topics.cluster import FEW
from arcorpus.topics.document_terms import BACKGROUND, EncodedCorpus, mean_length
from arcorpus.topics.npmi import by_cohesion, npmi
from arcorpus.topics.terms import VERB

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_CANDIDATES = 60  # terms of a group among which those are sought that are said together
_FEW_POWER, _POWER = 1.0, 0.25  # in `by_cohesion`: of few articles one may decide what is said together


def group_weights(
    counts: csr_matrix, members: Sequence[Sequence[int]], shares: Sequence[float]
) -> list[dict[int, float]]:
    """The c-TF-IDF weight of each term of each group of articles.

    Args:
        counts: how often each article (row) holds each term (column).
        members: the rows of each group.
        shares: what part of running text each term makes up, 0-1.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    rows = [row for group in members for row in group]
    groups = [at for at, group in enumerate(members) for _ in group]
    shape = (len(members), counts.shape[0])
    grouped = csr_matrix((np.ones(len(rows)), (groups, rows)), shape=shape) @ counts
    return _c_tf_idf(grouped.tocsr(), np.array(shares) * BACKGROUND * mean_length(counts))


def _c_tf_idf(counts: csr_matrix, usual: NDArray[np.float64]) -> list[dict[int, float]]:
    """The c-TF-IDF weight of each term of each group: tf / |c| · ln(1 + A / f).

    tf: the term's count in the group; |c|: the words of the group; A: the mean number of words of a group;
    f: the term's count in all groups. The usual articles are one group more.

    Args:
        counts: how often each group (row) holds each term (column).
        usual: how often the usual articles hold each term.

    Source: Grootendorst 2022, BERTopic: Neural topic modeling with a class-based TF-IDF procedure (arXiv:2203.05794).
    """
    import numpy as np

    sizes = np.asarray(counts.sum(axis=1)).ravel()
    everywhere = np.asarray(counts.sum(axis=0)).ravel() + usual
    mean = (sizes.sum() + usual.sum()) / (len(sizes) + (usual.sum() > 0))
    inverse = np.log(1 + mean / np.maximum(everywhere, 1))
    found = []
    for row, size in enumerate(sizes):
        inside = slice(counts.indptr[row], counts.indptr[row + 1])
        terms = counts.indices[inside]
        weights = np.round(counts.data[inside] / max(size, 1) * inverse[terms], 9)
        found.append(dict(zip(terms.tolist(), weights.tolist(), strict=True)))
    return found


def salient_terms(
    corpus: EncodedCorpus, counts: csr_matrix, members: Sequence[Sequence[int]]
) -> list[dict[int, float]]:
    """The words that tell of each group of articles, with their weights: those of most c-TF-IDF that are said together.

    Args:
        corpus: what `encode` gives.
        counts: how often each article (row) holds each term (column).
        members: the rows of each group.
    """
    first = []
    for weights in group_weights(counts, members, corpus.shares):
        named = [n for n in weights if corpus.kinds[n] != VERB] or list(weights)
        ranked = sorted(named, key=lambda n: (-weights[n], corpus.keys[n]))[:_CANDIDATES]
        first.append({n: weights[n] for n in ranked})
    words = sorted({n for weights in first for n in weights})
    near = npmi(list(corpus.content_words()), words)
    place = {n: at for at, n in enumerate(words)}
    power = _FEW_POWER if len(corpus.articles) <= FEW else _POWER
    return [by_cohesion(weights, near, place, power) for weights in first]
