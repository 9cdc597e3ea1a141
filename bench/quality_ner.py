"""How well the shipped tagger finds names on the tests of ANERcorp, CLEANANERCorp and AQMAR: micro F1, 0-1.

    python bench/quality_ner.py [SHARED] [--write]

SHARED is the folder with data/; --write puts the figures into the model's metrics.json too.

The corpora's own words are tagged, before clitics are cut, each by the label set that was trained on its scheme; AQMAR
by the program's own. Scored by seqeval in its default mode. The files that ship are measured, 8-bit products and all.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from arcorpus.ner.tagger import MODEL, load_tagger

ROOT = Path(__file__).parents[1]
TESTS = {
    "anercorp.repaired": ("anercorp/test_repaired.txt", "A", ("PER", "ORG", "LOC", "MISC")),
    "anercorp.released": ("anercorp/test.txt", "A", ("PER", "ORG", "LOC", "MISC")),
    "cleananercorp": ("cleananercorp/cleananercorp_TEST.txt", "B", ("PER", "ORG", "LOC", "MISC")),
    "aqmar": ("aqmar/test.txt", "C", ("PER", "ORG", "LOC")),
}

Tagged = tuple[list[str], list[str]]


def sentences(path: Path, kinds: Sequence[str]) -> Iterator[Tagged]:
    """The words and tags of each sentence of a `WORD TAG` file; other types are no names."""
    for block in path.read_text(encoding="utf-8-sig").replace("\r", "").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip()]
        if rows:
            tags = [row[-1].replace("PERS", "PER") if len(row) > 1 else "O" for row in rows]
            yield [row[0] for row in rows], [tag if tag[2:] in kinds else "O" for tag in tags]


def measure(shared: Path) -> dict[str, float]:
    """The F1 of each test and of each type in it, by name."""
    from seqeval.metrics import classification_report

    figures = {}
    for name, (file, head, kinds) in TESTS.items():
        right, found = [], []
        for words, tags in sentences(shared / "data" / file, kinds):
            labels = [label.name for label in load_tagger().tag(words, head)]
            right.append(tags)
            found.append([label if label[2:] in kinds else "O" for label in labels])
        report = classification_report(right, found, output_dict=True, zero_division=0)
        figures[f"ner.{name}"] = float(report["micro avg"]["f1-score"])
        for kind in kinds:
            figures[f"ner.{name}.{kind}"] = float(report[kind]["f1-score"])
    return figures


def main() -> None:
    """Measure and print; with --write also write the model's metrics.json."""
    places = [Path(arg) for arg in sys.argv[1:] if arg != "--write"]
    figures = measure(places[0] if places else ROOT.parent / "shared")
    for name, value in figures.items():
        print(f"{name:<32} {value:.4f}")
    if "--write" in sys.argv:
        text = json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1)
        (ROOT / "data" / MODEL / "metrics.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
