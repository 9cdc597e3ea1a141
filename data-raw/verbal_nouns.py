"""Build data/generated/verbal_nouns.tsv: the verbal nouns of derived verbs among the nouns of words.tsv.

farahidi tells which nouns are verbal nouns (مصدر). Only those of derived verbs are kept (تأجيل, استقالة, مشاركة): their
pattern shows them, while a verbal noun of a simple verb is too often another word as well (شهود: attending, and
witnesses). The few simple ones that reports use (وجود, رفض) and nouns that are used like verbal nouns (أهمية) stand in
clause_words.tsv, as do the bodies that are called by a verbal noun (اتحاد, إدارة).

    pip install farahidi==0.4.0
    python data-raw/verbal_nouns.py

Source: farahidi, GPL-3.0-or-later, a port of AlKhalil Morpho Sys 2 (Boudchiche et al. 2017).
"""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

GENERATED = Path(__file__).parents[1] / "data" / "generated"
PINNED = "0.4.0"
LEAST = -650  # hundredths of log10 of the share of text that a listed noun has at least
MARKS = re.compile("[\u064b-\u0652\u0670]")
# What the pattern of a derived verb's noun looks like without vowel signs, ة left out.
DERIVED = re.compile("^(?:تفعيل|تفعل|تفاعل|مفاعل|إفعال|[اإ]نفعال|[اإ]فتعال|[اإ]ستفعال|[اإ]فعلال|تفعلل|فعلل)$")
WEAK = re.compile("^(?:[اإ]..ا|[اإ]ست.ا..?)ة$")


def is_verbal(word: str, pattern: str, kind: str | None, kinds: str) -> bool:
    """Whether a noun reading is the verbal noun of a derived verb; تفعل is a verb too where it is seen as one."""
    if not kind or not kind.startswith("مصدر") or kind == "مصدر صناعي":
        return False
    bare = MARKS.sub("", pattern).rstrip("ةى")
    if bare == "تفعل" and "I" in kinds:
        return False
    return bool(DERIVED.match(bare) or WEAK.match(word))


def main() -> None:
    """Write the lexicon, sorted."""
    from farahidi import Analyzer

    if version("farahidi") != PINNED:
        raise SystemExit(f"farahidi {PINNED} is needed")
    analyzer = Analyzer()
    rows = (GENERATED / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found: set[str] = set()
    for form, kinds, level in (row.split("\t") for row in rows):
        if "N" in kinds and int(level) >= LEAST and not form.startswith("ال"):
            spelt = {form, *(form[:at] + "أ" + form[at + 1 :] for at, letter in enumerate(form) if letter == "ا")}
            spelt |= {"إ" + form[1:]} if form.startswith("ا") else set()  # words.tsv is folded: hamzas are missing
            found_readings = [r for word in sorted(spelt) for r in analyzer.analyze(word)]
            readings = [r for r in found_readings if not (r.proclitics or r.enclitics)]
            if any(r.pos == "اسم" and is_verbal(form, r.pattern or "", r.type, kinds) for r in readings):
                found.add(form)
    text = "\n".join(["word", *sorted(found)])
    (GENERATED / "verbal_nouns.tsv").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
