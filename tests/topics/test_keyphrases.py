"""The keyphrases of an article."""

from __future__ import annotations

from arcorpus.pipeline import run
from arcorpus.topics.document_terms import encode, idf, term_counts
from arcorpus.topics.keyphrases import KEYPHRASES, keyphrases
from arcorpus.types import Article


def phrases(*texts):
    """The keyphrases of the first of some texts."""
    articles = [Article(f"a{n}", "a.txt", 0, text=text) for n, text in enumerate(texts)]
    corpus = encode(list(run(articles, {"terms"})))
    return keyphrases(corpus, idf(term_counts(corpus), corpus.shares))["a0"]


def test_what_is_repeated_comes_before_what_is_not():
    """Where a word is repeated, those said once are no keyphrases."""
    found = [term.term for term in phrases("حوكمة. حوكمة. مدرسة.")]
    assert found == ["حوكمة"]


def test_where_nothing_is_repeated_all_may_be():
    """In a short article that repeats nothing, every noun may be one."""
    assert {term.term for term in phrases("حوكمة. مدرسة.")} == {"حوكمة", "مدرسة"}


def test_the_rarer_word_weighs_more():
    """Of two words said as often, the one that fewer articles hold weighs more."""
    found = {t.term: t.weight for t in phrases("حوكمة. حوكمة. ملعب. ملعب.", "ملعب.", "ملعب.", "ملعب.")}
    assert found["حوكمة"] > found["ملعب"]


def test_a_word_is_said_in_its_phrase_and_once():
    """A lone word stands in the phrase in which it is repeated, and in no second one."""
    found = [term.term for term in phrases("أسعار النفط ترتفع. أسعار النفط تهبط. النفط هنا. ")]
    assert found[0] == "أسعار النفط"
    assert "النفط" not in found


def test_ten_at_most():
    """An article has ten keyphrases at most, the weightiest first."""
    nouns = "مدرسة مستشفى ملعب جسر ميناء مطار مصنع متحف مسرح سوق حديقة مكتبة محكمة".split()  # noqa: SIM905
    found = phrases(" ".join(f"{noun}. {noun}." for noun in nouns))
    assert len(found) == KEYPHRASES
