"""The fields of an article's element in XML: of any document by the names of its elements, of a feed by its form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from arcorpus.readers.field_names import RecordField, means
from arcorpus.readers.html.fragments import fragment_text
from arcorpus.readers.options import ReadOptions, is_same

_SPACES = re.compile(r"[ \t\r\f\v]*\n[ \t\r\f\v]*")
_NAMES = {
    "guid": "id", "docno": "id", "docid": "id", "doc_id": "id", "pubdate": "date", "dct": "date", "date_time": "date",
    "published": "date", "updated": "date", "creator": "author", "headline": "title", "head": "title", "hl": "title",
    "encoded": "text", "para": "text", "newstext": "text", "story": "text",
}  # fmt: skip


def local_name(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """An element's name without its namespace; empty for what is no element."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def _stands_for(name: str, what: RecordField) -> bool:
    """Whether an element's name means a field, by the names of rows and those of news in XML."""
    known = _NAMES.get(name.casefold())
    return known == what if known else means(name, what)


def is_text(name: str, options: ReadOptions) -> bool:
    """Whether an element's name means the text, as the user says or by the usual names."""
    wanted = options.text_column
    return is_same(name, wanted) if wanted is not None else _stands_for(name, RecordField.TEXT)


def line_of(element: Any) -> str | None:  # noqa: ANN401 - an element of lxml
    """An element's text as one line."""
    return " ".join(fragment_text("".join(element.itertext())).split()) or None


def text_of(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """An element's text with a line for each paragraph: children count as lines where no text stands between them."""
    lines = list(_blocks(element))
    if len(lines) == 1:
        return fragment_text(_SPACES.sub("\n", lines[0]).strip())
    return "\n".join(line for line in (" ".join(fragment_text(line).split()) for line in lines) if line)


def _blocks(element: Any) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
    """The texts of an element's blocks."""
    stack = [element]
    while stack:
        current = stack.pop()
        children = _elements(current)
        direct = (current.text or "") + "".join(child.tail or "" for child in current)
        if children and not direct.strip():
            stack.extend(reversed(children))
        else:
            yield "".join(current.itertext())


def values_of(element: Any) -> dict[str, object]:  # noqa: ANN401 - an element of lxml
    """The fields of an article's element: its attributes, its children and theirs, the best name first."""
    values: dict[str, object] = {}
    for name, value in element.attrib.items():
        _put(values, name.rpartition("}")[2], value)
    texts: list[str] = []
    stack = _elements(element)[::-1]
    while stack:
        child = stack.pop()
        name = local_name(child)
        if _stands_for(name, RecordField.TEXT):
            texts.append(text_of(child))
        elif (inner := _elements(child)) and not _known(name):
            stack.extend(reversed(inner))
        else:
            _put(values, name, _value(child))
    joined = "\n".join(text for text in texts if text)
    if not joined and not len(element):
        joined = text_of(element)
    if joined:
        values["text"] = joined
    return values


def _elements(element: Any) -> list[Any]:  # noqa: ANN401 - an element of lxml
    """The children of an element that are elements themselves."""
    return [child for child in element if isinstance(child.tag, str)]


def _known(name: str) -> bool:
    return name.casefold() in _NAMES or any(means(name, what) for what in (RecordField.TITLE, RecordField.DATE))


def _value(child: Any) -> object:  # noqa: ANN401 - an element of lxml
    """A field's value: its words, or the day that TimeML puts beside them."""
    day = next(
        (inner.get("value") for inner in child.iter() if local_name(inner) == "TIMEX3" and inner.get("value")), None
    )
    return day if day and local_name(child).casefold() == "dct" else line_of(child)


def _put(values: dict[str, object], name: str, value: object) -> None:
    """Keep a field by its usual name; of several of one name a list."""
    if not value:
        return
    name = _NAMES.get(name.casefold(), name)
    if name in values and means(name, RecordField.KEYWORDS):
        before = values[name]
        values[name] = [*before, value] if isinstance(before, list) else [before, value]
    else:
        values.setdefault(name, value)


def named_values(element: Any, options: ReadOptions) -> dict[str, object]:  # noqa: ANN401 - an element of lxml
    """The fields that the user named, from the elements or attributes so called; None for one that is not there."""
    found: dict[str, object] = {}
    for what, wanted in options.named().items():
        inner = next((one for one in element.iter() if is_same(local_name(one), wanted)), None)
        if inner is None:
            found[str(what)] = next((value for name, value in element.attrib.items() if is_same(name, wanted)), None)
        else:
            found[str(what)] = text_of(inner) if what == RecordField.TEXT else line_of(inner)
    return found


_Children = dict[str, list[Any]]


def feed_values(element: Any) -> dict[str, object]:  # noqa: ANN401 - an element of lxml
    """The fields of a feed's item: content over description, an address out of `href`."""
    found: _Children = {}
    for child in element:
        if name := local_name(child):
            found.setdefault(name, []).append(child)
    texts = (
        text_of(child) for name in ("encoded", "content", "description", "summary") for child in found.get(name, ())
    )
    terms = [term for child in found.get("category", ()) if (term := child.get("term") or line_of(child))]
    return {
        "id": _first_line(found, "guid", "id", "identifier"),
        "title": _first_line(found, "title"),
        "text": next(filter(None, texts), None),
        "date": _first_line(found, "pubDate", "published", "date", "issued", "updated"),
        "author": _author(found),
        "source": _first_line(found, "publisher"),
        "url": _address(found),
        "category": terms[0] if len(terms) == 1 else None,
        "keywords": terms if len(terms) > 1 else None,
    }


def _first_line(found: _Children, *names: str) -> str | None:
    """The first text under some names, as one line."""
    return next((text for name in names for child in found.get(name, ()) if (text := line_of(child))), None)


def _author(found: _Children) -> str | None:
    """Who wrote a feed's item: the creator, or the name of Atom's author."""
    people = (part for person in found.get("author", ()) for part in person if local_name(part) == "name")
    return _first_line(found, "creator") or next(map(line_of, people), None) or _first_line(found, "author")


def _address(found: _Children) -> str | None:
    """The address of a feed's item: Atom's link to the page itself, or the text of RSS's."""
    links = (link for link in found.get("link", ()) if link.get("rel", "alternate") == "alternate")
    return next((link.get("href") for link in links if link.get("href")), None) or _first_line(found, "link")


def iso_date(written: str) -> str | None:
    """A date as feeds write it («Tue, 14 Mar 2023 08:20:00 GMT») in ISO form, any other as it is."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return written or None
