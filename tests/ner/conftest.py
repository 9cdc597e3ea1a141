"""Documents as the recognisers get them."""

from __future__ import annotations

import pytest

from arcorpus.ner.words import words_of
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Article, Document, Field


def field(name, text):
    """A field with its sentences and tokens."""
    sentences = split_sentences(text)
    return Field(name, text, sentences, tokenize(text, sentences))


@pytest.fixture(scope="session")
def document():
    """A function that makes a document whose fields are set."""

    def make(text, title=None, key="a"):
        fields = ([field("title", title)] if title else []) + [field("text", text)]
        return Document(Article(key, f"{key}.txt", 0, title=title, text=text), tuple(fields))

    return make


@pytest.fixture(scope="session")
def names_by(document):
    """A function that makes one of a recogniser's: from a text and a title to the surfaces and types of its names."""

    def of(recognize):
        def found(text, title=None):
            [(mentions, _)] = recognize([document(text, title)])
            return [(mention.text, mention.type) for mention in mentions]

        return found

    return of


@pytest.fixture(scope="session")
def fields_of():
    """A function from a text to the field that holds it."""

    def make(text):
        return field("text", text)

    return make


@pytest.fixture(scope="session")
def words_in():
    """A function from a text to its words as the rules see them."""

    def make(text):
        return words_of(field("text", text))

    return make


@pytest.fixture(scope="session")
def candidates_by(words_in):
    """A function from a rule and a text to the surfaces, types and scores of what the rule finds in it."""

    def make(rule, text):
        words = words_in(text)
        found = [candidate for at, word in enumerate(words) if word.arabic and (candidate := rule(words, at))]
        return [(text[one.start : one.end], one.type, round(one.score, 2)) for one in found]

    return make


@pytest.fixture(scope="session")
def named_by(candidates_by):
    """The same without the scores."""

    def make(rule, text):
        return [(surface, kind) for surface, kind, _ in candidates_by(rule, text)]

    return make
