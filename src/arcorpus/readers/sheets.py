"""The reader of workbooks (XLSX, XLS, ODS): every sheet that has a column of text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from arcorpus.errors import BrokenRow, ReadError, UnreadableFile
from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.evident import ROWS, evident_text, is_header, names_by_place
from arcorpus.readers.field_names import RecordField, listed
from arcorpus.readers.limits import WHOLE_BYTES, bounded, raised
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import Record, by_name, to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".xlsx", ".xls", ".ods")
FORM = "a workbook (XLSX, XLS or ODS)"

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_HEADER_WITHIN = 10  # rows: titles and empty rows may stand above the header


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins as a workbook does."""
    data = beginning.data
    if data.startswith(_OLD):
        return True
    return data.startswith(b"PK\x03\x04") and ((b"xl/" in data and b"[Content_Types].xml" in data) or _ODS in data)


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    """The articles of a workbook.

    Args:
        stream: the file, open for bytes.
        path: its path as the user wrote it.
        options: what the user says of the columns.

    Raises:
        UnreadableFile: when it is no whole workbook.
    """
    yield from to_articles(_records(stream, path, options), path, StreamEncoding(path), options)


def _records(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Record | ReadError]:
    """The rows of all sheets that have a column of text."""
    from python_calamine import CalamineError, CalamineWorkbook

    data = bounded(stream, path, WHOLE_BYTES).read()
    _refuse_bombs(data, path)
    seen: list[str] = []
    any_text = False
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).iter_rows()
            first = list(islice(rows, _HEADER_WITHIN + ROWS))
            columns = _columns(first, options)
            if columns is None:
                seen.extend(str(cell) for row in first[:1] for cell in row if cell not in ("", None))
                continue
            any_text = True
            told = columns.told
            for number, row in enumerate(chain(first, rows), 1):
                if number > columns.above and any(cell not in ("", None) for cell in row):
                    yield Record(by_name(columns.names, row), f"sheet {name}, row {number}", told)
                    told = ()
    except (CalamineError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(
            f"no whole workbook ({reason}); it may be cut off, locked with a password, or another kind of file",
            path=path,
        ) from error
    if not any_text:
        cure = "--text-column NAME says which it is, --titles reads titles alone"
        yield BrokenRow(options.absent(seen) or f"no sheet has a column of text ({listed(seen)}); {cure}", path=path)


class _Columns(NamedTuple):
    """What the columns of a sheet mean.

    Attributes:
        names: the name of each.
        above: how many rows stand above the first row of values.
        told: what the first article's reader is told of it.
    """

    names: list[str]
    above: int
    told: tuple[str, ...] = ()


def _columns(rows: list[list[Any]], options: ReadOptions) -> _Columns | None:
    """The columns of a sheet by a row that names one of text, else by what the rows hold; None when none is text."""
    wanted = (RecordField.TEXT, RecordField.TITLE) if options.titles else (RecordField.TEXT,)
    written = [[str(cell).strip() for cell in row] for row in rows]
    for above, names in enumerate(written[:_HEADER_WITHIN]):
        if is_header(names, written[above + 1 :], options) and any(options.means_any(name, wanted) for name in names):
            return _Columns(names, above + 1)
    place = next((n for n, row in enumerate(written) if sum(map(bool, row)) > 1), None)
    return (
        None
        if options.text_column is not None or place is None
        else _evident(rows[place:], written[place:], place, options)
    )


def _evident(rows: list[list[Any]], written: list[list[str]], above: int, options: ReadOptions) -> _Columns | None:
    """The columns of a sheet without a name for the text, by what the rows hold.

    Args:
        rows: the first rows from the first one of several cells on.
        written: the same as texts.
        above: how many rows stand above them.
        options: what the user says of the columns.
    """
    names = written[0]
    if not is_header(names, written[1:], options):
        placed = names_by_place(written, options)
        told = "the sheet has no header: the column of running text is taken for the text"
        return _Columns(placed, above, (told,)) if placed else None
    text = evident_text(rows[1:], [options.means_any(name) for name in names])
    if text is None or text >= len(names):
        return None
    told = f"the text is taken from {names[text]!r}, which is evidently it; --text-column NAME names another"
    return _Columns([*names[:text], str(RecordField.TEXT), *names[text + 1 :]], above + 1, (told,))


def _refuse_bombs(data: bytes, path: str) -> None:
    """Refuse a packed workbook that says of itself that it unpacks to too much."""
    import zipfile

    from arcorpus.readers.limits import too_large

    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            total = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableFile("the workbook is damaged or cut off; fetch it anew", path=path) from error
    if total > raised(WHOLE_BYTES):
        raise too_large(raised(WHOLE_BYTES), path)
