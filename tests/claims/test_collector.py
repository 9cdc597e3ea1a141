"""The claims found so far in a text."""

from __future__ import annotations

from arcorpus.claims.collector import NOBODY, Attribution, ClaimCollector, kind_of
from arcorpus.claims.passage import Passage
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import ClaimSource, Field, Span

TEXT = "قال الوزير إن العمل «بدأ منذ يومين» هنا"


def findings():
    """ClaimCollector of one text."""
    sentences = split_sentences(TEXT)
    return ClaimCollector("a", Passage(Field("text", TEXT, sentences, tokenize(TEXT, sentences)), ()))


def test_a_claim_is_kept_once_with_nobody_for_no_source():
    """The same content is kept once; without a source it is nobody's."""
    found = findings()
    for _ in range(2):
        found.add(Span(14, 39), None, Span(0, 3), Attribution("assert", "mixed", 0.912))
    (claim,) = found.claims
    assert claim.source is NOBODY
    assert (claim.text, claim.score, claim.cue.text) == (TEXT[14:39], 0.91, "قال")


def test_short_and_empty_contents_are_dropped():
    """One word that is no verbal noun, nothing at all, and a content that holds its cue are no claims."""
    found = findings()
    for span in (Span(14, 19), Span(4, 4), Span(0, 20)):
        found.add(span, None, Span(0, 3), Attribution("assert", "indirect", 0.9))
    assert found.claims == []


def test_speakers_inside_a_content_do_not_go_on():
    """Who speaks inside what another says is not remembered as the last speaker."""
    found = findings()
    found.add(Span(14, 39), ClaimSource("الوزير", 4, 10), Span(0, 3), Attribution("assert", "mixed", 0.9))
    found.add(Span(21, 35), ClaimSource("العمل", 14, 19), Span(20, 21), Attribution("assert", "direct", 0.9))
    assert found.speakers.anyone().text == "الوزير"


def test_kind_is_mixed_where_speech_stands_inside():
    """A quoted clause makes a content mixed, none leaves it indirect."""
    passage = findings().passage
    assert kind_of(passage, Span(14, 39)) == "mixed"
    assert kind_of(passage, Span(4, 13)) == "indirect"
