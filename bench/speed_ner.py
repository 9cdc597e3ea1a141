"""Words a second of the whole entity stage against a BERT-base token classifier on the same sentences, on one core.

    python bench/speed_ner.py [SHARED] [WORDS]

The peer has random weights and BERT-base's shape: what it computes does not depend on them. It is given each sentence's
pieces by the shipped tokenizer, one sentence at a time as the program tags them, and pays for neither pieces nor spans.
Needs torch and transformers, which the program does not.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import sys
import time
from pathlib import Path

from arcorpus import plugins
from arcorpus.ner.tagger import load_tagger
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Article, Document, Field

ROOT = Path(__file__).parents[1]
WORDS = 4_000
ROUNDS = 3


def documents(shared: Path, words: int) -> list[Document]:
    """Documents out of the sentences of ANERcorp's test, twenty in each, up to so many words."""
    text = (shared / "data" / "anercorp" / "test_repaired.txt").read_text(encoding="utf-8")
    found, count = [], 0
    lines = [" ".join(row.split()[0] for row in block.splitlines() if row) for block in text.split("\n\n")]
    for at in range(0, len(lines), 20):
        body = "\n".join(lines[at : at + 20])
        if count >= words:
            break
        count += len(body.split())
        spans = split_sentences(body)
        field = Field("text", body, spans, tokenize(body, spans))
        found.append(Document(Article(str(at), f"{at}.txt", 0, text=body), (field,)))
    return found


def peer(batch: list[Document]) -> float:
    """The seconds that a BERT-base token classifier takes for the same sentences."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.set_num_threads(1)
    model = BertForTokenClassification(BertConfig(vocab_size=64_000))
    model.train(mode=False)
    rows = []
    for field in (field for document in batch for field in document.fields or ()):
        for sentence in field.sentences:
            words = [token.text for token in field.tokens if sentence.start <= token.start < sentence.end]
            rows.append([piece for word in words for piece in load_tagger().pieces(word)][:510] or [3])
    begin = time.perf_counter()
    with torch.inference_mode():
        for row in rows:
            model(input_ids=torch.tensor([row]))
    return time.perf_counter() - begin


def main() -> None:
    """Measure both in turn and print the best of each and their ratio."""
    numbers = [int(arg) for arg in sys.argv[1:] if arg.isdigit()]
    places = [Path(arg) for arg in sys.argv[1:] if not arg.isdigit()]
    batch = documents(places[0] if places else ROOT.parent / "shared", numbers[0] if numbers else WORDS)
    words = sum(len(document.article.text.split()) for document in batch)
    recognize = plugins.load("ner", "embedded").recognize
    recognize(batch[:1])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        recognize(batch)
        ours.append(time.perf_counter() - begin)
        theirs.append(peer(batch))
    fast, slow = words / min(ours), words / min(theirs)
    print(f"{words} words: entity stage {fast:.0f} words/s, BERT-base {slow:.0f} words/s, {fast / slow:.1f} times")


if __name__ == "__main__":
    main()
