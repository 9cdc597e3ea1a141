"""Members of a room by name: built-in ones from a table, others from entry points `arcorpus.<room>`."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from arcorpus.errors import UsageError

MEMBERS: dict[str, dict[str, str]] = {
    "readers": {
        "page": "readers.page.reader",
        "jsonl": "readers.jsonl",
        "json": "readers.json",
        "csv": "readers.csv_tables",
        "tsv": "readers.csv_tables",
        "parquet": "readers.parquet",
    },
    "ner": {"none": "ner.none", "rules": "ner.rules", "camel": "ner.camel", "embedded": "ner.embedded"},
    "morph": {"lexicon": "morph.lexicon", "camel": "morph.camel"},
    "analyses": {name: f"analyses.{name}" for name in ("articles", "claims", "duplicates", "entities", "topics")},
    "writers": {name: f"writers.{name}" for name in ("table", "json", "rows", "markdown")},
}
"""The members of each room that are built in, by name, with the module that each is."""


def load(room: str, name: str) -> ModuleType:
    """The module of a room's member.

    Entry points are asked only for names that are not built in: reading them costs as much as importing click.

    Raises:
        UsageError: when neither the room nor an installed package has a member of that name.
    """
    if name in MEMBERS[room]:
        return import_module(f"arcorpus.{MEMBERS[room][name]}")
    from importlib.metadata import entry_points

    for point in entry_points(group=f"arcorpus.{room}", name=name):
        module: ModuleType = point.load()
        return module
    known = ", ".join(MEMBERS[room])
    raise UsageError(f"there is no {name!r} among the {room}: it is none of {known}, and no installed package adds it")
