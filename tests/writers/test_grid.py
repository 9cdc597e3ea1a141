"""What a reader sees: which grids, in which order, and how much of them; each section is tested beside its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from arcorpus.report import Corpus, Report, Run, Table
from arcorpus.types import Article
from arcorpus.writers.grid import ABSENT, grids
from arcorpus.writers.layout import SECTIONS, Layout


def test_overview_has_every_section_and_the_errors(report, titles):
    """The whole report shows articles, entities, topics, claims and sources, and at the end what could not be read."""
    assert titles(report) == [
        "Articles", "Entities", "Topics", "Claims, most check-worthy first", "Sources", "Who is heard",
        "Copies of the same story", "What was changed", "Not read",
    ]  # fmt: skip


def test_single_sections_are_detailed(report, table, titles, column):
    """Alone, a section tells more: warnings and files, values, the titles under each topic."""
    assert titles(report, sections=("articles",)) == ["Articles", "Warnings", "Not read"]
    assert titles(report, sections=("entities",)) == ["Entities", "In context", "Values", "Not read"]
    assert titles(report, sections=("topics",)) == ["Topics", "Articles by topic", "Not read"]
    assert titles(report, sections=("claims",)) == ["Claims", "Sources", "Who is heard", "Not read"]
    assert titles(report, sections=("duplicates",)) == ["Copies of the same story", "What was changed", "Not read"]
    assert column(table(report, "Articles", sections=("articles",)), "file") == ["pages/meta.txt", "rows.jsonl"]


def test_summary_counts(report):
    """Two lines say what was read and what was found; a single thing is in the singular."""
    assert grids(report, Layout())[0].split("\n") == [
        "2 articles from 2 files · 62 words · 4 sentences",
        "2025-01-30 · 3 entities · 1 topic · 3 claims · 1 copied story · 1 error",
    ]


def test_rows_beyond_the_top_are_counted(many, table):
    """A table shows so many rows, and its last line says how many more there are and how to see them."""
    grid = table(many, "Articles", top=20)
    assert len(grid.rows) == 20
    assert grid.note == "32 more; --top 52 shows all"
    assert table(many, "Articles").note == ""


def test_errors_are_all_shown(report, table):
    """What could not be read is listed whole, whatever the top."""
    report.errors = report.errors * 30
    assert len(table(report, "Not read", top=5).rows) == 30


@pytest.mark.parametrize("section", SECTIONS)
def test_empty_report_has_no_tables(section):
    """Where nothing was read there is the summary alone."""
    summary, found = grids(Report(Run(), Corpus(), iter(())), Layout((section,)))
    assert summary.startswith("0 articles from 0 files")
    assert found == []


def test_articles_pass_once_and_leave_little():
    """Of many long articles no more is kept than their titles and dates."""
    report = Report(Run(), Corpus(), (Article(str(n), "p", n, text="نص " * 1000) for n in range(3)))
    rows = grids(report, Layout(("articles",)))[1][0].rows
    assert len(rows) == 3
    assert max(len(cell) for row in rows for cell in row) < 60


@dataclass(frozen=True, slots=True)
class Weather:
    """What a table without a view of its own may hold."""

    place: str
    clouds: int
    rain: float | None
    winds: tuple[str, ...]


def test_a_table_without_a_view_is_shown_with_all_its_columns(monkeypatch):
    """Figures stand right and are written as people do, lists are joined, what is absent is a dash."""
    analysis = SimpleNamespace(TABLES=(Table("weather", Weather, "cloud"),))
    monkeypatch.setattr("arcorpus.plugins.load", lambda *_: analysis)
    rows = (Weather("بيروت", 12_000, 0.256, ("شرقية", "غربية")), Weather("صور", 0, None, ()))
    summary, [grid] = grids(Report(Run(), Corpus(), (), tables={"weather": rows}), Layout(("weather",)))
    assert summary.splitlines()[1] == "2 clouds · 0 errors"
    assert grid.title == "Weather (2)"
    assert grid.rows == (("بيروت", "12,000", "0.26", "شرقية، غربية"), ("صور", "0", ABSENT, ABSENT))
    assert [(column.name, column.weight) for column in grid.columns] == [
        ("place", 1), ("clouds", 0), ("rain", 0), ("winds", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "said"), [
    ("2025-01-30", "2025-02-01", "2025-01-30 to 2025-02-01"), ("2025", "2025", "2025"), ("2025-03", None, "2025-03"),
])  # fmt: skip
def test_the_summary_tells_the_days(first, last, said):
    """The first day and the last, once where they are one; nothing without dates."""
    corpus = Corpus(1, 1, 1200, 1, first, last)
    assert grids(Report(Run(), corpus, ()), Layout())[0].split("\n") == [
        "1 article from 1 file · 1,200 words · 1 sentence", f"{said} · 0 errors",
    ]  # fmt: skip
    assert grids(Report(Run(), Corpus(), ()), Layout())[0].split("\n")[1] == "0 errors"
