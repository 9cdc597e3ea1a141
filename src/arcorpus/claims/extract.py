"""Who says what: quotations and reported speech with their cue, source, kind and stance.

A grammar of small patterns over the words of one text: reporting verbs and nouns (`by_verb`, `by_noun`) with what they
introduce (`content_start`), attributing phrases (`cue_phrases`, `by_phrase`), a name with a colon, a quotation with its
verb behind it. Where the reported words end is in `content_end`, who says them in `verb_source`. docs/claims.md tells
what is and is not found.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from arcorpus.claims import by_noun, by_phrase, by_verb
from arcorpus.claims.collector import MIN_CONTENT, Attribution, ClaimCollector
from arcorpus.claims.content import content_span
from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_forms import cue_start
from arcorpus.claims.cue_phrases import PhraseMatch, phrase_at
from arcorpus.claims.grammar import PAUSES
from arcorpus.claims.lexicon import FIRST_PERSON, ClauseWord, PhraseRole, words
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.quoted import is_in_speech, is_quoted, speech_at
from arcorpus.claims.source_phrase import source_in
from arcorpus.claims.subjects import subject_after, subject_before
from arcorpus.types import NAME_TYPES, Claim, Document, Span

MAX_HEADING = 9
"""Tokens before the colon of «فلان: …»."""
MAX_BEHIND = 6
"""Tokens between a quotation and the verb behind it."""

_SCORE = 0.8
_DASHES = frozenset("-–—ـ")
_SPOKEN = frozenset({"that", "quote", "colon"})


_IMPERSONAL = frozenset({PhraseRole.IMPERSONAL, PhraseRole.IMPERSONAL_NOUN, PhraseRole.ESTIMATE})


def _add_heading(collector: ClaimCollector, first: int, stop: int) -> None:
    """Add the claim of «فلان: …» at the start of a segment: a person, a body or an office, and what is said."""
    passage = collector.passage
    colon = next((i for i in range(first, min(first + MAX_HEADING, stop)) if passage.keys[i] == ":"), None)
    if colon is None or colon == first or colon + 1 >= stop or not _may_head(passage, first, colon):
        return
    source = source_in(passage, first, colon)
    if source is None or not (source.type == "PER" or _is_heading_speaker(passage, first, colon)):
        return
    span, kind = content_span(passage, Complement(colon, colon + 1, "heading"), stop)
    cue = Span(passage.starts[colon], passage.token(colon).end)
    if passage.word_count(span) > MIN_CONTENT:
        collector.add(span, source, cue, Attribution("assert", kind, _SCORE))


def _may_head(passage: Passage, first: int, colon: int) -> bool:
    """False when a verb that reports or a dash stands before the colon: «قال فلان:», «محمد أبو شعر - سبق:»."""
    before = range(first, colon)
    reports = any(passage.cues[i] is not None and passage.mention_of[i] is None for i in before)
    return not reports and all(passage.keys[i] not in _DASHES for i in before)


def _is_heading_speaker(passage: Passage, first: int, colon: int) -> bool:
    """True for a person, a body or an office, and for whoever has speech in marks behind the colon, but no place."""
    named = passage.mention_of[first]
    if named is not None and named.type in {"PER", "ORG"}:
        return True
    quoted = named is None and speech_at(passage, colon + 1) is not None
    return quoted or passage.core(first) in words(ClauseWord.PERSON)


def _add_after_quote(collector: ClaimCollector, quote: Span) -> None:
    """Add the claim of a quotation followed by its verb: «…»، قال فلان; «…»، هذا ما قاله فلان."""
    passage = collector.passage
    first = passage.index_from(quote.end)
    for index in range(first, min(first + MAX_BEHIND, len(passage.keys))):
        form = passage.cues[index]
        if form is None or form.voice != "active" or is_quoted(passage, index) or form.number in FIRST_PERSON:
            continue
        stop = passage.segment_end(index)
        found = complement(passage, index, form, stop)
        if found is not None and found.opened in _SPOKEN:
            return  # «… . وقال فلان إن»: the verb has a content of its own
        last = next((i for i in range(index + 1, stop) if passage.keys[i] in PAUSES), stop)
        source = subject_after(passage, index, last, form)
        if source is not None:
            cue = Span(cue_start(passage, index, form), passage.token(index).end)
            collector.add(quote, source, cue, Attribution(form.stance, "direct", _SCORE))
        return


def _may_report(passage: Passage, index: int) -> bool:
    """True for a verb outside a name; inside quoted speech, only for one with a subject of its own."""
    if not is_in_speech(passage, index):
        return passage.mention_of[index] is None or passage.quote_of[index] >= 0
    form = passage.cues[index]
    if form is None or form.voice != "active":
        return False
    found = complement(passage, index, form, passage.index_from(passage.quotes[passage.quote_of[index]].end))
    if found is None:
        return False
    if passage.unjoined(index - 1) in words(ClauseWord.RELATIVE) and subject_before(passage, index, form) is not None:
        return True
    return subject_after(passage, index, found.subject_end, form) is not None


def _add_phrase(collector: ClaimCollector, found: PhraseMatch) -> None:
    """Add the claim of an attributing phrase outside quoted speech."""
    if found.role in _IMPERSONAL:
        by_phrase.impersonal(collector, found)
        collector.used.update(range(found.index, found.after))
    elif found.role != PhraseRole.DOCUMENT:
        by_phrase.claim_of_phrase(collector, found)
    elif found.index not in collector.used:
        by_noun.said_in_document(collector, found)


def _add_at(collector: ClaimCollector, index: int) -> None:
    """Add what the word at `index` attributes, if anything: as a phrase, a noun or a verb."""
    passage = collector.passage
    form = passage.cues[index]
    found = phrase_at(passage, index)
    closed = found is not None and found.role in {*_IMPERSONAL, PhraseRole.DOCUMENT}
    spoken = is_in_speech(passage, index)
    if found is not None and not spoken and (closed or not by_phrase.only_adds(passage, found)):
        _add_phrase(collector, found)
    elif closed:
        return
    elif form is None:
        by_noun.claim_of_noun(collector, index)
    elif form.number not in FIRST_PERSON and index not in collector.used and _may_report(passage, index):
        by_verb.claim_of_verb(collector, index, form)


def _add_quotes(collector: ClaimCollector) -> None:
    """Add the claims of quoted speech that no claim holds."""
    passage = collector.passage
    spans = sorted((claim.start, claim.end) for claim in collector.claims)
    ends = list(accumulate((end for _, end in spans), max))
    for number, quote in enumerate(passage.quotes):
        place = bisect_right(spans, (quote.start, len(passage.field.text))) - 1
        if passage.is_speech[number] and (place < 0 or ends[place] < quote.end):
            _add_after_quote(collector, quote)


def _claims(article: str, passage: Passage) -> list[Claim]:
    """The claims of a field in reading order of their content."""
    collector = ClaimCollector(article, passage)
    heads = {segment.start: segment.end for segment in passage.segments}
    for index, token in enumerate(passage.field.tokens):
        if index in heads:
            _add_heading(collector, index, heads[index])
        if token.kind == "word":
            _add_at(collector, index)
    _add_quotes(collector)
    return sorted(collector.claims, key=lambda claim: (claim.start, claim.end))


def find_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document whose `fields` and `mentions` are set, in reading order.

    Source: the parts follow PARC 3.0 (Pareti 2016) and the project's annotation guidelines.
    """
    found: list[Claim] = []
    for text_field in document.fields or ():
        if text_field.sentences:
            mentions = [m for m in document.mentions or () if m.field == text_field.name and m.type in NAME_TYPES]
            found += _claims(document.article.id, Passage(text_field, mentions))
    return tuple(found)
