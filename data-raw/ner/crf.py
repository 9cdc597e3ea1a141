"""Train the linear-chain models that stand beside the encoder: weights over what words look like and lexicons say."""

from __future__ import annotations

import sys
from pathlib import Path

import pycrfsuite
from corpora import LABELS, MASKED, ROOT, Sentence

sys.path.insert(0, str(ROOT / "src"))

from arcorpus.ner.crf_features import features

L1, L2, ROUNDS = 0.28, 0.03, 90


def unmasked(sentence: Sentence, head: str) -> list[tuple[list[list[str]], list[str]]]:
    """The stretches of a sentence in which every word has a label, with the features seen in the whole sentence."""
    rows = features(sentence.words)
    found: list[tuple[list[list[str]], list[str]]] = [([], [])]
    for row, number in zip(rows, sentence.labels[head], strict=True):
        if number == MASKED:
            found.append(([], []))
        else:
            found[-1][0].append(row)
            found[-1][1].append(LABELS[head][number])
    return [pair for pair in found if pair[0]]


def train_crf(data: list[Sentence], head: str, out: Path) -> None:
    """Train on one label set and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in data:
        for rows, labels in unmasked(sentence, head):
            if labels[0][0] != "I":
                trainer.append(rows, labels)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    trainer.train(str(out))
