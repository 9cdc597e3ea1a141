"""Ids."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ids import stable_id


def test_known_id():
    """The id of the same parts is the same in every version: others store it."""
    assert stable_id("خبر.txt", 0, "نص") == stable_id("خبر.txt", 0, "نص")
    assert stable_id("a", "b") == "f04cdced9736a69d"


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_parts_give_different_ids(first, second):
    """Ids differ when the parts differ, also by where one part ends; lone surrogates do no harm."""
    if "\x1f" not in "".join(first + second):
        assert (stable_id(*first) == stable_id(*second)) == ((first or [""]) == (second or [""]))
