"""Measure the program against the shared gold and data, and fail below the floors of floors.json.

    python bench/quality.py --shared ../shared            # measure, compare, exit 1 below a floor
    python bench/quality.py --shared ../shared --update   # write what was measured as the new floors

Each figure is better when higher. A floor is what was last measured;
it is lowered only with a reason in the same commit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import quality_claims
import quality_copies
import quality_morphology
import quality_ner
import quality_pages
import quality_tokens
import quality_topics

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# What is kept of the scorer's output: the rest follows from these or is a count.
KEPT = {
    "articles": ("f1",),
    "article_fields": ("title", "date", "source", "author", "keywords", "body_overlap"),
    "entities_names": ("p", "f1"),
    "entities_values": ("f1",),
    "values_normalised": (),
    "linking_b3": ("p", "f1"),
    "claims": ("p", "r", "f1"),
    "claims_soft": ("f1",),
    "claims_on_matched": ("cue", "kind", "stance"),
    "claims_with_right_source": ("f1",),
    "checkworthiness": ("ap", "gain"),
}


def flat(scores: dict[str, Any], prefix: str) -> Iterator[tuple[str, float]]:
    """The kept figures of the scorer, named `prefix.section.figure`."""
    for section, figures in KEPT.items():
        value = scores.get(section)
        if isinstance(value, (int, float)):
            yield f"{prefix}.{section}", float(value)
        elif value:
            for figure in figures:
                yield f"{prefix}.{section}.{figure}", float(value[figure])


def gold_figures(shared: Path) -> dict[str, float]:
    """The scorer's figures for the seeds, the development pages, and both together."""
    gold = shared / "gold"
    sets = {
        "seeds": ([shared / "seeds"], [gold / "seeds.jsonl"]),
        "dev": ([gold / "dev"], [gold / "dev.jsonl"]),
        "gold": ([shared / "seeds", gold / "dev"], [gold / "seeds.jsonl", gold / "dev.jsonl"]),
    }
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, (pages, answers) in sets.items():
            report = Path(folder) / f"{name}.json"
            corpus = [sys.executable, "-m", "arcorpus", "analyze", *map(str, pages), "--quiet", "-o", str(report)]
            subprocess.run(corpus, check=True)
            scorer = [sys.executable, str(gold / "score.py"), str(report), *map(str, answers), "--json"]
            done = subprocess.run(scorer, check=True, capture_output=True, text=True, encoding="utf-8")
            figures.update(flat(json.loads(done.stdout), name))
    return figures


def slack(name: str) -> float:
    """How far a figure may lie under its floor: rounding, or what the tagger's 8-bit products differ by processor."""
    tagged = ("ner.", "entities_names", "linking_b3", "claims", "checkworthiness", "topics.")
    return 0.005 if any(part in name for part in tagged) else 5e-5


def gold_hashes(shared: Path) -> dict[str, str]:
    """The SHA-256 of each gold file, kept beside the floors that were measured on it."""
    paths = sorted((shared / "gold").glob("*.jsonl"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def main() -> None:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    if not (options.shared / "gold").is_dir():
        sys.exit(f"{options.shared}: no gold folder there; give its place with --shared")
    figures = gold_figures(options.shared)
    figures.update(quality_claims.measure(options.shared))
    figures.update(quality_pages.measure(options.shared))
    figures.update(quality_tokens.measure(options.shared))
    figures.update(quality_morphology.measure(options.shared))
    figures.update(quality_ner.measure(options.shared))
    figures.update(quality_topics.measure(options.shared))
    figures.update(quality_copies.measure(options.shared))
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}}
    if floors.get("gold") not in (None, gold_hashes(options.shared)):
        print("the gold files differ from those that the floors were measured on")
    low = []
    for name, value in figures.items():
        floor = floors["floors"].get(name)
        below = floor is not None and value < floor - slack(name)
        low += [name] if below else []
        print(f"{name:<42} {value:>12.4f}  floor {floor if floor is not None else '-':>10} {'BELOW' if below else ''}")
    missing = sorted(set(floors["floors"]) - set(figures))
    if options.update:
        kept = {name: round(value, 4) for name, value in figures.items() if not name.startswith("peer.")}
        text = json.dumps({"gold": gold_hashes(options.shared), "floors": kept}, indent=1, ensure_ascii=False)
        FLOORS.write_text(text + "\n", encoding="utf-8")
    elif low or missing:
        sys.exit(f"below the floor: {', '.join(low) or 'none'}; not measured: {', '.join(missing) or 'none'}")


if __name__ == "__main__":
    main()
