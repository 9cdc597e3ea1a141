"""Who has spoken so far."""

from __future__ import annotations

import pytest

from arcorpus.claims.lexicon import CueForm
from arcorpus.claims.speakers import Speakers
from arcorpus.types import ClaimSource


def source(text, gender=None, number=None, kind=None):
    """A source with what its verb told of it."""
    return ClaimSource(text, 0, len(text), None, kind, gender, number)


def form(gender, number):
    """A reporting verb of a gender and number."""
    return CueForm("assert", "active", gender, number, frozenset())


MINISTRY = source("الوزارة", "f", "s")
DIRECTOR = source("المدير", "m", "s")
EXPERTS = source("الخبراء", "m", "s")
SAMI = source("سامي", "m", "s", "PER")
TEAM = source("فريق", "m", "p", "ORG")
OFFICE = source("مكتب")


def heard(*sources):
    """Speakers who have spoken one after the other, each in a segment of its own, by a cue at every tenth token."""
    speakers = Speakers()
    for number, one in enumerate(sources):
        speakers.add(one, number, 10 * number)
    return speakers


@pytest.mark.parametrize(
    ("speakers", "verb", "who"),
    [
        ([MINISTRY, DIRECTOR], form("f", "s"), "الوزارة"),
        ([MINISTRY, DIRECTOR], form("m", "s"), "المدير"),
        ([MINISTRY, DIRECTOR], form(None, None), "المدير"),
        ([MINISTRY, DIRECTOR], None, "المدير"),
        ([DIRECTOR], form("f", "s"), None),
        ([OFFICE], form("f", "s"), "مكتب"),
        ([EXPERTS], form("m", "p"), "الخبراء"),
        ([SAMI], form("m", "p"), None),
        ([SAMI], form("m", "s"), "سامي"),
        ([TEAM], form("m", "p"), "فريق"),
        ([], form("m", "s"), None),
    ],
)
def test_the_last_speaker_agrees_with_the_verb(speakers, verb, who):
    """Gender tells apart; a plural verb suits «أوضح الخبراء», singular before them, but no single person by name."""
    found = heard(*speakers).last(verb)
    assert (found and found.text) == who


def test_only_the_last_four_are_asked():
    """A speaker behind four others is too far away."""
    assert heard(MINISTRY, *[DIRECTOR] * 3).last(form("f", "s")).text == "الوزارة"
    assert heard(MINISTRY, *[DIRECTOR] * 4).last(form("f", "s")) is None


def test_a_segment_can_be_asked_for():
    """Of one segment, who spoke in it; the search ends where another begins."""
    speakers = heard(MINISTRY, DIRECTOR)
    assert speakers.last(form("m", "s"), 1).text == "المدير"
    assert speakers.last(form("f", "s"), 1) is None
    assert speakers.last(form("f", "s"), 0) is None
    assert speakers.last(None, 2) is None


def test_who_goes_on_takes_the_form_of_the_new_verb():
    """«أوضح الخبراء», then «وأشاروا»: they are several; a verb that tells nothing leaves the source as it is."""
    found = heard(EXPERTS).last(form("m", "p"))
    assert (found.text, found.gender, found.number) == ("الخبراء", "m", "p")
    assert heard(EXPERTS).last(form(None, "p")) == EXPERTS
    assert heard(OFFICE).last(form("f", "s")).gender == "f"
    assert heard(EXPERTS).last(None) == EXPERTS


def test_whether_anybody_has_spoken():
    """Since a token: at it or behind it."""
    speakers = heard(MINISTRY, DIRECTOR)
    assert [speakers.since(first) for first in (0, 10, 11)] == [True, True, False]
    assert not Speakers().since(0)
    assert speakers.anyone() == DIRECTOR
    assert Speakers().anyone() is None
