"""The claims found so far in a text, and who spoke in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from arcorpus.claims.grammar import is_verbal_noun
from arcorpus.claims.passage import Passage
from arcorpus.claims.quoted import holds_speech
from arcorpus.claims.speakers import Speakers
from arcorpus.ids import stable_id
from arcorpus.types import Claim, ClaimSource, Cue, Span

MIN_CONTENT = 2
"""Words of the shortest content; a single verbal noun, and a single quoted word, is one as well."""

NOBODY = ClaimSource(None, None, None)
"""The source of «يُقال»: a claim that nobody is named for, unlike an assertion, which has no source at all."""


class Attribution(NamedTuple):
    """How a claim is attributed.

    Attributes:
        stance: what the cue says of the content, of `types.STANCES`.
        kind: direct, indirect or mixed.
        score: how sure the pattern is, 0-1.
    """

    stance: str
    kind: str
    score: float


@dataclass(slots=True)
class ClaimCollector:
    """One field while it is searched.

    Attributes:
        article: the id of its article.
        passage: its words.
        claims: what was found so far.
        spans: the spans of their contents.
        speakers: who has spoken so far.
        speech_end: where the content ends, in code points, inside which whoever speaks does not go on speaking.
        used: the tokens that are part of an attributing phrase already.
        attributed: the sentences that a cue attributes.
    """

    article: str
    passage: Passage
    claims: list[Claim] = field(default_factory=list)
    spans: set[tuple[int, int]] = field(default_factory=set)
    speakers: Speakers = field(default_factory=Speakers)
    speech_end: int = 0
    used: set[int] = field(default_factory=set)
    attributed: set[int] = field(default_factory=set)

    def add(self, span: Span, source: ClaimSource | None, cue: Span, about: Attribution) -> None:
        """Keep a claim, unless its content is too short or has been found before."""
        passage = self.passage
        if span.start >= span.end or (span.start, span.end) in self.spans or span.start <= cue.start < span.end:
            return
        short = about.kind != "direct" and passage.word_count(span) < MIN_CONTENT
        if short and not is_verbal_noun(passage, passage.index_holding(span.start)):
            return
        self.spans.add((span.start, span.end))
        place = (self.article, passage.field.name, span.start, span.end)
        sentence = passage.sentence_number(span.start)
        said = (source or NOBODY, Cue(passage.surface(cue), cue.start, cue.end), about.kind, about.stance)
        id_ = stable_id(*place, cue.start)
        self.claims.append(Claim(id_, *place, passage.surface(span), sentence, *said, score=round(about.score, 2)))
        index = passage.index_holding(cue.start)
        self.attributed.add(passage.segment_of[index])
        if source is not None and source.text and cue.start >= self.speech_end:
            # Who speaks inside what another one says does not go on speaking after it.
            self.speakers.add(source, passage.segment_of[index], index)
            self.speech_end = max(self.speech_end, span.end)


def kind_of(passage: Passage, span: Span) -> str:
    """Indirect, or mixed when a quoted clause stands in it."""
    return "mixed" if holds_speech(passage, span) else "indirect"
