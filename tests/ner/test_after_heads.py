"""Names after a head that is no part of them."""

from __future__ import annotations

import pytest

from arcorpus.ner.after_heads import after_head


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شركة زيلوكس أمس", [("زيلوكس", "ORG", 0.78)]),
        ("شركة زيلوكس ميمورا تون زورب", [("زيلوكس ميمورا", "ORG", 0.78)]),
        ("مدينة سبيطلة أمس", [("سبيطلة", "LOC", 0.78)]),
        ("مدينة حمص أمس", []),
        ("صحيفة الشروق أمس", [("الشروق", "ORG", 0.74)]),
        ("نادي الفتح أمس", [("الفتح", "ORG", 0.8)]),
        ("مجلة الإجراءات الجزائية", []),
        ("صحيفة الشروق التونسية", [("الشروق", "ORG", 0.74)]),
        ("شركة الشروق أمس", []),
        ("نادي التونسي", []),
        ("حزب قلب تونس أمس", [("قلب تونس", "ORG", 0.9)]),
        ("حزب قلب أمس", []),
        ("هاتفها نوفاليكس 9 برو أمس", [("نوفاليكس 9 برو", "PRODUCT", 0.78)]),
        ("بصاروخ فالكون 9 من", [("فالكون 9", "PRODUCT", 0.78)]),
        ("خدمة قاصدي البيت", []),
        ("نظام يتبادلان فيه", []),
        ("شركة باريس", []),
        ("شركة، زيلوكس", []),
        ("شركة زيلوكس وميمورا", [("زيلوكس", "ORG", 0.78)]),
    ],
)
def test_after_head(candidates_by, text, names):
    """Unknown words after a head are a name; a club, paper or party may also be called by plain words."""
    assert candidates_by(after_head, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أطلقت هاتفها نوفاليكس 9 برو أمس", [("نوفاليكس 9 برو", "PRODUCT")]),
        ("عبر تطبيق سنابلي الجديد", [("سنابلي", "PRODUCT")]),
        ("بصاروخ فالكون 9 من القاعدة", [("فالكون 9", "PRODUCT")]),
        ("مركبة ستارلوكس إلى المدار", [("ستارلوكس", "PRODUCT")]),
        ("مسلسل زوربيتو على الشاشة", [("زوربيتو", "WORK")]),
        ("زعيم حزب قلب تونس أمس", [("قلب تونس", "ORG")]),
        ("تطبيق القانون واجب", []),
        ("خدمة قاصدي البيت", []),
        ("نظام يتبادلان فيه", []),
        ("نموذج 30 سيارة", []),
    ],
)
def test_a_foreign_word_after_a_head_is_a_name(named_by, text, names):
    """Also after a head with a pronoun; verbs, plurals and genitives that no list holds are not taken for foreign."""
    assert named_by(after_head, text) == names
