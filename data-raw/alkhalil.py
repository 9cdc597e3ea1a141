"""What farahidi says of a form, and how often AlKhalil's lemma model has seen each lemma of it.

farahidi is a port of AlKhalil Morpho Sys 2 (Boudchiche et al. 2017) with its data, GPL-3.0-or-later.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import files
from pathlib import Path
from typing import NamedTuple

ROOT = 3  # letters of a root at least, and of a plain verb
NOUN = 0.01
RELATIONAL, LEAST_RELATIONAL = 0.6, 4  # how adjectival a noun in ِيّ is that has more letters
MODEL = "DATA.MSA.ALL.TRAIN.141809.lm.gz"
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
ADJECTIVE = {
    "نسبة": 0.85,
    "صفة مشبهة": 0.7,
    "اسم تفضيل": 0.9,
    "اسم فاعل": 0.5,
    "اسم مفعول": 0.6,
    "مبالغة اسم الفاعل": 0.3,
}  # how adjectival each class is before anything is counted
TANWIN = {"\u064d": "\u0650\u064a", "\u064b\u0649": "\u064e\u0649", "\u064b\u0627": "\u064e\u0627"}
NISBA = re.compile("(?:ية|يات|يون|يين|يان|يتين|يتان)$")
RARE_CLASSES = {
    "مصدر ميمي": 0.1,
    "اسم آلة": 0.2,
    "اسم زمان أو مكان": 0.2,
    "مصدر مرة": 0.3,
    "مصدر هيئة": 0.1,
    "مبالغة اسم الفاعل": 0.3,
}
PERSONS = {"هو": 1.0, "هي": 1.0, "هم": 0.7, "نحن": 0.2, "أنا": 0.1, "هما": 0.3}
RARE_PERSON, PASSIVE, IMPERATIVE, DUAL = 0.03, 0.1, 0.02, 0.5


class Raw(NamedTuple):
    """One reading by farahidi: vocalised lemma, root, tag (N V I R), how adjectival, and how likely beside others."""

    lemma: str
    root: str
    tag: str
    adjective: float
    chance: float
    plural: bool = False


def bare(word: str) -> str:
    """A word without vowel signs."""
    return MARKS.sub("", word)


def settled(lemma: str) -> str:
    """A lemma without the tanwin that farahidi writes on a defective word and its lemma model does not: مستوًى."""
    for tanwin, vowel in TANWIN.items():
        if lemma.endswith(tanwin):
            return lemma.removesuffix(tanwin) + vowel
    return lemma


def whole(lemma: str, root: str, kind: str) -> str:
    """The lemma of a participle or verbal noun with the ya that it loses without the article: محام is محامي."""
    letters = bare(lemma)
    defective = kind == "اسم فاعل" or (kind == "مصدر أصلي" and letters.startswith("ت"))
    return lemma + "\u0650\u064a" if defective and root[-1:] in ("و", "ي") and root[-2:-1] == letters[-1:] else lemma


def model_counts() -> dict[str, dict[str, int]]:
    """How often each written form has each vocalised lemma, by AlKhalil's lemma model."""
    from farahidi import translit

    path = next(f for f in files("farahidi") or () if f.name == MODEL)
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    with gzip.open(str(path.locate()), "rt", encoding="cp1252") as lines:
        for line in lines:
            if line.startswith("B "):
                cells = line.split()
                for lemma, count in zip(cells[5::3], cells[6::3], strict=True):
                    found[translit.bw_to_arabic(cells[2])][settled(translit.bw_to_arabic(lemma))] = int(count)
    return dict(found)


def analyses(wanted: Iterable[str], cache: Path | None) -> dict[str, list[list[str]]]:
    """The readings of each core that farahidi cuts no further, out of the cache as far as it goes."""
    from farahidi import Analyzer

    found: dict[str, list[list[str]]] = {}
    if cache and cache.exists():
        found = json.loads(cache.read_text(encoding="utf-8"))
    analyzer = Analyzer()
    for core in [core for core in wanted if core not in found]:
        rows = [
            [r.lemma, r.root or "", r.pos, r.type or "", r.number or "", r.tense or "", r.pronoun or "", r.voice or ""]
            for r in analyzer.analyze(core)
            if not r.proclitics and not r.enclitics
        ]
        found[core] = [list(row) for row in sorted(set(map(tuple, rows)))]
    if cache:
        cache.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return found


def raw(row: list[str], core: str) -> Raw | None:
    """A reading of farahidi's in our terms; None for the closed classes, which are listed by hand."""
    _, root, pos, kind, number, tense, pronoun, voice = row
    lemma = whole(settled(row[0]), root, kind)
    if pos == "فعل" and kind != "ناسخ":
        chance = PERSONS.get(pronoun, RARE_PERSON) * (PASSIVE if voice == "مجهول" else 1.0)
        return Raw(lemma, root, "I" if tense == "مضارع" else "V", 0.0, IMPERATIVE if tense == "أمر" else chance)
    if pos != "اسم" or not (kind in ADJECTIVE or kind.startswith(("مصدر", "اسم", "مبالغة"))) or kind == "اسم فعل":
        return None
    if kind == "اسم علم":
        return Raw(lemma, "", "R", 0.0, 1.0)
    if kind == "نسبة" and not core.startswith(bare(lemma)[:-1]):
        lemma = NISBA.sub("ي", core)  # أمريكية is of أمريكي, not of أميركي
    chance = RARE_CLASSES.get(kind, 1.0) * (DUAL if number == "مثنى" else 1.0)
    relational = lemma.endswith("\u0650\u064a\u0651") and len(bare(lemma)) > LEAST_RELATIONAL
    adjective = ADJECTIVE.get(kind, RELATIONAL if relational else NOUN)
    return Raw(lemma, root if len(root) >= ROOT else "", "N", adjective, chance, number == "جمع")
