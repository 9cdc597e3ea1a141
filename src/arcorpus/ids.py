"""Ids that are the same on every run and do not depend on the order of the inputs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


def stable_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for `parts`: the start of the SHA-256 of their texts.

    >>> stable_id("seeds/خبر.txt", 0) == stable_id("seeds/خبر.txt", 0) != stable_id("seeds/خبر.txt", 1)
    True
    """
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(slots=True)
class UniqueIds:
    """Ids, each given once; a repeated one gets -2, -3.

    Attributes:
        given: for each id how often it was asked for, or the number that it was told apart by.
    """

    given: dict[str, int] = field(default_factory=dict)

    def unique(self, own: str) -> str:
        """The id itself, or with a number that makes it new."""
        count = self.given.get(own, 0)
        unique = own
        while unique in self.given:
            count += 1
            unique = f"{own}-{count}"
        self.given[own] = max(count, 1)
        self.given.setdefault(unique, 1)
        return unique
