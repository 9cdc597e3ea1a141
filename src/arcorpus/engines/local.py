"""A function over batches. One process for now; what comes out never depends on how the work was spread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

BATCH = 64
"""Articles a batch: enough to pay for a call, few enough that a stream stays a stream."""


def map_batches(
    function: Callable[[Sequence[In]], Sequence[Out]], items: Iterable[In], size: int | None = None
) -> Iterator[Out]:
    """The results of `function` over `items` in their order, computed a batch of `size` (`BATCH`) at a time.

    >>> list(map_batches(lambda batch: [len(text) for text in batch], ["خبر", "عاجل"], size=1))
    [3, 4]
    """
    source = iter(items)
    while batch := tuple(islice(source, size or BATCH)):
        yield from function(batch)
