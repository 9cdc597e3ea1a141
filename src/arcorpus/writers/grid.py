"""What a reader sees of a report: tables of short texts, for the terminal and for Markdown alike.

Cells hold the words of the files as they are; whoever draws a grid makes them inert for the place it draws to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from arcorpus.types import NAME_TYPES, VALUE_TYPES, Article, Claim, Context, Entity, Mention, Report, SourceCount
from arcorpus.writers.layout import Layout

ABSENT = "—"
TYPES = NAME_TYPES + VALUE_TYPES
KINDS = {
    "PER": "Persons",
    "ORG": "Organisations",
    "LOC": "Places",
    "PRODUCT": "Products",
    "EVENT": "Events",
    "WORK": "Works",
}
BOUNDS = {None: "", "about": "~ ", "min": "≥ ", "max": "≤ "}
FIRST_WORDS = 8
_BAR = 20
FEW_WORDS = 4
UNTITLED = "(untitled) "
WORDS_BEFORE = 4

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the cells it needs at least, and how it shares what room is left.

    Args:
        name: the heading.
        least: cells; narrower it is not drawn.
        weight: of the room beyond that, how much it takes against the others; 0 for figures, which stand right.
        spare: whether it is left out where the columns would not fit beside each other.
    """

    name: str
    least: int
    weight: int = 1
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that stand under one heading; a grid without headings has one group whose heading is empty."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its title, and how many rows it does not show."""

    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    more: int = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, whatever group they stand in."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def note(self) -> str:
        """The line that says how many rows are missing and how to see them, or nothing."""
        return f"{self.more:,} more; --top {self.more + len(self.rows)} shows all" if self.more else ""


@dataclass(frozen=True, slots=True)
class _Headline:
    """What is kept of an article when it has passed: little, for there may be very many."""

    number: int
    title: str
    date: str | None
    source: str | None = None
    keyphrases: str = ""

    def __str__(self) -> str:
        return f"{self.number}. {self.title}" + (f" ({self.date})" if self.date else "")


@dataclass(frozen=True, slots=True)
class _View:
    """A report whose articles have passed, with what the tables say of articles and entities by their ids."""

    report: Report
    layout: Layout
    headlines: dict[str, _Headline]
    entities: dict[str, str]
    groups: dict[str, set[str]]

    def grid(self, title: str, columns: tuple[Column, ...], rows: Iterable[Row]) -> Grid:
        """A grid of one group."""
        return self.grouped(title, columns, [("", row) for row in rows])

    def grouped(self, title: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, Row]]) -> Grid:
        """A grid of the first rows that the layout has room for, each with the heading it stands under.

        Columns in which no row says anything are left out.
        """
        shown = rows[: self.layout.top]
        used = [place for place in range(len(columns)) if any(row[place] != ABSENT for _, row in shown)]
        groups: dict[str, list[Row]] = {}
        for heading, row in shown:
            groups.setdefault(heading, []).append(tuple(row[place] for place in used))
        return Grid(
            f"{title} ({len(rows):,})",
            tuple(columns[place] for place in used),
            tuple(Group(heading, tuple(members)) for heading, members in groups.items()),
            len(rows) - len(shown),
        )


def grids(report: Report, layout: Layout) -> tuple[str, list[Grid]]:
    """The lines that sum the report up, and its tables in the order of the sections; errors come last.

    A section that was asked for alone is shown in more detail than among others. The articles pass once.
    """
    rows, headlines = [], {}
    for number, article in enumerate(report.articles, start=1):
        row = _article(number, article, detailed=layout.single == "articles")
        headlines[article.id] = _Headline(
            number, row[1], article.date, article.source, _keyphrases(article) if layout.single == "topics" else ""
        )
        if "articles" in layout.sections:
            rows.append(row)
    view = _View(report, layout, headlines, _names(report), _groups(report))
    found = _articles(view, rows) if rows else []
    for section in layout.sections:
        if section in _SECTIONS:
            found += _SECTIONS[section](view)
    shape = (Column("file", 16), Column("error", 14), Column("message", 24, 3))
    unread = [(error.path, error.error, error.message) for error in report.errors]
    found.append(replace(view, layout=replace(layout, top=None)).grid("Not read", shape, unread))
    return _summary(report), [grid for grid in found if grid.rows]


