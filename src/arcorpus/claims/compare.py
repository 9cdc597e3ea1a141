"""What a claim states, reduced to what can be compared: stems with weights, names, values, words that exclude others.

Two statements meet when nearly all that one of them says is said by the other too and nothing tells them apart; they
are in conflict when they then give different values of one kind. Whether two meet depends on them alone.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from arcorpus.morph.analyser import lemma, word_share
from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE
from arcorpus.text.normalize import fold
from arcorpus.text.stemmer import stem
from arcorpus.text.stopwords import stopwords
from arcorpus.types import NAME_TYPES, Claim, Document, Mention

FEWEST = 4
"""Stems that two statements share at least; one less where they share a value."""

ALIKE = 0.55
"""Share of their weight that two statements have in common, at least (the geometric mean of both sides)."""

ALIKE_LATER = 0.9
"""The same for statements of different days that share no name: forecasts and results come again in the same words."""

SLACK = {"same": 0.4, "none": 0.2, "conflict": 0.1}
"""What the fuller of two statements may lack of the other, by weight, when their values are the same, when they have
none in common, and when they conflict."""

ASIDE = 0.08
"""What a statement may say beyond the other, by weight, when the other names something that it has no word of."""

HALF = 0.5
"""Share of a name, by weight, that the other statement must have for the name to be in it."""

DAYS = 31
"""Days between two articles within which different numbers are told of the same matter; later they are news."""

RAREST, USUAL = 3.0, 0.3
"""The weights of a word that the list of words does not know, and of one that is in every text."""

_COMMON = 2.3  # a word that makes up so many powers of ten less than all text weighs nothing
_POLARITY = "polarity"
_ROUND = 100  # from here on, zeros at the end of a number may be rounding


class Mark(NamedTuple):
    """A word that tells statements apart.

    Attributes:
        contrast: the set of contrasts that it is of (`trend`).
        value: the class of it (`up`).
    """

    contrast: str
    value: str


class ValueComparison(NamedTuple):
    """How the values of two statements stand.

    Attributes:
        status: `same`, `none` in common, or in `conflict`: a key of `SLACK`.
        pair: the two that conflict.
    """

    status: str
    pair: tuple[Value, Value] | None


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a statement gives: its kind (a currency, `%`, a unit), its number, and the bound it is given as."""

    kind: str
    number: float
    bound: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What is compared of a claim: the weights of its stems, the stems of each name, values, dates and marks."""

    id: str
    day: date | None
    weights: Mapping[str, float]
    names: tuple[frozenset[str], ...]
    values: tuple[Value, ...]
    dates: frozenset[str]
    marks: frozenset[Mark]
    total: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """That two statements meet: how much they have in common, 0-1, and the values over which they disagree."""

    alike: float
    conflict: tuple[Value, Value] | None


def meeting(one: Statement, other: Statement) -> Meeting | None:
    """How two statements meet, or None when they do not."""
    shared = one.weights.keys() & other.weights.keys()
    if len(shared) < FEWEST - 1 or _contrary(one.marks, other.marks) or _otherwise_dated(one.dates, other.dates):
        return None
    common = sum((one.weights[term] + other.weights[term]) / 2 for term in shared)
    alike = common / math.sqrt(one.total * other.total)
    compared = _compare_values(one, other) if alike >= ALIKE and not _apart(one, other, common) else None
    if compared is None:
        return None
    status, pair = compared
    enough = len(shared) >= FEWEST or status != "none"
    full = 1 - common / min(one.total, other.total) <= SLACK[status]
    if not (enough and full) or _later(one, other, alike, conflict=pair is not None):
        return None
    return Meeting(alike, pair)


def _later(one: Statement, other: Statement, alike: float, *, conflict: bool) -> bool:
    """Whether two statements of different days may well be of two matters."""
    if one.day is None or other.day is None or one.day == other.day:
        return False
    named = any(name & other.weights.keys() for name in one.names)
    if conflict:
        return not named or abs((one.day - other.day).days) > DAYS
    return not named and alike < ALIKE_LATER


def _contrary(one: frozenset[Mark], other: frozenset[Mark]) -> bool:
    """Whether each of two statements has a word of a set of contrasts in a class that the other lacks.

    That something is not so is no statement that it is, so of the set `polarity` one word is enough.
    """
    mine, theirs = ({name for name, _ in marks} for marks in (one - other, other - one))
    return bool(mine & theirs) or _POLARITY in mine | theirs


def _otherwise_dated(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the dates of two statements cannot be the same: none is another, less exactly."""
    return bool(one and other) and not any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _apart(one: Statement, other: Statement, common: float) -> bool:
    """Whether one names something of which the other has no word, while that says something else instead."""
    for first, second in ((one, other), (other, one)):
        for name in first.names:
            known = sum(first.weights[term] for term in name if term in second.weights)
            if known < HALF * sum(first.weights[term] for term in name) and 1 - common / second.total > ASIDE:
                return True
    return False


def _compare_values(one: Statement, other: Statement) -> ValueComparison | None:
    """How the values of two statements stand; None where more than one pair of them tells the statements apart."""
    conflicts: list[tuple[Value, Value]] = []
    status = "none"
    for kind in sorted({value.kind for value in one.values} & {value.kind for value in other.values}):
        mine, theirs = _unmatched(one, other, kind), _unmatched(other, one, kind)
        if not mine or not theirs:
            status = "same"
        elif len(mine) == len(theirs) == 1:
            conflicts.append((mine[0], theirs[0]))
        else:
            return None
    if len(conflicts) > 1:
        return None
    return ValueComparison("conflict", conflicts[0]) if conflicts else ValueComparison(status, None)


