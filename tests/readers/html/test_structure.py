"""How a page's elements become lines, and which lines their places set beside the article: a case for each rule."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from arcorpus.readers.html.beside import outside_lines
from arcorpus.readers.html.dom import lines, parse

TEXT = "افتتحت الوزارة اليوم مكتبة جديدة في وسط المدينة، تضم أربعين ألف كتاب وقاعة للأطفال."


def shown(page: str) -> list[str]:
    """The lines of a page."""
    return [line.text for line in lines(document_fromstring(f"<body>{page}</body>"))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>قال <b>الوزير</b> إن</p><p>العمل</p>", ["قال الوزير إن", "العمل"]),
        ("قال الوزير<br>إن العمل<br><br>مستمر", ["قال الوزير", "إن العمل", "مستمر"]),
        ("<div><span>قال ال</span>وزير</div>", ["قال الوزير"]),
        ("<p><span>قال ال</span><span>وزير</span></p>", ["قال الوزير"]),
        ("<div><span style='a'>قال ال</span><span style='b'>وزير</span></div>", ["قال الوزير"]),
        ("<div><span>25 مارس</span><span>هند علي</span></div>", ["25 مارس", "هند علي"]),
        ("<div><a href='/1'>سياسة</a><a href='/2'>رياضة</a></div>", ["سياسة", "رياضة"]),
        ("<div><span>25 مارس</span> <span>هند علي</span></div>", ["25 مارس هند علي"]),
        (
            "<pre>قال الوزير\n\nإن <b>العمل</b> مستمر\n</pre>\n<p>وأضاف\nأنه</p>",
            ["قال الوزير", "إن العمل مستمر", "وأضاف أنه"],
        ),
        ("<p hidden>سر</p><p style='display: none'>سر</p><p aria-hidden='true'>سر</p><p>خبر</p>", ["خبر"]),
        ("<script>var سر</script><style>سر</style><template>سر</template><p>خبر</p>", ["خبر"]),
        ("<p>\u200fقال\u200b الوزير\u00ad\u200f</p>", ["قال الوزير"]),
    ],
)
def test_lines(page, expected):
    """A block is a line, a style that sets small elements apart too; words that an element parts stay whole."""
    assert shown(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table><tr><th>الصنف<th>السعر</tr><tr><td>رنجة<td>140</tr></table>", ["الصنف | السعر", "رنجة | 140"]),
        ("<table><tr><td><p>رنجة</p></td><td><p>140</p></td></tr></table>", ["رنجة | 140"]),
        ("<table><tr><td>رنجة</td></tr></table>", ["رنجة"]),
        ("<table><tr><td><a href='/'>سياسة</a></td><td>رياضة</td></tr></table>", ["سياسة", "رياضة"]),
        ("<table><tr><td><p>قال</p><p>وأضاف</p></td><td>رياضة</td></tr></table>", ["قال", "وأضاف", "رياضة"]),
        (f"<table><tr><td>{TEXT} {TEXT}</td><td>رياضة</td></tr></table>", [f"{TEXT} {TEXT}", "رياضة"]),
    ],
)
def test_rows(page, expected):
    """A row of short cells is a line; a table that holds the page's menus and texts is its frame."""
    assert shown(page) == expected


def beside(page: str) -> list[str]:
    """The lines that stand beside an article of ten paragraphs, of which one line is looked at."""
    body = "".join(f"<p>{TEXT} {n}</p>" for n in range(10))
    found = lines(document_fromstring(f"<body><div class='has-sidebar'>{body}{page}</div></body>"))
    outside = outside_lines(found, {n for n, line in enumerate(found) if line.text.startswith(TEXT)})
    return [found[n].text for n in sorted(outside)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<figure><figcaption>المكتبة</figcaption></figure>", ["المكتبة"]),
        ("<div class='wp-caption-text'>المكتبة</div>", ["المكتبة"]),
        ("<div class='related-posts'><p>مكتبة أخرى في الحي</p></div>", ["مكتبة أخرى في الحي"]),
        ("<div class='correlated'><p>مكتبة أخرى في الحي</p></div>", []),
        ("<blockquote class='twitter-tweet'><p>مكتبتنا الجديدة</p></blockquote>", ["مكتبتنا الجديدة"]),
        ("<blockquote><p>مكتبتنا جديدة</p></blockquote>", []),
        ("<p><a href='/1'>مكتبة أخرى في الحي</a></p>", ["مكتبة أخرى في الحي"]),
        ("<p><a href='/1'>افتتحت مكتبة أخرى في الحي.</a></p>", []),
        ("<div><p><a href='/1'>مكتبة أخرى في الحي</a></p><p>أمس</p></div>", ["مكتبة أخرى في الحي", "أمس"]),
        ("<div><p><a href='/1'>مكتبة</a></p><p>افتتحت في الحي</p></div>", ["مكتبة"]),
        ("<p>وكانت <a href='/1'>مكتبة أخرى</a> قد أغلقت</p>", []),
        ("<div><h3>اقرأ أيضا</h3><p>مكتبة في الحي</p></div>", ["اقرأ أيضا", "مكتبة في الحي"]),
        ("<div><h3>تفاصيل المشروع</h3><p>مكتبة في الحي</p></div>", []),
        (
            "<p><a href='#e'>تخطى هذا الجزء</a></p><p>مكتبة</p><p id='e'>نهاية</p><p>وقال</p>",
            ["تخطى هذا الجزء", "مكتبة"],
        ),
        ("<p><a href='#e'>الهامش الأول هنا</a></p><p>مكتبة</p><p id='e'>نهاية</p>", ["الهامش الأول هنا"]),
        ("<p><a href='#none'>تخطى هذا الجزء</a></p><p>مكتبة</p>", ["تخطى هذا الجزء"]),
    ],
)
def test_beside(page, expected):
    """Captions, boxes by class or heading, posts, links that are no sentence, what a link skips."""
    assert beside(page) == expected


@pytest.mark.parametrize(
    ("charset", "codec", "warned"),
    [
        ("utf-8", "utf-8", False),
        ("windows-1256", "windows-1256", False),
        ("windows-1256", "utf-8", False),
        ("iso-8859-1", "windows-1256", True),
        ("utf-8", "windows-1256", True),
        ("none-such", "utf-8", False),
        ("", "windows-1256", True),
        ("utf-16", "utf-8", False),
    ],
)
def test_charset(charset, codec, warned):
    """A page is read in what it says where its letters are of it, else in what its letters are of, which is told."""
    page = parse(f"<meta charset='{charset}'><p>{TEXT}</p>".encode(codec), "a.html")
    assert [line.text for line in lines(page.root)] == [TEXT]
    assert bool(page.warnings) is warned


def test_mojibake():
    """Letters that were read in a wrong encoding before the page was saved are mended, and that is told."""
    broken = TEXT.encode().decode("cp1252", "ignore") * 3
    page = parse(f"<meta charset='utf-8'><p>{broken}</p>".encode(), "a.html")
    assert "الوزارة" in lines(page.root)[0].text
    assert page.warnings


def test_entities_are_no_markup():
    """A sign that is written as an entity is text, also where letters are mended."""
    assert shown("<p>كتب المبرمج &lt;b&gt; في المتن &amp;nbsp; هنا</p>") == ["كتب المبرمج <b> في المتن &nbsp; هنا"]
