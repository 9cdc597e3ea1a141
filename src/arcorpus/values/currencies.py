"""Currencies after and before a number: their words, qualifiers and signs, as ISO 4217 codes."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE
from arcorpus.text.value_lexer import LATIN, WORD, Lexeme, fold_coarsely, letters_of, lexemes
from arcorpus.values.numerals import Numeral, cardinal

if TYPE_CHECKING:
    from collections.abc import Sequence


_THOUSAND = 1000


class Amount(NamedTuple):
    """A sum of money: its value in the currency, the ISO code (or the word when it is open), the index after it."""

    value: Fraction
    currency: str
    end: int


class _Form(NamedTuple):
    lemma: str  # its first form in the lexicon
    word: str  # the currency whose form or subunit it is, folded
    share: Fraction  # of that currency
    code: str  # when nothing else tells, or ""


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """The forms of currency words by their folded form; a subunit that several currencies have is there for each."""
    table: dict[str, list[_Form]] = {}
    lemmas: dict[tuple[str, str, str], str] = {}
    for row in lexicon("currency_forms"):
        lemma = lemmas.setdefault((row["word"], row["share"], row["code"]), row["form"])
        form = _Form(lemma, fold_coarsely(row["word"]), Fraction(row["share"]), row["code"])
        table.setdefault(fold_coarsely(row["form"]), []).append(form)
    return {form: tuple(found) for form, found in table.items()}


@cache
def _names() -> dict[tuple[str, str], str]:
    """The codes by currency word and the first word of its qualifier, both folded, the qualifier masculine."""
    table: dict[tuple[str, str], str] = {}
    for row in lexicon("currencies"):
        if row["kind"] == "name":
            qualifier = _masculine(fold_coarsely(row["qualifier"].split()[0]))
            table.setdefault((fold_coarsely(row["word"]), qualifier), row["code"])
    return table


@cache
def _of_country() -> dict[tuple[str, str], str]:
    """The codes by currency word and country."""
    table: dict[tuple[str, str], str] = {}
    for row in lexicon("currencies"):
        if row["kind"] == "name":
            for country in row["countries"].split():
                table.setdefault((fold_coarsely(row["word"]), country), row["code"])
    return table


@cache
def _signs() -> dict[str, str]:
    """The codes by sign ($, د.ت) and by themselves (USD); signs folded, codes as written."""
    found = {fold_coarsely(row["word"]): row["code"] for row in lexicon("currencies") if row["kind"] == "sign"}
    return found | {row["code"]: row["code"] for row in lexicon("currencies") if row["kind"] == "code"}


@cache
def sign_starts() -> frozenset[str]:
    """Every folded lexeme that can begin a currency sign or be an ISO code."""
    return frozenset(lexemes(sign)[0].form for sign in _signs())


def _masculine(form: str) -> str:
    return form.removesuffix("ه")


def amount_after(text: str, words: Sequence[Lexeme], number: Numeral, country: str | None) -> Amount | None:
    """The sum that a number makes with the currency after it, None when none follows.

    Args:
        text: the text.
        words: its lexemes.
        number: the number.
        country: the ISO 3166 code of the country whose money is meant when the words leave that open.

    >>> from arcorpus.text.value_lexer import lexemes
    >>> words = lexemes("3 دنانير تونسية و500 مليم")
    >>> amount_after("3 دنانير تونسية و500 مليم", words, cardinal(words, 0), None)
    Amount(value=Fraction(7, 2), currency='TND', end=6)
    """
    at = number.end
    sign = amount_sign(text, words, at)
    if sign:
        return Amount(number.value, *sign)
    of = at + 1 < len(words) and words[at].form == "من" and number.vague
    found = _currency(words, at + of, country, definite=number.vague or number.definite)
    if found is None:
        return None
    whole = Amount(number.value * found.value, found.currency, found.end)
    return _and_subunit(words, whole) or whole


def _currency(words: Sequence[Lexeme], at: int, country: str | None, *, definite: bool) -> Amount | None:
    """One unit of the currency that stands at a lexeme."""
    if at >= len(words) or words[at].kind != WORD:
        return None
    form = words[at].form
    forms = _forms().get(form, ())
    if not forms and definite:
        forms = _forms().get(form.removeprefix(ARTICLE), ())
    if not forms:
        return None
    qualified = _qualifier(words, at + 1, forms)
    if qualified:
        return qualified
    for candidate in forms:
        code = _of_country().get((candidate.word, country or "")) if not candidate.code else candidate.code
        if code:
            return Amount(candidate.share, code, at + 1)
    return Amount(Fraction(1), forms[0].lemma, at + 1)


def _qualifier(words: Sequence[Lexeme], at: int, forms: Sequence[_Form]) -> Amount | None:
    """The currency told by the word after it: «دينار تونسي», «ليرة لبنانية»."""
    if at >= len(words) or words[at].kind != WORD:
        return None
    bare = words[at].form.removeprefix(ARTICLE)
    for form in forms:
        for qualifier in (_masculine(bare), bare.removesuffix("ا")):  # لبنانية, إماراتيا
            code = _names().get((form.word, qualifier))
            if code:
                return Amount(form.share, code, at + 1)
    return None


def _and_subunit(words: Sequence[Lexeme], whole: Amount) -> Amount | None:
    """The sum with the subunits that و adds to it: «3 دنانير و500 مليم»."""
    at = whole.end
    if at + 1 >= len(words) or words[at].form != "و":
        return None
    number = cardinal(words, at + 1)
    if number is None or number.vague or number.end >= len(words):
        return None
    same = _currency(words, number.end, None, definite=False)
    if same and same.currency == whole.currency and number.value < _THOUSAND and whole.value % _THOUSAND == 0:
        return whole._replace(value=whole.value + number.value * same.value, end=same.end)  # «مليون دينار و482 دينارا»
    for form in _forms().get(words[number.end].form, ()):
        codes = {code for (word, _), code in _names().items() if word == form.word}
        told = form.code if fold_coarsely(whole.currency) == form.word else whole.currency
        if form.share < 1 and told and (told in codes or told == form.code):
            return Amount(whole.value + number.value * form.share, told, number.end + 1)
    return None


def amount_sign(text: str, words: Sequence[Lexeme], at: int) -> tuple[str, int] | None:
    """The code of the currency sign or ISO code at a lexeme and the index after it, None when there is none.

    >>> from arcorpus.text.value_lexer import lexemes
    >>> amount_sign("5 US$", lexemes("5 US$"), 1)
    ('USD', 3)
    """
    if at >= len(words) or words[at].form not in sign_starts():
        return None
    word = words[at]
    if word.kind == LATIN:
        code = letters_of(text, word)
        if code in _signs() and code.isupper():
            return _signs()[code], at + 1
    for length in (3, 2, 1):
        part = words[at : at + length]
        if len(part) == length and not any(w.spaced for w in part[1:]):
            code = _signs().get("".join(w.form for w in part), "")
            if code and (length > 1 or word.kind not in (LATIN, WORD)):
                end = at + length
                dotted = word.kind == WORD and end < len(words) and words[end].form == "." and not words[end].spaced
                return code, end + (dotted and end + 1 < len(words) and not words[end + 1].spaced)
    return None