def _unmatched(one: Statement, other: Statement, kind: str) -> list[Value]:
    """The values of a kind that one statement gives and no value of the other agrees with."""
    theirs = [value for value in other.values if value.kind == kind]
    return [value for value in one.values if value.kind == kind and not any(agree(value, v) for v in theirs)]


def agree(one: Value, other: Value) -> bool:
    """Whether two values of a kind can both be right: equal, one the other rounded, or within what a bound allows.

    >>> exact, rounded, other = (Value("USD", number, None, "") for number in (14.3e9, 14e9, 15e9))
    >>> agree(exact, rounded), agree(exact, other)
    (True, False)
    """
    low, high = sorted((one, other), key=lambda value: value.number)
    if low.number == high.number or low.bound == "min" or high.bound == "max":
        return True
    if "about" in {low.bound, high.bound}:
        return high.number - low.number <= high.number / 10
    return _rounded(high.number, low.number) == low.number or _rounded(low.number, high.number) == high.number


def _rounded(number: float, like: float) -> float:
    """The number as exactly as another is given: to its decimals; from 100 on to its digits before the ending zeros."""
    if like < _ROUND:
        return round(number, len(f"{like:.6f}".rstrip("0").partition(".")[2]))
    digits = f"{like:.0f}"
    return float(round(number, max(len(digits.rstrip("0")), 2) - len(digits)))


@cache
def _contrasts() -> Mapping[str, Mark]:
    """The mark of each word that tells statements apart, by stem: those of the lexicon, and adjectives of nations."""
    found = {stem(row["form"]): Mark(*row["value"].split(":")) for row in lexicon("contrasts")}
    for row in lexicon("nationalities"):
        found.setdefault(stem(row["adjective"]), Mark("country", row["country"]))
    return found


def _weight(word: str) -> float:
    """How much a word tells, by its rarity."""
    share = word_share(lemma(word))
    return min(max(-math.log10(share) - _COMMON, USUAL), RAREST) if share else RAREST


@lru_cache(maxsize=1 << 12)
def _stems(text: str) -> Mapping[str, float]:
    """The stems of the words of a name or unit, with their weights."""
    return {stem(word): _weight(word) for word in text.split() if len(word) > 1}


@lru_cache(maxsize=1 << 16)
def _read(core: str) -> tuple[str | None, float, Mark | None]:
    """The stem, None for a word without content, the weight and the mark of a word without clitics."""
    form = fold(core, "search")
    bare = form.removeprefix(ARTICLE)
    known = stem(core)
    empty = len(bare) == 1 or form in stopwords() or bare in stopwords()
    return None if empty else known, _weight(bare), _contrasts().get(known)


def _number(mention: Mention) -> Value | None:
    """The value of a mention, if it is a number of something."""
    number, _, kind = (mention.value or "").partition(" ")
    try:
        worth = float(number)
    except ValueError:
        return None
    unit = kind if mention.type == "MONEY" else "%" if mention.type == "PERCENT" else " ".join(_stems(kind))
    return Value(unit, worth, mention.bound, mention.value or "")


def _day(text: str | None) -> date | None:
    """The day that an article's date is, if it is a whole one."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


class Reader:
    """Makes statements of the claims of one document.

    Args:
        document: a document whose `fields` and `mentions` are set.
        named: the canonical name of the entity of a mention of a name, so that all its names are one.
    """

    def __init__(self, document: Document, named: Callable[[Mention], str | None]) -> None:
        self._fields = {field.name: field for field in document.fields or ()}
        self._starts = {name: [token.start for token in field.tokens] for name, field in self._fields.items()}
        self._mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in document.mentions or ():
            self._mentions[mention.field].append(mention)
        self._named = named
        for found in self._mentions.values():
            found.sort(key=lambda mention: mention.start)
        self._day = _day(document.article.date)

    def statement(self, claim: Claim) -> Statement:
        """What is compared of a claim."""
        found = self._mentions[claim.field]
        first, last = (bisect_left(found, at, key=lambda mention: mention.start) for at in (claim.start, claim.end))
        inside = [mention for mention in found[first:last] if mention.end <= claim.end]
        weights: dict[str, float] = {}
        names = []
        for mention in inside:
            if mention.type in NAME_TYPES:
                stems = _stems(self._named(mention) or mention.text)
                weights.update(stems)
                names.append(frozenset(stems))
            elif mention.type == "QUANTITY":
                weights.update(_stems((mention.value or "").partition(" ")[2]))
        marks = self._words(claim, inside, weights)
        values = tuple(value for m in inside if m.type not in {*NAME_TYPES, "DATE"} and (value := _number(m)))
        dates = frozenset(m.value for m in inside if m.type == "DATE" and m.value)
        total = sum(weights.values())
        return Statement(claim.id, self._day, weights, tuple(names), values, dates, marks, total)

    def _words(self, claim: Claim, mentions: list[Mention], weights: dict[str, float]) -> frozenset[Mark]:
        """The marks of a claim's words; the stems of those outside mentions are put into `weights`."""
        field, starts = self._fields[claim.field], self._starts[claim.field]
        marks = set()
        ahead = iter(mentions)
        mention = next(ahead, None)
        for token in field.tokens[bisect_left(starts, claim.start) : bisect_left(starts, claim.end)]:
            while mention and mention.end <= token.start:
                mention = next(ahead, None)
            if mention and mention.start <= token.start:
                continue
            core = field.text[token.core.start : token.core.end]
            if token.kind == "number":
                weights[core] = 1.0
            elif token.kind == "word":
                known, weight, mark = _read(core)
                if mark:
                    marks.add(mark)
                if known:
                    weights[known] = max(weight, weights.get(known, 0.0))
        return frozenset(marks)
