"""Organisations, and what else begins with its head: bodies, built places, clubs, and names that are spelled out.

«وزارة الثقافة والشباب وتنمية المجتمع», «الهيئة العامة للسياحة», «جامعة القاهرة», «شرطة دبي». What goes on with such a
name after its head, `continuations` tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from arcorpus.ner import gazetteer
from arcorpus.ner.continuations import (
    adjective,
    agrees,
    coordinated,
    genitive_end,
    is_bare_head,
    is_known_body,
    is_relation,
    lengthened,
    object_words,
    place_words,
    purpose,
    purpose_of_place,
    seat,
)
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.persons import name_run, person_weight
from arcorpus.ner.words import (
    Candidate,
    Word,
    attached_head,
    bare_head,
    is_unknown,
    joined_words,
    known_type,
    unknown_run,
)
from arcorpus.text.letters import ARTICLE, LI_ARTICLE

_MOST = 12  # words of a name
_MOST_LETTERS = 5  # letters of a name that is spelled out
_TWO = 2  # words of the shortest name with a head
_LONG = 3  # words of an event's name whose complement is a genitive
_AND = "و"
_NAMESAKE = (NameHead.INSIDE, NameHead.CALLED)
_OF_PLACE = (NameHead.LOCAL, NameHead.DISTRICT, NameHead.PLACED, NameHead.OF)
_DEFINITE_HEADS = (NameHead.BODY, NameHead.STATE, NameHead.DEFINITE)


def named_after(words: Sequence[Word], at: int) -> Candidate | None:
    """A place or institution called after a known or foreign name: جبل مغيلة, جامعة القاهرة, مستشفى الملك فهد."""
    head, cut = attached_head(words[at].text, _NAMESAKE)
    kind = next((found for role in _NAMESAKE if (found := gazetteer.heads(role).get(head))), None)
    stretch = joined_words(words, at, _MOST) if kind else ()
    if not kind or len(stretch) < _TWO:
        return None
    count = _namesake_end(stretch, head, kind)
    if count == 1:
        return None
    while count < len(stretch) and (step := adjective(stretch, count, kind) or purpose(stretch, count)):
        count += step  # nothing joined: «جامعة الدمام» + «والصفا»
    count += seat(stretch, count, head)
    return Candidate(stretch[0].start + cut, stretch[count - 1].end, kind, 0.9)


def _namesake_end(stretch: Sequence[Word], head: str, kind: str) -> int:
    """The index after what a head is called after, 1 when it is called after nothing.

    After a title, who bears it: مركز الأميرة سلمى. A foundation needs an adjective after the person («مؤسسة سلمان
    الدوسري الخيرية»). Others are called after a known place or person, or a foreign name.
    """
    if (
        gazetteer.head_type(stretch[1].key, NameHead.TITLE)
        and stretch[_TWO:]
        and person_weight(stretch[_TWO], first=True)
    ):
        return _TWO + name_run(stretch, _TWO, titled=True).length
    if head in gazetteer.heads(NameHead.CALLED):
        count = 1 + name_run(stretch, 1).length
        return count if _TWO < count < len(stretch) and adjective(stretch, count, kind) else 1
    known = gazetteer.longest([word.text for word in stretch[1:]])
    if known and not known[0].cut and known[2].type in {"LOC", "PER"}:
        return 1 + known[1]
    unknown = unknown_run([is_unknown(word) and known_type(word) is None for word in stretch[1:3]])
    person = name_run(stretch, 1, titled=True).length if kind == "ORG" else 0
    return 1 + max(unknown, person * (person > 1))  # «مدرسة أسامة بن زيد»


def of_place(words: Sequence[Word], at: int) -> Candidate | None:
    """A body of a place: شرطة دبي, أمانة منطقة الرياض, منطقة الرياض التعليمية, بنك الرياض الوطني."""
    head, cut = attached_head(words[at].text, _OF_PLACE)
    roles = {role for role in _OF_PLACE if gazetteer.heads(role).get(head) == "ORG"}
    stretch = joined_words(words, at, _MOST) if roles else ()
    if len(stretch) < _TWO:
        return None
    is_region = gazetteer.heads(NameHead.BEFORE).get(stretch[1].key) == "LOC" and not place_words(stretch, 1)
    start = 1 + int(NameHead.LOCAL in roles and is_region)
    after = start + place_words(stretch, start)
    if after == start:
        return None
    end = _end_after_place(stretch, after, head, is_agreeing=bool({NameHead.OF, NameHead.PLACED} & roles))
    if end == after and NameHead.LOCAL not in roles:
        return None
    return Candidate(stretch[0].start + cut, stretch[end - 1].end, "ORG", 0.93)


def _end_after_place(stretch: Sequence[Word], at: int, head: str, *, is_agreeing: bool) -> int:
    """The index after what follows the place in a body's name, `at` when nothing that belongs to it does.

    Args:
        stretch: the words.
        at: the index after the place.
        head: the key of the head.
        is_agreeing: the head takes an adjective after the place: بنك الرياض الوطني.
    """
    field = stretch[at].key if at < len(stretch) else ""
    if is_agreeing and _is_field(field, head) and adjective(stretch, at, "ORG"):
        return at + 1 + purpose_of_place(stretch, at + 1)
    if goal := purpose_of_place(stretch, at):
        end = at + goal
        while end < len(stretch) and (step := adjective(stretch, end, "ORG") or coordinated(stretch, end)):
            end += step
        return end
    return at + (head in gazetteer.heads(NameHead.DISTRICT) and field in gazetteer.heads(NameHead.SECTOR))


def _is_field(word: str, head: str) -> bool:
    """A key after the place may be the head's adjective: it agrees with it and is no people's."""
    return word != "" and word not in gazetteer.nationalities() and agrees(head, word)


def of_field(words: Sequence[Word], at: int) -> Candidate | None:
    """A body or event called by what it is for: هيئة حماية المستهلك, وزارة التجهيز والإسكان, مؤتمر الطب الباطني."""
    head, cut = attached_head(words[at].text, (NameHead.OF,))
    kind = gazetteer.heads(NameHead.OF).get(head)
    stretch = joined_words(words, at, _MOST) if kind else ()
    if not kind or len(stretch) < _TWO or (at and f"{words[at - 1].key} {head}" in gazetteer.heads(NameHead.GENERIC)):
        return None
    if words[at].key.startswith(LI_ARTICLE) and is_relation(stretch[1]):
        return None  # «للجنة الوطنية» is the definite one
    count = _complement_end(stretch, head)
    if count == 1:
        return None
    count = lengthened(stretch, count + object_words(stretch, count), kind)
    count += seat(stretch, count, head)
    if _is_generic(head, stretch[1:count]) or (kind == "EVENT" and count < _LONG):
        return None
    sure = _is_led(words, at, cut) or _is_sure_name(head, stretch[1:count])
    return Candidate(stretch[0].start + cut, stretch[count - 1].end, kind, 0.92 if sure else 0.79)


def _is_sure_name(head: str, rest: Sequence[Word]) -> bool:
    """The head always makes a name (وزارة), or a people's adjective is in it."""
    return head in gazetteer.heads(NameHead.OF_SURE) or any(word.key in gazetteer.nationalities() for word in rest)


