"""Who says it: the subject after a verb, before it, or the speaker who was named earlier."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from arcorpus.claims.cue_forms import has_object
from arcorpus.claims.grammar import (
    ADJECTIVE_ENDINGS,
    PAUSES,
    follows_conjunction,
    has_role,
    is_adjective,
    is_definite,
    is_speaker,
    is_that,
    is_verb,
    is_verbal_noun,
    opens_adjunct,
    starts_subject,
)
from arcorpus.claims.lexicon import ClauseWord, CueForm, Takes, prepositions, words
from arcorpus.claims.passage import Passage
from arcorpus.claims.quoted import is_quoted
from arcorpus.text.clitics import kinds
from arcorpus.types import ClaimSource, Mention, Span

MAX_TOPIC = 24
"""Tokens between a topic and its verb."""
_RECENT = 4  # speakers among whom the last one is sought
_LONG = 200  # tokens of a clause, at most
_BACK = 30  # tokens in which the topic of a verb is sought
_NAME = 4  # tokens of a name
_ADVERBIAL = ("ا", "اً", "ًا")  # ends of participles that tell how something is said
_SPEAKING = frozenset({"PER", "ORG"})


@dataclass(slots=True)
class Speakers:
    """Who has spoken so far in a text, the last at the end."""

    heard: list[tuple[ClaimSource, int, int]] = field(default_factory=list)

    def add(self, source: ClaimSource, sentence: int, index: int) -> None:
        """Remember that `source` spoke in that sentence, by a cue at token `index`."""
        self.heard.append((source, sentence, index))

    def since(self, first: int) -> bool:
        """Whether anybody has spoken from token `first` on."""
        return bool(self.heard) and self.heard[-1][2] >= first

    def anyone(self) -> ClaimSource | None:
        """The last one who spoke, whatever the verb says."""
        return self.heard[-1][0] if self.heard else None

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


def made(passage: Passage, span: Span, form: CueForm | None, kind: str | None = None) -> ClaimSource:
    """A source that stands at `span`."""
    gender, number = (form.gender, form.number) if form and form.voice != "noun" else (None, None)
    return ClaimSource(passage.surface(span), span.start, span.end, None, kind, gender, number)


def _sets_scene(passage: Passage, index: int) -> bool:
    """Whether «في …» or a time at `index` tells where or when it was said: «في تصريح», «اليوم الأحد»."""
    word = passage.keys[index]
    if word in words(ClauseWord.TIME) or (
        opens_adjunct(passage, index) and word not in words(ClauseWord.WITHIN_PHRASE)
    ):
        return True
    if prepositions().get(word) == "في" and index + 1 < len(passage.keys):
        dated = passage.token(index + 1).kind == "number" or passage.keys[index + 1] in words(ClauseWord.MONTH)
        return (
            dated
            or passage.core(index + 1) in words(ClauseWord.SCENE)
            or passage.keys[index + 1] in words(ClauseWord.TIME)
        )
    if prepositions().get(word) == "من":
        return index + 1 < len(passage.keys) and passage.core(index + 1) in words(ClauseWord.SIDE)
    return _is_told(passage, index)


def _is_told(passage: Passage, index: int) -> bool:
    """Whether ل at `index` says to whom: «لوكالة الأنباء», «للصحفيين», «لزملائه»; not «المدير العام لشركة كذا»."""
    word = passage.keys[index]
    if word[:1] != "ل" or word.startswith("ال"):
        return False
    rest = index + 1 if word == "ل" else index
    if word == "ل" and rest < len(passage.keys) and passage.keys[rest] in {'"', "«", "“"}:
        rest += 1
    if rest >= len(passage.keys):
        return False
    core = passage.keys[rest] if rest > index else word[1:].removeprefix("ل")
    if core in words(ClauseWord.MEDIA) or passage.core(rest) in words(ClauseWord.MEDIA):
        return True
    mention = passage.mention_of[rest]
    if mention is not None and mention.start == passage.starts[index]:
        return False  # the name itself begins with ل
    before = passage.keys[index - 1] if index else ""
    titled = before.startswith("ال") and before.endswith(ADJECTIVE_ENDINGS)  # «المدير العام لكذا»
    return mention is not None and mention.type == "ORG" and not titled


def _stop_of_phrase(passage: Passage, first: int, last: int) -> int:
    """The number of the token before which the noun phrase that begins with token `first` ends."""
    index = first
    while index < last:
        word = passage.keys[index]
        if is_quoted(passage, index) or (index > first and _goes_on_name(passage, index)):
            index += 1
            continue
        if index > first + 1 and _is_apposed_role(passage, first, index):
            break
        if word in PAUSES or word in words(ClauseWord.RELATIVE) or word in {":", "(", ")", "."}:
            break
        if index > first and (_sets_scene(passage, index) or _is_clause(passage, index)):
            break
        index += 1
    return index


def _goes_on_name(passage: Passage, index: int) -> bool:
    """Whether token `index` is inside a name that has begun before it."""
    return passage.mention_of[index] is not None and passage.mention_of[index] is passage.mention_of[index - 1]


def _is_apposed_role(passage: Passage, first: int, index: int) -> bool:
    """Whether an office at `index` tells who an unknown name from `first` on is: «سلمى الحاج مديرة المتحف»."""
    if (
        passage.keys[index] not in words(ClauseWord.PERSON)
        or passage.keys[index].startswith("ال")
        or index - first > _NAME
    ):
        return False
    if is_speaker(passage, first) or passage.keys[first].startswith("ال") or passage.proclitics(first):
        return False
    return not any(_is_no_name(passage, i) for i in range(first, index))


def _is_no_name(passage: Passage, index: int) -> bool:
    """Whether token `index` is surely no part of a name: a preposition, a mark, عدد."""
    no_word = passage.token(index).kind != "word"
    return no_word or opens_adjunct(passage, index) or passage.keys[index] in words(ClauseWord.QUANTITY)


def _is_clause(passage: Passage, index: int) -> bool:
    """Whether a relative clause without الذي begins at `index`: «مصدر طلب عدم ذكر اسمه», «بيان تم إصداره»."""
    form = passage.cues[index]
    verb = form is not None and form.voice == "active"
    if is_that(passage, index) or (form is not None and form.voice == "noun"):
        return True
    known = verb and not is_quoted(passage, index) and passage.mention_of[index] is None
    return known or passage.keys[index] in words(ClauseWord.CLAUSE_VERB) or is_verb(passage, index)


def _is_apposed(passage: Passage, first: int, mention: Mention) -> bool:
    """Whether a name in a noun phrase is who the phrase is about: it heads it, or follows what is definite already.

    In «رئيس الوزراء فلان» it is, in «محامي فلان» and «كلمة فلان» it is not.
    """
    index = passage.index_holding(mention.start)
    if index <= first:
        return True
    before = index - 1
    while before > first and (passage.keys[before] in {'"', "«", "“", "("} or passage.keys[before] in PAUSES):
        return True
    if passage.mention_of[before] is mention or passage.unjoined(before) in words(ClauseWord.TITLE):
        return True
    return is_definite(passage, before) and not passage.proclitics(index) and before >= first


def _person_in(passage: Passage, first: int, last: int) -> Mention | None:
    """The person whom the phrase from `first` on names as its head or beside it, pauses crossed."""
    index = first
    while index < last:
        mention = passage.mention_of[index]
        if mention is not None and mention.type == "PER" and _is_apposed(passage, first, mention):
            return mention
        apart = _sets_scene(passage, index) and passage.keys[index] not in words(
            ClauseWord.TIME
        )  # «المستشار آنذاك، فلان»
        if index > first and (apart or passage.keys[index] in words(ClauseWord.RELATIVE)):
            return None
        index += 1
    return None


def _person_after_duty(passage: Passage, first: int, last: int) -> Mention | None:
    """The person right before token `last` whom an office with its duty announces: «المشرف على المعرض فلان»."""
    end = last - (passage.keys[last - 1] in PAUSES)
    mention = passage.mention_of[end - 1] if end > first else None
    if (
        mention is None
        or mention.type != "PER"
        or passage.keys[first].removeprefix("ال") not in words(ClauseWord.PERSON)
    ):
        return None
    index = passage.index_holding(mention.start)
    if index <= first + 2 or opens_adjunct(passage, index - 1) or passage.proclitics(index):
        return None
    inner = range(first + 1, index)
    scene = any(passage.keys[i - 1] == "في" and passage.core(i) in words(ClauseWord.SCENE) for i in inner)
    return None if scene or any(passage.keys[i] in words(ClauseWord.RELATIVE) for i in inner) else mention


def phrase(passage: Passage, first: int, last: int, form: CueForm | None = None, begin: int = 0) -> ClaimSource | None:
    """The source that tokens `first` to `last` write, from offset `begin` on: a person's name, else the noun phrase."""
    while first < last and (passage.keys[first] in PAUSES or passage.keys[first] in words(ClauseWord.TIME)):
        first += 1
    if first >= last or not _heads(passage, first, attached=begin > passage.starts[first]):
        return None
    person = _person_in(passage, first, last) or _person_after_duty(passage, first, last)
    if person is not None:
        return made(passage, Span(person.start, person.end), form, "PER")
    stop = _stop_of_phrase(passage, first, last)
    if passage.proclitics(first)[:1] in {"و", "ف"}:
        begin = max(begin, passage.token(first).proclitics[0].end)
    if stop <= first:
        return None
    span = passage.trimmed(max(passage.starts[first], begin), passage.end_before(stop))
    if span.start >= span.end or passage.word_count(span) == 0:
        return None
    return made(passage, _unquoted(passage, span), form)


