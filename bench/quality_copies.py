"""Copies of the same story in 31,025 newspaper articles: all exact ones, and 200 near pairs judged by reading.

    python bench/quality_copies.py --shared ../shared     # the figures, with how many copies there are to be found

near_pairs.tsv holds the ids of pairs that have words in a row in common, drawn at random from eight bands of how much
of the shorter article's runs of three words stands in the longer, no article twice. `band` is where the band begins,
`IN_CORPUS` how many pairs of the corpus are in it. `copies` says whether the two are one text: the larger part of the
shorter one, word for word or lightly edited, about the same event.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from arcorpus.dedup.copies import find_copies
from arcorpus.dedup.fingerprints import fingerprint, words_of
from arcorpus.types import Article

HERE = Path(__file__).parent
IN_CORPUS = {"0.3": 7963, "0.4": 6576, "0.5": 4788, "0.6": 4171, "0.7": 4263, "0.8": 4704, "0.9": 3664, "0.97": 1940}
SAME: dict[str, Callable[[str], str]] = {
    "byte_equal": str,
    "trimmed": str.strip,
    "search": lambda text: " ".join(words_of(text)),
}


def measure(shared: Path) -> dict[str, float]:
    """The share of exact copies found, and precision and recall of near pairs, plain and weighted by their bands."""
    articles = read(shared)
    groups = find_copies(map(fingerprint, articles)).groups
    group_of = {article: group.id for group in groups for article in group.articles}
    figures = {}
    for name, (copies, found) in exact(articles, group_of).items():
        print(f"{name}: {copies} copies, {found} found")
        figures[f"copies.{name}"] = found / copies
    return figures | near(group_of)


def read(shared: Path) -> list[Article]:
    """The articles of the corpus."""
    with gzip.open(shared / "data" / "saudinewsnet" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return [
            Article(row["id"], "", place, title=row["title"], date=row["date"][:10], text=row["body"] or "")
            for place, row in enumerate(rows)
        ]


def exact(articles: list[Article], group_of: dict[str, str]) -> dict[str, tuple[int, int]]:
    """How many bodies are copies of an earlier one, by what counts as the same, and how many stand in its group."""
    counts = {}
    for name, key in SAME.items():
        same: defaultdict[str, list[str]] = defaultdict(list)
        for article in articles:
            if words_of(article.text):
                same[key(article.text)].append(article.id)
        pairs = [(ids[0], other) for ids in same.values() for other in ids[1:]]
        counts[name] = (len(pairs), sum(group_of.get(a, a) == group_of.get(b, b) for a, b in pairs))
    return counts


def near(group_of: dict[str, str]) -> dict[str, float]:
    """Precision and recall of the judged pairs, as they are and with each band counting as often as in the corpus."""
    with (HERE / "near_pairs.tsv").open(encoding="utf-8", newline="") as lines:
        pairs = list(csv.DictReader(lines, delimiter="\t"))
    drawn: defaultdict[str, int] = defaultdict(int)
    for pair in pairs:
        drawn[pair["band"]] += 1
    figures = {}
    for name, weights in (
        ("near", dict.fromkeys(drawn, 1.0)),
        ("near_weighted", {band: IN_CORPUS[band] / count for band, count in drawn.items()}),
    ):
        right = told = there = 0.0
        for pair in pairs:
            first, other = group_of.get(pair["first"], "one"), group_of.get(pair["other"], "other")
            weight = weights[pair["band"]]
            told += weight * (first == other)
            there += weight * (pair["copies"] == "yes")
            right += weight * (first == other and pair["copies"] == "yes")
        figures[f"copies.{name}.p"], figures[f"copies.{name}.r"] = right / told, right / there
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    for name, value in measure(parser.parse_args().shared).items():
        print(f"{name:<28} {value:.4f}")


if __name__ == "__main__":
    main()