def _is_generic(head: str, rest: Sequence[Word]) -> bool:
    """A head with what follows is a body that every state or firm has: مجلس الوزراء."""
    return " ".join([head, *(word.key for word in rest)]) in gazetteer.heads(NameHead.GENERIC)


def _is_led(words: Sequence[Word], at: int, cut: int) -> bool:
    """The title of who leads the body stands before it: مدير إدارة الأرصاد."""
    before = _word_before(words, at) if not cut else None
    return before is not None and gazetteer.head_type(before.key, NameHead.TITLE) is not None


def _complement_end(stretch: Sequence[Word], head: str) -> int:
    """The index after the genitive that says what a body is for, 1 when there is none or it makes no name.

    «لجنة النادي» and «مجلس المنطقة» are not named, «منظمة الأمم المتحدة» is called by another body.
    """
    count = 1 if is_known_body(stretch[1:]) else genitive_end(stretch, 1)
    if is_bare_head(stretch[1].key):
        return 1
    sure = head in gazetteer.heads(NameHead.OF_SURE)
    return 1 if not sure and count == _TWO and _is_of_other(stretch[1].key) else count


def _is_of_other(word: str) -> bool:
    """A key is a club, whose «إدارة» has no name of its own, or a town that is not named: «مجلس المنطقة»."""
    known = gazetteer.known_names().get(word)
    is_club = known is not None and known.type == "ORG"
    return is_club or gazetteer.heads(NameHead.BEFORE).get(word.removeprefix(ARTICLE)) == "LOC"


def definite_body(words: Sequence[Word], at: int) -> Candidate | None:
    """A definite body with adjectives or a purpose that make it a name: الحكومة التونسية, الهيئة العامة للسياحة."""
    head, cut = attached_head(words[at].text, _DEFINITE_HEADS)
    kind = next((found for role in _DEFINITE_HEADS if (found := gazetteer.heads(role).get(head))), None)
    stretch = joined_words(words, at, _MOST) if kind else ()
    if not kind or len(stretch) < _TWO or (at and gazetteer.head_type(words[at - 1].key, NameHead.MINISTRY)):
        return None
    count = _adjectives_end(stretch, head, kind)
    end = count + _purpose_of_definite(stretch, count, head)
    if end == count and not _makes_name(stretch[1:count], head, kind):
        return None
    end = lengthened(stretch, end, kind) if end > count and not place_words(stretch, end - 1) else end
    end += seat(stretch, end, head)
    return Candidate(stretch[0].start + cut, stretch[end - 1].end, kind, 0.86)


