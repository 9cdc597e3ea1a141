"""Names of the corpus become entities: all mentions of one thing under one id, with the evidence for each alias.

Works on names and counts alone. A *name* is a type with a look-up key; names are joined into groups by evidence, the
strongest first, and every group is an entity. A join that is not shown is left undone: two different things under one
entity are worse than one thing under two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from arcorpus import gazetteer
from arcorpus.ids import stable_id
from arcorpus.resources import lexicon
from arcorpus.types import Document, Entity, Evidence, Mention

WEIGHTS: Mapping[str, float] = {
    "surface": 1.0,   # the same name after folding
    "gloss": 1.0,     # the text gives one in brackets after the other
    "lexicon": 0.9,   # the alias lexicon or the gazetteer knows both
    "spelling": 0.8,  # ج and غ for the same foreign sound
    "short": 0.8,     # a person's last name beside the full name in the same article
    "tail": 0.7,      # a company's name with and without Group, Holding …
    "article": 0.7,   # a foreign name with and without ال
    "family": 0.6,    # a foreign last name that one person alone bears in the corpus
}
"""How strong each kind of evidence is, 0-1."""

_NAMES = frozenset({"PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK"})
_ARTICLE = "ال"
_MUTUAL = frozenset({"gloss", "lexicon"})  # evidence for both names, not for the second of the two alone
_LONG = 4  # letters from which a last name alone is telling

Name = tuple[str, ...]
"""A type and a key; a third part, an article's id, tells names that are the same thing in that article alone."""
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


class _Groups:
    """Names joined into groups, with the evidence that brought each name in.

    Joins are asked for in any order and made all at once, the strongest first, so that order tells nothing.
    """

    def __init__(self) -> None:
        self.why: dict[Name, str] = {}
        self._parent: dict[Name, Name] = {}
        self._things: dict[Name, str] = {}
        self._asked: set[tuple[str, Name, Name]] = set()

    def ask(self, kind: str, name: Name, other: Name) -> None:
        """Ask that `name` be joined with `other`."""
        if name != other:
            self._asked.add((kind, name, other))

    def find(self, name: Name) -> Name:
        """The name that stands for the group of `name`."""
        root = name
        while self._parent.get(root, root) != root:
            root = self._parent[root]
        while self._parent.get(name, name) != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def join(self) -> None:
        """Make what was asked for, but no group of two things that the lexicon tells apart."""
        for kind, name, other in sorted(self._asked, key=lambda ask: (-WEIGHTS[ask[0]], ask)):
            low, high = sorted((self.find(name), self.find(other)))
            known = (self._things.get(root) or _thing(root) for root in (low, high))
            things = sorted({thing for thing in known if thing})
            if len(things) > 1 and kind != "lexicon":
                continue
            if low != high:
                self._parent[high] = low
                self._things.update((low, thing) for thing in things[:1])
            self.why.setdefault(name, kind)
            if kind in _MUTUAL:
                self.why.setdefault(other, kind)
        self._asked.clear()


def _spot(mention: Mention) -> Spot:
    """Where a mention stands."""
    return mention.article, mention.field, mention.start, mention.end, mention.type


def _plain(surface: str) -> str:
    """The key of a mention's surface, for للصين that of الصين."""
    key = gazetteer.key(surface)
    return _ARTICLE + key[2:] if key.startswith("لل") and len(key) > _LONG else key


@cache
def _lexicon() -> Mapping[str, tuple[str, str]]:
    """What the alias lexicon and the gazetteer know a name for, by key: type and thing."""
    found = {row["key"]: ("LOC", row["id"]) for row in lexicon("places") if row["id"]}
    found.update({gazetteer.key(row["alias"]): (row["type"], row["canonical"]) for row in lexicon("aliases")})
    for row in lexicon("places"):
        same = found.get(gazetteer.key(row["name"]))
        if row["id"] and same and same[0] == "LOC":
            found[row["key"]] = same
    return found


def _thing(name: Name) -> str | None:
    """The thing that a name is known for, if any."""
    known = _lexicon().get(name[1])
    return known[1] if known and known[0] == name[0] else None


