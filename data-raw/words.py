"""Build data/generated/words.tsv and clitics.tsv: words without clitics with their frequency, and each clitic's.

Two sources meet. farahidi says how a written form can be cut at all (باسم: itself, or ب + اسم); wordfreq says how often
it is written. Which reading counts is a matter of how often the parts let one expect the whole:
- a form is a word of its own when it is seen many times as often as its best cut predicts (وزير: زير is rare);
- twice is enough for a noun that also takes the article (الوزير), for what takes the article is no cut form;
- a form that farahidi does not know whole is a name when its parts do not account for it (لويس: ويس is rarer), also
  when it does not know the parts either (وحوكمة is و and حوكمة).
What is cut lends its frequency to its core, and the cores decide anew; four rounds settle it.

    pip install wordfreq==3.1.1 farahidi==0.4.0
    python data-raw/words.py                     (about ten minutes)

Sources: wordfreq, data CC BY-SA 4.0 (Speer 2022, doi 10.5281/zenodo.7199437); farahidi, GPL-3.0-or-later, a port of
AlKhalil Morpho Sys 2 (Boudchiche et al. 2017).
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from math import log10
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from arcorpus.text.clitics import fold_alef, function_forms, spellings  # noqa: E402 - the checkout's own package

GENERATED = ROOT / "data" / "generated"
PINNED = {"wordfreq": "3.1.1", "farahidi": "0.4.0"}
ANALYSED = 130_000  # most frequent written forms that farahidi reads
LEAST, LEAST_NAME = 10**-7.8, 10**-6.9  # share of running text that a listed word or name has at least
LEAST_RATE = 10**-6
ROUNDS = 4
LEAST_CORE = 2  # letters
LEAST_NAME_CORE = 3
# Times as often as its parts predict that a form is seen when it is a word of its own.
OWN_NOUN, OWN_VERB, OWN_NAME, OWN_WITH_ARTICLE = 2.0, 25.0, 30.0, 4.0
OWN_CORE = 4.5  # times as often as its core that a name is seen
ARTICLE_SHARE = 0.03  # of a noun's frequency that its form with the article has at least
SPEECH = 0.2  # what news has of the pronouns of dialogue, against subtitles and tweets
SPOKEN = frozenset({"ك", "كن", "كما", "ني"})

_CONJUNCTIONS = ("", "و", "ف")
_INNER = ("", "ب", "ك", "ل", "س", "ال", "بال", "كال", "لل")
PROCLITICS = frozenset(c + p for c in _CONJUNCTIONS for p in _INNER)
ENCLITICS = ("", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "كن", "كما", "ني", "نا")
KINDS = {"اسم": "N", "فعل": "V", "حرف": "P"}  # N noun, V perfect, I imperfect, P particle, X not in farahidi
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")


class Cut(NamedTuple):
    """One way to read a written form: its clitics, its core's kind, and the core as it is written alone, folded."""

    proclitic: str
    enclitic: str
    kind: str
    core: str

    @property
    def whole(self) -> bool:
        """Whether nothing is cut off."""
        return not self.proclitic and not self.enclitic


class Rates(NamedTuple):
    """Shares of running text of cores by form and kind, and of clitics among the words of a kind."""

    cores: dict[tuple[str, str], float]
    before: dict[tuple[str, str], float]
    after: dict[tuple[str, str], float]

    def expected(self, cut: Cut) -> float:
        """The share of running text that a cut predicts for its form."""
        core = self.cores.get((cut.core, cut.kind), 0.0)
        return core * self.before.get((cut.kind, cut.proclitic), 0.0) * self.after.get((cut.kind, cut.enclitic), 0.0)


def frequencies() -> dict[str, float]:
    """The share of each Arabic form in running text, 0-1, the most frequent first."""
    import wordfreq

    found = wordfreq.get_frequency_dict("ar", "large")
    chosen = ((form, share) for form, share in found.items() if ARABIC.fullmatch(form))
    return dict(sorted(chosen, key=lambda item: (-item[1], item[0])))


