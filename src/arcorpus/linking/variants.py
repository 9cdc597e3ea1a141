"""Which names of a corpus may be one name spelled in two ways: in the letters of one script, or in two scripts.

Names are put into blocks by their skeleton, so that each is compared with the few that sound like it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from arcorpus.linking.evidence import Name
from arcorpus.linking.phonetics import Sounding, consonants, difference, distance, is_latin, soundings
from arcorpus.linking.romanisations import SHORTEST, frame, is_within, same_romanisation, written_for
from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE

_LIMITS = {3: 0.1, 4: 0.2}
"""How far two spellings in two scripts may lie apart, by the strength of their skeleton; a stronger one: `_FAR`."""

_FAR = 0.25
_MOST = 40  # names of one skeleton; what so many share tells nothing
_SHORTEST = 5  # letters of a name that may stand with a space or without
_STRONG = 4  # consonants from which a vowel more or less is no other name
_STRONG_WORD = 5  # the same for a person's or a place's name of one word
_FEWEST_CONSONANTS = 3  # consonants of a word that may have a vowel more or less
_LONG_WORD = 8  # sounds from which a word may have two vowels more or less
_ARABIC_ALONE = re.compile("[عحقصضظذ]")  # letters that hardly stand for a foreign sound
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile("[a-z]")
_ROMANISED = frozenset({"PER", "LOC"})  # types of names that everybody writes in Latin letters in his own way


@cache
def _tails() -> frozenset[str]:
    """The last words of companies' names that may be left out, by key: Group، Holding، القابضة."""
    return frozenset(gazetteer.key(row["form"]) for row in lexicon("tails"))


def shorter(name: Name) -> Iterator[tuple[Name, str]]:
    """The forms that a company's or product's name leaves when an article, a head or a tail is taken off it.

    Each comes with the kind of evidence it would be. What is left must be no word of the language.

    >>> [(other.key, kind) for name in ("meta platforms", "الزيلوكس") for other, kind in shorter(Name("ORG", name))]
    [('meta', 'tail'), ('زيلوكس', 'article')]
    """
    kind, key = name.type, name.key
    words = key.split()
    if kind not in {"ORG", "PRODUCT"} or name.article:
        return
    if key.startswith(ARTICLE) and len(key) > _SHORTEST and not any(map(gazetteer.is_listed, words)):
        yield Name(kind, key.removeprefix(ARTICLE)), "article"
    if len(words) > 1 and gazetteer.heads(NameHead.BEFORE).get(words[0]) == kind:
        yield from ((Name(kind, rest), "head") for rest in _distinctive(words[1:]))
    while len(words) > 1 and words[-1] in _tails():
        words.pop()
    yield from ((Name(kind, rest), "tail") for rest in _distinctive(words) if rest != key)


def _distinctive(words: list[str]) -> Iterator[str]:
    """The words as a name, unless all of them are words of the language."""
    if not all(map(gazetteer.is_listed, words)):
        yield " ".join(words)


def _foreign(word: str) -> bool:
    """Whether a word of a name can be a foreign one, which everybody spells as he hears it."""
    return not (gazetteer.is_listed(word) or word.startswith(ARTICLE) or _ARABIC_ALONE.search(word))


def _is_given(word: str) -> bool:
    """Whether a word is a person's first name."""
    return person_names.is_trained_given(word)


def _same_word(first: str, second: str) -> bool:
    """Whether two words are one foreign word: the same consonants, a vowel more or less, the same ends."""
    if first == second:
        return True
    if gazetteer.is_listed(first) or gazetteer.is_listed(second) or (_is_given(first) and _is_given(second)):
        return False
    ours, theirs = ("".join(soundings(word)[0].sounds) for word in (first, second))
    apart = difference((ours,), (theirs,))
    if apart == 0:
        return True
    most = 2 if min(len(ours), len(theirs)) >= _LONG_WORD else 1
    ends = ours[0] == theirs[0] and ours[-1] == theirs[-1]
    strong = min(len(consonants(ours)), len(consonants(theirs))) >= _FEWEST_CONSONANTS
    grown = apart == abs(len(ours) - len(theirs))  # nothing stands in another's place
    return strong and grown and apart <= most and ends and _foreign(first) and _foreign(second)


def _in_two_scripts(words: str) -> bool:
    """Whether words have Arabic and Latin letters."""
    return bool(_ARABIC.search(words) and _LATIN.search(words))


def _seated(word: str) -> str:
    """A key with one spelling of a hamza within it, which is typed as ي too: نائف and نايف."""
    return word[:-1].replace("ء", "ي") + word[-1]


