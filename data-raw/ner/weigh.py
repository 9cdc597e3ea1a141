"""How much the linear-chain model counts beside the encoder: chosen on held-out text, written into labels.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import decode
import numpy as np
from corpora import LABELS, ROOT, Sentence

sys.path.insert(0, str(ROOT / "src"))

from arcorpus import resources
from arcorpus.ner.tagger import Tagger, best_path

TRIED = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7)
MOST = 0.5  # the held-out part of ANERcorp flatters the chains: its articles' neighbours were in training


def _write(out: Path, weights: dict[str, float]) -> None:
    text = json.dumps({"labels": LABELS, "weights": weights}, ensure_ascii=False, indent=1)
    (out / "labels.json").write_text(text + "\n", encoding="utf-8")


def weigh(out: Path, held: dict[str, list[Sentence]], heads: Iterable[str]) -> None:
    """Write labels.json with the best weight for each head; one that no chain serves has none."""
    heads = tuple(heads)
    _write(out, dict.fromkeys(heads, 1.0))
    resources.read = lambda name: (resources.data_dir() / name).read_bytes()  # the manifest is written after this
    tagger = Tagger()
    chosen = {}
    for head in heads:
        tried: dict[float, list[float]] = {weight: [] for weight in TRIED}
        for name, sentences in held.items():
            if all(n < 0 for s in sentences for n in s.labels[head]):
                continue
            tagger.weights = {}
            parts = [(s, tagger.scores(s.words, head), tagger.chain(s.words, head)) for s in sentences]
            for weight, figures in tried.items():
                paths = [best_path(own + np.float32(weight) * chain, LABELS[head]) for _, own, chain in parts]
                pairs = [(s.labels[head], path) for (s, _, _), path in zip(parts, paths, strict=True)]
                figures.append(decode.names_f1(pairs, LABELS[head]))
                print(f"{head} {name} weight {weight}: {100 * figures[-1]:.2f}")
        chosen[head] = max((w for w in TRIED if w <= MOST), key=lambda weight: sum(tried[weight]))
    _write(out, chosen)
