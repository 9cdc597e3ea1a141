"""Records of any form become articles as they stream, and every record that is none is told."""

from __future__ import annotations

import io
import json
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus import plugins
from arcorpus.errors import BrokenRow, ReadError, UnreadableFile
from arcorpus.readers import formats
from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.records import Record, to_articles
from arcorpus.types import Article

TEXT = "قال الوزير إن الوضع مستقر.\nوأضاف أن العمل مستمر."


def reader(name: str) -> ModuleType:
    """The reader of a file's ending."""
    return plugins.load("readers", formats.reader_of(name))


def read(content: str | bytes, name: str) -> tuple[list[Article], list[ReadError]]:
    """The articles and the errors of a file."""
    data = content.encode() if isinstance(content, str) else content
    found = list(reader(name).read(io.BytesIO(data), name))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, ReadError)]


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
        assert next(reader(name).read(Watched(content), name)).text == TEXT
        assert Watched.given < len(content) / 4


@given(st.binary(max_size=300), st.sampled_from(["x.jsonl", "x.json", "x.csv", "x.tsv", "x.parquet"]))
def test_any_bytes(data, name):
    """Any bytes under any ending give articles and errors, nothing else."""
    try:
        found = list(reader(name).read(io.BytesIO(data), name))
    except UnreadableFile:
        found = []
    assert all(isinstance(item, (Article, ReadError)) for item in found)


def test_errors_between_records():
    """An error among records is passed on and counts as one of them; so does a record without a text."""
    records = [
        Record({"text": "أ"}, "line 1", ("told",)),
        BrokenRow("broken"),
        Record({}, "line 3"),
        Record({"text": "ب"}, "line 4"),
    ]
    first, broken, empty, last = to_articles(iter(records), "x", StreamEncoding("x", "cp1256"))
    assert (first.text, first.index, first.warnings) == ("أ", 0, ("decoded as Windows-1256, not UTF-8", "told"))
    assert broken is records[1]
    assert str(empty).startswith("x: line 3: no text")
    assert (last.text, last.index) == ("ب", 3)


@pytest.mark.parametrize("hole", [b"\0" * 4096, bytes(range(128, 256)) + bytes(range(9)) * 3])
def test_a_binary_hole_costs_its_row(hole):
    """A hole of zeros or other bytes in a file of rows costs its own row, which is told, and no other."""
    text = TEXT.replace("\n", " ")
    for count in (2, 10):
        lines = [json.dumps({"id": n, "text": f"{text} {n}"}, ensure_ascii=False).encode() for n in range(count)]
        rows = [f'{n},"{text} {n}"'.encode() for n in range(count)]
        for name, content in (("x.jsonl", lines), ("x.csv", [b"id,text", *rows])):
            articles, errors = read(b"\n".join([*content[:2], hole, *content[2:]]) + b"\n", name)
            assert [a.id for a in articles] == [str(n) for n in range(count)]
            assert len(errors) == 1


def test_many_broken_rows_before_good_ones():
    """A hundred thousand broken rows are told one by one, and the good ones after them are read."""
    articles, errors = read("{broken\n" * 100_000 + json.dumps({"text": TEXT}), "x.jsonl")
    assert (len(articles), len(errors)) == (1, 100_000)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400, "-" + "9" * 400, "1e-999"])
def test_numbers_beyond_all(number):
    """A number that no clock has is told as a date and kept as an id; the text is read."""
    articles, errors = read(f'{{"id": {number}, "date": {number}, "text": {json.dumps(TEXT)}}}', "x.jsonl")
    assert not errors
    assert [(a.text, a.date) for a in articles] == [(TEXT, None)]
