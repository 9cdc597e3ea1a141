"""Nouns that say what a verb reports: «حذر من انتشار …», «طالب بتأجيل …», «نفى وجود …», «أعرب عن أمله في …»."""

from __future__ import annotations

from arcorpus.claims.cue_forms import has_object
from arcorpus.claims.field_tokens import FieldTokens
from arcorpus.claims.grammar import (
    PAUSES,
    has_role,
    is_adjective,
    is_blame,
    is_definite,
    is_speaker,
    is_that,
    is_verbal_noun,
    opens_adjunct,
    preposition,
)
from arcorpus.claims.lexicon import ClauseWord, CueForm, NounRole, Takes, cue_nouns, prepositions, verbal_nouns, words
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.quoted import is_quoted, speech_at
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE

BLAME_NEAR = 12
"""Tokens from whom «حمّل» blames to «مسؤولية»."""

_CAUSE_NEAR = 25  # tokens in which the إلى of أرجع كذا إلى كذا is sought
_OBJECTS = frozenset({Takes.VERBAL_NOUN, Takes.CAUSE})
_ATTACHED = ("ب", "ل")
_CONTENT_FOLLOWS = frozenset({"hope", "believe", "warn"})  # stances of feelings that have a content behind them
_NO_OBJECT = (
    # after a subject they go on with it, or tell when
    ClauseWord.TITLE,
    ClauseWord.PERSON,
    ClauseWord.BODY,
    ClauseWord.TIME,
    ClauseWord.MONTH,
)


def noun_at(passage: Passage, place: int, index: int, form: CueForm, stop: int) -> Complement | None:
    """A noun at `place` that says what the word at `index` reports; only a verbal one for a verb as أوعز بـ."""
    found = (
        _feeling(passage, place, index, form, stop)
        or _after_preposition(passage, place, form, stop)
        or _after_attached(passage, place, index, form)
        or _verbal_object(passage, place, index, form)
        or _any_object(passage, place, index, form)
        or _blamed(passage, place, index, form, stop)
    )
    return None if found and found.opened == "phrase" and Takes.ONLY_VERBAL in form.complements else found


def _after_preposition(passage: Passage, place: int, form: CueForm, stop: int) -> Complement | None:
    """The preposition that the verb takes, with a noun after it: «حذر من انتشار …»."""
    written = preposition(passage, place)
    if written not in form.complements or place + 1 >= stop:
        return None
    if written == "عن" and has_role(passage, place - 1, ClauseWord.PERSON):
        return None  # «النائبة عن حزب كذا»
    if passage.keys[place + 1] in words(ClauseWord.SETTING) or is_that(passage, place + 1):
        return None  # «على هامش المؤتمر»
    clause = is_verbal_noun(passage, place + 1) or speech_at(passage, place + 1) is not None
    return Complement(place, place + 1, "noun" if clause else "phrase")


def _after_attached(passage: Passage, place: int, index: int, form: CueForm) -> Complement | None:
    """The attached ب or ل that the verb takes: «طالب بتأجيل …», «وصفه بـ …»."""
    letter = _attached_letter(passage, place)
    if not _takes_letter(passage, place, index, form, letter):
        return None
    described = Takes.OBJECT_WITH_B in form.complements
    after = place + 1 < len(passage.keys)
    if described and is_that(passage, place):
        return Complement(place, place + 1, "that") if after else None  # «وصف القرار بأنه …»
    if passage.keys[place] == letter:
        return Complement(place, place + 1, "noun", "" if described else None) if after else None  # «وصفه بـ«…»»
    if (described and passage.token(place).enclitics) or _tells_where(passage, place):
        return None
    verbal = passage.core(place) in verbal_nouns() or is_verbal_noun(passage, place)
    return Complement(place, place, "noun" if verbal else "phrase")


def _takes_letter(passage: Passage, place: int, index: int, form: CueForm, letter: str) -> bool:
    """True when the verb at `index` takes the letter that is attached at `place`: ب or ل itself, ب after its object."""
    if letter == "ب" and _belongs_to_adjective(passage, place, form):
        return False
    if letter in form.complements:
        return True
    object_before = place > index + 1 or has_object(passage, index)
    return letter == "ب" and Takes.OBJECT_WITH_B in form.complements and object_before


def _attached_letter(tokens: FieldTokens, place: int) -> str:
    """The ب or ل that is, or is attached to, the token; empty when none is."""
    word = tokens.keys[place]
    if word in _ATTACHED:
        return word
    before = tokens.proclitics(place)[:1] or (word[:1] if word[1:] in verbal_nouns() else "")
    return before if before in _ATTACHED else ""


