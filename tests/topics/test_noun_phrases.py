"""Noun phrases in rows of term numbers."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from arcorpus.topics.noun_phrases import BREAK, LONGEST, choose, count_phrases, fullest_phrase, noun_phrases

KINDS = "NNANV"


def texts(*rows):
    """Rows of term numbers."""
    return [array("i", row) for row in rows]


def chosen(rows, weight, most=9):
    """The phrases that are chosen of some texts."""
    return choose(count_phrases(texts(*rows), KINDS), weight, most, KINDS, list)


def test_a_phrase_begins_with_a_noun_and_ends_at_breaks_and_verbs():
    """Nouns, and the nouns and adjectives after them; neither across a break nor across a verb."""
    assert [phrase for _, phrase in noun_phrases([2, 0, 2, BREAK, 1, 4, 3], KINDS)] == [(0,), (0, 2), (1,), (3,)]


def test_adjectives_are_counted_alone():
    """A phrase is weighed against all occurrences of its words, those outside of phrases too."""
    assert count_phrases(texts([0, 2, BREAK, 2]), KINDS) == {(0,): 1, (0, 2): 1, (2,): 2}


def test_a_phrase_stands_for_a_word_that_mostly_occurs_in_it():
    """The phrase has the weight of the word, and the word does not come again."""
    rows = [[0, 2], [0, 2], [0, 2], [1, 0]]
    assert chosen(rows, {0: 5.0, 2: 3.0, 1: 1.0}) == [((0, 2), 5.0), ((1,), 1.0)]


def test_a_rare_use_makes_no_phrase():
    """A phrase met once, or rarely against its words, is not shown; an adjective or verb alone neither."""
    assert chosen([[0, 1], [0], [1]], {0: 2.0, 1: 1.0}) == [((0,), 2.0), ((1,), 1.0)]
    assert chosen([[2], [4]], {2: 2.0, 4: 1.0}) == []


def test_the_longer_phrase_where_it_is_as_usual():
    """Three words that always stand together come as one; a word that stands there now and then does not."""
    assert chosen([[0, 1, 2], [0, 1, 2]], {0: 2.0})[0][0] == (0, 1, 2)
    assert chosen([[0, 1, 3]] * 2 + [[0, 1]] * 8, {0: 2.0})[0][0] == (0, 1)


def test_a_lone_word_in_its_usual_phrase():
    """The phrase that holds a good part of the word's occurrences stands for it, another does not."""
    counts = count_phrases(texts([0, 1], [0, 1], [1], [1], [3]), KINDS)
    assert fullest_phrase((1,), counts, list) == (0, 1)
    assert fullest_phrase((3,), counts, list) == (3,)
    assert fullest_phrase((0, 1), counts, list) == (0, 1)


def test_stop_words_in_phrases():
    """A weak word begins or ends a phrase, never makes one, stands for nothing and may come twice."""
    kinds = "NASNA"
    assert [phrase for _, phrase in noun_phrases([2, 1, BREAK, 0, 2, BREAK, 2], kinds)] == [(2, 1), (0,), (0, 2)]
    counts = count_phrases(texts([0, 2], [0, 2], [3, 2], [3, 2], [2]), kinds)
    assert choose(counts, {0: 2.0, 3: 1.0, 2: 9.0}, 9, kinds, list) == [((0, 2), 2.0), ((3, 2), 1.0)]


@given(st.lists(st.lists(st.integers(-1, 4), max_size=12), max_size=8), st.integers(1, 5))
def test_any_rows(rows, most):
    """Whatever the rows, no word comes twice, no more phrases than wanted, and none longer than four words."""
    found = [phrase for phrase, _ in chosen(rows, dict.fromkeys(range(5), 1.0), most)]
    words = [word for phrase in found for word in phrase]
    assert len(words) == len(set(words))
    assert len(found) <= most
    assert all(len(phrase) <= LONGEST for phrase in found)
