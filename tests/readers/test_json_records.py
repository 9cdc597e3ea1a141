"""The records of JSON: what each line or element holds, and what is told of one that is broken."""

from __future__ import annotations

import io

import pytest

from arcorpus import plugins
from arcorpus.errors import BrokenRow, ReadError
from arcorpus.readers import formats
from arcorpus.readers.json_records import holds_value, opens_array, opens_object
from arcorpus.types import Article


def read(content: str | bytes, name: str) -> tuple[list[Article], list[ReadError]]:
    """The articles and the errors of a file."""
    data = content.encode() if isinstance(content, str) else content
    found = list(plugins.load("readers", formats.reader_of(name)).read(io.BytesIO(data), name))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, ReadError)]


def test_json_lines_go_on_after_a_broken_one():
    """A broken line, one without a text and one that is no object are told with their lines; the rest is read."""
    lines = ['{"text": "أ"}', '{"text": "ب"', "", '{"title": "ج", "url": "u"}', "[1]", '{"text": 5}', '{"text": "د"}']
    articles, errors = read("\n".join(lines), "x.jsonl")
    assert [(a.text, a.index) for a in articles] == [("أ", 0), ("د", 5)]
    assert [type(e) for e in errors] == [BrokenRow] * 4
    assert [e.message.split(":")[0] for e in errors] == ["line 2", "line 4", "line 5", "line 6"]
    assert "its fields (title, url)" in errors[1].message
    assert errors[2].message == "line 5: holds a list where an object of fields is expected"
    assert errors[3].message == "line 6: no text: its field 'text' is a number"


@pytest.mark.parametrize(
    "line",
    [
        '{"text": ' + "9" * 5000 + "}",
        '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"text": "',
        "\x01",
        "{" * 50_000,
        '{"text": Infinity}',
        "null",
        '"قال"',
        '{"text": "أ"} {"text": "ب"}',
    ],
)
def test_json_lines_of_any_kind(line):
    """No line, however strange, brings down the lines around it."""
    articles, errors = read(f'{{"text": "أ"}}\n{line}\n{{"text": "ب"}}\n', "x.jsonl")
    assert [a.text for a in articles] == ["أ", "ب"]
    assert len(errors) == 1


def test_json_lines_by_the_ending_of_json():
    """In JSON Lines that are called JSON, a broken line costs itself alone."""
    articles, errors = read('{"text": "أ"}\n{"text": "ب\n{"text": "ج"}\n', "x.json")
    assert [a.text for a in articles] == ["أ", "ج"]
    assert [e.message.split(":")[0] for e in errors] == ["line 2"]


def test_json_that_breaks():
    """The articles before a break stand, then comes one error that says where."""
    articles, errors = read('[{"text": "أ"},\n{"text": 5},\n{"title": ب},\n"x",\n{"text": "قا', "x.json")
    assert [(a.text, a.index) for a in articles] == [("أ", 0)]
    end = "line 5: a value ends nowhere: one of its brackets or quotation marks is not closed"
    assert [e.message for e in errors] == [
        "record 2 (line 2): no text: its field 'text' is a number",
        "record 3 (line 3): no JSON (Expecting value)",
        "record 4 (line 4): holds a text where an object of fields is expected",
        f"{end}; what stands before it was read",
    ]


def test_strange_text():
    """Broken escapes become U+FFFD and are told; a NUL stays."""
    articles, errors = read('{"text": "أ \\ud800 ب", "title": "\\u0000x"}', "x.jsonl")
    assert not errors
    assert articles[0].text == "أ \ufffd ب"
    assert articles[0].warnings[0] == "held broken \\u escapes, now U+FFFD"


def test_duplicate_keys():
    """Of two values of one name the last counts, as in any JSON."""
    for name in ("x.jsonl", "x.json"):
        assert read('{"text": "أ", "text": "ب"}', name)[0][0].text == "ب"


@pytest.mark.parametrize(
    ("text", "is_object", "is_array", "is_value"),
    [
        ('{"text": "أ"}', True, False, True),
        (" {}", True, False, True),
        ("{عاجل} خبر", False, False, False),
        ('\n[ {"text": "أ"}]', False, True, True),
        ("[]", False, True, True),
        ("[عاجل] خبر", False, False, False),
        ("[1] خبر", False, False, False),
        ('{"text": "أ', True, False, False),
        ("[" * 100_000, False, False, False),
    ],
)
def test_beginnings(text, is_object, is_array, is_value):
    """An object or an array of objects is told from braces and brackets that a page may begin with."""
    assert (opens_object(text), opens_array(text), holds_value(text)) == (is_object, is_array, is_value)
