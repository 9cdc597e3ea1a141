"""Members of a room by name: built-in ones from a table, others from entry points `arcorpus.<room>`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from arcorpus.errors import UsageError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

MEMBERS: dict[str, dict[str, str]] = {
    "readers": {
        "html": "readers.html.reader",
        "page": "readers.page.reader",
        "jsonl": "readers.jsonl",
        "json": "readers.json",
        "csv": "readers.csv_tables",
        "tsv": "readers.csv_tables",
        "parquet": "readers.parquet",
        "sgml": "readers.sgml",
        "xml": "readers.xml_documents",
        "warc": "readers.warc",
        "sheets": "readers.sheets",
    },
    "ner": {"none": "ner.none", "rules": "ner.rules", "camel": "ner.camel", "embedded": "ner.embedded"},
    "morph": {"lexicon": "morph.lexicon", "camel": "morph.camel"},
    "analyses": {name: f"analyses.{name}" for name in ("articles", "entities", "topics", "claims", "duplicates")},
    "writers": {
        "table": "writers.table",
        "json": "writers.json",
        "jsonl": "writers.json",
        "csv": "writers.rows",
        "tsv": "writers.rows",
        "md": "writers.markdown",
    },
}
"""The members of each room that are built in, by name, with the module that each is.

The analyses stand in the order in which their sections are made and shown; a writer has the name of its format.
"""


def names(room: str) -> Iterator[str]:
    """The names of a room's members: the built-in ones, then those of installed packages by name."""
    yield from MEMBERS[room]
    yield from (name for name in installed(room) if name not in MEMBERS[room])


def load(room: str, name: str) -> ModuleType:
    """The module of a room's member.

    Raises:
        UsageError: when neither the room nor an installed package has a member of that name.
    """
    if name in MEMBERS[room]:
        return import_module(f"arcorpus.{MEMBERS[room][name]}")
    points = installed(room)
    if name in points:
        module: ModuleType = points[name].load()
        return module
    known = ", ".join(names(room))
    raise UsageError(f"there is no {name!r} among the {room}: it is none of {known}, and no installed package adds it")


def summary(room: str, name: str) -> str:
    """The first line of what a member says of itself; a built-in one's is read from its file, which costs no import.

    >>> summary("analyses", "articles")
    "What was read: each article's title, source, author, date, keywords and text."
    """
    if name in MEMBERS[room]:
        file = Path(__file__).parent / f"{MEMBERS[room][name].replace('.', '/')}.py"
        if file.is_file():  # not where the package is run from an archive
            with file.open(encoding="utf-8") as source:
                return source.readline().strip().strip('"')
    return (load(room, name).__doc__ or "").partition("\n")[0]


@cache
def installed(room: str) -> Mapping[str, EntryPoint]:
    """What installed packages add to a room: their entry points by name, sorted."""
    group = f"arcorpus.{room}"
    if not is_announced(group):
        return {}
    from importlib.metadata import entry_points

    return {point.name: point for point in sorted(entry_points(group=group), key=lambda point: point.name)}


def is_announced(group: str) -> bool:
    """Whether an installed package says that it adds to a group: a look at the files that hold entry points.

    Where none does, as nearly everywhere, the help is spared the import of importlib.metadata, which costs as much as
    that of click.
    """
    header = f"[{group}]".encode()
    for place in map(Path, sys.path):
        if place.is_file():
            return True  # an archive: only importlib.metadata looks inside
        if any(header in points.read_bytes() for points in place.glob("*-info/entry_points.txt")):
            return True
    return False
