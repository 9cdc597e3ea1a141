"""What a corpus is about."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.analyses import topics as analysis
from arcorpus.analyses.topics import KEYS, topics
from arcorpus.pipeline import Settings, run
from arcorpus.types import TOPIC_KEYS, Article

FOOTBALL = "المنتخب الوطني يفوز في مباراة كرة القدم. المدرب يشيد بأداء اللاعبين بعد مباراة كرة القدم والملعب ممتلئ. "
PRICES = "ارتفاع أسعار النفط في السوق. برميل النفط يصعد والأسواق تترقب إنتاج النفط وأسعار الطاقة. "
HEALTH = "المستشفى يستقبل المرضى. الأطباء يعالجون المرضى بلقاح جديد ووزارة الصحة توزع اللقاح على المستشفيات. "
SUBJECTS = {"f": FOOTBALL, "p": PRICES, "h": HEALTH}


def document(key, text, date=None, **fields):
    """A document whose terms are set."""
    return next(run([Article(key, f"{key}.txt", 0, text=text, date=date, **fields)], analysis.NEEDS))


def corpus(count=3):
    """`count` articles on each of three subjects."""
    return [document(f"{key}{n}", text * (n + 1), f"2025-0{n % 9 + 1}-15") for n in range(count)
            for key, text in SUBJECTS.items()]  # fmt: skip


def kinds(found):
    """The subjects of each topic's articles."""
    return sorted("".join(sorted({article[0] for article in topic.articles})) for topic in found)


def test_articles_on_one_subject_stand_together():
    """Three subjects make three topics, each with its own articles and its own terms first."""
    found, mixes, _ = topics(corpus())
    assert kinds(found) == ["f", "h", "p"]
    tops = {topic.articles[0][0]: topic.terms[0].term for topic in found}
    assert "النفط" in tops["p"]
    assert all(mixes[article][0].id == topic.id for topic in found for article in topic.articles)


def test_a_phrase_is_shown_as_it_is_written():
    """Words that mostly stand in one phrase are shown as that phrase in its usual form, not as parts of it."""
    text = "الذكاء الاصطناعي يتقدم. سباق الذكاء الاصطناعي يشتد. شركات ذكاء اصطناعي تنمو. الذكاء الاصطناعي هنا."
    found, *_ = topics([document("a", text)])
    assert found[0].terms[0].term == "الذكاء الاصطناعي"
    assert not {"الذكاء", "الاصطناعي", "ذكاء", "اصطناعي"} & {term.term for term in found[0].terms}
    assert found[0].label.startswith("الذكاء الاصطناعي")


def test_a_lone_word_is_shown_with_its_article():
    """Where a word often has its article it is shown with it, without where it seldom has."""
    often, seldom = (topics([document("a", text)]).keyphrases["a"][0].term
                     for text in ("حوكمة. حوكمة. الحوكمة.", "حوكمة. " * 9 + "الحوكمة."))  # fmt: skip
    assert (often, seldom) == ("الحوكمة", "حوكمة")


def test_one_article_is_one_topic():
    """A single article is wholly about its own topic."""
    found, mixes, _ = topics([document("a", FOOTBALL)])
    assert [topic.articles for topic in found] == [("a",)]
    assert found[0].share == 1.0
    assert [share.share for share in mixes["a"]] == [1.0]


@pytest.mark.parametrize("text", ["", "12 34", "من إلى في", "قال وأكد", "!!!", "🙂"])
def test_articles_without_content_words_have_no_topic(text):
    """Nothing is made of nothing: no topic, no share, and the others are not disturbed."""
    assert topics([document("a", text)]) == ((), {}, {})
    found, mixes, _ = topics([document("z", text), *corpus()])
    assert kinds(found) == ["f", "h", "p"]
    assert "z" not in mixes


def test_no_articles_no_topics():
    """An empty corpus has none."""
    assert topics([]) == ((), {}, {})


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
def test_as_many_topics_as_asked_for(count):
    """`count` topics are made, never more than there are articles."""
    found, mixes, _ = topics(corpus(), count)
    assert len(found) == count
    assert sorted(article for topic in found for article in topic.articles) == sorted(mixes)
    assert len(topics(corpus(1), 99)[0]) == 3


