"""Forms of bylines, dates, titles and pages as sites have them: a table of what is read from each."""

from __future__ import annotations

import textwrap

import pytest

from arcorpus.readers.page.articles import read_page

TITLE = "ارتفاع أسعار القمح عالميا بعد تراجع المحصول الروسي"
BODY = (
    "ارتفعت أسعار القمح في بورصة شيكاغو أربعة بالمئة بعد أن خفضت روسيا توقعاتها لمحصول العام الحالي بسبب الجفاف.\n\n"
    "ويتوقع محللون أن تستمر الأسعار في الصعود حتى نهاية الربع الثالث إذا لم تهطل الأمطار على حوض الفولغا.\n\n"
    "وتعد مصر أكبر مستورد للقمح في العالم، وقد اشترت ستين ألف طن في آخر مناقصة لها."
)
MENU = "الرئيسية\nسياسة\nاقتصاد\nرياضة\nثقافة\nبحث\n"
FOOT = (
    "شارك\nفيسبوك\nتويتر\nكلمات مفتاحية: القمح, روسيا\nاقرأ أيضا\nتراجع أسعار الذهب في الأسواق المحلية\n"
    "افتتاح معرض الكتاب في عمان\nالتعليقات\nلا توجد تعليقات\nجميع الحقوق محفوظة © 2024 صدى الفرات\n"
)


def page(text):
    """The only article of a page."""
    (article,) = read_page(text, "page.txt")
    return article


@pytest.mark.parametrize(
    "line",
    [
        "نشر في: 12/03/2024", "تم النشر في 12 مارس، 2024", "آخر تحديث: 12 مارس 2024 - 14:30", "12 مارس/آذار 2024",
        "الثلاثاء 2 رمضان 1445 هـ - 12 مارس 2024م", "2 رمضان 1445هـ", "March 12, 2024", "2024-03-12T10:15:00+03:00",
        "الثلاثاء، ١٢ آذار ٢٠٢٤", "12.03.2024 | 10:15 GMT", "12 مارس 2024 آخر تحديث: 13 مارس 2024",
        "تحديث 13 مارس 2024 | نشر 12 مارس 2024", "Tue, 12 Mar 2024", "12 مارس 2024 - 2:15 م بتوقيت غرينتش",
        "أُضيف بتاريخ: 12 مارس 2024", "12 مارس 2024 | 1523 مشاهدة", "12 مارس 202413:30", "٢٠٢٤/٣/١٢١٢ مارس ٢٠٢٤",
        "12 مارس 2024 - 2:15 م GST",
    ],
)  # fmt: skip
def test_date_lines(line):
    """A date line of any form gives the day, no source and no writer."""
    article = page(f"{TITLE}\n{line}\n{BODY}\n")
    assert (article.title, article.date, article.source, article.author) == (TITLE, "2024-03-12", None, None)
    assert article.text == BODY


@pytest.mark.parametrize(
    "label",
    [
        "نشر في: 12/03/2024",
        "تاريخ النشر: 12 مارس 2024",
        "تم النشر في 12 مارس، 2024",
        "| آخر تحديث: 12 مارس 2024 - 14:30",
    ],
)
def test_a_day_behind_the_title(label):
    """A labelled day on the line of the title is a line of its own."""
    article = page(f"{TITLE} {label}\n{BODY}\n")
    assert (article.title, article.date, article.text) == (TITLE, "2024-03-12", BODY)
    assert all(piece.end <= article.text_start for piece in article.furniture)


