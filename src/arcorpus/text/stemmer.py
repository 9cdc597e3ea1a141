"""Light stems: what is left of a word without article, endings and the long vowels inside it.

They bring inflections of one word, and its verb and verbal noun, under one key (ارتفع، ارتفعت، يرتفع، ارتفاع).
Different words may share a stem, so a stem alone shows nothing: what uses them asks for several to agree. By lemmas or
roots of `analyser` instead, claim groups find fewer of the labelled pairs (recall .897 for .949 on the first half,
the same on the second): verb and verbal noun have two lemmas, and many words no root.
"""

from __future__ import annotations

import re
from functools import lru_cache

from arcorpus.text.letters import ARTICLE
from arcorpus.text.normalize import fold

_LEAST = 3
"""Letters that a stem keeps at least."""

_ENDINGS = ("ات", "ان", "ون", "ين", "وا", "تا", "يه", "ه", "ت", "ن", "ا", "ي")
_PREFIXES = "يتنام"
_IMPERFECT = "يتن"
_VOWELS = re.compile("[اويىءئؤ]")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word without clitics.

    >>> {stem(word) for word in ("ارتفع", "ارتفعت", "يرتفع", "ارتفاع")}
    {'رتفع'}
    >>> stem("الصادرات") == stem("صادرات"), stem("قتيل") == stem("مقتل")
    (True, True)
    """
    form = fold(word, "search")
    if form.startswith(ARTICLE) and len(form) - 2 >= _LEAST:
        form = form[2:]
    for _ in range(2):  # كويتية: the ending of the adjective, then what looks like one in the name
        ending = next((e for e in _ENDINGS if form.endswith(e) and len(form) - len(e) >= _LEAST), "")
        form = form.removesuffix(ending)
    before = form
    if form[:1] in _PREFIXES and len(form) > _LEAST:
        form = form[1:]
    if before[:1] in _IMPERFECT and form[:1] == "ت" and len(form) > _LEAST:  # يتأهل beside تأهل
        form = form[1:]
    inner = _VOWELS.sub("", form)
    return inner if len(inner) >= _LEAST else form
