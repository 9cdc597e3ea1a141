"""The schema says what a report is, and nothing else passes for one."""

from __future__ import annotations

import io
import json
from copy import deepcopy

import pytest
from jsonschema import Draft202012Validator

from arcorpus.writers.json import write
from arcorpus.writers.json_schema import schema
from arcorpus.writers.layout import Layout


def written(report):
    """The report's JSON, read again."""
    out = io.StringIO()
    write(report, out, Layout())
    return json.loads(out.getvalue())


@pytest.fixture
def valid():
    """Whether a value is a report by the schema."""
    return Draft202012Validator(schema()).is_valid


def test_schema_is_a_schema():
    """It keeps to the 2020-12 dialect, and every record is closed."""
    Draft202012Validator.check_schema(schema())
    for name, record in schema()["$defs"].items():
        assert record["additionalProperties"] is False, name
        assert record["description"]


def test_schema_holds_for_reports(report, valid):
    """A whole report is valid, and so is one of articles alone without their texts."""
    assert valid(written(report))
    report.with_text = False
    report.tables.clear()
    assert valid(written(report))


def test_schema_holds_for_hostile_reports(attack):
    """Whatever stands in the texts, the report is valid but for what is no date."""
    problems = Draft202012Validator(schema()).iter_errors(written(attack))
    assert {problem.absolute_path[-1] for problem in problems} <= {"date"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("surplus",), 1),
        (("schema",), "corpus.report/2"),
        (("articles", 0, "surplus"), 1),
        (("articles", 0, "title"), 5),
        (("articles", 0, "date"), "yesterday"),
        (("articles", 0, "keywords"), None),
        (("articles", 0, "furniture", 0, "start"), -1),
        (("mentions", 0, "type"), "ANIMAL"),
        (("mentions", 0, "bound"), "roughly"),
        (("mentions", 0, "score"), 1.5),
        (("mentions", 0, "field"), "body"),
        (("entities", 0, "type"), "DATE"),
        (("claims", 0, "kind"), "reported"),
        (("claims", 0, "stance"), "say"),
        (("claims", 0, "source", "gender"), "x"),
        (("claims", 0, "sentence"), 0.5),
        (("topics", 0, "share"), -0.1),
        (("topics",), None),
        (("corpus", "files"), "2"),
        (("run", "lexicons", "cues"), 5),
    ],
)
def test_schema_refuses(report, valid, path, value):
    """Unknown keys, values of the wrong type, and words that the interface does not have are refused."""
    broken = written(report)
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not valid(broken)


def test_schema_refuses_what_is_missing(report, valid):
    """Every key of a record must be there, but for an article's text."""
    whole = written(report)
    for section in ("articles", "mentions", "claims", "sources", "errors"):
        for key in whole[section][0]:
            broken = deepcopy(whole)
            del broken[section][0][key]
            assert valid(broken) is (section == "articles" and key == "text")


def test_lines_have_schemas_of_their_own(report):
    """A line of jsonl, without its `record`, is valid by the definition of its record."""
    out = io.StringIO()
    write(report, out, Layout(form="jsonl"))
    names = {"error": "ErrorRow"}
    for line in out.getvalue().splitlines():
        record = json.loads(line)
        name = names.get(kind := record.pop("record"), kind.capitalize())
        Draft202012Validator({**schema(), "$ref": f"#/$defs/{name}", "required": [], "properties": {},
                              "additionalProperties": True}).validate(record)  # fmt: skip
