"""Attributing phrases in a text: «وفقا لـ», «بحسب ما ذكر», «وفق تعبيره», «من المتوقع أن»."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from arcorpus.claims.lexicon import ClauseWord, Phrase, phrases, words
from arcorpus.claims.passage import PAUSES, Passage
from arcorpus.types import Span

_NEAR = 10  # tokens from «تقدر قيمة كذا» to its ب
_TOLD = frozenset({"assert", "confirm", "announce"})


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase where it stands: the token it begins with, the one after it, its span, stance and kind of source."""

    index: int
    after: int
    cue: Span
    stance: str
    source: str


def phrase_at(passage: Passage, index: int) -> Found | None:
    """The attributing phrase that begins with token `index`, a conjunction before it left outside."""
    word = passage.keys[index]
    starts = (0, 1) if word[:1] == "و" else (0,)  # «فحسب» is another word («only»)
    for start in starts:
        for phrase in phrases().get(word[start:], ()):
            found = _match(passage, index, start, phrase)
            found = found and _to_speaker(passage, found)
            if found and _attributes(passage, found):
                return found
    return None


def _match(passage: Passage, index: int, start: int, phrase: Phrase) -> Found | None:
    """The phrase if its words stand from token `index` on, its own first letter at `start` of it."""
    keys = passage.keys
    end = index + len(phrase.keys)
    found = (keys[index][start:], *keys[index + 1 : end])
    if len(found) != len(phrase.keys) or found[:-1] != phrase.keys[:-1]:
        return None
    last, wanted = found[-1], phrase.keys[-1]
    offset = passage.starts[index] + start
    if last == wanted or (wanted == "ان" and passage.is_that(end - 1)):
        return Found(index, end, Span(offset, passage.end(end)), phrase.stance, phrase.source)
    if len(wanted) == 1 and len(last) > 1 and last.startswith(wanted):
        # «وفقا لدراسة»: the preposition is written together with the source.
        return Found(index, end - 1, Span(offset, passage.starts[end - 1] + 1), phrase.stance, phrase.source)
    return None


def _to_speaker(passage: Passage, found: Found) -> Found:
    """«بحسب ترجيحه», «وفق تعبيرها»: a noun of saying with a pronoun points back to whoever spoke."""
    after = found.after
    if found.source not in {"after", "said"} or after >= len(passage.keys) or not passage.token(after).enclitics:
        return found
    if passage.core(after) not in words(ClauseWord.SAYING_NOUN):
        return found
    return Found(found.index, after + 1, Span(found.cue.start, passage.token(after).end), found.stance, "back")


def _attributes(passage: Passage, found: Found) -> bool:
    """Whether what stands around a phrase lets it attribute."""
    if found.source == "nobody":
        return not found.index or passage.bare(found.index - 1) not in words(ClauseWord.DEMONSTRATIVE)
    if found.source == "back":
        return found.after >= len(passage.keys) or not passage.starts_subject(found.after)
    if found.source == "said" or found.after >= len(passage.keys):
        return False
    return _ATTRIBUTES[found.source](passage, found)


def _estimates(passage: Passage, found: Found) -> bool:
    """Whether what is estimated follows, and ب with how much: «تقدر قيمة المشروع بمليون»."""
    near = range(found.after + 1, min(found.after + _NEAR, len(passage.keys)))
    by = any(passage.keys[i] == "ب" or passage.clitics(i)[:1] == "ب" for i in near)
    return by and passage.core(found.after) in words(ClauseWord.AMOUNT)


def _stands_apart(passage: Passage, found: Found) -> bool:
    """Whether «حسب» in the middle of a clause is sure to attribute: «حسب المناطق» does not, «حسب الوزير» does."""
    if found.after - found.index > 1 or found.index <= passage.first_of_sentence(found.index) + 1:
        return True
    return passage.keys[found.index - 1] in PAUSES or passage.is_speaker(found.after)


def _may_speak(passage: Passage, index: int) -> bool:
    """Whether token `index` may head a source: no plan, rule or need («وفق الخطة», «حسب الحاجة»)."""
    word = passage.keys[index]
    return not passage.is_that(index) and not {passage.core(index), word, word.removeprefix("ل")} & words(
        ClauseWord.MEASURE
    )


def _reports(passage: Passage, index: int) -> bool:
    """Whether token `index` is a reporting verb of the third person: «حسبما ذكرت», «كما جاء في»."""
    form = passage.forms[index]
    if passage.keys[index] in words(ClauseWord.REPORTED):
        return True
    told = form is not None and form.stance in _TOLD and "أن" in form.complements
    return told and form is not None and form.voice in {"active", "passive"} and form.number == "s"


# What must stand around a phrase, by its kind of source.
_ATTRIBUTES: dict[str, Callable[[Passage, Found], bool]] = {
    "after": lambda passage, found: _stands_apart(passage, found) and _may_speak(passage, found.after),
    "amount": _estimates,
    "in": lambda _passage, _found: True,
    "noun": lambda passage, found: passage.is_verbal_noun(found.after),
    "verb": lambda passage, found: _reports(passage, found.after),
}
