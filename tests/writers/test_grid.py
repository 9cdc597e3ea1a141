"""What a reader sees: which rows, in which order, and how much of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arcorpus.types import NAME_TYPES, VALUE_TYPES, Article, Corpus, Entity, Mention, Report, Run, SourceCount
from arcorpus.writers.grid import ABSENT, grids
from arcorpus.writers.layout import SECTIONS, Layout

TYPES = NAME_TYPES + VALUE_TYPES


def table(report, title, **options):
    """The grid whose title begins so."""
    found = [grid for grid in grids(report, Layout(**options))[1] if grid.title.startswith(title)]
    assert len(found) == 1, title
    return found[0]


def titles(report, **options):
    """The titles of the grids, without their counts."""
    return [grid.title.rsplit(" (", 1)[0] for grid in grids(report, Layout(**options))[1]]


def told(report, **tables):
    """The report with other rows in some tables."""
    return replace(report, tables=report.tables | tables)


def column(grid, name):
    """The cells of one column."""
    place = [found.name for found in grid.columns].index(name)
    return [row[place] for row in grid.rows]


def test_overview_has_every_section_and_the_errors(report):
    """The whole report shows articles, entities, topics, claims and sources, and at the end what could not be read."""
    assert titles(report) == [
        "Articles", "Entities", "Topics", "Claims, most check-worthy first", "Sources", "Who is heard",
        "Copies of the same story", "What was changed", "Not read",
    ]  # fmt: skip


def test_single_sections_are_detailed(report):
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


def test_article_without_title_shows_its_first_words(report):
    """A page without a title shows its first words, and that they are no title."""
    assert column(table(report, "Articles"), "title")[1] == "(untitled) قالت مصادر مطلعة إن نسبة النمو بلغت 3.5"


def test_columns_without_a_value_are_left_out(report):
    """A column in which no row says anything is not shown."""
    report.articles = (replace(report.articles[1], words=None),)
    assert [found.name for found in table(report, "Articles").columns] == ["no.", "title"]


def test_rows_beyond_the_top_are_counted(many):
    """A table shows so many rows, and its last line says how many more there are and how to see them."""
    grid = table(many, "Articles", top=20)
    assert len(grid.rows) == 20
    assert grid.note == "32 more; --top 52 shows all"
    assert table(many, "Articles").note == ""


def entities(*counts):
    """Entities of each type, so many of each, those of the later types mentioned more often."""
    made = [
        Entity(f"{kind}{n}", f"{kind}{n}", kind, (), 100 * place - n, 1)
        for place, (kind, count) in enumerate(zip(TYPES, counts, strict=False), start=1)
        for n in range(count)
    ]
    return tuple(sorted(made, key=lambda entity: -entity.mentions))


@pytest.mark.parametrize(("counts", "shown"), [((9, 9, 9), [2, 2, 2]), ((1, 9, 9), [1, 3, 2]), ((2, 0, 1), [2, 1])])
def test_overview_gives_each_type_its_turn(report, counts, shown):
    """Among other sections the entities shown are the most mentioned of each type, in equal numbers where they can."""
    kinds = column(table(told(report, entities=entities(*counts)), "Entities", top=6), "type")
    assert kinds == sorted(kinds, key=TYPES.index)
    assert [kinds.count(kind) for kind in dict.fromkeys(kinds)] == shown


def test_all_entities_are_shown_without_a_top(report):
    """Without a top every entity is there, by type."""
    grid = table(told(report, entities=entities(3, 40, 2)), "Entities")
    assert len(grid.rows) == 45
    assert grid.more == 0


def test_entities_alone_stand_under_their_types(report):
    """Alone, the entities stand under a heading for each type, with their days, and each type gets its turn."""
    grid = table(report, "Entities", sections=("entities",), top=2)
    assert [group.heading for group in grid.groups] == ["Persons (PER)", "Organisations (ORG)"]
    assert [column.name for column in grid.columns] == ["name", "mentions", "articles", "first", "last", "also written"]
    assert grid.groups[1].rows == (("Meta", "2", "1", "2025-01-30", "2025-01-30", "ميتا"),)
    assert grid.more == 1


def test_contexts_stand_under_the_entities_shown(report):
    """A sentence stands under the name of its entity with its article's day, if the entity is among those shown."""
    grid = table(report, "In context", sections=("entities",), top=2)
    [group] = grid.groups
    assert group.heading == "Meta (ORG)"
    assert group.rows == (("2025-01-30", report.tables["contexts"][0].text),)
    assert "In context" not in titles(report, sections=("entities",), top=1)


def test_values_are_gathered(report):
    """Each value is one row, with its bound, how often it is stated, and the words that state it."""
    mention = Mention("a1f0", "text", 0, 1, "نحو 65 مليار دولار", "MONEY", value="65000000000 USD", bound="about")
    report.tables["mentions"] = (
        *report.tables["mentions"],
        mention,
        replace(mention, value=None, bound=None, text="مبلغ"),
    )
    grid = table(report, "Values", sections=("entities",))
    assert column(grid, "value") == ["~ 65000000000 USD", ABSENT, "3.5"]
    assert column(grid, "mentions") == ["2", "1", "1"]
    assert column(grid, "as written") == ["65 مليار دولار، نحو 65 مليار دولار", "مبلغ", "3.5 في المائة"]


