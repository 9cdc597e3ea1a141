"""Text out of PDF documents: in visual order turned round, lam-alef put right, presentation forms made letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

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
_SOUND = re.compile("(?<![\u0621-\u064a])[وفبك]?ال[أإآ]")


def mend_order(text: str) -> Repair:
    """The text in reading order with letters for presentation forms and lam before alef, where it was not so.

    >>> mend_order("ﺔﺳﺭﺪﻤﻟﺍ ﺔﻤﻳﺪﻘﻟﺍ").text, mend_order("وزارة اإلعالم في اإلمارات").text
    ('القديمة المدرسة', 'وزارة الإعالم في الإمارات')
    """
    warnings = []
    if is_visual(text):
        text = "".join(map(_turned, text.splitlines(keepends=True)))
        warnings.append("was in visual order, as PDF gives it; its lines were turned round")
    forms = len(_FORM.findall(text))
    if forms and 2 * forms > len(_ARABIC.findall(text)):
        text = _FORM.sub(_letters, text)
        warnings.append("was in presentation forms; read as letters")
    broken = len(_LAM_ALEF.findall(text)) if "اإل" in text or "األ" in text or "اال" in text or "اآل" in text else 0
    if broken and broken > len(_SOUND.findall(text)):
        text = _LAM_ALEF.sub(r"\1ل\2", text)
        warnings.append(f"had lam-alef the wrong way round («اإل» for «الإ»), put right in {broken} words")
    return Repair(text, "; ".join(warnings) or None)


def is_visual(text: str) -> bool:
    """Whether words stand last letter first: by the shapes of their ends or by letters that begin no word.

    >>> is_visual("ﺔﺳﺭﺪﻤﻟﺍ"), is_visual("ةديدجلا ةسردملا يف ةيدلبلا"), is_visual("المدرسة الجديدة")
    (True, True, False)
    """
    if _FORM.search(text):
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