def _names(report: Report) -> dict[str, str]:
    """The names of the entities by id: those of the section, or those that the sources have."""
    named = {source.entity: source.text for source in report.sources or () if source.entity and source.text}
    return named | {entity.id: entity.name for entity in report.entities or ()}


def _groups(report: Report) -> dict[str, set[str]]:
    """The articles of each group of claims that meet."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in report.claims or ():
        if claim.group:
            found[claim.group].add(claim.article)
    return found


def _summary(report: Report) -> str:
    """What was read, on one line, and what was found in it, on a second."""
    corpus = report.corpus
    read = f"{_count(corpus.articles, 'article')} from {_count(corpus.files, 'file')}"
    size = (read, _count(corpus.words, "word"), _count(corpus.sentences, "sentence"))
    found = [_period(corpus.first_date, corpus.last_date)] if corpus.first_date else []
    counted = {"entity": report.entities, "topic": report.topics, "claim": report.claims,
               "copied story": report.duplicates}  # fmt: skip
    for noun, records in counted.items():
        if records is not None:
            found.append(_count(len(records), noun))
    found.append(_count(len(report.errors), "error"))
    return f"{' · '.join(size)}\n{' · '.join(found)}"


def _count(number: int, noun: str) -> str:
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun}"


def _period(first: str | None, last: str | None) -> str:
    return " to ".join(dict.fromkeys(date for date in (first, last) if date)) or ABSENT


_NUMBER = Column("no.", 3, 0)
_ARTICLE = (
    _NUMBER,
    Column("title", 18, 3),
    Column("source", 8),
    Column("author", 8),
    Column("date", 10, 0),
    Column("words", 5, 0),
)


def _article(number: int, article: Article, *, detailed: bool) -> Row:
    title = article.title or UNTITLED + " ".join(article.text[:400].split()[:FIRST_WORDS])
    words = ABSENT if article.words is None else f"{article.words:,}"
    row = (str(number), title, article.source or ABSENT, article.author or ABSENT, article.date or ABSENT, words)
    if not detailed:
        return row
    return (*row, article.path, "، ".join(article.keywords) or ABSENT, "; ".join(article.warnings) or ABSENT)


def _articles(view: _View, rows: list[Row]) -> list[Grid]:
    if view.layout.single != "articles":
        return [view.grid("Articles", _ARTICLE, rows)]
    warned = [(row[0], row[-1]) for row in rows if row[-1] != ABSENT]
    shape = (*_ARTICLE, Column("file", 12), Column("keywords", 18, 2, spare=True))
    return [
        view.grid("Articles", shape, [row[:-1] for row in rows]),
        view.grid("Warnings", (_NUMBER, Column("warning", 40, 3)), warned),
    ]


def _entities(view: _View) -> list[Grid]:
    entities = view.report.entities or ()
    kind, name, written = Column("type", 7), Column("name", 18, 2), Column("also written", 16, 2)
    counts = (Column("mentions", 8, 0), Column("articles", 8, 0))
    if view.layout.single != "entities":
        chosen = _spread(entities, view.layout.top)
        brief = ((e.type, e.name, f"{e.mentions:,}", f"{e.articles:,}", _aliases(e)) for e in chosen)
        return [view.grid("Entities", (kind, name, *counts, written), brief)]
    chosen = _spread(entities, view.layout.top)
    rows = [
        (
            f"{KINDS[e.type]} ({e.type})",
            (e.name, f"{e.mentions:,}", f"{e.articles:,}", e.first_date or ABSENT, e.last_date or ABSENT, _aliases(e)),
        )
        for e in chosen
    ]
    shape = (name, *counts, Column("first", 10, 0), Column("last", 10, 0), Column("also written", 14, 2))
    return [view.grouped("Entities", shape, rows), _contexts(view, chosen[: view.layout.top]), _values(view)]


def _contexts(view: _View, entities: Sequence[Entity]) -> Grid:
    """The sentences that name the entities of the table, under the name of each."""
    dates = {article: headline.date for article, headline in view.headlines.items()}
    found: defaultdict[str, list[Context]] = defaultdict(list)
    for context in view.report.contexts or ():
        found[context.entity].append(context)
    rows = [
        (f"{entity.name} ({entity.type})", (dates.get(context.article) or ABSENT, context.text))
        for entity in entities
        for context in found[entity.id]
    ]
    whole = replace(view, layout=replace(view.layout, top=None))
    return whole.grouped("In context", (Column("date", 10, 0), Column("sentence", 40, 1)), rows)


def _spread(entities: tuple[Entity, ...], top: int | None) -> list[Entity]:
    """The entities by type, of which the first `top` give each type its turn; the others come after them."""
    kinds: dict[str, list[Entity]] = {kind: [] for kind in TYPES}
    for entity in entities:
        kinds.setdefault(entity.type, []).append(entity)
    order = {kind: place for place, kind in enumerate(kinds)}
    turns = [entity for turn in zip_longest(*kinds.values()) for entity in turn if entity]
    # Sorting is stable: within a type the most mentioned stay first.
    return sorted(turns[:top], key=lambda e: order[e.type]) + (turns[top:] if top else [])


def _aliases(entity: Entity) -> str:
    return "، ".join(alias for alias in entity.aliases if alias != entity.name) or ABSENT


def _values(view: _View) -> Grid:
    """What the corpus states as dates, amounts and counts: each value once, those stated most often first."""
    seen: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in view.report.mentions or ():
        if mention.entity is None and mention.type in VALUE_TYPES:
            value = f"{BOUNDS[mention.bound]}{mention.value}" if mention.value else ABSENT
            seen[mention.type, value].append(mention)
    ranked = sorted(seen.items(), key=lambda item: (TYPES.index(item[0][0]), -len(item[1])))
    rows = [
        (kind, value, f"{len(found):,}", f"{len({m.article for m in found}):,}", _surfaces(found))
        for (kind, value), found in ranked
    ]
    shape = (Column("type", 8), Column("value", 18), Column("mentions", 8, 0), Column("articles", 8, 0),
             Column("as written", 18, 2))  # fmt: skip
    return view.grid("Values", shape, rows)


def _surfaces(mentions: list[Mention]) -> str:
    return "، ".join(dict.fromkeys(mention.text for mention in mentions))


def _topics(view: _View) -> list[Grid]:
    topics = view.report.topics or ()
    shape = (Column("topic", 18, 2), Column("articles", 8, 0), Column("share", 5, 0), Column("terms", 24, 3))
    rows = [
        (
            topic.label,
            f"{len(topic.articles):,}",
            f"{topic.share:.0%}",
            "، ".join(term.term for term in topic.terms),
        )
        for topic in topics
    ]
    if view.layout.single != "topics":
        return [view.grid("Topics", shape, rows)]
    placed = {article: topic.label for topic in topics for article in topic.articles}
    order = {topic.label: place for place, topic in enumerate(topics)}
    listed = [(placed.get(id_, "(no topic)"), headline) for id_, headline in view.headlines.items()]
    listed.sort(key=lambda item: order.get(item[0], len(order)))
    under = [(label, (str(h.number), h.title, h.date or ABSENT)) for label, h in listed]
    titles = (_NUMBER, Column("title", 30, 3), Column("date", 10, 0))
    keyphrases = [(str(h.number), h.keyphrases) for h in view.headlines.values() if h.keyphrases]
    return [
        view.grid("Topics", shape, rows),
        _parts(view),
        view.grouped("Articles by topic", titles, under),
        view.grid("Keyphrases", (_NUMBER, Column("keyphrases", 40, 3)), keyphrases),
    ]


def _parts(view: _View) -> Grid:
    """The articles of each topic by month, source and so on, with a bar for its share of all that was written then."""
    topics = view.report.topics or ()
    by = next((part.by for topic in topics for part in topic.parts), "month")
    rows = [
        (topic.label, (part.value, f"{part.articles:,}", f"{part.share:.0%}", _bar(part.share)))
        for topic in topics
        for part in topic.parts
        if part.articles
    ]
    shape = (Column(by, 10), Column("articles", 8, 0), Column("share", 5, 0), Column("of all articles then", _BAR))
    return view.grouped(f"Topics by {by}", shape, rows)


def _keyphrases(article: Article) -> str:
    return "، ".join(term.term for term in article.keyphrases or ())


def _bar(share: float) -> str:
    """A bar as long as a share, to an eighth of a cell."""
    eighths = round(share * _BAR * 8)
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


_CLAIM = (
    Column("source", 14),
    Column("cue", 8),
    Column("stance", 9),
    Column("check", 5, 0),
    Column("claim", 30, 4),
)


def _claims(view: _View) -> list[Grid]:
    claims = view.report.claims or ()
    if view.layout.single == "claims":
        found = _by_source(view) if view.layout.by == "source" else _by_article(view)
    else:
        # Among other sections there is room for a few: who says what, and of that what is most worth a check.
        ranked = sorted(claims, key=lambda c: (c.kind == "assertion", -(c.checkworthiness or 0)))
        listed = view.headlines if "articles" in view.layout.sections else {}
        numbers = {id_: str(headline.number) for id_, headline in listed.items()}
        numbered = ((numbers.get(c.article, ABSENT), *_claim(view, c)) for c in ranked)
        judged = any(claim.checkworthiness is not None for claim in claims)
        title = "Claims, most check-worthy first" if judged else "Claims"
        found = view.grid(title, (_NUMBER, *_CLAIM), numbered)
    return [found, *_sources(view)]


def _by_article(view: _View) -> Grid:
    rows = [(str(view.headlines.get(c.article, c.article)), _claim(view, c)) for c in view.report.claims or ()]
    return view.grouped("Claims", _CLAIM, rows)


def _by_source(view: _View) -> Grid:
    """The claims under their sources, who claims most first; then those of nobody, and the writers' own."""
    under: dict[tuple[int, str], list[Claim]] = {}
    for claim in view.report.claims or ():
        under.setdefault(_speaker(view, claim), []).append(claim)
    ranked = sorted(under.items(), key=lambda item: (item[0][0], -len(item[1])))
    rows = [(heading, _sourced(view, claim, heading)) for (_, heading), members in ranked for claim in members]
    shape = (Column("as named", 10, spare=True), *_CLAIM[1:], Column("article", 12))
    return view.grouped("Claims", shape, rows)


