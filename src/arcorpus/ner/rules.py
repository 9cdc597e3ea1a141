"""Names by rule: known names, names after or with a head word, titled persons, Latin, quoted and glossed names.

No model: what the lexicons and the words around a name do not show is not found. docs/entities.md says what that is.
`score` says how sure a candidate is, 0-1; where candidates overlap, the surer and longer one stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arcorpus.ner import (
    after_heads,
    events,
    known,
    organisations,
    persons,
    places,
    products,
    recurrence,
    set_apart,
)
from arcorpus.ner.set_apart import DEFAULT_TYPE, GlossPair
from arcorpus.ner.words import Candidate, FieldWords, Rule, words_of
from arcorpus.text.quotations import find_quotations
from arcorpus.types import Document, Field, Gloss, Mention, Span

__all__ = ["DEFAULT_TYPE", "LABELS", "RULES", "recognize"]

LABELS = recurrence.LABELS

RULES: tuple[Rule, ...] = (
    known.known,
    persons.given_name,
    persons.doubtful_given_name,
    persons.before_family_name,
    persons.titled_person,
    persons.son_of,
    persons.before_role,
    places.doubtful_place,
    organisations.named_after,
    organisations.of_place,
    organisations.of_field,
    organisations.definite_body,
    after_heads.after_head,
    organisations.club,
    products.versioned,
    events.event,
    products.document,
    products.numbered_law,
    places.quarter,
    organisations.spelled_out,
)
"""What is asked at each Arabic word."""

_PER_WORD = 0.03  # what a word more adds to a candidate's score where candidates overlap


def candidates_of(field: Field) -> FieldWords:
    """A field with what the rules find in it by itself; lists and brackets are read after what they go on from."""
    words = words_of(field)
    found = FieldWords(field, words, [word.start for word in words], {}, [])
    found.quotes.update((found.at(span.end), span) for span in find_quotations(field.text))
    for at, word in enumerate(words):
        if word.arabic:
            found.candidates.extend(candidate for rule in RULES if (candidate := rule(words, at)))
    found.candidates.extend(set_apart.latin_names(found))
    found.candidates.extend(set_apart.quoted_names(found))
    found.candidates.extend(list(set_apart.bracketed_names(found)))
    found.candidates.extend(persons.persons_of_lists(found))
    found.candidates.extend(places.places_of_lists(found))
    found.candidates.extend(places.listed_quarters(found))
    return found


def without_overlaps(candidates: Iterable[Candidate], text: str) -> list[Candidate]:
    """The candidates that stay where some overlap, in reading order: the surer one, with a bonus for each word."""
    taken: set[int] = set()
    kept = []
    for found in sorted(candidates, key=lambda c: (-c.score - _PER_WORD * text.count(" ", c.start, c.end), c)):
        if taken.isdisjoint(range(found.start, found.end)):
            taken.update(range(found.start, found.end))
            kept.append(found)
    return sorted(kept)


def _recognize(document: Document) -> tuple[tuple[Mention, ...], tuple[Gloss, ...]]:
    """The names and glosses of one document."""
    fields = [candidates_of(field) for field in document.fields or ()]
    shown = recurrence.shown_types(fields)
    pairs: list[list[GlossPair]] = []
    for field in fields:
        recurrence.settle(field, shown)
        pairs.append(set_apart.glosses(field))
        field.candidates.extend(candidate for pair in pairs[-1] for candidate in pair)
    shown = recurrence.shown_types(fields)
    for field in fields:
        recurrence.settle(field, shown)
        field.candidates[:] = without_overlaps(field.candidates, field.field.text)
    table = recurrence.recurring_names(fields)
    mentions: list[Mention] = []
    glosses: list[Gloss] = []
    for field, found in zip(fields, pairs, strict=True):
        kept = without_overlaps([*field.candidates, *recurrence.recurrences(field, table)], field.field.text)
        mentions.extend(_mention(document.article.id, field.field, candidate) for candidate in kept)
        spans = {Span(candidate.start, candidate.end) for candidate in kept}
        both = (Gloss(field.field.name, _span(pair.name), _span(pair.gloss)) for pair in found)
        glosses.extend(gloss for gloss in both if {gloss.first, gloss.second} <= spans)
    return tuple(mentions), tuple(glosses)


def _span(candidate: Candidate) -> Span:
    """Where a candidate stands."""
    return Span(candidate.start, candidate.end)


def _mention(article: str, field: Field, candidate: Candidate) -> Mention:
    """A candidate as a mention."""
    surface = field.text[candidate.start : candidate.end]
    score = round(candidate.score, 2)
    return Mention(article, field.name, candidate.start, candidate.end, surface, candidate.type, score=score)


def recognize(batch: Sequence[Document]) -> list[tuple[tuple[Mention, ...], tuple[Gloss, ...]]]:
    """The names of each document in reading order, and the pairs of names that its text itself equates.

    Each document is taken by itself, so the result does not depend on its batch mates.

    Args:
        batch: documents whose `fields` are set.

    >>> from arcorpus.text.tokenizer import split_sentences, tokenize
    >>> from arcorpus.types import Article
    >>> text = 'أطلقت شركة "ديب سيك" (DeepSeek) الصينية نموذج R1 في الصين'
    >>> field = Field("text", text, split_sentences(text), tokenize(text))
    >>> [(names, glosses)] = recognize([Document(Article("a", "a.txt", 0, text=text), (field,))])
    >>> [(name.text, name.type) for name in names]
    [('ديب سيك', 'ORG'), ('DeepSeek', 'ORG'), ('R1', 'PRODUCT'), ('الصين', 'LOC')]
    >>> [text[glosses[0].second.start:glosses[0].second.end]]
    ['DeepSeek']
    """
    return [_recognize(document) for document in batch]
