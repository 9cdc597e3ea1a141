"""Copies of the same story over a corpus: the same words, nearly the same, or one article inside another.

What daily news has in common without being copied is left out of the comparison first: a shingle that comes back on
many days (the weather report, a telegram of congratulation, the line under every article of a site) is a formula.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.dedup.fingerprints import Print
from arcorpus.dedup.minhash import candidates, common, stand_in
from arcorpus.ids import stable_id
from arcorpus.types import Duplicate

if TYPE_CHECKING:
    from arcorpus.dedup.fingerprints import Hashes

NEAR = 0.4
"""From this share of common shingles on (Jaccard: of all that either has), two articles are near copies."""

PARTS = ((0.6, 0.65), (0.9, 0.8))
"""An article is a part of another when so much of it (the first share) stands there and it has less than so much (the
second) of the other's length; one that is hardly changed need not be so much shorter."""

SHORT = 18
"""An article of fewer shingles (20 words) is a copy only of the same words: a headline and another differ in one."""

LEAST_NEAR, LEAST_PART = 8, 20
"""Shingles, formulas not counted, that the smaller article must have: by chance a few words stand in many texts."""

FORMULA_DAYS = 7
"""A shingle found on more days than this is a formula."""

NUMBERS = 4
"""Two texts with so many numbers in each that share less than half of them are two reports, not one and its copy."""

_UNDATED = "9999"  # after every date


class Place(NamedTuple):
    """When an article came; places sort by it.

    Attributes:
        date: its date, `_UNDATED` where it has none.
        rank: its number in reading order.
        article: its id.
    """

    date: str
    rank: int
    article: str


@dataclass(frozen=True, slots=True)
class Copies:
    """The groups of copies of a corpus.

    Attributes:
        groups: those of most articles first, then in the order of their first articles.
        duplicate_of: for each article that is not the first of its group, the id of that one.
        redundant: the articles of whose text another one of the group has all: without them nothing counts twice.
    """

    groups: tuple[Duplicate, ...]
    duplicate_of: Mapping[str, str]
    redundant: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """One wording: the articles that have it, in the order in which they came, and its hashes."""

    articles: list[Place]
    shingles: Hashes
    numbers: Hashes


@dataclass(frozen=True, slots=True)
class _Link:
    """Two wordings, by their numbers, that are near one another, or of which the small one is a part of the large."""

    kind: str
    small: int
    large: int
    similarity: float


Version = list[int]
"""The numbers of wordings that are near one another, by the dates on which they came."""


def find_copies(prints: Iterable[Print]) -> Copies:
    """The copies among articles, given by their fingerprints in reading order.

    Wordings that are near one another, also by way of others, are one version. A group is a version and those that
    hold it or that it holds; a version that would go into several goes to the earliest. So a round-up of several
    stories does not make them one. The groups are the same for every order of the articles, but for who was first
    among those of one date. An article without words is nobody's copy.

    >>> from arcorpus.dedup.fingerprints import fingerprint
    >>> from arcorpus.types import Article
    >>> news = "أعلنت وزارة التعليم اليوم موعد بدء العام الدراسي الجديد في جميع المدارس"
    >>> pages = (Article("b", "b.txt", 0, date="2025-01-31", text=news),
    ...          Article("a", "a.txt", 0, date="2025-01-30", text=f"«{news}».."))
    >>> copies = find_copies(map(fingerprint, pages))
    >>> copies.groups[0].kind, copies.groups[0].articles, copies.duplicate_of
    ('exact', ('a', 'b'), {'b': 'a'})
    """
    texts = _texts(prints)
    links = list(_links(texts))
    found = _stories(_versions(texts, links), links)
    stories = [story for story in found if sum(len(texts[n].articles) for version in story for n in version) > 1]
    inner = _links_within(stories, links)
    groups = sorted(
        (_group(texts, story, inner[place]) for place, story in enumerate(stories)),
        key=lambda item: (-len(item[1].articles), item[0]),
    )
    redundant = (id_ for place, story in enumerate(stories) for id_ in _redundant(texts, story, inner[place]))
    duplicate_of = {id_: group.articles[0] for _, group in groups for id_ in group.articles[1:]}
    return Copies(tuple(group for _, group in groups), duplicate_of, frozenset(redundant))


def _links_within(stories: Sequence[Sequence[Version]], links: Iterable[_Link]) -> Mapping[int | None, list[_Link]]:
    """The links whose two wordings stand in one story, by the story's place."""
    home = {number: place for place, story in enumerate(stories) for version in story for number in version}
    inner: defaultdict[int | None, list[_Link]] = defaultdict(list)
    for link in links:
        if home.get(link.small) == home.get(link.large):
            inner[home.get(link.small)].append(link)
    return inner


def _texts(prints: Iterable[Print]) -> list[_Text]:
    """The wordings of the corpus in an order that does not depend on that of the articles, formulas left out."""
    texts: dict[bytes, _Text] = {}
    for rank, print_ in enumerate(prints):
        if print_.digest is not None:
            date = print_.date or ""
            place = Place(date if date[:4].isdigit() else _UNDATED, rank, print_.article)
            told = print_.shingles[: len(print_.shingles) if len(print_.shingles) >= SHORT else 0]
            texts.setdefault(print_.digest, _Text([], told, print_.numbers)).articles.append(place)
    ordered = [texts[digest] for digest in sorted(texts)]
    for text in ordered:
        text.articles.sort()
    return _without_formulas(ordered)


