"""A noun phrase as a source: where it ends, whom it names, and what can be the head of one."""

from __future__ import annotations

from arcorpus.claims.grammar import (
    ADJECTIVE_ENDINGS,
    PAUSES,
    is_adjective,
    is_definite,
    is_speaker,
    is_that,
    is_verb,
    opens_adjunct,
)
from arcorpus.claims.lexicon import (
    ClauseWord,
    CueForm,
    prepositions,
    words,
)
from arcorpus.claims.passage import Passage
from arcorpus.claims.quoted import is_quoted
from arcorpus.text.letters import ARTICLE
from arcorpus.types import ClaimSource, Mention, Span

_NAME = 4  # tokens of a name
_OPENING = frozenset({'"', "«", "“", "("})
_ADVERBIAL = ("ا", "اً", "ًا")  # ends of participles that tell how something is said


def source_at(passage: Passage, span: Span, form: CueForm | None, kind: str | None = None) -> ClaimSource:
    """A source that stands at `span`."""
    gender, number = (form.gender, form.number) if form and form.voice != "noun" else (None, None)
    return ClaimSource(passage.surface(span), span.start, span.end, None, kind, gender, number)


def source_in(
    passage: Passage, first: int, last: int, form: CueForm | None = None, begin: int = 0
) -> ClaimSource | None:
    """The source that tokens `first` to `last` write, from offset `begin` on: a person's name, else the noun phrase."""
    while first < last and (passage.keys[first] in PAUSES or passage.keys[first] in words(ClauseWord.TIME)):
        first += 1
    if first >= last or not _can_head(passage, first, attached=begin > passage.starts[first]):
        return None
    person = person_in(passage, first, last) or _person_after_duty(passage, first, last)
    if person is not None:
        return source_at(passage, Span(person.start, person.end), form, "PER")
    stop = _stop_of_phrase(passage, first, last)
    if passage.proclitics(first)[:1] in {"و", "ف"}:
        begin = max(begin, passage.token(first).proclitics[0].end)
    if stop <= first:
        return None
    span = passage.trimmed(max(passage.starts[first], begin), passage.end_before(stop))
    if span.start >= span.end or passage.word_count(span) == 0:
        return None
    return source_at(passage, _unquoted(passage, span), form)


def _unquoted(passage: Passage, span: Span) -> Span:
    """The span without a pair of quotation marks around all of it."""
    text = passage.surface(span)
    if text[:1] in {'"', "«", "“"} and text[-1:] in {'"', "»", "”"}:
        return Span(span.start + 1, span.end - 1)
    return span


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
        if index > first and (sets_scene(passage, index) or _is_clause(passage, index)):
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
        or passage.keys[index].startswith(ARTICLE)
        or index - first > _NAME
    ):
        return False
    if is_speaker(passage, first) or passage.keys[first].startswith(ARTICLE) or passage.proclitics(first):
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


def person_in(passage: Passage, first: int, last: int) -> Mention | None:
    """The person whom the phrase from `first` on names as its head or beside it, pauses crossed."""
    index = first
    while index < last:
        mention = passage.mention_of[index]
        if mention is not None and mention.type == "PER" and _is_apposed(passage, first, mention):
            return mention
        apart = sets_scene(passage, index) and passage.keys[index] not in words(
            ClauseWord.TIME
        )  # «المستشار آنذاك، فلان»
        if index > first and (apart or passage.keys[index] in words(ClauseWord.RELATIVE)):
            return None
        index += 1
    return None


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


def _person_after_duty(passage: Passage, first: int, last: int) -> Mention | None:
    """The person right before token `last` whom an office with its duty announces: «المشرف على المعرض فلان»."""
    end = last - (passage.keys[last - 1] in PAUSES)
    mention = passage.mention_of[end - 1] if end > first else None
    if (
        mention is None
        or mention.type != "PER"
        or passage.keys[first].removeprefix(ARTICLE) not in words(ClauseWord.PERSON)
    ):
        return None
    index = passage.index_holding(mention.start)
    if index <= first + 2 or opens_adjunct(passage, index - 1) or passage.proclitics(index):
        return None
    inner = range(first + 1, index)
    scene = any(passage.keys[i - 1] == "في" and passage.core(i) in words(ClauseWord.SCENE) for i in inner)
    return None if scene or any(passage.keys[i] in words(ClauseWord.RELATIVE) for i in inner) else mention


def sets_scene(passage: Passage, index: int) -> bool:
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
    return is_addressee(passage, index)


def is_addressee(passage: Passage, index: int) -> bool:
    """Whether ل at `index` says to whom: «لوكالة الأنباء», «للصحفيين», «لزملائه»; not «المدير العام لشركة كذا»."""
    word = passage.keys[index]
    if word[:1] != "ل" or word.startswith(ARTICLE):
        return False
    told = _addressed_token(passage, index)
    if told >= len(passage.keys):
        return False
    core = passage.keys[told] if told > index else word[1:].removeprefix("ل")
    if core in words(ClauseWord.MEDIA) or passage.core(told) in words(ClauseWord.MEDIA):
        return True
    mention = passage.mention_of[told]
    if mention is None or mention.start == passage.starts[index]:
        return False  # no name, or one that itself begins with ل
    return mention.type == "ORG" and not _is_titled(passage, index)


