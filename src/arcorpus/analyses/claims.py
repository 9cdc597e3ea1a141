"""Who claims what over the corpus: claims with their sources resolved, those that meet grouped, the sources counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from arcorpus.claims.filters import ClaimFilter, is_unnamed, named_key
from arcorpus.claims.match import group_claims
from arcorpus.claims.source_linking import Descriptions, name_in
from arcorpus.types import NAME_TYPES, Claim, ClaimSource, Document, Entity, Mention, SourceCount

if TYPE_CHECKING:
    from arcorpus.linking.linker import Links

NEEDS = frozenset({"counts", "claims"})

SUGGESTIONS = 5
"""Sources that are named instead of one that makes no claim."""


def _resolved(source: ClaimSource, names: Sequence[Mention], described: Descriptions, links: Links) -> ClaimSource:
    """The source with the entity that it names, or that the article describes with its words."""
    named = name_in(source, names) or described.named(source)
    return source if named is None else replace(source, entity=links.entity(named), type=named.type)


@dataclass(slots=True)
class _Tally:
    """What is counted of one source."""

    text: str | None
    unnamed: bool
    claims: int = 0
    types: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)

    def add(self, source: ClaimSource) -> None:
        """Count a claim of the source."""
        self.claims += 1
        self.types.update([source.type] if source.type else [])
        self.genders.update([source.gender] if source.gender else [])


def _usual(counts: Counter[str]) -> str | None:
    """What was counted most, of equals the first by name."""
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def _counts(claims: Sequence[Claim], names: Mapping[str, Entity]) -> tuple[SourceCount, ...]:
    """The sources by number of claims, then name; those without an entity are told apart by their folded words.

    The writer's own statements have no source and are not counted. A gender is told of persons alone: that of a body is
    the grammar's.
    """
    tallies: dict[tuple[str | None, str | None], _Tally] = {}
    for claim in claims:
        source = claim.source
        if source is None:
            continue
        entity = names.get(source.entity or "")
        key = (source.entity, None if entity or not source.text else named_key(source.text))
        text = entity.name if entity else source.text
        tallies.setdefault(key, _Tally(text, is_unnamed(source))).add(source)
    counted = [
        SourceCount(entity, tally.text, tally.claims, tally.unnamed, kind,
                    _usual(tally.genders) if kind == "PER" else None)
        for (entity, _), tally in tallies.items()
        for kind in [names[entity].type if entity and entity in names else _usual(tally.types)]
    ]  # fmt: skip
    return tuple(sorted(counted, key=lambda s: (-s.claims, s.text or "", s.entity or "")))


def _called(name: str, entities: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """The names of the entities that have a name among theirs or, where none has, its words in one of theirs, by id."""
    key = named_key(name)
    names = {entity.id: frozenset(map(named_key, (entity.name, *entity.aliases))) for entity in entities}
    exact = {id_: known for id_, known in names.items() if key in known}
    return exact or {id_: known for id_, known in names.items() if any(f" {key} " in f" {n} " for n in known)}


def _advice(name: str, counted: Sequence[SourceCount]) -> str:
    """The line that says that a source makes no claim, with those that come nearest, or claim most."""
    known = {named_key(source.text): source.text for source in counted if source.text}
    close = get_close_matches(named_key(name), known, SUGGESTIONS) or list(known)[:SUGGESTIONS]
    there = f"; sources here are {'، '.join(known[key] for key in close)}" if close else ""
    return f"no claim kept has the source «{name}»{there}"


def claims(
    documents: Sequence[Document],
    links: Links,
    only: ClaimFilter | None = None,
    warn: Callable[[str], None] = lambda _: None,
) -> tuple[tuple[Claim, ...], tuple[SourceCount, ...]]:
    """The claims of all documents in reading order, sources resolved and groups found, and the sources counted.

    Args:
        documents: documents with claims.
        links: the entities of the documents' mentions.
        only: which claims to keep, once they are grouped; the sources counted are those of the claims kept.
        warn: gets a line when the source asked for makes no claim.
    """
    found: list[Claim] = []
    for document in documents:
        names: dict[str, list[Mention]] = defaultdict(list)
        for mention in document.mentions or ():
            if mention.type in NAME_TYPES and links.entity(mention):
                names[mention.field].append(mention)
        for mentions in names.values():
            mentions.sort(key=lambda mention: mention.start)
        described = Descriptions(document)
        for claim in document.claims or ():
            source = claim.source and _resolved(claim.source, names[claim.field], described, links)
            found.append(replace(claim, source=source))
    entities = {entity.id: entity for entity in links.entities}
    canonical = {id_: entity.name for id_, entity in entities.items()}
    grouped = group_claims(found, documents, lambda mention: canonical.get(links.entity(mention) or ""))
    if only is None:
        return grouped, _counts(grouped, entities)
    called = _called(only.source, links.entities) if only.source else {}
    kept = tuple(claim for claim in grouped if only.keeps(claim, called))
    if only.source and not kept:
        warn(_advice(only.source, _counts(grouped, entities)))
    return kept, _counts(kept, entities)
