"""Build data/generated/nouns.tsv: nouns of the language with their broken plurals and what kind of noun they are.

From Arramooz, the dictionary of the package arramooz-pysqlite; rare words are left out, and a plural that several
nouns share goes to the most frequent of them.

    python data-raw/nouns.py        (needs arramooz-pysqlite and wordfreq, see upstream.py)
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import files, version

import upstream

ARRAMOOZ = "0.4.2"
LEAST_SHARE = 10 ** (1.6 - 9)  # of running text
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
ARABIC = re.compile("[\u0621-\u064a]{3,}")
LEAST_STEM = 4
PERSON = {"فاعل", "مفعول", "صيغة"}
QUALITY = {"صفة مشبهة", "صفة", "منسوب", "اسم تفضيل"}


def dictionary() -> sqlite3.Connection:
    """The dictionary of the installed package."""
    if version("arramooz-pysqlite") != ARRAMOOZ:
        sys.exit(f"arramooz-pysqlite {ARRAMOOZ} is needed: pip install arramooz-pysqlite=={ARRAMOOZ}")
    found = [path for path in files("arramooz-pysqlite") or () if path.name == "arabicdictionary.sqlite"]
    return sqlite3.connect(str(found[0].locate()))


def kind(word_type: str) -> str:
    """What kind of noun a word type of Arramooz is: a quality, an agent or patient, a deed, or a thing."""
    before, _, after = word_type.partition(":")
    if before in QUALITY or after in QUALITY:
        return "quality"
    if before in PERSON or after.startswith(("اسم فاعل", "اسم مفعول")):
        return "participle"
    return "deed" if "مصدر" in word_type else "thing"


def plurals(cell: str) -> Iterator[str]:
    """The broken plurals of a cell such as «بِلادٌ;بُلْدانٌ» without remarks."""
    for form in re.split("[;؛،,/ ]+", MARKS.sub("", re.sub(r"\(.*?\)", "", cell))):
        if ARABIC.fullmatch(form) and not form.startswith("+"):
            yield form


def sound_plurals(shares: Counter[str], kinds: dict[str, set[str]], forms: dict[str, list[str]]) -> None:
    """Add the frequent words in ات whose singular Arramooz lacks, with or without ة by what is more frequent."""
    known = {upstream.key(word) for word in kinds}
    for word, share in sorted(shares.items()):
        stem = word.removesuffix("ات")
        if share < LEAST_SHARE or stem == word or len(stem) < LEAST_STEM or {stem, stem + "ه"} & known:
            continue
        if stem.startswith(("ال", "وال", "بال", "لل")) or (stem[0] in "وفبلك" and shares[word[1:]] > share):
            continue
        bare, feminine = shares[stem], shares[stem + "ه"]
        if max(bare, feminine) >= LEAST_SHARE:
            lemma = stem if bare > feminine else stem + "ة"
            kinds[lemma].add("thing")
            forms[lemma].append(word)


def main() -> None:
    """Write the lexicon."""
    shares = upstream.frequencies()
    kinds: dict[str, set[str]] = defaultdict(set)
    owners: dict[str, set[str]] = defaultdict(set)
    connection = dictionary()
    verbs = {row[0] for row in connection.execute("select unvocalized from verbs")}
    query = "select unvocalized, wordtype, number, single, broken_plural from nouns"
    for word, word_type, number, single, broken in connection.execute(query):
        if number == "جمع تكسير":
            if single and ARABIC.fullmatch(word):
                owners[word].add(MARKS.sub("", single).strip())
            continue
        kinds[word].add(kind(word_type))
        for plural in plurals(broken or ""):
            owners[plural].add(word)
    forms: dict[str, list[str]] = defaultdict(list)
    for plural, singles in owners.items():
        known = sorted((s for s in singles if s in kinds), key=lambda s: (-shares[upstream.key(s)], s))
        if known and shares[upstream.key(plural)] >= LEAST_SHARE:
            forms[known[0]].append(plural)
    sound_plurals(shares, kinds, forms)
    rows = []
    for word, found in kinds.items():
        if ARABIC.fullmatch(word) and (shares[upstream.key(word)] >= LEAST_SHARE or word in forms):
            marks = sorted(found) + (["verb"] if word in verbs else [])
            rows.append([word, " ".join(sorted(forms[word])), " ".join(marks)])
    upstream.write("nouns", ("lemma", "plurals", "kinds"), rows)


if __name__ == "__main__":
    main()
