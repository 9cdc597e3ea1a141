"""Nouns by their folded forms: the dictionary form (singular, undiacritised) behind a plural or an accusative."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE, ATTACHED, TANWIN_FATH
from arcorpus.text.value_lexer import DEFINITE, Lexeme, fold_coarsely, letters_of

_LEAST_STEM = 3
_LEAST_SOUND = 4  # letters of an unknown word in ة that is taken for a noun


class ValueWord(StrEnum):
    """The roles of words around numbers, as data/lexicons/value_words.tsv explains them."""

    PERCENT = "percent"
    LABEL = "label"
    CODE = "code"
    UNCOUNTED = "uncounted"
    UNIT = "unit"
    MULTIPLE = "multiple"
    GENITIVE = "genitive"
    TERM = "term"


class CountedKind(StrEnum):
    """The kinds of the hand-made list of counted nouns, as data/lexicons/counted.tsv explains them."""

    TIME = "time"
    MEASURE = "measure"
    PERSON = "person"
    THING = "thing"


class WordKind(StrEnum):
    """The kinds that the general dictionary has besides: several can fit one word, as a past verb is written alike."""

    DEED = "deed"
    QUALITY = "quality"
    PARTICIPLE = "participle"
    VERB = "verb"


class Noun(NamedTuple):
    """A noun: its dictionary form, its kind, and whether the hand-made list of counted nouns has it.

    `kind` is one of `CountedKind` or `WordKind`, or several parted by spaces.
    """

    lemma: str
    kind: str
    sure: bool

    def is_a(self, *kinds: CountedKind | WordKind) -> bool:
        """Whether one of these is among its kinds."""
        return not set(kinds).isdisjoint(self.kind.split())


@cache
def _words() -> dict[str, frozenset[ValueWord]]:
    table: dict[str, set[ValueWord]] = {}
    for row in lexicon("value_words"):
        table.setdefault(fold_coarsely(row["form"]), set()).add(ValueWord(row["role"]))
    return {form: frozenset(roles) for form, roles in table.items()}


def has_role(form: str, *roles: ValueWord) -> bool:
    """Whether a folded word has one of these roles in value expressions.

    >>> has_role(fold_coarsely("المادة"), ValueWord.LABEL)
    True
    """
    return not _words().get(form, frozenset()).isdisjoint(roles)


@cache
def singulars() -> dict[str, Noun]:
    """The nouns by their folded singular or abbreviation."""
    table: dict[str, Noun] = {}
    for row in lexicon("counted"):
        for form in (row["form"], *row["short"].split()):
            table.setdefault(fold_coarsely(form), Noun(row["form"], row["role"], sure=True))
    for row in lexicon("nouns"):
        table.setdefault(fold_coarsely(row["lemma"]), Noun(row["lemma"], row["kinds"], sure=False))
    return table


@cache
def plurals() -> dict[str, Noun]:
    """The nouns by their folded plurals, as far as the lexicons list them."""
    table: dict[str, Noun] = {}
    nouns = [(Noun(row["form"], row["role"], sure=True), row["plurals"]) for row in lexicon("counted")]
    nouns += [(Noun(row["lemma"], row["kinds"], sure=False), row["plurals"]) for row in lexicon("nouns")]
    for noun, forms in nouns:
        for form in forms.split():
            table.setdefault(fold_coarsely(form), noun)
    return table


@cache
def rates() -> dict[str, str]:
    """The units that stand after a slash («كلم/س») by their folded word or abbreviation."""
    rows = [row for row in lexicon("counted") if row["role"] in (CountedKind.TIME, CountedKind.MEASURE)]
    return {
        fold_coarsely(form): row["form"]
        for row in rows
        for form in f"{row['form']} {row['short']} {row['over']}".split()
    }


@cache
def peoples() -> frozenset[str]:
    """The nationality adjectives, folded, masculine and without the article."""
    forms = (fold_coarsely(row["adjective"]) for row in lexicon("nationalities"))
    return frozenset(form.removeprefix(ARTICLE).removesuffix("ه") for form in forms)


def openings(form: str) -> tuple[int, ...]:
    """How many letters the article and what is attached before it take up at the start of a folded word, if any.

    >>> openings("والسنوات"), openings("سنوات")
    ((3,), ())
    """
    return tuple(len(prefix) for prefix in DEFINITE if form.startswith(prefix))


def known(noun: Noun | None, kind: CountedKind | None = None) -> Noun | None:
    """The noun when the hand-made list has it, of this kind if one is given."""
    return noun if noun and noun.sure and (not kind or noun.is_a(kind)) else None


def plural(text: str, word: Lexeme) -> Noun | None:
    """The noun whose plural a word is: broken (by the lexicons) or sound (ات ون ين).

    >>> from arcorpus.text.value_lexer import lexemes
    >>> [plural("صواريخ وموظفين", word) and plural("صواريخ وموظفين", word).lemma for word in lexemes("صواريخ موظفين")]
    ['صاروخ', None]
    """
    found = plurals().get(word.form)
    return found if found or _is_led(word.form) else sound_plural(letters_of(text, word))


def sound_plural(written: str) -> Noun | None:
    """The noun whose sound plural an undiacritised word is; unknown words count when their form leaves no doubt.

    >>> sound_plural("كيلومترات").lemma, sound_plural("موظفون").lemma, sound_plural("بين")
    ('كيلومتر', 'موظف', None)
    """
    stem, ending = written[:-2], fold_coarsely(written[-2:])
    if len(stem) < _LEAST_STEM or ending not in ("ات", "ون", "ين"):
        return None
    if ending != "ات":
        found = singulars().get(fold_coarsely(stem))
        if found:
            return found if found.is_a(CountedKind.PERSON, WordKind.PARTICIPLE, WordKind.QUALITY) else None
        return Noun(stem, WordKind.PARTICIPLE, sure=False) if stem[-1] == "ي" or stem[0] == "م" else None
    for lemma in (stem + "ة", stem):
        found = singulars().get(fold_coarsely(lemma))
        if found and (found.sure or lemma[-1] != "ي"):
            return found if found.sure else found._replace(lemma=lemma)
    return Noun(stem + "ة", CountedKind.THING, sure=False)


def singular(text: str, word: Lexeme, *, accusative: bool, strict: bool) -> Noun | None:
    """The noun that a word is in the singular, bare or in the accusative («عاما»).

    Args:
        text: the text.
        word: the word.
        accusative: whether the number asks for the accusative, which makes unknown words in ا nouns.
        strict: whether only the hand-made list counts.
    """
    form, found = word.form, singulars().get(word.form)
    if found and found.sure:
        return found
    written = letters_of(text, word)
    if found and not strict and _is_plain(found, form) and written[-1] == found.lemma[-1] and not _is_led(form):
        return found._replace(lemma=written)
    if form.endswith("ا") and len(form) >= _LEAST_STEM:
        return _from_accusative(text, word, accusative=accusative, strict=strict)
    return None if strict else _unknown_feminine(form, written)


def _unknown_feminine(form: str, written: str) -> Noun | None:
    """The noun that a word in ة is when no lexicon lists it: no adjective («كبيرة»), no nisba («تونسية»)."""
    if written[-1] != "ة" or len(form) < _LEAST_SOUND or form[-2] == "ي" or _is_led(form):
        return None
    base = singulars().get(form[:-1])
    return None if base and base.is_a(WordKind.QUALITY, WordKind.VERB) else Noun(written, CountedKind.THING, sure=False)


def _from_accusative(text: str, word: Lexeme, *, accusative: bool, strict: bool) -> Noun | None:
    """The noun of an accusative in ا: by the lexicons or, if unknown, by tanwin, a participle's م or a nisba's ي."""
    written, stem = letters_of(text, word)[:-1], word.form[:-1]
    found = singulars().get(stem)
    if found and (found.sure or not strict):
        return found if found.sure else found._replace(lemma=written)
    if strict or not accusative or len(stem) < _LEAST_STEM:
        return None
    marked = TANWIN_FATH in text[word.start : word.end]
    return Noun(written, CountedKind.THING, sure=False) if marked or stem[0] == "م" or stem[-1] == "ي" else None


def _is_led(form: str) -> bool:
    """Whether a word is another with و ف ب ل ك attached: «لمدة»."""
    return form[0] in ATTACHED and (form[1:] in singulars() or form[1:] in plurals())


def _is_plain(noun: Noun, form: str) -> bool:
    """Whether a word of the dictionary is a noun rather than a verb or an adjective when it follows a number."""
    if form.endswith("ه"):
        return not noun.is_a(WordKind.QUALITY)
    return not noun.is_a(WordKind.VERB) and noun.kind != WordKind.QUALITY
