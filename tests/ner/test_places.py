"""Places that no list holds for sure."""

from __future__ import annotations

import pytest

from arcorpus.ner.places import doubtful_place, place_after, quarter, quarters


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقع في الخليل أمس", [("الخليل", "LOC", 0.75)]),
        ("وقع بالخليل أمس", [("الخليل", "LOC", 0.75)]),
        ("زار الخليل أمس", []),
        ("في، الخليل", []),
        ("وصل والخليل أمس", []),
    ],
)
def test_doubtful_place(candidates_by, text, names):
    """A city whose name is a word too needs «في» or ب before it."""
    assert candidates_by(doubtful_place, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل حي الزهور أمس", [("حي الزهور", "LOC", 0.82)]),
        ("دخل مخيم الربيع أمس", [("مخيم الربيع", "LOC", 0.82)]),
        ("حي زهور", []),
        ("الحي السابق", []),
        ("حي الرئيس", []),
        ("حي التونسي", []),
        ("حي المدينة", []),
        ("حي المركزي", []),
        ("حي السابق", []),
    ],
)
def test_quarter(candidates_by, text, names):
    """A definite noun names a quarter; adjectives, peoples, titles and other heads do not."""
    assert candidates_by(quarter, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("في تونس والخليل أمس", [("الخليل", "LOC", 0.8)]),
        ("في تونس، الخليل أمس", [("الخليل", "LOC", 0.8)]),
        ("في تونس الخليل أمس", []),
        ("في تونس وكتاب أمس", []),
    ],
)
def test_place_after(words_in, text, names):
    """A list names cities that are words too after «و» or a comma."""
    found = place_after(words_in(text), 2)
    assert ([(text[found.start : found.end], found.type, found.score)] if found else []) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "أحياء الخالدية والربيع والشاطئ الغربي أمس",
            [("الخالدية", "LOC", 0.83), ("الربيع", "LOC", 0.83), ("الشاطئ الغربي", "LOC", 0.83)],
        ),
        (
            "أحياء الخالدية، والأمير محمد بن سعود، والربيع",
            [("الخالدية", "LOC", 0.83), ("الأمير محمد بن سعود", "LOC", 0.88), ("الربيع", "LOC", 0.88)],
        ),
        ("أحياء الخالدية", [("الخالدية", "LOC", 0.83)]),
        ("أحياء الخالدية والشركة والربيع", [("الخالدية", "LOC", 0.83)]),
        ("أحياء قديمة وجديدة", []),
        ("أحياء الخالدية والربيع السابق", [("الخالدية", "LOC", 0.83), ("الربيع", "LOC", 0.83)]),
        ("أحياء الخالدية الربيع", [("الخالدية", "LOC", 0.83)]),
    ],
)
def test_quarters(words_in, text, names):
    """Items of a list of quarters are definite nouns with their adjectives, longer ones between commas."""
    found = quarters(words_in(text), 1)
    assert [(text[one.start : one.end], one.type, one.score) for one in found] == names
