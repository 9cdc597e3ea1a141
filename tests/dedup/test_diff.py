"""Word by word what was changed: complete, in order, and quick on long texts."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.dedup.diff import compare, operations

WORDS = st.lists(st.sampled_from("ابتثجحخ"), max_size=25)


@given(WORDS, WORDS)
def test_operations_turn_one_list_into_the_other(first, other):
    """They cover both lists without a gap; equal stretches are equal, and neighbours differ in kind."""
    found = operations(first, other)
    at = to = 0
    for op, start, end, begin, stop in found:
        assert (start, begin) == (at, to)
        assert (op == "equal") == (first[start:end] == other[begin:stop])
        assert (op == "insert") == (start == end)
        assert (op == "delete") == (begin == stop)
        at, to = end, stop
    assert (at, to) == (len(first), len(other))
    assert all(a[0] != b[0] for a, b in pairwise(found))


def test_spans_are_those_of_the_surfaces():
    """What is compared folded is told as it stands: diacritics and all, from the first word to the end of the last."""
    first, other = "قال: «الوزيرُ» إنّ العمل ٥ أيام.", "قال الوزير ان العمل 6 ايام، فقط!"
    found = [
        (s.op, first[s.first.start : s.first.end], other[s.other.start : s.other.end]) for s in compare(first, other)
    ]
    assert found == [
        ("equal", "قال: «الوزيرُ» إنّ العمل", "قال الوزير ان العمل"),
        ("replace", "٥", "6"),
        ("equal", "أيام", "ايام"),
        ("insert", "", "فقط"),
    ]


def test_what_is_added_at_the_start_stands_at_the_start():
    """A new head is an insertion before the first word."""
    stretches = compare("بدأ العمل", "عاجل بدأ العمل")
    assert stretches[0].op == "insert"
    assert (stretches[0].first.start, stretches[0].first.end) == (0, 0)


@pytest.mark.parametrize(("first", "other", "ops"), [("", "", []), ("", "خبر", ["insert"]), ("خبر", "«»", ["delete"])])
def test_texts_without_words(first, other, ops):
    """Nothing against nothing is no stretch; against words it is one."""
    assert [stretch.op for stretch in compare(first, other)] == ops


def test_a_moved_paragraph_is_taken_out_and_put_in():
    """The longer part holds the texts together; what moved is deleted in one place and inserted in the other."""
    draw = random.Random(1)  # noqa: S311 - no secret
    words = [f"كلمة{draw.randrange(10**6)}" for _ in range(60)]
    moved = words[10:] + words[:10]
    assert [op[0] for op in operations(words, moved)] == ["delete", "equal", "insert"]


def test_long_texts_are_quick():
    """Two texts of fifty thousand words with a change in every hundredth, and one word said over and over."""
    draw = random.Random(2)  # noqa: S311 - no secret
    words = [f"كلمة{draw.randrange(5000)}" for _ in range(50_000)]
    changed = [f"غير{n}" if n % 100 == 0 else word for n, word in enumerate(words)]
    begin = time.process_time()
    found = operations(words, changed)
    assert sum(op[0] == "replace" for op in found) == 500
    assert operations(["خبر"] * 50_000, ["آخر"] * 40_000) == [("replace", 0, 50_000, 0, 40_000)]
    assert time.process_time() - begin < 10
