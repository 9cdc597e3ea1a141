"""Where the words begin that a reporting verb introduces, and where its subject therefore ends.

Each small pattern looks at one place after the verb; `complement` goes from place to place and weighs what they find.
"""

from __future__ import annotations

from typing import NamedTuple

from arcorpus.claims.cue_phrases import phrase_at
from arcorpus.claims.lexicon import ClauseWord, Form, nouns, prepositions, verbal_nouns, words
from arcorpus.claims.passage import PAUSES, Passage, opens_adjunct
from arcorpus.text.clitics import kinds

MAX_SUBJECT = 40
"""Tokens between a verb and its complement: a title, a name, an apposition, and where it was said."""
MAX_NAME = 9
"""Tokens between a verb and the pause after its subject, where only a pause opens what is said."""

MIN_SPEECH = 4
"""Tokens of the shortest speech that only a pause opens."""

_NEAR = 12  # tokens by which a clause with أن may come later than a noun that could be the content
_CLOSE = 6  # tokens within which «إلى أن» depends on any verb of saying
_SAYING = frozenset({"أن", "قول"})
_OBJECTS = frozenset({"مفعول", "سبب"})
_LETTERS = frozenset({"ل", "ب", "ك"})
_FELT = frozenset({"hope", "believe", "warn"})
_ATTACHED = ("ب", "ل")
_LINKS = frozenset({"بن", "ابن", "بنت", "ال", "ابو", "ام"})
_NO_OBJECT = (
    ClauseWord.TITLE,
    ClauseWord.PERSON,
    ClauseWord.BODY,
    ClauseWord.TIME,
    ClauseWord.MONTH,
)  # after a subject they go on with it, or tell when
_IMPERFECT = frozenset("يتنس")
_SPEAKER = frozenset("تا")  # ends of verbs by which somebody speaks of himself: رأيت، قمنا


class Complement(NamedTuple):
    """What a verb introduces: where its subject ends, the content's first token, and what opened it.

    `opened` is that, quote, colon, speech, verbatim (speech in text without marks), pause (nothing but a pause), noun
    (a verbal noun: a clause in short) or phrase (any other noun).
    """

    subject_end: int
    first: int
    opened: str
    stance: str | None = None


def after_colon(passage: Passage, place: int) -> Complement:
    """What stands behind the colon at `place`, quoted or not."""
    quote = passage.speech_at(place + 1)
    if quote is not None:
        return Complement(place, passage.at(quote.start), "quote")
    if passage.is_that(place + 1):
        return Complement(place, place + 2, "that")
    return Complement(place, place + 1, "colon")


def _speech(passage: Passage, place: int, index: int, stop: int) -> Complement | None:
    """«قال: …», quoted or not; a mark that nothing closes; «وأضاف سنعود» without any mark."""
    quote = passage.speech_at(place)
    if quote is not None:
        return None if _names_before(passage, place) else Complement(place, passage.at(quote.start), "quote")
    if passage.keys[place] == ":" and place + 1 < stop:
        return after_colon(passage, place)
    if passage.opens_alone(place) and not _names_before(passage, place):
        return Complement(place, place + 1, "colon")
    if passage.clitics(place) == "س" and (place == index + 1 or _follows_subject(passage, place, index)):
        return Complement(place, place, "speech")
    return None


def _follows_subject(passage: Passage, place: int, index: int) -> bool:
    """Whether a verb at `place` comes right after the subject of a verb that only says: «قال الوزير سنعمل»."""
    before = passage.bare(place - 1)
    related = before in words(ClauseWord.RELATIVE) or before in words(ClauseWord.PRONOUN)
    return passage.bare(index) in words(ClauseWord.SAY_VERB) and not related and passage.is_definite(place - 1)


def _is_unmarked(passage: Passage, place: int, index: int) -> bool:
    """Whether speech begins at `place` in text without punctuation: «وقال المدير نسعى إلى», «وأضاف تعتبر المدينة»."""
    if not passage.bare_of[index] or passage.bare(index) not in words(ClauseWord.SAY_VERB):
        return False
    if place > index + 1 and passage.keys[index + 1] in words(ClauseWord.ADDRESSEE):
        return False
    word = passage.keys[place]
    verb = passage.is_verb(place)
    opens = word in words(ClauseWord.SPEECH_OPENER) or (verb and word[:1] in _IMPERFECT)
    if place == index + 1:
        return opens or word == "ما" or (verb and word[-1:] in _SPEAKER)
    before = passage.bare(place - 1)
    if before in words(ClauseWord.RELATIVE) or before in words(ClauseWord.PRONOUN):
        return False
    opens = opens or (verb and word[-1:] in _SPEAKER)
    return (opens and passage.is_definite(place - 1)) or (verb and passage.starts_subject(place - 1))


