"""What a corpus is about: groups of articles, the phrases that tell them apart, and each article's mix and keyphrases.

Articles become points by their terms (`cluster`) and are grouped; a group's terms are weighed by c-TF-IDF, see
`_weigh`, and shown as the phrases that a reader would use (`phrases`). docs/topics.md has it all.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.ids import stable_id
from arcorpus.morph import analyser
from arcorpus.topics import cluster
from arcorpus.topics.noun_phrases import BREAK, Phrase, choose, count_phrases, fuller
from arcorpus.topics.npmi import cohesive, nearness
from arcorpus.topics.terms import BOUND, NOUN, VERB, WEAK, key
from arcorpus.types import Article, Document, Part, Period, Term, Topic, TopicShare

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from arcorpus.topics.vectors import Labels, Matrix

NEEDS = frozenset({"terms"})

TERMS = 12
"""Terms of a topic."""

KEYPHRASES = 10
"""Keyphrases of an article."""

_REPEATED = 2  # times a word must occur in an article to be its keyphrase, if any does
_CANDIDATES = 60  # words of a topic among which those are sought that are said together
_BINDING = 3  # times that two words must stand together to be taken for a name,
_ALWAYS = 0.8  # the part of the second's occurrences
_MOSTLY = 0.5  # and of the first's
_FEW_POWER, _POWER = 1.0, 0.25  # in `cohesive`: of few articles one may decide what is said together
_LABEL = 3  # phrases of a label
_REPRESENTATIVES = 3
_LONE = 12  # articles from which a lone one stands under no topic
_LEAST_SHARE = 0.05  # of an article, for a topic to be told
_OFTEN = 0.5  # of the articles; a term that more of them hold does not part them
_BACKGROUND = 100  # articles of a usual newspaper beside which a corpus is looked at
_CONTENT = 0.5  # of running words that are content words
_ARTICLE = "ال"
_DEFINITE = 0.25  # of a lone word's occurrences that have the article, for it to be shown with it
_GENERIC = 1e-4  # share of running text from which a word says too little to stand alone in a label

KEYS: dict[str, Callable[[Article], str | None]] = {
    "month": lambda article: article.date[:7] if article.date and len(article.date) > 4 else None,  # noqa: PLR2004
    "year": lambda article: article.date[:4] if article.date else None,
    "source": lambda article: article.source,
    "category": lambda article: article.category,
}
"""What the articles of a topic can be counted by, and where an article has it."""


class Subjects(NamedTuple):
    """The topics, and by article id its mix of topics and its keyphrases."""

    topics: tuple[Topic, ...]
    mixes: Mapping[str, tuple[TopicShare, ...]]
    keyphrases: Mapping[str, tuple[Term, ...]]


@dataclass(slots=True)
class _Corpus:
    """The articles that have terms, in the order of their ids, as numbers with breaks, and what the numbers mean."""

    articles: list[Article]
    words: list[array[int]]
    shown: list[array[int]]
    keys: list[str]
    kinds: list[str]
    shares: list[float]
    forms: list[str]

    def content(self) -> Iterator[array[int]]:
        """The content words of each article, in order."""
        counted = [kind not in (WEAK, BOUND) for kind in self.kinds]
        return (array("i", [n for n in words if n >= 0 and counted[n]]) for words in self.words)

    def spelt(self, phrase: Phrase) -> list[str]:
        """The keys of a phrase, which decide where nothing else does."""
        return [self.keys[number] for number in phrase]

    def vague(self, phrase: Phrase) -> bool:
        """Whether it is one word, and too usual a one to say something alone."""
        return len(phrase) == 1 and self.shares[phrase[0]] > _GENERIC


def encode(documents: Sequence[Document]) -> _Corpus:
    """The terms of each article as numbers; `shares` has what part of running text each makes up, 0-1."""
    numbers: dict[tuple[str, str], int] = {}
    forms: dict[str, int] = {}
    kinds: list[Counter[str]] = []
    corpus = _Corpus([], [], [], [], [], [], [])
    for document in sorted(documents, key=lambda d: d.article.id):
        words, shown, counted = array("i"), array("i"), False
        rows = document.terms and zip(document.terms.lemmas, document.terms.shown, document.terms.kinds, strict=True)
        for lemma, form, kind in rows or ():
            name = key(lemma)
            stop = kind.upper() if kind.upper() in (WEAK, BOUND) else ""
            counted = counted or not stop
            number = numbers.setdefault((name, stop), len(numbers))
            if number == len(corpus.keys):
                corpus.keys.append(name)
                corpus.shares.append(analyser.word_share(lemma))
                kinds.append(Counter())
            kinds[number][kind.upper()] += 1
            if kind.isupper():
                words.append(BREAK)
                shown.append(BREAK)
            words.append(number)
            shown.append(forms.setdefault(form, len(forms)))
        if counted:
            corpus.articles.append(document.article)
            corpus.words.append(words)
            corpus.shown.append(shown)
    corpus.forms = list(forms)
    corpus.kinds = [min(found, key=lambda kind: (-found[kind], kind)) for found in kinds]
    _bind(corpus)
    return corpus


def _bind(corpus: _Corpus) -> None:
    """Let words stand in phrases that do so in names alone: ديب سيك, whatever سيك looks like.

    A verb or stop word that nearly always follows one and the same word, which mostly stands before it, is a part of
    the name that the first begins, and says nothing more.
    """
    total: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    for words in corpus.words:
        total.update(words)
        pairs.update((one, other) for one, other in pairwise(words)
                     if one >= 0 <= other and corpus.kinds[other] in (VERB, BOUND))  # fmt: skip
    for (one, other), n in pairs.items():
        if n >= _BINDING and n >= _ALWAYS * total[other] and n >= _MOSTLY * total[one]:
            corpus.kinds[other] = WEAK


def count(corpus: _Corpus) -> csr_matrix:
    """How often each article (row) holds each term (column)."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns, data, ends = array("i"), array("d"), array("q", [0])
    for words in corpus.content():
        found = Counter(words)
        columns.extend(found.keys())
        data.extend(found.values())
        ends.append(len(columns))
    shape = (len(corpus.words), len(corpus.keys))
    return csr_matrix((np.array(data), np.array(columns), np.array(ends)), shape=shape)


