"""Train the tagger further on unlabelled news, where several taggers together say what is right.

What one tagger has by chance from its few labels another has not: their mean is a little better than each, and news of
other years and papers is seen on the way. Source: Hinton et al. 2015 (distillation), Tarvainen and Valpola 2017 (a
student that is disturbed, teachers that are not).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from encoder import Tagger
from loop import UNK, Batches, Item, Pieces, batches
from masked import articles
from torch.nn import functional
from train import LONGEST, OFFSETS, WIDTHS, logits_of, loss_of

SHARE = 1.0  # unlabelled pieces for each labelled one
BLOTTED = 0.05  # of the words, for the student alone
SHORTEST = 6  # words of a sentence
_ENDS = frozenset(".!?؟")


def sentences(folder: Path, pieces: Pieces) -> list[list[list[int]]]:
    """The sentences of unlabelled news, each word as its pieces; what is longer than a training sentence is cut."""
    found: list[list[list[int]]] = []
    for words in articles(folder):
        sentence: list[list[int]] = []
        room = LONGEST - 2
        for word in words:
            numbers = pieces(word)
            sentence.append(numbers)
            room -= len(numbers)
            if word in _ENDS or room < 12:
                found.append(sentence)
                sentence, room = [], LONGEST - 2
        found.append(sentence)
    return [sentence for sentence in found if len(sentence) >= SHORTEST]


def _item(sentence: list[list[int]]) -> Item:
    """An unlabelled sentence: no labels, whatever the label set."""
    ids, first = [0], []
    for numbers in sentence:
        first.append(len(ids))
        ids += numbers
    return [*ids, 2], first, []


def _blotted(one: Item) -> Item:
    """The sentence as the student sees it: some words blotted out."""
    ids, first, labels = one
    ids = list(ids)
    for start, end in zip(first, [*first[1:], len(ids) - 1], strict=True):
        if random.random() < BLOTTED:
            ids[start:end] = [UNK] * (end - start)
    return ids, first, labels


def rounds(labelled: Iterator[Batches], news: list[list[list[int]]], size: int) -> Iterator[Batches]:
    """The labelled batches of each epoch, shuffled with as much unlabelled news."""
    for epoch in labelled:
        room = SHARE * sum(len(ids) for batch in epoch for ids, _, _ in batch)
        items: list[Item] = []
        while room > 0:
            items.append(_item(random.choice(news)))
            room -= len(items[-1][0])
        both = epoch + batches(items, size)
        random.shuffle(both)
        yield both


class Class:
    """A student and its teachers."""

    def __init__(self, student: Tagger, teachers: Sequence[Tagger]) -> None:
        self.student = student
        self.teachers = [teacher.eval() for teacher in teachers]

    def loss(self, batch: list[Item], device: str) -> torch.Tensor:
        """The loss against the labels, or where there are none the divergence from the teachers' mean."""
        if batch[0][2]:
            return loss_of(logits_of(self.student, batch, device), batch)
        with torch.no_grad():
            taught = [logits_of(teacher, batch, device) for teacher in self.teachers]
        own = logits_of(self.student, [_blotted(one) for one in batch], device)
        loss = own.new_zeros(())
        for offset, width in zip(OFFSETS, WIDTHS, strict=True):
            part = slice(offset, offset + width)
            wanted = torch.stack([logits[:, part].softmax(-1) for logits in taught]).mean(0)
            loss = loss + functional.kl_div(own[:, part].log_softmax(-1), wanted, reduction="batchmean")
        return loss
