"""Lexicons looked up in their bytes."""

from __future__ import annotations

import pytest

from arcorpus.morph import sorted_table
from arcorpus.morph.sorted_table import SortedTable

ROWS = [(f"كلمة{n:04d}", f"N{n}") for n in range(600)]


@pytest.fixture
def table(monkeypatch):
    """A table of several blocks; one key has three lines."""
    lines = ["form\tvalue", *(f"{key}\t{value}" for key, value in ROWS), "ولد\tA", "ولد\tB", "ولد\tC", "ياء\tZ"]
    monkeypatch.setattr(sorted_table, "place", str)
    monkeypatch.setattr(sorted_table, "read", lambda _: ("\n".join(lines) + "\n").encode())
    return SortedTable("any")


@pytest.mark.parametrize(("key", "value"), [ROWS[0], ROWS[299], ROWS[-1], ("ولد", "A"), ("ياء", "Z")])
def test_a_key_is_found_in_any_block(table, key, value):
    """The first, a middle and the last key are found, of a key with several lines the first."""
    assert table.get(key) == value


@pytest.mark.parametrize("key", ["كلمة", "كلمة00001", "form", "", "ا", "يوم", "لد"])
def test_what_is_no_key_is_not_found(table, key):
    """The beginning of a key, its end, the header and what lies before, behind or between is no key."""
    assert table.get(key) is None
    assert list(table.under(key)) == []


def test_all_lines_of_a_key(table):
    """Lines of one key stand together and all come."""
    assert list(table.under("ولد")) == ["A", "B", "C"]
    assert list(table.under("كلمة0000")) == ["N0"]
    assert list(table.under("ياء")) == ["Z"]
