"""Labels: a word such as «المصدر» says what follows it, where what it needs stands behind it."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.labels import PageLabel, find_label, page_labels


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("المصدر: موقع 24", "source", "المصدر"),
        ("المصدر | الجزيرة", "source", "المصدر"),  # the word alone is enough
        ("بقلم: هند إبراهيم", "author", "بقلم"),
        ("» بقلم هند إبراهيم", "author", "بقلم"),  # marks may stand before it
        ("تاريخ النشر 8 يوليو 2025", "date", "تاريخ النشر"),  # the longest label counts
        ("آخر تحديث: 8 يوليو 2025", "updated", "آخر تحديث"),
        ("نُشِر في: 2024", "date", "نُشِر في"),  # vowel marks aside
        ("الكلمات الدالة", "tags", "الكلمات الدالة"),
        ("تصوير: سامي حسن", "contributor", "تصوير"),
        ("القسم – رياضة", "section", "القسم"),
        ("الملخص: قال الوزير", "summary", "الملخص"),
        ("العنوان : افتتاح مستشفى", "title", "العنوان"),
        ("الرابط: https://a.example", "url", "الرابط"),
        ("النص: قال الوزير", "body", "النص"),
        ("صور: أحمد علي", "contributor", "صور"),  # a town too, but not with a colon
    ],
)
def test_labels(text, kind, word):
    """A label of each kind is found with its end."""
    found = find_label(text)
    assert found is not None
    assert (found.kind, text[: found.end].lstrip(" »")) == (kind, word)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "النص الكامل للبيان",  # needs a colon
        "العنوان الذي اختاره",
        "صور / أ ف ب",  # a town before a stroke
        "القاهرة: قال الوزير",
        "قال الوزير: المصدر",  # a label stands first
        "ا" * 300,
    ],
)
def test_no_labels(text):
    """What stands elsewhere, or lacks what it needs, is no label."""
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("word", "met", "unmet"),
    [
        ("القسم", [": شيء", " – شيء", " / شيء", "：شيء", '"', ""], [" شيء", " نورهان نبيل"]),  # a colon
        ("كتب", [": شيء", " نورهان نبيل", " تقوى عزعوزي"], [" شيء آخر من هذا", " رئيس الوزراء"]),  # that, or a name
        ("خاص", [" نورهان نبيل", ' "الجريدة"'], [" أمين الصندوق", " شيء آخر"]),  # a likely name
        ("المصدر", [" رويترز", " : رويترز", ": شيء"], [" شيء"]),  # an agency or a colon
        ("خدمة", [" «الجريدة»", ' "الجريدة"', ": رويترز"], [" شيء", ": شيء", " رويترز"]),  # a quotation mark
        ("نقلا عن", [" شيء"], []),  # nothing
    ],
)
def test_needs(word, met, unmet):
    """A colon, a name, a likely name, an agency or a quotation mark must stand behind labels that need it."""
    assert [rest for rest in met if find_label(word + rest) is None] == []
    assert [rest for rest in unmet if find_label(word + rest) is not None] == []


def test_labels_without_what_follows():
    """Words that say nothing and words that point elsewhere are never labels themselves."""
    assert "بتوقيت" in page_labels(PageLabel.NOISE)
    assert "للمزيد" in page_labels(PageLabel.POINTER)
    assert find_label("بتوقيت: مكة") is None
    assert find_label("للمزيد: اقرا") is None
