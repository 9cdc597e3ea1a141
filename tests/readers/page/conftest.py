"""Pages for the tests of the page reader: a title, a body of two paragraphs, and what a test puts around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arcorpus.readers.page.classify import ClassifiedLine, classify
from arcorpus.readers.page.context import Context
from arcorpus.readers.page.lines import lines
from arcorpus.readers.page.split import split_page

TITLE = "افتتاح مستشفى للأطفال في مدينة طنطا"
BODY = (
    "افتتح وزير الصحة يوم الثلاثاء مستشفى جديدا للأطفال في مدينة طنطا يضم مئتي سرير وعشر غرف للعمليات.\n\n"
    "وقال الوزير إن المستشفى سيستقبل المرضى من محافظات الدلتا كلها، وأضاف أن العمل فيه يبدأ الأسبوع المقبل."
)


@pytest.fixture
def page() -> Callable[[str], list[ClassifiedLine]]:
    """A function that classifies the lines of a text."""
    return lambda text: classify(lines(text))


@pytest.fixture
def context() -> Callable[..., Context]:
    """A function that puts lines above the title, between title and body, and under the body, and gives the context."""

    def build(head: str = "", tail: str = "", *, above: str = "", title: str = TITLE, body: str = BODY) -> Context:
        found = classify(lines(f"{above}\n{title}\n{head}\n\n{body}\n\n{tail}\n"))
        (span,) = split_page(found)
        text = "\n".join(item.line.text for item in found[span.first : span.last + 1])
        return Context(found, span, text)

    return build
