"""The report: its tables, what an analysis adds to it, and what it tells of the run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from arcorpus.types import Article


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """A file or row that could not be read."""

    path: str
    error: str
    message: str


@dataclass(slots=True)
class Run:
    """What would have to be the same for the same report: no times, no host."""

    options: dict[str, Any] = field(default_factory=dict)
    profile: str = "match"
    models: dict[str, str] = field(default_factory=dict)
    lexicons: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Corpus:
    """Counts over everything read; filled while the articles pass, so final only when they have."""

    files: int = 0
    articles: int = 0
    words: int = 0
    sentences: int = 0
    first_date: str | None = None
    last_date: str | None = None
    unassigned: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report: what an analysis fills, a row for each record.

    Attributes:
        name: what it is called in JSON, as a file in a folder and as a DataFrame.
        record: the dataclass of a row; the columns and the schema are made from its fields.
        line: `record` of a row's line in JSON Lines; empty where its rows have none.
        noun: what the summary calls one row, if not as `line`; the first table of an analysis is counted there.
    """

    name: str
    record: type
    line: str = ""
    noun: str = ""


ERRORS = Table("errors", ErrorRow, "error")
"""The table that every report has besides those of its analyses."""


def _unchanged(article: Article) -> Article:
    """The article as it is."""
    return article


@dataclass(frozen=True, slots=True)
class Section:
    """What an analysis gives.

    Attributes:
        tables: the rows of each of its tables that was made, by the table's name.
        annotate: gives an article with what the analysis says of it (its topics, say).
        unassigned: how many articles it could place nowhere.
    """

    tables: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    annotate: Callable[[Article], Article] = _unchanged
    unassigned: int = 0


@dataclass(slots=True)
class Report:
    """The whole result.

    Attributes:
        run: what it was made with.
        corpus: counts over everything read.
        articles: what was read; it may be a generator: a writer goes through it once, and reads `run`, `corpus` and
            `errors` after it.
        with_text: whether the articles are told with their texts.
        tables: the rows of each table that was made, by name, in the order of the report.
        errors: what could not be read.
    """

    run: Run
    corpus: Corpus
    articles: Iterable[Article]
    with_text: bool = True
    tables: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    errors: list[ErrorRow] = field(default_factory=list)

    def rows(self, table: str) -> Iterable[Any]:
        """The rows of a table, articles and errors too; none where it was not made."""
        own = {"articles": self.articles, ERRORS.name: self.errors}
        return own[table] if table in own else self.tables.get(table, ())