def test_a_lone_article_of_a_larger_corpus_is_left_out():
    """Among many articles one that resembles no other stands under no topic, and says so by an empty mix."""
    lone = document("z", "مهرجان المسرح يفتتح عروضه بفرقة من الجنوب")
    found, mixes, _ = topics([*corpus(5), lone])
    assert kinds(found) == ["f", "h", "p"]
    assert mixes["z"] == ()


def test_shares_and_months():
    """An article's shares sum to 1, the topics' to the share of the articles that have one; months are counted."""
    found, mixes, _ = topics(corpus())
    assert all(sum(share.share for share in mix) == pytest.approx(1, abs=0.001) for mix in mixes.values())
    assert sum(topic.share for topic in found) == pytest.approx(1, abs=0.001)
    assert [(p.period, p.articles) for p in found[0].periods] == [("2025-01", 1), ("2025-02", 1), ("2025-03", 1)]


def test_a_large_corpus_is_parted_by_means():
    """Beyond a few hundred articles the groups come from k-means: the subjects are still apart, the number chosen."""
    many = [document(f"{key}{n}", text * (1 + n % 3) + f"خبر{n % 7} ")
            for n in range(120) for key, text in SUBJECTS.items()]  # fmt: skip
    found, *_ = topics(many)
    assert all(len({article[0] for article in topic.articles}) == 1 for topic in found)
    assert kinds(topics(many, 3)[0]) == ["f", "h", "p"]


def test_keyphrases():
    """An article's keyphrases are the phrases that it repeats, in their usual form, the rarest words first."""
    text = "سباق الذكاء الاصطناعي يشتد. الذكاء الاصطناعي في كل شركة. هذه شركة تنمو، وشركات ذكاء اصطناعي تفلس."
    found = topics([document("a", text), document("b", PRICES)]).keyphrases
    assert found["a"][0].term == "الذكاء الاصطناعي"
    assert {term.term for term in found["b"]} >= {"النفط"} or found["b"][0].term.endswith("النفط")
    weights = [term.weight for term in found["a"]]
    assert weights == sorted(weights, reverse=True)


def test_a_name_that_looks_like_no_name():
    """What always follows one word belongs to it: سيك looks like a verb, إيه like a stop word; others do not."""
    text = ("أطلقت ديب سيك نموذجا. تقول ديب سيك ذلك. تنافس ديب سيك أوبن إيه آي. "
            "طورت أوبن إيه آي تطبيقا. ربحت أوبن إيه آي. ")  # fmt: skip
    found = topics([document("a", text)])
    assert {"ديب سيك", "أوبن إيه آي"} <= {term.term for term in found.topics[0].terms}
    assert {"ديب سيك", "أوبن إيه آي"} <= {term.term for term in found.keyphrases["a"]}
    apart = topics([document("a", "الوزارة أكدت الخبر. الوزارة تنفي. أكدت الشركة الخبر. " * 3)])
    assert not any("أكدت" in term.term for term in apart.topics[0].terms)


def test_stop_words_stand_in_phrases_alone():
    """المصدر says nothing alone, but المصدر المفتوح does."""
    found = topics([document("a", "المصدر المفتوح هنا. نماذج المصدر المفتوح. قال المصدر. ذكر المصدر. المصدر ")])
    shown = [term.term for term in (*found.topics[0].terms, *found.keyphrases["a"])]
    assert "المصدر المفتوح" in shown
    assert "المصدر" not in shown


def test_keyphrases_are_said_in_phrases():
    """A lone word comes in the phrase in which it is said; a usual word without one comes last."""
    text = "أسعار النفط ترتفع. أسعار النفط تهبط. النفط هنا. النفط هناك. شركة تنمو. هذه شركة. عن شركة. لكل شركة. "
    shown = [term.term for term in topics([document("a", text)]).keyphrases["a"]]
    assert shown[0] == "أسعار النفط"
    assert shown[-1] == "شركة"