def rarity(counts: csr_matrix, shares: Sequence[float]) -> NDArray[np.float64]:
    """The idf of each term, in the corpus and a hundred usual articles beside it: 1 + ln((1 + n + b) / (1 + df + b p)).

    n: articles; df: those that hold the term; b: the usual articles; p: the chance that one of them, as long as the
    corpus's, holds the term, from its share of running text. In a large corpus the hundred hardly count; in a handful
    of articles they alone tell that شركة is a usual word.
    """
    import numpy as np

    total = counts.shape[0]
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    usual = _BACKGROUND * (1 - np.exp(-np.array(shares) * _length(counts)))
    return np.asarray(np.log((1 + total + _BACKGROUND) / (1 + spread + usual)) + 1)


def _length(counts: csr_matrix) -> float:
    """The mean number of words of an article, stop words and all."""
    words = float(counts.sum())
    return words / max(int(counts.shape[0]), 1) / _CONTENT


def topics(documents: Sequence[Document], wanted: int | None = None, by: str = "month") -> Subjects:
    """The topics of a corpus, the biggest first, and each article's mix of them and keyphrases.

    An article without content words, or in a larger corpus one that resembles no other, stands under no topic.

    Args:
        documents: the corpus, with `terms` set.
        wanted: how many topics to make; None lets the program choose. There are never more than articles.
        by: what the articles of a topic are counted by in its `parts`: a name of `KEYS`.

    >>> from arcorpus.pipeline import run
    >>> text = "الذكاء الاصطناعي يتقدم. سباق الذكاء الاصطناعي يشتد."
    >>> found, mixes, _ = topics(list(run([Article("a", "a.txt", 0, text=text)], NEEDS)))
    >>> found[0].terms[0].term, found[0].articles, mixes["a"][0].share
    ('الذكاء الاصطناعي', ('a',), 1.0)
    """
    corpus = encode(documents)
    if not corpus.articles:
        return Subjects((), {}, {})
    counts = count(corpus)
    weights = rarity(counts, corpus.shares)
    matrix = cluster.points(counts, parting(counts, weights))
    labels, shares, likeness = _mix(matrix, cluster.groups(matrix, wanted),
                                    drop_lone=wanted is None and len(corpus.articles) >= _LONE)  # fmt: skip
    members = [[row for row, label in enumerate(labels) if label == at] for at in range(shares.shape[1])]
    place = {document.article.id: at for at, document in enumerate(documents)}
    named = _name(corpus, counts, members)
    made = tuple(
        _topic(sorted((corpus.articles[row] for row in rows), key=lambda a: place[a.id]), label, terms,
               share=float(column.sum()) / len(documents),
               examples=tuple(corpus.articles[row].id for row in sorted(rows, key=lambda r: -near[r])))
        for rows, (label, terms), column, near in zip(members, named, shares.T, likeness.T, strict=True)
    )  # fmt: skip
    mixes = {article.id: _told(made, row) for article, row in zip(corpus.articles, shares, strict=True)}
    made = _parted(made, [document.article for document in documents], mixes, by)
    return Subjects(tuple(sorted(made, key=lambda t: (-len(t.articles), -t.share, t.label))), mixes,
                    _keyphrases(corpus, weights))  # fmt: skip


