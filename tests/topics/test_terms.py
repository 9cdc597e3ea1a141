"""The content words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.topics.terms import BOUND, WEAK, compact, key, stopwords, terms
from arcorpus.types import Field, Span


def words(text, names=None):
    """The words of a text that count or may belong to a phrase."""
    sentences = split_sentences(text)
    return list(terms(Field("text", text, sentences, tokenize(text, sentences)), names))


def read(text, names=None):
    """The terms of a text."""
    return [term for term in words(text, names) if term.kind not in (WEAK, BOUND)]


def keys(text):
    """The keys of a text's terms."""
    return [key(term.lemma) for term in read(text)]


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


@pytest.mark.parametrize(("one", "other"), [("نماذج", "النموذج"), ("وشركاتها", "شركة"), ("الالتزام", "التزام")])
def test_forms_of_a_word_are_one_term(one, other):
    """Plurals, pronouns and the article do not part a term."""
    assert keys(one) == keys(other) != []


def test_the_article_goes_only_where_a_word_is_left():
    """العالم is عالم; a name keeps its letters."""
    assert key("العالم") == "عالم"
    assert key("ألمانيا") == "المانيا"


def test_a_term_is_shown_without_attached_letters():
    """With its article, without letters before it, and as its lemma where a pronoun or an accusative alef is."""
    assert [term.shown for term in read("بالذكاء. حكومتهم. وشركات. قرارا")] == ["الذكاء", "حكومة", "شركات", "قرار"]


@pytest.mark.parametrize(("text", "shown"), [("وحوكمة", "حوكمة"), ("لميليشيات", "ميليشيات"), ("وفرة", "وفرة")])
def test_letters_that_the_clitics_do_not_know(text, shown):
    """A letter that the lemma shows to be attached is not shown, and the word follows nothing; others stay."""
    found = words(f"شركة {text}")[-1]
    assert (found.shown, found.follows) == (shown, shown == text)


def test_stop_words_that_phrases_hold():
    """A definite noun or adjective of the stop list may stand in a phrase; times, ordinals and verbs may not."""
    kinds = {term.shown: term.kind for term in words("المصدر المفتوح. المنفعة العامة. الموسم الماضي. قال ذات")}
    assert [kinds[word] for word in ("المصدر", "العامة")] == [WEAK, WEAK]
    assert [kinds[word] for word in ("الماضي", "قال", "ذات") if word in kinds] == [BOUND] * 3


def test_a_verb_is_shown_whole():
    """سيك is no verb with a pronoun, though it looks like one: as part of a name it is shown as it stands."""
    assert [term.shown for term in words("ديب سيك")] == ["ديب", "سيك"]


def test_kinds():
    """Nouns, adjectives and verbs are told apart."""
    assert [term.kind for term in read("تطورت الشركات الكبرى")][:2] == ["V", "N"]


def test_names_can_be_left_out():
    """With the spans of names given, their words are no terms, nor what the analysis takes for a name."""
    text = "مصنع ميتا يغلق أبوابه"
    with_names = [term.shown for term in read(text)]
    assert "ميتا" in with_names
    assert [term.shown for term in read(text, [Span(5, 9)])] == [shown for shown in with_names if shown != "ميتا"]


def test_compact():
    """The terms of an article in rows: a small letter says that a word follows the one before."""
    kept = compact(read("الذكاء الاصطناعي، شركة"))
    assert (kept.lemmas, kept.kinds) == (("ذكاء", "اصطناعي", "شركة"), "NaN")


def test_terms_that_follow_each_other():
    """Two terms follow when nothing but spaces and no attached letter stand between them."""
    text = "الذكاء الاصطناعي، شركة وتطوير"
    found = words(text)
    assert [term.follows for term in found] == [False, True, False, False]
    assert found[0].shown == "الذكاء"


def test_stop_words_are_folded():
    """The stop list holds keys, so that a look-up finds them."""
    assert {"من", "الي", "قال"} <= stopwords()


@settings(deadline=None)  # the first text reads the lexicons
@given(st.text(max_size=60))
def test_any_text_has_terms_or_none(text):
    """No text breaks the reading; a key is never a stop word nor empty."""
    assert all(name and name not in stopwords() for name in keys(text))
