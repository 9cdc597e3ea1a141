"""Names that a head tells: events, laws, products after a head, and names that are spelled out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner.after_heads import after_head
from arcorpus.ner.events import event
from arcorpus.ner.organisations import spelled_out
from arcorpus.ner.products import document, version_end, versioned
from arcorpus.ner.rules import RULES
from arcorpus.ner.words import words_of
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Field


def words(text):
    """The words of a text as the rules see them."""
    return words_of(Field("text", text, split_sentences(text), tokenize(text)))


def found(rule, text):
    """The surfaces and types of what a rule finds in a text."""
    seen = words(text)
    finds = [find for at, word in enumerate(seen) if word.arabic and (find := rule(seen, at))]
    return [(text[find.start : find.end], find.type) for find in finds]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("فاز بلقب كأس السوبر الإسباني بعد مباراة", "كأس السوبر الإسباني"),
        ("ضمن دوري أبطال أوروبا غدا", "دوري أبطال أوروبا"),
        ("يلعب في الدوري الإيطالي هذا الموسم", "الدوري الإيطالي"),
        ("تستعد لاستضافة كأس آسيا 2027 قريبا", "كأس آسيا 2027"),
        ("في بطولة العالم لألعاب القوى أمس", "بطولة العالم لألعاب القوى"),
        ("حصد ميدالية في أولمبياد باريس 2024م أمس", "أولمبياد باريس 2024"),
        ("قبل انطلاق مونديال 2030 بأعوام", "مونديال 2030"),
        ("وفي مهرجان مراكش الدولي للفيلم", "مهرجان مراكش الدولي للفيلم"),
        ("ضمن معرض بغداد الدولي للكتاب", "معرض بغداد الدولي للكتاب"),
        ("في معركة زلوبين قبل قرن", "معركة زلوبين"),
        ("سائق فاز بجائزة إيطاليا الكبرى أمس", "جائزة إيطاليا الكبرى"),
        ("منذ الثورة الفرنسية تغير كل شيء", "الثورة الفرنسية"),
    ],
)
def test_an_event_is_its_head_and_what_it_is_called_after(text, name):
    """Place, adjectives, «لل…», «لألعاب …» and the year go on with the name; و ب ل before the head stay outside."""
    assert found(event, text)[0] == (name, "EVENT")


@pytest.mark.parametrize(
    "text",
    [
        "عقد الوزير مؤتمرا صحفيا", "في مؤتمر دولي كبير", "شرب كأس الماء", "بشكل دوري ومنتظم", "حصل على جائزة مالية",
        "أخذ دوره كاملا", "في معرض رده على السؤال", "أيام رمضان الماضي", "الحرب مستمرة", "حاز جائزة فرنسا", "قمة الجبل",
        "المؤتمر الوطني الليبي",
    ],
)  # fmt: skip
def test_a_head_with_what_any_event_may_have_is_no_event(text):
    """Common adjectives, plain nouns, a pronoun on the head and definite assemblies make no name."""
    assert found(event, text) == []


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
def test_a_treaty_or_law_is_called_after_a_town_or_a_field(text, names):
    """A state's plan is no name, nor what somebody announced."""
    assert found(document, text) == [(name, "PRODUCT") for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت بي بي سي إن", [("بي بي سي", "ORG")]),
        ("بحسب سي إن إن أمس", [("سي إن إن", "ORG")]),
        ("مقاتلات إف-16 أمس", []),
        ("أطلق صاروخ إس إل إس أمس", [("إس إل إس", "PRODUCT")]),
        ("قال لإذاعة موزاييك إف إم إن", [("موزاييك إف إم", "ORG")]),
        ("قال روبرت دي نيرو إن الفيلم", []),
        ("كي لا يكون", []),
    ],
)
def test_names_of_letters_in_a_row_are_an_abbreviation(text, names):
    """Two letters at least, typed by the head before them; a station's name stands before «إف إم»."""
    assert found(spelled_out, text) == names


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
def test_a_foreign_word_after_a_head_is_a_name(text, names):
    """Also after a head with a pronoun; verbs, plurals and genitives that no list holds are not taken for foreign."""
    assert found(after_head, text) == names


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
def test_an_edition_and_a_version_end_a_product(text, end):
    """A number that counts the next word, or a year, is no version."""
    assert text[: version_end(words(text), 1)] == end


def test_a_known_product_keeps_its_version():
    """An attached letter stays outside; a number that counts the next word is none of the name."""
    assert found(versioned, "سيطلق آيفون 18 برو في سبتمبر، وتحديث لأندرويد 2.3.") == [
        ("آيفون 18 برو", "PRODUCT"), ("أندرويد 2.3", "PRODUCT")]  # fmt: skip
    assert found(versioned, "باعت آيفون 18 مرة") == []


PIECES = st.sampled_from(
    ["كأس", "بطولة", "أمم", "أفريقيا", "2025", "مهرجان", "قرطاج", "الدولي", "للكتاب", "بي", "سي", "إن", "إف-16", "(",
     "صاروخ", "فالكون", "9", "برو", "اتفاق", "باريس", "قانون", "الأوروبي", "\n", "وب", "حزب", "نداء", "تونس", "."]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_finds_are_stretches_of_the_text(text):
    """Whatever stands together, a find starts and ends with a word, on one line."""
    seen = words(text)
    for rule in RULES:
        for at, word in enumerate(seen):
            find = rule(seen, at) if word.arabic else None
            if find:
                surface = text[find.start : find.end]
                assert surface == surface.strip() != ""
                assert "\n" not in surface
                assert 0 < find.score <= 1


def test_a_long_line_of_heads_takes_linear_time():
    """Tens of thousands of heads and letters in a row are done in seconds."""
    seen = words("كأس بي سي دوري الدولي قانون حزب " * 5_000)
    start = time.perf_counter()
    for at in range(len(seen)):
        for rule in RULES:
            rule(seen, at)
    assert time.perf_counter() - start < 60