def _names_before(passage: Passage, place: int) -> bool:
    """Whether what is quoted at `place` is a name: after a preposition or a word as صحيفة, برنامج."""
    before = passage.keys[place - 1]
    if passage.keys[place - 1] in {'"', "«", "“"} and place > 1:
        before = passage.keys[place - 2]
    named = before in _LETTERS or before in prepositions() or before.removeprefix("ل") in words(ClauseWord.MEDIA)
    return named or before in words(ClauseWord.ENTITLED)


def _that(passage: Passage, place: int, index: int, form: Form) -> Complement | None:
    """«أن» that depends on the verb, not on a preposition or a modal before it."""
    if not passage.is_that(place) or place + 1 >= len(passage.keys):
        return None
    before = passage.bare(place - 1)
    if before in words(ClauseWord.SUBORDINATOR) or before in words(ClauseWord.MODAL):
        return None
    written = passage.preposition(place - 1) or None
    if written == "إلى" and "إلى أن" in form.complements:
        return Complement(place - 1, passage.after_that(place), "that")
    if "أن" not in form.complements and (written is None or written not in form.complements):
        return None
    if written is not None and written not in form.complements and (written == "من" or place - index > _CLOSE):
        return None
    return Complement(place - 1 if written else place, passage.after_that(place), "that")


def _preposition(passage: Passage, place: int, form: Form, stop: int) -> Complement | None:
    """The preposition that the verb takes, with a noun after it: «حذر من انتشار …»."""
    if passage.preposition(place) not in form.complements or place + 1 >= stop:
        return None
    if passage.preposition(place) == "عن" and passage.is_one(place - 1, ClauseWord.PERSON):
        return None  # «النائبة عن حزب كذا»
    after = passage.keys[place + 1]
    if after in words(ClauseWord.SETTING) or passage.is_that(place + 1):
        return None
    clause = passage.is_verbal_noun(place + 1) or passage.speech_at(place + 1) is not None
    return Complement(place, place + 1, "noun" if clause else "phrase")


def _attached(passage: Passage, place: int, index: int, form: Form) -> Complement | None:
    """The attached ب or ل that the verb takes: «طالب بتأجيل …», «وصفه بـ …»."""
    described = "بـ" in form.complements
    before = _letter(passage, place)
    led = "شخص" not in form.complements and passage.bare(place - 1).removeprefix("ال") in words(ClauseWord.TAKES_B)
    if before == "ب" and led:
        return None  # «المكلف بالإعلام», but «طالب الجهات المعنية بالتدخل»
    if before not in form.complements and not (described and before == "ب" and _has_object(passage, place, index)):
        return None
    if described and passage.is_that(place):
        return Complement(place, place + 1, "that") if place + 1 < len(passage.keys) else None
    if passage.keys[place] == before:
        apart = place + 1 < len(passage.keys)
        return Complement(place, place + 1, "noun", "" if described else None) if apart else None
    if (described and passage.token(place).enclitics) or _is_elsewhere(passage, place):
        return None
    verbal = passage.core(place) in verbal_nouns() or passage.is_verbal_noun(place)
    return Complement(place, place, "noun" if verbal else "phrase")


def _has_object(passage: Passage, place: int, index: int) -> bool:
    """Whether the verb at `index` has what it describes before `place`, or attached: «وصف القرار بـ», «وصفه بـ»."""
    return place > index + 1 or passage.has_object(index)


def _letter(passage: Passage, place: int) -> str:
    """The ب or ل that is, or is attached to, token `place`; empty when none is."""
    word = passage.keys[place]
    if word in _ATTACHED:
        return word
    before = passage.clitics(place)[:1] or (word[:1] if word[1:] in verbal_nouns() else "")
    return before if before in _ATTACHED else ""


def _is_elsewhere(passage: Passage, place: int) -> bool:
    """Whether an attached ب or ل at `place` tells where, when or how, and not what: «بالعاصمة», «بحضور»."""
    mention = passage.named[place]
    placed = mention is not None and mention.type == "LOC"
    after = passage.keys[place + 1] if place + 1 < len(passage.keys) else ""
    including = passage.core(place) == "ما" and after.startswith("في")  # «بما فيها»
    return (
        placed
        or including
        or passage.core(place) in words(ClauseWord.PLACE)
        or passage.is_that(place)
        or (passage.keys[place] in words(ClauseWord.ADJUNCT))
    )


