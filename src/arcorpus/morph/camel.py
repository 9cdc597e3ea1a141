"""Lemmas and parts of speech by CAMeL Tools: `--morphology camel`, with the data that the user has installed.

CAMeL Tools takes each word by itself and gives its most usual analysis; a word in a name and one that it does not know
is analysed as the program does it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Protocol

from arcorpus.camel_data import camel_data
from arcorpus.errors import MissingExtra
from arcorpus.morph import analyser
from arcorpus.morph.analyser import Analysis
from arcorpus.text.letters import bare
from arcorpus.types import Span, Token

_FILES = ("disambig_mle/calima-msa-r13/model.json", "morphology_db/calima-msa-r13/morphology.db")
_COMMAND = "camel_data -i disambig-mle-calima-msa-r13"
_TAGS = {
    "noun": "NOUN", "noun_prop": "PROPN", "noun_num": "NUM", "noun_quant": "DET", "adj": "ADJ", "adj_comp": "ADJ",
    "adj_num": "ADJ", "adv": "ADV", "adv_interrog": "ADV", "adv_rel": "ADV", "verb": "VERB", "verb_pseudo": "PART",
    "prep": "ADP", "conj": "CCONJ", "conj_sub": "SCONJ", "interj": "INTJ", "abbrev": "X", "digit": "NUM",
    "punc": "PUNCT", "latin": "PROPN", "foreign": "PROPN", "part_det": "DET",
}  # fmt: skip


class Disambiguator(Protocol):
    """What is used of `camel_tools.disambig.mle.MLEDisambiguator`."""

    def disambiguate(self, sentence: list[str], /) -> list[Any]:
        """For each word, an object with its scored `analyses`, the best first."""


def analyse(tokens: Sequence[Token], names: Sequence[Span] = ()) -> tuple[Analysis, ...]:
    """What each token is, in order; marks and numbers too.

    Args:
        tokens: tokens of one text in order, as `tokenizer.tokenize` gives them.
        names: the names found in the text, in the same offsets: a word inside one is a name, and its own lemma.

    Raises:
        MissingExtra: when CAMeL Tools or its data are not installed; the message holds the command.

    Source: Obeid et al. 2020, CAMeL Tools (LREC).
    """
    disambiguator = load()
    own = analyser.analyse(tokens, names)
    inside = analyser.inside(tokens, names)
    wanted = [n for n, token in enumerate(tokens) if token.kind == "word" and n not in inside]
    found = disambiguator.disambiguate([bare(tokens[n].text) for n in wanted])
    given = {n: word.analyses[0].analysis for n, word in zip(wanted, found, strict=True) if word.analyses}
    return tuple([_analysis(given[n], own[n]) if n in given else own[n] for n in range(len(tokens))])


def _analysis(given: dict[str, str], own: Analysis) -> Analysis:
    """An analysis of CAMeL Tools' in the program's terms; ours where it has none."""
    kind = given.get("pos", "")
    pos = _TAGS.get(kind) or ("PRON" if kind.startswith("pron") else "PART" if kind.startswith("part") else "")
    if not pos or given.get("source") == "foreign":
        return own
    lemma = bare(given.get("lex", "").partition("_")[0].partition("-")[0]).replace("ٱ", "ا")
    root = given.get("root", "").replace(".", "").replace("#", "")
    rooted = pos in ("NOUN", "VERB", "ADJ") and root.isalpha() and not root.isascii()
    return Analysis(lemma or own.lemma, pos, root if rooted else None)


@lru_cache(maxsize=1)
def load() -> Disambiguator:
    """CAMeL Tools' disambiguator for Modern Standard Arabic, without touching the network.

    Raises:
        MissingExtra: when a package or the data are not installed.
    """
    folder = camel_data()
    needed = [folder / "catalogue.json", *(folder / "data" / name for name in _FILES)]
    if not all(map(os.path.isfile, needed)):  # Path.is_file raises for a folder that is closed to the user
        raise MissingExtra(
            f"CAMeL Tools' analyser is not installed in {folder}; get it with `{_COMMAND}`, which needs a network "
            "once, or leave out --morphology")  # fmt: skip
    try:
        made: Disambiguator = import_module("camel_tools.disambig.mle").MLEDisambiguator.pretrained("calima-msa-r13")
    except ImportError as error:
        raise MissingExtra(
            f"CAMeL Tools cannot be imported here ({error}); install it anew with `pip install camel-tools`"
        ) from error
    except Exception as error:  # its readers raise whatever a damaged file makes them raise
        raise MissingExtra(
            f"CAMeL Tools' analyser is damaged ({type(error).__name__}); get it anew with "
            f"`{_COMMAND.replace('-i', '-i -f')}`",
            path=str(folder),
        ) from error
    return made
