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


def test_a_word_shows_what_it_is_made_of():
    """Form, key, stem, shape, length, first and last letters, and the article."""
    own = set(word_features("الأرض").own)
    assert {"w=الأرض", "n=الارض", "sh=A", "len=5", "p1=ا", "p4=الار", "s1=ض", "s4=لارض", "al"} <= own
    assert not {feature for feature in word_features("في").own if feature.startswith(("p2", "s2", "al", "cl"))}
    assert "len=9" in word_features("الاستراتيجيات").own


def test_a_word_shows_what_the_lists_say_of_it():
    """Persons with role and sureness, bodies' words, heads with their type; 1 marks a reading without letters."""
    assert {"gP0=given1"} <= set(word_features("محمد").own)
    assert {"gP1=given1"} <= set(word_features("ومحمد").own)
    assert "gO" in word_features("للأنباء").own
    assert "hbefore=ORG" in word_features("شركة").own
    assert "hbefore=ORG" in word_features("لشركة").shown


def test_known_names_are_marked_from_their_first_word_on():
    """«الأمم المتحدة» is a known body of two words: the first says so, the second goes on."""
    first, second, last = features(["الأمم", "المتحدة", "قررت"])
    assert "gORG=2" in first
    assert "giORG" in second
    assert not {feature for feature in last if feature.startswith("g")}
    assert "-2gORG=2" in last


def test_pairs_of_words_and_places_in_the_sentence():
    """A word is told with the one before and after it, the two before it, and its place up to the third."""
    rows = features(["في", "مدينة", "تونس", "اليوم", "أيضا"])
    assert "bg-1=في|مدينه" in rows[1]
    assert "bg+1=مدينه|تونس" in rows[1]
    assert "pp=في|مدينه" in rows[2]
    assert not [feature for feature in rows[0] if feature.startswith(("bg-1", "pp="))]
    assert [[f for f in row if f.startswith("pos=")] for row in rows] == [
        ["pos=0"],
        ["pos=1"],
        ["pos=2"],
        ["pos=3"],
        ["pos=3"],
    ]
