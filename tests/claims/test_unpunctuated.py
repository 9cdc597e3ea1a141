"""Where sentences begin in text without punctuation."""

from __future__ import annotations

import pytest

from arcorpus.claims.unpunctuated import MIN_SENTENCE, is_unpunctuated

FILLING = "افتتحت البلدية الحديقة الجديدة في وسط المدينة بعد أعمال دامت عامين كاملين وشملت زراعة الأشجار"
LONG_FILLING = " ".join([FILLING] * 5)


@pytest.fixture
def starts(passage):
    """A function that gives the first two words of each segment of a text, but for the first."""

    def first_words(text, *names):
        found = passage(text, *names)
        return [" ".join(found.token(i).text for i in range(s.start, s.start + 2)) for s in found.segments[1:]]

    return first_words


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
def test_a_segment_begins_with_a_report_or_a_turn(starts, report, begin):
    """A report with its verb, and the words that turn to another speaker or matter, begin a segment."""
    assert begin in starts(f"{LONG_FILLING} {report} والحمد لله على ذلك")


def test_a_name_after_a_verb_begins_a_segment(starts):
    """«قال فلان إن» begins one without a conjunction when the name is known."""
    text = f"{LONG_FILLING} قال سامي العلي إن المياه تكفي"
    assert "قال سامي" in starts(text, ("سامي العلي", "PER"))


@pytest.mark.parametrize("report", ["الذي أكد المهندس أن مياهه تكفي", "لم يذكر أن المياه تكفي"])
def test_a_verb_within_a_clause_begins_none(starts, report):
    """A relative or negated verb belongs to the clause it stands in."""
    verb = report.split()[1]
    assert not [begin for begin in starts(f"{FILLING} {FILLING} {FILLING} {report}") if begin.startswith(verb)]


def test_a_long_segment_ends_where_a_verb_is_joined(starts):
    """After many words any verb with its subject begins a new one, a noun does not."""
    words = "والأشجار الجديدة في الحديقة الكبيرة " * 8
    assert "وفرضت البلدية" in starts(f"{LONG_FILLING} {words} وفرضت البلدية الباب")


def test_punctuated_sentences_stay_whole(passage):
    """A sentence with marks is one segment, however many reports it holds."""
    text = f"قال المدير، أمس، إن الماء يكفي، وأضاف أن الدخول مجاني، {FILLING}، {FILLING}، {FILLING}، {FILLING}."
    assert len(passage(text).segments) == 1


def test_short_sentences_are_never_bare(passage):
    """Only a sentence of many words is believed to have lost its marks."""
    tokens = passage("كلمة " * (MIN_SENTENCE + 1)).field.tokens
    assert is_unpunctuated(tokens, 0, MIN_SENTENCE + 1)
    assert not is_unpunctuated(tokens, 0, MIN_SENTENCE - 1)


def test_segmentes_cover_the_tokens_in_order(passage):
    """Every token lies in one segment, and claims keep the number of the field's sentence."""
    found = passage(f"{LONG_FILLING} وأضاف المدير أن الدخول مجاني للجميع")
    assert [s.start for s in found.segments[1:]] == [s.end for s in found.segments[:-1]]
    assert found.segments[-1].end == len(found.field.tokens)
    assert found.sentence_number(found.starts[-1]) == 0
