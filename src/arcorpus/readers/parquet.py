"""The reader of Parquet tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from arcorpus.errors import ReadError, UnreadableFile
from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.field_names import RecordField
from arcorpus.readers.files import seekable
from arcorpus.readers.limits import RATIO, RATIO_FROM, raised, too_dense
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import Record, to_articles

if TYPE_CHECKING:
    from arcorpus.readers.sniffing import Beginning
    from arcorpus.types import Article

SUFFIXES = (".parquet",)
MAGIC = b"PAR1"
BATCH = 64  # rows held at a time
HELD = 128 << 20  # bytes of a column that they may take: of a text that a dictionary has once there may be a row each


def read(stream: BinaryIO, path: str, options: ReadOptions = USUAL) -> Iterator[Article | ReadError]:
    """The articles of a Parquet table.

    Args:
        stream: the file, open for bytes; one that cannot be sought in is copied to a temporary file.
        path: its path as the user wrote it.
        options: what the user says of the columns.

    Raises:
        UnreadableFile: when it is no whole table.
    """
    yield from to_articles(_records(stream, path, options), path, StreamEncoding(path), options)


def looks_like(beginning: Beginning) -> bool:
    """Whether a stream begins with the four bytes of Parquet."""
    return beginning.data.startswith(MAGIC)


def _records(stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Record | ReadError]:
    """The rows of a table, of its known columns alone when one of them is the text."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(seekable(stream), buffer_size=1 << 16, pre_buffer=False)
        _refuse_bombs(table.metadata, path)
        names = table.schema_arrow.names
        number = 0
        known = _known(names, options)
        rows = max(1, min(BATCH, HELD // max(1, _largest_dictionary(table.metadata))))
        for batch in table.iter_batches(batch_size=rows, columns=known, use_threads=False):
            columns: dict[str, list[object]] = {}
            for name, column in zip(batch.schema.names, batch.columns, strict=True):
                columns.setdefault(name, _cells(column))
            for cells in zip(*columns.values(), strict=True):
                number += 1
                yield Record(dict(zip(columns, cells, strict=True)), f"row {number}")
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise UnreadableFile(
            f"no whole Parquet table: {reason}; it may be cut off, or another kind of file", path=path
        ) from error


def _refuse_bombs(metadata: Any, path: str) -> None:  # noqa: ANN401 - of pyarrow, which has no types
    """Refuse a table that says of itself that it unpacks to many times its size."""
    for group in map(metadata.row_group, range(metadata.num_row_groups)):
        for column in map(group.column, range(group.num_columns)):
            if column.total_uncompressed_size > max(raised(RATIO_FROM), RATIO * column.total_compressed_size):
                raise too_dense(path)


def _largest_dictionary(metadata: Any) -> int:  # noqa: ANN401 - of pyarrow, which has no types
    """The bytes that one value may have at most, by the columns that keep theirs in a dictionary."""
    groups = map(metadata.row_group, range(metadata.num_row_groups))
    chunks = (group.column(number) for group in groups for number in range(group.num_columns))
    return max((chunk.total_uncompressed_size for chunk in chunks if chunk.has_dictionary_page), default=0)


def _cells(column: Any) -> list[object]:  # noqa: ANN401 - a pyarrow array; the package has no types
    """A column's values; where Python has no such value (a year 300000, a broken letter), what the table has."""
    import pyarrow as pa

    try:
        values: list[object] = column.to_pylist()
    except (ValueError, OverflowError, pa.ArrowException):
        values = column.cast(pa.binary() if pa.types.is_string(column.type) else pa.string()).to_pylist()
    return values


def _known(names: list[str], options: ReadOptions) -> list[str]:
    """The columns that mean something, for the others are never read; all when none is the text by its name."""
    if not any(options.means(name, RecordField.TEXT) for name in names):
        return names
    return [name for name in names if options.means_any(name)]
