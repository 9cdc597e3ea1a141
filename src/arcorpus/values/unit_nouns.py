"""Nouns by their folded forms: the dictionary form (singular, undiacritised) behind a plural or an accusative."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE, ATTACHED, TANWIN_FATH
from arcorpus.text.value_lexer import DEFINITE, Lexeme, fold_coarsely, letters_of

_LEAST_STEM = 3
_LEAST_SOUND = 4  # letters of an unknown word in ة that is taken for a noun


class Noun(NamedTuple):
    """A noun: its dictionary form, its kind, and whether the hand-made list of counted nouns has it.

    The kinds of that list are time, measure, person and thing; those of the general dictionary thing, deed, quality,
    participle and verb (a past verb is written alike), several parted by spaces.
    """

    lemma: str
    kind: str
    sure: bool

    def is_a(self, *kinds: str) -> bool:
        """Whether one of these is among its kinds."""
        return not set(kinds).isdisjoint(self.kind.split())


@cache
def _words() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in lexicon("value_words"):
        table.setdefault(fold_coarsely(row["form"]), set()).add(row["role"])
    return {form: frozenset(roles) for form, roles in table.items()}


def has_role(form: str, role: str) -> bool:
    """Whether a folded word has a role in value expressions (label, code, stop, unit, multiple, genitive, term).

    >>> has_role(fold_coarsely("المادة"), "label")
    True
    """
    return role in _words().get(form, ())


@cache
def singulars() -> dict[str, Noun]:
    """The nouns by their folded singular or abbreviation."""
    table: dict[str, Noun] = {}
    for row in lexicon("counted"):
        for form in (row["lemma"], *row["short"].split()):
            table.setdefault(fold_coarsely(form), Noun(row["lemma"], row["kind"], sure=True))
    for row in lexicon("nouns"):
        table.setdefault(fold_coarsely(row["lemma"]), Noun(row["lemma"], row["kinds"], sure=False))
    return table


@cache
def plurals() -> dict[str, Noun]:
    """The nouns by their folded plurals, as far as the lexicons list them."""
    table: dict[str, Noun] = {}
    for name, kind in (("counted", "kind"), ("nouns", "kinds")):
        for row in lexicon(name):
            for form in row["plurals"].split():
                table.setdefault(fold_coarsely(form), Noun(row["lemma"], row[kind], sure=name == "counted"))
    return table


@cache
def rates() -> dict[str, str]:
    """The units that stand after a slash («كلم/س») by their folded word or abbreviation."""
    rows = [row for row in lexicon("counted") if row["kind"] in ("time", "measure")]
    return {
        fold_coarsely(form): row["lemma"]
        for row in rows
        for form in f"{row['lemma']} {row['short']} {row['over']}".split()
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


def known(noun: Noun | None, kind: str = "") -> Noun | None:
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
            return found if found.is_a("person", "participle", "quality") else None
        return Noun(stem, "participle", sure=False) if stem[-1] == "ي" or stem[0] == "م" else None
    for lemma in (stem + "ة", stem):
        found = singulars().get(fold_coarsely(lemma))
        if found and (found.sure or lemma[-1] != "ي"):
            return found if found.sure else found._replace(lemma=lemma)
    return Noun(stem + "ة", "thing", sure=False)


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
    if written[-1] == "ة" and not strict and len(form) >= _LEAST_SOUND and not _is_led(form) and form[-2] != "ي":
        base = singulars().get(form[:-1])
        return None if base and base.is_a("quality", "verb") else Noun(written, "thing", sure=False)
    return None


def _from_accusative(text: str, word: Lexeme, *, accusative: bool, strict: bool) -> Noun | None:
    """The noun of an accusative in ا: by the lexicons or, if unknown, by tanwin, a participle's م or a nisba's ي."""
    written, stem = letters_of(text, word)[:-1], word.form[:-1]
    found = singulars().get(stem)
    if found and (found.sure or not strict):
        return found if found.sure else found._replace(lemma=written)
    if strict or not accusative or len(stem) < _LEAST_STEM:
        return None
    marked = TANWIN_FATH in text[word.start : word.end]
    return Noun(written, "thing", sure=False) if marked or stem[0] == "م" or stem[-1] == "ي" else None


def _is_led(form: str) -> bool:
    """Whether a word is another with و ف ب ل ك attached: «لمدة»."""
    return form[0] in ATTACHED and (form[1:] in singulars() or form[1:] in plurals())


def _is_plain(noun: Noun, form: str) -> bool:
    """Whether a word of the dictionary is a noun rather than a verb or an adjective when it follows a number."""
    if form.endswith("ه"):
        return not noun.is_a("quality")
    return not noun.is_a("verb") and noun.kind != "quality"
