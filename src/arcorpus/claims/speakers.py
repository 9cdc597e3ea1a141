"""Who has spoken in a text so far: whom a verb without a subject of its own may mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from arcorpus.claims.lexicon import CueForm
from arcorpus.types import ClaimSource

_RECENT = 4  # speakers among whom the last one is sought


class Heard(NamedTuple):
    """One who has spoken.

    Attributes:
        source: who it is.
        sentence: the number of the sentence.
        token: the number of the cue's token.
    """

    source: ClaimSource
    sentence: int
    token: int


@dataclass(slots=True)
class Speakers:
    """Who has spoken so far in a text.

    Attributes:
        heard: each cue with its source, the last at the end.
    """

    heard: list[Heard] = field(default_factory=list)

    def add(self, source: ClaimSource, sentence: int, index: int) -> None:
        """Remember that `source` spoke in that sentence, by a cue at token `index`."""
        self.heard.append(Heard(source, sentence, index))

    def since(self, first: int) -> bool:
        """Whether anybody has spoken from token `first` on."""
        return bool(self.heard) and self.heard[-1].token >= first

    def anyone(self) -> ClaimSource | None:
        """The last one who spoke, whatever the verb says."""
        return self.heard[-1].source if self.heard else None

    def last(self, form: CueForm | None, sentence: int | None = None) -> ClaimSource | None:
        """The last one whom the verb's gender and number allow, of one sentence if it is given; else the last."""
        for source, number, _ in reversed(self.heard[-_RECENT:]):
            if sentence is not None and number != sentence:
                return None
            if _agrees(source, form):
                return _with_form(source, form)
        return None


def _agrees(source: ClaimSource, form: CueForm | None) -> bool:
    """Whether a verb form may speak of a source, as far as both tell."""
    if form is None or form.gender is None or source.gender is None:
        return True
    # A verb before its subject is singular, whatever the subject is: «أوضح الخبراء», then «وأشاروا».
    several = form.number != "p" or source.number != "s" or source.type is None
    return form.gender == source.gender and several


def _with_form(source: ClaimSource, form: CueForm | None) -> ClaimSource:
    """The source with the gender and number of the verb, or the noun, that speaks of it here."""
    if form is None or form.gender is None:
        return source
    return replace(source, gender=form.gender, number=form.number)
