"""Build data/generated/clubs.tsv: sports clubs by the name that news gives them, from arwikicats 0.2.3 (MIT).

«نادي» before a name, what stands in brackets, the sport and «إف سي» after it are taken off. A club of one word, or that
bears a town's name, is left out: what it is only a text can show.

    python data-raw/clubs.py --sources DIR       (after common_words.py, places.py, names.py and aliases.py)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import upstream

BRACKETS = re.compile(r"\s*\(.*?\)")
OUTSIDE = re.compile(r"^(?:نادي|فريق)\s+|\s+(?:لكرة\s.*|لل\S+|[أإ]ف سي|اف سي|الرياضي)$")
NOT_CLUBS = re.compile(r"فوتبول|رياضيون|منتخب|رابطة|جامعة|كلية|رجال|سيدات|كرة|^(?:سي|إف|أف) |\d")
SHORTEST = 2  # letters of each word


def clubs(folder: Path) -> Iterator[str]:
    """The keys of clubs' names, with and without what stands outside."""
    for name in upstream.json_of(folder, "gazetteers/arwikicats/Clubs_key.json").values():
        whole = BRACKETS.sub("", name).strip()
        bare = OUTSIDE.sub("", OUTSIDE.sub("", whole))
        if not NOT_CLUBS.search(whole) and upstream.ARABIC.fullmatch(upstream.key(bare)):
            yield upstream.key(bare)


def main() -> None:
    """Write the lexicon."""
    folder = upstream.sources()
    taken = {row[0] for name in ("places", "person_names", "nationalities") for row in upstream.lexicon(name)}
    taken.update(upstream.key(row[0]) for row in upstream.lexicon("given_and_family_names"))
    taken.update(
        upstream.key(row[1]) for row in upstream.lexicon("aliases")
    )  # a club of well_known.tsv stands there alone
    cities = upstream.json_of(folder, "gazetteers/arwikicats/cities_full.json").values()
    taken.update(upstream.key(BRACKETS.sub("", city)) for city in cities)
    words = upstream.common_words()
    kept = set()
    for name in clubs(folder):
        parts = name.split()
        plain = all(part in words or part.removeprefix("ال") in words or part in taken for part in parts)
        if len(parts) > 1 and name not in taken and not plain and min(map(len, parts)) >= SHORTEST:
            kept.add(name)
    upstream.write("clubs", ("key",), ([name] for name in sorted(kept)))


if __name__ == "__main__":
    main()
