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

from arcorpus.ids import stable_id
from arcorpus.linking.aliases import UserAliases, known_things
from arcorpus.linking.evidence import WEIGHTS, Groups, Name
from arcorpus.linking.phonetics import is_latin, soundings
from arcorpus.linking.variants import respelled, shorter, transliterated
from arcorpus.ner import gazetteer
from arcorpus.types import NAME_TYPES, Document, Entity, Evidence, Mention

_ARTICLE = "ال"
_LONG = 4  # letters from which a last name alone is telling
_MOST_BEARERS = 50  # full names of one short form in an article; of so many it belongs to none
_WHOLE = len(("PER", "key"))  # parts of a name that is no short form
_OWN_LETTERS = re.compile(r"[عحقصضظذ]|\bال|\bبن\b")  # what shows that a name is no foreign one
_SON = frozenset({"بن", "ابن", "بنت"})
_VERSION = re.compile(r"\d+(?:\.\d+)*")

Spot = tuple[str, str, int, int, str]
"""Where a mention stands: article, field, start, end, type."""


@dataclass(frozen=True, slots=True)
class Links:
    """The entities of a corpus, by mentions and then name, and the id of each mention's entity."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[Spot, str]

    def entity(self, mention: Mention) -> str | None:
        """The id of a mention's entity; None for values."""
        return self.entity_of.get(_spot(mention))


@dataclass(slots=True)
class _Seen:
    """What the corpus shows of one name: its surfaces, the articles, the days of those."""

    surfaces: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Names:
    """The names of a corpus: what is seen of each, each mention's, glossed pairs, and full names by short forms."""

    seen: defaultdict[Name, _Seen] = field(default_factory=lambda: defaultdict(_Seen))
    name_of: dict[Spot, Name] = field(default_factory=dict)
    glossed: list[tuple[Name, Name]] = field(default_factory=list)
    fuller: dict[Name, list[Name]] = field(default_factory=dict)


def _spot(mention: Mention) -> Spot:
    """Where a mention stands."""
    return mention.article, mention.field, mention.start, mention.end, mention.type


def _plain(surface: str) -> str:
    """The key of a mention's surface, for للصين that of الصين."""
    key = gazetteer.key(surface)
    return _ARTICLE + key[2:] if key.startswith("لل") and len(key) > _LONG else key


def _sound(key: str) -> str:
    """A key in which the two letters for one foreign sound are one."""
    return key.replace("ج", "غ")


def _things(aliases: UserAliases) -> Callable[[Name], str | None]:
    """What a name is known for: by the user's file, else by the lexicons, for Llama 4 by what they say of Llama."""

    def thing(name: Name) -> str | None:
        canonical = aliases.names.get(name[1])
        key = gazetteer.key(canonical) if canonical else name[1]
        base, _, version = key.rpartition(" ")
        for stem, more in ((key, ""), (base, f" {version}")):
            known = known_things().get(stem)
            if known and known[0] == name[0] and (not more or _VERSION.fullmatch(version)):
                return known[1] + more
        return canonical

    return thing


def _is_father(words: list[str], cut: int) -> bool:
    """Whether the words of a person's name from `cut` on are the name of the father: سلمان بن عبدالعزيز after بن."""
    given = gazetteer.is_trained_given(words[cut])
    return words[cut - 1] in _SON and (given or cut + 1 < len(words))


