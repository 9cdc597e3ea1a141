"""The reader of tables of text (CSV, TSV): the dialect found, and a quotation mark that is never closed contained."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO, TextIO

from arcorpus.errors import BrokenRow, ReadError
from arcorpus.readers.encodings import open_text
from arcorpus.readers.evident import ROWS, is_header, names_by_place
from arcorpus.readers.field_names import RecordField, listed
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import Record, by_name, to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".csv", ".tsv")
SAMPLE = 1 << 16  # code points that the dialect is judged by
CELL_LIMIT = 1 << 24  # code points of a cell; one that is longer has swallowed rows
LONG = 1000  # lines of a row that is read anew at some cost
MENDINGS = 100  # rows of so many lines, at most, before a table is given up
THREE = 3  # lines in a cell that have as many cells as a row has, at least, to be rows
EVEN = 0.8  # share of rows as wide as the header that makes columns of what parts them
SEPARATORS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\r\n])"?[ \t]*(?:\r\n?|\n|$)', re.IGNORECASE)
_LINES = 100  # lines of a stream that tell whether it is a table


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    r"""The articles of a table of text; what parts its cells is found, whatever the ending says.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        options: what the user says of the columns.

    Raises:
        UnreadableFile: when the bytes are no text.

    >>> [article.title for article in read(io.BytesIO("title;text\nخبر;قال، ثم نفى\n".encode()), "x.csv")]
    ['خبر']
    """
    text, opened = open_text(stream, path)
    yield from to_articles(read_table(text, path, options), path, opened, options)


def looks_like(beginning: Beginning) -> bool:
    """Whether the first line of a stream is a header that names a text and one other field at least."""
    lines = io.StringIO(beginning.text, newline=None).readlines(SAMPLE)[:_LINES]
    sample = "".join(lines)
    dialect = find_dialect(sample, cut=True)
    header = next(dialect.parse(iter([sample.partition("\n")[0]])), [])
    below = next(islice(dialect.parse(iter(lines)), 1, None), header)
    if len(below) != len(header):
        return False
    known = [name for name in header if USUAL.means_any(name)]
    return len(known) > 1 and any(USUAL.means(name, RecordField.TEXT) for name in known)


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
    others = csv.field_size_limit(CELL_LIMIT)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(others)


@dataclass(slots=True)
class _Lines:
    """The lines of a table, which can be put back; `taken` are those of the row being parsed."""

    source: Iterator[str]
    number: int = 0
    ended: bool = False
    taken: list[str] = field(default_factory=list)
    back: deque[str] = field(default_factory=deque)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else next(self.source, "")
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        self.taken.append(line)
        return line

    def rewind(self) -> None:
        """Put back all lines of the row."""
        self.back.extendleft(reversed(self.taken))
        self.number -= len(self.taken)
        self.taken.clear()

    def put_back(self) -> None:
        """Put back all lines of the row but its first."""
        self.back.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1
        self.ended = False


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


def read_table(text: TextIO, path: str, options: ReadOptions = USUAL) -> Iterator[Record | BrokenRow]:
    """The records of a table, and for each row that is none an error with its line.

    Args:
        text: the table, opened with its newlines as they stand.
        path: its name for messages.
        options: what the user says of the columns.
    """
    sample = text.read(SAMPLE)
    sample += text.readline()
    excel = _SEPARATOR_LINE.match(sample)
    dialect = find_dialect(sample[excel.end() if excel else 0 : 2 * SAMPLE], options, cut=len(sample) >= SAMPLE)
    lines = _Lines(_chain(io.StringIO(sample, newline=""), text))
    if excel:
        dialect = Dialect(excel[1], dialect.quoted, dialect.escaped)
        next(lines)
    rows: Iterator[tuple[int, list[str]] | BrokenRow] = _rows(dialect, lines, path)
    header = next((row for row in rows if not isinstance(row, BrokenRow)), None)
    if header is None:
        return
    columns = _columns(header, rows, path, options)
    if isinstance(columns, BrokenRow):
        yield columns
        return
    told = columns.told
    for row in columns.rows:
        if isinstance(row, BrokenRow):
            yield row
        elif [cell.strip() for cell in row[1]] != columns.header:
            made = _record(columns.names, row[1], row[0], path)
            if told and isinstance(made, Record):
                made, told = replace(made, warnings=(told, *made.warnings)), ""
            yield made


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a table mean.

    Attributes:
        names: the name of each; that of the text may be given by what stands in it.
        header: the header's cells, which may come again; empty when there is none.
        rows: the rows that follow.
        told: what the first article's reader is told of it.
    """

    names: list[str]
    header: list[str]
    rows: Iterator[tuple[int, list[str]] | BrokenRow]
    told: str = ""


