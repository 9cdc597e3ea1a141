"""A text cut into folded words, numbers and marks that know where they stand: what value grammars read.

The folding is the coarse one that lexicon forms share (hamza seats, ya, ta marbuta, digits, marks dropped); it serves
look-up alone. Spans are those of the text as it was given.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from arcorpus.text.letters import CONTROLS_CLASS, SIGNS_CLASS, bare

WORD, LATIN, NUMBER, MARK, BREAK = "word", "latin", "number", "mark", "break"

_DROP = re.compile(f"[{SIGNS_CLASS}{CONTROLS_CLASS}]+")
_MARK, _CONTROL = "\u0652", "\u0653"  # what every mark and every control becomes before it is dropped


def _table() -> dict[int, str]:
    """The folding of each code point, one to one."""
    table = dict(zip("أإآٱىیېکڪہھةۀ", "اااايييككهههه", strict=True))
    for zero in (0x0660, 0x06F0, 0xFF10):
        table.update({chr(zero + i): str(i) for i in range(10)})
    table.update({chr(c): " " for c in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x3000, 0x09)})
    table.update(dict.fromkeys("\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029", "\n"))
    table.update(dict.fromkeys("‐‑‒–—―−﹣－", "-"))
    table.update(dict.fromkeys("«»“”„‟＂″", '"'))
    table.update({"٪": "%", "％": "%", "﹪": "%", "⁒": "%", "٬": "'", "’": "'", "⁄": "/", "∕": "/", "،": ","})
    table.update({chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)})
    plane = "".join(map(chr, range(0x10000)))
    for pattern, image in ((SIGNS_CLASS, _MARK), (CONTROLS_CLASS, _CONTROL)):
        table.update(dict.fromkeys(re.findall(f"[{pattern}]", plane), image))
    return {ord(key): value for key, value in table.items()}


_TABLE = _table()
_ARABIC = r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_LEXEME = re.compile(
    r"(?P<number>[0-9]+(?:(?:[.'٫]|,(?=[0-9]{1,3}(?![0-9])))[0-9]+)*)"  # 10,000 is one number; 2011,2012 are two
    rf"|(?P<word>[{_ARABIC}][{_ARABIC}{_MARK}{_CONTROL}]*)"
    r"|(?P<latin>[^\W\d_\u0600-\u07ff]+)"
    r"|(?P<break>\n)"
    rf"|(?P<mark>[^ {_MARK}{_CONTROL}])"
)


class Lexeme(NamedTuple):
    """A word, Latin word, number, mark or line break: its folded form, its span, and whether a space stands before."""

    kind: str
    form: str
    start: int
    end: int
    spaced: bool


def fold_coarsely(text: str) -> str:
    """The text as lexicon forms are compared: one folded letter for each letter, without marks and controls.

    Args:
        text: any text.

    >>> fold_coarsely("أَيَّـار ٢٠٢٠")
    'ايار 2020'
    """
    return text.translate(_TABLE).replace(_MARK, "").replace(_CONTROL, "")


def lexemes(text: str, start: int = 0, end: int | None = None) -> list[Lexeme]:
    """The lexemes of a text in order; a number keeps the marks between its digits.

    Args:
        text: any text.
        start: where to begin, in code points.
        end: where to stop, in code points; the end of the text when None.

    >>> [(x.kind, x.form) for x in lexemes("في 3٫5 أيّام")]
    [('word', 'في'), ('number', '3٫5'), ('word', 'ايام')]
    """
    folded = (text[start:end] if start or end is not None else text).translate(_TABLE)
    found, before = [], 0
    for match in _LEXEME.finditer(folded):
        first, last = match.span()
        form, kind = match.group(), match.lastgroup or MARK
        if kind == WORD and not form.isalpha():
            last -= len(form) - len(form.rstrip(_CONTROL))
            form = form.replace(_MARK, "").replace(_CONTROL, "")
        spaced = first > before and " " in folded[before:first]
        found.append(Lexeme(kind, form, first + start, last + start, spaced))
        before = last
    return found


def cut_off(text: str, lexeme: Lexeme, letters: int) -> int:
    """Where a word begins when its first letters (attached و ف ب ل ك) are cut off, in code points of the text.

    Args:
        text: the text the lexeme was found in.
        lexeme: the word.
        letters: how many folded letters to cut off.

    >>> word = lexemes("وَيناير")[0]
    >>> cut_off("وَيناير", word, 1)
    2
    """
    place = lexeme.start
    for _ in range(letters):
        place += 1
        found = _DROP.match(text, place, lexeme.end)
        place = found.end() if found else place
    return place


def letters_of(text: str, lexeme: Lexeme) -> str:
    """A lexeme as it is written, without diacritics, tatweel and controls.

    >>> letters_of("شَكْوَى", lexemes("شَكْوَى")[0])
    'شكوى'
    """
    return bare(text[lexeme.start : lexeme.end])


PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
"""Attached one-letter words that a span leaves out, as they can stand before a word."""
DEFINITE = {"ال": 0, "وال": 1, "فال": 1, "بال": 1, "كال": 1, "وبال": 2, "لل": 0, "ولل": 1, "فلل": 1}
"""The article with what can stand before it, and how many letters a span leaves out (لل cannot be parted)."""