def _full_names(document: Document) -> dict[str, list[Name]]:
    """The full names of an article's persons by the sound of each shorter form that they end or begin with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention in document.mentions or ():
        words = _plain(mention.text).split() if mention.type == "PER" else []
        for cut in range(1, len(words)):
            if not _is_father(words, cut):
                found[_sound(" ".join(words[cut:]))].add(" ".join(words))
            if cut > 1:
                found[_sound(" ".join(words[:cut]))].add(" ".join(words))
    return {short: [("PER", key) for key in sorted(_longest_of(full))] for short, full in found.items()}


def _longest_of(names: set[str]) -> set[str]:
    """The names that are no part of another one: محمد بن سلمان goes when محمد بن سلمان بن عبدالعزيز is there."""
    if len(names) > _MOST_BEARERS:
        return names
    return {name for name in names if not any(other != name and f" {name} " in f" {other} " for other in names)}


def _gather(documents: Iterable[Document], aliases: UserAliases) -> _Names:
    """Every name of the corpus with what is seen of it."""
    names = _Names()
    for document in documents:
        article = document.article
        full_names = _full_names(document)
        at: dict[tuple[str, int, int], Name] = {}
        for mention in document.mentions or ():
            if mention.type not in NAME_TYPES or mention.value is not None:
                continue
            name: Name = (mention.type, _plain(mention.text))
            full = full_names.get(_sound(name[1])) if name[0] == "PER" and name[1] not in aliases.names else None
            if full:
                name = (*name, article.id)
                names.fuller[name] = full
            names.name_of[_spot(mention)] = at[mention.field, mention.start, mention.end] = name
            one = names.seen[name]
            one.surfaces[mention.text] += 1
            one.articles.add(article.id)
            one.dates.update([article.date[:10]] if article.date else [])
        for gloss in document.glosses:
            pair = [at.get((gloss.field, span.start, span.end)) for span in (gloss.first, gloss.second)]
            if pair[0] and pair[1] and pair[0][0] == pair[1][0]:
                names.glossed.append((pair[0], pair[1]))
    return names


def _join_known(names: Iterable[Name], groups: Groups, aliases: UserAliases) -> None:
    """Ask for the joins of names that the user, or a lexicon, knows for one thing."""
    first: dict[tuple[str, ...], Name] = {}
    thing = _things(aliases)
    for name in sorted(names):
        canonical, known = aliases.names.get(name[1]), thing(name)
        if canonical:
            groups.ask("user", name, first.setdefault(("user", name[0], canonical), name))
        if known:
            groups.ask("lexicon", name, first.setdefault(("lexicon", name[0], known), name))


def _join_variants(seen: Mapping[Name, _Seen], groups: Groups) -> None:
    """Ask for the joins of names that differ by their spelling, an article, a head or a company's tail."""
    whole = [name for name in sorted(seen) if len(name) == _WHOLE]
    for name, other in respelled(whole):
        groups.ask("spelling", name, other)
    for name in whole:
        for variant, kind in shorter(name):
            if variant in seen:
                groups.ask(kind, name, variant)


def _join_scripts(seen: Mapping[Name, _Seen], groups: Groups) -> None:
    """Ask for the joins of names that sound alike in Arabic and in Latin script."""
    read = {name: min(one.surfaces, key=lambda s: (-one.surfaces[s], s))
            for name, one in seen.items() if len(name) == _WHOLE}  # fmt: skip
    for name, other in transliterated(read, groups.find, groups.compatible):
        groups.ask("transliteration", name, other)


def _join_short(names: _Names, groups: Groups) -> None:
    """Ask for the joins of short forms with the one person whose full name their article gives."""
    for name, full in names.fuller.items():
        if len({groups.find(one) for one in full}) == 1:
            groups.ask("short", name, full[0])


def _join_families(seen: Mapping[Name, _Seen], groups: Groups) -> None:
    """Ask for the joins of foreign last names, alone in their article, with the one person who bears each."""
    bearers: defaultdict[str, set[Name]] = defaultdict(set)
    for name in seen:
        if name[0] == "PER" and " " in name[1] and len(name) == _WHOLE:
            bearers[_sound(name[1].rpartition(" ")[2])].add(groups.find(name))
    for name in sorted(seen):
        alone = name[0] == "PER" and " " not in name[1] and len(name) == _WHOLE
        telling = len(name[1]) > _LONG and not name[1].startswith(_ARTICLE) and not gazetteer.is_listed(name[1])
        given = gazetteer.is_trained_given(name[1])
        full = bearers.get(_sound(name[1]), set())
        if alone and telling and not given and len(full) == 1:
            groups.ask("family", name, *full)


