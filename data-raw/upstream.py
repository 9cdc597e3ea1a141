"""What the scripts of this folder share: upstream files checked by hash, tagged corpora, word frequencies."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from arcorpus.resources import parse_tsv, place  # noqa: E402 - the checkout's own package
from arcorpus.text.normalize import fold  # noqa: E402 - the checkout's own package

SHA256 = {
    "newsfane_train/train.txt": "f72e81d30dd24d885c79e64b2fda53d3635020523be880225ca121779f0004ea",
    "aqmar/train.txt": "c6a40817d40aaa33fb99621eb1d782d16eb935a30653b4ae7af564493395619a",
    "wojood_sample/train.txt": "807128c8387d82175e916262a1258801ff78b7439e37defc5bbbb62144a864de",
    "gazetteers/cldr_territories_ar.tsv": "13ce8f1d741b90ad98a8444a923643c939e309037233ede1b2c3403703c1934e",
    "gazetteers/geonames_cities_ar.tsv": "af197778c6073e7827cc5898e62122bec9a96cdeadf53c3d200a72eef93416e0",
    "gazetteers/naturalearth_countries_states_ar.tsv": "a42f5bedc6cefe15d26bb4d8743f16097fc7f9dbe23ecad8f8b254d8a4a616e7",  # noqa: E501
    "gazetteers/faker_person_names_ar.tsv": "7014941e011c001093df9025a03ca1b7332220a9b0c553c55729f10c5428ddce",
    "gazetteers/algeria_wilayas.json": "c68cc992e30e49630fcb396bed2702f247c6856f1cfbfa41eb0261066dc10343",
    "gazetteers/arwikicats/peoples.json": "eff6b992bee05dfb79e64d6f73a2cfb6b29046783dd4aee72608d87d155e9a4e",
    "gazetteers/arwikicats/nationalities_data.json": "b882eed9a11bf6a9079b48f8b9639542e564e7d06cb90cc75aad6496e340ab89",
    "gazetteers/arwikicats/Clubs_key.json": "8bb534f9507a034b68c62ab6a5162557b94a9a6113f851f9196885a489d7e913",
    "gazetteers/arwikicats/cities_full.json": "f41d556a1e1278a8f6555a798b995c7afaa9cf7017fdbfb584f2907fe4a739af",
    "stopwords/stopwords_iso_ar.txt": "0b2883ce51db0b67410c864fb7195bb2594d52aff55f39e5d701ba489c993cb3",
    "stopwords/mohataher_list.txt": "3e6250f11fb8b4c37f5eb875c59bcb8deee37ff2b19628dcc4c2736cdab2fbd0",
    "stopwords/marimo_stopwords_ar.yml": "2b1bf49ab3ea50e5c232d52f74507e5d239bd3058ee6944012a6e689fea7e1c3",
}
WORDFREQ = "3.1.1"
TAGGED = ("newsfane_train/train.txt", "aqmar/train.txt", "wojood_sample/train.txt")
TYPES = {
    **dict.fromkeys(
        (
            "Politician",
            "Athlete",
            "Artist",
            "Other_PER",
            "Religious_PER",
            "Scientist",
            "Businessperson",
            "Lawyer",
            "Engineer",
            "PER",
            "PERS",
        ),
        "PER",
    ),
    **dict.fromkeys(
        (
            "Non-Governmental",
            "Sports",
            "Media",
            "Government",
            "Commercial",
            "Educational",
            "Medical-Science",
            "Religious_ORG",
            "Entertainment",
            "ORG",
        ),
        "ORG",
    ),
    **dict.fromkeys(
        (
            "Nation",
            "Population-Center",
            "State-or-Province",
            "Building-Grounds",
            "GPE-Cluster",
            "Continent",
            "Water-Body",
            "County-or-District",
            "Land-Region-Natural",
            "Path",
            "Airport",
            "LOC",
            "GPE",
            "FAC",
        ),
        "LOC",
    ),
}
ARABIC = re.compile(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)*")


def sources() -> Path:
    """The folder that `--sources` names."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="the folder of the upstream files")
    folder: Path = parser.parse_args().sources
    return folder


def text_of(folder: Path, name: str) -> str:
    """The text of an upstream file.

    Raises:
        SystemExit: when it is not the file that the lexicons were built from.
    """
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        sys.exit(f"{folder / name} is not the file this script was written for (sha256 differs)")
    return content.decode("utf-8-sig")


def rows_of(folder: Path, name: str) -> Iterator[list[str]]:
    """The rows of an upstream TSV file without its header line."""
    for line in text_of(folder, name).splitlines()[1:]:
        yield line.split("\t")


def json_of(folder: Path, name: str) -> Any:  # noqa: ANN401 - upstream's own shape
    """The content of an upstream JSON file."""
    return json.loads(text_of(folder, name))


def key(text: str) -> str:
    """The folded form under which the program looks a name up."""
    return " ".join(fold(text, "search").split())


@cache
def sentences(folder: Path) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The sentences of the tagged corpora as (folded word, tag)."""
    found = []
    for name in TAGGED:
        for block in re.split(r"\n\s*\n", text_of(folder, name)):
            cells = [line.split() for line in block.splitlines()]
            found.append(tuple((key(cell[0]), cell[1]) for cell in cells if len(cell) > 1))
    return tuple(found)


def names(sentence: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """The names of a tagged sentence as (first word, word after the last, type); types we do not keep are left out."""
    start = 0
    while start < len(sentence):
        tag = sentence[start][1]
        end = start + 1
        if tag.startswith("B-"):
            while end < len(sentence) and sentence[end][1] == f"I-{tag[2:]}":
                end += 1
            if tag[2:] in TYPES:
                yield start, end, TYPES[tag[2:]]
        start = end


@cache
def frequencies() -> Counter[str]:
    """The share of each folded Arabic word in running text, 0-1.

    Source: wordfreq (Speer 2022), package of the pinned version, data CC BY-SA 4.0.
    """
    from importlib import import_module
    from importlib.metadata import version

    if version("wordfreq") != WORDFREQ:
        sys.exit(f"wordfreq {WORDFREQ} is needed: pip install wordfreq=={WORDFREQ}")
    found: Counter[str] = Counter()
    for word, share in import_module("wordfreq").get_frequency_dict("ar", "large").items():
        folded = key(word)
        if ARABIC.fullmatch(folded):
            found[folded] += share
    return found


def lexicon(name: str) -> list[list[str]]:
    """The rows of a lexicon, kept by hand or built by another script, as it lies there now."""
    text = (ROOT / "data" / place(name)).read_text(encoding="utf-8")
    return [list(row.values()) for row in parse_tsv(text)]


def common_words() -> set[str]:
    """The words of the language that common_words.py has listed."""
    return {row[0] for row in lexicon("common_words") if not row[1]}


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write `data/generated/NAME.tsv`, its rows sorted and each once."""
    lines = ["\t".join(header), *sorted({"\t".join(row) for row in rows})]
    (ROOT / "data" / "generated" / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines) - 1} rows")
