"""Names of the corpus become entities: all mentions of one thing under one id, with the evidence for each alias.

Works on names and counts alone. A *name* is a type with a look-up key; names are joined into groups by evidence, the
strongest first, and every group is an entity. A join that is not shown is left undone: two different things under one
entity are worse than one thing under two.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from arcorpus.ids import stable_id
from arcorpus.linking.aliases import UserAliases, known_things
from arcorpus.linking.canonical import NameUse, canonical_name
from arcorpus.linking.evidence import WEIGHTS, Groups, Name
from arcorpus.linking.short_forms import full_names_of, join_family_names, merged_sound, plain_key
from arcorpus.linking.variants import respelled, shorter, transliterated
from arcorpus.ner import gazetteer
from arcorpus.types import NAME_TYPES, Document, Entity, Evidence, Mention

_VERSION = re.compile(r"\d+(?:\.\d+)*")


class Spot(NamedTuple):
    """Where a mention stands.

    Attributes:
        article: the article's id.
        field: the field of the article.
        start: where it begins in the field, in code points.
        end: where it ends.
        type: what it names.
    """

    article: str
    field: str
    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Links:
    """The entities of a corpus, by mentions and then name, and the id of each mention's entity."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[Spot, str]

    def entity(self, mention: Mention) -> str | None:
        """The id of a mention's entity; None for values."""
        return self.entity_of.get(_spot(mention))


@dataclass(slots=True)
class _Names:
    """The names of a corpus.

    Attributes:
        uses: where and how each name is used.
        name_of: the name of each mention.
        glossed: pairs of names that the text itself equates.
        full_names: for a short form, the full names that its article gives for it.
    """

    uses: defaultdict[Name, NameUse] = field(default_factory=lambda: defaultdict(NameUse))
    name_of: dict[Spot, Name] = field(default_factory=dict)
    glossed: list[tuple[Name, Name]] = field(default_factory=list)
    full_names: dict[Name, list[Name]] = field(default_factory=dict)


def _spot(mention: Mention) -> Spot:
    """Where a mention stands."""
    return Spot(mention.article, mention.field, mention.start, mention.end, mention.type)


def _things(aliases: UserAliases) -> Callable[[Name], str | None]:
    """What a name is known for: what the lexicons say of it or of the name that the user gives it, else that name.

    For Llama 4 the lexicons say what they say of Llama. A thing that the user gives two names is two things.
    """
    given: defaultdict[str | None, set[str]] = defaultdict(set)
    for key, name in aliases.names.items():
        given[known_things().get(key, ("", None))[1]].add(name)

    def thing(name: Name) -> str | None:
        canonical = aliases.names.get(name.key)
        if canonical is None:
            return _listed(name.type, name.key)
        known = _listed(name.type, name.key)
        own = known if len(given[known]) == 1 else None
        return _listed(name.type, gazetteer.key(canonical)) or own or canonical

    return thing


def _listed(kind: str, key: str) -> str | None:
    """What the lexicons know a name of a type for, perhaps with its version."""
    base, _, version = key.rpartition(" ")
    for stem, more in ((key, ""), (base, f" {version}")):
        known = known_things().get(stem)
        if known and known[0] == kind and (not more or _VERSION.fullmatch(version)):
            return known[1] + more
    return None


def _gather(documents: Iterable[Document], aliases: UserAliases) -> _Names:
    """Every name of the corpus with what is seen of it."""
    names = _Names()
    for document in documents:
        article = document.article
        full_names = full_names_of(document)
        at: dict[tuple[str, int, int], Name] = {}
        for mention in document.mentions or ():
            if mention.type not in NAME_TYPES or mention.value is not None:
                continue
            name = Name(mention.type, plain_key(mention.text))
            full = (
                full_names.get(merged_sound(name.key)) if name.type == "PER" and name.key not in aliases.names else None
            )
            if full:
                name = name._replace(article=article.id)
                names.full_names[name] = full
            names.name_of[_spot(mention)] = at[mention.field, mention.start, mention.end] = name
            use = names.uses[name]
            use.surfaces[mention.text] += 1
            use.articles.add(article.id)
            use.dates.update([article.date[:10]] if article.date else [])
        for gloss in document.glosses:
            pair = [at.get((gloss.field, span.start, span.end)) for span in (gloss.first, gloss.second)]
            if pair[0] and pair[1] and pair[0].type == pair[1].type:
                names.glossed.append((pair[0], pair[1]))
    return names


def _join_known(names: Iterable[Name], groups: Groups, aliases: UserAliases) -> None:
    """Ask for the joins of names that the user, or a lexicon, knows for one thing."""
    first: dict[tuple[str, ...], Name] = {}
    thing = _things(aliases)
    for name in sorted(names):
        canonical, known = aliases.names.get(name.key), thing(name)
        if canonical:
            groups.ask("user", name, first.setdefault(("user", name.type, canonical), name))
        if known:
            groups.ask("lexicon", name, first.setdefault(("lexicon", name.type, known), name))


