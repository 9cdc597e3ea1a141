"""The entities of a corpus and its mentions."""

from __future__ import annotations

from arcorpus.analyses import entities as analysis
from arcorpus.linking import link
from arcorpus.types import Article, Document, Mention


def corpus():
    """Two documents with names and a value."""
    first = (Mention("a", "title", 0, 4, "ميتا", "ORG"), Mention("a", "text", 0, 4, "2025", "DATE", value="2025"),
             Mention("a", "text", 9, 14, "الصين", "LOC"))  # fmt: skip
    second = (Mention("b", "text", 3, 8, "الصين", "LOC"), Mention("b", "text", 20, 26, "بكتيري", "PRODUCT"))
    return [Document(Article("a", "a.txt", 0), mentions=first), Document(Article("b", "b.txt", 0), mentions=second)]


def test_entities_go_by_mentions_and_then_name():
    """The most mentioned comes first, equals go by name."""
    documents = corpus()
    found, _ = analysis.entities(documents, link(documents))
    assert [(entity.name, entity.mentions) for entity in found] == [("الصين", 2), ("بكتيري", 1), ("ميتا", 1)]


def test_mentions_keep_the_reading_order_and_get_their_entities():
    """Every mention comes out as it went in, names with the id of their entity, values with none."""
    documents = corpus()
    found, mentions = analysis.entities(documents, link(documents))
    assert [m.text for m in mentions] == [m.text for d in documents for m in d.mentions]
    names = {entity.id: entity.name for entity in found}
    assert [names.get(m.entity) for m in mentions] == ["ميتا", None, "الصين", "الصين", "بكتيري"]


def test_nothing_in_nothing_out():
    """No documents and documents without mentions have no entities."""
    assert analysis.entities([], link([])) == ((), ())
    empty = [Document(Article("a", "a.txt", 0), mentions=())]
    assert analysis.entities(empty, link(empty)) == ((), ())


def test_needs():
    """The analysis says what it needs."""
    assert {"mentions"} == analysis.NEEDS