def _object(passage: Passage, place: int, index: int, form: Form) -> Complement | None:
    """A verbal noun as object, where the subject is whole or was left out: «أعلن استقالته», «نفى المصنع وجود …»."""
    if not form.complements & _OBJECTS or passage.quoted(place) or opens_adjunct(passage, place):
        return None
    if _is_beside(passage, place) or not _is_explained(passage, place, form):
        return None
    whole = place > index + 1 and passage.is_definite(place - 1)
    if passage.clitics(place) == "ال":
        return Complement(place, place, "phrase") if whole and _is_said_object(passage, place) else None
    owned = bool(passage.token(place).enclitics)
    told = owned and (form.stance == "deny" or passage.core(place) in nouns("itself"))  # «أنكر علاقته»
    if passage.clitics(place) or not (told or passage.is_verbal_noun(place)):
        return None
    whole = (
        whole
        or place == index + 1
        or passage.keys[place - 1] in PAUSES
        or passage.core(place) in words(ClauseWord.VERBAL_NOUN)
    )
    if not whole or passage.bare(place - 1) in prepositions():
        return None
    return Complement(place, place, "noun")


def _is_beside(passage: Passage, place: int) -> bool:
    """Whether a noun at `place` is counted, stands in brackets, or is نفسه, so that it is no object."""
    counted = passage.token(place - 1).kind == "number" and passage.keys[place - 2] not in words(ClauseWord.MONTH)
    return counted or passage.keys[place - 1] == "(" or passage.keys[place] in words(ClauseWord.SELF)


def _blame(passage: Passage, place: int, index: int, form: Form, stop: int) -> Complement | None:
    """Whom «حمّل» blames: «حمّل الوزير البلدية المسؤولية»."""
    if "مسؤولية" not in form.complements or place <= index + 1 or not passage.is_definite(place - 1):
        return None
    other = passage.named[place] is None or passage.named[place] is not passage.named[place - 1]
    blamed = other and (passage.is_speaker(place) or (passage.is_definite(place) and not passage.describes(place)))
    near = range(place + 1, min(stop, place + _NEAR))
    return Complement(place, place, "phrase") if blamed and any(passage.is_blame(i) for i in near) else None


def _anything(passage: Passage, place: int, index: int, form: Form) -> Complement | None:
    """Any noun phrase after a subject that is surely whole: «أعلنت اللجنة أسماء الفائزين», «أدانت مصر الهجوم»."""
    if "شيء" not in form.complements:
        return None
    if place == index + 1:
        return Complement(place, place, "phrase") if _stands_for_object(passage, place) else None
    last = place - 2 if passage.keys[place - 1] in PAUSES else place - 1  # «أدان المفتي، فلان، الهجوم»
    apposed = last == place - 1 or any(passage.named[i] is not None for i in range(index + 1, place))
    if last <= index or not apposed or not passage.is_definite(last) or not _may_be_object(passage, place):
        return None
    if passage.keys[place].startswith("ال"):
        whole = passage.named[last] is not None and not passage.describes(place)
    else:
        whole = not passage.clitics(place) and place + 1 < len(passage.keys) and passage.is_definite(place + 1)
    return Complement(place, place, "phrase") if whole else None


def _may_be_object(passage: Passage, place: int) -> bool:
    """Whether a plain noun stands at `place`: no name, verb, adjunct or word that goes on with a subject."""
    if passage.token(place).kind != "word" or passage.named[place] is not None or passage.quoted(place):
        return False
    word = passage.keys[place]
    verb = (
        passage.forms[place] is not None or "V" in kinds(word) or passage.bare(place - 1) in words(ClauseWord.RELATIVE)
    )
    inside = passage.keys[place - 1] in _LINKS  # of a name: بن مساعد
    return not (verb or inside or opens_adjunct(passage, place) or word in words(*_NO_OBJECT))


def _stands_for_object(passage: Passage, place: int) -> bool:
    """Whether a noun right after a verb is no subject but its object: «كما نفى التسريبات التي راجت»."""
    related = place + 1 < len(passage.keys) and passage.keys[place + 1] in words(ClauseWord.RELATIVE)
    return related and passage.keys[place].startswith("ال") and not passage.is_speaker(place)


