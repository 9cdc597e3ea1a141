"""What stands in the field of an author: a person with or without a town, or an agency, which is a source."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_EXPLAINED = frozenset({"source", "place", "person", "label", "initials", "occupation"})


class Signed(NamedTuple):
    """Who signs an article.

    Attributes:
        author: the person, None when none is named.
        source: the agency or paper beside or instead of one, None when none is named.
    """

    author: str | None
    source: str | None = None


@lru_cache(maxsize=4096)
def read_author(written: str) -> Signed:
    """The person and the source in the field of an author; what is not understood stays as it is written.

    >>> read_author("رويترز - القاهرة"), read_author("أحمد علي - بغداد")
    (Signed(author=None, source='رويترز'), Signed(author='أحمد علي', source=None))
    """
    from arcorpus.readers.page.bylines import read_byline  # its lexicons are those of pages
    from arcorpus.readers.page.source import named_sources

    byline = read_byline(written)
    if byline is None or {segment.kind for segment in byline.segments} - _EXPLAINED:
        return Signed(written)
    persons, source = byline.texts_of("person", "initials"), named_sources(byline, written) or None
    if not persons:
        return Signed(None, source) if source else Signed(written)
    alone = len(persons) == len(byline.segments)
    return Signed(written if alone else "، ".join(persons), source)
