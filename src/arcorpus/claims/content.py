"""The span of what a complement holds, and whether it is direct, indirect or mixed."""

from __future__ import annotations

from typing import NamedTuple

from arcorpus.claims import content_end
from arcorpus.claims.collector import MIN_CONTENT, kind_of
from arcorpus.claims.grammar import (
    in_first_person,
)
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.quoted import quotation_at, speech_at
from arcorpus.types import Span

SCORES = {
    "quote": 0.9,
    "that": 0.9,
    "colon": 0.8,
    "speech": 0.8,
    "verbatim": 0.8,
    "noun": 0.8,
    "pause": 0.65,
    "phrase": 0.65,
}
"""How sure a claim is by what opens its content, 0-1."""
_NOMINAL = frozenset({"noun", "phrase"})
_SPOKEN = frozenset({"that", "quote", "colon", "heading"})
_MARK = 2  # code points of a closing mark with a space before it


class Content(NamedTuple):
    """What is reported.

    Attributes:
        span: where it stands in the field.
        kind: direct, indirect or mixed.
    """

    span: Span
    kind: str


def content_span(passage: Passage, found: Complement, stop: int) -> Content:
    """The span and kind of what a complement holds, before token `stop`."""
    first = found.first
    quote = speech_at(passage, first)
    if quote is not None and found.opened in _SPOKEN and _is_all_quoted(passage, found, quote, stop):
        return Content(quote, "direct")
    span = passage.trimmed(_content_start(passage, found), passage.end_before(_content_stop(passage, found, stop)))
    set_off = found.opened in {"verbatim", "colon"}  # a verb's colon opens speech word for word, without marks too
    if set_off or (found.opened in {"heading", "speech"} and in_first_person(passage, span)):
        return Content(span, "direct")
    term = quotation_at(passage, first) if found.opened in _NOMINAL else None
    if term is not None and (found.stance == "" or term.end + _MARK >= span.end):
        direct = quote is not None or found.stance == ""
        return Content(term, "direct" if direct else kind_of(passage, span))
    return Content(span, kind_of(passage, span))


def _is_all_quoted(passage: Passage, found: Complement, quote: Span, stop: int) -> bool:
    """Whether the quotation that opens the content is all of it, but for a word or two of its clause behind it."""
    if found.opened == "quote":
        return True
    end = passage.end_before(content_end.clause_end(passage, found.first, stop))
    rest = Span(min(quote.end, max(end, 0)), max(end, quote.end))
    return passage.word_count(rest) <= MIN_CONTENT


def _content_start(passage: Passage, found: Complement) -> int:
    """The offset at which the content starts: behind the ب or ل of a noun."""
    first = found.first
    if found.opened in _NOMINAL and passage.proclitics(first)[:1] in {"ب", "ل"}:
        return passage.token(first).proclitics[0].end
    return passage.starts[first]


def _content_stop(passage: Passage, found: Complement, stop: int) -> int:
    """The token before which the content ends: a noun phrase, a clause, or what a colon opens, over sentences."""
    if found.opened in _NOMINAL:
        return content_end.phrase_end(passage, found.first, stop)
    last = content_end.clause_end(passage, found.first, stop)
    return content_end.speech_end(passage, found.first, last) if found.opened == "colon" and last == stop else last
