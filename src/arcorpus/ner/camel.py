"""Names by CAMeL Tools' NERecognizer: `--ner camel` or `--ner camel:MODEL`, with a model that the user has installed.

The types are the program's: PERS is PER, MISC is dropped. CAMeL Tools gives no probabilities, so every score is 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from arcorpus.ner import camel_models
from arcorpus.ner.span_edges import decode_bio, document_keys, name_span
from arcorpus.ner.windows import windows
from arcorpus.text.normalize import fold
from arcorpus.types import Document, Field, Gloss, Mention, Token

LABELS = ("PER", "ORG", "LOC")

_ROOM = camel_models.LENGTH - 2  # pieces of a window; two frame it
_SHARED = 64  # pieces that neighbouring windows share at most
_LONGEST = 64  # pieces of the longest word that the model is shown
_STEPS = "invisible,joiners,presentation,tatweel,diacritics"  # what these models have not seen in training


def recognize(
    batch: Sequence[Document], model: str | None = None
) -> list[tuple[tuple[Mention, ...], tuple[Gloss, ...]]]:
    """The names of each document in reading order, with no glosses.

    Each sentence is tagged by itself, so the result does not depend on batch mates.

    Args:
        batch: documents whose `fields` are set.
        model: a folder in the Hugging Face format, or a name of CAMeL Tools' catalogue; None is the catalogue's own
            choice.

    Raises:
        MissingExtra: when CAMeL Tools or its model is not installed; the message holds the command.
        UsageError: when `model` names nothing, or nothing that can be loaded.
    """
    tagger = camel_models.load(camel_models.find(model))
    with camel_models.one_thread():
        return [(_names(document, tagger), ()) for document in batch]


def _names(document: Document, tagger: camel_models.Tagger) -> tuple[Mention, ...]:
    """The names of one document."""
    words = document_keys(document)
    return tuple(
        mention
        for field in document.fields or ()
        for tokens in _sentences(field)
        for mention in _mentions(document.article.id, field, tokens, tag(tokens, tagger), words)
    )


def _sentences(field: Field) -> Iterator[Sequence[Token]]:
    """The tokens of each sentence that has any."""
    starts = [token.start for token in field.tokens]
    for sentence in field.sentences:
        tokens = field.tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if tokens:
            yield tokens


def _mentions(
    article: str, field: Field, tokens: Sequence[Token], labels: Sequence[str], document_words: Container[str]
) -> Iterator[Mention]:
    """The names of one sentence, from a label for each of its words."""
    for run in decode_bio(labels):
        kind = camel_models.TYPES.get(run.type)
        span = name_span(tokens[run.first : run.end], kind, document_words) if kind else None
        if kind and span:
            yield Mention(article, field.name, span.start, span.end, field.text[span.start : span.end], kind)


def tag(tokens: Sequence[Token], tagger: camel_models.Tagger) -> list[str]:
    """A label for each word of a sentence of any length.

    A long sentence is tagged in windows that overlap. They are joined where both see no name, as near as can be to the
    middle of what they share. A word of which the model would see nothing, or too much (an address), is shown to it as
    an unknown word, since CAMeL Tools would else lose count.

    Args:
        tokens: the words, in order.
        tagger: as `camel_models.load` gives it.
    """
    unknown = tagger.tokenizer.unk_token
    words, lengths = [], []
    for token in tokens:
        word = fold(token.text, _STEPS)
        pieces = len(tagger.tokenizer.tokenize(word))
        fits = 0 < pieces <= _LONGEST
        words.append(word if fits else unknown)
        lengths.append(pieces if fits else 1)
    labels: list[str] = []
    for start, end in windows(lengths, _ROOM, _SHARED):
        found = tagger.predict_sentence(words[start:end])
        middle = (start + len(labels)) // 2
        free = (at for at in range(start, len(labels)) if labels[at] == found[at - start] == "O")
        border = min(free, key=lambda at: abs(at - middle), default=middle)
        labels[border:] = found[border - start :]
    return labels
