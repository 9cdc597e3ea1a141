"""Copies of the same story: fingerprints taken while the articles pass, groups made of them, and what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from arcorpus.dedup.copies import Copies, find_copies
from arcorpus.dedup.diff import compare
from arcorpus.dedup.fingerprints import Print, fingerprint
from arcorpus.types import Article, Change, Document, Duplicate

NEEDS = frozenset({"counts"})


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


def changes(groups: Iterable[Duplicate], articles: Mapping[str, Article]) -> Iterator[Change]:
    """What was changed in each copy against the first of its group, stretch by stretch.

    >>> pair = (Article("a", "a.txt", 0, text="قال الوزير نعم"), Article("b", "b.txt", 0, text="قال المدير نعم"))
    >>> group = Duplicate("g", "near", ("a", "b"), 0.5)
    >>> [(c.op, c.text, c.copy_text) for c in changes([group], {article.id: article for article in pair})]
    [('equal', 'قال', 'قال'), ('replace', 'الوزير', 'المدير'), ('equal', 'نعم', 'نعم')]
    """
    for group in groups:
        first = articles[group.articles[0]].text
        for id_ in group.articles[1:]:
            copy = articles[id_].text
            for stretch in compare(first, copy):
                mine, theirs = (stretch.first.start, stretch.first.end), (stretch.other.start, stretch.other.end)
                words, others = first[slice(*mine)], copy[slice(*theirs)]
                yield Change(group.id, id_, stretch.op, *mine, words, *theirs, others)
