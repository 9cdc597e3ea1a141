"""k-means on the sphere."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.topics.kmeans import k_means
from arcorpus.topics.vectors import unit


def clouds(*sizes):
    """Points about corners of the unit cube, so many about each."""
    random = np.random.default_rng(1)
    rows = [np.eye(len(sizes))[at] + random.random((size, len(sizes))) / 5 for at, size in enumerate(sizes)]
    return unit(np.concatenate(rows))


def parts(labels):
    """A grouping as sets of places."""
    return {tuple(np.flatnonzero(labels == label)) for label in np.unique(labels)}


@pytest.mark.parametrize("sizes", [(30, 30, 30), (80, 20, 5), (1, 1)])
def test_clouds_are_found(sizes):
    """k-means finds clouds that lie apart."""
    points = clouds(*sizes)
    ends = np.cumsum((0, *sizes))
    expected = {tuple(range(start, end)) for start, end in pairwise(ends)}
    assert parts(k_means(points, len(sizes))) == expected


def test_many_points_are_begun_with_some():
    """Beyond the points that starts are tried on, the groups are carried on over all."""
    labels = k_means(clouds(15_000, 9_000), 2, 1)
    assert sorted(np.bincount(labels).tolist()) == [9_000, 15_000]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.floats(0, 9), min_size=3, max_size=3), min_size=1, max_size=30), st.integers(1, 6))
def test_any_points_are_grouped_alike_every_time(rows, count):
    """Equal, zero or few points break nothing; the second time gives the same, with no more groups than asked for."""
    points = unit(np.array(rows))
    labels = k_means(points, count)
    assert labels.tolist() == k_means(points, count).tolist()
    assert len(labels) == len(rows)
    assert labels.max() < count