@pytest.mark.parametrize(
    "title",
    [
        "صحيفة محلية تعتذر عن مقال نشر في 12 مارس 2024",
        "محكمة تلغي قرارا صدر يوم الأحد 12 مارس 2024 عن الوزير",
        "حصاد الثورة يوم 25 يناير 2011",
    ],
)
def test_a_day_that_the_title_names(title):
    """A day without the colon of a label belongs to the title."""
    assert page(f"{title}\n{BODY}\n").title == title


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("بغداد - أحمد علي", "أحمد علي", None),
        ("أحمد علي - بغداد", "أحمد علي", None),
        ("خاص - المربد", None, "المربد"),
        ("متابعات - صدى الفرات", None, "صدى الفرات"),
        ("متابعات - أحمد علي", "أحمد علي", None),
        ("صدى الفرات - خاص", None, "صدى الفرات"),
        ("صدى الفرات / خاص", None, "صدى الفرات"),
        ("أحمد علي - خاص", "أحمد علي", None),
        ("بغداد/ علي جواد/ الأناضول", "علي جواد", "الأناضول"),
        ("عمان – الغد – رهام زيدان", "رهام زيدان", "الغد"),
        ("لندن: «الشرق الأوسط»", None, "الشرق الأوسط"),
        ("وكالة الأنباء العراقية (واع)", None, "وكالة الأنباء العراقية (واع)"),
        ("(أ ف ب)", None, "أ ف ب"),
        ("محمد الهاشمي، بغداد", "محمد الهاشمي", None),
        ("كتبت ـ سارة محمود", "سارة محمود", None),
        ("نشره هالة الخصاونة", "هالة الخصاونة", None),
    ],
)
@pytest.mark.parametrize("form", ["{title}\n{line}\n12 مارس 2024\n{body}\n", "{line}\n{title}\n12 مارس 2024\n{body}\n"])
def test_bylines(line, author, source, form):
    """Who wrote it and who published it, under the title and over it."""
    article = page(form.format(title=TITLE, line=line, body=BODY))
    assert (article.title, article.author, article.source) == (TITLE, author, source)
    assert article.text == BODY


@pytest.mark.parametrize(
    "title",
    [
        "مواضيع ذات صلة بالمناخ في مؤتمر الرباط", "صور: احتفالات العيد في المدينة القديمة",
        "من: بائع الورد إلى: وزير المال",
        "الموضوع: شكوى من سكان الحي الشرقي", "كلمات دلالية تكشف سر الرواية", "المصدر المفتوح يغزو شركات البرمجة",
        "مصادر: لقاء مرتقب بين الوزيرين", "بقلم رصاص يكتب التاريخ من جديد", "ترجمة: شاعر ينقل النهر إلى الفرنسية",
        "'البلدية': الرصف ينتهي في الربيع", 'عن "الحياة" والموت في شعر الحداثة', "أين ذهبت أموال الإعمار؟ وكيف تعود؟",
    ],
)  # fmt: skip
@pytest.mark.parametrize("under", ["", "12 مارس 2024\n", "القاهرة - رويترز\n"])
def test_titles_that_look_like_something_else(title, under):
    """A title that begins like tags, a source, a byline, a caption or a list of links is the title, whole."""
    article = page(f"{title}\n{under}\n{BODY}\n")
    assert (article.title, article.author, article.keywords) == (title, None, ())
    assert article.source == ("رويترز" if "رويترز" in under else None)
    assert article.text == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "قالت بلومبرغ (Bloomberg) إن كلفة القمح ارتفعت هذا العام.", 'كشفت صحيفة "لوموند" الفرنسية أن الأسعار ارتفعت.',
        "أفادت قناة الجزيرة (Al Jazeera) بأن الأسعار ارتفعت.", "نشر موقع أكسيوس (Axios) تقريرا عن أسعار القمح.",
    ],
)  # fmt: skip
def test_a_paper_that_the_text_quotes(sentence):
    """A paper whose words the first sentence gives is not the publisher."""
    article = page(f"{TITLE}\n{sentence}\n{BODY}\n")
    assert article.source is None
    assert article.text.startswith(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 صدى الفرات",
        "حقوق النشر © صدى الفرات 2024",
        "صدى الفرات © 2024",
        "© صدى الفرات",
        "حقوق النشر © 2024 صدى الفرات",
    ],
)
def test_the_holder_of_rights_ends_the_page(line):
    """A last line with © names the site, without the year."""
    assert (
        page(f"{TITLE}\n12 مارس 2024\n{BODY}\n\nالأكثر قراءة\nتراجع أسعار الذهب في السوق\n{line}\n").source
        == "صدى الفرات"
    )


def test_a_short_page_of_broken_lines():
    """Two lines that are full to the last word are enough to tell that a program broke the paragraphs of a page."""
    paragraphs = [" ".join(BODY.split()[:17]) + ".", " ".join(BODY.split()[17:33]) + "."]
    broken = "\n\n".join("\n".join(textwrap.wrap(paragraph, 72)) for paragraph in paragraphs)
    article = page(f"سياسة اقتصاد\n\n# {TITLE}\n\n12 مارس 2024\n\n{broken}\n\nشارك\n\nفيسبوك\n")
    assert (article.title, article.date, article.text) == (TITLE, "2024-03-12", broken)


