"""How far a statement is worth a check, and which of the writer's own statements are.

A statement is worth a check when it states a fact that could be looked up and would matter if it were wrong. What
speaks for that (a value, a name, an event, a comparison, a record, a cause, a public matter) and against it (opinion,
wish, future, vagueness, the speaker's own person) is counted, each kind with a weight, and the sum is brought to 0-1 by
the logistic function. The words of each kind are those of data/lexicons/checkwords.tsv; the weights are set by
reasoning, not learnt: see `WEIGHTS`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache, lru_cache

from arcorpus.ids import stable_id
from arcorpus.morph.analyser import lemma
from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE
from arcorpus.text.normalize import fold
from arcorpus.types import Claim, Document, Field, Mention, Token


class CheckWord(StrEnum):
    """What a word says of a statement: the roles of checkwords.tsv."""

    ACT = "act"
    CHANGE = "change"
    RECORD = "record"
    CAUSE = "cause"
    PUBLIC = "public"
    OPINION = "opinion"
    OUGHT = "ought"
    WISH = "wish"
    HEDGE = "hedge"
    FUTURE = "future"
    VAGUE = "vague"
    SELF = "self"


WEIGHTS: Mapping[str, tuple[float, int]] = {
    "figure": (0.8, 2),   # money, percentages, quantities: what is most often wrong, and can be looked up
    "date": (0.5, 1),     # a day, month or year ties the statement to an event
    "number": (0.4, 1),   # a number that counts nothing told
    "actor": (0.4, 2),    # a person or body that did it or did not
    "place": (0.2, 1),    # a place, product, event or work by name
    CheckWord.ACT: (0.6, 2),      # an event that leaves traces: a purchase, an arrest, an appointment
    CheckWord.CHANGE: (0.5, 2),   # more, less, rose, fell: a comparison
    CheckWord.RECORD: (0.5, 1),   # first, largest, unprecedented
    CheckWord.CAUSE: (0.6, 1),    # because of, led to
    CheckWord.PUBLIC: (0.25, 3),  # law, health, money of the state …: what matters if it is wrong
    CheckWord.OPINION: (-0.7, 2), # a judgement cannot be looked up
    CheckWord.OUGHT: (-2.5, 1),   # nor what should be
    CheckWord.WISH: (-0.7, 1),    # nor a wish
    CheckWord.HEDGE: (-0.6, 2),   # perhaps, expected
    CheckWord.FUTURE: (-1.0, 1),  # what has not happened
    CheckWord.VAGUE: (-0.25, 3),  # some, various, cooperation, role
    CheckWord.SELF: (-0.6, 2),    # I and we: the speaker on himself
    "question": (-1.2, 1),
    "exclamation": (-0.6, 1),
}  # fmt: skip
"""By kind of evidence: what each piece adds, in log odds, and how many pieces count at most."""

STANCES: Mapping[str, float] = {
    "announce": 0.2, "deny": 0.2, "doubt": 0.1, "warn": -0.2, "predict": -0.4,
    "believe": -0.6, "demand": -0.8, "hope": -1.0, "question": -1.0,
}  # fmt: skip
"""What the stance of a claim adds, in log odds."""

START = -1.0
"""The log odds of a statement without any evidence."""

USUAL = 18
"""Words of a usual statement: a shorter one says less that could be looked up, a longer one more."""

EACH_WORD = 0.04
"""What a word more or less than usual adds, in log odds, up to `USUAL` words of difference."""

ASSERTION = 0.5
"""From what score the writer's own statement is reported."""

FEWEST = 5
"""Words of the shortest statement that is reported as the writer's own: a sub-heading is none."""

LISTING = 0.2
"""Share of numbers and dividing marks from which a sentence is a table written out: results, line-ups, timetables."""

_FIGURES = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_ACTORS = frozenset({"PER", "ORG"})
_MARKS = {"؟": "question", "?": "question", "!": "exclamation"}
_DIVIDING = frozenset("-–—:*/|•+")
_FUTURE = "س"
_IMPERFECT = "ي"
_MAY = frozenset({"قد", "وقد", "فقد"})  # before an imperfect: may; before a perfect it confirms
_LEAST = 3
_OUTER = " \t\n\r\u00a0.،,؛;:…-–"


def _key(word: str) -> str:
    """A word folded for look-up, without the article."""
    form = fold(word, "search")
    return form[2:] if form.startswith(ARTICLE) and len(form) - 2 >= _LEAST else form


@cache
def _words() -> Mapping[str, str]:
    """The kind of evidence that a word is, by key."""
    return {_key(row["form"]): row["role"] for row in reversed(lexicon("checkwords"))}


@lru_cache(maxsize=1 << 16)
def _role(core: str) -> str | None:
    """The kind of evidence that a word without its clitics is, by itself or by its lemma, if any."""
    return _words().get(_key(core)) or _words().get(_key(lemma(core)))