def parting(counts: csr_matrix, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of the terms that can part articles: not those of one article of many, nor those of most of them."""
    import numpy as np

    total = counts.shape[0]
    spread = np.bincount(counts.indices, minlength=counts.shape[1])
    rare, usual = (spread < 2, spread > _OFTEN * total) if total > cluster.FEW else (spread < 1, spread < 1)  # noqa: PLR2004
    return np.asarray(np.where(rare | usual, 0, weights))


def _mix(matrix: Matrix, labels: Labels, *, drop_lone: bool) -> tuple[list[int], Matrix, Matrix]:
    """The groups that stay, how much of each article belongs to each, and how near it is to each.

    An article's likeness to the centre of each group, squared, is its share; its own group leads by construction.
    """
    import numpy as np

    sizes = Counter(labels.tolist())
    kept = sorted(label for label in sizes if sizes[label] > 1 or not drop_lone)
    at = {label: place for place, label in enumerate(kept)}
    group = [at.get(label, -1) for label in labels.tolist()]
    likeness = np.asarray(np.round(np.maximum(matrix @ cluster.centres(matrix, labels, kept).T, 0.0), 5), dtype=float)
    shares: Matrix = likeness**2
    for row, label in enumerate(group):
        if label < 0:
            shares[row] = 0
        else:
            shares[row, label] = max(shares[row].max() + 1e-6, shares[row, label])
    for _ in range(2):
        whole = shares.sum(axis=1, keepdims=True)
        shares = shares / np.where(whole == 0, 1, whole)
        shares[shares < _LEAST_SHARE] = 0
    whole = shares.sum(axis=1, keepdims=True)
    return group, shares / np.where(whole == 0, 1, whole), likeness


def _weigh(counts: csr_matrix, usual: NDArray[np.float64]) -> list[dict[int, float]]:
    """The c-TF-IDF weight of each term of each group: tf / |c| · ln(1 + A / f).

    tf: the term's count in the group; |c|: the words of the group; A: the mean number of words of a group;
    f: the term's count in all groups. The usual articles are one group more.

    Args:
        counts: how often each group (row) holds each term (column).
        usual: how often the usual articles hold each term.

    Source: Grootendorst 2022, BERTopic: Neural topic modeling with a class-based TF-IDF procedure (arXiv:2203.05794).
    """
    import numpy as np

    sizes = np.asarray(counts.sum(axis=1)).ravel()
    everywhere = np.asarray(counts.sum(axis=0)).ravel() + usual
    mean = (sizes.sum() + usual.sum()) / (len(sizes) + (usual.sum() > 0))
    inverse = np.log(1 + mean / np.maximum(everywhere, 1))
    found = []
    for row, size in enumerate(sizes):
        inside = slice(counts.indptr[row], counts.indptr[row + 1])
        terms = counts.indices[inside]
        weights = np.round(counts.data[inside] / max(size, 1) * inverse[terms], 9)
        found.append(dict(zip(terms.tolist(), weights.tolist(), strict=True)))
    return found


def group_weights(
    counts: csr_matrix, members: Sequence[Sequence[int]], shares: Sequence[float]
) -> list[dict[int, float]]:
    """The c-TF-IDF weight of each term of each group of articles.

    Args:
        counts: how often each article (row) holds each term (column).
        members: the rows of each group.
        shares: what part of running text each term makes up, 0-1.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    rows = [row for group in members for row in group]
    groups = [at for at, group in enumerate(members) for _ in group]
    shape = (len(members), counts.shape[0])
    grouped = csr_matrix((np.ones(len(rows)), (groups, rows)), shape=shape) @ counts
    return _weigh(grouped.tocsr(), np.array(shares) * _BACKGROUND * _length(counts))


def telling(corpus: _Corpus, counts: csr_matrix, members: Sequence[Sequence[int]]) -> list[dict[int, float]]:
    """The words that tell of each group of articles, with their weights: those of most c-TF-IDF that are said together.

    Args:
        corpus: what `encode` gives.
        counts: how often each article (row) holds each term (column).
        members: the rows of each group.
    """
    first = []
    for weights in group_weights(counts, members, corpus.shares):
        named = [n for n in weights if corpus.kinds[n] != VERB] or list(weights)
        ranked = sorted(named, key=lambda n: (-weights[n], corpus.keys[n]))[:_CANDIDATES]
        first.append({n: weights[n] for n in ranked})
    words = sorted({n for weights in first for n in weights})
    near = nearness(list(corpus.content()), words)
    place = {n: at for at, n in enumerate(words)}
    power = _FEW_POWER if len(corpus.articles) <= cluster.FEW else _POWER
    return [cohesive(weights, near, place, power) for weights in first]


def _name(corpus: _Corpus, counts: csr_matrix, members: Sequence[Sequence[int]]) -> list[tuple[str, tuple[Term, ...]]]:
    """The label of each group, and its terms in their most usual forms."""
    if not members:
        return []
    labels, chosen = [], []
    shown = [kind if kind == WEAK else NOUN for kind in corpus.kinds]
    for rows, told in zip(members, telling(corpus, counts, members), strict=True):
        found = count_phrases((corpus.words[row] for row in rows), corpus.kinds)
        terms = (choose(found, told, TERMS, corpus.kinds, corpus.spelt)
                 or choose(found, told, TERMS, shown, corpus.spelt))  # fmt: skip
        chosen.append(terms)
        labels.append(_label(corpus, [phrase for phrase, _ in terms], found))
    written = _surfaces(corpus, {p for group in chosen for p, _ in group} | {p for group in labels for p in group})
    return [
        ("، ".join(written[phrase] for phrase in label),
         tuple(Term(written[phrase], round(weight, 6)) for phrase, weight in terms))
        for label, terms in zip(labels, chosen, strict=True)
    ]  # fmt: skip


def _label(corpus: _Corpus, terms: Sequence[Phrase], counts: Mapping[Phrase, int]) -> list[Phrase]:
    """The phrases that name a group: its first terms, lone words in the phrase in which they are said."""
    told: list[Phrase] = []
    for phrase in [fuller(term, counts, corpus.spelt) for term in terms]:
        if not corpus.vague(phrase) and not any(set(phrase) & set(other) for other in told):
            told.append(phrase)
    return told[:_LABEL] or list(terms[:1])


def _surfaces(corpus: _Corpus, wanted: set[Phrase]) -> dict[Phrase, str]:
    """The most usual written form of each of the wanted phrases."""
    found: defaultdict[Phrase, Counter[tuple[int, ...]]] = defaultdict(Counter)
    firsts: defaultdict[int, set[int]] = defaultdict(set)
    for phrase in wanted:
        firsts[phrase[0]].add(len(phrase))
    for words, shown in zip(corpus.words, corpus.shown, strict=True):
        for start, word in enumerate(words):
            for length in firsts.get(word, ()):
                phrase = tuple(words[start : start + length])
                if phrase in wanted:
                    found[phrase][tuple(shown[start : start + length])] += 1
    return {phrase: _most_usual(corpus.forms, forms) for phrase, forms in found.items()}


def _most_usual(forms: Sequence[str], counts: Mapping[tuple[int, ...], int]) -> str:
    """The most frequent of several ways to write a phrase; of a lone word, with the article if it often has it."""
    texts = {" ".join(forms[number] for number in row): n for row, n in counts.items()}
    definite = {text: n for text, n in texts.items() if text.startswith(_ARTICLE) and " " not in text}
    if sum(definite.values()) >= _DEFINITE * sum(texts.values()):
        texts = definite
    return min(texts, key=lambda text: (-texts[text], len(text), text))


def _keyphrases(corpus: _Corpus, weights: NDArray[np.float64]) -> dict[str, tuple[Term, ...]]:
    """The keyphrases of each article: its noun phrases by (1 + ln tf) · idf of the word for which they stand."""
    rare = weights.tolist()
    chosen = []
    for words in corpus.words:
        found = count_phrases((words,), corpus.kinds)
        alone = {phrase[0]: n for phrase, n in found.items() if len(phrase) == 1}
        least = min(_REPEATED, max(alone.values(), default=1))
        weight = {word: (1 + math.log(n)) * rare[word] for word, n in alone.items() if n >= least}
        ranked = choose(found, weight, len(weight), corpus.kinds, corpus.spelt)
        chosen.append(_fullest(corpus, ranked, found)[:KEYPHRASES])
    written = _surfaces(corpus, {phrase for terms in chosen for phrase, _ in terms})
    return {
        article.id: tuple(Term(written[phrase], round(weight, 4)) for phrase, weight in terms)
        for article, terms in zip(corpus.articles, chosen, strict=True)
    }


def _fullest(
    corpus: _Corpus, ranked: Sequence[tuple[Phrase, float]], counts: Mapping[Phrase, int]
) -> list[tuple[Phrase, float]]:
    """The phrases with lone words in the phrase in which they are said, those that say something before usual words."""
    repeated = {phrase: n for phrase, n in counts.items() if n >= _REPEATED}
    used: set[int] = set()
    full: list[tuple[Phrase, float]] = []
    usual: list[tuple[Phrase, float]] = []
    for term, weight in ranked:
        phrase = fuller(term, repeated, corpus.spelt)
        if not used.isdisjoint(phrase):
            phrase = term
        if used.isdisjoint(phrase):
            used.update(word for word in phrase if corpus.kinds[word] != WEAK)
            (usual if corpus.vague(phrase) else full).append((phrase, weight))
    return full + usual


def _topic(
    articles: Sequence[Article], label: str, terms: tuple[Term, ...], *, share: float, examples: tuple[str, ...]
) -> Topic:
    """A topic out of its articles in reading order, its name and terms, its share of the corpus, the nearest first."""
    months = Counter(KEYS["month"](article) for article in articles)
    return Topic(
        id=stable_id("topic", *sorted(article.id for article in articles)),
        label=label,
        terms=terms,
        articles=tuple(article.id for article in articles),
        share=round(share, 4),
        periods=tuple(Period(month, months[month]) for month in sorted(filter(None, months))),
        representatives=examples[:_REPRESENTATIVES],
    )


def _told(made: Sequence[Topic], row: Iterable[float]) -> tuple[TopicShare, ...]:
    """An article's shares of the topics, the biggest first."""
    told = (TopicShare(topic.id, round(float(share), 4)) for topic, share in zip(made, row, strict=True) if share > 0)
    return tuple(sorted(told, key=lambda share: (-share.share, share.id)))


def _parted(
    made: Sequence[Topic], articles: Sequence[Article], mixes: Mapping[str, Sequence[TopicShare]], by: str
) -> tuple[Topic, ...]:
    """The topics with their parts: of the articles of each month, source … how many stand there, and the mean share."""
    from dataclasses import replace

    value = {article.id: KEYS[by](article) for article in articles}
    whole = Counter(value.values())
    shares: defaultdict[tuple[str, str | None], float] = defaultdict(float)
    for article, mix in mixes.items():
        for share in mix:
            shares[share.id, value[article]] += share.share
    done = []
    for topic in made:
        stood = Counter(value[article] for article in topic.articles)
        parts = (Part(by, name, stood[name], round(shares[topic.id, name] / whole[name], 4))
                 for name in sorted(filter(None, whole)) if shares[topic.id, name] > 0)  # fmt: skip
        done.append(replace(topic, parts=tuple(parts)))
    return tuple(done)
