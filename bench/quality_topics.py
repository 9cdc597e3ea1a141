"""How well the topics agree with the classes of two corpora, beside four peers on the same terms, in one run.

    python bench/quality_topics.py [SHARED] [--bertopic PYTHON]

SHARED is the folder with data/; PYTHON is an interpreter with bertopic, umap-learn and hdbscan, which is asked for
BERTopic's figures over the same LSA vectors. The peers are scikit-learn's LDA, NMF, and LSA 100 with k-means, the last
from five seeds, since its figures move with them.

NMI and ARI are against the classes, at the true number of topics. Coherence is the mean NPMI of the pairs of a topic's
ten first words in windows of ten terms of the same corpus (Bouma 2009; Röder and others 2015); diversity is the part of
all these words that are different (Dieng and others 2020). Seconds are the processor's, from counts to groups.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from arcorpus import pipeline
from arcorpus.analyses import topics as analysis
from arcorpus.readers import inputs
from arcorpus.report import Corpus
from arcorpus.topics import cluster
from arcorpus.topics.ctfidf import salient_terms
from arcorpus.topics.document_terms import encode, idf, separating, term_counts

ROOT = Path(__file__).parents[1]
CORPORA = {"sanad": ("sanad_sample", 7), "ant": ("ant_corpus", 9)}
FIRST = 10
WINDOW = 10
SEEDS = 5


class Found(NamedTuple):
    """What a way to make topics found: the group of each article, the first words of each topic, seconds."""

    groups: Sequence[int]
    words: list[list[str]]
    seconds: float


class Data(NamedTuple):
    """A corpus with classes, as the analysis sees it."""

    corpus: Any
    counts: Any
    classes: list[str]
    tokens: list[list[str]]


def read(path: Path) -> Data:
    """The articles that have terms, with their classes."""
    articles = inputs.read_articles(inputs.Inputs((str(path),)), Corpus(), [], lambda _: None)
    documents = list(pipeline.run(articles, analysis.NEEDS))
    corpus = encode(documents)
    tokens = [[corpus.keys[n] for n in words] for words in corpus.content_words()]
    return Data(corpus, term_counts(corpus), [article.category or "" for article in corpus.articles], tokens)


def agreement(classes: Sequence[str], groups: Sequence[int]) -> tuple[float, float]:
    """NMI (by the arithmetic mean) and ARI of a grouping against the classes."""
    from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

    return float(normalized_mutual_info_score(classes, groups)), float(adjusted_rand_score(classes, groups))


def coherence(tokens: Sequence[Sequence[str]], topics: Sequence[Sequence[str]]) -> float:
    """The mean over topics of the mean NPMI of the pairs of its words, -1 to 1."""
    place = {word: at for at, word in enumerate(sorted({word for topic in topics for word in topic}))}
    rows: list[int] = []
    columns: list[int] = []
    begin = 0
    for words in tokens:
        windows = max(len(words) - WINDOW + 1, 1)
        for at, word in enumerate(words):
            if word in place:
                span = range(max(at - WINDOW + 1, 0), min(at, windows - 1) + 1)
                rows.extend(begin + window for window in span)
                columns.extend([place[word]] * len(span))
        begin += windows
    held = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(begin, len(place)))
    held.data[:] = 1
    both = (held.T @ held).toarray() / begin
    means = []
    for topic in topics:
        pairs = [_npmi(both, place[one], place[other]) for one, other in combinations(topic, 2)]
        means.append(sum(pairs) / max(len(pairs), 1))
    return float(np.mean(means))


def _npmi(both: Any, one: int, other: int) -> float:  # noqa: ANN401 - an array
    joint = both[one, other]
    if joint == 0:
        return -1.0
    return float(np.log(joint / (both[one, one] * both[other, other])) / -np.log(joint)) if joint < 1 else 1.0


def diversity(topics: Sequence[Sequence[str]]) -> float:
    """The part of the topics' words that are different, 0-1."""
    words = [word for topic in topics for word in topic]
    return len(set(words)) / max(len(words), 1)


def ours(data: Data, count: int | None) -> Found:
    """The program's own topics."""
    begin = time.process_time()
    weights = idf(data.counts, data.corpus.shares)
    matrix = cluster.points(data.counts, separating(data.counts, weights))
    labels = cluster.groups(matrix, count)
    seconds = time.process_time() - begin
    members = [np.flatnonzero(labels == label).tolist() for label in np.unique(labels)]
    weighed = salient_terms(data.corpus, data.counts, members)
    words = [[data.corpus.keys[n] for n in sorted(row, key=lambda n: (-row[n], n))[:FIRST]] for row in weighed]
    return Found(labels.tolist(), words, seconds)


