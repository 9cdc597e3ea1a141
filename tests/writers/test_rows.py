"""CSV and TSV: what a spreadsheet and a program read is what the report says."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest

from arcorpus.errors import UsageError
from arcorpus.writers.columns import tables
from arcorpus.writers.layout import Layout
from arcorpus.writers.rows import write


def written(report, table, form="csv", **options):
    """What the writer writes."""
    out = io.StringIO(newline="")
    write(report, out, Layout(table=table, form=form, **options))
    return out.getvalue()


def read(text, delimiter=","):
    """The rows as dicts."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("section", [table.name for table in tables()])
def test_a_row_for_each_record(report, section, form, delimiter):
    """Each section has a header and as many rows as records, all of one length."""
    rows = list(csv.reader(io.StringIO(written(report, section, form), newline=""), delimiter=delimiter))
    assert len(rows) == 1 + len(list(report.rows(section)))
    assert len({len(row) for row in rows}) == 1


def test_cells_of_a_claim(report):
    """Nested fields have columns, absent ones are empty, numbers are plain, lists are joined."""
    rows = read(written(report, "claims"))
    assert rows[0]["source_text"] == "يان لوكان"
    assert rows[0]["checkworthiness"] == "0.61"
    assert rows[1]["source_text"] == rows[1]["cue_start"] == rows[1]["conflict_value"] == ""
    assert rows[2]["conflict_others"] == "3.1 | 4"
    assert [row["unnamed"] for row in read(written(report, "sources"))] == ["false", "true"]


def test_joined_lists_can_be_parted(report):
    """An item that holds the joint is escaped, so that parting at ` | ` gives as many items as there were."""
    cell = read(written(report, "articles"))[0]["keywords"]
    assert cell == "ميتا | ذكاء اصطناعي \\| تقنية"
    assert [item.replace("\\|", "|") for item in cell.split(" | ")] == list(report.articles[0].keywords)


def test_offsets_count_in_the_text_column(report):
    """Cut out of the cell of the text, a mention is its words."""
    texts = {row["id"]: row["text"] for row in read(written(report, "articles"))}
    for row in read(written(report, "mentions")):
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_csv_lines_end_as_the_standard_says(report):
    """Rows end with CR LF, line ends inside a text stay inside its quotation marks; a BOM comes first on request."""
    text = written(report, "articles")
    assert text.endswith("\r\n")
    assert len(text.split("\r\n")) == 1 + 2 + 1
    assert read(text)[0]["text"] == report.articles[0].text
    assert written(report, "articles", bom=True) == f"\ufeff{text}"


def test_tsv_has_a_line_for_each_row(report):
    """In TSV tabs and line ends of a text are spaces, and lines end with LF alone."""
    report = replace(report, articles=(replace(report.articles[0], text="سطر\tأول\r\nثان\n"),))
    text = written(report, "articles", "tsv")
    assert text.count("\n") == 2
    assert "\r" not in text
    assert read(text, "\t")[0]["text"] == "سطر أول  ثان "


def test_pandas_reads_what_was_written(report):
    """A DataFrame read from it finds the numbers to be numbers and the quotations whole, in both formats."""
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        table = pd.read_csv(io.StringIO(written(report, "claims", form)), sep=delimiter)
        assert table["start"].tolist() == [claim.start for claim in report.tables["claims"]]
        assert table["text"].tolist()[0] == report.tables["claims"][0].text
        titles = pd.read_csv(io.StringIO(written(report, "articles", form)), sep=delimiter)["title"]
        assert titles[0] == report.articles[0].title


@pytest.mark.parametrize("section", [table.name for table in tables()])
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_hostile_texts_are_inert(attack, section, form):
    """No cell is run, no control reaches a terminal, and every row keeps its columns."""
    text = written(attack, section, form)
    text.encode("utf-8")
    assert not {*map(chr, (*range(9), *range(14, 32), *range(127, 160))), "\u202e", "\x0b"} & set(text)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="," if form == "csv" else "\t"))
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    assert not any(cell[:1] in {*"=+@\t\r"} for cell in rows[1])


def test_articles_pass_whatever_is_written(stream):
    """A generator of articles is used up even where another section is written: counts and errors depend on it."""
    written(stream, "claims")
    assert list(stream.articles) == []


def test_nothing_is_written_when_the_first_article_fails(report):
    """A failure before the first article leaves no header behind."""
    out = io.StringIO()
    with pytest.raises(ZeroDivisionError):
        write(replace(report, articles=(1 / 0 for _ in range(1))), out, Layout(("articles",), "csv"))
    assert out.getvalue() == ""


def test_texts_are_left_out_where_they_were_not_asked_for(report):
    """Without texts there is no column of them."""
    assert "text" not in read(written(replace(report, with_text=False), "articles"))[0]


def test_section_not_asked_for_is_a_header(report):
    """A section that is not there is a header without rows."""
    assert written(replace(report, tables={}), "topics").count("\r\n") == 1


def test_several_sections_do_not_fit(report):
    """CSV of several sections is wrong usage, and says what to do."""
    with pytest.raises(UsageError, match="--only"):
        write(report, io.StringIO(), Layout(("articles", "claims"), "csv"))
