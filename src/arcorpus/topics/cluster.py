"""Articles into groups by the terms that they hold: few are compared pair by pair, many grouped by k-means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcorpus.topics import vectors
from arcorpus.topics.kmeans import k_means
from arcorpus.topics.lsa import embed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from arcorpus.topics.vectors import Labels, Matrix

FEW = 300
"""Articles up to which every pair is compared."""

_ALIKE = 0.12  # cosine from which two groups of articles may be about the same
_ABOVE_MEAN = 0.95  # of the mean cosine of the corpus that it must reach too: articles on one matter are told apart
_COLUMNS = 100  # dimensions of the first space
_SHARP_COLUMNS = 50  # and of the second
_FINE = 32  # small groups that tell which terms part the articles
_FINE_START = 1
_LONG = 100  # mean number of different terms from which an article can do without those that tell little
_SPREAD = 10  # articles that must hold a term for its spread over groups to say something
_COUNTS = (*range(4, 13), 14, 16)
_TRIES = 3  # starts of k-means for each number of groups tried
_SAMPLE = 10_000


def points(counts: csr_matrix, weights: NDArray[np.float64]) -> Matrix:
    """The articles as points of length 1, near to each other where they share what matters.

    Few articles keep all that their terms say. Many come into the space of the first singular vectors. Where they are
    long, small groups are made there, and each term is weighed anew by how much it tells of them: the second space
    parts the articles more clearly.

    Args:
        counts: how often each article (row) holds each term (column).
        weights: of each term.
    """
    import numpy as np

    total = counts.shape[0]
    if total <= FEW:
        return embed(vectors.weighted(counts, weights), total)
    space = embed(vectors.weighted(counts, weights), _COLUMNS)
    if counts.nnz < _LONG * total:
        return space
    fine = k_means(space, _FINE, _FINE_START)
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    discrimination = np.where(spread >= _SPREAD, vectors.discrimination(counts, fine), 0)
    return embed(vectors.weighted(counts, weights * discrimination), _SHARP_COLUMNS)


def groups(matrix: Matrix, count: int | None) -> Labels:
    """The group of each point, the number of groups given or chosen.

    Of several numbers of groups the one is chosen whose groups part most clearly: the mean gap between a point's
    likeness to its own group and to the next one.

    Args:
        matrix: points of length 1.
        count: groups wanted; None lets the program choose.
    """
    total = len(matrix)
    if total <= FEW:
        return _link(matrix, count)
    if count is None:
        sample = matrix[:: max(1, total // _SAMPLE)]
        count = max(_COUNTS, key=lambda number: _gap(sample, k_means(sample, number, _TRIES)))
    return k_means(matrix, min(count, total))


def centres(matrix: Matrix, labels: Labels, kept: list[int]) -> Matrix:
    """The directions of the groups `kept`, a row of length 1 for each."""
    import numpy as np

    rows = [matrix[labels == label].sum(axis=0) for label in kept]
    return vectors.unit(np.array(rows).reshape(len(kept), matrix.shape[1]))


def _gap(matrix: Matrix, labels: Labels) -> float:
    """How clearly the groups part, 0-1."""
    import numpy as np

    likeness = np.sort(matrix @ centres(matrix, labels, sorted(set(labels.tolist()))).T, axis=1)
    return round(float((likeness[:, -1] - likeness[:, -2]).mean()), 4) if likeness.shape[1] > 1 else 0.0


def _link(matrix: Matrix, count: int | None) -> Labels:
    """The group of each point by average linkage on cosines: the likest two groups join, until `count` are left.

    Without `count` they join as long as they are alike, and liker than any two articles of the corpus.

    Source: Sokal and Michener 1958, A statistical method for evaluating systematic relationships.
    """
    import numpy as np

    total = len(matrix)
    likeness = np.round(matrix @ matrix.T, 5)
    mean = (likeness.sum() - likeness.trace()) / max(total * (total - 1), 1)
    least = max(_ALIKE, _ABOVE_MEAN * float(mean))
    np.fill_diagonal(likeness, -2)
    sizes = np.ones(total)
    group = np.arange(total)
    alive = np.ones(total, dtype=bool)
    while alive.sum() > (count or 1):
        one, other = sorted(divmod(int(likeness.argmax()), total))
        if count is None and likeness[one, other] < least:
            break
        merged = (sizes[one] * likeness[one] + sizes[other] * likeness[other]) / (sizes[one] + sizes[other])
        alive[other] = False
        merged = np.where(alive, np.round(merged, 9), -2)
        likeness[one], likeness[:, one] = merged, merged
        likeness[other], likeness[:, other] = -2, -2
        likeness[one, one] = -2
        sizes[one] += sizes[other]
        group[group == other] = one
    return group
