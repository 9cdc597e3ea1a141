"""How often lemma and part of speech agree with UD Arabic PUD, and words a second, beside other open analysers.

    python bench/quality_morphology.py [SHARED]      (SHARED: the folder with data/, ../shared when not given)

What is compared is one analysis for each written word: PUD's words are joined wherever it says that no space follows,
and of what was joined the word is meant that is neither a one-letter clitic before it nor a pronoun after it. Lemmas
are compared in the `search` form without vowel signs, so hamzas and vowels do not count; for nouns, verbs and
adjectives. Two figures stand for the part of speech: UD's tags, and its three kinds nominal, verb and particle, which
every tool has.

PUD is test data. Its conventions were studied in sentences of even number alone (counted from 1), so every figure
is also given for those of odd number. Peers are measured when they are installed:
`pip install qalsadi tashaphyne`, and for CAMeL Tools `camel_data -i disambig-mle-calima-msa-r13`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from arcorpus import plugins
from arcorpus.errors import CorpusError
from arcorpus.morph import analyser
from arcorpus.text.normalize import fold
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Article, Document, Field, Span, Token

OPEN = frozenset({"NOUN", "VERB", "ADJ"})
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "ADV"})
PARTICLE = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "INTJ"})
PRONOUNS = frozenset({"ه", "ها", "هم", "هما", "هن", "ك", "كم", "كن", "نا", "ي", "ني"})
WITH_TWO = 2  # words of what may be و with a pronoun of its own: وهم
MARKS = frozenset({"PUNCT", "SYM", "X"})


class Word(NamedTuple):
    """A written word of PUD: where it stands, and the lemma and tag of the word in it."""

    start: int
    end: int
    lemma: str
    pos: str


class Sentence(NamedTuple):
    """A sentence of PUD: its number (from 1), its text and its written words."""

    number: int
    text: str
    words: tuple[Word, ...]


Found = list[tuple[str, str]]  # lemma and tag of each word, "" where the tool says nothing
Tool = Callable[[Sentence], Found]


def kind(pos: str) -> str:
    """The kind of a UD tag: nominal, verb or particle; a mark is its own."""
    if pos in ("VERB", "AUX"):
        return "verb"
    return "nominal" if pos in NOMINAL else "particle" if pos in PARTICLE else pos


def key(lemma: str) -> str:
    """The form in which lemmas are compared."""
    return fold(lemma.replace("\u0671", "ا").replace("`", ""), "search")


def _main(cells: Sequence[list[str]]) -> list[str]:
    """The word that is meant among the words that are written together."""
    words = list(cells)
    while len(words) > 1 and words[-1][1] in PRONOUNS and (len(words) > WITH_TWO or words[0][1] not in "وف"):
        words = words[:-1]
    while len(words) > 1 and (len(words[0][1]) == 1 and words[0][3] in ("CCONJ", "ADP", "PART")):
        words = words[1:]
    return words[0]


def pud(shared: Path) -> Iterator[Sentence]:
    """The sentences of PUD in the order of the file."""
    path = shared / "data" / "ud_arabic_pud" / "ar_pud-ud-test.conllu"
    number = 0
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        number += 1
        text, words, at, start = "", [], 0, 0
        group: list[list[str]] = []
        for line in block.splitlines():
            if line.startswith("# text = "):
                text = line.removeprefix("# text = ")
            if not line[:1].isdigit():
                continue
            cells = line.split("\t")
            if group and cells[3] in MARKS:
                words.append(Word(start, at, *_main(group)[2:4]))
                group = []
            if not group:
                start = at
            at += len(cells[1])
            group.append(cells)
            if "SpaceAfter=No" not in cells[9] or cells[3] in MARKS:
                words.append(Word(start, at, *_main(group)[2:4]))
                group = []
            at += "SpaceAfter=No" not in cells[9]
        if group:
            words.append(Word(start, at, *_main(group)[2:4]))
        yield Sentence(number, text, tuple(words))


def _by_place(words: Sequence[Word], tokens: Sequence[Token], found: Sequence[analyser.Analysis]) -> Found:
    """Our analysis for each written word: that of the last token in it that is no lone clitic's."""
    ends = {token.end: analysis for token, analysis in zip(tokens, found, strict=True)}
    return [(ends[word.end].lemma, ends[word.end].pos) if word.end in ends else ("", "") for word in words]


def ours(names: Callable[[Sentence, Sequence[Token]], Sequence[Span]] | None = None) -> Tool:
    """The program's own analysis, with or without names."""

    def analyse(sentence: Sentence) -> Found:
        tokens = tokenize(sentence.text, split_sentences(sentence.text))
        spans = names(sentence, tokens) if names else ()
        return _by_place(sentence.words, tokens, analyser.analyse(tokens, spans))

    return analyse


