"""The content words of a text by their lemmas: what topics and keyphrases count.

A term's key is its lemma folded for search, so that الذكاء, بالذكاء and ذكاء are one, and نماذج and نموذج too.
Nouns, adjectives, names and verbs are terms; stop words, verbs of saying, furniture, numbers, addresses and single
letters are not. Some of these are still told, since phrases are made with them: المنفعة العامة, المصدر المفتوح.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from arcorpus.morph import analyser
from arcorpus.ner.gazetteer import is_listed
from arcorpus.text.letters import ARTICLE, ARTICLES
from arcorpus.text.normalize import fold
from arcorpus.text.stopwords import loose_stopwords, stopwords
from arcorpus.types import Field, Span, Terms, Token

NOUN, ADJECTIVE, VERB = "N", "A", "V"
WEAK = "S"
"""A stop word that can stand in a phrase, as العامة; it is never counted."""
BOUND = "B"
"""A stop word that is part of a phrase only where it always stands after the same word, as إيه in أوبن إيه آي."""

_SPACES = " \u00a0"
_ATTACHED = ("و", "ف", "ب", "ل", "ك")
_SHORTEST = 2  # letters of a term
_SHORTEST_BASE = 3  # letters that are left when the article is cut off
_KINDS = {"NOUN": NOUN, "PROPN": NOUN, "X": NOUN, "ADJ": ADJECTIVE, "VERB": VERB}


class Term(NamedTuple):
    """A word: its lemma, how it is shown without attached letters, its kind, whether it follows the last."""

    lemma: str
    shown: str
    kind: str
    follows: bool


@lru_cache(maxsize=1 << 17)
def _fold(word: str) -> str:
    """A word folded for search, in lower case."""
    return fold(word, "search").casefold()


@lru_cache(maxsize=1 << 17)
def key(lemma: str) -> str:
    """What stands for a lemma in counts: folded for search, without the article where a word is left.

    >>> key("العالم"), key("إدارة"), key("Meta")
    ('عالم', 'اداره', 'meta')
    """
    whole = _fold(lemma)
    base = whole.removeprefix(ARTICLE)
    return base if len(base) >= _SHORTEST_BASE and (base == whole or is_listed(base)) else whole


class _Reading(NamedTuple):
    """A word as a term.

    Attributes:
        kind: its kind; empty where the word is no term.
        shown: how it is shown.
        attached: whether a letter is attached before it.
    """

    kind: str
    shown: str
    attached: bool


@lru_cache(maxsize=1 << 17)
def _reading(word: str, before: int, after: int, lemma: str, pos: str) -> _Reading:
    """A word as a term.

    It is shown with its article but no attached letters, and a noun as its lemma where a pronoun or an accusative alef
    hangs on it. A verb is shown where it turns out to be a part of a name (سيك in ديب سيك), and whole for that.

    Args:
        word: as it is written.
        before: where its core begins.
        after: where its core ends.
        lemma: of the word.
        pos: its part of speech.
    """
    core = word[before:after]
    attached = before > 0 and word[0] in _ATTACHED
    if not before and core[:1] in _ATTACHED and _fold(core[1:]).startswith(_fold(lemma)):
        # The lexicon of clitics does not know the word, the morphology does.
        core, attached = core[1:], True
    kind = _KINDS.get(pos, "")
    shown = _shown(word[:before], core, word[after:], lemma, kind)
    if not kind or not any(map(str.isalpha, core)):
        return _Reading("", shown, attached)
    if len(key(lemma)) >= _SHORTEST and not {_fold(word), _fold(core), _fold(lemma), key(lemma)} & stopwords():
        return _Reading(kind, shown, attached)
    can_stand_in_phrase = kind != VERB and after == len(word) and shown.startswith(ARTICLE)
    weak = can_stand_in_phrase and not {_fold(word), _fold(core)} & loose_stopwords()
    return _Reading(WEAK if weak else BOUND, shown, attached)


def _shown(before: str, core: str, pronoun: str, lemma: str, kind: str) -> str:
    """How a word is shown: with its article, a noun with a pronoun or an accusative alef as its lemma, a verb whole."""
    if pronoun and kind == VERB:
        return core + pronoun
    if pronoun or (kind in (NOUN, ADJECTIVE) and _fold(core) == _fold(lemma) + "ا"):
        return lemma
    return (ARTICLE if _fold(before).endswith(ARTICLES) else "") + core


Analyser = Callable[[Sequence[Token]], Sequence[analyser.Analysis]]
"""What gives each token its lemma and part of speech."""


def terms(field: Field, names: Sequence[Span] | None = None, analyse: Analyser = analyser.analyse) -> Iterator[Term]:
    """The content words of a field, and the stop words that may belong to a phrase, in order.

    Args:
        field: with its tokens.
        names: spans of recognised names in the field's text, for names to be left out; None keeps them.
        analyse: what gives each token its lemma and part of speech.

    >>> from arcorpus.text.tokenizer import split_sentences, tokenize
    >>> text = "قالت الشركة إن نماذج الذكاء الاصطناعي جديدة"
    >>> [term.lemma for term in terms(Field("text", text, split_sentences(text), tokenize(text))) if term.kind in "NAV"]
    ['شركة', 'نموذج', 'ذكاء', 'اصطناعي']
    """
    last = -1
    unwanted = {place for span in names or () for place in range(span.start, span.end)}
    for token, found in zip(field.tokens, analyse(field.tokens), strict=True):
        core, kind = token.core, ""
        left = names is not None and (found.pos == "PROPN" or core.start in unwanted)
        if not left and token.kind == "word":
            cut = core.start - token.start, core.end - token.start
            kind, shown, attached = _reading(token.text, *cut, found.lemma, found.pos)
        if not kind:
            last = -1
            continue
        follows = last >= 0 and token.start > last and not field.text[last : token.start].strip(_SPACES)
        yield Term(found.lemma, shown, kind, follows and not attached)
        last = token.end


def compact(found: Iterable[Term]) -> Terms:
    """The terms of an article in little room; each word is kept once, whatever number of articles holds it."""
    rows = list(found)
    return Terms(
        tuple(intern(term.lemma) for term in rows),
        tuple(intern(term.shown) for term in rows),
        "".join(term.kind.lower() if term.follows else term.kind for term in rows),
    )
