"""Letters and marks with a meaning of their own."""

from __future__ import annotations

import re
import unicodedata

import pytest

from arcorpus.text import letters


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("شَكْوَى", "شكوى"),
        ("الـمدينة", "المدينة"),
        ("مُحَمَّدٌ", "محمد"),
        ("هٰذا", "هذا"),
        ("\u202bقال\u200f", "قال"),
        ("مي\u200cشود", "ميشود"),
        ("لَهُۥ", "له"),  # the small waw of the Quran is a sign
        ("GPT-4", "GPT-4"),
        ("", ""),
    ],
)
def test_a_bare_word_has_only_letters(word, expected):
    """Vowel signs, tatweel and controls go, letters and everything else stay."""
    assert letters.bare(word) == expected
    offsets = letters.letter_offsets(word)
    assert [word[at] for at in offsets[:-1]] == list(expected)
    assert offsets[-1] == len(word)


def test_diacritics_are_the_signs_of_arabic_and_no_letter_or_mark_of_its_own():
    """Of the first block all combining marks but the old ones of names, and the two small letters of the Quran."""
    block = "".join(map(chr, range(0x610, 0x6EE)))
    found = set(re.findall(f"[{letters.DIACRITICS_CLASS}]", block))
    assert found == {char for char in block if unicodedata.category(char) == "Mn" or char in "\u06e5\u06e6"}
    assert letters.TANWIN_FATH in found
    assert letters.TATWEEL not in found


def test_controls_leave_no_ink():
    """Every control is one of format, and the blanks of zero width are among them."""
    found = re.findall(f"[{letters.CONTROLS_CLASS}]", "".join(map(chr, range(0x10000))))
    assert {unicodedata.category(char) for char in found} <= {"Cf", "Cn"}
    assert {"\u00ad", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff"} <= set(found)


def test_the_article_is_known_before_and_after_li():
    """What stands before a definite word ends in the article, also where ل has swallowed its alef."""
    assert all(before.endswith(letters.ARTICLES) for before in ("ال", "وال", "بال", "لل", "ولل"))
    assert not "ول".endswith(letters.ARTICLES)
    assert letters.without_article("الالتزام") == "التزام"
    assert letters.without_article("للدول") == "للدول"


def test_attached_letters_are_conjunctions_and_prepositions():
    """و ف join, ب ل ك govern; س is no word."""
    assert sorted(letters.ATTACHED) == sorted("وفبلك")
    assert letters.CONJUNCTIONS.isdisjoint(letters.PREPOSITIONS)


def test_every_alef_becomes_plain_and_no_other_letter():
    """Hamza, madda and wasla leave alef; hamza elsewhere stays."""
    assert letters.plain_alef("أإآٱا") == "ااااا"
    assert letters.plain_alef("مؤسسة رئيس شيء") == "مؤسسة رئيس شيء"
