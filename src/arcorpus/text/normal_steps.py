"""What each step of normalisation does to a text: tables of characters, patterns, and the two put together fast.

Source: `data/lexicons/folds.tsv`; presentation forms and composed letters from the Unicode Character Database
(NFKC and NFC, UAX #15), joining forms of ی and ے from chapter 9.2 of the Unicode Standard.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from arcorpus.resources import lexicon

Edit = tuple[int, int, str]
"""`[start, end)` of a text before a pass, in code points, and what stands there after it."""

_LETTERS = "ؠ-غػ-ؿف-يٮٯٱ-ۓەۮۯۺ-ۼۿݐ-ݿࢠ-ࣉ"
_HAMZAS = "\u0653-\u0655"
_ACCENTS = "\u0300-\u036f"
_MANY = 60
_NONE = "\ufffe"  # no character; the codecs take it for a byte that is not used
# Nearly every character of Arabic news, at most 256, so that each fits into a byte (see `Folding._quick`).
_COMMON = (
    "\0\t\n\r"
    + "".join(map(chr, (*range(0x20, 0x7F), *range(0x621, 0x63B), *range(0x640, 0x653), *range(0x660, 0x66D))))
    + "،؛؟ٰٱپچژڤڨکگڭھہ۰۱۲۳۴۵۶۷۸۹€●•…–—‘’‚“”„‹›′″©«®°·»×ÉÖÜàâçèéêëíñóôöüğışİŞ"
    + "\u00a0\u00ad\u2009\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f"
    + "\u2066\u2067\u2068\u2069\ufeff"
)


class CharStep(StrEnum):
    """The steps that have a table of characters, as data/lexicons/folds.tsv explains."""

    INVISIBLE = "invisible"
    JOINERS = "joiners"
    PRESENTATION = "presentation"
    TATWEEL = "tatweel"
    DIACRITICS = "diacritics"
    WORDS = "words"
    LETTERS = "letters"
    FOREIGN = "foreign"
    ALEF = "alef"
    HAMZA = "hamza"
    MAQSURA = "maqsura"
    TAMARBUTA = "tamarbuta"
    DIGITS = "digits"
    PUNCTUATION = "punctuation"
    SPACE = "space"


_BEFORE_WORDS = (
    CharStep.INVISIBLE,
    CharStep.JOINERS,
    CharStep.PRESENTATION,
    CharStep.TATWEEL,
    CharStep.DIACRITICS,
)
_AFTER_COMPOSING = (
    CharStep.ALEF,
    CharStep.HAMZA,
    CharStep.MAQSURA,
    CharStep.TAMARBUTA,
    CharStep.DIGITS,
    CharStep.PUNCTUATION,
    CharStep.SPACE,
)


class Folding:
    """A set of steps made ready. Most texts go through one table of bytes, the rest through pass after pass."""

    def __init__(self, steps: frozenset[str]) -> None:
        rewrites = _rewrites(accents="compose" in steps, bare="hamza" in steps)
        self._early = _early_passes(steps, rewrites)
        late = {"madda": CharStep.ALEF, "repeats": "repeats", "space": CharStep.SPACE}
        self._late = [rewrites[name] for name, step in late.items() if step in steps]
        images = self._images_of_common()
        known = [c if len(images.get(c, "none")) <= 1 else _NONE for c in _COMMON]
        self._bytes = codecs.charmap_build("".join(known))
        self._chars = "".join(images.get(c) or _NONE for c in known)
        gone = [images.get(c) == "" for c in known]
        self._gone = bytes(i for i, goes in enumerate(gone) if goes)
        self._gone_chars = _any_of(c for c, goes in zip(known, gone, strict=True) if goes)

    def _images_of_common(self) -> dict[str, str]:
        """What each common character becomes, those left out that may become another beside others."""
        triggers = [step.trigger for step in self._early if isinstance(step, _Rewrite)]
        return {c: self._slow(c) for c in _COMMON if not any(trigger.search(c) for trigger in triggers)}

    def fold(self, text: str) -> str:
        """The text after all passes."""
        quick = self._quick(text)
        text = self._slow(text) if quick is None else quick
        for step in self._late:
            text = step.fold(text)
        return text

    def stages(self, text: str) -> Iterator[tuple[str, list[Edit]]]:
        """The text after each pass, with the edits that change how many characters stand where."""
        steps: Iterable[_Map | _Rewrite] = (*self._early, *self._late)
        quick = self._quick(text)
        if quick is not None:
            found = self._gone_chars.finditer(text) if len(quick) < len(text) else ()
            yield quick, [(match.start(), match.end(), "") for match in found]
            text, steps = quick, self._late
        for step in steps:
            edits = list(step.edits(text))
            text = step.fold(text)
            yield text, edits

    def _slow(self, text: str) -> str:
        for step in self._early:
            text = step.fold(text)
        return text

    def _quick(self, text: str) -> str | None:
        """What the early passes give, by way of one byte for each character; None where a character has no byte."""
        try:
            codes = codecs.charmap_encode(text, "strict", self._bytes)[0]
        except UnicodeEncodeError:
            return None
        return codecs.charmap_decode(codes.translate(None, self._gone), "strict", self._chars)[0]


def _early_passes(steps: frozenset[str], rewrites: Mapping[str, _Rewrite]) -> list[_Map | _Rewrite]:
    """The passes that one table of bytes can stand for, in order."""
    passes: list[_Map | _Rewrite] = []
    passes += _maps(
        steps, CharStep.INVISIBLE, CharStep.JOINERS, CharStep.PRESENTATION, CharStep.TATWEEL, CharStep.DIACRITICS
    )
    passes += [rewrites[name] for name in ("words", "stretch", "letters") if name in steps]
    passes += _maps(steps, CharStep.LETTERS, CharStep.FOREIGN, "case")
    if steps & {"compose", "alef", "hamza"}:
        passes.append(rewrites["compose"])
    passes += _maps(
        steps,
        CharStep.ALEF,
        CharStep.HAMZA,
        CharStep.MAQSURA,
        CharStep.TAMARBUTA,
        CharStep.DIGITS,
        CharStep.PUNCTUATION,
        CharStep.SPACE,
    )
    return passes


class _Table(dict[int, str]):
    """A table for `str.translate` in which a missing character stands for itself (an exception each time otherwise)."""

    __slots__ = ("cased",)

    def __init__(self, images: Mapping[str, str], *, cased: bool) -> None:
        super().__init__({ord(char): image for char, image in images.items()})
        self.cased = cased

    def __missing__(self, code: int) -> str:
        self[code] = image = chr(code).casefold() if self.cased else chr(code)
        return image


@dataclass(frozen=True, slots=True)
class _Map:
    """A pass that looks at one character at a time.

    `touched` finds those that it changes, `uneven` those that become no character or several.
    """

    table: _Table
    touched: re.Pattern[str]
    uneven: re.Pattern[str]

    def fold(self, text: str) -> str:
        return text.translate(self.table) if self.touched.search(text) else text

    def edits(self, text: str) -> Iterator[Edit]:
        return ((m.start(), m.end(), m[0].translate(self.table)) for m in self.uneven.finditer(text))


@dataclass(frozen=True, slots=True)
class _Rewrite:
    """A pass that looks at the neighbourhood; without a character of `trigger` its pattern cannot match."""

    trigger: re.Pattern[str]
    pattern: re.Pattern[str]
    image: Callable[[re.Match[str]], str]

    def fold(self, text: str) -> str:
        return self.pattern.sub(self.image, text) if self.trigger.search(text) else text

    def edits(self, text: str) -> Iterator[Edit]:
        found = self.pattern.finditer(text) if self.trigger.search(text) else iter(())
        edits = ((m.start(), m.end(), self.image(m)) for m in found)
        return (edit for edit in edits if edit[2] != text[edit[0] : edit[1]])


def _maps(steps: frozenset[str], *names: str) -> list[_Map]:
    """One table that does what the tables of the named steps do one after the other; none if no step is wanted."""
    images: dict[str, str] = {}
    for name in names:
        if name in steps:
            table = _Table(_images(name), cased=False)
            images = {char: image.translate(table) for char, image in images.items()}
            images = _images(name) | images
    cased = "case" in names and "case" in steps
    if not images and not cased:
        return []
    uneven = [char for char, image in images.items() if len(image) != 1]
    if cased:
        blocks = (*range(0xDF, 0x588), *range(0x1E96, 0x2000), *range(0xFB00, 0xFB18))
        uneven += [char for char in map(chr, blocks) if len(char.casefold()) > 1]
        return [_Map(_Table(images, cased=True), re.compile(""), _any_of(uneven))]
    return [_Map(_Table(images, cased=False), _any_of(images), _any_of(uneven))]


@cache
def _images(step: str) -> dict[str, str]:
    """What each character of a step's table becomes."""
    images = {}
    if step == CharStep.PRESENTATION:
        for char in map(chr, (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))):
            # Unicode sets the form of a lone mark on a space or a stroke; here it belongs to the letter before it.
            shown = unicodedata.normalize("NFKC", char).replace(" ", "").replace("ـ", "")
            if shown != char and char not in _images(CharStep.WORDS):
                images[char] = shown
    for row in lexicon("folds"):
        if row["role"] == step:
            first, _, last = row["form"].partition("-")
            images.update((chr(code), row["value"]) for code in range(int(first, 16), int(last or first, 16) + 1))
    return images


