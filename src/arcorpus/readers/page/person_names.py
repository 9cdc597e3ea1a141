"""Whether a few words of a saved page are somebody's name."""

from __future__ import annotations

import re
from functools import cache

from arcorpus.readers.page.lexicon import PageWord, is_place, is_section, is_source, page_words
from arcorpus.readers.page.lines import fold_words
from arcorpus.resources import lexicon, read
from arcorpus.text.letters import ARTICLE, TANWIN_FATH

SURE, MAYBE = 2, 1  # how surely words are a name: its first name is known, or nothing speaks against it

_WORDS = 4  # words of a name without «بن» and the like
_PAIR = 2  # words of the shortest name
_PLAIN = 3  # … when its first name is not known
_ARTICLE = 3  # letters of the article and one more: «ال» and a family's name have more
_RARE = -470  # a hundredth of the logarithm of a word's share in texts, from which down few write it
_STRANGE = -660  # … from which down only names and slips of the pen are that Arabic does not explain
_VERBAL, _CLITICS = "يتس", "وفبلكس"  # letters that verbs begin with; letters that are written on to a word
_ENDINGS = ("ها", "هم", "نا", "ات", "ين", "ون", "ان", "يه")

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_PARTED = re.compile(r'[-–—/|:«»"“”()\[\]،,؛]\s|\s[-–—/|:«»"“”()\[\]]|[|:()\[\]…]|\.\.')
_SIGNED = re.compile(r"[ء-ي]{3,}\s?[/.]\s?[ء-ي]\.?|[ء-ي]\s?[./]\s?[ء-ي]{3,}")  # «ربيعة/ب», «م. بوزيد»
_QUOTES = " \"'«»*-–—.،,:|"
_PREFIXED = ("لل", "بال", "وال", "كال", "فال")


@cache
def given_names() -> dict[str, bool]:
    """First names, and whether each is sure: not an everyday word too."""
    rows = ((row["form"], row["role"].split()) for row in lexicon("given_and_family_names"))
    return {fold_words(form): "word" not in roles for form, roles in rows if "given" in roles}


@cache
def everyday() -> frozenset[str]:
    """Folded words of everyday language, names left out."""
    return frozenset(row["word"] for row in lexicon("common_words"))


@cache
def _function_words() -> frozenset[str]:
    """Small words as they are spelled: folded, «على» would be the name «علي»."""
    return frozenset(row["form"] for row in lexicon("page_words") if row["role"] == PageWord.FUNCTION)


@cache
def _occupations_and_publishers() -> frozenset[str]:
    """Words for what people are and for papers and channels."""
    return page_words(PageWord.OCCUPATION) | page_words(PageWord.PUBLISHER)


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
    if _PARTED.search(text.strip(_QUOTES)) or TANWIN_FATH in text or holds_function(text):
        return 0
    if _SIGNED.fullmatch(text.strip()):
        return SURE
    words = fold_words(text).split()
    while words and words[0] in page_words(PageWord.HONORIFIC):
        words = words[1:]
    if words and "".join(words).isascii():
        return _latin(text)
    return min((_one(piece, loose=loose) for piece in _pieces(words)), default=0)


@cache
def _usual() -> frozenset[str]:
    """Folded words that everybody writes and no family is called."""
    families = {fold_words(row["name"]) for row in lexicon("person_names")}
    families |= {fold_words(row["form"]) for row in lexicon("given_and_family_names") if row["trained"]}
    rows = (row.split("\t") for row in read("generated/words.tsv").decode("utf-8").splitlines()[1:])
    return frozenset(fold_words(form) for form, _, level in rows if int(level) > _RARE) - families


def has_no_usual_word(text: str) -> bool:
    """Whether no word of a text is one that everybody writes, names left out.

    >>> has_no_usual_word("يمامة بدوان"), has_no_usual_word("صندوق الدعم")
    (True, False)
    """
    words = [word for word in fold_words(text).split() if word not in given_names()]
    bare = {word[2:] for word in words if word[:2] == ARTICLE and len(word) > _ARTICLE + 1}
    return not _usual() & {*words, *(bare - set(given_names()))}


@cache
def _written() -> frozenset[str]:
    """Folded words that a lexicon of Arabic explains, or that texts hold more than once in a great while."""
    rows = (row.split("\t") for row in read("generated/words.tsv").decode("utf-8").splitlines()[1:])
    return frozenset(fold_words(form) for form, kinds, level in rows if kinds != "X" or int(level) > _STRANGE)