def fits(kind: str, proclitic: str, enclitic: str) -> bool:
    """Whether a word of this kind takes these clitics."""
    inner = proclitic[1:] if proclitic[:1] in ("و", "ف") else proclitic
    if kind == "N":
        return inner != "س" and enclitic != "ني" and not (enclitic and inner.endswith(("ال", "لل")))
    if kind == "V":
        return inner in ("", "ل")
    if kind == "I":
        return inner in ("", "س", "ل")
    return not enclitic and (not inner if kind == "P" else inner != "س")


class Forms:
    """The written forms with the ways to cut them."""

    def __init__(self) -> None:
        self.shares = frequencies()
        self.functions = set(function_forms())
        self.folded: defaultdict[str, float] = defaultdict(float)
        for form, share in self.shares.items():
            self.folded[fold_alef(form)] += share
        self.cuts = self._read()
        self.guessed: set[str] = set()
        self.kinds: defaultdict[str, set[str]] = defaultdict(set)
        for cuts in self.cuts.values():
            for cut in cuts:
                if cut.core in self.folded:
                    self.kinds[cut.core].add(cut.kind)
        for form in self.shares:
            self._complete(form)

    def cut(self, form: str, proclitic: str, enclitic: str, kind: str) -> Cut | None:
        """The cut of a form as farahidi describes it, None where it is none that we make."""
        possible = proclitic in PROCLITICS and enclitic in ENCLITICS
        if not (possible and form.startswith(proclitic) and form.endswith(enclitic)):
            return None
        core = form[len(proclitic) : len(form) - len(enclitic)]
        if len(core) < LEAST_CORE or ((proclitic or enclitic) and fold_alef(core) in self.functions):
            return None
        if kind == "V" and core[0] in "يتناأ":
            kind = "I"
        if not fits(kind, proclitic, enclitic):
            return None
        alone = spellings(fold_alef(core)) if enclitic else (fold_alef(core),)
        return Cut(proclitic, enclitic, kind, max(alone, key=lambda c: self.folded.get(c, 0.0)))

    def _read(self) -> dict[str, set[Cut]]:
        """The cuts of the most frequent forms by farahidi."""
        from farahidi import Analyzer

        analyzer = Analyzer()
        found: dict[str, set[Cut]] = {}
        for form in list(self.shares)[:ANALYSED]:
            for reading in analyzer.analyze(form):
                before = "".join("".join(ARABIC.findall(affix.form)) for affix in reading.proclitics or ())
                after = "".join("".join(ARABIC.findall(affix.form)) for affix in reading.enclitics or ())
                cut = self.cut(form, before, after, KINDS.get(reading.pos, "N"))
                if cut is not None:
                    found.setdefault(form, set()).add(cut)
        return found

    def _complete(self, form: str) -> None:
        """Add the readings that a form may have without farahidi: a name, or cut before a word that it knows."""
        key = fold_alef(form)
        if key in self.functions:
            self.cuts[form] = {Cut("", "", "P", key)}
        elif form in self.cuts:
            if not any(cut.whole for cut in self.cuts[form]):
                self.cuts[form].add(Cut("", "", "X", key))
        else:
            self.guessed.add(form)
            self.cuts[form] = {Cut("", "", kind, key) for kind in self.kinds.get(key, "X")} | set(self._guesses(form))

    def _guesses(self, form: str) -> Iterator[Cut]:
        """The cuts of a form that leave a known word, or a name after an article."""
        for proclitic in (form[:n] for n in range(5) if form[:n] in PROCLITICS):
            for enclitic in ENCLITICS:
                core = form[len(proclitic) : len(form) - len(enclitic)]
                if not (proclitic or enclitic) or not form.endswith(enclitic) or len(core) < LEAST_CORE:
                    continue
                for alone in spellings(fold_alef(core)) if enclitic else (fold_alef(core),):
                    if alone not in self.functions:
                        kinds = self.kinds.get(alone, ())
                        yield from (Cut(proclitic, enclitic, k, alone) for k in kinds if fits(k, proclitic, enclitic))
            core = form[len(proclitic) :]
            with_article = proclitic.endswith(("ال", "لل")) and len(core) >= LEAST_NAME_CORE and core in self.shares
            if with_article and fold_alef(core) not in self.kinds and fold_alef(core) not in self.functions:
                yield Cut(proclitic, "", "X", fold_alef(core))


