"""The labelled text to train on: each sentence with up to three label sets, read from sources checked by hash.

A is ANERcorp's scheme and B that of CLEANANERCorp (PER ORG LOC MISC, each in its own way); C is the program's own: PER
ORG LOC PRODUCT EVENT WORK. A word that a source says nothing certain about has no label in that set (MASKED).
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
MASKED = -100
TYPES = {
    "A": ("PER", "ORG", "LOC", "MISC"),
    "B": ("PER", "ORG", "LOC", "MISC"),
    "C": ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK"),
}
LABELS = {head: ["O", *(f"{p}-{t}" for t in types for p in "BI")] for head, types in TYPES.items()}
HEADS = tuple(TYPES)
SHA256 = {
    "anercorp/train.txt": "ee3b3c8ab439adce23abfa0a52201fb420e3af51c5f6aebc605971a5d7743b69",
    "cleananercorp/cleananercorp_TRAIN.txt": "fd77f66d9bf85864a87a2d15c1876e080770b95b09b6ee6d369e64a2c1f180af",
    "aqmar/train.txt": "c6a40817d40aaa33fb99621eb1d782d16eb935a30653b4ae7af564493395619a",
    "aqmar/dev.txt": "0148efea4a5047cbf9e90f2a09d4f0916f95e9ec02f16c6c2dff6081720f6a9a",
    "wojood_sample/train.txt": "807128c8387d82175e916262a1258801ff78b7439e37defc5bbbb62144a864de",
    "wojood_sample/val.txt": "714973e99d6ab5855b583387e8b3974d89b35038990192231610e625582a39fa",
    "wojood_sample/test.txt": "28b02687c1619df1edacbbd4f9fdc43dddfa01f4221b633300fe47459f900a42",
    "newsfane_train/train.txt": "f72e81d30dd24d885c79e64b2fda53d3635020523be880225ca121779f0004ea",
    "ant_corpus/articles.jsonl.gz": "eede3e0d0d93a914acb87692d10f9346131218ed236a3b89bc6ab00e9ee9799a",
    "sanad_sample/articles.jsonl.gz": "03420cdc130bd33f6d07aa90472cdd444cae2b44f62885e75ce6f5e51c68ce70",
}
HELD_OUT_EVERY, HELD_OUT = 1000, 50  # sentences of ANERcorp: stretches of whole articles but for their edges
AQMAR_HELD_OUT = 0.35  # of AQMAR's dev file, from its start

_FINE = {
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
            "Police",
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
            "Group",
            "Medical-Science",
            "Religious_ORG",
            "Entertainment",
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
            "Land",
            "Water",
        ),
        "LOC",
    ),
    **dict.fromkeys(("Book", "Movie"), "WORK"),
    **dict.fromkeys(("Software", "Hardware", "Drug", "Projectile", "Air"), "PRODUCT"),
}
_WOJOOD = {
    "PERS": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "EVENT": "EVENT",
    "LAW": "PRODUCT",
    "PRODUCT": "PRODUCT",
}
_DOUBTFUL = {"WEBSITE", "NORP", "LANGUAGE"}
_BODIES = re.compile("^[وبلف]?(?:ال)?(?:مستشف[يى]|جامع[ةه]|كلي[ةه]|مدرس[ةه]|متحف|معهد|اتحاد|محكم[ةه]|بنك|مصرف|مركز)")
_DROPPED = re.compile("[\u064b-\u0652\u0640]")
_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ٱ": "ا"})
_CHUNK = 7  # words looked up together where a sentence is not found as a whole


@dataclass
class Sentence:
    """A sentence's words and, by head, a label for each (an index into LABELS, or MASKED)."""

    words: list[str]
    labels: dict[str, list[int]]
    source: str


def bytes_of(folder: Path, name: str) -> bytes:
    """The content of an upstream file; the program ends when it is not the file that this was written for."""
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256[name]:
        sys.exit(f"{folder / name} is not the file this script was written for (sha256 differs)")
    return content


def text_of(folder: Path, name: str) -> str:
    """The text of an upstream file."""
    return bytes_of(folder, name).decode("utf-8-sig")


