"""The records."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from arcorpus import report, types
from arcorpus.types import Article, Furniture, Span, Token, record

MUTABLE = {"Run", "Corpus", "Report"}
RECORDS = [
    kind
    for module in (types, report)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda c: c.__name__)
def test_records_are_frozen_and_slotted(kind):
    """Every record is slotted, and frozen except for the three that are filled while articles stream."""
    assert hasattr(kind, "__slots__")
    assert kind.__dataclass_params__.frozen == (kind.__name__ not in MUTABLE)


def test_furniture_inside_counts_in_the_body():
    """Furniture inside the body is given in code points of the body, cut to it; what lies outside is left out."""
    article = Article(
        "i",
        "p",
        0,
        text="نص إعلان نص",
        text_start=100,
        furniture=(Furniture(0, 90, "navigation"), Furniture(103, 108, "advert"), Furniture(109, 300, "tags")),
    )
    assert article.furniture_inside() == (Span(3, 8), Span(9, 11))
    assert Article("i", "p", 0, text="نص").furniture_inside() == ()


def test_core_is_what_clitics_leave():
    """The core of a token lies between its proclitics and its enclitics."""
    token = Token(10, 18, "وبكتابهم", "word", (Span(10, 11), Span(11, 12)), (Span(16, 18),))
    assert token.core == Span(12, 16)
    assert Token(0, 4, "كتاب", "word").core == Span(0, 4)


def test_record_is_plain_json():
    """A record becomes dicts and lists in field order, nested ones too."""
    article = Article("i", "p", 0, keywords=("أ",), furniture=(Furniture(1, 2, "share"),))
    plain = record(article)
    assert list(plain)[:4] == ["id", "path", "index", "title"]
    assert plain["keywords"] == ["أ"]
    assert plain["furniture"] == [{"start": 1, "end": 2, "reason": "share"}]
    assert record({"a": (1, None)}) == {"a": [1, None]}
