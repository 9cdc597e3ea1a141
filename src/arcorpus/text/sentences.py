"""Sentences of a text, with exact offsets.

A sentence ends with its line, or with a mark (. ؟ ! …) that context does not explain otherwise: a number, an
abbreviation, initials, an address, a pause. Closing quotes and brackets belong to the sentence that they close. Inside
a quotation sentences end as they do outside: speech of several sentences is several sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE, ATTACHED, CONJUNCTIONS, CONTROLS_CLASS, DIACRITICS_CLASS, bare
from arcorpus.types import Sentence, Span

_LINES = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_MARKS = ".؟!?…۔"
_GAP = rf"[^\S{_LINES}]|[{CONTROLS_CLASS}]"  # white space inside a line

_VISIBLE = re.compile(rf"[^\s{CONTROLS_CLASS}]")
_CUT = (
    rf"(?P<line>[{_LINES}])"
    rf"|(?P<mark>[{_MARKS}](?:[\u00a0 ]?[{_MARKS}](?![A-Za-z0-9]))*)"
    r"|(?P<bullet>(?<=\s)[•▪●◦‣■□►](?=\s*\w))"
)
_CUTS = re.compile(_CUT)
_CUTS_AND_COMMAS = re.compile(_CUT + "|(?P<comma>[،,])")
_CLOSERS = re.compile(rf"(?:[\"'](?!\w)|[”’»)\]}}]|[{_MARKS}](?!\w))*")
_LATE_CLOSER = re.compile(rf"(?:{_GAP})[\"”»)\]](?!\w)")
_NEXT = re.compile(rf"(?:{_GAP})*([^\s{CONTROLS_CLASS}])")
_WORD_BEFORE = re.compile(rf"[\w.{DIACRITICS_CLASS}]*\Z")
_WORD = re.compile(rf"[\"'“«(\[]*\s?([\w{DIACRITICS_CLASS}]+)")
_WORD_AFTER = re.compile(r"\s+(\w+)")
_YEAR = re.compile(r"\d[\u00a0 ]?(?:م|هـ?)\Z")
_PARAGRAPH = re.compile(rf"[^{_LINES}]+")
_BACK = 24  # code points before a full stop in which its word is sought
_PARAGRAPH_WORDS = 8  # a line of fewer words is a heading, and says nothing of how sentences end
_LEAST_WORD = 3  # letters of a word that is surely none of an acronym's pieces
_LEAST_PAIR = 6  # letters of two words that a full stop alone parts
_CLAUSE = 20  # code points that a clause ended by a comma has at least
_ARABIC = re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


class Opener(StrEnum):
    """What opens a clause, as data/lexicons/clause_openers.tsv explains."""

    DEMONSTRATIVE = "demonstrative"
    ADVERSATIVE = "adversative"
    CONNECTIVE = "connective"
    SAYING = "saying"


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon("abbreviations"))


@cache
def _openers(role: Opener) -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon("clause_openers") if row["role"] == role)


def split_sentences(text: str, skip: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text in order, without the white space around them; together they hold all that is visible.

    A full stop inside a quotation ends a sentence where another follows it. In a text whose paragraphs end in commas,
    a comma before a clause with its own subject ends one.

    Args:
        text: any text.
        skip: stretches in code points that no sentence may touch (furniture inside a body), in order; each ends the
            sentence before it.

    >>> text = "بلغ النمو 14.3 في المئة. وقال د. أحمد: «لا بأس.»"
    >>> [text[s.start:s.end] for s in split_sentences(text)]
    ['بلغ النمو 14.3 في المئة.', 'وقال د. أحمد: «لا بأس.»']
    """
    cuts = _CUTS_AND_COMMAS if _ends_in_commas(text) else _CUTS
    found: list[Sentence] = []
    for low, high in _regions(len(text), skip):
        start = low
        for end in (*_Region(text, low, high).ends(cuts), high):
            sentence = _trim(text, start, end)
            if sentence is not None:
                found.append(sentence)
            start = end
    return tuple(found)


