"""Articles into groups."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from arcorpus.topics.cluster import FEW, centres, groups, points


def corpus(total, subjects, words=30, held=12):
    """Articles that hold words of their own subject and a few of everybody's: counts and subjects."""
    random = np.random.default_rng(3)
    counts = np.zeros((total, words * subjects + 10))
    kinds = np.arange(total) % subjects
    for row, kind in enumerate(kinds):
        counts[row, random.choice(words, held, replace=False) + words * kind] = 1
        counts[row, words * subjects + random.choice(10, 5, replace=False)] = 1
    return csr_matrix(counts), kinds


def found(counts, count):
    """The groups of articles with terms that all weigh the same."""
    return groups(points(counts, np.ones(counts.shape[1])), count)


@pytest.mark.parametrize("total", [30, FEW + 60])
@pytest.mark.parametrize("count", [5, None])
def test_subjects_are_found(total, count):
    """Five subjects are five groups, compared pair by pair or not, the number given or chosen."""
    counts, kinds = corpus(total, 5)
    pairs = set(zip(found(counts, count).tolist(), kinds.tolist(), strict=True))
    assert len(pairs) == 5


def test_long_articles_are_seen_more_sharply():
    """Where articles are long, what everybody writes counts less: those of one subject come nearer to each other."""
    counts, kinds = corpus(FEW + 60, 4, words=150, held=110)
    space = points(counts, np.ones(counts.shape[1]))
    likeness = space @ space.T
    assert space.shape[1] == 50
    assert likeness[0][kinds == kinds[0]].min() > likeness[0][kinds != kinds[0]].max()


def test_never_more_groups_than_asked_for_or_articles():
    """A number beyond the articles gives each its own group."""
    counts, _ = corpus(7, 7)
    assert len(set(found(counts, 3).tolist())) == 3
    assert len(set(found(counts, 99).tolist())) == 7


def test_articles_on_one_matter_are_told_apart():
    """Those liker than the mean of the corpus join, the others not, however alike all are."""
    matrix = np.array([[1, 0, 0], [0.9, 0.435, 0], [0.6, 0, 0.8]])
    assert groups(matrix, None).tolist() == [0, 0, 2]


def test_centres_by_hand():
    """A centre is the direction of the sum of its points."""
    matrix = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    assert centres(matrix, np.array([0, 0, 1]), [0, 1]) == pytest.approx(np.array([[0.70710678, 0.70710678], [0, 1]]))
    assert centres(matrix, np.array([0, 0, 1]), []).shape == (0, 2)
