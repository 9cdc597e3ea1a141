"""Which column of a table is evidently the text, where no name says so: by length, Arabic letters and spaces."""

from __future__ import annotations

from collections.abc import Sequence

from arcorpus.readers.field_names import RecordField
from arcorpus.readers.options import ReadOptions, is_same

ROWS = 50  # rows that are looked at
SHORTEST = 60  # code points of a text, on average
TITLE = range(12, 160)  # code points of a title, on average
WORDS = 5  # words of a column's name, at most


def is_header(cells: Sequence[str], rows: Sequence[Sequence[str]], options: ReadOptions) -> bool:
    """Whether the first row of a table names columns, rather than being a row like those below it.

    Names are known, or short, no numbers, and none comes again in its column.
    """
    known = sum(map(options.means_any, cells))
    if known > 1 or any(len(cell) >= SHORTEST for cell in cells):
        return known > 1
    if known or any(is_same(cell, wanted) for cell in cells for wanted in options.named().values()):
        return True
    again = any(cell and any(cell == row[n].strip() for row in rows if n < len(row)) for n, cell in enumerate(cells))
    return not again and not any(_is_value(cell) for cell in cells)


def _is_value(cell: str) -> bool:
    """Whether a cell holds a number, a day, an address or a sentence, as the names of columns do not."""
    return cell[:1].isdigit() or "://" in cell or len(cell.split()) > WORDS


def evident_text(rows: Sequence[Sequence[object]], known: Sequence[bool] = ()) -> int | None:
    """The number of the column that is evidently the text of the rows, None when none is.

    Args:
        rows: some rows of the table.
        known: for each column whether its name says that it is something else.

    >>> evident_text([[1, "وقال الوزير إن العمل في المشروع مستمر منذ أول الشهر، وإن الطريق يفتح بعد أسبوعين."]])
    1
    """
    lengths = [
        0.0 if is_other else length for length, is_other in zip(_lengths(rows), _padded(known, rows), strict=True)
    ]
    best = max(range(len(lengths)), key=lengths.__getitem__, default=None)
    return best if best is not None and lengths[best] >= SHORTEST else None


def evident_title(rows: Sequence[Sequence[object]], text: int | None) -> int | None:
    """The number of the column that is evidently the title beside that of the text, None when none is."""
    lengths = _lengths(rows)
    fitting = [n for n, length in enumerate(lengths) if n != text and int(length) in TITLE]
    return max(fitting, key=lengths.__getitem__, default=None)


def names_by_place(rows: Sequence[Sequence[str]], options: ReadOptions) -> list[str] | None:
    """Names for the columns of a table without a header, None when no column is evidently the text.

    A column that the user gave by its number is found by its name, `column 2`.
    """
    names = [f"column {number}" for number in range(1, max(map(len, rows)) + 1)]
    if options.text_column is not None:
        return names
    text = evident_text(rows)
    if text is None and not options.titles:
        return None
    title = evident_title(rows, text) if options.title_column is None else None
    if title is not None:
        names[title] = str(RecordField.TITLE)
    if text is not None:
        names[text] = str(RecordField.TEXT)
    return names


def _width(rows: Sequence[Sequence[object]]) -> int:
    return max(map(len, rows), default=0)


def _padded(known: Sequence[bool], rows: Sequence[Sequence[object]]) -> list[bool]:
    return [*known, *[False] * (_width(rows) - len(known))]


def _text(cell: object) -> str:
    """A cell as text, a list of texts joined; empty when it is none."""
    if isinstance(cell, list):
        return " ".join(part for part in cell if isinstance(part, str))
    return cell.strip() if isinstance(cell, str) else ""


def _lengths(rows: Sequence[Sequence[object]]) -> list[float]:
    """The average length of each column's cells; 0 for one that is not Arabic words, for a good part."""
    lengths: list[float] = []
    for number in range(_width(rows)):
        cells = [cell for row in rows if (cell := _text(row[number] if number < len(row) else ""))]
        whole = sum(map(len, cells))
        arabic = sum("\u0620" <= letter <= "\u06ff" for cell in cells for letter in cell)
        spaces = sum(cell.count(" ") for cell in cells)
        lengths.append(whole / len(cells) if cells and arabic > whole / 3 and spaces else 0.0)
    return lengths
