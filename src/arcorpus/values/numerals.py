"""Number expressions, in digits of any kind and in Arabic number words, as exact numbers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import TANWIN_FATH
from arcorpus.text.value_lexer import DEFINITE, NUMBER, PREFIXES, Lexeme, fold_coarsely, lexemes
from arcorpus.values.digits import GROUP, MOST_DIGITS, digits

THOUSAND = 1000
HUNDRED = 100
TEN = 10


class NumberWord(StrEnum):
    """The roles of number words, as data/lexicons/numerals.tsv explains them."""

    UNIT = "unit"
    TEN = "ten"
    HUNDRED = "hundred"
    SCALE = "scale"
    PLURAL_SCALE = "plural_scale"
    DUAL_SCALE = "dual_scale"
    INDEFINITE = "indefinite"
    FRACTION = "fraction"
    PARTS = "parts"
    ORDINAL = "ordinal"
    LETTER = "letter"


_MULTIPLIERS = (NumberWord.SCALE, NumberWord.PLURAL_SCALE)
_SIZES = (NumberWord.PLURAL_SCALE, NumberWord.INDEFINITE)
_ALONE = (*_MULTIPLIERS, NumberWord.DUAL_SCALE, NumberWord.INDEFINITE)  # numbers without a factor before them
_ORDINALS = (NumberWord.ORDINAL, NumberWord.TEN)


class Numeral(NamedTuple):
    """A number expression: its exact value, the index after its last lexeme, and how it is written."""

    value: Fraction
    end: int
    unit: Fraction = Fraction(1)  # the size of its last factor: 1000 in «خمسة آلاف»
    indefinite: bool = False  # names only a size, as «مئات الآلاف», with the least it can be as value
    definite: bool = False  # its first word carries the article
    words: bool = True  # it has no digits
    construct: bool = False  # a scale alone that is two of it right before a noun («مليونا يورو»)


class Ordinal(NamedTuple):
    """A definite ordinal: its value and the index after its last lexeme."""

    value: int
    end: int


class _Entry(NamedTuple):
    kind: NumberWord
    value: Fraction
    joined: bool  # the attached و stands before it
    definite: bool
    cut: int


@cache
def _entries() -> dict[str, _Entry]:
    """Every number word by its folded form, with the letters that can be attached before it."""
    table: dict[str, _Entry] = {}
    for row in lexicon("numerals"):
        form, kind, value = fold_coarsely(row["form"]), NumberWord(row["role"]), Fraction(row["value"])
        if kind == NumberWord.LETTER:
            continue
        for prefix in PREFIXES:
            if prefix.endswith("ل") and form in _NEGATIONS:
                continue
            table.setdefault(prefix + form, _Entry(kind, value, prefix == "و", definite=False, cut=len(prefix)))
        for prefix, cut in DEFINITE.items():
            table.setdefault(prefix + form, _Entry(kind, value, prefix == "وال", definite=True, cut=cut))
    return table


_NEGATIONS = ("ست",)  # «لست» is "I am not"


def number_word(form: str) -> int | None:
    """How many attached letters stand before a number word, or None when the folded form is none.

    >>> number_word("وخمسه"), number_word("كتاب")
    (1, None)
    """
    entry = _entries().get(form)
    return None if entry is None else entry.cut


def number_words() -> frozenset[str]:
    """Every folded form that can begin a number expression in words."""
    return frozenset(_entries())


def joined_fraction(form: str) -> Fraction | None:
    """The value of a fraction word that و joins to what stands before it («ونصف»), None for any other folded word.

    >>> joined_fraction("ونصف"), joined_fraction("نصف")
    (Fraction(1, 2), None)
    """
    entry = _entries().get(form)
    return entry.value if entry and entry.joined and not entry.definite and entry.kind == NumberWord.FRACTION else None


@cache
def ordinal_words() -> frozenset[str]:
    """Every folded form that can begin a definite ordinal."""
    return frozenset(form for form, entry in _entries().items() if entry.definite and entry.kind in _ORDINALS)


def number(text: str) -> Fraction | None:
    """The exact value of a text that is one number expression and nothing else, None for any other text.

    Args:
        text: digits, number words or both.

    >>> number("مليونا و150 ألف"), number("خمسة وعشرين")
    (Fraction(1150000, 1), Fraction(25, 1))
    """
    words = lexemes(text)
    found = cardinal(words, 0)
    return found.value if found and found.end == len(words) else None


def cardinal(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """The longest cardinal number that begins at a lexeme, None when none does.

    Source: the rules of Arabic counting as in W. Wright, A Grammar of the Arabic Language, vol. 1, §§ 318-327.

    Args:
        words: the lexemes of a text.
        at: the index of the first.

    >>> found = cardinal(lexemes("اثني عشر باحثا"), 0)
    >>> found.value, found.end, found.words
    (Fraction(12, 1), 2, True)
    """
    head = _part(words, at)
    if head is None:
        return None
    while head.unit >= THOUSAND and not head.indefinite and (more := _addend(words, head)):
        head = more._replace(construct=False)
    return head


@cache
def _letters() -> dict[str, Fraction]:
    """What the letters and Latin words behind a number multiply it with, by their folded form."""
    rows = (row for row in lexicon("numerals") if row["role"] == NumberWord.LETTER)
    return {fold_coarsely(row["form"]): Fraction(row["value"]) for row in rows}


def lettered(words: Sequence[Lexeme], number: Numeral) -> Numeral:
    """A number in digits with what the letter behind it multiplies it with («4.7m», «2 bn»), else the number itself.

    >>> words = lexemes("2bn")
    >>> lettered(words, cardinal(words, 0)).value
    Fraction(2000000000, 1)
    """
    letter = words[number.end] if number.end < len(words) else None
    size = _letters().get(letter.form) if letter else None
    if letter is None or size is None or number.words or (letter.spaced and len(letter.form) == 1):
        return number
    form = words[number.end - 1].form
    value = digits(form, scaled=True) if "." in form else number.value
    return number if value is None else number._replace(value=value * size, unit=size, end=number.end + 1)


def counted_value(text: str, words: Sequence[Lexeme], number: Numeral) -> Fraction:
    """The value of a number right before a noun: «مليونا يورو» is two million, «مليونًا» with its tanwin is not.

    Args:
        text: the text.
        words: its lexemes.
        number: the number that ends before the noun.
    """
    last = words[number.end - 1]
    dual = number.construct and TANWIN_FATH not in text[last.start : last.end + 1]
    return number.value * 2 if dual else number.value


def _entry(words: Sequence[Lexeme], at: int) -> _Entry | None:
    return _entries().get(words[at].form) if at < len(words) else None


def _kind(words: Sequence[Lexeme], at: int, *kinds: NumberWord) -> _Entry | None:
    """The number word at a lexeme when it is of one of these kinds and nothing but the article is attached to it."""
    entry = _entry(words, at)
    return entry if entry and entry.kind in kinds and not entry.joined and (entry.definite or not entry.cut) else None


def _part(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """One factor with its multipliers: «150 ألف», «خمسة ملايين», «مليونين», «عشرات الآلاف», «نصف مليار»."""
    base = _base(words, at)
    if base is None:
        base = _bare_multiplier(words, at)
        if base is None:
            return None
    while scale := _kind(words, base.end, *_MULTIPLIERS):
        if scale.definite and not base.indefinite and base.value >= 1:  # «نصف المليون»
            break
        base = base._replace(value=base.value * scale.value, unit=scale.value, end=base.end + 1, construct=False)
        if base.value > Fraction(10) ** MOST_DIGITS:
            return None
    return base if base.unit > 1 or not _must_scale(words, at) else None


def _must_scale(words: Sequence[Lexeme], at: int) -> bool:
    """Whether the word at `at` is a number only with a multiplier after it («عشرات», «مئات»)."""
    entry = _entry(words, at)
    return entry is not None and entry.kind == NumberWord.INDEFINITE


def _bare_multiplier(words: Sequence[Lexeme], at: int) -> Numeral | None:
    entry = _entry(words, at)
    if entry is None or entry.kind not in _ALONE:
        return None
    value = entry.value * (2 if entry.kind == NumberWord.DUAL_SCALE else 1)
    unit = Fraction(1) if entry.kind == NumberWord.INDEFINITE else entry.value
    return Numeral(
        value,
        at + 1,
        unit,
        indefinite=entry.kind in _SIZES,
        definite=entry.definite,
        construct=entry.kind == NumberWord.SCALE and not entry.definite and words[at].form[-1] == "ا",
    )


def _joined_at(words: Sequence[Lexeme], at: int) -> int | None:
    """Where the word stands that و joins to what ends before `at`: there, or after a و of its own; else None."""
    if at + 1 < len(words) and words[at].form == "و":
        following = _entry(words, at + 1)
        return None if following and following.cut else at + 1
    entry = _entry(words, at)
    return at if entry and entry.joined else None


def _addend(words: Sequence[Lexeme], head: Numeral) -> Numeral | None:
    """The number with one more part after و, which is smaller than its last multiplier: «مليونا و150 ألف»."""
    at = _joined_at(words, head.end)
    if at is None:
        return None
    entry = _entry(words, at)
    if entry and entry.kind == NumberWord.FRACTION:
        end = at + 1
        scale = _kind(words, end, NumberWord.SCALE)
        end += scale is not None and scale.value == head.unit
        return head._replace(value=head.value + entry.value * head.unit, end=end, unit=Fraction(1))
    part = _part(words, at)
    if part is None or part.value >= head.unit or part.indefinite or (part.definite and not head.definite):
        return None
    return part._replace(value=head.value + part.value, definite=head.definite, words=head.words and part.words)


def _base(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """A number below a thousand in words, a number in digits, or a fraction."""
    if at < len(words) and words[at].kind == NUMBER:
        return _digits(words, at)
    entry = _entry(words, at)
    if entry is None:
        return _bracketed(words, at)
    if entry.kind == NumberWord.UNIT:
        return _from_unit(words, at, entry)
    if entry.kind not in (NumberWord.FRACTION, NumberWord.HUNDRED, NumberWord.TEN):
        return None
    alone = Numeral(entry.value, at + 1, definite=entry.definite)
    return _with_rest(words, alone) if entry.kind == NumberWord.HUNDRED else alone


def _bracketed(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """«(63)», «(عشرة)», as some papers set a number before its noun."""
    if at + 1 >= len(words) or words[at].form != "(" or words[at + 1].form == "(":
        return None
    inner = _base(words, at + 1)
    closed = inner and inner.end < len(words) and words[inner.end].form == ")"
    return inner._replace(end=inner.end + 1) if inner and closed else None


def _digits(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """A number in digits, its thousands perhaps parted by spaces, perhaps with «ونصف» before a multiplier."""
    special = _turned(words, at) or _fraction(words, at)
    if special:
        return special
    form, end = words[at].form, at + 1
    while (
        len(words[at].form) <= GROUP
        and len(form) < MOST_DIGITS
        and end < len(words)
        and words[end].kind == NUMBER
        and len(words[end].form) == GROUP
        and words[end].form.isdigit()
        and form.isdigit()
        and form[0] != "0"
        and words[end].start - words[end - 1].end == 1
    ):
        form, end = form + words[end].form, end + 1
    scaled = _kind(words, end, *_MULTIPLIERS) is not None or (end < len(words) and words[end].form == "%")
    value = digits(form, scaled=scaled)
    return None if value is None else _and_half(words, Numeral(value, end, words=False))


def _turned(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """«5ر14» is 14.5: the decimal letter of news agencies, with the fraction typed first."""
    part = words[at : at + 3]
    if len(part) < GROUP or part[1].form != "ر" or part[2].kind != NUMBER or part[1].spaced or part[2].spaced:
        return None
    fraction, whole = part[0].form, part[2].form
    if not (fraction + whole).isdigit() or len(fraction + whole) > MOST_DIGITS:
        return None
    return Numeral(Fraction(f"{whole}.{fraction}"), at + 3, words=False)


def _fraction(words: Sequence[Lexeme], at: int) -> Numeral | None:
    """«3/4», «1/50»: a fraction below one whose numerator is one or whose denominator is small, no date or score."""
    part = words[at : at + 4]
    if [word.form for word in part[1::2]][:1] != ["/"] or len(part) < GROUP or part[1].spaced or part[2].spaced:
        return None
    above, below = part[0].form, part[2].form
    if not (above.isdigit() and below.isdigit()) or "0" in (above[0], below[0]) or (part[3:] and part[3].form == "/"):
        return None
    numerator, denominator = int(above), int(below)
    if not numerator < denominator <= (THOUSAND if numerator == 1 else TEN):
        return None
    return Numeral(Fraction(numerator, denominator), at + 3, words=False)


def _and_half(words: Sequence[Lexeme], base: Numeral) -> Numeral:
    """The number with «ونصف» when a multiplier follows that: «3 ونصف مليون»."""
    entry = _entry(words, base.end)
    if entry and entry.joined and entry.kind == NumberWord.FRACTION and _kind(words, base.end + 1, NumberWord.SCALE):
        return base._replace(value=base.value + entry.value, end=base.end + 1)
    return base


def _from_unit(words: Sequence[Lexeme], at: int, entry: _Entry) -> Numeral | None:
    """«ثلاثة», «ثلاثة عشر», «ثلاثة وعشرين», «ثلاث مئة وخمسين», «ثلاثة أرباع»."""
    start = Numeral(entry.value, at + 1, definite=entry.definite)
    after = _joined_at(words, at + 1)
    ten = _entry(words, after) if after else None
    if ten and after and ten.kind == NumberWord.TEN and entry.value < TEN:
        return start._replace(value=entry.value + ten.value, end=after + 1)
    following = _entry(words, at + 1)
    if following and not following.cut and entry.value < TEN and (found := _with_second(words, start, following)):
        return found
    is_day = entry.definite and entry.value in (1, 2)  # «الأحد» and «الاثنين»
    return None if is_day else _and_half(words, start)


def _with_second(words: Sequence[Lexeme], unit: Numeral, second: _Entry) -> Numeral | None:
    """A unit with the word after it: «ثلاثة عشر», «ثلاث مئة وخمسين», «ثلاثة أرباع»."""
    if second.kind == NumberWord.UNIT and second.value == TEN:
        return unit._replace(value=unit.value + TEN, end=unit.end + 1)
    if second.kind == NumberWord.HUNDRED and second.value == HUNDRED:
        return _with_rest(words, unit._replace(value=unit.value * HUNDRED, end=unit.end + 1))
    if second.kind == NumberWord.PARTS:
        return unit._replace(value=unit.value * second.value, end=unit.end + 1)
    return None


def _with_rest(words: Sequence[Lexeme], hundreds: Numeral) -> Numeral:
    """A hundred with what و adds to it: «مئة وخمسة وعشرين», «مائة و5»."""
    at = _joined_at(words, hundreds.end)
    if at is None:
        return hundreds
    following = _entry(words, at)
    rest = _base(words, at) if following is None or following.kind != NumberWord.HUNDRED else None
    if rest is None or rest.value >= HUNDRED or rest.value.denominator != 1 or rest.definite > hundreds.definite:
        return hundreds
    return hundreds._replace(value=hundreds.value + rest.value, end=rest.end, words=rest.words)


def ordinal(words: Sequence[Lexeme], at: int) -> Ordinal | None:
    """The definite ordinal that begins at a lexeme, None when none does.

    >>> ordinal(lexemes("الخامس والعشرين من يناير"), 0), ordinal(lexemes("الأول من مايو"), 0)
    (Ordinal(value=25, end=2), Ordinal(value=1, end=1))
    """
    entry = _entry(words, at)
    if entry is None or not entry.definite or entry.kind not in _ORDINALS:
        return None
    if entry.kind == NumberWord.TEN:
        return Ordinal(int(entry.value), at + 1)
    following = _entry(words, at + 1)
    if following and following.joined and following.definite and following.kind == NumberWord.TEN:
        return Ordinal(int(entry.value + following.value), at + 2)
    if following and not following.cut and following.kind == NumberWord.UNIT and following.value == TEN:
        return Ordinal(int(entry.value) + TEN, at + 2)
    return Ordinal(int(entry.value), at + 1)
