"""The names the program knows, and what tells a name from a word of the language.

Everything is looked up by its key: the `search` form of the word, in which spellings of the same name meet. A word of
a text may carry attached letters, so it has several readings: `بتونس` is itself, or تونس after ب.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from arcorpus.ner.name_heads import NameHead
from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE, LI_ARTICLE
from arcorpus.text.normalize import fold

_SHORTEST = 3  # letters that must be left when an attached one is cut off
_SON = "بن"  # the one shorter word that names begin with: وبن عروس
_AFTER_W = frozenset("اويلرس")  # letters after the و that foreign names begin with: وليامس، ويلسون
_MAQSURA_INSIDE = re.compile("[\u0621-\u0652]*ى[\u0621-\u0652]+")
_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")


class Reading(NamedTuple):
    """One way to read a word: the key of the name in it, and how many code points stand before the name.

    `whole` tells a name that cannot be written apart: للصين is الصين after ل, and its span is the whole word.
    """

    key: str
    cut: int = 0
    whole: bool = False


class Known(NamedTuple):
    """What the lexicons say of a name: its type, and the id or canonical name of the thing."""

    type: str
    thing: str


class LongestName(NamedTuple):
    """The longest known name that begins at a word.

    Attributes:
        reading: how the first word is read.
        words: how many words the name has.
        known: what the lexicons say of it.
    """

    reading: Reading
    words: int
    known: Known


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """The form under which a name or word is looked up.

    >>> key("إِسطنبول") == key("اسطنبول")
    True
    """
    if "ى" in text:
        text = _MAQSURA_INSIDE.sub(lambda found: _with_seat(found[0]), text)
    return " ".join(fold(text, "search").casefold().split())


def _with_seat(word: str) -> str:
    """A word that was typed with ى inside, where only ئ or ي can stand: with ئ when that gives a known word.

    >>> _with_seat("واىل"), _with_seat("ناىف")
    ('وائل', 'نايف')
    """
    seated = word.replace("ى", "ئ")
    return seated if fold(seated, "search") in _written_words() else word[:-1].replace("ى", "ي") + word[-1]


@cache
def _written_words() -> frozenset[str]:
    """The words and persons' names of the lexicons, by key."""
    kept = (fold(row["form"], "search") for row in lexicon("given_and_family_names"))
    made = (row["name"] for row in lexicon("person_names"))
    return frozenset((*kept, *made, *(row["word"] for row in lexicon("common_words"))))


def _after(text: str, letters: int) -> int:
    """The code points of `text` up to the end of its first `letters` letters and the marks on the last of them."""
    at = 0
    while at < len(text) and letters >= 0:
        letters -= bool(key(text[at]))
        at += letters >= 0
    return at


def _cuts(word: str) -> Iterator[tuple[str, int, bool]]:
    """The readings of a folded word: what is left, how many letters stand before it, whether they are part of it."""
    for start in (0, 1):
        rest = word[start:]
        if start and (word[:1] not in "وف" or (len(rest) < _SHORTEST and rest != _SON)):
            return
        yield rest, start, False
        if rest.startswith(LI_ARTICLE) and len(rest) > _SHORTEST:
            yield ARTICLE + rest[2:], start, True
        if len(rest) > _SHORTEST and rest[0] in "بلك":
            yield rest[1:], start + 1, False


def without_clitics(word: str) -> tuple[str, ...]:
    """A key as it stands, and what is left of it after each attached letter that could be cut off.

    >>> without_clitics("لشركه")
    ('لشركه', 'شركه')
    """
    return tuple(rest for rest, _, _ in _cuts(word)) if word else ()


@lru_cache(maxsize=1 << 16)
def readings(text: str) -> tuple[Reading, ...]:
    """The readings of a word, the word itself first; a word of the language has that one alone.

    >>> [reading.key for reading in readings("بتونس")]
    ['بتونس', 'تونس']
    >>> readings("وللصين")[-2].key, readings("وللصين")[-2].cut
    ('الصين', 1)
    """
    word = key(text)
    return (Reading(word),) if len(word) <= _SHORTEST or word in _common() else cut_readings(text)


