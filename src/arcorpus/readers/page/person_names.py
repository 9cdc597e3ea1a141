"""Whether a few words of a saved page are somebody's name."""

from __future__ import annotations

import re
from functools import cache

from arcorpus.readers.page.lexicon import forms, is_place, is_section, is_source
from arcorpus.readers.page.lines import key
from arcorpus.resources import lexicon, read

SURE, MAYBE = 2, 1  # how surely words are a name: its first name is known, or nothing speaks against it

_WORDS = 4  # words of a name without «بن» and the like
_PAIR = 2  # words of the shortest name
_PLAIN = 3  # … when its first name is not known
_ARTICLE = 3  # letters of the article and one more: «ال» and a family's name have more
_RARE = -470  # a hundredth of the logarithm of a word's share in texts, from which down few write it
_STRANGE = -660  # … from which down only names and slips of the pen are that Arabic does not explain
_VERBAL, _CLITICS = "يتس", "وفبلكس"  # letters that verbs begin with; letters that are written on to a word
_ENDINGS = ("ها", "هم", "نا", "ات", "ين", "ون", "ان", "يه")
_TANWIN = "\u064b"  # an ending that no name has

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_PARTED = re.compile(r'[-–—/|:«»"“”()\[\]،,؛]\s|\s[-–—/|:«»"“”()\[\]]|[|:()\[\]…]|\.\.')
_SIGNED = re.compile(r"[ء-ي]{3,}\s?[/.]\s?[ء-ي]\.?|[ء-ي]\s?[./]\s?[ء-ي]{3,}")  # «ربيعة/ب», «م. بوزيد»
_QUOTES = " \"'«»*-–—.،,:|"
_PREFIXED = ("لل", "بال", "وال", "كال", "فال")


@cache
def given_names() -> dict[str, bool]:
    """First names, and whether each is sure: not an everyday word too."""
    return {key(row["form"]): not row["doubt"] for row in lexicon("given_names")}


@cache
def everyday() -> frozenset[str]:
    """Folded words of everyday language, names left out."""
    return frozenset(row["word"] for row in lexicon("common_words"))


@cache
def _function_words() -> frozenset[str]:
    """Small words as they are spelled: folded, «على» would be the name «علي»."""
    return frozenset(row["form"] for row in lexicon("page_words") if row["kind"] == "function")


@cache
def _offices() -> frozenset[str]:
    """Words for what people are and for papers and channels."""
    return forms("page_words", "role") | forms("page_words", "publisher")


def holds_function(text: str) -> bool:
    """Whether one of the small words that hold sentences together stands in a text («على», never «علي»)."""
    return any(word in _function_words() for word in _MARKS.sub("", text).split())


def is_person(text: str, *, loose: bool = False) -> int:
    """How surely a few words are somebody's name: 0 not, `MAYBE`, `SURE`.

    Args:
        text: the words.
        loose: whether one everyday word may be among them («رفاه العلي») where nothing but a name is likely.

    >>> is_person("نورهان نبيل"), is_person("رئيس الوزراء"), is_person("تقوى عزعوزي")
    (2, 0, 1)
    """
    if _PARTED.search(text.strip(_QUOTES)) or _TANWIN in text or holds_function(text):
        return 0
    if _SIGNED.fullmatch(text.strip()):
        return SURE
    words = key(text).split()
    while words and words[0] in forms("page_words", "title"):
        words = words[1:]
    if words and "".join(words).isascii():
        return _latin(text)
    return min((_one(piece, loose=loose) for piece in _pieces(words)), default=0)


@cache
def _usual() -> frozenset[str]:
    """Folded words that everybody writes and no family is called."""
    families = {key(row["name"]) for row in lexicon("person_names")}
    rows = (row.split("\t") for row in read("generated/words.tsv").decode("utf-8").splitlines()[1:])
    return frozenset(key(form) for form, _, level in rows if int(level) > _RARE) - families


def is_unusual(text: str) -> bool:
    """Whether no word of a text is one that everybody writes, names left out.

    >>> is_unusual("يمامة بدوان"), is_unusual("صندوق الدعم")
    (True, False)
    """
    words = [word for word in key(text).split() if word not in given_names()]
    bare = {word[2:] for word in words if word[:2] == "ال" and len(word) > _ARTICLE + 1}
    return not _usual() & {*words, *(bare - set(given_names()))}


@cache
def _written() -> frozenset[str]:
    """Folded words that a lexicon of Arabic explains, or that texts hold more than once in a great while."""
    rows = (row.split("\t") for row in read("generated/words.tsv").decode("utf-8").splitlines()[1:])
    return frozenset(key(form) for form, kinds, level in rows if kinds != "X" or int(level) > _STRANGE)


