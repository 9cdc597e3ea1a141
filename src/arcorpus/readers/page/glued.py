"""A headline with its date line on one line («… عنوان الخبر تاريخ النشر: 12/03/2024»): made two lines."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from arcorpus.readers.page.bylines import read_byline
from arcorpus.readers.page.labels import PageLabel, find_label, page_labels
from arcorpus.readers.page.lines import Line, fold_words, tokens
from arcorpus.values.dates import find_dates

_LINES = 40  # lines of a page in which its headline is looked for
_WORDS = 40  # words of a headline and its date line
_HEADLINE = 4  # words of a headline, at least
_DAY = 10  # characters of a whole day
_VERBS = ("نشر", "نشرت", "كتب", "اضيف", "محدث")  # labels that are words of a headline where no colon follows


def apart(page: list[Line]) -> list[Line]:
    """The lines of a page, the first that ends with a labelled day cut before its label.

    >>> from arcorpus.readers.page.lines import lines
    >>> [line.text for line in apart(lines("وزير الصحة يفتتح مستشفى جديدا تاريخ النشر: 12/03/2024"))]
    ['وزير الصحة يفتتح مستشفى جديدا', 'تاريخ النشر: 12/03/2024']
    """
    for line in page[:_LINES]:
        at = _label_at(line)
        if at:
            head = line.text[:at].rstrip(" \u00a0-–—|،/")
            first = replace(line, end=line.start + len(head), text=head)
            start = line.start + at
            second = Line(line.n + 1, start, start, line.end, line.text[at:], "", gap=False)
            below = (replace(other, n=other.n + 1) for other in page[line.n + 1 :])
            return [*page[: line.n], first, second, *below]
    return page


def _label_at(line: Line) -> int:
    """Where the label of a day begins that ends a line, 0 when there is none."""
    if line.words > _WORDS or line.words <= _HEADLINE or line.stop or not any(char.isdigit() for char in line.text):
        return 0
    for number, word in enumerate(tokens(line.text)):
        if word.form in _first_words() and _is_day(line.text[word.start :]):
            return word.start if number >= _HEADLINE and not find_dates(line.text[: word.start]) else 0
    return 0


def _is_day(text: str) -> bool:
    """Whether a text is the label of a day, a whole day and nothing else."""
    found = find_label(text)
    if found is None or found.kind not in {PageLabel.DATE, PageLabel.UPDATED}:
        return False
    colon = text[found.end :].lstrip()[:1] in {":", "："}
    if fold_words(text).split()[0] in _VERBS and not colon:
        return False
    byline = read_byline(text)
    if byline is None or byline.unknown or byline.texts_of("maybe", "person"):
        return False
    return any(len(day.value or "") == _DAY for day in (*byline.dates, *byline.updates))


@cache
def _first_words() -> frozenset[str]:
    """The first words of labels of a day."""
    forms = page_labels(PageLabel.DATE) | page_labels(PageLabel.UPDATED)
    return frozenset(form.split()[0] for form in forms)
