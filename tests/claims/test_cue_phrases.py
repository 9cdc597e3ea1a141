"""Attributing phrases in a text."""

from __future__ import annotations

import pytest

from arcorpus.claims.cue_phrases import phrase_at
from arcorpus.claims.passage import Passage
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Field


def phrases(text):
    """The surface and kind of source of every phrase of a text."""
    sentences = split_sentences(text)
    passage = Passage(Field("text", text, sentences, tokenize(text, sentences)), ())
    found = (phrase_at(passage, index) for index in range(len(passage.keys)))
    return [(text[f.cue.start : f.cue.end], f.role) for f in found if f]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("ينام الناس أقل، وفقا لدراسة", ("وفقا ل", "source")),
        ("ينام الناس أقل بحسب تقرير", ("بحسب", "source")),
        ("ينام الناس أقل، حسب ما ذكرت الوكالة", ("حسب ما", "verb")),
        ("ينام الناس أقل، كما أكد الوزير", ("كما", "verb")),
        ("تضاعف الإنتاج، وفق تعبيره", ("وفق تعبيره", "earlier_speaker")),
        ("تضاعف الإنتاج، بحسب ترجيحها", ("بحسب ترجيحها", "earlier_speaker")),
        ("تضاعف الإنتاج على حد قولهم", ("على حد قولهم", "earlier_speaker")),
        ("من المتوقع أن يصل الوفد", ("من المتوقع أن", "impersonal")),
        ("يُقال إنه رحل", ("يُقال إنه", "impersonal")),
        ("ومن المنتظر افتتاح الطريق", ("من المنتظر", "impersonal_noun")),
    ],
)
def test_each_kind_of_phrase(text, phrase):
    """A phrase is found with its pronoun or أن, its conjunction left outside."""
    assert phrases(text) == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "العمل يسير وفق الخطة",
        "العمل يسير، حسب الحاجة",
        "صدرت النتائج حسب المناطق الكبرى",
        "على حد سواء",
        "كما وجدوا بطاقة",
        "من المتوقع والمعروف",
        "هذا يعتقد أنه مهم",
        "لا ينام الناس فحسب",
    ],
)
def test_what_only_looks_like_attribution(text):
    """A plan, a need, a way of grouping, «على حد سواء» and a verb with a subject of its own attribute nothing."""
    assert phrases(text) == []
