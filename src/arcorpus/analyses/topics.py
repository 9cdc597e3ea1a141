"""What the articles are about: topics with their phrases, shares and counts, and each article's keyphrases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import click

from arcorpus.analyses.context import AnalysisContext
from arcorpus.analyses.options import COLLAPSE, MORPHOLOGY, NER, WITHOUT_NAMES
from arcorpus.ids import stable_id
from arcorpus.report import Section, Table
from arcorpus.types import TOPIC_KEYS, Article, Document, Part, Period, Term, Topic, TopicShare
from arcorpus.writers.grid import ABSENT, NUMBER, Column, Grid, View

NEEDS = frozenset({"terms"})
TABLES = (Table("topics", Topic, "topic"),)
OPTIONS = (
    click.Option(
        ["--topics"],
        metavar="N",
        type=click.IntRange(min=1),
        help="How many topics to make, instead of the number that suits the corpus.",
    ),
    click.Option(
        ["--by", "topics_by"],
        type=click.Choice(TOPIC_KEYS),
        default=TOPIC_KEYS[0],
        show_default=True,
        help="What the articles of a topic are counted by.",
    ),
    WITHOUT_NAMES,
    NER,
    MORPHOLOGY,
    COLLAPSE,
)

_REPRESENTATIVES = 3
_BAR = 20  # cells of the bar of a whole share
_LONE = 12  # articles from which a lone one stands under no topic

KEYS: dict[str, Callable[[Article], str | None]] = {
    "month": lambda article: article.date[:7] if article.date and len(article.date) > 4 else None,  # noqa: PLR2004
    "year": lambda article: article.date[:4] if article.date else None,
    "source": lambda article: article.source,
    "category": lambda article: article.category,
}
"""What the articles of a topic can be counted by, and where an article has it."""


def analyse(documents: Sequence[Document], context: AnalysisContext) -> Section:
    """The topics; each article is told its mix of them and its keyphrases."""
    found, mixes, keyphrases = topics(documents, context.options["topics"], context.options["topics_by"])

    def annotate(article: Article) -> Article:
        return replace(article, topics=mixes.get(article.id, ()), keyphrases=keyphrases.get(article.id, ()))

    return Section({"topics": found}, annotate, len(documents) - sum(len(topic.articles) for topic in found))


class TopicModel(NamedTuple):
    """What was found in a corpus.

    Attributes:
        topics: the biggest first.
        mixes: by article id the shares of its topics.
        keyphrases: by article id its keyphrases.
    """

    topics: tuple[Topic, ...]
    mixes: Mapping[str, tuple[TopicShare, ...]]
    keyphrases: Mapping[str, tuple[Term, ...]]


def topics(documents: Sequence[Document], wanted: int | None = None, by: str = "month") -> TopicModel:
    """The topics of a corpus, the biggest first, and each article's mix of them and keyphrases.

    Articles become points by their terms and are grouped; a group's terms are weighed by c-TF-IDF and shown as the
    phrases that a reader would use (the room `topics`; docs/topics.md has it all). An article without content words,
    or in a larger corpus one that resembles no other, stands under no topic.

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
    from arcorpus.topics import cluster
    from arcorpus.topics.document_terms import encode, idf, separating, term_counts
    from arcorpus.topics.keyphrases import keyphrases
    from arcorpus.topics.labels import label_topics
    from arcorpus.topics.mixture import mixture

    corpus = encode(documents)
    if not corpus.articles:
        return TopicModel((), {}, {})
    counts = term_counts(corpus)
    weights = idf(counts, corpus.shares)
    matrix = cluster.points(counts, separating(counts, weights))
    drop_lone = wanted is None and len(corpus.articles) >= _LONE
    strongest, shares, likeness = mixture(matrix, cluster.groups(matrix, wanted), drop_lone=drop_lone)
    members = [[row for row, topic in enumerate(strongest) if topic == at] for at in range(shares.shape[1])]
    place = {document.article.id: at for at, document in enumerate(documents)}
    named = label_topics(corpus, counts, members)
    made = tuple(
        _topic(sorted((corpus.articles[row] for row in rows), key=lambda a: place[a.id]), label, terms,
               share=float(column.sum()) / len(documents),
               examples=tuple(corpus.articles[row].id for row in sorted(rows, key=lambda r: -near[r])))
        for rows, (label, terms), column, near in zip(members, named, shares.T, likeness.T, strict=True)
    )  # fmt: skip
    mixes = {article.id: _shares_of(made, row) for article, row in zip(corpus.articles, shares, strict=True)}
    made = _with_parts(made, [document.article for document in documents], mixes, by)
    return TopicModel(tuple(sorted(made, key=lambda t: (-len(t.articles), -t.share, t.label))), mixes,
                    keyphrases(corpus, weights))  # fmt: skip


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