def _speaker(view: _View, claim: Claim) -> tuple[int, str]:
    """Whom a claim stands under, the entity's name or the words of the text, after a rank among headings."""
    source = claim.source
    if source is None:
        return 2, "(the articles themselves)"
    name = view.entities.get(source.entity or "") or source.text
    return (0, name) if name else (1, "(nobody named)")


def _sourced(view: _View, claim: Claim, heading: str) -> Row:
    """The row of a claim under its source: what else the text calls that, and where it stands."""
    words = claim.source.text if claim.source else None
    headline = view.headlines.get(claim.article)
    where = claim.article
    if headline:
        first = headline.title.removeprefix(UNTITLED).split()
        where = f"{headline.number}. {' '.join(first[:FEW_WORDS])}{'…' if len(first) > FEW_WORDS else ''}"
    return (words if words and words != heading else ABSENT, *_claim(view, claim)[1:], where)


def _claim(view: _View, claim: Claim) -> Row:
    source = _known(view, claim.source.text, claim.source.entity) if claim.source else "(the article)"
    content = claim.text
    if claim.conflict:
        content += f" [conflict: {claim.conflict.value}; others: {', '.join(claim.conflict.others)}]"
    met = sorted({view.headlines[a].number for a in view.groups.get(claim.group or "", ()) if a != claim.article})
    if met:
        content += f" [also in no. {', '.join(map(str, met))}]"
    check = ABSENT if claim.checkworthiness is None else f"{claim.checkworthiness:.2f}"
    return source, claim.cue.text if claim.cue else ABSENT, f"{claim.stance} {claim.kind}", check, content


