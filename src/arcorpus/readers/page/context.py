"""The lines around an article's body in the order in which they can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from arcorpus.readers.page.bylines import Byline, read_dateline
from arcorpus.readers.page.classify import ClassifiedLine
from arcorpus.readers.page.lexicon import Effect, Reason
from arcorpus.readers.page.lines import fold_words
from arcorpus.readers.page.split import ArticleSpan

NEAR = 3  # lines after a body, or above a title, in which an unlabelled line is still the article's
_NEAR_TAIL = 6  # lines after a body that are looked at
_ABOVE = 5  # lines above a title that are looked at
_GREETING = 12  # words of a sentence above a title that greets the reader
_NAMED = 20_000  # code points of a body in which a name is looked for
_TOP_TEXTS = 2  # paragraphs at the head of a body among which a byline may stand


@dataclass
class Context:
    """What stands around one article.

    Attributes:
        page: all lines of the page.
        span: the article's part of it.
        body: the text of the body.
        used: the lines that something was read from by their number, with the reason they are marked with.
        title: the line of the title.
        named: the folded words of body and title, a space around each.
        above: the lines just above the title.
        between: the lines between title and body.
        head: those, the bylines and dates under the summary, and those above the title.
        tail: all lines after the body.
        near: the first of them.
        words_over_title: the folded lines above the title.
        first: the first line of the body.
        opening: the dateline before its first sentence.
    """

    page: list[ClassifiedLine]
    span: ArticleSpan
    body: str
    used: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.title = self.page[self.span.title].line if self.span.title is not None else None
        self.named = f" {fold_words(self.body[:_NAMED])} {self.title.folded if self.title else ''} "
        self.above = list(self._above())
        self.between = self._between()
        self.head = [*self.between, *self._under_summary(), *self.above]
        self.tail = self.page[self.span.last + 1 : self.span.bottom]
        self.near = list(self._near())
        self.words_over_title = frozenset(item.line.folded for item in self.over_title())
        self.first = self.page[self.span.first].line
        self.opening: Byline | None = read_dateline(self.first.shown)

    def beside(self, item: ClassifiedLine) -> list[ClassifiedLine]:
        """The lines right above and below a line."""
        at = item.line.n
        return self.page[max(0, at - 1) : at] + self.page[at + 1 : at + 2]

    def below_title(self, item: ClassifiedLine) -> bool:
        """Whether a line stands between title and body."""
        return bool(self.between) and self.between[0].line.n <= item.line.n <= self.between[-1].line.n

    def over_title(self) -> list[ClassifiedLine]:
        """The lines of the article's part of the page above its title; none when it has no title."""
        return self.page[self.span.top : self.span.title or 0]

    def after(self, item: ClassifiedLine) -> ClassifiedLine | None:
        """The line after a line."""
        return self.page[item.line.n + 1] if item.line.n + 1 < len(self.page) else None

    def _between(self) -> list[ClassifiedLine]:
        title = self.span.title
        return self.page[max(self.span.top, self.span.first - NEAR) if title is None else title + 1 : self.span.first]

    def _under_summary(self) -> Iterator[ClassifiedLine]:
        texts = 0
        for item in self.page[self.span.first : self.span.last + 1]:
            texts += item.prose
            if texts > _TOP_TEXTS:
                return
            if item.kind in {"date", "byline", "source"}:
                yield item

    def _above(self) -> Iterator[ClassifiedLine]:
        if self.span.title is None:
            return
        heads = 0
        for at in range(self.span.title - 1, max(self.span.top, self.span.title - _ABOVE) - 1, -1):
            item = self.page[at]
            heads += item.kind == "head"
            menu = item.furniture and (item.line.mark or item.furniture.reason == Reason.NAVIGATION)
            greeting = item.line.words <= _GREETING and heads == 0 and at == self.span.title - 1
            if (item.prose and not greeting) or heads > 1 or menu or item.line.listed:
                return
            yield item

    def _near(self) -> Iterator[ClassifiedLine]:
        for item in self.tail[:_NEAR_TAIL]:
            if item.furniture and item.furniture.effect in {Effect.ZONE, Effect.END}:
                return
            yield item
