"""Where reported words end: before a phrase that closes them, or where the next report begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_phrases import phrase_at
from arcorpus.claims.grammar import PAUSES, in_first_person, is_definite, is_that, is_verb, is_verbal_noun
from arcorpus.claims.lexicon import ClauseWord, PhraseRole, Takes, cue_forms, words
from arcorpus.claims.passage import MAX_CLAUSE, Passage
from arcorpus.claims.quoted import is_quoted
from arcorpus.text.clitics import kinds
from arcorpus.types import Span

_PARTICIPLE_NEAR = 12  # tokens in which a participle must have its content, so that it reports
_OPENING = 4  # tokens at the start of a sentence where its own verb of saying would stand
_CLOSING = frozenset({PhraseRole.SOURCE, PhraseRole.VERB, PhraseRole.EARLIER_SPEAKER})
_CLAUSES = frozenset({"that", "quote", "colon"})
_BREAKS = frozenset({"-", "–", "("})  # marks that part as a pause does
_TANWIN = ("ا", "ًا", "اً")


def _closed_by_phrase(passage: Passage, index: int, *, paused: bool) -> bool:
    """True at «وفق تعبيره», «كما جاء في» and, after a pause, «بحسب فلان»."""
    found = phrase_at(passage, index)
    if found is None or found.role not in _CLOSING:
        return False
    return paused or found.role == PhraseRole.EARLIER_SPEAKER or passage.keys[found.after] in words(ClauseWord.REPORTED)


def _closed_by_participle(passage: Passage, index: int, stop: int, *, paused: bool) -> bool:
    """True where «مشيرا إلى أن», «مؤكدة الحاجة» begins a report of its own."""
    form = passage.cues[index]
    if form is None or form.voice != "participle" or passage.token(index).kind != "word":
        return False
    if not paused and not passage.token(index).text.endswith(_TANWIN) and form.gender == "m" and form.number == "s":
        return False
    if paused and passage.token(index).text.endswith(_TANWIN) and Takes.THAT in form.complements:
        return True  # «، مبينا وصول الخطاب»
    found = complement(passage, index, form, min(stop, index + _PARTICIPLE_NEAR))
    return found is not None and (paused or found.opened != "phrase" or found.first <= index + 3)


def _clause_start(passage: Passage, first: int, index: int) -> int | None:
    """Where the clause of a verb begins: at the pause of «، وقال», «، بينما يرى», or at «وأضاف» itself; else None."""
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
    """The index of the token with which another report with a verb of its own begins."""
    form = passage.cues[index]
    if form is None or form.voice != "active":
        return None
    start = _clause_start(passage, first, index)
    if start is None:
        return None
    found = complement(passage, index, form, stop)
    if found is None or (found.opened not in _CLAUSES and passage.keys[start] not in PAUSES):
        return None
    if start == index and found.first <= index + 2 and is_that(passage, index + 1):
        return None  # «قال إنه زار المدينة وأكد أن»: the same speaker goes on within what is reported
    return start


def clause_end(passage: Passage, first: int, stop: int) -> int:
    """The index of the token before which a reported clause that begins at `first` ends, `stop` at most.

    What another one says inside a quotation ends nothing.
    """
    inside = passage.quote_of[first - 1] if first else -1
    closers = _closers(passage)
    for index in closers[bisect_right(closers, first) : bisect_left(closers, stop)]:
        if is_quoted(passage, index) and passage.quote_of[index] != inside:
            continue
        paused = _is_paused(passage, index)
        if (
            (paused and passage.keys[index] in words(ClauseWord.CLOSER))
            or _tells_occasion(passage, index, stop)
            or _closed_by_phrase(passage, index, paused=paused)
            or _closed_by_participle(passage, index, stop, paused=paused)
        ):
            return index
        end = _closed_by_verb(passage, first, index, stop)
        if end is not None:
            return end
    return stop


def _is_paused(passage: Passage, index: int) -> bool:
    """True behind a mark that parts."""
    return passage.keys[index - 1] in PAUSES or passage.keys[index - 1] in _BREAKS


def _closers(passage: Passage) -> list[int]:
    """The tokens at which any reported clause may end, found once: many clauses of a field may run over the same."""
    if passage.closers is None:
        passage.closers = [index for index in range(1, len(passage.keys)) if _may_close(passage, index)]
    return passage.closers


def _may_close(passage: Passage, index: int) -> bool:
    """False where no clause ends, wherever it begins and its sentence stops."""
    form = passage.cues[index]
    if form is not None and form.voice == "participle":
        return True
    if form is not None and form.voice == "active" and _clause_start(passage, -1, index) is not None:
        return True
    closes = _is_paused(passage, index) and passage.keys[index] in words(ClauseWord.CLOSER)
    stop = len(passage.keys)
    return closes or _tells_occasion(passage, index, stop) or _closed_by_phrase(passage, index, paused=True)


def _tells_occasion(passage: Passage, index: int, stop: int) -> bool:
    """True at «جاء ذلك خلال زيارته», which tells where all of it was said."""
    came = index + 1 < stop and passage.unjoined(index) == "جاء"
    return came and passage.keys[index + 1] in words(ClauseWord.THAT_SAID)


def speech_end(passage: Passage, first: int, last: int) -> int:
    """The index of the token before which speech without marks ends that begins after a colon at `first`.

    `last` is where its sentence ends. More sentences of the line go on with it while each speaks in the first person
    and has no verb of saying at its start, up to `MAX_CLAUSE` tokens in all.
    """
    text = passage.field.text
    mine = in_first_person(passage, Span(passage.starts[first], passage.end_before(last)))
    while mine and last < len(passage.keys) and "\n" not in text[passage.end_before(last) : passage.starts[last]]:
        stop = passage.segments[passage.segment_of[last]].end
        reports = any(passage.cues[i] is not None for i in range(last, min(last + _OPENING, stop)))
        fits = last < stop <= first + MAX_CLAUSE and not reports
        mine = fits and in_first_person(passage, Span(passage.starts[last], passage.end_before(stop)))
        last = stop if mine else last
    return last


def continues_phrase(passage: Passage, index: int, stop: int) -> bool:
    """True when a noun phrase goes on after the pause before `index`: «، بما في ذلك …», «، وتعزيز …»."""
    if index >= stop:
        return False
    word = passage.keys[index]
    if word == "كما" and index + 1 < stop and is_that(passage, index + 1):
        return True
    if word in words(ClauseWord.CONTINUES_PHRASE) or passage.proclitics(index)[:1] in {"ب", "ل"}:
        return True
    if word[:1] != "و" or passage.cues[index] is not None or word in words(ClauseWord.CLAUSE_OPENER):
        return False
    noun = is_definite(passage, index) or is_verbal_noun(passage, index) or is_that(passage, index)
    return noun or passage.core(index) in words(ClauseWord.VERBAL_NOUN)


def _has_conjunction(passage: Passage, index: int) -> bool:
    """True for a verb with و before it; not for one that only begins with that letter: واصل."""
    word = passage.keys[index]
    if word[:1] != "و" or passage.keys[index - 1] == "(":
        return False
    return word not in cue_forms() and "N" not in kinds(word)  # واصل, وسيط


def phrase_end(passage: Passage, first: int, stop: int) -> int:
    """The index of the token before which a reported noun phrase that begins at `first` ends."""
    stop = clause_end(passage, first, stop)
    for index in range(first + 1, stop):
        if _has_conjunction(passage, index) and not is_quoted(passage, index):
            form = passage.cues[index]
            if (form is not None and form.voice == "active") or is_verb(passage, index):
                return index
        paused = passage.keys[index] in PAUSES and not is_quoted(passage, index)
        if paused and not continues_phrase(passage, index + 1, stop):
            return index
    return stop
