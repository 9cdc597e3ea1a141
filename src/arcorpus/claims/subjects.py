"""The subject that grammar gives a verb: after it, before it, or as the topic of its clause."""

from __future__ import annotations

from arcorpus.claims.cue_forms import has_object
from arcorpus.claims.grammar import (
    PAUSES,
    follows_conjunction,
    is_definite,
    is_that,
    is_verb,
    is_verbal_noun,
    opens_adjunct,
)
from arcorpus.claims.lexicon import (
    ClauseWord,
    CueForm,
    Takes,
    words,
)
from arcorpus.claims.passage import Passage
from arcorpus.claims.source_phrase import head_end, person_in, source_at, source_in
from arcorpus.text.letters import ARTICLE
from arcorpus.types import ClaimSource, Span

MAX_TOPIC = 24
"""Tokens between a topic and its verb."""
_BACK = 30  # tokens in which the topic of a verb is sought
_NAME = 4  # tokens of a name
_SPEAKING = frozenset({"PER", "ORG"})


def subject_after(passage: Passage, index: int, last: int, form: CueForm) -> ClaimSource | None:
    """The subject that follows the verb at `index`, before token `last`; whom it speaks to is none."""
    first = index + 1
    while first < last and _tells_when(passage, first):
        first += 1
    if first >= last:
        return source_in(passage, first, last, form)
    if passage.token(first).enclitics and passage.keys[first] in words(ClauseWord.SCENE):
        return None  # «واختتم حديثه»: his own words are no subject
    if Takes.PERSON in form.complements and passage.mention_of[first] is None and _is_addressed(passage, first):
        return None
    takes_object = bool(form.complements & {Takes.OBJECT_WITH_B, Takes.PERSON})
    if takes_object and person_in(passage, first, last) is None:
        last = head_end(passage, first, last)  # «وصفت المعلمة الطالب بـ», «حثت الهيئة الدول على»
    found = source_in(passage, first, last, form)
    if found is None and passage.keys[first] in words(ClauseWord.ADDRESSEE):
        # «أفاد به مراسلة الوكالة مصدر مسؤول»: the one told may stand before the subject.
        found = source_in(passage, first + 1, last, form)
    return found


def _tells_when(passage: Passage, index: int) -> bool:
    """Whether token `index` is a word of time, a month, or a number after one: «أعلنت أواخر ديسمبر 2015»."""
    month = passage.keys[index] in words(ClauseWord.MONTH)
    year = passage.token(index).kind == "number" and passage.keys[index - 1] in words(ClauseWord.MONTH)
    return passage.keys[index] in words(ClauseWord.TIME) or month or year


def _is_addressed(passage: Passage, index: int) -> bool:
    """Whether token `index` tells whom a verb addresses: «طالب أعضاءه», «طالب المواطنين» in the accusative."""
    word = passage.keys[index]
    accusative = word.startswith(ARTICLE) and word.endswith("ين") and word not in words(ClauseWord.PERSON)
    return accusative or bool(passage.token(index).enclitics)


