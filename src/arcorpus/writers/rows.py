"""One section of the report as CSV (RFC 4180) or TSV, for spreadsheets and for programs that read columns."""

from __future__ import annotations

import csv
from collections import deque
from itertools import chain, islice
from typing import Any, TextIO

from arcorpus.errors import UsageError
from arcorpus.types import Report
from arcorpus.writers.columns import columns, rows
from arcorpus.writers.escaping import for_csv
from arcorpus.writers.layout import Layout

JOINT = " | "
_ITEM = str.maketrans({"\\": "\\\\", "|": "\\|"})
# A row of TSV is one line and its cells hold no tab: one space for one character keeps offsets right.
_ONE_LINE = str.maketrans("\t\n\r", "   ")


def write(report: Report, out: TextIO, layout: Layout) -> None:
    r"""Write a section as CSV or, with `layout.form` `tsv`, as TSV.

    What is absent is an empty cell. A list is joined by ` | `; in its items `|` is `\|` and `\` is `\\`. Texts keep
    their length in code points, so that `start` and `end` count in them, and begin with an apostrophe where a
    spreadsheet would run them. CSV keeps line ends inside quotation marks and ends its lines with CR LF; in TSV they
    and tabs are spaces, and lines end with LF.

    Raises:
        UsageError: when the layout does not name exactly one section.
    """
    section = layout.single
    if section is None:
        raise UsageError(f"{layout.form} holds one section: choose it with --only, or give a folder with -o")
    table = rows(section, getattr(report, section) or (), with_text=report.with_text)
    # What fails at once leaves no header behind.
    first = tuple(islice(table, 1))
    if layout.bom:
        out.write("\ufeff")
    tabs = layout.form == "tsv"
    writer = csv.writer(out, delimiter="\t" if tabs else ",", lineterminator="\n" if tabs else "\r\n")
    writer.writerow(column.name for column in columns(section, with_text=report.with_text))
    for row in chain(first, table):
        cells = [_cell(value) for value in row]
        writer.writerow([cell.translate(_ONE_LINE) for cell in cells] if tabs else cells)
    # A report is whole only when its articles have passed: files are counted, and errors found, on the way.
    deque(report.articles, maxlen=0)


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
