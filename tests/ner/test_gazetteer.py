"""Known names and words of the language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner import gazetteer
from arcorpus.ner.name_heads import NameHead
from arcorpus.resources import lexicon

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة" + "\u064b\u0651\u0640", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("words", "surface", "kind"),
    [
        (["الصين"], "الصين", "LOC"),
        (["بتونس"], "تونس", "LOC"),
        (["وبتونس"], "تونس", "LOC"),
        (["للصين"], "للصين", "LOC"),
        (["وللصين"], "للصين", "LOC"),
        (["للأمم", "المتحدة"], "للأمم", "ORG"),
        (["والولايات", "المتحدة", "تدرس"], "الولايات", "LOC"),
    ],
)
def test_attached_letters_are_cut_where_they_can_be_written_apart(words, surface, kind):
    """و ف ب ل ك go from a known name, but «لل» stays: للصين is one word."""
    reading, _, known = gazetteer.longest(words)
    assert words[0][reading.cut :] == surface
    assert known.type == kind


@pytest.mark.parametrize("word", ["باريس", "بلجيكا", "ليبيا", "فرنسا", "كندا", "لبنان", "وهران", "بيروت", "لندن"])
def test_a_name_that_begins_like_an_attached_letter_stays_whole(word):
    """A place whose first letter could be an attached one is read whole."""
    reading, count, known = gazetteer.longest([word])
    assert (reading.cut, count, known.type) == (0, 1, "LOC")


@pytest.mark.parametrize("word", ["فقط", "قال", "سوق", "وقت", "بناء", "الشركة", "كتاب", "ولاية"])
def test_words_of_the_language_are_no_names(word):
    """A common word is no known name, whatever a gazetteer of small towns holds."""
    assert gazetteer.longest([word]) is None
    assert gazetteer.is_common(gazetteer.key(word))


@pytest.mark.parametrize("word", ["زوكربيرغ", "سوفاج", "أنثروبيك", "باديس", "وانغ", "أردوغان"])
def test_foreign_names_are_no_words(word):
    """Names have no relatives in the language, so they are not taken for words."""
    assert not gazetteer.is_listed(gazetteer.key(word))


def test_the_longest_name_wins():
    """The longest known name that begins at a word is found, not a shorter one inside it."""
    _, count, known = gazetteer.longest(["كوريا", "الشمالية", "تعلن"])
    assert (count, known.type) == (2, "LOC")


def test_a_head_is_no_part_of_a_well_known_name():
    """«وكالة رويترز» is known as رويترز: the head stays outside."""
    assert gazetteer.longest(["وكالة", "رويترز"]) is None
    assert gazetteer.longest(["رويترز"])[2].thing == "Reuters"


def test_doubtful_places_are_no_known_names():
    """A city whose name is also a word needs a hint, so it is kept apart."""
    both = gazetteer.doubtful_places() & set(gazetteer.known_names())
    assert gazetteer.doubtful_places()
    assert not {name for name in both if gazetteer.known_names()[name].type == "LOC"}


@pytest.mark.parametrize(
    ("name", "column"),
    [("places", "key"), ("common_words", "word"), ("person_names", "name"), ("known_names", "name"),
     ("org_words", "word"), ("nationalities", "adjective")],
)  # fmt: skip
def test_built_lexicons_hold_keys(name, column):
    """What the build scripts folded is what the program folds: the lexicons fit the code."""
    rows = lexicon(name)
    assert len(rows) > 100
    assert [row[column] for row in rows if gazetteer.key(row[column]) != row[column]] == []


@given(ARABIC)
def test_a_reading_is_what_stands_after_its_cut(word):
    """A reading's key is that of the word after its cut; where ل and ال melt, ال stands for لل."""
    for reading in gazetteer.cut_readings(word):
        rest = gazetteer.key(word[reading.cut :])
        assert reading.key == ("ال" + rest[2:] if reading.whole else rest)


@given(st.text(max_size=30))
def test_any_text_has_readings(text):
    """No text breaks the look-up."""
    assert gazetteer.readings(text)
    gazetteer.longest([text])
    gazetteer.is_common(gazetteer.key(text))


def test_head_words_are_found_under_attached_letters():
    """لشركة and وبالشركة tell of a company as شركة does where the lexicon has that form."""
    assert gazetteer.head_type(gazetteer.key("لشركة"), NameHead.BEFORE) == "ORG"
    assert gazetteer.head_type(gazetteer.key("وشركة"), NameHead.BEFORE) == "ORG"
    assert gazetteer.head_type(gazetteer.key("كلام"), NameHead.BEFORE) is None


def test_a_head_is_no_part_of_a_name_that_stands_without_it():
    """حماس and قابس stand alone; a state keeps its مملكة, and a party that nobody calls otherwise its حزب."""
    assert gazetteer.has_head(gazetteer.key("حركة حماس"))
    assert gazetteer.has_head(gazetteer.key("ولاية قابس"))
    assert not gazetteer.has_head(gazetteer.key("مملكة البحرين"))
    assert not gazetteer.has_head(gazetteer.key("حزب الله"))


@pytest.mark.parametrize(
    ("word", "nouns"),
    [("سيارتها", ["سيارتها", "سياره"]), ("هاتفه", ["هاتفه", "هاتف"]), ("ها", ["ها"]), ("شركة", ["شركه"])],
)
def test_a_pronoun_is_taken_off_a_noun(word, nouns):
    """The ة before a pronoun is written ت; nothing is left of too short a word."""
    found = [gazetteer.key(noun) for noun in nouns]
    assert list(gazetteer.without_pronoun(gazetteer.key(word)))[: len(found)] == found


def test_towns_are_places_but_states():
    """A town is known or doubtful, and bears no state's name."""
    names = ("باريس", "القاهرة", "سوسة", "تونس", "مصر", "كتاب")
    towns = [name for name in names if gazetteer.is_town(gazetteer.key(name))]
    assert towns == ["باريس", "القاهرة", "سوسة"]
    assert gazetteer.key("مصر") in gazetteer.states()


def test_given_names_of_both_lists_are_names_unless_they_are_words():
    """What the model was trained on stays as it is; the rules also know the other given names."""
    model, rules = gazetteer.person_words(), gazetteer.name_words()
    assert model.keys() < rules.keys()
    assert gazetteer.key("عبدالخالق") not in model
    assert rules[gazetteer.key("عبدالخالق")] == ("given", True)
    assert gazetteer.key("سلام") not in rules
    assert "سلام" in gazetteer.doubtful_given_names()


def test_a_last_name_stands_alone_unless_it_is_a_word_a_place_or_a_people():
    """هوفستاد tells a person; كبير, باريس and التونسي do not."""
    assert gazetteer.stands_alone(gazetteer.key("هوفستاد"))
    assert not any(gazetteer.stands_alone(gazetteer.key(word)) for word in ("كبير", "باريس", "التونسي"))
