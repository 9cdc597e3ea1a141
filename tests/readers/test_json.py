"""JSON documents, and JSON Lines that are called so."""

from __future__ import annotations

import io

import pytest

from arcorpus.readers import json
from arcorpus.readers.sniffing import Beginning


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "أ"}, {"text": "ب"}]',
        '{"articles": [{"text": "أ"}, {"text": "ب"}]}',
        '{"text": "أ"}\n{"text": "ب"}\n',
        ' {"text": "أ"}\n\n{"text": "ب"}',
        '{"text":\n"أ"}\n{"text": "ب"}',
    ],
)
def test_a_document_or_lines(content):
    """An array, a list in an object, or an object a line: what the file holds decides."""
    articles = list(json.read(io.BytesIO(content.encode()), "x"))
    assert [(a.text, a.index) for a in articles] == [("أ", 0), ("ب", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"text": "أ"}]', True),
        ('{"articles": [', True),
        ("{}", True),
        ("[عاجل] خبر", False),
        ("text,title", False),
    ],
)
def test_beginnings(text, expected):
    """A stream is taken for this form by its first lines."""
    assert json.looks_like(Beginning(text.encode(), "-")) is expected
