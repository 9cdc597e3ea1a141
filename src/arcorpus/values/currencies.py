"""Currencies after and before a number: their words, qualifiers and signs, as ISO 4217 codes."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE
from arcorpus.text.value_lexer import LATIN, WORD, Lexeme, fold_coarsely, letters_of, lexemes
from arcorpus.values.numerals import Numeral, cardinal, counted_value, lettered

if TYPE_CHECKING:
    from collections.abc import Sequence


_THOUSAND = 1000


class Amount(NamedTuple):
    """A sum of money: its value in the currency, the ISO code (or the word when it is open), the index after it."""

    value: Fraction
    currency: str
    end: int


class Sign(NamedTuple):
    """A currency sign or code: the ISO code it stands for, and the index after its last lexeme."""

    code: str
    end: int


class _Form(NamedTuple):
    """A form of a currency's word or of its subunit's."""

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
        lemma = lemmas.setdefault((row["word"], row["value"], row["code"]), row["form"])
        form = _Form(lemma, fold_coarsely(row["word"]), Fraction(row["value"]), row["code"])
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
def _exact_signs() -> dict[str, str]:
    """The codes by sign as written: «د.أ» is the dinar of Jordan, «د.إ» the dirham of the Emirates; LE is no Le."""
    return {row["word"]: row["code"] for row in lexicon("currencies") if row["kind"] == "sign"}


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
    scaled = lettered(words, number)
    if scaled is not number:
        return amount_after(text, words, scaled, country)
    at = number.end
    sign = amount_sign(text, words, at)
    if sign:
        return Amount(number.value, sign.code, sign.end)
    of = at + 1 < len(words) and words[at].form == "من" and number.indefinite
    found = _currency(words, at + of, country, definite=number.indefinite or number.definite)
    if found is None:
        return None
    whole = Amount(counted_value(text, words, number) * found.value, found.currency, found.end)
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
    """The sum with what و adds to it: «3 دنانير و500 مليم», «مليون دينار و482 دينارا»."""
    at = whole.end
    number = cardinal(words, at + 1) if at + 1 < len(words) and words[at].form == "و" else None
    if number is None or number.indefinite or number.end >= len(words):
        return None
    same = _currency(words, number.end, None, definite=False)
    if same and same.currency == whole.currency and number.value < _THOUSAND and whole.value % _THOUSAND == 0:
        return whole._replace(value=whole.value + number.value * same.value, end=same.end)
    for form in _forms().get(words[number.end].form, ()):
        code = _code_of_whole(form, whole.currency)
        if code:
            return Amount(whole.value + number.value * form.share, code, number.end + 1)
    return None


def _code_of_whole(form: _Form, currency: str) -> str:
    """The code of a currency whose subunit a form is, "" when it is another's or no subunit."""
    code = form.code if fold_coarsely(currency) == form.word else currency
    named = {code for (word, _), code in _names().items() if word == form.word}
    return code if form.share < 1 and (code == form.code or code in named) else ""


def amount_sign(text: str, words: Sequence[Lexeme], at: int) -> Sign | None:
    """The currency sign or ISO code at a lexeme, None when there is none.

    >>> from arcorpus.text.value_lexer import lexemes
    >>> amount_sign("5 US$", lexemes("5 US$"), 1)
    Sign(code='USD', end=3)
    """
    if at >= len(words) or words[at].form not in sign_starts():
        return None
    code = letters_of(text, words[at])
    exact = (_exact_signs().get(code) or _signs().get(code)) if words[at].kind == LATIN and code.isupper() else None
    return Sign(exact, at + 1) if exact else _several_marks(text, words, at)


def _several_marks(text: str, words: Sequence[Lexeme], at: int) -> Sign | None:
    """The longest sign of up to three lexemes without spaces («US$», «د.ت»); one alone is no word."""
    for length in (3, 2, 1):
        part = words[at : at + length]
        if len(part) < length or any(word.spaced for word in part[1:]):
            continue
        written = "".join(letters_of(text, word) for word in part)
        code = _exact_signs().get(written) or _signs().get("".join(word.form for word in part))
        if code and (length > 1 or part[0].kind not in (LATIN, WORD)):
            return Sign(code, at + length + (part[0].kind == WORD and _goes_on_after_dot(words, at + length)))
    return None


def _goes_on_after_dot(words: Sequence[Lexeme], at: int) -> bool:
    """Whether a full stop stands here with something close after it, as in «د.ت.،»: it belongs to the sign."""
    part = words[at : at + 2]
    return len(part) == 2 and part[0].form == "." and not part[0].spaced and not part[1].spaced  # noqa: PLR2004
