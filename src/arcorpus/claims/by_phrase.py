"""Claims by an attributing phrase: «وفقا لـ …», «بحسب ما ذكر …», «وفق تعبيره», «من المتوقع أن …»."""

from __future__ import annotations

from arcorpus.claims import content_end, speakers
from arcorpus.claims.collector import MIN_CONTENT, Findings, kind_of
from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_phrases import Found
from arcorpus.claims.lexicon import ClauseWord, words
from arcorpus.claims.passage import MAX_CLAUSE, PAUSES, Passage, opens_adjunct
from arcorpus.types import Span

MAX_SOURCE = 16
"""Tokens that a source after «وفقا لـ» may have."""

_SCORE = 0.8
_SO = frozenset({"فان", "فانه", "فانها"})
_THAT = frozenset({"ان", "انه", "انها"})


def impersonal(findings: Findings, found: Found) -> None:
    """The claim of «من المتوقع أن», «يُقال إن»."""
    passage = findings.passage
    stop = passage.clause_end(found.index)
    if found.after >= stop:
        return
    ends = content_end.clause_end if found.source == "nobody" else content_end.phrase_end
    span = passage.trimmed(passage.starts[found.after], passage.end(ends(passage, found.after, stop)))
    findings.add(span, None, _without_that(passage, found), (found.stance, kind_of(passage, span), _SCORE))


def _without_that(passage: Passage, found: Found) -> Span:
    """The cue of an impersonal phrase: without أن, which belongs to the clause."""
    last = found.after - 1
    if found.source == "nobody" and last > found.index and passage.is_that(last):
        return Span(found.cue.start, passage.token(last - 1).end)
    return found.cue


def _opened_by(passage: Passage, first: int, stop: int) -> tuple[int, int] | None:
    """Where the source ends and the content begins when a phrase opens the sentence: «وفقا لفلان، …», «… فإن …»."""
    for index in range(first, min(stop, first + MAX_SOURCE)):
        quote = passage.speech_at(index) if index > first else None
        if quote is not None and passage.keys[index - 1] not in words(ClauseWord.MEDIA):
            return index, passage.at(quote.start)
        if passage.quoted(index):
            continue
        word = passage.keys[index]
        if word in _SO | _THAT and index > first:
            return (index, index + 1) if index + 1 < stop else None
        if index > first and passage.clitics(index)[:1] == "ف":
            return index, index
        if word in PAUSES or word == ":":
            opened = index + 1 < stop and passage.keys[index + 1] in _SO
            return (index, index + 1 + opened) if index + 1 + opened < stop else None
    return None


def _said_so(findings: Findings, found: Found) -> None:
    """The claim of a sentence that only «وفق تعبيره» at its end attributes: the speaker is the one from before."""
    passage, index = findings.passage, found.index
    sentence = passage.sentence_of[index]
    if sentence in findings.attributed:
        return
    source = findings.speakers.last(None)
    first = passage.first_of_sentence(index)
    if first + 1 < index and passage.is_that(first + 1):
        first += 2
    start = passage.starts[first] + (1 if passage.clitics(first)[:1] in {"و", "ف"} else 0) if first < index else 0
    span = passage.trimmed(start, passage.starts[index])
    if source is not None and first < index:
        findings.add(span, source, found.cue, (found.stance, kind_of(passage, span), _SCORE))


def phrase(findings: Findings, found: Found) -> None:
    """The claim of an attributing phrase: the clause before it, or after it when the phrase opens the sentence."""
    passage = findings.passage
    stop = passage.clause_end(found.index)
    if found.source == "back":
        _said_so(findings, found)
        findings.used.add(found.index + 1)
        return
    form = passage.forms[found.after] if found.source == "verb" else None
    cue, first = _with_verb(passage, found, stop) if found.source == "verb" else (found.cue, found.after)
    parts = _parts(passage, found, first, stop) if first < stop else None
    if parts is None:
        return
    span, last = parts
    source = speakers.phrase(passage, first, last, form, cue.end)
    if source is None and form is not None:
        medium = first + 1 < last and passage.is_speaker(first + 1)  # «حسب ما نشر في صحيفة كذا»
        dropped = first >= last or (opens_adjunct(passage, first) and not medium)  # «حسب ما صرح به عبر حسابه»
        source = findings.speakers.last(form) if dropped else speakers.phrase(passage, first + 1, last, form)
    if (source is None and found.source == "verb") or passage.words(span) <= MIN_CONTENT:
        return
    findings.used.add(found.after)
    span, kind = _quoted(passage, span)
    findings.add(span, source, cue, (form.stance if form else found.stance, kind, _SCORE))


def _quoted(passage: Passage, span: Span) -> tuple[Span, str]:
    """The span and kind of a content: the quotation alone when it holds hardly more than one."""
    quote = passage.speech_at(passage.holding(span.start))
    if quote is not None and passage.words(Span(min(quote.end, span.end), span.end)) <= MIN_CONTENT:
        return quote, "direct"
    return span, kind_of(passage, span)


def _with_verb(passage: Passage, found: Found, stop: int) -> tuple[Span, int]:
    """The cue with the verb of «حسب ما أفاد به», and the token after it."""
    first = found.after + 1
    if first < stop and passage.keys[first] in words(ClauseWord.ADDRESSEE):
        first += 1
    if passage.keys[found.after] in words(ClauseWord.REPORTED) and first < stop and passage.preposition(first) == "في":
        first += 1
    return Span(found.cue.start, passage.end(first)), first


def _parts(passage: Passage, found: Found, first: int, stop: int) -> tuple[Span, int] | None:
    """What a phrase attributes, and the token before which its source ends."""
    index = found.index
    head = passage.first_of_sentence(index)
    apart = found.cue.start > passage.starts[index] and index > 0 and passage.keys[index - 1] in PAUSES
    if index - head > MAX_CLAUSE:
        return None
    led = index > 0 and passage.is_that(index - 1)  # «أوضح أنه وفقا لتقرير كذا، …»
    if index > head + 1 and not apart and not led:
        start = passage.starts[head] + (1 if passage.clitics(head)[:1] in {"و", "ف"} else 0)
        return passage.trimmed(start, passage.starts[index]), min(stop, first + MAX_SOURCE)
    opened = _opened_by(passage, first, stop)
    if opened is None:
        return None
    last, begin = opened
    start = passage.token(begin).core.start if passage.clitics(begin)[:1] == "ف" else passage.starts[begin]
    return passage.trimmed(start, passage.end(content_end.clause_end(passage, begin, stop))), last


def only_adds(passage: Passage, found: Found) -> bool:
    """Whether «كما» only adds a verb with a clause of its own: «كما أكد الوزير أن»."""
    form = passage.forms[found.after] if found.source == "verb" else None
    if form is None or passage.bare(found.index) != "كما":
        return False
    clause = complement(passage, found.after, form, passage.clause_end(found.index))
    return clause is not None and clause.opened != "phrase"
