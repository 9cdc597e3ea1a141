"""Character maps."""

from __future__ import annotations

import builtins

import pytest

from arcorpus.errors import MissingExtra, UsageError
from arcorpus.text import charmaps


@pytest.mark.parametrize(
    ("name", "text", "mapped"),
    [
        ("ar2bw", "قال الوزير", "qAl Alwzyr"),
        ("bw2ar", "qAl", "قال"),
        ("ar2hsb", "شمس", "šms"),
        ("arclean", "ﻻ", "لا"),
        ("ar2sampa", "قالَ", "qa:la"),
    ],
)
def test_maps_of_camel_tools(name, text, mapped):
    """A built-in map of CAMeL Tools, and PyArabic's SAMPA, map a text."""
    assert charmaps.load(name)(text) == mapped


def test_unknown_map_lists_the_known():
    """A map that nobody has is wrong usage that lists those there are."""
    with pytest.raises(UsageError, match="ar2bw"):
        charmaps.load("ar2elvish")


def test_without_camel_tools_the_message_says_how_to_get_it(monkeypatch):
    """Where the package of a map cannot be imported, the error holds the command that installs it."""
    real = builtins.__import__

    def refuse(name, *args, **kwargs):
        if name.startswith(("camel_tools", "pyarabic")):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtra, match="pip install camel-tools"):
        charmaps.load("ar2bw")
    with pytest.raises(MissingExtra, match="pip install pyarabic"):
        charmaps.load("ar2sampa")
