"""Names joined into groups by evidence, the strongest first, and never two things that are known to be two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

WEIGHTS: Mapping[str, float] = {
    "user": 1.0,             # the user's own file says so
    "gloss": 1.0,            # the text gives one in brackets after the other
    "surface": 1.0,          # the same name after folding
    "lexicon": 0.9,          # the alias lexicon or the gazetteer knows both
    "spelling": 0.85,        # the same sounds in other letters of one script: ج and غ, with a space, a vowel more
    "transliteration": 0.8,  # the same sounds in Arabic and in Latin script
    "short": 0.75,           # a person's last name beside the full name in the same article
    "head": 0.7,             # a company's name after شركة and without it
    "tail": 0.7,             # a company's name with and without Group, Holding …
    "article": 0.7,          # a foreign name with and without ال
    "family": 0.6,           # a foreign last name that one person alone bears in the corpus
}  # fmt: skip
"""The kinds of evidence, the strongest first, and how strong each is, 0-1."""

_ORDER = {kind: place for place, kind in enumerate(WEIGHTS)}
_MUTUAL = frozenset({"user", "gloss", "lexicon", "transliteration"})  # for both names, not for the second alone
_BINDING = frozenset({"user", "lexicon"})  # joins that things cannot keep apart


class Name(NamedTuple):
    """A name of the corpus: all mentions of one type whose surfaces are one after folding.

    Attributes:
        type: what is named, of `types.NAME_TYPES`.
        key: the folded surface.
        article: the id of an article where the name is a short form that means something in that article alone.
    """

    type: str
    key: str
    article: str = ""


class Groups:
    """Names joined into groups, with the evidence that brought each name in.

    Joins are asked for in any order and made all at once, the strongest first, so that order tells nothing.

    Args:
        thing: what a name is known for, if anything; a group stands for one thing at most.
    """

    def __init__(self, thing: Callable[[Name], str | None]) -> None:
        self.evidence_of: dict[Name, str] = {}
        self._thing = thing
        self._parent: dict[Name, Name] = {}
        self._things: dict[Name, str] = {}
        self._asked: set[tuple[str, Name, Name]] = set()

    def ask(self, kind: str, name: Name, other: Name) -> None:
        """Ask that `name` be joined with `other`."""
        if name != other:
            self._asked.add((kind, name, other))

    def find(self, name: Name) -> Name:
        """The name that stands for the group of `name`."""
        root = name
        while self._parent.get(root, root) != root:
            root = self._parent[root]
        while self._parent.get(name, name) != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def thing(self, name: Name) -> str | None:
        """What the group of `name` is known for."""
        root = self.find(name)
        return self._things.get(root) or self._thing(root)

    def compatible(self, name: Name, other: Name) -> bool:
        """Whether nothing known keeps the groups of two names apart."""
        return len({self.thing(name), self.thing(other)} - {None}) < len((name, other))

    def join(self) -> None:
        """Make what was asked for, but no group of two things that are known to be two."""
        for kind, name, other in sorted(self._asked, key=lambda ask: (_ORDER[ask[0]], ask)):
            if kind not in _BINDING and not self.compatible(name, other):
                continue
            low, high = sorted((self.find(name), self.find(other)))
            if low != high:
                thing = self.thing(low) or self.thing(high)
                self._parent[high] = low
                if thing:
                    self._things[low] = thing
            self.evidence_of.setdefault(name, kind)
            if kind in _MUTUAL:
                self.evidence_of.setdefault(other, kind)
        self._asked.clear()
