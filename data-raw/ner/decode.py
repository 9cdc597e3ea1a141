"""From scores to names: the best sequence of labels that is well formed, and the F1 of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

_NEVER = -1e4


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Log probabilities over the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)))


def constrained(scores: np.ndarray, labels: Sequence[str]) -> list[int]:
    """The best sequence of labels in which every I- goes on with a name of its type."""
    barred = np.array([[_NEVER if b[0] == "I" and a[1:] != b[1:] else 0.0 for b in labels] for a in labels])
    best = scores[0] + np.array([_NEVER if label[0] == "I" else 0.0 for label in labels])
    back = np.zeros(scores.shape, int)
    for at in range(1, len(scores)):
        ways = best[:, None] + barred
        back[at] = ways.argmax(0)
        best = ways.max(0) + scores[at]
    path = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def spans(numbers: Sequence[int], labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """The names of a labelled sentence."""
    found, start = set(), 0
    tags = [labels[n] if n >= 0 else "O" for n in numbers]
    while start < len(tags):
        end = start + 1
        if tags[start][0] == "B":
            while end < len(tags) and tags[end] == "I" + tags[start][1:]:
                end += 1
            found.add((start, end, tags[start][2:]))
        start = end
    return found


def names_f1(pairs: Iterable[tuple[Sequence[int], Sequence[int]]], labels: Sequence[str]) -> float:
    """The F1 of names over pairs of right and found labels; where the right label is masked nothing counts as found."""
    hit = wanted = given = 0
    for right, found in pairs:
        clean = [f if r >= 0 else 0 for r, f in zip(right, found, strict=True)]
        a, b = spans(right, labels), spans(clean, labels)
        hit, wanted, given = hit + len(a & b), wanted + len(a), given + len(b)
    return 2 * hit / max(1, wanted + given)