def is_foreign_name(text: str) -> bool:
    """Whether two or three words look like a foreign name: Arabic explains none of them, prefix or ending cut off.

    >>> is_foreign_name("إيلسبيث وايتكومب"), is_foreign_name("تصعيد متدحرج")
    (True, False)
    """
    words = fold_words(text).split()
    if not _PAIR <= len(words) <= _PLAIN or holds_function(text) or "ة" in text or words[0][0] in _VERBAL:
        return False
    written = _written() | everyday()
    cut = {word[1:] for word in words if word[0] in _CLITICS}
    cut |= {word[:-2] for word in {*words, *cut} if word.endswith(_ENDINGS)}
    return not (written & {*words, *cut}) and not any(word.startswith(("ال", *_PREFIXED)) for word in words)


def is_likely_person(text: str) -> bool:
    """Whether a few words are a name by a first name, be it an everyday word too, and nothing usual after it.

    Args:
        text: the words.

    >>> is_likely_person("أمين الوزاني"), is_likely_person("أمين الصندوق"), is_likely_person("الوزاني أمين")
    (True, False, False)
    """
    words = fold_words(text).split() if is_person(text) else []
    while words and words[0] in page_words(PageWord.HONORIFIC):
        words = words[1:]
    joints = page_words(PageWord.NAME_PART)
    rest = " ".join(word for word in words[1:] if word not in joints)
    return bool(words) and words[0] in given_names() and has_no_usual_word(rest)


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
    """How surely folded words are one name."""
    if not _spelled_like_name(words) or _holds_no_name(words):
        return 0
    first, second = words[0], words[1]
    known, sure = first in given_names(), given_names().get(first, False)
    follows = second in given_names() or second in page_words(PageWord.NAME_PART)
    if not _name_like(words, sure=sure or (known and follows)):
        return _pair(words, loose=loose)
    if first == "عبد" and second[:2] == ARTICLE:  # «عبد الله» alone is a first name without a family's
        return SURE if len(words) > _PAIR else MAYBE
    if sure or (known and (follows or _family(first, second))) or first == "ابو":
        return SURE
    return _unknown_name(words)


def _unknown_name(words: list[str]) -> int:
    """`MAYBE` for words of which no first name is known: few, and the first does not go on with «و»."""
    joined = words[0][:1] == "و" and words[0] not in page_words(PageWord.WAW)
    return 0 if joined or len(words) > _PLAIN else MAYBE


def _spelled_like_name(words: list[str]) -> bool:
    """Whether there are as many words as in a name («بن» and the like aside), all of Arabic letters."""
    parts = page_words(PageWord.NAME_PART)
    most = _WORDS + 2 * sum(word in parts for word in words[1:-1])
    return _PAIR <= len(words) <= most and all(word.isalpha() and not word.isascii() for word in words)


def _family(first: str, second: str) -> bool:
    """Whether a second word is a family's name by its article, neither it nor the first being an everyday word."""
    return second[:2] == ARTICLE and not {first, second} & everyday() and not is_place(second)


def _holds_no_name(words: list[str]) -> bool:
    """Whether words hold what no name does: an office, a paper, a place or section, an article at the head."""
    if any(len(word) == 1 or word in _occupations_and_publishers() for word in words):
        return True
    whole = " ".join(words)
    first = (words[0][:2] == ARTICLE or is_place(words[0])) and words[0] not in given_names()
    return first or is_place(whole) or is_source(whole) or is_section(whole)


def _name_like(words: list[str], *, sure: bool) -> bool:
    """Whether words can be those of a name: no everyday word but behind «أبو» or a sure first name, no «لل…»."""
    joints = page_words(PageWord.NAME_PART)
    for at, word in enumerate(words):
        if word in given_names() or word in joints or (at and words[at - 1] in joints):
            continue
        if word.startswith(_PREFIXED):
            return False
        article = word[:2] == ARTICLE and len(word) > _ARTICLE and at > 0
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
    particles = page_words(PageWord.LATIN_PARTICLE)
    capital = all(word[:1].isupper() or word.casefold() in particles for word in words)
    whole = len(text.split()) == len(words) and not text.isupper() and not is_source(fold_words(text))
    return MAYBE if capital and whole and _PAIR <= len(words) <= _WORDS else 0
