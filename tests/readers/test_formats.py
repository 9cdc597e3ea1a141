"""Which reader takes a file: by its ending, which each reader states itself."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from arcorpus import plugins
from arcorpus.readers import formats


@pytest.mark.parametrize("name", plugins.MEMBERS["readers"])
def test_every_reader_has_one_shape(name):
    """A reader states its endings, in lower case with their dot, and has `read`; the table of endings follows."""
    reader = plugins.load("readers", name)
    assert reader.SUFFIXES
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in reader.SUFFIXES)
    assert callable(reader.read)
    assert all(plugins.load("readers", formats.suffixes()[suffix]) is reader for suffix in reader.SUFFIXES)


@pytest.mark.parametrize(
    ("path", "ending", "reader"),
    [
        ("a/b.JSONL.gz", ".jsonl", "jsonl"),
        ("x.ndjson", ".ndjson", "jsonl"),
        ("x.json", ".json", "json"),
        ("x.tsv", ".tsv", "csv"),
        ("x.Parquet", ".parquet", "parquet"),
        ("صفحة.txt", ".txt", "page"),
        ("a.b/README", "", None),
        (".txt", "", None),
        ("x.gz", "", None),
        ("x.html", ".html", "html"),
        ("x.tar.gz", ".tar", None),
    ],
)
def test_endings(path, ending, reader):
    """The ending tells, its packing taken off, in any case."""
    assert (formats.ending_of(path), formats.reader_of(path)) == (ending, reader)


@pytest.mark.parametrize(("path", "packed"), [("x.gz", True), ("x.txt.gz", False), ("README", False), ("x.txt", False)])
def test_packed_and_nothing_else(path, packed):
    """A name that tells of a packing alone leaves it to the content."""
    assert formats.is_packed_only(path) is packed


def test_readers_of_other_packages(monkeypatch):
    """Readers that are installed beside ours take the endings that none of ours takes, and streams after ours."""
    module = SimpleNamespace(SUFFIXES=(".xyz", ".csv"))
    monkeypatch.setattr(plugins, "installed", lambda _: {"mine": SimpleNamespace(load=lambda: module)})
    formats.suffixes.cache_clear()
    try:
        assert formats.reader_of("a.XYZ.gz") == "mine"
        assert formats.reader_of("a.csv") == "csv"
        assert formats.is_format("mine")
        assert not formats.is_format("yours")
        assert [name for name, _ in formats.readers()] == [*plugins.MEMBERS["readers"], "mine"]
    finally:
        formats.suffixes.cache_clear()


def test_the_message_of_an_unknown_file():
    """The error names the ending, what is read and the way out; it shows what is no UTF-8 as U+FFFD."""
    error = formats.unknown_format("a\udce1.PDF")
    assert error.path == "a\ufffd.PDF"
    assert error.message.startswith("no reader takes files ending in .pdf; readable are .html, ")
    assert all(suffix in error.message for suffix in (*formats.suffixes(), "also .gz, .bz2, .xz, .zst"))
    assert error.message.endswith(f"say so with --input-format ({', '.join(plugins.MEMBERS['readers'])})")
    assert formats.unknown_format("README").message.startswith("no reader takes files without an ending;")
