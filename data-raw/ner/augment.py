"""More text than was labelled: names swapped, spelling noise, quotes, clitics, templates filled with known names."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path

import decode
from corpora import HEADS, LABELS, MASKED, ROOT, TYPES, Sentence

sys.path.insert(0, str(ROOT / "src"))

from arcorpus.resources import parse_tsv, place

NAMED = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK")
SWAP = {"PER": 0.3, "LOC": 0.2, "ORG": 0.12, "PRODUCT": 0.3, "EVENT": 0.2, "WORK": 0.2}
FROM_LISTS = 0.5  # of swapped persons and places: out of the lexicons instead of the corpora
HAMZA, HAMZA_WORD = 0.1, 0.04
NO_MARKS = 0.06
QUOTED = 0.02
CLITIC = 0.03
UNKNOWN = 0.03
LATIN = 0.35  # of names in templates: in Latin letters
_BARE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا"})
_MARKS = frozenset(".,،؛:;!?؟\"'«»()-…“”")
_EVENTS = (
    "قمة {}",
    "مؤتمر {}",
    "معرض {} الدولي للكتاب",
    "مهرجان {} السينمائي",
    "منتدى {} الاقتصادي",
    "كأس {}",
    "أولمبياد {}",
    "بطولة {} المفتوحة",
    "حرب {}",
    "ثورة {}",
    "معركة {}",
    "دوري أبطال {}",
    "معرض {}",
)
_VERSIONS = ("", "", "", "2", "3", "4", "3.5", "R1", "V3", "Pro", "Max", "Mini", "4o", "Ultra", "10", "T")

Name = tuple[str, ...]
Found = tuple[int, int, str]


def _lexicon(name: str) -> list[list[str]]:
    text = (ROOT / "data" / place(name)).read_text(encoding="utf-8")
    return [list(row.values()) for row in parse_tsv(text)]


def names_of(sentence: Sentence) -> list[Found]:
    """The names on which all the sentence's label sets agree, as (first word, word after the last, type)."""
    spans: dict[str, set[Found]] = {}
    for head in HEADS:
        numbers = sentence.labels[head]
        if any(number != MASKED for number in numbers):
            spans[head] = decode.spans(numbers, LABELS[head])
    return sorted(
        name
        for name in set().union(*spans.values())
        if all(name in found for head, found in spans.items() if name[2] in TYPES[head])
    )


