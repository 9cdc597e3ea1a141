"""Where the words begin that a reporting verb introduces, and where its subject therefore ends.

`complement` goes from place to place after the verb; `clause_content` and `noun_content` say what may begin there.
"""

from __future__ import annotations

from collections.abc import Iterator

from arcorpus.claims.clause_content import SPEECH_OR_CLAUSE, clause_at, is_unmarked_speech
from arcorpus.claims.cue_forms import has_object
from arcorpus.claims.cue_phrases import phrase_at
from arcorpus.claims.grammar import PAUSES, is_definite, is_speaker, is_that, is_verb, preposition
from arcorpus.claims.lexicon import ClauseWord, CueForm, PhraseRole, Takes, words
from arcorpus.claims.noun_content import noun_at
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.quoted import is_quoted, speech_at, speech_before

MAX_SUBJECT = 40
"""Tokens between a verb and its complement: a title, a name, an apposition, and where it was said."""
MAX_NAME = 9
"""Tokens between a verb and the pause after its subject, where only a pause opens what is said."""

MIN_SPEECH = 4
"""Tokens of the shortest speech that only a pause opens."""

MAX_LATER = 12
"""Tokens by which a clause with أن may come later than a noun that could be the content."""


def complement(passage: Passage, index: int, form: CueForm, stop: int) -> Complement | None:
    """What the reporting word at `index` introduces before the token at `stop`; None when nothing follows it.

    A clause goes before a noun that could be the content as well, unless the noun is a verbal one and comes first. What
    is found far from `stop` is remembered, for the ends of other contents ask for it again.
    """
    if _has_all(passage, index, form):
        return None
    if stop <= index + MAX_SUBJECT + 2:
        return _search(passage, index, form, stop) or _after_pause(passage, index, stop)
    if index not in passage.complements:
        passage.complements[index] = _search(passage, index, form, stop) or _after_pause(passage, index, stop)
    return passage.complements[index]


def _has_all(passage: Passage, index: int, form: CueForm) -> bool:
    """True for a verb in a relative clause with its object attached that takes nothing more: «التحالف الذي تقترحه»."""
    if form.stance == "believe" or Takes.OBJECT_WITH_B in form.complements or not index:
        return False
    return passage.unjoined(index - 1) in words(ClauseWord.RELATIVE) and has_object(passage, index)


def _after_pause(passage: Passage, index: int, stop: int) -> Complement | None:
    """What a pause alone parts from the subject of a verb that only says: «قال المتحدث، أثناء الجولة فوجئت القوات»."""
    form = passage.cues[index]
    says = passage.unjoined(index) in words(ClauseWord.SAY_VERB)
    if form is None or form.only_imperfect or not says or speech_before(passage, index):
        return None
    for place in range(index + 2, min(stop - MIN_SPEECH, index + MAX_NAME)):
        if passage.keys[place] in words(ClauseWord.RELATIVE) or is_that(passage, place):
            return None
        if passage.keys[place] in PAUSES and is_definite(passage, place - 1):
            return None if _goes_on_subject(passage, place + 1) else Complement(place, place + 1, "pause")
    return None


def _goes_on_subject(passage: Passage, place: int) -> bool:
    """True when a speaker, a relative, a participle or a conjunction stands behind the pause: «الوزير، الذي …»."""
    word, form = passage.keys[place], passage.cues[place]
    participle = form is not None and form.voice == "participle"
    return participle or is_speaker(passage, place) or word in words(ClauseWord.RELATIVE) or word[:1] in "وف"


def _search(passage: Passage, index: int, form: CueForm, stop: int) -> Complement | None:
    """What the reporting word at `index` introduces within `MAX_SUBJECT` tokens, other than by a pause alone."""
    noun: Complement | None = None
    speaks = not SPEECH_OR_CLAUSE.isdisjoint(form.complements)
    for place in _places(passage, index, stop):
        if speaks and is_unmarked_speech(passage, place, index):
            return Complement(place, place, "verbatim")
        if _is_other_report(passage, place, index):
            break
        clause = clause_at(passage, place, index, form, stop)
        if clause is not None:
            return noun if noun and _goes_before(noun, clause, index) else clause
        if noun is None or noun.opened == "phrase":
            better = noun_at(passage, place, index, form, stop)
            if better and (noun is None or (better.opened == "noun" and better.first - noun.first <= MAX_LATER)):
                noun = better
    return noun


def _places(passage: Passage, index: int, stop: int) -> Iterator[int]:
    """The indices at which a content may begin, those of asides left out."""
    aside_end = index
    for place in range(index + 1, min(stop, index + 1 + MAX_SUBJECT)):
        if place < aside_end:
            continue
        if _opens_aside(passage, place):
            aside_end = _aside_end(passage, place, stop)
        else:
            yield place


def _goes_before(noun: Complement, clause: Complement, index: int) -> bool:
    """True when a noun found before a clause is what is reported, and the clause a part of it."""
    verbal = noun.opened == "noun" and noun.first > index + 1
    return verbal or (clause.opened == "that" and clause.subject_end - noun.first > MAX_LATER)


def _opens_aside(passage: Passage, place: int) -> bool:
    """True behind a pause for what says nothing of what is reported: «الوزير، الذي …،», «فلان، وفق الصحيفة،»."""
    if passage.keys[place - 1] not in PAUSES:
        return False
    if passage.keys[place] in words(ClauseWord.RELATIVE):
        return True
    found = phrase_at(passage, place)
    return found is not None and found.role in {PhraseRole.SOURCE, PhraseRole.EARLIER_SPEAKER}


def _aside_end(passage: Passage, place: int, stop: int) -> int:
    """The index of the pause that ends an aside; `place` itself when none does."""
    for index in range(place + 1, min(stop, place + MAX_SUBJECT)):
        if passage.keys[index] in PAUSES and not is_quoted(passage, index):
            return index
    return place


def _is_other_report(passage: Passage, place: int, index: int) -> bool:
    """True where another report begins, so that nothing later belongs to the word at `index`."""
    if passage.keys[place] in words(ClauseWord.SAYING):
        return True
    if place <= index + 1:
        return False
    form = passage.cues[place]
    if form is None:
        return passage.keys[place][:1] == "و" and is_verb(passage, place)  # «وفوجئت»
    if form.voice == "active":
        return _is_verb_of_clause(passage, place)
    if place + 1 >= len(passage.keys):
        return False
    return (form.voice == "participle" and _is_reporting_participle(passage, place, form)) or (
        form.voice == "noun" and _introduces_now(passage, place)
    )


def _introduces_now(passage: Passage, place: int) -> bool:
    """True when أن or speech stands right behind the token: «قوله إن»."""
    return is_that(passage, place + 1) or speech_at(passage, place + 1) is not None


def _is_verb_of_clause(passage: Passage, place: int) -> bool:
    """False for a verb in a relative clause, and for عقب and بين, which are prepositions unless أن follows."""
    adjunct = passage.unjoined(place) in words(ClauseWord.ADJUNCT) and not is_that(passage, place + 1)
    return not adjunct and passage.unjoined(place - 1) not in words(ClauseWord.RELATIVE)


def _is_reporting_participle(passage: Passage, place: int, form: CueForm) -> bool:
    """True for a participle that goes on from a clause: «مناشدا» in the accusative, «مؤكدة أن», «داعية إلى».

    Other endings may be those of a noun.
    """
    adverbial = passage.keys[place].endswith("ا") and form.number == "s"
    taken = preposition(passage, place + 1)
    return adverbial or is_that(passage, place + 1) or (taken in form.complements and taken != "من")
