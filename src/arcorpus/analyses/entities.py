"""Who and what the corpus names, how often, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice, zip_longest

from arcorpus.linking.linker import Links
from arcorpus.types import Context, Document, Entity, Mention

NEEDS = frozenset({"mentions"})


def entities(
    documents: Sequence[Document], links: Links, types: AbstractSet[str] | None = None, min_mentions: int = 1
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The entities by mentions and then name, and the mentions in reading order with their entities' ids.

    Args:
        documents: the corpus, with `mentions` set.
        links: what `linker.link` made of the same documents.
        types: keep only entities and mentions of these types; None keeps all.
        min_mentions: leave out entities with fewer mentions, and their mentions.

    >>> from arcorpus.linking.linker import link
    >>> from arcorpus.types import Article
    >>> mention = Mention("a", "text", 0, 5, "الصين", "LOC")
    >>> documents = [Document(Article("a", "a.txt", 0), mentions=(mention,))]
    >>> found, mentions = entities(documents, link(documents))
    >>> found[0].name, mentions[0].entity == found[0].id
    ('الصين', True)
    """
    kept = tuple(e for e in links.entities if e.mentions >= min_mentions and (types is None or e.type in types))
    known = {entity.id for entity in kept}
    mentions = (replace(mention, entity=links.entity(mention))
                for document in documents for mention in document.mentions or ())  # fmt: skip
    return kept, tuple(m for m in mentions if m.entity in known or (m.entity is None and _wanted(m, types)))


def _wanted(mention: Mention, types: AbstractSet[str] | None) -> bool:
    """Whether a mention is of one of the types."""
    return types is None or mention.type in types


def contexts(documents: Sequence[Document], links: Links, chosen: Sequence[Entity], most: int) -> tuple[Context, ...]:
    """Up to `most` sentences that name each of the `chosen` entities, entity by entity.

    Each article gives its first sentence before any gives its second; the same words are given once.
    """
    found: defaultdict[str, list[list[Context]]] = defaultdict(list)
    known = {entity.id for entity in chosen}
    for document in documents:
        here: defaultdict[str, list[Context]] = defaultdict(list)
        for context in _sentences(document, links):
            if context.entity in known:
                here[context.entity].append(context)
        for entity, sentences in here.items():
            found[entity].append(sentences[:most])
    turns = ((context for turn in zip_longest(*found[entity.id]) for context in turn if context) for entity in chosen)
    return tuple(context for turn in turns for context in islice(_once(turn), most))


def _once(contexts: Iterable[Context]) -> Iterator[Context]:
    """The contexts whose words have not come before."""
    seen = set()
    for context in contexts:
        if context.text not in seen:
            seen.add(context.text)
            yield context


def _sentences(document: Document, links: Links) -> Iterator[Context]:
    """The sentences of a document that name an entity, once for each entity in them, with its first mention there."""
    fields = {field.name: field for field in document.fields or ()}
    seen = set()
    for mention in document.mentions or ():
        entity, field = links.entity(mention), fields.get(mention.field)
        if entity is None or field is None:
            continue
        place = bisect_right(field.sentences, mention.start, key=lambda sentence: sentence.start) - 1
        sentence = field.sentences[max(place, 0)]
        # A name that a sentence's end cuts through is shown whole.
        end = max(sentence.end, mention.end)
        if (entity, field.name, sentence.start) not in seen:
            seen.add((entity, field.name, sentence.start))
            where = (document.article.id, field.name, sentence.start, end)
            yield Context(entity, *where, field.text[sentence.start : end], mention.start, mention.end)
