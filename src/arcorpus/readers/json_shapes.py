"""The records in a value of JSON, in the shapes that programs keep: by column, by key, in envelopes, as text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from arcorpus.readers.field_names import RecordField, means
from arcorpus.readers.options import USUAL, ReadOptions

DEEPEST = 6  # envelopes, keys and strings of JSON in each other
LONG = 60  # code points of a bare text
_ANSWERS = frozenset({"comments", "replies", "answers", "related"})  # lists beside a text that are not its pieces
_BESIDE = (RecordField.TITLE, RecordField.DATE, RecordField.URL, RecordField.ID)


def spread(value: object, options: ReadOptions = USUAL, depth: int = DEEPEST) -> Iterator[object]:
    """The records that a value holds; the value itself when it is one, or nothing that is known.

    >>> list(spread({"title": {"0": "أ", "1": "ب"}, "text": {"0": "قال", "1": "نفى"}}))
    [{'title': 'أ', 'text': 'قال'}, {'title': 'ب', 'text': 'نفى'}]
    """
    if isinstance(value, str):
        inner = _inside(value)
        if depth and inner is not None:
            yield from (
                spread_all(inner, options, depth - 1) if isinstance(inner, list) else spread(inner, options, depth - 1)
            )
        else:
            yield value
    elif not isinstance(value, dict) or not depth:
        yield value
    elif rows := _by_column(value, options):
        yield from rows
    elif not _has_text(value, options) and (opened := _opened(value, options) or _pieced(value, options)):
        yield from spread(opened, options, depth - 1)
    elif texts := _texts_by_key(value, options):
        yield from texts
    elif not _has_text(value, options) and (kept := _by_key(value, options)):
        for member in kept:
            yield from spread(member, options, depth - 1)
    else:
        yield _posted(value)


def spread_all(values: Sequence[object], options: ReadOptions, depth: int = DEEPEST) -> Iterator[object]:
    """The records of a list: its members, or the rows of a table whose first row is the header."""
    if values and all(isinstance(row, list) for row in values[:2]) and (names := _names(values[0], options)):
        yield from (as_record(names, row) for row in values[1:])
        return
    for value in values:
        yield from spread(value, options, depth)


def as_record(names: Sequence[str], row: object) -> object:
    """A row of values by the names of its columns; what is no list stays what it is."""
    return dict(zip(names, row, strict=False)) if isinstance(row, list) else row


def is_service(value: object) -> bool:
    """Whether a record is a note of the program that wrote it (Telegram: «channel created») and no post."""
    return isinstance(value, dict) and value.get("type") == "service" and "action" in value and not value.get("text")


def header(row: object, options: ReadOptions) -> list[str] | None:
    """The names of a row that is a header, None for any other."""
    return _names(row, options)


def _names(row: object, options: ReadOptions) -> list[str] | None:
    if not isinstance(row, list) or not row or not all(isinstance(name, str) for name in row):
        return None
    return row if any(options.means(name, RecordField.TEXT) for name in row) else None


def _inside(text: str) -> object:
    """The value of JSON that a string holds, None when it holds none."""
    if not text.lstrip().startswith(("{", "[", '"[', '"{')):
        return None
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found


def _has_text(values: Mapping[str, object], options: ReadOptions) -> bool:
    return any(
        options.means(name, RecordField.TEXT) and value and not _is_object_of_fields(value)
        for name, value in values.items()
    )


def _is_object_of_fields(value: object) -> bool:
    """Whether a value is an object with a text of its own («article»: {«body»: …}), rather than a nested text."""
    return (
        isinstance(value, dict)
        and sum(any(means(name, what) for what in (*_BESIDE, RecordField.TEXT)) for name in value) > 1
    )


def _by_column(values: dict[str, object], options: ReadOptions) -> list[dict[str, object]]:
    """The rows of a table kept by column (pandas' default, `to_dict("list")`, `split`), none when it is no such."""
    names, data = values.get("columns"), values.get("data")
    if isinstance(data, list) and (header_names := _names(names, options)):
        return [dict(zip(header_names, row, strict=False)) for row in data if isinstance(row, list)]
    texts = next((value for name, value in values.items() if options.means(name, RecordField.TEXT)), None)
    beside = [value for name, value in values.items() if any(means(name, what) for what in _BESIDE)]
    return _turned(values, texts) if _are_columns(texts, beside) else []


def _are_columns(texts: object, beside: list[object]) -> bool:
    """Whether the text and what stands beside it are columns: lists of one length, or objects with the same keys."""
    if isinstance(texts, list):
        return bool(beside) and all(isinstance(one, list) and len(one) == len(texts) for one in beside)
    return isinstance(texts, dict) and not _names_fields(texts) and all(_has_keys(one, texts) for one in beside)


def _names_fields(value: dict[str, object]) -> bool:
    """Whether a key of an object is the name of a field, rather than the number of a row."""
    fields = (*_BESIDE, RecordField.TEXT, RecordField.INNER)
    return any(means(str(name), what) for name in value for what in fields)


def _has_keys(value: object, other: dict[str, object]) -> bool:
    return isinstance(value, dict) and value.keys() == other.keys()


def _turned(values: dict[str, object], texts: object) -> list[dict[str, object]]:
    """The rows of columns that are all lists, or all objects, as that of the text is."""
    columns = {name: _cells(value) for name, value in values.items() if type(value) is type(texts)}
    return [{name: cells.get(key) for name, cells in columns.items()} for key in _cells(texts)]


def _cells(value: object) -> dict[object, object]:
    """The cells of a column by their row."""
    if isinstance(value, dict):
        return dict(value)
    return dict(enumerate(value)) if isinstance(value, list) else {}


def _opened(values: dict[str, object], options: ReadOptions) -> dict[str, object] | None:
    """A record whose fields stand in an envelope, with those beside it; what is inside wins."""
    for name, value in values.items():
        if not means(name, RecordField.ENVELOPE):
            continue
        inner = _inside(value) if isinstance(value, str) else value
        if isinstance(inner, dict) and (_has_text(inner, options) or _opened(inner, options)):
            return {
                **{n: v for n, v in values.items() if n != name},
                **(inner if _has_text(inner, options) else _opened(inner, options) or {}),
            }
    return None


def _pieced(values: dict[str, object], options: ReadOptions) -> dict[str, object] | None:
    """A record with a title and its text in pieces (`sections`, `content_elements`), put together."""
    if not _has_title(values, options):
        return None
    for name, pieces in values.items():
        if name.casefold() in _ANSWERS or not isinstance(pieces, list):
            continue
        members = [piece for piece in pieces if isinstance(piece, dict)]
        texts = [text for piece in members if (text := _piece(piece, options))]
        if texts and not any(_has_title(piece, options) for piece in members):
            return {**values, options.text_column or "text": texts}
    return None


def _has_title(values: dict[str, object], options: ReadOptions) -> bool:
    return any(options.means(name, RecordField.TITLE) and value for name, value in values.items())


def _piece(values: dict[str, object], options: ReadOptions) -> str:
    """The text of a piece, empty when it is a picture or the like."""
    texts = (value for name, value in values.items() if options.means(name, RecordField.TEXT))
    return next((value for value in texts if isinstance(value, str)), "")


def _texts_by_key(values: dict[str, object], options: ReadOptions) -> list[dict[str, object]]:
    """The records of texts that stand bare under their addresses, titles or categories, several under a category."""
    if options.text_column is not None or any(map(options.means_any, values)):
        return []
    found: list[dict[str, object]] = []
    for name, value in values.items():
        texts = value if isinstance(value, list) else [value]
        if not texts or not all(is_running(text) for text in texts):
            return []
        what = RecordField.CATEGORY if isinstance(value, list) else RecordField.TITLE
        found.extend({str(RecordField.URL if "://" in name else what): name, "text": text} for text in texts)
    return found


def is_running(value: object) -> bool:
    """Whether a bare value is a text: Arabic, and longer than a title."""
    return isinstance(value, str) and len(value) >= LONG and any("\u0620" <= letter <= "\u06ff" for letter in value)


def _by_key(values: dict[str, object], options: ReadOptions) -> list[object]:
    """The records that stand each under a key of its own, which is the record's id where it has none."""
    found: list[object] = []
    for name, value in values.items():
        if name.casefold() in _ANSWERS:
            continue
        if isinstance(value, dict) and _leads_to_text(value, options):
            named = len(values) == 1 or any(means(inner, RecordField.ID) for inner in value)
            found.append(value if named else {"id": name, **value})
        elif isinstance(value, list) and any(
            isinstance(member, dict) and _has_text(member, options) for member in value
        ):
            found.extend(value)
    return found


def _leads_to_text(values: dict[str, object], options: ReadOptions, depth: int = DEEPEST) -> bool:
    """Whether an object, or one in it, has a text."""
    if _has_text(values, options) or _opened(values, options):
        return True
    inner = (value for value in values.values() if isinstance(value, dict))
    return depth > 0 and any(_leads_to_text(value, options, depth - 1) for value in inner)


def _posted(values: dict[str, object]) -> dict[str, object]:
    """The record with the text of a post, which a messenger keeps in pieces, put together."""
    text = values.get("text")
    if (
        isinstance(text, list)
        and any(isinstance(p, dict) and "type" in p for p in text)
        and any(isinstance(p, str) for p in text)
    ):
        pieces = (p if isinstance(p, str) else str(p.get("text", "")) if isinstance(p, dict) else "" for p in text)
        return {**values, "text": "".join(pieces)}
    return values
