"""One table of the report as CSV (RFC 4180) or TSV, for spreadsheets and for programs that read columns."""

from __future__ import annotations

import csv
from collections import deque
from itertools import chain, islice
from typing import Any, TextIO

from arcorpus import plugins
from arcorpus.errors import UsageError
from arcorpus.report import Report, Table
from arcorpus.writers.columns import columns, rows, table_of
from arcorpus.writers.escaping import for_csv
from arcorpus.writers.layout import Layout

FORMATS = {".csv": "csv", ".tsv": "tsv"}
HOLDS = "table"

JOINT = " | "
_ITEM = str.maketrans({"\\": "\\\\", "|": "\\|"})
# A row of TSV is one line and its cells hold no tab: one space for one character keeps offsets right.
_ONE_LINE = str.maketrans("\t\n\r", "   ")


def write(report: Report, out: TextIO, layout: Layout) -> None:
    r"""Write a table as CSV or, with `layout.form` `tsv`, as TSV.

    What is absent is an empty cell. A list is joined by ` | `; in its items `|` is `\|` and `\` is `\\`. Texts keep
    their length in code points, so that `start` and `end` count in them, and begin with an apostrophe where a
    spreadsheet would run them. CSV keeps line ends inside quotation marks and ends its lines with CR LF; in TSV they
    and tabs are spaces, and lines end with LF.

    Raises:
        UsageError: when the layout does not name exactly one section.
    """
    table = _table(layout)
    flat = rows(table, report.rows(table.name), with_text=report.with_text)
    # What fails at once leaves no header behind.
    first = tuple(islice(flat, 1))
    if layout.bom:
        out.write("\ufeff")
    tabs = layout.form == "tsv"
    writer = csv.writer(out, delimiter="\t" if tabs else ",", lineterminator="\n" if tabs else "\r\n")
    writer.writerow(column.name for column in columns(table, with_text=report.with_text))
    for row in chain(first, flat):
        cells = [_cell(value) for value in row]
        writer.writerow([cell.translate(_ONE_LINE) for cell in cells] if tabs else cells)
    # A report is whole only when its articles have passed: files are counted, and errors found, on the way.
    deque(report.articles, maxlen=0)


def _table(layout: Layout) -> Table:
    """The table that the layout names, or the first of its one section."""
    if layout.table:
        return table_of(layout.table)
    if layout.single is None:
        raise UsageError(f"{layout.form} holds one section: choose it with --only, or give a folder with -o")
    table: Table = plugins.load("analyses", layout.single).TABLES[0]
    return table


def _cell(value: Any) -> str:  # noqa: ANN401 - any value of a record
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return for_csv(JOINT.join("" if item is None else str(item).translate(_ITEM) for item in value))
    return for_csv(value)
