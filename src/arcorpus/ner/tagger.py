"""The shipped tagger: an 8-bit encoder and linear-chain models beside it, from the words of a sentence to labels.

Each sentence is tagged by itself: the encoder's 8-bit products take one scale for all they are given at a time, so a
batch of sentences would give each other's labels. `data/models/ner-2026.1/card.md` says what the model is and can.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from arcorpus import resources
from arcorpus.ner import crf_features
from arcorpus.ner.windows import windows
from arcorpus.text.normalize import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

MODEL = "models/ner-2026.1"

_MOST_PIECES = 12  # of a word: the rest of an address or a chain of letters says no more
_ROOM = 190  # pieces of a window; no sentence of the training text was longer
_SHARED = 60  # pieces that neighbouring windows share at most
_BEGIN, _END, _UNKNOWN = 0, 2, 3
_NEVER = -1e4
_LEAST = 1e-4  # probability that the linear-chain model gives a label at least
_REMEMBERED = 1 << 16
_LEAST_ROOM = 320 << 20  # bytes of addresses
_STEPS = "invisible,joiners,presentation,tatweel,diacritics"  # what the training text does not have


class Label(NamedTuple):
    """The label of a word, `O`, `B-TYPE` or `I-TYPE`, and how probable it is, 0-1."""

    name: str
    sure: float


def _check_room() -> None:
    """Raise MemoryError where the process may not have the addresses that the model's packages take.

    Written in C++ and Rust, they end the process without a word of ours where they get no memory.
    """
    with suppress(ImportError):  # Windows has no such limits
        import resource

        limit, _ = resource.getrlimit(resource.RLIMIT_AS)
        if limit != resource.RLIM_INFINITY and limit < _LEAST_ROOM:
            raise MemoryError


def _onnxruntime() -> Any:  # noqa: ANN401 - a package without types
    """ONNX Runtime, told not to keep a name for the machine in the home folder and not to send what it measures."""
    _check_room()
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when it is imported
    import numpy as np  # noqa: F401 - where memory does not suffice for it, what imports it from C prints a traceback
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime


class Tagger:
    """The loaded files of the model."""

    def __init__(self) -> None:
        onnxruntime = _onnxruntime()
        import pycrfsuite
        from tokenizers import Tokenizer

        settings = json.loads(resources.read(f"{MODEL}/labels.json"))
        self.labels: dict[str, list[str]] = settings["labels"]
        self.weights: dict[str, float] = settings["weights"]
        self._tokenizer = Tokenizer.from_str(resources.read(f"{MODEL}/tokenizer.json").decode("utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = resources.read(f"{MODEL}/model.onnx")
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        # The linear-chain models read from these bytes as long as they live.
        used = [head for head, weight in self.weights.items() if weight]
        self._bytes = {head: resources.read(f"{MODEL}/crf-{head.lower()}.model") for head in used}
        self._chains: dict[str, tuple[Any, list[str]]] = {}
        for head, content in self._bytes.items():
            chain = pycrfsuite.Tagger()
            chain.open_inmemory(content)
            known = set(chain.labels())
            self._chains[head] = (chain, [name if name in known else "" for name in self.labels[head]])
        self._pieces: dict[str, list[int]] = {}

    def pieces(self, word: str) -> list[int]:
        """The numbers of a word's pieces, one at least."""
        found = self._pieces.get(word)
        if found is None:
            text = fold(word, _STEPS)
            found = self._tokenizer.encode(text, add_special_tokens=False).ids[:_MOST_PIECES] or [_UNKNOWN]
            if len(self._pieces) < _REMEMBERED:
                self._pieces[word] = found
        return found

    def scores(self, words: Sequence[str], head: str) -> Scores:
        """The log probability of each label of a label set for each word, `[words, labels]`.

        Args:
            words: the words of one sentence, of any number.
            head: the label set: `C` is the program's own, `A` and `B` are those of the corpora it learnt from.
        """
        import numpy as np

        pieces = [self.pieces(word) for word in words]
        rows: list[Scores] = []
        done = 0
        for start, end in windows([len(p) for p in pieces], _ROOM, _SHARED):
            found = self._window(pieces[start:end])
            middle = (start + done + 1) // 2
            del rows[middle:]
            rows.extend(found[middle - start :])
            done = end
        before = sum(len(self.labels[h]) for h in sorted(self.labels) if h < head)
        own = np.stack(rows)[:, before : before + len(self.labels[head])]
        own = own - own.max(axis=1, keepdims=True)
        own = own - np.log(np.exp(own).sum(axis=1, keepdims=True))
        weight = self.weights.get(head, 0.0)
        if weight:
            own = own + np.float32(weight) * self.chain(words, head)
        scores: Scores = own
        return scores

    def _window(self, pieces: Sequence[Sequence[int]]) -> Scores:
        """What the encoder says of the first piece of each word, for all label sets side by side."""
        import numpy as np

        ids, first = [_BEGIN], []
        for word in pieces:
            first.append(len(ids))
            ids.extend(word)
        ids.append(_END)
        found: Scores = self._session.run(None, {"ids": np.array([ids], np.int64)})[0][0]
        return found[first]

    def chain(self, words: Sequence[str], head: str) -> Scores:
        """The log probabilities of a label set's linear-chain model for each word, `[words, labels]`."""
        import numpy as np

        chain, names = self._chains[head]
        chain.set(crf_features.features(words))
        rows = [[chain.marginal(name, at) if name else 0.0 for name in names] for at in range(len(words))]
        return np.log(np.maximum(np.array(rows, np.float32), _LEAST))

    def tag(self, words: Sequence[str], head: str = "C") -> list[Label]:
        """The best well-formed sequence of labels for the words of a sentence; see `scores`."""
        import numpy as np

        if not words:
            return []
        scores = self.scores(words, head)
        names = self.labels[head]
        path = best_path(scores, names)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return [Label(names[label], float(shares[at, label])) for at, label in enumerate(path)]


@cache
def load_tagger() -> Tagger:
    """The tagger, loaded once.

    Raises:
        ResourceError: when a file of the model is missing or damaged.
    """
    return Tagger()


@cache
def _barred(names: tuple[str, ...]) -> tuple[Scores, Scores]:
    """What it costs to begin with each label, and to go from one to another: nothing, or too much."""
    import numpy as np

    first = [_NEVER if name[0] == "I" else 0.0 for name in names]
    steps = [[_NEVER if b[0] == "I" and a[1:] != b[1:] else 0.0 for b in names] for a in names]
    return np.array(first, np.float32), np.array(steps, np.float32)


def best_path(scores: Scores, names: Sequence[str]) -> list[int]:
    """The most probable sequence of labels in which every `I-` goes on with a name of its type.

    Source: Viterbi 1967.
    """
    import numpy as np

    first, steps = _barred(tuple(names))
    greedy: list[int] = scores.argmax(axis=1).tolist()
    if first[greedy[0]] == 0 and not steps[greedy[:-1], greedy[1:]].any():
        return greedy
    best = scores[0] + first
    back = np.zeros(scores.shape, np.intp)
    for at in range(1, len(scores)):
        ways = best[:, None] + steps
        back[at] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[at]
    path = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]
