"""Text out of PDF documents: in visual order turned round, lam-alef put right, presentation forms made letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from arcorpus.readers.mojibake import Repair

_FORM = re.compile("[\ufb50-\ufbff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufbff\ufe70-\ufefc]")
_WORD_OF_FORMS = re.compile("[\ufb50-\ufbff\ufe70-\ufefc]{2,}")
_STARTS = re.compile("(?<![\u0600-\u06ff])[ةى](?=[ء-ي])|(?<=[ء-ي]{3})لا(?![\u0600-\u06ff])")
_ENDS = re.compile("(?<=[ء-ي])[ةى](?![\u0600-\u06ff])|(?<![\u0600-\u06ff])ال(?=[ء-ي]{3})")
_FEWEST_STARTS = 3  # words that only text in visual order begins or ends so
_RUN = re.compile(r"[0-9A-Za-z٠-٩](?:[0-9A-Za-z٠-٩.,:/%@_+'-]*[0-9A-Za-z٠-٩])?(?: (?=[A-Za-z])[A-Za-z]+)*")
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_OPENING = re.compile(r"[()\[\]«»]")
_LAM_ALEF = re.compile("(?<![\u0621-\u064a])([وفبك]?ا)([أإآا])ل(?=[ء-ي]{2})")
_WITH_ALEF_LAM = re.compile("[\u0621-\u064a]+[أإآا]ل[\u0621-\u064a]*|[أإآ]ل[\u0621-\u064a]+")
_ALEF_LAM = re.compile("(?<!^ا)(?<!^[وفبكل]ا)(?<=[\u0621-\u064a])ا(?=ل)|[أإآ](?=ل)|(?<=^إ)ا(?=ل)")
_PLACES = 3  # places of a word, at most, at which its letters are tried the other way round
_FAR = 5  # times as likely as another spelling must be
_RUN_OF_FORMS = re.compile("[\ufb50-\ufbff\ufe70-\ufefc]{3,}")
_SOUND = re.compile("(?<![\u0621-\u064a])[وفبك]?ال[أإآ]")


def mend_order(text: str) -> Repair:
    """The text in reading order with letters for presentation forms and lam before alef, where it was not so.

    >>> mend_order("ﺔﺳﺭﺪﻤﻟﺍ ﺔﻤﻳﺪﻘﻟﺍ").text, mend_order("وزارة اإلعالم في اإلمارات").text
    ('القديمة المدرسة', 'وزارة الإعلام في الإمارات')
    """
    warnings = []
    if is_visual(text):
        text = "".join(map(_turned, text.splitlines(keepends=True)))
        warnings.append("was in visual order, as PDF gives it; its lines were turned round")
    if _of_forms(text):
        text = _FORM.sub(_letters, text)
        warnings.append("was in presentation forms; read as letters")
    elif _RUN_OF_FORMS.search(text):
        text = "".join(map(_line_of_forms, text.splitlines(keepends=True)))
        warnings.append("held words in presentation forms; read as letters")
    broken = len(_LAM_ALEF.findall(text)) if "اإل" in text or "األ" in text or "اال" in text or "اآل" in text else 0
    if broken > max(1, len(_SOUND.findall(text))):
        text = _WITH_ALEF_LAM.sub(_likelier, _LAM_ALEF.sub(r"\1ل\2", text))
        warnings.append(f"had lam-alef the wrong way round («اإل» for «الإ»), put right from {broken} words on")
    return Repair(text, "; ".join(warnings) or None)


def _of_forms(text: str) -> bool:
    """Whether most Arabic letters of a text are presentation forms."""
    forms = len(_FORM.findall(text))
    return forms > 0 and 2 * forms > len(_ARABIC.findall(text))


def _line_of_forms(line: str) -> str:
    """A line with letters for the words that are in presentation forms, turned round when most of it is."""
    if not _RUN_OF_FORMS.search(line):
        return line
    return _FORM.sub(_letters, _turned(line) if _of_forms(line) and is_visual(line) else line)


def _likelier(match: re.Match[str]) -> str:
    """A word of a text that has alef before lam for lam before alef, in the spelling that is the more usual one."""
    return _likelier_spelling(match[0])


@lru_cache(maxsize=1 << 14)
def _likelier_spelling(word: str) -> str:
    """The same; only a far likelier spelling counts («خلال» for «خالل», but no «سلام» for «سالم»)."""
    from arcorpus.morph.analyser import lemma, word_share  # here: only damaged text needs the lexicon

    places = [found.start() for found in _ALEF_LAM.finditer(word)][:_PLACES]
    if not places:
        return word
    best, most = word, word_share(lemma(word))
    for chosen in range(1, 1 << len(places)):
        letters = list(word)
        for at in (place for bit, place in enumerate(places) if chosen >> bit & 1):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        found = "".join(letters)
        share = word_share(lemma(found))
        if share > _FAR * most:
            best, most = found, share
    return best


def is_visual(text: str) -> bool:
    """Whether words stand last letter first: by the shapes of their ends or by letters that begin no word.

    >>> is_visual("ﺔﺳﺭﺪﻤﻟﺍ"), is_visual("ةديدجلا ةسردملا يف ةيدلبلا"), is_visual("المدرسة الجديدة")
    (True, True, False)
    """
    if _of_forms(text):
        firsts = [_shape(word[0]) for word in _WORD_OF_FORMS.findall(text)]
        lasts = [_shape(word[-1]) for word in _WORD_OF_FORMS.findall(text)]
        wrong = firsts.count("final") + firsts.count("medial") + lasts.count("initial")
        right = firsts.count("initial") + lasts.count("final")
        return wrong > right
    if "لا" not in text:
        return False
    starts = len(_STARTS.findall(text))
    return starts >= _FEWEST_STARTS and starts > 3 * len(_ENDS.findall(text))


@cache
def _shape(form: str) -> str:
    """Which shape a presentation form is: initial, medial, final, isolated."""
    return unicodedata.decomposition(form).partition(">")[0].lstrip("<")


def _letters(match: re.Match[str]) -> str:
    """The letters of a presentation form; a mark that stands alone loses the space below it."""
    return unicodedata.normalize("NFKC", match[0]).lstrip(" ")


def _turned(line: str) -> str:
    """A line in reading order; numbers and Latin words stood so already."""
    end = line[len(line.rstrip("\r\n")) :]
    turned = _RUN.sub(lambda match: match[0][::-1], line[: len(line) - len(end)])[::-1]
    first = _OPENING.search(turned)
    return (turned.translate(_MIRROR) if first and first[0] in ")]»" else turned) + end
