"""What the words of a name and around it show: title words, heads of institutions, given names, unknown words.

Each rule looks at one place of a text and says what name it sees there. docs/entities.md describes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from arcorpus import gazetteer
from arcorpus.types import Field

_ARABIC = "\u0621", "\u064a"
_TANWIN = "\u064b"
_MOST_NAME = 6      # words of a person's name
_MOST_KNOWN = 8     # words of a known name
_MOST_UNKNOWN = 3   # words of an unknown name after a head
_MOST_CHAIN = 6     # words between a title word and the name
_TWO = 2            # words of the shortest name with a head
_TWO_NAMES = 1.4    # weight of two words that are persons' names
_FULL = 1.2         # weight of a given name that is nothing else and what must follow it
_LIKELY = 0.8       # weight of a run after a word that announces a person
_LISTED = 0.7       # the same, in a list of persons
_UNKNOWN = 0.4      # weight of an unknown word in a person's name
_FAMILY = 0.3       # weight of a definite word of the language as a family name
_LINK = 0.2         # weight of بن, أبو and the like
_SHORT_DEFINITE = 4 # letters of a definite word that is no family name: إلى is no «ال…»


class Word(NamedTuple):
    """A token with its key and its script; `joined` when only spaces stand between it and the word before."""

    start: int
    end: int
    text: str
    key: str
    arabic: bool
    latin: bool
    joined: bool


class Find(NamedTuple):
    """A name that a rule found in a field, and how sure the rule is."""

    start: int
    end: int
    type: str
    score: float


Rule = Callable[[Sequence[Word], int], Find | None]


def words_of(field: Field) -> list[Word]:
    """The tokens of a field as the rules see them."""
    words: list[Word] = []
    at = 0
    for token in field.tokens:
        gap = field.text[at : token.start]
        key = gazetteer.key(token.text)
        arabic = token.kind == "word" and _ARABIC[0] <= key[:1] <= _ARABIC[1]
        latin = token.text[-1:].isascii() and token.text[-1:].isalnum()
        joined = bool(gap) and not gap.strip(" \u00a0\u200f")
        words.append(Word(token.start, token.end, token.text, key, arabic, latin, joined))
        at = token.end
    return words


def _stretch(words: Sequence[Word], at: int, most: int) -> Sequence[Word]:
    """The Arabic words from `at` on that nothing but spaces parts, at most `most`."""
    end = at
    for word in words[at : at + most]:
        if not word.arabic or (end > at and not word.joined):
            break
        end += 1
    return words[at:end]


def known_type(word: Word) -> str | None:
    """The type of a word that is a known name by itself, with or without letters attached."""
    found = gazetteer.longest([word.text])
    return found[2].type if found else None


def is_place(word: Word) -> bool:
    """Whether a word by itself is a known place, with or without letters attached."""
    return known_type(word) == "LOC"


def is_unknown(word: Word) -> bool:
    """Whether an Arabic word is neither a word of the language nor a people's adjective: likely a foreign name."""
    if not word.arabic or _TANWIN in word.text or len(word.key) == 1:
        return False
    return not gazetteer.is_common(word.key) and word.key not in gazetteer.nationalities()


def _known(words: Sequence[Word], at: int) -> Find | None:
    """A name that the lexicons hold."""
    stretch = _stretch(words, at, _MOST_KNOWN)
    found = gazetteer.longest([word.text for word in stretch]) if stretch else None
    if found is None:
        return None
    reading, count, known = found
    if count == 1 and _TANWIN in stretch[0].text:
        return None  # دوماً is no town
    sure = 0.9 if count > 1 or known.type == "LOC" else 0.85
    less = (0.02 if count > 1 else 0.1) * bool(reading.cut)
    return Find(words[at].start + reading.cut, stretch[count - 1].end, known.type, sure - less)


def _person_weight(word: Word, *, first: bool) -> float:
    """How much a word looks like a part of a person's name: 1 surely, 0.6 perhaps, 0.4 an unknown word, 0 not."""
    if not word.arabic or _is_head(word):
        return 0.0
    kind, sure = gazetteer.person_words().get(word.key, ("", False))
    if kind:
        return (1.0 if sure else 0.6) if kind == "given" or not first else 0.5
    return _UNKNOWN if is_unknown(word) and known_type(word) in {None, "PER"} else 0.0


def _is_head(word: Word) -> bool:
    """Whether a word tells what stands beside it, so that it is no part of a person's name."""
    modes = ("title", "role", "before")
    return word.key in gazetteer.nationalities() or any(word.key in gazetteer.heads(mode) for mode in modes)


