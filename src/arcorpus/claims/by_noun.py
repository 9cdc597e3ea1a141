"""Claims by a noun that speaks itself, and by what is said in a document: «مزاعم بأن», «جاء في البيان أن»."""

from __future__ import annotations

from arcorpus.claims import content_end
from arcorpus.claims.collector import Attribution, ClaimCollector, kind_of
from arcorpus.claims.content import SCORES, content_span
from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_phrases import PhraseMatch
from arcorpus.claims.grammar import (
    is_definite,
    is_that,
    is_verbal_noun,
)
from arcorpus.claims.lexicon import (
    ClauseWord,
    CueForm,
    NounRole,
    Takes,
    cue_nouns,
    noun_prepositions,
    possessor_form,
    words,
)
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.source_phrase import source_in
from arcorpus.claims.verb_source import MAX_SOURCE
from arcorpus.text.letters import ARTICLES
from arcorpus.types import ClaimSource, Span

_ADJECTIVES = 3  # tokens after a noun among which its preposition stands
_NEAR = 5  # tokens from a noun to its «بأن»


def claim_of_noun(collector: ClaimCollector, index: int) -> None:
    """Add the claim of a noun that speaks itself: «مزاعم بأن», «شكاوى من أن»."""
    passage = collector.passage
    stance = cue_nouns(NounRole.SPEAKS).get(passage.core(index))
    stop = passage.segment_end(index)
    if stance is None or index + 2 >= stop or _with_verbal_noun(collector, index, stance, stop):
        return
    that = _that_of_noun(passage, index, stop)
    if that is None:
        return
    end = content_end.clause_end(passage, that + 1, stop)
    span = passage.trimmed(passage.starts[that + 1], passage.end_before(end))
    place = passage.token(index).core if passage.proclitics(index) not in {"", "ال"} else passage.token(index)
    cue = Span(place.start, passage.token(index).end)
    source = _source_of_noun(passage, index, that, cue)
    collector.add(span, source, cue, Attribution(stance, kind_of(passage, span), SCORES["phrase"]))


def _that_of_noun(passage: Passage, index: int, stop: int) -> int | None:
    """The token «أن» that depends on the noun at `index`: right behind it, with ب, or after من, عن or إلى."""
    that = next((i for i in range(index + 1, min(index + _NEAR, stop)) if is_that(passage, i)), None)
    if that is None or that + 1 >= stop or any(passage.cues[i] is not None for i in range(index + 1, that)):
        return None
    if passage.unjoined(that - 1) in words(ClauseWord.SUBORDINATOR, ClauseWord.MODAL):
        return None
    joined = that == index + 1 or passage.keys[that][:1] == "ب" or passage.keys[that - 1] in {"من", "عن", "الي"}
    return that if joined else None


def _source_of_noun(passage: Passage, index: int, that: int, cue: Span) -> ClaimSource:
    """Whose the noun at `index` is: «مزاعم المعارضة بأن»; else the noun, with what counts it: «عدد من الشكاوى»."""
    if index > 1 and passage.keys[index - 1] == "من" and passage.core(index - 2) in words(ClauseWord.QUANTITY):
        start = passage.starts[index - 2]
        return ClaimSource(passage.surface(Span(start, cue.end)), start, cue.end)
    owned = passage.proclitics(index) == "" and index + 1 < that and is_definite(passage, index + 1)
    owner = source_in(passage, index + 1, that) if owned else None
    return owner or ClaimSource(passage.surface(cue), cue.start, cue.end)


def _with_verbal_noun(collector: ClaimCollector, index: int, stance: str, stop: int) -> bool:
    """Whether the claim of a noun and a verbal noun was found: «توقعات بارتفاع كذا», «دعوات إلى مقاطعة كذا»."""
    passage = collector.passage
    wanted = noun_prepositions().get(passage.core(index), frozenset())
    places = range(index + 1, min(index + _ADJECTIVES, stop - 1))
    place = next((i for i in places if passage.keys[i] in wanted or passage.proclitics(i)[:1] in wanted), None)
    if place is None or any(not passage.keys[i].endswith("ة") for i in range(index + 1, place)):
        return False
    first = place + (passage.keys[place] in wanted)
    if not is_verbal_noun(passage, first):
        return False
    span, kind = content_span(passage, Complement(place, first, "noun"), stop)
    token = passage.token(index)
    article = passage.proclitics(index).endswith(ARTICLES)
    cue = Span(token.start if article else token.core.start, token.end)
    source = collector.speakers.last(possessor_form(passage.surface(token.enclitics[-1]))) if token.enclitics else None
    collector.add(span, source, cue, Attribution(stance, kind, SCORES["phrase"]))
    return True


def said_in_document(collector: ClaimCollector, found: PhraseMatch) -> None:
    """The claim of what is said in a document: «جاء في البيان أن …», «ورد في الرسالة: …»."""
    passage = collector.passage
    stop = passage.segment_end(found.index)
    form = CueForm(found.stance, "active", None, None, frozenset({Takes.THAT}))
    said = complement(passage, found.after - 1, form, stop)
    if said is None or said.first >= stop or said.opened not in {"that", "quote", "colon"}:
        return
    source = source_in(passage, found.after, said.subject_end) or _document(passage, found.index)
    if source is not None:
        span, kind = content_span(passage, said, stop)
        collector.add(span, source, found.cue, Attribution(found.stance, kind, SCORES[said.opened]))


def _document(passage: Passage, index: int) -> ClaimSource | None:
    """The document before «جاء فيه»: «أصدرت الوزارة بيانا جاء فيه: …»."""
    low = max(passage.segment_start(index), index - MAX_SOURCE)
    found = next(
        (i for i in range(index - 1, low - 1, -1) if passage.core(i).rstrip("ا") in words(ClauseWord.TEXT)), None
    )
    return None if found is None else source_in(passage, found, index)
