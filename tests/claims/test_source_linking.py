"""Whom a source names."""

from __future__ import annotations

import pytest

from arcorpus.claims.source_linking import Descriptions, name_in
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Article, ClaimSource, Document, Field, Mention


def mention(text, name, kind):
    """A mention of a name in a text."""
    return Mention("a", "text", text.index(name), text.index(name) + len(name), name, kind)


def source(text, words, kind=None):
    """A source that stands in a text."""
    start = text.rindex(words)
    return ClaimSource(words, start, start + len(words), None, kind)


def document(text, *names):
    """A document of one field with names."""
    sentences = split_sentences(text)
    field = Field("text", text, sentences, tokenize(text, sentences))
    mentions = tuple(mention(text, *name) for name in names)
    return Document(Article("a", "a", 0, text=text), fields=(field,), mentions=mentions)


@pytest.mark.parametrize(
    ("words", "name", "kind", "named"),
    [
        ("ماركا", "ماركا", "ORG", True),
        ('صحيفة "ماركا" الإسبانية', "ماركا", "ORG", True),
        ("شركة ميتا", "ميتا", "ORG", True),
        ("متحدث باسم ميتا", "ميتا", "ORG", False),
        ("خطة عمل ترامب", "ترامب", "PER", False),
        ("مديرو ميتا", "ميتا", "ORG", False),
    ],
)
def test_a_name_heads_its_source_or_belongs_to_another_noun(words, name, kind, named):
    """A name is the source when it heads it or stands beside a word for what it is."""
    found = name_in(source(words, words), [mention(words, name, kind)])
    assert (found is not None) is named


def test_a_person_chosen_as_source_is_one():
    """A source that is a person's name is the person."""
    assert name_in(source("سامي", "سامي", "PER"), [mention("سامي", "سامي", "PER")]).text == "سامي"
    assert name_in(ClaimSource(None, None, None), []) is None


@pytest.mark.parametrize(
    "text",
    [
        "التقى مارك زوكربيرغ، الرئيس التنفيذي لشركة ميتا، العمال. وقال الرئيس التنفيذي إن الحل قريب.",
        "التقى الرئيس التنفيذي لشركة ميتا مارك زوكربيرغ العمال. وقال الرئيس التنفيذي إن الحل قريب.",
    ],
)
def test_a_description_is_resolved_when_the_text_ties_it_to_a_name(text):
    """«الرئيس التنفيذي» is whoever stands beside it somewhere in the article."""
    found = Descriptions(document(text, ("مارك زوكربيرغ", "PER"))).named(source(text, "الرئيس التنفيذي"))
    assert found.text == "مارك زوكربيرغ"


def test_a_description_of_two_persons_or_of_none_is_not_resolved():
    """What fits two names, and what stands beside none, stays a description."""
    text = "التقى الوزير سامي القحطاني الوزير فهد الزهراني. وقال الوزير إن الحل قريب. وقال المدير كلمة."
    found = Descriptions(document(text, ("سامي القحطاني", "PER"), ("فهد الزهراني", "PER")))
    assert found.named(source(text, "الوزير")) is None
    assert found.named(source(text, "المدير")) is None
    assert found.named(source(text, "كلمة")) is None
