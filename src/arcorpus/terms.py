"""The content words of a text under light keys: what topics count.

A term's key is its word folded for search, without attached letters and the article, so that الذكاء, بالذكاء and ذكاء
are one. Stop words, verbs of saying, numbers, addresses and single letters are no terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from arcorpus.gazetteer import is_listed
from arcorpus.normalize import fold
from arcorpus.resources import lexicon
from arcorpus.types import Field

_SHORTEST = 2       # letters of a term
_SHORTEST_BASE = 3  # letters that are left when the article is cut off


class Term(NamedTuple):
    """A content word: its key, how it is shown without attached letters, whether it follows the term before it."""

    key: str
    shown: str
    follows: bool


@cache
def stopwords() -> frozenset[str]:
    """The stop words of the lexicon and the verbs of saying, folded."""
    listed = {row["word"] for row in lexicon("stopwords")}
    return frozenset(listed | {_fold(row["form"]) for row in lexicon("cues")})


def _fold(word: str) -> str:
    """A word folded for search, in lower case."""
    return fold(word, "search").casefold()


@lru_cache(maxsize=1 << 17)
def term_of(word: str, cuts: tuple[int, ...] = (), end: int | None = None) -> tuple[str, str]:
    """The key of a word and the form in which it is shown, both empty when it is no term.

    Letters are taken for attached ones, and ال for the article, only where a word of the language is left.

    Args:
        word: the word as it stands.
        cuts: after how many code points an attached letter ends, in order.
        end: where a pronoun attached to the end begins.

    >>> term_of("بالذكاء", (1, 3)), term_of("الالتزام", (2,)), term_of("وقالت", (1,))
    (('ذكاء', 'الذكاء'), ('التزام', 'الالتزام'), ('', ''))
    """
    whole, inner = _fold(word), _fold(word[cuts[-1] if cuts else 0 : end])
    if whole in stopwords() or inner in stopwords() or not any(map(str.isalpha, whole)):
        return "", ""
    if inner != whole and len(inner) >= _SHORTEST_BASE and is_listed(inner):
        prefix = _fold(word[: cuts[-1]]) if cuts else ""
        return inner, ("ال" if prefix.endswith(("ال", "لل")) else "") + word[cuts[-1] if cuts else 0 : end]
    base = whole.removeprefix("ال")
    if base == whole or len(base) < _SHORTEST_BASE or not is_listed(base):
        base = whole
    return (base, word) if len(base) >= _SHORTEST and base not in stopwords() else ("", "")


def terms(field: Field) -> Iterator[Term]:
    """The content words of a field, in order.

    >>> from arcorpus.tokens import split_sentences, tokenize
    >>> text = "قالت الشركة إن الذكاء الاصطناعي مهم"
    >>> [term.key for term in terms(Field("text", text, split_sentences(text), tokenize(text)))]
    ['شركه', 'ذكاء', 'اصطناعي', 'مهم']
    """
    last = -1
    for token in field.tokens:
        key = shown = ""
        if token.kind == "word":
            cuts = tuple(span.end - token.start for span in token.proclitics)
            end = token.enclitics[0].start - token.start if token.enclitics else None
            key, shown = term_of(token.text, cuts, end)
        if key:
            gap = field.text[last : token.start] if last >= 0 else "."
            attached = bool(token.proclitics) and token.text[0] in "وفبلك"
            yield Term(key, shown, bool(gap) and not gap.strip(" \u00a0") and not attached)
        last = token.end if key else -1
