"""What marked elements of a page say of its article, each rule's branch with an example."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from arcorpus.readers.html.shown import (
    houses,
    shown_author,
    shown_heading,
    shown_section,
    shown_tags,
    site_of_title,
    title_of,
)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("<p>نشره <a rel='author'>هالة الخصاونة</a></p>", "هالة الخصاونة"),
        ("<p><span itemprop='author'>نزار الحمداني</span></p>", "نزار الحمداني"),
        ("<dl><dd class='createdby'>كتب بواسطة: آدم إسحق</dd></dl>", "آدم إسحق"),
        ("<div class='byline'>بقلم يوسف العمراني</div>", "يوسف العمراني"),
        ("<p><a rel='author'>منى</a> <a rel='author'>علي</a></p>", None),
        ("<div class='comment'><span class='fn'>أبو علي</span></div>", None),
        ("<div class='byline'>الأربعاء 18 نيسان 2012</div>", None),
        ("<div class='author'>قال الوزير في كلمته اليوم إن الخطة جاهزة</div>", None),
        ("<p>قال الوزير إن الخطة جاهزة</p>", None),
    ],
)
def test_author(page, name):
    """One name, without the word before it; not a commenter's, not a date, not a sentence, not one of two."""
    assert shown_author(document_fromstring(page)) == name


def test_tags():
    """Links marked as tags, each once; neither categories nor the tags of a sidebar."""
    page = """<div><a rel="tag">النقل</a><a rel="tag">#الدار البيضاء</a><a rel="tag">النقل</a>
    <a rel="category tag">مجتمع</a><div class="sidebar"><a rel="tag">رياضة</a></div></div>"""
    assert shown_tags(document_fromstring(page)) == ("النقل", "الدار البيضاء")


@pytest.mark.parametrize(
    ("page", "section"),
    [
        ("<p><a rel='category tag'>مجتمع</a></p>", "مجتمع"),
        ("<p><span itemprop='genre'>أخبار السودان</span></p>", "أخبار السودان"),
        ("<p><a rel='tag'>النقل</a></p>", None),
    ],
)
def test_section(page, section):
    """The link to a category, or the element that the page's data mark."""
    assert shown_section(document_fromstring(page)) == section


@pytest.mark.parametrize(
    ("page", "titles", "heading"),
    [
        ("<h1>دفاتر الموصل</h1><h3>حكاية السوق القديم</h3>", ("حكاية السوق القديم",), "حكاية السوق القديم"),
        ("<h1>حكاية السوق القديم</h1><h3>حكاية السوق القديم</h3>", ("حكاية السوق القديم",), None),
        ("<h1>دفاتر الموصل</h1><h3>حكاية أخرى</h3>", ("حكاية السوق القديم",), None),
        ("<h1>دفاتر الموصل</h1><h3>حكاية السوق القديم</h3>", (), None),
    ],
)
def test_heading(page, titles, heading):
    """Where the first heading is the site's, a lower one that the data name is the article's."""
    assert shown_heading(document_fromstring(page), titles) == heading


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("جريدة الفرات الجديد", "جريدة الفرات الجديد"),
        ("البرلمان يقر الموازنة | صحيفة المدينة", "صحيفة المدينة"),
        ("البرلمان يقر الموازنة | المدينة", "المدينة"),
        ("المدينة :: البرلمان يقر الموازنة", "المدينة"),
        ("البرلمان يقر الموازنة – المدينة – 2024/9/3", "المدينة"),
        ("البرلمان يقر الموازنة - 12.07.2023, المدينة", "المدينة"),
        ("البرلمان يقر الموازنة | اقتصاد", None),
        ("طباعة - البرلمان يقر الموازنة", None),
        ("البرلمان يقر الموازنة", None),
        ("الحكومة تستقيل | المدينة", None),
        ("صحيفة المدينة تحتفل بمرور خمسين عاما على صدورها", None),
    ],
)
def test_site(title, site):
    """A short part by a word for a paper, or beside the headline; no section, no day, no sentence."""
    assert site_of_title(title, ["البرلمان يقر الموازنة"]) == site


def test_houses():
    """The short parts of the title element; a headline of many words is none."""
    page = document_fromstring(
        "<title>&#8207;البرلمان يقر موازنة العام المقبل بعد جدل | محليات | المدينة</title><p>نص</p>"
    )
    assert title_of(page) == "البرلمان يقر موازنة العام المقبل بعد جدل | محليات | المدينة"
    assert houses(title_of(page)) == ["محليات", "المدينة"]
