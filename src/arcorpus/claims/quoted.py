"""What is quoted at a token: quotation of any length, or speech, which is long enough to be said by somebody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from arcorpus.claims.field_tokens import FieldTokens
from arcorpus.types import Span

_MARKS = frozenset("\"'“«‹„‘’”")
_BETWEEN = _MARKS | set(" \t\u00a0،,؛;:.…-–—»")  # what may stand between a quotation and the verb right behind it
_MAX_GAP = 6  # code points from a quotation to the verb right behind it
_MAX_LEAD = 3  # code points from a quotation mark to the words behind it


def is_quoted(tokens: FieldTokens, index: int) -> bool:
    """True inside a quotation of any length."""
    return tokens.quote_of[index] >= 0


def is_in_speech(tokens: FieldTokens, index: int) -> bool:
    """True inside quoted speech: what is said there belongs to its speaker."""
    return tokens.quote_of[index] >= 0 and tokens.is_speech[tokens.quote_of[index]]


def quotation_at(tokens: FieldTokens, index: int) -> Span | None:
    """The quotation of any length that begins with the token, or with the one after its mark."""
    number = _number_at(tokens, index)
    return None if number is None else tokens.quotes[number]


def speech_at(tokens: FieldTokens, index: int) -> Span | None:
    """The quoted speech that begins with the token, or with the one after its mark; None behind the last token."""
    number = _number_at(tokens, index) if index < len(tokens.starts) else None
    return None if number is None or not tokens.is_speech[number] else tokens.quotes[number]


def _number_at(tokens: FieldTokens, index: int) -> int | None:
    """The number of the quotation that begins with the token, or right after the mark that the token is."""
    start = tokens.starts[index]
    number = bisect_left(tokens.quotes, start, key=lambda quote: quote.start)
    if number == len(tokens.quotes):
        return None
    behind = tokens.quotes[number].start - start
    return number if behind == 0 or (tokens.keys[index] in _MARKS and behind <= _MAX_LEAD) else None


def speech_before(tokens: FieldTokens, index: int) -> Span | None:
    """The quoted speech that ends right before the token, a mark and a pause between them: «… »، قال."""
    number = bisect_right(tokens.quotes, tokens.starts[index], key=lambda quote: quote.start) - 1
    if number < 0 or not tokens.is_speech[number]:
        return None
    between = Span(tokens.quotes[number].end, tokens.starts[index])
    if not 0 <= between.end - between.start <= _MAX_GAP:
        return None
    return tokens.quotes[number] if set(tokens.surface(between)) <= _BETWEEN else None


def is_unclosed_mark(tokens: FieldTokens, index: int) -> bool:
    """True for a quotation mark that nothing closes, with a word after it."""
    if tokens.keys[index] not in _MARKS or index + 1 >= len(tokens.keys) or is_quoted(tokens, index):
        return False
    start = tokens.starts[index]
    near = {*range(start - 2, start + 1), tokens.starts[index + 1]}
    return not near & tokens.paired_marks and tokens.token(index + 1).kind == "word"


def holds_speech(tokens: FieldTokens, span: Span) -> bool:
    """True when quoted speech lies inside the span."""
    first = bisect_left(tokens.quotes, span.start, key=lambda quote: quote.start)
    last = bisect_right(tokens.quotes, span.end, key=lambda quote: quote.start)
    return any(tokens.is_speech[i] and tokens.quotes[i].end <= span.end for i in range(first, last))
