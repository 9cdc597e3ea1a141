"""Latin-script names in Arabic text: OpenAI, High-Flyer Capital Management, GPT4-O, Llama 3.1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from arcorpus.ner.name_heads import NameHead
from arcorpus.resources import lexicon
from arcorpus.types import Span, Token

_LETTER = r"A-Za-z\u00c0-\u024f"
_LATIN = re.compile(rf"[{_LETTER}0-9][{_LETTER}0-9.'’+&/_-]*")
_HAS_LETTER = re.compile(rf"[{_LETTER}]")
_ATTACHED = re.compile(rf"(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)ـ?(?=[{_LETTER}])")
_VERSION = re.compile(r"\d{1,3}(?:\.\d+)*")
_MODEL = re.compile(rf"[{_LETTER}]+[-.]?\d+(?:\.\d+)*(?:[-.]?[{_LETTER}]{{1,4}})?")
_JOINS = frozenset({"&", "-", "’", "'", "+"})
_GAPS = ("", " ", "\u00a0")  # between two words of a name
_MOST_WORDS = 7
_LONGEST = 64  # code points of a word: longer ones are no names
_MOST_WITH_PLAIN = 4  # words of a name with two or more in lower case
_KINDS = frozenset({"word", "number", "symbol", "punctuation"})


class LatinName(NamedTuple):
    """A Latin-script name, `[start, end)` in code points, and the type that its own shape tells, if any."""

    start: int
    end: int
    type: str | None


class LatinWord(StrEnum):
    """What a word of latin_words.tsv is for a name in Latin script."""

    PLAIN = "plain"
    INNER = "inner"
    UNCOUNTED = "uncounted"


@cache
def _words(role: LatinWord) -> frozenset[str]:
    """The words of a role, in lower case."""
    return frozenset(row["form"] for row in lexicon("latin_words") if role in row["role"].split())


@cache
def _endings() -> dict[str, str]:
    """Last words that tell a name's type, in lower case: Inc, University, Pro."""
    return {row["form"]: row["value"] for row in lexicon("name_heads") if row["role"] == NameHead.LATIN}


def _latin_word(token: Token) -> Span | None:
    """Where the Latin word of a token stands, without Arabic letters attached before it."""
    if token.kind not in _KINDS or len(token.text) > _LONGEST:
        return None
    attached = _ATTACHED.match(token.text)
    offset = max(attached.end() if attached else 0, token.core.start - token.start)
    found = _LATIN.match(token.text, offset)
    if not found or not _HAS_LETTER.search(found[0]) or found.end() != len(token.text.rstrip(".'’")) > 0:
        return None
    start = token.start + offset
    return Span(start, start + len(found[0].rstrip(".'’/_-&")))


def _runs(text: str, tokens: Sequence[Token]) -> Iterator[list[Span]]:
    """Latin words that follow each other on a line, with the marks and versions between them."""
    run: list[Span] = []
    for token in tokens:
        word = _latin_word(token)
        more = _next_of_run(text[run[-1].end : token.start], token, word) if run else word
        if more:
            run.append(more)
        elif run:
            yield run
            run = [word] if word else []
    if run:
        yield run


def _next_of_run(gap: str, token: Token, word: Span | None) -> Span | None:
    """What a token adds to a run after a gap: its Latin word, a mark that joins or a version; None where it adds none.

    Arabic letters before the Latin word end the run: «SoftBank وOracle».
    """
    if gap not in _GAPS:
        return None
    if word and word.start == token.start:
        return word
    joins = token.text in _JOINS or (token.kind == "number" and _VERSION.fullmatch(token.text))
    return Span(token.start, token.end) if joins else None


def _text(text: str, span: Span) -> str:
    """The text of a span."""
    return text[span.start : span.end]


def _is_name(word: str) -> bool:
    """Whether a Latin word can be a name by itself: it has a capital, or a digit among its letters, and is no unit."""
    return word.lower() not in _words(LatinWord.PLAIN) and (word != word.lower() or any(c.isdigit() for c in word))


def _trim(text: str, run: list[Span]) -> list[Span]:
    """The run without marks and plain words at its ends, and without a number that counts the next Arabic word."""
    while run and _text(text, run[-1]) in _JOINS:
        run = run[:-1]
    if len(run) > 1 and _VERSION.fullmatch(_text(text, run[-1])) and _counts(text, run[-1]):
        run = run[:-1]
    while run and _text(text, run[-1]).lower() in _words(LatinWord.INNER):
        run = run[:-1]
    while run and _is_plain(_text(text, run[0]), alone=len(run) == 1):
        run = run[1:]
    return run


def _is_plain(word: str, *, alone: bool) -> bool:
    """Whether a word at the start of a run is no part of a name: a mark, a number, a plain word before another."""
    return not _HAS_LETTER.search(word) or (not alone and word.lower() in _words(LatinWord.PLAIN) and word != "The")


def _counts(text: str, number: Span) -> bool:
    """Whether a number after a name counts what follows: «OpenAI 40 مليار» but not «Llama 3 قبل» or «Llama 3.1»."""
    after = re.match(r"[ \u00a0]([\u0621-\u064a]+)", text[number.end : number.end + 20])
    follows = after is not None and not after[1].startswith(tuple(_words(LatinWord.UNCOUNTED)))
    return (follows and "." not in _text(text, number)) or text[number.end : number.end + 1] in {"%", "٪"}


def _type_of(words: list[str]) -> str | None:
    """What the shape of a name tells: a last word such as University or Pro, letters with digits, a version."""
    ending = _endings().get(words[-1].lower().rstrip("."))
    if ending and len(words) > 1:
        return ending
    if _MODEL.fullmatch(words[-1]) or (len(words) > 1 and _VERSION.fullmatch(words[-1])):
        return "PRODUCT"
    return None


def _is_sentence(words: Sequence[str]) -> bool:
    """Whether a run is a sentence in Latin script: too many words, or many of which some are in lower case."""
    plain = sum(word.islower() and word not in _words(LatinWord.INNER) for word in words)
    return len(words) > _MOST_WORDS or (plain > 1 and len(words) > _MOST_WITH_PLAIN)


def find_latin_names(text: str, tokens: Sequence[Token]) -> tuple[LatinName, ...]:
    """The Latin-script names of a text, in order; sentences in Latin script, units and abbreviations are left out.

    >>> from arcorpus.text.tokenizer import tokenize
    >>> text = "قدمت OpenAI نموذج GPT-4 بعد Llama 3.1 عند 10:00 GMT"
    >>> [(text[n.start:n.end], n.type) for n in find_latin_names(text, tokenize(text))]
    [('OpenAI', None), ('GPT-4', 'PRODUCT'), ('Llama 3.1', 'PRODUCT')]
    """
    found = []
    for whole in _runs(text, tokens):
        run = [] if _is_sentence([_text(text, part) for part in whole]) else _trim(text, whole)
        words = [_text(text, part) for part in run]
        if run and _is_name(words[0]) and sum(map(str.isalnum, "".join(words))) > 1:
            found.append(LatinName(run[0].start, run[-1].end, _type_of(words)))
    return tuple(found)
