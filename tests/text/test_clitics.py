"""Which clitics a written word has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.clitics import fold_alef, function_forms, spellings, split_word

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءًٌٍَُِّْـ"


def cut(word):
    """The word with + between its parts and brackets around its core."""
    before, after = split_word(word) or ((), ())
    start = before[-1][1] if before else 0
    end = after[0][0] if after else len(word)
    return "+".join([*(word[a:b] for a, b in before), f"[{word[start:end]}]", *(word[a:b] for a, b in after)])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وقال", "و+[قال]"),
        ("فقامت", "ف+[قامت]"),
        ("بقوة", "ب+[قوة]"),
        ("لشركة", "ل+[شركة]"),
        ("كمعركة", "ك+[معركة]"),
        ("سيكون", "س+[يكون]"),
        ("وستكون", "و+س+[تكون]"),
        ("الشركة", "ال+[شركة]"),
        ("والشركة", "و+ال+[شركة]"),
        ("وبالمدارس", "و+ب+ال+[مدارس]"),
        ("للسلطة", "ل+ل+[سلطة]"),
        ("وللحكومة", "و+ل+ل+[حكومة]"),
        ("حكومتهم", "[حكومت]+هم"),
        ("نشرتها", "[نشرت]+ها"),
        ("وكتابه", "و+[كتاب]+ه"),
        ("أبنائهم", "[أبنائ]+هم"),
        ("وباستثماراتها", "و+ب+[استثمارات]+ها"),
        ("مستواه", "[مستوا]+ه"),
    ],
)
def test_clitics_before_and_after_a_known_word(word, expected):
    """Clitics are told apart where a known word is left, whatever spelling it has before a pronoun."""
    assert cut(word) == expected


@pytest.mark.parametrize(
    "word",
    [
        "وزير",
        "فريق",
        "بيان",
        "لكن",
        "كان",
        "سوف",
        "بعد",
        "كما",
        "لقد",
        "بعض",
        "فقط",
        "ليس",
        "كبير",
        "لجنة",
        "واحد",
        "وصل",
        "وضع",
        "وفد",
        "كتاب",
        "بنك",
        "باريس",
        "لندن",
        "كندا",
        "لبنان",
        "فرنسا",
        "سوريا",
        "لويس",
        "مارك",
        "ميتا",
        "التي",
        "إلى",
        "ألبوم",
        "إلغاء",
        "قطر",
    ],
)
def test_whole_words(word):
    """Words that only look like clitic and word are whole."""
    assert split_word(word) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("فإن", "ف+[إن]"),
        ("لأنه", "ل+[أن]+ه"),
        ("وهو", "و+[هو]"),
        ("به", "[ب]+ه"),
        ("لهم", "[ل]+هم"),
        ("عليها", "[علي]+ها"),
        ("بهذا", "ب+[هذا]"),
        ("وقد", "و+[قد]"),
        ("بينهم", "[بين]+هم"),
        ("للذين", "ل+[لذين]"),
        ("ولكنه", "و+[لكن]+ه"),
        ("وبما", "و+ب+[ما]"),
    ],
)
def test_function_words(word, expected):
    """Function words have the clitics that their list gives them."""
    assert cut(word) == expected


def test_without_hamza():
    """A hamza left out of an alef does not hide the word."""
    assert cut("لانه") == "ل+[ان]+ه"
    assert cut("واضاف") == "و+[اضاف]"


def test_signs_stay_with_their_letter():
    """Vowel signs and tatweel belong to the letter before them, and hide nothing."""
    assert cut("وَقَالَ") == "وَ+[قَالَ]"
    assert cut("وَبِالْمَدارِسِ") == "وَ+بِ+الْ+[مَدارِسِ]"
    assert cut("حكومـــتهم") == "[حكومـــت]+هم"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وحوكمة", "و+[حوكمة]"),
        ("وتشارلز", "و+[تشارلز]"),
        ("لجيمس", "ل+[جيمس]"),
        ("بميلانو", "ب+[ميلانو]"),
        ("واشنطن", "[واشنطن]"),
        ("ليبيا", "[ليبيا]"),
        ("بلجيكا", "[بلجيكا]"),
    ],
)
def test_clitics_before_names_and_words_without_reading(word, expected):
    """A name is cut where what is left is a name too, and usual enough to account for the whole."""
    assert cut(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("والزغبراوي", "و+ال+[زغبراوي]"),
        ("للزغبر", "ل+ل+[زغبر]"),
        ("زغبراوي", "[زغبراوي]"),
        ("جروك", "[جروك]"),
        ("سيك", "[سيك]"),
    ],
)
def test_unknown_words(word, expected):
    """Of a word nobody knows only an article behind another clitic is cut, and no ending that names have too."""
    assert cut(word) == expected


@pytest.mark.parametrize("word", ["و", "ال", "ب", "", "ـ", "ًً", "و" * 1000])
def test_too_short_and_too_long(word):
    """What cannot be clitic and word is whole."""
    assert split_word(word) is None


@given(st.text(ARABIC, max_size=12))
def test_parts_follow_one_another(word):
    """Proclitics fill the word from its start and the enclitic to its end, and something is left between."""
    before, after = split_word(word) or ((), ())
    at = 0
    for start, end in before:
        assert start == at < end
        at = end
    for start, end in after:
        assert at < start < end == len(word)
    assert at < len(word) or not word


def test_fold():
    """Folding drops the hamza of an alef, but not where the bare alef would make an article."""
    assert fold_alef("أإآا") == "اااا"
    assert fold_alef("ألبوم") != "البوم"


def test_spellings():
    """The spellings of a core hold the one it has alone."""
    cores = {"حكومت": "حكومة", "مستوا": "مستوى", "أبنائ": "أبناء", "كتبو": "كتبوا", "كتاب": "كتاب", "يلق": "يلق"}
    assert all(alone in spellings(core) for core, alone in cores.items())


def test_function_words_themselves_are_whole():
    """No clitic is cut off a listed function word, even where another's forms look the same."""
    forms = function_forms()
    assert all(not forms[fold_alef(w)].proclitics for w in ("كما", "لما", "لقد", "لكن", "فيما", "مما", "كذلك", "ولي"))
