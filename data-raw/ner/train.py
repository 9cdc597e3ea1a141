"""Fine-tune the encoder's lower layers with three heads on all labelled text."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from augment import UNKNOWN, Augmenter
from corpora import HEADS, LABELS, MASKED, Sentence
from decode import constrained, log_softmax, names_f1
from encoder import Tagger
from loop import UNK, Batches, Item, Pieces, batches, hidden_of
from torch.nn import functional

WIDTHS = [len(LABELS[head]) for head in HEADS]
OFFSETS = [sum(WIDTHS[:i]) for i in range(len(WIDTHS))]
LONGEST = 200  # pieces of a training sentence; longer ones are cut
MADE = 0.08  # filled templates for each labelled sentence
NAMELESS = 0.5  # of the sentences without a name, those that each epoch takes


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


def logits_of(model: Tagger, batch: Sequence[Item], device: str) -> torch.Tensor:
    """The logits of all heads for the first piece of every word of the batch, in order."""
    logits: torch.Tensor = model.out(model.drop(hidden_of(model.bert, batch, device)))
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


def rounds(data: Sequence[Sentence], augmenter: Augmenter, pieces: Pieces, size: int) -> Iterator[Batches]:
    """The batches of each epoch: the sentences changed anew, a share of those without a name, and templates filled."""
    while True:
        named = [s for s in data if random.random() < NAMELESS or any(n > 0 for head in HEADS for n in s.labels[head])]
        made = [augmenter.made() for _ in range(int(len(data) * MADE))]
        items = [item(augmenter.changed(s), pieces, UNKNOWN) for s in [*named, *made]]
        yield batches([one for one in items if one[1]], size)


def loss_of(logits: torch.Tensor, batch: Sequence[Item]) -> torch.Tensor:
    """The cross-entropy of all heads over the words that have a label there."""
    loss = logits.new_zeros(())
    for number, (offset, width) in enumerate(zip(OFFSETS, WIDTHS, strict=True)):
        wanted = torch.tensor([label for one in batch for label in one[2][number]], device=logits.device)
        if (wanted != MASKED).any():
            own = logits[:, offset : offset + width]
            loss = loss + functional.cross_entropy(own, wanted, ignore_index=MASKED, reduction="sum") / len(wanted)
    return loss


def report(model: Tagger, held: dict[str, list[Sentence]], pieces: Pieces, device: str) -> None:
    """Print the figures on what was held out."""
    for source, head in (("anercorp", "A"), ("anercorp", "B"), ("anercorp", "C"), ("aqmar", "C")):
        figure = evaluate(model, held[source], pieces, head, device)
        print(f"held out {source} {head}: {100 * figure:.2f}", flush=True)