def _adjectives_end(stretch: Sequence[Word], head: str, kind: str) -> int:
    """The index after the adjectives that follow a definite head and agree with it."""
    count = 1
    while count < len(stretch) and adjective(stretch, count, kind) and agrees(head, stretch[count].key):
        count += 1
    return count


def _purpose_of_definite(stretch: Sequence[Word], count: int, head: str) -> int:
    """How many words «للسياحة» after the adjectives of a definite body are.

    Known ones («الاتحاد الأوروبي») are complete without, those that act («الحرس الوطني لتأمين …») do it just then.
    """
    if not 1 < count < len(stretch):
        return 0
    complete = is_known_body(stretch[:count]) and head not in gazetteer.heads(NameHead.STATE)
    return purpose(stretch, count, definite=not complete and head not in gazetteer.heads(NameHead.ACTING))


def _makes_name(adjectives: Sequence[Word], head: str, kind: str) -> bool:
    """The adjectives of a definite head make it a name: a people's, or for a body one that bodies usually have."""
    people = any(word.key in gazetteer.nationalities() for word in adjectives)
    people = people and head not in gazetteer.heads(NameHead.DESCRIPTIVE)
    if people or kind != "ORG" or head in gazetteer.heads(NameHead.STATE):
        return people
    return any(word.key in gazetteer.heads(NameHead.ADJECTIVE) for word in adjectives)


def club(words: Sequence[Word], at: int) -> Candidate | None:
    """A club whose name is a word too, after who plays for it or in a list: لاعب الرائد, أندية الهلال والنصر."""
    for reading in gazetteer.cut_readings(words[at].text):
        if reading.key not in gazetteer.heads(NameHead.CLUB_NAME) or reading.whole:
            continue
        first = at
        while first and words[first].joined and _is_club(words[first - 1]) and words[first].key[0] == _AND:
            first -= 1
        before = words[first - 1].key if first and words[first].joined else ""
        if any(rest in gazetteer.heads(NameHead.CLUB_OF) for rest in gazetteer.without_clitics(before)):
            return Candidate(words[at].start + reading.cut, words[at].end, "ORG", 0.82)
    return None


def _is_club(word: Word) -> bool:
    """A word is a club's name, perhaps with و or another letter before it."""
    return any(rest in gazetteer.heads(NameHead.CLUB_NAME) for rest in gazetteer.without_clitics(word.key))


def spelled_out(words: Sequence[Word], at: int) -> Candidate | None:
    """An abbreviation that is spelled out by the names of its letters: بي بي سي, إف-16; a station before إف إم."""
    head, cut = bare_head(words[at].text, NameHead.LETTER)
    if not head or (at and words[at].joined and _is_letter(words[at - 1])):
        return None
    stretch = _letters(joined_words(words, at, _MOST_LETTERS))
    clear = any(word.key.partition("-")[0] in gazetteer.heads(NameHead.LETTER) for word in stretch[1:])
    if not clear and len(stretch) <= _TWO:
        return None
    start, end = words[at].start + cut, stretch[-1].end
    before = _word_before(words, at) if not cut else None
    if before is None:
        return Candidate(start, end, "ORG", 0.65)
    headed = gazetteer.head_type(before.key, NameHead.BEFORE) or gazetteer.head_type(before.key, NameHead.FOREIGN)
    if headed:
        return Candidate(start, end, headed, 0.8)
    return Candidate(before.start if _is_called_so(before, stretch) else start, end, "ORG", 0.65)


def _word_before(words: Sequence[Word], at: int) -> Word | None:
    """The Arabic word before the one at `at` when only spaces stand between them."""
    return words[at - 1] if at and words[at].joined and words[at - 1].arabic else None


def _is_called_so(before: Word, letters: Sequence[Word]) -> bool:
    """The word before some letters is of the name: a foreign one, or a station's before إف إم."""
    return is_unknown(before) or " ".join(word.key for word in letters) in gazetteer.heads(NameHead.LETTERS_LAST)


def _letters(stretch: Sequence[Word]) -> Sequence[Word]:
    """The names of letters that a stretch begins with: «بي بي سي» of «بي بي سي إن …», but all of «سي إن إن»."""
    count = 1 + unknown_run([_is_letter(word) for word in stretch[1:]])
    last, before = stretch[count - 1].key, stretch[count - 2].key
    return stretch[: count - (last in gazetteer.heads(NameHead.LETTER_INSIDE) and before != last)]


def _is_letter(word: Word) -> bool:
    """A word is the name of a letter, perhaps with a number: بي, تي-5."""
    name = word.key.partition("-")[0]
    return gazetteer.is_head(name, NameHead.LETTER, NameHead.LETTER_OR_WORD, NameHead.LETTER_INSIDE)
