"""Attached letters before a name: where the name begins in the first word that a tagger labelled."""

from __future__ import annotations

from collections.abc import Container, Sequence

from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.text.clitics import split_word
from arcorpus.text.letters import ARTICLE, ATTACHED, LI_ARTICLE

OWN_HEADS = (NameHead.INSIDE, NameHead.BEFORE, NameHead.BODY, NameHead.STATE)
"""Roles of the heads that belong to a body's name: «وزارة الصحة»."""

_OF_BODIES = ("يه", "عليا", "عامه", "مشتركه")  # ends of feminine adjectives
_WEAK = frozenset("اوي")  # after و these are often the vowel of a foreign name: واتسون, ويلسون
_LEAST_FOREIGN = 4  # letters left of a foreign name when a و before it is cut off
_SON = "بن"
_LEAST_WORD = 3  # letters left of a word of the language


def proclitic_length(words: Sequence[str], document_words: Container[str] = frozenset(), kind: str = "") -> int:
    """How many code points of attached letters stand before a name, at the start of its first word.

    What is known decides: the whole name, its first word, then what stands elsewhere in the document, then the list
    of words. A و before a foreign name that nothing knows is cut off where hardly a name begins that way. «للصين»
    cannot be cut.

    Args:
        words: the name's words as they are written.
        document_words: the keys of the words of the same document.
        kind: the name's type, where it is known: no person's name begins with a word of the language after ب or ل.

    >>> [proclitic_length([word]) for word in ("وبرلين", "للصين", "باريس", "وزوكربيرغ", "واتسون")]
    [1, 0, 0, 1, 0]
    """
    known = gazetteer.longest(words)
    if known and known.words == len(words):
        return known.reading.cut
    whole, *cut = gazetteer.cut_readings(words[0])
    if _has_and_before_given(whole.key, kind) or (len(words) > 1 and _has_letter_before_son(whole.key)):
        return _first_letter(words[0])
    if _is_name(whole.key) or _is_head(whole.key) or _is_definite_body(whole.key, words[1:]):
        return 0
    for reading in cut:
        if _begins_name(reading.key, whole.key, document_words, kind):
            return reading.cut
    return _before_listed_word(words[0], kind) or _foreign_after_and(words[0], whole.key)


def _has_and_before_given(word: str, kind: str) -> bool:
    """Whether a person's first word is و and a given name: «ومحمد العياري», not «وليد»."""
    return kind == "PER" and word[0] == "و" and _is_given(word[1:]) and not _is_given(word)


def _has_letter_before_son(word: str) -> bool:
    """Whether a key is بن after an attached letter: «ببن عروس»."""
    return word[1:] == _SON and word[0] in ATTACHED


def _is_head(word: str, *more: NameHead) -> bool:
    """Whether a key is a head that belongs to a body's name, or one of the `more` kinds of head."""
    return any(word in gazetteer.heads(mode) for mode in (*OWN_HEADS, *more))


def _is_definite_body(word: str, rest: Sequence[str]) -> bool:
    """Whether «لل» opens a body that an adjective describes: «للجنة العليا» is اللجنة after ل, «للجنة الحكام» not."""
    described = bool(rest) and gazetteer.key(rest[0]).endswith(_OF_BODIES)
    return described and word.startswith(LI_ARTICLE) and ARTICLE + word[1:] in gazetteer.heads(NameHead.BODY)


def _begins_name(rest: str, whole: str, document_words: Container[str], kind: str) -> bool:
    """Whether what is left of a first word without attached letters, a key, shows that they are none of the name."""
    if whole[0] == "ك" and not (_is_given(rest) if kind == "PER" else _is_name(rest)):
        return False  # كايل
    alone = rest in document_words and not gazetteer.is_common(rest)
    return alone or _is_head(rest, NameHead.LINK) or _is_name(rest)


def _before_listed_word(word: str, kind: str) -> int:
    """The code points of attached letters before a word of the language; 0 for ب or ل before a person's name."""
    before = _before_word(word)
    own = kind == "PER" and word[0] != "و" and not word[before:].startswith(ARTICLE)
    return 0 if own else before


def _is_given(word: str) -> bool:
    """Whether a key is a given name."""
    return person_names.is_given(word)


def _is_name(key: str) -> bool:
    """Whether a key is a known name, a word of persons' names or a city."""
    return key in person_names.name_words() or key in gazetteer.known_names() or key in gazetteer.doubtful_places()


def _before_word(word: str) -> int:
    """The code points of attached letters before a word of the language, as in «بالحكومة»; «للحكومة» has none."""
    proclitics = (split_word(word) or ((), ()))[0]
    letters = "".join(word[start] for start, _ in proclitics)
    count = letters.find(LI_ARTICLE) if LI_ARTICLE in letters else len(letters) - len(letters.lstrip("".join(ATTACHED)))
    article = count < len(letters)
    cut = proclitics[count - 1][1] if count else 0
    core = gazetteer.key(word[cut:])
    return cut if len(core) >= _LEAST_WORD and (article or gazetteer.is_listed(core)) else 0


def _foreign_after_and(word: str, key: str) -> int:
    """The code points of a و before a foreign name, 0 where the و may be the name's own letter."""
    if key[:1] != "و" or len(key) <= _LEAST_FOREIGN or gazetteer.is_common(key):
        return 0
    first = _first_letter(word)
    return 0 if word[first] in _WEAK else first


def _first_letter(word: str) -> int:
    """The code points of a word's first letter and the marks on it."""
    return next((at for at in range(1, len(word)) if gazetteer.key(word[at])), len(word))
