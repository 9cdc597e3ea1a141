"""The content words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.terms import stopwords, term_of, terms
from arcorpus.tokens import split_sentences, tokenize
from arcorpus.types import Field


def keys(text):
    """The keys of a text's terms."""
    sentences = split_sentences(text)
    return [term.key for term in terms(Field("text", text, sentences, tokenize(text, sentences)))]


@pytest.mark.parametrize("text", ["الذكاء", "بالذكاء", "وبالذكاء", "ذكاء", "للذكاء", "الذَّكاء"])
def test_attached_letters_and_the_article_do_not_part_a_term(text):
    """A word is one term with and without the article, attached letters and diacritics."""
    assert keys(text) == keys("ذكاء")


@pytest.mark.parametrize(
    "text",
    ["قال", "وأكدت", "فإن", "من", "إلى", "وكان", "هذه", "اليوم", "الماضي", "12", "3.5", "!", "و", "https://a.b/c", ""],
)
def test_what_is_no_term(text):
    """Function words, verbs of saying, days, numbers, marks and addresses are no terms, also with letters attached."""
    assert keys(text) == []


def test_the_article_stays_where_no_word_is_left():
    """الالتزام is التزام, but no تزام; an unknown name keeps its first letters."""
    assert term_of("الالتزام", (2,))[0] == term_of("التزام")[0]
    assert term_of("سيمنس", (1,))[0] == "سيمنس"


def test_terms_that_follow_each_other():
    """Two terms follow when nothing but spaces and no attached letter stand between them."""
    text = "الذكاء الاصطناعي، شركة وتطوير"
    sentences = split_sentences(text)
    found = list(terms(Field("text", text, sentences, tokenize(text, sentences))))
    assert [term.follows for term in found] == [False, True, False, False]
    assert found[0].shown == "الذكاء"


def test_stop_words_are_folded():
    """The stop list holds keys, so that a look-up finds them."""
    assert {"من", "الي", "قال"} <= stopwords()


@given(st.text(max_size=60))
def test_any_text_has_terms_or_none(text):
    """No text breaks the reading; a key is never a stop word nor empty."""
    assert all(key and key not in stopwords() for key in keys(text))
