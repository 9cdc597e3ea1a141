"""Measure check-worthiness on the debates of CT-CWC-18 and the grouping of claims on the labelled pairs.

    python bench/quality_claims.py --shared ../shared

The debates are for measuring alone: nothing in the program was learnt from them, and nothing of them is in it.
"""

from __future__ import annotations

import argparse
import csv
import math
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from arcorpus import pipeline
from arcorpus.claims.checkworthiness import odds_of
from arcorpus.claims.match import group_claims
from arcorpus.linking.linker import link
from arcorpus.types import Article, Claim, Document

HERE = Path(__file__).parent
PAIRS = HERE.parent / "tests" / "claims" / "pairs.tsv"
DEBATES = Path("data/ct_cwc18_arabic/task1/Arabic")


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The mean of the precision at each positive, the highest score first."""
    found, total = 0, 0.0
    for place, at in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), start=1):
        if labels[at]:
            found += 1
            total += found / place
    return total / found if found else 0.0


def debates(folder: Path) -> Iterator[tuple[list[Document], list[bool]]]:
    """The sentences of each debate as documents with mentions, and which of them are worth a check."""
    for path in sorted(folder.glob("*.txt")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
        articles = [Article(str(n), path.name, n, text=row[2].strip()) for n, row in enumerate(rows)]
        yield list(pipeline.run(articles, {"mentions"})), [row[3].strip() == "1" for row in rows]


def debate_map(folder: Path) -> float:
    """The mean average precision over the debates of a folder."""
    return statistics.mean(
        average_precision([max((odds_of(document, f) for f in document.fields or ()), default=-math.inf)
                           for document in documents], labels)
        for documents, labels in debates(folder)
    )  # fmt: skip


def grouped(texts: dict[str, str]) -> tuple[Claim, ...]:
    """The claims that texts are as a whole, each in an article of its own, after grouping."""
    articles = [Article(id_, "x", 0, text=f"{text}.") for id_, text in texts.items()]
    documents = list(pipeline.run(articles, {"mentions"}))
    claims = [Claim(i, i, "text", 0, len(t), t, 0, None, None, "assertion", "assert") for i, t in texts.items()]
    links = link(documents)
    names = {entity.id: entity.name for entity in links.entities}
    return group_claims(claims, documents, lambda mention: names.get(links.entity(mention) or ""))


def verdicts(part: str) -> Iterable[tuple[str, str]]:
    """The label of each pair of a part, and what the program says."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        pairs = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["part"] == part]
    texts = {f"{n}-{side}": row[side] for n, row in enumerate(pairs) for side in ("first", "second")}
    found = {claim.id: claim for claim in grouped(texts)}
    for number, row in enumerate(pairs):
        one, other = found[f"{number}-first"], found[f"{number}-second"]
        together = one.group is not None and one.group == other.group
        yield row["label"], "apart" if not together else "conflict" if one.conflict else "meet"


def measure(shared: Path) -> dict[str, float]:
    """The figures: precision and recall of groups and of conflicts on each half of the pairs, and the debates' MAP."""
    figures = {}
    for part in ("seen", "second"):
        counts = Counter(verdicts(part))
        for name, wanted in (("groups", {"meet", "conflict"}), ("conflicts", {"conflict"})):
            right = sum(n for (label, said), n in counts.items() if label in wanted and said in wanted)
            said = sum(n for (_, verdict), n in counts.items() if verdict in wanted)
            figures[f"claims.{name}.{part}.p"] = right / said if said else 0.0
            figures[f"claims.{name}.{part}.r"] = right / sum(n for (label, _), n in counts.items() if label in wanted)
    if (shared / DEBATES).is_dir():
        figures["checkworthiness.cwc18.map"] = debate_map(shared / DEBATES)
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    for name, value in measure(parser.parse_args().shared).items():
        sys.stdout.write(f"{name:<32} {value:.4f}\n")


if __name__ == "__main__":
    main()
