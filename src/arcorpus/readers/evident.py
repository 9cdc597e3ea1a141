"""Which column of a table is evidently the text, where no name says so: by length, Arabic letters and spaces."""

from __future__ import annotations

from collections.abc import Sequence

from arcorpus.readers.record_fields import FIELDS, RecordField, means

ROWS = 50  # rows that are looked at
SHORTEST = 60  # code points of a text, on average
TITLE = range(12, 160)  # code points of a title, on average


def is_header(cells: Sequence[str]) -> bool:
    """Whether the first row of a table names columns: some name is known, or no cell is as long as a sentence."""
    return any(means(cell, what) for cell in cells for what in FIELDS) or not any(
        len(cell) >= SHORTEST for cell in cells
    )


def evident_text(rows: Sequence[Sequence[str]]) -> int | None:
    """The number of the column that is evidently the text of the rows, None when none is.

    >>> evident_text([["1", "وقال الوزير إن العمل في المشروع مستمر منذ أول الشهر، وإن الطريق يفتح بعد أسبوعين."]])
    1
    """
    lengths = _arabic_lengths(rows)
    best = max(range(len(lengths)), key=lengths.__getitem__, default=None)
    return best if best is not None and lengths[best] >= SHORTEST else None


def evident_title(rows: Sequence[Sequence[str]], text: int) -> int | None:
    """The number of the column that is evidently the title beside that of the text, None when none is."""
    lengths = _arabic_lengths(rows)
    fitting = [n for n, length in enumerate(lengths) if n != text and int(length) in TITLE]
    return max(fitting, key=lengths.__getitem__, default=None)


def names_by_place(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """Names for the columns of a table without a header, None when no column is evidently the text."""
    text = evident_text(rows)
    if text is None:
        return None
    names = [f"column {number}" for number in range(1, max(map(len, rows)) + 1)]
    title = evident_title(rows, text)
    if title is not None:
        names[title] = str(RecordField.TITLE)
    names[text] = str(RecordField.TEXT)
    return names


def _arabic_lengths(rows: Sequence[Sequence[str]]) -> list[float]:
    """The average length of each column's cells; 0 for one that is not mostly Arabic words."""
    lengths: list[float] = []
    for number in range(max(map(len, rows), default=0)):
        cells = [row[number] for row in rows if number < len(row) and row[number].strip()]
        whole = sum(map(len, cells))
        arabic = sum("\u0620" <= letter <= "\u06ff" for cell in cells for letter in cell)
        spaces = sum(cell.count(" ") for cell in cells)
        lengths.append(whole / len(cells) if cells and arabic > whole / 2 and spaces else 0.0)
    return lengths
