"""Claims over the corpus."""

from __future__ import annotations

import pytest

from arcorpus import pipeline
from arcorpus.analyses.claims import claims, is_unnamed
from arcorpus.linking import link
from arcorpus.types import Article, ClaimSource

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


@pytest.mark.parametrize(
    ("source", "unnamed"),
    [
        (None, True),
        (ClaimSource(None, None, None), True),
        (ClaimSource("مصدر أمني", 0, 9), True),
        (ClaimSource("مصدر أمني", 0, 9, entity="e"), False),
        (ClaimSource("وزير المالية", 0, 12), False),
    ],
)
def test_who_is_unnamed(source, unnamed):
    """Nobody and a head such as مصدر without an entity are unnamed; an office or an entity is not."""
    assert is_unnamed(source) is unnamed
