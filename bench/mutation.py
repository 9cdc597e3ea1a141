"""How many small faults the tests notice: a sample of mutmut's mutants of claims/, ner/, values/ and text/.

A mutant is the program with one fault (a comparison turned round, a constant changed, an argument dropped); the tests
kill it when one of them fails. The same seed draws the same mutants of the same code. Run it as `make mutation`; it
works in mutants/, which git ignores, and prints the score, killed of all drawn, by room, then the mutants that lived.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
BATCH = 120  # names a call: mutmut looks for each in every mutant, fast for as many as fnmatch remembers
DEAD = ("killed", "timeout", "segfault", "caught by type check")


def mutmut(*arguments: str) -> str:
    """What mutmut prints; it is left to the caller whether that is enough."""
    done = subprocess.run(
        [Path(sys.executable).with_name("mutmut"), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def states() -> dict[str, str]:
    """Every mutant by name with its state: killed, survived, no tests and so on."""
    lines = mutmut("results", "--all", "true").splitlines()
    pairs = (line.strip().rsplit(": ", 1) for line in lines if "__mutmut_" in line)
    return dict(sorted((name, state) for name, state in pairs))


def main() -> None:
    """Draw, run and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sample", type=int, default=240, help="mutants to draw (default 240)")
    parser.add_argument("--seed", type=int, default=20261201)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="draw only mutants whose name holds this, as ner.latin")
    chosen = parser.parse_args()
    start = time.monotonic()
    said = mutmut("run", "--max-children", str(chosen.jobs), "none")  # makes the mutants, then finds none of this name
    names = [name for name in states() if chosen.only in name]
    if not names:
        sys.exit(said[-2000:])
    drawn = sorted(random.Random(chosen.seed).sample(names, min(chosen.sample, len(names))))  # noqa: S311 - no secret
    for at in range(0, len(drawn), BATCH):
        said = mutmut("run", "--max-children", str(chosen.jobs), *drawn[at : at + BATCH])
    found = states()
    rooms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in drawn:
        rooms[name.split(".")[1]][found[name]] += 1
    if any(state == "not checked" for room in rooms.values() for state in room):
        sys.exit(said[-2000:])
    for room, counts in [*sorted(rooms.items()), ("all", sum(rooms.values(), Counter()))]:
        dead = sum(counts[state] for state in DEAD)
        print(f"{room:<8} {dead / counts.total():.2f} of {counts.total():,} ({dict(sorted(counts.items()))})")
    print(f"{len(names):,} mutants in all, {time.monotonic() - start:.0f} s")
    print("\n".join(f"{found[name]}: {name}" for name in drawn if found[name] not in DEAD))


if __name__ == "__main__":
    main()