def _known(view: _View, text: str | None, entity: str | None) -> str:
    """Who claims: the fuller of the words and the report's name for them, or both where neither holds the other."""
    if text is None:
        return "(nobody named)"
    name = view.entities.get(entity or "", text)
    if name in text:
        return text
    return name if text in name else f"{text} ({name})"


def _sources(view: _View) -> list[Grid]:
    """Who claims how much, and how the claims are shared among men, women, bodies and those whom nobody names."""
    sources = view.report.sources or ()
    rows = [(_known(view, s.text, s.entity), f"{s.claims:,}", _sort(s)) for s in sources]
    listed = view.grid("Sources", (Column("source", 24, 2), Column("claims", 6, 0), Column("who", 12)), rows)
    whole = sum(source.claims for source in sources)
    shares = []
    for sort in _SORTS:
        found = [source for source in sources if _sort(source) == sort]
        claims = sum(source.claims for source in found)
        if found:
            shares.append((sort, f"{len(found):,}", f"{claims:,}", f"{claims / whole:.0%}"))
    shape = (Column("who", 14), Column("sources", 7, 0), Column("claims", 6, 0), Column("share", 5, 0))
    return [listed, replace(view, layout=replace(view.layout, top=None)).grid("Who is heard", shape, shares)]


_SORTS = ("men", "women", "persons", "organisations", "other names", "without a name", "unnamed")
"""What a source can be for a reader: `persons` are those whose gender no verb tells, وزير المالية is without a name."""


