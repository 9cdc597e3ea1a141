"""What the words of a name and around it show: title words, heads of institutions, given names, unknown words.

Each rule looks at one place of a text and says what name it sees there. docs/entities.md describes them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer
from arcorpus.text.clitics import kinds
from arcorpus.types import Field, Token

_ARABIC = "\u0621", "\u064a"
_TANWIN = "\u064b"
_MOST_NAME = 6  # words of a person's name
_MOST_KNOWN = 8  # words of a known name
_MOST_ITEM = 5  # words of a place in a list between commas
_MOST_CHAIN = 6  # words between a title word and the name
_TWO_NAMES = 1.4  # weight of two words that are persons' names
_FULL = 1.2  # weight of a given name that is nothing else and what must follow it
_LIKELY = 0.8  # weight of a run after a word that announces a person
_LISTED = 0.7  # the same, in a list of persons
_UNKNOWN = 0.4  # weight of an unknown word in a person's name
_FAMILY = 0.3  # weight of a definite word of the language as a family name
_LINK = 0.2  # weight of بن, أبو and the like
_IN = "ب"
_CLOSING = frozenset('»”"')
_SHORT_DEFINITE = 4  # letters of a definite word that is no family name: إلى is no «ال…»


class Word(NamedTuple):
    """A token with its key and its script; `joined` when only spaces stand between it and the word before."""

    start: int
    end: int
    text: str
    key: str
    arabic: bool
    latin: bool
    joined: bool
    token: Token


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
        words.append(Word(token.start, token.end, token.text, key, arabic, latin, joined, token))
        at = token.end
    return words


def stretch_of(words: Sequence[Word], at: int, most: int) -> Sequence[Word]:
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
    stretch = stretch_of(words, at, _MOST_KNOWN)
    found = gazetteer.longest([word.text for word in stretch]) if stretch else None
    if found is None:
        return None
    reading, count, known = found
    if count == 1 and _TANWIN in stretch[0].text:
        return None  # دوماً is no town
    if count == 1 and (_is_of_people(words, at) or _is_accusative(words, at)):
        return None
    if count == 1 and known.type == "LOC" and reading.cut and words[at].text[reading.cut - 1] == "ك":
        return None  # كورونا
    if known.type == "ORG" and count > 1 and stretch[count:] and stretch[count].key in gazetteer.nationalities():
        count += _agrees(stretch[0].key, stretch[count].key)  # «المؤتمر الوطني العام» + «الليبي»
    sure = 0.93 if count > 1 else 0.9 if known.type == "LOC" else 0.85
    less = (0.02 if count > 1 else 0.1) * bool(reading.cut)
    if gazetteer.has_head(" ".join([reading.key, *(word.key for word in stretch[1:count])])):
        return Find(stretch[1].start, stretch[count - 1].end, known.type, sure)
    return Find(words[at].start + reading.cut, stretch[count - 1].end, known.type, sure - less)


def _agrees(head: str, adjective: str) -> bool:
    """Whether a people's adjective agrees with a definite name's first word."""
    return head.startswith("ال") and head.endswith(("ه", "ات")) == adjective.endswith("ه")


def _is_accusative(words: Sequence[Word], at: int) -> bool:
    """Whether a state's name is an adjective in the accusative: «مسؤولا ليبيا», «وفدا روسيا»."""
    if not at or not words[at].joined or not words[at].key.endswith("يا"):
        return False
    before = words[at - 1].key
    return before.endswith("ا") and not before.startswith("ال") and gazetteer.is_listed(before[:-1])


