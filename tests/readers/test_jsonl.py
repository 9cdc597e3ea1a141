"""JSON Lines, and JSON documents that are called so."""

from __future__ import annotations

import io

import pytest

from arcorpus.readers import jsonl
from arcorpus.readers.sniffing import Beginning


@pytest.mark.parametrize(
    "content",
    [
        """{"text": "أ"}\n{"text": "ب"}\n""",
        '[{"text": "أ"},\n{"text": "ب"}]',
        '[\n{"text": "أ"}, {"text": "ب"}]',
        '{\n"text": "أ"\n}\n{\n"text": "ب"\n}',
    ],
)
def test_lines_or_a_document(content):
    """An object a line, an array, or objects over many lines: what the file holds decides."""
    articles = list(jsonl.read(io.BytesIO(content.encode()), "x"))
    assert [(a.text, a.index) for a in articles] == [("أ", 0), ("ب", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"text": "أ"}\n{"text": "ب"}\n', True),
        ('{"text": أ} \n {oops\n', True),
        ('{"text": "' + "أ" * 40_000, True),
        ('{"text": "أ"}', False),
        ('{"text": "أ"}\n', False),
        ('{"text":\n"أ"}\n{"text": "ب"}', False),
        ('[{"text": "أ"},\n{"text": "ب"}]', False),
        ("{عاجل} خبر\n{ثان}", False),
    ],
)
def test_beginnings(text, expected):
    """A stream is taken for this form by its first lines."""
    assert jsonl.looks_like(Beginning(text.encode(), "-")) is expected