def is_foreign(text: str) -> bool:
    """Whether two or three words look like a foreign name: Arabic explains none of them, prefix or ending cut off.

    >>> is_foreign("إيلسبيث وايتكومب"), is_foreign("تصعيد متدحرج")
    (True, False)
    """
    words = key(text).split()
    if not _PAIR <= len(words) <= _PLAIN or holds_function(text) or "ة" in text or words[0][0] in _VERBAL:
        return False
    written = _written() | everyday()
    cut = {word[1:] for word in words if word[0] in _CLITICS}
    cut |= {word[:-2] for word in {*words, *cut} if word.endswith(_ENDINGS)}
    return not (written & {*words, *cut}) and not any(word.startswith(("ال", *_PREFIXED)) for word in words)


def is_likely(text: str) -> bool:
    """Whether a few words are a name by a first name, be it an everyday word too, and nothing usual after it.

    Args:
        text: the words.

    >>> is_likely("أمين الوزاني"), is_likely("أمين الصندوق"), is_likely("الوزاني أمين")
    (True, False, False)
    """
    words = key(text).split() if is_person(text) else []
    while words and words[0] in forms("page_words", "title"):
        words = words[1:]
    joints = forms("page_words", "joint")
    rest = " ".join(word for word in words[1:] if word not in joints)
    return bool(words) and words[0] in given_names() and is_unusual(rest)


def _pieces(words: list[str]) -> list[list[str]]:
    """The names that «و» joins, where it stands before a known first name."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if len(pieces[-1]) > 1 and word[:1] == "و" and word not in given_names() and word[1:] in given_names():
            pieces.append([word[1:]])
        else:
            pieces[-1].append(word)
    return pieces


def _one(words: list[str], *, loose: bool) -> int:
    joints = forms("page_words", "joint")
    most = _WORDS + 2 * sum(word in joints for word in words[1:-1])
    if not _PAIR <= len(words) <= most or not all(word.isalpha() and not word.isascii() for word in words):
        return 0
    if _spoken_against(words):
        return 0
    known, sure = words[0] in given_names(), given_names().get(words[0], False)
    follows = words[1] in given_names() or words[1] in joints
    if not _name_like(words, sure=sure or (known and follows)):
        return _pair(words, loose=loose)
    if words[0] == "عبد" and words[1][:2] == "ال":
        return SURE if len(words) > _PAIR else MAYBE
    family = words[1][:2] == "ال" and not {words[0], words[1]} & everyday() and not is_place(words[1])
    if sure or (known and (follows or family)) or words[0] == "ابو":
        return SURE
    joined = words[0][:1] == "و" and words[0] not in forms("page_words", "waw")
    return 0 if joined or len(words) > _PLAIN else MAYBE


def _spoken_against(words: list[str]) -> bool:
    """Whether words hold what no name does: an office, a paper, a place or section, an article at the head."""
    if any(len(word) == 1 or word in _offices() for word in words):
        return True
    whole = " ".join(words)
    first = (words[0][:2] == "ال" or is_place(words[0])) and words[0] not in given_names()
    return first or is_place(whole) or is_source(whole) or is_section(whole)


def _name_like(words: list[str], *, sure: bool) -> bool:
    """Whether words can be those of a name: no everyday word but behind «أبو» or a sure first name, no «لل…»."""
    joints = forms("page_words", "joint")
    for at, word in enumerate(words):
        if word in given_names() or word in joints or (at and words[at - 1] in joints):
            continue
        if word.startswith(_PREFIXED):
            return False
        article = word[:2] == "ال" and len(word) > _ARTICLE and at > 0
        family = sure and at == len(words) - 1 and word[:1] not in "يت"
        if not article and not family and word in everyday():
            return False
    return True


def _pair(words: list[str], *, loose: bool) -> int:
    """Whether two words of which one is an everyday one may still be a name."""
    common = sum(word in everyday() for word in words)
    known = words[0] in given_names() or (loose and common == 1)
    return MAYBE if len(words) == _PAIR and known and words[1][:1] not in "يت" else 0


def _latin(text: str) -> int:
    words = [word for word in text.replace(".", " ").split() if word[:1].isalpha()]
    particles = forms("page_words", "particle")
    capital = all(word[:1].isupper() or word.casefold() in particles for word in words)
    whole = len(text.split()) == len(words) and not text.isupper() and not is_source(key(text))
    return MAYBE if capital and whole and _PAIR <= len(words) <= _WORDS else 0
