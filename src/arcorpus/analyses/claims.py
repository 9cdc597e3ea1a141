"""Who claims what: quotations and reported speech with their sources, and the writer's own statements of fact.

The options that choose claims choose them in every format.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from arcorpus.analyses.context import AnalysisContext
from arcorpus.analyses.options import ALIASES, COLLAPSE, NER, listed
from arcorpus.errors import UsageError
from arcorpus.report import Section, Table
from arcorpus.types import CLAIM_KINDS, NAME_TYPES, STANCES, Claim, ClaimSource, Document, Entity, Mention, SourceCount
from arcorpus.writers.grid import ABSENT, NUMBER, UNTITLED, Column, Grid, Row, View

if TYPE_CHECKING:
    from arcorpus.claims.filters import ClaimFilter
    from arcorpus.claims.source_linking import Descriptions
    from arcorpus.linking.linker import Links

NEEDS = frozenset({"counts", "claims"})
TABLES = (Table("claims", Claim, "claim"), Table("sources", SourceCount))
OPTIONS = (
    NER,
    ALIASES,
    click.Option(
        ["--by"],
        type=click.Choice(["article", "source"]),
        default="article",
        show_default=True,
        help="What the claims of a table stand under.",
    ),
    click.Option(["--source"], metavar="NAME", help="Only the claims of this source, by any of its names."),
    click.Option(
        ["--stance"], metavar="STANCE,...", type=listed("--stance", STANCES), help=f"Only these: {' '.join(STANCES)}."
    ),
    click.Option(
        ["--kind"], metavar="KIND,...", type=listed("--kind", CLAIM_KINDS), help=f"Only these: {' '.join(CLAIM_KINDS)}."
    ),
    click.Option(
        ["--min-checkworthiness", "least"],
        metavar="X",
        type=click.FloatRange(0, 1),
        help="Only claims that are at least so much worth a check, 0 to 1.",
    ),
    click.Option(["--unnamed"], is_flag=True, help="Only claims of others for which nobody is named."),
    COLLAPSE,
)

SUGGESTIONS = 5
"""Sources that are named instead of one that makes no claim."""


def analyse(documents: Sequence[Document], context: AnalysisContext) -> Section:
    """The claims that are wanted, and who makes how many of them."""
    found, counted = claims(documents, context.links(), _wanted(context.options), context.warn)
    return Section({"claims": found, "sources": counted})


def recorded(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options for a report's `run`: what was asked of the claims.

    Raises:
        UsageError: for a source without a name.
    """
    return {"claims": _wanted(options).options()}


def _wanted(options: Mapping[str, Any]) -> ClaimFilter:
    """Which claims to keep."""
    from arcorpus.claims.filters import ClaimFilter

    source = options["source"]
    if source is not None and not source.strip():
        raise UsageError("--source takes a name that the source has in the articles; not an empty one")
    return ClaimFilter(source, options["stance"], options["kind"], options["least"], options["unnamed"])


def _resolved(source: ClaimSource, names: Sequence[Mention], described: Descriptions, links: Links) -> ClaimSource:
    """The source with the entity that it names, or that the article describes with its words."""
    from arcorpus.claims.source_linking import name_in

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
    from arcorpus.claims.filters import is_unnamed, named_key

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
    from arcorpus.claims.filters import named_key

    key = named_key(name)
    names = {entity.id: frozenset(map(named_key, (entity.name, *entity.aliases))) for entity in entities}
    exact = {id_: known for id_, known in names.items() if key in known}
    return exact or {id_: known for id_, known in names.items() if any(f" {key} " in f" {n} " for n in known)}


def _advice(name: str, counted: Sequence[SourceCount]) -> str:
    """The line that says that a source makes no claim, with those that come nearest, or claim most."""
    from arcorpus.claims.filters import named_key

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
    from arcorpus.claims.match import group_claims

    found = [claim for document in documents for claim in _with_linked_sources(document, links)]
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


def _with_linked_sources(document: Document, links: Links) -> Iterator[Claim]:
    """The claims of a document, each source with the entity that it names."""
    from arcorpus.claims.source_linking import Descriptions

    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(document.mentions or (), key=lambda mention: mention.start):
        if mention.type in NAME_TYPES and links.entity(mention):
            names[mention.field].append(mention)
    described = Descriptions(document)
    for claim in document.claims or ():
        source = claim.source and _resolved(claim.source, names[claim.field], described, links)
        yield replace(claim, source=source)


_SHAPE = (
    Column("source", 14),
    Column("cue", 8),
    Column("stance", 9),
    Column("check", 5, 0),
    Column("claim", 30, 4),
)

_FEW_WORDS = 4
"""Words of a title that tell which article it is."""


@dataclass(frozen=True, slots=True)
class _Named:
    """What the tables say of the claims besides their own words.

    Attributes:
        view: the report to show.
        names: the names of entities by id: those of the report or, without such, those that the sources have.
        groups: the articles of each group of claims that meet.
    """

    view: View
    names: Mapping[str, str]
    groups: Mapping[str, Collection[str]]


def _named(view: View) -> _Named:
    names = {source.entity: source.text for source in view.rows("sources") if source.entity and source.text}
    names |= {entity.id: entity.name for entity in view.rows("entities")}
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for claim in view.rows("claims"):
        if claim.group:
            groups[claim.group].add(claim.article)
    return _Named(view, names, groups)


