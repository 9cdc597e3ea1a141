"""How the articles are shown."""

from __future__ import annotations

from dataclasses import replace

from arcorpus.analyses import articles
from arcorpus.report import Section
from arcorpus.writers.grid import ABSENT


def test_article_without_title_shows_its_first_words(report, table, column):
    """A page without a title shows its first words, and that they are no title."""
    assert column(table(report, "Articles"), "title")[1] == "(untitled) قالت مصادر مطلعة إن نسبة النمو بلغت 3.5"


def test_columns_without_a_value_are_left_out(report, table):
    """A column in which no row says anything is not shown."""
    report.articles = (replace(report.articles[1], words=None),)
    assert [found.name for found in table(report, "Articles").columns] == ["no.", "title"]


def test_alone_the_articles_tell_more(report, table, column):
    """Alone, each article has its file and keywords, and what was wrong with it stands in a table of its own."""
    grid = table(report, "Articles", sections=("articles",))
    assert [found.name for found in grid.columns] == [
        "no.", "title", "source", "author", "date", "words", "file", "keywords",
    ]  # fmt: skip
    assert column(grid, "keywords") == ["ميتا، ذكاء اصطناعي | تقنية", ABSENT]
    warned = table(report, "Warnings", sections=("articles",))
    assert [row[0] for row in warned.rows] == [
        str(number) for number, article in enumerate(report.articles, start=1) if article.warnings
    ]


def test_every_report_has_its_articles_already():
    """The analysis adds nothing to them."""
    assert articles.analyse((), None) == Section()
