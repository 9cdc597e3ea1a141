"""Dictionary forms of counted nouns."""

from __future__ import annotations

import pytest

from arcorpus.resources import lexicon
from arcorpus.text.value_lexer import fold_coarsely, lexemes
from arcorpus.values.unit_nouns import (
    ValueWord,
    has_role,
    known,
    openings,
    plural,
    plurals,
    rates,
    singular,
    singulars,
    sound_plural,
)

BROKEN = {
    "أشخاص": "شخص",
    "سنوات": "سنة",
    "أعوام": "عام",
    "أيام": "يوم",
    "نساء": "امرأة",
    "صواريخ": "صاروخ",
    "قتلى": "قتيل",
    "جرحى": "جريح",
    "غرف": "غرفة",
    "دول": "دولة",
    "رقائق": "رقاقة",
    "أهداف": "هدف",
    "قضايا": "قضية",
    "ضحايا": "ضحية",
    "شكاوى": "شكوى",
    "مبان": "مبنى",
    "قضاة": "قاض",
    "اشهر": "شهر",
    "عصافير": "عصفور",
    "أطنان": "طن",
    "خنادق": "خندق",
}
SOUND = {
    "سيارات": "سيارة",
    "قرارات": "قرار",
    "كيلومترات": "كيلومتر",
    "مستشفيات": "مستشفى",
    "موظفين": "موظف",
    "لاعبون": "لاعب",
    "فلسطينيين": "فلسطيني",
    "متطرفين": "متطرف",
    "إرساليات": "إرسالية",
    "كميات": "كمية",
    "اتحادات": "اتحاد",
    "هجمات": "هجوم",
}


@pytest.mark.parametrize(("form", "lemma"), [*BROKEN.items(), *SOUND.items()])
def test_plurals_lead_to_their_singular(form, lemma):
    """Broken plurals by the lexicons and sound ones by their endings lead to the dictionary form."""
    assert plural(form, lexemes(form)[0]).lemma == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("عاما", "عام"),
        ("عامًا", "عام"),
        ("شخصاً", "شخص"),
        ("رقاقة", "رقاقة"),
        ("دونما", "دونم"),
        ("جزءا", "جزء"),
        ("قاضيا", "قاض"),
        ("مقدسيًا", "مقدسي"),
        ("مخترعا", "مخترع"),
        ("ألمانيًا", "ألماني"),
        ("طنا", "طن"),
        ("كلم", "كيلومتر"),
    ],
)
def test_accusatives_lead_to_their_dictionary_form(form, lemma):
    """The accusative after 11-99 loses its alif, abbreviations are written out."""
    assert singular(form, lexemes(form)[0], accusative=True, strict=False).lemma == lemma


@pytest.mark.parametrize("form", ["يوميا", "لمدة", "استثمرت", "ودولية", "تقريبا", "هولندا", "قا"])
def test_adverbs_names_and_verbs_are_no_nouns(form):
    """What only looks like an accusative or a feminine is none without tanwin."""
    found = singular(form, lexemes(form)[0], accusative=True, strict=False)
    assert found is None or has_role(fold_coarsely(form), ValueWord.UNCOUNTED)


def test_strict_takes_the_hand_made_list_alone():
    """Where a number is more likely a year only well-known counted nouns count."""
    assert singular("كتابا", lexemes("كتابا")[0], accusative=True, strict=True).sure
    assert singular("مخترعا", lexemes("مخترعا")[0], accusative=True, strict=True) is None


@pytest.mark.parametrize("form", ["بين", "حين", "دون", "ات", "سكون", "زيتون"])
def test_short_words_are_no_sound_plurals(form):
    """An ending alone does not make a plural."""
    assert sound_plural(form) is None


def test_known_asks_for_the_hand_made_list_and_a_kind():
    """A noun is known when the hand-made list has it, in the kind asked for."""
    year, dictionary = singulars()["سنه"], plurals()[fold_coarsely("خناجر")]
    assert known(year, "time") == known(year) == year
    assert known(year, "person") is None
    assert known(dictionary) is None
    assert known(None) is None


def test_openings_are_the_article_with_what_is_attached():
    """The letters before a definite noun are counted, the article being one of them."""
    assert [openings(fold_coarsely(word)) for word in ("والدول", "للدول", "الدول", "بالدول", "دول")] == [
        (3,),
        (2,),
        (2,),
        (3,),
        (),
    ]


def test_rates_are_times_and_measures():
    """What can stand after the slash of a rate is a time or a measure, short or long."""
    assert (rates()["س"], rates()["ثانيه"], rates()["كلم"]) == ("ساعة", "ثانية", "كيلومتر")


def test_the_hand_made_list_is_well_formed():
    """Every lemma of the list is there once, undiacritised, with a kind that the grammar knows."""
    rows = lexicon("counted")
    assert len({row["form"] for row in rows}) == len(rows)
    assert {row["role"] for row in rows} == {"time", "measure", "person", "thing", "measure thing"}
    assert all(row["form"].replace(" ", "").isalpha() for row in rows)
