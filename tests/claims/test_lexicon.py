"""The words that attribute."""

from __future__ import annotations

import pytest

from arcorpus.claims.lexicon import (
    FIRST_PERSON,
    PREPOSITIONS,
    ClauseWord,
    NounRole,
    Takes,
    cue_forms,
    cue_nouns,
    cue_phrases,
    key,
    verbal_nouns,
    words,
)
from arcorpus.resources import lexicon


@pytest.mark.parametrize(
    ("form", "stance", "voice", "gender", "number"),
    [
        ("قالت", "assert", "active", "f", "s"),
        ("أكدوا", "confirm", "active", "m", "p"),
        ("نفى", "deny", "active", "m", "s"),
        ("يتوقع", "predict", "active", "m", "s"),
        ("مشيرة", "assert", "participle", "f", "s"),
        ("داعيا", "demand", "participle", "m", "s"),
        ("قيل", "assert", "passive", "m", "s"),
        ("أوضح", "confirm", "active", "m", "s"),
    ],
)
def test_inflected_forms_carry_stance_and_agreement(form, stance, voice, gender, number):
    """Each inflection of a reporting verb is known with its stance, voice, gender and number; he goes before I."""
    found = cue_forms()[key(form)]
    assert (found.stance, found.voice, found.gender, found.number) == (stance, voice, gender, number)


def test_stances_are_those_of_the_interface():
    """No cue has a stance that the report does not know."""
    known = {
        "assert",
        "confirm",
        "doubt",
        "deny",
        "predict",
        "warn",
        "demand",
        "announce",
        "believe",
        "hope",
        "question",
    }
    assert {row["stance"] for row in lexicon("cues")} <= known
    assert {row["value"] for name in ("cue_phrases", "cue_nouns") for row in lexicon(name)} <= known


def test_what_verbs_take_is_what_the_code_knows():
    """Every complement of a verb is a member of `Takes` or a preposition, and some verb takes each of them."""
    taken = {name for form in cue_forms().values() for name in form.complements}
    assert taken == {*Takes, *PREPOSITIONS}


def test_phrases_stand_under_their_first_word_longest_first():
    """«حسب تعبيره» is tried before «حسب»."""
    lengths = [len(phrase.keys) for phrase in cue_phrases()[key("حسب")]]
    assert lengths == sorted(lengths, reverse=True)
    assert max(lengths) > min(lengths) == 1


def test_words_of_each_role():
    """Adjuncts, negations, closers and joints are told apart, whatever hamza they are written with."""
    assert key("امس") in words(ClauseWord.ADJUNCT)
    assert key("لم") in words(ClauseWord.NEGATION)
    assert key("مما") in words(ClauseWord.CLOSER)
    assert key("صحيفة") in words(ClauseWord.MEDIA)
    assert key("بينما") in words(ClauseWord.CONJUNCTION)
    assert "s" not in FIRST_PERSON


def test_nouns_that_report():
    """«قوله» is a form that speaks of him; «مزاعم» speaks itself; «أمل» is a feeling that hopes."""
    found = cue_forms()[key("قولها")]
    assert (found.voice, found.gender, found.number) == ("noun", "f", "s")
    assert cue_nouns(NounRole.SPEAKS)[key("مزاعم")] == "doubt"
    assert cue_nouns(NounRole.FEELING)[key("أمل")] == "hope"


def test_imperfect_forms_are_vague_unless_perfect_as_well():
    """يعلن may be only wanted; أعلن is said and done, and توقع is both."""
    assert cue_forms()[key("يعلن")].only_imperfect
    assert not cue_forms()[key("أعلن")].only_imperfect
    assert not cue_forms()[key("توقع")].only_imperfect


def test_misleading_forms_are_no_cues():
    """يجب is «must», مدينة a city, مقرا a seat, تقرر «was decided»."""
    assert not {key(word) for word in ("يجب", "مدينة", "مقرا", "تقرر")} & set(cue_forms())


def test_verbal_nouns_leave_out_bodies():
    """تعزيز and وجود stand for a clause; إدارة and اتحاد are bodies."""
    assert {key("تعزيز"), key("وجود")} <= verbal_nouns()
    assert not {key("إدارة"), key("اتحاد")} & verbal_nouns()


def test_a_form_of_one_goes_before_that_of_several():
    """أعلن, which may be said of several women as well, is he."""
    form = cue_forms()[key("أعلن")]
    assert (form.gender, form.number) == ("m", "s")