def _regions(length: int, skip: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """What `skip` leaves of a text."""
    start = 0
    for span in sorted(skip, key=lambda s: s.start):
        if span.start > start:
            yield start, span.start
        start = max(start, span.end)
    if start < length:
        yield start, length


def _trim(text: str, start: int, end: int) -> Sentence | None:
    """The visible part of a stretch, None where nothing is."""
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return None
    while not _VISIBLE.match(text, end - 1):
        end -= 1
    return Sentence(first.start(), end)


def _ends_in_commas(text: str) -> bool:
    """Whether most paragraphs end in a comma: a writer or a converter puts it where others put the full stop."""
    commas = stops = 0
    for match in _PARAGRAPH.finditer(text):
        line = match[0].rstrip()
        if line.count(" ") + 1 >= _PARAGRAPH_WORDS:
            commas += line[-1:] in "،,"
            stops += line[-1:] not in "،,"
    return commas > max(stops, 1)


class _Region:
    """A stretch of text that is cut into sentences from left to right."""

    def __init__(self, text: str, low: int, high: int) -> None:
        self.text = text
        self.high = high
        self.first: int | None = None  # where this sentence's first word stands, once it was asked for
        self.last = low  # where the last sentence ended
        self.seen = low  # up to where marks have been judged
        self.quotes = 0  # straight quotation marks of the line up to `counted`
        self.depth = 0  # quotation marks opened and not closed in the line up to `counted`
        self.counted = low

    def ends(self, cuts: re.Pattern[str]) -> Iterator[int]:
        """Where sentences end, in order."""
        for match in cuts.finditer(self.text, self.last, self.high):
            if match.start() < self.seen:  # judged together with the mark before it
                continue
            end = self._end(match)
            if end is not None:
                self.last = end
                self.first = None
                yield end

    def _end(self, match: re.Match[str]) -> int | None:
        """Where the sentence ends that this mark may end, None when it goes on."""
        kind = match.lastgroup
        if kind == "mark":
            return self._after_mark(match.start(), match.end())
        if kind == "bullet":
            return match.start()
        if kind == "line":
            self.counted = match.end()
            self.quotes = self.depth = 0
            return match.end()
        long_enough = match.start() - self.last >= _CLAUSE
        if long_enough and self._own_clause(match.end()) and not self._quoting(match.start()):
            return match.end()
        return None

    def _count(self, until: int) -> None:
        """Bring the counts of quotation marks up to a place; every stretch is counted once."""
        if until > self.counted:
            count = self.text.count
            self.quotes += count('"', self.counted, until)
            for opening, closing in ("«»", "“”"):
                self.depth += count(opening, self.counted, until) - count(closing, self.counted, until)
            self.counted = until

    def _quoting(self, at: int) -> bool:
        """Whether a quotation is open at a place."""
        self._count(at)
        return self.quotes % 2 == 1 or self.depth > 0

    def _after_mark(self, start: int, stop: int) -> int | None:
        """Where the sentence ends that the marks at `[start, stop)` end, None when it goes on after them."""
        end = self.seen = self._closers(stop)
        following = _NEXT.match(self.text, end, self.high)
        if following is None:
            return end
        spaced = following.start(1) > end
        marks = self.text[start:stop]
        if following[1] in "،,؛;:":
            return None
        ends = (
            self._ends_at_question(start, end, following, spaced=spaced)
            if any(mark in marks for mark in "؟!?")
            else self._opens(following.start(1))
            if len(marks) > 1 or marks == "…"
            else self._ends_at_stop(start, end, following, spaced=spaced)
        )
        return end if ends else None

    def _closers(self, stop: int) -> int:
        """Where the closing quotes and brackets end that follow marks, with a space between where that is sure."""
        end = stop
        while match := _CLOSERS.match(self.text, end, self.high):
            end = match.end()
            if self.text[end : min(end + 1, self.high)] != '"' or not self._quoting(end):
                break
            end += 1
        late = _LATE_CLOSER.match(self.text, end, self.high)
        if late and (late[0][-1] != '"' or self._quoting(end)):
            end = late.end()
        return end

    def _ends_at_question(self, start: int, end: int, following: re.Match[str], *, spaced: bool) -> bool:
        """Whether ؟ or ! ends a sentence: not in an address, alone in brackets, or in a quoted title."""
        after = following[1]
        if (not spaced and after.isascii() and after.isalnum()) or self.text[start - 1 : start] == "(":
            return False
        if self.text[end - 1] in _MARKS:
            return True
        return after in CONJUNCTIONS or self._opens(following.start(1))

    def _ends_at_stop(self, start: int, end: int, following: re.Match[str], *, spaced: bool) -> bool:
        """Whether a single full stop ends a sentence."""
        text, after = self.text, following[1]
        word = _WORD_BEFORE.search(text, max(start - _BACK, self.last), start)
        left = word[0] if word else ""
        if not spaced and end == start + 1:
            return self._glued(left, following.start(1))
        if left.isdigit() and self._begins(start - len(left)):
            return False  # an item's number
        if "a" <= after <= "z" and left[-1:].isascii() and left[-1:].isalpha():
            return False
        if self._abbreviated(left) and not _YEAR.search(text, max(start - _BACK, self.last), start):
            return self._opens(following.start(1))
        closed = end > start + 1
        return not (closed and self._word(following.start(1)) in _openers(Opener.SAYING))

    def _begins(self, at: int) -> bool:
        """Whether nothing visible of this sentence stands before a place."""
        if self.first is None:
            match = _VISIBLE.search(self.text, self.last, self.high)
            self.first = match.start() if match else self.high
        return at <= self.first

    def _abbreviated(self, left: str) -> bool:
        """Whether the word before a full stop is an abbreviation or an initial."""
        word = bare(left).lstrip(".")
        if word[:1] == "و" or (word[:1] in ATTACHED and "." in word):
            word = word[1:]  # أحمد ود. محمد, لأ.ف.ب
        if not word or word in _abbreviations():
            return bool(word)
        return all(len(part) == 1 and part.isalpha() for part in word.split("."))

    def _glued(self, left: str, at: int) -> bool:
        """Whether a full stop without a space after it ends a sentence: between two words, not inside an acronym."""
        match = _WORD.match(self.text, at, self.high)
        if match is None or "." in left or match[1] in _abbreviations():
            return False
        right = match[1]
        if not left:
            return _ARABIC.match(right) is not None  # after a space or a closing mark
        if not _ARABIC.match(right):
            return _ARABIC.match(left[-1]) is not None and len(left) >= _LEAST_WORD and right[0].isupper()
        if left.isdigit():
            return not self._begins(at - 1 - len(left))  # 2020.وقال, not the item 1.كذا
        acronym = len(right) <= _LEAST_WORD and self.text[match.end() : match.end() + 1] == "."
        return min(len(left), len(right)) > 1 and len(left) + len(right) >= _LEAST_PAIR and not acronym

    def _word(self, at: int) -> str:
        """The word at a place, without quotes before it and without vowel signs."""
        match = _WORD.match(self.text, at, self.high)
        return bare(match[1]) if match else ""

    def _own_clause(self, at: int) -> bool:
        """Whether a clause with its own subject begins: «هذا التغيير …», «فالمنافسة …», «ولكن …», «وأضاف …»."""
        match = _WORD.match(self.text, at, self.high)
        if match is None:
            return False
        word = bare(match[1])
        said = word[:1] == "و" and word[1:] in _openers(Opener.SAYING)
        if said or word in _openers(Opener.ADVERSATIVE) or word.startswith("ف" + ARTICLE):
            return True
        after = _WORD_AFTER.match(self.text, match.end(), self.high)
        return after is not None and after[1].startswith(ARTICLE) and word in _openers(Opener.DEMONSTRATIVE)

    def _opens(self, at: int) -> bool:
        """Whether what follows a doubtful mark begins a sentence."""
        return self._word(at) in _openers(Opener.CONNECTIVE) or self._own_clause(at)
