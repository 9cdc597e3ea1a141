"""How near to each other words are said."""

from __future__ import annotations

from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.topics.npmi import WINDOW, by_cohesion, npmi


def texts(*rows):
    """Rows of term numbers."""
    return [array("i", row) for row in rows]


def test_words_side_by_side_are_near():
    """Two words that always stand side by side are near; two that stand far apart in one text never meet."""
    filler = [2] * (2 * WINDOW)
    near = npmi(texts([0, 1, *filler, 3, *filler] * 5), [0, 1, 3])
    assert near[0, 1] > 0.8
    assert near[0, 2] == -1
    assert np.array_equal(near, near.T)


def test_texts_do_not_touch():
    """The last word of a text is not near the first of the next, and a break takes no room."""
    assert npmi(texts([0], [1]), [0, 1])[0, 1] == -1
    filler = [2] * 50
    assert npmi(texts([0, 1, *filler]), [0, 1]) == pytest.approx(npmi(texts([-1, 0, -1, 1, *filler]), [0, 1]))


def test_what_is_near_to_the_weightiest_comes_first():
    """A weighty word that stands apart from the others falls behind, and out."""
    near = np.array([[0, -1, -1], [-1, 0, 0.5], [-1, 0.5, 0]])
    assert list(by_cohesion({7: 9.0, 8: 4.0, 9: 1.0}, near, {7: 0, 8: 1, 9: 2}, 0.25)) == [8, 9]
    close = np.array([[0, 0.1, 0.1], [0.1, 0, 0.5], [0.1, 0.5, 0]])
    found = by_cohesion({7: 16.0, 8: 16.0, 9: 1.0}, close, {7: 0, 8: 1, 9: 2}, 0.25)
    assert found == pytest.approx({7: 2 * 0.1, 8: 2 * 0.3, 9: 1 * 0.3})


def test_words_that_are_near_to_none_keep_their_weights():
    """A topic is never left without words."""
    assert by_cohesion({1: 4.0, 2: 1.0}, np.full((2, 2), -1.0), {1: 0, 2: 1}, 0.25) == {1: 4.0, 2: 1.0}
    assert by_cohesion({1: 4.0}, np.zeros((1, 1)), {1: 0}, 0.25) == {1: 4.0}


@given(st.lists(st.lists(st.integers(-1, 6), max_size=30), min_size=1, max_size=6))
def test_nearness_is_between_minus_one_and_one(rows):
    """Whatever the texts, every value is from -1 to 1."""
    near = npmi(texts(*rows), [0, 2, 5])
    assert near.shape == (3, 3)
    assert (np.abs(near) <= 1).all()
