"""The report as tables for people: fitted to a terminal, or plain and complete where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from arcorpus.report import Report
from arcorpus.writers.escaping import for_terminal, isolated, rtl
from arcorpus.writers.grid import Column, Grid, Row, grids
from arcorpus.writers.layout import Layout

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

FORMATS = {".txt": "table"}

GAP = 2
"""Cells between two columns."""

FIGURES = 16
"""Cells of a column of figures, at most."""

LONGEST = 2000
"""Characters of a cell that a terminal shows: beyond, it would scroll everything else away."""

PLAIN_COLUMN = 80
"""Where there is no terminal, a longer cell than this pushes on the rest of its row, and not that of every other."""


def write(report: Report, out: TextIO, layout: Layout) -> None:
    """Write the report as tables.

    With `layout.width` they fit a terminal of so many columns: long cells wrap, and Arabic stays in logical order,
    each line of a cell isolated from its neighbours. Without it every row is one line, however long, and nothing but
    text: no styles, no marks, nothing left out.
    """
    summary, tables = grids(report, layout)
    if layout.width is None:
        out.write(f"{summary}\n")
        for grid in tables:
            out.writelines(f"{line}\n" for line in _plain(grid))
    else:
        _draw(summary, tables, out, layout)


def _plain(grid: Grid) -> Iterator[str]:
    from rich.cells import cell_len

    def line(row: Row) -> str:
        fills = [" " * (width - cell_len(cell)) for width, cell in zip(widths, row, strict=True)]
        cells = zip(grid.columns, row, fills, strict=True)
        return (" " * GAP).join(cell + fill if column.weight else fill + cell for column, cell, fill in cells).rstrip()

    names = tuple(column.name for column in grid.columns)
    groups = [(group.heading, [tuple(map(for_terminal, row)) for row in group.rows]) for group in grid.groups]
    columns = list(zip(names, *(row for _, rows in groups for row in rows), strict=True))
    widths = [min(max(map(cell_len, column)), PLAIN_COLUMN) for column in columns]
    yield from ("", grid.title, line(names))
    for heading, rows in groups:
        if heading:
            yield from ("", for_terminal(heading))
        yield from map(line, rows)
    if grid.note:
        yield grid.note


def _draw(summary: str, tables: list[Grid], out: TextIO, layout: Layout) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(
        file=out,
        width=layout.width,
        force_terminal=layout.styled,
        color_system="standard" if layout.styled else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    # Nothing stands in the first column: terminals lose a mark without width that has no character before it.
    room = console.width - 1
    parts: list[Table | Text] = [Text(summary, "bold")]
    for grid in tables:
        parts += [Text(), Text(grid.title, "bold"), *_drawn(grid, room, console)]
        if grid.note:
            parts.append(Text(grid.note, "dim"))
    for part in parts:
        console.print(Padding(part, (0, 0, 0, 1)))


def _drawn(grid: Grid, room: int, console: Console) -> Iterator[Table | Text]:
    """The tables of a grid's groups, one below the other, with the same columns."""
    from rich.text import Text

    places, widths = _fitted(grid, room)
    columns = [grid.columns[place] for place in places]
    for number, group in enumerate(grid.groups):
        if group.heading:
            yield from (Text(), _cell(group.heading, room, console, style="bold"))
        rows = [[_cell(row[p], width, console) for p, width in zip(places, widths, strict=True)] for row in group.rows]
        yield _table(columns, widths, rows, header=number == 0)


def _fitted(grid: Grid, room: int) -> tuple[list[int], list[int]]:
    """Which columns of a grid are drawn in so much room, in cells, and how wide each is.

    Spare columns go first; then every column has its least, and what is left is shared by weight, cell for cell.
    """
    wanted = [_longest(grid, place) for place in range(len(grid.columns))]
    least = [min(wide, _least(column)) for column, wide in zip(grid.columns, wanted, strict=True)]
    places = _that_fit(grid.columns, least, room)
    widths = {place: least[place] for place in places}
    for _ in range(room - sum(widths.values()) - GAP * (len(places) - 1)):
        growing = [place for place in places if grid.columns[place].weight and widths[place] < wanted[place]]
        if not growing:
            break
        widths[min(growing, key=lambda place: widths[place] / grid.columns[place].weight)] += 1
    return places, list(widths.values())


def _longest(grid: Grid, place: int) -> int:
    """The cells of the longest text of a column, its name among them."""
    from rich.cells import cell_len

    return max(map(cell_len, (grid.columns[place].name, *(_shown(row[place]) for row in grid.rows))))


def _least(column: Column) -> int:
    """The cells that a column is given before any is given more: its name is never broken."""
    return max(column.least if column.weight else FIGURES, len(column.name))


def _that_fit(columns: Sequence[Column], least: Sequence[int], room: int) -> list[int]:
    """The places of the columns whose least widths fit beside each other, without the last spare ones if need be."""
    places = list(range(len(columns)))
    for place in reversed(range(len(columns))):
        if sum(least[p] + GAP for p in places) - GAP <= room:
            break
        if columns[place].spare:
            places.remove(place)
    return places


def _table(columns: list[Column], widths: list[int], rows: list[list[Text]], *, header: bool) -> Table:
    from rich.table import Table

    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=header, header_style="dim")
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column.name, width=width, justify="left" if column.weight else "right", overflow="fold")
    # Rows of several lines run into one another, where most are such.
    lines = sum(max(cell.plain.count("\n") + 1 for cell in row) for row in rows)
    tall = lines > 2 * len(rows)
    for number, row in enumerate(rows):
        if tall and number:
            table.add_row()
        table.add_row(*row)
    return table


def _shown(text: str) -> str:
    more = len(text) - LONGEST
    return for_terminal(text) if more <= 0 else f"{for_terminal(text[:LONGEST])} [{more:,} more characters]"


def _cell(text: str, width: int, console: Console, style: str = "") -> Text:
    """The text wrapped to a width, each line isolated; a text that runs from right to left stands right."""
    from rich.text import Text

    text = _shown(text)
    right = rtl(text)
    lines = Text(text).wrap(console, width, overflow="fold")
    wrapped = "\n".join(isolated(line.plain.rstrip(), right=right) for line in lines)
    return Text(wrapped, style, justify="right" if right else None)
