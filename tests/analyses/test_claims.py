"""Claims over the corpus."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arcorpus import pipeline
from arcorpus.analyses import claims as analysis
from arcorpus.analyses.claims import claims
from arcorpus.analyses.options import values
from arcorpus.claims.filters import ClaimFilter
from arcorpus.errors import UsageError
from arcorpus.linking.linker import link
from arcorpus.types import Article, Entity, SourceCount

TEXT = (
    "قال الرئيس المصري عبد الفتاح السيسي إن القناة الجديدة ستفتح هذا العام.\n"
    "وأضاف السيسي أن العمل انتهى قبل موعده.\n"
    "وقالت مصادر مطلعة إن الكلفة تضاعفت مرتين.\n"
    "ومن المتوقع أن تفتح القناة في الصيف المقبل."
)


@pytest.fixture
def found():
    """The claims and sources of one article."""
    documents = list(pipeline.run([Article("a", "a.txt", 0, text=TEXT)], {"claims"}))
    return claims(documents, link(documents))


def test_full_and_short_name_are_one_source(found):
    """A person quoted under the full and the short name is one source with both claims."""
    rows, sources = found
    ids = {row.source.entity for row in rows if (row.source.text or "").endswith("السيسي")}
    assert len(ids) == 1
    assert None not in ids
    assert sources[0].claims == 2
    assert sources[0].entity in ids
    assert not sources[0].unnamed


def test_unnamed_sources_are_counted_as_unnamed(found):
    """«مصادر مطلعة» keeps its words, has no entity and is unnamed; nobody at all is one row without words."""
    _, sources = found
    unnamed = {source.text: source.claims for source in sources if source.unnamed}
    assert unnamed == {"مصادر مطلعة": 1, None: 1}
    assert all(source.entity is None for source in sources if source.unnamed)


def made(*texts, only=None, warn=lambda _: None, ner="rules"):
    """The claims and sources of bodies, each an article of its own."""
    articles = [Article(f"a{n}", f"{n}.txt", n, text=text) for n, text in enumerate(texts)]
    documents = list(pipeline.run(articles, {"claims"}, pipeline.Settings(ner)))
    return claims(documents, link(documents), only, warn)


def test_the_writers_own_statements_are_no_source():
    """An assertion stands among the claims and is counted under no source."""
    rows, sources = made("اشترت الحكومة التونسية 300 ألف طن من القمح في مارس 2023 بقيمة 90 مليون دولار.")
    assert [row.kind for row in rows] == ["assertion"]
    assert sources == ()


def test_source_is_found_by_any_of_its_names():
    """--source takes the full name, the last name and other spellings; sources are then those of the claims kept."""
    for name in ("عبد الفتاح السيسي", "السيسي", "عبد الفتاح السيسى"):
        rows, sources = made(TEXT, only=ClaimFilter(source=name))
        assert len(rows) == 2, name
        assert [(source.claims, source.unnamed) for source in sources] == [(2, False)]


def test_a_source_that_claims_nothing_is_told_with_others():
    """A name that no claim has is warned of, with the nearest source that there is."""
    told = []
    rows, sources = made(TEXT, only=ClaimFilter(source="السيسسي عبد الفتاح"), warn=told.append)
    assert (rows, sources) == ((), ())
    assert "السيسي" in told[0]


def test_unnamed_sources_alone():
    """--unnamed keeps what nobody is named for, and none of the writer's own."""
    rows, sources = made(TEXT, only=ClaimFilter(unnamed=True))
    assert {row.source.text for row in rows} == {"مصادر مطلعة", None}
    assert all(source.unnamed for source in sources)


def test_sources_have_type_and_gender():
    """A person has the gender of the verbs, a body none."""
    text = (
        "قالت المستشارة الألمانية أنجيلا ميركل إن القمة نجحت في نهاية المطاف.\n"
        "وقالت منظمة الصحة العالمية إن المرض انتشر في ثلاث دول."
    )
    _, sources = made(text)
    told = {source.text: (source.type, source.gender) for source in sources}
    assert ("PER", "f") in told.values()
    assert ("ORG", None) in told.values()
    assert all(gender is None for kind, gender in told.values() if kind != "PER")


def test_conflicting_numbers_of_two_articles_are_grouped():
    """Two articles that give different numbers for one matter share a group, and each tells the other's number."""
    rows, _ = made(
        "قال وزير النقل إن كلفة جسر المضيق الجديد بلغت 14.3 مليار دولار.",
        "وقالت الشركة إن كلفة جسر المضيق الجديد بلغت 15 مليار دولار.",
    )
    one, other = (row for row in rows if row.kind == "indirect")
    assert one.group == other.group is not None
    assert (one.conflict.value, one.conflict.others) == ("14300000000 USD", ("15000000000 USD",))
    assert (other.conflict.value, other.conflict.others) == ("15000000000 USD", ("14300000000 USD",))


