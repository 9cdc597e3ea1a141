"""The lexemes that value grammars read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.value_lexer import BREAK, LATIN, MARK, NUMBER, WORD, cut_off, fold_coarsely, letters_of, lexemes

MIXED = st.text(alphabet=st.sampled_from("ابتوعامًةىئ٠١٢23,.٫٬٪% /-\u200f\u0640\u064b\u00a0\nabZé«»()😀"), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أُوت", "اوت"),
        ("إبريل", "ابريل"),
        ("سَنَـة", "سنه"),
        ("شکوی", "شكوي"),
        ("مئة", "مئه"),
        ("٢٠٢٠", "2020"),
        ("۲۰۲۰", "2020"),
        ("٥٪", "5%"),
        ("JAN", "jan"),
        ("\u200f5\u200e", "5"),
        ("أ\u00a0ب", "ا ب"),
    ],
)
def test_fold_gives_one_spelling(text, folded):
    """Spellings that lexicon forms do not tell apart fold to one."""
    assert fold_coarsely(text) == folded


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("في 3٫5", [WORD, NUMBER]),
        ("1.000.000", [NUMBER]),
        ("17.03.2020", [NUMBER]),
        ("GPT-4", [LATIN, MARK, NUMBER]),
        ("2011,2012", [NUMBER, MARK, NUMBER]),
        ("10,000", [NUMBER]),
        ("و2012", [WORD, NUMBER]),
        ("أ\nب", [WORD, BREAK, WORD]),
        ("1441هـ", [NUMBER, WORD]),
        ("الـ50", [WORD, NUMBER]),
        ("5%", [NUMBER, MARK]),
        ("", []),
        ("\u064b\u200f", []),
    ],
)
def test_lexemes_are_cut_by_kind(text, kinds):
    """A text is cut into words, numbers with the marks between their digits, Latin words and single marks."""
    assert [word.kind for word in lexemes(text)] == kinds


def test_marks_belong_to_the_word_and_controls_do_not():
    """A word's span holds the vowel marks at its end and leaves out direction marks after it."""
    text = "عاماً\u200f ثم"
    assert [text[w.start : w.end] for w in lexemes(text)] == ["عاماً", "ثم"]


def test_spaces_before_a_lexeme_are_seen():
    """A lexeme knows whether a space, no-break ones included, stands before it."""
    assert [word.spaced for word in lexemes("5\u00a0% 5%")] == [False, True, True, False]


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole():
    """Lexemes of a stretch have spans in the whole text."""
    text = "سنة 2020 وسنة 2021"
    part = lexemes(text, 9, len(text))
    assert [text[w.start : w.end] for w in part] == ["وسنة", "2021"]
    assert [w.start for w in part] == [w.start for w in lexemes(text) if w.start >= 9]


@pytest.mark.parametrize(
    ("text", "cut", "rest"), [("ويناير", 1, "يناير"), ("وَيناير", 1, "يناير"), ("وبـيناير", 2, "يناير")]
)
def test_cut_off_skips_marks(text, cut, rest):
    """Cutting attached letters off leaves out the marks on them too."""
    assert text[cut_off(text, lexemes(text)[0], cut) :] == rest


def test_letters_are_the_spelling_without_marks():
    """The letters of a word keep hamza seats and ta marbuta and lose vowel marks and tatweel."""
    text = "أَسـئِلة"
    assert letters_of(text, lexemes(text)[0]) == "أسئلة"


@given(MIXED)
def test_lexemes_lie_in_order_inside_the_text(text):
    """Spans are never empty, never overlap, and fold back to the lexeme's form."""
    end = 0
    for word in lexemes(text):
        assert end <= word.start < word.end <= len(text)
        assert fold_coarsely(text[word.start : word.end]) == word.form
        end = word.end


@given(MIXED)
def test_fold_is_idempotent(text):
    """A folded text folds to itself."""
    assert fold_coarsely(fold_coarsely(text)) == fold_coarsely(text)
