"""Which of many sets of hashes are alike: candidates in near-linear time, and the exact likeness of two.

Two ways lead to a candidate. MinHash finds sets that are alike as wholes, however short (Broder 1997; banded as by
Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). An index of a sample of the hashes finds a set
that stands inside a larger one, which MinHash does not see.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from arcorpus.dedup.fingerprints import Hashes

    Places = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

BANDS, ROWS = 42, 3
"""Bands of MinHash and values in each: a pair alike by .4 is missed in 6 of 100 cases, by .6 in 4 of 100,000."""

SAMPLE = 4
"""Of so many hashes one is in the index: a pair with 20 in common has none of them there in 3 of 1,000 cases."""

LEAST = 0.35
"""The share of the smaller set's sample that must be common before two sets are compared in full."""

NEIGHBOURS = 15
"""A set is compared with so many that follow it under one key, and the first: all pairs only where they are few."""

_SEED = 1
_PERMUTATIONS = 128


def candidates(sets: Sequence[Hashes]) -> list[tuple[int, int]]:
    """The pairs of places in `sets` that may be alike, the lower first, in order.

    Under a key that very many sets share, each is paired with its neighbours and the first alone, so that ten
    thousand versions of one text make a chain and no hundred million pairs.

    Source: MinHash and its bands as above; the share of a sample as in Broder's containment (1997).
    """
    import numpy as np

    filled = np.array([place for place, hashes in enumerate(sets) if len(hashes)], np.int64)
    if len(filled) < 2:  # noqa: PLR2004 - a pair
        return []
    chosen = [sets[place] for place in filled]
    pairs = np.union1d(_by_minhash(chosen), _by_index(chosen))
    lower, upper = np.divmod(pairs, len(filled))
    return list(zip(filled[lower].tolist(), filled[upper].tolist(), strict=True))


def common(first: Hashes, other: Hashes) -> int:
    """How many hashes two sorted sets have in common."""
    few, many = (first, other) if len(first) <= len(other) else (other, first)
    return int(stand_in(many, few).sum())


def stand_in(many: Hashes, few: Hashes) -> Flags:
    """For each hash of `few` whether it stands in `many`, which is sorted."""
    import numpy as np

    if not len(many):
        return np.zeros(len(few), bool)
    flags: Flags = many[np.minimum(np.searchsorted(many, few), len(many) - 1)] == few
    return flags


def _flat(sets: Sequence[Hashes]) -> tuple[Hashes, Places]:
    """All hashes in one row, and whose each is."""
    import numpy as np

    return np.concatenate(sets), np.repeat(np.arange(len(sets)), [len(hashes) for hashes in sets])


def _by_minhash(sets: Sequence[Hashes]) -> Places:
    """Pairs that agree on a band of their MinHash signatures, each as `lower * len(sets) + upper`."""
    import numpy as np
    from rensa import RMinHash

    borders = list(accumulate(map(len, sets), initial=0))
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(sets), borders, _PERMUTATIONS, _SEED)
    signatures = np.array(matrix.to_rows(), np.uint64)
    found = [np.empty(0, np.int64)]
    for band in range(BANDS):
        keys = np.zeros(len(sets), np.uint64)
        for row in range(ROWS):
            keys = keys * np.uint64(0x9E3779B97F4A7C15) + signatures[:, band * ROWS + row]
            keys ^= keys >> np.uint64(32)
        found.append(_pairs(keys, np.arange(len(sets)), len(sets))[0])
    return np.unique(np.concatenate(found))


def _by_index(sets: Sequence[Hashes]) -> Places:
    """Pairs of which one holds much of the other's sample, each as `lower * len(sets) + upper`."""
    import numpy as np

    sampled = [hashes[hashes % np.uint64(SAMPLE) == 0] for hashes in sets]
    pairs, counts = _pairs(*_flat(sampled), len(sets))
    sizes = np.array([len(hashes) for hashes in sampled])
    lower, upper = np.divmod(pairs, len(sets))
    alike: Places = pairs[counts >= LEAST * np.minimum(sizes[lower], sizes[upper])]
    return alike


def _pairs(keys: Hashes, owners: Places, number: int) -> tuple[Places, Places]:
    """The pairs of owners under one key, each as `lower * number + upper` and sorted, and under how many keys."""
    import numpy as np

    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    crowded = np.zeros(len(keys), bool)
    crowded[1:] |= keys[1:] == keys[:-1]
    crowded[:-1] |= crowded[1:]
    keys, owners = keys[crowded], owners[crowded]
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    first = np.repeat(begins, np.diff(np.append(begins, len(keys))))
    places = np.arange(len(keys))
    far = places - first > NEIGHBOURS
    found = [np.unique(owners[first[far]] * number + owners[far], return_counts=True)]
    for step in range(1, NEIGHBOURS + 1):
        near = keys[step:] == keys[:-step]
        codes = owners[:-step][near] * number + owners[step:][near]
        found.append(np.unique(codes, return_counts=True))
    pairs, where = np.unique(np.concatenate([codes for codes, _ in found]), return_inverse=True)
    counts = np.zeros(len(pairs), np.int64)
    np.add.at(counts, where, np.concatenate([numbers for _, numbers in found]))
    return pairs, counts
