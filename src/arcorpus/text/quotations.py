"""Quoted stretches of a text: where the words between quotation marks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arcorpus.types import Span

# Marks whose two sides differ; a closing mark ends the last open one of its own kind.
CLOSING = {"«": "»", "“": "”", "‹": "›", "„": "“", "‘": "’"}
_SAME = frozenset("\"'")  # marks whose two sides are alike
_MARK = re.compile("[«»“”‹›„‘’\"']")
_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_MOST_LINES = 8  # lines that a quotation with marks of two sides may run over
_MOST_ACROSS = 3000  # code points that it may then have
# After these a straight mark can only open: the start, white space, an opening bracket, a colon, an attached ب ل ك و ف.
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[:،,؛«“]|(?:^|\s)[وف]?[بلك]ـ?)$")

# The conjunction أن with what may be attached, at the end of a stretch.
_AFTER_THAT = re.compile("(?:^|\\s)[وف]?ب?[اأإ]ن(?:\u0651|\u0651?\u064e)?(?:ه|ها|هم|نا)?$")


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark at `at` can only be an opening one: nothing before it to close, a word right after."""
    return text[at + 1 : at + 2].isalnum() and bool(_BEFORE_OPENING.search(text[max(0, at - 4) : at]))


def _closes(text: str, at: int) -> bool:
    """Whether a straight mark at `at` can only be a closing one: a word or mark right before it, none after."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and before not in "([:" and not after.isalnum()


def _may_open(text: str, at: int) -> bool:
    """Whether a straight mark may open: it cannot only close, or stands right after أن, where nothing ends."""
    return not _closes(text, at) or bool(_AFTER_THAT.search(text[max(0, at - 8) : at]))


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its partner: where and on which line it stands, and how deep the next one is."""

    at: int
    line: int
    wanted: str
    depth: int = 1


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of marks, `(opening, closing)`; a mark without a partner is passed over."""
    marks = [(m.start(), m[0]) for m in _MARK.finditer(text)]
    lines = _line_numbers(text, marks)
    last = {line: at for line, (at, mark) in zip(lines, marks, strict=True) if mark == '"'}
    waiting: _Open | None = None
    for line, (at, mark) in zip(lines, marks, strict=True):
        if waiting is not None and _is_over(waiting, line, at):
            waiting = None
        if waiting is None:
            if mark in CLOSING or (mark in _SAME and (_opens(text, at) if mark == "'" else _may_open(text, at))):
                waiting = _Open(at, line, CLOSING.get(mark, mark))
        elif mark == '"' == waiting.wanted and _opens(text, at) and last[line] > at:
            waiting = _Open(at, line, mark)  # a second opening mark: the first one was a stray
        elif mark == waiting.wanted and (mark != "'" or _closes(text, at)):
            waiting.depth -= 1
            if waiting.depth == 0:
                yield waiting.at, at
                waiting = None
        elif CLOSING.get(mark) == waiting.wanted:
            if line > waiting.line:
                waiting = _Open(at, line, waiting.wanted)  # the one on an earlier line was a stray
            else:
                waiting.depth += 1


def _is_over(waiting: _Open, line: int, at: int) -> bool:
    """Whether a quotation has gone on for so long that its opening mark must have been a stray."""
    lines = line - waiting.line
    return lines > (0 if waiting.wanted in _SAME else _MOST_LINES) or (lines > 0 and at - waiting.at > _MOST_ACROSS)


def _line_numbers(text: str, marks: list[tuple[int, str]]) -> list[int]:
    """The number of the line on which each mark stands."""
    numbers = []
    line = 0
    breaks = (m.start() for m in _BREAK.finditer(text))
    following = next(breaks, len(text))
    for at, _ in marks:
        while following < at:
            line += 1
            following = next(breaks, len(text))
        numbers.append(line)
    return numbers


def find_quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches of `text`, without their marks and outer white space, in order, none inside another.

    A quotation in straight marks does not cross a line end; one whose marks have two sides may run over a few lines,
    until the next mark of its kind. So a stray mark costs its own paragraph at most.

    >>> text = "قال «نعم، سنعود» ثم مضى"
    >>> [text[q.start:q.end] for q in find_quotations(text)]
    ['نعم، سنعود']
    """
    found = []
    for opening, closing in _pairs(text):
        inner = text[opening + 1 : closing]
        if inner.strip():
            start = opening + 1 + len(inner) - len(inner.lstrip())
            found.append(Span(start, start + len(inner.strip())))
    return tuple(found)
