"""A text while it is searched for claims."""

from __future__ import annotations

import pytest

from arcorpus.claims.passage import Passage, lead, opens_adjunct
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Field, Mention, Span


def passage(text, *names):
    """A passage of a text with the given names in it, each `(surface, type)`."""
    sentences = split_sentences(text)
    mentions = [
        Mention("a", "text", text.index(name), text.index(name) + len(name), name, kind) for name, kind in names
    ]
    return Passage(Field("text", text, sentences, tokenize(text, sentences)), mentions)


@pytest.mark.parametrize(
    ("text", "place", "voice"),
    [
        ("وقال الوزير", 0, "active"),
        ("مؤكدا أن", 0, "participle"),
        ("بقوله إن", 0, "noun"),
        ("وأخبرني مصدر", 0, "active"),
        ("هذا ما قاله الوزير", 2, "active"),
        ("ودعتها إلى", 0, "active"),
    ],
)
def test_reporting_forms_are_seen_with_what_is_attached(text, place, voice):
    """A conjunction, a preposition before a noun of saying, and a pronoun after a verb hide no cue."""
    assert passage(text).forms[place].voice == voice


@pytest.mark.parametrize(("text", "place"), [("القائل قال", 0), ("شركته كبيرة", 0), ("قالب الحلوى", 0)])
def test_other_words_are_no_reporting_forms(text, place):
    """A definite noun, and words that only begin like a cue, are none."""
    assert passage(text).forms[place] is None


def test_quoted_speech_is_three_words_or_more_and_no_name():
    """What is quoted is speech from three words on, unless it is a recognised name."""
    text = "قال «نعم نريد ذلك» عن «الغريب» في «دار الكتب الوطنية»"
    found = passage(text, ("دار الكتب الوطنية", "ORG"))
    assert [text[q.start : q.end] for q in found.quotes] == ["نعم نريد ذلك", "الغريب"]
    assert found.speech == [True, False]
    assert found.has_speech(Span(0, len(text)))
    assert not found.has_speech(Span(20, len(text)))


def test_a_mark_that_nothing_closes_is_told():
    """A mark without a partner opens alone; one of a pair, and one around a name, do not."""
    found = passage('وأضاف المصدر "من المؤكد أنه انفجار')
    assert [i for i in range(len(found.keys)) if found.opens_alone(i)] == [2]
    found = passage('وأضاف "المصدر" أنه', ("المصدر", "ORG"))
    assert not any(found.opens_alone(i) for i in range(len(found.keys)))


def test_sentences_inside_speech_are_one_clause():
    """A quotation of several sentences holds them together; without it a clause ends with its sentence."""
    found = passage("قال: «نعم. سنعود غدا. هذا وعد». ثم مضى.")
    assert found.keys[found.clause_end(0)] == "ثم"
    found = passage("قال إن الطريق مفتوح. ثم مضى.")
    assert found.keys[found.clause_end(0)] == "ثم"


def test_verbal_nouns_and_verbs_are_told_from_other_words():
    """تأجيل and دعمه are verbal nouns; a body called by one is none, nor one with an article; سيعود is a verb."""
    found = passage("تأجيل دعمه إدارة التأجيل سيعود وقررت الوزير")
    assert [found.is_verbal_noun(i) for i in range(4)] == [True, True, False, False]
    assert [found.is_verb(i) for i in range(4, 7)] == [True, True, False]


def test_names_and_articles_make_definite():
    """A noun phrase may end with an article, a pronoun, a name or a Latin word, not with a bare noun."""
    found = passage("الوزير وزيرها Meta باريس وزير", ("باريس", "LOC"))
    assert [found.is_definite(i) for i in range(5)] == [True, True, True, True, False]


def test_the_name_of_a_person_is_no_preposition():
    """علي is a name where the recogniser says so, else على without its dots."""
    assert passage("قال علي المري", ("علي المري", "PER")).preposition(1) == ""
    assert passage("اكد علي ذلك").preposition(1) == "على"
    assert not opens_adjunct(passage("قال علي المري", ("علي المري", "PER")), 1)


def test_first_person_and_ends_of_spans():
    """«موقفنا» speaks of its speaker; a span loses pauses at its borders; an attached letter is no word more."""
    found = passage("سنحدد موقفنا، ")
    assert found.in_first_person(Span(0, 12))
    assert found.trimmed(0, 14) == Span(0, 12)
    assert passage("بتوفير الماء").words(Span(1, 12)) == 2
    assert lead("وقال") == 1
    assert lead("ورد") == 0


def test_the_quotation_right_before_a_verb():
    """A quotation with its mark and a pause stands right before the verb; one with a word between does not."""
    near = passage("«سنبني جسرا جديدا»، قال المدير")
    assert near.text(near.speech_before(near.keys.index("قال"))) == "سنبني جسرا جديدا"
    far = passage("«سنبني جسرا جديدا» ثم قال المدير")
    assert far.speech_before(far.keys.index("قال")) is None


@pytest.mark.parametrize(("text", "noun"), [("هذا أمر غريب", True), ("على أمل النجاح", True), ("من أمر بذلك", False)])
def test_forms_that_must_be_nouns(text, noun):
    """After «هذا» or a preposition a form that may be a noun is one; after «من» it may be a verb."""
    assert passage(text).must_be_noun(1) is noun


def test_a_verb_with_its_object_attached():
    """وصفه holds its object, وصف does not."""
    assert passage("الذي وصفه بالبطل").has_object(1)
    assert not passage("وصف المدير").has_object(0)