def _unquoted(passage: Passage, span: Span) -> Span:
    """The span without a pair of quotation marks around all of it."""
    text = passage.surface(span)
    if text[:1] in {'"', "«", "“"} and text[-1:] in {'"', "»", "”"}:
        return Span(span.start + 1, span.end - 1)
    return span


def _heads(passage: Passage, index: int, *, attached: bool = False) -> bool:
    """Whether token `index` can head a noun phrase: no adjunct, no verb, no verbal noun that is an object."""
    token = passage.token(index)
    if token.kind in {"punctuation", "symbol"}:
        return passage.keys[index] in {'"', "«", "“", "("} and index + 1 < len(passage.keys)
    form = passage.cues[index]
    adverbial = form is not None and form.voice == "participle" and passage.token(index).text.endswith(_ADVERBIAL)
    verb = form is not None and form.voice == "active" and passage.mention_of[index] is None
    verb = verb or adverbial  # «كتب معلقا»
    if attached:
        return not verb
    clitics = passage.proclitics(index)
    return not (
        verb
        or (is_verb(passage, index) and (passage.keys[index][:1] in "يتس" or passage.keys[index][-1:] in "تا"))
        or opens_adjunct(passage, index)
        or _is_told(passage, index)
        or _points(passage, index)
        or (passage.token(index).text[:1] == "ل" and bool(passage.token(index).enclitics))
        or is_that(passage, index)
        or clitics.startswith(("ب", "ل"))
        or clitics in {"س", "و", "ف"}
        or passage.keys[index] in words(ClauseWord.CLAUSE_VERB)
    )


