"""Claims by an attributing phrase: «وفقا لـ …», «بحسب ما ذكر …», «وفق تعبيره», «من المتوقع أن …»."""

from __future__ import annotations

from typing import NamedTuple

from arcorpus.claims import content_end
from arcorpus.claims.collector import MIN_CONTENT, Attribution, ClaimCollector, kind_of
from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_phrases import PhraseMatch
from arcorpus.claims.grammar import PAUSES, is_speaker, is_that, opens_adjunct, preposition
from arcorpus.claims.lexicon import ClauseWord, CueForm, PhraseRole, words
from arcorpus.claims.passage import MAX_CLAUSE, Passage
from arcorpus.claims.quoted import is_quoted, speech_at
from arcorpus.claims.source_phrase import source_in
from arcorpus.types import ClaimSource, Span

MAX_SOURCE = 16
"""Tokens that a source after «وفقا لـ» may have."""

_SCORE = 0.8


class _Attributed(NamedTuple):
    """What a phrase attributes.

    Attributes:
        content: the span of what is reported.
        source_stop: the index of the token before which the source ends.
    """

    content: Span
    source_stop: int


class _Opened(NamedTuple):
    """A sentence that a phrase opens.

    Attributes:
        source_stop: the index of the token before which the source ends.
        first: the index of the content's first token.
    """

    source_stop: int
    first: int


def impersonal(collector: ClaimCollector, found: PhraseMatch) -> None:
    """Add the claim of «من المتوقع أن», «يُقال إن»."""
    passage = collector.passage
    stop = passage.segment_end(found.index)
    if found.after >= stop:
        return
    ends = content_end.clause_end if found.role == PhraseRole.IMPERSONAL else content_end.phrase_end
    span = passage.trimmed(passage.starts[found.after], passage.end_before(ends(passage, found.after, stop)))
    collector.add(span, None, _without_that(passage, found), Attribution(found.stance, kind_of(passage, span), _SCORE))


def _without_that(passage: Passage, found: PhraseMatch) -> Span:
    """The cue of an impersonal phrase: without أن, which belongs to the clause."""
    last = found.after - 1
    if found.role == PhraseRole.IMPERSONAL and last > found.index and is_that(passage, last):
        return Span(found.cue.start, passage.token(last - 1).end)
    return found.cue


def claim_of_phrase(collector: ClaimCollector, found: PhraseMatch) -> None:
    """Add the claim of an attributing phrase: the clause before it, or after it when the phrase opens the sentence."""
    passage = collector.passage
    if found.role == PhraseRole.EARLIER_SPEAKER:
        _said_so(collector, found)
        collector.used.add(found.index + 1)
        return
    stop = passage.segment_end(found.index)
    form = passage.cues[found.after] if found.role == PhraseRole.VERB else None
    first = _source_start(passage, found, stop) if found.role == PhraseRole.VERB else found.after
    cue = Span(found.cue.start, passage.end_before(first)) if found.role == PhraseRole.VERB else found.cue
    attributed = _attributed(passage, found, first, stop) if first < stop else None
    if attributed is None or passage.word_count(attributed.content) <= MIN_CONTENT:
        return
    source = source_in(passage, first, attributed.source_stop, form, cue.end)
    if source is None and form is not None:
        source = _source_of_verb(collector, first, attributed.source_stop, form)
    if source is None and found.role == PhraseRole.VERB:
        return
    collector.used.add(found.after)
    span, kind = _quotation_or_clause(passage, attributed.content)
    collector.add(span, source, cue, Attribution(form.stance if form else found.stance, kind, _SCORE))


def _said_so(collector: ClaimCollector, found: PhraseMatch) -> None:
    """Add the claim of a sentence that only «وفق تعبيره» at its end attributes: the speaker is the one from before."""
    passage, index = collector.passage, found.index
    source = collector.speakers.last(None)
    first = passage.segment_start(index)
    if first + 1 < index and is_that(passage, first + 1):
        first += 2  # «كما أن»
    if source is None or first >= index or passage.segment_of[index] in collector.attributed:
        return
    span = passage.trimmed(_start_unjoined(passage, first), passage.starts[index])
    collector.add(span, source, found.cue, Attribution(found.stance, kind_of(passage, span), _SCORE))


def _start_unjoined(passage: Passage, index: int) -> int:
    """The offset at which a token starts, without its conjunction."""
    return passage.starts[index] + (passage.proclitics(index)[:1] in {"و", "ف"})


