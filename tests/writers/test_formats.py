"""Which writer makes a format, by its name or the ending of a file."""

from __future__ import annotations

import pytest

from arcorpus.errors import UsageError
from arcorpus.writers import formats
from arcorpus.writers.formats import format_of


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("a.JSONL", "jsonl"),
        ("تقرير.csv", "csv"),
        ("x/a.tsv", "tsv"),
        ("a.b.md", "md"),
        ("a.txt", "table"),
    ],
)
def test_the_format_follows_the_ending(name, form):
    """The ending of the name, in any case, is the format."""
    assert format_of(name) == form


@pytest.mark.parametrize(
    ("name", "word"), [("a.docx", ".jsonl"), ("a", "--format"), ("a.json.gz", ".gz"), ("a.html", "later")]
)
def test_endings_without_a_format_are_wrong_usage(name, word):
    """An unknown ending is told with those that are known; HTML with when it comes."""
    with pytest.raises(UsageError, match=word):
        format_of(name)


def test_endings_are_told_those_called_as_their_format_first():
    """The message of an unknown ending lists the others; `.txt` says what it stands for."""
    with pytest.raises(UsageError) as caught:
        format_of("report.docx")
    assert str(caught.value).endswith("or end in .json, .jsonl, .csv, .tsv, .md, .txt (table)")


@pytest.mark.parametrize(
    ("form", "holds"), [("json", "report"), ("table", "report"), ("md", "section"), ("tsv", "table")]
)
def test_what_a_file_holds(form, holds):
    """JSON and tables hold the whole report, Markdown a section, CSV and TSV one table."""
    formats.check(form)
    assert formats.holds(form) == holds


@pytest.mark.parametrize(("form", "words"), [("html", "later version"), ("xlsx", "the formats are table, json")])
def test_formats_that_are_not_there(form, words):
    """A format of a later version and an unknown one are wrong usage, with those that there are."""
    with pytest.raises(UsageError, match=words):
        formats.check(form)
