"""Attached letters before a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner import gazetteer
from arcorpus.ner.proclitics import (
    _before_listed_word,
    _begins_name,
    _foreign_after_and,
    _has_and_before_given,
    _has_letter_before_son,
    _is_definite_body,
    proclitic_length,
)
from arcorpus.text.tokenizer import tokenize


@given(st.text(alphabet="وفبلكالميتس \u064b\u0640\u200f", min_size=1))
def test_attached_never_takes_the_whole_word(word):
    """Something is always left of a word, and what is cut is at most the code points before it."""
    for token in tokenize(word):
        assert 0 <= proclitic_length([token.text]) < len(token.text)


@pytest.mark.parametrize(
    ("word", "kind", "count"),
    [
        ("بحكومة", "PER", 0),
        ("لحكومة", "PER", 0),
        ("وحكومة", "PER", 1),
        ("بالحكومة", "PER", 1),
        ("بحكومة", "ORG", 1),
        ("لحكومة", "ORG", 1),
        ("ولحكومة", "ORG", 2),
        ("وبالحكومة", "ORG", 2),
        ("للحكومة", "ORG", 0),
        ("وللحكومة", "ORG", 1),
        ("زيلوكس", "ORG", 0),
        ("وبر", "ORG", 0),
    ],
)
def test_letters_before_a_word_of_the_language(word, kind, count):
    """They are cut off, but for ب and ل before what may be a person's name, and for «لل»."""
    assert _before_listed_word(word, kind) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("وزوكربيرغ", 1),
        ("وَبيكيت", 2),
        ("واتسون", 0),
        ("ويلسون", 0),
        ("ووترز", 0),
        ("وبيك", 0),
        ("وبيكي", 0),
        ("والشركة", 0),
        ("زوكربيرغ", 0),
    ],
)
def test_and_before_a_foreign_name(word, count):
    """A و goes where nothing knows the word, five letters or more, unless its next letter makes it a vowel."""
    assert _foreign_after_and(word, gazetteer.key(word)) == count


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("للجنة", "العليا", True),
        ("للجنة", "الوطنية", True),
        ("للجنة", "المشتركة", True),
        ("للجنة", "الحكام", False),
        ("للجنة", "", False),
        ("لجنة", "العليا", False),
        ("للكتاب", "العليا", False),
    ],
)
def test_to_the_body_keeps_its_article(first, second, whole):
    """«للجنة العليا» is اللجنة after ل, which cannot be cut; «للجنة الحكام» is لجنة after ل."""
    rest = second.split()
    assert _is_definite_body(gazetteer.key(first), rest) is whole


@pytest.mark.parametrize(
    ("word", "kind", "cut_off"),
    [
        ("ومحمد", "PER", True),
        ("ومحمد", "ORG", False),
        ("وليد", "PER", False),
        ("محمد", "PER", False),
        ("وكتاب", "PER", False),
        ("وهبة", "PER", False),
    ],
)
def test_and_before_a_given_name(word, kind, cut_off):
    """«ومحمد» as a person is و and محمد; وليد is a given name itself."""
    assert _has_and_before_given(gazetteer.key(word), kind) is cut_off


@pytest.mark.parametrize(
    ("word", "cut_off"),
    [
        ("ببن", True),
        ("وبن", True),
        ("لبن", True),
        ("سبن", False),
        ("بن", False),
        ("ببني", False),
    ],
)
def test_letter_before_son(word, cut_off):
    """An attached letter before بن is none of the name: «ببن عروس»."""
    assert _has_letter_before_son(word) is cut_off


@pytest.mark.parametrize(
    ("whole", "rest", "alone", "kind", "begins"),
    [
        ("كايل", "ايل", "", "PER", False),
        ("كزيلوكس", "زيلوكس", "زيلوكس", "ORG", False),
        ("كمحمد", "محمد", "", "PER", True),
        ("كتونس", "تونس", "", "LOC", True),
        ("كتونس", "تونس", "", "PER", False),
        ("بزيلوكس", "زيلوكس", "زيلوكس", "ORG", True),
        ("بزيلوكس", "زيلوكس", "", "ORG", False),
        ("بكتاب", "كتاب", "كتاب", "ORG", False),
        ("لوزارة", "وزارة", "", "ORG", True),
        ("ومحمد", "محمد", "", "PER", True),
    ],
)
def test_what_is_left_begins_the_name(whole, rest, alone, kind, begins):
    """The rest is a name or a head, or stands alone in the document; ك goes only from what is surely a name."""
    key = gazetteer.key
    found = _begins_name(key(rest), key(whole), {key(alone)} - {""}, kind)
    assert found is begins
