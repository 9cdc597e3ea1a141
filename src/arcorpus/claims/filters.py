"""Which claims a reader wants to see: by source, stance, kind, check-worthiness, or those that nobody is named for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from arcorpus.resources import lexicon
from arcorpus.text.normalize import fold
from arcorpus.types import Claim, ClaimSource


@cache
def _unnamed_heads() -> frozenset[str]:
    """The words that begin a source whom the text leaves unnamed (مصدر، مصادر، شخص …)."""
    return frozenset(fold(row["form"], "match") for row in lexicon("unnamed"))


def is_unnamed(source: ClaimSource | None) -> bool:
    """Whether nobody is named: no source at all, or a head such as مصادر without an entity.

    >>> is_unnamed(ClaimSource("مصادر مطلعة", 0, 11)), is_unnamed(ClaimSource("وزير المالية", 0, 12))
    (True, False)
    """
    if source is None or not source.text:
        return True
    return source.entity is None and fold(source.text.split()[0], "match") in _unnamed_heads()


def named_key(name: str) -> str:
    """The form in which two writings of a source's name are one: folded for search, in lower case, single spaces.

    >>> named_key("  OpenAI ") == named_key("openai"), named_key("إيران") == named_key("ايران")
    (True, True)
    """
    return " ".join(fold(name, "search").casefold().split())


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to keep; what is None keeps all.

    `source` is any name of the source; `stances` and `kinds` are some of `types.STANCES` and `types.CLAIM_KINDS`;
    `least` is the least check-worthiness, 0-1; `unnamed` keeps only the claims of others for which nobody is named.
    """

    source: str | None = None
    stances: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    least: float | None = None
    unnamed: bool = False

    def options(self) -> dict[str, Any]:
        """What was asked for, for a report's `run`; nothing when all claims are kept."""
        names = {"stances": "stance", "kinds": "kind", "least": "min_checkworthiness"}
        asked = {names.get(name, name): value for name, value in asdict(self).items() if value not in {None, False}}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asked.items()}

    def keeps(self, claim: Claim, called: Mapping[str, Collection[str]]) -> bool:
        """Whether a claim is wanted.

        Args:
            claim: a claim with its source resolved.
            called: the entities that `source` names, by id, each with its names as `named_key` writes them.
        """
        return (
            (self.source is None or _is(claim.source, named_key(self.source), called))
            and (self.stances is None or claim.stance in self.stances)
            and (self.kinds is None or claim.kind in self.kinds)
            and (self.least is None or (claim.checkworthiness or 0.0) >= self.least)
            and (not self.unnamed or (claim.source is not None and is_unnamed(claim.source)))
        )


def _is(source: ClaimSource | None, name: str, called: Mapping[str, Collection[str]]) -> bool:
    """Whether a source is one of the entities or, where it is none, has a name of theirs or the name itself in it."""
    if source is None:
        return False
    if source.entity is not None:
        return source.entity in called
    words = f" {named_key(source.text or '')} "
    return any(f" {known} " in words for known in (name, *(n for names in called.values() for n in names)))