class Estimate:
    """Which cut each form has, by rounds."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.cuts = {form: sorted(cuts) for form, cuts in forms.cuts.items()}
        self.chosen: dict[str, Cut | None] = {}
        cores: defaultdict[tuple[str, str], float] = defaultdict(float)
        for form, cuts in self.cuts.items():
            for cut in cuts:
                cores[cut.core, cut.kind] += forms.shares[form] / len(cuts)
        before = {(k, p): 0.01 if p else 0.6 for k in "NVIPX" for p in PROCLITICS}
        after = {(k, e): 0.01 if e else 0.8 for k in "NVIPX" for e in ENCLITICS}
        self.rates = Rates(cores, before, after)
        for _ in range(ROUNDS):
            self._round()

    def _round(self) -> None:
        """Choose a cut for every form, then count anew."""
        cores: defaultdict[tuple[str, str], float] = defaultdict(float)
        before: defaultdict[tuple[str, str], float] = defaultdict(float)
        after: defaultdict[tuple[str, str], float] = defaultdict(float)
        for form, cuts in self.cuts.items():
            chosen = self._choose(form, cuts)
            self.chosen[form] = chosen
            counted = [chosen] if chosen else [cut for cut in cuts if cut.whole]
            for cut in counted:
                share = self.forms.shares[form] / len(counted)
                cores[cut.core, cut.kind] += share
                before[cut.kind, cut.proclitic] += share
                after[cut.kind, cut.enclitic] += share
        total = sum(cores.values())
        self.rates = Rates({key: share / total for key, share in cores.items()}, _shares(before), _shares(after))

    def _choose(self, form: str, cuts: list[Cut]) -> Cut | None:
        """The cut of a form, None when it is whole."""
        parted = [cut for cut in cuts if not cut.whole]
        if not parted:
            return None
        best = max(parted, key=lambda cut: (self.rates.expected(cut), cut))
        whole = [cut for cut in cuts if cut.whole]
        if not whole:
            return best
        share = self.forms.shares[form]
        core = self.rates.cores.get((best.core, best.kind), 0.0)
        others = max(core - (share if self.chosen.get(form) == best else 0.0), 0.0)  # what other forms say of the core
        expected = self.rates.expected(best) * others / core if core else 0.0
        if share < self._limit(form, best, whole) * expected:
            return best
        name = all(cut.kind == "X" for cut in whole) and form not in self.forms.guessed
        if name and ("ال" in best.proclitic or "لل" in best.proclitic):
            return best
        plain = best.proclitic[:1] not in ("ف", "ك", "س") and best.enclitic not in SPOKEN
        return best if name and plain and share < OWN_CORE * others else None

    def _limit(self, form: str, best: Cut, whole: list[Cut]) -> float:
        """How many times as often as expected a form must be seen to be whole."""
        if best.kind == "X":
            rate = self.rates.before.get(("X", best.proclitic), 0.0)
            usual = self.rates.before.get(("N", best.proclitic), 0.0)
            return OWN_WITH_ARTICLE * usual / rate if rate else OWN_WITH_ARTICLE
        if all(cut.kind == "X" for cut in whole):
            return OWN_NAME
        takes_article = self.forms.folded.get("ال" + fold_alef(form), 0.0) >= ARTICLE_SHARE * self.forms.shares[form]
        noun = any(cut.kind == "N" for cut in whole) and not best.proclitic.endswith(("ال", "لل"))
        return OWN_NOUN if noun and takes_article else OWN_VERB

    def words(self) -> dict[str, tuple[str, float]]:
        """Kinds and share of every core to list; a form that is mostly cut is none."""
        balance: defaultdict[str, float] = defaultdict(float)
        for form, cut in self.chosen.items():
            balance[fold_alef(form)] += self.forms.shares[form] * (-1 if cut else 1)
        found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for (core, kind), share in sorted(self.rates.cores.items()):
            listed = share >= (LEAST_NAME if kind == "X" else LEAST) and len(core) >= LEAST_CORE
            if listed and balance[core] >= 0 and core not in self.forms.functions:
                found[core].append((kind, share))
        return {core: ("".join(k for k, _ in kinds), sum(s for _, s in kinds)) for core, kinds in found.items()}


def settled(words: Mapping[str, tuple[str, float]], rates: Rates) -> dict[str, tuple[str, float]]:
    """The words without the names that a clitic before another name accounts for."""
    plain = [chain for chain in PROCLITICS if chain and fits("X", chain, "") and not chain.endswith(("ال", "لل"))]
    kept = {}
    for form, (kinds, share) in words.items():
        expected = 0.0
        for chain in plain if kinds == "X" else ():
            rest = form.removeprefix(chain)
            if rest != form and len(rest) >= LEAST_NAME_CORE and words.get(rest, ("",))[0] == "X":
                expected = max(expected, rates.before.get(("N", chain), 0.0) * words[rest][1])
        if share > OWN_WITH_ARTICLE * expected:
            kept[form] = (kinds, share)
    return kept


def _shares(counts: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The share of each clitic among the words of its kind."""
    totals: defaultdict[str, float] = defaultdict(float)
    for (kind, _), count in counts.items():
        totals[kind] += count
    return {(kind, clitic): count / totals[kind] for (kind, clitic), count in counts.items()}


