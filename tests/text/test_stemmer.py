"""Light stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.stemmer import stem


@pytest.mark.parametrize(
    "words",
    ["ارتفع ارتفعت يرتفع ترتفع ارتفاع الارتفاع", "صادرات الصادرات", "مقتل قتل قتيل", "مدرسة مدارس", "الكويت كويتية"],
)
def test_inflections_have_one_stem(words):
    """A verb, its inflections and its verbal noun, a noun and its plural, a country and its people share a stem."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("pair", ["قمح سكر", "حكومة برلمان", "ارتفع انخفض", "صادرات واردات"])
def test_other_words_have_other_stems(pair):
    """Words with other consonants stay apart."""
    first, second = pair.split()
    assert stem(first) != stem(second)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإؤئ", min_size=1, max_size=12))
def test_a_word_always_has_a_stem(word):
    """A stem is never empty and never longer than its word."""
    assert 0 < len(stem(word)) <= len(word)
