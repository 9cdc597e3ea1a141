"""Copies of the same story: the same words, nearly the same, or one article inside another, and who was first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from arcorpus.analyses.context import AnalysisContext
from arcorpus.report import Section, Table
from arcorpus.types import Article, Change, Document, Duplicate
from arcorpus.writers.grid import ABSENT, NUMBER, Column, Grid, Row, View, counted

NEEDS = frozenset({"counts", "copies"})
TABLES = (
    Table("duplicates", Duplicate, "duplicate", noun="copied story"),
    Table("changes", Change, "change"),
)
OPTIONS = (
    click.Option(["--show"], is_flag=True, help="Tell, word by word, what each copy changed against the first."),
)

_WORDS_BEFORE = 4
"""Words that are shown before a changed stretch."""


def analyse(_documents: Sequence[Document], context: AnalysisContext) -> Section:
    """The groups of copies and, where that is wanted, what was changed in each."""
    groups = context.copies.groups if context.copies else ()
    tables: dict[str, tuple[Any, ...]] = {"duplicates": groups}
    if context.options["show"]:
        articles = {document.article.id: document.article for document in context.everything}
        tables["changes"] = tuple(changes(groups, articles))
    return Section(tables)


def reads_texts(options: Mapping[str, Any]) -> bool:
    """Whether texts are read when all articles have passed: fingerprints are taken before, on the way."""
    return bool(options["show"])


def changes(groups: Iterable[Duplicate], articles: Mapping[str, Article]) -> Iterator[Change]:
    """What was changed in each copy against the first of its group, stretch by stretch.

    >>> pair = (Article("a", "a.txt", 0, text="قال الوزير نعم"), Article("b", "b.txt", 0, text="قال المدير نعم"))
    >>> group = Duplicate("g", "near", ("a", "b"), 0.5)
    >>> [(c.op, c.text, c.copy_text) for c in changes([group], {article.id: article for article in pair})]
    [('equal', 'قال', 'قال'), ('replace', 'الوزير', 'المدير'), ('equal', 'نعم', 'نعم')]
    """
    from arcorpus.dedup.diff import compare

    for group in groups:
        first = articles[group.articles[0]].text
        for id_ in group.articles[1:]:
            copy = articles[id_].text
            for stretch in compare(first, copy):
                mine, theirs = (stretch.first.start, stretch.first.end), (stretch.other.start, stretch.other.end)
                words, others = first[slice(*mine)], copy[slice(*theirs)]
                yield Change(group.id, id_, stretch.op, *mine, words, *theirs, others)


def show(view: View) -> list[Grid]:
    """The articles of each group, the first marked, and what each copy changed."""
    under: list[tuple[str, Row]] = []
    for number, group in enumerate(view.rows("duplicates"), start=1):
        heading = f"{number}. {group.kind}, {group.similarity:.0%}, {counted(len(group.articles), 'article')}"
        marks = ("first", *[ABSENT] * (len(group.articles) - 1))
        under += [(heading, (*_listed(view, id_), mark)) for id_, mark in zip(group.articles, marks, strict=True)]
    shape = (NUMBER, Column("title", 30, 3), Column("source", 8), Column("date", 10, 0), Column("first", 5, 0))
    return [view.grouped("Copies of the same story", shape, under), _changes(view)]


def _listed(view: View, article: str) -> Row:
    """An article's number, title, source and date."""
    headline = view.headlines.get(article)
    if headline is None:
        return ABSENT, article, ABSENT, ABSENT
    return str(headline.number), headline.title, headline.article.source or ABSENT, headline.article.date or ABSENT


def _changes(view: View) -> Grid:
    """What each copy changed, with the words that stand before it in both."""
    first = {group.id: group.articles[0] for group in view.rows("duplicates")}
    rows: list[tuple[str, Row]] = []
    before = ""
    for change in view.rows("changes"):
        if change.op == "equal":
            before = " ".join(change.text[-400:].split()[-_WORDS_BEFORE:])
            continue
        if change.start == 0 or change.copy_start == 0:
            before = ""
        copy, original = (view.headlines.get(id_, id_) for id_ in (change.article, first[change.duplicate]))
        rows.append((f"{copy} ← {original}", (before or ABSENT, change.text or ABSENT, change.copy_text or ABSENT)))
    shape = (Column("after", 14), Column("first", 24, 2), Column("copy", 24, 2))
    return view.grouped("What was changed", shape, rows)
