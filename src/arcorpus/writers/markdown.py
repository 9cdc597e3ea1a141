"""One section of the report as GitHub Markdown, to be read on a page or pasted into one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from arcorpus.errors import UsageError
from arcorpus.report import Report
from arcorpus.writers.escaping import for_markdown
from arcorpus.writers.grid import Grid, Row, grids
from arcorpus.writers.layout import Layout

FORMATS = {".md": "md"}
HOLDS = "section"


def write(report: Report, out: TextIO, layout: Layout) -> None:
    """Write a section's tables as Markdown, in full detail; whatever the files hold is shown and does nothing.

    Raises:
        UsageError: when the layout does not name exactly one section.
    """
    if layout.single is None:
        raise UsageError("md holds one section: choose it with --only, or give a folder with -o")
    summary, tables = grids(report, layout)
    out.write(f"# {layout.single.capitalize()}\n\n{summary}\n")
    for grid in tables:
        out.writelines(f"{line}\n" for line in _lines(grid))


def _lines(grid: Grid) -> Iterator[str]:
    yield from ("", f"## {grid.title}")
    for group in grid.groups:
        if group.heading:
            yield from ("", f"### {for_markdown(group.heading)}")
        yield ""
        yield _row(tuple(column.name for column in grid.columns))
        yield _row(tuple("---" if column.weight else "---:" for column in grid.columns))
        for row in group.rows:
            yield _row(tuple(map(for_markdown, row)))
    if grid.note:
        yield from ("", grid.note)


def _row(cells: Row) -> str:
    return f"| {' | '.join(cells)} |"
