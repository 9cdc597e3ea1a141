"""Values of a text that a machine can compute with: dates, amounts of money, percentages, quantities."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE
from arcorpus.text.value_lexer import LATIN, NUMBER, PREFIXES, WORD, Lexeme, cut_off, fold_coarsely, lexemes
from arcorpus.types import Span
from arcorpus.values.currencies import Sign, amount_after, amount_sign, sign_starts
from arcorpus.values.date_words import date_words
from arcorpus.values.dates import dates_in
from arcorpus.values.digits import canonical
from arcorpus.values.numerals import Numeral, cardinal, counted_value, lettered, number_word, number_words
from arcorpus.values.quantities import Counted, noun_after, noun_before
from arcorpus.values.unit_nouns import ValueWord, has_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from arcorpus.values.dates import DateMatch

_PART = 20_000  # code points read at once, cut at a line or sentence end
_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_END = re.compile(r"\n|(?<![a-zA-Z][.])(?<=[.!؟?؛…])[ ]")  # «30 Jan. 2025» goes on
_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_ROUND = 100  # what such a number counts has no accusative that would tell it from a year
_PAIR = 2
_DUAL = re.compile("...(ين|ان)$")
_LONGEST_BOUND = 4  # words of the longest phrase of the lexicon


class BoundSide(StrEnum):
    """On which side of a number a phrase bounds it, as data/lexicons/bounds.tsv explains."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Value:
    """A value, `[start, end)` in code points; `type` is DATE, MONEY, PERCENT or QUANTITY.

    `value` is its canonical form (`2023-06`, `65000000000 USD`, `49`, `10000 رقاقة`) or None, then `problem` says why.
    `bound` is "about", "min" or "max" when the words around the number say so.
    """

    start: int
    end: int
    type: str
    value: str | None
    bound: str | None = None
    problem: str | None = None


class _Found(NamedTuple):
    """A value between two lexemes, and where its number stands."""

    first: int
    end: int
    start: int
    type: str
    value: str
    bound: str | None = None