def _next_weight(words: Sequence[Word], number: int, total: float, *, titled: bool) -> float:
    """The weight of a word of a run after its first, which may also be a link or a family name that is a word too."""
    word = words[number]
    if word.key in gazetteer.heads("link") or word.key in gazetteer.heads("endlink"):
        return _LINK
    weight = _person_weight(word, first=False)
    if weight == _UNKNOWN and number > 1 and word.key[0] in "وفبلك":
        return 0.0
    if weight <= _UNKNOWN and any(r.cut and r.key in gazetteer.person_words() for r in gazetteer.readings(word.text)):
        return 0.0
    if not weight and number == 1 and total >= (0.5 if titled else 1) and not gazetteer.is_listed(words[0].key):
        return _FAMILY * _is_family(word)
    if not weight and number > 1 and total >= _TWO_NAMES and word.key.endswith("ي"):
        return _FAMILY * _is_family(word)  # محمد محسن السبيعي
    return weight


def _is_family(word: Word) -> bool:
    """Whether a definite word can be a family name though it is a word of the language: يوسف الشاهد."""
    return (word.key.startswith("ال") and len(word.key) > _SHORT_DEFINITE and not word.key.endswith("يه")
            and not _is_head(word) and not is_place(word))


def _name_run(words: Sequence[Word], at: int, *, titled: bool = False) -> tuple[int, float]:
    """How many words from `at` on read as a person's name, and the weight of its parts together.

    `titled` says that what stands before shows a person to follow, so less is asked of the words.
    """
    stretch = _stretch(words, at, _MOST_NAME)
    count, total = 0, 0.0
    for number, word in enumerate(stretch):
        weight = _next_weight(stretch, number, total, titled=titled) if number else _person_weight(word, first=True)
        if not number and not weight and word.key in gazetteer.heads("link"):
            weight = _LINK
        if not weight:
            break
        count, total = number + 1, total + weight
    while count and stretch[count - 1].key in gazetteer.heads("link"):
        count -= 1
    return count, total


def _bare_person(words: Sequence[Word], at: int) -> Find | None:
    """A given name that is nothing else, and what follows it: سعيد العايدي."""
    word = words[at]
    for reading in gazetteer.readings(word.text):
        kind, sure = gazetteer.person_words().get(reading.key, ("", False))
        if kind == "given" and sure and not reading.whole:
            first = word._replace(key=reading.key)
            count, total = _name_run([first, *words[at + 1 : at + _MOST_NAME]], 0)
            if count > 1 and total >= _FULL:
                end = words[at + count - 1].end
                return Find(word.start + reading.cut, end, "PER", min(0.92, 0.5 + 0.2 * total))
    return None


def _titled_person(words: Sequence[Word], at: int) -> Find | None:
    """A name after a title word and what may stand between: وزير الخارجية التركي مولود جاويش أوغلو."""
    if not gazetteer.head_type(words[at].key, "title"):
        return None
    for start in range(at + 1, min(at + 2 + _MOST_CHAIN, len(words))):
        comma = words[start].text in {"،", ","}
        if comma and start > at + 1 and start + 1 < len(words):
            count, total = _name_run(words, start + 1, titled=True)
            sure = count > 1 and total >= _LIKELY and _person_weight(words[start + 1], first=True) > _UNKNOWN
            return Find(words[start + 1].start, words[start + count].end, "PER", 0.8) if sure else None
        if words[start].latin:
            continue
        if not words[start].joined or not words[start].arabic:
            return None
        if _given_next(words, start):
            continue
        count, total = _name_run(words, start, titled=True)
        if (count > 1 and total >= _LIKELY) or (count == 1 and _lone_title(words, at, start)):
            return Find(words[start].start, words[start + count - 1].end, "PER", 0.88 if count > 1 else 0.76)
        if not _in_chain(words[start]):
            return None
    return None


def _given_next(words: Sequence[Word], at: int) -> bool:
    """Whether a definite word is no part of the name, as a given name follows it: المنظمة الشغيلة نور الدين."""
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    definite = words[at].key.startswith("ال") and words[at].key not in gazetteer.person_words()
    return definite and after is not None and gazetteer.person_words().get(after.key) == ("given", True)


def _in_chain(word: Word) -> bool:
    """Whether a word can stand between a title word and the name: definite, a title or head itself, or a place."""
    return (word.key.startswith(("ال", "لل", "وال")) or known_type(word) is not None
            or any(gazetteer.head_type(word.key, mode) for mode in ("title", "before", "inside")))


