"""Names by the shipped tagger, joined with what the rules find: `--ner embedded`.

The tagger knows names by their sentence, the rules Latin-script, quoted and glossed names and what a head word tells.
Where they differ, the surer find stays; a name that was found for sure counts wherever the article writes it again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from arcorpus import gazetteer, plugins, tagging
from arcorpus.namespans import labelled, name_span, written
from arcorpus.tagging import MODEL
from arcorpus.types import Document, Field, Gloss, Mention, Token

__all__ = ["LABELS", "MODEL", "recognize"]

LABELS = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK")

_PER_WORD = 0.03    # bonus of a find for each of its words
_TAGGED = {"PER": 1.0, "ORG": 1.0, "LOC": 1.0, "PRODUCT": 0.8, "EVENT": 0.9, "WORK": 0.8}
_LEAST = 0.5        # probability below which the tagger's find is left out
_PLAIN = 0.9        # probability from which the tagger is sure that a word is in no name
_RULED = 0.8        # score from which a find of the rules stays all the same
_SURE = 0.8         # score from which a name counts wherever it recurs
_HEADS = ("before", "inside", "body")
_SHORTEST = 3       # letters of a name that recurs
_LONGEST = 8        # words of a name that recurs

Names = tuple[tuple[Mention, ...], tuple[Gloss, ...]]


def recognize(batch: Sequence[Document]) -> list[Names]:
    """The names of each document in reading order, and the pairs of names that its text itself equates.

    Each document is taken by itself and each sentence tagged by itself, so nothing depends on batch mates.

    Args:
        batch: documents whose `fields` are set.

    Raises:
        ResourceError: when a file of the model is missing or damaged.

    >>> from arcorpus.tokens import split_sentences, tokenize
    >>> from arcorpus.types import Article
    >>> text = "وصل محمود عباس إلى القاهرة أمس ."
    >>> field = Field("text", text, split_sentences(text), tokenize(text))
    >>> [(names, _)] = recognize([Document(Article("a", "a.txt", 0, text=text), (field,))])
    >>> [(name.text, name.type) for name in names]
    [('محمود عباس', 'PER'), ('القاهرة', 'LOC')]
    """
    ruled: list[Names] = plugins.load("ner", "rules").recognize(batch)
    return [_joined(document, *found) for document, found in zip(batch, ruled, strict=True)]


class Seen(NamedTuple):
    """What the tagger finds in a document, and the words it is sure are in no name: field and start."""

    names: list[Mention]
    plain: frozenset[tuple[str, int]]


def _joined(document: Document, ruled: Sequence[Mention], glosses: Sequence[Gloss]) -> Names:
    """The names of a document out of the rules' and the tagger's finds."""
    seen = _tagged(document)
    allowed = list(_allowed(document, ruled, seen.plain))
    shown = {gazetteer.key(m.text): m.type for m in allowed if m.score >= _SURE}
    tagged = [replace(m, type=shown.get(gazetteer.key(m.text), m.type)) for m in seen.names]
    found = _settled([*allowed, *tagged])
    known = _surest(found)
    again = [m for field in document.fields or () for m in _again(document.article.id, field, known)]
    order = {field.name: number for number, field in enumerate(document.fields or ())}
    kept = sorted(_settled([*found, *again]), key=lambda m: (order[m.field], m.start))
    spans = {(m.field, m.start, m.end) for m in kept}
    pairs = tuple(g for g in glosses if {(g.field, s.start, s.end) for s in (g.first, g.second)} <= spans)
    return tuple(kept), pairs


def _tagged(document: Document) -> Seen:
    """What the tagger sees in each sentence of a document."""
    tagger = tagging.tagger()
    words = written(document)
    names: list[Mention] = []
    plain: set[tuple[str, int]] = set()
    for field in document.fields or ():
        for tokens in _sentences(field):
            labels = tagger.tag([token.text for token in tokens])
            plain.update((field.name, t.start) for t, label in zip(tokens, labels, strict=True) if _is_plain(label))
            for run in labelled([label.name for label in labels]):
                sure = min(label.sure for label in labels[run.first : run.end])
                span = name_span(tokens[run.first : run.end], run.type, words)
                if span and sure >= _LEAST and _is_name(field.text[span.start : span.end], run.type):
                    score = round(sure * _TAGGED[run.type], 2)
                    surface = field.text[span.start : span.end]
                    names.append(
                        Mention(document.article.id, field.name, span.start, span.end, surface, run.type, score=score)
                    )
    return Seen(names, frozenset(plain))


def _is_plain(label: tagging.Label) -> bool:
    """Whether the tagger is sure that a word is in no name."""
    return label.name == "O" and label.sure >= _PLAIN


def _is_name(surface: str, kind: str) -> bool:
    """Whether what the tagger labelled can be a name: no people, no head alone, no «منظمة صينية»."""
    keys = gazetteer.key(surface).split()
    if len(keys) == 1:
        people = {keys[0], "ال" + keys[0], keys[0][:-2], "ال" + keys[0][:-2]}  # of one or many: القطريين
        bare = keys[0].removeprefix("ال")
        if people & gazetteer.nationalities() or any(gazetteer.head_type(bare, mode) == kind for mode in _HEADS):
            return False
    definite = any(key.startswith(("ال", "لل")) for key in keys)
    return kind != "ORG" or definite or not all(gazetteer.is_common(key) for key in keys)


def _allowed(document: Document, ruled: Iterable[Mention], plain: Container[tuple[str, int]]) -> Iterator[Mention]:
    """The rules' finds but for unsure Arabic ones in whose words the tagger sees no name."""
    starts = {field.name: field.tokens for field in document.fields or ()}
    for mention in ruled:
        tokens = starts[mention.field]
        at = bisect_right(tokens, mention.start, key=lambda token: token.start) - 1
        end = bisect_left(tokens, mention.end, key=lambda token: token.start)
        denied = all((mention.field, token.start) in plain for token in tokens[at:end])
        if mention.score >= _RULED or not denied or mention.text[-1].isascii():
            yield mention