@lru_cache(maxsize=1 << 16)
def cut_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a word, the word itself first, also where it is a word of the language.

    >>> [reading.key for reading in cut_readings("وزارة")]
    ['وزاره', 'زاره']
    """
    return tuple(Reading(rest, _after(text, cut) if cut else 0, whole) for rest, cut, whole in _cuts(key(text)))


def joins_another(word: str) -> bool:
    """Whether a word begins with a و that is «and»: not with one that foreign names begin with.

    >>> joins_another("وبيكيت"), joins_another("وليامس")
    (True, False)
    """
    return len(word) > _SHORTEST + 1 and word[0] == "و" and word[1] not in _AFTER_W


@cache
def _common() -> frozenset[str]:
    """The words of the lexicon."""
    return frozenset(row["word"] for row in lexicon("common_words") if not row["name"])


@cache
def _names_after_all() -> frozenset[str]:
    """Names that look like a word with a letter attached: باريس."""
    return frozenset(row["word"] for row in lexicon("common_words") if row["name"])


@lru_cache(maxsize=1 << 16)
def is_common(word: str) -> bool:
    """Whether a key is a word of the language, with or without attached letters, rather than a name.

    >>> is_common(key("والشركة")), is_common(key("زوكربيرغ"))
    (True, False)
    """
    if word in _names_after_all():
        return False
    for rest in without_clitics(word):
        stems = [rest, rest.removeprefix(ARTICLE)]
        for ending in _PRONOUNS:
            stem = rest.removesuffix(ending)
            if stem != rest and len(stem) >= _SHORTEST:
                stems += [stem, stem.removesuffix("ت") + "ه"]
        if len(rest) > _SHORTEST + 1:
            stems.append(rest.removesuffix("ا"))  # the accusative
        if any(stem in _common() for stem in stems):
            return True
    return False


def is_listed(word: str) -> bool:
    """Whether a key is a word of the language just as it stands, or but for its article."""
    return word in _common() or (len(word) > len(ARTICLE) and word.removeprefix(ARTICLE) in _common())


def stands_alone(word: str) -> bool:
    """Whether a person's last name, a key, can be told from the words of the language when it stands alone.

    >>> stands_alone(key("زوكربيرغ")), stands_alone(key("كبير"))
    (True, False)
    """
    return (
        len(word) > _SHORTEST - 1
        and word not in nationalities()
        and word not in _places()
        and (not is_listed(word) or (word.startswith(ARTICLE) and len(word) > _SHORTEST + 1))
    )


@cache
def known_names() -> Mapping[str, Known]:
    """Every known name by its key: places, organisations, persons, well-known products, events and works.

    A name of one word that is a word of the language too is left out, but for places, which are chosen for that, and
    names that are only as frequent as words: يوتيوب.
    """
    found = _named_things()
    for row in lexicon("places"):
        if not row["doubt"]:
            found.setdefault(row["key"], Known("LOC", row["id"]))
    for row in lexicon("known_names"):
        found.setdefault(row["name"], Known(row["type"], ""))
    for row in lexicon("clubs"):
        found.setdefault(row["key"], Known("ORG", ""))
    return found


def _named_things() -> dict[str, Known]:
    """The names of well-known things by key, without those that are words and those that begin with a head."""
    found: dict[str, Known] = {}
    for row in lexicon("aliases"):
        name = key(row["alias"])
        if " " in name or not is_common(name) or name in heads(NameHead.CLEAR):
            found.setdefault(name, Known(row["type"], row["canonical"]))
    for name in [name for name in found if " " in name]:
        first, _, rest = name.partition(" ")
        if rest in found and first in heads(NameHead.BEFORE):
            del found[name]  # «شركة ميتا»: the head is no part of the name
    return found


@cache
def last_names() -> frozenset[str]:
    """The last words of the known persons' full names, by key: الأسد."""
    people = (name for name, known in known_names().items() if known.type == "PER" and " " in name)
    return frozenset(name.rpartition(" ")[2] for name in people)


@cache
def _standing() -> Mapping[str, str]:
    """The names that stand without a head before them, by key, with their type; states keep theirs: مملكة البحرين."""
    found = {key(row["alias"]): row["type"] for row in lexicon("aliases") if row["type"] != "LOC"}
    found.update({row["key"]: "LOC" for row in lexicon("places") if not row["id"].startswith("cldr")})
    return found


def has_head(name: str) -> bool:
    """Whether a known name, a key, begins with a head that is no part of it: حركة حماس, ولاية قابس.

    >>> has_head(key("حركة حماس")), has_head(key("حزب الله"))
    (True, False)
    """
    first, _, rest = name.partition(" ")
    return rest in _standing() and heads(NameHead.BEFORE).get(first) == _standing()[rest]


