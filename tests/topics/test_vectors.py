"""Articles as vectors of terms."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from arcorpus.topics.vectors import discrimination, unit, weighted


def test_weights_by_hand():
    """A row is (1 + ln tf) times the weights, of length 1; a weight of 0 takes a term out."""
    rows = weighted(csr_matrix([[1, np.e, 7]]), np.array([3.0, 2.0, 0.0])).toarray()
    assert rows == pytest.approx(np.array([[0.6, 0.8, 0.0]]))


def test_a_row_without_weight_stays_empty():
    """Nothing is divided by nothing."""
    assert weighted(csr_matrix([[2.0]]), np.array([0.0])).toarray().tolist() == [[0.0]]


def test_what_tells_of_a_group():
    """A term of one group tells all, 1; one that all groups hold alike tells nothing, 0."""
    counts = csr_matrix([[1, 1], [1, 1], [0, 1], [0, 1]])
    assert discrimination(counts, np.array([0, 0, 1, 1])) == pytest.approx([1, 0])
    assert discrimination(counts, np.array([0, 0, 0, 0])).tolist() == [1, 1]


def test_rows_of_nothing_stay_so():
    """Nothing is divided by nothing."""
    assert unit(np.array([[0.0, 2.0], [0.0, 0.0]])).tolist() == [[0, 1], [0, 0]]


def test_a_term_in_half_of_a_group_discriminates_less():
    """Shares are of each group's articles: a term of all of one group and half of the other lies between 0 and 1."""
    counts = csr_matrix([[1], [1], [1], [0]])
    shares = np.array([1, 0.5]) / 1.5
    expected = 1 + (shares * np.log(shares)).sum() / np.log(2)
    assert discrimination(counts, np.array([0, 0, 1, 1])) == pytest.approx([expected])
