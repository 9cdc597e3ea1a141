"""The recogniser that finds no names."""

from __future__ import annotations

from arcorpus.ner import none


def test_every_document_has_run_and_has_no_name(document):
    """Each document of a batch gets empty names and glosses, not None."""
    assert none.recognize([document("وصل محمود عباس"), document("")]) == [((), ()), ((), ())]
    assert none.recognize([]) == []
    assert none.LABELS == ()
