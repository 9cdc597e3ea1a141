"""What a corpus is about."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.analyses import topics as analysis
from arcorpus.analyses.topics import topics
from arcorpus.tokens import split_sentences, tokenize
from arcorpus.types import Article, Document, Field

FOOTBALL = "المنتخب الوطني يفوز في مباراة كرة القدم. المدرب يشيد بأداء اللاعبين بعد مباراة كرة القدم والملعب ممتلئ. "
PRICES = "ارتفاع أسعار النفط في السوق. برميل النفط يصعد والأسواق تترقب إنتاج النفط وأسعار الطاقة. "
HEALTH = "المستشفى يستقبل المرضى. الأطباء يعالجون المرضى بلقاح جديد ووزارة الصحة توزع اللقاح على المستشفيات. "
SUBJECTS = {"f": FOOTBALL, "p": PRICES, "h": HEALTH}


def document(key, text, date=None):
    """A document whose fields are set."""
    sentences = split_sentences(text)
    return Document(Article(key, f"{key}.txt", 0, text=text, date=date),
                    (Field("text", text, sentences, tokenize(text, sentences)),))  # fmt: skip


def corpus(count=3):
    """`count` articles on each of three subjects."""
    return [document(f"{key}{n}", text * (n + 1), f"2025-0{n % 9 + 1}-15") for n in range(count)
            for key, text in SUBJECTS.items()]  # fmt: skip


def kinds(found):
    """The subjects of each topic's articles."""
    return sorted("".join(sorted({article[0] for article in topic.articles})) for topic in found)


def test_articles_on_one_subject_stand_together():
    """Three subjects make three topics, each with its own articles and its own terms first."""
    found, mixes = topics(corpus())
    assert kinds(found) == ["f", "h", "p"]
    tops = {topic.articles[0][0]: topic.terms[0].term for topic in found}
    assert "النفط" in tops["p"]
    assert all(mixes[article][0].id == topic.id for topic in found for article in topic.articles)


def test_a_phrase_is_shown_as_it_is_written():
    """Words that mostly stand in one phrase are shown as that phrase in its usual form, not as parts of it."""
    text = "الذكاء الاصطناعي يتقدم. سباق الذكاء الاصطناعي يشتد. شركات ذكاء اصطناعي تنمو. الذكاء الاصطناعي هنا."
    found, _ = topics([document("a", text)])
    assert found[0].terms[0].term == "الذكاء الاصطناعي"
    assert not {"الذكاء", "الاصطناعي", "ذكاء", "اصطناعي"} & {term.term for term in found[0].terms}
    assert found[0].label.startswith("الذكاء الاصطناعي")


def test_one_article_is_one_topic():
    """A single article is wholly about its own topic."""
    found, mixes = topics([document("a", FOOTBALL)])
    assert [topic.articles for topic in found] == [("a",)]
    assert found[0].share == 1.0
    assert [share.share for share in mixes["a"]] == [1.0]


@pytest.mark.parametrize("text", ["", "12 34", "من إلى في", "قال وأكد", "!!!", "🙂"])
def test_articles_without_content_words_have_no_topic(text):
    """Nothing is made of nothing: no topic, no share, and the others are not disturbed."""
    assert topics([document("a", text)]) == ((), {})
    found, mixes = topics([document("z", text), *corpus()])
    assert kinds(found) == ["f", "h", "p"]
    assert "z" not in mixes


def test_no_articles_no_topics():
    """An empty corpus has none."""
    assert topics([]) == ((), {})


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
def test_as_many_topics_as_asked_for(count):
    """`count` topics are made, never more than there are articles."""
    found, mixes = topics(corpus(), count)
    assert len(found) == count
    assert sorted(article for topic in found for article in topic.articles) == sorted(mixes)
    assert len(topics(corpus(1), 99)[0]) == 3


def test_a_lone_article_of_a_larger_corpus_is_left_out():
    """Among many articles one that resembles no other stands under no topic, and says so by an empty mix."""
    lone = document("z", "مهرجان المسرح يفتتح عروضه بفرقة من الجنوب")
    found, mixes = topics([*corpus(5), lone])
    assert kinds(found) == ["f", "h", "p"]
    assert mixes["z"] == ()


def test_shares_and_months():
    """An article's shares sum to 1, the topics' to the share of the articles that have one; months are counted."""
    found, mixes = topics(corpus())
    assert all(sum(share.share for share in mix) == pytest.approx(1, abs=0.001) for mix in mixes.values())
    assert sum(topic.share for topic in found) == pytest.approx(1, abs=0.001)
    assert [(p.period, p.articles) for p in found[0].periods] == [("2025-01", 1), ("2025-02", 1), ("2025-03", 1)]


def test_a_large_corpus_is_parted_by_means():
    """Beyond a few hundred articles the groups come from k-means: the subjects are still apart, the number chosen."""
    many = [document(f"{key}{n}", text * (1 + n % 3) + f"خبر{n % 7} ")
            for n in range(120) for key, text in SUBJECTS.items()]  # fmt: skip
    found, _ = topics(many)
    assert all(len({article[0] for article in topic.articles}) == 1 for topic in found)
    assert kinds(topics(many, 3)[0]) == ["f", "h", "p"]


def test_c_tf_idf():
    """The weight of a term is its count over the group's words times ln(1 + mean group size / count everywhere)."""
    weights = analysis._weigh([{(0,): 2, (1,): 2}, {(1,): 4}])  # noqa: SLF001 - the formula itself
    assert weights[0][0,] == pytest.approx(2 / 4 * 1.0986122886681098)
    assert weights[1][1,] == pytest.approx(4 / 4 * 0.5108256237659907)


WORDS = st.sampled_from(
    ["النفط", "الأسعار", "مباراة", "كرة", "القدم", "المستشفى", "اللقاح", "الذكاء", "الاصطناعي", "قال", "في", "12", "."]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=14), st.randoms(use_true_random=False),
       st.one_of(st.none(), st.integers(1, 5)))  # fmt: skip
def test_order_does_not_matter_and_every_article_stands_once(texts, shuffle: random.Random, count):
    """Shuffled documents give the same topics up to the reading order; no article stands under two."""
    documents = [document(f"d{n:02}", text) for n, text in enumerate(texts)]
    found, mixes = topics(documents, count)
    other = list(documents)
    shuffle.shuffle(other)
    again, same = topics(other, count)
    assert dict(mixes) == dict(same)
    assert [(t.id, t.label, t.terms, t.share) for t in found] == [(t.id, t.label, t.terms, t.share) for t in again]
    stood = [article for topic in found for article in topic.articles]
    assert len(stood) == len(set(stood))
    assert all(0 <= share.share <= 1 for mix in mixes.values() for share in mix)
    assert all(topic.terms and topic.label for topic in found)
    assert [topic.articles for topic in found] == [tuple(sorted(topic.articles)) for topic in found]


def test_needs():
    """The analysis says what it needs."""
    assert {"tokens"} == analysis.NEEDS