def same_spelling(first: Name, second: Name) -> bool:
    """Whether two names in Arabic script, of one type and one skeleton, are one name spelled in two ways.

    >>> same_spelling(Name("PER", "مارك زوكربيرغ"), Name("PER", "مارك زوكربيرج"))
    True
    >>> same_spelling(Name("PER", "سعيد الوردي"), Name("PER", "سعد الوردي"))
    False
    """
    if _in_two_scripts(first.key) or _in_two_scripts(second.key):
        return False
    if first.key.replace(" ", "") == second.key.replace(" ", ""):
        return _parted_alike(first.key, second.key)
    ours, theirs = first.key.split(), second.key.split()
    if len(ours) != len(theirs):
        return False
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if all(_seated(one) == _seated(other) for one, other in differing):
        return True
    if any(word[0].isdigit() or not soundings(word) for pair in differing for word in pair):
        return False
    return _sounds_enough(first, second, words=len(ours)) and all(_same_word(*pair) for pair in differing)


def _parted_alike(first: str, second: str) -> bool:
    """Whether two keys that differ by spaces alone are one name: but آل سعيد and السعيد are two families."""
    families = {ARTICLE in key.split() for key in (first, second)}
    return len(first.replace(" ", "")) >= _SHORTEST and len(families) == 1


def _sounds_enough(first: Name, second: Name, *, words: int) -> bool:
    """Whether two names of one skeleton sound alike, or their skeleton is strong enough for a vowel more or less."""
    ours, theirs = ("".join(soundings(name.key)[0].sounds) for name in (first, second))
    enough = _STRONG_WORD if words == 1 and first.type in {"PER", "LOC"} else _STRONG
    return ours == theirs or soundings(first.key)[0].strength >= enough


def respelled(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """The pairs of names in one script that are one name spelled in two ways, each pair once."""
    blocks: defaultdict[tuple[str, bool, str], list[Name]] = defaultdict(list)
    for name in sorted(names):
        latin = is_latin(name.key)
        if (not latin or name.type in _ROMANISED) and (found := soundings(name.key)):
            blocks[name.type, latin, _block(found[0].skeleton, latin=latin)].append(name)
    for (_, latin, _), block in blocks.items():
        if len(block) <= _MOST:
            pairs = ((a, b) for n, a in enumerate(block) for b in block[n + 1 :])
            yield from ((a, b) for a, b in pairs if (same_romanisation(a.key, b.key) if latin else same_spelling(a, b)))


def _block(skeleton: str, *, latin: bool) -> str:
    """The skeleton by which names are compared; that of Latin ones says nothing of where its words begin."""
    return skeleton.replace("@", "") if latin else skeleton


def _writes(arabic: str, latin: str) -> bool:
    """Whether the sounds of a Latin word write those of an Arabic one and of no known given name with more of them."""
    names = written_for(latin)
    return arabic in names if names else is_within(arabic, latin)


def near(arabic: Sounding, latin: Sounding) -> bool:
    """Whether two readings of one skeleton are near enough to be one name; known given names count as written alike.

    >>> near(soundings("محمد صلاح")[0], soundings("Mohammed Salah")[0])
    True
    """
    limit = _LIMITS.get(latin.strength, _FAR if latin.strength > max(_LIMITS) else -1.0)
    ours, theirs = arabic.sounds, latin.sounds
    if len(ours) == len(theirs) == 1 and len(frame(ours[0])) >= SHORTEST and _writes(ours[0], theirs[0]):
        return True
    if len(ours) == len(theirs) > 1:
        differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] not in written_for(pair[1])]
        if not differing:
            return True
        ours, theirs = tuple(a for a, _ in differing), tuple(b for _, b in differing)
    return distance(ours, theirs) <= limit


def transliterated(
    surfaces: Mapping[Name, str], root: Callable[[Name], Name], compatible: Callable[[Name, Name], bool]
) -> Iterator[tuple[Name, Name]]:
    """The pairs of an Arabic and a Latin name that are one name, where neither has a second partner in the corpus.

    Args:
        surfaces: the names with the surface of each that is read.
        root: the name that stands for a name's group; several names of one group are one partner.
        compatible: whether nothing known keeps two names apart.
    """
    blocks: defaultdict[tuple[str, str], list[tuple[Name, Sounding]]] = defaultdict(list)
    latin = [name for name in sorted(surfaces) if is_latin(surfaces[name])]
    for name in sorted(surfaces.keys() - set(latin)):
        for reading in soundings(surfaces[name]):
            blocks[name.type, reading.skeleton].append((name, reading))
    partners: defaultdict[Name, dict[Name, tuple[Name, Name]]] = defaultdict(dict)
    for name in latin:
        for other in _alike(name, surfaces[name], blocks):
            if root(other) != root(name) and compatible(name, other):
                partners[root(name)].setdefault(root(other), (name, other))
                partners[root(other)].setdefault(root(name), (name, other))
    for first, found in sorted(partners.items()):
        [(second, pair), *more] = found.items()
        if not more and len(partners[second]) == 1 and first < second:
            yield pair


def _alike(name: Name, surface: str, blocks: Mapping[tuple[str, str], list[tuple[Name, Sounding]]]) -> Iterator[Name]:
    """The Arabic names of a Latin name's skeletons that sound near enough; a block of too many tells nothing."""
    for reading in soundings(surface):
        block = blocks.get((name.type, reading.skeleton), [])
        if len(block) <= _MOST:
            yield from (other for other, sounding in block if near(sounding, reading))
