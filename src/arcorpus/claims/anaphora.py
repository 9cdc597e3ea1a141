"""Whom a phrase that points to an earlier speaker means: «المصدر نفسه», «الأخير», «سبق لفلان أن»."""

from __future__ import annotations

from arcorpus.claims.lexicon import ClauseWord, CueForm, key, speaking_nouns, words
from arcorpus.claims.passage import Passage
from arcorpus.claims.source_phrase import source_at, source_in
from arcorpus.claims.speakers import Speakers
from arcorpus.claims.subjects import MAX_TOPIC
from arcorpus.text.letters import ARTICLE, LI_ARTICLE
from arcorpus.types import ClaimSource, Span

_BACK = 200  # tokens in which who was named last is sought


def foretold(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The one whom «سبق لفلان أن أكد», «سبق وأن …» names before the verb at `index`, with ل."""
    low = max(passage.segment_start(index), index - MAX_TOPIC)
    for place in range(index - 2, low - 1, -1):
        if passage.unjoined(place) in words(ClauseWord.BEFOREHAND):
            return _with_l(passage, place + 1, index - 1, form)
    return None


def _with_l(passage: Passage, first: int, last: int, form: CueForm) -> ClaimSource | None:
    """The phrase from token `first` on whose first letter is an attached ل: «للوزير», «لفلان»."""
    if passage.keys[first][:1] != "ل" or first >= last:
        return None
    token = passage.token(first)
    begin = token.core.start if passage.proclitics(first).endswith(LI_ARTICLE) else token.start + 1
    return source_in(passage, first, last, form, begin)


def points_back(source: ClaimSource) -> str | None:
    """How a source points to one named before: `same` (المصدر نفسه), `last` (الأخير); None when it does not.

    >>> from arcorpus.types import ClaimSource
    >>> points_back(ClaimSource("المصدر نفسه", 0, 11)), points_back(ClaimSource("الأخيرة", 0, 7))
    ('same', 'last')
    """
    found = [key(word) for word in (source.text or "").split()]
    if len(found) == 1 and found[0] in words(ClauseWord.LATTER):
        return "last"
    head = found[0].removeprefix(ARTICLE) if found else ""
    speaks = head in speaking_nouns()
    return "same" if len(found) > 1 and found[-1] in words(ClauseWord.SELF) and speaks else None


def pointed_at(passage: Passage, speakers: Speakers, index: int, source: ClaimSource, form: CueForm) -> ClaimSource:
    """Whom a source that points back means: the last one named for الأخير, the last one who spoke for المصدر نفسه.

    One that has no name stays as it is written.
    """
    how = points_back(source)
    if how is None:
        return source
    earlier = _named_before(passage, index, form) if how == "last" else None
    earlier = earlier or speakers.last(form)
    named = earlier is not None and (earlier.type or passage.mention_of[passage.index_holding(earlier.start or 0)])
    return earlier if earlier is not None and named else source


def _named_before(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The person named last before token `index`; the body, when the verb is feminine and a body comes later."""
    for place in range(index - 1, max(index - _BACK, -1), -1):
        mention = passage.mention_of[place]
        if mention is not None and (mention.type == "PER" or (mention.type == "ORG" and form.gender == "f")):
            return source_at(passage, Span(mention.start, mention.end), form, mention.type)
    return None
