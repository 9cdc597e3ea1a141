"""Measure linking alone over newspaper articles: seconds and memory for each mention, at two sizes of the corpus.

python bench/speed_linking.py --shared ../shared --articles 3000
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from arcorpus import pipeline
from arcorpus.linking import phonetics
from arcorpus.linking.linker import link
from arcorpus.ner import gazetteer
from arcorpus.readers import inputs
from arcorpus.report import Corpus
from arcorpus.types import Document

HERE = Path(__file__).parent
ROUNDS = 3


def documents(path: Path, articles: int) -> list[Document]:
    """The first articles with their names by rule, and nothing else of them."""
    read = inputs.read_articles(inputs.Inputs((str(path),)), Corpus(), [], print)
    run = pipeline.run(islice(read, articles), {"mentions"}, pipeline.Settings("rules"))
    return [replace(document, article=replace(document.article, text=""), fields=None) for document in run]


def forget() -> None:
    """Empty the caches that hold what was computed of each name."""
    for cached in (phonetics.soundings, gazetteer.key):
        cached.cache_clear()


def seconds(corpus: Sequence[Document]) -> tuple[float, int]:
    """The least processor seconds of linking a corpus, and the mentions of names in it."""
    times = []
    for _ in range(ROUNDS):
        forget()
        begin = time.process_time()
        links = link(corpus)
        times.append(time.process_time() - begin)
    return min(times), sum(entity.mentions for entity in links.entities)


def peak(corpus: Sequence[Document]) -> int:
    """The most bytes that linking holds at one time."""
    forget()
    tracemalloc.start()
    link(corpus)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--articles", type=int, default=3000)
    options = parser.parse_args()
    corpus = documents(options.shared / "data" / "saudinewsnet" / "articles.jsonl.gz", options.articles)
    if not corpus:
        sys.exit("no articles")
    link(corpus[:1])  # the lexicons are read once
    for size in (len(corpus) // 4, len(corpus) // 2, len(corpus)):
        took, mentions = seconds(corpus[:size])
        print(f"{size:,} articles, {mentions:,} mentions: {took:.2f} s, {1e6 * took / mentions:.0f} µs a mention")
    print(f"memory: {peak(corpus) / mentions:.0f} bytes a mention at most")


if __name__ == "__main__":
    main()
