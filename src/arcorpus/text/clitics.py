"""The clitics of a single written word: attached و ف ب ل ك س ال before it, pronouns after it.

A word is cut where what is left is known. Function words have their clitics in a list (فإن, لأنه, عليها). Any other
word that is in the list of words is whole (وزير, بيان): the list was made by weighing how often the whole is written
against how often its parts would let one expect it. What is not in the list is cut in the likeliest of the ways that
leave a word of the list: frequency of the core, times the rates of the clitics for words of its kind.

The list knows nothing of context, so a form with two readings (ورد: it came, and he answered) gets the usual one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from arcorpus.resources import lexicon, read
from arcorpus.text.letters import ARTICLES, PREPOSITIONS, bare, letter_offsets, plain_alef

Offsets = tuple[tuple[int, int], ...]

_LONGEST = 25  # letters; nothing longer is a word
_LEAST_CORE = 2  # letters left between clitics
_WITH_ARTICLE = ((4, 4), (3, 4), (2, 3))  # letters of clitics with an article, and of an unknown word that shows them
_LEAST_FUTURE = 3  # letters of the imperfect after س; one of two is a jussive, which takes none (يك)
_NO_ARTICLE = ("أل", "إل", "آل")
_LEAST_LEVEL = -8.5  # log10 of the share of text expected, below which the doubtful cuts are not believed:
_SPOKEN = frozenset({"ك", "كن", "كما", "ني", "نا"})  # pronouns of dialogue, and letters that names end in


class _Cut(NamedTuple):
    """How many letters each proclitic of a word has, and how many its enclitic."""

    proclitics: tuple[int, ...]
    enclitic: int


class _Affix(NamedTuple):
    """A chain of proclitics, or an enclitic: the letters of each clitic, and how usual it is by kind of word."""

    lengths: tuple[int, ...]
    rates: dict[str, float]


class _Tables(NamedTuple):
    """What the lexicons say, ready for look-up by folded form."""

    words: dict[str, tuple[str, float]]
    functions: dict[str, _Cut]
    proclitics: dict[str, _Affix]
    enclitics: dict[str, _Affix]


_WHOLE = _Cut((), 0)


@lru_cache(maxsize=1 << 16)
def split_word(surface: str) -> tuple[Offsets, Offsets] | None:
    """Where the proclitics and enclitics of a word stand, in code points of the word; None when it has none.

    Vowel signs and tatweel after a clitic's letter belong to the clitic. The article in «للـ…» is the second lam.

    Args:
        surface: a word as it is written, Arabic letters and their signs alone.

    >>> split_word("وبالمدارس")
    (((0, 1), (1, 2), (2, 4)), ())
    >>> split_word("حكومتهم")
    ((), ((5, 7),))
    >>> split_word("وزير")
    """
    letters = bare(surface)
    if len(letters) > _LONGEST:
        return None
    cut = _cut(letters)
    if cut is _WHOLE:
        return None
    places = letter_offsets(surface) if len(letters) < len(surface) else range(len(surface) + 1)
    before = []
    at = 0
    for length in cut.proclitics:
        before.append((places[at] if at else 0, places[at + length]))
        at += length
    after = ((places[len(letters) - cut.enclitic], len(surface)),) if cut.enclitic else ()
    return tuple(before), after


def _cut(letters: str) -> _Cut:
    """How to cut a word without signs."""
    tables = _tables()
    form = fold_alef(letters)
    known = tables.functions.get(form)
    if known is not None:
        return known
    if form in tables.words or len(form) <= _LEAST_CORE:
        return _WHOLE
    best, chosen = float("-inf"), None
    for proclitic, enclitic, core in _candidates(letters, tables):
        for spelling in spellings(core) if enclitic else (core,):
            kinds, frequency = tables.words.get(spelling, ("", 0.0))
            for kind in kinds:
                before = tables.proclitics[proclitic].rates.get(kind)
                after = tables.enclitics[enclitic].rates.get(kind)
                if before is None or after is None:
                    continue
                level = frequency + before + after
                doubts = (len(core) <= _LEAST_CORE) + (enclitic in _SPOKEN)  # both: سيك is no word with a pronoun
                if level > best and (not doubts or (doubts == 1 and level > _LEAST_LEVEL)):
                    best, chosen = level, (proclitic, enclitic)
    if chosen is None:
        return _before_unknown(letters, tables)
    return _Cut(tables.proclitics[chosen[0]].lengths, len(chosen[1]))


def _candidates(letters: str, tables: _Tables) -> Iterator[tuple[str, str, str]]:
    """The ways to take clitics off a word: proclitics, enclitic, and the folded letters between."""
    ends = [""] + [letters[-n:] for n in (1, 2, 3) if letters[-n:] in tables.enclitics]
    for start in range(min(5, len(letters) - 1)):
        proclitic = letters[:start]
        if proclitic in tables.proclitics:
            least = _LEAST_FUTURE if proclitic.endswith("س") else _LEAST_CORE
            for enclitic in ends:
                stop = len(letters) - len(enclitic)
                if stop - start >= least and (proclitic or enclitic):
                    yield proclitic, enclitic, fold_alef(letters[start:stop])


def kinds(word: str) -> str:
    """What a word without clitics can be by the list of words: noun N, perfect V, imperfect I, particle P.

    X stands for a name or foreign word; the answer is empty for a word that is not listed.

    Args:
        word: its letters, without vowel signs; it is folded here.

    >>> kinds("قررت"), kinds("وزير")
    ('V', 'N')
    """
    found = _tables().words.get(fold_alef(word))
    return found[0] if found else ""


def spellings(core: str) -> tuple[str, ...]:
    """The spellings that what stands before an enclitic may have alone.

    Args:
        core: the folded letters before the enclitic.

    >>> spellings("حكومت")
    ('حكومت', 'حكومة')
    """
    last = core[-1]
    if last == "ت":
        return core, core[:-1] + "ة"
    if last in "اي":
        return core, core[:-1] + "ى"
    if last in "ئؤ":
        return core, core[:-1] + "ء"
    if last == "و":
        return core, core + "ا"
    return (core,)


def _before_unknown(letters: str, tables: _Tables) -> _Cut:
    """The cut of a word nobody knows: an article after another clitic shows both."""
    for start, least in _WITH_ARTICLE:
        proclitic = letters[:start]
        affix = tables.proclitics.get(proclitic)
        if affix and len(affix.lengths) > 1 and proclitic.endswith(ARTICLES) and len(letters) - start >= least:
            return _Cut(affix.lengths, 0)
    return _WHOLE


def fold_alef(letters: str) -> str:
    """The form under which a word is looked up: hamza seats on alef are often left out in writing.

    Not before lam, where the bare alef would make an article of it (ألبوم, إلغاء).

    Args:
        letters: a word without vowel signs and tatweel.

    >>> fold_alef("إن"), fold_alef("ألبوم")
    ('ان', 'ألبوم')
    """
    form = plain_alef(letters)
    return "أ" + form[1:] if form != letters and letters[:2] in _NO_ARTICLE else form


@cache
def _tables() -> _Tables:
    """The lexicons, read once."""
    cells = read("generated/words.tsv").decode("utf-8").replace("\n", "\t").split("\t")[3:]
    memo: dict[tuple[str, str], tuple[str, float]] = {}
    words = {
        form: memo.setdefault((kinds, level), (kinds, int(level) / 100))
        for form, kinds, level in zip(cells[0::3], cells[1::3], cells[2::3], strict=False)
    }
    proclitics: dict[str, _Affix] = {}
    enclitics: dict[str, _Affix] = {}
    for row in lexicon("clitics"):
        parts = row["parts"].split()
        table = proclitics if row["place"] == "before" else enclitics
        affix = table.setdefault("".join(parts), _Affix(tuple(map(len, parts)), {}))
        affix.rates[row["kind"]] = int(row["level"]) / 100
    return _Tables(words, function_forms(), proclitics, enclitics)


def function_forms() -> dict[str, _Cut]:
    """How to cut every form that function words take with their clitics, by folded form.

    >>> function_forms()["فانه"]
    _Cut(proclitics=(1,), enclitic=1)
    """
    found: dict[str, _Cut] = {}
    for row in lexicon("function_words"):
        conjunctions = ["", *(c for c in row["proclitics"] if c not in PREPOSITIONS)]
        prepositions = ["", *(c for c in row["proclitics"] if c in PREPOSITIONS)]
        for before in (c + p for c in conjunctions for p in prepositions):
            for after in ("", *row["enclitics"].split()):
                form = fold_alef(before + row["form"] + after)
                cut = _Cut((1,) * len(before), len(after)) if before or after else _WHOLE
                if cut is _WHOLE or form not in found:
                    found[form] = cut
    return found
