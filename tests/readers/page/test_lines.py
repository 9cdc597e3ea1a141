"""The lines of a page: what is cut, what is seen of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.readers.page.lines import Line, fold_words, lines, share, stems, tokens


def line(text: str) -> Line:
    """The only line of a text."""
    (found,) = lines(text)
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_line_ends_and_gaps(end: str) -> None:
    """Every line end parts lines, two in a row leave a gap."""
    found = lines(f"أول{end}ثان{end}{end}ثالث{end} \ufeff {end}رابع")
    assert [(item.text, item.gap) for item in found] == [("أول", False), ("ثان", False), ("ثالث", True), ("رابع", True)]


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("* الرئيسية", "*", "الرئيسية"),
        ("## عنوان", "##", "عنوان"),
        ("+ حوار", "+", "حوار"),
        ("- قال", "-", "قال"),
        ("> اقتباس", ">", "اقتباس"),
        ("1. أول", "1.", "أول"),
        ("*بلا فراغ", "", "*بلا فراغ"),
        ("*", "", "*"),
        ("• نقطة", "•", "نقطة"),
    ],
)
def test_list_and_heading_marks(text: str, mark: str, rest: str) -> None:
    """A mark before white space is cut off; offsets still lead to the page."""
    found = line(f"  {text} \u200f")
    assert (found.mark, found.text) == (mark, rest)
    assert f"  {text} \u200f"[found.outer : found.end] == text


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("قال.", "."),
        ("قال».", "."),
        ('"قال."', "."),
        ("هل؟", "?"),
        ("يا!", "?"),
        ("...", "…"),
        ("قال..", "…"),
        ("قال،", ","),
        ("قال:", ":"),
        ("قال", ""),
        ("قال.\u200f", "."),
    ],
)
def test_stops(text: str, stop: str) -> None:
    """The mark that a line ends with is found behind quotes and invisible marks."""
    assert line(text).stop == stop


def test_sentences_inside_a_line() -> None:
    """Full stops in numbers, initials and ellipses end no sentence."""
    assert line("بلغ 3.5 في المئة عند د. أحمد.. ثم انتهى.").sentences == 0
    assert line("انتهى الأمر. ثم بدأ! ثم عاد؟ ثم راح. ثم").sentences == 3


def test_markdown_is_shown_as_a_reader_sees_it() -> None:
    """Links are their words, emphasis and note numbers are gone."""
    assert line("**[عنوان](https://x.example/a) كبير**").shown == "عنوان كبير"
    assert line("[12]الرئيسية").shown == "الرئيسية"
    assert line("![صورة](https://x.example/a.jpg)").image
    assert line("https://x.example/a").url


def test_paragraphs_of_a_fixed_width_are_joined() -> None:
    """Lines that a program has broken are one line; a list is not."""
    words = ("كلمة طويلة جدا " * 40).split()
    paragraph = "\n".join(" ".join(words[at : at + 12]) for at in range(0, 60, 12))
    assert len(lines(f"عنوان\n\n{paragraph}\n\n{paragraph}")) == 3
    menu = "\n".join(f"* {' '.join(words[:10])}" for _ in range(8))
    assert len(lines(f"عنوان\n\n{menu}")) == 9


def test_keys_and_stems_fold_what_readers_do_not_miss() -> None:
    """Hamza seats, marks, ligatures and attached letters do not tell words apart."""
    assert fold_words("إقرأ أيضًا") == fold_words("اقرا ايضا")
    assert fold_words("ﻷخبار") == fold_words("لأخبار")
    assert stems("والسفارة") == stems("سفارات")
    assert share(stems("جهود السفارة"), set(stems("السفارات وجهودها"))) == 1.0
    assert share([], {"ا"}) == 0.0


@given(st.text(max_size=300))
def test_any_text_is_cut_without_loss(text: str) -> None:
    """Lines stand in the text where they say, in order, and what lies between them is white or invisible."""
    end = 0
    for item in lines(text):
        assert end <= item.outer <= item.start < item.end
        assert text[item.start : item.end] == item.text
        assert not any(c.isalnum() for c in text[end : item.outer])
        assert item.words >= 0
        end = item.end
    assert not any(c.isalnum() for c in text[end:])


@given(st.text(max_size=100))
def test_tokens_lead_back_to_the_text(text: str) -> None:
    """Each folded word stands where its offsets say."""
    for form, start, end in tokens(text):
        assert fold_words(text[start:end]) == form
