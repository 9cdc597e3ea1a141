"""Products, laws and plans."""

from __future__ import annotations

import pytest

from arcorpus.ner.products import document, numbered_law, version_end, versioned


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("اتفاق باريس للمناخ", [("اتفاق باريس", "PRODUCT", 0.9)]),
        ("معاهدة ماستريخت", [("معاهدة ماستريخت", "PRODUCT", 0.9)]),
        ("معاهدة زورب مغيل تون", [("معاهدة زورب مغيل", "PRODUCT", 0.9)]),
        ("قانون الرقائق الأوروبي", [("قانون الرقائق الأوروبي", "PRODUCT", 0.9)]),
        ("اتفاق الرقائق الأوروبي", []),
        ("قانون رقائق الأوروبي", []),
        ("اتفاق مصر", []),
        ("إعلان باريس أنها", []),
        ("إعلان باريس أنت", [("إعلان باريس", "PRODUCT", 0.9)]),
        ("باتفاق باريس", [("اتفاق باريس", "PRODUCT", 0.9)]),
        ("اتفاق محمد", []),
        ("اتفاق", []),
    ],
)
def test_document(candidates_by, text, names):
    """A town or foreign words name a treaty, a field and a people a law; a state or أن makes it somebody's plan."""
    assert candidates_by(document, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("القانون عدد 52 لسنة 1992 أمس", [("القانون عدد 52 لسنة 1992", "PRODUCT", 0.9)]),
        ("قانون المالية لسنة 2017", [("قانون المالية لسنة 2017", "PRODUCT", 0.9)]),
        ("القانون عدد كذا لسنة 1992", []),
        ("القانون عدد 52 في 1992", []),
        ("القانون عدد 52 لسنة كذا", []),
        ("القانون، لسنة 2017", []),
        ("قانون المالية لعام 2017م", [("قانون المالية لعام 2017", "PRODUCT", 0.9)]),
        ("القانون عدد 52", []),
    ],
)
def test_numbered_law(candidates_by, text, names):
    """A number and a year after «لسنة», or the year alone, name a law; what parts them does not."""
    assert candidates_by(numbered_law, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("آيفون 18 برو أمس", [("آيفون 18 برو", "PRODUCT", 0.9)]),
        ("لأندرويد 2.3.", [("أندرويد 2.3", "PRODUCT", 0.9)]),
        ("آيفون 18 مرة", []),
        ("آيفون أمس", []),
        ("تونس 18", []),
    ],
)
def test_versioned(candidates_by, text, names):
    """A known product takes its version; a number that counts the next word is none."""
    assert candidates_by(versioned, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("بموجب اتفاق باريس للمناخ", ["اتفاق باريس"]),
        ("التزم بإعلان جدة الموقع", ["إعلان جدة"]),
        ("وقعت معاهدة ماستريخت آنذاك", ["معاهدة ماستريخت"]),
        ("أقر البرلمان قانون الرقائق الأوروبي أمس", ["قانون الرقائق الأوروبي"]),
        ("قبل اتفاق مصر مع الصندوق", []),
        ("بعد إعلان مملكة البحرين موقفها", []),
        ("بعد إعلان باريس أنها ستنسحب", []),
        ("أقر قانون العمل الجديد", []),
    ],
)
def test_a_treaty_or_law_is_called_after_a_town_or_a_field(named_by, text, names):
    """A state's plan is no name, nor what somebody announced."""
    assert named_by(document, text) == [(name, "PRODUCT") for name in names]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("فالكون 9 من القاعدة", "فالكون 9"),
        ("غالاكسي ألترا 26 قريبا", "غالاكسي ألترا"),
        ("غالاكسي ألترا 26.", "غالاكسي ألترا 26"),
        ("فالكون 9 صواريخ", "فالكون"),
        ("فالكون 9 10", "فالكون 9"),
        ("أرتميس 3.5", "أرتميس 3.5"),
        ("أرتميس 2024", "أرتميس"),
    ],
)
def test_an_edition_and_a_version_end_a_product(words_in, text, end):
    """A number that counts the next word, or a year, is no version."""
    assert text[: version_end(words_in(text), 1)] == end


def test_a_known_product_keeps_its_version(named_by):
    """An attached letter stays outside; a number that counts the next word is none of the name."""
    assert named_by(versioned, "سيطلق آيفون 18 برو في سبتمبر، وتحديث لأندرويد 2.3.") == [
        ("آيفون 18 برو", "PRODUCT"), ("أندرويد 2.3", "PRODUCT")]  # fmt: skip
    assert named_by(versioned, "باعت آيفون 18 مرة") == []
