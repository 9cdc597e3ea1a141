"""The words that attribute: reporting forms, attributing phrases and what stands around them, by look-up key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from arcorpus.normalize import fold
from arcorpus.resources import lexicon

FIRST_PERSON = frozenset({"1s", "1p"})
"""The numbers of forms that speak of the writer, or belong to what somebody else says."""

PREPOSITIONS = ("إلى", "من", "عن", "على", "في")
"""Prepositions written apart that a reporting verb may take, as cues.tsv writes them."""


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written form: what saying it is, and whom its ending agrees with.

    `voice` is active, participle or passive; `gender` m, f or None; `number` s, d, p, 1s, 1p or None; `complements`
    what may follow the subject: أن, a preposition, or مفعول for an object.
    """

    stance: str
    voice: str
    gender: str | None
    number: str | None
    complements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An attributing phrase by its keys; its source is `after` it, after a `verb`, further `back`, or `nobody`."""

    keys: tuple[str, ...]
    stance: str
    source: str


def key(word: str) -> str:
    """The form under which a word is looked up.

    >>> key("وأكّد") == key("واكد")
    True
    """
    return fold(word, "match")


@cache
def forms() -> dict[str, Form]:
    """Reporting forms by key; an active reading goes before a participle, that before a passive.

    A third person goes before a first: أوضح is he, not I.
    """
    rank = {"active": 0, "participle": 1, "passive": 2}
    rows = sorted(
        lexicon("cues"),
        key=lambda row: (rank[row["voice"]], row["number"] in FIRST_PERSON, row["form"], row["lemma"]),
    )
    found: dict[str, Form] = {}
    for row in rows:
        form = Form(
            row["stance"],
            row["voice"],
            row["gender"] or None,
            row["number"] or None,
            frozenset(row["complements"].split(",")),
        )
        found.setdefault(key(row["form"]), form)
    return found


@cache
def prepositions() -> dict[str, str]:
    """The prepositions that a verb may take, by key, as cues.tsv writes them."""
    return {key(word): word for word in PREPOSITIONS}


@cache
def words(role: str) -> frozenset[str]:
    """The keys of the words of a role in data/lexicons/clause_words.tsv: adjunct, negation, closer or joint."""
    return frozenset(key(row["word"]) for row in lexicon("clause_words") if row["role"] == role)


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Attributing phrases by their first key, longest first."""
    rows = [
        Phrase(tuple(key(word) for word in row["phrase"].split()), row["stance"], row["source"])
        for row in lexicon("cue_phrases")
    ]
    rows.sort(key=lambda phrase: (-len(phrase.keys), phrase.keys))
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in rows:
        by_first[phrase.keys[0]] = (*by_first.get(phrase.keys[0], ()), phrase)
    return by_first
