"""What an analysis is given besides the documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from arcorpus.types import Document

if TYPE_CHECKING:
    from arcorpus.dedup.copies import Copies
    from arcorpus.linking.aliases import UserAliases
    from arcorpus.linking.linker import Links


def _silent(_message: str) -> None:
    """Say nothing: the default of `warn`."""


def linked_once(documents: Sequence[Document], aliases: UserAliases | None) -> Callable[[], Links]:
    """A function that links the documents' mentions when it is first called, and remembers the links."""

    @cache
    def links() -> Links:
        from arcorpus.linking.linker import link

        return link(documents, aliases)

    return links


@dataclass(frozen=True, slots=True)
class AnalysisContext:
    """What an analysis is given besides the documents that count.

    Attributes:
        links: gives the entities of the documents' mentions; they are linked once for all analyses.
        options: the values of the analysis's options, by name.
        everything: all documents that were read, those too that are left out because they are copies.
        copies: which articles are copies, for an analysis that has `copies` among its `NEEDS`.
        warn: gets each warning that belongs to no file.
    """

    links: Callable[[], Links]
    options: Mapping[str, Any] = field(default_factory=dict)
    everything: Sequence[Document] = ()
    copies: Copies | None = None
    warn: Callable[[str], None] = _silent
