"""Persons: given and family names, the words of a name together, and what announces one (titles, roles, بن, lists)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.words import (
    COMMAS,
    Candidate,
    FieldWords,
    Word,
    is_foreign_name,
    is_place,
    is_unknown,
    joined_after,
    joined_words,
    known_type,
)
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE, ARTICLES, ATTACHED

_MOST_NAME = 6  # words of a person's name
_MOST_CHAIN = 6  # words between a title word and the name
_TWO = 2  # words of the shortest full name
_BEFORE_ROLE = (2, 3)  # words of a name before «، مدير …»
_TWO_NAMES = 1.4  # weight of two words that are persons' names
_FULL = 1.2  # weight of a given name that is nothing else and what must follow it
_LIKELY = 0.8  # weight of a run after a word that announces a person
_LISTED = 0.7  # the same, in a list of persons
_UNKNOWN = 0.4  # weight of an unknown word in a person's name
_FAMILY = 0.3  # weight of a definite word of the language as a family name
_LINK = 0.2  # weight of بن, أبو and the like
_SHORT_DEFINITE = 4  # letters of a definite word that is no family name: إلى is no «ال…»
_SON = "بن"
_ALI = "علي"  # the one word of the language that is a given name before بن
_AND = "و"
_DEFINITE = (*ARTICLES, "وال")


class NameRun(NamedTuple):
    """Words in a row that read as a person's name.

    Attributes:
        length: how many words, 0 for none.
        weight: the weights of its words together (`person_weight`).
    """

    length: int
    weight: float


def person_weight(word: Word, *, first: bool) -> float:
    """How much a word looks like a part of a person's name: 1 surely, 0.6 perhaps, 0.4 an unknown word, 0 not."""
    if not word.arabic or _is_head(word):
        return 0.0
    kind, sure = person_names.name_words().get(word.key, ("", False))
    if kind:
        return (1.0 if sure else 0.6) if kind == "given" or not first else 0.5
    return _UNKNOWN if is_foreign_name(word) else 0.0


def _is_head(word: Word) -> bool:
    """A word tells what stands beside it, so that it is no part of a person's name."""
    roles = (NameHead.TITLE, NameHead.ROLE, NameHead.BEFORE)
    return word.key in gazetteer.nationalities() or gazetteer.is_head(word.key, *roles)


def is_family(word: Word) -> bool:
    """A definite word can be a family name though it is a word of the language: يوسف الشاهد."""
    return (
        word.key.startswith(ARTICLE)
        and len(word.key) > _SHORT_DEFINITE
        and not word.key.endswith("يه")
        and not _is_head(word)
        and not is_place(word)
    )


def name_run(words: Sequence[Word], at: int, *, titled: bool = False) -> NameRun:
    """The words from `at` on that read as a person's name.

    `titled` says that what stands before shows a person to follow, so less is asked of the words.
    """
    stretch = joined_words(words, at, _MOST_NAME)
    count, total = 0, 0.0
    for number in range(len(stretch)):
        weight = _next_weight(stretch, number, total, titled=titled) if number else _first_weight(stretch[0])
        if not weight:
            break
        count, total = number + 1, total + weight
    while count and stretch[count - 1].key in gazetteer.heads(NameHead.LINK):
        count -= 1
    return NameRun(count, total)


def _first_weight(word: Word) -> float:
    """The weight of the first word of a run, which may be a link: أبو, بن."""
    weight = person_weight(word, first=True)
    return weight or _LINK * (word.key in gazetteer.heads(NameHead.LINK))


def _next_weight(words: Sequence[Word], number: int, total: float, *, titled: bool) -> float:
    """The weight of a word of a run after its first, which may also be a link or a family name that is a word too."""
    word = words[number]
    if word.key in gazetteer.heads(NameHead.LINK) or word.key in gazetteer.heads(NameHead.ENDLINK):
        return _LINK
    weight = person_weight(word, first=False)
    if weight <= _UNKNOWN and _begins_anew(word, number, unknown=weight == _UNKNOWN):
        return 0.0
    if weight:
        return weight
    if number == 1:
        enough = total >= (0.5 if titled else 1) and not gazetteer.is_listed(words[0].key)
    else:
        enough = total >= _TWO_NAMES and word.key.endswith("ي")  # محمد محسن السبيعي
    return _FAMILY * (enough and is_family(word))


def _begins_anew(word: Word, number: int, *, unknown: bool) -> bool:
    """A word after the first is no part of the name, as letters are attached to it: «سامح وبيكيت», «سامح ومحمد»."""
    if unknown and (gazetteer.joins_another(word.key) or (number > 1 and word.key[0] in ATTACHED)):
        return True
    return any(r.cut and r.key in person_names.name_words() for r in gazetteer.readings(word.text))


