"""Who and what the corpus names, how often, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arcorpus.linking import Links
from arcorpus.types import Document, Entity, Mention

NEEDS = frozenset({"mentions"})


def entities(documents: Sequence[Document], links: Links) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities by mentions and then name, and the mentions in reading order with their entities' ids.

    Args:
        documents: the corpus, with `mentions` set.
        links: what `linking.link` made of the same documents.

    >>> from arcorpus.linking import link
    >>> from arcorpus.types import Article
    >>> mention = Mention("a", "text", 0, 5, "الصين", "LOC")
    >>> documents = [Document(Article("a", "a.txt", 0), mentions=(mention,))]
    >>> found, mentions = entities(documents, link(documents))
    >>> found[0].name, mentions[0].entity == found[0].id
    ('الصين', True)
    """
    mentions = [replace(mention, entity=links.entity(mention))
                for document in documents for mention in document.mentions or ()]
    return links.entities, tuple(mentions)
