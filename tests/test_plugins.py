"""Members of a room by name."""

from __future__ import annotations

import pytest

from arcorpus import plugins
from arcorpus.errors import UsageError


@pytest.mark.parametrize(("room", "name"), [(room, name) for room, names in plugins.MEMBERS.items() for name in names])
def test_every_built_in_member_loads(room, name):
    """Each name in the table is a module."""
    assert plugins.load(room, name).__name__ == f"arcorpus.{plugins.MEMBERS[room][name]}"


def test_unknown_member_names_the_known_ones():
    """A name that nobody offers is wrong usage, and the message lists what there is."""
    with pytest.raises(UsageError, match="none of none, rules, camel, embedded, and"):
        plugins.load("ner", "oracle")


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Makes packages that have entry points; what was known of others is forgotten before and after."""

    def install(name, entry_points):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(entry_points)

    monkeypatch.syspath_prepend(tmp_path)
    plugins.installed.cache_clear()
    yield install
    plugins.installed.cache_clear()


def test_member_of_another_package(installed):
    """An entry point adds a member under its own name, after the built-in ones; it does not take their names."""
    installed("mine", "[arcorpus.ner]\nzebra = json.decoder\nmine = json.encoder\nrules = json.scanner\n")
    assert list(plugins.names("ner")) == ["none", "rules", "camel", "embedded", "mine", "zebra"]
    assert plugins.load("ner", "zebra").__name__ == "json.decoder"
    assert plugins.load("ner", "rules").__name__ == "arcorpus.ner.rules"
    assert list(plugins.names("writers")) == list(plugins.MEMBERS["writers"])


def test_entry_points_are_not_read_for_nothing(installed, monkeypatch):
    """importlib.metadata is asked only where some package says that it adds to the group."""
    installed("other", "[console_scripts]\narcorpus.ner = json:tool\n")
    monkeypatch.setattr("importlib.metadata.entry_points", None)
    assert list(plugins.names("ner")) == list(plugins.MEMBERS["ner"])


@pytest.mark.usefixtures("installed")
def test_archives_are_left_to_importlib(monkeypatch, tmp_path):
    """Nobody looks into an archive on the path: importlib.metadata does."""
    archive = tmp_path / "packages.zip"
    archive.write_bytes(b"PK")
    monkeypatch.syspath_prepend(archive)
    assert plugins.is_announced("arcorpus.ner")
    assert list(plugins.names("ner")) == list(plugins.MEMBERS["ner"])