def find_values(
    text: str,
    *,
    sentences: Sequence[Span] | None = None,
    country: str | None = None,
) -> tuple[Value, ...]:
    """The values of a text in order, never overlapping; of two that overlap the longer is taken.

    Args:
        text: any text; nothing is found across a line end.
        sentences: where to look, in code points; the whole text when None.
        country: the ISO 3166 code of the text's country, by which «دينار» or «ليرة» alone is a currency.

    >>> [(v.value, v.bound) for v in find_values("أنفقت أكثر من خمسة ملايين دولار على 10 آلاف رقاقة في 2021")]
    [('5000000 USD', 'min'), ('10000 رقاقة', None), ('2021', None)]
    """
    whole = sentences if sentences is not None else (Span(0, len(text)),)
    found: list[Value] = []
    for span in whole:
        for start, end in _parts(text, span.start, span.end):
            part = text[start:end]
            if _DIGIT.search(part) or not _triggers().isdisjoint(_WORDS.findall(fold_coarsely(part))):
                found += _Reader(text, lexemes(text, start, end), country).values()
    return tuple(found)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines and sentences of a stretch of text, very long ones cut at a space."""
    while start < end:
        found = _END.search(text, start, min(end, start + _PART))
        if found:
            stop = found.end()
        elif end - start <= _PART:
            stop = end
        else:
            space = text.rfind(" ", start, start + _PART)
            stop = space + 1 if space >= start else start + _PART
        yield start, stop
        start = stop


@cache
def _triggers() -> frozenset[str]:
    """The folded words without which a line that has no digit has no value."""
    return number_words() | date_words()


@cache
def _number_starts() -> frozenset[str]:
    """Every folded lexeme but a number in digits that can begin a value with a number in it."""
    return number_words() | sign_starts() | {"%", "("}


@cache
def _bounds() -> dict[BoundSide, dict[tuple[str, ...], str]]:
    """The phrases that bound a number, before and after it, with what can be attached to the first word."""
    table: dict[BoundSide, dict[tuple[str, ...], str]] = {side: {} for side in BoundSide}
    for row in lexicon("bounds"):
        head, *rest = fold_coarsely(row["form"]).split()
        for prefix in PREFIXES:
            table[BoundSide(row["role"])].setdefault((prefix + head, *rest), row["value"])
    return table


@cache
def _percents() -> tuple[tuple[str, ...], ...]:
    rows = (row["form"] for row in lexicon("value_words") if row["role"] == ValueWord.PERCENT)
    return tuple(tuple(fold_coarsely(form).split()) for form in rows)


class _Reader:
    """The grammar of values over the lexemes of one part of a text."""

    def __init__(self, text: str, words: Sequence[Lexeme], country: str | None) -> None:
        self.text = text
        self.words = words
        self.country = country
        self.dates = dates_in(text, words)

    def form(self, at: int) -> str:
        return self.words[at].form if 0 <= at < len(self.words) else ""

    def values(self) -> list[Value]:
        """The values, longest first where they overlap, in order."""
        found = [Value(d.start, d.end, "DATE", d.value, None, d.problem) for d in self.dates]
        for item in self._numbers():
            bound = item.bound or self._bound(item.first, item.end)
            found.append(Value(item.start, self.words[item.end - 1].end, item.type, item.value, bound))
        return _longest(found)

    def _numbers(self) -> Iterator[_Found]:
        """Every value that has a number in it."""
        dates, starts, done = _Cursor(self.dates), _number_starts(), 0
        for at, word in enumerate(self.words):
            if at < done or (word.kind != NUMBER and word.form not in starts):
                continue
            date = dates.over(word.start)
            if date and (date.start < word.start or date.end > word.end):
                continue
            found = self._signed(at) or self._at(at, dated=date is not None)
            if found:
                yield found
                done = found.end

    def _at(self, at: int, *, dated: bool) -> _Found | None:
        """The value whose number begins at a lexeme, None when there is none."""
        word = self.words[at]
        cut = number_word(word.form) if word.kind == WORD else 0
        if cut is None or (word.kind not in (WORD, NUMBER) and word.form != "("):
            return None
        number = cardinal(self.words, at)
        if number is None or (word.kind == NUMBER and not self._starts(at)):
            return None
        start = cut_off(self.text, word, cut) if cut else word.start
        found = self._percent(at, start, number) or self._money(at, start, number)
        return found or self._quantity(at, start, number, dated=dated) or self._year(at, number)

    def _starts(self, at: int) -> bool:
        """Whether a number in digits begins here: it is no part of a time, a score, a version or a code."""
        before = self.words[at - 1] if at else None
        if before is None or self.words[at].spaced:
            return True
        if before.kind == LATIN or before.form in ("_", "#", "@"):
            return False
        joined = before.form in (":", "-", "/", ".", "+", "*", "x")
        return not (
            joined
            and at > 1
            and not before.spaced
            and self.words[at - 2].kind in (NUMBER, LATIN)
            and before.form != "-"
        )

    # the kinds

    def _percent(self, at: int, start: int, number: Numeral) -> _Found | None:
        """«49 في المائة», «5%»."""
        if self.form(number.end) == "%":
            end = number.end + 1
        else:
            first, second = self.form(number.end), self.form(number.end + 1)
            end = next((number.end + len(p) for p in _percents() if p in ((first,), (first, second))), 0)
        if not end or number.indefinite:
            return None
        return _Found(at, end, start, "PERCENT", canonical(number.value))

    def _signed(self, at: int) -> _Found | None:
        """«%5», «$5 مليون», «USD 5 million»: the sign before the number."""
        percent = self.form(at) == "%"
        sign = Sign("%", at + 1) if percent else amount_sign(self.text, self.words, at)
        if sign is None or sign.end >= len(self.words) or self.words[sign.end].kind != NUMBER:
            return None
        code, end = sign
        number = cardinal(self.words, end)
        if number is None or (percent and (self.words[end].spaced or self.form(number.end) == "%")):
            return None
        number = number if percent else lettered(self.words, number)
        value, start = canonical(number.value), self.words[at].start
        if percent:
            return _Found(at, number.end, start, "PERCENT", value)
        return _Found(at, number.end, start, "MONEY", f"{value} {code}")

    def _money(self, at: int, start: int, number: Numeral) -> _Found | None:
        amount = amount_after(self.text, self.words, number, self.country)
        if amount is None:
            return None
        bound = "min" if number.indefinite else None
        return _Found(at, amount.end, start, "MONEY", f"{canonical(amount.value)} {amount.currency}", bound)

    def _quantity(self, at: int, start: int, number: Numeral, *, dated: bool) -> _Found | None:
        """«10 آلاف رقاقة», «الدول الثلاث»; `dated` tells that the number is already taken for a year."""
        if number.indefinite or self._is_code(at, number):
            return None
        counted = self._counted(at, number, dated=dated)
        if counted and not (number.words and number.value == 1):
            value = f"{canonical(counted_value(self.text, self.words, number) + counted.more)} {counted.lemma}"
            return _Found(at, counted.end, start, "QUANTITY", value)
        return self._counted_before(at, number)

    def _counted(self, at: int, number: Numeral, *, dated: bool) -> Counted | None:
        """The noun that a number counts when it follows it, None where it begins another phrase."""
        named = has_role(self.form(at - 1), ValueWord.LABEL) or (dated and number.value % _ROUND != 0)
        counted = noun_after(self.text, self.words, number, strict=named or self._may_be_year(at, number))
        if named and self.form(number.end).endswith("ه"):
            return None  # «الآية 15 سورة لقمان», «منذ 2013 جمعية القضاة»
        if number.words and number.value == _PAIR and _DUAL.search(self.form(at - 1)):
            return None  # «إرهابيين اثنين من السلطات»
        return counted

    def _counted_before(self, at: int, number: Numeral) -> _Found | None:
        """«الدول الثلاث»: a definite number after the noun that it counts."""
        if not (number.definite and number.words and number.value > _PAIR):  # «الاثنين» is a day
            return None
        noun = noun_before(self.text, self.words, at)
        if noun is None:
            return None
        begin = cut_off(self.text, self.words[noun.first], noun.cut)
        return _Found(noun.first, number.end, begin, "QUANTITY", f"{canonical(number.value)} {noun.lemma}")

    def _is_code(self, at: int, number: Numeral) -> bool:
        """Whether a number is a name's or a code's: after رقم, after a Latin word, with a leading zero."""
        form = self.form(at)
        before = self.words[at - 1] if at else None
        if form.isdigit() and form[0] == "0" and len(form) > 2:  # noqa: PLR2004 - police reports count 08 rifles
            return True
        return (
            not number.words and before is not None and (before.kind == LATIN or has_role(before.form, ValueWord.CODE))
        )

    def _may_be_year(self, at: int, number: Numeral) -> bool:
        form = self.form(at)
        return form.isdigit() and len(form) == _YEAR_DIGITS and number.end == at + 1 and number.value in _YEARS

    def _year(self, at: int, number: Numeral) -> _Found | None:
        """A bare year after a noun that can have one («انتخابات 2019»)."""
        before, after = self.form(at - 1), self.form(number.end)
        if not self._may_be_year(at, number) or self._is_code(at, number) or number.value == 2000:  # noqa: PLR2004
            return None
        if not at or self.words[at - 1].kind != WORD or has_role(before, ValueWord.LABEL, ValueWord.UNCOUNTED):
            return None
        glued = (after in ("/", ":", "-", "+") and not self.words[number.end].spaced) or after in ("×", "x", "*")
        if glued or self._bound(at, number.end) or cardinal(self.words, at - 1):
            return None
        return _Found(at, number.end, self.words[at].start, "DATE", str(int(number.value)))

    # bounds

    def _bound(self, first: int, end: int) -> str | None:
        """What the words before or after a value say of its number."""
        stop = first - (self.form(first - 1) == ARTICLE)
        for length in range(_LONGEST_BOUND, 0, -1):
            if stop >= length:
                phrase = tuple(self.form(i) for i in range(stop - length, stop))
                if phrase in _bounds()[BoundSide.BEFORE]:
                    return _bounds()[BoundSide.BEFORE][phrase]
        for length in range(_LONGEST_BOUND, 0, -1):
            phrase = tuple(self.form(i) for i in range(end, end + length))
            if phrase in _bounds()[BoundSide.AFTER]:
                return _bounds()[BoundSide.AFTER][phrase]
        return None


def _longest(found: list[Value]) -> list[Value]:
    """The values that overlap no longer one, in order."""
    taken: list[Value] = []
    for value in sorted(found, key=lambda v: (v.start - v.end, v.start, v.type)):
        at = bisect_left(taken, value.start, key=lambda v: v.start)
        clear = at == len(taken) or value.end <= taken[at].start
        if clear and (at == 0 or taken[at - 1].end <= value.start):
            taken.insert(at, value)
    return taken


class _Cursor:
    """The date that covers a place, for places asked in order."""

    def __init__(self, dates: Sequence[DateMatch]) -> None:
        self.dates = dates
        self.at = 0

    def over(self, place: int) -> DateMatch | None:
        while self.at < len(self.dates) and self.dates[self.at].end <= place:
            self.at += 1
        if self.at < len(self.dates) and self.dates[self.at].start <= place:
            return self.dates[self.at]
        return None
