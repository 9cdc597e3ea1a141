"""Who claims what over the corpus: claims with their sources resolved to entities, and the sources counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from arcorpus.normalize import fold
from arcorpus.resources import lexicon
from arcorpus.types import NAME_TYPES, Claim, ClaimSource, Document, Mention, SourceCount

if TYPE_CHECKING:
    from arcorpus.linking import Links

NEEDS = frozenset({"counts", "claims"})

_RANK = {"PER": 0, "ORG": 1}


@cache
def _unnamed_heads() -> frozenset[str]:
    """The words that begin a source whom the text leaves unnamed (مصدر، مصادر، شخص …)."""
    return frozenset(fold(row["head"], "match") for row in lexicon("unnamed"))


def _resolved(source: ClaimSource, names: Sequence[Mention], links: Links) -> ClaimSource:
    """The source with the entity that it names: a person before a body, the earlier before the later."""
    if source.start is None or source.end is None:
        return source
    inside = [m for m in names if source.start <= m.start and m.end <= source.end]
    if not inside:
        return source
    best = min(inside, key=lambda m: (_RANK.get(m.type, 2), m.start))
    return replace(source, entity=links.entity(best), type=best.type)


def is_unnamed(source: ClaimSource | None) -> bool:
    """Whether nobody is named: no source at all, or a head such as مصادر without an entity."""
    if source is None or not source.text:
        return True
    return source.entity is None and fold(source.text.split()[0], "match") in _unnamed_heads()


def _counts(claims: Sequence[Claim], names: Mapping[str, str]) -> tuple[SourceCount, ...]:
    """The sources by number of claims, then name; those without an entity are told apart by their folded words."""
    groups: Counter[tuple[str | None, str | None, bool]] = Counter()
    words: dict[str, str] = {}
    for claim in claims:
        source, unnamed = claim.source, is_unnamed(claim.source)
        if source is None or not source.text:
            groups[None, None, True] += 1
        elif source.entity:
            groups[source.entity, names.get(source.entity, source.text), unnamed] += 1
        else:
            text = words.setdefault(fold(source.text, "search"), source.text)
            groups[None, text, unnamed] += 1
    ordered = sorted(groups.items(), key=lambda item: (-item[1], item[0][1] or "", item[0][0] or ""))
    return tuple(SourceCount(entity, text, count, unnamed) for (entity, text, unnamed), count in ordered)


def claims(documents: Sequence[Document], links: Links) -> tuple[tuple[Claim, ...], tuple[SourceCount, ...]]:
    """The claims of all documents in reading order, each source resolved, and the sources counted."""
    found: list[Claim] = []
    for document in documents:
        names: dict[str, list[Mention]] = defaultdict(list)
        for mention in document.mentions or ():
            if mention.type in NAME_TYPES and links.entity(mention):
                names[mention.field].append(mention)
        for claim in document.claims or ():
            source = claim.source and _resolved(claim.source, names[claim.field], links)
            found.append(replace(claim, source=source))
    return tuple(found), _counts(found, {entity.id: entity.name for entity in links.entities})
