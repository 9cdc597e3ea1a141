"""Where an article was published: each form in which a page names it, and what only looks like one."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.bylines import read_byline
from arcorpus.readers.page.source import find_source, named_sources

from .conftest import BODY, TITLE


@pytest.mark.parametrize(
    ("around", "name", "used"),
    [
        # under a label
        ({"head": "المصدر: موقع 24"}, "موقع 24", {1: "source"}),
        ({"head": "المصدر:\nرويترز"}, "رويترز", {1: "source", 2: "source"}),
        ({"head": 'نقلا عن "الجريدة"، القاهرة'}, "الجريدة", {1: "source"}),
        ({"head": "المصدر: هند إبراهيم"}, None, {1: "source"}),  # a writer, no paper
        ({"head": "المصدر: واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"}, None, {1: "source"}),
        ({"tail": "المصدر: رويترز"}, "رويترز", {3: "source"}),
        # the line that points to the site
        ({"tail": "للمزيد من التفاصيل على موقع الحقول"}, "موقع الحقول", {3: "source"}),
        ({"tail": "المزيد من الأخبار على السهول"}, "السهول", {3: "source"}),
        ({"tail": "المزيد من المقاعد على السهول"}, None, {}),  # more of something else
        ({"tail": "المزيد من أخبار الحرب على الفساد"}, None, {}),
        ({"tail": "المزيد على فيسبوك"}, None, {}),  # a network
        ({"tail": "المزيد على القاهرة"}, None, {}),  # a place
        # beside the day, in a byline
        ({"head": "نشر في الوادي يوم 8 يوليو 2025"}, "الوادي", {}),
        ({"head": "المرصد - 19 يناير 2025"}, "المرصد", {}),
        ({"head": "القاهرة - رويترز"}, "رويترز", {}),
        ({"head": "الرياض - واس"}, "واس", {}),
        ({"tail": "القاهرة - رويترز"}, "رويترز", {}),
        # at the end of the body or under it
        ({"body": BODY + " (رويترز)"}, "رويترز", {}),
        ({"body": BODY + " رويترز"}, "رويترز", {}),
        ({"body": BODY + " السهول"}, None, {}),
        ({"tail": "(أ ف ب)"}, "أ ف ب", {}),
        ({"tail": "رويترز"}, "رويترز", {}),
        # over the title
        ({"above": "وكالة الأرز"}, "وكالة الأرز", {}),
        ({"above": "السهول نيوز"}, "السهول نيوز", {}),
        ({"above": "رويترز"}, "رويترز", {}),
        ({"above": "مرصد الحقول"}, "مرصد الحقول", {}),  # the page's first line
        ({"above": "تخطى إلى المحتوى\nمرصد الحقول"}, "مرصد الحقول", {}),  # a link to the content aside
        ({"above": "# مرصد الحقول"}, None, {}),  # a heading
        ({"above": "مرصد"}, None, {}),  # one word may be a section
        ({"above": "مرصد الحقول | رئيس التحرير: سليم الحموي"}, "مرصد الحقول", {}),
        ({"above": TITLE + " | الحقول"}, "الحقول", {}),  # behind the title in the page's own
        ({"above": "رئيس التحرير"}, None, {}),
        ({"above": "الرئيسية\nرويترز\nاقتصاد"}, None, {}),  # an entry of a menu
        # in the dateline
        ({"body": "القاهرة (رويترز) - " + BODY}, "رويترز", {}),
        ({"body": "عمان 7 تموز 2025 (بترا)- " + BODY}, "بترا", {}),
        # the holder of rights
        ({"tail": "جميع الحقوق محفوظة لمرصد الحقول 2024"}, "مرصد الحقول", {}),
        ({"tail": "© 2024 للجزيرة"}, "الجزيرة", {}),
        ({"tail": "جميع الحقوق محفوظة 2024"}, None, {}),
        ({"tail": "جميع الحقوق محفوظة لمرصد الحقول والسهول والجبال والأنهار والبحار"}, None, {}),
        ({}, None, {}),
    ],
)
def test_sources(context, around, name, used):
    """The source is found, and the lines that say so are marked."""
    found = context(**around)
    assert (find_source(found), found.used) == (name, used)


def test_the_order_of_trust(context):
    """A label goes before a byline, that before the end of the body, that before the masthead and the rights."""
    below = {"body": BODY + " (رويترز)", "above": "مرصد الحقول", "tail": "© 2024 للجزيرة"}
    assert find_source(context(head="المصدر: موقع 24\nالرياض - واس", **below)) == "موقع 24"
    assert find_source(context(head="الرياض - واس", **below)) == "واس"
    assert find_source(context(**below)) == "رويترز"
    assert find_source(context(**below | {"body": BODY})) == "مرصد الحقول"
    assert find_source(context(tail="© 2024 للجزيرة")) == "الجزيرة"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("القاهرة - رويترز", "رويترز"),
        ("رويترز، أ ف ب", "رويترز، أ ف ب"),  # from the first to the last
        ("رويترز - القاهرة - أ ف ب", "رويترز"),  # a place stands between
        ("القاهرة - هند إبراهيم", ""),
    ],
)
def test_sources_as_they_are_written(text, expected):
    """Several sources are one name as long as nothing else stands between."""
    assert named_sources(read_byline(text), text) == expected
