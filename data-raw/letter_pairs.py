"""Count the pairs of letters of Arabic news text: data/generated/letter_pairs.tsv, by which decoding.py knows Arabic.

Run: `python data-raw/letter_pairs.py --sources DIR`, where DIR holds train.txt of ANERcorp (CAMeL Lab split,
CC BY-SA 4.0: Benajiba, Rosso and Benedi Ruiz 2007; Obeid et al. 2020), as released.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHA256 = "ee3b3c8ab439adce23abfa0a52201fb420e3af51c5f6aebc605971a5d7743b69"
MARKS = re.compile("[\u0640\u064b-\u0652]")
OTHER = re.compile("[^\u0621-\u063a\u0641-\u064a]+")
RARE = 5  # pairs seen less often say nothing of the language


def main() -> None:
    """Write the table: a pair of letters (`_` for a word's edge) and how often it stands among a million pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True)
    content = (parser.parse_args().sources / "train.txt").read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        sys.exit("train.txt is not the file that the table was counted on")
    counts: Counter[str] = Counter()
    for line in content.decode("utf-8").splitlines():
        word = OTHER.sub("_", f"_{MARKS.sub('', line.split()[0])}_") if line.strip() else "_"
        counts.update(first + second for first, second in pairwise(word))
    del counts["__"]
    total = counts.total()
    kept = sorted(((n, pair) for pair, n in counts.items() if n >= RARE), key=lambda row: (-row[0], row[1]))
    rows = [f"{pair}\t{n * 1_000_000 / total:.0f}" for n, pair in kept]
    target = ROOT / "data" / "generated" / "letter_pairs.tsv"
    target.write_text("\n".join(["pair\tper_million", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
