"""Where reports begin in text without punctuation: with a verb of saying, or with words that change the speaker.

Some sources drop every mark, so that a whole article is one sentence of the tokens. What tells where a report ends
there is the next one: «… وأضاف فلان أن», «من جانبه قال». Only sentences that are long and have hardly any mark are
split.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arcorpus.claims.field_tokens import FieldTokens
from arcorpus.claims.grammar import is_that
from arcorpus.claims.lexicon import FIRST_PERSON, ClauseWord, CueForm, words
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE
from arcorpus.types import Span, Token

MIN_SENTENCE = 60
"""Tokens of the shortest sentence that is split."""
TOKENS_PER_MARK = 40
"""Tokens to one mark in a sentence that is believed to have none."""

_THAT_NEAR = 30  # tokens in which the أن of a report is sought
_PAST_NEAR = 12  # tokens in which the قد of «وكان فلان قد» is sought
_MIN_SEGMENT = 4  # tokens of a segment
_LONG_SEGMENT = 30  # tokens after which a segment ends where any clause with a verb and its subject is joined


def is_unpunctuated(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """True when tokens `first` to `stop` are a long sentence with hardly any mark inside."""
    length = stop - first
    if length < MIN_SENTENCE:
        return length == 0
    marks = sum(tokens[i].kind == "punctuation" for i in range(first, stop - 1))
    return marks * TOKENS_PER_MARK <= length


def split_sentence(tokens: FieldTokens, cues: Sequence[CueForm | None], sentence: Span) -> tuple[Span, ...]:
    """The segments of a sentence, as indices of tokens; the sentence alone when it has marks."""
    if not is_unpunctuated(tokens.field.tokens, sentence.start, sentence.end):
        return (sentence,)
    starts = [sentence.start, *_Splitter(tokens, cues, sentence.end).starts(sentence.start)]
    return tuple(Span(first, stop) for first, stop in zip(starts, [*starts[1:], sentence.end], strict=True))


@dataclass(frozen=True, slots=True)
class _Splitter:
    """A sentence without marks up to the token at `stop`, with the reporting forms of its tokens."""

    tokens: FieldTokens
    cues: Sequence[CueForm | None]
    stop: int

    def starts(self, first: int) -> Iterator[int]:
        """The indices at which a segment begins, but for the first."""
        last = first
        for index in range(first + _MIN_SEGMENT, self.stop):
            if index - last < _MIN_SEGMENT:
                continue
            far = index - last > _LONG_SEGMENT
            if self._changes_speaker(index) or self._reports(index) or (far and self._joins_clause(index)):
                yield index
                last = index

    def _changes_speaker(self, index: int) -> bool:
        """True at words that turn to another speaker or matter: «من جانبه», «وكان فلان قد», «ووفقا لـ»."""
        word = self.tokens.keys[index]
        after = self.tokens.keys[index + 1 : min(index + _PAST_NEAR, self.stop)]
        if word in {"من", "ومن"} and after:
            return after[0] in words(ClauseWord.OWN_SIDE) or (len(after) > 1 and after[1] in words(ClauseWord.OTHER))
        if word == "وفي" and after:
            return after[0] in words(ClauseWord.SCENE)
        if word in words(ClauseWord.WAS):
            return "قد" in after
        return word in words(ClauseWord.CHANGE_OF_SPEAKER)

    def _reports(self, index: int) -> bool:
        """True where a report begins: «وأضاف …», «كما أكد فلان أن …», «أوضح الخبراء … أن»."""
        word = self.tokens.keys[index]
        joined = word in words(ClauseWord.CONJUNCTION, ClauseWord.PAST_PARTICLE)
        place = index + joined
        if place + 1 >= self.stop:
            return False
        form = self.cues[place]
        if form is None or form.voice != "active" or form.number in FIRST_PERSON:
            return False
        if joined or word[:1] == "و":
            return word in words(ClauseWord.NEXT_REPORT, ClauseWord.NEW_REPORT) or self._has_that(place)
        no_start = words(ClauseWord.CONJUNCTION, ClauseWord.PAST_PARTICLE, ClauseWord.NO_BREAK_AFTER)
        if form.only_imperfect or self.tokens.keys[index - 1] in no_start:
            return False
        return self._may_be_subject(place + 1) and self._has_that(place)

    def _may_be_subject(self, index: int) -> bool:
        """True where a noun phrase surely begins: a definite noun, a name."""
        return self.tokens.keys[index][:2] == ARTICLE or self.tokens.mention_of[index] is not None

    def _has_that(self, index: int) -> bool:
        """True when the أن of the report that begins at `index` follows before another verb of saying."""
        for place in range(index + 1, min(index + _THAT_NEAR, self.stop)):
            if is_that(self.tokens, place):
                return True
            form = self.cues[place]
            if form is not None and form.voice == "active" and self.tokens.keys[place][:1] == "و":
                return False
        return False

    def _joins_clause(self, index: int) -> bool:
        """True where any verb with its subject is joined: «وفرضت الإدارة», «كما شملت المشاركة»."""
        word = self.tokens.keys[index]
        joined = word in words(ClauseWord.CONJUNCTION)
        place = index + joined
        if place + 1 >= self.stop or not (joined or word[:1] == "و"):
            return False
        found = set(kinds(self.tokens.keys[place] if joined else word[1:]))
        surely_verb = bool(found) and found <= {"V", "I"} and (joined or not kinds(word))  # وسط is one word
        return surely_verb and self._may_be_subject(place + 1)
