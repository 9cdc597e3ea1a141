"""How a table of text is written: what parts its cells, how they are quoted, what stands above its header."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from arcorpus.readers.field_names import RecordField
from arcorpus.readers.limits import raised
from arcorpus.readers.options import USUAL, ReadOptions

CELL_LIMIT = 1 << 24  # code points of a cell; one that is longer has swallowed rows
EVEN = 0.8  # share of rows as wide as the header that makes columns of what parts them
MOST_ABOVE = 10  # lines that may stand above the header
SEPARATORS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n])"?[ \t]*(?:\r\n?|\n|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written: what parts cells, whether they are quoted, whether a backslash goes before a quote."""

    separator: str
    quoted: bool = True
    escaped: bool = False

    def parse(self, lines: Iterator[str], *, strict: bool = False) -> Iterator[list[str]]:
        """The rows of cells in `lines`.

        Args:
            lines: the lines of the table with their ends.
            strict: whether unsound quoting raises csv.Error; a cell longer than `CELL_LIMIT` always does.
        """
        rows = csv.reader(
            lines,
            delimiter=self.separator,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            doublequote=not self.escaped,
            escapechar="\\" if self.escaped else None,
            strict=strict,
        )
        while (row := _next_row(rows)) is not None:
            yield row


def _next_row(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row; the limit of a cell, which Python keeps once for the whole process, is ours only meanwhile."""
    others = csv.field_size_limit(raised(CELL_LIMIT))
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(others)


class Layout(NamedTuple):
    """How a table is written.

    Attributes:
        dialect: what parts its cells.
        above: how many lines stand above the header.
        told: what is to be told of them.
        wrapped: whether each row stands in one cell, for it was quoted twice.
    """

    dialect: Dialect
    above: int = 0
    told: str = ""
    wrapped: bool = False


def find_layout(sample: str, options: ReadOptions, *, cut: bool) -> Layout:
    """How a table is written, judged by its beginning.

    Args:
        sample: whole lines from the beginning of the file.
        options: what the user says of the columns.
        cut: whether the file goes on after the sample.
    """
    excel = _SEPARATOR_LINE.match(sample)
    table = sample[excel.end() :] if excel else sample
    if wrapped := _in_one_cell(table, options):
        return Layout(wrapped, bool(excel), wrapped=True)
    above = _lines_above(table, options)
    told = f"{above} lines above the header were left out" if above else ""
    below = "".join(islice(io.StringIO(table, newline=""), above, None))
    dialect = find_dialect(below, options, cut=cut)
    if excel:
        dialect = Dialect(excel[1], dialect.quoted, dialect.escaped)
    return Layout(dialect, above + bool(excel), told)


def find_dialect(sample: str, options: ReadOptions = USUAL, *, cut: bool = False) -> Dialect:
    r"""How a table is written, judged by its beginning: the header's names, and how even the rows come out.

    Args:
        sample: whole lines from the beginning of the file.
        options: what the user says of the columns.
        cut: whether the file goes on after the sample, whose last row may then be half a row.

    >>> find_dialect("العنوان;النص\nخبر;قال, ثم نفى\n").separator
    ';'
    """
    escaped = '\\"' in sample and '""' not in sample
    quotings = (True, False) if '"' in sample else (True,)
    candidates = [Dialect(separator, quoted, escaped and quoted) for quoted in quotings for separator in SEPARATORS]
    return max(candidates, key=lambda dialect: _fit(dialect, sample, options, cut=cut))


def _fit(dialect: Dialect, sample: str, options: ReadOptions, *, cut: bool) -> tuple[bool, float, int]:
    """How well a dialect explains a sample: its columns, how even and soundly quoted the rows are, known names.

    A column of text tells that these are the columns or, where no name says so, several in nearly every row.
    """
    rows, sound = _parsed(dialect, sample)
    if cut and len(rows) > 2:  # noqa: PLR2004 - a header and a row must stay
        rows.pop()
    if not rows:
        return False, 0.0, 0
    header = rows[0]
    even = sum(len(row) == len(header) for row in rows) / len(rows)
    known = sum(map(options.means_any, header))
    in_columns = len(header) > 1 and even * sound > EVEN
    return in_columns or any(options.means(name, RecordField.TEXT) for name in header), round(even * sound, 2), known


def _parsed(dialect: Dialect, sample: str) -> tuple[list[list[str]], float]:
    """The rows of a sample and how sound its quoting is in this dialect, 0-1.

    A table that quotes closes each mark before a separator or line end; in one that does not, few cells begin and end
    with a mark.
    """
    rows: list[list[str]] = []
    sound = 1.0
    try:
        rows.extend(row for row in dialect.parse(io.StringIO(sample, newline=""), strict=True) if row)
    except csv.Error as error:
        if "unexpected end" not in str(error):  # the sample may end inside a cell
            sound = 0.9
            rows = [row for row in dialect.parse(io.StringIO(sample, newline="")) if row]
    if not dialect.quoted:
        begun = [cell.rstrip() for row in rows for cell in row if cell.startswith('"')]
        sound = 1 - sum(len(cell) > 1 and cell.endswith('"') for cell in begun) / max(len(begun), 1)
    return rows, sound


def _lines_above(table: str, options: ReadOptions) -> int:
    """How many lines stand above the header of a table: its title, a note, empty ones."""
    for number, line in enumerate(table.split("\n", MOST_ABOVE)[:MOST_ABOVE]):
        for separator in SEPARATORS:
            known = sum(options.means_any(name.strip('" \r')) for name in line.split(separator))
            if known > 1 or (known and not number):
                return number
    return 0


def _in_one_cell(table: str, options: ReadOptions) -> Dialect | None:
    """The dialect inside the cells of a table that was quoted twice, so that each row is one cell; None for others."""
    header = table.partition("\n")[0].strip()
    if not header.startswith('"') or not header.endswith('"'):
        return None
    for dialect in map(Dialect, SEPARATORS):
        cells = next(dialect.parse(iter([header])), [])
        inner = next(dialect.parse(iter(cells)), []) if len(cells) == 1 else []
        if sum(map(options.means_any, inner)) > 1:
            return dialect
    return None
