"""MB/s of normalisation against the chains of camel-tools functions for the same steps, over the same news texts."""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from arcorpus.text.normalize import fold, normalize

BYTES = 20_000_000
ROUNDS = 3
STEPS = "presentation,words,diacritics,compose,alef,maqsura,tamarbuta"


def measure(shared: Path) -> dict[str, float]:
    """MB of UTF-8 a second, the best of rounds in which all take turns, and what ours are to camel-tools' as ratios.

    `guide` is the orthographic chain of camel-tools' own guide: Unicode, alef maqsura, alef, ta marbuta, diacritics.
    `cleaned` puts its clean-up map (`arclean`) before it, which is what the profile `match` with ta marbuta does.

    Args:
        shared: the folder that holds `data/saudinewsnet/articles.jsonl.gz`.
    """
    texts = bodies(shared / "data" / "saudinewsnet" / "articles.jsonl.gz")
    guide = camel_chain()
    arclean = camel_arclean()
    ways: dict[str, Callable[[str], object]] = {
        "fold_guide": lambda text: fold(text, STEPS),
        "camel_guide": guide,
        "fold_cleaned": lambda text: fold(text, "match,tamarbuta"),
        "camel_cleaned": lambda text: guide(arclean(text)),
        "normalize_match": normalize,
    }
    best = dict.fromkeys(ways, 0.0)
    for _ in range(ROUNDS):
        for name, way in ways.items():
            best[name] = max(best[name], speed(way, texts))
    best["ratio_guide"] = best["fold_guide"] / best["camel_guide"]
    best["ratio_cleaned"] = best["fold_cleaned"] / best["camel_cleaned"]
    return best


def bodies(path: Path) -> list[str]:
    """The first articles' bodies, BYTES of UTF-8 of them."""
    texts, size = [], 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            texts.append(json.loads(line)["body"] or "")
            size += len(texts[-1].encode())
            if size >= BYTES:
                break
    return texts


def speed(way: Callable[[str], object], texts: list[str]) -> float:
    """MB of UTF-8 that a function takes in a second, text by text, in processor time."""
    start = time.process_time()
    for text in texts:
        way(text)
    seconds = time.process_time() - start
    return sum(len(text.encode()) for text in texts) / 1e6 / seconds


def camel_chain() -> Callable[[str], str]:
    """The orthographic normalisation of camel-tools' guide, as one function."""
    from camel_tools.utils import normalize as camel
    from camel_tools.utils.dediac import dediac_ar

    def chain(text: str) -> str:
        text = camel.normalize_alef_ar(camel.normalize_alef_maksura_ar(camel.normalize_unicode(text)))
        return str(dediac_ar(camel.normalize_teh_marbuta_ar(text)))

    return chain


def camel_arclean() -> Callable[[str], str]:
    """The clean-up map of camel-tools."""
    from camel_tools.utils.charmap import CharMapper

    mapper: Callable[[str], str] = CharMapper.builtin_mapper("arclean")
    return mapper


if __name__ == "__main__":
    for figure, value in measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")).items():
        print(f"{figure:16} {value:8.1f}")
