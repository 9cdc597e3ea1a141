"""The words of date expressions."""

from __future__ import annotations

import pytest

from arcorpus.resources import lexicon
from arcorpus.text.value_lexer import fold_coarsely
from arcorpus.values.date_words import date_words, months, roles, starts


def test_every_month_of_both_calendars_has_a_name():
    """Each of the twelve months is there in both calendars, in the Gregorian one under at least five names."""
    for calendar, least in (("gregorian", 5), ("hijri", 1)):
        for month in range(1, 13):
            names = [r for r in lexicon("date_words") if (r["role"], r["value"]) == (f"{calendar}_month", str(month))]
            assert len(names) >= least


@pytest.mark.parametrize(("word", "cut"), [("يناير", 0), ("ليناير", 1), ("وبيناير", 2), ("تشرين", 0)])
def test_months_are_known_with_what_is_attached(word, cut):
    """A month name is found with و ف ب ل ك before it, and says how many letters those are."""
    assert {month.cut for month in months()[fold_coarsely(word)]} == {cut}


def test_the_longest_name_comes_first():
    """Of names that begin alike the longer is tried first."""
    lengths = [len(month.tail) for month in months()["محرم"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == 1


def test_what_can_begin_a_date_is_a_subset_of_the_words():
    """Prepositions have a role in dates but begin none."""
    assert "في" in roles()
    assert "في" not in starts()
    assert {"عام", "يوم", "الجمعه", "الخامس", "اوت"} <= starts()


def test_lines_without_date_words_can_be_skipped():
    """The words that a date without digits needs are months, years and decades."""
    assert fold_coarsely("أيلول") in date_words()
    assert fold_coarsely("ثمانينيات") in date_words()
    assert fold_coarsely("الجمعة") not in date_words()
