"""A text file of several articles: where it is cut, told from a page by what stands between the cuts.

Lines of signs, form feeds, numbered headings («المقال 1»), headlines of one mark (`#`, `1.`), a label that comes again
(«العنوان:»), addresses: each cuts a file only where every part is an article under a headline of its own, with nothing
of a page around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from arcorpus.readers.page.classify import ClassifiedLine, classify
from arcorpus.readers.page.labels import PageLabel, find_label
from arcorpus.readers.page.lines import lines, share, stems
from arcorpus.readers.page.split import ArticleSpan, split_page

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]*")
_SIGNS = re.compile(r"[ \t]*(?:([^\w\s]|_)(?:[ \t]*\1){2,}|[<>]{4,})[ \t]*")
_NAMED = re.compile(
    r"[ \t]*(?:</?(?:article|doc|text|news|s|eos|sep|story)\b[^<>]*>|<\|endoftext\|>|\[(?:SEP|EOS|END)\]"
    r"|#{0,9}(?:END|EOF|EOD)#{0,9})[ \t]*",
    re.IGNORECASE,
)
_ORDINALS = "ال(?:أول[ىي]?|(?:ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)[ةه]?)"
_NUMBERED = re.compile(
    r"\W{0,4}(?:article|news|story|document|doc|text|item|(?:ال)?(?:مقال[ةه]?|خبر|نص|وثيق[ةه]|تقرير))[ \t]*"
    rf"(?:رقم|no\.?|number|#)?[ \t]*(?:\(?[\d٠-٩]+\)?|{_ORDINALS})[ \t]*[:.)\]\-–—=*#]*[ \t]*",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(#{1,6})[ \t]+(?=\S)|()(?:\(?[\d٠-٩]{1,3}[.)\-ـ–/][ \t]+|\(?[\d٠-٩]{1,3}\)[ \t]*)(?=[^\W\d])")
_ADDRESS = re.compile(r"(?:URL: ?)?https?://\S+[ \t]*")
_WORDS = 12  # words of the body of a part, at least
_TITLE = range(2, 26)  # words of its headline
_OWN = 0.2  # share of the headline that the body takes up, on average
_MARKED_WORDS = 4  # words of a headline that only a mark shows
_OTHER_MATTER = 0.1  # share of a part's words in the part before, at most, where parts have no headlines
_FULL = 25  # words of such a part
_PAGE = {"furniture", "time"}  # kinds of lines that a part has not above its body


class Part(NamedTuple):
    """A part of a text that is an article.

    Attributes:
        start: where it begins, in code points of the text.
        end: where it ends.
    """

    start: int
    end: int


class _Line(NamedTuple):
    """A line of a text that holds something, and where it stands."""

    text: str
    start: int
    end: int


def parts(text: str) -> list[Part]:
    r"""The parts of a text that holds several articles, in order; none for a page.

    >>> parts("عنوان\nنص قصير.")
    []
    """
    if len(text) > _LARGEST:
        return []
    found = [line for line in _lines(text) if line.text.strip()]
    for cut in (_by_signs, _by_names, _by_feeds, _by_numbers, _by_labels, _by_addresses, _by_marks):
        several = [part for part in cut(text, found) if text[part.start : part.end].strip()]
        if len(several) > 1 and _are_articles(text, several, surely=cut in _SURELY):
            return several
    return []


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        if match[0]:
            yield _Line(match[0], match.start(), match.end())


def _between(text: str, borders: Sequence[_Line]) -> Iterator[Part]:
    """What stands between some lines."""
    at = 0
    for line in borders:
        yield Part(at, line.start)
        at = line.end
    yield Part(at, len(text))


def _by_signs(text: str, found: Sequence[_Line]) -> Iterator[Part]:
    return _between(text, [line for line in found if _SIGNS.fullmatch(line.text)])


def _by_names(text: str, found: Sequence[_Line]) -> Iterator[Part]:
    return _between(text, [line for line in found if _NAMED.fullmatch(line.text)])


def _by_feeds(text: str, _: Sequence[_Line]) -> Iterator[Part]:
    at = 0
    for match in re.finditer("\f", text):
        yield Part(at, match.start())
        at = match.end()
    yield Part(at, len(text))


def _from(text: str, starts: Sequence[int]) -> Iterator[Part]:
    """What begins at some places."""
    for start, end in pairwise([*starts, len(text)]):
        yield Part(start, end)


def _by_numbers(text: str, found: Sequence[_Line]) -> Iterator[Part]:
    """Parts under «Article 1», «المقال الأول:», their headline on the same line or under it."""
    headed = [(line, match) for line in found if (match := _NUMBERED.match(line.text))]
    if not headed or headed[0][0] is not found[0]:
        return iter(())
    ends = [line.start for line, _ in headed[1:]] + [len(text)]
    return (Part(line.start + match.end(), end) for (line, match), end in zip(headed, ends, strict=True))


def _by_labels(text: str, found: Sequence[_Line]) -> Iterator[Part]:
    """Parts that each begin with the label of a title, as the file does."""
    titled = [line.start for line in found if (label := find_label(line.text)) and label.kind == PageLabel.TITLE]
    return _from(text, titled) if titled and titled[0] == found[0].start else iter(())


def _by_addresses(text: str, found: Sequence[_Line]) -> Iterator[Part]:
    begun = [line.start for line in found if _ADDRESS.fullmatch(line.text)]
    return _from(text, begun) if begun and begun[0] == found[0].start else iter(())


def _by_marks(text: str, found: Sequence[_Line]) -> Iterator[Part]:
    """Parts whose headlines have one mark, as the file's first line has."""
    first = _MARKED.match(found[0].text.lstrip()) if found else None
    if first is None:
        return iter(())
    marked = [(line, match) for line in found if (match := _MARKED.match(line.text.lstrip())) and match[1] == first[1]]
    if any(len(line.text.split()) <= _MARKED_WORDS for line, _ in marked):
        return iter(())
    ends = [line.start for line, _ in marked[1:]] + [len(text)]
    indents = [len(line.text) - len(line.text.lstrip()) for line, _ in marked]
    return (
        Part(line.start + indent + match.end(), end)
        for (line, match), indent, end in zip(marked, indents, ends, strict=True)
    )


