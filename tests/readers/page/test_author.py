"""Who wrote an article: each form in which a page names its writer, and what only looks like one."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.author import closing_name, described_name, find_author

from .conftest import BODY

MENU = "المزيد\nالأخبار\nالرياضة\nالاقتصاد\nالثقافة\nالعالم"


@pytest.mark.parametrize(
    ("around", "name", "used"),
    [
        # under a label, on its line or below it
        ({"head": "بقلم: هند إبراهيم"}, "هند إبراهيم", {1: "byline"}),
        ({"head": "كتب - نورهان نبيل"}, "نورهان نبيل", {1: "byline"}),
        ({"head": "بقلم: أمين الوزاني"}, "أمين الوزاني", {1: "byline"}),
        ({"head": "بقلم\nهند إبراهيم\nكاتبة مصرية"}, "هند إبراهيم", {1: "byline", 2: "byline"}),
        ({"head": "بقلم: هند إبراهيم، القاهرة، محمد علي"}, "هند إبراهيم، محمد علي", {1: "byline"}),
        ({"tail": "كتبت: هند إبراهيم"}, "هند إبراهيم", {3: "byline"}),
        ({"tail": MENU + "\nكتب: هند إبراهيم"}, "هند إبراهيم", {9: "byline"}),
        ({"head": "بقلم: 12"}, None, {}),  # a number is nobody
        ({"head": "كتب\nرياضة"}, None, {}),  # books, in a menu
        ({"head": "تصوير: هند إبراهيم"}, None, {}),  # somebody else's part
        # beside a place, a paper or a day
        ({"head": "القاهرة - هند إبراهيم"}, "هند إبراهيم", {}),
        ({"head": "هند إبراهيم ومحمد علي | 8 يوليو 2025"}, "هند إبراهيم ومحمد علي", {}),
        ({"head": "المصدر: هند إبراهيم - رويترز"}, "هند إبراهيم", {}),
        ({"head": "دبي: يمامة بدوان"}, "يمامة بدوان", {1: "byline"}),  # behind a town, though no list has the name
        ({"head": "دبي: صندوق الدعم"}, None, {}),
        ({"head": "دبي: يمامة بدوان الكبيرة جدا"}, None, {}),  # too long for a name
        # a desk
        ({"head": "محرر الأخبار"}, "محرر الأخبار", {1: "byline"}),
        # alone on a line
        ({"head": "هند إبراهيم"}, "هند إبراهيم", {1: "byline"}),
        ({"head": "تقوى عزعوزي"}, "تقوى عزعوزي", {1: "byline"}),
        ({"head": "8 يوليو 2025\nتقوى عزعوزي"}, "تقوى عزعوزي", {2: "byline"}),
        ({"head": "إيلسبيث وايتكومب"}, "إيلسبيث وايتكومب", {1: "byline"}),  # foreign, and all between title and body
        ({"tail": "هند إبراهيم"}, "هند إبراهيم", {3: "byline"}),
        ({"tail": "رفاه السلام"}, "رفاه السلام", {3: "byline"}),  # an everyday word in it, right under the body
        ({"tail": "رفاه السلام\nرياضة اليوم"}, None, {}),  # over a menu
        ({"head": "محمد علي", "body": BODY + " وأثنى محمد علي على العمل."}, None, {}),  # of whom the article speaks
        ({"head": "* هند إبراهيم\n* محمد علي"}, None, {}),  # in a list
        ({"above": "تقوى عزعوزي", "head": "تقوى عزعوزي"}, None, {}),  # stands over the title too, as a site's name
        ({"head": "وزير الصحة محمد علي"}, None, {}),
        # in the title, in the dateline, in a line about the writer
        ({"title": "خالد منصور يكتب: مستشفى طنطا الجديد للأطفال"}, "خالد منصور", {}),
        ({"title": "خالد منصور يكتب عن مستشفى طنطا الجديد"}, None, {}),  # no colon
        ({"body": "القاهرة - هند إبراهيم: " + BODY}, "هند إبراهيم", {}),
        ({"tail": "هند إبراهيم كاتبة مصرية"}, "هند إبراهيم", {3: "author-box"}),
        ({"tail": "كريستوفر ماركيز أستاذ إدارة الأعمال"}, "كريستوفر ماركيز", {3: "author-box"}),
        ({}, None, {}),
    ],
)
def test_writers(context, around, name, used):
    """The writer is found, and the lines that say so are marked with what they are."""
    found = context(**around)
    assert (find_author(found), found.used) == (name, used)


def test_the_order_of_trust(context):
    """A label at the head goes before a byline, that before a name alone, that before the foot."""
    found = context(head="هند إبراهيم\nالقاهرة - محمد علي\nبقلم: نورهان نبيل", tail="كتبت: سعاد حسن")
    assert find_author(found) == "نورهان نبيل"
    assert find_author(context(head="هند إبراهيم\nالقاهرة - محمد علي", tail="كتبت: سعاد حسن")) == "محمد علي"
    assert find_author(context(head="هند إبراهيم", tail="كتبت: سعاد حسن")) == "هند إبراهيم"
    assert find_author(context(head="تقوى عزعوزي\n8 يوليو 2025\nهند إبراهيم")) == "هند إبراهيم"  # the surer name


def test_more_names_than_writers(context):
    """Names of more than eighty letters are a list of people, not the writers."""
    names = "هند إبراهيم، محمد علي، سعاد حسن، خالد منصور، نورهان نبيل، سامي حسن، أحمد علي، علي سالم"
    assert len(names) > 80
    assert find_author(context(head="بقلم: " + names)) is None


@pytest.mark.parametrize(
    ("text", "named", "name"),
    [
        ("انتهى العرض أمس. تقوى عزعوزي", "", "تقوى عزعوزي"),
        ("انتهى العرض أمس؟ – هند إبراهيم", "", "هند إبراهيم"),
        ("انتهى العرض أمس.» هند إبراهيم", "", "هند إبراهيم"),
        ("انتهى العرض أمس. هند إبراهيم", " هند ابراهيم قالت هند ابراهيم ", None),  # of whom the article speaks
        ("انتهى العرض أمس. هند إبراهيم", " انتهي العرض امس هند ابراهيم ", "هند إبراهيم"),
        ("انتهى العرض أمس. هند", "", None),  # one word
        ("انتهى العرض أمس. هند إبراهيم محمد علي حسن", "", None),  # five
        ("انتهى العرض أمس. رئيس الوزراء", "", None),
        ("انتهى العرض أمس.هند إبراهيم", "", None),  # no space
        ("قال «نعم» هند إبراهيم", "", None),  # a quotation mark, but no full stop
        ("هند إبراهيم", "", None),  # no full stop at all
    ],
)
def test_a_name_behind_the_last_full_stop(text, named, name):
    """Two to four words behind the last full stop sign a text when they are a name that it does not speak of."""
    at = closing_name(text, named)
    assert (text[at:] if at >= 0 else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كريستوفر ماركيز أستاذ إدارة الأعمال في جامعة كامبريدج", "كريستوفر ماركيز"),
        ("- هند إبراهيم هي كاتبة مصرية", "هند إبراهيم"),  # with a copula
        ("محمد أحمد علي حسن باحث", "محمد أحمد علي حسن"),
        ("John Smith كاتب", "John Smith"),
        ("هند إبراهيم وصلت أمس", ""),
        ("رئيس الوزراء كاتب", ""),
        ("", ""),
    ],
)
def test_who_a_writer_is(text, name):
    """Two to four words of a name, and then what its bearer is."""
    assert described_name(text) == name
