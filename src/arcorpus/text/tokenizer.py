"""Sentences and tokens of a text, with exact offsets and the clitics that can be cut off each word.

The sentences are found by `sentences`, a single word is cut by `clitics`; both stand below this module and know nothing
of it, so that a fuller morphology can take the place of the second.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from arcorpus.text.clitics import split_word
from arcorpus.text.letters import CONTROLS_CLASS, TATWEEL
from arcorpus.text.sentences import split_sentences
from arcorpus.types import Sentence, Span, Token

__all__ = ["count_words", "split_sentences", "tokenize"]

_BLOCKS = ((0x0610, 0x0700), (0x0750, 0x0780), (0x0870, 0x0900), (0xFB50, 0xFE00), (0xFE70, 0xFF00))
_SIGNS = "%٪‰&@#*/\\°"  # punctuation to Unicode, signs with a meaning of their own to a reader
_KINDS = {"initials": "word", "latin": "word"}


def _ranges(chars: Iterable[str]) -> str:
    """The body of a regular expression's class for characters in order."""
    runs: list[list[int]] = []
    for point in map(ord, chars):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in runs)


def _patterns() -> tuple[dict[str, str], str]:
    """The regular expressions for tokens with a letter or digit, by group, and the one for all others.

    Nothing looks behind a token's start, so a sentence alone gives the tokens that it gives inside its text; nothing is
    tried twice over a stretch of any length, so time is linear.
    """
    arabic = [chr(point) for low, high in _BLOCKS for point in range(low, high)]
    letters = _ranges(char for char in arabic if char.isalpha() and char != TATWEEL)
    signed = letters + _ranges(char for char in arabic if unicodedata.category(char) == "Mn")
    glue = TATWEEL + "\u00ad\u200c-\u200f"  # inside a word: tatweel, soft hyphen, zero-width joiners, direction marks
    other = rf"(?:(?![{letters}{TATWEEL}])[^\W\d_][\u0300-\u036f]*)"  # a letter of another script, as Latin
    other_or_digit = rf"(?:(?![{letters}{TATWEEL}])[^\W_][\u0300-\u036f]*)"
    no_ink = CONTROLS_CLASS + "\ufe0f"
    address = r"""[^\s<>"«»“”{}|\\^`]+(?<![.,،؛:;!?؟…)\]'’])"""
    drawn = rf"(?:[وف]?(?:[بكلس]|[بك]?ال|لل)|[{letters}]){TATWEEL}++(?![{signed}])"
    word = rf"[{letters}][{signed}]*+(?:[{glue}]+[{signed}]+)*(?:-\d+(?![\w-]))?"
    blank, sign = rf"[_{TATWEEL}]", rf"[^\W_{TATWEEL}]"  # of \w: no word to a reader; the rest
    host = r"(?:[A-Za-z0-9-]{1,63}+\.){1,8}"
    groups = {
        "initials": rf"[{letters}](?:\.[{letters}])+(?![{signed}])"  # أ.ف.ب, and سي.إن.إن
        rf"|[{letters}]{{1,3}}(?:\.[{letters}]{{1,3}}){{2,}}(?![{signed}])",
        "word": f"{drawn}|{word}",  # بـ before 5 or a quote, هـ; a word
        "email": r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+@[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+)+",
        "url": rf"(?:[A-Za-z][A-Za-z0-9+]{{1,15}}+://|www\.){address}"
        rf"|{host}(?:[a-z]{{2,24}}+/(?:{address})?"
        r"|(?:com|net|org|edu|gov|int|info)(?:\.[a-z]{2})?(?![\w-]|\.\w))",
        "hashtag": rf"[#＃](?={blank}*+{sign})[\w{signed}]*\w",
        "handle": rf"@(?={blank}*+{sign})\w+(?:\.\w+)*",
        "latin": r"(?:[A-Za-z]\.){2,}(?!\w)"  # U.S.; O'Neil, AT&T, GPT-4, C++, 4K
        rf"|\d*+{other}{other_or_digit}*(?:['’.&_·-]{other_or_digit}+)*(?:(?:\+{{1,2}}|#)(?!\w))?",
        "number": r"\d{4}-\d{2}-\d{2}(?!\d)|\d+(?:(?:[.٫:/]|[,٬](?=\d{1,3}(?!\d)))\d+)*|[^\W_" + TATWEEL + "]",
    }
    mark = (
        rf"\.{{2,}}|[!؟?]{{2,}}|[_{TATWEEL}]+"
        rf"|[^\w\s{no_ink}](?:\ufe0f|[\U0001f3fb-\U0001f3ff]|\u200d[^\w\s@#＃{no_ink}])*"
    )
    return groups, mark


@cache
def _any_token() -> re.Pattern[str]:
    """The expression for any token, a group for each kind; compiled (in 20 ms) when first needed."""
    words, mark = _patterns()
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in {**words, "mark": mark}.items()))


@cache
def _any_word() -> re.Pattern[str]:
    """The expression for tokens with a letter or digit, compiled when first needed."""
    return re.compile("|".join(_patterns()[0].values()))


def tokenize(text: str, sentences: Sequence[Sentence] | None = None, *, clitics: bool = True) -> tuple[Token, ...]:
    """The tokens of a text in order: words, numbers, addresses, tags and marks.

    A clitic before Latin letters, digits or a quotation mark is a token of its own; before Arabic letters it is one of
    the word's `proclitics`. Tatweel, vowel signs and zero-width joiners cut no word.

    Args:
        text: any text.
        sentences: the stretches to look into, the whole text when None; a token never crosses their ends.
        clitics: whether to cut proclitics and enclitics off; without them no lexicon is read.

    >>> [t.text for t in tokenize("كشفت شركة وOracle نموذج GPT-4 بنسبة 96.4%.")]
    ['كشفت', 'شركة', 'و', 'Oracle', 'نموذج', 'GPT-4', 'بنسبة', '96.4', '%', '.']
    >>> token = tokenize("وبالمدارس")[0]
    >>> [token.text[s.start:s.end] for s in token.proclitics]
    ['و', 'ب', 'ال']
    """
    spans = [(0, len(text))] if sentences is None else [(s.start, s.end) for s in sentences]
    found: list[Token] = []
    add, finditer = found.append, _any_token().finditer
    for low, high in spans:
        for match in finditer(text, low, high):
            group = match.lastgroup or "mark"
            start, end = match.span()
            surface = match[0]
            if group == "word" and clitics:
                cut = split_word(surface)
                if cut:
                    pro = tuple([Span(start + a, start + b) for a, b in cut[0]])
                    enc = tuple([Span(start + a, start + b) for a, b in cut[1]])
                    add(Token(start, end, surface, group, pro, enc))
                else:
                    add(Token(start, end, surface, group))
            else:
                kind = _mark_kind(surface[0]) if group == "mark" else _KINDS.get(group, group)
                add(Token(start, end, surface, kind))
    return tuple(found)


@lru_cache(maxsize=4096)
def _mark_kind(char: str) -> str:
    """Whether a mark is punctuation or a symbol."""
    if char == TATWEEL:
        return "punctuation"
    return "punctuation" if unicodedata.category(char)[0] == "P" and char not in _SIGNS else "symbol"


def count_words(text: str, sentences: Sequence[Sentence]) -> int:
    """How many tokens of the sentences hold a letter or digit: as many as `tokenize` finds.

    Args:
        text: any text.
        sentences: the stretches to count in.

    >>> count_words("بلغ 14.3 مليار!", split_sentences("بلغ 14.3 مليار!"))
    3
    """
    findall = _any_word().findall
    return sum(len(findall(text, s.start, s.end)) for s in sentences)
