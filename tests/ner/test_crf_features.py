"""What words look like to the linear-chain model."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner.crf_features import features, shape, word_features


def test_shapes():
    """Runs of one kind of character count once."""
    assert shape("OpenAI") == "XxX"
    assert shape("ميتا2") == "Ad"
    assert shape("") == ""


def test_a_word_shows_its_stem_and_its_lists():
    """A word with letters attached shares its stem with the bare one, and a people's adjective is known."""
    [stem] = [feature for feature in word_features("تونس").own if feature.startswith("st=")]
    assert stem in word_features("وبتونس").own
    assert "cl=وب" in word_features("وبتونس").own
    assert "cs=بتونس" in word_features("وبتونس").own
    assert "gN" in word_features("التونسية").own


def test_neighbours_and_edges_are_seen():
    """A word has the features of the two words on each side, and knows where the sentence ends."""
    first, _, last = features(["الرئيس", "محمود", "عباس"])
    assert "-1edge" in first
    assert "+1n=محمود" in first
    assert any(feature.startswith("-2n=ال") for feature in last)
    assert "+1edge" in last


def test_words_in_quotes_are_marked():
    """What stands between quotation marks knows it."""
    rows = features(["فيلم", "«", "الأرض", "»", "جديد"])
    assert ["inq" in row for row in rows] == [False, True, True, False, False]


@given(st.lists(st.text(min_size=1, max_size=6), max_size=8))
def test_any_words_have_features(words):
    """Each word has its row, whatever it is made of."""
    assert [bool(row) for row in features(words)] == [True] * len(words)
