"""Claims by a reporting verb, participle or noun."""

from __future__ import annotations

import pytest

from arcorpus import pipeline
from arcorpus.types import Article


def parts(text):
    """Source, cue, content, kind and stance of each claim of a body."""
    settings = pipeline.Settings(ner="rules")
    (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"}, settings)
    return [(c.source.text, c.cue.text, c.text, c.kind, c.stance) for c in document.claims if c.kind != "assertion"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ونقلت الوكالة عن المسؤول قوله إن الحريق تحت السيطرة.",
            ("المسؤول", "قوله", "الحريق تحت السيطرة", "indirect", "assert"),
        ),
        ("انتشرت شكاوى كثيرة من أن الطريق خطير.", ("شكاوى", "شكاوى", "الطريق خطير", "indirect", "assert")),
        ("ظهرت مزاعم بأن النتائج مزورة.", ("مزاعم", "مزاعم", "النتائج مزورة", "indirect", "doubt")),
        ("أعلنت المديرة استقالتها.", ("المديرة", "أعلنت", "استقالتها", "indirect", "announce")),
        (
            "وأعرب الوزير عن أمله في نجاح القمة.",
            ("الوزير", "أعرب", "نجاح القمة", "indirect", "hope"),
        ),
        ('ووصف المدير في تصريح قرارهم ب"الغريب".', ("المدير", "وصف", "الغريب", "direct", "assert")),
        (
            'وأضاف المصدر "من المؤكد أنه انفجار.',
            ("المصدر", "أضاف", "من المؤكد أنه انفجار", "direct", "assert"),
        ),
    ],
)
def test_each_pattern(text, expected):
    """Nouns of saying, feelings, objects and descriptions attribute with their source, kind and stance."""
    assert expected in parts(text)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("ولم يؤكد المتحدث أن الصفقة تمت.", "doubt"),
        ("ولا يستبعد الخبير أن ترتفع الأسعار.", "deny"),
        ("وقد يرى بعضهم أن الأمر سهل.", "believe"),
    ],
)
def test_negation_turns_the_stance_and_a_modal_does_not(text, stance):
    """«لم يؤكد» doubts, «لا يستبعد» stays a denial, «قد يرى» still believes."""
    assert [found[4] for found in parts(text)] == [stance]


def test_a_modal_lowers_the_score():
    """«قد يرى» is less sure than «يرى»."""

    def score(text):
        settings = pipeline.Settings(ner="rules")
        (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"}, settings)
        return document.claims[0].score

    assert score("وقد يرى الخبير أن الأمر سهل.") < score("ويرى الخبير أن الأمر سهل.")


@pytest.mark.parametrize(
    "text",
    [
        "لم تكشف الشركة عن تفاصيل المشروع الجديد.",
        "ويجب على الناس أن يؤكدوا أنهم جاهزون.",
        "إذا اعتقد الناس أن المجلس فشل.",
        "زار الوزير المدينة بين أمس وأول أمس.",
        "سيطر على مركز المدينة أمس.",
        "وهذا أبرز أحداث نهاية العام.",
    ],
)
def test_what_reports_nothing(text):
    """What was not announced, what is only wanted or supposed, and look-alikes are no claims."""
    assert parts(text) == []