@cache
def doubtful_places() -> frozenset[str]:
    """Cities whose name is a word of the language too, by key: تعز، حمص; «في» or a head must stand before them."""
    return frozenset(row["key"] for row in lexicon("places") if row["doubt"])


@cache
def _places() -> frozenset[str]:
    """The keys of all places."""
    return frozenset(row["key"] for row in lexicon("places"))


def is_place(name: str) -> bool:
    """Whether a key is a place of the lexicon, also one whose name is a word of the language."""
    return name in _places()


@cache
def states() -> frozenset[str]:
    """The names of states, by key."""
    return frozenset(row["key"] for row in lexicon("places") if row["id"].startswith("cldr"))


def is_town(name: str) -> bool:
    """Whether a key is a known place that bears no state's name.

    >>> is_town(key("باريس")), is_town(key("تونس"))
    (True, False)
    """
    known = known_names().get(name)
    place = name in doubtful_places() or (known is not None and known.type == "LOC")
    state = known is not None and (known.thing.startswith("cldr") or key(known.thing) in states())
    return place and not state and name not in states()


def without_pronoun(word: str) -> tuple[str, ...]:
    """A key as it stands, and the nouns that it can be with a pronoun after them.

    >>> without_pronoun(key("سيارتها"))
    ('سيارتها', 'سياره')
    """
    found = [word]
    for ending in _PRONOUNS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            found.append(stem.removesuffix("ت") + "ه" if stem.endswith("ت") else stem)
            break
    return tuple(found)


@cache
def _lengths() -> Mapping[str, int]:
    """The first word of every known name and the words of the longest name that begins with it."""
    found: dict[str, int] = {}
    for name in known_names():
        first, _, rest = name.partition(" ")
        found[first] = max(found.get(first, 0), 1 + bool(rest) + rest.count(" "))
    return found


def longest(words: Sequence[str]) -> LongestName | None:
    """The longest known name that begins at the first of `words`, which may have letters attached.

    >>> found = longest(["وللأمم", "المتحدة", "دور"])
    >>> found.reading.key, found.words, found.known.type
    ('الامم', 2, 'ORG')
    """
    names = known_names()
    best: LongestName | None = None
    single = len(readings(words[0]))
    for number, reading in enumerate(cut_readings(words[0])):
        most = min(_lengths().get(reading.key, 0), len(words))
        for count in range(most, best.words if best else 0, -1):
            known = names.get(" ".join([reading.key, *map(key, words[1:count])]))
            if known and (count > 1 or number < single):
                best = LongestName(reading, count, known)
                break
    return best


@cache
def nationalities() -> frozenset[str]:
    """The definite adjectives of peoples, by key: التونسية، الأمريكي."""
    return frozenset(row["adjective"] for row in lexicon("nationalities"))


@cache
def heads(role: NameHead) -> Mapping[str, str]:
    """The words that tell what the name beside them is, by key, with its type.

    Args:
        role: how the name stands to the word.
    """
    return {key(row["form"]): row["value"] for row in reversed(lexicon("name_heads")) if row["role"] == role}


def is_head(word: str, *roles: NameHead) -> bool:
    """A key is a head word in one of some roles."""
    return any(word in heads(role) for role in roles)


@lru_cache(maxsize=1 << 14)
def head_type(word: str, role: NameHead) -> str | None:
    """The type that a head word (a key, perhaps with letters attached) gives to the name beside it, or None."""
    found = heads(role)
    return next((found[rest] for rest in without_clitics(word) if rest in found), None)


@cache
def org_words() -> frozenset[str]:
    """The words that go on an organisation's name, by key: للأنباء in «وكالة تونس إفريقيا للأنباء»."""
    return frozenset(row["word"] for row in lexicon("org_words"))


@cache
def verbal_nouns() -> frozenset[str]:
    """The nouns of actions, by key: تنمية، مكافحة."""
    return frozenset(key(row["word"]) for row in lexicon("verbal_nouns"))


@cache
def verbs_of_saying() -> frozenset[str]:
    """The forms of the verbs that attribute speech, by key: قال، أكدت."""
    return frozenset(key(row["form"]) for row in lexicon("cues"))