def _full_names(document: Document) -> dict[str, set[str]]:
    """The full names of an article's persons by each shorter form that they end or begin with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention in document.mentions or ():
        words = _plain(mention.text).split() if mention.type == "PER" else []
        for cut in range(1, len(words)):
            found[" ".join(words[cut:])].add(" ".join(words))
            if cut > 1:
                found[" ".join(words[:cut])].add(" ".join(words))
    return found


def _longest_of(names: set[str]) -> set[str]:
    """The names that are no part of another one: محمد بن سلمان goes when محمد بن سلمان بن عبدالعزيز is there."""
    return {name for name in names
            if not any(other != name and f" {name} " in f" {other} " for other in names)}


def _gather(documents: Iterable[Document], groups: _Groups) -> tuple[dict[Name, _Seen], dict[Spot, Name]]:
    """Every name of the corpus with what is seen of it, each mention's name, and the glosses joined."""
    seen: defaultdict[Name, _Seen] = defaultdict(_Seen)
    name_of: dict[Spot, Name] = {}
    for document in documents:
        article = document.article
        shorter = _full_names(document)
        at: dict[tuple[str, int, int], Name] = {}
        for mention in document.mentions or ():
            if mention.type not in _NAMES or mention.value is not None:
                continue
            name: Name = (mention.type, _plain(mention.text))
            full = _longest_of(shorter.get(name[1], set())) if mention.type == "PER" else set()
            if full:
                short: Name = (*name, article.id)
                if len(full) == 1:
                    groups.ask("short", short, ("PER", *full))
                name = short
            name_of[_spot(mention)] = name
            at[mention.field, mention.start, mention.end] = name
            one = seen[name]
            one.surfaces[mention.text] += 1
            one.articles.add(article.id)
            one.dates.update([article.date[:10]] if article.date else [])
        for gloss in document.glosses:
            pair = [at.get((gloss.field, span.start, span.end)) for span in (gloss.first, gloss.second)]
            if pair[0] and pair[1] and pair[0][0] == pair[1][0]:
                groups.ask("gloss", pair[0], pair[1])
    return dict(seen), name_of


def _join_known(names: Iterable[Name], groups: _Groups) -> None:
    """Join the names that the lexicon knows for one thing."""
    first: dict[tuple[str, str], Name] = {}
    for name in sorted(names):
        known = _lexicon().get(name[1])
        if known and known[0] == name[0]:
            groups.ask("lexicon", name, first.setdefault(known, name))


def _variants(name: Name) -> Iterable[tuple[Name, str]]:
    """The other forms under which a foreign name may stand, with the kind of evidence each would be."""
    kind, key = name[:2]
    if any(map(gazetteer.is_listed, key.split())):
        return
    if "ج" in key:
        yield (kind, key.replace("ج", "غ")), "spelling"
    if kind in {"ORG", "PRODUCT"}:
        if key.startswith(_ARTICLE) and len(key) > _LONG + 1:
            yield (kind, key.removeprefix(_ARTICLE)), "article"
        words = key.split()
        while len(words) > 1 and gazetteer.heads("latin").get(words[-1]) == "ORG":
            words.pop()
            yield (kind, " ".join(words)), "tail"


def _join_variants(names: Iterable[Name], groups: _Groups) -> None:
    """Join the names that differ by the spelling of a foreign sound, an article or a company's tail."""
    spelled = defaultdict(list)
    known = sorted(names)
    for name in known:
        spelled[name[0], name[1].replace("ج", "غ"), name[2:]].append(name)
    for name in known:
        for variant, kind in _variants(name):
            for other in spelled.get((variant[0], variant[1].replace("ج", "غ"), ()), ()):
                if kind == "spelling" or other[1] == variant[1]:
                    groups.ask(kind, name, other)


def _join_families(seen: Mapping[Name, _Seen], groups: _Groups) -> None:
    """Join a foreign last name that stands alone in its article with the one person of the corpus who bears it."""
    bearers: defaultdict[str, set[Name]] = defaultdict(set)
    for name in seen:
        if name[0] == "PER" and " " in name[1] and len(name) == len(("PER", "")):
            bearers[name[1].rpartition(" ")[2]].add(groups.find(name))
    for name in sorted(seen):
        alone = name[0] == "PER" and " " not in name[1] and len(name) == len(("PER", ""))
        telling = len(name[1]) > _LONG and not name[1].startswith(_ARTICLE) and not gazetteer.is_listed(name[1])
        given = gazetteer.person_words().get(name[1], ("", False))[0] == "given"
        full = bearers.get(name[1].replace("ج", "غ"), set()) | bearers.get(name[1], set())
        if alone and telling and not given and len(full) == 1:
            groups.ask("family", name, *full)


