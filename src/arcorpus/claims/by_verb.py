"""Claims by a reporting verb or participle: «قال فلان إن …», «مؤكدا …»."""

from __future__ import annotations

from arcorpus.claims import content_end
from arcorpus.claims.collector import MIN_CONTENT, Attribution, ClaimCollector, kind_of
from arcorpus.claims.content import SCORES, content_span
from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_forms import cue_start
from arcorpus.claims.grammar import (
    PAUSES,
    has_role,
    is_speaker,
    is_that,
)
from arcorpus.claims.lexicon import (
    ClauseWord,
    CueForm,
    cue_forms,
    words,
)
from arcorpus.claims.passage import Complement, Passage, expects_verb, must_be_noun, starts_clause
from arcorpus.claims.quoted import is_in_speech, is_quoted, speech_before
from arcorpus.claims.source_phrase import source_in
from arcorpus.claims.subjects import subject_before
from arcorpus.claims.verb_source import MAX_SOURCE, verb_source
from arcorpus.text.letters import ARTICLE
from arcorpus.types import Span

_NEGATED = {"assert": "doubt", "confirm": "doubt", "deny": "deny"}
_UNSAID = frozenset({"announce", "demand", "hope"})  # negated, these report nothing: «لم تعلن الشركة عن …»
_MODAL = 0.8  # of the score is left after قد or ربما
_SHADDA = "\u0651"
_TWO = 2


def claim_of_verb(collector: ClaimCollector, index: int, form: CueForm) -> None:
    """The claim of a reporting verb, participle or noun, if its complement follows."""
    passage = collector.passage
    stop = passage.segment_end(index)
    if is_in_speech(passage, index):
        stop = min(stop, passage.index_from(passage.quotes[passage.quote_of[index]].end))
    found = complement(passage, index, form, stop)
    if found is None:
        _claim_before(collector, index, form, stop)
    if found is None or found.first >= stop or not _reports(passage, index, form, found):
        return
    stance = _stance(passage, index, form, found)
    if stance is None:
        return
    span, kind = content_span(passage, found, _related_stop(passage, index, found.first, stop))
    if found.opened == "quote" and passage.keys[found.subject_end - 1] in PAUSES:
        # «… »، قال فلان، «…»: one quotation that its cue interrupts is known by its first part.
        earlier = speech_before(passage, index)
        span, kind = (span, kind) if earlier is None else (earlier, "direct")
    source = verb_source(collector, index, form, found)
    score = SCORES[found.opened] * (_MODAL if index and has_role(passage, index - 1, ClauseWord.PERHAPS) else 1)
    cue = Span(cue_start(passage, index, passage.cues[index]), passage.token(index).end)
    collector.add(span, source, cue, Attribution(stance, kind, score))


def _claim_before(collector: ClaimCollector, index: int, form: CueForm, stop: int) -> None:
    """The claim of «…، أوضح ذلك فلان»: what stands before the verb in its sentence, or the sentence before."""
    passage = collector.passage
    first = index + 2
    if (
        first >= stop
        or passage.keys[index + 1] not in words(ClauseWord.THAT_SAID)
        or form.voice != "active"
        or form.only_imperfect
    ):
        return
    if not is_speaker(passage, first) and passage.keys[first] not in words(ClauseWord.TITLE):
        return
    source = source_in(passage, first, min(stop, first + MAX_SOURCE), form)
    head = passage.segment_start(index)
    if head == index:
        head = passage.segment_start(head - 1) if head else index
    span = passage.trimmed(passage.starts[head], passage.starts[index])
    if source is not None and passage.word_count(span) > MIN_CONTENT + 1:
        cue = Span(cue_start(passage, index, passage.cues[index]), passage.end_before(index + 2))
        collector.add(span, source, cue, Attribution(form.stance, kind_of(passage, span), SCORES["phrase"]))


