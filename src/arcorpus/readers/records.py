"""Records (a JSON object, a table's row) on their way from a file to articles: what the readers of records share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcorpus.errors import BrokenRow, ReadError
from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.record_fields import to_article

if TYPE_CHECKING:
    from arcorpus.types import Article


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file.

    Attributes:
        values: its values by name, as JSON or a table gives them.
        where: its place for messages (`line 3`).
        warnings: what the reader should be told of it.
    """

    values: dict[str, object]
    where: str
    warnings: tuple[str, ...] = ()


def to_articles(
    records: Iterator[Record | ReadError], path: str, encoding: StreamEncoding
) -> Iterator[Article | ReadError]:
    """The articles that records hold, in their order, and an error for each record that holds none.

    Args:
        records: the records of one file and the errors between them; an article's index counts both.
        path: the file, as the user wrote it.
        encoding: what is known of its encoding.
    """
    for index, record in enumerate(records):
        if isinstance(record, ReadError):
            yield record
            continue
        try:
            article = to_article(
                record.values, path, index, record.where, (*encoding.encoding_warnings, *record.warnings)
            )
        except BrokenRow as error:
            yield error
        else:
            yield article
