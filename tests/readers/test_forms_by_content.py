"""What a file is decides, not its name: feeds, SGML, web pages, archived pages and packed files under any ending."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import sys

import pytest
import zstandard

from arcorpus.readers.inputs import Inputs, read_articles
from arcorpus.report import Corpus

BODY = "افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة، وقالت المديرة إن القاعة تتسع لمئة قارئ."
FEED = (
    '<?xml version="1.0"?><rss><channel><title>الميناء</title><item><title>خبر</title><link>https://a.example/1</link>'
    "<pubDate>Tue, 14 Mar 2023 08:20:00 GMT</pubDate><description>موجز</description>"
    f'<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>{BODY}</p><p>نعم&nbsp;كله.</p>]]>'
    "</c:encoded></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>خبر</title><link rel="alternate" href="https://a.example"/>'
    f'<updated>2023-03-14T08:00:00Z</updated><content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>'
)
RECORDS = (
    f"<list><news><title>خبر</title><text>{BODY}</text></news><news><title>ب</title><text>{BODY}</text></news></list>"
)
TIMEML = f"<TimeML>\nفتحت <TIMEX3 value='2023'>هذا العام</TIMEX3> {BODY}\n</TimeML>"
LAUGHS = '<!DOCTYPE a [<!ENTITY x "ها"><!ENTITY y "&x;&x;&x;">]><a><text>قال &y; الوزير</text></a>'
TREC = f"<DOC>\n<DOCNO> A1 </DOCNO>\n<HEADLINE>\nخبر\n</HEADLINE>\n<TEXT>\n<P>\n{BODY} AT&T\n</P>\n</TEXT>\n</DOC>\n"
HTML = f"<!DOCTYPE html><html><head><title>خبر</title></head><body><h1>خبر</h1><p>{BODY}</p></body></html>"


def warc(kind: str, content: str, inner: str) -> str:
    """One record of WARC."""
    size = len(inner.encode())
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: {content}\r\n"
    return f"{head}Content-Length: {size}\r\n\r\n{inner}\r\n\r\n"


WARC = warc("response", "application/http", f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{HTML}")
WET = warc("conversion", "text/plain", f"افتتاح مكتبة جديدة في المدينة\n{BODY}")


def found(path):
    """The articles, errors and warnings of one input."""
    errors, warnings = [], []
    return list(read_articles(Inputs((str(path),)), Corpus(), errors, warnings.append)), errors, warnings


@pytest.mark.parametrize(
    ("data", "named", "count"),
    [
        (FEED, "XML", 1), (ATOM, "XML", 1), (RECORDS, "XML", 2), (TIMEML, "XML", 1), (TREC * 2, "SGML", 2),
        (HTML, "HTML", 1), (WARC, "WARC", 1), (WET * 2, "WARC", 2),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "-"])
def test_under_another_name(tmp_path, monkeypatch, data, named, count, name):
    """Each is read as what it is, with one warning that names it."""
    (tmp_path / "a.txt").write_bytes(data.encode())
    (tmp_path / "a.csv").write_bytes(data.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    articles, errors, warnings = found("-" if name == "-" else tmp_path / name)
    assert (len(articles), errors) == (count, [])
    assert all(BODY in article.text and "<" not in article.text for article in articles)
    assert [named in warning for warning in warnings] == ([] if name == "-" else [True])


def test_a_feed(tmp_path):
    """Content stands over description, HTML inside is text, the date of mail is a day."""
    (tmp_path / "a.rss").write_text(FEED, encoding="utf-8")
    article = found(tmp_path / "a.rss")[0][0]
    assert article.text == f"{BODY}\nنعم كله."
    assert (article.title, article.date, article.url) == ("خبر", "2023-03-14", "https://a.example/1")
    assert (article.source, article.date_text) == ("الميناء", "Tue, 14 Mar 2023 08:20:00 GMT")


def test_entities_are_not_expanded(tmp_path):
    """What a document declares is told, not expanded."""
    (tmp_path / "a.xml").write_text(LAUGHS, encoding="utf-8")
    article = found(tmp_path / "a.xml")[0][0]
    assert "ها" not in article.text
    assert article.warnings == ("entities of the XML are not expanded: y",)


ONE = "<article><title>{}</title><text>قال الوزير إن الأمر انتهى.</text></article>"


@pytest.mark.parametrize(
    ("between", "before"),
    [
        ("\n", ""),
        ('<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0"?>\n<!DOCTYPE article>'),
        ("<!-- باء -->" + " " * 200_000, ""),  # further down than a piece goes
    ],
)
def test_several_documents_in_one_file(tmp_path, between, before):
    """Documents set one after the other are all read, with or without their declarations."""
    (tmp_path / "a.xml").write_text(before + between.join(map(ONE.format, "أبج")), encoding="utf-8")
    articles, errors, _ = found(tmp_path / "a.xml")
    assert ([article.title for article in articles], errors) == (["أ", "ب", "ج"], [])


def test_a_document_that_is_cut_off(tmp_path):
    """What ended before is read, and the element that does not end is told."""
    (tmp_path / "a.xml").write_text(ONE.format("أ") + ONE.format("ب")[:-20], encoding="utf-8")
    articles, [error], _ = found(tmp_path / "a.xml")
    assert [article.title for article in articles] == ["أ"]
    assert "'article' is never closed" in error.message


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [
        ("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress),
        ("zst", zstandard.ZstdCompressor().compress),
    ],
)  # fmt: skip
def test_packings(tmp_path, suffix, pack):
    """Each packing is undone; what is cut off is told, and what unpacks to too much is refused."""
    path = tmp_path / f"a.jsonl.{suffix}"
    path.write_bytes(pack('{"text": "قال."}\n'.encode()))
    assert [article.text for article in found(path)[0]] == ["قال."]
    path.write_bytes(pack(b'{"text": "' + bytes(range(97, 123)) * 100)[:-9])
    assert found(path)[1]
    path.write_bytes(pack(b" \n" * (40 << 19)))
    assert "times its size" in found(path)[1][0].message


def test_a_page_of_too_much(tmp_path):
    """A page is read whole, so it may not be a gigabyte."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(random.Random(1).randbytes(17 << 20).hex().encode() * 2, 1))  # noqa: S311
    assert "more than 64 MiB" in found(path)[1][0].message


@pytest.mark.parametrize(
    ("text", "form", "count"),
    [
        (f'title,date,text\n"خبر",2023-01-02,"{BODY}"\n"آخر",2023-01-03,"{BODY}"\n', "a table", 2),
        (f"العنوان;النص\nخبر;{BODY}\nآخر;{BODY}\n", "a table", 2),
        (f'{{"title": "خبر", "text": "{BODY}"}}\n{{"title": "آخر", "text": "{BODY}"}}\n', "JSON Lines", 2),
        (f'[\n {{"title": "خبر", "text": "{BODY}"}}\n]', "JSON", 1),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_records_that_are_called_a_text(tmp_path, text, form, count, end):
    """Tables and JSON under the name of a text are their records, said in a warning, whatever ends their lines."""
    path = tmp_path / "x.txt"
    path.write_bytes(text.replace("\n", end).encode())
    articles, errors, warnings = found(path)
    if end != "\r" or form != "JSON Lines":  # lines of JSON end with a line feed
        assert ([article.text for article in articles], errors) == ([BODY] * count, [])
        assert f"this is {form} under another name" in warnings[0]
