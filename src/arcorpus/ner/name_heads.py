"""Head words: what the words of `data/lexicons/name_heads.tsv` tell of the name beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from arcorpus.ner import gazetteer

_ARTICLE = "ال"
_TO_THE = "لل"
_HIS = "ه"


class AttachedHead(NamedTuple):
    """A head word that was found in a word of the text.

    Attributes:
        key: its look-up key; empty when the word is no head.
        cut: the code points of the letters attached before it.
    """

    key: str
    cut: int


@lru_cache(maxsize=1 << 15)
def attached_head(text: str, roles: tuple[str, ...]) -> AttachedHead:
    """The head word of some roles that a word is, without letters attached; an empty key for other words.

    «للجنة» is both لجنة and اللجنة after ل.
    """
    for reading in gazetteer.cut_readings(text):
        found = [reading.key, _ARTICLE + reading.key[1:]] if reading.key.startswith(_TO_THE) else [reading.key]
        for head in found:
            if any(head in gazetteer.heads(role) for role in roles):
                return AttachedHead(head, reading.cut)
    return AttachedHead("", 0)


def bare_head(text: str, role: str) -> AttachedHead:
    """The same for one role, where the word has no «his» at its end: دوره is «his part», no دورة."""
    return AttachedHead("", 0) if text.endswith(_HIS) else attached_head(text, (role,))
