"""How much of each article belongs to each topic."""

from __future__ import annotations

import numpy as np
import pytest

from arcorpus.topics.mixture import mixture
from arcorpus.topics.vectors import unit

POINTS = unit(np.array([[1, 0, 0], [1, 0.1, 0], [0, 1, 0], [0.1, 1, 0], [0, 0, 1.0]]))
LABELS = np.array([0, 0, 1, 1, 2])


def test_the_own_topic_leads_and_shares_sum_to_one():
    """An article's strongest topic is that of its group; its shares are of the squared cosines and sum to 1."""
    found = mixture(POINTS, LABELS, drop_lone=False)
    assert found.topic == [0, 0, 1, 1, 2]
    assert found.shares.argmax(axis=1).tolist() == found.topic
    assert found.shares.sum(axis=1) == pytest.approx(np.ones(5))


def test_small_shares_are_none():
    """Less than a twentieth of an article is told of no topic."""
    shares = mixture(POINTS, LABELS, drop_lone=False).shares
    assert ((shares == 0) | (shares >= 0.05)).all()
    assert shares[0].tolist() == [1, 0, 0]


def test_a_point_between_two_topics_has_a_share_of_both():
    """An article as near to another group's centre has a share of it, less than of its own."""
    points = unit(np.array([[1, 0.0], [1, 1], [0, 1], [0, 1]]))
    shares = mixture(points, np.array([0, 0, 1, 1]), drop_lone=False).shares
    assert shares[1, 0] > shares[1, 1] > 0.3


def test_a_lone_article_can_stand_under_no_topic():
    """Where lone articles are dropped, one in a group of its own has topic -1 and no shares."""
    found = mixture(POINTS, LABELS, drop_lone=True)
    assert found.topic[-1] == -1
    assert found.shares.shape == (5, 2)
    assert found.shares[-1].tolist() == [0, 0]


def test_likeness_is_the_cosine_with_the_centre():
    """A group of one article has likeness 1 to its centre, 0 to one at right angles; none is negative."""
    likeness = mixture(POINTS, LABELS, drop_lone=False).likeness
    assert likeness[4].tolist() == [0, 0, 1]
    assert (likeness >= 0).all()
