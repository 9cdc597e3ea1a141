"""The stages and their run."""

from __future__ import annotations

from itertools import pairwise

import pytest

from arcorpus import pipeline
from arcorpus.types import Article, Furniture

TEXTS = [
    "قال وزير المالية سالم العتيبي إن الحكومة ستنفق 5 ملايين دولار في عام 2025.\nوأضاف أن الخطة جاهزة.",
    "أعلنت شركة OpenAI عن نموذج جديد.\nإعلان\nوقالت الشركة إن النموذج أسرع بنسبة 20%.",
    "",
    "زار الرئيس بيروت يوم الأحد، ثم عاد إلى القاهرة.",
]


def articles():
    """A few articles, one with furniture inside its body, one empty."""
    made = [
        Article(f"id{n}", f"{n}.txt", 0, title=f"عنوان رقم {n}", text=text, text_start=10, furniture=())
        for n, text in enumerate(TEXTS)
    ]
    start = 10 + TEXTS[1].index("إعلان")
    made[1] = Article(
        "id1",
        "1.txt",
        0,
        standfirst=("سطر أول",),
        text=TEXTS[1],
        text_start=10,
        furniture=(Furniture(start, start + len("إعلان"), "advert"),),
    )
    return made


def test_closure_brings_what_a_stage_needs():
    """A stage's needs run before it, each once, in a fixed order."""
    assert pipeline.closure({"claims"}) == ("tokens", "mentions", "claims")
    assert pipeline.closure({"counts"}) == ("counts",)
    assert pipeline.closure(set()) == ()


def test_unneeded_stages_have_not_run():
    """What nobody asked for stays None, which is not the same as found nothing."""
    (document, *_) = pipeline.run(articles(), {"counts"})
    assert document.fields is None
    assert document.mentions is None
    assert document.article.words == 18
    assert document.article.sentences == 2


@pytest.mark.parametrize("size", [1, 2, 64])
def test_result_does_not_depend_on_batch_or_order(monkeypatch, size):
    """Whatever the batch size and the order of the articles, each article's document is the same."""
    whole = {d.article.id: d for d in pipeline.run(articles(), set(pipeline.STAGES))}
    monkeypatch.setattr("arcorpus.engines.local.BATCH", size)
    shuffled = articles()
    shuffled = shuffled[size % 4 :] + shuffled[: size % 4]
    assert {d.article.id: d for d in pipeline.run(shuffled, set(pipeline.STAGES))} == whole


def test_furniture_inside_the_body_is_analysed_by_nothing():
    """No sentence, token, mention or claim touches furniture, and it does not count as words."""
    document = list(pipeline.run(articles(), set(pipeline.STAGES)))[1]
    (inside,) = document.article.furniture_inside()
    body = document.fields[-1]
    assert body.name == "text"
    for span in (*body.sentences, *body.tokens, *[m for m in document.mentions if m.field == "text"]):
        assert span.end <= inside.start or span.start >= inside.end


def test_every_offset_gives_back_its_surface():
    """Tokens, mentions, claims, cues and sources are what stands at their offsets in their field."""
    for document in pipeline.run(articles(), set(pipeline.STAGES)):
        texts = {field.name: field.text for field in document.fields}
        for item in (*document.mentions, *document.claims):
            assert texts[item.field][item.start : item.end] == item.text
        for claim in document.claims:
            for part in (claim.cue, claim.source):
                if part is not None and part.text is not None:
                    assert texts[claim.field][part.start : part.end] == part.text


def test_mentions_are_in_reading_order_and_apart():
    """Mentions come title first, then by offset, and none overlaps another in its field."""
    for document in pipeline.run(articles(), {"mentions"}):
        order = [field.name for field in document.fields]
        keys = [(order.index(m.field), m.start, m.end) for m in document.mentions]
        assert keys == sorted(keys)
        for (field, _, end), (other, start, _) in pairwise(keys):
            assert field != other or end <= start


def test_values_are_found_without_a_recogniser():
    """With no recogniser the values remain."""
    documents = pipeline.run(articles(), {"mentions"}, pipeline.Settings(ner="none"))
    types = {m.type for d in documents for m in d.mentions}
    assert types == {"DATE", "MONEY", "PERCENT"}


def test_value_that_cannot_be_had_is_null_with_a_warning():
    """A Hijri year that no calendar holds is marked without a value, and the article says so."""
    (document,) = pipeline.run([Article("i", "p", 0, text="حدث ذلك في 3 رمضان 1800 هـ.")], {"mentions"})
    (mention,) = [m for m in document.mentions if m.type == "DATE"]
    assert mention.value is None
    assert any(mention.text in warning for warning in document.article.warnings)
