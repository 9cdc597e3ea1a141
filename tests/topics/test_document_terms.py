"""The document-term matrix of a corpus."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from arcorpus.pipeline import run
from arcorpus.topics.document_terms import encode, idf, separating, term_counts
from arcorpus.topics.noun_phrases import BREAK
from arcorpus.topics.terms import BOUND, WEAK
from arcorpus.types import Article


def document(key, text):
    """A document whose terms are set."""
    return next(run([Article(key, f"{key}.txt", 0, text=text)], {"terms"}))


def test_usual_words_weigh_less():
    """In a handful of articles a word that is usual everywhere weighs less than one that is not, met as often."""
    corpus_ = encode([document("a", "شركة حوكمة."), document("b", "شركة حوكمة.")])
    rarity = dict(zip(corpus_.keys, idf(term_counts(corpus_), corpus_.shares), strict=True))
    assert rarity["شركه"] < rarity["حوكمه"]


def test_what_can_part_articles():
    """Of many articles, a term that one holds or most hold cannot part them; of a few, every term can."""
    counts = csr_matrix(np.array([[1, 1, row % 3 == 0, row == 0] for row in range(400)], dtype=float))
    assert separating(counts, np.ones(4)).tolist() == [0, 0, 1, 0]
    assert separating(counts[:9], np.ones(4)).tolist() == [1, 1, 1, 1]


def test_articles_are_rows_of_numbers():
    """A term has one number; a break stands where words do not follow each other."""
    corpus = encode([document("b", "شركة ميتا. ميتا"), document("a", "شركة")])
    assert [article.id for article in corpus.articles] == ["a", "b"]
    company = corpus.keys.index("شركه")
    assert list(corpus.words[0]) == [BREAK, company]
    assert list(corpus.words[1])[:2] == [BREAK, company]
    assert list(corpus.words[1]).count(corpus.keys.index("ميتا")) == 2
    assert [len(words) for words in corpus.words] == [len(shown) for shown in corpus.shown]


def test_an_article_of_stop_words_alone_is_no_row():
    """An article without a content word has nothing to be grouped by."""
    assert encode([document("a", "المصدر"), document("b", "من إلى")]).articles == []


def test_content_words_are_without_stop_words_and_breaks():
    """What is counted are the content words in order; المصدر can stand in a phrase and is not counted."""
    corpus = encode([document("a", "نماذج المصدر المفتوح")])
    [content] = corpus.content_words()
    kinds = dict(zip(corpus.keys, corpus.kinds, strict=True))
    assert kinds["مصدر"] == WEAK
    assert {corpus.keys[n] for n in content} == {"نموذج", "مفتوح"}
    assert term_counts(corpus).toarray().sum() == 2


def test_counts_by_article_and_term():
    """Rows are articles, columns terms, cells how often."""
    corpus = encode([document("a", "شركة. شركة. بنك."), document("b", "بنك.")])
    counts = term_counts(corpus).toarray()
    bank, company = corpus.keys.index("بنك"), corpus.keys.index("شركه")
    assert (counts[0, company], counts[0, bank], counts[1, company], counts[1, bank]) == (2, 1, 0, 1)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("أوبن إيه آي تربح. أوبن إيه آي تخسر. أوبن إيه آي تنمو.", "اه", WEAK),  # always after أوبن, three times
        ("أوبن إيه آي تربح. أوبن إيه آي تخسر.", "اه", BOUND),  # twice is too seldom
        ("الوزارة أكدت. الوزارة تنفي. الشركة أكدت. البنك أكدت. ", "اكد", BOUND),  # after many words
    ],
)
def test_words_that_stand_in_names_alone_join_them(text, word, kind):
    """A verb or stop word that nearly always follows one word, which mostly stands before it, is a part of its name."""
    corpus = encode([document("a", text)])
    assert dict(zip(corpus.keys, corpus.kinds, strict=True))[word] == kind


def test_generic_words():
    """A lone word of usual running text says too little; a phrase, or a rare word, does not."""
    corpus = encode([document("a", "شركة حوكمة.")])
    company, rare = corpus.keys.index("شركه"), corpus.keys.index("حوكمه")
    assert corpus.is_generic((company,))
    assert not corpus.is_generic((rare,))
    assert not corpus.is_generic((company, rare))
    assert corpus.spelling((company, rare)) == ["شركه", "حوكمه"]


def test_idf_by_hand():
    """1 + ln((1 + n + 100) / (1 + df + 100 p)): with no share of running text p is 0."""
    counts = csr_matrix([[1.0, 0.0], [1.0, 1.0]])
    assert idf(counts, [0.0, 0.0]) == pytest.approx([1 + np.log(103 / 3), 1 + np.log(103 / 2)])
