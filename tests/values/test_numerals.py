"""Number expressions as exact numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.value_lexer import lexemes
from arcorpus.values.digits import canonical, digits
from arcorpus.values.numerals import cardinal, joined_fraction, number, number_word, ordinal

WORDS = {
    "خمسة وعشرين": 25,
    "ستة و عشرون": 26,
    "اثني عشر": 12,
    "اثنتا عشرة": 12,
    "ثلاث عشرة": 13,
    "الأحد عشر": 11,
    "مائة": 100,
    "مئتين": 200,
    "مئتا": 200,
    "ثلاثمائة": 300,
    "ثلاث مئة وخمسين": 350,
    "ثمانمئة": 800,
    "مئة وخمسة": 105,
    "ألف": 1000,
    "ألفين": 2000,
    "ألفان ومئتان": 2200,
    "ألف وتسعمائة وخمسين": 1950,
    "ألفين وعشرين": 2020,
    "تسعة آلاف وخمسمئة": 9500,
    "مئة وخمسة وعشرين ألفا و300": 125_300,
    "أحد عشر ألفا": 11_000,
    "خمسة وعشرون ألفا وثلاثمئة وأربعة عشر": 25_314,
    "مليونا و150 ألف": 1_150_000,
    "2 مليون و 150 ألف": 2_150_000,
    "مليونين": 2_000_000,
    "مليوني": 2_000_000,
    "مئة مليون": 10**8,
    "مليار": 10**9,
    "ألف مليار": 10**12,
    "نصف مليار": 5 * 10**8,
    "ربع مليون": 250_000,
    "مليون ونصف المليون": 1_500_000,
    "ثلاثة ملايين ونصف": 3_500_000,
    "3 ونصف مليون": 3_500_000,
    "5 million": 5_000_000,
    "لخمسين": 50,
}
FRACTIONS = {"ثلاثة أرباع": Fraction(3, 4), "1/50": Fraction(1, 50), "3/4": Fraction(3, 4), "1/3": Fraction(1, 3)}
DIGITS = {
    "3.5": "3.5",
    "3,5": "3.5",
    "٣٫٥": "3.5",
    "۳٫۵": "3.5",
    "1.000.000": "1000000",
    "1,234.5": "1234.5",
    "1.234,5": "1234.5",
    "10,000": "10000",
    "١٠٬٠٠٠": "10000",
    "2.500": "2500",
    "0.125": "0.125",
    "14,3": "14.3",
    "65 000": "65000",
    "1 250 000": "1250000",
    "(63)": "63",
    "5ر14": "14.5",
    "08": "8",
    "1.250 مليون": "1250000",
    "1,250 مليون": "1250000000",
    "17699.01": "17699.01",
}
NO_NUMBERS = ("3.1.2", "الأحد", "الاثنين", "كتاب", "", "و", "مئات", "24/7", "1/1", "لست", "خمسة كتب", "9" * 40, "1'5")


@pytest.mark.parametrize(("text", "value"), [*WORDS.items(), *FRACTIONS.items()])
def test_number_words_have_their_value(text, value):
    """Number words, alone and with digits, have their exact value."""
    assert number(text) == value


@pytest.mark.parametrize(("text", "value"), DIGITS.items())
def test_digits_are_read_with_their_marks(text, value):
    """Thousands and decimal marks of both scripts are told apart."""
    assert canonical(number(text)) == value


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_has_no_value(text):
    """Versions, days of the week and words that only look like numbers have no value."""
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("مئات الملايين", 10**8),
        ("عشرات الآلاف", 10_000),
        ("مليارات", 10**9),
        ("آلاف", 1000),
        ("عشرات المليارات", 10**10),
    ],
)
def test_indefinite_numbers_are_the_least_they_can_be(text, least):
    """A size without a figure is indefinite and worth the least it can be."""
    found = cardinal(lexemes(text), 0)
    assert (found.value, found.indefinite) == (least, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("خمسة وستة", 1),
        ("5 و6", 1),
        ("مليون وملايين", 1),
        ("مئة ومئة", 1),
        ("ألف وألف", 1),
        ("100 200", 2),
        ("2017 500", 1),
    ],
)
def test_numbers_do_not_run_into_each_other(text, words):
    """و adds only what is smaller than the last multiplier; groups of three digits alone make one number."""
    assert cardinal(lexemes(text), 0).end == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الأول من", (1, 1)),
        ("الثاني عشر", (12, 2)),
        ("الخامس والعشرين", (25, 2)),
        ("الثلاثين", (30, 1)),
        ("ثالث", None),
        ("الكتاب", None),
        ("الحادي والثلاثون من", (31, 2)),
    ],
)
def test_ordinals(text, value):
    """Definite ordinals have their value and end; others are none."""
    assert ordinal(lexemes(text), 0) == value


def test_attached_letters_are_counted():
    """A number word is known with what is attached to it, but «لست» is no six."""
    assert [number_word(form) for form in ("خمسه", "وخمسه", "وبخمسه", "لست", "كتاب")] == [0, 1, 2, None, None]
    assert joined_fraction("وربع") == Fraction(1, 4)
    assert joined_fraction("ربع") is None


def test_scale_decides_the_full_stop():
    """A full stop before three digits is a decimal mark when a multiplier follows."""
    assert digits("1.250") == 1250
    assert digits("1.250", scaled=True) == Fraction(5, 4)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_words_written_by_pyarabic_are_read_back(value):
    """Every number that PyArabic writes out in words is read as that number."""
    from pyarabic.number import ArNumbers

    assert number(ArNumbers().int2str(str(value))) == value


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_canonical_is_exact(value):
    """A canonical number reads back as the same number, without exponent or trailing zeros."""
    text = canonical(value)
    assert Fraction(text) == value
    assert "e" not in text
    assert "." not in text or not text.endswith("0")


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from([".", ",", "٫"]))
def test_decimals_survive_every_mark(value, mark):
    """Two decimals are two decimals whichever mark parts them."""
    assert digits(f"{value:.2f}".replace(".", mark)) == Fraction(value)


PIECES = [*"0123456789.,'٫ /()-ور", "مئة ", "ألف ", "وخمسة ", "نصف ", "عشر "]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_string_of_number_parts_is_read_without_error(pieces):
    """No mixture of digits, marks and number words breaks the grammar, and an end lies behind its beginning."""
    words = lexemes("".join(pieces))
    for at in range(len(words)):
        found = cardinal(words, at)
        assert found is None or at < found.end <= len(words)