def test_claims_stand_under_their_articles(report):
    """Alone, claims keep the reading order, each under its article; who claims is told even where nobody is named."""
    grid = table(report, "Claims", sections=("claims",))
    assert [group.heading[:3] for group in grid.groups] == ["1. ", "2. "]
    assert column(grid, "source") == ["يان لوكان", "(the article)", "مصادر مطلعة"]
    nobody = replace(
        report.tables["claims"][0], source=replace(report.tables["claims"][0].source, text=None, entity=None)
    )
    grid = table(told(report, claims=(nobody,)), "Claims", sections=("claims",))
    assert column(grid, "source") == ["(nobody named)"]


def test_overview_puts_the_check_worthy_first(report):
    """Among other sections what others say comes first, of that what is most worth a check; the article is numbered."""
    grid = table(report, "Claims")
    assert column(grid, "check") == ["0.88", "0.61", "0.93"]
    assert column(grid, "no.") == ["2", "1", "1"]
    unjudged = told(report, claims=tuple(replace(claim, checkworthiness=None) for claim in report.tables["claims"]))
    assert table(unjudged, "Claims").title == "Claims (3)"
    assert "no." not in [found.name for found in table(report, "Claims", sections=("claims", "topics")).columns]


def test_sources_are_told_by_the_name_of_the_report(report):
    """Where the report knows a source under another name that name is added, a fuller one takes its place."""
    report.tables["entities"] = (Entity("e2", "Yann LeCun", "PER", ("يان لوكان",), 1, 1),)
    assert column(table(report, "Sources"), "source") == ["يان لوكان (Yann LeCun)", "مصادر مطلعة"]
    report.tables["entities"] = (Entity("e2", "يان لوكان", "PER", ("لوكان",), 1, 1),)
    for written in ("لوكان", "العالم يان لوكان"):
        report.tables["sources"] = (replace(report.tables["sources"][0], text=written),)
        fuller = max(written, "يان لوكان", key=len)
        assert column(table(report, "Sources"), "source") == [fuller]


def test_articles_without_a_topic_are_listed_last(report):
    """Every article stands under its topic, those that none fits at the end."""
    grid = table(report, "Articles by topic", sections=("topics",))
    assert [group.heading for group in grid.groups] == ["الذكاء الاصطناعي", "(no topic)"]


def test_errors_are_all_shown(report):
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


def test_copies_stand_under_their_groups_with_the_first_marked(report):
    """A group is a heading with its kind, its similarity and size; under it its articles, and which was first."""
    grid = table(report, "Copies", sections=("duplicates",))
    assert [group.heading for group in grid.groups] == ["1. near, 62%, 2 articles"]
    assert column(grid, "first") == ["first", ABSENT]
    assert column(grid, "date") == ["2025-01-30", ABSENT]


def test_changes_show_what_stands_before_them(report):
    """A changed stretch is shown beside its copy, after the words before it; what is equal is no row of its own."""
    grid = table(report, "What was changed", sections=("duplicates",))
    assert grid.rows == (("أعلنت", "شركة", "مصادر"),)
    assert " ← " in grid.groups[0].heading


def test_claims_under_their_sources(report):
    """By source, claims stand under who makes most, then nobody's, then the articles' own, each with its article."""
    grid = table(report, "Claims", sections=("claims",), options={"by": "source"})
    assert [group.heading for group in grid.groups][-1] == "(the articles themselves)"
    assert all(cell[0].isdigit() for cell in column(grid, "article"))
    assert "source" not in [found.name for found in grid.columns]


def test_claims_that_meet_tell_of_each_other(report):
    """A claim that another article makes too says in which."""
    report.tables["claims"] = tuple(
        replace(claim, group="g" if claim.kind != "assertion" else None) for claim in report.tables["claims"]
    )
    assert len({claim.article for claim in report.tables["claims"] if claim.group}) == 2
    cells = column(table(report, "Claims", sections=("claims",)), "claim")
    assert sorted(cell.rpartition("[")[2] for cell in cells if "also" in cell) == ["also in no. 1]", "also in no. 2]"]


def test_who_is_heard(report):
    """Sources are summed as men, women, bodies and those without a name, with their share of the claims."""
    report.tables["sources"] = (
        SourceCount("e1", "سلمى", 3, unnamed=False, type="PER", gender="f"),
        SourceCount("e2", "يان", 4, unnamed=False, type="PER", gender="m"),
        SourceCount("e3", "ميتا", 1, unnamed=False, type="ORG"),
        SourceCount(None, "وزير", 1, unnamed=False),
        SourceCount(None, None, 1, unnamed=True),
    )
    assert table(report, "Who is heard").rows == (
        ("men", "1", "4", "40%"), ("women", "1", "3", "30%"), ("organisations", "1", "1", "10%"),
        ("without a name", "1", "1", "10%"), ("unnamed", "1", "1", "10%"),
    )  # fmt: skip