def _best_name(members: list[Name], seen: Mapping[Name, _Seen], groups: _Groups) -> str:
    """The canonical name: the lexicon's when it is seen, else a Latin gloss, else the most frequent full form."""
    counts: Counter[str] = Counter()
    for member in members:
        counts.update(seen[member].surfaces)
    keys = {gazetteer.key(surface): surface for surface in sorted(counts)}
    for thing in sorted({_thing(member) or "" for member in members} - {""}):
        if gazetteer.key(thing) in keys:
            return thing
    glossed = [s for m in members if groups.why.get(m) == "gloss" for s in seen[m].surfaces if s.isascii()]
    most = 1 if members[0][0] != "PER" else max(surface.count(" ") + 1 for surface in counts)
    full = [surface for surface in counts if surface.count(" ") + 1 >= min(most, 2)]
    best = min(glossed or full, key=lambda s: (s.startswith("لل"), -counts[s], -len(s), s))
    return _ARTICLE + best[2:] if best.startswith("لل") and _plain(best) != gazetteer.key(best) else best


def _entity(members: list[Name], seen: Mapping[Name, _Seen], groups: _Groups) -> Entity:
    """The entity of a group of names."""
    surfaces: Counter[str] = Counter()
    articles: set[str] = set()
    dates: set[str] = set()
    kinds: dict[str, str] = {}
    for member in members:
        surfaces.update(seen[member].surfaces)
        articles |= seen[member].articles
        dates |= seen[member].dates
        kind = groups.why.get(member, "surface")
        for surface in seen[member].surfaces:
            kinds[surface] = max(kinds.get(surface, kind), kind, key=lambda k: (WEIGHTS[k], k))
    name = _best_name(members, seen, groups)
    local = members[0][2:] if len(members) == 1 else ()
    aliases = sorted(surfaces, key=lambda s: (-surfaces[s], s))
    evidence = [Evidence(alias, kinds[alias], WEIGHTS[kinds[alias]]) for alias in aliases]
    return Entity(
        id=stable_id("entity", members[0][0], gazetteer.key(name), *local), name=name, type=members[0][0],
        aliases=tuple(aliases), mentions=surfaces.total(), articles=len(articles),
        first_date=min(dates, default=None), last_date=max(dates, default=None),
        evidence=tuple(sorted(evidence, key=lambda e: -e.weight)),
    )


def link(documents: Iterable[Document]) -> Links:
    """The entities of a corpus and the entity of each mention of a name.

    The result does not depend on the order of the documents; time grows with the number of mentions.

    Args:
        documents: documents whose `mentions` (and `glosses`) are set.

    >>> from arcorpus.types import Article
    >>> names = [("سام ألتمان", "PER"), ("ألتمان", "PER"), ("ميتا", "ORG"), ("Meta", "ORG")]
    >>> mentions = tuple(Mention("a", "text", n, n + len(s), s, t) for n, (s, t) in zip((0, 20, 40, 60), names))
    >>> links = link([Document(Article("a", "a.txt", 0), mentions=mentions)])
    >>> [(entity.name, entity.aliases) for entity in links.entities]
    [('Meta', ('Meta', 'ميتا')), ('سام ألتمان', ('ألتمان', 'سام ألتمان'))]
    """
    groups = _Groups()
    seen, name_of = _gather(documents, groups)
    _join_known(seen, groups)
    _join_variants(seen, groups)
    groups.join()
    _join_families(seen, groups)
    groups.join()
    members: defaultdict[Name, list[Name]] = defaultdict(list)
    for name in sorted(seen):
        members[groups.find(name)].append(name)
    entities = {root: _entity(group, seen, groups) for root, group in members.items()}
    found = sorted(entities.values(), key=lambda e: (-e.mentions, e.name, e.type, e.id))
    ids = {root: entity.id for root, entity in entities.items()}
    return Links(tuple(found), {spot: ids[groups.find(name)] for spot, name in name_of.items()})
