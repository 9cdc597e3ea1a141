"""The words of a field as the rules see them."""

from __future__ import annotations

import pytest

from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.words import (
    AttachedHead,
    attached_head,
    bare_head,
    is_foreign_name,
    is_place,
    is_unknown,
    joined_after,
    joined_words,
    known_type,
    likely_classes,
    unknown_run,
)


def test_a_word_knows_its_place_script_and_gap(words_in):
    """Offsets are those of the text; a space joins, a line end and nothing at all do not."""
    words = words_in("قال Meta9 في،\nالبيت")
    assert [(w.start, w.end, w.text) for w in words] == [
        (0, 3, "قال"),
        (4, 9, "Meta9"),
        (10, 12, "في"),
        (12, 13, "،"),
        (14, 19, "البيت"),
    ]
    assert [w.arabic for w in words] == [True, False, True, False, True]
    assert [w.latin for w in words] == [False, True, False, False, False]
    assert [w.joined for w in words] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "at", "most", "count"),
    [
        ("واحد اثنان ثلاثة", 0, 2, 2),
        ("واحد اثنان ثلاثة", 1, 5, 2),
        ("واحد، اثنان", 0, 5, 1),
        ("واحد\nاثنان", 0, 5, 1),
        ("واحد Meta اثنان", 0, 5, 1),
        ("Meta واحد", 0, 5, 0),
        ("واحد", 1, 5, 0),
    ],
)
def test_joined_words_are_arabic_and_parted_by_spaces(words_in, text, at, most, count):
    """A mark, a line end or a Latin word ends the stretch; the first word need not be joined to what is before."""
    assert len(joined_words(words_in(text), at, most)) == count


def test_the_word_after_counts_when_joined(words_in):
    """A comma or the end leaves none."""
    words = words_in("واحد اثنان\nثلاثة")
    assert joined_after(words, 0) == words[1]
    assert joined_after(words, 1) is None
    assert joined_after(words, 2) is None


@pytest.mark.parametrize(
    ("text", "kind", "unknown", "foreign"),
    [
        ("تونس", "LOC", True, False),
        ("بتونس", "LOC", True, False),
        ("زوربيتو", None, True, True),
        ("كتاب", None, False, False),
        ("دوماً", None, False, False),
        ("التونسية", None, False, False),
        ("Meta", "ORG", False, False),
        ("و", None, False, False),
    ],
)
def test_a_word_is_known_unknown_or_one_of_the_language(words_in, text, kind, unknown, foreign):
    """A foreign name is no word of the language and no known thing but perhaps a person."""
    [word] = words_in(text)
    assert (known_type(word), is_unknown(word), is_foreign_name(word)) == (kind, unknown, foreign)
    assert is_place(word) is (kind == "LOC")


def test_a_run_counts_to_the_first_that_is_false():
    """None at the start is zero, all are all."""
    assert [unknown_run(flags) for flags in ([], [False, True], [True, False, True], [True, True])] == [0, 0, 1, 2]


def test_the_likeliest_reading_tells_the_classes(words_in):
    """A definite noun, an adjective, an indefinite noun."""
    assert [likely_classes(word) for word in words_in("المستهلك الصحي حماية")] == [("Nd",), ("Ad",), ("Ni",)]


@pytest.mark.parametrize(
    ("text", "roles", "head"),
    [
        ("وزارة", (NameHead.OF,), ("وزاره", 0)),
        ("بوزارة", (NameHead.OF,), ("وزاره", 1)),
        ("كتاب", (NameHead.OF,), ("", 0)),
        ("وزارة", (NameHead.TITLE,), ("", 0)),
        ("للجنة", (NameHead.BODY,), ("اللجنه", 0)),
        ("للجنة", (NameHead.OF,), ("لجنه", 1)),
    ],
)
def test_a_head_is_found_behind_its_letters(text, roles, head):
    """«للجنة» is both لجنة and اللجنة after ل."""
    assert attached_head(text, roles) == AttachedHead(*head)


def test_a_pronoun_hides_a_head():
    """دوره is «his part», دورة a tournament."""
    assert bare_head("دوره", NameHead.EVENT) == ("", 0)
    assert bare_head("دورة", NameHead.EVENT).key == "دوره"