def _shares_of(made: Sequence[Topic], row: Iterable[float]) -> tuple[TopicShare, ...]:
    """An article's shares of the topics, the biggest first."""
    told = (TopicShare(topic.id, round(float(share), 4)) for topic, share in zip(made, row, strict=True) if share > 0)
    return tuple(sorted(told, key=lambda share: (-share.share, share.id)))


def _with_parts(
    made: Sequence[Topic], articles: Sequence[Article], mixes: Mapping[str, Sequence[TopicShare]], by: str
) -> tuple[Topic, ...]:
    """The topics with their parts: of the articles of each month, source … how many stand there, and the mean share."""
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


def show(view: View) -> list[Grid]:
    """The topics and, shown alone, their parts, the articles under each, and the articles' keyphrases."""
    topics = view.rows("topics")
    shape = (Column("topic", 18, 2), Column("articles", 8, 0), Column("share", 5, 0), Column("terms", 24, 3))
    rows = [
        (
            topic.label,
            f"{len(topic.articles):,}",
            f"{topic.share:.0%}",
            "، ".join(term.term for term in topic.terms),
        )
        for topic in topics
    ]
    if view.layout.single != "topics":
        return [view.grid("Topics", shape, rows)]
    placed = {article: topic.label for topic in topics for article in topic.articles}
    order = {topic.label: place for place, topic in enumerate(topics)}
    listed = [(placed.get(id_, "(no topic)"), headline) for id_, headline in view.headlines.items()]
    listed.sort(key=lambda item: order.get(item[0], len(order)))
    under = [(label, (str(h.number), h.title, h.article.date or ABSENT)) for label, h in listed]
    titles = (NUMBER, Column("title", 30, 3), Column("date", 10, 0))
    keyphrases = [(str(h.number), said) for h in view.headlines.values() if (said := _keyphrases_of(h.article))]
    return [
        view.grid("Topics", shape, rows),
        _parts(view),
        view.grouped("Articles by topic", titles, under),
        view.grid("Keyphrases", (NUMBER, Column("keyphrases", 40, 3)), keyphrases),
    ]


def _parts(view: View) -> Grid:
    """The articles of each topic by month, source and so on, with a bar for its share of all that was written then."""
    topics = view.rows("topics")
    by = next((part.by for topic in topics for part in topic.parts), "month")
    rows = [
        (topic.label, (part.value, f"{part.articles:,}", f"{part.share:.0%}", _bar(part.share)))
        for topic in topics
        for part in topic.parts
        if part.articles
    ]
    shape = (Column(by, 10), Column("articles", 8, 0), Column("share", 5, 0), Column("of all articles then", _BAR))
    return view.grouped(f"Topics by {by}", shape, rows)


def _keyphrases_of(article: Article) -> str:
    return "، ".join(term.term for term in article.keyphrases or ())


def _bar(share: float) -> str:
    """A bar as long as a share, to an eighth of a cell."""
    eighths = round(share * _BAR * 8)
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
