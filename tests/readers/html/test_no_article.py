"""Pages without an article: each kind is refused in words that name it, and what resembles them is read."""

from __future__ import annotations

import pytest

from arcorpus.errors import NoArticle
from arcorpus.readers.html.reader import read_html

HEADLINES = (
    "وزير النقل يعلن خطة لتوسعة المطار",
    "انطلاق موسم الحصاد في وادي الأردن",
    "ارتفاع أسعار الخضار في الأسواق المحلية",
    "باحثون يكتشفون نوعا جديدا من الفراشات",
    "بلدية العقبة تفتتح حديقة على الشاطئ",
    "طلاب يبتكرون روبوتا لري الحقول",
    "البنك المركزي يرفع سعر الفائدة",
    "محكمة تنظر في قضية المياه",
)
SUMMARY = "أعلن مسؤول محلي في مؤتمر صحفي اليوم تفاصيل الخطة التي تمتد خمس سنوات."
HEAD = '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{}</title></head><body>'


def listed(form: str, *, title: str = "جريدة الصباح", times: int = 2) -> bytes:
    """A page of headlines in one form of entry."""
    entries = "".join(form.format(headline=headline, n=n) for n, headline in enumerate(HEADLINES * times))
    return (HEAD.format(title) + entries + "</body></html>").encode()


@pytest.mark.parametrize(
    "form",
    [
        "<div><h3><a href='/{n}'>{headline}</a></h3><p>" + SUMMARY + "</p></div>",
        "<div><h3><a href='/{n}'>{headline}</a></h3><p>" + SUMMARY + "</p><span>1 مايو 2024</span></div>",
        "<div><h3><a href='/{n}'>{headline}</a></h3><span>1 مايو 2024</span></div>",
        "<a href='/{n}'><h3>{headline}</h3><p>" + SUMMARY + "</p></a>",
        "<div><a href='/{n}'>{headline}</a><br>... " + SUMMARY + " ...</div>",
        "<article><h2><a href='/{n}'>{headline}</a></h2><div class='meta'>هند علي</div><p>"
        + SUMMARY
        + "</p></article>",
    ],
    ids=["summaries", "dates", "dates alone", "cards", "search", "tag"],
)
def test_list(form):
    """A home page, a section, a search: texts that each stand under a headline that leads elsewhere."""
    with pytest.raises(NoArticle, match="list of 16 headlines"):
        read_html(listed(form), "a.html")


def test_list_against_its_data():
    """A page that calls itself an article is a list only with more headlines."""
    form = "<div><h3><a href='/{n}'>{headline}</a></h3><p>" + SUMMARY + "</p></div>"
    kind = b'<meta property="og:type" content="article"></head>'
    with pytest.raises(NoArticle, match="list"):
        read_html(listed(form).replace(b"</head>", kind), "a.html")
    assert read_html(listed(form, times=1).replace(b"</head>", kind), "a.html")


def test_article_with_offers():
    """An article among as many headlines is read."""
    body = "".join(f"<p>وقال الوزير في اليوم {n} من الشهر إن العمل في المطار يسير كما خطط له.</p>" for n in range(8))
    data = listed("<li><a href='/{n}'>{headline}</a></li>").decode().replace("<li>", f"<h1>مطار جديد</h1>{body}<li>", 1)
    found = read_html(data.encode(), "a.html")
    assert [len(article.text.split("\n")) for article in found] == [8]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>الصفحة غير موجودة</h1><p>عذرا، الصفحة التي تبحث عنها غير موجودة أو ربما تم نقلها إلى عنوان آخر.</p>",
        "<div><p>يرجى تفعيل جافاسكربت في متصفحك حتى يعمل هذا الموقع كما ينبغي.</p></div>",
        "<h2>نهتم بخصوصيتك</h2><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لحفظ ما يلزم على جهازك.</p>",
        "<form><h1>تسجيل الدخول</h1><p>ليس لديك حساب؟ أنشئ حسابا جديدا مجانا في أقل من دقيقة.</p></form>",
        "<h1>403 Forbidden</h1><p>You do not have permission to access this page on the server.</p>",
        "<h2>Checking your browser</h2><p>The site needs to review the security of your connection.</p>",
    ],
    ids=["not found", "script", "cookies", "login", "forbidden", "robot"],
)
def test_site_speaks(body):
    """What the site says of itself, short and without a day, is no article."""
    with pytest.raises(NoArticle, match="an error, a log-in or a question about cookies"):
        read_html((HEAD.format("جريدة الصباح") + body).encode(), "a.html")


@pytest.mark.parametrize(
    "body",
    [
        "<h1>غرامة على متجر</h1><p>3 مايو 2024</p><p>غرمت الهيئة متجرا استخدم ملفات تعريف الارتباط.</p>",
        "<h1>غرامة على متجر</h1>" + f"<p>غرمت الهيئة متجرا استخدم ملفات تعريف الارتباط. {SUMMARY * 10}</p>",
    ],
    ids=["dated", "long"],
)
def test_news_of_cookies(body):
    """News about cookies is news."""
    assert len(read_html((HEAD.format("جريدة الصباح") + body).encode(), "a.html")) == 1


def test_frames():
    """A page of frames names the files that hold its text."""
    page = '<html><head><title>صحيفة</title></head><frameset cols="20%,80%"><frame src="news.htm"></frameset></html>'
    with pytest.raises(NoArticle, match=r"frames.*news\.htm"):
        read_html(page.encode(), "a.html")


def test_unloaded():
    """A page whose text a script would load says so."""
    with pytest.raises(NoArticle, match="before its text had loaded"):
        read_html(b"<html><body><div id='app'></div></body></html>", "a.html")
