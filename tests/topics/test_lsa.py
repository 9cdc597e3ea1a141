"""Latent semantic analysis."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from arcorpus.topics.lsa import embed
from arcorpus.topics.vectors import weighted

BLOCKS = csr_matrix(np.kron(np.eye(3), np.ones((4, 5))) + np.eye(12, 15))


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


def test_two_runs_give_the_same_numbers():
    """The start is fixed and what is compared is rounded."""
    matrix = weighted(BLOCKS, np.arange(1, 16.0))
    assert np.array_equal(embed(matrix, 4), embed(matrix, 4))
    assert np.array_equal(np.round(embed(matrix, 4), 5), embed(matrix, 4))


def test_rows_have_length_one():
    """However few columns, each row keeps length 1."""
    lengths = np.linalg.norm(embed(weighted(BLOCKS, np.ones(15)), 2), axis=1)
    assert lengths == pytest.approx(np.ones(12), abs=1e-4)