def _named(mentions: Sequence[Mention]) -> Iterator[str]:
    """The evidence that mentions are, an actor counted once however often it is named."""
    actors = {mention.text for mention in mentions if mention.type in _ACTORS}
    yield from ("actor" for _ in actors)
    for mention in mentions:
        if mention.type not in _ACTORS:
            yield "figure" if mention.type in _FIGURES else "date" if mention.type == "DATE" else "place"


def _told(token: Token) -> Iterator[str]:
    """The evidence that a token outside mentions is."""
    if token.kind == "number":
        yield "number"
    elif token.kind == "punctuation":
        yield from filter(None, [_MARKS.get(token.text)])
    elif token.kind == "word":
        core = token.core
        role = _role(token.text[core.start - token.start : core.end - token.start])
        if role:
            yield role
        if any(token.text[p.start - token.start : p.end - token.start] == _FUTURE for p in token.proclitics):
            yield CheckWord.FUTURE


class _Facts:
    """One field with its mentions, any stretch of which can be weighed."""

    def __init__(self, field: Field, mentions: Sequence[Mention]) -> None:
        self.field = field
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.starts = [token.start for token in field.tokens]
        self.told = [tuple(_told(token)) for token in field.tokens]

    def tokens(self, start: int, end: int) -> range:
        """The indices of the tokens that begin from `start` to `end`."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def odds(self, start: int, end: int) -> float:
        """The log odds that the words from `start` to `end` are worth a check."""
        first, last = (bisect_left(self.mentions, at, key=lambda mention: mention.start) for at in (start, end))
        mentions = self.mentions[first:last]
        pieces = Counter(_named(mentions))
        pieces[CheckWord.HEDGE] += 0
        words, before, ends = 0, "", iter(mentions)
        mention = next(ends, None)
        for index in self.tokens(start, end):
            token = self.field.tokens[index]
            words += token.kind != "punctuation"
            if before in _MAY and token.text[0] == _IMPERFECT:
                pieces[CheckWord.HEDGE] += 1
            before = token.text
            while mention and mention.end <= token.start:
                mention = next(ends, None)
            if self.told[index] and (not mention or token.start < mention.start):
                pieces.update(self.told[index])
        size = max(-USUAL, min(USUAL, words - USUAL)) * EACH_WORD
        return START + size + sum(WEIGHTS[kind][0] * min(count, WEIGHTS[kind][1]) for kind, count in pieces.items())

    def prose(self, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` are a sentence, neither a sub-heading nor a listing."""
        tokens = [self.field.tokens[index] for index in self.tokens(start, end)]
        words = sum(token.kind == "word" for token in tokens)
        loose = sum(token.kind == "number" or token.text in _DIVIDING for token in tokens)
        return words >= FEWEST and loose < LISTING * len(tokens)


def _share(odds: float) -> float:
    """Log odds as a share of 1, two decimals."""
    return round(1 / (1 + math.exp(-odds)), 2)


def odds_of(document: Document, field: Field) -> float:
    """The log odds that a whole field, taken as one statement, is worth a check."""
    facts = _Facts(field, [m for m in document.mentions or () if m.field == field.name])
    return facts.odds(0, len(field.text))


def weigh(document: Document) -> Document:
    """The document, its claims with their check-worthiness, and with the writer's own statements that are worth one.

    Claims are in the order of the fields, and then of the text.
    """
    found: list[Claim] = []
    claims = document.claims or ()
    for field in document.fields or ():
        facts = _Facts(field, [m for m in document.mentions or () if m.field == field.name])
        mine = [claim for claim in claims if claim.field == field.name]
        weighed = [
            replace(claim, checkworthiness=_share(facts.odds(claim.start, claim.end) + STANCES.get(claim.stance, 0.0)))
            for claim in mine
        ]
        # A headline says again what the body says.
        if field.name == "text":
            weighed += _assertions(document.article.id, facts, mine)
        found += sorted(weighed, key=lambda claim: claim.start)
    return replace(document, claims=tuple(found))


def _assertions(article: str, facts: _Facts, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The sentences that no claim touches, with its content or its cue, and that are worth a check."""
    field = facts.field
    taken = {number for claim in claims for span in (claim, claim.cue) if span
             for number in _sentences(field, span.start, span.end)}  # fmt: skip
    for number, sentence in enumerate(field.sentences):
        if number in taken or not facts.prose(sentence.start, sentence.end):
            continue
        text = field.text[sentence.start : sentence.end]
        start = sentence.start + len(text) - len(text.lstrip(_OUTER))
        end = sentence.start + len(text.rstrip(_OUTER))
        score = _share(facts.odds(start, sentence.end))
        if score >= ASSERTION:
            id_ = stable_id(article, field.name, start, end, "assertion")
            content = field.text[start:end]
            yield Claim(id_, article, field.name, start, end, content, number, None, None, "assertion", "assert", score)


def _sentences(field: Field, start: int, end: int) -> range:
    """The numbers of the sentences that the stretch from `start` to `end` touches."""
    first = bisect_left(field.sentences, start + 1, key=lambda sentence: sentence.end)
    return range(first, bisect_left(field.sentences, end, key=lambda sentence: sentence.start))
