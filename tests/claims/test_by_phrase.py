"""Claims by an attributing phrase."""

from __future__ import annotations

import pytest

from arcorpus import pipeline
from arcorpus.types import Article


def parts(text):
    """Source, cue, content and stance of each claim of a body."""
    settings = pipeline.Settings(ner="rules")
    (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"}, settings)
    return [(c.source.text, c.cue.text, c.text, c.stance) for c in document.claims if c.kind != "assertion"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وتبدأ الأشغال الأسبوع القادم، حسب ما أفاد به مدير المصنع.",
            ("مدير المصنع", "حسب ما أفاد به", "تبدأ الأشغال الأسبوع القادم", "assert"),
        ),
        (
            "وبحسب أحد التجار فإن الأسعار ارتفعت هذا الموسم.",
            ("أحد التجار", "بحسب", "الأسعار ارتفعت هذا الموسم", "assert"),
        ),
        (
            "وفقا لأحد المطلعين، فقد أنفقوا أكثر من ذلك.",
            ("أحد المطلعين", "وفقا ل", "قد أنفقوا أكثر من ذلك", "assert"),
        ),
        ("ومن المنتظر افتتاح الطريق الجديد.", (None, "من المنتظر", "افتتاح الطريق الجديد", "predict")),
        ("ويُذكر أن الطريق مغلق منذ شهر.", (None, "يُذكر", "الطريق مغلق منذ شهر", "assert")),
        (
            "وتوقفت الأشغال أياما، كما جاء في بيان الشركة.",
            ("بيان الشركة", "كما جاء في", "توقفت الأشغال أياما", "assert"),
        ),
    ],
)
def test_each_kind_of_phrase(text, expected):
    """Before, after and around its content a phrase gives its source and where the content ends."""
    assert expected in parts(text)


def test_a_sentence_that_only_closes_with_a_phrase_is_the_last_speaker_s():
    """«كما أن …، وفق تعبيره» without a verb of saying goes to whoever spoke before."""
    found = parts("قال المدير إن الإنتاج تضاعف.\nكما أن العمال راضون جدا، وفق تعبيره.")
    assert found[1] == ("المدير", "وفق تعبيره", "العمال راضون جدا", "assert")


def test_added_verbs_are_reports_of_their_own():
    """«كما أكد الوزير أن» is a report; «، كما أكد الوزير» attributes what stands before it."""
    assert parts("كما أكد الوزير أن الطريق مفتوح.")[0][1] == "أكد"
    assert parts("الطريق الجديد مفتوح، كما أكد الوزير.")[0][1] == "كما أكد"


def test_groups_and_plans_attribute_nothing():
    """«حسب المناطق» and «وفق الخطة» are no sources."""
    assert parts("صدرت النتائج الجديدة حسب المناطق الكبرى. والعمل يسير وفق الخطة المرسومة.") == []