def test_a_label_has_no_generic_word_alone():
    """شركة alone names nothing; the phrase in which it is said does."""
    text = "شركة التأمين تربح. شركة التأمين تخسر. شركة التأمين هنا. التأمين غال. "
    found, *_ = topics([document("a", text)])
    assert "شركة" not in found[0].label.split("، ")
    assert "التأمين" in found[0].label


def test_representatives_are_the_nearest():
    """A topic's representative articles are of its own, three at most."""
    found, *_ = topics(corpus(5))
    assert all(set(topic.representatives) < set(topic.articles) for topic in found)
    assert all(len(topic.representatives) == 3 for topic in found)


@pytest.mark.parametrize(("by", "value"), [("month", "2025-01"), ("year", "2025"), ("source", "س"), ("category", "ق")])
def test_parts(by, value):
    """Topics are counted by month, year, source or category, with their mean share of the articles there."""
    documents = [document(f"{key}{n}", text * 2, "2025-01-15", source="س", category="ق")
                 for n in range(2) for key, text in SUBJECTS.items()]  # fmt: skip
    found, *_ = topics([*documents, document("z", FOOTBALL * 2)], by=by)
    parts = [part for topic in found for part in topic.parts]
    assert {(part.by, part.value) for part in parts} == {(by, value)}
    assert [part.articles for part in parts] == [2, 2, 2]
    assert sum(part.share for part in parts) == pytest.approx(1, abs=0.01)


def test_names_left_out():
    """Without names, what happened is left: the terms hold none."""
    article = Article("a", "a.txt", 0, text="اشترت شركة سامسونغ مصنعا. مصنع سامسونغ كبير. المصنع ينتج أجهزة. ")
    kept, left = (topics(list(run([article], {*analysis.NEEDS, "mentions"}, Settings("rules", names=names))))
                  for names in (True, False))  # fmt: skip
    assert any("سامسونغ" in term.term for term in kept.topics[0].terms)
    assert not any("سامسونغ" in term.term for term in left.topics[0].terms)


WORDS = st.sampled_from(
    ["النفط", "الأسعار", "مباراة", "كرة", "القدم", "المستشفى", "اللقاح", "الذكاء", "الاصطناعي", "قال", "في", "12", "."]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=14), st.randoms(use_true_random=False),
       st.one_of(st.none(), st.integers(1, 5)))  # fmt: skip
def test_order_does_not_matter_and_every_article_stands_once(texts, shuffle: random.Random, count):
    """Shuffled documents give the same topics up to the reading order; no article stands under two."""
    documents = [document(f"d{n:02}", text) for n, text in enumerate(texts)]
    found, mixes, _ = topics(documents, count)
    other = list(documents)
    shuffle.shuffle(other)
    again, same, _ = topics(other, count)
    assert dict(mixes) == dict(same)
    assert [(t.id, t.label, t.terms, t.share) for t in found] == [(t.id, t.label, t.terms, t.share) for t in again]
    stood = [article for topic in found for article in topic.articles]
    assert len(stood) == len(set(stood))
    assert all(0 <= share.share <= 1 for mix in mixes.values() for share in mix)
    assert all(topic.terms and topic.label for topic in found)
    assert [topic.articles for topic in found] == [tuple(sorted(topic.articles)) for topic in found]


def test_needs():
    """The analysis says what it needs."""
    assert {"terms"} == analysis.NEEDS


def test_what_topics_are_counted_by_is_the_same_for_api_command_and_analysis():
    """The three that must not import each other offer the same keys."""
    by = next(option for option in analysis.OPTIONS if option.name == "topics_by")
    assert tuple(KEYS) == TOPIC_KEYS == tuple(by.type.choices)


def test_articles_without_a_topic_are_listed_last(report, table):
    """Every article stands under its topic, those that none fits at the end."""
    grid = table(report, "Articles by topic", sections=("topics",))
    assert [group.heading for group in grid.groups] == ["الذكاء الاصطناعي", "(no topic)"]
