"""An article's fields out of the page's data and its lines: who wrote, who published, which day, what is left out."""

from __future__ import annotations

import pytest

from arcorpus.readers.html.metadata import Metadata
from arcorpus.readers.html.saved import saved_page
from arcorpus.readers.html.telling import person_of, told
from arcorpus.types import Article


def article(**fields: object) -> Article:
    """An article as the page reader leaves it."""
    return Article("", "a.html", 0, **{"text": "قال الوزير إن العمل مستمر.", **fields})


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("هند إبراهيم", "هند إبراهيم"),
        ("هند إبراهيم - دبي", "هند إبراهيم"),
        ("دبي - هند إبراهيم", "هند إبراهيم"),
        ("أفق نت - هند إبراهيم", "هند إبراهيم"),
        ("دبي - أفق نت", None),
        ("أفق نت", None),
        ("دبي", None),
        ("رويترز", None),
        ("هند إبراهيم/ رويترز", "هند إبراهيم"),
        ("(أبوظبي - البيان)", None),
        ("بقلم: هند إبراهيم", "هند إبراهيم"),
        ("admin", None),
        ("ofoq", None),
        ("", None),
    ],
)
def test_person(name, person):
    """A person stays, without label, town, agency or site beside it; none of these alone is a person."""
    assert person_of(name, ["أفق نت"], "https://ofoq.example/1") == person


@pytest.mark.parametrize(
    ("dates", "read", "day", "written"),
    [
        (("2024-03-25T07:32:00Z",), None, "2024-03-25", "2024-03-25T07:32:00Z"),
        (("2024-03-25T21:30:00Z",), "2024-03-26", "2024-03-26", "بالكلمات"),
        (("2024-03-25T21:30:00+00:00",), "2024-03-26", "2024-03-26", "بالكلمات"),
        (("2024-03-25T21:30:00+03:00",), "2024-03-26", "2024-03-25", "2024-03-25T21:30:00+03:00"),
        (("2024-03-25T07:30:00Z",), "2024-03-26", "2024-03-25", "2024-03-25T07:30:00Z"),
        (("2024-03-25T21:30:00Z",), "2024-03-28", "2024-03-25", "2024-03-25T21:30:00Z"),
        (("1970-01-01T00:00:00Z", "2024-03-25"), None, "2024-03-25", "2024-03-25"),
        (("منذ ساعة", "2024-03-25"), None, "2024-03-25", "2024-03-25"),
        (("2024",), "2024-03-26", "2024-03-26", "بالكلمات"),
        ((), "2024-03-26", "2024-03-26", "بالكلمات"),
    ],
)
def test_day(dates, read, day, written):
    """The first whole day of the data; the lines' day where the data have none, or are of the evening before it."""
    found = told(article(date=read, date_text="بالكلمات" if read else None), Metadata(dates=dates))
    assert (found.date, found.date_text) == (day, written)


def test_unread_day():
    """A day in the data that cannot be read is told where nothing else gives one."""
    assert told(article(), Metadata(dates=("قريبا",))).warnings
    assert not told(article(date="2024-03-26"), Metadata(dates=("قريبا",))).warnings


@pytest.mark.parametrize(
    ("about", "source"),
    [
        (Metadata(source="المدينة", document_title="خبر | البلد"), "المدينة"),
        (Metadata(titles=("عودة القطار",), document_title="عودة القطار | البلد"), "البلد"),
        (Metadata(authors=("البلد",), source="شركة النشر", document_title="عودة القطار - البلد"), "البلد"),
        (Metadata(), "وكالة"),
    ],
)
def test_source(about, source):
    """The site by its data, by the title element, by signing as the author; else as the lines say."""
    found = told(article(title="عودة القطار", source="وكالة"), about)
    assert (found.source, found.author) == (source, None)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("الخطة تشمل ثلاث مدن في الشمال", True),
        ("القرار يدخل حيز التنفيذ في 1 يناير 2025 في جميع المدن", True),
        ("عودة القطار", False),
        ("هند علي", False),
        ("أفق نت - دبي", False),
        ("آخر تحديث: 11 يونيو 2024 02:40 م", False),
        ("جدة 05 شوال 1445 هـ الموافق 14 أبريل 2024 م", False),
    ],
)
def test_standfirst(line, kept):
    """A line under the title stays unless it is the title, the author, the site or the day once more."""
    about = Metadata(titles=("عودة القطار",), authors=("هند علي",), source="أفق نت")
    assert (told(article(title="عودة القطار", standfirst=(line,)), about).standfirst == (line,)) is kept


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("أفق نت/ رويترز", False),
        ("(رويترز)", False),
        ("- منى -", False),
        ("وأضاف أن العمل انتهى.", True),
        ("هند", True),
    ],
)
def test_signature(last, kept):
    """A last line that holds agencies, the site or initials alone signs the text and is none of it."""
    found = told(article(text=f"قال الوزير إن العمل مستمر.\n{last}"), Metadata(source="أفق نت"))
    assert found.text.endswith(last) is kept


def test_subscribers():
    """A page for subscribers is told."""
    assert "subscribers" in told(article(), Metadata(closed=True)).warnings[0]


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (b"<!-- saved from url=(0021)https://a.example/1 -->\n<html>", "https://a.example/1"),
        (
            b"<html><!--\n Page saved with SingleFile \n url: https://a.example/1 \n saved date: -->",
            "https://a.example/1",
        ),
        (b"<html>" + b" " * 3000 + b"<!-- saved from url=(0021)https://a.example/1 -->", None),
        (b"<html><p>https://a.example/1</p>", None),
    ],
)
def test_saved_from(data, url):
    """A browser's note at the head of a page says where it was."""
    assert saved_page(data) == (data, url)


def test_frames_of_mhtml():
    """Of a page of frames that was saved whole the longest frame is read."""
    part = "--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://a.example/{}\r\n\r\n{}\r\n"
    frames = part.format("", "<frameset><frame src=menu.htm><frame src=news.htm></frameset>")
    menu, news = part.format("menu.htm", "<a>أخبار</a>"), part.format("news.htm", "<p>" + "قال الوزير إن العمل " * 9)
    head = 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
    page, url = saved_page((head + frames + menu + news + "--B--\r\n").encode())
    assert "قال الوزير" in page.decode()
    assert url == "http://a.example/news.htm"
