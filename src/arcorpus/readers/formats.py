"""Which reader takes a file: each reader states its endings; an option may name the reader instead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from inspect import signature
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO

from arcorpus import plugins
from arcorpus.errors import ReadError, UnknownFormat
from arcorpus.readers.archives import KINDS
from arcorpus.readers.files import shown
from arcorpus.readers.packed import PACKINGS, inner_name

if TYPE_CHECKING:
    from arcorpus.readers.options import ReadOptions
    from arcorpus.types import Article

PAGE = "page"  # the reader of every text that no other claims


@cache
def suffixes() -> dict[str, str]:
    """The names of the readers by the endings they take, ours first; the first of several readers of one counts."""
    found: dict[str, str] = {}
    for name, reader in readers():
        for suffix in reader.SUFFIXES:
            found.setdefault(suffix, name)
    return found


def is_format(name: str) -> bool:
    """Whether `--input-format` can name it: a reader of ours or of an installed package."""
    return name in plugins.names("readers")


def reader_of(path: str) -> str | None:
    """The name of the reader that takes a path's ending, None when there is none.

    >>> reader_of("أخبار.CSV.gz"), reader_of("صفحة.txt"), reader_of("خبر.pdf"), reader_of("خبر.html")
    ('csv', 'page', None, 'html')
    """
    ending = ending_of(path)
    return suffixes().get(ending) if ending else None


def has_fields(name: str) -> bool:
    """Whether a reader's files have fields that a user can name: its `read` takes options then."""
    return name != PAGE and "options" in signature(plugins.load("readers", name).read).parameters


def read(name: str, stream: BinaryIO, path: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """What a reader finds in a stream; one whose `read` takes no options is given none."""
    reader = plugins.load("readers", name)
    found: Iterator[Article | ReadError]
    if "options" in signature(reader.read).parameters:
        found = reader.read(stream, path, options)
    else:
        found = reader.read(stream, path)
    return found


def readers() -> Iterator[tuple[str, ModuleType]]:
    """All readers by name, in the order in which a stream without a name is offered to them."""
    for name in plugins.names("readers"):
        yield name, plugins.load("readers", name)


def ending_of(path: str) -> str:
    """The ending in lower case that tells what a file is, that of its packing taken off; empty when it has none.

    >>> ending_of("a/b.JSONL.gz"), ending_of("README"), ending_of("x.gz")
    ('.jsonl', '', '')
    """
    return os.path.splitext(inner_name(os.path.basename(path)).lower())[1]  # noqa: PTH119, PTH122


def is_packed_only(path: str) -> bool:
    """Whether a name tells how the file is packed and nothing of what is in it («أخبار.gz»)."""
    return not ending_of(path) and inner_name(path) != path


def takes(path: str) -> bool:
    """Whether a name tells that a file can be read: by a reader, as an archive, or as packed whatever is in it.

    >>> takes("أخبار.tgz"), takes("أخبار.csv"), takes("أخبار.gz"), takes("أخبار.pdf")
    (True, True, True, False)
    """
    return bool(reader_of(path) or ending_of(path) in KINDS or is_packed_only(path))


def readable() -> str:
    """The endings that are read, for messages."""
    return f"{', '.join((*suffixes(), *KINDS))}, also {', '.join(packing.suffix for packing in PACKINGS)}"


def names() -> str:
    """The formats that `--input-format` takes, for messages."""
    return ", ".join(plugins.names("readers"))


def unknown_format(path: str) -> UnknownFormat:
    """The error for a file that was named and that no reader takes."""
    ending = ending_of(path)
    what = f"files ending in {ending}" if ending else "files without an ending"
    return UnknownFormat(
        f"no reader takes {what}; readable are {readable()}; if it is one of these by another name, "
        f"say so with --input-format ({names()})",
        path=shown(path),
    )
