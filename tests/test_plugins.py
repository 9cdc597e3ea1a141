"""Members of a room by name."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from arcorpus import plugins
from arcorpus.errors import UsageError


@pytest.mark.parametrize(("room", "name"), [(room, name) for room, names in plugins.MEMBERS.items() for name in names])
def test_every_built_in_member_loads(room, name):
    """Each name in the table is a module."""
    assert plugins.load(room, name).__name__ == f"arcorpus.{plugins.MEMBERS[room][name]}"


def test_unknown_member_names_the_known_ones():
    """A name that nobody offers is wrong usage, and the message lists what there is."""
    with pytest.raises(UsageError, match="none of none, rules, camel, embedded"):
        plugins.load("ner", "oracle")


def test_member_of_another_package(monkeypatch):
    """An entry point adds a member under its own name."""
    point = EntryPoint("mine", "json.decoder", "arcorpus.ner")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: (point,))
    assert plugins.load("ner", "mine").__name__ == "json.decoder"