class Augmenter:
    """Gives a sentence anew each time, changed at random."""

    def __init__(self, train: list[Sentence], seed: int) -> None:
        self.random = random.Random(seed)
        self.seen: dict[str, list[Name]] = {kind: [] for kind in NAMED}
        for sentence in train:
            for start, end, kind in names_of(sentence):
                if kind in self.seen:
                    self.seen[kind].append(tuple(sentence.words[start:end]))
        self.first = {kind: {name[0] for name in names} for kind, names in self.seen.items()}
        self.known: defaultdict[str, list[Name]] = defaultdict(list)
        self.latin: defaultdict[str, list[Name]] = defaultdict(list)
        for row in _lexicon("aliases"):
            words = tuple(row[1].split())
            (self.latin if row[1].isascii() else self.known)[row[2]].append(words)
        persons = [row for row in _lexicon("person_names") if len(row[0]) > 2]
        kept = [(row[0], row[1].split()) for row in _lexicon("given_and_family_names")]
        self.given = [row[0] for row in persons if row[1] != "family"] + [
            name for name, does in kept if "given" in does
        ]
        self.family = [row[0] for row in persons if row[1] == "family"] + [
            name for name, does in kept if "family" in does
        ]
        self.places = [tuple(row[1].split()) for row in _lexicon("places") if not row[3]]
        self.titles = [s.words for s in train if len(s.words) > 8]
        lines = (Path(__file__).parent / "templates.txt").read_text(encoding="utf-8").splitlines()
        self.templates = [line.split() for line in lines if line]
        latin = {word for names in self.latin.values() for name in names for word in name}
        self.latin_words = sorted(word for word in latin if word.isalpha() and len(word) > 2)

    def _listed(self, kind: str) -> Name:
        choice = self.random.choice
        if kind == "PER":
            if self.random.random() < 0.3:
                return choice(self.known["PER"])
            middle = [choice(self.given)] if self.random.random() < 0.2 else []
            return (choice(self.given), *middle, choice(self.family))
        if kind == "LOC":
            return choice(self.places)
        return choice(self.known[kind]) if self.known[kind] else choice(self.seen[kind])

    def _other(self, kind: str) -> Name:
        if kind in {"PER", "LOC"} and self.random.random() < FROM_LISTS:
            return self._listed(kind)
        return self.random.choice(self.seen[kind])

    def _fill(self, kind: str) -> Name:  # noqa: PLR0911 - a way for each kind
        """A name for a template's slot."""
        choice, chance = self.random.choice, self.random.random
        if kind == "WORK":
            words = choice(self.titles)
            start = self.random.randrange(len(words) - 6)
            return tuple(w for w in words[start : start + self.random.randint(2, 6)] if w not in _MARKS) or ("الأيام",)
        if kind == "EVENT":
            if chance() < 0.4:
                return choice(self.known["EVENT"] + self.seen["EVENT"])
            event = choice(_EVENTS).format(" ".join(choice(self.places)))
            return tuple(event.split()) + ((str(self.random.randint(1950, 2030)),) if chance() < 0.2 else ())
        if chance() < LATIN:
            return self._latin(kind)
        if kind == "PRODUCT":
            name = choice(self.known["PRODUCT"] + self.known["ORG"])
            version = choice(_VERSIONS)
            return (*name, version) if version else name
        if kind == "ORG" and chance() < 0.5:
            return choice(self.seen["ORG"])
        return self._listed(kind)

    def _latin(self, kind: str) -> Name:
        choice, chance = self.random.choice, self.random.random
        if kind in {"PER", "LOC"} or chance() < 0.4:
            return choice(self.latin[kind] or self.latin["ORG"])
        word = choice(self.latin_words)
        word = choice((word, word.capitalize(), word[:4].upper(), word + choice(self.latin_words)))
        if kind == "PRODUCT":
            version = choice(_VERSIONS)
            return (f"{word}-{version}",) if version and chance() < 0.5 else (word, version) if version else (word,)
        second = choice(("AI", "Labs", "Inc", "Group", "Media", choice(self.latin_words)))
        return (word, second) if chance() < 0.5 else (word,)

    def made(self) -> Sentence:
        """A template filled; only set C has labels."""
        words: list[str] = []
        tags: list[str] = []
        for word in self.random.choice(self.templates):
            if word[0] == "{":
                kind = word[1:-1]
                name = self._fill(kind)
                words.extend(name)
                tags.extend([f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)])
            else:
                words.append(word)
                tags.append("O")
        masked = [MASKED] * len(words)
        return Sentence(words, {"A": masked, "B": masked[:], "C": [LABELS["C"].index(tag) for tag in tags]}, "made")

    def _swapped(self, sentence: Sentence) -> Sentence:
        found = {start: (end, kind) for start, end, kind in names_of(sentence) if kind in SWAP}
        words: list[str] = []
        labels: dict[str, list[int]] = {head: [] for head in HEADS}
        at = 0
        while at < len(sentence.words):
            end, kind = found.get(at, (at + 1, ""))
            if not kind or self.random.random() > SWAP[kind]:
                words += sentence.words[at:end]
                for head in HEADS:
                    labels[head] += sentence.labels[head][at:end]
            else:
                old, new = sentence.words[at], self._other(kind)
                if old[0] in "وفبلك" and old[1:] in self.first[kind] and not (old[0] == "ل" and new[0][:2] == "ال"):
                    new = (old[0] + new[0], *new[1:])
                words += new
                for head in HEADS:
                    first = sentence.labels[head][at]
                    inside = first + (first > 0 and LABELS[head][first][0] == "B")
                    labels[head] += [first, *[inside] * (len(new) - 1)]
            at = end
        return Sentence(words, labels, sentence.source)

    def changed(self, sentence: Sentence) -> Sentence:
        """The sentence with names swapped and noise of spelling and marks."""
        chance = self.random.random
        sentence = self._swapped(sentence)
        words = sentence.words
        bare = HAMZA_WORD if chance() > HAMZA else 1.0
        words = [word.translate(_BARE) if chance() < bare else word for word in words]
        for start, _, kind in names_of(sentence):
            if kind in SWAP and chance() < CLITIC and words[start][0] not in "وفبلك" and not words[start].isascii():
                words[start] = self._joined(self.random.choice("وبلف"), words[start])
        keep = list(range(len(words)))
        if chance() < NO_MARKS:
            keep = [i for i in keep if words[i] not in _MARKS] or keep
        labels = {head: [sentence.labels[head][i] for i in keep] for head in HEADS}
        return self._quoted(Sentence([words[i] for i in keep], labels, sentence.source))

    @staticmethod
    def _joined(clitic: str, word: str) -> str:
        return "لل" + word[2:] if clitic == "ل" and word.startswith("ال") else clitic + word

    def _quoted(self, sentence: Sentence) -> Sentence:
        for start, end, kind in reversed(names_of(sentence)):
            if kind in SWAP and self.random.random() < QUOTED:
                for at, mark in ((end, '"'), (start, '"')):
                    sentence.words.insert(at, mark)
                    for head in HEADS:
                        numbers = sentence.labels[head]
                        numbers.insert(at, MASKED if all(n == MASKED for n in numbers) else 0)
        return sentence
