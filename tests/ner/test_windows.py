"""Windows over long sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner.windows import windows


@pytest.mark.parametrize(
    ("lengths", "room", "shared", "found"),
    [
        ([], 10, 4, []),
        ([10], 10, 4, [(0, 1)]),
        ([5, 5], 10, 4, [(0, 2)]),
        ([5, 6], 10, 4, [(0, 1), (1, 2)]),
        ([2, 2, 2, 2], 4, 2, [(0, 2), (1, 3), (2, 4)]),
        ([2, 2, 2, 2], 4, 0, [(0, 2), (2, 4)]),
        ([2, 2, 2, 2], 4, 1, [(0, 2), (2, 4)]),
        ([1, 3, 1, 3], 4, 3, [(0, 2), (1, 3), (2, 4)]),
        ([4, 4], 4, 4, [(0, 1), (1, 2)]),
        ([1, 1, 12], 12, 1, [(0, 2), (2, 3)]),  # nothing is shared where the next word needs all the room
    ],
)
def test_windows_take_what_fits_and_share_what_they_may(lengths, room, shared, found):
    """A window is as long as it can be; the next begins at most `shared` pieces before, never where the last began."""
    assert windows(lengths, room, shared) == found


@given(st.lists(st.integers(1, 12), max_size=60), st.integers(12, 30), st.integers(0, 11))
def test_windows_cover_every_word_and_fit(lengths, room, shared):
    """Every word is in a window, none is over its room, and each goes on after the one before."""
    found = windows(lengths, room, shared)
    assert {at for start, end in found for at in range(start, end)} == set(range(len(lengths)))
    assert all(sum(lengths[start:end]) <= room for start, end in found)
    assert all(a[0] < b[0] <= a[1] < b[1] for a, b in pairwise(found))
