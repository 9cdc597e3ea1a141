"""What holds too much is refused in one line, and what stands beside it is read."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from arcorpus.errors import UsageError
from arcorpus.readers import limits
from arcorpus.readers.inputs import Inputs, read_articles
from arcorpus.report import Corpus

SENTENCE = "قال الوزير إن الوضع مستقر في المدينة "
LONG = SENTENCE * (limits.ROW // len(SENTENCE) + 1)
GOOD = {"text": "قال الوزير."}


def read(path, data, **options):
    """The texts and errors of a file of some bytes."""
    path.write_bytes(data)
    errors = []
    found = read_articles(Inputs((str(path),), **options), Corpus(), errors, print)
    return [article.text for article in found], [error.message for error in errors]


def row(text):
    """A line of JSON Lines."""
    return json.dumps({"text": text}, ensure_ascii=False) + "\n"


def test_a_line_that_is_too_long(tmp_path):
    """A line of JSON Lines that is too long costs itself alone, and is told with its number."""
    data = f"{row('قال الوزير.')}{row(LONG)}{row('ثم نفى.')}"
    texts, errors = read(tmp_path / "a.jsonl", data.encode())
    assert texts == ["قال الوزير.", "ثم نفى."]
    assert errors == [f"line 2 is longer than 16 million letters, as no news is; {limits.CURE}"]


def test_an_article_that_is_too_long(tmp_path):
    """A text that is longer than any book's is an error; those beside it are read."""
    text = LONG[: limits.ARTICLE + 1]
    texts, errors = read(tmp_path / "a.jsonl", (row(text) + row(text[:-1])).encode())
    assert [len(text) for text in texts] == [limits.ARTICLE]
    assert errors == [f"the text of article 1 is longer than 2 million letters, as no news is; {limits.CURE}"]


def test_a_user_raises_the_limits(tmp_path):
    """What is refused is read with --max-size, and the next run has the usual limits again."""
    data = row(LONG[: limits.ARTICLE + 1]).encode()
    assert read(tmp_path / "a.jsonl", data, max_size="64MB")[1] == []
    assert len(read(tmp_path / "a.jsonl", data)[1]) == 1
    packed = gzip.compress(b" \n" * (limits.RATIO_FROM // 2 + 1) + row("قال.").encode())
    assert read(tmp_path / "a.jsonl.gz", packed, max_size="1g") == (["قال."], [])
    assert "--max-size" in read(tmp_path / "a.jsonl.gz", packed)[1][0]


@pytest.mark.parametrize("size", ["viel", "0", "-1", "2XB", "", "1e9"])
def test_a_size_that_is_none(tmp_path, size):
    """A size is a number with K, M, G or T."""
    with pytest.raises(UsageError, match="500MB or 2GB"):
        read(tmp_path / "a.jsonl", b"", max_size=size)


@pytest.mark.parametrize(
    ("name", "data", "read_before", "message"),
    [
        ("a.csv", f"title,text\nأ,قال\nب,{LONG}\n", 1, "a line of the table"),
        ("a.csv", f"title,text\nأ,قال\nب,{'ج,' * (limits.ROW // 2)}\n", 1, "a line of the table"),
        ("a.json", '[{"text": "قال."}, {"text": "' + "ق" * limits.ROW * 2, 1, "a value ends nowhere"),
        (
            "a.xml",
            f"<rss><item><title>أ</title><description>قال.</description></item><item>{LONG * 2}",
            1,
            "an element",
        ),
        ("a.xml", f"<rss>{'<a>' * limits.ROW}", 0, ""),
        ("a.sgm", f"<DOC><TEXT>قال.</TEXT></DOC>\n<DOC><TEXT>{LONG}\n", 1, "a document"),
        ("a.txt", f"عنوان الخبر\n\n{LONG}\n", 0, "the page is longer than 4 million letters"),
    ],
)
@pytest.mark.slow
def test_parts_that_are_too_long(tmp_path, name, data, read_before, message):
    """A part of a file that is too long is one error that says so, and what stands before it is read."""
    texts, errors = read(tmp_path / name, data.encode())
    assert len(texts) == read_before
    assert len(errors) == 1
    assert message in errors[0]


def test_a_table_that_unpacks_to_too_much(tmp_path):
    """A Parquet table that says of itself that it unpacks to many times its size is not unpacked."""
    import pyarrow as pa
    from pyarrow import parquet

    out = io.BytesIO()
    table = pa.table({"text": [SENTENCE * 600_000]})
    parquet.write_table(table, out, compression="zstd", use_dictionary=False)
    texts, errors = read(tmp_path / "a.parquet", out.getvalue())
    assert (texts, len(errors)) == ([], 1)
    assert "times its size" in errors[0]


def test_a_workbook_that_unpacks_to_too_much(tmp_path, monkeypatch):
    """A workbook whose directory tells of too much is not unpacked."""
    monkeypatch.setattr("arcorpus.readers.sheets.WHOLE_BYTES", 1 << 20)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<x/>")
        book.writestr("xl/workbook.xml", " " * (2 << 20))
    texts, errors = read(tmp_path / "a.xlsx", out.getvalue())
    assert (texts, len(errors)) == ([], 1)
    assert "more than 1 MiB" in errors[0]


@pytest.mark.slow
def test_an_archive_that_unpacks_to_too_much(tmp_path):
    """What unpacks out of an archive counts together; when it is too much, the rest is left out and told."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.jsonl", row("قال الوزير."))
        for number in range(1, 40):
            archive.writestr(f"{number}.jsonl.gz", gzip.compress(b" " * (4 << 20)))
    texts, errors = read(tmp_path / "a.zip", out.getvalue())
    assert texts == ["قال الوزير."]
    assert len(errors) < 20
    assert "times its size" in errors[-2]
    assert errors[-1] == "the rest of the archive was left out, for it unpacks to too much"


def test_nested_archives_count_together(tmp_path):
    """An archive of archives that each unpack to a little less than too much is given up early."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", " " * (20 << 20))
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(50):
            archive.writestr(f"{number:02}.zip", inner.getvalue())
    texts, errors = read(tmp_path / "a.zip", outer.getvalue())
    assert texts == []
    assert len(errors) <= 5


@pytest.mark.parametrize("mark", ['"', "[", "«", "("])
def test_a_million_marks(tmp_path, mark):
    """A million marks in a row's text are read as they stand."""
    texts, errors = read(tmp_path / "a.jsonl", row("قال الوزير " + mark * 1_000_000).encode())
    assert (len(texts[0]), errors) == (1_000_011, [])