def _any_of(chars: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any one of some characters."""
    listed = re.escape("".join(chars))
    return re.compile(f"[{listed}]" if listed else "(?!)")


def _rewrites(*, accents: bool, bare: bool) -> dict[str, _Rewrite]:
    """The patterns of the steps that look at neighbours; runs of marks are never matched twice, so all are linear.

    Args:
        accents: whether marks of other scripts compose too.
        bare: whether hamza marks that compose with nothing go.
    """
    plain = "".join(_images(CharStep.DIACRITICS))
    joining = _HAMZAS + (_ACCENTS if accents else "")
    marks, near = plain + _HAMZAS, plain + joining
    signs = _any_of(_images(CharStep.WORDS))
    triple = re.compile(r"([ء-غف-يٱ-ۓ])\1{2,}")
    return {
        "words": _Rewrite(signs, signs, _spelled),
        "stretch": _Rewrite(
            _any_of("ـ"),
            re.compile(f"(?<=[{_LETTERS}])[{marks}]*+ـ[{marks}ـ]*+(?=[{_LETTERS}])"),
            lambda match: match[0].replace("ـ", ""),
        ),
        # At a word's end both letters are drawn without dots, as alef maqsura is.
        "letters": _Rewrite(_any_of("یے"), re.compile(f"[یے](?![{marks}]*+[{_LETTERS}ـ])"), lambda _: "ى"),
        "compose": _Rewrite(
            re.compile(f"[{joining}]"),
            re.compile(rf"\w[{plain}]*+[{joining}][{near}]*+"),
            lambda match: _composed(match[0], accents=accents, bare=bare),
        ),
        "madda": _Rewrite(re.compile("ءا"), _madda(), lambda _: "ا"),
        "repeats": _Rewrite(triple, triple, _unrepeated),
        "space": _Rewrite(re.compile("  "), re.compile("  +"), lambda _: " "),
    }


def _madda() -> re.Pattern[str]:
    """Where ءا is an old way to write آ: at a word's start or after its article (ءامن, والءاخرة), and in القرءان.

    Elsewhere it is a hamza and an alef: قراءات, سوءا, or سؤال after its hamza was folded.
    """
    start = f"(?<![{_LETTERS}])"
    articles = ("ال", "[وفبك]ال", "[وف][بك]ال", "لل", "[وف]لل")
    before = "|".join((start, *(f"(?<={start}{article})" for article in articles)))
    within = "|".join(f"(?<={first})ءا(?={last})" for first, last in (("قر", "ن"), ("ظم", "ن"), ("مر", "[هة]")))
    return re.compile(f"(?:{before})ءا(?=[{_LETTERS}])|{within}")


def _spelled(match: re.Match[str]) -> str:
    """The words of a sign: several are parted from a word that touches them, one (ﷲ, ﷼) from a number alone."""
    words = _images(CharStep.WORDS)[match[0]]
    before, after = _neighbours(match)
    kinds = "LMN" if " " in words else "N"
    left, right = (" " if char and unicodedata.category(char)[0] in kinds else "" for char in (before, after))
    return left + words + right


@cache
def _seats() -> dict[str, str]:
    """What a letter and a hamza or madda make together; typists set the hamza on ى as well as on ي."""
    pairs = [letter + mark for letter in "اويەہے" for mark in "\u0653\u0654\u0655"]
    seats = {pair: unicodedata.normalize("NFC", pair) for pair in pairs} | {"ى\u0654": "ئ"}
    return {pair: seat for pair, seat in seats.items() if len(seat) == 1}


def _composed(piece: str, *, accents: bool, bare: bool) -> str:
    """A letter with its marks, its hamza taken in wherever it stands among them; the order of the rest stays."""
    letter, marks = piece[0], piece[1:]
    hamza = next((mark for mark in marks if letter + mark in _seats()), None)
    if hamza:
        letter, marks = _seats()[letter + hamza], marks.replace(hamza, "", 1)
    if bare or letter in "أإآٱ":  # a second hamza or madda on an alef says nothing more
        marks = re.sub(f"[{_HAMZAS}]", "", marks)
    # A letter with so many marks is none, and Unicode's way of ordering them takes quadratic time.
    if accents and len(marks) <= _MANY and re.search(f"[{_ACCENTS}]", marks):
        return unicodedata.normalize("NFC", letter + marks)
    return letter + marks


def _unrepeated(match: re.Match[str]) -> str:
    """The run of one letter as a word would have it."""
    letter, run = match[1], match[0]
    before, after = _neighbours(match)
    if letter == "ل" and after.isalpha():  # the article before a word with ل: الله، الليل
        return "لل"
    held = letter == "ت" or (letter in "وب" and not before.isalpha())  # تتتبع، وووري، بببغاء
    if held and run == letter * 3:
        return run
    return letter


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    """The characters beside a match, empty at the text's ends."""
    return match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
