"""Clauses and speech that a reporting verb introduces: «قال: …», «أكد أن …», and «قال سنعود» without any mark."""

from __future__ import annotations

from arcorpus.claims.grammar import PAUSES, after_that, is_definite, is_that, is_verb, preposition, starts_subject
from arcorpus.claims.lexicon import ClauseWord, CueForm, Takes, prepositions, words
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.quoted import is_unclosed_mark, speech_at

SPEECH_OR_CLAUSE = frozenset({Takes.THAT, Takes.SPEECH})
"""What a verb takes that introduces speech."""

_TO_THAT_NEAR = 6  # tokens within which «إلى أن» depends on any verb of saying
_ATTACHED = frozenset("لبك")  # prepositions before a quoted name
_OPENING_MARKS = frozenset({'"', "«", "“"})
_IMPERFECT_STARTS = frozenset("يتنس")
_MY_ENDS = frozenset("تا")  # ends of verbs by which somebody speaks of himself: رأيت، قمنا


def clause_at(passage: Passage, place: int, index: int, form: CueForm, stop: int) -> Complement | None:
    """Speech or a clause with أن that begins at `place` and belongs to the reporting word at `index`."""
    found = _speech(passage, place, index, stop) if _may_introduce_speech(passage, place, index, form) else None
    return found or _that_clause(passage, place, index, form) or _quoted_goal(passage, place, form)


def after_colon(passage: Passage, colon: int) -> Complement:
    """What stands behind a colon, quoted or not."""
    quote = speech_at(passage, colon + 1)
    if quote is not None:
        return Complement(colon, passage.index_from(quote.start), "quote")
    if is_that(passage, colon + 1):
        return Complement(colon, colon + 2, "that")
    return Complement(colon, colon + 1, "colon")


def is_unmarked_speech(passage: Passage, place: int, index: int) -> bool:
    """True where speech begins in text without punctuation: «وقال المدير نسعى إلى», «وأضاف تعتبر المدينة»."""
    if not passage.unpunctuated[index] or passage.unjoined(index) not in words(ClauseWord.SAY_VERB):
        return False
    if place > index + 1 and passage.keys[index + 1] in words(ClauseWord.ADDRESSEE):
        return False  # «قال له الوزير يجب»
    opens = _opens_speech(passage, place)
    if place == index + 1:
        return opens or passage.keys[place] == "ما"
    if passage.unjoined(place - 1) in words(ClauseWord.RELATIVE, ClauseWord.PRONOUN):
        return False
    after_subject = is_verb(passage, place) and starts_subject(passage, place - 1)
    return after_subject or (opens and is_definite(passage, place - 1))


def _opens_speech(passage: Passage, place: int) -> bool:
    """True for a word with which speech begins, a verb of the present or of the first person: لدينا، نسعى، قمنا."""
    word = passage.keys[place]
    spoken = word[:1] in _IMPERFECT_STARTS or word[-1:] in _MY_ENDS
    return word in words(ClauseWord.SPEECH_OPENER) or (spoken and is_verb(passage, place))


def _may_introduce_speech(passage: Passage, place: int, index: int, form: CueForm) -> bool:
    """True when the verb takes speech, and, where it takes it only at once, nothing but a pause stands between."""
    if Takes.SPEECH_AT_ONCE in form.complements:
        return place == index + 1 or (place == index + 2 and passage.keys[index + 1] in PAUSES)
    return not SPEECH_OR_CLAUSE.isdisjoint(form.complements) and form.stance != "believe"


def _speech(passage: Passage, place: int, index: int, stop: int) -> Complement | None:
    """«قال: …», quoted or not; a mark that nothing closes; «وأضاف سنعود» without any mark."""
    quote = speech_at(passage, place)
    if quote is not None:
        return None if _is_name_quoted(passage, place) else Complement(place, passage.index_from(quote.start), "quote")
    if passage.keys[place] == ":" and place + 1 < stop:
        return after_colon(passage, place)
    if is_unclosed_mark(passage, place) and not _is_name_quoted(passage, place):
        return Complement(place, place + 1, "colon")
    if passage.proclitics(place) == "س" and (place == index + 1 or _follows_subject(passage, place, index)):
        return Complement(place, place, "speech")
    return None


def _follows_subject(passage: Passage, place: int, index: int) -> bool:
    """True right after the subject of a verb that only says: «قال الوزير سنعمل»."""
    related = passage.unjoined(place - 1) in words(ClauseWord.RELATIVE, ClauseWord.PRONOUN)
    says = passage.unjoined(index) in words(ClauseWord.SAY_VERB)
    return says and not related and is_definite(passage, place - 1)


def _is_name_quoted(passage: Passage, place: int) -> bool:
    """True when what is quoted is a name: after a preposition or a word as صحيفة, برنامج, «بعنوان»."""
    marked = passage.keys[place - 1] in _OPENING_MARKS and place > 1
    before = passage.keys[place - 2] if marked else passage.keys[place - 1]
    return (
        before in _ATTACHED
        or before in prepositions()
        or before.removeprefix("ل") in words(ClauseWord.MEDIA)
        or before in words(ClauseWord.ENTITLED)
    )


def _that_clause(passage: Passage, place: int, index: int, form: CueForm) -> Complement | None:
    """«أن» that depends on the verb, not on a preposition or a modal before it."""
    if not is_that(passage, place) or place + 1 >= len(passage.keys):
        return None
    if passage.unjoined(place - 1) in words(ClauseWord.SUBORDINATOR, ClauseWord.MODAL):
        return None  # «بعد أن», «يمكن أن»
    before = preposition(passage, place - 1)
    if not before:
        return Complement(place, after_that(passage, place), "that") if Takes.THAT in form.complements else None
    if not _takes_that_after(before, place - index, form):
        return None
    return Complement(place - 1, after_that(passage, place), "that")


def _takes_that_after(before: str, distance: int, form: CueForm) -> bool:
    """True when a verb may introduce أن behind a preposition so many tokens after it: «أشار إلى أن», «حذر من أن»."""
    if before in form.complements or (before == "إلى" and Takes.TO_THAT in form.complements):
        return True
    return Takes.THAT in form.complements and before != "من" and distance <= _TO_THAT_NEAR


def _quoted_goal(passage: Passage, place: int, form: CueForm) -> Complement | None:
    """Words quoted after «إلى»: «تهدف الشركة إلى «…»» says what she says of herself."""
    if Takes.QUOTATION not in form.complements or preposition(passage, place) != "إلى":
        return None
    quote = speech_at(passage, place + 1)
    return None if quote is None else Complement(place, passage.index_from(quote.start), "quote")
