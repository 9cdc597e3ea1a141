"""The report as one JSON object, or as one object a line (`jsonl`); articles go out as they are produced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from itertools import chain, islice
from json import JSONEncoder
from math import isfinite
from operator import attrgetter
from typing import Any, TextIO

from arcorpus import __version__
from arcorpus.report import ERRORS, Report
from arcorpus.types import record
from arcorpus.writers.columns import table_of
from arcorpus.writers.escaping import for_json
from arcorpus.writers.layout import Layout

SCHEMA = "corpus.report/1"
FORMATS = {".json": "json", ".jsonl": "jsonl"}


def write(report: Report, out: TextIO, layout: Layout) -> None:
    """Write the report as JSON, or with `layout.form` `jsonl` as one object a line.

    Keys stand in the order of the interface, but for `run` and `corpus`: they are known when the articles have passed
    and follow the sections. Every record has a line of its own. The same report gives the same bytes.
    """
    if layout.form == "jsonl":
        out.writelines(f"{line}\n" for line in _lines(report))
    else:
        out.writelines(_object(report))


def _object(report: Report) -> Iterator[str]:
    articles = _articles(report)
    # What fails at once leaves no half object behind.
    first = tuple(islice(articles, 1))
    yield f'{{\n"schema": {encode(SCHEMA)},\n"version": {encode(__version__)}'
    yield from _array("articles", chain(first, articles))
    for name, records in report.tables.items():
        yield from _array(name, records)
    yield f',\n"run": {encode(report.run)},\n"corpus": {encode(report.corpus)}'
    yield from _array(ERRORS.name, report.errors)
    yield "\n}\n"


def _array(name: str, records: Iterable[Any]) -> Iterator[str]:
    """The member `name` of the report's object, a line for each record."""
    yield f',\n"{name}": ['
    mark = "\n"
    for item in records:
        yield f"{mark}{encode(item)}"
        mark = ",\n"
    yield "]" if mark == "\n" else "\n]"


def _lines(report: Report) -> Iterator[str]:
    for article in _articles(report):
        yield encode({"record": "article", **article})
    for name, records in report.tables.items():
        if kind := table_of(name).line:
            for item in records:
                yield encode({"record": kind, **_shallow(item)})
    for error in report.errors:
        yield encode({"record": ERRORS.line, **_shallow(error)})


def _articles(report: Report) -> Iterator[dict[str, Any]]:
    for article in report.articles:
        values = _shallow(article)
        if not report.with_text:
            del values["text"]
        yield values


@cache
def _getter(kind: type[Any]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


def _shallow(item: object) -> dict[str, Any]:
    """A record's own fields; the encoder asks again for the records inside it."""
    kind: Any = type(item)
    names, values = _getter(kind)
    return dict(zip(names, values(item), strict=True))


_ENCODER = JSONEncoder(ensure_ascii=False, allow_nan=False, default=_shallow)


def encode(value: Any) -> str:  # noqa: ANN401 - any record of `types`, or plain JSON values
    r"""The value as JSON on one line, Arabic as it is, and nothing in it that a terminal obeys.

    A number that JSON has no word for (infinite, not a number) becomes null.

    >>> encode({"text": "ميتا", "score": float("nan")})
    '{"text": "ميتا", "score": null}'
    """
    try:
        return for_json(_ENCODER.encode(value))
    except ValueError:
        return for_json(_ENCODER.encode(_finite(record(value))))


def _finite(value: Any) -> Any:  # noqa: ANN401 - plain JSON values
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not isfinite(value) else value
