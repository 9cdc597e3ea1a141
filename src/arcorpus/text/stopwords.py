"""Stop words: words that a text has whatever it is about, and that are therefore not counted."""

from __future__ import annotations

from functools import cache

from arcorpus.resources import lexicon

_LOOSE = frozenset({"time", "number", "reporting"})


@cache
def stopwords() -> frozenset[str]:
    """The stop words of the lexicon, the usual verbs of saying among them, folded."""
    return frozenset(row["word"] for row in lexicon("stopwords"))


@cache
def loose_stopwords() -> frozenset[str]:
    """The stop words that make no phrase with the word before them: الموسم الماضي, المباراة الأولى."""
    return frozenset(row["word"] for row in lexicon("stopwords") if row["kind"] in _LOOSE)