def subject_before(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The topic before the verb at `index`: «مسؤول قال», «فلان، مدير كذا، أكد», «الشركة التي أعلنت»."""
    if index and passage.unjoined(index - 1) in words(ClauseWord.RELATIVE):
        # «المشروع الذي وصفه بـ»: the project is not who describes.
        return None if has_object(passage, index) else _antecedent(passage, index - 1, form)
    if index and passage.unjoined(index - 1) in words(ClauseWord.PRONOUN):
        return None
    start, opened = _clause_of_verb(passage, index)
    if start >= index or follows_conjunction(passage, index):
        return None
    if not opened and (start != passage.segment_start(index) or not begins_with_subject(passage, start)):
        return None
    empty = passage.keys[start] == "ما" and start + 1 == index  # «سرعان ما فهموا»
    if empty or (is_verbal_noun(passage, start) and passage.mention_of[start] is None):
        return None
    return source_in(passage, start, index, form)


def _antecedent(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """What the relative pronoun at `index` stands for: the noun phrase right before it."""
    stop = index
    if stop and passage.keys[stop - 1] in PAUSES:
        stop -= 1
    if stop == 0:
        return None
    mention = passage.mention_of[stop - 1]
    if mention is not None and mention.type in _SPEAKING:
        return source_at(passage, Span(mention.start, mention.end), form, mention.type)
    first = stop - 1
    low = max(passage.segment_start(index), stop - 4)
    while (
        first > low
        and not passage.proclitics(first)
        and passage.keys[first - 1] not in PAUSES
        and not opens_adjunct(passage, first - 1)
        and passage.cues[first - 1] is None
    ):
        if passage.keys[first].startswith(ARTICLE) and not passage.keys[first - 1].startswith(ARTICLE):
            first -= 1
            break
        if not (passage.keys[first].startswith(ARTICLE) and passage.keys[first - 1].startswith(ARTICLE)):
            break
        first -= 1
    return source_in(passage, first, stop, form)


def _clause_of_verb(passage: Passage, index: int) -> tuple[int, bool]:
    """Where the clause of the verb at `index` begins, and whether «أن» or «كان» opens it."""
    low = max(passage.segment_start(index), index - _BACK)
    for place in range(index - 1, low - 1, -1):
        if is_that(passage, place) or passage.unjoined(place) in words(ClauseWord.CLAUSE_OPENER):
            return place + 1, True
        form = passage.cues[place]
        if form is not None and form.voice == "active" and passage.mention_of[place] is None:
            return place + 1, False
        if is_verb(passage, place) and not follows_conjunction(passage, index) and not opens_adjunct(passage, place):
            return place + 1, all(passage.keys[i] not in PAUSES for i in range(place, index))
    return low, False


def topic_after_amma(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """Who «أما النواب، فقد طالبوا بـ», «أما بالنسبة للنواب، فقد» turns to, before the verb at `index`."""
    head = passage.segment_start(index)
    pause = next((i for i in range(index - 1, max(index - 3, head), -1) if passage.keys[i] in PAUSES), None)
    if pause is None or passage.unjoined(head) != "اما" or passage.keys[pause + 1][:1] != "ف":
        return None
    first = head + 2 if passage.core(head + 1) == "نسبة" else head + 1
    token = passage.token(first)
    begin = token.core.start if first > head + 1 and token.proclitics else 0
    return source_in(passage, first, pause, form, begin)


def topic_after_that(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The topic between أن and the verb at `index`, when it ends right there: «أن النقابة طالبت الحكومة بـ»."""
    if not form.gender or not index or not is_definite(passage, index - 1) or follows_conjunction(passage, index):
        return None
    start, opened = _clause_of_verb(passage, index)
    if not (opened or start == passage.segment_start(index)) or not 0 < index - start <= _NAME:
        return None
    return source_in(passage, start, index, form) if _is_topic(passage, start) else None


def _is_topic(passage: Passage, start: int) -> bool:
    """Whether what begins at `start` is its clause's topic: a definite noun after أن, or a name but after «أنه»."""
    after_that = start > 0 and is_that(passage, start - 1)
    with_pronoun = after_that and bool(passage.token(start - 1).enclitics)
    if after_that and not with_pronoun and passage.keys[start].startswith(ARTICLE):
        return True
    return passage.mention_of[start] is not None and not with_pronoun  # «لكن موسكو انتقدت الولايات المتحدة»


def begins_with_subject(passage: Passage, index: int) -> bool:
    """Whether a clause that begins with token `index` has its subject first: a name, a definite noun, مصدر."""
    return (
        passage.mention_of[index] is not None
        or passage.keys[index].startswith(ARTICLE)
        or passage.keys[index] in words(ClauseWord.PERSON)
        or passage.keys[index] in {'"', "«"}
        or passage.core(index) in words(ClauseWord.BODY)
        or (index + 1 < len(passage.keys) and is_definite(passage, index + 1) and passage.cues[index] is None)
    )
