"""Batches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arcorpus.engines.local import map_batches


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=9))
def test_result_does_not_depend_on_the_batch_size(items, size):
    """Whatever the batch size, the results are those of one item at a time, in order."""
    assert list(map_batches(lambda batch: [item * 2 for item in batch], items, size)) == [item * 2 for item in items]


def test_items_are_taken_a_batch_at_a_time():
    """No more than one batch is taken from the source ahead of what is asked for."""
    taken = []

    def source():
        for number in range(10):
            taken.append(number)
            yield number

    results = map_batches(list, source(), size=3)
    assert next(results) == 0
    assert taken == [0, 1, 2]
