"""The clause in which a participle goes on, and its subject: «زار الوزير المدينة، مؤكدا أن»."""

from __future__ import annotations

from arcorpus.claims.grammar import (
    PAUSES,
    has_role,
    is_definite,
    is_verb,
    starts_subject,
)
from arcorpus.claims.lexicon import (
    ClauseWord,
    CueForm,
    words,
)
from arcorpus.claims.passage import Passage
from arcorpus.claims.source_phrase import head_end, source_in
from arcorpus.claims.subjects import begins_with_subject
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE
from arcorpus.types import ClaimSource

_LONG = 200  # tokens of a clause, at most


def main_subject(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The subject of the sentence in which a participle at `index` goes on: «زار الوزير المدينة، مؤكدا أن»."""
    first = clause_start(passage, index)
    while first < index and (passage.keys[first] in words(ClauseWord.CLAUSE_OPENER) or _is_scene_word(passage, first)):
        first += 1
    aside = passage.keys[first] in {"من", "ومن"} and first + 1 < index
    if aside and passage.core(first + 1) in words(ClauseWord.SIDE):
        first += 2  # «من جهته»
    if first >= index:
        return None
    if has_role(passage, first, ClauseWord.FRONTED):
        return None  # «وحول النتائج …»: no subject stands there
    after_was = first > 0 and passage.keys[first - 1] in words(ClauseWord.WAS)  # «وكانت فتاة أمريكية»
    if not after_was and (not begins_with_subject(passage, first) or _may_be_verb(passage, first)):
        first += 1
    # «ولوح المحتجون بالأعلام»: what a verb of another kind takes is no part of its subject; «متحدث باسم …» is one.
    last = next((i for i in range(first + 1, index) if _has_attached_b(passage, i)), index)
    return source_in(passage, first, head_end(passage, first, last), form)


def clause_start(passage: Passage, index: int) -> int:
    """Where the clause begins in which a participle at `index` goes on: «…، ولوح المحتجون بالأعلام، مطالبين»."""
    low = passage.segment_start(index)
    for place in range(index - 1, max(low + 1, index - _LONG), -1):
        word = passage.keys[place]
        if passage.keys[place - 1] not in PAUSES or not is_definite(passage, place + 1):
            continue
        joined = word[:1] == "و" and word[1:2] != "ي" and set(kinds(word[1:])) & {"V", "I"}
        begun = is_verb(passage, place) and word[:1] != "ي" and starts_subject(passage, place + 1)
        if joined or begun:
            return place
    return max(low, index - _LONG)


def _has_attached_b(passage: Passage, index: int) -> bool:
    """Whether ب is attached at `index`, but for باسم."""
    return passage.proclitics(index)[:1] == "ب" and passage.core(index) != "اسم"


def _is_scene_word(passage: Passage, index: int) -> bool:
    """Whether token `index` only tells when, before the subject of its clause is named."""
    return passage.keys[index] in words(ClauseWord.TIME) | words(ClauseWord.WHEN) or passage.keys[index] in PAUSES


def _may_be_verb(passage: Passage, index: int) -> bool:
    """Whether token `index` is more likely a verb than the head of a noun phrase."""
    return passage.mention_of[index] is None and not passage.keys[index].startswith(ARTICLE)


def named_last(passage: Passage, index: int) -> ClaimSource | None:
    """The person, else the body, named last before token `index` in its sentence."""
    named = [m for m in passage.mention_of[max(passage.segment_start(index), index - _LONG) : index] if m is not None]
    people = [m for m in named if m.type == "PER"] or [m for m in named if m.type == "ORG"]
    if not people:
        return None
    mention = people[-1]
    return ClaimSource(mention.text, mention.start, mention.end, None, mention.type)
