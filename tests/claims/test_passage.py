"""A field while it is searched for claims: its segments, and where clauses and verbs are expected."""

from __future__ import annotations

import pytest

from arcorpus.claims.passage import MAX_CLAUSE, expects_verb, must_be_noun, starts_clause


def test_sentences_are_segments(passage):
    """Each sentence is a segment, and every token knows its own and whether it has marks."""
    found = passage("قال نعم. ثم مضى.")
    assert [(segment.start, segment.end) for segment in found.segments] == [(0, 3), (3, 6)]
    assert found.segment_of == [0, 0, 0, 1, 1, 1]
    assert [found.segment_start(index) for index in range(6)] == [0, 0, 0, 3, 3, 3]
    assert found.unpunctuated == [False] * 6
    assert passage("كلمة " * 80).unpunctuated == [True] * 80


def test_an_empty_field_has_no_tokens(passage):
    """Nothing is found in nothing."""
    assert passage("").keys == passage("").cues == passage("").segment_of == []


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("قال: «نعم. سنعود غدا. هذا وعد». ثم مضى.", "ثم"),
        ("قال إن الطريق مفتوح. ثم مضى.", "ثم"),
        ("قال: «نعم سنعود غدا». «هذا وعد كبير» ثم مضى.", "«"),
    ],
)
def test_sentences_inside_speech_are_one_segment(passage, text, behind):
    """A quotation of several sentences holds them together; without it a segment ends with its sentence."""
    found = passage(text)
    stop = found.segment_end(0)
    assert found.token(stop).text == behind
    assert stop == max(i for i, token in enumerate(found.field.tokens) if token.text == behind)


def test_a_table_without_an_end_is_cut(passage):
    """No segment is believed to reach further than so many tokens."""
    assert passage("كلمة " * 400).segment_end(10) == 10 + MAX_CLAUSE


@pytest.mark.parametrize(
    ("text", "place", "begins"),
    [
        ("توقع المدير", 0, True),
        ("المدير وتوقع", 1, True),
        ("عاد المدير. توقع", 3, True),
        ("المدير الذي توقع", 2, True),
        ("هذا ما توقع", 2, True),
        ("المدير كان توقع", 2, True),
        ("المدير اليوم توقع", 2, True),
        ("المدير بينما توقع", 2, True),
        ("المدير أن توقع", 2, True),
        ("المدير، توقع", 2, True),
        ("رسالة مدير توقع", 2, False),
    ],
)
def test_where_a_clause_begins(passage, text, place, begins):
    """At the start, behind a conjunction, a pause, a relative, an auxiliary, a word of time and أن."""
    assert starts_clause(passage(text), place) is begins


@pytest.mark.parametrize(
    ("text", "place", "verb"),
    [
        ("رسالة مدير توقع", 2, False),
        ("المدير توقع", 1, True),
        ("مديرها توقع", 1, True),
        ("بيانا أكدت فيه", 1, True),
        ("رسالة مدير وتوقع", 2, True),
        ("رسالة مدير قالوا", 2, True),
    ],
)
def test_where_a_form_that_may_be_a_noun_is_a_verb(passage, text, place, verb):
    """Behind what is definite, and where its ending or the list lets it be nothing else."""
    assert expects_verb(passage(text), place) is verb


def test_a_verb_is_expected_behind_a_name(passage):
    """«باريس توقع» has a verb, «شجرة توقع» may not."""
    assert expects_verb(passage("رسالة باريس توقع", ("باريس", "LOC")), 2)


@pytest.mark.parametrize(
    ("text", "noun"),
    [("هذا أمر غريب", True), ("على أمل النجاح", True), ("من أمر بذلك", False), ("المدير أمر بذلك", False)],
)
def test_forms_that_must_be_nouns(passage, text, noun):
    """After «هذا» or a preposition a form that may be a noun is one; after «من» it may be a verb."""
    assert must_be_noun(passage(text), 1) is noun


def test_a_form_that_is_no_noun_need_not_be_one(passage):
    """«على قالوا» stays a verb, and so does a form at the start."""
    assert not must_be_noun(passage("على قالوا"), 1)
    assert not must_be_noun(passage("أمر بذلك"), 0)
