"""Why a page holds no article: a list of headlines, an error, a question about cookies, a shell without its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcorpus.readers.html.dom import TextLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNLOADED = (
    "there is no article in it: nothing on the page reads as running text; was the page saved before its text had "
    "loaded?"
)
_SITE = (
    "there is no article in it: it reads as an error, a log-in or a question about cookies; save the page anew once "
    "its article shows"
)
_OFFERS, _OFFERS_TOLD = 6, 12  # headlines that lead elsewhere from which on a page can be a list, also against its data
_SHARE, _SHARE_TOLD = 0.5, 0.8  # of the lines of its text that stand under such a headline
_FEWEST, _LONGEST_SITE = 3, 80  # words of a headline; words that a site's own message has at most
_SITE_SAYS = re.compile(
    r"(?:الصفحة|الرابط|المحتوى|الخبر)[^.]{0,40}غير (?:موجود|متاح|متوفر)|تفعيل (?:ال)?(?:جافا|جافاسكربت|java|كوكي)"
    r"|ملفات تعريف الارتباط|ملفات الارتباط|الكوكيز|ليس لديك حساب|نسيت كلمة (?:المرور|السر)|لست روبوت|برنامج روبوت"
    r"|تم حظر (?:وصول|عنوان)|الوصول مرفوض|خطأ (?:في الخادم|404|500|403)|خطأ داخلي"
    r"|الموقع (?:تحت|قيد) (?:الصيانة|الإنشاء)"
    r"|\b(?:40[0-4]|50[0-3])\b.{0,20}(?:error|not found|forbidden|خطأ|الصفحة)|not found|forbidden|internal server error"
    r"|just a moment|enable (?:javascript|cookies)|access denied|security of your connection|captcha|are you a robot",
    re.IGNORECASE,
)


def why_none(
    root: HtmlElement, lines: Sequence[TextLine], chosen: Sequence[Sequence[int]], *, dated: bool, told: bool
) -> str | None:
    """Why what was taken for articles is none; None when there is nothing against them.

    Args:
        root: the page's tree.
        lines: the page's lines.
        chosen: for each article its lines.
        dated: whether one of them has a day.
        told: whether the page's data speak of an article.
    """
    if frames := [frame.get("src") for frame in root.iter("frame") if frame.get("src")]:
        return f"its text stands in frames, files of their own beside it: give those ({'، '.join(frames[:3])})"
    text = [n for places in chosen for n in places]
    if (len(chosen) <= 1 or not told) and (offers := _offers(lines, text, told=told)):
        return f"it is a list of {offers} headlines that lead to other pages, no article; save the articles' pages"
    if not text:
        return UNLOADED
    if dated or told:
        return None
    said = " ".join(lines[n].text for n in text)
    return _SITE if len(said.split()) <= _LONGEST_SITE and _SITE_SAYS.search(f"{said} {_title(root)}") else None


def _offers(lines: Sequence[TextLine], text: Sequence[int], *, told: bool) -> int:
    """How many headlines lead elsewhere from a page whose text is their summaries; 0 for any other page."""
    offers = sum(1 for line in lines if _is_headline(line))
    under = sum(1 for n in text if _is_offered(lines, n))
    most, share = (_OFFERS_TOLD, _SHARE_TOLD) if told else (_OFFERS, _SHARE)
    return offers if offers >= most and under >= share * len(text) else 0


def _title(root: HtmlElement) -> str:
    """The texts of the page's title element and of its first heading."""
    return " ".join("".join(next(root.iter(tag), root.makeelement(tag)).itertext()) for tag in ("title", "h1"))


def _is_headline(line: TextLine) -> bool:
    """Whether a line is a link to another page, long enough for a headline."""
    return line.linked and len(line.text.split()) >= _FEWEST and not line.text.endswith(".")


def _is_offered(lines: Sequence[TextLine], n: int) -> bool:
    """Whether a line stands under a headline that leads elsewhere, a day or a word between them or not."""
    if lines[n].linked:
        return True
    above = (line for line in reversed(lines[max(0, n - 3) : n]) if len(line.text.split()) > _FEWEST or line.linked)
    return _is_headline(next(above, lines[n]))
