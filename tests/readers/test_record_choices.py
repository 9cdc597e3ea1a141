"""Of several fields of a record that could be its text or its date the better one is taken, and that is told."""

from __future__ import annotations

import io
import json

import pytest

from arcorpus.readers import formats
from arcorpus.readers.options import USUAL
from arcorpus.readers.record_dates import read_date
from arcorpus.readers.record_fields import to_article

TEXT = "قال وزير الأشغال إن الجسر الجديد يفتح أمام السيارات مطلع الشهر المقبل، وإن الأعمال انتهت."
TEASER = "وزير الأشغال يعلن موعد فتح الجسر"
URL = "https://news.example/2023/03/14/bridge"


def article(**values):
    """The article of a record."""
    return to_article(values, "x", 0, "line 1")


@pytest.mark.parametrize(
    ("first", "wrong"),
    [("", "empty"), (None, "empty"), (f"{TEXT[:40]}…", "cut off"), (TEASER, "too short"), ("12", "no running text")],
)
def test_the_better_text(first, wrong):
    """Where the field of the best name is empty, cut off, short or no words, the next one that is longer is taken."""
    found = article(content=first, description=TEXT)
    assert found.text == TEXT
    assert f"the text is taken from 'description', for 'content' is {wrong}" in found.warnings


@pytest.mark.parametrize("other", ["", TEXT[:20], TEXT[:50] + "…", "12345" * 40, TEASER])
def test_a_sound_text_stays(other):
    """A sound text stays, and so does a short one beside which nothing is longer."""
    for text in (TEXT, TEXT[:45]):
        found = article(content=text, description=other if len(other) < len(text) or other.isdigit() else "")
        assert (found.text, found.warnings) == (text, ())


def test_a_cut_text_beside_the_whole_one():
    """A post that its service cuts off is read from the field that has it whole."""
    assert article(text=f"{TEXT[:60]}…", full_text=TEXT).text == TEXT


@pytest.mark.parametrize("name", ["crawled_at", "date_download", "fetched", "Scraped At", "تاريخ الجمع"])
def test_the_day_of_fetching_is_no_date(name):
    """The day of fetching is the date only where there is no other; the URL's day counts before it; both are told."""
    found = article(text=TEXT, url=URL, **{name: "2024-05-01"})
    assert (found.date, found.date_text) == ("2023-03-14", "2023/03/14 (in the URL)")
    assert found.warnings == (f"{name!r}, when it was fetched, is 2024-05-01; its date is taken as 2023-03-14",)
    found = article(text=TEXT, **{name: "2024-05-01"})
    assert (found.date, found.date_text) == ("2024-05-01", "2024-05-01")
    assert found.warnings == (f"its date is the day on which it was fetched ({name!r}), for it has no other",)


def test_a_date_and_the_day_of_fetching():
    """A date of its own counts; a page that was fetched before its date, or has another day in its URL, is told."""
    assert article(text=TEXT, date="2023-03-14", url=URL, crawled_at="2024-05-01").warnings == ()
    found = article(text=TEXT, date="2023-03-14", crawled_at="2022-05-01")
    assert found.date == "2023-03-14"
    assert found.warnings == ("'crawled_at', when it was fetched, is 2022-05-01; its date is taken as 2023-03-14",)
    found = article(text=TEXT, date="2024-05-01", url=URL)
    assert (found.date, found.warnings) == (
        "2024-05-01",
        ("its date (date) is 2024-05-01, and its URL says 2023-03-14",),
    )


def test_a_date_that_cannot_be_read():
    """Where a date cannot be read the next field of one counts, then the URL's day; it is told with that."""
    assert article(text=TEXT, date="قبل ساعتين", published_at="2023-03-14").date == "2023-03-14"
    found = article(text=TEXT, date="قبل ساعتين", url=URL)
    assert (found.date, found.date_text) == ("2023-03-14", "2023/03/14 (in the URL)")
    assert "the date «قبل ساعتين» cannot be read" in found.warnings


@pytest.mark.parametrize("value", [10**400, 1e300, float("nan"), float("inf"), -(10**30), 99999999999999, True, [], {}])
def test_numbers_that_are_no_date(value):
    """A number that is no date gives no date and no failure."""
    assert article(text=TEXT, date=value, id=value, title=value).date is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", f"text,url\n{TEXT},{URL}\n"),
        ("x.json", json.dumps({"text": TEXT, "url": URL})),
        ("x.html", f"<link rel='canonical' href='{URL}'><h1>{TEASER}</h1><p>{TEXT}</p>"),
        ("x.xml", f"<rss><channel><item><link>{URL}</link><description>{TEXT}</description></item></channel></rss>"),
    ],
)
def test_the_day_in_the_address(name, content):
    """In every form a page without a date has the day of its URL, and its date_text says so."""
    (found,) = formats.read(formats.reader_of(name), io.BytesIO(content.encode()), name, USUAL)
    assert (found.date, found.date_text) == ("2023-03-14", "2023/03/14 (in the URL)")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("8 أغشت 2022", "2022-08-08"),
        ("8 غشت 2022", "2022-08-08"),
        ("12 يوليوز 2021", "2021-07-12"),
        ("3 شتنبر 2020", "2020-09-03"),
        ("1 نونبر 2019", "2019-11-01"),
        ("5 دجنبر 2018", "2018-12-05"),
        ("7 ماي 2022", "2022-05-07"),
        ("9 جانفي 2020", "2020-01-09"),
        ("9 فيفري 2020", "2020-02-09"),
        ("9 أفريل 2020", "2020-04-09"),
        ("9 جوان 2020", "2020-06-09"),
        ("9 جويلية 2020", "2020-07-09"),
        ("9 أوت 2020", "2020-08-09"),
        ("9 كانون الثاني 2020", "2020-01-09"),
        ("9 تشرين الأول 2020", "2020-10-09"),
        ("20220808101500", "2022-08-08"),
        ("20220808T101500Z", "2022-08-08"),
    ],
)
def test_months_of_every_country(written, day):
    """The months of Morocco, Algeria, Tunisia, the Levant and Iraq are read, and numbers of date and time."""
    assert read_date(written).value == day


def test_years_of_two_digits():
    """A day, a month's name and a year of two digits are read day first; that is told where it could be year first."""
    assert read_date("31-Aug-23") == ("2023-08-31", None)
    assert read_date("31-غشت-99 10:30").value == "1999-08-31"
    assert read_date("05-Aug-23") == ("2023-08-05", "the date «05-Aug-23» is read day first")
    assert read_date("31-Abc-23") == (None, "the date «31-Abc-23» cannot be read")
