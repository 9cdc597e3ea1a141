"""Where sentences begin in text without punctuation: with a new report, or with the words that change the speaker.

Some sources drop every mark, so that a whole article is one sentence of the tokens. What tells where a report ends
there is the next one: «… وأضاف فلان أن», «من جانبه قال». Only sentences that are long and have hardly any mark are
parted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arcorpus.claims.lexicon import FIRST_PERSON, ClauseWord, Form, words
from arcorpus.text.clitics import kinds
from arcorpus.types import Mention, Span, Token

LONG = 60
"""Tokens of the shortest sentence that is parted."""
PER_MARK = 40
"""Tokens to one mark in a sentence that is believed to have none."""

_THAT = frozenset({"ان", "انه", "انها", "انهم", "اننا", "بان", "بانه", "بانها", "بانهم"})
_AHEAD = 30  # tokens in which the أن of a report is sought
_NEAR = 12  # tokens in which the قد of «وكان فلان قد» is sought
_LEAST = 4  # tokens of a stretch
_FULL = 30  # tokens after which a stretch ends where any clause with a verb and its subject is joined


def is_bare(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens `first` to `stop` are a long sentence with hardly any mark inside."""
    length = stop - first
    marks = sum(tokens[i].kind == "punctuation" for i in range(first, stop - 1)) if length >= LONG else length
    return marks * PER_MARK <= length


def parted(
    tokens: Sequence[Token],
    keys: Sequence[str],
    forms: Sequence[Form | None],
    named: Sequence[Mention | None],
    bounds: tuple[int, int],
) -> tuple[Span, ...]:
    """The stretches, in token numbers, of a sentence; itself alone when it has marks.

    Args:
        tokens: the tokens of a text.
        keys: their look-up keys.
        forms: the reporting forms that they are.
        named: the names that they belong to.
        bounds: numbers of the sentence's first token and of the one after it.
    """
    first, stop = bounds
    if not is_bare(tokens, first, stop):
        return (Span(first, stop),)
    begins = [first, *_Bare(keys, forms, named, stop).begins(first)]
    return tuple(Span(low, high) for low, high in zip(begins, [*begins[1:], stop], strict=True))


@dataclass(frozen=True, slots=True)
class _Bare:
    """A sentence without marks: its words up to token `stop`."""

    keys: Sequence[str]
    forms: Sequence[Form | None]
    named: Sequence[Mention | None]
    stop: int

    def begins(self, first: int) -> Iterator[int]:
        """The numbers of the tokens with which a stretch begins, but for the first."""
        last = first
        for index in range(first + _LEAST, self.stop):
            if index - last < _LEAST:
                continue
            if self._turns(index) or self._reports(index) or (index - last > _FULL and self._joins(index)):
                yield index
                last = index

    def _turns(self, index: int) -> bool:
        """Whether words that turn to another speaker or matter stand here: «من جانبه», «وكان فلان قد», «ووفقا لـ»."""
        word = self.keys[index]
        after = self.keys[index + 1 : min(index + _NEAR, self.stop)]
        if word in {"من", "ومن"} and after:
            return after[0] in words(ClauseWord.OWN_SIDE) or (len(after) > 1 and after[1] in words(ClauseWord.OTHER))
        if word == "وفي" and after:
            return after[0] in words(ClauseWord.SCENE)
        if word in words(ClauseWord.WAS):
            return "قد" in after
        return word in words(ClauseWord.CHANGE_OF_SPEAKER)

    def _reports(self, index: int) -> bool:
        """Whether a report begins here: «وأضاف …», «كما أكد فلان أن …», «أوضح الخبراء … أن»."""
        joined = self.keys[index] in words(ClauseWord.CONJUNCTION) or self.keys[index] in words(
            ClauseWord.PAST_PARTICLE
        )
        place = index + joined
        if place + 1 >= self.stop:
            return False
        form = self.forms[place]
        if form is None or form.voice != "active" or form.number in FIRST_PERSON:
            return False
        if joined or self.keys[index][:1] == "و":
            return self.keys[index] in words(ClauseWord.NEXT_REPORT, ClauseWord.NEW_REPORT) or self._that(place)
        before = self.keys[index - 1]
        if form.vague or before in words(ClauseWord.CONJUNCTION, ClauseWord.PAST_PARTICLE, ClauseWord.NO_BREAK_AFTER):
            return False
        return self._may_be_subject(place + 1) and self._that(place)

    def _may_be_subject(self, index: int) -> bool:
        """Whether a noun phrase surely begins here: a definite noun, a name."""
        return self.keys[index][:2] == "ال" or self.named[index] is not None

    def _that(self, index: int) -> bool:
        """Whether the أن of the report that begins here follows before another verb of saying."""
        for place in range(index + 1, min(index + _AHEAD, self.stop)):
            if self.keys[place] in _THAT:
                return True
            form = self.forms[place]
            if form is not None and form.voice == "active" and self.keys[place][:1] == "و":
                return False
        return False

    def _joins(self, index: int) -> bool:
        """Whether any verb with its subject is joined here: «وفرضت الإدارة», «كما شملت المشاركة»."""
        word = self.keys[index]
        place = index + 1 if word in words(ClauseWord.CONJUNCTION) else index
        if place + 1 >= self.stop or (place == index and word[:1] != "و"):
            return False
        verb = self.keys[place] if place > index else word[1:]
        found = set(kinds(verb))
        sure = bool(found) and found <= {"V", "I"} and (place > index or not kinds(word))  # وسط is one word
        return sure and self._may_be_subject(place + 1)
