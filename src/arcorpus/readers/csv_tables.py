"""The reader of tables of text (CSV, TSV): the dialect found, and a quotation mark that is never closed contained."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from arcorpus.errors import BrokenRow, ReadError
from arcorpus.readers.dialects import Dialect, find_dialect, find_layout
from arcorpus.readers.encodings import open_text
from arcorpus.readers.evident import ROWS, is_header, names_by_place
from arcorpus.readers.field_names import RecordField, listed
from arcorpus.readers.limits import ROW, raised, too_long
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import Record, by_name, to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".csv", ".tsv")
SAMPLE = 1 << 16  # code points that the dialect is judged by
LONG = 1000  # lines of a row that is read anew at some cost
MENDINGS = 100  # rows of so many lines, at most, before a table is given up
LONGEST_ID = 40  # code points of a number of a row, with what stands around it
THREE = 3  # lines in a cell that have as many cells as a row has, at least, to be rows
_NUMBER = re.compile(r"\d+")
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


class _Row(NamedTuple):
    """A row of a table: the number of its first line, its cells, and whether its quoting is sound or it is one line."""

    line: int
    cells: list[str]
    sound: bool = True


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


def read_table(text: TextIO, path: str, options: ReadOptions = USUAL) -> Iterator[Record | BrokenRow]:
    """The records of a table, and for each row that is none an error with its line.

    Args:
        text: the table, opened with its newlines as they stand.
        path: its name for messages.
        options: what the user says of the columns.
    """
    ended: list[BrokenRow] = []
    yield from _read_table(text, path, options, ended)
    yield from ended


def _read_table(text: TextIO, path: str, options: ReadOptions, ended: list[BrokenRow]) -> Iterator[Record | BrokenRow]:
    """The same up to a line that is too long, for which `ended` gets the error."""
    sample = text.read(SAMPLE)
    sample += text.readline(raised(ROW))
    layout = find_layout(sample[: 2 * SAMPLE], options, cut=len(sample) >= SAMPLE)
    lines = _Lines(_chain(io.StringIO(sample, newline=""), text, path, ended))
    for _ in islice(lines, layout.above):
        pass
    rows: Iterator[_Row | BrokenRow] = _rows(layout.dialect, lines, path)
    rows = _unwrapped(rows, layout.dialect) if layout.wrapped else rows
    header = next((row for row in rows if not isinstance(row, BrokenRow)), None)
    if header is None:
        return
    columns = _columns(header, rows, path, options)
    if isinstance(columns, BrokenRow):
        yield columns
        return
    told = columns.told or layout.told
    for row in columns.rows:
        if isinstance(row, BrokenRow):
            yield row
        elif [cell.strip() for cell in row[1]] != columns.header:
            made = _record(columns.names, row, path)
            if told and isinstance(made, Record):
                made, told = replace(made, warnings=(told, *made.warnings)), ""
            yield made


def _unwrapped(rows: Iterator[_Row | BrokenRow], dialect: Dialect) -> Iterator[_Row | BrokenRow]:
    """The rows that stand each in one cell."""
    for row in rows:
        if isinstance(row, BrokenRow) or len(row[1]) != 1:
            yield row
        else:
            yield from (_Row(row.line, cells) for cells in dialect.parse(io.StringIO(row[1][0], newline="")))


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
    rows: Iterator[_Row | BrokenRow]
    told: str = ""


def _columns(
    header: _Row,
    rows: Iterator[_Row | BrokenRow],
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


def _chain(first: TextIO, second: TextIO, path: str, ended: list[BrokenRow]) -> Iterator[str]:
    """The lines of both; one that is too long ends the table, and is an error."""
    for text in (first, second):
        while line := text.readline(raised(ROW)):
            if len(line) == raised(ROW):
                ended.append(too_long(raised(ROW), "a line of the table, which was read up to there,", path))
                return
            yield line


def _record(names: list[str], row: _Row, path: str) -> Record | BrokenRow:
    """A row of cells by the header's names; of two columns of one name the first counts."""
    cells = row.cells
    where = f"line {row.line}"
    if any(map(str.strip, cells[len(names) :])):
        return BrokenRow(
            f"{where}: {len(cells)} cells where the header has {len(names)}; a cell that holds the "
            "separator must stand in quotation marks",
            path=path,
        )
    short = len(cells) < len(names)
    warnings = [f"{where} has {len(cells)} of the header's {len(names)} cells"] if short else []
    if not row.sound:
        warnings.append(f"quotation marks in the row from {where} on are not doubled: another row may stand in it")
    return Record(by_name(names, cells), where, tuple(warnings))


def _rows(dialect: Dialect, lines: _Lines, path: str) -> Iterator[_Row | BrokenRow]:
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
                yield _Row(start, cells, sound or len(lines.taken) == 1)
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
    """Whether a row has swallowed others: lines in it are rows themselves, or its quoting or width is unsound too.

    A line is a row when it has all cells of one; in a row that is soundly quoted its first cell must follow the row's
    own (`id17`, `id18`), or all lines be rows, alike or more than three.
    """
    if len(lines.taken) == 1 or not width:
        return False
    inner = [next(dialect.parse(iter([line])), []) for line in lines.taken[1 : LONG + 1]]
    rows = [row for row in inner if len(row) == width]
    if not sound or len(cells) > width:
        parts = (line.count(dialect.separator) + 1 for line in lines.taken[1 : LONG + 1])
        return (not sound and len(cells) != width) or bool(rows) or width in parts
    return width > 1 and _are_rows(rows, cells, inner)


def _are_rows(rows: list[list[str]], cells: list[str], inner: list[list[str]]) -> bool:
    """Whether lines in a soundly quoted row are rows: one follows the row's own number, or all are rows and alike."""
    if any(_follows(row[0], cells[0], len(inner)) for row in rows):
        return True
    alike = all(_shape(row[0]) == _shape(cells[0]) != "" for row in rows)
    return len(rows) == len(inner) and (len(rows) > THREE or alike)


def _follows(cell: str, before: str, most: int) -> bool:
    """Whether the first cell of a row is the next after another's: alike but for a number a little higher."""
    shape = _shape(cell)
    if not shape or shape != _shape(before):
        return False
    return 0 < int(_NUMBER.findall(cell)[-1]) - int(_NUMBER.findall(before)[-1]) <= most


def _shape(cell: str) -> str:
    """A first cell without its digits, as `id` of `id17`, by which rows know each other; empty for one without any."""
    return _NUMBER.sub("0", cell.strip('"')) if len(cell) < LONGEST_ID and _NUMBER.search(cell) else ""
