"""Where sentences begin in text without punctuation."""

from __future__ import annotations

import pytest

from arcorpus.claims.passage import Passage
from arcorpus.claims.unpunctuated import LONG, is_bare
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Field, Mention

FILLING = "افتتحت البلدية الحديقة الجديدة في وسط المدينة بعد أعمال دامت عامين كاملين وشملت زراعة الأشجار"
LONG_FILLING = " ".join([FILLING] * 5)


def passage(text, *names):
    """A passage of a text with the given names in it, each `(surface, type)`."""
    sentences = split_sentences(text)
    mentions = [
        Mention("a", "text", text.index(name), text.index(name) + len(name), name, kind) for name, kind in names
    ]
    return Passage(Field("text", text, sentences, tokenize(text, sentences)), mentions)


def stretches(text, *names):
    """The first words of the stretches of a text, but for the first."""
    found = passage(text, *names)
    return [" ".join(found.token(i).text for i in range(s.start, s.start + 2)) for s in found.stretches[1:]]


@pytest.mark.parametrize(
    ("report", "begin"),
    [
        ("وأضاف المدير أن الدخول مجاني", "وأضاف المدير"),
        ("كما أكد المهندس أن المياه تكفي", "كما أكد"),
        ("وقد أوضح المهندس أن المياه تكفي", "وقد أوضح"),
        ("أوضح المهندسون خلال الجولة أن المياه تكفي", "أوضح المهندسون"),
        ("من جانبه شكر المدير العمال", "من جانبه"),
        ("من ناحية أخرى زار الوفد المتحف", "من ناحية"),
        ("وكان المدير قد زار الموقع", "وكان المدير"),
        ("ووفقا للمهندس فإن المياه تكفي", "ووفقا للمهندس"),
        ("وتعزو البلدية النجاح إلى السكان", "وتعزو البلدية"),
        ("وفي هذا الإطار زار الوفد المتحف", "وفي هذا"),
    ],
)
def test_a_stretch_begins_with_a_report_or_a_turn(report, begin):
    """A report with its verb, and the words that turn to another speaker or matter, begin a stretch."""
    assert begin in stretches(f"{LONG_FILLING} {report} والحمد لله على ذلك")


def test_a_name_after_a_verb_begins_a_stretch():
    """«قال فلان إن» begins one without a conjunction when the name is known."""
    text = f"{LONG_FILLING} قال سامي العلي إن المياه تكفي"
    assert "قال سامي" in stretches(text, ("سامي العلي", "PER"))


@pytest.mark.parametrize("report", ["الذي أكد المهندس أن مياهه تكفي", "لم يذكر أن المياه تكفي"])
def test_a_verb_within_a_clause_begins_none(report):
    """A relative or negated verb belongs to the clause it stands in."""
    verb = report.split()[1]
    assert not [begin for begin in stretches(f"{FILLING} {FILLING} {FILLING} {report}") if begin.startswith(verb)]


def test_a_long_stretch_ends_where_a_verb_is_joined():
    """After many words any verb with its subject begins a new one, a noun does not."""
    words = "والأشجار الجديدة في الحديقة الكبيرة " * 8
    assert "وفرضت البلدية" in stretches(f"{LONG_FILLING} {words} وفرضت البلدية الباب")


def test_punctuated_sentences_stay_whole():
    """A sentence with marks is one stretch, however many reports it holds."""
    text = f"قال المدير، أمس، إن الماء يكفي، وأضاف أن الدخول مجاني، {FILLING}، {FILLING}، {FILLING}، {FILLING}."
    assert len(passage(text).stretches) == 1


def test_short_sentences_are_never_bare():
    """Only a sentence of many words is believed to have lost its marks."""
    tokens = passage("كلمة " * (LONG + 1)).field.tokens
    assert is_bare(tokens, 0, LONG + 1)
    assert not is_bare(tokens, 0, LONG - 1)


def test_stretches_cover_the_tokens_in_order():
    """Every token lies in one stretch, and claims keep the number of the field's sentence."""
    found = passage(f"{LONG_FILLING} وأضاف المدير أن الدخول مجاني للجميع")
    assert [s.start for s in found.stretches[1:]] == [s.end for s in found.stretches[:-1]]
    assert found.stretches[-1].end == len(found.field.tokens)
    assert found.number(found.starts[-1]) == 0
