"""Who and what the articles name, with the mentions; dates, money and other values too."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

import click

from arcorpus.analyses.context import AnalysisContext
from arcorpus.analyses.options import ALIASES, COLLAPSE, NER, listed
from arcorpus.report import Section, Table
from arcorpus.types import NAME_TYPES, VALUE_TYPES, Context, Document, Entity, Mention
from arcorpus.writers.grid import ABSENT, Column, Grid, View

if TYPE_CHECKING:
    from arcorpus.linking.linker import Links

NEEDS = frozenset({"mentions"})
TABLES = (
    Table("entities", Entity, "entity"),
    Table("mentions", Mention, "mention"),
    Table("contexts", Context, "context"),
)

_TYPES = NAME_TYPES + VALUE_TYPES
_HEADINGS = {
    "PER": "Persons",
    "ORG": "Organisations",
    "LOC": "Places",
    "PRODUCT": "Products",
    "EVENT": "Events",
    "WORK": "Works",
}
_BOUNDS = {None: "", "about": "~ ", "min": "≥ ", "max": "≤ "}

OPTIONS = (
    click.Option(
        ["--type", "types"],
        type=listed("--type", _TYPES),
        metavar="PER,ORG,...",
        help=f"Only these types: {' '.join(_TYPES)}.",
    ),
    NER,
    ALIASES,
    click.Option(
        ["--min-mentions"],
        metavar="N",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Leave out what is named less often.",
    ),
    click.Option(
        ["--context"],
        metavar="N",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        help="Show each with up to so many of the sentences that name it.",
    ),
    COLLAPSE,
)


def analyse(documents: Sequence[Document], context: AnalysisContext) -> Section:
    """The entities by mentions, the mentions and, where they are wanted, sentences that name each entity."""
    types, most = context.options["types"], context.options["context"]
    links = context.links()
    found, mentions = entities(documents, links, types and frozenset(types), context.options["min_mentions"])
    tables: dict[str, tuple[Any, ...]] = {"entities": found, "mentions": mentions}
    if most:
        tables["contexts"] = contexts(documents, links, found, most)
    return Section(tables)


def recorded(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options for a report's `run`: the types sorted, whatever the order in which they were given."""
    return {**options, "types": sorted(options["types"]) if options["types"] else None}


