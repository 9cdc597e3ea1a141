"""The day of an article: from its date lines, its dateline, and what cannot be read."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.date import PublicationDate, publication_date

from .conftest import BODY

MENU = "الأخبار\nالرياضة\nالاقتصاد\nالثقافة\nالعالم\nالمنوعات\nالصحة"
EIGHTH = PublicationDate("2025-07-08", "8 يوليو 2025")
NINTH = PublicationDate("2025-07-09", "9 يوليو 2025")


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ({"head": "8 يوليو 2025"}, EIGHTH),
        ({"head": "تاريخ النشر: 8 يوليو 2025"}, EIGHTH),
        ({"head": "القاهرة - رويترز - 8 يوليو 2025"}, EIGHTH),
        ({"above": "8 يوليو 2025"}, EIGHTH),
        ({"tail": "8 يوليو 2025"}, EIGHTH),
        ({"tail": MENU + "\nتاريخ النشر: 8 يوليو 2025"}, EIGHTH),  # labelled, far below
        ({"tail": MENU + "\n8 يوليو 2025"}, PublicationDate()),  # unlabelled there
        ({"head": "تاريخ النشر: 8 يوليو 2025", "tail": "9 يوليو 2025"}, EIGHTH),  # the head goes first
        ({"head": "آخر تحديث: 9 يوليو 2025"}, NINTH),  # a change, where nothing else is given
        ({"head": "آخر تحديث: 9 يوليو 2025\nنشر: 8 يوليو 2025"}, EIGHTH),
        ({"head": "آخر تحديث: 9 يوليو 2025", "tail": "8 يوليو 2025"}, EIGHTH),
        ({"head": "8 محرم 1447هـ - 3 يوليو 2025"}, PublicationDate("2025-07-03", "3 يوليو 2025")),  # two calendars
        ({"body": "القاهرة 8 يوليو 2025 (أ ش أ) - " + BODY}, EIGHTH),  # the dateline
        ({"head": "9 يوليو 2025", "body": "القاهرة 8 يوليو 2025 (أ ش أ) - " + BODY}, NINTH),
        ({"above": "31 فبراير 2025"}, PublicationDate()),  # the clock of a page's head is nobody's problem
        ({}, PublicationDate()),
    ],
)
def test_days(context, around, expected):
    """The day of publication is that of the most trusted line, and its words are told."""
    assert publication_date(context(**around)) == expected


@pytest.mark.parametrize(
    ("head", "why"),
    [("31 فبراير 2025", "there is no 31 February"), ("8 يوليو", "it names no full day")],
)
def test_days_that_cannot_be_read(context, head, why):
    """A day that is none, or not whole, is told with its words; another line may still give the day."""
    told = f"the date «{head}» was left unread: {why}"
    assert publication_date(context(head=head)) == PublicationDate(None, head, told)
    assert publication_date(context(head=head, tail="8 يوليو 2025")) == EIGHTH
    assert publication_date(context(head=head, body="القاهرة 8 يوليو 2025 (أ ش أ) - " + BODY)) == EIGHTH


def test_the_first_of_several_problems_is_told(context):
    """Of several days that cannot be read the first is told."""
    found = publication_date(context(head="31 فبراير 2025", tail="30 فبراير 2025"))
    assert found.text == "31 فبراير 2025"
