"""Where reported words end: before a phrase that closes them, or where the next report begins."""

from __future__ import annotations

from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_phrases import phrase_at
from arcorpus.claims.grammar import PAUSES, in_first_person, is_definite, is_that, is_verb, is_verbal_noun
from arcorpus.claims.lexicon import ClauseWord, PhraseRole, Takes, cue_forms, words
from arcorpus.claims.passage import Passage
from arcorpus.claims.quoted import is_quoted
from arcorpus.text.clitics import kinds
from arcorpus.types import Span

_OPENING = 4  # tokens at the start of a sentence where its own verb of saying would stand
_CLAUSES = frozenset({"that", "quote", "colon"})
_TANWIN = ("ا", "ًا", "اً")


def _closed_by_phrase(passage: Passage, index: int, *, paused: bool) -> bool:
    """Whether «وفق تعبيره» or, after a pause, «بحسب فلان» stands at `index`."""
    found = phrase_at(passage, index)
    if found is None or found.role in {
        PhraseRole.IMPERSONAL,
        PhraseRole.IMPERSONAL_NOUN,
        PhraseRole.ESTIMATE,
        PhraseRole.DOCUMENT,
    }:
        return False
    return paused or found.role == PhraseRole.EARLIER_SPEAKER or passage.keys[found.after] in words(ClauseWord.REPORTED)


def _closed_by_participle(passage: Passage, index: int, stop: int, *, paused: bool) -> bool:
    """Whether «مشيرا إلى أن», «مؤكدة الحاجة» begins a report of its own at `index`."""
    form = passage.cues[index]
    if form is None or form.voice != "participle" or passage.token(index).kind != "word":
        return False
    if not paused and not passage.token(index).text.endswith(_TANWIN) and form.gender == "m" and form.number == "s":
        return False
    if paused and passage.token(index).text.endswith(_TANWIN) and Takes.THAT in form.complements:
        return True  # «، مبينا وصول الخطاب»
    found = complement(passage, index, form, min(stop, index + 12))
    return found is not None and (paused or found.opened != "phrase" or found.first <= index + 3)


def _joined(passage: Passage, first: int, index: int) -> int | None:
    """The token before which a verb at `index` begins a clause of its own: «، وقال», «، بينما يرى», «وأضاف فلان أن»."""
    keys = passage.keys
    if index - 1 > first and keys[index - 1] in PAUSES and keys[index][:1] in "وف":
        return index - 1
    if index - 2 > first and keys[index - 1] == "و" and keys[index - 2] in PAUSES:
        return index - 2
    if index - 2 > first and keys[index - 2] in PAUSES and passage.unjoined(index - 1) in words(ClauseWord.CONJUNCTION):
        return index - 2
    if index - 1 > first and keys[index] in words(ClauseWord.NEXT_REPORT) and keys[index][:1] == "و":
        return index
    return None


def _closed_by_verb(passage: Passage, first: int, index: int, stop: int) -> int | None:
    """The token before which another report with a verb of its own begins."""
    form = passage.cues[index]
    if form is None or form.voice != "active":
        return None
    joint = _joined(passage, first, index)
    if joint is None:
        return None
    found = complement(passage, index, form, stop)
    if found is None or (found.opened not in _CLAUSES and passage.keys[joint] not in PAUSES):
        return None
    if joint == index and found.first <= index + 2 and is_that(passage, index + 1):
        return None  # «قال إنه زار المدينة وأكد أن»: the same speaker goes on within what is reported
    return joint


def clause_end(passage: Passage, first: int, stop: int) -> int:
    """The number of the token before which a reported clause that begins with token `first` ends, `stop` at most."""
    inside = passage.quote_of[first - 1] if first else -1
    for index in range(first + 1, stop):
        if is_quoted(passage, index) and passage.quote_of[index] != inside:
            continue
        paused = passage.keys[index - 1] in PAUSES or passage.keys[index - 1] in {"-", "–", "("}
        if paused and passage.keys[index] in words(ClauseWord.CLOSER):
            return index
        came = (
            index + 1 < stop
            and passage.unjoined(index) == "جاء"
            and passage.keys[index + 1] in words(ClauseWord.THAT_SAID)
        )
        if came or _closed_by_phrase(passage, index, paused=paused):
            return index  # «… جاء ذلك خلال زيارته»
        if _closed_by_participle(passage, index, stop, paused=paused):
            return index
        end = _closed_by_verb(passage, first, index, stop)
        if end is not None:
            return end
    return stop


def speech_end(passage: Passage, first: int, last: int) -> int:
    """Where speech without marks ends that begins after a colon at `first`: more sentences of its line go on with it.

    Each must speak in the first person and have no verb of saying at its start.
    """
    text = passage.field.text
    while last < len(passage.keys) and "\n" not in text[passage.end_before(last) : passage.starts[last]]:
        stop = passage.segments[passage.segment_of[last]].end
        told = any(passage.cues[i] is not None for i in range(last, min(last + _OPENING, stop)))
        mine = in_first_person(passage, Span(passage.starts[last], passage.end_before(stop)))
        so_far = in_first_person(passage, Span(passage.starts[first], passage.end_before(last)))
        if stop <= last or told or not mine or not so_far:
            break
        last = stop
    return last


def goes_on(passage: Passage, index: int, stop: int) -> bool:
    """Whether a noun phrase goes on after the pause before `index`: «، بما في ذلك …», «، وتعزيز …»."""
    if index >= stop:
        return False
    word = passage.keys[index]
    if word == "كما" and index + 1 < stop and is_that(passage, index + 1):
        return True
    if word in words(ClauseWord.CONTINUES_PHRASE) or passage.proclitics(index)[:1] in {"ب", "ل"}:
        return True
    if word[:1] == "و" and passage.cues[index] is None and word not in words(ClauseWord.CLAUSE_OPENER):
        return (
            is_that(passage, index)
            or is_definite(passage, index)
            or passage.core(index) in words(ClauseWord.VERBAL_NOUN)
            or (is_verbal_noun(passage, index))
        )
    return False


def _is_joined(passage: Passage, index: int) -> bool:
    """Whether a verb at `index` has و before it, and does not only begin with that letter: واصل."""
    word = passage.keys[index]
    noun = "N" in kinds(word)  # وسيط
    return word[:1] == "و" and word not in cue_forms() and not noun and passage.keys[index - 1] != "("


def phrase_end(passage: Passage, first: int, stop: int) -> int:
    """The number of the token before which a reported noun phrase that begins with token `first` ends."""
    stop = clause_end(passage, first, stop)
    for index in range(first + 1, stop):
        form = passage.cues[index]
        verb = (form is not None and form.voice == "active") or is_verb(passage, index)
        if verb and _is_joined(passage, index) and not is_quoted(passage, index):
            return index
        if passage.keys[index] in PAUSES and not is_quoted(passage, index) and not goes_on(passage, index + 1, stop):
            return index
    return stop
