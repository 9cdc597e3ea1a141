r"""The letters and marks that Arabic spelling gives a meaning of their own: article, attached letters, signs, quotes.

Names that end in `CLASS` are the inside of a character class of a regular expression (`f"[{SIGNS_CLASS}]"`).
"""

from __future__ import annotations

import re

ARTICLE = "ال"
LI_ARTICLE = "لل"
"""The preposition ل with the article, whose alef it swallows: للدول is ل + الدول."""
ARTICLES = (ARTICLE, LI_ARTICLE)
"""What the letters before a definite word can end in."""

CONJUNCTIONS = frozenset("وف")
"""The letters that are attached as conjunctions."""
PREPOSITIONS = frozenset("بلك")
"""The letters that are attached as prepositions."""
ATTACHED = CONJUNCTIONS | PREPOSITIONS
"""The one-letter words that are written together with what follows."""

TATWEEL = "\u0640"
"""The stroke that stretches a word."""
TANWIN_FATH = "\u064b"
"""The sign of the indefinite accusative."""
DIACRITICS_CLASS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Harakat, tanwin, shadda, sukun, hamza marks, dagger alef and the signs of the Quran, its small letters too."""
CONTROLS_CLASS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
"""Soft hyphen, zero-width characters and signs of direction: they leave no ink."""
SIGNS_CLASS = DIACRITICS_CLASS + TATWEEL
"""What can stand in a written word without being one of its letters."""

QUOTE_PAIRS = {"«": "»", "“": "”", "‹": "›", "„": "“", "‘": "’"}
"""The closing mark of each opening quotation mark whose two sides differ."""
STRAIGHT_QUOTES = frozenset("\"'")
"""Quotation marks whose two sides are alike."""

_NO_LETTER = re.compile(f"[{SIGNS_CLASS}{CONTROLS_CLASS}]")
_ALEFS = str.maketrans("أإآٱ", "اااا")


def bare(word: str) -> str:
    """A word's letters alone, without vowel signs, tatweel and controls.

    >>> bare("شَكْوَى"), bare("الـمدينة")
    ('شكوى', 'المدينة')
    """
    return _NO_LETTER.sub("", word)


def letter_offsets(word: str) -> list[int]:
    """Where each letter of a word stands, in code points, and the word's length at the end.

    >>> letter_offsets("وَيَد")
    [0, 2, 4, 5]
    """
    return [at for at, char in enumerate(word) if not _NO_LETTER.match(char)] + [len(word)]


def plain_alef(text: str) -> str:
    """The text with every alef bare: without hamza, madda and wasla.

    >>> plain_alef("إلى الأستاذ آدم")
    'الى الاستاذ ادم'
    """
    return text.translate(_ALEFS)


def without_article(word: str) -> str:
    """The word without the article that it begins with, whatever is left of it.

    >>> without_article("الوزير"), without_article("وزير")
    ('وزير', 'وزير')
    """
    return word.removeprefix(ARTICLE)
