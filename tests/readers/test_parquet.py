"""Parquet tables become articles, and what Python has no value for costs itself alone."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pyarrow as pa
import pytest
from pyarrow.parquet import write_table

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.readers import parquet
from arcorpus.readers.sniffing import Beginning
from arcorpus.types import Article

TEXT = "قال الوزير إن الوضع مستقر.\nوأضاف أن العمل مستمر."


def read(content: str | bytes, name: str) -> tuple[list[Article], list[ReadError]]:
    """The articles and the errors of a file."""
    data = content.encode() if isinstance(content, str) else content
    found = list(parquet.read(io.BytesIO(data), name))
    return [a for a in found if isinstance(a, Article)], [e for e in found if isinstance(e, ReadError)]


def write_parquet(columns: dict[str, object]) -> bytes:
    """The bytes of a Parquet table."""
    out = io.BytesIO()
    write_table(pa.table(columns), out)
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

    found = list(parquet.read(Pipe(write_parquet({"text": [TEXT] * 200})), "-"))
    assert len(found) == 200


def test_parquet_rows_without_text():
    """A row of Parquet without text is told with its number."""
    _, errors = read(write_parquet({"text": ["أ", None, ""]}), "x.parquet")
    assert [e.message for e in errors] == [f"row {n}: no text: its field 'text' is empty" for n in (2, 3)]
    assert "none of its fields (a) is called text" in read(write_parquet({"a": [1]}), "x.parquet")[1][0].message


@pytest.mark.parametrize("cut", [0, 4, 200])
def test_broken_parquet(cut):
    """A Parquet file that is cut off is an error in words."""
    with pytest.raises(UnreadableFile, match="no whole Parquet table"):
        read(write_parquet({"text": [TEXT] * 10})[:cut], "x.parquet")


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


def test_the_beginning_of_a_table():
    """A stream is taken for Parquet by its first four bytes."""
    assert parquet.looks_like(Beginning(b"PAR1\x15\x04", "-"))
    assert not parquet.looks_like(Beginning(b"PAR2\x15\x04", "-"))
