"""A field's tokens as the claim patterns look them up: by key, with the name and the quotation that each belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as attribute

from arcorpus.claims.lexicon import key
from arcorpus.text.quotations import find_quotations
from arcorpus.types import Field, Mention, Span, Token

MIN_QUOTE = 3
"""Words that make a quotation speech; shorter ones name or distance."""

CONJUNCTIONS = frozenset("وف")
"""Conjunctions that are written together with the next word."""

_MIN_STEM = 3  # letters of the shortest word whose first و or ف may be taken for a conjunction, less one
_BORDERS = " \t\u00a0،,؛;:.…-–—"  # what does not belong to a span at its borders, beside other white space


@dataclass(slots=True)
class FieldTokens:
    """The tokens of one field; an index is always a token's number.

    Attributes:
        field: the field.
        mentions: the names in it.
        keys: the look-up key of each token.
        starts: the offset at which each token starts, in code points.
        mention_of: the name that each token belongs to.
        quotes: the quotations that are no names, without their marks.
        quote_of: the number of the quotation that each token stands in, -1 outside.
        is_speech: of each quotation, whether it has enough words to be speech.
        paired_marks: the offsets between a quotation and its marks, of names as well.
    """

    field: Field
    mentions: Sequence[Mention]
    keys: list[str] = attribute(init=False)
    starts: list[int] = attribute(init=False)
    mention_of: list[Mention | None] = attribute(init=False)
    quotes: tuple[Span, ...] = attribute(init=False)
    quote_of: list[int] = attribute(init=False)
    is_speech: list[bool] = attribute(init=False)
    paired_marks: frozenset[int] = attribute(init=False)

    def __post_init__(self) -> None:
        tokens = self.field.tokens
        self.keys = [key(token.text) for token in tokens]
        self.starts = [token.start for token in tokens]
        self.mention_of = [None] * len(tokens)
        for mention in self.mentions:
            # An attached letter before the name is part of its first token.
            for index in range(self.index_holding(mention.start), self.index_from(mention.end)):
                self.mention_of[index] = mention
        names = {(mention.start, mention.end) for mention in self.mentions}
        pairs = find_quotations(self.field.text)
        self.paired_marks = frozenset(offset for pair in pairs for offset in (pair.start, pair.end))
        self.quotes = tuple(pair for pair in pairs if (pair.start, pair.end) not in names)
        self.is_speech = [self.word_count(quote) >= MIN_QUOTE for quote in self.quotes]
        self.quote_of = [-1] * len(tokens)
        for number, quote in enumerate(self.quotes):
            for index in range(self.index_from(quote.start), self.index_from(quote.end)):
                self.quote_of[index] = number

    def token(self, index: int) -> Token:
        """The token at `index`."""
        return self.field.tokens[index]

    def index_from(self, offset: int) -> int:
        """The index of the first token that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def index_holding(self, offset: int) -> int:
        """The index of the last token that starts at `offset` or before; 0 before all."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def surface(self, span: Span) -> str:
        """The text of a span."""
        return self.field.text[span.start : span.end]

    def end_before(self, stop: int) -> int:
        """The offset at which the token before index `stop` ends."""
        return self.field.tokens[stop - 1].end

    def sentence_number(self, offset: int) -> int:
        """The number of the field's sentence in which `offset` lies."""
        return max(bisect_right(self.field.sentences, offset, key=lambda sentence: sentence.start) - 1, 0)

    def word_count(self, span: Span) -> int:
        """How many words and numbers a span holds."""
        tokens = self.field.tokens
        first = self.index_from(span.start)
        if first and tokens[first - 1].end > span.start:
            first -= 1  # the span begins after an attached letter
        return sum(tokens[i].kind not in {"punctuation", "symbol"} for i in range(first, self.index_from(span.end)))

    def trimmed(self, start: int, end: int) -> Span:
        """The span between two offsets without white space, pauses and full stops at its borders."""
        text = self.field.text
        while start < end and (text[start] in _BORDERS or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _BORDERS or text[end - 1].isspace()):
            end -= 1
        return Span(start, end)

    def unjoined(self, index: int) -> str:
        """The key of the token without what may be the conjunction و or ف before it: قال of «وقال»."""
        word = self.keys[index]
        return word[conjunction_length(word) :]

    def core(self, index: int) -> str:
        """The key of the token without its clitics: بيان of «وببيانها»."""
        token = self.token(index)
        if not token.proclitics and not token.enclitics:
            return self.keys[index]
        return key(self.field.text[token.core.start : token.core.end])

    def proclitics(self, index: int) -> str:
        """The letters attached before the token: وب, ال."""
        token = self.token(index)
        return self.field.text[token.start : token.core.start] if token.proclitics else ""


def conjunction_length(word: str) -> int:
    """1 when a word begins with what may be the conjunction و or ف and is long enough to stand without it, else 0.

    >>> conjunction_length("وقال"), conjunction_length("ورد")
    (1, 0)
    """
    return int(word[:1] in CONJUNCTIONS and len(word) > _MIN_STEM)