def _is_of_people(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is a state's name too is an adjective: الصحيفة السعودية, «الحياة» السعودية."""
    if not at or words[at].key not in gazetteer.nationalities():
        return False
    before = words[at - 1]
    feminine = before.key.startswith("ال") and before.key.endswith(("ه", "ات"))
    return before.text in _CLOSING or (words[at].joined and feminine)


def person_weight(word: Word, *, first: bool) -> float:
    """How much a word looks like a part of a person's name: 1 surely, 0.6 perhaps, 0.4 an unknown word, 0 not."""
    if not word.arabic or _is_head(word):
        return 0.0
    kind, sure = gazetteer.name_words().get(word.key, ("", False))
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
    weight = person_weight(word, first=False)
    if weight == _UNKNOWN and (gazetteer.joins_another(word.key) or (number > 1 and word.key[0] in "وفبلك")):
        return 0.0
    if weight <= _UNKNOWN and any(r.cut and r.key in gazetteer.name_words() for r in gazetteer.readings(word.text)):
        return 0.0
    if not weight and number == 1 and total >= (0.5 if titled else 1) and not gazetteer.is_listed(words[0].key):
        return _FAMILY * is_family(word)
    if not weight and number > 1 and total >= _TWO_NAMES and word.key.endswith("ي"):
        return _FAMILY * is_family(word)  # محمد محسن السبيعي
    return weight


def is_family(word: Word) -> bool:
    """Whether a definite word can be a family name though it is a word of the language: يوسف الشاهد."""
    return (
        word.key.startswith("ال")
        and len(word.key) > _SHORT_DEFINITE
        and not word.key.endswith("يه")
        and not _is_head(word)
        and not is_place(word)
    )


def name_run(words: Sequence[Word], at: int, *, titled: bool = False) -> tuple[int, float]:
    """How many words from `at` on read as a person's name, and the weight of its parts together.

    `titled` says that what stands before shows a person to follow, so less is asked of the words.
    """
    stretch = stretch_of(words, at, _MOST_NAME)
    count, total = 0, 0.0
    for number, word in enumerate(stretch):
        weight = _next_weight(stretch, number, total, titled=titled) if number else person_weight(word, first=True)
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
        kind, sure = gazetteer.name_words().get(reading.key, ("", False))
        if kind == "given" and sure and not reading.whole:
            first = word._replace(key=reading.key)
            count, total = name_run([first, *words[at + 1 : at + _MOST_NAME]], 0)
            if count > 1 and total >= _FULL:
                end = words[at + count - 1].end
                return Find(word.start + reading.cut, end, "PER", min(0.92, 0.5 + 0.2 * total))
    return None


def _doubtful_person(words: Sequence[Word], at: int) -> Find | None:
    """A given name that is a word too before a foreign or family name that is none: منى بوعزة, وأمل الدريدي."""
    text = words[at].text
    cut = int(text not in gazetteer.doubtful_given_names() and text[0] == "و")
    family = stretch_of(words, at + 1, 1)
    if text[cut:] not in gazetteer.doubtful_given_names() or not family or not family[0].joined or _is_head(words[at]):
        return None
    before = gazetteer.without_clitics(words[at - 1].key) if at and words[at].joined and not cut else ()
    said = any(rest in gazetteer.verbs_of_saying() for rest in before)
    count, weight = name_run(words, at + 1) if said else (0, 0.0)
    if count and weight >= 1:
        return Find(words[at].start, words[at + count].end, "PER", 0.8)
    foreign = is_unknown(family[0]) and known_type(family[0]) in {None, "PER"}
    return Find(words[at].start + cut, family[0].end, "PER", 0.7) if foreign else None


def _before_family(words: Sequence[Word], at: int) -> Find | None:
    """An unknown word, or a given name that is a word too, before a family name that is nothing else: مضحي العنزي."""
    stretch = stretch_of(words, at, 2)
    if len(stretch) < 2 or _is_head(stretch[0]) or is_place(stretch[0]):  # noqa: PLR2004 - two names
        return None
    first, family = stretch
    named = gazetteer.name_words().get(family.key) == ("family", True) and family.key.startswith("ال")
    given = not gazetteer.is_listed(first.key) or first.text in gazetteer.doubtful_given_names()
    begun = at > 0 and words[at].joined and is_unknown(words[at - 1])
    rests = gazetteer.without_clitics(first.key)
    cut = any(gazetteer.is_listed(rest) for rest in rests[1:])  # «بمشاركة»
    verbal = set(kinds(first.text.lstrip("وف"))) & {"I", "V"}
    said = verbal or any(rest in gazetteer.verbs_of_saying() for rest in rests)
    if not named or not given or begun or cut or said or first.key in gazetteer.nationalities():
        return None
    return Find(first.start, family.end, "PER", 0.82)


def _titled_person(words: Sequence[Word], at: int) -> Find | None:
    """A name after a title word and what may stand between: وزير الخارجية التركي مولود جاويش أوغلو."""
    if not gazetteer.head_type(words[at].key, "title"):
        return None
    for start in range(at + 1, min(at + 2 + _MOST_CHAIN, len(words))):
        comma = words[start].text in {"،", ","}
        if comma and start > at + 1 and start + 1 < len(words):
            count, total = name_run(words, start + 1, titled=True)
            sure = count > 1 and total >= _LIKELY and person_weight(words[start + 1], first=True) > _UNKNOWN
            return Find(words[start + 1].start, words[start + count].end, "PER", 0.8) if sure else None
        if words[start].latin:
            continue
        if not words[start].joined or not words[start].arabic:
            return None
        if _given_next(words, start):
            continue
        count, total = name_run(words, start, titled=True)
        if (count > 1 and total >= _LIKELY) or (count == 1 and _lone_title(words, at, start)):
            return Find(words[start].start, words[start + count - 1].end, "PER", 0.88 if count > 1 else 0.76)
        if not _in_chain(words[start]):
            return None
    return None


def _given_next(words: Sequence[Word], at: int) -> bool:
    """Whether a definite word is no part of the name, as a given name follows it: المنظمة الشغيلة نور الدين."""
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None
    definite = words[at].key.startswith("ال") and words[at].key not in gazetteer.name_words()
    return definite and after is not None and gazetteer.name_words().get(after.key) == ("given", True)


def _in_chain(word: Word) -> bool:
    """Whether a word can stand between a title word and the name: definite, a title or head itself, or a place."""
    return (
        word.key.startswith(("ال", "لل", "وال"))
        or known_type(word) is not None
        or any(gazetteer.head_type(word.key, mode) for mode in ("title", "before", "inside"))
    )


def _lone_title(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether one word after a title is enough: the title is definite, with at most a people's adjective between."""
    definite = words[at].key.startswith(("ال", "لل", "وال"))
    next_to = start == at + 1 or words[start - 1].key in gazetteer.nationalities()
    word = words[start].key
    sure = gazetteer.name_words().get(word, ("", False))[1]
    return definite and next_to and (sure or (is_unknown(words[start]) and not word.startswith("ال")))


def _son_of(words: Sequence[Word], at: int) -> Find | None:
    """A name with بن in it: علي بن صميخ المري."""
    stretch = stretch_of(words, at, _MOST_NAME)
    if len(stretch) < 3 or stretch[1].key != gazetteer.key("بن") or _is_head(stretch[0]):  # noqa: PLR2004 - X son of Y
        return None
    if gazetteer.is_listed(stretch[0].key) and stretch[0].text != "علي":
        return None
    count, _ = name_run(stretch, 2, titled=True)
    more = stretch[2 + count : 3 + count]
    count += bool(count and more and is_family(more[0]))
    return Find(stretch[0].start, stretch[1 + count].end, "PER", 0.85) if count else None


def _person_before_role(words: Sequence[Word], at: int) -> Find | None:
    """Two or three unknown words before «، مدير …»: ماثيو أولدهام، مدير البنية التحتية."""
    if at and (is_unknown(words[at - 1]) or words[at - 1].latin):
        return None
    stretch = stretch_of(words, at, 4)
    after = at + len(stretch)
    if len(stretch) not in {2, 3} or after + 1 >= len(words) or words[after].text not in {"،", ","}:
        return None
    named = all(is_unknown(word) or person_weight(word, first=True) for word in stretch)
    if not named or is_place(stretch[0]) or any(map(_is_head, stretch)):
        return None
    announced = words[after + 1].key in gazetteer.heads("role")
    return Find(stretch[0].start, stretch[-1].end, "PER", 0.88) if announced else None


def _doubtful_place(words: Sequence[Word], at: int) -> Find | None:
    """A city whose name is a word too, after «في» or ب: في حمص، بحمص."""
    word = words[at]
    inside = at > 0 and word.joined and words[at - 1].key in gazetteer.heads("in")
    if inside and word.key in gazetteer.doubtful_places():
        return Find(word.start, word.end, "LOC", 0.75)
    if word.key[0] == _IN and word.key[1:] in gazetteer.doubtful_places() and not gazetteer.is_listed(word.key):
        cut = next(r.cut for r in gazetteer.cut_readings(word.text) if r.key == word.key[1:])
        return Find(word.start + cut, word.end, "LOC", 0.75)
    return None


def place_after(words: Sequence[Word], at: int) -> Find | None:
    """A city whose name is a word too in a list, `at` the word after the place before: «تونس وصفاقس وسوسة»."""
    start = at + (at < len(words) and words[at].text in {"،", ","})
    if start < len(words) and words[start].arabic:
        for reading in gazetteer.cut_readings(words[start].text):
            listed = (start > at or reading.cut) and (reading.cut == 1) == words[start].key.startswith("و")
            if listed and not reading.whole and reading.key in gazetteer.doubtful_places():
                return Find(words[start].start + reading.cut, words[start].end, "LOC", 0.8)
    return None


def quarters(words: Sequence[Word], at: int) -> Iterator[Find]:
    """The items of a list that begins at `at`, each a definite noun or known place with its adjective."""
    first = at
    while at < len(words):
        comma = at > first and words[at].text in {"،", ","}
        at += comma
        if at >= len(words) or not words[at].arabic or not (comma or words[at].joined or at == first):
            return
        cut = int(at > first and words[at].key[0] == "و")
        key = words[at].key[cut:]
        if (at > first and not (cut or comma)) or not (key.startswith("ال") or is_place(words[at])):
            return
        if gazetteer.heads("before").get(key.removeprefix("ال")) or key in gazetteer.heads("loose"):
            return
        end = at + 1
        while (
            end < len(words)
            and words[end].joined
            and words[end].text.startswith("ال")
            and (words[end].key.endswith(("ي", "يه")) and words[end].key not in gazetteer.heads("loose"))
        ):
            end += 1
        far = stretch_of(words, at, _MOST_ITEM)
        after = at + len(far)
        if comma and after < len(words) and words[after].text in {"،", ","}:
            end = after  # «، والأمير محمد بن سعود ،»
        yield Find(words[at].start + cut, words[end - 1].end, "LOC", 0.88 if comma and end == after else 0.83)
        at = end


def person_after(words: Sequence[Word], at: int) -> Find | None:
    """A person in a list, `at` the word after the person before: «مريم بوعجاجة وآمنة المولهي، وسندة الجبالي»."""
    start = at + (at < len(words) and words[at].text in {"،", ","})
    if start >= len(words) or not words[start].arabic:
        return None
    for reading in gazetteer.cut_readings(words[start].text):
        if (reading.cut == 1) == words[start].key.startswith("و") and not reading.whole and (start > at or reading.cut):
            first = words[start]._replace(key=reading.key)
            count, total = name_run([first, *words[start + 1 : start + _MOST_NAME]], 0, titled=True)
            if count > 1 and total >= _LISTED:
                return Find(first.start + reading.cut, words[start + count - 1].end, "PER", 0.8)
            if _closes_list(words, start) and not first.key.startswith("ال") and not _is_head(first):
                return Find(first.start + reading.cut, words[start + 1].end, "PER", 0.72)
    return None


def _closes_list(words: Sequence[Word], start: int) -> bool:
    """Whether a family name follows and then «و…» or a mark: a full name whose given name is a word too."""
    family = words[start + 1] if start + 1 < len(words) and words[start + 1].joined else None
    if family is None or not (is_unknown(family) or (is_family(family) and family.key.endswith("ي"))):
        return False
    after = words[start + 2] if start + 2 < len(words) else None
    return after is None or not after.arabic or after.key.startswith("و")


RULES: tuple[Rule, ...] = (
    _known,
    _bare_person,
    _doubtful_person,
    _before_family,
    _titled_person,
    _son_of,
    _person_before_role,
    _doubtful_place,
)
