"""A field while it is searched for claims: its tokens, which of them report, and the segments that bound a report."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as attribute
from itertools import pairwise
from typing import NamedTuple

from arcorpus.claims.cue_forms import cues_of
from arcorpus.claims.field_tokens import FieldTokens
from arcorpus.claims.grammar import PAUSES, follows_conjunction, is_that
from arcorpus.claims.lexicon import ClauseWord, CueForm, prepositions, words
from arcorpus.claims.unpunctuated import is_unpunctuated, split_sentence
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE
from arcorpus.types import Span

MAX_CLAUSE = 300
"""Tokens after which a sentence is believed to have no end, as in a table."""


class Complement(NamedTuple):
    """What a reporting word introduces.

    Attributes:
        subject_end: the index of the token before which its subject ends.
        first: the index of the content's first token.
        opened: what opened the content: that, quote, colon, speech, verbatim (speech in text without marks), pause
            (nothing but a pause), noun (a verbal noun: a clause in short) or phrase (any other noun).
        stance: the stance that a noun gives in place of the verb's, empty for none at all; None for the verb's own.
    """

    subject_end: int
    first: int
    opened: str
    stance: str | None = None


@dataclass(slots=True)
class Passage(FieldTokens):
    """A field with what its tokens report.

    A segment is a sentence, or a part of one that has no punctuation.

    Attributes:
        cues: the reporting form that each token is, if any.
        segments: the segments, as indices of tokens.
        segment_of: the number of the segment of each token.
        unpunctuated: of each token, whether its sentence is long and has hardly any mark.
        complements: what reporting words introduce, by index, as far as it was asked for up to the end of a clause.
        closers: the tokens at which a reported clause may end, once they were asked for.
    """

    cues: list[CueForm | None] = attribute(init=False)
    segments: list[Span] = attribute(init=False)
    segment_of: list[int] = attribute(init=False)
    unpunctuated: list[bool] = attribute(init=False)
    complements: dict[int, Complement | None] = attribute(init=False)
    closers: list[int] | None = attribute(init=False)

    def __post_init__(self) -> None:
        FieldTokens.__post_init__(self)
        self.complements, self.closers = {}, None
        self.cues = cues_of(self)
        self.segments, self.segment_of, self.unpunctuated = [], [], []
        starts = [self.index_from(sentence.start) for sentence in self.field.sentences[1:]]
        for first, stop in pairwise([0, *starts, len(self.keys)]):
            self.unpunctuated += [is_unpunctuated(self.field.tokens, first, stop)] * (stop - first)
            for segment in split_sentence(self, self.cues, Span(first, stop)):
                self.segment_of += [len(self.segments)] * (segment.end - segment.start)
                self.segments.append(segment)

    def segment_start(self, index: int) -> int:
        """The index of the first token of the segment of the token at `index`."""
        return self.segments[self.segment_of[index]].start

    def segment_end(self, index: int) -> int:
        """The index of the first token after the segment of a token; a quotation holds segments together.

        At most `MAX_CLAUSE` tokens behind `index`.
        """
        stop = self.segments[self.segment_of[index]].end
        most = min(len(self.keys), index + MAX_CLAUSE)
        while 0 < stop < most and self.quote_of[stop] >= 0 and self.quote_of[stop] == self.quote_of[stop - 1]:
            stop = self.segments[self.segment_of[stop]].end
        return min(stop, index + MAX_CLAUSE)


def starts_clause(passage: Passage, index: int) -> bool:
    """True when a verb may be expected at the token: a clause begins there."""
    if index == 0 or follows_conjunction(passage, index) or passage.segment_start(index) == index:
        return True
    before = passage.unjoined(index - 1)
    openers = words(
        ClauseWord.RELATIVE,
        ClauseWord.OBJECT_RELATIVE,
        ClauseWord.CLAUSE_OPENER,
        ClauseWord.TIME,
        ClauseWord.CONJUNCTION,
    )
    return before in PAUSES or before in openers or is_that(passage, index - 1)


def expects_verb(passage: Passage, index: int) -> bool:
    """True when a form that could be a noun as well (توقع، أبرز) stands where a verb does."""
    form = passage.cues[index]
    feminine = form is not None and form.gender == "f" and passage.keys[index].endswith("ت")  # «بيانا أكدت فيه»
    if feminine or "N" not in kinds(passage.unjoined(index)) or starts_clause(passage, index):
        return True
    before = passage.token(index - 1)
    return passage.mention_of[index - 1] is not None or before.text.startswith(ARTICLE) or bool(before.enclitics)


def must_be_noun(passage: Passage, index: int) -> bool:
    """True when a form that could be a noun as well (أمر) stands where only one does: after «هذا», a preposition."""
    if index == 0 or "N" not in kinds(passage.keys[index]):
        return False
    before = prepositions().get(passage.keys[index - 1], "")
    return before not in {"", "من"} or passage.unjoined(index - 1) == "هذا"  # «من قال» is he who said