def show(view: View) -> list[Grid]:
    """The claims under their articles or sources, or among other sections the most check-worthy; and the sources."""
    named = _named(view)
    if view.layout.single != "claims":
        claims = _most_checkworthy(named)
    elif view.layout.options.get("by") == "source":
        claims = _by_source(named)
    else:
        claims = _by_article(named)
    return [claims, *_sources(named)]


def _most_checkworthy(named: _Named) -> Grid:
    """The claims of others before the writers' own, the most check-worthy first: there is room for a few."""
    view, claims = named.view, named.view.rows("claims")
    ranked = sorted(claims, key=lambda c: (c.kind == "assertion", -(c.checkworthiness or 0)))
    listed = view.headlines if "articles" in view.layout.sections else {}
    numbers = {id_: str(headline.number) for id_, headline in listed.items()}
    rows = ((numbers.get(c.article, ABSENT), *_claim(named, c)) for c in ranked)
    judged = any(claim.checkworthiness is not None for claim in claims)
    return view.grid("Claims, most check-worthy first" if judged else "Claims", (NUMBER, *_SHAPE), rows)


def _by_article(named: _Named) -> Grid:
    rows = [(str(named.view.headlines.get(c.article, c.article)), _claim(named, c)) for c in named.view.rows("claims")]
    return named.view.grouped("Claims", _SHAPE, rows)


def _by_source(named: _Named) -> Grid:
    """The claims under their sources, who claims most first; then those of nobody, and the writers' own."""
    under: dict[tuple[int, str], list[Claim]] = {}
    for claim in named.view.rows("claims"):
        under.setdefault(_speaker(named, claim), []).append(claim)
    ranked = sorted(under.items(), key=lambda item: (item[0][0], -len(item[1])))
    rows = [(heading, _sourced(named, claim, heading)) for (_, heading), members in ranked for claim in members]
    shape = (Column("as named", 10, spare=True), *_SHAPE[1:], Column("article", 12))
    return named.view.grouped("Claims", shape, rows)


def _speaker(named: _Named, claim: Claim) -> tuple[int, str]:
    """Whom a claim stands under, the entity's name or the words of the text, after a rank among headings."""
    source = claim.source
    if source is None:
        return 2, "(the articles themselves)"
    name = named.names.get(source.entity or "") or source.text
    return (0, name) if name else (1, "(nobody named)")


def _sourced(named: _Named, claim: Claim, heading: str) -> Row:
    """The row of a claim under its source: what else the text calls that, and where it stands."""
    words = claim.source.text if claim.source else None
    headline = named.view.headlines.get(claim.article)
    where = claim.article
    if headline:
        first = headline.title.removeprefix(UNTITLED).split()
        where = f"{headline.number}. {' '.join(first[:_FEW_WORDS])}{'…' if len(first) > _FEW_WORDS else ''}"
    return (words if words and words != heading else ABSENT, *_claim(named, claim)[1:], where)


def _claim(named: _Named, claim: Claim) -> Row:
    source = _known(named, claim.source.text, claim.source.entity) if claim.source else "(the article)"
    content = claim.text
    if claim.conflict:
        content += f" [conflict: {claim.conflict.value}; others: {', '.join(claim.conflict.others)}]"
    others = set(named.groups.get(claim.group or "", ())) - {claim.article}
    if others:
        numbers = sorted(named.view.headlines[article].number for article in others)
        content += f" [also in no. {', '.join(map(str, numbers))}]"
    check = ABSENT if claim.checkworthiness is None else f"{claim.checkworthiness:.2f}"
    return source, claim.cue.text if claim.cue else ABSENT, f"{claim.stance} {claim.kind}", check, content


def _known(named: _Named, text: str | None, entity: str | None) -> str:
    """Who claims: the fuller of the words and the report's name for them, or both where neither holds the other."""
    if text is None:
        return "(nobody named)"
    name = named.names.get(entity or "", text)
    if name in text:
        return text
    return name if text in name else f"{text} ({name})"


def _sources(named: _Named) -> list[Grid]:
    """Who claims how much, and how the claims are shared among men, women, bodies and those whom nobody names."""
    sources = named.view.rows("sources")
    rows = [(_known(named, s.text, s.entity), f"{s.claims:,}", _sort(s)) for s in sources]
    listed = named.view.grid("Sources", (Column("source", 24, 2), Column("claims", 6, 0), Column("who", 12)), rows)
    whole = sum(source.claims for source in sources)
    shares = []
    for sort in _SORTS:
        found = [source for source in sources if _sort(source) == sort]
        claims = sum(source.claims for source in found)
        if found:
            shares.append((sort, f"{len(found):,}", f"{claims:,}", f"{claims / whole:.0%}"))
    shape = (Column("who", 14), Column("sources", 7, 0), Column("claims", 6, 0), Column("share", 5, 0))
    return [listed, named.view.whole.grid("Who is heard", shape, shares)]


_SORTS = ("men", "women", "persons", "organisations", "other names", "without a name", "unnamed")
"""What a source can be for a reader: `persons` are those whose gender no verb tells, وزير المالية is without a name."""


def _sort(source: SourceCount) -> str:
    if source.unnamed:
        return "unnamed"
    if source.type == "PER":
        return {"m": "men", "f": "women"}.get(source.gender or "", "persons")
    return {None: "without a name", "ORG": "organisations"}.get(source.type, "other names")
