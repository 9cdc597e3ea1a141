"""What a reader sees of a report: tables of short texts, for the terminal and for Markdown alike.

Each analysis makes the grids of its section (`show`), or they are made from its tables. Cells hold the words of the
files as they are; whoever draws a grid makes them inert for the place it draws to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from arcorpus import plugins
from arcorpus.report import ERRORS, Report, Table
from arcorpus.types import Article
from arcorpus.writers.columns import columns, rows
from arcorpus.writers.layout import Layout

ABSENT = "—"
UNTITLED = "(untitled) "
FIRST_WORDS = 8
"""Words that are shown of an article without a title."""

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


NUMBER = Column("no.", 3, 0)
"""The column of the articles' numbers."""


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
class Headline:
    """What is kept of an article when it has passed.

    Attributes:
        number: its place in the report, from 1.
        title: its title or, without one, its first words.
        article: the article without its text and what counts in it: little, for there may be very many.
    """

    number: int
    title: str
    article: Article

    def __str__(self) -> str:
        date = self.article.date
        return f"{self.number}. {self.title}" + (f" ({date})" if date else "")


def _headline(number: int, article: Article) -> Headline:
    title = article.title or UNTITLED + " ".join(article.text[:400].split()[:FIRST_WORDS])
    return Headline(number, title, replace(article, text="", standfirst=(), furniture=None, topics=None))


@dataclass(frozen=True, slots=True)
class View:
    """A report whose articles have passed, for an analysis that shows its section.

    Attributes:
        report: the report; its articles are in `headlines`.
        layout: what was asked for, and how many rows a table has.
        headlines: the articles by id, in reading order.
    """

    report: Report
    layout: Layout
    headlines: dict[str, Headline]

    @property
    def whole(self) -> View:
        """The same with room for every row."""
        return replace(self, layout=replace(self.layout, top=None))

    def rows(self, table: str) -> Sequence[Any]:
        """The rows of a table of the report; none where it was not made."""
        return self.report.tables.get(table, ())

    def grid(self, title: str, columns: Sequence[Column], rows: Iterable[Row]) -> Grid:
        """A grid of one group."""
        return self.grouped(title, columns, [("", row) for row in rows])

    def grouped(self, title: str, columns: Sequence[Column], rows: Sequence[tuple[str, Row]]) -> Grid:
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
    headlines = {a.id: _headline(number, a) for number, a in enumerate(report.articles, start=1)}
    view = View(report, layout, headlines)
    found = [grid for section in layout.sections for grid in _section(view, section)]
    shape = (Column("file", 16), Column("error", 14), Column("message", 24, 3))
    unread = [(error.path, error.error, error.message) for error in report.errors]
    found.append(view.whole.grid("Not read", shape, unread))
    return _summary(report, layout), [grid for grid in found if grid.rows]


def _section(view: View, section: str) -> Iterator[Grid]:
    """The grids of a section as its analysis shows them or, where it leaves that to us, its tables as they are."""
    analysis = plugins.load("analyses", section)
    if hasattr(analysis, "show"):
        yield from analysis.show(view)
    else:
        yield from (_plain(view, table) for table in analysis.TABLES)


def _plain(view: View, table: Table) -> Grid:
    """A table with all its columns."""
    shape = [Column(column.name, 8, 0 if column.kind in {int, float} else 1) for column in columns(table)]
    cells = (tuple(map(_cell, row)) for row in rows(table, view.rows(table.name)))
    return view.grid(table.name.capitalize(), shape, cells)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "، ".join(map(str, value)) or ABSENT
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value or ABSENT)


def _summary(report: Report, layout: Layout) -> str:
    """What was read, on one line, and what was found in it, on a second."""
    corpus = report.corpus
    read = f"{counted(corpus.articles, 'article')} from {counted(corpus.files, 'file')}"
    size = (read, counted(corpus.words, "word"), counted(corpus.sentences, "sentence"))
    found = [_period(corpus.first_date, corpus.last_date)] if corpus.first_date else []
    for section in layout.sections:
        table: Table = plugins.load("analyses", section).TABLES[0]
        if table.name in report.tables:
            found.append(counted(len(report.tables[table.name]), table.noun or table.line))
    found.append(counted(len(report.errors), ERRORS.line))
    return f"{' · '.join(size)}\n{' · '.join(found)}"


def counted(number: int, noun: str) -> str:
    """So many of a thing, in the singular or plural.

    >>> counted(1, "entity"), counted(1200, "entity")
    ('1 entity', '1,200 entities')
    """
    if number != 1:
        noun = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun}"


def _period(first: str | None, last: str | None) -> str:
    """From the first day to the last, or the one day that both are."""
    return " to ".join(dict.fromkeys(date for date in (first, last) if date)) or ABSENT
