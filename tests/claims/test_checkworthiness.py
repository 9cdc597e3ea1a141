"""How far a statement is worth a check, on sentences of its own."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus import pipeline
from arcorpus.claims.checkworthiness import ASSERTION, WEIGHTS, _role, weigh
from arcorpus.resources import lexicon
from arcorpus.types import Article

SETTINGS = pipeline.Settings("rules")


def documents(*texts, title=None):
    """The documents of bodies, with claims weighed."""
    articles = [Article(f"a{n}", "x.txt", n, title=title, text=text) for n, text in enumerate(texts)]
    return list(pipeline.run(articles, {"claims"}, SETTINGS))


def assertions(text, **options):
    """The writer's own statements found in a body."""
    (document,) = documents(text, **options)
    return [claim for claim in document.claims if claim.kind == "assertion"]


def worth(content):
    """The check-worthiness of a content that a minister is said to have said."""
    (document,) = documents(f"قال وزير المالية إن {content}.")
    return next(claim.checkworthiness for claim in document.claims if claim.kind == "indirect")


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("العجز بلغ 12 مليار دولار هذا العام", "العجز كبير جدا هذا العام"),
        ("البطالة انخفضت إلى 9 بالمئة في مارس 2024", "البطالة تشغل بال الناس في كل بيت"),
        ("البرلمان أقر قانون الضرائب يوم أمس", "على البرلمان أن يفعل شيئا مفيدا"),
        ("الحريق أدى إلى مقتل أربعة عمال", "الحريق ربما كان حادثا مؤسفا"),
        ("الشركة اشترت المصنع بمبلغ مليوني دولار", "الشركة ستشتري ربما المصنع يوما ما"),
        ("الصادرات ارتفعت بنسبة 20 بالمئة", "ينبغي أن ترتفع الصادرات كثيرا"),
        ("المستشفى استقبل 300 جريح في أسبوع", "نحن نتمنى للجميع دوام الصحة"),
        ("المحكمة قضت بسجن المدير خمس سنوات", "المدير رجل رائع ومخلص لعمله"),
    ],
)
def test_facts_stand_above_opinions_wishes_and_plans(more, less):
    """A fact with a number, an event or a cause is worth more than an opinion, a wish, a duty or a maybe."""
    assert worth(more) > worth(less)


def test_stance_of_the_cue_counts():
    """What is hoped for is worth less than the same content when it is announced."""
    said, hoped = documents("أعلنت الحكومة أن السد سيفتح في مارس.", "تأمل الحكومة أن السد سيفتح في مارس.")
    assert said.claims[0].checkworthiness > hoped.claims[0].checkworthiness


def test_every_claim_is_weighed():
    """No claim is left without a figure between 0 and 1."""
    for document in documents("قال الوزير إن الوضع صعب. وأضاف أن 40 بالمئة من القرى بلا ماء."):
        assert document.claims
        assert all(0 <= claim.checkworthiness <= 1 for claim in document.claims)


def test_a_fact_of_the_writer_is_an_assertion():
    """A sentence of the writer's own with a checkable fact is a claim without source and cue that asserts."""
    text = "اشترت الحكومة التونسية 300 ألف طن من القمح في مارس 2023 بقيمة 90 مليون دولار."
    (found,) = assertions(text)
    assert (found.source, found.cue, found.stance) == (None, None, "assert")
    assert found.text == text.rstrip(".") == text[found.start : found.end]
    assert found.checkworthiness >= ASSERTION


@pytest.mark.parametrize(
    "text",
    [
        "ينبغي لنا جميعا أن نفكر في مستقبل أفضل لأطفالنا.",
        "وهذا أمر رائع وجميل حقا، ونتمنى لكم التوفيق!",
        "فهل تعود المياه إلى مجاريها بين البلدين؟",
        "خسائر بقيمة 90 مليون دولار",
        "النادي الإفريقي 28 - 23 شبيبة القيروان * الترجي 31 - 30 النجم الساحلي * الساعة 14:00.",
        "",
    ],
)
def test_what_is_no_assertion(text):
    """Duties, judgements, questions, sub-headings and written-out tables of results are not reported."""
    assert assertions(text) == []


def test_a_sentence_with_a_claim_is_no_assertion():
    """What somebody is said to have said is not the writer's as well."""
    assert assertions("قالت الوزارة إن العجز بلغ 12 مليار دولار في مارس 2023.") == []


def test_a_headline_is_no_assertion():
    """Only the body is searched: the title says again what it says."""
    title = "الحكومة تشتري 300 ألف طن من القمح بقيمة 90 مليون دولار في مارس"
    assert assertions("نص قصير.", title=title) == []


def test_may_before_an_imperfect_is_a_hedge():
    """«قد يبلغ» is weaker than «قد بلغ»."""
    assert worth("العجز قد بلغ 12 مليار دولار") > worth("العجز قد يبلغ 12 مليار دولار")


def test_claims_are_in_the_order_of_the_text():
    """Assertions stand among the claims where they stand in the text."""
    text = (
        "بلغ العجز 12 مليار دولار في مارس 2023 بحسب الوزارة.\n"
        "اشترت الحكومة 300 ألف طن من القمح في مارس 2023.\nوقال الوزير إن الأسعار لن ترتفع."
    )
    (document,) = documents(text)
    assert [claim.start for claim in document.claims] == sorted(claim.start for claim in document.claims)


def test_every_word_of_the_lexicon_has_a_weight():
    """Each kind of word in the lexicon is one that is weighed, and no word is listed twice."""
    rows = lexicon("checkwords")
    assert {row["role"] for row in rows} <= set(WEIGHTS)
    assert len({row["form"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("word", "role"),
    [("ارتفعت", "change"), ("يرتفع", "change"), ("الحكومة", "public"), ("قُتل", "act"), ("كتاب", None)],
)
def test_inflections_are_found(word, role):
    """A listed word is found with article, endings and the marks of the imperfect."""
    assert _role(word) == role


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="قال إن ارتفع 5٪ . ؟ ! « » ، \n سوف ربما دولار مليون", max_size=80))
def test_any_text_is_weighed(text):
    """Whatever the text, spans are right, figures lie between 0 and 1, and a second run says the same."""
    (first,), (second,) = documents(text), documents(text)
    assert first.claims == second.claims
    for claim in first.claims:
        body = first.article.text
        assert body[claim.start : claim.end] == claim.text
        assert 0 <= claim.checkworthiness <= 1


def test_time_is_linear():
    """Ten times the text takes about ten times as long, not a hundred."""
    sentence = "اشترت الحكومة 300 ألف طن من القمح في مارس 2023 بقيمة 90 مليون دولار وفق ما يراه كثيرون. "
    took = []
    for times in (100, 1000):
        (document,) = pipeline.run([Article("a", "a", 0, text=sentence * times)], {"mentions"}, SETTINGS)
        begin = time.process_time()
        weigh(document)
        took.append(time.process_time() - begin)
    assert took[1] < 40 * max(took[0], 0.005)
