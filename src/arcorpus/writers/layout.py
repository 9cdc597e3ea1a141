"""How a report is shown: which of its sections, and how much room there is."""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = ("articles", "entities", "topics", "claims", "duplicates")
"""What can be asked for, in the order in which it is shown."""

COMPANIONS = {"entities": ("mentions", "contexts"), "claims": ("sources",), "duplicates": ("changes",)}
"""What comes along with a section, as tables of their own where a table goes to a file of its own."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a writer is told besides the report.

    Args:
        sections: what was asked for, of `SECTIONS`.
        form: the format, where a writer knows several (`json` or `jsonl`, `csv` or `tsv`).
        width: the columns of the terminal; None where there is none, and a row is one line however long.
        top: the rows a table shows; None shows all.
        styled: whether the terminal takes colours.
        by: what the claims stand under, where they are shown alone: `article` or `source`.
        bom: whether CSV and TSV begin with a byte order mark, which Excel needs to see UTF-8.
    """

    sections: tuple[str, ...] = SECTIONS
    form: str = "json"
    width: int | None = None
    top: int | None = None
    styled: bool = False
    by: str = "article"
    bom: bool = False

    @property
    def single(self) -> str | None:
        """The section, where one alone was asked for: it is then shown in full detail."""
        return self.sections[0] if len(self.sections) == 1 else None
