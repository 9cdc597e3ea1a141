"""Whom a claim's source names: the name in it, or the name that the article ties to its description.

«الرئيس التنفيذي لشركة ميتا» names nobody, but where the same article has «مارك زوكربيرغ، الرئيس التنفيذي لشركة ميتا» or
«الرئيس التنفيذي لشركة ميتا مارك زوكربيرغ» it is he.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from arcorpus.claims.lexicon import ClauseWord, key, words
from arcorpus.ner.gazetteer import head_type
from arcorpus.ner.gazetteer import key as name_key
from arcorpus.ner.name_heads import NameHead
from arcorpus.text.letters import ARTICLES
from arcorpus.types import NAME_TYPES, ClaimSource, Document, Field, Mention

_MOST = 10  # words of a description
_MARKS = frozenset('"“«”»(),،')
_STRIPPED = "".join(sorted(_MARKS))


def _stem(word: str) -> str:
    """A word's key without its article, for descriptions drop it or add it: «وزير المالية», «الوزير»."""
    bare = key(word)
    return bare[2:] if bare.startswith(ARTICLES) else bare


def _is_role(word: str) -> bool:
    """Whether a word says what somebody is: وزير، الرئيس."""
    bare = key(word)
    heads = any(head_type(name_key(word), mode) == "PER" for mode in (NameHead.TITLE, NameHead.ROLE))
    return heads or bare in words(ClauseWord.PERSON)


class Descriptions:
    """What an article calls its persons, and whom it means by it."""

    def __init__(self, document: Document) -> None:
        people = [m for m in document.mentions or () if m.type == "PER"]
        self._known: dict[tuple[str, ...], Mention] = {}
        for field in document.fields or ():
            starts = [token.start for token in field.tokens]
            for mention in people:
                if mention.field == field.name:
                    for description in _beside(field, starts, mention):
                        self._known.setdefault(description, mention)

    def named(self, source: ClaimSource) -> Mention | None:
        """The person whom the article describes with the words of `source`, when it means one alone by them."""
        if not source.text or not _is_role(source.text.split()[0]):
            return None
        stems = tuple(_stem(word.strip(_STRIPPED)) for word in source.text.split())
        found = {m.text: m for described, m in self._known.items() if described[: len(stems)] == stems}
        return next(iter(found.values())) if len(found) == 1 else None


def _beside(field: Field, starts: Sequence[int], mention: Mention) -> Iterator[tuple[str, ...]]:
    """The descriptions right before and right after a person's name, as stems."""
    tokens = field.tokens
    first, after = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    low = first
    while low > max(first - _MOST, 0) and tokens[low - 1].kind == "word":
        low -= 1
    role = next((i for i in range(low, first) if _is_role(tokens[i].text)), None)
    if role is not None:
        yield tuple(_stem(token.text) for token in tokens[role:first])
    if after + 1 < len(tokens) and tokens[after].text in _MARKS and _is_role(tokens[after + 1].text):
        last = after + 1
        while last < min(after + _MOST, len(tokens)) and tokens[last].kind == "word":
            last += 1
        yield tuple(_stem(token.text) for token in tokens[after + 1 : last])


def _is_generic(word: str) -> bool:
    """Whether a word before a name says what the name is: صحيفة، شركة."""
    return any(head_type(name_key(word), mode) in {"ORG", "WORK"} for mode in (NameHead.BEFORE, NameHead.QUOTED))


def name_in(source: ClaimSource, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a source is: a person in it, else a name that heads it or stands beside its head.

    In «صحيفة ماركا» it is «ماركا»; in «متحدث باسم ميتا» nothing names the source.

    Args:
        source: a source with its span.
        mentions: the names of the field it stands in.
    """
    if source.start is None or source.end is None or source.text is None:
        return None
    start, end = source.start, source.end
    first, last = (bisect_left(mentions, at, key=lambda mention: mention.start) for at in (start, end))
    inside = sorted(
        (m for m in mentions[first:last] if m.type in NAME_TYPES and m.end <= end),
        key=lambda m: (m.type != "PER", m.start),
    )
    if not inside:
        return None
    best = inside[0]
    before = [word.strip(_STRIPPED) for word in source.text[: best.start - start].split()]
    if best.type == "PER" and source.type == "PER":
        return best
    generic = all(_is_generic(word) for word in before if word)
    return best if generic else None