def parts(proclitic: str) -> str:
    """The single clitics of a chain, with spaces between."""
    conjunction = proclitic[:1] if proclitic[:1] in ("و", "ف") else ""
    inner = proclitic[len(conjunction) :]
    cut = {"لل": "ل ل", "بال": "ب ال", "كال": "ك ال"}.get(inner, inner)
    return f"{conjunction} {cut}".strip()


def level(share: float) -> str:
    """A share as a hundred times its decimal logarithm."""
    return str(round(100 * log10(share)))


def clitics(rates: Rates) -> Iterator[tuple[str, str, str, str]]:
    """The rows of clitics.tsv. Names and words without a reading take proclitics as nouns do, and no pronouns."""
    for (kind, proclitic), rate in sorted(rates.before.items()):
        if kind in "NVIP" and rate >= LEAST_RATE:
            for name in ("N", "X") if kind == "N" else (kind,):
                yield "before", parts(proclitic), name, level(rate)
    for (kind, enclitic), rate in sorted(rates.after.items()):
        if rate >= LEAST_RATE:
            yield "after", enclitic, kind, level(rate * (SPEECH if enclitic in SPOKEN else 1))


def write(name: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write a lexicon."""
    lines = ["\t".join(row) for row in (header, *rows)]
    (GENERATED / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Write both lexicons."""
    for package, pinned in PINNED.items():
        if version(package) != pinned:
            sys.exit(f"{package} {pinned} is needed: pip install {package}=={pinned}")
    estimate = Estimate(Forms())
    words = settled(estimate.words(), estimate.rates)
    rows = [(core, kinds, level(share)) for core, (kinds, share) in sorted(words.items())]
    write("words", ("form", "kinds", "level"), list(rows))
    write("clitics", ("place", "parts", "kind", "level"), list(clitics(estimate.rates)))


if __name__ == "__main__":
    main()