def rule_names(sentence: Sentence, tokens: Sequence[Token]) -> Sequence[Span]:
    """The names that the recogniser by rule finds in a sentence."""
    field = Field("text", sentence.text, split_sentences(sentence.text), tuple(tokens))
    document = Document(Article("a", "a.txt", 0, text=sentence.text), (field,))
    names = plugins.load("ner", "rules").recognize([document])[0][0]
    return [Span(mention.start, mention.end) for mention in names]


def qalsadi() -> Tool:
    """The lemmatizer of qalsadi, over the sentence's words."""
    lemmatizer = import_module("qalsadi.lemmatizer").Lemmatizer()
    tags = {"noun": "NOUN", "verb": "VERB", "stopword": "ADP", "punct": "PUNCT", "pounct": "PUNCT"}

    def analyse(sentence: Sentence) -> Found:
        words = [sentence.text[word.start : word.end] for word in sentence.words]
        found = []
        for lemma, tag in (lemmatizer.lemmatize(word, return_pos=True) for word in words):
            found.append((str(lemma), tags.get(str(tag), "NOUN")))
        return found

    return analyse


def tashaphyne() -> Tool:
    """The light stemmer of Tashaphyne: stems only."""
    stemmer = import_module("tashaphyne.stemming").ArabicLightStemmer()

    def analyse(sentence: Sentence) -> Found:
        found = []
        for word in sentence.words:
            stemmer.light_stem(sentence.text[word.start : word.end])
            found.append((str(stemmer.get_stem()), ""))
        return found

    return analyse


def camel() -> Tool:
    """CAMeL Tools' maximum likelihood disambiguator, as `--morphology camel` asks it."""
    member = plugins.load("morph", "camel")
    member.analyse(tokenize("كتب"), ())

    def analyse(sentence: Sentence) -> Found:
        tokens = tokenize(sentence.text, split_sentences(sentence.text))
        return _by_place(sentence.words, tokens, member.analyse(tokens, ()))

    return analyse


class Score(NamedTuple):
    """Shares of words right: lemma, UD tag, kind; and words a second."""

    lemma: float
    tag: float
    kind: float
    speed: float


def score(sentences: Iterable[Sentence], tool: Tool) -> Score:
    """What a tool gets right on PUD."""
    lemmas, tags, kinds = [], [], []
    words = 0
    spent = 0.0
    for sentence in sentences:
        began = time.process_time()
        found = tool(sentence)
        spent += time.process_time() - began
        words += len(sentence.words)
        for word, (given, pos) in zip(sentence.words, found, strict=True):
            if word.pos in MARKS:
                continue
            tags.append(pos == word.pos)
            kinds.append(kind(pos) == kind(word.pos))
            if word.pos in OPEN:
                lemmas.append(key(given) == key(word.lemma))
    lemma, tag, found_kind = (sum(some) / len(some) for some in (lemmas, tags, kinds))
    return Score(lemma, tag, found_kind, words / spent)


def measure(shared: Path) -> dict[str, float]:
    """The program's lemma and tag figures on PUD, without names, 0-1.

    Args:
        shared: the folder that holds data/ud_arabic_pud.
    """
    found = score(pud(shared), ours())
    return {"lemma_pud": found.lemma, "upos_pud": found.tag, "word_kind_pud": found.kind}


def speed(sentences: Sequence[Sentence], repeats: int = 5) -> tuple[float, float]:
    """Words a second of the analysis alone, tokens given: first over the text, then once its forms are known."""
    runs = []
    lines = [tokenize(sentence.text) for sentence in sentences]
    words = sum(token.kind == "word" for tokens in lines for token in tokens)
    analyser.forget()
    for _ in range(repeats):
        began = time.process_time()
        for tokens in lines:
            analyser.analyse(tokens)
        runs.append(words / (time.process_time() - began))
    return runs[0], max(runs)


def main() -> None:
    """Print every figure beside the other tools'."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared"
    sentences = list(pud(shared))
    tools: dict[str, Callable[[], Any]] = {
        "arcorpus": ours, "arcorpus, names by rule": lambda: ours(rule_names), "qalsadi": qalsadi,
        "tashaphyne (stems)": tashaphyne, "camel-tools": camel,
    }  # fmt: skip
    for name, make in tools.items():
        try:
            tool = make()
        except (ImportError, CorpusError) as error:
            print(f"{name}: not measured: {error}")
            continue
        tool(sentences[0])
        for part, rest in (("all", {0, 1}), ("odd", {1})):
            found = score([s for s in sentences if s.number % 2 in rest], tool)
            print(
                f"{name}, {part}: lemma {found.lemma:.3f}, UD tag {found.tag:.3f}, kind {found.kind:.3f}, "
                f"{found.speed:,.0f} words/s with what it needs"
            )
    first, best = speed(sentences)
    print(f"arcorpus, tokens given: {first:,.0f} words/s at first, {best:,.0f} once the forms are known")


if __name__ == "__main__":
    main()
