"""Measure how fast claims are found, weighed and grouped, tokens and names not counted.

python bench/speed_claims.py --shared ../shared
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from arcorpus import pipeline
from arcorpus.claims.checkworthiness import weigh
from arcorpus.claims.extract import find_claims
from arcorpus.claims.match import group_claims
from arcorpus.linking.linker import link
from arcorpus.types import Article, Document

HERE = Path(__file__).parent
ARTICLES = Path("data/ant_corpus/articles.jsonl.gz")
HOW_MANY = 1000


def documents(path: Path) -> Iterator[Document]:
    """Articles with tokens and with mentions found by rule."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, HOW_MANY)]
    articles = [
        Article(row["id"], path.name, n, row["title"], date=row["date_iso"], text=row["body"])
        for n, row in enumerate(rows)
    ]
    return pipeline.run(articles, {"counts", "mentions"}, pipeline.Settings("rules"))


def measure(shared: Path) -> dict[str, float]:
    """Words a second on one core for each step, and claims a second for the last, once every lexicon is loaded."""
    found = list(documents(shared / ARTICLES))
    words = sum(document.article.words or 0 for document in found)
    links = link(found)
    names = {entity.id: entity.name for entity in links.entities}
    for _ in range(2):  # the first round reads the lexicons
        begin = time.process_time()
        told = [replace(document, claims=find_claims(document)) for document in found]
        after_finding = time.process_time()
        weighed = [weigh(document) for document in told]
        after_weighing = time.process_time()
        claims = [claim for document in weighed for claim in document.claims or ()]
        group_claims(claims, weighed, lambda mention: names.get(links.entity(mention) or ""))
        after_grouping = time.process_time()
    return {
        "claims found, words a second": words / (after_finding - begin),
        "claims weighed, words a second": words / (after_weighing - after_finding),
        "claims grouped, words a second": words / (after_grouping - after_weighing),
        "claims grouped, claims a second": len(claims) / (after_grouping - after_weighing),
        "all three, words a second": words / (after_grouping - begin),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    for name, value in measure(parser.parse_args().shared).items():
        sys.stdout.write(f"{name:<45} {value:,.0f}\n")


if __name__ == "__main__":
    main()
