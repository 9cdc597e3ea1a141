"""The shapes in which programs keep records in JSON, each with the records that it holds."""

from __future__ import annotations

import io
import json

import pytest

from arcorpus.errors import LeftOut
from arcorpus.readers import json as reader

TITLES = ["عودة المكتبة", "حصاد الزعفران"]
TEXTS = ["قال الوزير إن العمل مستمر.", "وأضاف أن الطريق مفتوح."]
RECORDS = [{"title": a, "text": b} for a, b in zip(TITLES, TEXTS, strict=True)]
SHAPES = {
    "records": RECORDS,
    "split": {"columns": ["title", "text"], "index": [0, 1], "data": [list(r.values()) for r in RECORDS]},
    "by column": {"title": dict(enumerate(TITLES)), "text": dict(enumerate(TEXTS))},
    "columns as lists": {"title": TITLES, "text": TEXTS},
    "index": {"a": RECORDS[0], "b": RECORDS[1]},
    "lists by key": {"أمس": [RECORDS[0]], "اليوم": [RECORDS[1]]},
    "table": {"schema": {"fields": [{"name": "title"}]}, "data": RECORDS},
    "rows under a header": [["title", "text"], *([*r.values()] for r in RECORDS)],
    "Elasticsearch": {"took": 1, "hits": {"total": 2, "hits": [{"_id": "x", "_source": r} for r in RECORDS]}},
    "GeoJSON": {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": r} for r in RECORDS]},
    "CouchDB": {"total_rows": 2, "rows": [{"key": "k", "value": {"rev": "1"}, "doc": r} for r in RECORDS]},
    "GraphQL": {"data": {"posts": {"edges": [{"node": r} for r in RECORDS]}}},
    "a string": json.dumps(RECORDS),
    "a string twice over": json.dumps(json.dumps(RECORDS)),
    "strings in a list": [json.dumps(r) for r in RECORDS],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes(shape):
    """Each shape gives both records, in order and without errors."""
    data = json.dumps(SHAPES[shape], ensure_ascii=False).encode()
    found = list(reader.read(io.BytesIO(data), "x.json"))
    assert [(one.title, one.text) for one in found] == list(zip(TITLES, TEXTS, strict=True))


def test_a_telegram_export():
    """A post in pieces is one text; the channel's own notes are no posts, and their number is told."""
    post = {
        "id": 2,
        "type": "message",
        "date": "2023-03-14T10:15:00",
        "text": [{"type": "bold", "text": "خبر"}, " قال."],
    }
    note = {"id": 1, "type": "service", "action": "create_channel", "title": "قناة", "text": ""}
    data = json.dumps({"name": "قناة", "type": "public_channel", "id": 8, "messages": [note, post]}).encode()
    found, told = reader.read(io.BytesIO(data), "x.json")
    assert isinstance(told, LeftOut)
    assert told.message.startswith("1 of its messages are notes of the service")
    assert (found.text, found.date) == ("خبر قال.", "2023-03-14")


def test_paragraphs_are_no_column():
    """A record whose text is a list of paragraphs and whose keywords are another is one record."""
    data = json.dumps({"title": "خبر", "text": TEXTS, "keywords": ["أ", "ب"]}).encode()
    (found,) = reader.read(io.BytesIO(data), "x.json")
    assert found.text == "\n".join(TEXTS)
