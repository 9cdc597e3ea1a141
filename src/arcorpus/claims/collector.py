"""The claims found so far in a text, and who spoke in it."""

from __future__ import annotations

from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Findings:
    """One field while it is searched: its claims, who spoke, and which tokens are part of a phrase already."""

    article: str
    passage: Passage
    claims: list[Claim] = field(default_factory=list)
    spans: set[tuple[int, int]] = field(default_factory=set)
    speakers: Speakers = field(default_factory=Speakers)
    reach: int = 0
    used: set[int] = field(default_factory=set)
    attributed: set[int] = field(default_factory=set)

    def add(self, span: Span, source: ClaimSource | None, cue: Span, about: tuple[str, str, float]) -> None:
        """Keep a claim of a stance, kind and score, unless its content is too short or has been found before."""
        passage = self.passage
        stance, kind, score = about
        if span.start >= span.end or (span.start, span.end) in self.spans or span.start <= cue.start < span.end:
            return
        short = kind != "direct" and passage.word_count(span) < MIN_CONTENT
        if short and not is_verbal_noun(passage, passage.index_holding(span.start)):
            return
        self.spans.add((span.start, span.end))
        place = (self.article, passage.field.name, span.start, span.end)
        sentence = passage.sentence_number(span.start)
        said = (source or NOBODY, Cue(passage.surface(cue), cue.start, cue.end), kind, stance)
        made = stable_id(*place, cue.start)
        self.claims.append(Claim(made, *place, passage.surface(span), sentence, *said, score=round(score, 2)))
        index = passage.index_holding(cue.start)
        self.attributed.add(passage.segment_of[index])
        if source is not None and source.text and cue.start >= self.reach:
            # Who speaks inside what another one says does not go on speaking after it.
            self.speakers.add(source, passage.segment_of[index], index)
            self.reach = max(self.reach, span.end)


def kind_of(passage: Passage, span: Span) -> str:
    """Indirect, or mixed when a quoted clause stands in it."""
    return "mixed" if holds_speech(passage, span) else "indirect"
