"""Build data/generated/stopwords.tsv: words that say nothing of what a text is about.

Three lists under the MIT licence (stopwords-iso/stopwords-ar, mohataher/arabic-stop-words, marimo as in
quanteda/stopwords) and news_words.tsv beside this script, hand-made: verbs of reporting, page furniture, times,
numbers, filling words.

    python data-raw/stopwords.py --sources DIR
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import upstream


def listed(folder: Path) -> Iterator[tuple[str, str]]:
    """The words of the three lists, with the kind `function`."""
    for name in ("stopwords/stopwords_iso_ar.txt", "stopwords/mohataher_list.txt"):
        for line in upstream.text_of(folder, name).splitlines():
            yield line.strip(" ?"), "function"
    marimo = upstream.text_of(folder, "stopwords/marimo_stopwords_ar.yml")
    for block in re.findall(r"^\s*- \[(.*?)\]", marimo, re.MULTILINE):
        for word in block.split(","):
            yield word.strip(' "?'), "function"


def hand_made() -> Iterator[tuple[str, str]]:
    """The words of news_words.tsv with their kinds."""
    for line in (Path(__file__).parent / "news_words.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kind, words = line.split("\t")
        for word in words.split():
            yield word, kind


def main() -> None:
    """Write the lexicon: each folded word once, under the first kind that holds it."""
    kinds: dict[str, str] = {}
    for word, kind in [*hand_made(), *listed(upstream.sources())]:
        key = upstream.key(word)
        if key and " " not in key and any(map(str.isalpha, key)):
            kinds.setdefault(key, kind)
    upstream.write("stopwords", ("word", "kind"), kinds.items())


if __name__ == "__main__":
    main()
