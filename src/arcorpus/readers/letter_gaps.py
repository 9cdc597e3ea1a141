"""Letters that stand apart, or with unseen marks between them, put together; full-width digits made common ones."""

from __future__ import annotations

import re

from arcorpus.readers.mojibake import Repair

_LETTER = "[\u0620-\u064a\u066e-\u06d3]"
_UNSEEN = re.compile(f"(?<={_LETTER})[\u200b\u2060\ufeff\u00ad]+(?={_LETTER})")
_ANY_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]+")
_APART = re.compile(rf"(?<!\S){_LETTER}(?: {_LETTER})+(?!\S)")
_BETWEEN = re.compile(rf"(?<={_LETTER}) (?={_LETTER})")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_ENOUGH = 0.05  # share of the letters with an unseen mark behind them from which on these are taken out
_FEWEST = 5  # such marks, at least
_MOST = 0.6  # share of the letters that stand apart from which on a text was spaced out …
_SPACED = 20  # … and such letters, at least


def close_gaps(text: str) -> Repair:
    """The text without what parts the letters of its words.

    >>> close_gaps("بلغ العدد １２０").text
    'بلغ العدد 120'
    """
    warnings = []
    unseen = len(_UNSEEN.findall(text))
    if unseen >= _FEWEST and unseen >= _ENOUGH * len(re.findall(_LETTER, text)):
        text = _ANY_UNSEEN.sub("", text)
        warnings.append(f"held {unseen} marks without width inside words; taken out")
    apart = sum(len(run) // 2 + 1 for run in _APART.findall(text)) if _APART.search(text) else 0
    if apart >= _SPACED and apart >= _MOST * len(re.findall(_LETTER, text)):
        if "  " in text:
            text = _BETWEEN.sub("", text)
            text = re.sub("(?<=\\S) {2,}(?=\\S)", " ", text)
            warnings.append("its letters stood apart («ا ل خ ب ر»); put together")
        else:
            warnings.append("its letters stand apart («ا ل خ ب ر») and nothing shows where its words end; save it anew")
    if _WIDE.search(text):
        text = text.translate(_NARROW)
        warnings.append("held full-width digits or letters; read as common ones")
    return Repair(text, "; ".join(warnings) or None)