def tagged(text: str) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The sentences of a `WORD TAG [TAG …]` text as words and the tags of each; marks of no word are left out."""
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split() for line in block.splitlines()]
        rows = [row for row in rows if row and row[0] != "$#$"]
        if rows:
            yield [row[0] for row in rows], [row[1:] or ["O"] for row in rows]


def as_iob2(tags: Iterable[str]) -> list[str]:
    """Tags in which every name begins with B-, PERS read as PER."""
    found: list[str] = []
    before = "O"
    for written in tags:
        tag = written.replace("PERS", "PER") if written[:2] in {"B-", "I-"} else "O"
        if tag[0] == "I" and before[2:] != tag[2:]:
            tag = "B" + tag[1:]
        found.append(tag)
        before = tag
    return found


def numbers(head: str, tags: Iterable[str]) -> list[int]:
    """The tags' numbers in a head's label set; a tag it does not know is masked."""
    known = {label: number for number, label in enumerate(LABELS[head])}
    return [known.get(tag, MASKED) for tag in tags]


def letters(word: str) -> str:
    """A word's letters and digits, spelling variants of one letter made one."""
    return "".join(c for c in _DROPPED.sub("", word).translate(_ALIKE) if c.isalnum())


def _stream(sentences: Iterable[tuple[list[str], list[str]]]) -> tuple[str, list[str]]:
    """All letters of tagged sentences in one string, and the tag of each: B- only on a name's first letter."""
    text: list[str] = []
    tags: list[str] = []
    for words, marks in sentences:
        for word, mark in zip(words, marks, strict=True):
            for number, char in enumerate(letters(word)):
                text.append(char)
                tags.append("I" + mark[1:] if number and mark[0] == "B" else mark)
    keep = [i for i, c in enumerate(text) if c != "ا" or [*text[i - 1 : i], *text[i + 1 : i + 2]] != ["ل", "ل"]]
    return "".join(text[i] for i in keep), [tags[i] for i in keep]


def _word_tag(tags: Sequence[str]) -> str:
    """The tag of a word whose letters have these: that of its first letter inside a name."""
    named = [tag for tag in tags if tag != "O"]
    return named[0] if named else "O"


class Aligned:
    """NewsFANE's labels for ANERcorp's words: the same articles, cut into words otherwise."""

    def __init__(self, text: str) -> None:
        rows = []
        for words, marks in tagged(text):
            tags = as_iob2(mark[0] for mark in marks)
            rows.append((words, [self._ours(word, tag) for word, tag in zip(words, tags, strict=True)]))
        self.text, self.tags = _stream(rows)
        self.at = 0

    @staticmethod
    def _ours(word: str, tag: str) -> str:
        kind = _FINE.get(tag[2:])
        if tag[2:] in {"Building-Grounds", "GPE-Cluster"} and _BODIES.match(word):
            kind = "ORG"
        return f"{tag[:2]}{kind}" if kind else ("O" if tag == "O" else "?")

    def tags_of(self, words: Sequence[str]) -> list[str]:
        """A tag for each word, `?` where the articles cannot be laid over each other."""
        whole = self._lookup(words)
        if whole or len(words) <= _CHUNK:
            return whole or ["?"] * len(words)
        return [tag for at in range(0, len(words), _CHUNK) for tag in self.tags_of(words[at : at + _CHUNK])]

    def _lookup(self, words: Sequence[str]) -> list[str] | None:
        spelt, _ = _stream([(list(words), [str(i) for i in range(len(words))])])
        _, owners = _stream([(list(words), [str(i) for i in range(len(words))])])
        if len(spelt) < 12:
            return None
        start = self.text.find(spelt, max(0, self.at - 400), self.at + 20_000)
        if start < 0:
            start = self.text.find(spelt)
        if start < 0:
            return None
        self.at = start
        found: list[list[str]] = [[] for _ in words]
        for offset, owner in enumerate(owners):
            found[int(owner.lstrip("BI-") or 0)].append(self.tags[start + offset])
        return as_marked(_word_tag(tags) for tags in found)


def as_marked(tags: Iterable[str]) -> list[str]:
    """IOB2 tags that keep `?`."""
    found: list[str] = []
    before = "O"
    for tag in tags:
        found.append("B" + tag[1:] if tag[0] == "I" and before[2:] != tag[2:] else tag)
        before = found[-1]
    return found