def test_a_filter_keeps_the_group_of_what_it_leaves_out():
    """Claims are grouped before they are chosen: a claim kept alone still says that another disagrees."""
    rows, _ = made(
        "قال وزير النقل إن كلفة جسر المضيق الجديد بلغت 14.3 مليار دولار.",
        "وقالت الشركة إن كلفة جسر المضيق الجديد بلغت 15 مليار دولار.",
        only=ClaimFilter(source="وزير النقل"),
    )
    assert len(rows) == 1
    assert rows[0].conflict


def test_claims_stand_under_their_articles(report, table, column, told):
    """Alone, claims keep the reading order, each under its article; who claims is told even where nobody is named."""
    grid = table(report, "Claims", sections=("claims",))
    assert [group.heading[:3] for group in grid.groups] == ["1. ", "2. "]
    assert column(grid, "source") == ["يان لوكان", "(the article)", "مصادر مطلعة"]
    nobody = replace(
        report.tables["claims"][0], source=replace(report.tables["claims"][0].source, text=None, entity=None)
    )
    grid = table(told(report, claims=(nobody,)), "Claims", sections=("claims",))
    assert column(grid, "source") == ["(nobody named)"]


def test_overview_puts_the_check_worthy_first(report, table, column, told):
    """Among other sections what others say comes first, of that what is most worth a check; the article is numbered."""
    grid = table(report, "Claims")
    assert column(grid, "check") == ["0.88", "0.61", "0.93"]
    assert column(grid, "no.") == ["2", "1", "1"]
    unjudged = told(report, claims=tuple(replace(claim, checkworthiness=None) for claim in report.tables["claims"]))
    assert table(unjudged, "Claims").title == "Claims (3)"
    assert "no." not in [found.name for found in table(report, "Claims", sections=("claims", "topics")).columns]


def test_sources_are_told_by_the_name_of_the_report(report, table, column):
    """Where the report knows a source under another name that name is added, a fuller one takes its place."""
    report.tables["entities"] = (Entity("e2", "Yann LeCun", "PER", ("يان لوكان",), 1, 1),)
    assert column(table(report, "Sources"), "source") == ["يان لوكان (Yann LeCun)", "مصادر مطلعة"]
    report.tables["entities"] = (Entity("e2", "يان لوكان", "PER", ("لوكان",), 1, 1),)
    for written in ("لوكان", "العالم يان لوكان"):
        report.tables["sources"] = (replace(report.tables["sources"][0], text=written),)
        fuller = max(written, "يان لوكان", key=len)
        assert column(table(report, "Sources"), "source") == [fuller]


def test_claims_under_their_sources(report, table, column):
    """By source, claims stand under who makes most, then nobody's, then the articles' own, each with its article."""
    grid = table(report, "Claims", sections=("claims",), options={"by": "source"})
    assert [group.heading for group in grid.groups][-1] == "(the articles themselves)"
    assert all(cell[0].isdigit() for cell in column(grid, "article"))
    assert "source" not in [found.name for found in grid.columns]


def test_claims_that_meet_tell_of_each_other(report, table, column):
    """A claim that another article makes too says in which."""
    report.tables["claims"] = tuple(
        replace(claim, group="g" if claim.kind != "assertion" else None) for claim in report.tables["claims"]
    )
    assert len({claim.article for claim in report.tables["claims"] if claim.group}) == 2
    cells = column(table(report, "Claims", sections=("claims",)), "claim")
    assert sorted(cell.rpartition("[")[2] for cell in cells if "also" in cell) == ["also in no. 1]", "also in no. 2]"]


def test_who_is_heard(report, table):
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


@pytest.mark.parametrize(("options", "told"), [
    ({}, {}),
    ({"source": "لوكان", "by": "source"}, {"source": "لوكان"}),
    ({"stance": "deny,assert", "kind": "direct", "least": "0.5", "unnamed": True},
     {"stance": ["assert", "deny"], "kind": ["direct"], "min_checkworthiness": 0.5, "unnamed": True}),
])  # fmt: skip
def test_what_is_recorded(options, told):
    """The run tells which claims were asked for, and nothing where all were."""
    assert analysis.recorded(values(analysis, options)) == {"claims": told}


def test_an_empty_source_is_wrong_usage():
    """A source without a name would keep every claim or none."""
    with pytest.raises(UsageError, match="--source"):
        analysis.recorded(values(analysis, {"source": "  "}))


def test_a_conflict_is_told_beside_the_claim(report, table, column):
    """A contradicted value stands behind the claim, with what the others say."""
    cells = column(table(report, "Claims", sections=("claims",)), "claim")
    assert [cell.rpartition(" [")[2] for cell in cells if "conflict" in cell] == ["conflict: 3.5; others: 3.1, 4]"]


def test_an_article_is_told_by_its_first_words(report, table, column):
    """Under a source, the article of a claim is told by its number and the first words of its title."""
    cells = column(table(report, "Claims", sections=("claims",), options={"by": "source"}), "article")
    assert sorted(set(cells)) == ['1. "ميتا" ترد على DeepSeek:…', "2. قالت مصادر مطلعة إن…"]
