"""Quoted stretches."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.quotations import find_quotations


def quoted(text):
    """The quoted surfaces of a text."""
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم، سنعود» ثم مضى", ["نعم، سنعود"]),
        ("قال “سنعود غدا” ومضى", ["سنعود غدا"]),
        ('قال "سنعود غدا" ومضى', ["سنعود غدا"]),
        ("قال ‹سنعود› ومضى", ["سنعود"]),
        ("قال 'سنعود غدا' ومضى", ["سنعود غدا"]),
        ('قال " سنعود غدا " ومضى', ["سنعود غدا"]),
        ("لا علامات هنا", []),
    ],
)
def test_each_kind_of_mark(text, expected):
    """« », “ ”, straight marks and ‹ › quote; white space inside the marks stays outside."""
    assert quoted(text) == expected


def test_nested_marks_give_the_outer_quotation():
    """A quotation inside a quotation is a part of it."""
    assert quoted("قال «أجاب «نعم» ثم سكت» ومضى") == ["أجاب «نعم» ثم سكت"]
    assert quoted("قال “نعتقد «ان» هذا” وسكت") == ["نعتقد «ان» هذا"]


def test_stray_mark_does_not_swallow_the_page():
    """A mark without a partner costs its own paragraph at most."""
    assert quoted('بدأ "ولم ينته\nوقال "نعم سنعود" ومضى') == ["نعم سنعود"]
    assert quoted("بدأ «ولم ينته\nوقال «نعم سنعود» ومضى") == ["نعم سنعود"]


def test_doubled_straight_mark_is_passed_over():
    """A stray straight mark between two quotations on one line does not turn them inside out."""
    assert quoted('بمقبرة "الثماد" " التابعة لبلدة "الخرايفية" شمالا') == ["الثماد", "الخرايفية"]


def test_mark_after_an_attached_letter_opens():
    """ب"الغريب" opens after the attached letter."""
    assert quoted('وصفه ب"الغريب". وأوضح "نعم"') == ["الغريب", "نعم"]


def test_marks_with_two_sides_run_over_lines():
    """A quotation in « » may hold a few paragraphs; not many, and none beyond the next mark of its kind."""
    assert quoted("قال: «نعم.\nسنعود غدا» ومضى") == ["نعم.\nسنعود غدا"]
    assert quoted("بدأ «ولم" + "\n" * 12 + "ينته» ومضى") == []
    assert quoted("بدأ «ولم\nقال «نعم» ومضى») ") == ["نعم"]


def test_a_closing_mark_opens_nothing():
    """A straight mark right behind a word, and an apostrophe inside one, open no quotation."""
    assert quoted('الحالة"، مؤكدا أن "الأمر حق" اليوم') == ["الأمر حق"]
    assert quoted("قال O'Neil كلمة وO'Brien أخرى") == []


@given(st.text(alphabet='اب ل"«»“”\n:،.', max_size=80))
def test_spans_lie_inside_in_order_and_apart(text):
    """Quotations lie inside the text, are trimmed, in order and apart; no straight mark's runs over a line."""
    last = 0
    for quote in find_quotations(text):
        assert last <= quote.start < quote.end <= len(text)
        surface = text[quote.start : quote.end]
        assert surface == surface.strip()
        assert "\n" not in surface or text[: quote.start].rstrip()[-1:] in {"«", "“"}
        last = quote.end


def test_long_line_of_marks_is_linear():
    """Ten times the marks take about ten times the time, not a hundred times."""

    def seconds(count):
        text = '" ا "' * count
        taken = []
        for _ in range(3):
            begin = time.process_time()
            find_quotations(text)
            taken.append(time.process_time() - begin)
        return min(taken)

    seconds(1000)
    assert seconds(50_000) < 50 * max(seconds(5_000), 1e-2)


def test_a_mark_written_onto_the_conjunction_opens():
    """«إن" …»: nothing can close right after أن."""
    text = 'وأكد أن" الماء يكفي الجميع " ثم غادر'
    assert [text[q.start : q.end] for q in find_quotations(text)] == ["الماء يكفي الجميع"]
