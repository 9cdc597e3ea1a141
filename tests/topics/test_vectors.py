"""Points and groups out of counts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from arcorpus.topics.vectors import embed, k_means, tellingness, unit, weighted

BLOCKS = csr_matrix(np.kron(np.eye(3), np.ones((4, 5))) + np.eye(12, 15))


def clouds(*sizes):
    """Points about corners of the unit cube, so many about each."""
    random = np.random.default_rng(1)
    rows = [np.eye(len(sizes))[at] + random.random((size, len(sizes))) / 5 for at, size in enumerate(sizes)]
    return unit(np.concatenate(rows))


def parts(labels):
    """A grouping as sets of places."""
    return {tuple(np.flatnonzero(labels == label)) for label in np.unique(labels)}


def test_weights_by_hand():
    """A row is (1 + ln tf) times the weights, of length 1; a weight of 0 takes a term out."""
    rows = weighted(csr_matrix([[1, np.e, 7]]), np.array([3.0, 2.0, 0.0])).toarray()
    assert rows == pytest.approx(np.array([[0.6, 0.8, 0.0]]))


def test_a_row_without_weight_stays_empty():
    """Nothing is divided by nothing."""
    assert weighted(csr_matrix([[2.0]]), np.array([0.0])).toarray().tolist() == [[0.0]]


def test_all_columns_keep_every_cosine():
    """With as many columns as rows the space loses nothing."""
    matrix = weighted(BLOCKS, np.arange(1, 16.0))
    points = embed(matrix, 12)
    assert points @ points.T == pytest.approx((matrix @ matrix.T).toarray(), abs=1e-4)


def test_few_columns_keep_the_blocks():
    """Three blocks of terms are three directions: within a block rows are alike, between blocks not."""
    points = embed(weighted(BLOCKS, np.ones(15)), 3)
    likeness = points @ points.T
    assert likeness[:4, :4].min() > 0.9
    assert abs(likeness[:4, 4:]).max() < 0.2


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


def test_what_tells_of_a_group():
    """A term of one group tells all, 1; one that all groups hold alike tells nothing, 0."""
    counts = csr_matrix([[1, 1], [1, 1], [0, 1], [0, 1]])
    assert tellingness(counts, np.array([0, 0, 1, 1])) == pytest.approx([1, 0])
    assert tellingness(counts, np.array([0, 0, 0, 0])).tolist() == [1, 1]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.floats(0, 9), min_size=3, max_size=3), min_size=1, max_size=30), st.integers(1, 6))
def test_any_points_are_grouped_alike_every_time(rows, count):
    """Equal, zero or few points break nothing; the second time gives the same, with no more groups than asked for."""
    points = unit(np.array(rows))
    labels = k_means(points, count)
    assert labels.tolist() == k_means(points, count).tolist()
    assert len(labels) == len(rows)
    assert labels.max() < count