def _nationalities() -> set[str]:
    lines = (ROOT / "data" / "generated" / "nationalities.tsv").read_text(encoding="utf-8").splitlines()[1:]
    forms = {letters(line.split("\t")[0]) for line in lines}
    return forms | {form.removeprefix("ال") for form in forms}


def _merged(fine: Sequence[str], clean: Sequence[str], words: Sequence[str], peoples: set[str]) -> list[str]:
    """Set C's tags for ANERcorp: NewsFANE's, else CLEANANERCorp's; its MISC is O for peoples, else `?`."""
    found = []
    for tag, other, word in zip(fine, clean, words, strict=True):
        if tag not in {"O", "?"}:
            found.append(tag)
        elif other.endswith("MISC"):
            found.append("O" if letters(word) in peoples or letters(word)[1:] in peoples else "?")
        else:
            found.append(other if other != "O" or tag == "?" else tag)
    return as_marked(found)


def anercorp(folder: Path) -> list[Sentence]:
    """ANERcorp's training part under all three label sets."""
    clean = {
        " ".join(words): as_iob2(mark[0] for mark in marks)
        for words, marks in tagged(text_of(folder, "cleananercorp/cleananercorp_TRAIN.txt"))
    }
    fine = Aligned(text_of(folder, "newsfane_train/train.txt"))
    peoples = _nationalities()
    found = []
    for words, marks in tagged(text_of(folder, "anercorp/train.txt")):
        own = as_iob2(mark[0] for mark in marks)
        other = clean.get(" ".join(words), ["?"] * len(words))
        ours = _merged(fine.tags_of(words), other, words, peoples)
        labels = {"A": numbers("A", own), "B": numbers("B", other), "C": numbers("C", ours)}
        found.append(Sentence(words, labels, "anercorp"))
    return found


def aqmar(folder: Path, name: str) -> list[Sentence]:
    """AQMAR under B and C; its article-specific types are masked."""
    found = []
    for words, marks in tagged(text_of(folder, name)):
        tags = as_iob2(mark[0] for mark in marks)
        masks = {head: numbers(head, tags) for head in "BC"}
        found.append(Sentence(words, {"A": [MASKED] * len(words), **masks}, "aqmar"))
    return found


def _places() -> set[str]:
    lines = (ROOT / "data" / "generated" / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {letters(cells[1]) for cells in (line.split("\t") for line in lines) if not "".join(cells[3:])}


def wojood(folder: Path, name: str, places: set[str]) -> list[Sentence]:
    """The Wojood sample under B and C: of nested names the longest of our types; a country that acts stays a place."""
    found = []
    for words, marks in tagged(text_of(folder, name)):
        tags: list[str] = []
        current = ""
        for word, columns in zip(words, marks, strict=True):
            begun = [tag[2:] for tag in columns if tag[:2] == "B-" and tag[2:] in _WOJOOD]
            if current and f"I-{current}" in columns:
                tags.append("I-" + tags[-1][2:])
            elif begun:
                current = begun[0]
                kind = _WOJOOD[current]
                kind = "ORG" if current == "FAC" and _BODIES.match(word) else kind
                kind = "LOC" if current == "ORG" and letters(word) in places else kind
                tags.append(f"B-{kind}")
            else:
                current = ""
                tags.append("?" if any(tag[2:] in _DOUBTFUL for tag in columns) else "O")
        masks = {head: numbers(head, tags) for head in "BC"}
        found.append(Sentence(words, {"A": [MASKED] * len(words), **masks}, "wojood"))
    return found


def load(folder: Path) -> tuple[list[Sentence], dict[str, list[Sentence]]]:
    """The sentences to train on, and those held out for choices by source."""
    news = anercorp(folder)
    held = [s for i, s in enumerate(news) if i % HELD_OUT_EVERY < HELD_OUT]
    train = [s for i, s in enumerate(news) if i % HELD_OUT_EVERY >= HELD_OUT]
    encyclopedia = aqmar(folder, "aqmar/dev.txt")
    cut = int(len(encyclopedia) * AQMAR_HELD_OUT)
    train += aqmar(folder, "aqmar/train.txt") + encyclopedia[cut:]
    places = _places()
    for name in ("train", "val", "test"):
        train += wojood(folder, f"wojood_sample/{name}.txt", places)
    return train, {"anercorp": held, "aqmar": encyclopedia[:cut]}