def _columns(
    header: tuple[int, list[str]],
    rows: Iterator[tuple[int, list[str]] | BrokenRow],
    path: str,
    options: ReadOptions,
) -> _Columns | BrokenRow:
    """The columns of a table by its first row and, where that is no header, by what the next rows hold."""
    names = [name.strip() for name in header[1]]
    first = list(islice(rows, ROWS))
    cells = [row[1] for row in first if not isinstance(row, BrokenRow)]
    if is_header(names, cells, options):
        filled = [name or f"column {number}" for number, name in enumerate(names, 1)]
        return _Columns(filled, names, chain(first, rows))
    placed = names_by_place([header[1], *cells], options)
    if placed is None:
        cure = "--text-column N says which column is the text"
        return BrokenRow(f"line {header[0]}: no header: the first row is a row ({listed(names)}); {cure}", path=path)
    told = "the table has no header: the column of running text is taken for the text"
    return _Columns(placed, [], chain([header, *first], rows), told)


def _chain(first: TextIO, second: TextIO) -> Iterator[str]:
    yield from first
    yield from second


def _record(names: list[str], cells: list[str], line: int, path: str) -> Record | BrokenRow:
    """A row of cells by the header's names; of two columns of one name the first counts."""
    where = f"line {line}"
    if any(map(str.strip, cells[len(names) :])):
        return BrokenRow(
            f"{where}: {len(cells)} cells where the header has {len(names)}; a cell that holds the "
            "separator must stand in quotation marks",
            path=path,
        )
    short = len(cells) < len(names)
    warnings = (f"{where} has {len(cells)} of the header's {len(names)} cells",) if short else ()
    return Record(by_name(names, cells), where, warnings)


def _rows(dialect: Dialect, lines: _Lines, path: str) -> Iterator[tuple[int, list[str]] | BrokenRow]:
    """Each row's first line number and cells.

    A quotation mark that is never closed would swallow rows up to the next mark, or the rest of the table. A row that
    has swallowed others is given up, and the lines after its first are read anew.
    """
    width = long_ones = 0
    reader = dialect.parse(lines, strict=True)
    while True:
        lines.taken.clear()
        start = lines.number + 1
        cells, sound = _next_cells(reader, lines)
        if not lines.taken:
            return
        if not sound and not lines.ended:
            lines.rewind()
            cells, _ = _next_cells(dialect.parse(lines), lines)
        if cells is not None and not _swallowed(dialect, lines, cells, width, sound=sound):
            width = width or len(cells)
            if cells:
                yield start, cells
        else:
            yield BrokenRow(f"line {start}: a quotation mark is opened and never closed; close or double it", path=path)
            long_ones += len(lines.taken) > LONG
            lines.put_back()
            if long_ones >= MENDINGS:
                break
            sound = False
        if not sound:
            reader = dialect.parse(lines, strict=True)
    yield BrokenRow(
        f"line {lines.number}: the table is given up here: {MENDINGS} quotation marks are never closed", path=path
    )


def _next_cells(reader: Iterator[list[str]], lines: _Lines) -> tuple[list[str] | None, bool]:
    """The cells of the next row, None when the table ends before it does, and whether its quoting is sound."""
    try:
        cells = next(reader, None)
    except csv.Error:
        return None, False
    return (None, False) if lines.ended else (cells, True)


def _swallowed(dialect: Dialect, lines: _Lines, cells: list[str], width: int, *, sound: bool) -> bool:
    """Whether a row has swallowed others: lines in it are rows themselves, or its quoting is unsound and its width too.

    A line is a row when it has all cells of one; in a row that is soundly quoted its first cell must be a number as the
    row's own is, or three lines and more be rows.
    """
    if len(lines.taken) == 1 or not width:
        return False
    inner = [next(dialect.parse(iter([line])), []) for line in lines.taken[1 : LONG + 1]]
    rows = [row for row in inner if len(row) == width]
    if not sound:
        parts = (line.count(dialect.separator) + 1 for line in lines.taken[1 : LONG + 1])
        return len(cells) != width or bool(rows) or width in parts
    if width == 1 or len(rows) < len(inner):
        return False
    return len(rows) > THREE or all(row[0].strip('"').isdigit() and cells[0].isdigit() for row in rows)
