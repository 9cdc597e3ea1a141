"""The keywords of an article, and its address."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.keywords import Keywords, article_url, find_keywords, split_tags

UNPARTED = "nothing separates the tags of the tag line: the whole line was taken for one keyword"


@pytest.mark.parametrize(
    ("around", "expected", "used"),
    [
        # behind a label
        ({"tail": "الكلمات الدالة: مصر، طنطا، مستشفى"}, Keywords(("مصر", "طنطا", "مستشفى")), [3]),
        ({"head": "وسوم: مصر، مصر، طنطا"}, Keywords(("مصر", "طنطا")), [1]),  # each once
        ({"tail": "وسوم: مصر طنطا مستشفى أطفال"}, Keywords(("مصر طنطا مستشفى أطفال",), UNPARTED), [3]),
        ({"tail": "وسوم: مستشفى طنطا الجديد"}, Keywords(("مستشفى طنطا الجديد",)), [3]),  # three words may be one tag
        # under a label, up to what is none
        ({"tail": "وسوم:\nمصر\nطنطا\nاقرأ أيضا:\nخبر آخر"}, Keywords(("مصر", "طنطا")), [3, 4, 5]),
        ({"tail": "وسوم:\nمصر | طنطا\nرياضة"}, Keywords(("مصر", "طنطا")), [3, 4]),  # one line of several
        ({"tail": "وسوم:\nمصر\nقال إن العمل مستمر في كل مكان"}, Keywords(("مصر",)), [3, 4]),  # a phrase
        ({"tail": "وسوم:\nمصر\nالسابق:"}, Keywords(("مصر",)), [3, 4]),
        # behind a sign, right under the body
        ({"tail": "♦ مصر\n♦ طنطا"}, Keywords(("مصر", "طنطا")), [3, 4]),
        ({"tail": "♦ مصر"}, Keywords(), []),  # one alone may be a heading
        ({"tail": "♦ مصر\n♦ واحد اثنان ثلاثة أربعة خمسة ستة"}, Keywords(), []),  # too long
        # hashtags
        ({"tail": "#مصر #طنطا_الجديدة"}, Keywords(("مصر", "طنطا الجديدة")), [3]),
        ({"tail": "#مصر في القلب"}, Keywords(), []),  # a sentence with one
        ({}, Keywords(), []),
    ],
)
def test_keywords(context, around, expected, used):
    """Keywords are found in each form, and their lines marked as tags."""
    found = context(**around)
    assert find_keywords(found) == expected
    assert found.used == dict.fromkeys(used, "tags")


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("مصر | طنطا", ["مصر", "طنطا"]),
        ("مصر, فيروس كورونا", ["مصر", "فيروس كورونا"]),
        ("مصر؛ طنطا; أطفال", ["مصر", "طنطا", "أطفال"]),
        ("مصر • طنطا", ["مصر", "طنطا"]),
        ("مصر - طنطا / أطفال", ["مصر", "طنطا", "أطفال"]),
        ("مصر\tطنطا   أطفال", ["مصر", "طنطا", "أطفال"]),
        ("مصر | طنطا، أطفال", ["مصر", "طنطا، أطفال"]),  # the first kind of separator alone
        ("#غزة #وقف_إطلاق_النار", ["غزة", "وقف إطلاق النار"]),
        ("«مصر»، ، طنطا", ["مصر", "طنطا"]),
        ("مصر", ["مصر"]),
    ],
)
def test_separators(value, tags):
    """A line is cut at the first kind of separator that it has."""
    assert split_tags(value) == tags


@pytest.mark.parametrize(
    ("around", "url"),
    [
        ({"head": "https://a.example/b"}, "https://a.example/b"),
        ({"tail": "الرابط: https://a.example/b"}, "https://a.example/b"),
        ({"above": "http://a.example/b"}, "http://a.example/b"),
        ({"head": "https://a.example/b.JPG"}, None),  # a picture
        ({"head": "https://a.example/b و https://a.example/c"}, None),
        ({"head": "a.example/b"}, None),
        ({}, None),
    ],
)
def test_addresses(context, around, url):
    """The address of the article is one that stands near title, end or head of the page and is no picture's."""
    assert article_url(context(**around)) == url
