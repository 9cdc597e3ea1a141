"""Headlines that look like what stands around an article: «علامات جديدة على الطريق», «تقرير: …», «من "كتاب" …».

Such a line is the title where nothing else above the running text can be it, and what its words would say as a byline,
a source or tags does not hold when each is looked at by itself.
"""

from __future__ import annotations

import re

from arcorpus.readers.page.bylines import Byline, Segment
from arcorpus.readers.page.labels import PageLabel
from arcorpus.readers.page.lexicon import Reason, is_place, is_publisher, is_section, is_source
from arcorpus.readers.page.lines import Line, fold_words
from arcorpus.readers.page.person_names import SURE, has_no_usual_word, is_likely_person, is_person

_WORDS = 4  # words of a headline at least …
_SAID = 2  # … and of what stands behind a label in one
_MATTER = 3  # words of a subject that is no section's name, at least
_MOST = 24  # words that a headline has at most
_OPENING = frozenset({Reason.RELATED, Reason.CAPTION, Reason.MEDIA})  # what no page opens with
_SEPARATED = re.compile("[،,;؛|#•·]|\\s[-–—/]\\s")
_KNOWN = frozenset({"label", "noise", "place", "source", "both", "occupation", "initials", "person", "other"})


def may_be_headline(line: Line, kind: str, byline: Byline | None, reason: str = "") -> bool:
    """Whether a line taken for a byline, a source, tags, a label or furniture reads as a headline all the same.

    Args:
        line: the line.
        kind: what it is taken for.
        byline: what it says when read as a byline.
        reason: why it was taken for furniture, if it was.
    """
    if not _WORDS <= line.words <= _MOST or line.mark:
        return False
    if reason or byline is None:
        return reason in _OPENING and line.n == 0 and not line.stop
    return not (byline.dates or byline.updates) and _is_no_byline(line, kind, byline)


def _is_no_byline(line: Line, kind: str, byline: Byline) -> bool:
    """Whether what a line says when it is read as a byline does not hold."""
    if len(byline.value.split()) < _SAID and byline.label:
        return False
    if kind == "tags":
        return not _labelled(line, byline) and _SEPARATED.search(byline.value) is None
    if byline.label == PageLabel.BODY:
        return line.stop not in {".", ":"}
    if byline.label:
        return _misread(byline)
    return kind == "byline" and not all(map(_holds, byline.segments))


def _misread(byline: Byline) -> bool:
    """Whether nothing behind a label of the source, the section or the writer is one."""
    if byline.label == PageLabel.SECTION:
        return len(byline.value.split()) >= _MATTER and not is_section(fold_words(byline.value))
    if byline.label == PageLabel.SOURCE:
        held = any(_holds(segment) for segment in byline.segments if segment.kind != "noise")
        return not _is_house(byline.value) and not held
    if byline.label not in {PageLabel.AUTHOR, PageLabel.CONTRIBUTOR}:
        return False
    named = any(segment.kind == "person" and _holds(segment) for segment in byline.segments)
    return not named and not _is_name(byline.value)


def _labelled(line: Line, byline: Byline) -> bool:
    """Whether a colon, a stroke or a dash parts the label of a line from what follows it."""
    before = line.shown.rstrip()[: -len(byline.value)] if byline.value else line.shown
    return before.rstrip(" \u00a0")[-1:] in set(":：|-–—/*ـ")


def _is_house(text: str) -> bool:
    """Whether words are a paper or an agency by themselves."""
    words = fold_words(text)
    return bool(words) and (is_source(words) or is_publisher(words))


def _is_name(text: str) -> bool:
    """Whether words are a name by themselves, and no word of everyday language is among them."""
    return is_person(text) == SURE or is_likely_person(text) or (is_person(text) > 0 and has_no_usual_word(text))


def _holds(segment: Segment) -> bool:
    """Whether a stretch of a byline is what it was taken for when it is looked at by itself."""
    if segment.kind == "person":
        return _is_name(segment.text)
    if segment.kind == "place":
        return is_place(fold_words(segment.text))
    if segment.kind == "source":
        return _is_house(segment.text)
    return segment.kind in _KNOWN and segment.kind != "label"
