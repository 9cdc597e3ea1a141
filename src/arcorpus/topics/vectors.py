"""Points and groups out of counts: TF-IDF, latent semantic analysis and k-means, for any number of articles.

Everything is exact to the last byte from run to run: starts are fixed, and what is compared is rounded first, since
the order in which a processor adds up depends on its number of threads.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Matrix = NDArray[np.float64]
    Labels = NDArray[np.intp]

_DIGITS = 5  # decimals of what is compared
_OVER = 10  # columns of the subspace beyond those wanted
_POWERS = 3  # rounds of the subspace iteration
_STARTS = 10
_TRIED = 10_000  # points among which the best start is sought
_ROUNDS = 40
_SPARE = 1e-9


def unit(matrix: Matrix) -> Matrix:
    """The matrix with rows of length 1; rows of nothing stay so.

    >>> import numpy as np
    >>> unit(np.array([[3.0, 4.0], [0.0, 0.0]])).tolist()
    [[0.6, 0.8], [0.0, 0.0]]
    """
    import numpy as np

    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(length == 0, 1, length))


def weighted(counts: csr_matrix, weights: NDArray[np.float64]) -> csr_matrix:
    """The rows (1 + ln tf) · weight, scaled to length 1.

    Args:
        counts: how often each article (row) holds each term (column).
        weights: of each term; a term of weight 0 does not count.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    data = (1 + np.log(counts.data)) * weights[counts.indices]
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    length = np.sqrt(np.bincount(rows, weights=data * data, minlength=counts.shape[0]))
    data = data / np.where(length == 0, 1, length)[rows]
    return csr_matrix((data, counts.indices, counts.indptr), shape=counts.shape)


def embed(matrix: csr_matrix, columns: int) -> Matrix:
    """The rows in the space of the matrix's first singular vectors, scaled to length 1 (latent semantic analysis).

    Subspace iteration from a fixed start; the columns are made orthogonal through their Gram matrix, which is small.

    Source: Deerwester and others 1990, Indexing by latent semantic analysis; Halko, Martinsson and Tropp 2011, Finding
        structure with randomness, algorithm 4.4.
    """
    import numpy as np

    width = min(columns + _OVER, *matrix.shape)
    turned = matrix.T.tocsr()
    basis = matrix @ np.random.default_rng(0).random((matrix.shape[1], width))
    for _ in range(_POWERS):
        basis = matrix @ (turned @ _orthogonal(basis))
    basis = _orthogonal(basis)
    back = turned @ basis
    values, vectors = np.linalg.eigh(back.T @ back)
    first = np.argsort(-values, kind="stable")[:columns]
    return np.round(unit(basis @ vectors[:, first] * np.sqrt(np.maximum(values[first], 0))), _DIGITS)


def _orthogonal(basis: Matrix) -> Matrix:
    """Orthogonal columns that span the same space."""
    import numpy as np

    values, vectors = np.linalg.eigh(basis.T @ basis)
    kept = values > values.max(initial=0) * _SPARE**1.5
    return np.asarray(basis @ (vectors[:, kept] / np.sqrt(values[kept])))


def tellingness(counts: csr_matrix, labels: Labels) -> NDArray[np.float64]:
    """How much each term tells of the group that an article stands in, 0-1: 1 - H(group | term) / ln groups.

    H is the entropy of the term's shares over the groups, each share the part of the group's articles that hold it.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    groups, labels = np.unique(labels, return_inverse=True)
    total = len(labels)
    if len(groups) < 2:  # noqa: PLR2004 - one group tells nothing
        return np.ones(counts.shape[1])
    members = csr_matrix((np.ones(total), (labels, np.arange(total))), shape=(len(groups), total))
    held = csr_matrix((np.ones(len(counts.data)), counts.indices, counts.indptr), shape=counts.shape)
    parts = (members @ held).toarray() / np.bincount(labels)[:, None]
    whole = parts.sum(axis=0)
    parts /= np.where(whole == 0, 1, whole)
    entropy = -(parts * np.log(np.where(parts == 0, 1, parts))).sum(axis=0)
    return np.asarray(1 - entropy / math.log(len(groups)))


def k_means(points: Matrix, count: int, starts: int = _STARTS) -> Labels:
    """The group of each point of length 1 by k-means on the sphere: of several fixed starts the one with least spread.

    In a large corpus the starts are compared on every nth point, and the best is then carried on over all.

    Source: Dhillon and Modha 2001, Concept decompositions for large sparse text data using clustering; Arthur and
        Vassilvitskii 2007, k-means++, for the starts.
    """
    import numpy as np

    sample = points[:: max(1, len(points) // _TRIED)]
    random = np.random.default_rng(0)
    tried = [_settle(sample, _start(sample, min(count, len(sample)), random)) for _ in range(starts)]
    best = min(range(starts), key=lambda at: (tried[at][1], at))
    centres = tried[best][0]
    return _nearest(points, _settle(points, centres)[0] if len(sample) < len(points) else centres)[0]


def _start(points: Matrix, count: int, random: np.random.Generator) -> Matrix:
    """Centres far from each other, each the best of a few drawn by their squared distance to those before."""
    import numpy as np

    chosen = [int(random.random() * len(points))]
    far = _distances(points, points[chosen])[:, 0]
    for _ in range(count - 1):
        steps = np.cumsum(far)
        drawn = np.searchsorted(steps, random.random(2 + int(math.log(count))) * steps[-1])
        drawn = np.minimum(drawn, len(points) - 1)
        nearer = np.minimum(far[:, None], _distances(points, points[drawn]))
        best = int(np.round(nearer.sum(axis=0), _DIGITS).argmin())
        chosen.append(int(drawn[best]))
        far = nearer[:, best]
    return np.array(points[chosen])


def _distances(points: Matrix, centres: Matrix) -> Matrix:
    """The squared distances between points and centres, rounded."""
    import numpy as np

    both = (points**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1)
    return np.asarray(np.round(np.maximum(both - 2 * points @ centres.T, 0), _DIGITS))


def _nearest(points: Matrix, centres: Matrix) -> tuple[Labels, float]:
    """The nearest centre of each point, and the sum of the squared distances to them."""
    far = _distances(points, centres)
    return far.argmin(axis=1), round(float(far.min(axis=1).sum()), _DIGITS - 2)


def _settle(points: Matrix, centres: Matrix) -> tuple[Matrix, float]:
    """The centres when no point changes its group any more, and how far the points are spread about them."""
    import numpy as np

    labels, spread = _nearest(points, centres)
    for _ in range(_ROUNDS):
        centres = _means(points, labels, centres)
        new, spread = _nearest(points, centres)
        if np.array_equal(new, labels):
            break
        labels = new
    return centres, spread


def _means(points: Matrix, labels: Labels, before: Matrix) -> Matrix:
    """The direction of each group; one without points keeps its centre."""
    import numpy as np
    from scipy.sparse import csr_matrix

    total = len(points)
    sizes = np.bincount(labels, minlength=len(before))[:, None]
    members = csr_matrix((np.ones(total), (labels, np.arange(total))), shape=(len(before), total))
    sums = np.asarray(members @ points)
    return np.asarray(np.where(sizes == 0, before, unit(sums)))