def given_name(words: Sequence[Word], at: int) -> Candidate | None:
    """A given name that is nothing else, and what follows it: سعيد العايدي."""
    word = words[at]
    for reading in gazetteer.readings(word.text):
        kind, sure = person_names.name_words().get(reading.key, ("", False))
        if kind == "given" and sure and not reading.whole:
            first = word._replace(key=reading.key)
            run = name_run([first, *words[at + 1 : at + _MOST_NAME]], 0)
            if run.length > 1 and run.weight >= _FULL:
                end = words[at + run.length - 1].end
                return Candidate(word.start + reading.cut, end, "PER", min(0.92, 0.5 + 0.2 * run.weight))
    return None


def doubtful_given_name(words: Sequence[Word], at: int) -> Candidate | None:
    """A given name that is a word too before a foreign or family name that is none: أمل بوشناق, وأمل الدريدي.

    After a verb of saying a run of surer names is enough: «قالت أمل سعيد الرقباني».
    """
    text = words[at].text
    cut = int(text not in person_names.doubtful_given_names() and text[0] == _AND)
    family = joined_after(words, at)
    if text[cut:] not in person_names.doubtful_given_names() or _is_head(words[at]) or not (family and family.arabic):
        return None
    if not cut and _is_said_before(words, at):
        run = name_run(words, at + 1)
        if run.length and run.weight >= 1:
            return Candidate(words[at].start, words[at + run.length].end, "PER", 0.8)
    return Candidate(words[at].start + cut, family.end, "PER", 0.7) if is_foreign_name(family) else None


def _is_said_before(words: Sequence[Word], at: int) -> bool:
    """A verb of saying stands right before the word at `at`."""
    before = gazetteer.without_clitics(words[at - 1].key) if at and words[at].joined else ()
    return any(rest in gazetteer.verbs_of_saying() for rest in before)


def before_family_name(words: Sequence[Word], at: int) -> Candidate | None:
    """An unknown word, or a given name that is a word too, before a family name that is nothing else: مضحي العنزي."""
    stretch = joined_words(words, at, _TWO)
    if len(stretch) < _TWO or not _is_sure_family(stretch[1]) or not _may_be_given(stretch[0]):
        return None
    if at > 0 and words[at].joined and is_unknown(words[at - 1]):
        return None  # the name began before
    return Candidate(stretch[0].start, stretch[1].end, "PER", 0.82)


def _is_sure_family(word: Word) -> bool:
    """A definite word is a family name and nothing else: العنزي."""
    return person_names.name_words().get(word.key) == ("family", True) and word.key.startswith(ARTICLE)


def _may_be_given(word: Word) -> bool:
    """A word before a family name may be the given name: no head, place, people, verb or «ب» before a word."""
    if _is_head(word) or is_place(word):
        return False
    if gazetteer.is_listed(word.key) and word.text not in person_names.doubtful_given_names():
        return False
    rests = gazetteer.without_clitics(word.key)
    if any(gazetteer.is_listed(rest) for rest in rests[1:]):
        return False  # «بمشاركة»
    verbal = set(kinds(word.text.lstrip("وف"))) & {"I", "V"}
    return not verbal and not any(rest in gazetteer.verbs_of_saying() for rest in rests)


def titled_person(words: Sequence[Word], at: int) -> Candidate | None:
    """A name after a title word and what may stand between: وزير الخارجية التركي مولود جاويش أوغلو."""
    if not gazetteer.head_type(words[at].key, NameHead.TITLE):
        return None
    for start in range(at + 1, min(at + 2 + _MOST_CHAIN, len(words))):
        word = words[start]
        if word.text in COMMAS and start > at + 1 and start + 1 < len(words):
            return _after_comma(words, start + 1)
        if word.latin:
            continue
        if not word.joined or not word.arabic:
            return None
        if _given_next(words, start):
            continue
        found = _named_here(words, at, start)
        if found or not _in_chain(word):
            return found
    return None


def _after_comma(words: Sequence[Word], start: int) -> Candidate | None:
    """The name between commas after a title: «رئيس الحكومة، يوسف الهمامي، …»."""
    run = name_run(words, start, titled=True)
    if run.length <= 1 or run.weight < _LIKELY or person_weight(words[start], first=True) <= _UNKNOWN:
        return None
    return Candidate(words[start].start, words[start + run.length - 1].end, "PER", 0.8)


def _named_here(words: Sequence[Word], at: int, start: int) -> Candidate | None:
    """The name that begins at `start`, the title word at `at`: a full name, or one word where that is enough."""
    run = name_run(words, start, titled=True)
    if run.length > 1 and run.weight >= _LIKELY:
        return Candidate(words[start].start, words[start + run.length - 1].end, "PER", 0.88)
    if run.length == 1 and _lone_title(words, at, start):
        return Candidate(words[start].start, words[start].end, "PER", 0.76)
    return None


