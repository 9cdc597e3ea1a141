"""Articles as vectors of terms: TF-IDF weights, lengths of 1, and how well a term discriminates between groups."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Matrix = NDArray[np.float64]
    Labels = NDArray[np.intp]

DIGITS = 5
"""Decimals of what is compared: the order in which a processor adds up depends on its number of threads."""


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


def discrimination(counts: csr_matrix, labels: Labels) -> NDArray[np.float64]:
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
