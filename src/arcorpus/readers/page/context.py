"""The lines around an article's body in the order in which they can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from arcorpus.readers.page.bylines import Byline, dateline
from arcorpus.readers.page.classify import Seen
from arcorpus.readers.page.lexicon import END, ZONE
from arcorpus.readers.page.lines import key
from arcorpus.readers.page.split import Part

NEAR = 3  # lines after a body, or above a title, in which an unlabelled line is still the article's
_NEAR_TAIL = 6  # lines after a body that are looked at
_ABOVE = 5  # lines above a title that are looked at
_GREETING = 12  # words of a sentence above a title that greets the reader
_NAMED = 20_000  # code points of a body in which a name is looked for
_TOP_TEXTS = 2  # paragraphs at the head of a body among which a byline may stand


@dataclass
class Around:
    """What stands around one article.

    `head` are the lines between title and body, the bylines and dates under the summary, and `above`, those just above
    the title; `tail` all lines after the body, `near` the first of them; `opening` the dateline before the first
    sentence; `named` the folded words of body and title. `used` takes the lines something was read from, with the
    reason they are marked with.
    """

    seen: list[Seen]
    part: Part
    body: str
    used: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.title = self.seen[self.part.title].line if self.part.title is not None else None
        self.named = f" {key(self.body[:_NAMED])} {self.title.key if self.title else ''} "
        self.above = list(self._above())
        self.between = self._between()
        self.head = [*self.between, *self._under_summary(), *self.above]
        self.tail = self.seen[self.part.last + 1 : self.part.bottom]
        self.near = list(self._near())
        self.first = self.seen[self.part.first].line
        self.opening: Byline | None = dateline(self.first.shown)

    def after(self, item: Seen) -> Seen | None:
        """The line after a line."""
        return self.seen[item.line.n + 1] if item.line.n + 1 < len(self.seen) else None

    def _between(self) -> list[Seen]:
        title = self.part.title
        return self.seen[max(self.part.top, self.part.first - NEAR) if title is None else title + 1 : self.part.first]

    def _under_summary(self) -> Iterator[Seen]:
        texts = 0
        for item in self.seen[self.part.first : self.part.last + 1]:
            texts += item.prose
            if texts > _TOP_TEXTS:
                return
            if item.kind in {"date", "byline", "source"}:
                yield item

    def _above(self) -> Iterator[Seen]:
        if self.part.title is None:
            return
        heads = 0
        for at in range(self.part.title - 1, max(self.part.top, self.part.title - _ABOVE) - 1, -1):
            item = self.seen[at]
            heads += item.kind == "head"
            menu = item.furniture and (item.line.mark or item.furniture.reason == "navigation")
            greeting = item.line.words <= _GREETING and heads == 0 and at == self.part.title - 1
            if (item.prose and not greeting) or heads > 1 or menu or item.line.listed:
                return
            yield item

    def _near(self) -> Iterator[Seen]:
        for item in self.tail[:_NEAR_TAIL]:
            if item.furniture and item.furniture.role in {ZONE, END}:
                return
            yield item