def _lone_title(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether one word after a title is enough: the title is definite, with at most a people's adjective between."""
    definite = words[at].key.startswith(("ال", "لل", "وال"))
    next_to = start == at + 1 or words[start - 1].key in gazetteer.nationalities()
    word = words[start].key
    sure = gazetteer.person_words().get(word, ("", False))[1]
    return definite and next_to and (sure or (is_unknown(words[start]) and not word.startswith("ال")))


def _son_of(words: Sequence[Word], at: int) -> Find | None:
    """A name with بن in it: علي بن صميخ المري."""
    stretch = _stretch(words, at, _MOST_NAME)
    if len(stretch) < 3 or stretch[1].key != gazetteer.key("بن") or _is_head(stretch[0]):  # noqa: PLR2004 - X son of Y
        return None
    if gazetteer.is_listed(stretch[0].key) and stretch[0].text != "علي":
        return None
    count, _ = _name_run(stretch, 2, titled=True)
    more = stretch[2 + count : 3 + count]
    count += bool(count and more and _is_family(more[0]))
    return Find(stretch[0].start, stretch[1 + count].end, "PER", 0.85) if count else None


def _person_before_role(words: Sequence[Word], at: int) -> Find | None:
    """Two or three unknown words before «، مدير …»: ماثيو أولدهام، مدير البنية التحتية."""
    if at and (is_unknown(words[at - 1]) or words[at - 1].latin):
        return None
    stretch = _stretch(words, at, 4)
    after = at + len(stretch)
    if len(stretch) not in {2, 3} or after + 1 >= len(words) or words[after].text not in {"،", ","}:
        return None
    named = all(is_unknown(word) or _person_weight(word, first=True) for word in stretch)
    if not named or is_place(stretch[0]) or any(map(_is_head, stretch)):
        return None
    announced = words[after + 1].key in gazetteer.heads("role")
    return Find(stretch[0].start, stretch[-1].end, "PER", 0.88) if announced else None


def _headed(words: Sequence[Word], at: int) -> Find | None:
    """A name of unknown words after a head that is no part of it: شركة ديب سيك, مدينة سبيطلة, صحيفة الشروق."""
    kind = gazetteer.head_type(words[at].key, "before")
    stretch = _stretch(words, at + 1, _MOST_UNKNOWN + 1)
    if not kind or not stretch or not stretch[0].joined or (kind != "LOC" and is_place(stretch[0])):
        return None
    if kind == "LOC" and stretch[0].key in gazetteer.doubtful_places():
        return Find(stretch[0].start, stretch[0].end, kind, 0.85)
    if stretch[0].key.startswith("ال"):
        medium = gazetteer.head_type(words[at].key, "media")
        plain = stretch[0].key in gazetteer.nationalities() or gazetteer.head_type(stretch[0].key, "title")
        return Find(stretch[0].start, stretch[0].end, kind, 0.74) if medium and not plain else None
    stops = (n for n, word in enumerate(stretch) if not is_unknown(word) or (n and word.key[0] in "وفبلك"))
    count = next(stops, len(stretch))
    return Find(stretch[0].start, stretch[count - 1].end, kind, 0.78) if 0 < count <= _MOST_UNKNOWN else None


def _doubtful_place(words: Sequence[Word], at: int) -> Find | None:
    """A city whose name is a word too, after «في»: في حمص."""
    inside = at > 0 and words[at].joined and words[at - 1].key in gazetteer.heads("in")
    if inside and words[at].key in gazetteer.doubtful_places():
        return Find(words[at].start, words[at].end, "LOC", 0.75)
    return None


def _place_with_head(words: Sequence[Word], at: int) -> Find | None:
    """A place or institution whose head belongs to its name: جبل مغيلة, جامعة القاهرة, وزارة الصحة."""
    own, cut = _own(words[at].text)
    kind = gazetteer.heads("inside").get(own)
    stretch = _stretch(words, at, _MOST_NAME) if kind else ()
    if not kind or len(stretch) < _TWO:
        return None
    known = gazetteer.longest([word.text for word in stretch[1:]])
    if known and not known[0].cut and known[2].type in {"LOC", "PER"}:
        count = 1 + known[1]
    elif stretch[1].key.startswith("ال") and kind == "ORG":
        count = 2 if stretch[1].key in gazetteer.org_words() else 0
        if stretch[1].key in gazetteer.heads("open") and stretch[2:] and stretch[2].key.startswith("ال"):
            count = 3  # وزارة الشؤون الاجتماعية
        elif gazetteer.head_type(stretch[1].key, "title") and stretch[2:] and _person_weight(stretch[2], first=True):
            count = 3  # مستشفى الملك فهد
    else:
        unknown = [is_unknown(word) and known_type(word) is None for word in stretch[1:3]]
        count = 1 + [*unknown, False].index(False) if unknown[0] else 0
    count = _lengthen(stretch, count)
    return Find(stretch[0].start + cut, stretch[count - 1].end, kind, 0.9) if count > 1 else None


@lru_cache(maxsize=1 << 15)
def _own(text: str) -> tuple[str, int]:
    """A head word without letters attached, and how many code points those take; a key of nothing for other words."""
    for reading in gazetteer.cut_readings(text):
        if any(reading.key in gazetteer.heads(mode) for mode in ("inside", "state", "body")):
            return reading.key, reading.cut
    return "", 0


def _lengthen(stretch: Sequence[Word], count: int) -> int:
    """The words of an institution's name with the adjectives and «و…», «لل…» parts that go on with it."""
    while 1 < count < len(stretch):
        word = stretch[count]
        fits = word.key in gazetteer.nationalities() or _adjective(word.key)
        after_tail = stretch[count - 1].key.startswith("لل")
        joined = word.key.startswith("وال") and (after_tail or word.key[1:] in gazetteer.org_words())
        tail = word.key.startswith("لل") and word.key in gazetteer.org_words()
        if not (fits or joined or tail):
            break
        count += 1
    return count


def _state_body(words: Sequence[Word], at: int) -> Find | None:
    """A definite body with a people's adjective or another that makes it one: الحكومة التونسية, البنك الدولي."""
    head, cut = _own(words[at].text)
    is_body = head in gazetteer.heads("body")
    stretch = _stretch(words, at, _MOST_KNOWN) if head else ()
    if len(stretch) < _TWO or not (is_body or head in gazetteer.heads("state")) or (
            at and gazetteer.head_type(words[at - 1].key, "ministry")):
        return None
    count, strong = 1, False
    while count < len(stretch) and _agrees(head, stretch[count].key):
        word = stretch[count].key
        strong = strong or word in gazetteer.nationalities() or (is_body and word in gazetteer.heads("adjective"))
        if word not in gazetteer.nationalities() and not (is_body and _adjective(word)):
            break
        count += 1
    with_tail = _tail(stretch, count, is_body=is_body) if count > 1 else count
    if not strong and with_tail == count:
        return None
    return Find(stretch[0].start + cut, stretch[with_tail - 1].end, "ORG", 0.86)


def _adjective(word: str) -> bool:
    """Whether a word is an adjective of institutions: الوطني، الدولية، العامة."""
    return word in gazetteer.heads("adjective") or word in gazetteer.heads("weak")


def _agrees(head: str, adjective: str) -> bool:
    """Whether an adjective agrees with a head: «الخارجية التركي» are not one phrase."""
    feminine = head.endswith(("ه", "ات")) or head in gazetteer.heads("feminine")
    return feminine == adjective.endswith(("ه", "ليا"))


def _tail(stretch: Sequence[Word], count: int, *, is_body: bool) -> int:
    """The words of a body's name with «للشغل», «لحقوق الإنسان» after its adjectives."""
    if count >= len(stretch):
        return count
    word = stretch[count].key
    if word in gazetteer.heads("tail") and stretch[count + 1 : count + 2] and stretch[count + 1].key.startswith("ال"):
        return _lengthen(stretch, count + 2)
    if is_body and word.startswith("لل") and len(word) > _SHORT_DEFINITE:
        return _lengthen(stretch, count + 1)
    return count


def person_after(words: Sequence[Word], at: int) -> Find | None:
    """A person in a list, `at` the word after the person before: «مريم بوعجاجة وآمنة المولهي، وسندة الجبالي»."""
    start = at + (at < len(words) and words[at].text in {"،", ","})
    if start >= len(words) or not words[start].arabic:
        return None
    for reading in gazetteer.cut_readings(words[start].text):
        if (reading.cut == 1) == words[start].key.startswith("و") and not reading.whole and (start > at or reading.cut):
            first = words[start]._replace(key=reading.key)
            count, total = _name_run([first, *words[start + 1 : start + _MOST_NAME]], 0, titled=True)
            if count > 1 and total >= _LISTED:
                return Find(first.start + reading.cut, words[start + count - 1].end, "PER", 0.8)
            if _closes_list(words, start) and not first.key.startswith("ال") and not _is_head(first):
                return Find(first.start + reading.cut, words[start + 1].end, "PER", 0.72)
    return None


def _closes_list(words: Sequence[Word], start: int) -> bool:
    """Whether a family name follows and then «و…» or a mark: a full name whose given name is a word too."""
    family = words[start + 1] if start + 1 < len(words) and words[start + 1].joined else None
    if family is None or not (is_unknown(family) or (_is_family(family) and family.key.endswith("ي"))):
        return False
    after = words[start + 2] if start + 2 < len(words) else None
    return after is None or not after.arabic or after.key.startswith("و")


RULES: tuple[Rule, ...] = (
    _known, _bare_person, _titled_person, _son_of, _person_before_role, _headed, _doubtful_place, _place_with_head,
    _state_body,
)
