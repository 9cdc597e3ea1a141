"""Files of records become articles, one record at a time, and every record that is none is told."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from arcorpus.errors import BrokenRow, ReadError, UnreadableFile
from arcorpus.readers import rows
from arcorpus.types import Article

TEXT = "قال الوزير إن الوضع مستقر.\nوأضاف أن العمل مستمر."


def read(content: str | bytes, name: str) -> tuple[list[Article], list[ReadError]]:
    """The articles and the errors of a file."""
    data = content.encode() if isinstance(content, str) else content
    found = list(rows.read(io.BytesIO(data), name))
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


def test_a_table_in_another_encoding():
    """A table of Excel in Windows-1256 with semicolons and a separator line is read, and told of in each article."""
    content = "sep=;\r\nالعنوان;النص\r\nخبر;قال الوزير إن الوضع مستقر\r\n"
    articles, errors = read(content.encode("cp1256"), "x.csv")
    assert [(a.title, a.text) for a in articles] == [("خبر", "قال الوزير إن الوضع مستقر")]
    assert articles[0].warnings == ("decoded as Windows-1256, not UTF-8",)
    assert not errors


def test_a_byte_order_mark():
    """A byte order mark belongs to no column's name."""
    articles, _ = read("text,title\nقال,خبر\n".encode("utf-8-sig"), "x.csv")
    assert articles[0].text == "قال"


def write_parquet(columns: dict[str, object]) -> bytes:
    """The bytes of a Parquet table."""
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()


def test_parquet():
    """A Parquet table's columns are read by their names, days and lists included."""
    data = write_parquet(
        {
            "Headline": ["خبر", None],
            "body": [TEXT, "قال."],
            "tags": [["غزة", "مصر"], None],
            "other": [1, 2],
            "published_at": [datetime(2015, 7, 21, 2, 51, tzinfo=UTC), None],
            "id": [1.0, float("nan")],
        }
    )
    articles, errors = read(data, "x.parquet")
    assert not errors
    assert [(a.id, a.title, a.text, a.date, a.keywords) for a in articles] == [
        ("1", "خبر", TEXT, "2015-07-21", ("غزة", "مصر")),
        ("", None, "قال.", None, ()),
    ]


def test_parquet_from_a_pipe():
    """Parquet out of a stream that cannot be sought in is read too."""

    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    found = list(rows.read(Pipe(write_parquet({"text": [TEXT] * 200})), "-", form="parquet"))
    assert len(found) == 200


def test_parquet_rows_without_text():
    """A row of Parquet without text is told with its number."""
    _, errors = read(write_parquet({"text": ["أ", None, ""]}), "x.parquet")
    assert [e.message for e in errors] == [f"row {n}: no text: its field 'text' is empty" for n in (2, 3)]
    assert "no column (a) is one of text" in read(write_parquet({"a": [1]}), "x.parquet")[1][0].message


@pytest.mark.parametrize("cut", [0, 4, 200])
def test_broken_parquet(cut):
    """A Parquet file that is cut off is an error in words."""
    with pytest.raises(UnreadableFile, match="no whole Parquet table"):
        read(write_parquet({"text": [TEXT] * 10})[:cut], "x.parquet")


def test_records_stream():
    """The first article is given before the second piece of the file is read."""

    class Watched(io.BytesIO):
        given = 0

        def read1(self, size=-1):
            part = super().read1(size)
            Watched.given += len(part)
            return part

    data = json.dumps({"text": TEXT}).encode() + b"\n"
    for name, content in (("x.jsonl", data * 5000), ("x.json", b"[" + b",".join([data] * 5000) + b"]")):
        Watched.given = 0
        assert next(rows.read(Watched(content), name)).text == TEXT
        assert Watched.given < len(content) / 4


@given(st.binary(max_size=300), st.sampled_from(["x.jsonl", "x.json", "x.csv", "x.tsv", "x.parquet"]))
def test_any_bytes(data, name):
    """Any bytes under any ending give articles and errors, nothing else."""
    try:
        found = list(rows.read(io.BytesIO(data), name))
    except UnreadableFile:
        found = []
    assert all(isinstance(item, (Article, ReadError)) for item in found)


def test_endings():
    """The form of a file is told by its ending, packed or not."""
    assert {rows.form_of(f"a/b{suffix}.GZ") for suffix in rows.SUFFIXES} == {"jsonl", "json", "csv", "tsv", "parquet"}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('[{"text": "أ"},\n{"text": "ب"}]', "x.jsonl"),
        ('{\n"text": "أ"\n}\n{\n"text": "ب"\n}', "x.jsonl"),
        ('{"text": "أ"}\n{"text": "ب"}\n', "x.json"),
        ('{"articles": [{"text": "أ"}, {"text": "ب"}]}', "x.json"),
    ],
)
def test_json_by_the_other_ending(content, name):
    """JSON and JSON Lines are read by either ending."""
    articles, errors = read(content, name)
    assert [(a.text, a.index) for a in articles] == [("أ", 0), ("ب", 1)]
    assert not errors


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


@pytest.mark.parametrize("value", [2**48, "Foo/Bar"])
def test_parquet_days_that_python_lacks(value):
    """A day that Python has no value for costs itself alone."""
    times = pa.array([value], pa.timestamp("ms")) if isinstance(value, int) else pa.array([value])
    articles, _ = read(write_parquet({"text": [TEXT], "date": times}), "x.parquet")
    assert (articles[0].text, articles[0].date) == (TEXT, None)
    assert "cannot be read" in articles[0].warnings[0]


def test_parquet_letters_that_are_none():
    """Text in Parquet that is no UTF-8 is read with U+FFFD and told."""
    broken = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")])
    assert read(write_parquet({"text": broken}), "x.parquet")[0][0].text == "\ufffd\ufffd"
