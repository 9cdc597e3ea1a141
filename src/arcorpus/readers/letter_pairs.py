"""How much a text's pairs of letters are those of Arabic news: what tells one code page from another.

Source: the share of each pair in news, generated/letter_pairs.tsv.
"""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import pairwise

from arcorpus.resources import lexicon

ARABIC_ENOUGH = -7.8  # mean log share of the pairs: twenty letters of news have -7.6 at worst, Russian -8.2
FLOOR = math.log(2e-6)  # a pair that Arabic does not have, as if seen twice in a million

_MARKS = str.maketrans("", "", "ـ" + "".join(map(chr, range(0x64B, 0x653))))
_NEUTRAL = re.compile("[\x00-@\\[-`{-\x7f\xa0\xab\xad\xb7\xbb،؛؟\u200c-\u200f–—‘’“”•…]+")


def is_arabic(text: str) -> bool:
    """Whether a text reads like Arabic by its pairs of letters.

    >>> is_arabic("قال الوزير إن الوضع مستقر"), is_arabic("ضصثق طظغذ")
    (True, False)
    """
    return mean_log_share(text) >= ARABIC_ENOUGH


@cache
def _pairs() -> dict[str, float]:
    """Log share of each pair of letters in Arabic news."""
    return {row["pair"].replace("_", " "): math.log(int(row["per_million"]) / 1e6) for row in lexicon("letter_pairs")}


def mean_log_share(text: str) -> float:
    """Mean log share of the text's letter pairs in Arabic news; the floor for a text without letters to judge."""
    known = _pairs()
    folded = _NEUTRAL.sub(" ", f" {text.translate(_MARKS)} ")
    values = [
        known.get(first + second, FLOOR) for first, second in pairwise(folded) if first > "\x7f" or second > "\x7f"
    ]
    return sum(values) / len(values) if values else FLOOR
