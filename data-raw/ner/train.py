"""Fine-tune the encoder's lower layers with three heads on all labelled text; keep the model that ends the schedule."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from augment import UNKNOWN, Augmenter
from corpora import HEADS, LABELS, MASKED, Sentence
from decode import constrained, log_softmax, names_f1
from encoder import Tagger
from pace import Workers, pooled
from tokenizers import Tokenizer
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

WIDTHS = [len(LABELS[head]) for head in HEADS]
OFFSETS = [sum(WIDTHS[:i]) for i in range(len(WIDTHS))]
LONGEST = 200        # pieces of a training sentence; longer ones are cut
MOST_PIECES = 12     # of a word
UNK = 3
MADE = 0.08          # filled templates for each labelled sentence
NAMELESS = 0.5       # of the sentences without a name, those that each epoch takes
HEAD_RATE = 4          # times the encoder's
WARM = 0.06
MEET = 16            # steps between the meetings of the workers
DECAY = 0.01


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


Item = tuple[list[int], list[int], list[list[int]]]


def item(sentence: Sentence, pieces: Pieces, unknown: float = 0.0) -> Item:
    """A sentence as piece numbers, the place of each word's first piece, and the labels of each head."""
    ids, first = [0], []
    for word in sentence.words:
        found = pieces(word)
        if len(ids) + len(found) >= LONGEST:
            break
        first.append(len(ids))
        ids += [UNK] * len(found) if random.random() < unknown else found
    ids.append(2)
    return ids, first, [sentence.labels[head][: len(first)] for head in HEADS]


def batches(items: list[Item], size: int) -> list[list[Item]]:
    """The items in batches of at most `size` pieces with padding, alike in length, in random order."""
    random.shuffle(items)
    found: list[list[Item]] = []
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


