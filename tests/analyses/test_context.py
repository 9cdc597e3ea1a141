"""What an analysis is given besides the documents."""

from __future__ import annotations

from arcorpus.analyses.context import AnalysisContext, linked_once
from arcorpus.types import Article, Document, Mention


def test_mentions_are_linked_once_for_all():
    """Two analyses get the same links, and nothing is linked before the first asks."""
    mention = Mention("a", "text", 0, 5, "الصين", "LOC")
    documents = []
    links = linked_once(documents, None)
    documents.append(Document(Article("a", "a.txt", 0), mentions=(mention,)))
    first, second = AnalysisContext(links, {"one": 1}), AnalysisContext(links, {"two": 2})
    assert [entity.name for entity in first.links().entities] == ["الصين"]
    assert second.links() is first.links()


def test_a_warning_to_nobody_is_lost():
    """Without somebody to tell, a warning says nothing."""
    assert AnalysisContext(linked_once([], None)).warn("خطأ") is None
