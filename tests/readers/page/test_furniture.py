"""Why each line that is not the article stands on the page."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.articles import read_page
from arcorpus.readers.page.furniture import furniture_around, furniture_inside, standfirst
from arcorpus.readers.page.split import ArticleSpan, split_page

from .conftest import BODY, TITLE

FIRST, SECOND = BODY.split("\n\n")


def marked(text):
    """The furniture of a page's first article: text and reason."""
    article = read_page(text, "x")[0]
    return [(text[f.start : f.end], f.reason) for f in article.furniture]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("", "شارك", [("شارك", "share")]),
        ("", "8 يوليو 2025", [("8 يوليو 2025", "date")]),
        ("", "10:30", [("10:30", "date")]),
        ("", "الكلمات الدالة: مصر، طنطا", [("الكلمات الدالة: مصر، طنطا", "tags")]),
        # what follows a heading is of its reason, until another ends it
        (
            "",
            "اقرأ أيضا:\nخبر آخر قصير\nخبر ثان",
            [("اقرأ أيضا:", "related"), ("خبر آخر قصير", "related"), ("خبر ثان", "related")],
        ),
        (
            "",
            "اقرأ أيضا:\nخبر آخر\n8 يوليو 2025\nخبر",
            [("اقرأ أيضا:", "related"), ("خبر آخر", "related"), ("8 يوليو 2025", "date"), ("خبر", "navigation")],
        ),
        (
            "",
            "اقرأ أيضا:\n© 2024 مرصد الحقول\nخبر",
            [("اقرأ أيضا:", "related"), ("© 2024 مرصد الحقول", "copyright"), ("خبر", "navigation")],
        ),
        # by its place
        ("", TITLE, [(TITLE, "repeat")]),
        ("", "سلسبيل", [("سلسبيل", "navigation")]),
        ("", "سلسبيل في دار بعيدة هنا", [("سلسبيل في دار بعيدة هنا", "teaser")]),
        ("سلسبيل", "", [("سلسبيل", "section")]),  # right over the title
        ("سلسبيل\nدار", "", [("سلسبيل", "navigation"), ("دار", "section")]),
        ("", "- كاتب وروائي مصري من طنطا", [("- كاتب وروائي مصري من طنطا", "author-box")]),
        ("", "كاتب وروائي مصري من طنطا", [("كاتب وروائي مصري من طنطا", "teaser")]),  # without a mark
        (
            "",
            "سلسبيل في دار بعيدة هنا\nhttps://a.example/b",
            [("سلسبيل في دار بعيدة هنا", "caption"), ("https://a.example/b", "navigation")],
        ),
    ],
)
def test_around_a_body(above, below, expected):
    """A line around the body is marked by what it says, else by the heading it stands under, else by its place."""
    assert marked(f"{above}\n{TITLE}\n{BODY}\n{below}") == expected


def test_between_title_and_body():
    """A short line between title and body is a caption, a longer one the standfirst."""
    assert marked(f"{TITLE}\nالمستشفى من الداخل\n{BODY}") == [("المستشفى من الداخل", "caption")]
    article = read_page(f"{TITLE}\nالمستشفى يضم مئتي سرير\n{BODY}", "x")[0]
    assert (article.standfirst, article.furniture) == (("المستشفى يضم مئتي سرير",), ())


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("المستشفى يضم مئتي سرير", ["المستشفى يضم مئتي سرير"]),
        ("المستشفى يضم أسرة", []),  # three words are a caption
        ("المستشفى يضم مئتي سرير:", []),
        ("المستشفى يضم مئتي سرير\nhttps://a.example/b", []),  # beside an address
        ("تصوير: سعاد حسن\nالمستشفى يضم مئتي سرير", []),  # beside a picture's credit
        ("مستشفى للأطفال في مدينة طنطا", []),  # the title's own words
        ("اقرأ أيضا:\nالمستشفى يضم مئتي سرير", []),  # under a heading
        ("اقرأ أيضا:\n***\nسلسبيل في دار بعيدة", ["سلسبيل في دار بعيدة"]),  # a rule ends that
    ],
)
def test_standfirsts(page, between, expected):
    """The standfirst are headline-like lines under the title that nothing else explains."""
    found = page(f"{TITLE}\n{between}\n{FIRST}\n{SECOND}")
    span = ArticleSpan(0, len(found), len(found) - 2, len(found) - 1, 0)
    assert [item.line.text for item in standfirst(found, span, {})] == expected
    used = {item.line.n: "byline" for item in found}
    assert standfirst(found, span, used) == []


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("شارك", [("شارك", "share")]),
        ("الرياضة", []),  # a section's name is a sub-heading here
        ("تفاصيل الافتتاح", []),
        ("10:30", [("10:30", "date")]),
        ("القاهرة - هند إبراهيم", [("القاهرة - هند إبراهيم", "byline")]),  # early in the body
        (
            "المستشفى من الداخل\nhttps://a.example/b",
            [("المستشفى من الداخل", "caption"), ("https://a.example/b", "navigation")],
        ),
        ("اقرأ أيضا:\nخبر آخر\nشارك", [("اقرأ أيضا:", "related"), ("خبر آخر", "related"), ("شارك", "share")]),
        ("اقرأ أيضا:\nخبر آخر\nتفاصيل الافتتاح", [("اقرأ أيضا:", "related"), ("خبر آخر", "related")]),  # a sub-heading
        (
            "اقرأ أيضا:\nخبر آخر\n- تفاصيل الافتتاح",
            [("اقرأ أيضا:", "related"), ("خبر آخر", "related"), ("- تفاصيل الافتتاح", "related")],
        ),
        ("اقرأ أيضا:\nالرياضة", [("اقرأ أيضا:", "related"), ("الرياضة", "section")]),
    ],
)
def test_inside_a_body(between, expected):
    """Inside a body, what interrupts the text is marked; sub-headings and lists are its own."""
    assert marked(f"{TITLE}\n{FIRST}\n{between}\n{SECOND}") == expected


def test_a_name_further_down_is_a_sub_heading():
    """Behind the first paragraphs a name alone is a sub-heading, unless a label stands before it."""
    for line, expected in (("القاهرة - هند إبراهيم", []), ("بقلم: هند إبراهيم", [("بقلم: هند إبراهيم", "byline")])):
        assert marked(f"{TITLE}\n{FIRST}\n{SECOND}\n{SECOND}\n{line}\n{SECOND}") == expected


def test_what_was_read_from_a_line_goes_first(page):
    """A line that something was read from is marked with that; title and standfirst are not marked."""
    found = page(f"{TITLE}\n{FIRST}\n{SECOND}\nسلسبيل\nشارك")
    (span,) = split_page(found)
    around = furniture_around(found, span, {3: "byline"}, {0})
    assert [item.reason for item in around] == ["byline", "share"]
    assert furniture_around(found, span, {}, {0, 3, 4}) == []
    assert furniture_inside(found, span, {}) == []