def _given_next(words: Sequence[Word], at: int) -> bool:
    """A definite word is no part of the name, as a given name follows it: المنظمة الشغيلة محمد العياري."""
    after = joined_after(words, at)
    is_definite = words[at].key.startswith(ARTICLE) and words[at].key not in person_names.name_words()
    return is_definite and after is not None and person_names.name_words().get(after.key) == ("given", True)


def _in_chain(word: Word) -> bool:
    """A word can stand between a title word and the name: it is definite, a title or head itself, or a place."""
    return (
        word.key.startswith(_DEFINITE)
        or known_type(word) is not None
        or any(gazetteer.head_type(word.key, role) for role in (NameHead.TITLE, NameHead.BEFORE, NameHead.INSIDE))
    )


def _lone_title(words: Sequence[Word], at: int, start: int) -> bool:
    """One word after a title is enough: the title is definite, with at most a people's adjective between."""
    next_to = start == at + 1 or words[start - 1].key in gazetteer.nationalities()
    word = words[start].key
    sure = person_names.name_words().get(word, ("", False))[1]
    named = sure or (is_unknown(words[start]) and not word.startswith(ARTICLE))
    return words[at].key.startswith(_DEFINITE) and next_to and named


def son_of(words: Sequence[Word], at: int) -> Candidate | None:
    """A name with بن in it: علي بن صميخ المري."""
    stretch = joined_words(words, at, _MOST_NAME)
    if len(stretch) <= _TWO or stretch[1].key != _SON or _is_head(stretch[0]):
        return None
    if gazetteer.is_listed(stretch[0].key) and stretch[0].text != _ALI:
        return None
    count = name_run(stretch, _TWO, titled=True).length
    more = stretch[_TWO + count : _TWO + count + 1]
    count += bool(count and more and is_family(more[0]))
    return Candidate(stretch[0].start, stretch[1 + count].end, "PER", 0.85) if count else None


def before_role(words: Sequence[Word], at: int) -> Candidate | None:
    """Two or three unknown words before «، مدير …»: ماثيو أولدهام، مدير البنية التحتية."""
    if at and (is_unknown(words[at - 1]) or words[at - 1].latin):
        return None
    stretch = joined_words(words, at, max(_BEFORE_ROLE) + 1)
    if len(stretch) not in _BEFORE_ROLE or not role_follows(words, at + len(stretch)):
        return None
    named = all(is_unknown(word) or person_weight(word, first=True) for word in stretch)
    if not named or is_place(stretch[0]) or any(map(_is_head, stretch)):
        return None
    return Candidate(stretch[0].start, stretch[-1].end, "PER", 0.88)


def role_follows(words: Sequence[Word], at: int) -> bool:
    """«، مدير …» stands at `at`: the name before is a person's."""
    return at + 1 < len(words) and words[at].text in COMMAS and words[at + 1].key in gazetteer.heads(NameHead.ROLE)


def person_after(words: Sequence[Word], at: int) -> Candidate | None:
    """A person in a list, `at` the word after the person before: «مريم بوعجاجة وآمنة المولهي، وسندة الجبالي»."""
    start = at + (at < len(words) and words[at].text in COMMAS)
    if start >= len(words) or not words[start].arabic:
        return None
    for reading in gazetteer.cut_readings(words[start].text):
        after_and = (reading.cut == 1) == words[start].key.startswith(_AND)
        if after_and and not reading.whole and (start > at or reading.cut):
            first = words[start]._replace(key=reading.key)
            begin = first.start + reading.cut
            run = name_run([first, *words[start + 1 : start + _MOST_NAME]], 0, titled=True)
            if run.length > 1 and run.weight >= _LISTED:
                return Candidate(begin, words[start + run.length - 1].end, "PER", 0.8)
            if _closes_list(words, start) and not first.key.startswith(ARTICLE) and not _is_head(first):
                return Candidate(begin, words[start + 1].end, "PER", 0.72)
    return None


def _closes_list(words: Sequence[Word], start: int) -> bool:
    """A family name follows and then «و…» or a mark: a full name whose given name is a word too."""
    family = joined_after(words, start)
    if family is None or not (is_unknown(family) or (is_family(family) and family.key.endswith("ي"))):
        return False
    after = words[start + 2] if start + 2 < len(words) else None
    return after is None or not after.arabic or after.key.startswith(_AND)


def persons_of_lists(field: FieldWords) -> list[Candidate]:
    """Persons that a list names after one that was found."""
    full = (found for found in field.candidates if found.type == "PER")
    reached = {found.end for found in full if " " in field.field.text[found.start : found.end]}
    listed: list[Candidate] = []
    for end in sorted(reached):
        other = person_after(field.words, field.at(end))
        while other:
            listed.append(other)
            if other.end in reached:
                break
            reached.add(other.end)
            other = person_after(field.words, field.at(other.end))
    return listed
