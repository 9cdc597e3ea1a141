"""Sections as flat tables: columns, rows and DataFrames."""

from __future__ import annotations

import pandas as pd
import pytest

from arcorpus.types import Entity
from arcorpus.writers.columns import columns, frame, rows, table_of, tables

TABLES = list(tables())


def names(table, **options):
    """The names of a table's columns."""
    return [column.name for column in columns(table_of(table), **options)]


def test_columns_follow_the_interface():
    """Fields stand in the order of the JSON; those of a record inside become `source_text`, `cue_start` and so on."""
    assert names("claims") == [
        "id", "article", "field", "start", "end", "text", "sentence",
        "source_text", "source_start", "source_end", "source_entity", "source_type", "source_gender", "source_number",
        "cue_text", "cue_start", "cue_end", "kind", "stance", "checkworthiness", "group",
        "conflict_value", "conflict_others", "score",
    ]  # fmt: skip
    assert names("errors") == ["path", "error", "message"]


def test_text_is_a_column_only_where_it_is_told():
    """Articles without their texts have no column of texts; no other section loses one."""
    assert "text" in names("articles")
    assert "text" not in names("articles", with_text=False)
    assert "text" in names("claims", with_text=False)


def test_tables_stand_in_the_order_of_the_report():
    """Each analysis's tables follow one another, the errors come last; a name that none has is no table."""
    assert [table.name for table in TABLES] == [
        "articles", "entities", "mentions", "contexts", "topics", "claims", "sources", "duplicates", "changes",
        "errors",
    ]  # fmt: skip
    assert table_of("entities").record is Entity
    with pytest.raises(KeyError):
        table_of("weather")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_every_column(report, table):
    """A row has a value for each column, whatever is absent in the record."""
    found = list(rows(table, report.rows(table.name)))
    assert found
    assert {len(row) for row in found} == {len(columns(table))}


def test_absent_records_are_absent_values(report):
    """The writer's own statement has neither source nor cue; lists of records are parallel lists."""
    claim = dict(zip(names("claims"), list(rows(table_of("claims"), report.tables["claims"]))[1], strict=True))
    assert claim["source_text"] is None
    assert claim["cue_start"] is None
    assert claim["conflict_others"] is None
    article = dict(zip(names("articles"), next(rows(table_of("articles"), report.articles)), strict=True))
    assert article["furniture_start"] == [0, 300]
    assert article["furniture_reason"] == ["share", "tags"]
    assert article["keywords"] == ["ميتا", "ذكاء اصطناعي | تقنية"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_frames_have_the_columns_and_types_of_the_table(report, table):
    """A DataFrame has a row for each record, and numbers are numbers even where some are absent."""
    found = frame(report, table)
    assert list(found.columns) == names(table.name)
    assert len(found) == len(list(report.rows(table.name)))
    for column in columns(table):
        if column.kind in {int, float} and not column.many:
            assert pd.api.types.is_numeric_dtype(found[column.name])


def test_frame_of_claims_by_value(report):
    """Absent values are missing, present ones are what they were."""
    table = frame(report, table_of("claims"))
    assert table["source_start"].isna().tolist() == [False, True, False]
    assert table["checkworthiness"].max() == pytest.approx(0.93)
    assert table.loc[2, "conflict_others"] == ["3.1", "4"]


def test_section_not_asked_for_is_an_empty_frame(report):
    """A section that is not there has its columns and no rows."""
    del report.tables["topics"]
    table = frame(report, table_of("topics"))
    assert table.empty
    assert list(table.columns) == names("topics")
