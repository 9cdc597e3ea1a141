"""Lemma, part of speech and root of every word of a text, by the lexicon of word forms and the words around.

A form's readings and their shares come from `readings.tsv`; what its clitics forbid goes (no verb has an article).
Which reading is meant in its place is chosen for a whole run of tokens at once, by how usual each pair of classes is
(`tag_pairs.tsv`): after a preposition no verb, after a definite noun an adjective with the article. docs/morphology.md
tells how the tables were made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from arcorpus.morph.sorted_table import SortedTable
from arcorpus.resources import lexicon
from arcorpus.text.clitics import fold_alef, kinds, spellings, split_word
from arcorpus.text.letters import ARTICLE, ARTICLES, CONJUNCTIONS, PREPOSITIONS, bare
from arcorpus.types import Span, Token

_READING = re.compile(r"([A-Za-z])(\d+)([^ \n]*)")
_LEAST_STEM = 3  # letters of a word that an ending is cut off
_POS = {
    "N": "NOUN", "A": "ADJ", "R": "PROPN", "V": "VERB", "I": "VERB", "K": "AUX", "k": "AUX", "P": "ADP", "p": "ADP",
    "C": "CCONJ", "S": "SCONJ", "E": "PART", "T": "PART", "Q": "PART", "L": "PART", "Z": "PRON", "z": "PRON",
    "D": "PRON", "H": "PRON", "W": "ADV", "G": "DET", "B": "ADV", "M": "NUM", "X": "X",
}  # fmt: skip
_KINDS = {"number": "NUM", "punctuation": "PUNCT", "symbol": "SYM"}
_NOMINAL = frozenset("NARMGB")
_AFTER_PREPOSITION = frozenset("NARMGBZzHDWSE")
_AFTER_FUTURE = frozenset("Ik")
_NAMING = frozenset("NAR")
_BEFORE_PRONOUN = frozenset("NARVIKkPpGES")
_ENDINGS = ("ات", "تين", "تان", "ون", "ين", "ان", "ة", "ا")
_PERSONS = frozenset("يت")
_VERB_ENDINGS = ("ون", "ان", "وا", "ين", "ا")
_ATTACHED = "وفبل"
_LONG = "اوي"
_LEAST_AFTER_LETTER = 5  # letters of a word whose first is no long vowel of the letter before it (باروك, فيردي)
_SPOKEN = ("ك", "نا")  # pronouns that foreign names often seem to end in
_USUAL = 1e-5  # share of running text of a word that is believed before them
_DEFINITE = ("وال", "فال", "بال", "كال", "لل", "وبال", "ولل")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم")


class Analysis(NamedTuple):
    """What a word is: its lemma in ordinary spelling, its coarse UD tag, and its root where it has one."""

    lemma: str
    pos: str
    root: str | None


class State(NamedTuple):
    """A reading of a token: the classes of its clitics and core in order, the logarithm of its share, its analysis."""

    classes: tuple[str, ...]
    weight: float
    analysis: Analysis


@cache
def _readings() -> SortedTable:
    return SortedTable("readings")


@cache
def _lemmas() -> SortedTable:
    return SortedTable("lemmas")


@cache
def class_pairs() -> Mapping[str, Mapping[str, float]]:
    """How much likelier than by chance each class is after each other, as a natural logarithm."""
    found: dict[str, dict[str, float]] = {}
    for row in lexicon("tag_pairs"):
        found.setdefault(row["first"], {})[row["second"]] = int(row["level"]) / 100
    return found


def analyse(tokens: Sequence[Token], names: Sequence[Span] = ()) -> tuple[Analysis, ...]:
    """What each token is, in order; marks and numbers too.

    Args:
        tokens: tokens of one text in order, as `tokenizer.tokenize` gives them.
        names: the names found in the text, in the same offsets: a word inside one is a name, and its own lemma.

    >>> from arcorpus.text.tokenizer import tokenize
    >>> [tuple(word) for word in analyse(tokenize("تستخدم الشركات"))]
    [('استخدم', 'VERB', 'خدم'), ('شركة', 'NOUN', 'شرك')]
    """
    named = inside(tokens, names)
    lattice = [
        (_name(token),) if number in named else states(token) for number, token in enumerate(tokens)
    ]  # fmt: skip
    return tuple([state.analysis for state in best(lattice)])


def lemma(word: str) -> str:
    """The likeliest lemma of a word that stands alone, its clitics cut off.

    >>> lemma("وبالمدارس"), lemma("يستخدمونها")
    ('مدرسة', 'استخدم')
    """
    before, after = (tuple(Span(*cut) for cut in cuts) for cuts in split_word(word) or ((), ()))
    return states(Token(0, len(word), word, "word", before, after))[0].analysis.lemma


@lru_cache(maxsize=1 << 16)
def word_share(lemma: str) -> float:
    """The share of running text that words of a lemma make up, 0-1; 0 when it is unknown.

    >>> word_share("شركة") > word_share("خوارزمية") > 0
    True
    """
    levels = [row.split("\t")[2] for row in _lemmas().under(lemma)]
    return sum(10 ** (int(level) / 100) for level in levels if level)


def inside(tokens: Sequence[Token], names: Sequence[Span]) -> frozenset[int]:
    """The numbers of the tokens whose core lies in a name."""
    found: set[int] = set()
    at = 0
    for name in sorted(names, key=lambda span: span.start):
        while at < len(tokens) and tokens[at].end <= name.start:
            at += 1
        number = at
        while number < len(tokens) and tokens[number].start < name.end:
            if tokens[number].kind in ("word", "number", "hashtag"):
                found.add(number)
            number += 1
    return frozenset(found)


def _name(token: Token) -> State:
    """A word inside a name: itself without what is attached, its article kept (للصين is الصين)."""
    parts = [bare(token.text[span.start - token.start : span.end - token.start]) for span in token.proclitics]
    article = bool(parts) and (parts[-1] == ARTICLE or parts[-2:] == ["ل", "ل"])
    core = bare(token.text[token.core.start - token.start : token.core.end - token.start])
    return State(("R",), 0.0, Analysis((ARTICLE if article else "") + core, "PROPN", None))


def states(token: Token) -> tuple[State, ...]:
    """The readings of a token with their shares, the likeliest first."""
    if token.kind != "word":
        pos = _KINDS.get(token.kind, "X")
        return (State(("M" if pos == "NUM" else "U",), 0.0, Analysis(token.text, pos, None)),)
    before = token.proclitics[-1].end - token.start if token.proclitics else 0
    after = token.enclitics[0].start - token.start if token.enclitics else len(token.text)
    return _states(token.text, before, after)


@lru_cache(maxsize=1 << 17)
def _states(text: str, before: int, after: int) -> tuple[State, ...]:
    """The readings of a word whose core is `text[before:after]`."""
    attached, core = bare(text[:before]), bare(text[before:after])
    ending = bare(text[after:])
    if not any("\u0621" <= char <= "\u06ff" for char in core):
        return (State(("R",), 0.0, Analysis(core, "PROPN", None)),)
    article = attached.endswith(ARTICLES)
    unlisted = core.startswith(ARTICLE) and len(core) > _LEAST_STEM and _readings().get(core) is None
    if unlisted and (not attached or attached in CONJUNCTIONS):
        article, core = True, core[len(ARTICLE) :]
    found = _allowed(_look_up(core, article=article, pronoun=bool(ending)), attached, ending, article=article)
    if not found:
        found = _guess(core, attached, ending, article=article)
    total = sum(share for _, share, _ in found)
    made = []
    for tag, share, lemma in found:
        classes = _classes(tag, attached, ending, article=article)
        inner = sum(class_pairs().get(first, {}).get(second, 0.0) for first, second in pairwise(classes))
        made.append(State(classes, log(share / total) + inner, _analysis(lemma, tag)))
    return tuple(made)


class _Reading(NamedTuple):
    """A reading of a core: its tag in the tables, how often it is so read, its lemma."""

    tag: str
    share: float
    lemma: str


def _look_up(core: str, *, article: bool, pronoun: bool) -> list[_Reading]:
    """The readings of a core that the lexicon lists: tag, share, lemma."""
    for form in dict.fromkeys(_spelled(core, article=article, pronoun=pronoun)):
        cell = _readings().get(form)
        if cell is not None:
            return [_Reading(tag, int(share), lemma or form) for tag, share, lemma in _READING.findall(cell)]
    return []


def _spelled(core: str, *, article: bool, pronoun: bool) -> Iterator[str]:
    """The keys under which a core may be listed, as it is written and then as it is often written for another.

    The lexicon's own hamzas come first; without them a word is any that is so spelled, as ي may be ى, and ه ة.
    """
    for form in (core, fold_alef(core)):
        if pronoun:
            yield form + "+"
            yield from reversed(spellings(form))
        elif article:
            yield ARTICLE + form
        yield form
    if core[-1:] in ("ي", "ى"):
        yield core[:-1] + ("ى" if core[-1] == "ي" else "ي")
    if core.endswith("ه"):
        yield core[:-1] + "ة"


def _allowed(found: Sequence[_Reading], attached: str, ending: str, *, article: bool) -> list[_Reading]:
    """The readings that a core may have between its clitics."""
    tags = _NOMINAL if article else _tags_after(attached)
    kept = [reading for reading in found if tags is None or reading.tag in tags]
    if not ending:
        return [reading for reading in kept if reading.tag != "p"]
    before = _BEFORE_PRONOUN - _NAMING if ending == "ني" else _BEFORE_PRONOUN
    kept = [reading for reading in kept if reading.tag in before]
    return [reading for reading in kept if reading.tag == "p"] or kept


def _tags_after(attached: str) -> frozenset[str] | None:
    """The tags that a word can have after attached letters, None for any: no verb after ب, an imperfect after س."""
    inner = attached[1:] if attached[:1] in CONJUNCTIONS and len(attached) > 1 else attached
    if inner == "ل":
        return _AFTER_PREPOSITION | {"I"}
    if inner in PREPOSITIONS:
        return _AFTER_PREPOSITION
    return _AFTER_FUTURE if inner == "س" else None


def _guess(core: str, attached: str, ending: str, *, article: bool) -> list[_Reading]:
    """The reading of a word that the lexicon does not list.

    Attached letters and endings are cut off where a known word is left that takes them; what is left over is a noun or
    adjective when it has an article, a verb when its letters show the imperfect, else a name.
    """
    alone = not (attached or ending or article)
    found = (_uncut(core) if alone else []) or _inflected(core)
    if not found and not attached:
        found = _definite(core, ending)
    found = found or _imperfect(core, attached, article=article)
    if found:
        return found
    if article and core.endswith(("ي", "ية")) and len(core) > _LEAST_STEM:
        return [_Reading("A", 1, core.removesuffix("ة"))]
    return [_Reading("N" if article or ending else "R", 1, core)]


def _definite(core: str, ending: str) -> list[_Reading]:
    """The readings of a word that begins like one with an article («والفيسبوك»), none for another."""
    start = next((start for start in _DEFINITE if core.startswith(start)), "")
    rest = core[len(start) :]
    if not start or len(rest) < _LEAST_STEM:
        return []
    return _look_up(rest, article=True, pronoun=False) or _guess(rest, start, ending, article=True)


def _imperfect(core: str, attached: str, *, article: bool) -> list[_Reading]:
    """The reading of a word as an imperfect in the plural or dual, or after س; none when its letters show no verb."""
    verbal = not article and core[:1] in _PERSONS and core.endswith(_VERB_ENDINGS)
    if not verbal and not attached.endswith("س"):
        return []
    ending = next((end for end in _VERB_ENDINGS if core.endswith(end)), "")
    stem = core[1 : len(core) - len(ending)]
    found = [reading for reading in _look_up("ي" + stem, article=False, pronoun=False) if reading.tag == "I"]
    sure = attached or (core.startswith("ي") and ending == "ون")  # else a name: تيسيما
    return found or ([_Reading("I", 1, core)] if sure else [])


def _uncut(core: str) -> list[_Reading]:
    """The readings of what is left of a word without one more attached letter or pronoun."""
    for first, last in ((core[:1], ""), *(("", core[-n:]) for n in (3, 2, 1))):
        rest = core[len(first) : len(core) - len(last)]
        least = _LEAST_AFTER_LETTER if first and rest[:1] in _LONG else _LEAST_STEM
        if len(rest) >= least and (first in _ATTACHED if first else last in _PRONOUNS):
            found = _allowed(_look_up(rest, article=False, pronoun=bool(last)), first, last, article=False)
            kept = [r for r in found if not last or _takes_pronoun(r, last)]
            if kept:
                return kept
    return []


def _takes_pronoun(reading: _Reading, pronoun: str) -> bool:
    """Whether a reading is believed before a pronoun: no name's, and before some a usual noun's alone."""
    tag, _, lemma = reading
    return tag != "R" and (pronoun not in _SPOKEN or (tag in "NA" and word_share(lemma) >= _USUAL))


def _inflected(core: str) -> list[_Reading]:
    """The readings of the noun or adjective whose feminine, dual, plural or accusative a word is."""
    foreign = kinds(core) == "X"
    for suffix in _ENDINGS:
        stem = core.removesuffix(suffix)
        for base in (stem, stem + "ة") if stem != core and len(stem) >= _LEAST_STEM else ():
            tags = "NA" if base == stem else "N"
            found = _look_up(base, article=False, pronoun=False)
            kept = [r for r in found if r.tag in tags and _takes_ending(r, suffix, foreign=foreign)]
            if kept:
                return kept
    return []


def _takes_ending(reading: _Reading, suffix: str, *, foreign: bool) -> bool:
    """Whether a reading is believed before an ending, which may be a foreign word's own letters (نابليون, داروين).

    Loan words take ات; adjectives in ي and words with a root take the others.
    """
    tag, _, lemma = reading
    relational = tag == "A" and lemma.endswith("ي")
    if suffix == "ات" or foreign:
        return suffix == "ات" or (suffix == "ة" and relational)
    return relational or _analysis(lemma, tag).root is not None


def _classes(tag: str, attached: str, ending: str, *, article: bool) -> tuple[str, ...]:
    """The classes of a word's conjunction, preposition and core, as far as it has them.

    Nouns and adjectives are told apart by d (article), p (pronoun) and i (neither); other classes by p (pronoun).
    """
    conjunction = ("C",) if attached[:1] in CONJUNCTIONS else ()
    preposition = ("P",) if attached[len(conjunction) :][:1] in PREPOSITIONS and tag != "I" else ()
    if tag in "NA":
        own = tag + ("d" if article else "p" if ending else "i")
    else:
        own = tag.upper() + "p" if ending and tag in "VIPpES" else tag
    return (*conjunction, *preposition, own)


@lru_cache(maxsize=1 << 16)
def _analysis(lemma: str, tag: str) -> Analysis:
    """The analysis that a reading stands for, one object for each lemma and tag."""
    group = {"I": "V", "A": "N"}.get(tag, tag)
    cell = _lemmas().get(f"{lemma}\t{group}") if group in "NV" else None
    return Analysis(lemma, _POS[tag], (cell.split("\t")[0] or None) if cell else None)


def best(lattice: Sequence[Sequence[State]]) -> list[State]:
    """The likeliest run of states (Viterbi 1967): log shares and the levels of the pairs, summed."""
    pairs = class_pairs()
    scores: list[float] = [0.0]
    before: Sequence[State] = (State(("U",), 0.0, Analysis("", "PUNCT", None)),)
    back: list[list[int]] = []
    for column in lattice:
        if len(column) == len(before) == 1:
            back.append([0])
            before = column
            continue
        rows = [pairs.get(state.classes[-1], {}) for state in before]
        best = []
        links = []
        for state in column:
            totals = [score + row.get(state.classes[0], 0.0) for score, row in zip(scores, rows, strict=True)]
            most = max(totals)
            links.append(totals.index(most))
            best.append(most + state.weight)
        back.append(links)
        scores, before = best, column
    path: list[State] = []
    at = scores.index(max(scores))
    for links, column in zip(reversed(back), reversed(lattice), strict=True):
        path.append(column[at])
        at = links[at]
    return path[::-1]


def forget() -> None:
    """Drop what was read and kept, so that changed tables are read again."""
    for kept in (_readings, _lemmas, class_pairs, _states, _analysis, word_share):
        kept.cache_clear()
