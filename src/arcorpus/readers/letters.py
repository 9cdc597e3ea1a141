"""Arabic that is damaged in a way that can be undone, undone: what every reader asks of a text that it decoded."""

from __future__ import annotations

import re
from typing import NamedTuple, TextIO

from arcorpus.readers.escapes import undo_escapes
from arcorpus.readers.letter_gaps import close_gaps
from arcorpus.readers.mojibake import undo_mojibake
from arcorpus.readers.visual_order import mend_order

LOST_ENOUGH = 1 / 3  # share of the letters that stand as «?» from which on a text is refused
LATIN_LOST = 0.03  # the same share, inside words, where no Arabic letter is left
TOLD = 0.05  # the same share from which on it is told
FEWEST = 5  # question marks that tell of lost letters
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_GARBLED = 0.2  # share of the letters that only mojibake has so often, from which on what is left of it is refused
_GARBLING = ("Ø", "Ù", "┘", "╪", "√ÿ", "ط§", "ظ„", "ظ\x84", "ظ\ufffd")
_SIGNS = re.compile("[ØÙ┘╪]|[طظ](?=[^\x00-\x7f\u0620-\u064a])|√[ÿô]")
_LOST = re.compile(r"[\ufffd□]|\?(?=[^\W\d_])|(?<=[^\W\d_])\?(?=\?)|(?<=\?)\?|\?(?=\?)")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


class Mended(NamedTuple):
    """A text after a look at its letters.

    Attributes:
        text: the text, mended.
        warnings: what was found and done.
    """

    text: str
    warnings: tuple[str, ...] = ()


def mend(text: str) -> Mended:
    """The text with codes read as letters, mojibake undone, lines turned round; sound text is given back as it is.

    >>> mend("وزارة اإلعالم في اإلمارات").warnings
    ('had lam-alef the wrong way round («اإل» for «الإ»), put right from 2 words on',)
    >>> mend("قال الوزير إن العمل مستمر؟")
    Mended(text='قال الوزير إن العمل مستمر؟', warnings=())
    """
    warnings = []
    for step in (undo_escapes, undo_mojibake, close_gaps, mend_order):
        if text.isascii() and step is not undo_escapes:
            break
        text, told = step(text)
        if told:
            warnings.append(told)
    if told := some_lost(text):
        warnings.append(told)
    return Mended(text, tuple(warnings))


class MendedText:
    """A stream of text, mended in pieces that end where a line does: constant memory.

    Attributes:
        warnings: what was found and done so far, each once.
    """

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self.warnings: list[str] = []

    def read(self, size: int, /) -> str:
        """The next piece: `size` code points and what is left of their line, twice that at most."""
        piece = self._source.read(size)
        if piece and not piece.endswith("\n"):
            piece += self._source.readline(size)
        text, told = mend(piece)
        self.warnings.extend(warning for warning in told if warning not in self.warnings)
        return text


def all_lost(text: str) -> str | None:
    """Why a text cannot be read for letters that are lost; None when it can.

    >>> all_lost("???? ??????? ?? ?????")
    'its letters are lost: 100 % of them stand as «?»; save it anew as UTF-8 from where it came from'
    """
    garbled = any(sign in text for sign in _GARBLING)
    if garbled and len(_SIGNS.findall(text)) >= max(2 * FEWEST, _GARBLED * len(_LETTER.findall(text))):
        return "it was read in a wrong encoding and saved again, and bytes were lost in between; fetch it anew as UTF-8"
    share = _share(text)
    least = LOST_ENOUGH if _ARABIC.search(text) else LATIN_LOST
    if share < least:
        return None
    said = f"{share:.0%}".replace("%", " %")
    return (
        f"its letters are lost: {said} of them stand as «{_sign(text)}»; save it anew as UTF-8 from where it came from"
    )


def some_lost(text: str) -> str | None:
    """What to say of a text of which some letters are lost."""
    share = _share(text)
    return f"letters were lost: {100 * share:.0f} of 100 stand as «{_sign(text)}»" if share >= TOLD else None


def _sign(text: str) -> str:
    """The sign that stands most often for a lost letter."""
    return max("?□\ufffd", key=text.count)


def _share(text: str) -> float:
    """The share of letters that stand as question marks, 0-1; nothing for the few that a text may have."""
    if sum(map(text.count, "?□\ufffd")) < FEWEST:
        return 0.0
    plain = _ADDRESS.sub("", text)
    lost = len(_LOST.findall(plain))
    return lost / (lost + len(_LETTER.findall(plain))) if lost >= FEWEST else 0.0
