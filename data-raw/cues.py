"""Build data/generated/cues.tsv: every inflected form of the reporting verbs in cue_verbs.tsv.

The verbs, their stance and the complements they take are set by hand; the forms come from the conjugator libqutrub
(GPL-3.0, PyPI). Forms are written without diacritics, as newspapers do; a form that two lemmas share is kept for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from libqutrub.classverb import VerbClass

ROOT = Path(__file__).parents[1]
MARKS = re.compile("[\u064b-\u065f\u0670]")
PERSONS = {
    "هو": ("m", "s"),
    "هي": ("f", "s"),
    "هما": ("m", "d"),
    "هما مؤ": ("f", "d"),
    "هم": ("m", "p"),
    "هن": ("f", "p"),
    "أنا": ("", "1s"),
    "نحن": ("", "1p"),
}
TENSES = {
    "الماضي المعلوم": "active",
    "المضارع المعلوم": "active",
    "المضارع المنصوب": "active",
    "المضارع المجزوم": "active",
    "الماضي المجهول": "passive",
    "المضارع المجهول": "passive",
}
# What a form says of time: a subjunctive is what might be.
TIMES = {
    "الماضي المعلوم": "perfect",
    "المضارع المعلوم": "imperfect",
    "المضارع المنصوب": "imperfect",
    "المضارع المجزوم": "imperfect",
    "الماضي المجهول": "perfect",
    "المضارع المجهول": "imperfect",
}
# What follows a participle's stem for case, gender and number: مؤكدا، مؤكدة، مؤكدين، مؤكدات.
PARTICIPLES = {
    "": ("m", "s"),
    "ا": ("m", "s"),
    "ة": ("f", "s"),
    "ين": ("m", "p"),
    "ان": ("m", "d"),
    "ون": ("m", "p"),
    "ات": ("f", "p"),
}


def bare(word: str) -> str:
    """The word without diacritics."""
    return MARKS.sub("", word)


def participle_stem(verb: VerbClass, given: str) -> str:
    """The active participle: as given (form I), else the imperfect with م for its ي (أكّد، يؤكّد: مؤكد)."""
    if given:
        return given
    imperfect = bare(verb.conj_display.tab_conjug["المضارع المعلوم"]["هو"])
    stem = "م" + imperfect[1:]
    return stem[:-1] if stem.endswith(("ى", "ي")) else stem


def participles(stem: str) -> Iterator[tuple[str, str, str]]:
    """Each form of a participle with its gender and number; a defective one (مدّع) regains its ي."""
    defective = stem in {"ناف", "داع", "مدع", "متمن", "موص", "راو", "حاك", "مبد", "مشتك"}
    for ending, (gender, number) in PARTICIPLES.items():
        if defective and ending in {"ا", "ة", "ان", "ات"}:
            yield stem + "ي" + ending, gender, number
        else:
            yield stem + ending, gender, number


def forms(row: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """The lexicon rows of one verb."""
    verb = VerbClass(row["lemma"], True, row["vowel"])  # noqa: FBT003 - libqutrub's own signature
    verb.conjugate_all_tenses()
    table = verb.conj_display.tab_conjug
    lemma = bare(row["lemma"])
    for tense, voice in TENSES.items():
        for pronoun, (gender, number) in PERSONS.items():
            form = bare(table.get(tense, {}).get(pronoun, ""))
            if form and form not in row["except"].split(","):
                yield form, lemma, row["stance"], voice, TIMES[tense], gender, number, row["complements"]
    if row["participle"] == "-":
        return  # its participle is another word (مر، مردّ) and would only mislead
    for form, gender, number in participles(participle_stem(verb, row["participle"])):
        if form in row["except"].split(","):
            continue
        yield form, lemma, row["stance"], "participle", "", gender, number, row["complements"]


def main() -> None:
    """Write the lexicon, sorted."""
    text = (ROOT / "data-raw" / "cue_verbs.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    header = lines[0].split("\t")
    rows: set[tuple[str, ...]] = set()
    for line in lines[1:]:
        cells = line.split("\t")
        rows.update(forms(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))))
    columns = ("form", "lemma", "stance", "voice", "tense", "gender", "number", "complements")
    text = "\n".join("\t".join(row) for row in [columns, *sorted(rows)])
    (ROOT / "data" / "generated" / "cues.tsv").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
