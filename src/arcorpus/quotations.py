"""Quoted stretches of a text: where the words between quotation marks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arcorpus.types import Span

# Marks whose two sides differ; a closing mark ends the last open one of its own kind.
CLOSING = {"«": "»", "“": "”", "‹": "›", "„": "“", "‘": "’"}
_MARK = re.compile('[«»“”‹›„‘’"]')
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# After these a straight mark can only open: the start, white space, an opening bracket, a colon, an attached ب ل ك و ف.
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[:،,؛«“]|(?:^|\s)[وف]?[بلك]ـ?)$")


def _opens(line: str, at: int) -> bool:
    """Whether a straight mark at `at` can only be an opening one: nothing before it to close, a word right after."""
    return line[at + 1 : at + 2].isalnum() and bool(_BEFORE_OPENING.search(line[max(0, at - 4) : at]))


def _pairs(line: str) -> Iterator[tuple[int, int]]:
    """The outermost pairs of marks on a line, `(opening, closing)`; a mark without a partner is passed over."""
    open_at: int | None = None
    wanted = ""
    depth = 0
    for match in _MARK.finditer(line):
        mark, at = match[0], match.start()
        if open_at is None:
            if mark in CLOSING or (mark == '"' and at + 1 < len(line)):
                open_at, wanted, depth = at, CLOSING.get(mark, '"'), 1
        elif mark == wanted == '"':
            if _opens(line, at) and line.find('"', at + 1) >= 0:
                open_at = at  # a second opening mark: the first one was a stray
            else:
                yield open_at, at
                open_at = None
        elif mark == wanted:
            depth -= 1
            if depth == 0:
                yield open_at, at
                open_at = None
        elif CLOSING.get(mark) == wanted:
            depth += 1


def find_quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches of `text`, without their marks and outer white space, in order, none inside another.

    A quotation does not cross a line end, so a stray mark costs its own paragraph at most.

    >>> text = "قال «نعم، سنعود» ثم مضى"
    >>> [text[q.start:q.end] for q in find_quotations(text)]
    ['نعم، سنعود']
    """
    found = []
    for line in _LINE.finditer(text):
        for opening, closing in _pairs(line[0]):
            inner = line[0][opening + 1 : closing]
            if inner.strip():
                start = line.start() + opening + 1 + len(inner) - len(inner.lstrip())
                found.append(Span(start, start + len(inner.strip())))
    return tuple(found)
