"""What a page shows of its article in elements that say what they hold: the author, the tags, the section, the site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcorpus.readers.html.dom import shown_text
from arcorpus.readers.page.lexicon import is_button, is_section
from arcorpus.readers.page.lines import fold_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AUTHOR_CLASSES = frozenset(
    {"fn", "byline", "author-name", "post-author", "entry-author", "author", "createdby", "field--name-uid", "username"}
)
_COMMENTS = re.compile(r"(?<![a-z])(?:comments?|respond|related|sidebar|author-?(?:box|bio))(?![a-z])")
_WORDS_BEFORE = re.compile(
    r"^(?:كتب(?:ت|ه|ها)?(?: بواسطة)?|بواسطة|بقلم|الكاتب|إعداد|تحرير|by)(?:\s*:\s*|\s+)", re.IGNORECASE
)
_SITE = re.compile(r"^(?:جريدة|صحيفة|موقع|وكالة|بوابة|شبكة|مجلة)\s+\S")
_SEPARATOR = re.compile(r"(?<!\s)\s++[|»«–—-]\s+|::")
_MOST_WORDS = 5  # of a name
_DAY_BEFORE = re.compile(r"^\d[\d./-]*\s*[,،]\s*")  # «12.07.2023, المدينة»
_LONGEST_TITLE = 1000  # code points of a title element that are read


def shown_author(root: HtmlElement) -> str | None:
    """The one name that elements marked as the author's hold; None where there is none, or several differ.

    >>> from lxml.html import document_fromstring
    >>> shown_author(document_fromstring("<p>نشره <a rel='author'>هالة الخصاونة</a></p>"))
    'هالة الخصاونة'
    """
    names = {_name(element) for element in root.iter("a", "span", "div", "p", "dd", "li") if _is_author(element)}
    names.discard("")
    return names.pop() if len(names) == 1 else None


def _is_author(element: HtmlElement) -> bool:
    marked = "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"
    classes = frozenset((element.get("class") or "").split())
    return (marked or bool(classes & _AUTHOR_CLASSES)) and not _is_beside(element)


def _is_beside(element: HtmlElement) -> bool:
    """Whether an element stands in a comment, a teaser or the like."""
    return any(_COMMENTS.search(f"{e.get('id', '')} {e.get('class', '')}".lower()) for e in element.iterancestors())


def _name(element: HtmlElement) -> str:
    """The name in an element, without the word before it; empty for what is no name."""
    text = _WORDS_BEFORE.sub("", _shown(element))
    is_name = len(text.split()) <= _MOST_WORDS and not re.search(r"[\d:|.!?؟]", text)
    return text if is_name else ""


def _shown(element: HtmlElement) -> str:
    return shown_text("".join(element.itertext()))


def shown_tags(root: HtmlElement) -> tuple[str, ...]:
    """The texts of the links that are marked as the article's tags, each once."""
    links = (
        link for link in root.iter("a") if "tag" in (rel := (link.get("rel") or "").split()) and "category" not in rel
    )
    return tuple(dict.fromkeys(text for link in links if not _is_beside(link) and (text := _shown(link).strip("# "))))


def shown_section(root: HtmlElement) -> str | None:
    """What the page marks as the article's section: by its data, or as a link to a category."""
    for element in root.iter("a", "span"):
        is_section = element.get("itemprop") in {"genre", "articleSection"}
        if (is_section or "category" in (element.get("rel") or "").split()) and (text := _shown(element)):
            return text
    return None


def shown_heading(root: HtmlElement, titles: tuple[str, ...]) -> str | None:
    """The second- or third-level heading that the data call the article by, where none of the first is it."""
    wanted = {_letters(title) for title in titles}
    if not wanted or any(_letters(_shown(element)) in wanted for element in root.iter("h1")):
        return None
    return next((text for e in root.iter("h2", "h3") if _letters(text := _shown(e)) in wanted), None)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def title_of(root: HtmlElement) -> str:
    """The page's title element, one line; empty where it has none."""
    return shown_text(next((element.text or "" for element in root.iter("title")), "")[:_LONGEST_TITLE])


def houses(title: str) -> list[str]:
    """The short parts of a page's title element, of which one may be the site's name.

    >>> houses("البرلمان يقر الموازنة | محليات | المدينة")
    ['البرلمان يقر الموازنة', 'محليات', 'المدينة']
    """
    parts = (_DAY_BEFORE.sub("", part.strip()) for part in _SEPARATOR.split(title))
    return [part for part in parts if part and len(part.split()) <= _MOST_WORDS]


def site_of_title(title: str, headlines: Sequence[str]) -> str | None:
    """The site's name in a page's title element: beside the article's title, or by a word that says it is a site's.

    Args:
        title: the text of the element.
        headlines: what the article is called.

    >>> site_of_title("البرلمان يقر الموازنة | محليات | المدينة", ["البرلمان يقر الموازنة"])
    'المدينة'
    """
    parts = houses(title)
    if named := [part for part in parts if _SITE.match(part) and len(part.split()) < _MOST_WORDS]:
        return named[0]
    whole = _letters(title)
    keys = [key for key in map(_letters, headlines) if key and key != whole and whole.replace(key, "", 1) != whole]
    names = [part for part in parts if _may_name_site(part) and not any(_letters(part) in key for key in keys)]
    return names[-1] if keys and names else None


def _may_name_site(part: str) -> bool:
    """Whether a part of a title can be a site: no day, no section, no button («طباعة»)."""
    return not (re.search(r"\d", part) or is_section(fold_words(part)) or is_button(part))
