"""How well sentences, tokens and clitics agree with UD Arabic PUD and with the project's own gold.

    python bench/quality_tokens.py [SHARED]      (SHARED: the folder with data/ and gold/, ../shared when not given)

PUD is test data. Its conventions were studied in sentences of even number alone (counted from 1), so every figure is
also given for those of odd number. What is compared, as F1 of exact spans:
- sentences: each document's sentences joined by one space; where sentences end;
- tokens: PUD's words glued wherever it says that no space follows, marks (what has no letter or digit) apart. We part
  a clitic from the number or Latin name behind it (بـ + 5); PUD writes them together, so here ours are joined again;
- clitics: PUD's own words. Its forms join to the surface letter by letter, so no alignment is needed. It leaves the
  article on its noun (and writes للسلطة as ل + لسلطة), so ours is left there too.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from arcorpus.text.tokenizer import count_words, split_sentences, tokenize
from arcorpus.types import Token

Spans = set[tuple[int, int]]
Splitter = Callable[[str], Iterable[tuple[int, int]]]
TATWEEL = "\u0640"
CLITICS = frozenset(c + p for c in ("", "و", "ف") for p in ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل"))


class Word(NamedTuple):
    """A word of PUD."""

    form: str
    mark: bool  # without a letter or digit; a lone tatweel is a dash
    glued: bool  # no space follows


class Sentence(NamedTuple):
    """A sentence of PUD: its number in the file (from 1), its document, its text and words."""

    number: int
    document: str
    text: str
    words: tuple[Word, ...]


class Score:
    """Spans found, expected and shared, over several texts."""

    def __init__(self) -> None:
        self.shared = self.found = self.gold = 0

    def add(self, found: Spans, gold: Spans) -> None:
        """Count one text."""
        self.shared += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0-1."""
        return 2 * self.shared / (self.found + self.gold)


def pud(shared: Path) -> list[Sentence]:
    """The sentences of PUD in the order of the file."""
    path = shared / "data" / "ud_arabic_pud" / "ar_pud-ud-test.conllu"
    found: list[Sentence] = []
    document = text = ""
    words: list[Word] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(" = ")
        if key == "# newdoc id":
            document = value
        elif key == "# text":
            text = value
        elif line[:1].isdigit():
            cells = line.split("\t")
            mark = not any(char.isalnum() and char != TATWEEL for char in cells[1])
            words.append(Word(cells[1], mark, "SpaceAfter=No" in cells[9]))
        elif not line and words:
            found.append(Sentence(len(found) + 1, document, text, tuple(words)))
            words = []
    return found


def gold_words(sentence: Sentence) -> Spans:
    """The spans of PUD's own words."""
    spans, at = set(), 0
    for word in sentence.words:
        spans.add((at, at + len(word.form)))
        at += len(word.form) + (not word.glued)
    return spans


def gold_tokens(sentence: Sentence) -> Spans:
    """The spans of what is written together, punctuation apart."""
    spans, at, start = set(), 0, 0
    for word, following in zip(sentence.words, (*sentence.words[1:], None), strict=True):
        at += len(word.form)
        if word.mark or not word.glued or following is None or following.mark:
            spans.add((start, at))
            start = at
        if not word.glued:
            at += 1
            start = at
    return spans


def our_words(token: Token) -> Iterator[tuple[int, int]]:
    """The spans of a token's clitics and core, the article left on its noun as PUD does."""
    cuts = [(span.start, span.end) for span in token.proclitics]
    surface = token.text.translate({ord(TATWEEL): None})
    lams = len(cuts) > 1 and surface[len(cuts) - 2 : len(cuts)] == "لل"
    if cuts and (lams or cuts[-1][1] - cuts[-1][0] > 1):
        cuts.pop()
    at = token.start
    for _, end in cuts:
        yield at, end
        at = end
    if token.core.end > at:
        yield at, token.core.end
    for span in token.enclitics:
        yield span.start, span.end


def camel_tokens(text: str) -> Iterator[tuple[int, int]]:
    """The spans of camel-tools' simple_word_tokenize."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    at = 0
    for word in simple_word_tokenize(text):
        at = text.index(word, at)
        yield at, at + len(word)
        at += len(word)


def pysbd_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of pysbd's sentences, language "ar"."""
    import pysbd

    at = 0
    for piece in pysbd.Segmenter(language="ar", clean=False).segment(text):
        trimmed = piece.strip()
        start = text.find(trimmed, at)
        if trimmed and start >= 0:
            at = start + len(trimmed)
            yield start, at