def _join_variants(uses: Mapping[Name, NameUse], groups: Groups) -> None:
    """Ask for the joins of names that differ by their spelling, an article, a head or a company's tail."""
    whole = [name for name in sorted(uses) if not name.article]
    for name, other in respelled(whole):
        groups.ask("spelling", name, other)
    for name in whole:
        for variant, kind in shorter(name):
            if variant in uses:
                groups.ask(kind, name, variant)


def _join_scripts(uses: Mapping[Name, NameUse], groups: Groups) -> None:
    """Ask for the joins of names that sound alike in Arabic and in Latin script."""
    read = {name: min(one.surfaces, key=lambda s: (-one.surfaces[s], s))
            for name, one in uses.items() if not name.article}  # fmt: skip
    for name, other in transliterated(read, groups.find, groups.compatible):
        groups.ask("transliteration", name, other)


def _join_short(names: _Names, groups: Groups) -> None:
    """Ask for the joins of short forms with the one person whose full name their article gives."""
    for name, full in names.full_names.items():
        if len({groups.find(one) for one in full}) == 1:
            groups.ask("short", name, full[0])


def _entity(members: list[Name], uses: Mapping[Name, NameUse], groups: Groups, aliases: UserAliases) -> Entity:
    """The entity of a group of names."""
    surfaces: Counter[str] = Counter()
    articles: set[str] = set()
    dates: set[str] = set()
    kinds: dict[str, str] = {}
    for member in members:
        surfaces.update(uses[member].surfaces)
        articles |= uses[member].articles
        dates |= uses[member].dates
        kind = "user" if member.key in aliases.names else groups.evidence_of.get(member, "surface")
        for surface in uses[member].surfaces:
            kinds[surface] = max(kinds.get(surface, kind), kind, key=lambda k: (WEIGHTS[k], k))
    name = canonical_name(members, uses, groups, aliases)
    local = (members[0].article,) if len(members) == 1 and members[0].article else ()
    ordered = sorted(surfaces, key=lambda s: (-surfaces[s], s))
    evidence = [Evidence(alias, kinds[alias], WEIGHTS[kinds[alias]]) for alias in ordered]
    return Entity(
        id=stable_id("entity", members[0].type, gazetteer.key(name), *local),
        name=name,
        type=members[0].type,
        aliases=tuple(ordered),
        mentions=surfaces.total(),
        articles=len(articles),
        first_date=min(dates, default=None),
        last_date=max(dates, default=None),
        evidence=tuple(sorted(evidence, key=lambda e: -e.weight)),
    )


def link(documents: Iterable[Document], aliases: UserAliases | None = None) -> Links:
    """The entities of a corpus and the entity of each mention of a name.

    The result does not depend on the order of the documents; time grows with the number of mentions.

    Args:
        documents: documents whose `mentions` (and `glosses`) are set, with the types that `aliases.retyped` gives.
        aliases: the user's own aliases, which win over all other evidence.

    >>> from arcorpus.types import Article
    >>> names = [("سام ألتمان", "PER"), ("ألتمان", "PER"), ("ميتا", "ORG"), ("Meta", "ORG")]
    >>> mentions = tuple(Mention("a", "text", n, n + len(s), s, t) for n, (s, t) in zip((0, 20, 40, 60), names))
    >>> links = link([Document(Article("a", "a.txt", 0), mentions=mentions)])
    >>> [(entity.name, entity.aliases) for entity in links.entities]
    [('Meta', ('Meta', 'ميتا')), ('سام ألتمان', ('ألتمان', 'سام ألتمان'))]
    """
    aliases = aliases or UserAliases()
    groups = Groups(_things(aliases))
    names = _gather(documents, aliases)
    for name, other in names.glossed:
        groups.ask("gloss", name, other)
    _join_known(names.uses, groups, aliases)
    _join_variants(names.uses, groups)
    groups.join()
    _join_scripts(names.uses, groups)
    groups.join()
    _join_short(names, groups)
    groups.join()
    join_family_names(names.uses, groups)
    groups.join()
    members: defaultdict[Name, list[Name]] = defaultdict(list)
    for name in sorted(names.uses):
        members[groups.find(name)].append(name)
    entities = {root: _entity(group, names.uses, groups, aliases) for root, group in members.items()}
    found = sorted(entities.values(), key=lambda e: (-e.mentions, e.name, e.type, e.id))
    ids = {root: entity.id for root, entity in entities.items()}
    return Links(tuple(found), {spot: ids[groups.find(name)] for spot, name in names.name_of.items()})
