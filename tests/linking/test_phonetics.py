"""How names sound in two scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.linking.phonetics import consonants, difference, distance, is_latin, soundings


def nearest(arabic, latin):
    """The least distance between two spellings over their readings of one skeleton, or None."""
    pairs = [(a, b) for a in soundings(arabic) for b in soundings(latin) if a.skeleton == b.skeleton]
    return min((distance(a.sounds, b.sounds) for a, b in pairs), default=None)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("سام ألتمان", "Sam Altman"),
        ("ديب سيك", "DeepSeek"),
        ("دیب سیک", "DeepSeek"),
        ("أوبن إيه آي", "OpenAI"),
        ("أوبن إيه آي", "Open AI"),
        ("بالانتير", "Palantir"),
        ("مارك زوكربيرج", "Mark Zuckerberg"),
        ("فولفغانغ شويبله", "Wolfgang Schäuble"),
        ("خافيير ميلي", "Javier Milei"),
        ("كارلو أنشيلوتي", "Carlo Ancelotti"),
        ("فوكسكون", "Foxconn"),
        ("جي بي تي 4", "GPT-4"),
        ("الغارديان", "The Guardian"),
        ("تي إس إم سي", "TSMC"),
    ],
)
def test_spellings_of_one_name_meet(arabic, latin):
    """A foreign name in Arabic letters has a reading near to one of its Latin form."""
    found = nearest(arabic, latin)
    assert found is not None
    assert found <= 0.25


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("إيران", "Iraq"),
        ("لبنان", "London"),
        ("حسن", "Hussein"),
        ("جي بي تي 3", "GPT-4"),
        ("لاما 3.1", "Llama 3"),
        ("ستيفن كينغ", "Stephen Hawking"),
        ("نوكيا", "Nikon"),
    ],
)
def test_names_that_are_near_do_not_meet(arabic, latin):
    """Other consonants, other figures, other words or too many vowels between them keep names apart."""
    found = nearest(arabic, latin)
    assert found is None or found > 0.25


def test_strength_counts_what_is_told():
    """Consonants and letters that are spelled out count; a first vowel and figures do not."""
    assert {reading.strength for reading in soundings("ألتمان")} == {4, 3}
    assert soundings("لاما 3.1")[0].strength == 2
    assert max(reading.strength for reading in soundings("OpenAI")) == 4


def test_what_has_no_sound():
    """Names in two scripts, of figures alone or of another script have no reading."""
    assert soundings("ميتا AI") == soundings("2025") == soundings("Путин") == soundings("") == ()
    assert not is_latin("ميتا")
    assert is_latin("Café")


def test_differences_within_a_script():
    """A vowel more is one difference, another vowel two, another letter for the sound none."""
    first, second, third = (soundings(name)[0].sounds for name in ("زوكربيرغ", "زوكيربيرج", "زوكربورغ"))
    assert difference(first, second) == 1
    assert difference(first, third) == 2
    assert consonants("".join(first)) == "skrbrg"


@given(st.text(alphabet="ابتجغحشكقوي ةىأإءHhCcSsJjWwXxZz é8-.", max_size=40))
def test_any_text_has_few_readings(text):
    """Whatever the letters, readings are few, their skeletons have no vowel, and a reading differs not from itself."""
    found = soundings(text)
    assert len(found) <= 24
    for reading in found:
        assert not set(reading.skeleton) & set("aio")
        assert difference(reading.sounds, reading.sounds) == 0