def our_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of our sentences."""
    return ((s.start, s.end) for s in split_sentences(text))


def our_tokens(text: str) -> Iterator[tuple[int, int]]:
    """The spans of our tokens, a lone clitic joined to the number or Latin name behind it."""
    tokens = tokenize(text, clitics=False)
    start: int | None = None
    for token, after in zip(tokens, (*tokens[1:], None), strict=True):
        start = token.start if start is None else start
        lone = token.text.replace(TATWEEL, "") in CLITICS
        if not (lone and after and after.start == token.end and after.text[0].isalnum()):
            yield start, token.end
            start = None


def our_clitics(text: str) -> Iterator[tuple[int, int]]:
    """The spans of our tokens, cut at their clitics."""
    return (span for token in tokenize(text) for span in our_words(token))


def sentence_f1(sentences: list[Sentence], split: Splitter, numbers: Container[int]) -> float:
    """F1 of sentence ends over PUD's documents; an end counts where the sentence it falls into is of `numbers`."""
    score = Score()
    for _, group in groupby(sentences, key=lambda s: s.document):
        text, gold = "", set()
        owners: list[int] = []  # the sentence of each code point of the text
        for sentence in group:
            text += (" " if text else "") + sentence.text
            owners += [sentence.number] * (len(text) + 1 - len(owners))
            gold.add(len(text))
        ends = {end for _, end in split(text)}
        score.add(*({(end, end) for end in some if owners[end] in numbers} for some in (ends, gold)))
    return score.f1


def word_f1(sentences: list[Sentence], split: Splitter, gold: Callable[[Sentence], Spans]) -> float:
    """F1 of spans over PUD's sentences."""
    score = Score()
    for sentence in sentences:
        score.add(set(split(sentence.text)), gold(sentence))
    return score.f1


def gold_f1(shared: Path, split: Splitter) -> float:
    """F1 of sentence spans over the bodies of the project's gold files."""
    score = Score()
    for name, folder in (("seeds", shared / "seeds"), ("dev", shared / "gold" / "dev")):
        for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            text = (folder / record["file"]).read_bytes().decode("utf-8")
            found = set()
            for article in record["articles"]:
                base = article["body_start"]
                found |= {(base + s, base + e) for s, e in split(text[base : article["body_end"]])}
            score.add(found, {(start, end) for start, end in record["sentences"]})
    return score.f1


def speed(sentences: list[Sentence]) -> dict[str, float]:
    """Words a second, on one core, of the analyses with and without clitics over PUD's text."""
    text = "\n".join(s.text for s in sentences)
    words = count_words(text, split_sentences(text))
    figures = {}
    for name, run in (
        ("tokenize with clitics, words/s", lambda: tokenize(text, split_sentences(text))),
        ("split and count, words/s", lambda: count_words(text, split_sentences(text))),
    ):
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            run()
            best = min(best, time.process_time() - began)
        figures[name] = words / best
    return figures


def measure(shared: Path) -> dict[str, float]:
    """The three F1 figures on PUD and the sentence F1 on the project's gold, 0-1.

    Args:
        shared: the folder that holds data/ud_arabic_pud, seeds and gold.
    """
    sentences = pud(shared)
    return {
        "sentences_pud_f1": sentence_f1(sentences, our_sentences, range(len(sentences) + 1)),
        "tokens_pud_f1": word_f1(sentences, our_tokens, gold_tokens),
        "clitics_pud_f1": word_f1(sentences, our_clitics, gold_words),
        "sentences_gold_f1": gold_f1(shared, our_sentences),
    }


def main() -> None:
    """Print every figure beside the other tools'."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared"
    sentences = pud(shared)
    for part, rest in (("all", {0, 1}), ("odd", {1}), ("even", {0})):
        chosen = [s for s in sentences if s.number % 2 in rest]
        for name, split in (("arcorpus", our_sentences), ("pysbd", pysbd_sentences)):
            print(f"sentences, {part}: {name} {sentence_f1(sentences, split, {s.number for s in chosen}):.4f}")
        for figure, gold, ours in (("tokens", gold_tokens, our_tokens), ("clitics", gold_words, our_clitics)):
            for name, split in (("arcorpus", ours), ("camel-tools", camel_tokens)):
                print(f"{figure}, {part}: {name} {word_f1(chosen, split, gold):.4f}")
    for name, split in (("arcorpus", our_sentences), ("pysbd", pysbd_sentences)):
        print(f"sentences of the gold files: {name} {gold_f1(shared, split):.4f}")
    for name, value in speed(sentences).items():
        print(f"{name}: {value:,.0f}")


if __name__ == "__main__":
    main()