def tensors(batch: Sequence[Item]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Piece numbers and mask, padded, and the row and place of every word's first piece."""
    width = -(-max(len(ids) for ids, _, _ in batch) // 8) * 8
    ids = torch.full((len(batch), width), 1)
    mask = torch.zeros((len(batch), width), dtype=torch.long)
    for row, (numbers, _, _) in enumerate(batch):
        ids[row, : len(numbers)] = torch.tensor(numbers)
        mask[row, : len(numbers)] = 1
    rows = torch.cat([torch.full((len(first),), row) for row, (_, first, _) in enumerate(batch)])
    places = torch.cat([torch.tensor(first, dtype=torch.long) for _, first, _ in batch])
    return ids, mask, rows, places


def logits_of(model: Tagger, batch: Sequence[Item], device: str) -> torch.Tensor:
    """The logits of all heads for the first piece of every word of the batch, in order."""
    ids, mask, rows, places = (tensor.to(device) for tensor in tensors(batch))
    # The fused attention of a CPU goes back so slowly that it takes half of the time.
    kind = SDPBackend.MATH if device == "cpu" else SDPBackend.EFFICIENT_ATTENTION
    with torch.autocast(device, dtype=torch.bfloat16), sdpa_kernel(kind):
        hidden = model.bert(input_ids=ids, attention_mask=mask).last_hidden_state
    logits: torch.Tensor = model.out(model.drop(hidden[rows, places].float()))
    return logits


def evaluate(model: Tagger, held: Sequence[Sentence], pieces: Pieces, head: str, device: str) -> float:
    """The F1 of names on held-out sentences; masked words count as no name."""
    number = HEADS.index(head)
    model.eval()
    right = []
    with torch.inference_mode():
        for sentence in held:
            one = item(sentence, pieces)
            scores = logits_of(model, [one], device)[:, OFFSETS[number] : OFFSETS[number] + WIDTHS[number]]
            found = constrained(log_softmax(scores.float().cpu().numpy()), LABELS[head])
            right.append((one[2][number], found))
    model.train()
    return names_f1(right, LABELS[head])


def adamw(model: Tagger, rate: float) -> torch.optim.AdamW:
    """The optimiser: no decay for biases and norms, a higher rate for the fresh heads."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        plain = "bias" in name or "LayerNorm" in name
        own = rate * HEAD_RATE if name.startswith("out") else rate
        groups.setdefault((own, 0.0 if plain else DECAY), []).append(parameter)
    return torch.optim.AdamW([{"params": p, "lr": k[0], "weight_decay": k[1]} for k, p in groups.items()],
                             betas=(0.9, 0.98), eps=1e-6, fused=True)


def epoch_of(data: Sequence[Sentence], augmenter: Augmenter, pieces: Pieces, size: int) -> list[list[Item]]:
    """The batches of an epoch: the sentences changed anew, a share of those without a name, and templates filled."""
    chosen = [s for s in data if random.random() < NAMELESS or any(n > 0 for head in HEADS for n in s.labels[head])]
    made = [augmenter.made() for _ in range(int(len(data) * MADE))]
    items = [item(augmenter.changed(s), pieces, UNKNOWN) for s in [*chosen, *made]]
    return batches([one for one in items if one[1]], size)


def loss_of(logits: torch.Tensor, batch: Sequence[Item]) -> torch.Tensor:
    """The cross-entropy of all heads over the words that have a label there."""
    loss = logits.new_zeros(())
    for number, (offset, width) in enumerate(zip(OFFSETS, WIDTHS, strict=True)):
        wanted = torch.tensor([label for one in batch for label in one[2][number]], device=logits.device)
        if (wanted != MASKED).any():
            own = logits[:, offset : offset + width]
            loss = loss + functional.cross_entropy(own, wanted, ignore_index=MASKED, reduction="sum") / len(wanted)
    return loss


@dataclass(frozen=True)
class Plan:
    """How long to train, for whichever ends sooner, on how many pieces at a step, and the encoder's highest rate."""

    seed: int
    epochs: float
    minutes: float
    size: int
    rate: float


def train(  # noqa: C901 - one loop, told step by step
    model: Tagger, data: list[Sentence], held: dict[str, list[Sentence]], tokenizer: Tokenizer, plan: Plan, out: Path
) -> None:
    """Train as planned; the rate falls to nothing at the end."""
    workers = Workers()
    random.seed(plan.seed + workers.rank)
    torch.manual_seed(plan.seed + workers.rank)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu":
        torch.set_num_threads(1)
        pooled(model)
    model.to(device).train()
    pieces, augmenter = Pieces(tokenizer), Augmenter(data, plan.seed + workers.rank)
    optimizer = adamw(model, plan.rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    start, step, total, done = time.time(), 0, 0, 0.0
    losses: list[float] = []
    while done < 1:
        rounds = epoch_of(data, augmenter, pieces, plan.size)
        total = total or int(len(rounds) * plan.epochs / workers.count)
        for batch in rounds:
            if step % MEET == 0:
                done = workers.meet(model, max(step / total, (time.time() - start) / (60 * plan.minutes)))
                if workers.rank == 0:
                    loss_now = np.mean(losses[-MEET:] or [0])
                    print(f"step {step} of {total} done {done:.3f} loss {loss_now:.4f}", flush=True)
                    if step % (8 * MEET) == 0 or done >= 1:
                        torch.save(model.state_dict(), out)
                if done >= 1:
                    break
                for group, rate in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = rate * min(done / WARM + 0.02, (1 - done) / (1 - WARM))
            loss = loss_of(logits_of(model, batch, device), batch)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0, foreach=True)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.item())
            step += 1
    if workers.rank == 0:
        for source, head in (("anercorp", "A"), ("anercorp", "B"), ("anercorp", "C"), ("aqmar", "C")):
            figure = evaluate(model, held[source], pieces, head, device)
            print(f"held out {source} {head}: {100 * figure:.2f}", flush=True)