def entities(
    documents: Sequence[Document], links: Links, types: AbstractSet[str] | None = None, min_mentions: int = 1
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities by mentions and then name, and the mentions in reading order with their entities' ids.

    Args:
        documents: the corpus, with `mentions` set.
        links: what `linker.link` made of the same documents.
        types: keep only entities and mentions of these types; None keeps all.
        min_mentions: leave out entities with fewer mentions, and their mentions.

    >>> from arcorpus.linking.linker import link
    >>> from arcorpus.types import Article
    >>> mention = Mention("a", "text", 0, 5, "الصين", "LOC")
    >>> documents = [Document(Article("a", "a.txt", 0), mentions=(mention,))]
    >>> found, mentions = entities(documents, link(documents))
    >>> found[0].name, mentions[0].entity == found[0].id
    ('الصين', True)
    """
    kept = tuple(e for e in links.entities if e.mentions >= min_mentions and (types is None or e.type in types))
    known = {entity.id for entity in kept}
    mentions = (replace(mention, entity=links.entity(mention))
                for document in documents for mention in document.mentions or ())  # fmt: skip
    return kept, tuple(m for m in mentions if m.entity in known or (m.entity is None and _wanted(m, types)))


def _wanted(mention: Mention, types: AbstractSet[str] | None) -> bool:
    """Whether a mention is of one of the types."""
    return types is None or mention.type in types


def contexts(documents: Sequence[Document], links: Links, chosen: Sequence[Entity], most: int) -> tuple[Context, ...]:
    """Up to `most` sentences that name each of the `chosen` entities, entity by entity.

    Each article gives its first sentence before any gives its second; the same words are given once.
    """
    found: defaultdict[str, list[list[Context]]] = defaultdict(list)
    known = {entity.id for entity in chosen}
    for document in documents:
        here: defaultdict[str, list[Context]] = defaultdict(list)
        for context in _sentences(document, links):
            if context.entity in known:
                here[context.entity].append(context)
        for entity, sentences in here.items():
            found[entity].append(sentences[:most])
    turns = ((context for turn in zip_longest(*found[entity.id]) for context in turn if context) for entity in chosen)
    return tuple(context for turn in turns for context in islice(_once(turn), min(most, sys.maxsize)))


def _once(contexts: Iterable[Context]) -> Iterator[Context]:
    """The contexts whose words have not come before."""
    seen = set()
    for context in contexts:
        if context.text not in seen:
            seen.add(context.text)
            yield context


def _sentences(document: Document, links: Links) -> Iterator[Context]:
    """The sentences of a document that name an entity, once for each entity in them, with its first mention there."""
    fields = {field.name: field for field in document.fields or ()}
    seen = set()
    for mention in document.mentions or ():
        entity, field = links.entity(mention), fields.get(mention.field)
        if entity is None or field is None:
            continue
        place = bisect_right(field.sentences, mention.start, key=lambda sentence: sentence.start) - 1
        sentence = field.sentences[max(place, 0)]
        # A name that a sentence's end cuts through is shown whole.
        end = max(sentence.end, mention.end)
        if (entity, field.name, sentence.start) not in seen:
            seen.add((entity, field.name, sentence.start))
            where = (document.article.id, field.name, sentence.start, end)
            yield Context(entity, *where, field.text[sentence.start : end], mention.start, mention.end)


def show(view: View) -> list[Grid]:
    """The entities by type, and alone the sentences that name them and the values that the corpus states."""
    chosen = _spread(view.rows("entities"), view.layout.top)
    kind, name, written = Column("type", 7), Column("name", 18, 2), Column("also written", 16, 2)
    counts = (Column("mentions", 8, 0), Column("articles", 8, 0))
    if view.layout.single != "entities":
        brief = ((e.type, e.name, f"{e.mentions:,}", f"{e.articles:,}", _aliases(e)) for e in chosen)
        return [view.grid("Entities", (kind, name, *counts, written), brief)]
    rows = [
        (
            f"{_HEADINGS[e.type]} ({e.type})",
            (e.name, f"{e.mentions:,}", f"{e.articles:,}", e.first_date or ABSENT, e.last_date or ABSENT, _aliases(e)),
        )
        for e in chosen
    ]
    shape = (name, *counts, Column("first", 10, 0), Column("last", 10, 0), Column("also written", 14, 2))
    return [view.grouped("Entities", shape, rows), _contexts(view, chosen[: view.layout.top]), _values(view)]


def _contexts(view: View, entities: Sequence[Entity]) -> Grid:
    """The sentences that name the entities of the table, under the name of each."""
    dates = {id_: headline.article.date for id_, headline in view.headlines.items()}
    found: defaultdict[str, list[Context]] = defaultdict(list)
    for context in view.rows("contexts"):
        found[context.entity].append(context)
    rows = [
        (f"{entity.name} ({entity.type})", (dates.get(context.article) or ABSENT, context.text))
        for entity in entities
        for context in found[entity.id]
    ]
    return view.whole.grouped("In context", (Column("date", 10, 0), Column("sentence", 40, 1)), rows)


def _spread(entities: Iterable[Entity], top: int | None) -> list[Entity]:
    """The entities by type, of which the first `top` give each type its turn; the others come after them."""
    kinds: dict[str, list[Entity]] = {kind: [] for kind in _TYPES}
    for entity in entities:
        kinds.setdefault(entity.type, []).append(entity)
    order = {kind: place for place, kind in enumerate(kinds)}
    turns = [entity for turn in zip_longest(*kinds.values()) for entity in turn if entity]
    # Sorting is stable: within a type the most mentioned stay first.
    return sorted(turns[:top], key=lambda e: order[e.type]) + (turns[top:] if top else [])


def _aliases(entity: Entity) -> str:
    return "، ".join(alias for alias in entity.aliases if alias != entity.name) or ABSENT


def _values(view: View) -> Grid:
    """What the corpus states as dates, amounts and counts: each value once, those stated most often first."""
    seen: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in view.rows("mentions"):
        if mention.entity is None and mention.type in VALUE_TYPES:
            value = f"{_BOUNDS[mention.bound]}{mention.value}" if mention.value else ABSENT
            seen[mention.type, value].append(mention)
    ranked = sorted(seen.items(), key=lambda item: (_TYPES.index(item[0][0]), -len(item[1])))
    rows = [
        (kind, value, f"{len(found):,}", f"{len({m.article for m in found}):,}", _surfaces(found))
        for (kind, value), found in ranked
    ]
    shape = (Column("type", 8), Column("value", 18), Column("mentions", 8, 0), Column("articles", 8, 0),
             Column("as written", 18, 2))  # fmt: skip
    return view.grid("Values", shape, rows)


def _surfaces(mentions: list[Mention]) -> str:
    return "، ".join(dict.fromkeys(mention.text for mention in mentions))
