"""Candidates: none that matters is missed, and their number stays near that of the sets."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.dedup.minhash import NEIGHBOURS, candidates, common, stand_in


def hashes(seed, size):
    """So many random hashes, sorted, each once."""
    drawn = np.random.default_rng(seed).integers(0, 2**63, size, dtype=np.uint64)
    return np.unique(drawn)


def union(*parts):
    """The hashes of all parts, sorted."""
    return np.unique(np.concatenate(parts))


def test_near_sets_are_candidates():
    """Sets with three quarters in common are found, whether long or short, and strangers are not."""
    sets = [union(hashes(n, size), hashes(n + 100, size // 7)) for size in (14, 70, 400) for n in (size, size)]
    sets = [union(sets[n], hashes(n + 1000, len(sets[n]) // 7)) for n in range(len(sets))]
    assert candidates(sets) == [(0, 1), (2, 3), (4, 5)]


def test_a_set_inside_a_much_larger_one_is_a_candidate():
    """A hundred hashes among five thousand are found, though the two sets are not alike as wholes."""
    inner = hashes(1, 100)
    assert candidates([union(inner, hashes(2, 5000)), hashes(3, 5000), inner]) == [(0, 2)]


def test_empty_sets_are_nobodys_candidates():
    """Sets without a hash are passed over, and places still count them."""
    empty = np.empty(0, np.uint64)
    assert candidates([empty, hashes(1, 50), empty, hashes(1, 50)]) == [(1, 3)]
    assert candidates([empty, empty]) == []
    assert candidates([]) == []


def test_a_crowd_makes_no_square():
    """Two thousand sets alike have neighbours and the first as candidates, and hang together."""
    core = hashes(1, 80)
    sets = [union(core, hashes(n + 2, 4)) for n in range(2000)]
    pairs = candidates(sets)
    assert len(pairs) <= len(sets) * 60
    assert {(0, n) for n in range(1, 2000)} <= set(pairs)
    assert {(n, n + 1) for n in range(1999)} <= set(pairs)


def test_all_pairs_of_a_small_crowd():
    """As many sets as there are neighbours are all paired with one another."""
    core = hashes(1, 80)
    count = NEIGHBOURS + 1
    pairs = candidates([union(core, hashes(n + 2, 4)) for n in range(count)])
    assert pairs == [(a, b) for a in range(count) for b in range(a + 1, count)]


@given(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60)))
def test_common_counts_what_is_in_both(first, other):
    """The count is that of the intersection, whichever comes first; the flags say which."""
    a, b = (np.array(sorted(found), np.uint64) for found in (first, other))
    assert common(a, b) == common(b, a) == len(first & other)
    assert stand_in(a, b).tolist() == [value in first for value in sorted(other)]
