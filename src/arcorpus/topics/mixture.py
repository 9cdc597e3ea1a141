"""How much of each article belongs to each topic."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.topics import cluster

if TYPE_CHECKING:
    from arcorpus.topics.vectors import Labels, Matrix

_LEAST_SHARE = 0.05  # of an article, for a topic to be told


class Mixture(NamedTuple):
    """The topics of each article.

    Attributes:
        topic: the number of each article's strongest topic, -1 where it has none.
        shares: how much of each article (row) belongs to each topic (column); a row sums to 1, or to 0 without a topic.
        likeness: the cosine of each article with each topic's centre, 0-1.
    """

    topic: list[int]
    shares: Matrix
    likeness: Matrix


def mixture(matrix: Matrix, labels: Labels, *, drop_lone: bool) -> Mixture:
    """The groups that stay, how much of each article belongs to each, and how near it is to each.

    An article's likeness to the centre of each group, squared, is its share; its own group leads by construction.

    Args:
        matrix: the articles as points of length 1.
        labels: the group of each.
        drop_lone: whether a group of one article is no topic.
    """
    import numpy as np

    sizes = Counter(labels.tolist())
    kept = sorted(label for label in sizes if sizes[label] > 1 or not drop_lone)
    at = {label: place for place, label in enumerate(kept)}
    group = [at.get(label, -1) for label in labels.tolist()]
    likeness = np.asarray(np.round(np.maximum(matrix @ cluster.centres(matrix, labels, kept).T, 0.0), 5), dtype=float)
    shares: Matrix = likeness**2
    for row, label in enumerate(group):
        if label < 0:
            shares[row] = 0
        else:
            shares[row, label] = max(shares[row].max() + 1e-6, shares[row, label])
    for _ in range(2):
        whole = shares.sum(axis=1, keepdims=True)
        shares = shares / np.where(whole == 0, 1, whole)
        shares[shares < _LEAST_SHARE] = 0
    whole = shares.sum(axis=1, keepdims=True)
    return Mixture(group, shares / np.where(whole == 0, 1, whole), likeness)
