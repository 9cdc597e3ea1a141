"""What a reader sees of a report: tables of short texts, for the terminal and for Markdown alike.

Cells hold the words of the files as they are; whoever draws a grid makes them inert for the place it draws to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from arcorpus.layout import Layout
from arcorpus.types import Article, Claim, Entity, Mention, Report

ABSENT = "—"
TYPES = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK", "DATE", "MONEY", "PERCENT", "QUANTITY")
BOUNDS = {None: "", "about": "~ ", "min": "≥ ", "max": "≤ "}
FIRST_WORDS = 8

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

    def __str__(self) -> str:
        return f"{self.number}. {self.title}" + (f" ({self.date})" if self.date else "")


@dataclass(frozen=True, slots=True)
class _View:
    """A report whose articles have passed, with what the tables say of articles and entities by their ids."""

    report: Report
    layout: Layout
    headlines: dict[str, _Headline]
    entities: dict[str, str]

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
        headlines[article.id] = _Headline(number, row[1], article.date)
        if "articles" in layout.sections:
            rows.append(row)
    view = _View(report, layout, headlines, {entity.id: entity.name for entity in report.entities or ()})
    found = _articles(view, rows) if rows else []
    for section in layout.sections:
        if section in _SECTIONS:
            found += _SECTIONS[section](view)
    shape = (Column("file", 16), Column("error", 14), Column("message", 24, 3))
    unread = [(error.path, error.error, error.message) for error in report.errors]
    found.append(replace(view, layout=replace(layout, top=None)).grid("Not read", shape, unread))
    return _summary(report), [grid for grid in found if grid.rows]


def _summary(report: Report) -> str:
    """What was read, on one line, and what was found in it, on a second."""
    corpus = report.corpus
    read = f"{_count(corpus.articles, 'article')} from {_count(corpus.files, 'file')}"
    size = (read, _count(corpus.words, "word"), _count(corpus.sentences, "sentence"))
    found = [_period(corpus.first_date, corpus.last_date)] if corpus.first_date else []
    for noun, records in (("entity", report.entities), ("topic", report.topics), ("claim", report.claims)):
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
    title = article.title or f"(untitled) {' '.join(article.text[:400].split()[:FIRST_WORDS])}"
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
    rows = [
        (e.name, e.type, f"{e.mentions:,}", f"{e.articles:,}", _period(e.first_date, e.last_date), _aliases(e))
        for e in entities
    ]
    shape = (name, kind, *counts, Column("dates", 10, 1), written)
    return [view.grid("Entities", shape, rows), _values(view)]


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
        if mention.entity is None and mention.type in TYPES[6:]:
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
    shape = (Column("topic", 18, 2), Column("articles", 8, 0), Column("share", 5, 0), Column("terms", 24, 3),
             Column("articles by month", 18, spare=True))  # fmt: skip
    rows = [
        (
            topic.label,
            f"{len(topic.articles):,}",
            f"{topic.share:.0%}",
            "، ".join(term.term for term in topic.terms),
            ", ".join(f"{period.period}: {period.articles}" for period in topic.periods) or ABSENT,
        )
        for topic in topics
    ]
    if view.layout.single != "topics":
        return [view.grid("Topics", shape[:-1], [row[:-1] for row in rows])]
    placed = {article: topic.label for topic in topics for article in topic.articles}
    order = {topic.label: place for place, topic in enumerate(topics)}
    listed = [(placed.get(id_, "(no topic)"), headline) for id_, headline in view.headlines.items()]
    listed.sort(key=lambda item: order.get(item[0], len(order)))
    under = [(label, (str(h.number), h.title, h.date or ABSENT)) for label, h in listed]
    titles = (_NUMBER, Column("title", 30, 3), Column("date", 10, 0))
    return [view.grid("Topics", shape, rows), view.grouped("Articles by topic", titles, under)]


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
        rows = [(str(view.headlines.get(c.article, c.article)), _claim(view, c)) for c in claims]
        found = view.grouped("Claims", _CLAIM, rows)
    else:
        # Among other sections there is room for a few: those most worth a check.
        ranked = sorted(claims, key=lambda c: -(c.checkworthiness or 0))
        listed = view.headlines if "articles" in view.layout.sections else {}
        numbers = {id_: str(headline.number) for id_, headline in listed.items()}
        numbered = ((numbers.get(c.article, ABSENT), *_claim(view, c)) for c in ranked)
        judged = any(claim.checkworthiness is not None for claim in claims)
        title = "Claims, most check-worthy first" if judged else "Claims"
        found = view.grid(title, (_NUMBER, *_CLAIM), numbered)
    return [found, _sources(view)]


def _claim(view: _View, claim: Claim) -> Row:
    source = _known(view, claim.source.text, claim.source.entity) if claim.source else "(the article)"
    content = claim.text
    if claim.conflict:
        content += f" [conflict: {claim.conflict.value}; others: {', '.join(claim.conflict.others)}]"
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


def _sources(view: _View) -> Grid:
    rows = [
        (_known(view, source.text, source.entity), f"{source.claims:,}", "yes" if source.unnamed else ABSENT)
        for source in view.report.sources or ()
    ]
    return view.grid("Sources", (Column("source", 24, 2), Column("claims", 6, 0), Column("unnamed", 7)), rows)


_SECTIONS: dict[str, Callable[[_View], list[Grid]]] = {
    "entities": _entities,
    "topics": _topics,
    "claims": _claims,
}
