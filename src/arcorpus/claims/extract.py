"""Who says what: quotations and reported speech with their cue, source, kind and stance.

A grammar of small patterns over the words of one text: reporting verbs and nouns (`reports`) with what they introduce
(`content_start`), attributing phrases (`cue_phrases`, `by_phrase`), a name with a colon, a quotation with its verb
behind it. Where the reported words end is in `contents`, who says them in `subjects`. docs/claims.md tells what is and
is not found.
"""

from __future__ import annotations

from bisect import bisect_right

from arcorpus.claims import by_phrase, by_verb, speakers
from arcorpus.claims.collector import MIN_CONTENT, Findings
from arcorpus.claims.content_start import Complement, complement
from arcorpus.claims.cue_phrases import phrase_at
from arcorpus.claims.lexicon import FIRST_PERSON, ClauseWord, words
from arcorpus.claims.passage import PAUSES, Passage
from arcorpus.types import NAME_TYPES, Claim, Document, Span

MAX_HEADING = 9
"""Tokens before the colon of «فلان: …»."""
MAX_BEHIND = 6
"""Tokens between a quotation and the verb behind it."""

_SCORE = 0.8
_DASHES = frozenset("-–—ـ")
_SPOKEN = frozenset({"that", "quote", "colon"})


def _heading(findings: Findings, first: int, stop: int) -> None:
    """The claim of «فلان: …» at the start of a line: a person, a body or an office, a colon, and what is said."""
    passage = findings.passage
    colon = next((i for i in range(first, min(first + MAX_HEADING, stop)) if passage.keys[i] == ":"), None)
    if colon is None or colon == first or colon + 1 >= stop:
        return
    if any(passage.forms[i] is not None and passage.named[i] is None for i in range(first, colon)):
        return
    if any(passage.keys[i] in _DASHES for i in range(first, colon)):
        return  # «محمد أبو شعر - سبق:»
    named = passage.named[first]
    person = named is not None and named.type in {"PER", "ORG"}
    person = person or (passage.speech_at(colon + 1) is not None and named is None)
    source = speakers.phrase(passage, first, colon)
    if source is None or not (person or source.type == "PER" or passage.core(first) in words(ClauseWord.PERSON)):
        return
    span, kind = by_verb.content(passage, Complement(colon, colon + 1, "heading"), stop)
    cue = Span(passage.starts[colon], passage.token(colon).end)
    if passage.words(span) >= MIN_CONTENT + 1:
        findings.add(span, source, cue, ("assert", kind, _SCORE))


def _after_quote(findings: Findings, quote: Span) -> None:
    """The claim of a quotation followed by its verb: «…»، قال فلان; «…»، هذا ما قاله فلان."""
    passage = findings.passage
    first = passage.at(quote.end)
    for index in range(first, min(first + MAX_BEHIND, len(passage.keys))):
        form = passage.forms[index]
        if form is None or form.voice != "active" or passage.quoted(index) or form.number in FIRST_PERSON:
            continue
        stop = passage.clause_end(index)
        found = complement(passage, index, form, stop)
        if found is not None and found.opened in _SPOKEN:
            return
        last = next((i for i in range(index + 1, stop) if passage.keys[i] in PAUSES), stop)
        source = speakers.after(passage, index, last, form)
        if source is not None:
            cue = Span(passage.cue_start(index), passage.token(index).end)
            findings.add(quote, source, cue, (form.stance, "direct", _SCORE))
        return


def _may_speak(findings: Findings, index: int) -> bool:
    """Whether a verb may report: one inside quoted speech does when it has a subject of its own after it."""
    passage = findings.passage
    if passage.named[index] is not None and passage.quote_of[index] < 0:
        return False
    if not passage.spoken(index):
        return True
    form = passage.forms[index]
    if form is None or form.voice != "active":
        return False
    found = complement(passage, index, form, passage.at(passage.quotes[passage.quote_of[index]].end))
    if found is None:
        return False
    related = (
        passage.bare(index - 1) in words(ClauseWord.RELATIVE) and speakers.before(passage, index, form) is not None
    )
    return related or speakers.after(passage, index, found.subject_end, form) is not None


def _token(findings: Findings, index: int) -> None:
    """What the word at `index` attributes, if anything."""
    passage = findings.passage
    form = passage.forms[index]
    found = phrase_at(passage, index)
    if found and found.source in {"nobody", "noun", "amount"}:
        if not passage.spoken(index):
            by_phrase.impersonal(findings, found)
            findings.used.update(range(index, found.after))
    elif found and found.source == "in":
        if not passage.spoken(index) and index not in findings.used:
            by_verb.told_in(findings, found)
    elif found and not passage.spoken(index) and not by_phrase.only_adds(passage, found):
        by_phrase.phrase(findings, found)
    elif form is None:
        by_verb.noun(findings, index)
    elif form.number not in FIRST_PERSON and index not in findings.used and _may_speak(findings, index):
        by_verb.verb(findings, index, form)


def _quotes(findings: Findings) -> None:
    """The claims of quotations that nothing before them attributes."""
    taken = sorted((c.start, c.end) for c in findings.claims)
    ends: list[int] = []
    for _, end in taken:
        ends.append(max(end, ends[-1] if ends else 0))
    for number, quote in enumerate(findings.passage.quotes):
        place = bisect_right(taken, (quote.start, len(findings.passage.field.text))) - 1
        if findings.passage.speech[number] and (place < 0 or ends[place] < quote.end):
            _after_quote(findings, quote)


def _claims(article: str, passage: Passage) -> list[Claim]:
    """The claims of a field in reading order of their content."""
    findings = Findings(article, passage)
    heads = {stretch.start: stretch.end for stretch in passage.stretches}
    for index, token in enumerate(passage.field.tokens):
        if index in heads:
            _heading(findings, index, heads[index])
        if token.kind == "word":
            _token(findings, index)
    _quotes(findings)
    return sorted(findings.claims, key=lambda claim: (claim.start, claim.end))


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
