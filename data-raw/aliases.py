"""Build data/generated/aliases.tsv: well-known names with their other spellings, Arabic and Latin.

well_known.tsv beside this script is hand-made; famous persons with their Arabic and Latin names come from arwikicats
0.2.3 (MIT). Places that share an id of places.tsv need no row here.

    python data-raw/aliases.py --sources DIR
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import upstream

SMALL = frozenset(["of", "de", "da", "di", "du", "la", "le", "al", "el", "ibn", "bin", "van", "von", "der", "the"])


def well_known() -> Iterator[list[str]]:
    """The rows of the hand-made list: canonical name, alias, type."""
    for line in (Path(__file__).parent / "well_known.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        canonical, kind, aliases = line.split("\t")
        for alias in (canonical, *aliases.split("|")):
            yield [canonical, alias, kind]


def famous(folder: Path) -> Iterator[list[str]]:
    """Famous persons whose name has at least two words in both scripts."""
    for latin, arabic in upstream.json_of(folder, "gazetteers/arwikicats/peoples.json").items():
        words = re.sub(r"\s*\(.*?\)", "", latin).split()
        name = re.sub(r"\s*\(.*?\)", "", arabic)
        if len(words) < 2 or len(name.split()) < 2 or not upstream.ARABIC.fullmatch(upstream.key(name)):  # noqa: PLR2004 - a full name
            continue
        canonical = " ".join(w if w in SMALL else w[:1].upper() + w[1:] for w in words)
        yield [canonical, canonical, "PER"]
        yield [canonical, name, "PER"]


def main() -> None:
    """Write the lexicon; what the hand-made list holds wins."""
    rows = list(well_known())
    taken = {upstream.key(alias) for _, alias, _ in rows}
    rows += [row for row in famous(upstream.sources()) if upstream.key(row[1]) not in taken]
    upstream.write("aliases", ("canonical", "alias", "type"), rows)


if __name__ == "__main__":
    main()
