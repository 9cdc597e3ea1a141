"""Places that no list holds for sure."""

from __future__ import annotations

import pytest

from arcorpus.ner.places import doubtful_place, quarter


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