def _sentences(field: Field) -> Iterator[Sequence[Token]]:
    """The tokens of each sentence that has any."""
    starts = [token.start for token in field.tokens]
    for sentence in field.sentences:
        tokens = field.tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if tokens:
            yield tokens


def _settled(found: Iterable[Mention]) -> list[Mention]:
    """The finds that stay where some overlap: of sure ones the longer, of others the surer, with a bonus by words."""
    taken: defaultdict[str, set[int]] = defaultdict(set)
    kept = []
    for mention in sorted(found, key=_rank):
        cells = range(mention.start, mention.end)
        if taken[mention.field].isdisjoint(cells):
            taken[mention.field].update(cells)
            kept.append(mention)
    return kept


def _rank(mention: Mention) -> tuple[bool, float, int, int, str]:
    """What a find is sorted by where it competes with others."""
    words = mention.text.count(" ")
    sure = mention.score >= _SURE
    worth = words + mention.score if sure else mention.score + _PER_WORD * words
    return not sure, -worth, mention.start, mention.end, mention.type


def _surest(found: Iterable[Mention]) -> Mapping[str, tuple[str, float]]:
    """The names that count wherever the article writes them again, by key: their type and score."""
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[str, float] = {}
    for mention in found:
        name = gazetteer.key(mention.text)
        if mention.score >= _SURE and len(name) >= _SHORTEST and (" " in name or not gazetteer.is_common(name)):
            weights[name][mention.type] += mention.score
            best[name] = max(mention.score, best.get(name, 0.0))
    return {name: (min(types, key=lambda t: (-types[t], t)), best[name]) for name, types in weights.items()}


def _again(article: str, field: Field, known: Mapping[str, tuple[str, float]]) -> Iterator[Mention]:
    """The places of a field where known names of its article stand, with or without letters attached."""
    first = {name.partition(" ")[0] for name in known}
    words = [token for token in field.tokens if token.kind == "word"]
    for at, token in enumerate(words):
        for reading in gazetteer.readings(token.text):
            if reading.key in first:
                found = _longest(field, words[at : at + _LONGEST], reading, known)
                if found:
                    end, (kind, score) = found
                    start = token.start + reading.cut
                    sure = round(min(score, 0.78) - 0.05 * bool(reading.cut), 2)
                    yield Mention(article, field.name, start, end, field.text[start:end], kind, score=sure)
                    break


def _longest(
    field: Field, words: Sequence[Token], reading: gazetteer.Reading, known: Mapping[str, tuple[str, float]]
) -> tuple[int, tuple[str, float]] | None:
    """The longest known name that begins with the first word so read: where it ends, its type and score."""
    key, best = reading.key, None
    for number, token in enumerate(words):
        if number:
            if field.text[words[number - 1].end : token.start].strip(" \u00a0"):
                break
            key += " " + gazetteer.key(token.text)
        if key in known:
            best = (token.end, known[key])
    return best


