"""What was changed between two texts, word by word, in about linear time.

Runs of words that stand once in each text hold the two together, as in Bram Cohen's patience diff; only the short
stretches between them are compared in full.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from arcorpus.text.normalize import normalize
from arcorpus.types import Span

RUN = 4
"""Words in a run that holds two texts together."""

LARGEST = 250_000
"""A stretch is compared in full up to so many pairs of words; a larger one counts as replaced."""

_WORD = re.compile(r"\w+")

Op = tuple[str, int, int, int, int]
"""As difflib has it: equal, replace, delete or insert, and the words from and to in the first text and in the other."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the first text and the one of the other that stands for it: how they differ, and where they are."""

    op: str
    first: Span
    other: Span


def compare(first: str, other: str) -> list[Stretch]:
    """The stretches in which two texts agree or differ, in order, their spans in code points of the texts.

    Words are the same when their `search` normalisations are; punctuation does not count. A stretch goes from the
    start of its first word to the end of its last; one without words is empty and stands behind the word before it.

    >>> text, copy = "قال الوزير إن الوظائف 50", "قال المدير إنّ الوظائف 50 فقط"
    >>> [(s.op, text[s.first.start:s.first.end], copy[s.other.start:s.other.end]) for s in compare(text, copy)][1:]
    [('replace', 'الوزير', 'المدير'), ('equal', 'إن الوظائف 50', 'إنّ الوظائف 50'), ('insert', '', 'فقط')]
    """
    (mine, spans), (theirs, places) = _words(first), _words(other)
    return [
        Stretch(op, _span(spans, start, end), _span(places, begin, stop))
        for op, start, end, begin, stop in operations(mine, theirs)
    ]


def _words(text: str) -> tuple[list[str], list[Span]]:
    """The words of a text in their normal form, and where they stand in it."""
    normal = normalize(text, "search")
    found = list(_WORD.finditer(normal.text))
    return [match[0] for match in found], [normal.original_span(*match.span()) for match in found]


def _span(spans: Sequence[Span], start: int, end: int) -> Span:
    """From the start of one word to the end of the last before `end`."""
    if start < end:
        return Span(spans[start].start, spans[end - 1].end)
    place = spans[start - 1].end if start else 0
    return Span(place, place)


def operations(first: Sequence[str], other: Sequence[str]) -> list[Op]:
    """What turns one list of words into another, in order and without gaps; neighbours of one kind are one.

    Source: patience diff between runs that stand once in each, Ratcliff and Obershelp (difflib) within.

    >>> operations(["ا", "ب", "ج"], ["ا", "ج"])
    [('equal', 0, 1, 0, 1), ('delete', 1, 2, 1, 1), ('equal', 2, 3, 1, 2)]
    """
    done: list[Op] = []
    for op in _pieces(first, other):
        if done and done[-1][0] == op[0]:
            kind, start, _, begin, _ = done.pop()
            op = (kind, start, op[2], begin, op[4])  # noqa: PLW2901 - grown by what it continues
        done.append(op)
    return done


def _pieces(first: Sequence[str], other: Sequence[str]) -> Iterator[Op]:
    at, to = 0, 0
    for start, begin in (*_anchors(first, other), (len(first), len(other))):
        if start < at or begin < to:
            continue
        yield from _between(first, other, (at, start, to, begin))
        at, to = start, begin
        while at < len(first) and to < len(other) and first[at] == other[to]:
            at, to = at + 1, to + 1
        if at > start:
            yield "equal", start, at, begin, to


def _between(first: Sequence[str], other: Sequence[str], borders: tuple[int, int, int, int]) -> Iterator[Op]:
    """The operations between two anchors."""
    at, start, to, begin = borders
    if at == start or to == begin:
        if at < start or to < begin:
            yield ("delete" if at < start else "insert"), at, start, to, begin
    elif (start - at) * (begin - to) > LARGEST:
        yield "replace", at, start, to, begin
    else:
        matcher = SequenceMatcher(None, first[at:start], other[to:begin], autojunk=False)
        for op, low, high, left, right in matcher.get_opcodes():
            yield op, at + low, at + high, to + left, to + right


def _anchors(first: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Where runs begin that stand once in each text, as many as keep one order in both."""
    places = _single(other)
    pairs = [(start, places[run]) for run, start in _single(first).items() if run in places]
    # The longest rising row of places in the other text (patience sorting): ends of rows, and who came before.
    ends: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        row = bisect_left(ends, place)
        ends[row : row + 1] = [place]
        heads[row : row + 1] = [number]
        before.append(heads[row - 1] if row else -1)
    chosen = []
    number = heads[-1] if heads else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _single(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """The runs of words that stand once in a text, in order, with their places."""
    places: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - RUN + 1):
        run = tuple(words[place : place + RUN])
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}
