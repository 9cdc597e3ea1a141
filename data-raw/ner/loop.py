"""What all training here shares: words as pieces, batches alike in length, and the loop with its falling rate."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from pace import Workers, pooled
from tokenizers import Tokenizer
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel

MOST_PIECES = 12  # of a word
UNK = 3
HEAD_RATE = 4  # times the encoder's
WARM = 0.06
MEET = 16  # steps between the meetings of the workers
DECAY = 0.01

Item = tuple[list[int], list[int], list[list[int]]]
"""Piece numbers, the places that are asked about, and what is wanted there, once for each label set."""
Batches = list[list[Item]]


class Pieces:
    """Words to piece numbers, remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        """The piece numbers of a word."""
        found = self.known.get(word)
        if found is None:
            found = (self.tokenizer.encode(word, add_special_tokens=False).ids or [UNK])[:MOST_PIECES]
            self.known[word] = found
        return found


def batches(items: list[Item], size: int) -> Batches:
    """The items in batches of at most `size` pieces with padding, alike in length, in random order."""
    random.shuffle(items)
    found: Batches = []
    for at in range(0, len(items), 1200):
        batch: list[Item] = []
        for one in sorted(items[at : at + 1200], key=lambda it: len(it[0])):
            if batch and (len(batch) + 1) * len(one[0]) > size:
                found.append(batch)
                batch = []
            batch.append(one)
        found.append(batch)
    random.shuffle(found)
    return found


def _tensors(batch: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Piece numbers and mask, padded, and the row and place of everything that is asked about."""
    width = -(-max(len(ids) for ids, _, _ in batch) // 8) * 8
    ids = torch.full((len(batch), width), 1)
    mask = torch.zeros((len(batch), width), dtype=torch.long)
    for row, (numbers, _, _) in enumerate(batch):
        ids[row, : len(numbers)] = torch.tensor(numbers)
        mask[row, : len(numbers)] = 1
    rows = torch.cat([torch.full((len(asked),), row) for row, (_, asked, _) in enumerate(batch)])
    places = torch.cat([torch.tensor(asked, dtype=torch.long) for _, asked, _ in batch])
    return ids, mask, rows, places


def hidden_of(encoder: nn.Module, batch: Sequence[Item], device: str) -> torch.Tensor:
    """The encoder's states at all places that are asked about, in order."""
    ids, mask, rows, places = (tensor.to(device) for tensor in _tensors(batch))
    # The fused attention of a CPU goes back so slowly that it takes half of the time.
    kind = SDPBackend.MATH if device == "cpu" else SDPBackend.EFFICIENT_ATTENTION
    with torch.autocast(device, dtype=torch.bfloat16), sdpa_kernel(kind):
        hidden: torch.Tensor = encoder(input_ids=ids, attention_mask=mask).last_hidden_state
    return hidden[rows, places].float()


def _adamw(model: nn.Module, rate: float) -> torch.optim.AdamW:
    """The optimiser: no decay for biases and norms, a higher rate for the fresh heads."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        plain = "bias" in name or "LayerNorm" in name
        own = rate * HEAD_RATE if name.startswith("out") else rate
        groups.setdefault((own, 0.0 if plain else DECAY), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": k[0], "weight_decay": k[1]} for k, p in groups.items()],
        betas=(0.9, 0.98),
        eps=1e-6,
        fused=True,
    )


@dataclass(frozen=True)
class Plan:
    """How long to train, for whichever ends sooner, on how many pieces at a step, and the encoder's highest rate."""

    seed: int
    epochs: float
    minutes: float
    size: int
    rate: float


def device() -> str:
    """Where to compute."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def seeded(plan: Plan, workers: Workers) -> None:
    """Begin all chance from the plan's seed, another for each worker."""
    random.seed(plan.seed + workers.rank)
    torch.manual_seed(plan.seed + workers.rank)


def run(
    model: nn.Module,
    loss_of: Callable[[list[Item]], torch.Tensor],
    rounds: Iterator[Batches],
    plan: Plan,
    workers: Workers,
    out: Path,
) -> None:
    """Train as planned and keep the weights in `out`; the rate falls to nothing at the end."""
    if device() == "cpu":
        torch.set_num_threads(1)
        pooled(model)
    model.to(device()).train()
    optimizer = _adamw(model, plan.rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    start, step, total, done = time.time(), 0, 0, 0.0
    losses: list[float] = []
    for epoch in rounds:
        total = total or int(len(epoch) * plan.epochs / workers.count)
        for batch in epoch:
            if step % MEET == 0:
                done = workers.meet(model, max(step / total, (time.time() - start) / (60 * plan.minutes)))
                if workers.rank == 0:
                    mean = np.mean(losses[-MEET:] or [0])
                    print(f"step {step} of {total} done {done:.3f} loss {mean:.4f}", flush=True)
                    if step % (8 * MEET) == 0 or done >= 1:
                        torch.save(model.state_dict(), out)
                if done >= 1:
                    return
                for group, rate in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = rate * min(done / WARM + 0.02, (1 - done) / (1 - WARM))
            loss = loss_of(batch)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0, foreach=True)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.item())
            step += 1
