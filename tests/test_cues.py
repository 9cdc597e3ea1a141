"""The words that attribute."""

from __future__ import annotations

import pytest

from arcorpus.cues import FIRST_PERSON, forms, key, phrases, prepositions, words
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
    found = forms()[key(form)]
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
    assert {row["stance"] for row in (*lexicon("cues"), *lexicon("cue_phrases"))} <= known
    assert {row["source"] for row in lexicon("cue_phrases")} == {"after", "verb", "back", "nobody"}


def test_complements_are_known():
    """What a verb takes is أن, an object, or a preposition written apart or attached."""
    taken = {name for form in forms().values() for name in form.complements}
    assert taken <= {"أن", "مفعول", "ب", "ل", *prepositions().values()}


def test_phrases_stand_under_their_first_word_longest_first():
    """«حسب تعبيره» is tried before «حسب»."""
    lengths = [len(phrase.keys) for phrase in phrases()[key("حسب")]]
    assert lengths == sorted(lengths, reverse=True)
    assert max(lengths) > min(lengths) == 1


def test_words_of_each_role():
    """Adjuncts, negations, closers and joints are told apart, whatever hamza they are written with."""
    assert key("امس") in words("adjunct")
    assert key("لم") in words("negation")
    assert key("مما") in words("closer")
    assert key("بينما") in words("joint")
    assert not words("nonsense")
    assert "s" not in FIRST_PERSON
