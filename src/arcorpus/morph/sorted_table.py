"""Large generated lexicons as bytes in memory: looked up in milliseconds of loading, without being parsed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from arcorpus.resources import place, read

_BLOCK = 1 << 11  # bytes between two entries of a table's index


class SortedTable:
    """A sorted table in memory, looked up without being parsed: an index of every few lines, then a search."""

    def __init__(self, name: str) -> None:
        self._text = read(place(name))
        self._starts: list[int] = []
        self._lines: list[bytes] = []
        at = self._text.find(b"\n") + 1
        while 0 < at < len(self._text):
            self._starts.append(at)
            self._lines.append(self._text[at : self._text.find(b"\n", at)])
            at = self._text.find(b"\n", at + _BLOCK) + 1
        self._starts.append(len(self._text))

    def get(self, key: str) -> str | None:
        """The rest of the line that begins with `key` and a tab, None when there is none."""
        wanted = key.encode() + b"\t"
        block = bisect_right(self._lines, wanted + b"\xff") - 1
        if block < 0:
            return None
        at = self._text.find(b"\n" + wanted, self._starts[block] - 1, self._starts[block + 1])
        if at < 0:
            return None
        at += 1 + len(wanted)
        return self._text[at : self._text.find(b"\n", at)].decode()

    def under(self, key: str) -> Iterator[str]:
        """The rest of each line that begins with `key` and a tab: they stand together, in one block or two."""
        wanted = key.encode() + b"\t"
        block = max(bisect_right(self._lines, wanted) - 1, 0)
        stop = self._starts[min(block + 2, len(self._lines))]
        at = self._text.find(b"\n" + wanted, self._starts[block] - 1, stop) + 1
        while at and self._text.startswith(wanted, at):
            end = self._text.find(b"\n", at)
            yield self._text[at + len(wanted) : end].decode()
            at = end + 1
