"""The JSON Schema of the report, made from the records of `types` and what the interface says of their values."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from arcorpus.report import Corpus, Run
from arcorpus.types import CLAIM_KINDS, NAME_TYPES, STANCES, TOPIC_KEYS, VALUE_TYPES
from arcorpus.writers.columns import tables

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ALWAYS = ("schema", "version", "articles", "run", "corpus", "errors")
"""What every report has; the other sections are there when they were asked for."""

_NAMES = list(NAME_TYPES)
_SHARE = {"minimum": 0, "maximum": 1}
_DATE = {"pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
_FIELD = {"pattern": r"^(text|title|standfirst\.\d+)$"}

_VALUES: dict[str, dict[str, Any]] = {
    "Article.date": _DATE,
    "TopicShare.share": _SHARE,
    "Mention.field": _FIELD,
    "Mention.type": {"enum": [*NAME_TYPES, *VALUE_TYPES]},
    "Mention.bound": {"enum": ["about", "min", "max"]},
    "Mention.score": _SHARE,
    "ClaimSource.type": {"enum": _NAMES},
    "ClaimSource.gender": {"enum": ["m", "f"]},
    "SourceCount.type": {"enum": _NAMES},
    "SourceCount.gender": {"enum": ["m", "f"]},
    "ClaimSource.number": {"enum": ["s", "d", "p"]},
    "Context.field": _FIELD,
    "Claim.field": _FIELD,
    "Claim.kind": {"enum": list(CLAIM_KINDS)},
    "Claim.stance": {"enum": list(STANCES)},
    "Claim.checkworthiness": _SHARE,
    "Claim.score": _SHARE,
    "Entity.type": {"enum": _NAMES},
    "Entity.first_date": _DATE,
    "Entity.last_date": _DATE,
    "Topic.share": _SHARE,
    "Part.by": {"enum": list(TOPIC_KEYS)},
    "Part.share": _SHARE,
    "Duplicate.kind": {"enum": ["exact", "near", "part"]},
    "Duplicate.similarity": _SHARE,
    "Change.op": {"enum": ["equal", "replace", "delete", "insert"]},
    "Corpus.first_date": _DATE,
    "Corpus.last_date": _DATE,
}
"""What a value can be beyond its type, by record and field."""

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    Any: {},
}


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report: strict, every record closed and every key of it there.

    Only the `text` of an article may be missing: it is there when articles were asked for. The records stand under
    `$defs` by name, so that a line of `jsonl` can be checked against its own.

    >>> sorted(schema()["$defs"]["Cue"]["properties"])
    ['end', 'start', 'text']
    """
    found: dict[str, Any] = {}
    properties: dict[str, Any] = {
        "schema": {"const": "corpus.report/1"},
        "version": {"type": "string"},
        "run": _value(Run, "", found),
        "corpus": _value(Corpus, "", found),
    }
    for table in tables():
        properties[table.name] = {"type": "array", "items": _value(table.record, "", found)}
    found["Article"]["required"].remove("text")
    return {
        "$schema": DIALECT,
        "title": "corpus.report/1",
        "description": "What Arabic news names, is about and claims. Offsets count code points, [start, end).",
        "type": "object",
        "properties": properties,
        "required": list(ALWAYS),
        "additionalProperties": False,
        "$defs": found,
    }


def _value(hint: Any, name: str, found: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type hint of any form
    """The schema of a value of some type; the schemas of records are put into `found`."""
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in found:
            _record(hint, found)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    inner = get_args(hint)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(inner[0], name, found)}
    if get_origin(hint) is dict:
        return {"type": "object", "additionalProperties": _value(inner[1], name, found)}
    if NoneType in inner:
        return {"anyOf": [_value(inner[0], name, found), {"type": "null"}]}
    return {**_PLAIN[hint], **_VALUES.get(name, {})}


def _record(record: type, found: dict[str, Any]) -> None:
    hints = get_type_hints(record)
    names = [field.name for field in fields(record)]
    found[record.__name__] = {
        "description": " ".join((record.__doc__ or "").split()),
        "type": "object",
        "properties": {name: _value(hints[name], f"{record.__name__}.{name}", found) for name in names},
        "required": names,
        "additionalProperties": False,
    }