def _sort(source: SourceCount) -> str:
    if source.unnamed:
        return "unnamed"
    if source.type == "PER":
        return {"m": "men", "f": "women"}.get(source.gender or "", "persons")
    return {None: "without a name", "ORG": "organisations"}.get(source.type, "other names")


def _duplicates(view: _View) -> list[Grid]:
    under = []
    for number, group in enumerate(view.report.duplicates or (), start=1):
        heading = f"{number}. {group.kind}, {group.similarity:.0%}, {_count(len(group.articles), 'article')}"
        marks = ("first", *[ABSENT] * (len(group.articles) - 1))
        under += [(heading, (*_listed(view, id_), mark)) for id_, mark in zip(group.articles, marks, strict=True)]
    shape = (_NUMBER, Column("title", 30, 3), Column("source", 8), Column("date", 10, 0), Column("first", 5, 0))
    return [view.grouped("Copies of the same story", shape, under), _changes(view)]


def _listed(view: _View, article: str) -> Row:
    """An article's number, title, source and date."""
    headline = view.headlines.get(article, _Headline(0, article, None))
    return str(headline.number), headline.title, headline.source or ABSENT, headline.date or ABSENT


def _changes(view: _View) -> Grid:
    """What each copy changed, with the words that stand before it in both."""
    first = {group.id: group.articles[0] for group in view.report.duplicates or ()}
    rows: list[tuple[str, Row]] = []
    before = ""
    for change in view.report.changes or ():
        if change.op == "equal":
            before = " ".join(change.text[-400:].split()[-WORDS_BEFORE:])
            continue
        if change.start == 0 or change.copy_start == 0:
            before = ""
        copy, original = (view.headlines.get(id_, id_) for id_ in (change.article, first[change.duplicate]))
        rows.append((f"{copy} ← {original}", (before or ABSENT, change.text or ABSENT, change.copy_text or ABSENT)))
    shape = (Column("after", 14), Column("first", 24, 2), Column("copy", 24, 2))
    return view.grouped("What was changed", shape, rows)


_SECTIONS: dict[str, Callable[[_View], list[Grid]]] = {
    "entities": _entities,
    "topics": _topics,
    "claims": _claims,
    "duplicates": _duplicates,
}
