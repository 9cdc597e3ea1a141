"""How near to each other words are said: what makes the terms of a topic one matter and not a list."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Places = NDArray[np.intp]

WINDOW = 10
"""Terms that stand together."""

_FIRST = 10  # terms of a topic that the others are held against
_ROUNDS = 3


def npmi(texts: Sequence[array[int]], words: Sequence[int]) -> Matrix:
    """The NPMI of each pair of words in windows of ten terms, -1 to 1: 1 always together, 0 by chance, -1 never.

    Args:
        texts: term numbers; negative ones are breaks and count for nothing.
        words: the numbers that matter, none twice; rows and columns of the result are in their order.

    Source: Bouma 2009, Normalized (pointwise) mutual information in collocation extraction.
    """
    import numpy as np

    size = len(words)
    place = np.full(max(words, default=0) + 2, -1, dtype=np.intp)
    place[list(words)] = np.arange(size)
    rows: list[Places] = []
    spots: list[Places] = []
    begin = total = 0
    for text in texts:
        row = np.array(text)
        row = row[row >= 0]
        found = place[np.minimum(row, len(place) - 1)]
        inside = np.flatnonzero(found >= 0)
        rows.append(found[inside])
        spots.append(inside + begin)
        total += len(row)
        begin += len(row) + WINDOW
    told, at = np.concatenate(rows), np.concatenate(spots)
    joint = np.zeros(size * size)
    for step in range(1, WINDOW):
        gap = at[step:] - at[:-step]
        near = gap < WINDOW
        pairs = told[:-step][near] * size + told[step:][near]
        joint += np.bincount(pairs, weights=WINDOW - gap[near], minlength=size * size)
    both = joint.reshape(size, size)
    alone = np.asarray(np.bincount(told, minlength=size) * WINDOW, dtype=np.float64)
    return _npmi(both + both.T, alone, max(total, 1))


def _npmi(both: Matrix, alone: Matrix, windows: int) -> Matrix:
    """The NPMI out of the numbers of windows that hold both words, and each."""
    import numpy as np

    joint = np.clip(both / windows, 0, 1 - 1e-9)
    chance = np.outer(alone, alone) / windows**2
    seen = (joint > 0) & (chance > 0)
    level = np.log(np.where(seen, joint, 1)) - np.log(np.where(seen, chance, 1))
    return np.asarray(np.where(seen, np.clip(level / -np.log(np.where(seen, joint, 0.5)), -1, 1), -1))


def by_cohesion(weights: Mapping[int, float], near: Matrix, place: Mapping[int, int], power: float) -> dict[int, float]:
    """The weights to a power, each times the term's mean npmi to the weightiest others, if above 0.

    The weightiest are found anew a few times, as the weights change. Where no term is near to any, they stay as given.

    Args:
        weights: of the terms by their numbers.
        near: as `npmi` gives it.
        place: the row of each term in it.
        power: the smaller, the more it matters among the weightiest words that they are said together.
    """
    import numpy as np

    terms = sorted(weights, key=lambda term: (-weights[term], term))
    rows = [place[term] for term in terms]
    square = np.maximum(near[np.ix_(rows, rows)], 0)
    np.fill_diagonal(square, 0)
    plain = np.array([weights[term] for term in terms]) ** power
    found = plain
    for _ in range(_ROUNDS):
        first = np.argsort(-found, kind="stable")[:_FIRST]
        others = len(first) - np.isin(np.arange(len(terms)), first)
        found = np.round(plain * square[:, first].sum(axis=1) / np.maximum(others, 1), 9)
    return {term: weight for term, weight in zip(terms, found.tolist(), strict=True) if weight > 0} or dict(weights)