def _without_formulas(texts: list[_Text]) -> list[_Text]:
    """The texts without the shingles that stand in texts of many days; those without a date tell nothing of that."""
    import numpy as np

    days: defaultdict[str, list[Hashes]] = defaultdict(list)
    for text in texts:
        days[text.articles[0].date].append(text.shingles)
    days.pop(_UNDATED, None)
    if len(days) <= FORMULA_DAYS:
        return texts
    daily = [np.unique(np.concatenate(shingles)) for shingles in days.values()]
    kinds, counts = np.unique(np.concatenate(daily), return_counts=True)
    formulas = kinds[counts > FORMULA_DAYS]
    return [replace(text, shingles=text.shingles[~stand_in(formulas, text.shingles)]) for text in texts]


def _links(texts: Sequence[_Text]) -> Iterator[_Link]:
    """What links the wordings, each pair compared in full."""
    for pair in candidates([text.shingles for text in texts]):
        small, large = sorted(pair, key=lambda number: (len(texts[number].shingles), number))
        kind, similarity = _compared(texts[small], texts[large])
        if kind:
            yield _Link(kind, small, large, similarity)


def _compared(small: _Text, large: _Text) -> tuple[str, float]:
    """How a text stands to one that is no smaller, near, part or nothing, and how similar that makes them."""
    few, many = len(small.shingles), len(large.shingles)
    shared = common(small.shingles, large.shingles)
    alike, held, length = shared / (few + many - shared), shared / few, few / many
    if few < LEAST_NEAR or _other_numbers(small, large):
        return "", 0.0
    if few >= LEAST_PART and any(held >= share and length < most for share, most in PARTS):
        return "part", held
    return ("near", alike) if alike >= NEAR else ("", 0.0)


def _other_numbers(first: _Text, other: _Text) -> bool:
    """Whether two texts full of numbers have others: a report of another day on the same lines."""
    fewer = min(len(first.numbers), len(other.numbers))
    return fewer >= NUMBERS and 2 * common(first.numbers, other.numbers) < fewer


def _versions(texts: Sequence[_Text], links: Iterable[_Link]) -> list[Version]:
    """All wordings in versions, by the dates on which these came."""
    parents = list(range(len(texts)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for link in links:
        if link.kind == "near":
            parents[root(link.small)] = root(link.large)
    versions: defaultdict[int, Version] = defaultdict(list)
    # By date and number, and not as they were read: the groups would else depend on that.
    for number in sorted(range(len(texts)), key=lambda number: (texts[number].articles[0].date, number)):
        versions[root(number)].append(number)
    return list(versions.values())


def _stories(versions: Sequence[Version], links: Iterable[_Link]) -> Iterator[list[Version]]:
    """The versions in groups, each with those, not yet in an earlier one, that hold it or that it holds."""
    home = {number: place for place, version in enumerate(versions) for number in version}
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for link in links:
        small, large = home[link.small], home[link.large]
        linked[small].add(large)
        linked[large].add(small)
    taken: set[int] = set()
    for place in range(len(versions)):
        if place not in taken:
            story = [place, *sorted(linked[place] - taken - {place})]
            taken.update(story)
            yield [versions[member] for member in story]


def _group(texts: Sequence[_Text], story: Sequence[Version], links: Iterable[_Link]) -> tuple[Place, Duplicate]:
    """A group of articles, with when its first came.

    It is as similar as its least similar wording is to the one most like it: 1 when there is one wording.
    """
    numbers = [number for version in story for number in version]
    articles = sorted(place for number in numbers for place in texts[number].articles)
    best = dict.fromkeys(numbers, 1.0 if len(numbers) == 1 else 0.0)
    for link in links:
        for number in (link.small, link.large):
            best[number] = max(best[number], link.similarity)
    kind = "part" if len(story) > 1 else "near" if len(numbers) > 1 else "exact"
    ids = tuple(place.article for place in articles)
    return articles[0], Duplicate(stable_id("copies", *sorted(ids)), kind, ids, round(min(best.values()), 4))


def _redundant(texts: Sequence[_Text], story: Sequence[Version], links: Iterable[_Link]) -> Iterator[str]:
    """All articles but the first of each version, and all of a version that is part of a longer one."""
    home = {number: place for place, version in enumerate(story) for number in version}
    # Of two versions each may hold a wording of the other; by their longest wordings one of them always stays.
    sizes = [(max(len(texts[number].shingles) for number in version), -place) for place, version in enumerate(story)]
    held = {home[k.small] for k in links if k.kind == "part" and sizes[home[k.small]] < sizes[home[k.large]]}
    for place, version in enumerate(story):
        articles = sorted(article for number in version for article in texts[number].articles)
        yield from (copy.article for copy in articles[place not in held :])