def _is_explained(passage: Passage, place: int, form: Form) -> bool:
    """Whether إلى follows the object of a verb that needs it: «أرجع الوزير الارتفاع إلى …»."""
    if "سبب" not in form.complements:
        return True
    return any(passage.preposition(i) == "إلى" for i in range(place, passage.ahead(place)))


def _is_said_object(passage: Passage, place: int) -> bool:
    """Whether a noun with an article says what is done or said: «نفى الاستقالة», «نفى الاتهامات»."""
    noun = passage.core(place)
    said = noun in verbal_nouns() or noun in nouns("itself")
    if noun.endswith("ة") and passage.core(place - 1).endswith(("ة", "ات")):
        return False  # an adjective: «بالمواجهات المباشرة»
    return said and not noun.endswith("ي") and passage.named[place] is None


def _goal(passage: Passage, place: int, form: Form) -> Complement | None:
    """Words quoted after «إلى»: «تهدف الشركة إلى «…»» says what she says of herself."""
    if "اقتباس" not in form.complements or passage.preposition(place) != "إلى" or place + 1 >= len(passage.keys):
        return None
    quote = passage.speech_at(place + 1)
    return None if quote is None else Complement(place, passage.at(quote.start), "quote")


def _feeling(passage: Passage, place: int, index: int, form: Form, stop: int) -> Complement | None:
    """«أعرب عن أمله في …», «أبدت قلقها من …»: the feeling tells the stance; what is hoped or feared is the content."""
    if "عن شعور" in form.complements and passage.keys[place] == "عن":
        start = place + 1
    elif "شعور" in form.complements and (place == index + 1 or passage.is_definite(place - 1)):
        start = place
    else:
        return None
    start += int(start < stop and passage.token(start).kind == "punctuation")
    known = nouns("feeling")
    at = next((i for i in range(start, min(start + 2, stop)) if passage.core(i) in known), None)
    if at is None:
        told = start > place and start < stop and (passage.token(start).enclitics or passage.is_verbal_noun(start))
        return Complement(place, start, "noun") if told else None
    stance = known[passage.core(at)]
    return Complement(place, _felt(passage, at, stop) if stance in _FELT else start, "noun", stance)


def _felt(passage: Passage, at: int, stop: int) -> int:
    """The first token of what is hoped, believed or feared after the noun at `at`; the noun when nothing follows."""
    first = at + 1
    if first >= stop:
        return at
    if passage.preposition(first) or passage.keys[first] in words(ClauseWord.ABOUT):
        first += 1
        return first + 1 if first + 1 < stop and passage.is_that(first) else min(first, stop - 1)
    if passage.is_that(first):
        return min(first + 1, stop - 1)
    return first if passage.clitics(first)[:1] in {"ب", "ل"} else at


def _other_clause(passage: Passage, place: int, index: int) -> bool:
    """Whether another report begins at `place`, so that nothing later belongs to the verb at `index`."""
    form = passage.forms[place]
    says = passage.keys[place] in words(ClauseWord.SAYING)
    if says or place <= index + 1:
        return says
    if form is None:
        return passage.keys[place][:1] == "و" and passage.is_verb(place) and not passage.quoted(place)
    if form.voice == "active":
        plain = passage.bare(place) in words(ClauseWord.ADJUNCT) and not passage.is_that(
            place + 1
        )  # عقب, بين: prepositions
        return not plain and passage.bare(place - 1) not in words(ClauseWord.RELATIVE)
    if place + 1 >= len(passage.keys):
        return False
    spoken = passage.is_that(place + 1) or passage.speech_at(place + 1) is not None
    if form.voice == "participle":
        # «مناشدا» in the accusative goes on from a clause; other endings may be those of a noun.
        adverbial = passage.keys[place].endswith("ا") and form.number == "s"
        after = passage.preposition(place + 1)
        return adverbial or passage.is_that(place + 1) or (after in form.complements and after != "من")
    return form.voice == "noun" and spoken


def _closes(passage: Passage, place: int) -> bool:
    """Whether a phrase that attributes begins at `place`: «انتقد فلان، وفق الصحيفة، تصريحات …»."""
    found = phrase_at(passage, place)
    return found is not None and found.source in {"after", "back"}


def _aside(passage: Passage, place: int, stop: int) -> int:
    """The number of the pause that ends what stands between pauses and says nothing of what is reported."""
    for index in range(place + 1, min(stop, place + MAX_SUBJECT)):
        if passage.keys[index] in PAUSES and not passage.quoted(index):
            return index
    return place