def _source_start(passage: Passage, found: PhraseMatch, stop: int) -> int:
    """The index of the token behind the verb of a phrase and what belongs to it: «حسب ما أفاد به», «كما جاء في»."""
    first = found.after + 1
    if first < stop and passage.keys[first] in words(ClauseWord.ADDRESSEE):
        first += 1
    if passage.keys[found.after] in words(ClauseWord.REPORTED) and first < stop and preposition(passage, first) == "في":
        first += 1
    return first


def _source_of_verb(collector: ClaimCollector, first: int, stop: int, form: CueForm) -> ClaimSource | None:
    """The source of «حسب ما نشر في صحيفة كذا», behind its preposition; of «حسب ما صرح به عبر حسابه», who spoke last."""
    passage = collector.passage
    medium = first + 1 < stop and is_speaker(passage, first + 1)
    if first >= stop or (opens_adjunct(passage, first) and not medium):
        return collector.speakers.last(form)
    return source_in(passage, first + 1, stop, form)


def _quotation_or_clause(passage: Passage, span: Span) -> tuple[Span, str]:
    """The span and kind of a content: the quotation alone when it holds hardly more than one."""
    quote = speech_at(passage, passage.index_holding(span.start))
    if quote is not None and passage.word_count(Span(min(quote.end, span.end), span.end)) <= MIN_CONTENT:
        return quote, "direct"
    return span, kind_of(passage, span)


def _attributed(passage: Passage, found: PhraseMatch, first: int, stop: int) -> _Attributed | None:
    """What a phrase attributes whose source begins at `first`: the clause before it, else the one behind the source."""
    index = found.index
    head = passage.segment_start(index)
    if index - head > MAX_CLAUSE:
        return None
    if index > head + 1 and not _opens_clause(passage, found):
        content = passage.trimmed(_start_unjoined(passage, head), passage.starts[index])
        return _Attributed(content, min(stop, first + MAX_SOURCE))
    opened = _opened_sentence(passage, first, stop)
    if opened is None:
        return None
    end = content_end.clause_end(passage, opened.first, stop)
    so = passage.proclitics(opened.first)[:1] == "ف"
    start = passage.token(opened.first).core.start if so else passage.starts[opened.first]
    return _Attributed(passage.trimmed(start, passage.end_before(end)), opened.source_stop)


def _opens_clause(passage: Passage, found: PhraseMatch) -> bool:
    """True for a phrase in mid-sentence that opens a clause: «، ووفقا لـ», «أوضح أنه وفقا لتقرير كذا، …»."""
    index = found.index
    joined = found.cue.start > passage.starts[index] and index > 0 and passage.keys[index - 1] in PAUSES
    return joined or (index > 0 and is_that(passage, index - 1))


def _opened_sentence(passage: Passage, first: int, stop: int) -> _Opened | None:
    """Where source and content part when a phrase opens the sentence: «وفقا لفلان، …», «… فإن …», «… «…»»."""
    for index in range(first, min(stop, first + MAX_SOURCE)):
        quote = speech_at(passage, index) if index > first else None
        if quote is not None and passage.keys[index - 1] not in words(ClauseWord.MEDIA):
            return _Opened(index, passage.index_from(quote.start))
        if is_quoted(passage, index):
            continue
        opened = _opened_at(passage, index, first)
        if opened is not None:
            return opened if opened.first < stop else None
    return None


def _opened_at(passage: Passage, index: int, first: int) -> _Opened | None:
    """Where source and content part if they do at `index`: at فإن or أن, at another ف, at a pause or colon."""
    word = passage.keys[index]
    if index > first and (word in words(ClauseWord.SO_THAT) or is_that(passage, index)):
        return _Opened(index, index + 1)
    if index > first and passage.proclitics(index)[:1] == "ف":
        return _Opened(index, index)
    if word in PAUSES or word == ":":
        so = passage.keys[index + 1 : index + 2]
        return _Opened(index, index + 1 + (bool(so) and so[0] in words(ClauseWord.SO_THAT)))
    return None


def only_adds(passage: Passage, found: PhraseMatch) -> bool:
    """True when «كما» only adds a verb with a clause of its own: «كما أكد الوزير أن»."""
    form = passage.cues[found.after] if found.role == PhraseRole.VERB else None
    if form is None or passage.unjoined(found.index) != "كما":
        return False
    clause = complement(passage, found.after, form, passage.segment_end(found.index))
    return clause is not None and clause.opened != "phrase"
