"""What an article shows of a name in one place and holds in others: its type, and that it is a name at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.set_apart import DEFAULT_SCORE, OPENING, SURE
from arcorpus.ner.words import Candidate, FieldWords

LABELS = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK")
"""The types of names; of two that are shown alike, the first is taken."""

_RECURS = 0.72  # score of a name that recurs
_SETTLED = 0.8  # least score of a name whose type another place shows
_SHORTEST = 3  # letters of a name that recurs
_MARKS = frozenset(" «»“”\"'‘’()")
_WIDEST = 9  # code points between neighbours of a list
_AND = frozenset({"،", ",", "و", "،و", "أو", "/"})
_VERSION = re.compile(r"(?:[ -]|(?<!\d)(?<!\d\.))\d[\d.]*+\w?$")  # begun nowhere inside a number, however long it is


class RecurringName(NamedTuple):
    """What an article shows of a name.

    Attributes:
        type: its type.
        score: how sure it is where it recurs, 0-1.
    """

    type: str
    score: float


class RecurringNames(NamedTuple):
    """The names of an article that count wherever they recur.

    Attributes:
        names: each name by the keys of its words.
        lengths: how many words the names that begin with a key have, the longest first.
    """

    names: Mapping[tuple[str, ...], RecurringName]
    lengths: Mapping[str, Sequence[int]]


def shown_types(fields: Iterable[FieldWords]) -> dict[str, str]:
    """The type of each name of the article that something shows, by key; a version shows its family's too."""
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for field in fields:
        for candidate in field.candidates:
            if candidate.score >= SURE:
                name = field.key(candidate)
                weights[name][candidate.type] += candidate.score
                family = _VERSION.sub("", name)
                if family != name:
                    weights[family][candidate.type] += candidate.score
                if candidate.type == "PER" and " " in name and gazetteer.stands_alone(name.rpartition(" ")[2]):
                    weights[name.rpartition(" ")[2]]["PER"] += candidate.score
    return {name: min(types, key=lambda t: (-types[t], LABELS.index(t))) for name, types in weights.items()}


def settle(field: FieldWords, shown: Mapping[str, str]) -> None:
    """Give candidates of default type the type of their name elsewhere in the article, or of a neighbour in a list."""
    candidates = sorted(field.candidates)
    for number, candidate in enumerate(candidates):
        name = field.key(candidate)
        kind = shown.get(name)
        if kind and (candidate.score < SURE or " " not in name) and candidate.type != kind:
            candidates[number] = candidate._replace(type=kind, score=max(candidate.score, _SETTLED))
    last = len(candidates) - 1
    for number in range(1, last + 1):
        candidates[number] = _like_neighbour(field, candidates[number], candidates[number - 1])
    for number in range(last - 1, -1, -1):
        candidates[number] = _like_neighbour(field, candidates[number], candidates[number + 1])
    field.candidates[:] = candidates


def _like_neighbour(field: FieldWords, candidate: Candidate, other: Candidate) -> Candidate:
    """A candidate with the type of a surer one when only «و» or a comma stands between: «تطبيقات Zorblat وMimzy»."""
    left, right = sorted((candidate, other))
    if candidate.score >= SURE or other.score < SURE or right.start - left.end >= _WIDEST:
        return candidate
    between = "".join(c for c in field.field.text[left.end : right.start] if c not in _MARKS)
    return candidate._replace(type=other.type, score=SURE) if between in _AND else candidate


def recurring_names(fields: Iterable[FieldWords]) -> RecurringNames:
    """The names of an article that count wherever they recur, and the last words of its persons' full names."""
    names: dict[str, RecurringName] = {}
    for field in fields:
        for candidate in field.candidates:
            for name in _names_to_find_again(field.key(candidate), candidate):
                names.setdefault(name, RecurringName(candidate.type, min(_RECURS, candidate.score)))
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        words = name.split()
        lengths[words[0]].add(len(words))
    return RecurringNames(
        {tuple(name.split()): shown for name, shown in names.items()},
        {first: sorted(found, reverse=True) for first, found in lengths.items()},
    )


def _names_to_find_again(name: str, candidate: Candidate) -> Iterator[str]:
    """The keys under which a candidate is looked for elsewhere: its own, and the last word of a person's full name."""
    words = name.split()
    if candidate.score < DEFAULT_SCORE or not words:
        return
    if len(name) >= _SHORTEST and (len(words) > 1 or not gazetteer.is_listed(name)):
        yield name
    if candidate.type == "PER" and len(words) > 1 and gazetteer.stands_alone(words[-1]):
        yield words[-1]


def recurrences(field: FieldWords, table: RecurringNames) -> Iterator[Candidate]:
    """The places where names of the article recur, with or without letters attached."""
    keys = [word.key for word in field.words]
    for at, word in enumerate(field.words):
        for reading in gazetteer.readings(word.text):
            for length in table.lengths.get(reading.key, ()):
                words = (reading.key, *keys[at + 1 : at + length])
                found = table.names.get(words) if len(words) == length else None
                joined = all(w.joined for w in field.words[at + 1 : at + length])
                if found and joined and _may_recur(field, at, words, found.type):
                    score = found.score - 0.05 * bool(reading.cut)
                    yield Candidate(word.start + reading.cut, field.words[at + length - 1].end, found.type, score)
                    break


def _may_recur(field: FieldWords, at: int, words: Sequence[str], kind: str) -> bool:
    """A name of one word may stand here.

    A family name that is a word too needs a verb of saying or a title before it, a work's title its quotation marks.
    """
    if len(words) > 1:
        return True
    if kind in {"WORK", "EVENT"}:
        return at > 0 and field.words[at - 1].text in OPENING
    if kind == "PER" and gazetteer.is_listed(words[0]):
        before = gazetteer.without_clitics(field.words[at - 1].key) if at else ()
        return any(rest in gazetteer.verbs_of_saying() or rest in gazetteer.heads(NameHead.TITLE) for rest in before)
    return True