def complement(passage: Passage, index: int, form: Form, stop: int) -> Complement | None:
    """What the reporting word at `index` introduces before token `stop`; None when nothing follows it.

    A clause goes before a noun that could be the content as well, unless the noun is a verbal one and comes first. What
    is found far from `stop` is remembered, for the ends of other contents ask for it again.
    """
    if _has_all(passage, index, form):
        return None
    if stop <= index + MAX_SUBJECT + 2:
        return _search(passage, index, form, stop) or _paused(passage, index, stop)
    if index not in passage.known:
        passage.known[index] = _search(passage, index, form, stop) or _paused(passage, index, stop)
    found = passage.known[index]
    return found if isinstance(found, Complement) else None


def _has_all(passage: Passage, index: int, form: Form) -> bool:
    """Whether a verb in a relative clause has its object attached and takes nothing more: «التحالف الذي تقترحه»."""
    if form.stance == "believe" or "بـ" in form.complements or not index:
        return False
    return passage.bare(index - 1) in words(ClauseWord.RELATIVE) and passage.has_object(index)


def _paused(passage: Passage, index: int, stop: int) -> Complement | None:
    """What a pause alone parts from the subject of a verb that only says: «قال المتحدث، أثناء الجولة فوجئت القوات»."""
    form = passage.forms[index]
    if (
        form is None
        or form.vague
        or passage.bare(index) not in words(ClauseWord.SAY_VERB)
        or passage.speech_before(index)
    ):
        return None
    for place in range(index + 2, min(stop - MIN_SPEECH, index + MAX_NAME)):
        if passage.keys[place] in words(ClauseWord.RELATIVE) or passage.is_that(place):
            return None
        if passage.keys[place] in PAUSES and passage.is_definite(place - 1):
            after = passage.forms[place + 1]
            apposed = passage.is_speaker(place + 1) or passage.keys[place + 1] in words(ClauseWord.RELATIVE)
            apposed = apposed or (after is not None and after.voice == "participle")
            return None if apposed or passage.keys[place + 1][:1] in "وف" else Complement(place, place + 1, "pause")
    return None


def _search(passage: Passage, index: int, form: Form, stop: int) -> Complement | None:
    """What the reporting word at `index` introduces before token `stop`."""
    noun: Complement | None = None
    aside = index
    for place in range(index + 1, min(stop, index + 1 + MAX_SUBJECT)):
        if place < aside:
            continue
        if passage.keys[place - 1] in PAUSES and (
            passage.keys[place] in words(ClauseWord.RELATIVE) or _closes(passage, place)
        ):
            aside = _aside(passage, place, stop)
            continue
        if form.complements & _SAYING and _is_unmarked(passage, place, index):
            return Complement(place, place, "verbatim")
        if _other_clause(passage, place, index):
            break
        clause = _clause(passage, place, index, form, stop)
        if clause is not None:
            return noun if noun and _comes_first(noun, clause, index) else clause
        if noun is None or noun.opened == "phrase":
            better = _noun(passage, place, index, form, stop)
            if better and (noun is None or (better.opened == "noun" and better.first - noun.first <= _NEAR)):
                noun = better
    return noun


def _clause(passage: Passage, place: int, index: int, form: Form, stop: int) -> Complement | None:
    """Speech or a clause with أن that begins at `place`."""
    speaks = bool(form.complements & _SAYING) and form.stance != "believe"
    if "مباشر" in form.complements:
        speaks = place == index + 1 or (place == index + 2 and passage.keys[index + 1] in PAUSES)
    found = _speech(passage, place, index, stop) if speaks else None
    return found or _that(passage, place, index, form) or _goal(passage, place, form)


def _noun(passage: Passage, place: int, index: int, form: Form, stop: int) -> Complement | None:
    """A noun at `place` that says what is reported; what some verbs take must be done: أوعز بـ."""
    found = (
        _feeling(passage, place, index, form, stop)
        or _preposition(passage, place, form, stop)
        or _attached(passage, place, index, form)
        or _object(passage, place, index, form)
        or _anything(passage, place, index, form)
        or _blame(passage, place, index, form, stop)
    )
    return None if found and found.opened == "phrase" and "حدث" in form.complements else found


def _comes_first(noun: Complement, clause: Complement, index: int) -> bool:
    """Whether a noun found before a clause is what is reported, and the clause a part of it."""
    verbal = noun.opened == "noun" and noun.first > index + 1
    return verbal or (clause.opened == "that" and clause.subject_end - noun.first > _NEAR)
