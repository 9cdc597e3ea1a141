"""Build data/generated/readings.tsv and lemmas.tsv: how each word form can be read, and what each lemma is.

Three sources meet. farahidi says what a form can be at all: its lemmas with their roots and classes. The counts that
come with it (AlKhalil's lemma model, five million words of news) say how often each is meant; where they have nothing,
the lemma's own frequency decides, less for imperatives, passives and the like. The closed classes are in
word_classes.tsv.

What farahidi cannot say is counted in the tagged corpora, read as plain text:
- noun or adjective: how often the word, with its article, follows a noun that is definite too;
- name or word of the language: how often it stands inside a tagged name of a person or place. A form that the language
  has no relatives of (see common_words.py) is a name, whatever root its letters would allow.

    pip install wordfreq==3.1.1 farahidi==0.4.0
    python data-raw/readings.py --sources DIR [--cache FILE]     (ten minutes; 40 seconds with the analyses in FILE)

Sources: farahidi, GPL-3.0-or-later, a port of AlKhalil Morpho Sys 2 (Boudchiche et al. 2017) with its data; wordfreq,
data CC BY-SA 4.0 (Speer 2022); the tagged corpora of upstream.py.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from math import log10
from pathlib import Path
from typing import NamedTuple

import upstream
from alkhalil import ADJECTIVE, NISBA, NOUN, ROOT, Raw, analyses, bare, model_counts, raw

from arcorpus.ner.gazetteer import is_common, key, known_names
from arcorpus.text.clitics import fold_alef, spellings, split_word
from arcorpus.text.tokenizer import split_sentences, tokenize

PINNED = {"wordfreq": upstream.WORDFREQ, "farahidi": "0.4.0"}
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
VERBAL_END = re.compile("(?:\u064e|[\u064e\u0651]?[\u0627\u0649])$")
LEAST_SHARE = 10**-7.4  # of running text, for a form to be analysed
LEAST_LEMMA = 10**-6.8  # the same, for a name to be among the lemmas
LEAST_READING = 0.04  # of a form's uses, for a reading to be kept
MOST_READINGS = 4
ARTICLE, PRONOUN = "ال", "+"
USUAL = 0.1  # chance of a reading that speaks for a word
PRIOR = 0.5  # uses that the expectation weighs as much as
UNSEEN = 0.1  # uses that a lemma without any counts as
HALF = 0.5
HAMZA = str.maketrans("أإآ", "ااا")
AGREEMENTS = 4  # uses that the class's prior weighs as much as
SURE_CLASS = 5  # times as much for elatives and nisbas
ARTICLE_SHARE = 0.05  # of a noun's uses that its form with the article has at least
CHANCE, SURE = 0.1, 0.6  # how often a noun follows a definite one all the same, and an adjective does at least
SURE_NAME, SURE_WORD = 0.6, 3
PLACE = 0.7  # of the uses of a known place's name that is a word too
ENDINGS = (("هات", ""), ("ات", "ة"), ("ات", ""), ("تين", "ة"), ("ون", ""), ("ين", ""), ("ان", ""), ("ا", ""))
LEAST_PLURAL = 5  # letters of a broken plural that is taken from nouns.tsv; shorter ones are other words too


class Reading(NamedTuple):
    """A reading as it is shipped: tag (with A for adjectives) and lemma without vowel signs."""

    tag: str
    lemma: str


def cut(form: str) -> tuple[bool, bool, str]:
    """Whether a written form has an article and a pronoun, and its core."""
    parts = split_word(form)
    start = parts[0][-1][1] if parts and parts[0] else 0
    end = parts[1][0][0] if parts and parts[1] else len(form)
    before, core = form[:start], form[start:end]
    if not start and core.startswith(ARTICLE) and len(core) > len(ARTICLE) + 1:
        before, core = ARTICLE, core[len(ARTICLE) :]
    return before.endswith((ARTICLE, "لل")), end < len(form), core


def cores(shares: Mapping[str, float], counts: Mapping[str, Mapping[str, int]]) -> dict[str, float]:
    """The cores of all forms with their share of running text; before a pronoun, each spelling that they may have."""
    found: defaultdict[str, float] = defaultdict(float)
    for form in {**shares, **dict.fromkeys(counts)}:
        share = shares.get(form, 0.0)
        if ARABIC.fullmatch(form) and (share >= LEAST_SHARE or form in counts):
            _, pronoun, core = cut(form)
            for spelling in spellings(core) if pronoun else (core,):
                found[spelling] += share
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


class Lexicon:
    """The readings of every core, weighed."""

    def __init__(self, folder: Path, cache: Path | None) -> None:
        self.shares = _frequencies()
        counts = model_counts()
        self.cores = cores(self.shares, counts)
        self.lemmas: Counter[str] = Counter()
        for lemmas in counts.values():
            self.lemmas.update(lemmas)
        found = analyses(self.cores, cache)
        self.raw = {core: [r for r in (raw(row, core) for row in found.get(core, ())) if r] for core in self.cores}
        self.closed = _closed()
        self.plurals = _plurals()
        self.uses: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._count_uses(counts)
        self.names = _name_shares(folder)
        self.adjectives = self._adjectives(folder)

    def _count_uses(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Count how often each core has each lemma: with an article (`ال`), before a pronoun (`+`), and else."""
        for form, lemmas in counts.items():
            if not ARABIC.fullmatch(form):
                continue
            article, pronoun, core = cut(form)
            if pronoun:
                self.uses[core, PRONOUN].update(lemmas)
            for spelling in spellings(core) if pronoun else (core,):
                known = {r.lemma for r in self.raw.get(spelling, ())}
                kept = {lemma: count for lemma, count in lemmas.items() if not pronoun or lemma in known}
                self.uses[spelling, ARTICLE if article else ""].update(kept)

    def _weights(self, core: str, place: str) -> dict[Raw, float]:
        """What each of a core's readings by farahidi weighs."""
        found = [r for form in (spellings(core) if place == PRONOUN else (core,)) for r in self.raw.get(form, ())]
        tags = {ARTICLE: "NR", PRONOUN: "NVI"}.get(place, "NRVI")
        readings = [r for r in dict.fromkeys(found) if r.tag in tags and self._believed(r)]
        chances: defaultdict[str, float] = defaultdict(float)
        for r in readings:
            chances[r.lemma] += r.chance
        expected = {r: (self.lemmas[r.lemma] + UNSEEN) * r.chance / chances[r.lemma] for r in readings}
        total = sum(expected.values())
        uses: Mapping[str, int] = self.uses.get((core, place), {})
        if not uses:
            forms = spellings(core) if place == PRONOUN else (core,)
            uses = sum((self.uses.get((form, "" if place else ARTICLE), Counter()) for form in forms), Counter())
        return {r: uses.get(r.lemma, 0) * r.chance / chances[r.lemma] + PRIOR * expected[r] / total for r in readings}

    def _believed(self, r: Raw) -> bool:
        """Whether a reading is more than a passive or imperative of a verb that news hardly has: سيك is none of ساك."""
        return r.tag not in "VI" or r.chance > USUAL or self.lemmas[r.lemma] >= SURE_WORD

    def _unread(self, core: str, place: str) -> dict[Reading, float]:
        """The readings of a core that farahidi does not know, by the model's lemmas: اسرائيل is إسرائيل."""
        other = "" if place else ARTICLE
        uses: Mapping[str, int] = self.uses.get((core, place)) or self.uses.get((core, other)) or {}
        found: defaultdict[Reading, float] = defaultdict(float)
        for lemma, count in uses.items():
            twin = self.raw.get(bare(lemma), ())
            tags = {r.tag for r in twin if r.lemma == lemma}
            verb = tags & {"V", "I"} or (not tags and VERBAL_END.search(lemma) and len(bare(lemma)) == ROOT)
            tag = ("I" if core[0] in "يتنأا" and bare(lemma)[0] != core[0] else "V") if verb else "N"
            own = self.cores.get(bare(lemma), 0.0) >= CHANCE * self.cores.get(core, 0.0)
            seen = verb or own or count >= SURE_WORD  # seen once or twice, فيديوهات is of فيديوا
            if seen and not (verb and place == ARTICLE):
                found[Reading("R" if tags == {"R"} else tag, bare(lemma))] += count
        return dict(found)

    def _unknown(self, core: str, place: str) -> dict[Reading, float]:
        """The readings of a core that nobody knows, where the language has relatives of it: خوارزميات of خوارزمية."""
        attached = core[0] in "وفبلك" and core[1:] in self.cores
        if attached or core.startswith(ARTICLE) or not is_common(key(place + core)):
            return {}
        bases = (core.removesuffix(ending) + other for ending, other in ENDINGS if core.endswith(ending))
        lemma = next((base for base in bases if self.cores.get(base, 0.0) > CHANCE * self.cores.get(core, 0.0)), core)
        if not NISBA.sub("ي", core).endswith("ي"):
            return {Reading("N", lemma): 1.0}
        adjective = self._nisba(core)
        return {Reading("N", lemma): 1 - adjective, Reading("A", NISBA.sub("ي", core)): adjective}

    def _lemma(self, core: str, r: Raw, tag: str) -> str:
        """The lemma of a reading as it is shown.

        An adjective's is masculine; one in ي is its own (مناخي, not مناخ). A noun in ة is its own lemma (موجة, نظرية),
        unless it is a participle less frequent than its masculine (مرشحة) or a broken plural (أسئلة); so for the
        singular of one in ات. A noun whose ا or و stays under the article is no accusative or construct (الدراما).
        """
        lemma = bare(r.lemma)
        if core.endswith("ت") and r in self.raw.get(core[:-1] + "ة", ()):
            core = core[:-1] + "ة"  # before a pronoun
        if tag == "A":
            stem = NISBA.sub("ي", core)
            return stem if stem[:-1] == lemma and stem.endswith("ي") else lemma.removesuffix("ة")
        if tag != "N" or lemma.endswith("ة"):
            return lemma
        if self._own_ending(core, lemma):
            return core
        if lemma == core and core in self.plurals:
            return self.plurals[core]
        if not core.endswith(("ة", "ات")) or (core.endswith("ة") and r.plural):
            return lemma
        feminine = core.removesuffix("ات").removesuffix("ة") + "ة"
        plain = core.endswith("ة") and (r.adjective <= NOUN or core.endswith("ية"))
        own = self.cores.get(feminine, 0.0) > self.cores.get(feminine[:-1], 0.0)
        return feminine if plain or own else lemma

    def _own_ending(self, core: str, lemma: str) -> bool:
        """Whether the last letter of a core, which farahidi takes for an ending, stays under the article."""
        ending = core.endswith(("ا", "و")) and lemma == core[:-1]
        return ending and self.shares.get(ARTICLE + core, 0.0) > ARTICLE_SHARE * self.cores.get(core, 0.0)

    def readings(self, core: str, place: str = "") -> dict[Reading, float]:
        """The readings of a core with their shares, the likeliest first."""
        found: defaultdict[Reading, float] = defaultdict(float)
        weights = self._weights(core, place)
        for r, weight in weights.items():
            adjective = self._adjective(core, r, place) if r.tag == "N" else 0.0
            found[Reading(r.tag, self._lemma(core, r, r.tag))] += weight * (1 - adjective)
            if adjective:
                found[Reading("A", self._lemma(core, r, "A"))] += weight * adjective
        if not weights:
            found.update(self._unread(core, place) or self._unknown(core, place))
        if place != PRONOUN:
            self._name(core, found, place)
        closed = self.closed.get(place + core) or {
            reading: share for reading, share in self.closed.get(core, {}).items() if place and reading.tag in "AM"
        }
        total = sum(found.values())
        rest = 1 - sum(closed.values())
        shares = {reading: rest * weight / total for reading, weight in found.items()} if rest > 0 else {}
        for reading, share in closed.items():
            shares[reading] = share + shares.get(reading, 0.0)
        return _kept(shares)

    def _adjective(self, core: str, r: Raw, place: str) -> float:
        """How adjectival a reading is: a noun with ي after it can only be a nisba where it has an article or ة."""
        stem, lemma = NISBA.sub("ي", core), bare(r.lemma)
        if self._own_ending(core, lemma):
            return 0.0
        if stem.endswith("ي") and stem[:-1] == lemma:
            return self._nisba(core) if place == ARTICLE or core.endswith("ية") else HALF
        return self.adjectives[lemma]

    def _nisba(self, core: str) -> float:
        """How adjectival a form in ي or ية is: one that is hardly ever masculine is a noun (خوارزمية)."""
        own, masculine = self.cores.get(core, 0.0), self.cores.get(NISBA.sub("ي", core), 0.0)
        return HALF / 2 if own > LEAST_LEMMA and masculine < own / 4 else ADJECTIVE["نسبة"]

    def _name(self, core: str, found: dict[Reading, float], place: str) -> None:
        """Give the reading as a name its share, all of it where the form is no word of the language."""
        folded = key(place + core)
        listed = any(reading.tag == "R" for reading in found)
        for reading in [reading for reading in found if reading.tag == "R"]:
            del found[reading]
        common = is_common(folded)
        share = self.names.get(folded, 0.0)
        known = folded in known_names() or key(ARTICLE + core) in known_names()
        share = max(share, _months().get(folded, 0.0), PLACE if folded in known_names() else 0.0)
        named = folded in known_names() or share > SURE_NAME
        definite = self.shares.get(ARTICLE + core, 0.0) > ARTICLE_SHARE * self.cores.get(core, 0.0)
        if listed and not found and common and definite and not (known or named):
            found[Reading("N", core)] = 1.0  # الدولار
        if (named and not common) or not (common or self._usual(core)):
            share = 1.0
        total = sum(found.values())
        if share >= 1:
            found.clear()
        if named or listed or total:  # else nobody knows it, and the program finds by itself what to make of it
            name = Reading("R", (place if folded in known_names() else "") + core)
            if found and share > 0:
                found[name] = share * total / (1 - share)
            elif not found:
                found[name] = 1.0

    def _usual(self, core: str) -> bool:
        """Whether a core has a reading that news uses, or one that other forms of the same word speak for."""
        if self.uses.keys() & {(core, ""), (core, ARTICLE)}:
            return True
        readings = [r for r in self.raw.get(core, ()) if r.chance >= USUAL]
        persons = any(person + core[1:] in self.shares for person in "يتن" if person != core[0])
        return any(
            self.lemmas[r.lemma] >= SURE_WORD or (r.tag == "N" and ARTICLE + core in self.shares)
            or (r.tag == "I" and persons)
            for r in readings if r.tag != "R"
        )  # fmt: skip

    def lemma_of(self, core: str) -> str:
        """The likeliest lemma of a noun with its article, for counting; empty when it is none."""
        weights = {r: w for r, w in self._weights(core, ARTICLE).items() if r.tag == "N"}
        return bare(max(weights, key=lambda r: (weights[r], r)).lemma) if weights else ""

    def _adjectives(self, folder: Path) -> dict[str, float]:
        """How adjectival each lemma is: by its class, and by what stands before it when it has the article."""
        classes: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        for r in sorted({r for readings in self.raw.values() for r in readings if r.tag == "N"}):
            classes[bare(r.lemma)].append(((self.lemmas[r.lemma] + UNSEEN) * r.chance, r.adjective))
        agreeing: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for before, word in _pairs(folder):
            article, _, core = cut(word)
            if not article or word[0] in "وفبلك":
                continue
            lemma = self.lemma_of(core)
            definite, pronoun, previous = cut(before)
            noun = any(r.tag in "NR" for r in self.raw.get(previous, ())) and previous not in self.closed
            total[lemma] += 1
            agreeing[lemma] += noun and (definite or pronoun)
        found = {}
        for lemma, weighed in classes.items():
            prior = sum(weight * adjective for weight, adjective in weighed) / sum(weight for weight, _ in weighed)
            seen = total[lemma]
            rate = (agreeing[lemma] / seen - CHANCE) / (SURE - CHANCE) if seen else 0.0
            trust = AGREEMENTS * (SURE_CLASS if prior >= ADJECTIVE["نسبة"] - CHANCE else 1)
            found[lemma] = (seen * min(max(rate, 0.0), 1.0) + trust * prior) / (seen + trust)
        return found

    def rows(self) -> Iterator[tuple[str, str]]:
        """The rows of readings.tsv: every core, with its article or a pronoun where that differs, other spellings."""
        listed = [core for core in self.cores if not self._with_article(core)]
        made = {core: self.readings(core) for core in [*listed, *self.closed]}
        for core in listed:
            nominal = {r: s for r, s in made[core].items() if r.tag in "NARMG"}
            definite = self.readings(core, ARTICLE) if nominal or (core, ARTICLE) in self.uses else {}
            if definite and _differ(nominal, definite):
                made[ARTICLE + core] = definite
        for core, place in self.uses:
            if place == PRONOUN and core not in self.closed and any(self.raw.get(form) for form in spellings(core)):
                made[core + PRONOUN] = self.readings(core, PRONOUN)
        made.update(self._folded(made))
        for form, readings in made.items():
            if readings:
                yield form, " ".join(written(form, reading, share) for reading, share in readings.items())

    def _with_article(self, form: str) -> bool:
        """Whether a form is another one with its article: الحرب, though some write ألحرب for it."""
        return form.startswith(ARTICLE) and self.cores.get(form[2:], 0.0) > self.cores.get(form, 0.0)

    def _folded(self, made: Mapping[str, Mapping[Reading, float]]) -> dict[str, dict[Reading, float]]:
        """The readings of forms without their hamzas: of each that is so written, as frequent as it is."""
        variants: defaultdict[str, set[str]] = defaultdict(set)
        for form in made:
            for other in {fold_alef(form), form.translate(HAMZA)} - {form}:
                if not self._with_article(other):
                    variants[other] |= {form, other}
        found = {}
        for folded, forms in variants.items():
            merged: defaultdict[Reading, float] = defaultdict(float)
            for form in sorted(forms & made.keys()):
                weight = self.cores.get(form.removeprefix(ARTICLE).removesuffix(PRONOUN), 0.0) + LEAST_SHARE
                for reading, share in made[form].items():
                    merged[reading] += weight * share
            total = sum(merged.values())
            found[folded] = _kept({reading: share / total for reading, share in merged.items()})
        return found

    def lemma_rows(self, rows: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
        """The rows of lemmas.tsv: lemma, tag, root, and share of running text."""
        roots: defaultdict[tuple[str, str], defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        for core in self.cores:
            for r, weight in self._weights(core, "").items():
                for tag in ("N", "A") if r.tag == "N" else (r.tag,):
                    group = "V" if tag in "VI" else "N"
                    root = "" if self._own_ending(core, bare(r.lemma)) else r.root
                    roots[self._lemma(core, r, tag), group][root] += self.cores[core] * weight
        shares: defaultdict[tuple[str, str], float] = defaultdict(float)
        for form, cell in rows.items():
            for tag, percent, lemma in re.findall(r"([A-Za-z])(\d+)([^ ]*)", cell):
                group = {"I": "V", "A": "N"}.get(tag, tag)
                shares[lemma or form, group] += self.cores.get(form, 0.0) * int(percent) / 100
        for (lemma, group), share in shares.items():
            if group not in "NV" and share < LEAST_LEMMA:
                continue
            weighed = roots[lemma, group] if group in "NV" else {}
            root = max(weighed, key=lambda r: (weighed[r], r)) if weighed else ""
            yield lemma, group, root, str(round(100 * log10(share))) if share else ""


def written(form: str, reading: Reading, share: float) -> str:
    """A reading as it stands in the lexicon: tag, percent, and the lemma unless it is the form itself."""
    return f"{reading.tag}{max(round(100 * share), 1)}{reading.lemma if reading.lemma != form else ''}"


def _kept(shares: Mapping[Reading, float]) -> dict[Reading, float]:
    """The readings that are kept, the likeliest first."""
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    return dict([item for item in ranked if item[1] >= LEAST_READING][:MOST_READINGS] or ranked[:1])


def _differ(first: Mapping[Reading, float], second: Mapping[Reading, float]) -> bool:
    """Whether two sets of readings differ by a fifth or more in anything."""
    totals = sum(first.values()) or 1.0, sum(second.values()) or 1.0
    return any(abs(first.get(r, 0.0) / totals[0] - second.get(r, 0.0) / totals[1]) > 1 / 5 for r in {**first, **second})


def _frequencies() -> dict[str, float]:
    """The share of each Arabic form in running text, 0-1."""
    import wordfreq

    return {form: share for form, share in wordfreq.get_frequency_dict("ar", "large").items() if ARABIC.fullmatch(form)}


def _closed() -> dict[str, dict[Reading, float]]:
    """The readings of the closed classes by form."""
    found: defaultdict[str, dict[Reading, float]] = defaultdict(dict)
    lines = (upstream.ROOT / "data-raw" / "word_classes.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        form, lemma, tag, share = line.split("\t")
        found[form][Reading(tag, lemma)] = int(share) / 100
    return dict(found)


def _name_shares(folder: Path) -> dict[str, float]:
    """The share of each folded word's uses that are in names of persons, or names of one word."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        total.update(word for word, _ in sentence)
        for start, end, kind in upstream.names(sentence):
            alone = end == start + 1
            inside.update(
                word for word, _ in sentence[start:end] if alone or (kind == "PER" and not word.startswith(ARTICLE))
            )
    return {word: inside[word] / count for word, count in total.items() if count >= SURE_WORD}


@cache
def _months() -> dict[str, float]:
    """How likely each word is a month, for the names of months, folded."""
    rows = [row for row in upstream.lexicon("date_words") if row[1].endswith("_month")]
    return {key(row[0]): 1.0 if row[3] == "bare" else HALF for row in reversed(rows)}


def _plurals() -> dict[str, str]:
    """The singular of each broken plural that nouns.tsv lists and that is no singular itself."""
    rows = upstream.lexicon("nouns")
    singular = {row[0] for row in rows}
    return {
        plural: row[0] for row in reversed(rows) for plural in row[1].split()
        if plural not in singular and len(plural) >= LEAST_PLURAL
    }  # fmt: skip


def _pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Each two words that follow one another in the tagged corpora, within a clause."""
    for name in upstream.TAGGED:
        text = "\n".join(
            " ".join(line.split()[0] for line in block.splitlines() if line.strip())
            for block in re.split(r"\n\s*\n", upstream.text_of(folder, name))
        )
        for first, second in pairwise(tokenize(text, split_sentences(text), clitics=False)):
            if first.kind == second.kind == "word" and second.start == first.end + 1:
                yield first.text, second.text


def main() -> None:
    """Write both lexicons."""
    for package, pinned in PINNED.items():
        if version(package) != pinned:
            sys.exit(f"{package} {pinned} is needed: pip install {package}=={pinned}")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True, help="the folder of the upstream files")
    parser.add_argument("--cache", type=Path, help="where farahidi's analyses are kept between runs")
    options = parser.parse_args()
    lexicon = Lexicon(options.sources, options.cache)
    rows = dict(lexicon.rows())
    upstream.write("readings", ("form", "readings"), rows.items())
    upstream.write("lemmas", ("lemma", "tag", "root", "level"), lexicon.lemma_rows(rows))


if __name__ == "__main__":
    main()