def _reports(passage: Passage, index: int, form: CueForm, found: Complement) -> bool:
    """Whether the word at `index` reports: it is a verb there, and its report neither supposed nor drawn from facts."""
    if form.voice == "active" and must_be_noun(passage, index):
        return False  # «هذا أمر», «على أمل أن»
    if _is_supposed(passage, index, form) or _is_drawn_from_facts(passage, index, form):
        return False
    far = form.voice == "passive" and found.opened == "quote" and found.subject_end > index + _TWO
    if far or (passage.unjoined(index) in words(ClauseWord.ADJUNCT) and not _is_verb_here(passage, index, found)):
        return False  # «تضاف إليه الغرامة «…»»
    return found.opened not in {"noun", "phrase"} or _takes_noun(passage, index, form, found)


def _takes_noun(passage: Passage, index: int, form: CueForm, found: Complement) -> bool:
    """Whether the word at `index` reports what a noun says: any but a passive; an active one where a verb can stand."""
    if form.voice != "active":
        return form.voice != "passive"
    related = index > 0 and passage.unjoined(index - 1) in words(ClauseWord.RELATIVE)
    return expects_verb(passage, index) and not (found.opened == "phrase" and related and form.only_imperfect)


def _is_supposed(passage: Passage, index: int, form: CueForm) -> bool:
    """Whether what the verb at `index` reports is only wished or a condition: «لو قال», «يجب أن يعلن»."""
    return _is_wish(passage, index, form) or (index > 0 and has_role(passage, index - 1, ClauseWord.CONDITIONAL))


def _is_drawn_from_facts(passage: Passage, index: int, form: CueForm) -> bool:
    """Whether the facts say it and nobody: «وهو ما يؤكد أن», «تبين أن» without a subject."""
    after_what = index > 0 and passage.unjoined(index - 1) == "ما"
    if after_what and form.voice == "active" and passage.keys[index] in cue_forms():
        return True
    return passage.unjoined(index) in words(ClauseWord.TURNED_OUT) and subject_before(passage, index, form) is None


def _is_wish(passage: Passage, index: int, form: CueForm) -> bool:
    """Whether a verb is only wanted or possible: «يجب أن يعلن», «لكي يؤكدوا»."""
    if not form.only_imperfect or not index:
        return False
    before = passage.keys[index - 1]
    return before in {"ان", "لان", "لكي", "كي", "حتي"} or (passage.proclitics(index)[-1:] == "ل" and index > 0)


def _is_verb_here(passage: Passage, index: int, found: Complement) -> bool:
    """Whether بين, عبر or عقب, prepositions as well, are verbs: أن or «عن» depends on it, or somebody speaks."""
    if is_that(passage, index + 1) or _SHADDA in passage.token(index).text or passage.keys[found.subject_end] == "عن":
        return True
    word = passage.keys[index + 1]
    speaker = (
        is_speaker(passage, index + 1)
        or word in words(ClauseWord.TITLE)
        or (word[:2] == ARTICLE and word.endswith("ون"))
    )
    return speaker and starts_clause(passage, index)


def _negation(passage: Passage, index: int) -> bool:
    """Whether the verb at `index` is negated."""
    return index > 0 and has_role(passage, index - 1, ClauseWord.NEGATION)


def _stance(passage: Passage, index: int, form: CueForm, found: Complement) -> str | None:
    """What the cue says of its content; None when a negation leaves nothing said."""
    stance = found.stance or form.stance
    if not _negation(passage, index):
        return stance
    return None if stance in _UNSAID else _NEGATED.get(stance, stance)


def _related_stop(passage: Passage, index: int, first: int, stop: int) -> int:
    """Where a report ends that is itself between two pauses: «السائق، الذي قالت الشرطة إنه كان مسرعا، …»."""
    related = (
        index > 1 and passage.unjoined(index - 1) in words(ClauseWord.RELATIVE) and passage.keys[index - 2] in PAUSES
    )
    if not related:
        return stop
    pauses = (i for i in range(first, stop) if passage.keys[i] in PAUSES and not is_quoted(passage, i))
    return next((i for i in pauses if not content_end.continues_phrase(passage, i + 1, stop)), stop)
