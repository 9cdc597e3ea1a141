"""Attributing phrases in a text: «وفقا لـ», «بحسب ما ذكر», «وفق تعبيره», «من المتوقع أن»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from arcorpus.claims.grammar import PAUSES, is_speaker, is_that, is_verbal_noun, starts_subject
from arcorpus.claims.lexicon import ClauseWord, CuePhrase, PhraseRole, Takes, cue_phrases, words
from arcorpus.claims.passage import Passage
from arcorpus.types import Span

_AMOUNT_NEAR = 10  # tokens from «تقدر قيمة كذا» to its ب
_STATING = frozenset({"assert", "confirm", "announce"})


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase where it stands.

    Attributes:
        index: the index of the token that it begins with.
        after: the index of the first token behind it; a token whose attached ل belongs to the phrase is behind it.
        cue: its span, in code points.
        stance: the stance of what is reported.
        role: where its source stands.
    """

    index: int
    after: int
    cue: Span
    stance: str
    role: PhraseRole


def phrase_at(passage: Passage, index: int) -> PhraseMatch | None:
    """The attributing phrase that begins with token `index`, a conjunction before it left outside."""
    word = passage.keys[index]
    starts = (0, 1) if word[:1] == "و" else (0,)  # «فحسب» is another word («only»)
    for start in starts:
        for phrase in cue_phrases().get(word[start:], ()):
            found = _match(passage, index, start, phrase)
            found = found and _with_saying_noun(passage, found)
            if found and _attributes(passage, found):
                return found
    return None


def _match(passage: Passage, index: int, start: int, phrase: CuePhrase) -> PhraseMatch | None:
    """The phrase if its words stand from token `index` on, its own first letter at `start` of it."""
    keys = passage.keys
    end = index + len(phrase.keys)
    found = (keys[index][start:], *keys[index + 1 : end])
    if len(found) != len(phrase.keys) or found[:-1] != phrase.keys[:-1]:
        return None
    last, wanted = found[-1], phrase.keys[-1]
    offset = passage.starts[index] + start
    if last == wanted or (wanted in words(ClauseWord.THAT) and is_that(passage, end - 1)):
        return PhraseMatch(index, end, Span(offset, passage.end_before(end)), phrase.stance, phrase.role)
    if len(wanted) == 1 and len(last) > 1 and last.startswith(wanted):
        # «وفقا لدراسة»: the preposition is written together with the source.
        return PhraseMatch(index, end - 1, Span(offset, passage.starts[end - 1] + 1), phrase.stance, phrase.role)
    return None


def _with_saying_noun(passage: Passage, found: PhraseMatch) -> PhraseMatch:
    """«بحسب ترجيحه», «وفق تعبيرها»: a noun of saying with a pronoun points back to whoever spoke."""
    after = found.after
    if (
        found.role not in {PhraseRole.SOURCE, PhraseRole.SAYING_NOUN}
        or after >= len(passage.keys)
        or not passage.token(after).enclitics
    ):
        return found
    if passage.core(after) not in words(ClauseWord.SAYING_NOUN):
        return found
    return PhraseMatch(
        found.index,
        after + 1,
        Span(found.cue.start, passage.token(after).end),
        found.stance,
        PhraseRole.EARLIER_SPEAKER,
    )


def _attributes(passage: Passage, found: PhraseMatch) -> bool:
    """True when what stands around a phrase lets it attribute."""
    if found.role == PhraseRole.IMPERSONAL:
        return not found.index or passage.unjoined(found.index - 1) not in words(ClauseWord.DEMONSTRATIVE)
    if found.role == PhraseRole.EARLIER_SPEAKER:
        return found.after >= len(passage.keys) or not starts_subject(passage, found.after)
    if found.role == PhraseRole.SAYING_NOUN or found.after >= len(passage.keys):
        return False
    return _ATTRIBUTES[found.role](passage, found)


def _estimates(passage: Passage, found: PhraseMatch) -> bool:
    """True when what is estimated follows, and ب with how much: «تقدر قيمة المشروع بمليون»."""
    near = range(found.after + 1, min(found.after + _AMOUNT_NEAR, len(passage.keys)))
    by = any(passage.keys[i] == "ب" or passage.proclitics(i)[:1] == "ب" for i in near)
    return by and passage.core(found.after) in words(ClauseWord.AMOUNT)


def _stands_apart(passage: Passage, found: PhraseMatch) -> bool:
    """True unless «حسب» stands in the middle of a clause and no speaker follows: «حسب المناطق»."""
    if found.after - found.index > 1 or found.index <= passage.segment_start(found.index) + 1:
        return True
    return passage.keys[found.index - 1] in PAUSES or is_speaker(passage, found.after)


def _may_speak(passage: Passage, index: int) -> bool:
    """True for what may head a source: no plan, rule or need («وفق الخطة», «حسب الحاجة»)."""
    word = passage.keys[index]
    spellings = {word, passage.core(index), word.removeprefix("ل")}
    return not is_that(passage, index) and spellings.isdisjoint(words(ClauseWord.MEASURE))


def _reports(passage: Passage, index: int) -> bool:
    """True for a reporting verb of the third person: «حسبما ذكرت», «كما جاء في»."""
    form = passage.cues[index]
    if passage.keys[index] in words(ClauseWord.REPORTED):
        return True
    states = form is not None and form.stance in _STATING and Takes.THAT in form.complements
    return states and form is not None and form.voice in {"active", "passive"} and form.number == "s"


# What must stand around a phrase, by its kind of source.
_ATTRIBUTES: dict[PhraseRole, Callable[[Passage, PhraseMatch], bool]] = {
    PhraseRole.SOURCE: lambda passage, found: _stands_apart(passage, found) and _may_speak(passage, found.after),
    PhraseRole.ESTIMATE: _estimates,
    PhraseRole.DOCUMENT: lambda _passage, _found: True,
    PhraseRole.IMPERSONAL_NOUN: lambda passage, found: is_verbal_noun(passage, found.after),
    PhraseRole.VERB: lambda passage, found: _reports(passage, found.after),
}
