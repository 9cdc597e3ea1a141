"""Windows over a sentence that is longer than a model can take."""

from __future__ import annotations

from collections.abc import Sequence


def windows(lengths: Sequence[int], room: int, shared: int) -> list[tuple[int, int]]:
    """The stretches of words that fit a model, each sharing its first words with the end of the one before.

    Args:
        lengths: the pieces of each word, none more than `room`.
        room: the pieces that a window takes.
        shared: the pieces that two neighbouring windows share at most, less than `room`.

    >>> windows([12] * 30, 190, 60)
    [(0, 15), (10, 25), (20, 30)]
    """
    found: list[tuple[int, int]] = []
    start = end = 0
    while end < len(lengths):
        left = room - sum(lengths[start:end])
        while end < len(lengths) and lengths[end] <= left:
            left -= lengths[end]
            end += 1
        found.append((start, end))
        # What is shared leaves room for the next word, or a window would add nothing.
        start, back = end, min([shared, *(room - length for length in lengths[end : end + 1])])
        while start > found[-1][0] + 1 and lengths[start - 1] <= back:
            start -= 1
            back -= lengths[start]
    return found
