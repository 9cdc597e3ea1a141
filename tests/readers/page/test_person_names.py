"""Whether a few words are somebody's name."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.person_names import (
    MAYBE,
    SURE,
    has_no_usual_word,
    holds_function,
    is_likely_person,
    is_person,
)


@pytest.mark.parametrize(
    "text",
    [
        "نورهان نبيل",
        "علي المقبلي",
        "د. أحمد علي",
        "الدكتورة هدى زكريا",
        "عبد اللطيف الملحم",
        "محمد أبو شامة",
        "سالم بن أحمد سحاب",
        "محمد أحمد وهدى زكريا",
        "ربيعة/ب",
        "م. بوزيد",
        "عيسى الحليان",
        "ياسر النهدي",
    ],
)
def test_names_with_a_known_first_name(text: str) -> None:
    """A first name of the lexicon, with family, father, title or initial, is surely a person."""
    assert is_person(text) == SURE


@pytest.mark.parametrize("text", ["براكريتي غوبتا", "تقوى عزعوزي", "Mehmet Kemal Firik", "John von Neumann"])
def test_names_that_nothing_speaks_against(text: str) -> None:
    """Foreign and rare names may be persons."""
    assert is_person(text) == MAYBE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "غزة",
        "محمد",
        "رئيس الوزراء",
        "الشرق الأوسط",
        "وكالة الأرز",
        "غزة تنتصر",
        "مصر تفوز",
        "ماهر الحداد ينضم للبطولة",
        "أخبار مصر",
        "من القاهرة",
        "أحمد، محمد",
        "محمد: سنعود",
        "خالد على الطريق",
        "عادل الخراص عريساً",
        "BBC NEWS",
        "رويترز",
        "7 أكتوبر",
        "كرة القدم",
        "محمد أحمد يفوز اليوم في لندن",
    ],
)
def test_words_that_are_no_name(text: str) -> None:
    """Places, papers, sections, offices, sentences and single words are nobody's name."""
    assert is_person(text) == 0


def test_loose_reading_lets_one_everyday_word_in() -> None:
    """Where nothing but a name is likely, a name that is also a word counts."""
    assert (is_person("رفاه العلي"), is_person("رفاه العلي", loose=True)) == (0, MAYBE)


def test_small_words_are_told_from_names_by_their_spelling() -> None:
    """«على» holds a sentence together, «علي» is a name."""
    assert holds_function("خرج على الناس")
    assert not holds_function("علي الناصر")


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("أمين الوزاني", True),
        ("د. فوزية البكر", True),
        ("هدى بركات", True),
        ("كريم بن سعيد", True),
        ("أمين الصندوق", False),
        ("أمل جديد", False),
        ("كمال الأجسام", False),
        ("مشروع الحديقة", False),
        ("", False),
    ],
)
def test_a_first_name_that_is_a_word_makes_a_name_with_a_rare_one(text: str, likely: bool) -> None:  # noqa: FBT001 - a table
    """Behind a first name a family's name is likely, a word that everybody writes is not."""
    assert is_likely_person(text) is likely


def test_usual_words_are_known_with_and_without_the_article() -> None:
    """Words that everybody writes are usual, families' names are not."""
    assert has_no_usual_word("يمامة بدوان")
    assert not has_no_usual_word("صندوق")
    assert not has_no_usual_word("الصندوق")
