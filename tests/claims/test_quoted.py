"""What is quoted at a token."""

from __future__ import annotations

import pytest

from arcorpus.claims.quoted import (
    holds_speech,
    is_in_speech,
    is_quoted,
    is_unclosed_mark,
    quotation_at,
    speech_at,
    speech_before,
)
from arcorpus.types import Span


def test_quotation_and_speech_at_a_token(passage):
    """A quotation stands at its first word and at the mark before it, not further on; speech has three words."""
    found = passage("قال «نعم نريد ذلك» عن «الغريب» ثم")
    words = [token.text for token in found.field.tokens]
    mark, first, second, odd = (words.index(word) for word in ("«", "نعم", "نريد", "الغريب"))
    assert [found.surface(speech_at(found, i)) for i in (mark, first)] == ["نعم نريد ذلك"] * 2
    assert [speech_at(found, i) for i in (0, second, odd, len(words) - 1, len(words))] == [None] * 5
    assert [found.surface(quotation_at(found, i)) for i in (first, odd)] == ["نعم نريد ذلك", "الغريب"]
    assert quotation_at(found, second) is None
    assert [is_quoted(found, i) for i in (0, second, odd)] == [False, True, True]
    assert [is_in_speech(found, i) for i in (0, second, odd)] == [False, True, False]


def test_a_mark_far_from_the_next_quotation_opens_it_not(passage):
    """Only a mark right before the words is theirs."""
    found = passage('قال " ثم قال «نعم نريد ذلك»')
    assert speech_at(found, 1) is None


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("«سنبني جسرا جديدا»، قال المدير", True),
        ("«سنبني جسرا جديدا» قال المدير", True),
        ("«سنبني جسرا جديدا» … – ، قال المدير", False),
        ('"سنبني جسرا" جديدا قال المدير', False),
        ("«سنبني جسرا جديدا» ثم قال المدير", False),
        ("«سنبني جسرا»، قال المدير", False),
        ("قال المدير «سنبني جسرا جديدا»", False),
    ],
)
def test_speech_right_before_a_verb(passage, text, near):
    """A mark and a pause may stand between, no word and no more than six code points."""
    found = passage(text)
    speech = speech_before(found, found.keys.index("قال"))
    assert (speech and found.surface(speech)) == ("سنبني جسرا جديدا" if near else None)


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ('وأضاف المصدر "من المؤكد أنه انفجار', [2]),
        ('وأضاف "المصدر" أنه', []),
        ('وأضاف المصدر "', []),
        ('وأضاف المصدر " ، ثم', []),
        ("قال «نعم 'نريد ذلك»", []),
    ],
)
def test_a_mark_that_nothing_closes(passage, text, unclosed):
    """A mark without a partner and with a word behind it is unclosed; one of a pair, around a name too, is not."""
    found = passage(text, *([("المصدر", "ORG")] if '"المصدر"' in text else []))
    assert [i for i in range(len(found.keys)) if is_unclosed_mark(found, i)] == unclosed


def test_a_span_holds_whole_speech_only(passage):
    """Speech of which a part lies outside, and a quotation of two words, do not count."""
    text = "قال «نعم نريد ذلك» عن «نعم الغريب» أمس"
    found = passage(text)
    assert holds_speech(found, Span(0, len(text)))
    assert holds_speech(found, Span(5, 17))
    assert not holds_speech(found, Span(0, 16))
    assert not holds_speech(found, Span(6, len(text)))