_LARGEST = 5_000_000  # code points of a file that is cut; a larger one is a page
_SURELY = (_by_signs, _by_names, _by_numbers, _by_labels)  # cuts that stand in no article


def _are_articles(text: str, several: Sequence[Part], *, surely: bool) -> bool:
    """Whether each part is one article and nothing else, of another matter than the part before."""
    read = [classify(lines(text[part.start : part.end])) for part in several]
    titled = [_headed(page) for page in read]
    if all(own is not None for own in titled):
        return surely or sum(filter(None, titled)) >= _OWN * len(titled)
    if not surely or any(own is not None for own in titled) or not all(map(_is_body, read)):
        return False
    words = [{stem for item in page for stem in stems(item.line.text)} for page in read]
    return all(share(list(two), one) <= _OTHER_MATTER for one, two in pairwise(words))


def _headed(page: list[ClassifiedLine]) -> float | None:
    """How much of its headline a part takes up, 0-1; None when it is no article under one."""
    spans = split_page(page)
    if len(spans) != 1 or spans[0].title is None:
        return None
    (span,) = spans
    title, body = page[spans[0].title], page[span.first : span.last + 1]
    if title.line.words not in _TITLE or sum(item.line.words for item in body) < _WORDS or _around(page, span):
        return None
    return share(stems(title.line.shown), {stem for item in body for stem in stems(item.line.text)})


def _around(page: list[ClassifiedLine], span: ArticleSpan) -> bool:
    """Whether lines of a page stand around an article: text or furniture above its body, furniture under it."""
    above = (item for item in page[: span.first] if item.line.n != span.title)
    before = any(item.prose or (item.kind in _PAGE and not item.line.url) for item in above)
    return before or any(item.kind == "furniture" for item in page[span.last + 1 :])


def _is_body(page: list[ClassifiedLine]) -> bool:
    """Whether a part is running text and nothing else."""
    return all(item.prose for item in page) and sum(item.line.words for item in page) >= _FULL