def _belongs_to_adjective(tokens: FieldTokens, place: int, form: CueForm) -> bool:
    """True for ب of the word before it: «المكلف بالإعلام», but «طالب الجهات المعنية بالتدخل»."""
    before = tokens.unjoined(place - 1).removeprefix(ARTICLE)
    return Takes.PERSON not in form.complements and before in words(ClauseWord.TAKES_B)


def _tells_where(tokens: FieldTokens, place: int) -> bool:
    """True for an attached ب or ل that tells where, when or how, and not what: «بالعاصمة», «بحضور»."""
    mention = tokens.mention_of[place]
    if mention is not None and mention.type == "LOC":
        return True
    core = tokens.core(place)
    after = tokens.keys[place + 1] if place + 1 < len(tokens.keys) else ""
    including = core == "ما" and after.startswith("في")  # «بما فيها»
    adverb = tokens.keys[place] in words(ClauseWord.ADJUNCT)
    return including or adverb or core in words(ClauseWord.PLACE) or is_that(tokens, place)


def _verbal_object(passage: Passage, place: int, index: int, form: CueForm) -> Complement | None:
    """A verbal noun as object, where the subject is whole or was left out: «أعلن استقالته», «نفى المصنع وجود …»."""
    if form.complements.isdisjoint(_OBJECTS) or not _may_be_verbal_object(passage, place, form):
        return None
    after_subject = place > index + 1 and is_definite(passage, place - 1)
    if passage.proclitics(place) == ARTICLE:
        return Complement(place, place, "phrase") if after_subject and _is_deed(passage, place) else None
    if passage.proclitics(place) or not (_is_owned_saying(passage, place, form) or is_verbal_noun(passage, place)):
        return None
    before = passage.keys[place - 1]
    listed = passage.core(place) in words(ClauseWord.VERBAL_NOUN)
    whole = after_subject or place == index + 1 or before in PAUSES or listed
    if not whole or passage.unjoined(place - 1) in prepositions():
        return None
    return Complement(place, place, "noun")


def _may_be_verbal_object(passage: Passage, place: int, form: CueForm) -> bool:
    """False for a quoted word, an adjunct, a noun that is no object, and where no cause follows that must."""
    if is_quoted(passage, place) or opens_adjunct(passage, place) or _is_no_object(passage, place):
        return False
    return Takes.CAUSE not in form.complements or _has_cause(passage, place)


def _is_owned_saying(passage: Passage, place: int, form: CueForm) -> bool:
    """True for a noun with a pronoun that is denied, or that speaks itself: «أنكر علاقته»."""
    owned = bool(passage.token(place).enclitics)
    return owned and (form.stance == "deny" or passage.core(place) in cue_nouns(NounRole.SPEAKS))


def _is_no_object(tokens: FieldTokens, place: int) -> bool:
    """True for a noun that is counted, stands in brackets, or is نفسه: «10 إصابات», «نفى الوزير نفسه»."""
    counted = tokens.token(place - 1).kind == "number" and tokens.keys[place - 2] not in words(ClauseWord.MONTH)
    return counted or tokens.keys[place - 1] == "(" or tokens.keys[place] in words(ClauseWord.SELF)


def _has_cause(passage: Passage, place: int) -> bool:
    """True when إلى follows an object: «أرجع الوزير الارتفاع إلى …»."""
    stop = min(place + _CAUSE_NEAR, len(passage.keys))
    return any(preposition(passage, i) == "إلى" for i in range(place, stop))


def _is_deed(passage: Passage, place: int) -> bool:
    """True for a noun with an article that says what is done or said: «نفى الاستقالة», «نفى الاتهامات»."""
    noun = passage.core(place)
    if noun.endswith("ة") and passage.core(place - 1).endswith(("ة", "ات")):
        return False  # an adjective: «بالمواجهات المباشرة»
    deed = noun in verbal_nouns() or noun in cue_nouns(NounRole.SPEAKS)
    return deed and not noun.endswith("ي") and passage.mention_of[place] is None


def _any_object(passage: Passage, place: int, index: int, form: CueForm) -> Complement | None:
    """Any noun phrase after a subject that is surely whole: «أعلنت اللجنة أسماء الفائزين», «أدانت مصر الهجوم»."""
    if Takes.ANY_NOUN not in form.complements:
        return None
    if place == index + 1:
        return Complement(place, place, "phrase") if _has_relative_clause(passage, place) else None
    last = _subject_end(passage, place, index)
    if last is None or not _may_be_object(passage, place):
        return None
    if passage.keys[place].startswith(ARTICLE):
        whole = passage.mention_of[last] is not None and not is_adjective(passage, place)
    else:
        whole = not passage.proclitics(place) and place + 1 < len(passage.keys) and is_definite(passage, place + 1)
    return Complement(place, place, "phrase") if whole else None


