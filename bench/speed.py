"""Measure speed as ratios against named peers, in one run, taking turns; print a table for bench/README.md.

    python bench/speed.py --shared ../shared

A ratio holds where the seconds of a shared machine drift, so the ratios are what counts; the seconds are beside them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import speed_normalize

HERE = Path(__file__).parent
ROOT = HERE.parent
CORPUS = str(Path(sys.executable).parent / "corpus")
ROUNDS = 9


def seconds(command: Sequence[str]) -> float:
    """How long a command takes as a whole process, its output thrown away."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def pair(ours: Sequence[str], peer: Sequence[str], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """Medians of two commands run in turn, and the median of the ratios ours/peer, after one warm-up of each."""
    seconds(ours), seconds(peer)
    rows = [(seconds(ours), seconds(peer)) for _ in range(rounds)]
    mine, theirs = statistics.median(a for a, _ in rows), statistics.median(b for _, b in rows)
    return mine, theirs, statistics.median(a / b for a, b in rows)


def stream(command: str, path: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of all articles of `path` through `corpus COMMAND --format jsonl`."""
    begin = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(CORPUS, [CORPUS, command, str(path), "--format", "jsonl"])  # noqa: S606 - no shell wanted
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"corpus {command} {path} failed with status {status}")
    return time.perf_counter() - begin, usage.ru_maxrss / (1000 if sys.platform != "darwin" else 1_000_000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    shared = parser.parse_args().shared
    python = sys.executable
    for name, ours, peer in (
        ("corpus --help / import click", [CORPUS, "--help"], [python, "-c", "import click"]),
        (
            "corpus articles seeds/ / import pandas",
            [CORPUS, "articles", "seeds/", "--format", "json"],
            [python, "-c", "import pandas"],
        ),
        ("corpus analyze seeds/ / import pandas", [CORPUS, "analyze", "seeds/"], [python, "-c", "import pandas"]),
    ):
        mine, theirs, ratio = pair(ours, peer)
        print(f"{name:<45} {mine:.3f} s / {theirs:.3f} s = {ratio:.2f}")
    for name, value in speed_normalize.measure(shared).items():
        print(f"{name:<45} {value:.2f}")
    for command in ("articles", "duplicates"):
        took, peak = stream(command, shared / "data" / "saudinewsnet" / "articles.jsonl.gz")
        print(f"{f'31,025 articles, corpus {command}, jsonl':<45} {took:.1f} s, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
