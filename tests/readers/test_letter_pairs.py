"""Arabic is told by its pairs of letters."""

from __future__ import annotations

import pytest

from arcorpus.readers.letter_pairs import FLOOR, is_arabic, mean_log_share


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فاز المنتخب على ضيفه", True),
        ("قَالَ الرَّجُلُ إِنَّ العَمَلَ مُسْتَمِرٌّ", True),  # vowel marks aside
        ("قال، 2024 (الوزير): «نعم» – لا", True),  # figures and marks aside
        ("قـــال الــوزيــر", True),  # tatweel aside
        ("ضصثق طظغذ", False),
        ("فاز المنتخب على ضيفه".encode("cp1256").decode("iso8859_6", "replace"), False),
        ("Президент заявил", False),
        ("", False),
        ("plain", False),
    ],
)
def test_arabic(text, expected):
    """News is Arabic enough; other letters, and Arabic in the wrong code page, are not."""
    assert is_arabic(text) is expected


def test_the_mean():
    """The mean is of logarithms of shares, the floor for pairs that Arabic lacks and for no pair at all."""
    assert mean_log_share("") == mean_log_share("abc") == FLOOR
    assert mean_log_share("ظظظ") < mean_log_share("ال ال") < 0