def _subject_end(passage: Passage, place: int, index: int) -> int | None:
    """The index of the last token of a whole subject before `place`; a pause may stand behind one with a name."""
    if passage.keys[place - 1] not in PAUSES:
        return place - 1 if is_definite(passage, place - 1) else None
    named = any(passage.mention_of[i] is not None for i in range(index + 1, place))  # «أدان المفتي، فلان، الهجوم»
    return place - 2 if place - 2 > index and named and is_definite(passage, place - 2) else None


def _has_relative_clause(passage: Passage, place: int) -> bool:
    """True for a noun right after a verb that is no subject but its object: «كما نفى التسريبات التي راجت»."""
    related = place + 1 < len(passage.keys) and passage.keys[place + 1] in words(ClauseWord.RELATIVE)
    return related and passage.keys[place].startswith(ARTICLE) and not is_speaker(passage, place)


def _may_be_object(passage: Passage, place: int) -> bool:
    """True for a plain noun: no name, verb, adjunct or word that goes on with a subject."""
    if passage.token(place).kind != "word" or passage.mention_of[place] is not None or is_quoted(passage, place):
        return False
    word = passage.keys[place]
    if passage.cues[place] is not None or "V" in kinds(word):
        return False
    if passage.unjoined(place - 1) in words(ClauseWord.RELATIVE) or passage.keys[place - 1] in words(
        ClauseWord.NAME_LINK
    ):
        return False  # «الذي …», «بن مساعد»
    return not opens_adjunct(passage, place) and word not in words(*_NO_OBJECT)


def _blamed(passage: Passage, place: int, index: int, form: CueForm, stop: int) -> Complement | None:
    """Whom «حمّل» blames: «حمّل الوزير البلدية المسؤولية»."""
    if Takes.BLAME not in form.complements or place <= index + 1 or not is_definite(passage, place - 1):
        return None
    mention = passage.mention_of[place]
    inside_name = mention is not None and mention is passage.mention_of[place - 1]
    noun = is_definite(passage, place) and not is_adjective(passage, place)
    if inside_name or not (is_speaker(passage, place) or noun):
        return None
    near = range(place + 1, min(stop, place + BLAME_NEAR))
    return Complement(place, place, "phrase") if any(is_blame(passage, i) for i in near) else None


def _feeling(passage: Passage, place: int, index: int, form: CueForm, stop: int) -> Complement | None:
    """«أعرب عن أمله في …», «أبدت قلقها من …»: the feeling tells the stance; what is hoped or feared is the content."""
    start = _feeling_start(passage, place, index, form)
    if start is None:
        return None
    start += int(start < stop and passage.token(start).kind == "punctuation")
    feelings = cue_nouns(NounRole.FEELING)
    at = next((i for i in range(start, min(start + 2, stop)) if passage.core(i) in feelings), None)
    if at is None:
        # «عبر عن دعمه»: after «عن» what is felt need not be a feeling of the list
        says = start > place and start < stop
        says = says and (bool(passage.token(start).enclitics) or is_verbal_noun(passage, start))
        return Complement(place, start, "noun") if says else None
    stance = feelings[passage.core(at)]
    first = _felt(passage, at, stop) if stance in _CONTENT_FOLLOWS else start
    return Complement(place, first, "noun", stance)


def _feeling_start(passage: Passage, place: int, index: int, form: CueForm) -> int | None:
    """Where the feeling may stand that a verb takes: behind «عن», or as object after a whole subject."""
    if Takes.FEELING_WITH_ABOUT in form.complements and passage.keys[place] == "عن":
        return place + 1
    if Takes.FEELING in form.complements and (place == index + 1 or is_definite(passage, place - 1)):
        return place
    return None


def _felt(passage: Passage, noun: int, stop: int) -> int:
    """The index of the first token of what is hoped, believed or feared; the noun's own when nothing follows it."""
    first = noun + 1
    if first >= stop:
        return noun
    if preposition(passage, first) or passage.keys[first] in words(ClauseWord.ABOUT):
        first += 1
        return first + 1 if first + 1 < stop and is_that(passage, first) else min(first, stop - 1)
    if is_that(passage, first):
        return min(first + 1, stop - 1)
    return first if passage.proclitics(first)[:1] in {"ب", "ل"} else noun
