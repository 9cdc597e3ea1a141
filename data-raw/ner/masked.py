"""Train the encoder further on unlabelled news: words are blotted out, and it learns to say which stood there.

The weights come out of four bits and from a model that was made to compare whole texts; a while of this brings them
closer to the words of news before any label is seen. Source: Devlin et al. 2019, Gururangan et al. 2020 (news of the
domain), Cui et al. 2021 (whole words).
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import torch
from corpora import bytes_of
from encoder import Tagger
from loop import UNK, Item, Pieces, batches, hidden_of
from torch import nn
from torch.nn import functional

NEWS = (("ant_corpus/articles.jsonl.gz", ("title", "body")), ("sanad_sample/articles.jsonl.gz", ("text",)))
# The articles that were annotated to measure the program are left out, though no label of theirs could be seen here.
LEFT_OUT = frozenset(
    (
        "JA-localNews-179-06112016",
        "JA-politic-164-20170225",
        "JA-internationalNews-502-20170312",
        "JA-diverse-38-20170125",
        "JA-internationalNews-1114-20170611",
        "JA-internationalNews-575-20151104",
        "JA-society-594-20170313",
        "JA-culture-49-20170220",
        "JA-economy-196-20170401",
        "JA-economy-77-20160328",
        "JA-sport-1402-20170618",
        "JA-politic-492-20170611",
    )
)
WIDTH = 126  # pieces of a stretch, its ends not counted
BLOTTED = 0.18  # of the words
KEPT, OTHER = 0.1, 0.1  # of those: left as they are, another piece in their place
IGNORED = -100
_WORD = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")


def articles(folder: Path) -> Iterator[list[str]]:
    """The words of every article, marks by themselves."""
    for name, fields in NEWS:
        for line in gzip.decompress(bytes_of(folder, name)).decode("utf-8").splitlines():
            article = json.loads(line)
            if article["id"] not in LEFT_OUT:
                yield _WORD.findall(" . ".join(article[field] for field in fields))


def stretches(folder: Path, pieces: Pieces) -> list[list[list[int]]]:
    """The articles cut into stretches of words that fill the width, each word as its pieces."""
    found: list[list[list[int]]] = []
    for words in articles(folder):
        stretch: list[list[int]] = []
        room = WIDTH
        for numbers in map(pieces, words):
            if len(numbers) > room:
                found.append(stretch)
                stretch, room = [], WIDTH
            stretch.append(numbers)
            room -= len(numbers)
        found.append(stretch)
    return [stretch for stretch in found if len(stretch) > 1]


def blotted(stretch: list[list[int]], vocabulary: int) -> Item:
    """A stretch with some of its words blotted out: the places of their pieces, and the pieces that stood there."""
    ids = [0]
    places: list[int] = []
    wanted: list[int] = []
    for numbers in stretch:
        if random.random() < BLOTTED:
            places += range(len(ids), len(ids) + len(numbers))
            wanted += numbers
            way = random.random()
            shown = numbers if way < KEPT else [UNK] * len(numbers)
            ids += [random.randrange(4, vocabulary) for _ in numbers] if way > 1 - OTHER else shown
        else:
            ids += numbers
    return [*ids, 2], places, [wanted]


class Guesser(nn.Module):
    """The encoder with a head that says which piece stands at a place, by the encoder's own embeddings."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.bert = tagger.bert
        words = self.bert.embeddings.word_embeddings.weight
        size = words.shape[1]
        self.out = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.LayerNorm(size))
        self.out_bias = nn.Parameter(torch.zeros(len(words)))

    def loss(self, batch: list[Item], device: str) -> torch.Tensor:
        """The mean cross-entropy over the blotted pieces."""
        with torch.autocast(device, dtype=torch.bfloat16):
            guesses = self.out(hidden_of(self.bert, batch, device))
            logits = functional.linear(guesses, self.bert.embeddings.word_embeddings.weight, self.out_bias)
        wanted = torch.tensor([number for one in batch for number in one[2][0]], device=device)
        return functional.cross_entropy(logits.float(), wanted, ignore_index=IGNORED)


def rounds(data: list[list[list[int]]], vocabulary: int, size: int) -> Iterator[list[list[Item]]]:
    """The batches of one pass after another, other words blotted in each."""
    while True:
        items = [blotted(stretch, vocabulary) for stretch in data]
        yield batches([one for one in items if one[1]], size)
