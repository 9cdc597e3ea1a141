"""Quoted stretches of a text: where the words between quotation marks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from arcorpus.text.letters import QUOTE_PAIRS, STRAIGHT_QUOTES
from arcorpus.types import Span

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


class _Mark(NamedTuple):
    """A quotation mark: the character, where it stands in code points, and the number of its line."""

    char: str
    at: int
    line: int


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its partner."""

    mark: _Mark
    wanted: str  # the closing mark
    depth: int = 1  # how many closing marks are wanted: one more for each of its kind that opened inside


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of marks, `(opening, closing)`; a mark without a partner is passed over."""
    marks = _marks(text)
    last_straight = {mark.line: mark.at for mark in marks if mark.char == '"'}
    waiting: _Open | None = None
    for mark in marks:
        if waiting is None or _is_over(waiting, mark):
            waiting = _opened(text, mark)
        elif mark.char == waiting.wanted:
            if mark.char == '"' and _opens(text, mark.at) and last_straight[mark.line] > mark.at:
                waiting = _Open(mark, mark.char)  # a second opening mark: the first one was a stray
            elif mark.char != "'" or _closes(text, mark.at):
                waiting.depth -= 1
                if waiting.depth == 0:
                    yield waiting.mark.at, mark.at
                    waiting = None
        elif QUOTE_PAIRS.get(mark.char) == waiting.wanted:
            waiting.depth += 1
            if mark.line > waiting.mark.line:
                waiting = _Open(mark, waiting.wanted)  # the one on an earlier line was a stray


def _opened(text: str, mark: _Mark) -> _Open | None:
    """The quotation that a mark opens when none is open, None when it cannot open one."""
    if mark.char in QUOTE_PAIRS:
        return _Open(mark, QUOTE_PAIRS[mark.char])
    if mark.char == "'":  # also an apostrophe, so it must look like an opening mark
        return _Open(mark, mark.char) if _opens(text, mark.at) else None
    return _Open(mark, mark.char) if mark.char in STRAIGHT_QUOTES and _may_open(text, mark.at) else None


def _is_over(waiting: _Open, mark: _Mark) -> bool:
    """Whether a quotation has gone on for so long that its opening mark must have been a stray."""
    lines = mark.line - waiting.mark.line
    most = 0 if waiting.wanted in STRAIGHT_QUOTES else _MOST_LINES
    return lines > most or (lines > 0 and mark.at - waiting.mark.at > _MOST_ACROSS)


def _marks(text: str) -> list[_Mark]:
    """The quotation marks of a text in order."""
    found = []
    line = 0
    breaks = (m.start() for m in _BREAK.finditer(text))
    following = next(breaks, len(text))
    for match in _MARK.finditer(text):
        while following < match.start():
            line += 1
            following = next(breaks, len(text))
        found.append(_Mark(match[0], match.start(), line))
    return found


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