def _sounds_alike(first: str, second: str) -> bool:
    """Whether two surfaces share a skeleton."""
    return not {one.skeleton for one in soundings(first)}.isdisjoint(one.skeleton for one in soundings(second))


def _latin_names(counts: Counter[str], glossed: Iterable[str], kind: str) -> list[str]:
    """The glossed Latin surfaces, where the Arabic ones beside them spell out a foreign name."""
    arabic = [surface for surface in counts if not is_latin(surface)]
    if kind == "PER" and any(_OWN_LETTERS.search(gazetteer.key(surface)) for surface in arabic):
        return []
    words = {word for surface in arabic for word in gazetteer.key(surface).split()}
    foreign = not words or not all(map(gazetteer.is_listed, words))
    return [s for s in glossed if is_latin(s) and (foreign or any(_sounds_alike(s, other) for other in arabic))]


def _best_name(members: list[Name], seen: Mapping[Name, _Seen], groups: Groups, aliases: UserAliases) -> str:
    """The canonical name: the user's, the lexicon's if seen, a foreign name's Latin form, the commonest full form."""
    chosen = sorted({aliases.names[member[1]] for member in members if member[1] in aliases.names})
    if chosen:
        return chosen[0]
    counts: Counter[str] = Counter()
    for member in members:
        counts.update(seen[member].surfaces)
    keys = {gazetteer.key(surface) for surface in counts}
    thing = groups.thing(members[0])
    if thing and gazetteer.key(thing) in keys:
        return thing
    given = [s for m in members if groups.why.get(m) in {"gloss", "transliteration"} for s in seen[m].surfaces]
    most = 1 if members[0][0] != "PER" else max(surface.count(" ") + 1 for surface in counts)
    full = [surface for surface in counts if surface.count(" ") + 1 >= min(most, 2)]
    if given:
        latin = [surface for surface in _latin_names(counts, given, members[0][0]) if surface in full]
        full = latin or [surface for surface in full if not is_latin(surface)] or full
    best = min(full, key=lambda s: (s.startswith("لل"), -counts[s], -len(s), s))
    return _ARTICLE + best[2:] if best.startswith("لل") and _plain(best) != gazetteer.key(best) else best


def _entity(members: list[Name], seen: Mapping[Name, _Seen], groups: Groups, aliases: UserAliases) -> Entity:
    """The entity of a group of names."""
    surfaces: Counter[str] = Counter()
    articles: set[str] = set()
    dates: set[str] = set()
    kinds: dict[str, str] = {}
    for member in members:
        surfaces.update(seen[member].surfaces)
        articles |= seen[member].articles
        dates |= seen[member].dates
        kind = "user" if member[1] in aliases.names else groups.why.get(member, "surface")
        for surface in seen[member].surfaces:
            kinds[surface] = max(kinds.get(surface, kind), kind, key=lambda k: (WEIGHTS[k], k))
    name = _best_name(members, seen, groups, aliases)
    local = members[0][2:] if len(members) == 1 else ()
    ordered = sorted(surfaces, key=lambda s: (-surfaces[s], s))
    evidence = [Evidence(alias, kinds[alias], WEIGHTS[kinds[alias]]) for alias in ordered]
    return Entity(
        id=stable_id("entity", members[0][0], gazetteer.key(name), *local),
        name=name,
        type=members[0][0],
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
    _join_known(names.seen, groups, aliases)
    _join_variants(names.seen, groups)
    groups.join()
    _join_scripts(names.seen, groups)
    groups.join()
    _join_short(names, groups)
    groups.join()
    _join_families(names.seen, groups)
    groups.join()
    members: defaultdict[Name, list[Name]] = defaultdict(list)
    for name in sorted(names.seen):
        members[groups.find(name)].append(name)
    entities = {root: _entity(group, names.seen, groups, aliases) for root, group in members.items()}
    found = sorted(entities.values(), key=lambda e: (-e.mentions, e.name, e.type, e.id))
    ids = {root: entity.id for root, entity in entities.items()}
    return Links(tuple(found), {spot: ids[groups.find(name)] for spot, name in names.name_of.items()})
