"""Build data/generated/tag_pairs.tsv: how much likelier than by chance each class of word is after each other.

The pairs are learnt from the tagged corpora read as plain text: every round reads them by the readings of readings.tsv
and the pairs of the round before, and counts anew (Viterbi training, Merialdo 1994; the shares of the readings stay).

    python data-raw/manifest.py && python data-raw/tag_pairs.py --sources DIR       (after readings.py; a minute)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain, pairwise
from math import log
from pathlib import Path

import upstream

from arcorpus.morph import analyser
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Token

ROUNDS = 4
SMOOTHING = 20.0  # pairs by chance that are added to each count
LEAST = 1  # hundredths of a natural logarithm
BORDER = ("U",)


def texts(folder: Path) -> list[tuple[Token, ...]]:
    """The sentences of the tagged corpora, as tokens."""
    found = []
    for name in upstream.TAGGED:
        for block in re.split(r"\n\s*\n", upstream.text_of(folder, name)):
            text = " ".join(line.split()[0] for line in block.splitlines() if line.strip())
            found.append(tokenize(text, split_sentences(text)))
    return found


def levels(counts: Counter[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The rows of the table: each pair's logarithm of how much likelier than by chance it is."""
    total = counts.total()
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (before, after), count in counts.items():
        first[before] += count
        second[after] += count
    rows = []
    for before in first:
        for after in second:
            chance = second[after] / total
            rate = (counts[before, after] + SMOOTHING * chance) / (first[before] + SMOOTHING)
            level = round(100 * log(rate / chance))
            if abs(level) >= LEAST:
                rows.append((before, after, str(level)))
    return rows


def read_by(rows: Iterable[tuple[str, str, str]]) -> None:
    """Let the program read by these rows; the table itself is out of date until the last round is done."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for before, after, level in rows:
        found[before][after] = int(level) / 100
    analyser.forget()
    analyser.class_pairs = cache(lambda: found)


def main() -> None:
    """Count round by round, each reading the text by the round before, and write the table."""
    sentences = texts(upstream.sources())
    rows: list[tuple[str, str, str]] = []
    for _ in range(ROUNDS):
        read_by(rows)
        counts: Counter[tuple[str, str]] = Counter()
        for tokens in sentences:
            found = analyser.best([analyser.states(token) for token in tokens])
            counts.update(pairwise((*BORDER, *chain.from_iterable(state.classes for state in found), *BORDER)))
        rows = levels(counts)
    upstream.write("tag_pairs", ("first", "second", "level"), rows)


if __name__ == "__main__":
    main()
