"""k-means on the sphere, for any number of points, the same to the last byte each time: starts are fixed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from arcorpus.topics.vectors import DIGITS, unit

if TYPE_CHECKING:
    import numpy as np

    from arcorpus.topics.vectors import Labels, Matrix

_STARTS = 10
_TRIED = 10_000  # points among which the best start is sought
_ROUNDS = 40


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
        best = int(np.round(nearer.sum(axis=0), DIGITS).argmin())
        chosen.append(int(drawn[best]))
        far = nearer[:, best]
    return np.array(points[chosen])


def _distances(points: Matrix, centres: Matrix) -> Matrix:
    """The squared distances between points and centres, rounded."""
    import numpy as np

    both = (points**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1)
    return np.asarray(np.round(np.maximum(both - 2 * points @ centres.T, 0), DIGITS))


def _nearest(points: Matrix, centres: Matrix) -> tuple[Labels, float]:
    """The nearest centre of each point, and the sum of the squared distances to them."""
    far = _distances(points, centres)
    return far.argmin(axis=1), round(float(far.min(axis=1).sum()), DIGITS - 2)


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
