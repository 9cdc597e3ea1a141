"""What the corpus is about: groups of articles, the terms that tell them apart, and each article's mix of them.

Articles become TF-IDF vectors over their content words; few are grouped by average linkage, many by k-means on the
unit sphere, both from a fixed start. A group's terms are weighed by c-TF-IDF, see `_weigh`. docs/topics.md has it all.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcorpus.ids import stable_id
from arcorpus.terms import terms
from arcorpus.types import Article, Document, Period, Term, Topic, TopicShare

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

NEEDS = frozenset({"tokens"})

TERMS = 12
"""Terms of a topic."""

_LABEL = 3              # terms of a label
_FEW = 300              # articles up to which every pair is compared
_LONE = 12              # articles from which a lone one stands under no topic
_CELLS = 40_000_000     # of the matrix of vectors, which bounds its memory at 160 MB
_COLUMNS = 4096
_ALIKE = 0.16           # cosine from which two groups of articles are about the same
_LEAST_SHARE = 0.05     # of an article, for a topic to be told
_ROUNDS = 30
_COUNTS = (4, 6, 8, 12, 16, 24, 32)
_PHRASE = 2             # times a group must hold a phrase
_PHRASE_PART = 0.5      # of a word's occurrences that are in one phrase, for the phrase to stand for it
_BREAK = -1


@dataclass(slots=True)
class _Corpus:
    """The articles that have terms, in the order of their ids: term numbers with breaks, and the terms' names."""

    articles: list[Article]
    words: list[array[int]]
    keys: list[str]
    shown: list[Counter[str]]


def _encode(documents: Sequence[Document]) -> _Corpus:
    """The content words of each article as numbers, so that a corpus is read but once."""
    numbers: dict[str, int] = {}
    corpus = _Corpus([], [], [], [])
    for document in sorted(documents, key=lambda d: d.article.id):
        words = array("i")
        for field in document.fields or ():
            for term in terms(field):
                number = numbers.setdefault(term.key, len(numbers))
                if number == len(corpus.keys):
                    corpus.keys.append(term.key)
                    corpus.shown.append(Counter())
                corpus.shown[number][term.shown] += 1
                words.extend((number,) if term.follows else (_BREAK, number))
        if words:
            corpus.articles.append(document.article)
            corpus.words.append(words)
    return corpus


