"""What a stream without a name holds is told by its beginning."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from arcorpus.errors import UnreadableFile
from arcorpus.readers import formats
from arcorpus.readers.sniffing import Beginning, peek, sniff


def sniff_form(data: bytes) -> str:
    """The reader that a stream of these first bytes goes to."""
    return sniff(Beginning(data, "-"), formats.readers()) or "page"


LONG = "قال الوزير إن الوضع مستقر. " * 5000


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ('{"text": "أ"}\n{"text": "ب"}\n', "jsonl"),
        ('{"text": أ}\n{oops\n', "jsonl"),
        ('{oops"\n', "page"),
        (f'{{"text": "{LONG}"}}\n{{"text": "x"}}', "jsonl"),
        ('{"articles": [\n{"text": "أ"}]}', "json"),
        ('{"text": "أ"}', "json"),
        ("{}", "json"),
        ('\ufeff \n[\n{"text": "أ"}]', "json"),
        ("[]", "json"),
        ("[عاجل] خبر", "page"),
        ("[1] خبر", "page"),
        ("text,title\nأ,ب\n", "csv"),
        ("id|النص\n1|أ\n", "csv"),
        ("title\ttext\nأ\tب\n", "csv"),
        ("text\nأ\n", "page"),
        ("id,title\n1,أ\n", "page"),
        (LONG, "page"),
        ("العنوان: خبر\nالنص: قال الوزير، وأضاف\n", "page"),
        ("PAR1\x15\x04", "parquet"),
        ("x", "page"),
    ],
)
def test_forms(content, form):
    """JSON, lines of it, tables and pages are told apart."""
    assert sniff_form(content.encode()[: 1 << 16]) == form


@pytest.mark.parametrize("codec", ["utf-16", "cp1256", "utf-8-sig"])
def test_forms_in_other_encodings(codec):
    """The encoding makes no difference to the form."""
    assert sniff_form("العنوان;النص\r\nخبر;قال الوزير إن الوضع\r\n".encode(codec)) == "csv"


@pytest.mark.parametrize("content", ["<!DOCTYPE html><p>", "\n<html dir=rtl>", "<!-- x --><HEAD>", "<body>"])
def test_html(content):
    """HTML is told by its first elements."""
    assert sniff_form(content.encode()) == "html"


def test_binary():
    """Binary data is refused in words."""
    with pytest.raises(UnreadableFile, match="PDF"):
        sniff_form(b"%PDF-1.4")


def test_peeking_loses_nothing():
    """The stream after peeking is whole."""
    data = LONG.encode()
    beginning, stream = peek(io.BytesIO(data), "-")
    assert data.startswith(beginning.data)
    assert stream.read() == data


def test_readers_are_asked_in_turn():
    """The first reader that claims a stream gets it; one without `looks_like` is passed over."""
    silent, refuses, claims = (
        SimpleNamespace(),
        SimpleNamespace(looks_like=lambda _: False),
        SimpleNamespace(looks_like=lambda b: b.text == "أ"),
    )
    readers = [("a", silent), ("b", refuses), ("c", claims), ("d", claims)]
    assert sniff(Beginning("أ".encode(), "-"), readers) == "c"
    assert sniff(Beginning(b"x", "-"), readers) is None
    assert Beginning(b"%PDF-1.4", "-").text == ""
    assert Beginning("\ufeffأب".encode()[:-1], "-").text == "أ\ufffd"
