"""The one name by which an entity is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from arcorpus.linking.aliases import UserAliases
from arcorpus.linking.evidence import Groups, Name
from arcorpus.linking.phonetics import is_latin, soundings
from arcorpus.linking.short_forms import plain_key
from arcorpus.ner import gazetteer
from arcorpus.text.letters import ARTICLE, LI_ARTICLE

_OWN_LETTERS = re.compile(r"[عحقصضظذ]|\bال|\bبن\b")  # what shows that a name is no foreign one


_ACROSS_SCRIPTS = frozenset({"gloss", "transliteration"})


@dataclass(slots=True)
class NameUse:
    """Where and how the corpus uses a name.

    Attributes:
        surfaces: how often it is written in each way.
        articles: the ids of the articles that hold it.
        dates: their days.
    """

    surfaces: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)


def _sounds_alike(first: str, second: str) -> bool:
    """Whether two surfaces share a skeleton."""
    return not {one.skeleton for one in soundings(first)}.isdisjoint(one.skeleton for one in soundings(second))


def _latin_names(counts: Counter[str], glossed: Iterable[str], kind: str) -> list[str]:
    """The glossed Latin surfaces, where the Arabic ones beside them spell out a foreign name."""
    arabic = [surface for surface in counts if not is_latin(surface)]
    if kind in {"PER", "LOC"} and any(_OWN_LETTERS.search(gazetteer.key(surface)) for surface in arabic):
        return []
    words = {word for surface in arabic for word in gazetteer.key(surface).split()}
    foreign = not words or not all(map(gazetteer.is_listed, words))
    return [s for s in glossed if is_latin(s) and (foreign or any(_sounds_alike(s, other) for other in arabic))]


def canonical_name(members: list[Name], uses: Mapping[Name, NameUse], groups: Groups, aliases: UserAliases) -> str:
    """The canonical name: the user's, the lexicon's if seen, a foreign name's Latin form, the commonest full form."""
    chosen = sorted({aliases.names[member.key] for member in members if member.key in aliases.names})
    if chosen:
        return chosen[0]
    counts: Counter[str] = Counter()
    for member in members:
        counts.update(uses[member].surfaces)
    thing = groups.thing(members[0])
    if thing and gazetteer.key(thing) in {gazetteer.key(surface) for surface in counts}:
        return thing
    best = min(
        _full_forms(members, uses, groups, counts), key=lambda s: (s.startswith(LI_ARTICLE), -counts[s], -len(s), s)
    )
    return ARTICLE + best[2:] if best.startswith(LI_ARTICLE) and plain_key(best) != gazetteer.key(best) else best


def _full_forms(members: list[Name], uses: Mapping[Name, NameUse], groups: Groups, counts: Counter[str]) -> list[str]:
    """The surfaces among which the name is chosen.

    Where names of two scripts were joined, a foreign name is called by its Latin form, another by its Arabic one.
    """
    kind = members[0].type
    full = _long_enough(counts, kind)
    joined = [member for member in members if groups.evidence_of.get(member) in _ACROSS_SCRIPTS]
    if not joined:
        return full
    latin = set(_latin_names(counts, [surface for member in joined for surface in uses[member].surfaces], kind))
    return [s for s in full if s in latin] or [s for s in full if not is_latin(s)] or full


def _long_enough(surfaces: Iterable[str], kind: str) -> list[str]:
    """The surfaces without a person's last name alone, where there is one of two words."""
    words = {surface: surface.count(" ") + 1 for surface in surfaces}
    least = min(max(words.values()), 2) if kind == "PER" else 1
    return [surface for surface in words if words[surface] >= least]
