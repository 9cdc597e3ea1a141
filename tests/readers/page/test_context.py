"""The lines around a body, in the order in which they are trusted."""

from __future__ import annotations

from .conftest import BODY, TITLE


def texts(items):
    """The texts of lines."""
    return [item.line.text for item in items]


def test_where_lines_stand(context):
    """Lines are above the title, between title and body, at the head, in the tail."""
    found = context("8 يوليو 2025\nهند إبراهيم", "شارك\nطنطا", above="القاهرة - رويترز")
    assert texts(found.above) == ["القاهرة - رويترز"]
    assert texts(found.between) == ["8 يوليو 2025", "هند إبراهيم"]
    assert texts(found.head) == ["8 يوليو 2025", "هند إبراهيم", "القاهرة - رويترز"]
    assert texts(found.tail) == ["شارك", "طنطا"]
    assert texts(found.over_title()) == ["القاهرة - رويترز"]
    assert found.title.text == TITLE
    assert f" {found.title.folded} " in found.named
    assert found.first.text == BODY.split("\n", 1)[0]


def test_neighbours(context):
    """A line's neighbours are those right above and below, as far as there are some."""
    found = context("8 يوليو 2025")
    first, second, last = found.page[0], found.page[1], found.page[-1]
    assert found.after(first) is second
    assert found.after(last) is None
    assert found.beside(first) == [second]
    assert found.beside(second) == [first, found.page[2]]
    assert found.beside(last) == [found.page[-2]]


def test_above_the_title(context):
    """Above the title menus, lists, text and a second headline end what is looked at, at most five lines up."""
    assert texts(context(above="8 يوليو 2025\nطنطا الجديدة\nمدينة المستقبل").above) == ["مدينة المستقبل"]
    assert texts(context(above="8 يوليو 2025\nالرئيسية").above) == []
    assert texts(context(above="8 يوليو 2025\n* طنطا").above) == []
    days = "\n".join(f"{day} يوليو 2025" for day in range(1, 8))
    assert len(context(above=days).above) == 5


def test_under_the_summary(context):
    """A byline among the first two paragraphs stands at the head, one further down does not."""
    first, second = BODY.split("\n\n")
    early = context(body=f"{first}\nالقاهرة - هند إبراهيم\n{second}\n{second}")
    assert texts(early.head) == ["القاهرة - هند إبراهيم"]
    late = context(body=f"{first}\n{second}\n{second}\nالقاهرة - هند إبراهيم\n{second}")
    assert texts(late.head) == []


def test_near_the_body(context):
    """Near the body are six lines at most, and none behind what ends a page or opens a list."""
    assert texts(context(tail="طنطا\nشارك\nاقرأ أيضا:\nخبر آخر").near) == ["طنطا", "شارك"]
    assert texts(context(tail="طنطا\n© 2024 مرصد الحقول\nخبر").near) == ["طنطا"]
    assert len(context(tail="\n".join(["شارك"] * 9)).near) == 6


def test_the_dateline(context):
    """The dateline before the first sentence is read."""
    assert context(body="القاهرة (رويترز) - " + BODY).opening.texts_of("source") == ["رويترز"]
    assert context().opening is None
