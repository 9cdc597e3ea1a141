"""A passage of a text with names in it, as the claim patterns see it."""

from __future__ import annotations

import pytest

from arcorpus.claims.passage import Passage
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Field, Mention


def build_passage(text, *names):
    """A passage of a text with the given names in it, each `(surface, type)`."""
    sentences = split_sentences(text)
    mentions = [
        Mention("a", "text", text.index(name), text.index(name) + len(name), name, kind) for name, kind in names
    ]
    return Passage(Field("text", text, sentences, tokenize(text, sentences)), mentions)


@pytest.fixture
def passage():
    """A function that makes a passage of a text and the names in it, each `(surface, type)`."""
    return build_passage
