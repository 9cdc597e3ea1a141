"""The article among a page's JSON-LD: where it stands, how sites break it, what it refers to."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from arcorpus.readers.html.json_ld import article_data

NEWS = {"@type": "NewsArticle", "headline": "افتتاح المكتبة الجديدة", "articleSection": "ثقافة"}
OTHER = {"@type": "NewsArticle", "headline": "مباراة الكأس تنتهي بالتعادل"}


def data(*scripts: str) -> dict:
    """The article's data on a page with these scripts."""
    joined = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return article_data(document_fromstring(f"<head>{joined}</head><p>نص</p>"), ["افتتاح المكتبة الجديدة"])


@pytest.mark.parametrize(
    "value",
    [
        NEWS,
        [NEWS],
        [[NEWS]],
        {"@graph": [{"@type": "WebPage"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        [OTHER, NEWS],
        [{"@type": "BlogPosting", "headline": "تدوينة عن شيء آخر تماما"}, NEWS],
        {**NEWS, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
    ],
)
def test_place(value):
    """Alone, in lists, in a graph, as what a page is about, beside another article."""
    assert data(json.dumps(value)).get("headline") == NEWS["headline"]


@pytest.mark.parametrize(
    ("script", "headline"),
    [
        ('{"@type": "NewsArticle", "headline": "افتتاح المكتبة",}', "افتتاح المكتبة"),
        ('{"@type": "NewsArticle", "headline": "افتتاح\n المكتبة"}', "افتتاح\n المكتبة"),
        ('{"@type": "NewsArticle", "headline": "قال "نعم" للخطة"}', 'قال "نعم" للخطة'),
        (
            "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;افتتاح المكتبة&quot;}",
            "افتتاح المكتبة",
        ),
        ('/*<![CDATA[*/{"@type": "NewsArticle", "headline": "افتتاح المكتبة"}//]]>', "افتتاح المكتبة"),
        ('<!-- {"@type": "NewsArticle", "headline": "افتتاح المكتبة"} -->', "افتتاح المكتبة"),
        ('{"@type": "NewsArticle", "headline": "افتتاح', None),
        ('{"@type": "Organization", "name": "المدينة"}', None),
        ('"نص"', None),
    ],
)
def test_broken(script, headline):
    """Trailing commas, bare line ends and quotes, entities, comments; what cannot be mended says nothing."""
    assert data(script).get("headline") == headline


def test_references():
    """An author and a publisher that are only referred to stand in their places; an unknown one stays as it is."""
    graph = [
        {**NEWS, "author": [{"@id": "#p"}], "publisher": {"@id": "#o"}, "isPartOf": {"@id": "#x"}},
        {"@id": "#p", "@type": "Person", "name": "هند علي"},
        {"@id": "#o", "@type": "Organization", "name": "المدينة"},
    ]
    found = data(json.dumps({"@graph": graph}))
    assert found["author"][0]["name"] == "هند علي"
    assert found["publisher"]["name"] == "المدينة"
    assert found["isPartOf"] == {"@id": "#x"}


@pytest.mark.parametrize(
    ("steps", "section"),
    [
        (["الرئيسية", "ثقافة", "افتتاح المكتبة الجديدة"], "ثقافة"),
        (["الرئيسية", "ثقافة", "كتب", "افتتاح المكتبة الجديدة"], "كتب"),
        (["ثقافة", "افتتاح المكتبة الجديدة"], "ثقافة"),
        (["الرئيسية", "افتتاح المكتبة الجديدة"], None),
        ([], None),
    ],
)
def test_section(steps, section):
    """Where the article tells no section, its trail of breadcrumbs does: the last step above it."""
    trail = {"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": step}} for step in steps]}
    news = {"@type": "NewsArticle", "headline": "افتتاح المكتبة الجديدة"}
    assert data(json.dumps([news, trail])).get("articleSection") == section
    assert data(json.dumps([NEWS, trail])).get("articleSection") == "ثقافة"
