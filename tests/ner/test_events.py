"""Events, and what holds for every rule."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner.events import event
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("فاز بكأس أمم أفريقيا 2025 أمس", [("كأس أمم أفريقيا 2025", "EVENT", 0.93)]),
        ("في مؤتمر دولي كبير", []),
        ("مونديال 2030 قريب", [("مونديال 2030", "EVENT", 0.93)]),
        ("مونديال قريب", []),
        ("أولمبياد باريس 2024م", [("أولمبياد باريس 2024", "EVENT", 0.93)]),
        ("جائزة إيطاليا الكبرى", [("جائزة إيطاليا الكبرى", "EVENT", 0.93)]),
        ("جائزة إيطاليا", []),
        ("مهرجان محمد العياري أمس", [("مهرجان محمد العياري", "EVENT", 0.93)]),
        ("بطولة العالم لألعاب القوى", [("بطولة العالم لألعاب القوى", "EVENT", 0.93)]),
        ("مهرجان مراكش الدولي للفيلم", [("مهرجان مراكش الدولي للفيلم", "EVENT", 0.93)]),
        ("مهرجان مراكش، 2024", [("مهرجان مراكش", "EVENT", 0.93)]),
        ("الثورة الفرنسية", [("الثورة الفرنسية", "EVENT", 0.93)]),
        ("الثورة زورب", []),
        ("أخذ دوره كاملا", []),
        ("قمة زورب", []),
        ("كأس العالم 1850", [("كأس العالم", "EVENT", 0.93)]),
        ("معركة زلوبين أمس", [("معركة زلوبين", "EVENT", 0.93)]),
        ("مهرجان زورب ميمورا أمس", [("مهرجان زورب ميمورا", "EVENT", 0.93)]),
    ],
)
def test_event(candidates_by, text, names):
    """What it is of, where, or its year makes a head an event; what any event may have does not."""
    assert candidates_by(event, text) == names
