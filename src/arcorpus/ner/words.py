"""The words of a field as the rules see them, and the names that rules put forward.

A rule is a function that looks at one place among the words and returns the name that begins there. Each module of
rules (`known`, `persons`, `places`, `organisations`, `events`, `products`, `after_heads`) starts from this one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from arcorpus.morph import analyser
from arcorpus.ner import gazetteer
from arcorpus.ner.name_heads import NameHead
from arcorpus.text.letters import ARTICLE, LI_ARTICLE
from arcorpus.types import Field, Span, Token

COMMAS = frozenset({"،", ","})
_ARABIC = "\u0621", "\u064a"
_TANWIN = "\u064b"
_HIS = "ه"


class Word(NamedTuple):
    """A token with what the rules ask of it.

    Attributes:
        start: where it begins in the field's text, in code points.
        end: where it ends.
        text: the token as it is written.
        key: its look-up key (`gazetteer.key`).
        arabic: its key begins with an Arabic letter.
        latin: it ends with a Latin letter or a digit.
        joined: only spaces stand between it and the word before.
        token: the token itself, for the analyser.
    """

    start: int
    end: int
    text: str
    key: str
    arabic: bool
    latin: bool
    joined: bool
    token: Token


class Candidate(NamedTuple):
    """A name that a rule puts forward.

    Attributes:
        start: where it begins in the field's text, in code points.
        end: where it ends.
        type: PER, ORG, LOC, PRODUCT, EVENT or WORK.
        score: how sure the rule is, 0-1.
    """

    start: int
    end: int
    type: str
    score: float


class FieldWords(NamedTuple):
    """A field with its words and the names put forward for it.

    Attributes:
        field: the field.
        words: its words, in order.
        starts: where each word begins, in code points.
        quotes: the quotations, by the index of the word that closes them.
        candidates: the names that the rules have put forward so far.
    """

    field: Field
    words: list[Word]
    starts: list[int]
    quotes: dict[int, Span]
    candidates: list[Candidate]

    def key(self, candidate: Candidate) -> str:
        """The look-up key of a candidate's surface."""
        return gazetteer.key(self.field.text[candidate.start : candidate.end])

    def at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


Rule = Callable[[Sequence[Word], int], Candidate | None]


def words_of(field: Field) -> list[Word]:
    """The tokens of a field as the rules see them."""
    words: list[Word] = []
    at = 0
    for token in field.tokens:
        gap = field.text[at : token.start]
        key = gazetteer.key(token.text)
        arabic = token.kind == "word" and _ARABIC[0] <= key[:1] <= _ARABIC[1]
        latin = token.text[-1:].isascii() and token.text[-1:].isalnum()
        joined = bool(gap) and not gap.strip(" \u00a0\u200f")
        words.append(Word(token.start, token.end, token.text, key, arabic, latin, joined, token))
        at = token.end
    return words


def joined_words(words: Sequence[Word], at: int, most: int) -> Sequence[Word]:
    """The Arabic words from `at` on that nothing but spaces parts, at most `most`."""
    end = at
    for word in words[at : at + most]:
        if not word.arabic or (end > at and not word.joined):
            break
        end += 1
    return words[at:end]


def joined_after(words: Sequence[Word], at: int) -> Word | None:
    """The word after the one at `at` when only spaces stand between them."""
    return words[at + 1] if at + 1 < len(words) and words[at + 1].joined else None


def known_type(word: Word) -> str | None:
    """The type of a word that is a known name by itself, with or without letters attached."""
    found = gazetteer.longest([word.text])
    return found[2].type if found else None


def is_place(word: Word) -> bool:
    """A word by itself is a known place, with or without letters attached."""
    return known_type(word) == "LOC"


def is_unknown(word: Word) -> bool:
    """An Arabic word is neither a word of the language nor a people's adjective: likely a foreign name."""
    if not word.arabic or _TANWIN in word.text or len(word.key) == 1:
        return False
    return not gazetteer.is_common(word.key) and word.key not in gazetteer.nationalities()


def is_foreign_name(word: Word) -> bool:
    """An unknown word that no lexicon knows as another thing than a person's name."""
    return is_unknown(word) and known_type(word) in {None, "PER"}


def unknown_run(flags: Sequence[bool]) -> int:
    """How many of the flags at the start are true.

    >>> unknown_run([True, True, False, True])
    2
    """
    return [*flags, False].index(False)


def likely_classes(word: Word) -> tuple[str, ...]:
    """The classes of a word's clitics and core in its likeliest reading: `Nd` is a definite noun, `Ad` an adjective."""
    return analyser.states(word.token)[0].classes


class AttachedHead(NamedTuple):
    """A head word that was found in a word of the text.

    Attributes:
        key: its look-up key; empty when the word is no head.
        cut: the code points of the letters attached before it.
    """

    key: str
    cut: int


@lru_cache(maxsize=1 << 15)
def attached_head(text: str, roles: tuple[NameHead, ...]) -> AttachedHead:
    """The head word of some roles that a word is, without letters attached; an empty key for other words.

    «للجنة» is both لجنة and اللجنة after ل.
    """
    for reading in gazetteer.cut_readings(text):
        found = [reading.key, ARTICLE + reading.key[1:]] if reading.key.startswith(LI_ARTICLE) else [reading.key]
        for head in found:
            if any(head in gazetteer.heads(role) for role in roles):
                return AttachedHead(head, reading.cut)
    return AttachedHead("", 0)


def bare_head(text: str, role: NameHead) -> AttachedHead:
    """The same for one role, where the word has no «his» at its end: دوره is «his part», no دورة."""
    return AttachedHead("", 0) if text.endswith(_HIS) else attached_head(text, (role,))