def peers(data: Data, count: int) -> Iterator[tuple[str, Found]]:
    """scikit-learn's ways over the same terms, each in its usual form; the last has the LSA vectors too."""
    from sklearn.cluster import KMeans
    from sklearn.decomposition import NMF, LatentDirichletAllocation, TruncatedSVD
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
    from sklearn.preprocessing import normalize

    begin = time.process_time()
    weigher = TfidfVectorizer(analyzer=list, min_df=2, max_df=0.5, sublinear_tf=True)
    weighed = weigher.fit_transform(data.tokens)
    names = weigher.get_feature_names_out()
    weighing = time.process_time() - begin
    counter = CountVectorizer(analyzer=list, min_df=2, max_df=0.5)
    for name, model, matrix in (
        ("nmf", NMF(count, random_state=0), weighed),
        ("lda", LatentDirichletAllocation(count, random_state=0), counter.fit_transform(data.tokens)),
    ):
        begin = time.process_time()
        groups = model.fit_transform(matrix).argmax(axis=1)
        seconds = time.process_time() - begin + weighing
        yield name, Found(groups.tolist(), [_first(row, names) for row in model.components_], seconds)
    for seed in reversed(range(SEEDS)):
        begin = time.process_time()
        vectors = normalize(TruncatedSVD(100, random_state=seed).fit_transform(weighed))
        labels = KMeans(count, n_init=10, random_state=seed).fit_predict(vectors)
        seconds = time.process_time() - begin + weighing
        means = [np.asarray(weighed[labels == label].mean(axis=0)).ravel() for label in range(count)]
        yield f"lsa_kmeans {seed}", Found(labels.tolist(), [_first(row, names) for row in means], seconds)
    yield "vectors", Found(vectors, [], 0)


def _first(row: Any, names: Any) -> list[str]:  # noqa: ANN401 - arrays
    return [str(names[at]) for at in np.argsort(-row, kind="stable")[:FIRST]]


BERTOPIC = """
import json, sys, time, numpy as np
from bertopic import BERTopic
from bertopic.backend import BaseEmbedder
from hdbscan import HDBSCAN
from umap import UMAP
from sklearn.feature_extraction.text import CountVectorizer
folder, count = sys.argv[1], int(sys.argv[2])
texts = json.load(open(folder + "/texts.json", encoding="utf-8"))
vectors = np.load(folder + "/vectors.npy")
begin = time.process_time()
model = BERTopic(
    umap_model=UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=42),
    hdbscan_model=HDBSCAN(min_cluster_size=10, prediction_data=True), nr_topics=count + 1,
    vectorizer_model=CountVectorizer(tokenizer=str.split, token_pattern=None, lowercase=False, min_df=2),
    embedding_model=BaseEmbedder())
groups, _ = model.fit_transform(texts, vectors)
if -1 in groups:
    groups = model.reduce_outliers(texts, groups, strategy="embeddings", embeddings=vectors)
words = [[word for word, _ in model.get_topic(at)[:10]] for at in sorted(model.get_topics()) if at >= 0]
json.dump({"groups": [int(g) for g in groups], "words": words, "seconds": time.process_time() - begin},
          open(folder + "/found.json", "w", encoding="utf-8"))
"""


def bertopic(python: str, data: Data, vectors: Any, count: int) -> Found:  # noqa: ANN401 - an array
    """BERTopic over the same vectors and terms, in another interpreter; its outliers go to the nearest topic."""
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "vectors.npy", vectors)
        (Path(folder) / "texts.json").write_text(json.dumps([" ".join(words) for words in data.tokens]), "utf-8")
        subprocess.run([python, "-c", BERTOPIC, folder, str(count)], check=True)
        return Found(**json.loads((Path(folder) / "found.json").read_text("utf-8")))


def ways(data: Data, count: int, python: str | None) -> Iterator[tuple[str, Found]]:
    """The program's topics, at the true number and at its own, and the peers'; BERTopic where it is installed."""
    yield "arcorpus", ours(data, count)
    yield "arcorpus auto", ours(data, None)
    for way, found in peers(data, count):
        if way != "vectors":
            yield way, found
        elif python:
            yield "bertopic", bertopic(python, data, found.groups, count)


def measure(shared: Path) -> dict[str, float]:
    """The program's own figures for each corpus, by name."""
    figures: dict[str, float] = {}
    for name, (folder, count) in CORPORA.items():
        data = read(shared / "data" / folder / "articles.jsonl.gz")
        figures.update(_figures(f"topics.{name}", data, ours(data, count)))
        figures[f"topics.{name}.auto.nmi"] = agreement(data.classes, ours(data, None).groups)[0]
    return figures


def _figures(name: str, data: Data, found: Found) -> dict[str, float]:
    nmi, ari = agreement(data.classes, found.groups)
    return {f"{name}.nmi": nmi, f"{name}.ari": ari, f"{name}.coherence": coherence(data.tokens, found.words),
            f"{name}.diversity": diversity(found.words)}  # fmt: skip


def main() -> None:
    """Measure the program and its peers, and print a row for each."""
    python = sys.argv.pop(sys.argv.index("--bertopic") + 1) if "--bertopic" in sys.argv else None
    places = [Path(arg) for arg in sys.argv[1:] if arg != "--bertopic"]
    shared = places[0] if places else ROOT.parent / "shared"
    for name, (folder, count) in CORPORA.items():
        data = read(shared / "data" / folder / "articles.jsonl.gz")
        for way, found in ways(data, count, python):
            cells = "  ".join(f"{figure[1:]} {value:.4f}" for figure, value in _figures("", data, found).items())
            print(f"{name:<6} {way:<14} {len(set(found.groups)):>3} topics {cells} {found.seconds:6.2f} s", flush=True)


if __name__ == "__main__":
    main()
