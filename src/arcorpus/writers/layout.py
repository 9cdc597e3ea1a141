"""How a report is shown: which of its sections, and how much room there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from arcorpus import plugins

SECTIONS = tuple(plugins.MEMBERS["analyses"])
"""The sections of the whole report, in its order; those of installed packages are made when they are asked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a writer is told besides the report.

    Args:
        sections: what was asked for: names of analyses.
        form: the format, where a writer knows several (`json` or `jsonl`, `csv` or `tsv`).
        width: the columns of the terminal; None where there is none, and a row is one line however long.
        top: the rows a table shows; None shows all.
        styled: whether the terminal takes colours.
        options: the values of the command's options by name, for an analysis that shows its section by them.
        bom: whether CSV and TSV begin with a byte order mark, which Excel needs to see UTF-8.
        table: the one table that is written, for a format that holds one in a file; None is the section's first.
    """

    sections: tuple[str, ...] = SECTIONS
    form: str = "json"
    width: int | None = None
    top: int | None = None
    styled: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)
    bom: bool = False
    table: str | None = None

    @property
    def single(self) -> str | None:
        """The section, where one alone was asked for: it is then shown in full detail."""
        return self.sections[0] if len(self.sections) == 1 else None