def _vectors(corpus: _Corpus) -> Matrix:
    """TF-IDF vectors of length 1, a row for each article: (1 + ln tf) · (1 + ln((1 + n) / (1 + df)))."""
    import numpy as np

    counts = [Counter(n for n in words if n != _BREAK) for words in corpus.words]
    total = len(counts)
    spread = Counter(n for count in counts for n in count)
    idf = {n: math.log((1 + total) / (1 + df)) + 1 for n, df in spread.items()}
    least = 1 if total <= _LONE else 2
    mass: Counter[int] = Counter()
    for count in counts:
        mass.update({n: (1 + math.log(tf)) * idf[n] for n, tf in count.items() if spread[n] >= least})
    most = max(1, min(_COLUMNS, _CELLS // total))
    chosen = sorted(mass, key=lambda n: (-mass[n], corpus.keys[n]))[:most]
    column = {n: at for at, n in enumerate(sorted(chosen, key=lambda n: corpus.keys[n]))}
    matrix = np.zeros((total, max(len(column), 1)), dtype=np.float32)
    for row, count in enumerate(counts):
        for n, tf in count.items():
            if n in column:
                matrix[row, column[n]] = (1 + math.log(tf)) * idf[n]
    return _unit(matrix)


def _unit(matrix: Matrix) -> Matrix:
    """The matrix with rows of length 1; rows of nothing stay so."""
    import numpy as np

    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(length == 0, 1, length), dtype=np.float32)


def _link_groups(matrix: Matrix, count: int | None) -> list[int]:
    """The group of each article by average linkage on cosines: the likest two groups join, until `count` are left.

    Without `count` they join as long as they are alike.
    """
    import numpy as np

    total = len(matrix)
    likeness = np.round(matrix @ matrix.T, 5).astype(np.float64)
    np.fill_diagonal(likeness, -1)
    sizes = np.ones(total)
    group = list(range(total))
    left = total
    while left > (count or 1):
        best = int(likeness.argmax())
        one, other = sorted(divmod(best, total))
        if likeness[one, other] < (_ALIKE if count is None else -0.5):
            break
        merged = (sizes[one] * likeness[one] + sizes[other] * likeness[other]) / (sizes[one] + sizes[other])
        dead = (likeness[one] < -0.5) | (likeness[other] < -0.5)  # noqa: PLR2004 - below every cosine of counts
        merged[dead] = -1
        likeness[one], likeness[:, one] = merged, merged
        likeness[other], likeness[:, other] = -1, -1
        likeness[one, one] = -1
        sizes[one] += sizes[other]
        group = [one if g == other else g for g in group]
        left -= 1
    return group


def _spread_groups(matrix: Matrix, count: int) -> tuple[list[int], float]:
    """The group of each article by k-means on the unit sphere, and how clearly the groups part, 0-1.

    The first centre is the article nearest to the mean, each further one the article least like those before it
    among those that others resemble.
    """
    import numpy as np

    mean = _unit(matrix.mean(axis=0, keepdims=True))
    typical = matrix @ mean[0]
    chosen = [int(typical.argmax())]
    nearest = matrix @ matrix[chosen[0]]
    while len(chosen) < count:
        chosen.append(int(((1 - nearest) * typical).argmax()))
        nearest = np.maximum(nearest, matrix @ matrix[chosen[-1]])
    centres = matrix[chosen]
    group = np.full(len(matrix), -1)
    for _ in range(_ROUNDS):
        new = (matrix @ centres.T).argmax(axis=1)
        if (new == group).all():
            break
        group = new
        sums = (np.arange(count)[:, None] == group).astype(np.float32) @ matrix
        centres = np.where((sums == 0).all(axis=1, keepdims=True), centres, _unit(sums))
    likeness = np.sort(matrix @ centres.T, axis=1)
    gap = likeness[:, -1] - likeness[:, -2] if count > 1 else likeness[:, -1]
    return [int(g) for g in group], float(np.round(gap.mean(), 6))


def _groups(matrix: Matrix, count: int | None) -> list[int]:
    """The group of each article, the number of groups given or chosen."""
    total = len(matrix)
    if total <= _FEW:
        return _link_groups(matrix, count)
    if count is not None:
        return _spread_groups(matrix, min(count, total))[0]
    tried = [_spread_groups(matrix, number) for number in _COUNTS]
    return max(tried, key=lambda found: found[1])[0]


def _mix(matrix: Matrix, group: Sequence[int], *, drop_lone: bool) -> tuple[list[int], Matrix]:
    """The groups that stay, and how much of each article belongs to each, rows that sum to 1 or are empty.

    An article's likeness to the centre of each group, squared, is its share; its own group leads by construction.
    """
    import numpy as np

    sizes = Counter(group)
    kept = sorted(g for g in sizes if sizes[g] > 1 or not drop_lone)
    place = {g: at for at, g in enumerate(kept)}
    centres = np.zeros((len(kept), matrix.shape[1]), dtype=np.float32)
    for row, g in enumerate(group):
        if g in place:
            centres[place[g]] += matrix[row]
    likeness = np.round(np.maximum(matrix @ _unit(centres).T, 0), 5).astype(np.float64) ** 2
    for row, g in enumerate(group):
        if g not in place:
            likeness[row] = 0
        else:
            likeness[row, place[g]] = max(likeness[row].max() + 1e-6, likeness[row, place[g]])
    whole = likeness.sum(axis=1, keepdims=True)
    shares = likeness / np.where(whole == 0, 1, whole)
    shares[shares < _LEAST_SHARE] = 0
    whole = shares.sum(axis=1, keepdims=True)
    return [place.get(g, -1) for g in group], np.asarray(shares / np.where(whole == 0, 1, whole), dtype=np.float32)


Phrase = tuple[int, ...]
"""One or two term numbers."""


def _count_phrases(words: Iterable[array[int]]) -> Counter[Phrase]:
    """How often a group holds each word and each pair of words side by side."""
    found: Counter[Phrase] = Counter()
    for article in words:
        before = _BREAK
        for number in article:
            if number != _BREAK:
                found[number,] += 1
                if before != _BREAK:
                    found[before, number] += 1
            before = number
        if len(found) > _COLUMNS * 256:
            found = Counter({phrase: n for phrase, n in found.items() if n > 1})
    return found


def _weigh(counts: Sequence[Counter[Phrase]]) -> list[dict[Phrase, float]]:
    """The c-TF-IDF weight of each phrase of each group: tf / |c| · ln(1 + A / f).

    tf: the phrase's count in the group; |c|: the words of the group; A: the mean number of words of a group;
    f: the phrase's count in all groups.

    Source: Grootendorst 2022, BERTopic: Neural topic modeling with a class-based TF-IDF procedure (arXiv:2203.05794).
    """
    words = [sum(n for phrase, n in count.items() if len(phrase) == 1) for count in counts]
    mean = sum(words) / len(words)
    everywhere: Counter[Phrase] = Counter()
    for count in counts:
        everywhere.update(count)
    return [{phrase: n / size * math.log(1 + mean / everywhere[phrase]) for phrase, n in count.items()}
            for count, size in zip(counts, words, strict=True)]


def _choose(
    weights: Mapping[Phrase, float], counts: Mapping[Phrase, int], keys: Sequence[str]
) -> list[tuple[Phrase, float]]:
    """The terms of a group, the weightiest first: a phrase stands for a word that mostly occurs in it."""
    weight = dict(weights)
    for phrase in [phrase for phrase, n in counts.items() if len(phrase) > 1]:
        covered = [part for part in set(phrase) if counts[phrase] >= _PHRASE_PART * counts[part,]]
        if counts[phrase] < _PHRASE or not covered:
            del weight[phrase]
            continue
        weight[phrase] = max(weight[phrase], *(weights[part,] for part in covered))
    ranked = sorted(weight, key=lambda p: (-weight[p], -len(p), [keys[n] for n in p]))
    chosen: list[tuple[Phrase, float]] = []
    used: Counter[int] = Counter()
    for phrase in ranked:
        if not any(used[n] for n in phrase):
            chosen.append((phrase, weight[phrase]))
            used.update(phrase)
            if len(chosen) == TERMS:
                break
    return chosen


def _surfaces(documents: Iterable[Document], wanted: set[tuple[str, ...]]) -> dict[tuple[str, ...], Counter[str]]:
    """How the wanted phrases of two words are written, with counts."""
    found: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for field in document.fields or ():
            before = None
            for term in terms(field):
                if before and term.follows and (before.key, term.key) in wanted:
                    found[before.key, term.key][f"{before.shown} {term.shown}"] += 1
                before = term
    return found


def _most_usual(counts: Mapping[str, int]) -> str:
    """The most frequent of several ways to write a term."""
    return min(counts, key=lambda s: (-counts[s], len(s), s))


def _periods(articles: Iterable[Article]) -> tuple[Period, ...]:
    """How many of the articles fall into each month."""
    months = Counter(article.date[:7] for article in articles if article.date)
    return tuple(Period(month, months[month]) for month in sorted(months))


def topics(
    documents: Sequence[Document], count: int | None = None
) -> tuple[tuple[Topic, ...], Mapping[str, tuple[TopicShare, ...]]]:
    """The topics of a corpus, the biggest first, and each article's mix of them by its id.

    An article without content words, or in a larger corpus one that resembles no other, stands under no topic.

    Args:
        documents: the corpus, with `fields` set.
        count: how many topics to make; None lets the program choose. There are never more than articles.

    >>> from arcorpus.tokens import split_sentences, tokenize
    >>> from arcorpus.types import Field
    >>> text = "الذكاء الاصطناعي يتقدم. سباق الذكاء الاصطناعي يشتد."
    >>> field = Field("text", text, split_sentences(text), tokenize(text))
    >>> found, mixes = topics([Document(Article("a", "a.txt", 0, text=text), (field,))])
    >>> found[0].terms[0].term, found[0].articles, mixes["a"][0].share
    ('الذكاء الاصطناعي', ('a',), 1.0)
    """
    corpus = _encode(documents)
    if not corpus.articles:
        return (), {}
    matrix = _vectors(corpus)
    lone = count is None and len(corpus.articles) >= _LONE
    group, shares = _mix(matrix, _groups(matrix, count), drop_lone=lone)
    members = [[row for row, g in enumerate(group) if g == at] for at in range(shares.shape[1])]
    named = _name_terms(corpus, members, documents)
    order = {document.article.id: at for at, document in enumerate(documents)}
    made = [_topic(sorted((corpus.articles[row] for row in rows), key=lambda a: order[a.id]), shown,
                   float(column.sum()) / len(documents))
            for rows, shown, column in zip(members, named, shares.T, strict=True)]
    mixes = {article.id: _told(made, row) for article, row in zip(corpus.articles, shares, strict=True)}
    return tuple(sorted(made, key=lambda t: (-len(t.articles), -t.share, t.label))), mixes


def _topic(articles: Sequence[Article], shown: Sequence[tuple[str, float]], share: float) -> Topic:
    """A topic out of its articles in reading order, its terms with their weights, and its share of the corpus."""
    return Topic(
        id=stable_id("topic", *sorted(article.id for article in articles)),
        label="، ".join(term for term, _ in shown[:_LABEL]),
        terms=tuple(Term(term, round(weight, 6)) for term, weight in shown),
        articles=tuple(article.id for article in articles),
        share=round(share, 4),
        periods=_periods(articles),
    )


def _told(made: Sequence[Topic], row: Matrix) -> tuple[TopicShare, ...]:
    """An article's shares of the topics, the biggest first."""
    told = (TopicShare(topic.id, round(float(share), 4)) for topic, share in zip(made, row, strict=True) if share > 0)
    return tuple(sorted(told, key=lambda share: (-share.share, share.id)))


def _name_terms(
    corpus: _Corpus, members: Sequence[Sequence[int]], documents: Sequence[Document]
) -> list[list[tuple[str, float]]]:
    """The terms of each group in their most usual forms, with their weights."""
    if not members:
        return []
    counts = [_count_phrases(corpus.words[row] for row in rows) for rows in members]
    chosen = [_choose(weights, count, corpus.keys) for weights, count in zip(_weigh(counts), counts, strict=True)]
    phrases = {phrase for group in chosen for phrase, _ in group}
    written = _surfaces(documents, {tuple(corpus.keys[n] for n in phrase) for phrase in phrases if len(phrase) > 1})
    return [[(_shown(phrase, corpus, written), weight) for phrase, weight in group] for group in chosen]


def _shown(phrase: Phrase, corpus: _Corpus, written: Mapping[tuple[str, ...], Mapping[str, int]]) -> str:
    """A term in its most usual form."""
    if len(phrase) == 1:
        return _most_usual(corpus.shown[phrase[0]])
    return _most_usual(written[tuple(corpus.keys[n] for n in phrase)])
