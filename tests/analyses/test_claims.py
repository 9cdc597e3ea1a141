"""Claims over the corpus."""

from __future__ import annotations

import pytest

from arcorpus import pipeline
from arcorpus.analyses.claims import claims
from arcorpus.claims.filters import ClaimFilter
from arcorpus.linking.linker import link
from arcorpus.types import Article

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
