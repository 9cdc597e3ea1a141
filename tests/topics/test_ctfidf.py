"""Class-based TF-IDF."""

from __future__ import annotations

import pytest
from scipy.sparse import csr_matrix

from arcorpus.pipeline import run
from arcorpus.topics.ctfidf import group_weights, salient_terms
from arcorpus.topics.document_terms import encode, term_counts
from arcorpus.types import Article


def document(key, text):
    """A document whose terms are set."""
    return next(run([Article(key, f"{key}.txt", 0, text=text)], {"terms"}))


def test_c_tf_idf():
    """The weight of a term is its count over the group's words times ln(1 + mean group size / count everywhere)."""
    weights = group_weights(csr_matrix([[2.0, 2.0], [0.0, 4.0]]), [[0], [1]], [0.0, 0.0])
    assert weights[0] == pytest.approx({0: 2 / 4 * 1.0986122886681098, 1: 2 / 4 * 0.5108256237659907})
    assert weights[1] == pytest.approx({1: 4 / 4 * 0.5108256237659907})


def test_a_usual_word_weighs_less_in_a_group():
    """In a handful of articles a word that is usual everywhere has less c-TF-IDF than one that is not, met as often."""
    corpus = encode([document("a", "شركة حوكمة."), document("b", "شركة حوكمة.")])
    weight = group_weights(term_counts(corpus), [[0, 1]], corpus.shares)[0]
    assert weight[corpus.keys.index("شركه")] < weight[corpus.keys.index("حوكمه")]


def test_groups_of_one_corpus_are_weighed_against_each_other():
    """A term that all groups hold weighs less in each than one that a group has alone, and none is negative."""
    counts = csr_matrix([[3.0, 3.0, 0.0], [3.0, 0.0, 3.0]])
    first, second = group_weights(counts, [[0], [1]], [0.0, 0.0, 0.0])
    assert first[1] > first[0] > 0
    assert second[2] > second[0] > 0
    assert 2 not in first


def test_salient_terms_are_said_together():
    """A term that stands apart from the others of its group falls out; verbs are salient only where nothing else is."""
    text = "أسعار النفط ترتفع. أسعار النفط تهبط. أسعار النفط هنا. "
    corpus = encode([document("a", text), document("b", "كرة القدم في الملعب. كرة القدم هنا. ")])
    rows = {article.id: row for row, article in enumerate(corpus.articles)}
    first, second = salient_terms(corpus, term_counts(corpus), [[rows["a"]], [rows["b"]]])
    assert {corpus.keys[n] for n in first} == {"سعر", "نفط"}
    assert {corpus.keys[n] for n in second} <= {"كره", "قدم", "ملعب"}
    only = encode([document("a", "ارتفع. ارتفع. ارتفع.")])
    assert [only.keys[n] for n in salient_terms(only, term_counts(only), [[0]])[0]] == ["ارتفع"]
