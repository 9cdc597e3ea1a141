"""What was read: each article's title, source, author, date, keywords and text."""

from __future__ import annotations

from collections.abc import Sequence

from arcorpus.analyses.context import AnalysisContext
from arcorpus.report import Section, Table
from arcorpus.types import Article, Document
from arcorpus.writers.grid import ABSENT, NUMBER, Column, Grid, Headline, Row, View

NEEDS = frozenset({"counts"})
"""Words and sentences are counted while the articles stream by; nothing else is computed."""

TABLES = (Table("articles", Article, "article"),)

_SHAPE = (
    NUMBER,
    Column("title", 18, 3),
    Column("source", 8),
    Column("author", 8),
    Column("date", 10, 0),
    Column("words", 5, 0),
)


def analyse(_documents: Sequence[Document], _context: AnalysisContext) -> Section:
    """Nothing more: every report has its articles."""
    return Section()


def show(view: View) -> list[Grid]:
    """The articles and, where they are shown alone, what was wrong with them."""
    if view.layout.single != "articles":
        return [view.grid("Articles", _SHAPE, map(_row, view.headlines.values()))]
    rows = [
        (*_row(headline), headline.article.path, "، ".join(headline.article.keywords) or ABSENT)
        for headline in view.headlines.values()
    ]
    shape = (*_SHAPE, Column("file", 12), Column("keywords", 18, 2, spare=True))
    warned = [
        (str(headline.number), "; ".join(headline.article.warnings))
        for headline in view.headlines.values()
        if headline.article.warnings
    ]
    return [view.grid("Articles", shape, rows), view.grid("Warnings", (NUMBER, Column("warning", 40, 3)), warned)]


def _row(headline: Headline) -> Row:
    """An article's number, title, source, author, date and length."""
    article = headline.article
    words = ABSENT if article.words is None else f"{article.words:,}"
    named = (article.source or ABSENT, article.author or ABSENT, article.date or ABSENT)
    return (str(headline.number), headline.title, *named, words)