def test_lines_that_are_not_broken():
    """A byline under a long title is no part of it: its first word had found room."""
    article = page(
        f"{TITLE} في موسم الجفاف الطويل\nأحمد العبادي\n\nارتفعت أسعار القمح في بورصة شيكاغو.\n\n{BODY[:100]}.\n"
    )
    assert (article.title, article.author) == (f"{TITLE} في موسم الجفاف الطويل", "أحمد العبادي")


def test_signs_that_markdown_escapes():
    """A backslash before a sign of Markdown is no part of a name or title."""
    article = page(f"# {TITLE} \\- تحليل\n\nمنى الطرابلسي \\-\n\n12 مارس 2024\n\n{BODY}\n")
    assert (article.title, article.author) == (f"{TITLE} - تحليل", "منى الطرابلسي")


@pytest.mark.parametrize("line", ["المصدر | صدى الفرات", "المصدر: صدى الفرات", "مصدر الخبر: صدى الفرات"])
def test_the_label_of_a_source(line):
    """A bar parts a source from its label as a colon does."""
    article = page(f"{TITLE}\n12 مارس 2024\n{BODY}\n{line}\nشارك\n")
    assert (article.source, article.text) == ("صدى الفرات", BODY)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ('"الصحة": لا إصابات جديدة', '"الصحة": لا إصابات جديدة'),
        ('"الصحة" تطلق برنامج "رفق"', '"الصحة" تطلق برنامج "رفق"'),
        ('"لا إصابات جديدة"', "لا إصابات جديدة"),
    ],
)
def test_quotation_marks_of_a_labelled_title(value, title):
    """Marks around all of a field are no part of it, those of its words are."""
    assert page(f"العنوان: {value}\nالتاريخ: 2024-03-12\nالنص: {BODY}\n").title == title


def test_a_paper_beside_the_day_under_a_short_title():
    """«DAY | PAPER» stands under a title of four words too."""
    article = page(f"# هوس اقتناء السيارات الفارهة\n\n*12 مارس 2024* | صدى الفرات\n\n{BODY}\n")
    assert (article.date, article.source) == ("2024-03-12", "صدى الفرات")


def test_a_poet_is_the_writer():
    """«شعر: NAME» names who wrote the poem."""
    verses = (
        "بغداد يا قمرا يطل على النخيل\nيا موعدا للحب والزمن الجميل\n"
        "يا ضفة للروح إن تعب الرحيل\nيا دجلة العشاق والماء العليل"
    )
    article = page(f"قصيدة: إلى بغداد\nشعر: أحمد العبادي\n{verses}\n")
    assert (article.author, article.text) == ("أحمد العبادي", verses)


def test_a_title_on_two_lines_is_one_line():
    """A title that a program has broken is given without the break."""
    title = "وزير النفط العراقي يعلن من البصرة عن خطة طموحة لزيادة الإنتاج إلى ستة ملايين برميل يوميا"
    paragraphs = "\n\n".join("\n".join(textwrap.wrap(paragraph, 62)) for paragraph in BODY.split("\n\n"))
    broken = "\n".join(textwrap.wrap(title, 60))
    assert page(f"{broken}\n\n12 مارس 2024\n\n{paragraphs}\n").title == title


@pytest.mark.parametrize(
    "head",
    [
        f"{MENU}الرئيسية > اقتصاد\n{TITLE}\nعمان - أحمد العبادي\n12 مارس 2024 - 10:15\nوقت القراءة: 3 دقائق\n",
        f"الرئيسية / اقتصاد / {TITLE}\n{TITLE}\nعمان - أحمد العبادي\n12 مارس 2024\n",
        f"{TITLE} | صدى الفرات\n{MENU}{TITLE}\nعمان - أحمد العبادي\n12 مارس 2024\n",
        f"نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع.\nموافق\n{MENU}{TITLE}\nأحمد العبادي\n12 مارس 2024\n",
    ],
)
def test_whole_pages(head):
    """A page with menu, crumbs, cookies and foot gives each field and the body alone."""
    article = page(f"{head}{BODY}\n{FOOT}")
    assert (article.title, article.date, article.author, article.source) == (
        TITLE, "2024-03-12", "أحمد العبادي", "صدى الفرات",
    )  # fmt: skip
    assert article.text == BODY