def _points(passage: Passage, index: int) -> bool:
    """Whether token `index` is «ذلك» without a noun: it points to what was told, not to who tells."""
    if passage.keys[index] not in words(ClauseWord.DEMONSTRATIVE):
        return False
    return index + 1 >= len(passage.keys) or not passage.keys[index + 1].startswith("ال")


def after(passage: Passage, index: int, last: int, form: CueForm) -> ClaimSource | None:
    """The subject that follows the verb at `index`, before token `last`; whom it speaks to is none."""
    first = index + 1
    while first < last and _tells_when(passage, first):
        first += 1
    if first < last and passage.token(first).enclitics and passage.keys[first] in words(ClauseWord.SCENE):
        return None  # «واختتم حديثه»: his own words are no subject
    if (
        Takes.PERSON in form.complements
        and first < last
        and passage.mention_of[first] is None
        and _is_addressed(passage, first)
    ):
        return None
    if (
        form.complements & {Takes.OBJECT_WITH_B, Takes.PERSON}
        and first < last
        and _person_in(passage, first, last) is None
    ):
        last = _whole(passage, first, last)  # «وصفت المعلمة الطالب بـ», «حثت الهيئة الدول على»
    found = phrase(passage, first, last, form)
    if found is None and first < last and passage.keys[first] in words(ClauseWord.ADDRESSEE):
        # «أفاد به مراسلة الوكالة مصدر مسؤول»: the one told may stand before the subject.
        found = phrase(passage, first + 1, last, form)
    return found


def _tells_when(passage: Passage, index: int) -> bool:
    """Whether token `index` is a word of time, a month, or a number after one: «أعلنت أواخر ديسمبر 2015»."""
    month = passage.keys[index] in words(ClauseWord.MONTH)
    year = passage.token(index).kind == "number" and passage.keys[index - 1] in words(ClauseWord.MONTH)
    return passage.keys[index] in words(ClauseWord.TIME) or month or year


def _is_addressed(passage: Passage, index: int) -> bool:
    """Whether token `index` tells whom a verb addresses: «طالب أعضاءه», «طالب المواطنين» in the accusative."""
    word = passage.keys[index]
    accusative = word.startswith("ال") and word.endswith("ين") and word not in words(ClauseWord.PERSON)
    return accusative or bool(passage.token(index).enclitics)


