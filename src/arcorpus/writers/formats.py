"""Which writer makes a format: each writer states the endings of its files; an option may name the format instead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from arcorpus import plugins
from arcorpus.errors import UsageError

LATER = {".html": "html", ".htm": "html"}
"""Formats of a later version, by the endings of their files."""

REPORT, SECTION, TABLE = "report", "section", "table"
"""What a file of a format holds (`HOLDS`, `report` where a writer does not say): everything, a section with all its
tables, or one table."""


def format_of(path: str) -> str:
    """The format that a file's ending stands for.

    Raises:
        UsageError: for an ending that stands for none.

    >>> format_of("تقرير.JSON"), format_of("claims.txt")
    ('json', 'table')
    """
    ending = Path(path).suffix.lower()
    if ending in LATER:
        raise later(LATER[ending])
    known = _endings(plugins.MEMBERS["writers"])
    if ending not in known:
        known |= _endings(plugins.names("writers"))
    if ending not in known:
        # Those that are called as their format come first; it goes without saying for them.
        listed = sorted(known.items(), key=lambda item: item[1] not in item[0])
        those = ", ".join(name if form in name else f"{name} ({form})" for name, form in listed)
        said = f"the ending {ending!r}" if ending else "a name without an ending"
        raise UsageError(f"{said} says no format: name one with --format, or end in {those}", path=path)
    return known[ending]


def _endings(forms: Iterable[str]) -> dict[str, str]:
    """The formats by the endings of their files; the first of several formats of an ending counts."""
    found: dict[str, str] = {}
    for form in forms:
        for ending, name in plugins.load("writers", form).FORMATS.items():
            found.setdefault(ending, name)
    return found


def later(form: str) -> UsageError:
    """The error for a format that is yet to come."""
    return UsageError(f"{form} output belongs to a later version; until then the formats are {names()}")


def names() -> str:
    """The formats, for messages."""
    return ", ".join(plugins.names("writers"))


def check(form: str) -> None:
    """Nothing, when there is such a format.

    Raises:
        UsageError: when there is none, or not yet.
    """
    if form in LATER.values():
        raise later(form)
    if form not in plugins.MEMBERS["writers"] and form not in plugins.names("writers"):
        raise UsageError(f"there is no format {form!r}: the formats are {names()}")


def writer(form: str) -> ModuleType:
    """The writer of a format."""
    return plugins.load("writers", form)


def holds(form: str) -> str:
    """What a file of a format holds: `REPORT`, `SECTION` or `TABLE`."""
    return str(getattr(writer(form), "HOLDS", REPORT))
