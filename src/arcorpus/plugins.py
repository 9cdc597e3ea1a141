"""Members of a room by name: built-in ones from a table, others from entry points `arcorpus.<room>`."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from arcorpus.errors import UsageError

ROOMS: dict[str, tuple[str, ...]] = {
    "readers": ("page", "rows"),
    "ner": ("none", "rules", "camel", "embedded"),
    "morph": ("lexicon", "camel"),
    "analyses": ("articles", "claims", "duplicates", "entities", "topics"),
    "writers": ("table", "json", "rows", "markdown"),
}


def load(room: str, name: str) -> ModuleType:
    """The module of a room's member.

    Entry points are asked only for names that are not built in: reading them costs as much as importing click.

    Raises:
        UsageError: when neither the room nor an installed package has a member of that name.
    """
    if name in ROOMS[room]:
        return import_module(f"arcorpus.{room}.{name}")
    from importlib.metadata import entry_points

    for point in entry_points(group=f"arcorpus.{room}", name=name):
        module: ModuleType = point.load()
        return module
    known = ", ".join(ROOMS[room])
    raise UsageError(f"there is no {name!r} among the {room}: it is none of {known}, and no installed package adds it")
