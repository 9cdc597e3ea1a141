"""The records of a JSON document are found one at a time, and a broken one costs itself alone."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.readers import json_stream
from arcorpus.readers.json_stream import BrokenJson, records

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


def read(content: str) -> list[object]:
    """The records of a document, or the problem in place of each that has one."""
    lists = {"articles", "data", "items"}
    found = records(io.StringIO(content), lists.__contains__, lambda record: "text" in record)
    return [value.problem or value.value for value in found]


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": 1}, {"text": 2}]',
        '{"articles": [{"text": 1}, {"text": 2}], "errors": []}',
        '{"text": 1}\n{"text": 2}\n',
        '{"status": "ok", "data": {"count": 2, "items": [{"text": 1}, {"text": 2}]}}',
        '[[{"text": 1}], [{"text": 2}]]',
        '{\n"text": 1\n}\n{\n"text":\n2\n}',
        '\ufeff  [\n{"text": 1},\n{"text": 2}\n]\n',
        '[{"text": 1} {"text": 2},]',
    ],
)
def test_shapes(content):
    """Arrays, wrapped lists and objects one after the other are all read."""
    assert read(content) == [{"text": 1}, {"text": 2}]


def test_one_object_is_one_record():
    """An object that wraps no list, or has a text of its own, is a record, with the objects that it has."""
    content = {"title": "x", "author": {"name": "y"}, "tags": ["z"], "text": "قال.", "items": [], "data": {"views": 3}}
    assert read(json.dumps(content)) == [{key: value for key, value in content.items() if key != "items"}]
    assert read('{"a": 1}') == [{"a": 1}]
    assert read('{"articles": []}') == []


@given(st.lists(VALUES, max_size=5))
def test_any_array(values):
    """The elements of any array come back as they are; arrays in it are opened."""

    def opened(value):
        if not isinstance(value, list) or (value and not isinstance(value[0], (dict, list))):
            return [value]  # a row of cells is not opened
        return [inner for member in value for inner in opened(member)]

    assert read(json.dumps(values, ensure_ascii=False)) == [one for member in values for one in opened(member)]


@given(st.lists(st.dictionaries(st.text(), VALUES, max_size=3), max_size=5), st.integers(1, 20), st.booleans())
def test_any_piece_size(values, size, ascii_only):
    """Where the pieces of the stream end makes no difference."""
    before, json_stream.PIECE = json_stream.PIECE, size
    try:
        assert read(json.dumps(values, ensure_ascii=ascii_only, indent=1)) == values
    finally:
        json_stream.PIECE = before


def test_lines():
    """Each record knows the line where it begins."""
    content = '[\n{"a":\n1},\n\n{"a": 2}, {"a": 3},\n4]'
    found = records(io.StringIO(content), bool, lambda _: False)
    assert [value.line for value in found] == [2, 5, 5, 6]


def test_a_broken_record():
    """A broken object inside an array is told, and the records after it are read."""
    assert read('[{"text": 1},\n{"text": ب},\n{"text": "ج"}]') == [{"text": 1}, "Expecting value", {"text": "ج"}]


@pytest.mark.parametrize(
    ("end", "message"),
    [
        (",\noops]", "line 51: 'oops' is no JSON (Expecting value)"),
        ("", "line 50: the document ends in the middle"),
        ("}", "line 50: } stands where ] is expected"),
        (",\n:]", "line 51: ':]' is no JSON"),
        (',\n{"text": "قا', "line 51: a value ends nowhere: one of its brackets or quotation marks is not closed"),
    ],
)
def test_a_broken_document(end, message):
    """Before a break in the document the records are given; then it is told with its line."""
    values = [{"text": n} for n in range(50)]
    found = records(io.StringIO("[" + ",\n".join(map(json.dumps, values)) + end), bool, lambda _: False)
    assert [next(found).value for _ in values] == values
    with pytest.raises(BrokenJson) as caught:
        next(found)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "content",
    [
        "[" * 200_000,
        '{"data":' * 100_000,
        '["' + "x" * 300_000,
        '[{"a' + '\\"' * 300_000,
        "{1: 2}",
        '{"a" 1}',
        "[nul]",
        "]",
        "9" * 100_000,
    ],
)
def test_documents_that_are_none(content):
    """Depth, length and nonsense without end break the document in words."""
    with pytest.raises(BrokenJson):
        read(content)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[" + '{"a":' * 100_000 + "1" + "}" * 100_000 + "]", "nested too deeply"),
        ('[{"a": ' + "9" * 5000 + "}]", "Exceeds the limit"),
    ],
)
def test_values_that_cannot_be_held(content, problem):
    """A record that Python cannot hold is told; it brings nothing down."""
    assert [str(found)[: len(problem)] for found in read(content)] == [problem]


def test_a_value_without_end_does_not_fill_the_memory(monkeypatch):
    """A quotation mark never closed is given up long before the end of a large file."""
    monkeypatch.setattr(json_stream, "VALUE_LIMIT", 1 << 18)
    stream = io.StringIO('["' + "x" * (1 << 22))
    with pytest.raises(BrokenJson, match="ends nowhere"):
        list(records(stream, bool, lambda _: False))
    assert stream.tell() < 1 << 20
