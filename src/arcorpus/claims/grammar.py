"""What a token is or begins, as far as its letters and the word lists tell: أن, a verb, a verbal noun, a whole noun."""

from __future__ import annotations

from arcorpus.claims.field_tokens import CONJUNCTIONS, FieldTokens
from arcorpus.claims.lexicon import (
    ClauseWord,
    derived_nouns,
    prepositions,
    speaking_nouns,
    verbal_nouns,
    words,
)
from arcorpus.claims.quoted import is_quoted
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE, ARTICLES
from arcorpus.types import Span

PAUSES = frozenset("،,؛;")
"""Marks of a pause inside a sentence."""

ADJECTIVE_ENDINGS = ("ي", "ة", "ام", "ون")
"""Ends of what is more likely an adjective than a noun, once it has an article."""

_MIN_FUTURE = 3  # letters of a verb in the future, less one
_OUR_ENDINGS = frozenset({"نا", "ني"})


def has_role(tokens: FieldTokens, index: int, role: ClauseWord) -> bool:
    """True for a word of the role, with a conjunction or without: لم، ولم."""
    word = tokens.keys[index]
    return word in words(role) or (word[:1] in CONJUNCTIONS and word[1:] in words(role))


def is_that(tokens: FieldTokens, index: int) -> bool:
    """True for أن, إن, بأنه and the like, and for ألا: أن with لا in it; False behind the last token."""
    if index >= len(tokens.keys):
        return False
    return tokens.keys[index] in words(ClauseWord.THAT) or _is_that_not(tokens, index)


def after_that(tokens: FieldTokens, index: int) -> int:
    """The index of the first token that أن at `index` introduces: ألا itself, for its لا belongs to the clause."""
    return index if _is_that_not(tokens, index) else index + 1


def _is_that_not(tokens: FieldTokens, index: int) -> bool:
    """True for ألا and بألا as they are written: without its hamza الا is another word («except»)."""
    return tokens.token(index).text in {"ألا", "بألا"}


def preposition(tokens: FieldTokens, index: int) -> str:
    """The preposition that the token is, as cue_verbs.tsv writes it; empty when it is none, or the name علي."""
    mention = tokens.mention_of[index]
    return "" if mention is not None and mention.type == "PER" else prepositions().get(tokens.keys[index], "")


def follows_conjunction(tokens: FieldTokens, index: int) -> bool:
    """True when و or ف stands before the token, attached or written apart."""
    return tokens.keys[index][:1] in CONJUNCTIONS or (index > 0 and tokens.keys[index - 1] in CONJUNCTIONS)


def is_verb(tokens: FieldTokens, index: int) -> bool:
    """True for a verb that cannot be a noun, as far as the list of words knows; never a name or a quoted word."""
    if tokens.mention_of[index] is not None or tokens.token(index).kind != "word" or is_quoted(tokens, index):
        return False
    word = tokens.unjoined(index)
    if word.startswith(ARTICLE):
        return False
    if len(word) > _MIN_FUTURE and word[0] == "س" and set(kinds(word[1:])) == {"I"}:
        return True
    found = set(kinds(word))
    return bool(found) and found <= {"V", "I"}


def is_verbal_noun(tokens: FieldTokens, index: int) -> bool:
    """True for a verbal noun without an article: تأجيل، دعمه."""
    if tokens.proclitics(index).endswith(ARTICLES) or is_quoted(tokens, index):
        return False
    noun = tokens.core(index)
    spellings = {noun, noun[:-1] + "ة" if noun.endswith("ت") else noun, noun.rstrip("ا")}
    owned = bool(tokens.token(index).enclitics)
    return not spellings.isdisjoint(verbal_nouns()) or (owned and noun in derived_nouns())


def is_speaker(tokens: FieldTokens, index: int) -> bool:
    """True for a name or a word for who or what speaks: مصدر، تقرير، وكالة."""
    word = tokens.keys[index]
    nouns = {word, tokens.core(index), word.removeprefix(ARTICLE)}
    return tokens.mention_of[index] is not None or not nouns.isdisjoint(speaking_nouns())


def starts_subject(tokens: FieldTokens, index: int) -> bool:
    """True when a verb before the token may have its subject there: it speaks, or has an article."""
    is_word = tokens.token(index).kind == "word"
    return is_word and (is_speaker(tokens, index) or tokens.keys[index].startswith(ARTICLE))


def is_adjective(tokens: FieldTokens, index: int) -> bool:
    """True for an adjective with an article: السعودي, الجديدة, السابق, المشاركون."""
    word = tokens.keys[index]
    return word.startswith(ARTICLE) and (word.endswith(ADJECTIVE_ENDINGS) or word in words(ClauseWord.ADJECTIVE))


def is_blame(tokens: FieldTokens, index: int) -> bool:
    """True for مسؤولية, المسؤولية and مسؤوليتها."""
    return tokens.core(index).removeprefix(ARTICLE) in words(ClauseWord.BLAME)


def is_definite(tokens: FieldTokens, index: int) -> bool:
    """True when a noun phrase may end with the token: it has an article or a pronoun, or names, or is quoted."""
    token = tokens.token(index)
    return (
        tokens.mention_of[index] is not None
        or is_quoted(tokens, index)
        or tokens.keys[index].startswith(ARTICLES)
        or "ال" in tokens.proclitics(index)
        or bool(token.enclitics)
        or token.kind != "word"
        or "a" <= token.text[:1].lower() <= "z"
    )


def opens_adjunct(tokens: FieldTokens, index: int) -> bool:
    """True when the token begins what is no noun phrase: a preposition, an adverb, one with its pronoun (فيها)."""
    mention = tokens.mention_of[index]
    if mention is not None and mention.type == "PER":
        return False
    core = tokens.core(index)
    return (
        tokens.keys[index] in words(ClauseWord.ADJUNCT)
        or tokens.unjoined(index) in words(ClauseWord.ADJUNCT)
        or (bool(tokens.token(index).enclitics) and (core in prepositions() or len(core) <= 1))
    )


def in_first_person(tokens: FieldTokens, span: Span) -> bool:
    """True when somebody speaks of himself in the span: أنا، موقفنا."""
    return any(_is_mine(tokens, index) for index in range(tokens.index_from(span.start), tokens.index_from(span.end)))


def _is_mine(tokens: FieldTokens, index: int) -> bool:
    """True for a word of the first person, or one with its pronoun."""
    pronouns = tokens.token(index).enclitics
    ending = tokens.surface(Span(pronouns[-1].start, pronouns[-1].end)) if pronouns else ""
    return tokens.keys[index] in words(ClauseWord.FIRST_PERSON) or ending in _OUR_ENDINGS