def _topic_start(passage: Passage, index: int) -> tuple[int, bool]:
    """Where the clause of the verb at `index` begins, and whether «أن» or «كان» opens it."""
    low = max(passage.segment_start(index), index - _BACK)
    for place in range(index - 1, low - 1, -1):
        if is_that(passage, place) or passage.unjoined(place) in words(ClauseWord.CLAUSE_OPENER):
            return place + 1, True
        form = passage.cues[place]
        if form is not None and form.voice == "active" and passage.mention_of[place] is None:
            return place + 1, False
        if is_verb(passage, place) and not follows_conjunction(passage, index) and not opens_adjunct(passage, place):
            return place + 1, all(passage.keys[i] not in PAUSES for i in range(place, index))
    return low, False


def before(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The topic before the verb at `index`: «مسؤول قال», «فلان، مدير كذا، أكد», «الشركة التي أعلنت»."""
    if index and passage.unjoined(index - 1) in words(ClauseWord.RELATIVE):
        # «المشروع الذي وصفه بـ»: the project is not who describes.
        return None if has_object(passage, index) else _antecedent(passage, index - 1, form)
    if index and passage.unjoined(index - 1) in words(ClauseWord.PRONOUN):
        return None
    start, opened = _topic_start(passage, index)
    if start >= index or follows_conjunction(passage, index):
        return None
    if not opened and (start != passage.segment_start(index) or not _nominal(passage, start)):
        return None
    empty = passage.keys[start] == "ما" and start + 1 == index  # «سرعان ما فهموا»
    if empty or (is_verbal_noun(passage, start) and passage.mention_of[start] is None):
        return None
    return phrase(passage, start, index, form)


def turned_to(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """Who «أما النواب، فقد طالبوا بـ», «أما بالنسبة للنواب، فقد» turns to, before the verb at `index`."""
    head = passage.segment_start(index)
    pause = next((i for i in range(index - 1, max(index - 3, head), -1) if passage.keys[i] in PAUSES), None)
    if pause is None or passage.unjoined(head) != "اما" or passage.keys[pause + 1][:1] != "ف":
        return None
    first = head + 2 if passage.core(head + 1) == "نسبة" else head + 1
    token = passage.token(first)
    begin = token.core.start if first > head + 1 and token.proclitics else 0
    return phrase(passage, first, pause, form, begin)


def opened_topic(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The topic between أن and the verb at `index`, when it ends right there: «أن النقابة طالبت الحكومة بـ»."""
    if not form.gender or not index or not is_definite(passage, index - 1) or follows_conjunction(passage, index):
        return None
    start, opened = _topic_start(passage, index)
    if not (opened or start == passage.segment_start(index)) or not 0 < index - start <= _NAME:
        return None
    named = passage.mention_of[start] is not None  # «لكن موسكو انتقدت الولايات المتحدة»
    that = start > 0 and is_that(passage, start - 1) and not passage.token(start - 1).enclitics
    definite = that and passage.keys[start].startswith("ال")
    pronoun = start > 0 and is_that(passage, start - 1) and not that
    return phrase(passage, start, index, form) if definite or (named and not pronoun) else None


def _nominal(passage: Passage, index: int) -> bool:
    """Whether a clause that begins with token `index` has its subject first: a name, a definite noun, مصدر."""
    return (
        passage.mention_of[index] is not None
        or passage.keys[index].startswith("ال")
        or passage.keys[index] in words(ClauseWord.PERSON)
        or passage.keys[index] in {'"', "«"}
        or passage.core(index) in words(ClauseWord.BODY)
        or (index + 1 < len(passage.keys) and is_definite(passage, index + 1) and passage.cues[index] is None)
    )


def _antecedent(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """What the relative pronoun at `index` stands for: the noun phrase right before it."""
    stop = index
    if stop and passage.keys[stop - 1] in PAUSES:
        stop -= 1
    if stop == 0:
        return None
    mention = passage.mention_of[stop - 1]
    if mention is not None and mention.type in _SPEAKING:
        return made(passage, Span(mention.start, mention.end), form, mention.type)
    first = stop - 1
    low = max(passage.segment_start(index), stop - 4)
    while (
        first > low
        and not passage.proclitics(first)
        and passage.keys[first - 1] not in PAUSES
        and not opens_adjunct(passage, first - 1)
        and passage.cues[first - 1] is None
    ):
        if passage.keys[first].startswith("ال") and not passage.keys[first - 1].startswith("ال"):
            first -= 1
            break
        if not (passage.keys[first].startswith("ال") and passage.keys[first - 1].startswith("ال")):
            break
        first -= 1
    return phrase(passage, first, stop, form)


def clause_start(passage: Passage, index: int) -> int:
    """Where the clause begins in which a participle at `index` goes on: «…، ولوح المحتجون بالأعلام، مطالبين»."""
    low = passage.segment_start(index)
    for place in range(index - 1, max(low + 1, index - _LONG), -1):
        word = passage.keys[place]
        if passage.keys[place - 1] not in PAUSES or not is_definite(passage, place + 1):
            continue
        joined = word[:1] == "و" and word[1:2] != "ي" and set(kinds(word[1:])) & {"V", "I"}
        begun = is_verb(passage, place) and word[:1] != "ي" and starts_subject(passage, place + 1)
        if joined or begun:
            return place
    return max(low, index - _LONG)


def main_subject(passage: Passage, index: int, form: CueForm) -> ClaimSource | None:
    """The subject of the sentence in which a participle at `index` goes on: «زار الوزير المدينة، مؤكدا أن»."""
    first = clause_start(passage, index)
    while first < index and (passage.keys[first] in words(ClauseWord.CLAUSE_OPENER) or _is_scene_word(passage, first)):
        first += 1
    aside = passage.keys[first] in {"من", "ومن"} and first + 1 < index
    if aside and passage.core(first + 1) in words(ClauseWord.SIDE):
        first += 2  # «من جهته»
    if first >= index:
        return None
    if has_role(passage, first, ClauseWord.FRONTED):
        return None  # «وحول النتائج …»: no subject stands there
    after_was = first > 0 and passage.keys[first - 1] in words(ClauseWord.WAS)  # «وكانت فتاة أمريكية»
    if not after_was and (not _nominal(passage, first) or _verb_like(passage, first)):
        first += 1
    # «ولوح المحتجون بالأعلام»: what a verb of another kind takes is no part of its subject; «متحدث باسم …» is one.
    last = next((i for i in range(first + 1, index) if _takes(passage, i)), index)
    return phrase(passage, first, _whole(passage, first, last), form)


def _whole(passage: Passage, first: int, last: int) -> int:
    """Where a definite head with its adjectives ends: «الوزير الجديد», but not «زار الوزير المصنع»; a name too."""
    index = first + 1
    if first >= last:
        return last
    named = passage.mention_of[first] or (passage.mention_of[index] if index < last else None)  # after شركة
    if named is not None:
        while index < last and passage.mention_of[index] is named:
            index += 1
        return index if index < last and _begins_object(passage, index) else last
    if not passage.token(first).text.startswith("ال"):
        return last
    while index < last and is_adjective(passage, index):
        index += 1
    another = index < last and passage.keys[index].startswith("ال") and passage.mention_of[index] is None
    apposed = another and passage.keys[index] in words(ClauseWord.TITLE, ClauseWord.PERSON)
    return index if another and not apposed else last


def _begins_object(passage: Passage, index: int) -> bool:
    """Whether what the verb did begins at `index`, after the name of who did it: «قدمت شركة كذا نظاما جديدا»."""
    word = passage.keys[index]
    mention = passage.mention_of[index]
    if mention is not None and mention.type == "PER":
        return False  # «وصف رئيس النقابة فلان»: that is who he is
    plain = passage.token(index).kind == "word" and not passage.proclitics(index) and not word.startswith("ال")
    role = word in words(ClauseWord.TITLE, ClauseWord.PERSON, ClauseWord.RELATIVE, ClauseWord.TIME, ClauseWord.WHEN)
    return plain and not role and not opens_adjunct(passage, index)


def _takes(passage: Passage, index: int) -> bool:
    """Whether ب is attached at `index`, but for باسم."""
    return passage.proclitics(index)[:1] == "ب" and passage.core(index) != "اسم"


def _is_scene_word(passage: Passage, index: int) -> bool:
    """Whether token `index` only tells when, before the subject of its clause is named."""
    return passage.keys[index] in words(ClauseWord.TIME) | words(ClauseWord.WHEN) or passage.keys[index] in PAUSES


def _verb_like(passage: Passage, index: int) -> bool:
    """Whether token `index` is more likely a verb than the head of a noun phrase."""
    return passage.mention_of[index] is None and not passage.keys[index].startswith("ال")


def earlier_person(passage: Passage, index: int) -> ClaimSource | None:
    """The person, else the body, named last before token `index` in its sentence."""
    named = [m for m in passage.mention_of[max(passage.segment_start(index), index - _LONG) : index] if m is not None]
    people = [m for m in named if m.type == "PER"] or [m for m in named if m.type == "ORG"]
    if not people:
        return None
    mention = people[-1]
    return ClaimSource(mention.text, mention.start, mention.end, None, mention.type)
