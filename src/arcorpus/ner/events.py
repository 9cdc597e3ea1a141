"""Events: a head, what it is of or where it takes place, adjectives, and the year: كأس أمم أفريقيا 2025."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.persons import name_run
from arcorpus.ner.words import Candidate, Word, bare_head, is_unknown, joined_words, unknown_run
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE, LI_ARTICLE

YEAR = re.compile(r"(?:19|20)\d\d(?=\D|$)")
_MOST = 8  # words of an event's name
_TWO = 2  # words of the longest foreign name, and of a name that is too short for some heads
_GREAT = "الكبري"
_PERSON = 0.8  # weight of a run of words that is a person's name


class EventPart(NamedTuple):
    """Words that go on with an event's name.

    Attributes:
        length: how many words, 0 when what stands there is none of the name.
        shows: they show that it is a name: any event may have «الدولي».
    """

    length: int
    shows: bool


def event(words: Sequence[Word], at: int) -> Candidate | None:
    """An event: a head, what it is of or where, the adjectives, and perhaps its year: كأس أمم أفريقيا 2025.

    A head alone or with adjectives that any event may have (مؤتمر دولي) is no name.
    """
    head, cut = bare_head(words[at].text, NameHead.EVENT)
    if not head:
        return None
    name = _event_words(joined_words(words, at, _MOST), head)
    alone = head in gazetteer.heads(NameHead.EVENT_ALONE)
    year = _year_after(words, at + name.length) if name.length > 1 or alone else 0
    if head in gazetteer.heads(NameHead.EVENT_LONG) and name.length + bool(year) <= _TWO:
        return None
    last = words[at + name.length - 1]
    if head in gazetteer.heads(NameHead.EVENT_GREAT) and last.key != _GREAT:
        return None
    if not name.shows and not (alone and year):
        return None
    return Candidate(words[at].start + cut, year or last.end, "EVENT", 0.93)


def _event_words(stretch: Sequence[Word], head: str) -> EventPart:
    """The words of an event's name with its head, without its year."""
    count, shows = 1, False
    while count < len(stretch):
        part = _part_of_event(stretch, count, head)
        if not part.length:
            break
        count, shows = count + part.length, shows or part.shows
    return EventPart(count, shows)


def _part_of_event(stretch: Sequence[Word], at: int, head: str) -> EventPart:
    """The words from `at` on that go on with an event's name: «العالم», «الدولي», «للكتاب», «لألعاب القوى»."""
    word = stretch[at]
    if word.key in gazetteer.heads(NameHead.EVENT_OF) or word.key in gazetteer.nationalities():
        return EventPart(1, shows=True)
    if word.key in gazetteer.heads(NameHead.EVENT_WORD):
        return EventPart(1, shows=False)
    if at > 1 and word.key.startswith(LI_ARTICLE):
        return EventPart(int(word.key not in gazetteer.heads(NameHead.EVENT_STOP)), shows=False)
    if word.key in gazetteer.heads(NameHead.TAIL) and stretch[at + 1 : at + 2]:
        return EventPart(2, shows=False)
    return EventPart(0, shows=False) if head.startswith(ARTICLE) else _called_after(stretch, at, head)


def _called_after(stretch: Sequence[Word], at: int, head: str) -> EventPart:
    """The words from `at` on that name the place, body, person or foreign thing that an event is called after."""
    known = gazetteer.longest([other.text for other in stretch[at:]])
    if known and not known[0].cut and not known[0].whole and (known[1] > 1 or known[2].type == "LOC"):
        return EventPart(known[1], shows=True)
    if head not in gazetteer.heads(NameHead.EVENT_FOREIGN) or at > 1:
        return EventPart(0, shows=False)
    run = name_run(stretch, at, titled=True)
    if run.length > 1 and run.weight >= _PERSON:
        return EventPart(run.length, shows=True)
    count = _foreign_words(stretch[at:]) if known is None else 0
    return EventPart(count, shows=count > 0)


def _foreign_words(stretch: Sequence[Word]) -> int:
    """How many words an event is called by that are no words of the language, two at most: معركة زلوبين."""
    unknown = [is_unknown(word) and "V" not in kinds(word.text) for word in stretch[:_TWO]]
    return 1 if stretch[0].key.startswith(ARTICLE) and unknown[0] else unknown_run(unknown)


def _year_after(words: Sequence[Word], at: int) -> int:
    """Where the year that stands at `at` ends, in code points, 0 when there is none."""
    found = YEAR.match(words[at].text) if at < len(words) and words[at].joined else None
    return words[at].start + found.end() if found else 0
