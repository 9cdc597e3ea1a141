"""The noun phrases that numbers count."""

from __future__ import annotations

import pytest

from arcorpus.text.value_lexer import lexemes
from arcorpus.values.digits import canonical
from arcorpus.values.numerals import cardinal
from arcorpus.values.quantities import noun_after, noun_before


def after(text, *, strict=False):
    """Surface of number and noun, and the noun's dictionary form, or None."""
    words = lexemes(text)
    number = cardinal(words, 0)
    counted = noun_after(text, words, number, strict=strict)
    return counted and (text[: words[counted.end - 1].end], counted.lemma)


PHRASES = {
    "10 آلاف رقاقة حصل عليها": ("10 آلاف رقاقة", "رقاقة"),
    "3 عناصر رئيسية": ("3 عناصر", "عنصر"),
    "اثني عشر باحثًا تم": ("اثني عشر باحثًا", "باحث"),
    "61 غرفة تجارة دولية": ("61 غرفة تجارة", "غرفة تجارة"),
    '4 "غرف حرب" للتحقيق': ('4 "غرف حرب', "غرفة حرب"),
    "700 شكوى واطلعت": ("700 شكوى", "شكوى"),
    "2000 امرأة سليمة": ("2000 امرأة", "امرأة"),
    "5 بنادق صيد دون": ("5 بنادق صيد", "بندقية صيد"),
    "9 حالات وفاة": ("9 حالات وفاة", "حالة وفاة"),
    "7 سنوات سجنا": ("7 سنوات", "سنة"),
    "10 أيام عمل": ("10 أيام عمل", "يوم عمل"),
    "5 كيلومترات مربعة": ("5 كيلومترات مربعة", "كيلومتر مربع"),
    "25 درجة مئوية": ("25 درجة مئوية", "درجة مئوية"),
    "30 كلم/س قرب": ("30 كلم/س", "كيلومتر/ساعة"),
    "5 كيلو غراما": ("5 كيلو غراما", "كيلوغرام"),
    "10 متر": ("10 متر", "متر"),
    "مليون برميل نفط يوميا": ("مليون برميل نفط", "برميل نفط"),
    "مليون برميل يوميا": ("مليون برميل", "برميل"),
    "خمس مرات متتالية": ("خمس مرات", "مرة"),
    "20 دولة عربية": ("20 دولة", "دولة"),
    "3 طائرات حربية": ("3 طائرات", "طائرة"),
    "الثلاثة الأيام الماضية": ("الثلاثة الأيام", "يوم"),
    "5 مدنيين بينهم": ("5 مدنيين", "مدني"),
    "ثلاث ساعات ونصف الساعة": ("ثلاث ساعات ونصف الساعة", "ساعة"),
    "103 مقاعد": ("103 مقاعد", "مقعد"),
    "(63) خريجا": ("(63) خريجا", "خريج"),
    "(عشرة) أيام": ("(عشرة) أيام", "يوم"),
    "3 آلات تصوير": ("3 آلات تصوير", "آلة تصوير"),
    "5 ألعاب جديدة": ("5 ألعاب", "لعبة"),
    "50 انقلابيا في": ("50 انقلابيا", "انقلابي"),
    "20 أشخاص": ("20 أشخاص", "شخص"),
    "3.5 أطنان": ("3.5 أطنان", "طن"),
}
SHARES = {
    "اثنين من موظفي ميتا": ("اثنين من موظفي", "موظف"),
    "ثلاثة من الجنود الأمريكيين": ("ثلاثة من الجنود", "جندي"),
    "4 من عناصر الشرطة": ("4 من عناصر الشرطة", "عنصر الشرطة"),
    "6 من مسلحي الحوثي": ("6 من مسلحي", "مسلح"),
}


@pytest.mark.parametrize(("text", "expected"), [*PHRASES.items(), *SHARES.items()])
def test_noun_phrases_after_numbers(text, expected):
    """The noun with its genitive belongs to the number, an adjective, adverb, verb or name does not."""
    assert after(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "50 والـ60",
        "147 من النظام الداخلي",
        "5 في المئة",
        "12 بعد الظهر",
        "3 منهم",
        "18 من العمر",
        "واحد من أكبر",
        "15 التابعة",
        "2017 حيث",
        "100 ثلاثة",
        "5 رمضان",
        "7 وهي",
        "4 ملايين",
        "مئات الملايين من الناس",
        "1 شخص",
        "10 أكبر الشركات",
        "5",
        "20 قال",
    ],
)
def test_what_a_number_does_not_count(text):
    """Function words, definite words, months and numbers are no counted nouns."""
    assert after(text) is None


def test_strict_asks_for_the_form_that_the_number_needs():
    """After what may be a year only a known noun in its proper form is counted."""
    assert after("2013 مقارنة", strict=True) is None
    assert after("2015 شخص", strict=True) is None
    assert after("2015 شخصا", strict=True) == ("2015 شخصا", "شخص")


def test_a_half_after_a_measure_is_added():
    """«ونصف» after a time or a measure is part of the quantity."""
    words = lexemes("ستة أعوام ونصف")
    counted = noun_after("ستة أعوام ونصف", words, cardinal(words, 0))
    assert (counted.end, canonical(6 + counted.more)) == (3, "6.5")


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("الدول الثلاث", 1, (0, 0, "دولة")),
        ("والسنوات العشر", 1, (0, 1, "سنة")),
        ("للدول السبع", 1, (0, 0, "دولة")),
        ("غرف الحرب الأربع", 2, (0, 0, "غرفة حرب")),
        ("أبنائها الثلاثة", 1, (0, 0, "ابن")),
        ("وأبنائها الثلاثة", 1, (0, 1, "ابن")),
        ("المجموعة السبع", 1, None),
        ("السبع", 0, None),
        ("مع الثلاثة", 1, None),
        ("نقاط ييلين السبع", 2, None),
    ],
)
def test_definite_nouns_before_their_number(text, at, expected):
    """A definite plural before its number is counted by it; the number's article alone counts nothing."""
    assert noun_before(text, lexemes(text), at) == expected
