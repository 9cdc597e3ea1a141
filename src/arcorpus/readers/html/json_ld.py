"""The article among a page's JSON-LD of schema.org, mended where sites break it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = ("newsarticle", "reportagenewsarticle", "article", "liveblogposting", "blogposting", "report")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_COMMENT = re.compile(r"^\s*(?:/\*\s*)?(?:<!--|<!\[CDATA\[|//<!\[CDATA\[)?(?:\s*\*/)?|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")
_STRAY_QUOTE = re.compile(r'(?<=[^\s,:{\[\\])"(?=[^\s,:}\]])|(?<=[^\W\d_])"(?=\s[^\W\d_])|(?<=[^\W\d_]\s)"(?=[^\W\d_])')
_MOST = 20_000  # objects that are looked at
_SAME = 0.6  # of the letters of the longer of two titles, when one is the other cut
_NO_SECTION = frozenset({"home", "الرئيسية", "الصفحة الرئيسية", "رئيسية"})


def article_data(root: HtmlElement, titles: Sequence[str]) -> dict[str, Any]:
    """The JSON-LD object of the page's article with what it refers to; empty where there is none.

    Of several it is the one that the page's titles name, then the one of the best type, then the first.

    Args:
        root: the page's tree.
        titles: what the page itself calls the article.
    """
    objects = list(islice(_all_objects(root), _MOST))
    known = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and len(item) > 1}
    found = [(rank, item) for item in objects if (rank := _rank(item)) is not None]
    if not found:
        return {}
    keys = [_letters(title) for title in titles]

    def trust(pair: tuple[int, dict[str, Any]]) -> tuple[bool, int]:
        return not _is_called(pair[1].get("headline") or pair[1].get("name"), keys), pair[0]

    item = min(found, key=trust)[1]
    return {key: _resolved(value, known) for key, value in item.items()} | _section(item, objects)


def _all_objects(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of all scripts of JSON-LD, in their order."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold():
            yield from _objects(_json(script.text or ""))


def _json(text: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """What a script of JSON holds, mended where sites break it.

    >>> _json('{"headline": "قال "نعم" للخطة",}')
    {'headline': 'قال "نعم" للخطة'}
    """
    plain = _TRAILING_COMMA.sub("", _COMMENT.sub("", _CONTROL.sub(" ", text)))
    for mended in (text, plain, html.unescape(plain), _STRAY_QUOTE.sub(r"\"", plain)):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON of any shape
    """The objects of a JSON-LD document: alone, in a list, in a @graph or as what a page is mainly about."""
    waiting = list(value) if isinstance(value, list) else [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        if isinstance(item, dict):
            yield item
            waiting[:0] = [inner for key in ("@graph", "mainEntity") if isinstance(inner := item.get(key), dict | list)]


def _rank(item: dict[str, Any]) -> int | None:
    """How well the type of an object fits an article, 0 the best; None when it is no article."""
    kinds = item.get("@type")
    names = {str(kind).casefold().rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])}
    ranks = [place for place, kind in enumerate(_ARTICLES) if any(name.endswith(kind) for name in names)]
    return ranks[0] if ranks else None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _is_called(name: object, titles: Iterable[str]) -> bool:
    """Whether the name of an object is one of the page's titles, of which one may be cut."""
    key = _letters(html.unescape(name)) if isinstance(name, str) else ""
    pairs = (sorted((key, title), key=len) for title in titles if key and title)
    return any(short in long and len(short) >= _SAME * len(long) for short, long in pairs)


def _resolved(value: object, known: dict[str, dict[str, Any]]) -> object:
    """A value with the objects that it only refers to by their @id in their place."""
    if isinstance(value, list):
        return [_resolved(item, known) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _section(item: dict[str, Any], objects: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The section by the page's trail of breadcrumbs, where the article does not tell its own."""
    if item.get("articleSection"):
        return {}
    for trail in objects:
        steps = trail.get("itemListElement")
        if str(trail.get("@type")).casefold() == "breadcrumblist" and isinstance(steps, list):
            names = [name for step in steps[:-1] if isinstance(step, dict) and (name := _name_of_step(step))]
            inner = [name for name in names[1:] if name.casefold() not in _NO_SECTION] or [
                name
                for name in names[:1]
                if name.casefold() not in _NO_SECTION and len(steps) == 2  # noqa: PLR2004
            ]
            return {"articleSection": inner[-1]} if inner else {}
    return {}


def _name_of_step(step: dict[str, Any]) -> str:
    """The name of a step of breadcrumbs: its own or that of its item."""
    inner = step.get("item")
    name = step.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
    return name.strip() if isinstance(name, str) else ""
