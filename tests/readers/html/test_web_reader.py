"""The reader of web pages: who counts as an author, MHTML, and what holds no article."""

from __future__ import annotations

import io
from base64 import b64encode

import pytest

from arcorpus.errors import NoArticle, UnreadableFile
from arcorpus.readers.html.reader import read, read_html

BODY = (
    "<p>افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة، تضم أربعين ألف كتاب وقاعة للأطفال.</p>"
    "<p>وقال مدير المكتبة إن أبوابها مفتوحة كل يوم من الصباح حتى المساء.</p>"
)


def page(head: str) -> str:
    """A page with an article and what its head says of it."""
    return f"<html><head>{head}<title>خبر</title></head><body><h1>افتتاح المكتبة الجديدة</h1>{BODY}</body></html>"


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("منى الطرابلسي", "منى الطرابلسي"),
        ("(أبوظبي - البيان)", None),
        ("akhbar", None),
        ("Super User", None),
        ("المحرر", None),
        ("صدى الساحل", None),
    ],
)
def test_author(name, author):
    """A person's name is the author; a dateline in brackets, the host's account and the site itself are not."""
    head = (
        f'<meta name="author" content="{name}"><meta property="og:site_name" content="صدى الساحل">'
        '<link rel="canonical" href="https://akhbar.example/1">'
    )
    assert [article.author for article in read_html(page(head).encode(), "a.html")] == [author]


def mhtml(content: bytes, charset: str) -> bytes:
    """A page as a browser saves it in one file."""
    return (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
        b"------B\r\nContent-Type: text/html"
        + (f"; charset={charset}" if charset else "").encode()
        + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b64encode(content)
        + b"\r\n------B\r\nContent-Type: image/png\r\n\r\nx\r\n------B--\r\n"
    )


@pytest.mark.parametrize(
    ("codec", "told"), [("utf-8", "utf-8"), ("cp1256", "windows-1256"), ("utf-8", ""), ("utf-8", "none-such")]
)
def test_mhtml(codec, told):
    """A part's header tells its charset; where it does not, or wrongly, the page and its letters do."""
    found = list(read(io.BytesIO(mhtml(page("").encode(codec), told)), "a.mhtml"))
    assert [article.title for article in found] == ["افتتاح المكتبة الجديدة"]
    assert found[0].text.startswith("افتتحت الوزارة")
    assert found[0].text.endswith("حتى المساء.")


def test_nothing():
    """A page without running text gives one error that names it."""
    found = list(read(io.BytesIO(b"<html><body><div id='app'></div></body></html>"), "empty.html"))
    assert len(found) == 1
    assert isinstance(found[0], NoArticle)
    assert found[0].path == "empty.html"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<span>خبر</span> " * 80_001, "80,000 elements"),
        ("<p>خبر</p>" * 10_001, "10,000 lines"),
    ],
)
def test_too_large(content, what):
    """A page of more elements or lines than any page of news has is refused, with the limit."""
    with pytest.raises(UnreadableFile, match=what):
        read_html(content.encode(), "a.html")


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 100_000,
        "<p " + " ".join(f"a{n}='1'" for n in range(100_000)) + ">",
        "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">",
        "<" * 1_000_000,
        "&" * 100_000,
        "<!--" * 100_000,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>" + '{"@graph":' * 10_000 + "</script>",
        "<title>" + "خبر | " * 100_000 + "</title>",
        "<form><table><tr><td>" * 5_000,
    ],
    ids=lambda text: text[:24],
)
def test_hostile(hostile):
    """What stops or slows a parser costs the page nothing where it stands behind the article."""
    found = read_html((page("").removesuffix("</body></html>") + hostile).encode(), "a.html")
    assert [article.title for article in found] == ["افتتاح المكتبة الجديدة"]
    assert found[0].text.startswith("افتتحت الوزارة اليوم")


def test_nul():
    """NUL characters in a page are passed over."""
    found = read_html(page("").replace("مكتبة", "مكت\0بة").encode(), "a.html")
    assert found[0].text.startswith("افتتحت الوزارة اليوم مكتبة جديدة")


SHOWN = "افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة، تضم أربعين ألف كتاب وقاعة للأطفال."
MORE = " وقال مدير المكتبة إن أبوابها مفتوحة كل يوم من الصباح حتى المساء، وإن الدخول مجاني للجميع."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (SHOWN + MORE * 3, SHOWN + MORE * 3),
        (MORE.strip() * 4, SHOWN),
        (SHOWN + " وهي الأولى.", SHOWN),
    ],
    ids=["goes on", "of another article", "hardly longer"],
)
def test_text_as_data(body, text):
    """What a page holds as data is the text where it goes on much longer than what the page shows of it."""
    data = f'{{"@type": "NewsArticle", "headline": "افتتاح المكتبة", "articleBody": "{body}"}}'
    html = f"<script type='application/ld+json'>{data}</script><h1>افتتاح المكتبة</h1><p>{SHOWN}</p>"
    assert [article.text for article in read_html(f"<html>{html}</html>".encode(), "a.html")] == [text]
