"""Archives of web pages whose records are not as long as they say."""

from __future__ import annotations

import io

import pytest

from arcorpus.errors import BrokenRow
from arcorpus.readers import warc
from arcorpus.types import Article

TEXT = "وزير المالية: لا ضرائب\n\nقال وزير المالية سالم العتيبي اليوم إن الحكومة لن تفرض ضرائب جديدة في عام 2025.\n" * 3


@pytest.mark.parametrize(("less", "broken"), [(0, 0), (20, 1)])
def test_a_record_longer_than_it_says(capsys, less, broken):
    """A record that goes on after its stated length is told as an error; nothing else goes to standard error."""
    body = TEXT.encode()
    head = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://e.example/\r\nContent-Type: text/plain\r\n"
    record = f"{head}Content-Length: {len(body) - less}\r\n\r\n".encode() + body + b"\r\n\r\n"
    found = list(warc.read(io.BytesIO(record * 2), "a.warc"))
    assert sum(isinstance(item, Article) for item in found) == 2
    assert sum(isinstance(item, BrokenRow) for item in found) == broken
    assert capsys.readouterr() == ("", "")
