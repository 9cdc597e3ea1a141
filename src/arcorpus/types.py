"""The records that pass between stages. Frozen, slotted, no I/O; field order is the order of the JSON.

Offsets are half-open, in code points of the text they belong to, and `text[start:end]` is the surface.
`None` means that a stage has not run; `()` that it ran and found nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

NAME_TYPES = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK")
"""What a mention that names can be; it carries `entity`."""

VALUE_TYPES = ("DATE", "MONEY", "PERCENT", "QUANTITY")
"""What a mention that states a value can be; it carries `value` and `bound`."""


CLAIM_KINDS = ("direct", "indirect", "mixed", "assertion")
"""What a claim can be; an assertion is the writer's own."""

STANCES = (
    *("assert", "confirm", "doubt", "deny", "predict", "warn"),
    *("demand", "announce", "believe", "hope", "question"),
)
"""What the words that attribute a claim can say of it."""

TOPIC_KEYS = ("month", "year", "source", "category")
"""What the articles of topics can be counted by, the usual one first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, `[start, end)` in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of a page that is not the article, in code points of the decoded file, and why (`share`, `tags` …)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a text, with its surface and the clitics that can be cut off it.

    `kind` is one of word, number, punctuation, symbol, url, email, hashtag, handle.
    `proclitics` and `enclitics` lie inside `[start, end)`, in reading order.
    """

    start: int
    end: int
    text: str
    kind: str
    proclitics: tuple[Span, ...] = ()
    enclitics: tuple[Span, ...] = ()

    @property
    def core(self) -> Span:
        """What is left of the token without its clitics."""
        start = self.proclitics[-1].end if self.proclitics else self.start
        end = self.enclitics[0].start if self.enclitics else self.end
        return Span(start, end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, `[start, end)` in code points of its field, without the white space around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How much of an article is about one topic, 0-1."""

    id: str
    share: float


@dataclass(frozen=True, slots=True)
class Article:
    """One news text as it was read. `text` is the body, never edited; see INTERFACE for every field.

    `text_start` and `furniture` count in code points of the decoded file and are None for records out of rows.
    """

    id: str
    path: str
    index: int
    title: str | None = None
    source: str | None = None
    author: str | None = None
    date: str | None = None
    date_text: str | None = None
    url: str | None = None
    keywords: tuple[str, ...] = ()
    category: str | None = None
    standfirst: tuple[str, ...] = ()
    text: str = ""
    text_start: int | None = None
    furniture: tuple[Furniture, ...] | None = None
    topics: tuple[TopicShare, ...] | None = None
    keyphrases: tuple[Term, ...] | None = None
    words: int | None = None
    sentences: int | None = None
    duplicate_of: str | None = None
    warnings: tuple[str, ...] = ()

    def furniture_inside(self) -> tuple[Span, ...]:
        """The furniture that lies inside the body, in code points of `text`: analysed by nothing."""
        if self.text_start is None or not self.furniture:
            return ()
        end = len(self.text)
        shifted = ((max(f.start - self.text_start, 0), min(f.end - self.text_start, end)) for f in self.furniture)
        return tuple(Span(start, stop) for start, stop in shifted if start < stop)


@dataclass(frozen=True, slots=True)
class Field:
    """One text of an article with its sentences and tokens: `text` (the body), `title` or `standfirst.N`."""

    name: str
    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a thing (`entity` after linking) or states a value (`value`, `bound`)."""

    article: str
    field: str
    start: int
    end: int
    text: str
    type: str
    entity: str | None = None
    value: str | None = None
    bound: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Gloss:
    """Two mentions that the text itself equates, as in «"ديب سيك" (DeepSeek)»: their spans in one field."""

    field: str
    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """The word or phrase that attributes: قال، وفقا لـ."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """Who a claim is attributed to, where that is written, and what the verb tells of gender and number."""

    text: str | None
    start: int | None
    end: int | None
    entity: str | None = None
    type: str | None = None
    gender: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value of a claim that other claims on the same matter contradict."""

    value: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Content that the text attributes to somebody, or (kind `assertion`) a check-worthy statement of the writer."""

    id: str
    article: str
    field: str
    start: int
    end: int
    text: str
    sentence: int
    source: ClaimSource | None
    cue: Cue | None
    kind: str
    stance: str
    checkworthiness: float | None = None
    group: str | None = None
    conflict: Conflict | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of an article that count or belong to phrases, in order: lemmas, how each is shown, and kinds.

    `kinds` has a letter for each: `N` noun or name, `A` adjective, `V` verb, `S` and `B` stop words that phrases may
    hold (`terms.WEAK`, `terms.BOUND`); small where it follows the one before.
    """

    lemmas: tuple[str, ...]
    shown: tuple[str, ...]
    kinds: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its annotations, as far as the stages have run."""

    article: Article
    fields: tuple[Field, ...] | None = None
    terms: Terms | None = None
    mentions: tuple[Mention, ...] | None = None
    glosses: tuple[Gloss, ...] = ()
    claims: tuple[Claim, ...] | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a name was taken for an alias of an entity."""

    alias: str
    kind: str
    weight: float


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that the corpus names; `aliases` are the surfaces seen, most frequent first."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    mentions: int
    articles: int
    first_date: str | None = None
    last_date: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names an entity, `[start, end)` of its field, and where in the field the mention stands."""

    entity: str
    article: str
    field: str
    start: int
    end: int
    text: str
    mention_start: int
    mention_end: int


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a topic with its weight."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Period:
    """How many of a topic's articles fall into one period (`2025-01`)."""

    period: str
    articles: int


@dataclass(frozen=True, slots=True)
class Part:
    """Of the articles of one month, year, source or category: how many are under a topic, their mean share of it."""

    by: str
    value: str
    articles: int
    share: float


@dataclass(frozen=True, slots=True)
class Topic:
    """What a group of articles is about. `articles` are the ids whose strongest topic this is; `share` is 0-1.

    `representatives` are the few articles that are most about it, `parts` its articles by month, source and the like.
    """

    id: str
    label: str
    terms: tuple[Term, ...]
    articles: tuple[str, ...]
    share: float
    periods: tuple[Period, ...] = ()
    representatives: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCount:
    """Who claims how much: a person with the gender that the verbs tell, something else without one."""

    entity: str | None
    text: str | None
    claims: int
    unnamed: bool
    type: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Articles that have one text: the same words (`exact`), nearly (`near`), or some inside others (`part`).

    `articles` are ids, the first to have it before the others; `similarity` is 0-1.
    """

    id: str
    kind: str
    articles: tuple[str, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a group's first article beside the stretch of a copy, `article`, that stands for it.

    `op` is equal, replace, delete (only the first has it) or insert (only the copy). Words are compared after `search`
    normalisation; `text` is `[start, end)` of the first's text, `copy_text` `[copy_start, copy_end)` of the copy's.
    """

    duplicate: str
    article: str
    op: str
    start: int
    end: int
    text: str
    copy_start: int
    copy_end: int
    copy_text: str


def record(value: Any) -> Any:
    """A record as plain dicts, lists, strings and numbers, keys in field order.

    >>> record(Span(0, 4))
    {'start': 0, 'end': 4}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: record(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, (tuple, list)):
        return [record(item) for item in value]
    if isinstance(value, dict):
        return {key: record(item) for key, item in value.items()}
    return value
