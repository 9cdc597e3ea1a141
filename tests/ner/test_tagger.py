"""From the words of a sentence to labels."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner import tagger
from arcorpus.ner.windows import windows

NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def well_formed(path):
    """Whether every I- goes on with a name of its type."""
    before = "O"
    for label in path:
        name = NAMES[label]
        if name[0] == "I" and before[1:] != name[1:]:
            return False
        before = name
    return True


@given(st.lists(st.lists(st.floats(-5, 0), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_best_path_is_the_best_of_all_well_formed_ones(rows):
    """No well-formed sequence of labels has a higher sum than the one that is given."""
    scores = np.array(rows, np.float32)
    path = tagger.best_path(scores, NAMES)
    assert well_formed(path)
    every = (p for p in itertools.product(range(len(NAMES)), repeat=len(rows)) if well_formed(p))
    best = max(sum(scores[at, label] for at, label in enumerate(p)) for p in every)
    assert sum(scores[at, label] for at, label in enumerate(path)) == pytest.approx(best, abs=1e-4)


@given(st.lists(st.integers(1, 12), max_size=200))
def test_windows_cover_every_word_and_fit(lengths):
    """The windows begin at the first word, end at the last, leave none out, go on, and hold no more than fits."""
    found = windows(lengths, 190, 60)
    assert [start for start, _ in found[:1]] == [0] * bool(lengths)
    assert all(sum(lengths[start:end]) <= 190 for start, end in found)
    for (start, end), (next_start, next_end) in itertools.pairwise(found):
        assert start < next_start <= end < next_end
    assert not lengths or found[-1][1] == len(lengths)


def test_every_label_set_gives_a_label_and_a_probability_for_each_word():
    """All three label sets tag any sentence, each with its own labels."""
    words = ["قال", "محمود", "عباس", "في", "القاهرة"]
    for head, labels in tagger.load_tagger().labels.items():
        tags = tagger.load_tagger().tag(words, head)
        assert len(tags) == len(words)
        assert all(tag.name in labels and 0 < tag.sure <= 1 for tag in tags)
    assert tagger.load_tagger().tag([]) == []


def test_a_person_and_a_place_are_told_apart():
    """The plainest of sentences is tagged right by every label set."""
    words = ["وصل", "محمود", "عباس", "إلى", "القاهرة", "أمس", "."]
    for head in tagger.load_tagger().labels:
        names = [tag.name for tag in tagger.load_tagger().tag(words, head)]
        assert names == ["O", "B-PER", "I-PER", "O", "B-LOC", "O", "O"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_word_has_pieces(word):
    """Every string, the empty one too, is one to twelve pieces of the encoder."""
    found = tagger.load_tagger().pieces(word)
    assert 1 <= len(found) <= 12
    assert all(number >= 0 for number in found)


def test_vowel_marks_and_tatweel_change_nothing():
    """A word with vowels and tatweel has the pieces of the bare word."""
    assert tagger.load_tagger().pieces("مُحَمَّـــد") == tagger.load_tagger().pieces("محمد")
