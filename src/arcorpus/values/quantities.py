"""The noun phrase that a number counts: where it ends, and its dictionary form with its genitive."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.text.letters import ARTICLE, ATTACHED
from arcorpus.text.value_lexer import DEFINITE, WORD, Lexeme, fold_coarsely, letters_of
from arcorpus.values.date_words import date_words
from arcorpus.values.numerals import Numeral, joined_fraction, number_word
from arcorpus.values.unit_nouns import (
    CountedKind,
    Noun,
    ValueWord,
    WordKind,
    has_role,
    known,
    openings,
    peoples,
    plural,
    plurals,
    rates,
    singular,
    singulars,
    sound_plural,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW = range(3, 11)  # what these count stands in the plural
_PAIR = range(3)  # what these count is no number's noun, but a measure («2 كلم»)
_HUNDRED = 100
_LEAST_STEM = 3
_NO_THINGS = (CountedKind.PERSON, CountedKind.TIME)
_NO_DEEDS = (WordKind.VERB, WordKind.QUALITY, WordKind.PARTICIPLE)
_POSSESSIVES = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")


class Counted(NamedTuple):
    """A counted noun: the index after its last lexeme, its dictionary form with its genitive, and what «ونصف» adds."""

    end: int
    lemma: str
    more: Fraction = Fraction(0)


class Before(NamedTuple):
    """A counted noun before its number: its first lexeme, how many attached letters stand outside, its lemma."""

    first: int
    cut: int
    lemma: str


def noun_after(text: str, words: Sequence[Lexeme], number: Numeral, *, strict: bool = False) -> Counted | None:
    """The noun phrase that a number counts when it follows it, None when no noun does.

    Args:
        text: the text.
        words: its lexemes.
        number: the number; the noun begins at `number.end`, perhaps after «من» or an opening quotation mark.
        strict: take only nouns of the hand-made list in the form that the number asks for; for numbers that
            are more likely years.

    >>> from arcorpus.text.value_lexer import lexemes
    >>> from arcorpus.values.numerals import cardinal
    >>> text = "10 آلاف رقاقة حصل عليها"
    >>> noun_after(text, lexemes(text), cardinal(lexemes(text), 0))
    Counted(end=3, lemma='رقاقة', more=Fraction(0, 1))
    """
    at = number.end
    first = words[at] if at < len(words) else None
    if first is None or number.indefinite:
        return None
    if first.form == "من":
        return None if strict else _share(text, words, at + 1, number)
    if number.definite and first.form.startswith(ARTICLE):
        noun = _definite_plural(text, first)  # «الثلاثة الأيام»
        return Counted(at + 1, noun.lemma) if noun else None
    return _bare_noun(text, words, at + _is_quoted(words, at), number, strict=strict)


def _is_quoted(words: Sequence[Lexeme], at: int) -> bool:
    """Whether an opening quotation mark stands here, right before a word."""
    return words[at].form == '"' and words[at].spaced and at + 1 < len(words) and not words[at + 1].spaced


def _bare_noun(text: str, words: Sequence[Lexeme], at: int, number: Numeral, *, strict: bool) -> Counted | None:
    """The indefinite noun at a lexeme with its genitive, and after a measure with «ونصف»."""
    found = _agreeing(text, words[at], number, strict=strict) if words[at].kind == WORD else None
    if found is None:
        return None
    counted = _with_genitive(text, words, at, found)
    return _with_part(words, found, counted) if found.is_a(CountedKind.TIME, CountedKind.MEASURE) else counted


def _with_part(words: Sequence[Lexeme], noun: Noun, counted: Counted) -> Counted:
    """The measure with «ونصف» or «ونصف الساعة» after it."""
    end = counted.end
    more = joined_fraction(words[end].form) if end < len(words) else None
    if more is None or (end + 1 < len(words) and number_word(words[end + 1].form) is not None):
        return counted  # «نصف ساعة وربع مليون شخص»
    again = words[end + 1].form.removeprefix(ARTICLE) if end + 1 < len(words) else ""
    return counted._replace(end=end + 1 + (again == fold_coarsely(noun.lemma)), more=more)


def _agreeing(text: str, word: Lexeme, number: Numeral, *, strict: bool) -> Noun | None:
    """The noun a word is when it stands in a form that the number asks for, or in one that writers slip into."""
    form, single = word.form, known(singulars().get(word.form))
    if _is_no_noun(form):
        return None
    if number.value in _PAIR:
        return known(single, CountedKind.MEASURE) or (plural(text, word) if number.value == 0 else None)
    last = number.value % _HUNDRED if number.unit == 1 else 0
    if last in _FEW:
        return _plural_or_measure(text, word, single)
    accusative = number.unit == 1 and last > _FEW[-1]
    noun = singular(text, word, accusative=accusative, strict=strict)
    if strict:
        return noun if known(noun) and (not accusative or form.endswith(("ا", "ه"))) else None
    return known(noun) or known(plurals().get(form)) or noun


def _plural_or_measure(text: str, word: Lexeme, single: Noun | None) -> Noun | None:
    """The noun that three to ten count: in the plural («5 نواب»), a measure also in the singular («5 كلم»)."""
    noun = plural(text, word)
    if noun is None:
        return known(single, CountedKind.MEASURE)
    return noun if noun.sure or not single else single


def _is_no_noun(form: str) -> bool:
    """Whether a word that follows a number cannot be what it counts: a function word, a definite one, a month."""
    if has_role(form, ValueWord.UNCOUNTED) or number_word(form) is not None:
        return True
    if openings(form):
        return not (known(singulars().get(form)) or known(plurals().get(form)))  # «ألعاب», «آلات»
    if form in date_words():
        return not (
            known(singulars().get(form.removesuffix("ا")), CountedKind.TIME)
            or known(plurals().get(form), CountedKind.TIME)
        )
    return form[0] == "و" and has_role(form[1:], ValueWord.UNCOUNTED)


def _share(text: str, words: Sequence[Lexeme], at: int, number: Numeral) -> Counted | None:
    """«اثنين من موظفي», «ثلاثة من الجنود», «5 من عناصر الشرطة»: the plural after من."""
    if number.value <= 1 or at >= len(words) or words[at].kind != WORD or has_role(words[at].form, ValueWord.UNCOUNTED):
        return None
    noun = _definite_plural(text, words[at])
    if noun:
        return Counted(at + 1, noun.lemma)
    noun = _construct(text, words[at])
    if noun and at + 1 < len(words) and _is_common(words[at + 1]):
        return Counted(at + 2, f"{noun.lemma} {letters_of(text, words[at + 1])}")
    return Counted(at + 1, noun.lemma) if noun and (noun.sure or words[at].form.endswith("ي")) else None


def _is_common(word: Lexeme) -> bool:
    """Whether a definite word is a common noun, no name and no adjective: its indefinite form is in the lexicons."""
    form = word.form.removeprefix(ARTICLE)
    if word.kind != WORD or form == word.form or form in peoples():
        return False
    noun = singulars().get(form)
    return (
        form in plurals()
        or form.endswith("ات")
        or (noun is not None and noun.kind not in (CountedKind.PERSON, WordKind.QUALITY))
    )


def _definite_plural(text: str, word: Lexeme) -> Noun | None:
    form = word.form.removeprefix(ARTICLE)
    if form == word.form:
        return None
    noun = plurals().get(form)
    if noun is None:
        return sound_plural(letters_of(text, word)[len(ARTICLE) :])
    return noun if noun.sure or form not in singulars() else None


def _construct(text: str, word: Lexeme) -> Noun | None:
    """A plural before its genitive: broken, «موظفي», «شركات»."""
    written, noun = letters_of(text, word), plurals().get(word.form)
    if noun is None and word.form.endswith("ي") and len(word.form) > _LEAST_STEM:
        stem = singulars().get(word.form[:-1])
        return stem and (stem if stem.sure else stem._replace(lemma=written[:-1]))
    return noun or (sound_plural(written) if written.endswith("ات") else None)


def _with_genitive(text: str, words: Sequence[Lexeme], at: int, noun: Noun) -> Counted:
    """The noun with the unit word or the indefinite genitive after it."""
    end = at + 1
    alone = Counted(end, noun.lemma)
    following = words[end] if end < len(words) else None
    if following is None or following.kind != WORD:
        return _rate(words, end, noun) or alone
    written = letters_of(text, following)
    if has_role(following.form, ValueWord.UNIT):
        return Counted(end + 1, f"{noun.lemma} {_unit_word(written, noun)}")
    if has_role(fold_coarsely(noun.lemma), ValueWord.MULTIPLE) and (unit := _measure(following.form)):
        joined = singulars().get(fold_coarsely(noun.lemma + unit))
        return Counted(end + 1, joined.lemma if joined else f"{noun.lemma} {unit}")
    accusative = words[at].form.endswith("ا") and not noun.lemma.endswith("ا")
    if accusative or written[-1] == "ى" or not _is_genitive(following.form, noun):
        return alone
    return Counted(end + 1, f"{noun.lemma} {written}")


def _rate(words: Sequence[Lexeme], at: int, noun: Noun) -> Counted | None:
    """«كلم/س»: a measure for each unit of another, without spaces."""
    part = words[at : at + 2]
    if len(part) < 2 or part[0].form != "/" or part[0].spaced or part[1].spaced or not noun.is_a(CountedKind.MEASURE):  # noqa: PLR2004
        return None
    over = rates().get(part[1].form)
    return Counted(at + 2, f"{noun.lemma}/{over}") if over else None


def _measure(form: str) -> str | None:
    """The unit that a word is, in the singular, the accusative or the plural."""
    found = (singulars().get(form), singulars().get(form.removesuffix("ا")), plurals().get(form))
    return next((noun.lemma for noun in found if known(noun, CountedKind.MEASURE) and noun), None)


def _unit_word(written: str, noun: Noun) -> str:
    """«مربعة» after a plural as it stands after the singular: مربع, but مئوية after درجة."""
    form = written.removesuffix("ا")
    return form if noun.lemma.endswith("ة") else form.removesuffix("ة")


def _is_genitive(form: str, head: Noun) -> bool:
    """Whether an indefinite word after a noun is its genitive rather than an adjective, a verb or an adverb."""
    if head.kind == CountedKind.TIME:
        return has_role(form, ValueWord.TERM)
    if has_role(form, ValueWord.UNCOUNTED) or openings(form) or number_word(form) is not None:
        return False
    if has_role(form, ValueWord.GENITIVE):
        return not head.is_a(CountedKind.PERSON, WordKind.PARTICIPLE)
    if head.kind == CountedKind.MEASURE or head.lemma == "آخر" or form.endswith("يه"):
        return False
    return _names_a_thing(form)


def _names_a_thing(form: str) -> bool:
    """Whether an indefinite word is a noun for a thing or a deed, and not as well a verb or a quality."""
    noun, many, base = singulars().get(form), plurals().get(form), singulars().get(form.removesuffix("ه"))
    if form.endswith("ه") and base and base.is_a(WordKind.QUALITY, WordKind.PARTICIPLE):
        return False
    if noun:
        return (
            not noun.is_a(CountedKind.PERSON, CountedKind.TIME)
            if noun.sure
            else not noun.is_a(WordKind.VERB, WordKind.QUALITY, WordKind.PARTICIPLE)
        )
    return many is not None and many.kind == CountedKind.THING


def noun_before(text: str, words: Sequence[Lexeme], at: int) -> Before | None:
    """The definite plural before a definite number («الدول الثلاث»), None when none stands there.

    Args:
        text: the text.
        words: its lexemes.
        at: the index of the number's first lexeme.

    >>> from arcorpus.text.value_lexer import lexemes
    >>> noun_before("غرف الحرب الأربع", lexemes("غرف الحرب الأربع"), 2)
    Before(first=0, cut=0, lemma='غرفة حرب')
    """
    if at < 1 or words[at - 1].kind != WORD or words[at - 1].form.endswith("القرن"):
        return None  # «القرن العشرين»: its number, not how many
    word = words[at - 1]
    for cut in openings(word.form):
        noun = plurals().get(word.form[cut:]) or sound_plural(letters_of(text, word)[cut:])
        if noun:
            return Before(at - 1, DEFINITE[word.form[:cut]], noun.lemma)
    if at > 1 and words[at - 2].kind == WORD and _is_common(word):
        for cut in _cuts(words[at - 2].form):
            head = plurals().get(words[at - 2].form[cut:])
            if head:
                return Before(at - 2, cut, f"{head.lemma} {letters_of(text, word).removeprefix(ARTICLE)}")
    return _owned(word.form, at - 1)


def _owned(form: str, at: int) -> Before | None:
    """A plural with a possessive: «أبنائها الثلاثة»."""
    for cut in _cuts(form):
        for ending in _POSSESSIVES:
            stem = form[cut:].removesuffix(ending)
            seat = stem[:-1] + "ء" if stem.endswith(("ئ", "ؤ")) else stem
            found = (plurals().get(stem) or plurals().get(seat)) if stem != form[cut:] else None
            if found:
                return Before(at, cut, found.lemma)
    return None


def _cuts(form: str) -> tuple[int, ...]:
    """How many attached letters may stand before a word: none, or one of و ف ب ل ك."""
    return (0, 1) if form[0] in ATTACHED else (0,)
