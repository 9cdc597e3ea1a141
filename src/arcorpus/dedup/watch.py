"""Fingerprints taken while the articles pass, so that copies are found without any text being kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arcorpus.dedup.copies import Copies, find_copies
from arcorpus.dedup.fingerprints import Print, fingerprint
from arcorpus.types import Document


class Watch:
    """Takes the fingerprints of documents that pass; no text is kept."""

    def __init__(self) -> None:
        self._prints: list[Print] = []

    def over(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents as they are, each seen."""
        for document in documents:
            self._prints.append(fingerprint(document.article))
            yield document

    def copies(self) -> Copies:
        """The copies among the documents that have passed."""
        return find_copies(self._prints)
