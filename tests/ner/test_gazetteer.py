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


def test_a_last_name_stands_alone_unless_it_is_a_word_a_place_or_a_people():
    """هوفستاد tells a person; كبير, باريس and التونسي do not."""
    assert gazetteer.stands_alone(gazetteer.key("هوفستاد"))
    assert not any(gazetteer.stands_alone(gazetteer.key(word)) for word in ("كبير", "باريس", "التونسي"))


@pytest.mark.parametrize(
    ("word", "joined"),
    [
        ("وبيكيت", True),
        ("وسلمان", False),
        ("وليامس", False),
        ("واتسون", False),
        ("وبيك", False),
        ("بيكيت", False),
    ],
)
def test_joins_another(word, joined):
    """A و before a name of four letters or more is «and», unless foreign names begin so."""
    assert gazetteer.joins_another(word) is joined


@pytest.mark.parametrize(
    ("word", "common"),
    [
        ("والشركة", True),
        ("شركتهم", True),
        ("سيارتها", True),
        ("كتابا", True),
        ("كتابه", True),
        ("للشركة", True),
        ("زوكربيرغ", False),
        ("باريس", False),
    ],
)
def test_a_word_and_its_forms_are_common(word, common):
    """Attached letters, the article, a pronoun and the accusative do not hide a word; باريس is a name all the same."""
    assert gazetteer.is_common(gazetteer.key(word)) is common


@pytest.mark.parametrize(
    ("word", "listed"),
    [
        ("شركة", True),
        ("الشركة", True),
        ("كتاب", True),
        ("وشركة", False),
        ("شركتهم", False),
        ("زوكربيرغ", False),
    ],
)
def test_a_listed_word_may_have_its_article(word, listed):
    """A word is listed as it stands or without ال, with nothing else taken off."""
    assert gazetteer.is_listed(gazetteer.key(word)) is listed


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("وزارة", [("وزاره", 0, False), ("زاره", 1, False)]),
        ("بتونس", [("بتونس", 0, False), ("تونس", 1, False)]),
        ("وللصين", [("وللصين", 0, False), ("للصين", 1, False), ("الصين", 1, True), ("لصين", 2, False)]),
        ("وبن", [("وبن", 0, False), ("بن", 1, False)]),
        ("وجد", [("وجد", 0, False)]),
        ("وَبرلين", [("وبرلين", 0, False), ("برلين", 2, False), ("رلين", 3, False)]),
    ],
)
def test_every_reading_of_a_word(word, found):
    """The word, then what is left after و or ف, after ب ل ك, and ال where «لل» stands; three letters stay, or بن."""
    assert [tuple(reading) for reading in gazetteer.cut_readings(word)] == found


def test_a_word_of_the_language_has_one_reading():
    """«وطن» is no طن after و, «كامل» no امل after ك, and words of three letters are not cut."""
    assert [reading.key for reading in gazetteer.readings("كامل")] == ["كامل"]
    assert [reading.key for reading in gazetteer.cut_readings("كامل")] == ["كامل", "امل"]
    assert [reading.key for reading in gazetteer.readings("بدر")] == ["بدر"]


def test_a_club_stands_in_one_list():
    """The generated clubs leave out those that are well known with other spellings."""
    assert not {gazetteer.key(row["alias"]) for row in lexicon("aliases")} & {row["key"] for row in lexicon("clubs")}


def test_last_names_of_known_persons():
    """The last word of a full name counts, a name of one word does not."""
    assert gazetteer.key("الأسد") in gazetteer.last_names()
    assert gazetteer.key("شيرين") not in gazetteer.last_names()


def test_what_a_name_is_known_as():
    """Places bear their id, well-known things their canonical name, clubs nothing."""
    known = gazetteer.known_names()
    assert known[gazetteer.key("تونس")].thing.startswith("cldr")
    assert known[gazetteer.key("غوغل")] == ("ORG", "Google")
    assert known[lexicon("clubs")[0]["key"]] == ("ORG", "")
    assert known[gazetteer.key("يوتيوب")].thing == "YouTube"