def _addressed_token(passage: Passage, index: int) -> int:
    """The token that ل at `index` belongs to: itself, the next one where ل stands alone, over an opening mark."""
    if passage.keys[index] != "ل":
        return index
    return index + 1 + (index + 1 < len(passage.keys) and passage.keys[index + 1] in {'"', "«", "“"})


def _is_titled(passage: Passage, index: int) -> bool:
    """Whether a definite adjective stands before token `index`: «المدير العام لكذا»."""
    before = passage.keys[index - 1] if index else ""
    return before.startswith(ARTICLE) and before.endswith(ADJECTIVE_ENDINGS)


def _can_head(passage: Passage, index: int, *, attached: bool = False) -> bool:
    """Whether token `index` can head a noun phrase: no adjunct, no verb, no verbal noun that is an object."""
    if passage.token(index).kind in {"punctuation", "symbol"}:
        return passage.keys[index] in _OPENING and index + 1 < len(passage.keys)
    if _is_cue_verb(passage, index):
        return False
    return attached or not (
        _looks_like_verb(passage, index)
        or _has_particle(passage, index)
        or opens_adjunct(passage, index)
        or is_addressee(passage, index)
        or is_that(passage, index)
        or _is_bare_demonstrative(passage, index)
        or passage.keys[index] in words(ClauseWord.CLAUSE_VERB)
    )


def _is_cue_verb(passage: Passage, index: int) -> bool:
    """Whether token `index` reports as a verb, or as a participle that tells how: «كتب معلقا»."""
    form = passage.cues[index]
    if form is None:
        return False
    adverbial = form.voice == "participle" and passage.token(index).text.endswith(_ADVERBIAL)
    return adverbial or (form.voice == "active" and passage.mention_of[index] is None)


def _looks_like_verb(passage: Passage, index: int) -> bool:
    """Whether token `index` can be a verb and has a verb's prefix or ending."""
    key = passage.keys[index]
    return is_verb(passage, index) and (key[:1] in "يتس" or key[-1:] in "تا")


def _has_particle(passage: Passage, index: int) -> bool:
    """Whether ب, ل, س or a lone و or ف is attached: «لديه», «بأن», «سيعلن»."""
    token = passage.token(index)
    clitics = passage.proclitics(index)
    with_pronoun = token.text[:1] == "ل" and bool(token.enclitics)
    return with_pronoun or clitics.startswith(("ب", "ل")) or clitics in {"س", "و", "ف"}


def _is_bare_demonstrative(passage: Passage, index: int) -> bool:
    """Whether token `index` is «ذلك» without a noun: it points to what was told, not to who tells."""
    if passage.keys[index] not in words(ClauseWord.DEMONSTRATIVE):
        return False
    return index + 1 >= len(passage.keys) or not passage.keys[index + 1].startswith(ARTICLE)


def head_end(passage: Passage, first: int, last: int) -> int:
    """Where the head of the noun phrase from `first` on ends, before token `last`: a name, or a definite noun.

    A name ends where an object begins («قدمت شركة كذا نظاما»), «الوزير الجديد» with its adjectives, «زار الوزير المصنع»
    before the object.
    """
    if first >= last:
        return last
    index = first + 1
    named = passage.mention_of[first] or (passage.mention_of[index] if index < last else None)  # after شركة
    if named is not None:
        while index < last and passage.mention_of[index] is named:
            index += 1
        return index if index < last and _begins_object(passage, index) else last
    if not passage.token(first).text.startswith(ARTICLE):
        return last
    while index < last and is_adjective(passage, index):
        index += 1
    return index if index < last and _is_another_noun(passage, index) else last


def _is_another_noun(passage: Passage, index: int) -> bool:
    """Whether a definite noun at `index` is another thing, no name and no title of the one before it."""
    if not passage.keys[index].startswith(ARTICLE) or passage.mention_of[index] is not None:
        return False
    return passage.keys[index] not in words(ClauseWord.TITLE, ClauseWord.PERSON)


def _begins_object(passage: Passage, index: int) -> bool:
    """Whether what the verb did begins at `index`, after the name of who did it: «قدمت شركة كذا نظاما جديدا»."""
    word = passage.keys[index]
    mention = passage.mention_of[index]
    if mention is not None and mention.type == "PER":
        return False  # «وصف رئيس النقابة فلان»: that is who he is
    plain = passage.token(index).kind == "word" and not passage.proclitics(index) and not word.startswith(ARTICLE)
    role = word in words(ClauseWord.TITLE, ClauseWord.PERSON, ClauseWord.RELATIVE, ClauseWord.TIME, ClauseWord.WHEN)
    return plain and not role and not opens_adjunct(passage, index)
