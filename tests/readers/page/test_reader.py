"""The page reader: what it takes from a page, and what holds for any text.

The saved pages of tests/pages are compared with their golden JSON in test_pages_golden.py; here each rule has a page of
its own, as short as it can be.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.errors import NoArticle, UnreadableFile
from arcorpus.readers.page import articles, reader
from arcorpus.readers.page.articles import read_page
from arcorpus.readers.page.lines import fold_words, lines
from arcorpus.readers.page.reader import read
from arcorpus.resources import lexicon
from arcorpus.types import Article

TITLE = "افتتاح مستشفى للأطفال في مدينة طنطا"
FIRST = "افتتح وزير الصحة مستشفى جديدا للأطفال في مدينة طنطا بسعة مئتي سرير."
SECOND = "وقال الوزير إن المستشفى يخدم أربع محافظات في الدلتا ويستقبل الحالات الحرجة."
THIRD = "وأضاف أن التجهيزات وصلت من ثلاث دول، وأن التشغيل الكامل يبدأ مطلع الشهر المقبل."
BODY = f"{FIRST}\n{SECOND}\n{THIRD}"
OTHER_TITLE = "اتحاد الكرة يعلن مواعيد مباريات الكأس"
OTHER_BODY = (
    "أعلن اتحاد الكرة مواعيد مباريات دور الستة عشر من بطولة الكأس، على أن تبدأ في العاشر من الشهر الجاري.\n"
    "وأوضح الاتحاد أن المباريات ستقام كلها في ملاعب محايدة دون جمهور."
)
MENU = "الرئيسية\nسياسة\nاقتصاد\nرياضة\nمن نحن\n"


def one(text: str) -> Article:
    """The only article of a page, its offsets checked."""
    articles = read_page(text, "page.txt")
    assert len(articles) == 1, [article.title for article in articles]
    article = articles[0]
    assert article.text_start is not None
    assert text[article.text_start : article.text_start + len(article.text)] == article.text
    return article


def marked(text: str, article: Article) -> list[tuple[str, str]]:
    """The furniture of an article as (reason, words)."""
    return [(piece.reason, text[piece.start : piece.end]) for piece in article.furniture or ()]


def reasons(text: str) -> dict[str, str]:
    """The reason of each furniture line of a page."""
    return {line: reason for article in read_page(text, "page.txt") for reason, line in marked(text, article)}


# the room's contract


def test_reads_text_files() -> None:
    """The reader takes files that end in `.txt`."""
    assert reader.SUFFIXES == (".txt",)


def test_read_decodes_and_tells_of_the_encoding() -> None:
    """A page in Windows-1256 is read, and its article says in which encoding it was."""
    (article,) = read(io.BytesIO(f"{TITLE}\n{BODY}".encode("cp1256")), "page.txt")
    assert isinstance(article, Article)
    assert article.title == TITLE
    assert any("1256" in warning for warning in article.warnings)


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff \u200f\n", MENU, "غزة"])
def test_read_says_that_there_is_no_article(text: str) -> None:
    """An empty page and a page of menus give one error and no article."""
    (found,) = read(io.BytesIO(text.encode()), "empty.txt")
    assert isinstance(found, NoArticle)
    assert found.path == "empty.txt"
    assert read_page(text, "empty.txt") == ()


def test_read_passes_on_what_cannot_be_decoded() -> None:
    """Bytes that are no text are the decoder's error, with the path."""
    with pytest.raises(UnreadableFile):
        list(read(io.BytesIO(b"\x00\x01\x02\xff\xfe\x00" * 50), "picture.txt"))


def test_articles_carry_path_and_index_and_no_id() -> None:
    """Articles of one page are numbered from 0; ids are given later."""
    text = f"{TITLE}\n{BODY}\nإقرأ أيضاً:\n{OTHER_TITLE}\n{OTHER_BODY}\n"
    articles = read_page(text, "folder/page.txt")
    assert [(a.id, a.path, a.index) for a in articles] == [("", "folder/page.txt", 0), ("", "folder/page.txt", 1)]


# title and standfirst


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\n\n", "\r\n\r\n"])
def test_title_and_body_with_every_line_end(end: str) -> None:
    """Whatever ends the lines, the first is the title and the rest the body, as it stands in the file."""
    text = end.join([TITLE, FIRST, SECOND])
    article = one(text)
    assert (article.title, article.text) == (TITLE, end.join([FIRST, SECOND]))


def test_no_title_when_the_page_begins_with_its_text() -> None:
    """A page without a headline has no title."""
    assert one(BODY).title is None


def test_title_among_teasers_is_the_one_that_the_body_takes_up() -> None:
    """Of many headlines above a body the one of the same matter is the title, not the nearest menu or teaser."""
    teasers = "\n".join(
        f"* {head}"
        for head in (
            "سعر الذهب اليوم في محلات الصاغة بعد التراجع",
            "وزير النقل يتفقد محطة مصر",
            "تعرف على موعد مباراة القمة",
        )
    )
    text = f"{MENU}آخر الأخبار\n{teasers}\nبحث\n{TITLE}\n3 مارس 2024\n{BODY}\nالأكثر قراءة\n{OTHER_TITLE}\n"
    article = one(text)
    assert (article.title, article.date) == (TITLE, "2024-03-03")
    assert article.text == BODY


def test_short_line_above_the_title_is_a_section() -> None:
    """Over the title a shorter line is the section or the site, never the title."""
    text = f"أخبار المحافظات\n{TITLE}\nكتب: سامي عوض\n{BODY}"
    assert one(text).title == TITLE
    assert reasons(text)["أخبار المحافظات"] == "section"


def test_lines_under_the_title_without_a_full_stop_are_the_standfirst() -> None:
    """Headline-like lines between title and body stay out of the body, in their order."""
    stand = ["المستشفى الجديد يخدم أربع محافظات في الدلتا", "التشغيل الكامل لمستشفى الأطفال يبدأ مطلع الشهر"]
    article = one("\n".join([TITLE, *stand, BODY]))
    assert (article.title, list(article.standfirst), article.text) == (TITLE, stand, BODY)


def test_summary_with_its_full_stop_is_the_first_paragraph() -> None:
    """A summary sentence is body, though writer and day stand under it; those are marked."""
    text = f"{TITLE}\n{FIRST}\nسامي عوض\n3 مارس 2024\n{SECOND}\n{THIRD}"
    article = one(text)
    assert article.text.startswith(FIRST)
    assert article.text.endswith(THIRD)
    assert (article.author, article.date) == ("سامي عوض", "2024-03-03")
    assert {line for _, line in marked(text, article)} == {"سامي عوض", "3 مارس 2024"}


def test_line_that_the_body_repeats_is_no_body() -> None:
    """A sentence above the body that stands in it word for word is a standfirst."""
    article = one(f"{SECOND}\n{FIRST}\n{SECOND} {THIRD}\nوانتهى الحفل بتكريم الأطباء.")
    assert article.title is None
    assert article.standfirst == (SECOND,)
    assert article.text.startswith(FIRST)


def test_repeated_title_is_marked() -> None:
    """The title once more, as a picture's text, is neither standfirst nor body."""
    text = f"{TITLE}\n{TITLE}\n3 مارس 2024\n{BODY}"
    article = one(text)
    assert (article.title, article.standfirst, article.text) == (TITLE, (), BODY)
    assert ("repeat", TITLE) in marked(text, article)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"# {TITLE}", TITLE),
        (f"**{TITLE}**", TITLE),
        (f"## [{TITLE}](https://x.example/1)", TITLE),
        (f"العنوان: {TITLE}", TITLE),
        (f'title: "{TITLE}"', TITLE),
    ],
)
def test_title_without_the_marks_around_it(line: str, title: str) -> None:
    """Markdown marks, links, labels and quotation marks of a record are not part of the title."""
    assert one(f"{line}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "title",
    [
        "السودان: هدنة جديدة بين الطرفين",
        'عدنان منصر : رئيس الجمهورية في وضعية "تغول"',
        "الطاهر بن حسين : يوسف الشاهد عاجز",
        "ترامب - بوتين: قمة بلا نتائج",
        "رئيس الوزراء يتلقى اتصالا من ملك المغرب",
        "هل تنجح الهدنة في السودان؟",
        "36 عامًا.. سر رحيل نعيمة عاكف في سن مبكر",
    ],
)
def test_headlines_that_look_like_bylines(title: str) -> None:
    """A place or person before a colon is a headline when what follows is said, not signed."""
    assert one(f"{title}\n{BODY}").title == title


# the body


def test_sub_headings_stay_inside() -> None:
    """Short lines between paragraphs belong to the body and are not marked."""
    text = f"{TITLE}\n{FIRST}\nأجهزة حديثة\n{SECOND}\nالاقتصاد\n{THIRD}"
    article = one(text)
    assert article.text == text.removeprefix(f"{TITLE}\n")
    assert article.furniture_inside() == ()


@pytest.mark.parametrize(
    "lines_",
    [
        ["إعلان"],
        ["اقرأ أيضا: وزير النقل يتفقد محطة مصر"],
        ["صدر الصورة، Getty Images"],
        ["التعليق على الصورة، مدخل المستشفى الجديد يوم الافتتاح"],
        ["شارك"],
        ["View this post on Instagram"],
        ["اقرأ أيضا", "list of 2 items", "list 1 of 2", "وزير النقل يتفقد محطة مصر", "end of list"],
        ["تابعوا آخر أخبارنا عبر غوغل نيوز"],
        ["12:30"],
    ],
)
def test_furniture_inside_the_body_is_marked_and_stays(lines_: list[str]) -> None:
    """What interrupts a body is marked where it stands; the text goes on after it."""
    text = "\n".join([TITLE, FIRST, SECOND, *lines_, THIRD])
    article = one(text)
    assert article.text == text.removeprefix(f"{TITLE}\n")
    assert [line for _, line in marked(text, article)] == lines_


def test_interview_is_whole() -> None:
    """Questions and answers, however short, are body."""
    talk = (
        "التقينا المخرجة ليلى في مقهى صغير قرب محطة القطار.\nس: كيف بدأت؟\n"
        "ج: بكاميرا استعارها أخي من صديقه ونسي أن يعيدها.\n"
        "س: وهل تغير شيء؟\nج: عدد المكالمات فقط."
    )
    assert one(f"حوار مع المخرجة ليلى: السينما بيت\n{talk}").text == talk


def test_lists_and_tables_that_a_colon_announces_are_body() -> None:
    """What a line with a colon announces belongs to it, also at the end."""
    table = "وجاءت الأسعار في أسواق طنطا على النحو التالي:\nعيار 24\t5200 جنيه\nعيار 21\t4550 جنيها"
    assert one(f"{TITLE}\n{FIRST}\n{table}").text == f"{FIRST}\n{table}"


def test_last_words_without_a_full_stop_are_body() -> None:
    """A closing line that asks and answers belongs to the body, though no full stop ends it."""
    article = one(f"{TITLE}\n{BODY}\nلماذا؟ الآن أنت تعرف\nالمزيد عن الموضوع على موقع العلوم:\n")
    assert article.text.endswith("لماذا؟ الآن أنت تعرف")
    assert article.source == "موقع العلوم"


def test_paragraphs_that_end_in_commas() -> None:
    """A page that writes commas for full stops is read."""
    text = BODY.replace(".", "،")
    assert one(f"{TITLE}\n{text}").text == text


def test_text_without_any_sentence_mark() -> None:
    """Long lines are running text though no full stop ends them."""
    text = "\n".join(line.removesuffix(".") + " " + THIRD.removesuffix(".") for line in (FIRST, SECOND))
    assert one(f"{TITLE}\n{text}").text == text


def test_one_sentence_is_an_article() -> None:
    """Headline and one sentence are an article, also without its full stop."""
    assert one(f"{TITLE}\n{FIRST}").text == FIRST
    assert one(f"{TITLE}\n{FIRST.removesuffix('.')}").text == FIRST.removesuffix(".")


def test_poem() -> None:
    """Lines that is_verse are a body, the line over them is its title."""
    verses = (
        "يا غيمة مرت على دار خلان\nردي سلامي لو بعيد المسافة\nما عاد في قلبي مكان لنسيان\n"
        "ولا عاد في صدري لغيرك ضيافة\nمري على نجد ومري على عمان\nوقولي لهم إن المحبة نظافة"
    )
    article = one(f"دمعة الغيم\nسالم الهاجري\n{verses}")
    assert (article.title, article.author, article.text) == ("دمعة الغيم", "سالم الهاجري", verses)


def test_wrapped_paragraphs_are_joined() -> None:
    """In a dump of fixed width a paragraph is one, with its line ends inside."""
    paragraphs = []
    for paragraph in (f"{FIRST} {SECOND}", f"{THIRD} {SECOND}", f"{SECOND} {FIRST}"):
        words = paragraph.split()
        paragraphs.append("\n".join(" ".join(words[at : at + 10]) for at in range(0, len(words), 10)))
    article = one("\n\n".join([TITLE, *paragraphs]))
    assert (article.title, article.text) == (TITLE, "\n\n".join(paragraphs))
    assert article.furniture == ()


def test_terms_of_use_longer_than_the_article() -> None:
    """Site texts do not become the body by their length, above or below it."""
    terms = (
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع، وبمواصلة التصفح فإنك توافق على سياسة الخصوصية "
        "وشروط الاستخدام.\n"
        "يمكنك إدارة حسابك وبياناتك الشخصية من صفحة الاشتراك في أي وقت، كما يمكنك إلغاء النشرة البريدية من بريدك.\n"
    ) * 6
    for text in (f"{terms}{TITLE}\n{BODY}", f"{TITLE}\n{BODY}\nتعليقات\n{terms}"):
        article = one(text)
        assert (article.title, article.text) == (TITLE, BODY)


def test_reader_comments_are_furniture() -> None:
    """What readers write under an article is neither its body nor an article."""
    comments = f"تعليقات القراء\n1 محمد\n{OTHER_BODY}\n2 أبو أحمد\n{OTHER_BODY}\nأضف تعليقك"
    text = f"{TITLE}\n{BODY}\n{comments}"
    article = one(text)
    assert article.text == BODY
    assert {reason for reason, _ in marked(text, article)} == {"comments"}


# several articles


@pytest.mark.parametrize(
    "between",
    [
        "إقرأ أيضاً:",
        "المصدر: بوابة السهل\nكلمات دلالية: طنطا، مستشفى\nإقرأ أيضاً:",
        "مواضيع ذات صلة",
    ],
)
def test_second_article_under_read_also(between: str) -> None:
    """A headline with running text of its own under «read also» is an article of its own."""
    text = f"{TITLE}\n{BODY}\n{between}\n{OTHER_TITLE}\n{OTHER_BODY}\n"
    first, second = read_page(text, "page.txt")
    assert (first.title, first.text, second.title, second.text) == (TITLE, BODY, OTHER_TITLE, OTHER_BODY)


def test_second_article_by_its_date() -> None:
    """A headline with a day under it begins another article, without any other sign."""
    first, second = read_page(f"{TITLE}\n3 مارس 2024\n{BODY}\n{OTHER_TITLE}\n4 مارس 2024\n{OTHER_BODY}", "page.txt")
    assert (first.title, first.date, second.title, second.date) == (TITLE, "2024-03-03", OTHER_TITLE, "2024-03-04")


def test_headlines_and_teasers_under_read_also_are_no_articles() -> None:
    """A list of headlines, and of headlines with a sentence each, is furniture."""
    teasers = "\n".join(
        f"{head}\n{sentence}"
        for head, sentence in (
            ("هل يمكن سماع صوت النجوم؟", "يقول الباحثون إن اهتزازات النجوم يمكن تحويلها إلى نغمات تكشف أعمارها."),
            ("قمر صناعي طلابي يخفق", "أعلنت الجامعة أن الاتصال بالقمر مستمر رغم انخفاض الطاقة."),
        )
    )
    text = f"{TITLE}\n{BODY}\nمواضيع ذات صلة\n{OTHER_TITLE}\nوزير النقل يتفقد محطة مصر\n{teasers}"
    article = one(text)
    assert article.text == BODY
    assert {reason for reason, _ in marked(text, article)} == {"related"}


def test_teaser_with_its_sentence_inside_the_body() -> None:
    """A headline with one sentence between paragraphs is marked; the text that goes on is body."""
    teaser = "إقرأ المزيد\nاكتشاف ينابيع ساخنة في قاع بحيرة فان\nأعلن باحثون أتراك اكتشاف ينابيع ساخنة في بحيرة فان."
    text = f"{TITLE}\n{FIRST}\n{SECOND}\n{teaser}\n{THIRD} ويخدم المستشفى محافظات الدلتا."
    article = one(text)
    assert article.text.endswith("ويخدم المستشفى محافظات الدلتا.")
    assert [line for _, line in marked(text, article)] == teaser.split("\n")


# day, writer, source, keywords


@pytest.mark.parametrize(
    ("line", "date", "words"),
    [
        ("3 مارس 2024", "2024-03-03", "3 مارس 2024"),
        ("نُشر: 12:25-8 يوليو 2025 م ـ 13 مُحرَّم 1447 هـ", "2025-07-08", "8 يوليو 2025 م"),
        ("11 شوال 1441هـ - 03 يونيو 2020م", "2020-06-03", "03 يونيو 2020م"),
        ("آخر تحديث: 9 يوليو 2025 نشر في: 8 يوليو 2025", "2025-07-08", "8 يوليو 2025"),
        ("آخر تحديث: 9 يوليو 2025", "2025-07-09", "9 يوليو 2025"),
        ("GMT 17:27 17.03.2020(محدثة GMT 17:49 18.03.2020) انسخ الرابط", "2020-03-17", "17.03.2020"),
        ("تاريخ النشر: 30th, January 2025 GMT", "2025-01-30", "30th, January 2025"),
        ("الإثنين 07-07-2025 22:10 | كتب: هند إبراهيم |", "2025-07-07", "الإثنين 07-07-2025"),
    ],
)
def test_day_under_the_title(line: str, date: str, words: str) -> None:
    """The day of publication is read from the date line, in the Gregorian form, before that of a change."""
    article = one(f"{TITLE}\n{line}\n{BODY}")
    assert (article.date, article.date_text, article.text) == (date, words, BODY)


def test_day_after_the_body() -> None:
    """A date line right under the body is the article's."""
    assert one(f"{TITLE}\n{BODY}\nنشر في 3 مارس 2024\n").date == "2024-03-03"


def test_day_of_the_first_sentence() -> None:
    """The dateline of an agency gives day and source when nothing else does, and stays text."""
    lead = f"الدوحة في 07 يوليو 2024 /قنا/ {FIRST}"
    article = one(f"{TITLE}\n{lead}\n{SECOND}")
    assert (article.date, article.source) == ("2024-07-07", "قنا")
    assert article.text.startswith(lead)


def test_clock_of_the_page_is_no_date() -> None:
    """The day in the page's head above the menu is not the article's."""
    article = one(f"القاهرة: الأربعاء، 07 أكتوبر 2020 12:19 م\n{MENU}{TITLE}\n{BODY}")
    assert (article.date, article.date_text) == (None, None)


def test_impossible_day_is_left_with_a_warning() -> None:
    """A day that no calendar has gives no date, its words and a warning."""
    article = one(f"{TITLE}\n31 فبراير 2024\n{BODY}")
    assert (article.date, article.date_text) == (None, "31 فبراير 2024")
    assert "31 فبراير 2024" in article.warnings[0]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("بقلم: د. أحمد عوض", "د. أحمد عوض"),
        ("كتبت - هدى زكريا", "هدى زكريا"),
        ("كتب محمد سالم", "محمد سالم"),
        ("Written by\nفريقنا", "فريقنا"),
        ("إعداد: شادي عبيدات", "شادي عبيدات"),
        ("Author, كارلا نجم", "كارلا نجم"),
        ("نورهان نبيل", "نورهان نبيل"),
        ("طنطا: وليد عبد الرحمن", "وليد عبد الرحمن"),
        ("إسطنبول / محمد أحمد / الأناضول", "محمد أحمد"),
        ("سليمان مخاشن - ياسر النهدي - جدة", "سليمان مخاشن - ياسر النهدي"),
        ("المصدر: محمد فودة - دبي", "محمد فودة"),
        ("حاورته: سناء قاسم", "سناء قاسم"),
        ("محمد حفني (القاهرة)", "محمد حفني"),
        ("تحرير من طرف محمد سالم", "محمد سالم"),
    ],
)
def test_byline_under_the_title(line: str, author: str) -> None:
    """Who wrote the article is read from labels, from names beside places and papers, and from a name alone."""
    article = one(f"{TITLE}\n{line}\n3 مارس 2024\n{BODY}")
    assert (article.title, article.author, article.text) == (TITLE, author, BODY)


def test_caption_is_no_author() -> None:
    """Of two names under a title the one that the article speaks of is a picture's."""
    lead = "يصادف اليوم ذكرى ميلاد الفنانة نعيمة عاكف التي ولدت في مثل هذا اليوم عام 1929."
    article = one(f"سر رحيل نعيمة عاكف في سن مبكر\n3 مارس 2024\nنعيمة عاكف\nنورهان نبيل\n{lead}\n{SECOND}")
    assert article.author == "نورهان نبيل"


@pytest.mark.parametrize(
    ("end", "author", "last"),
    [
        (" تقوى عزعوزي", "تقوى عزعوزي", THIRD),
        ("\nرفاه العلي", "رفاه العلي", THIRD),
        ("\nأماندا ليندكفيست، أستاذة الاقتصاد في جامعة أوبسالا", "أماندا ليندكفيست", THIRD),
        ("\nكريم نجار كاتب وباحث من تونس، صدر له كتابان في تاريخ المدن.", "كريم نجار", THIRD),
        ("\nنضال عرفة\nروائي وصحافي من غزة، صدرت له ثلاث روايات.", "نضال عرفة", THIRD),
        ("\n(رويترز)", None, THIRD),
        (" (رويترز)", None, "(رويترز)"),
    ],
)
def test_name_behind_the_end(end: str, author: str | None, last: str) -> None:
    """A name behind the last full stop, or a line about the writer, is the author and no body."""
    article = one(f"{TITLE}\n{BODY}{end}\n")
    assert article.author == author
    assert article.text.endswith(last)


def test_title_that_names_its_writer() -> None:
    """«… يكتب:» in a title names the author, and the title stays as it is."""
    title = "خالد منصور يكتب: حين تصير المدينة ذاكرة"
    article = one(f"{title}\n{BODY}")
    assert (article.title, article.author) == (title, "خالد منصور")


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("المصدر: موقع 24", "موقع 24"),
        ('خاص بـ"بلومبرغ"', "بلومبرغ"),
        ("خدمة «بروجيكت سنديكيت»", "بروجيكت سنديكيت"),
        ("نقلا عن صحيفة «المدار»", "المدار"),
        ("هذا المحتوى من «المدار الجديد».. اضغط هنا لقراءته", "المدار الجديد"),
        ("--(بترا)", "بترا"),
        ("(أبوظبي - البيان)", "البيان"),
        ("رويترز", "رويترز"),
        ("المزيد من التفاصيل على موقع العلوم", "موقع العلوم"),
        ("المصدر: الجزيرة + وكالات", "الجزيرة + وكالات"),
        ("جميع الحقوق محفوظة © 2024 مؤسسة السهل", "مؤسسة السهل"),
        ("© الحقوق محفوظة لبوابة وادي النيل 2024", "بوابة وادي النيل"),
    ],
)
def test_source_after_the_body(line: str, source: str) -> None:
    """Labels, signatures, agencies in brackets and rights name the source, as it is written, without quotes."""
    article = one(f"{TITLE}\n{BODY}\n{line}\n")
    assert (article.source, article.text) == (source, BODY)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("طنطا: «الشرق الأوسط»", "الشرق الأوسط"),
        ("الرياض - واس", "واس"),
        ("المدينة - جدة", "المدينة"),
        ("لندن - رويترز", "رويترز"),
        ("«الاقتصادية» من الرياض", "الاقتصادية"),
        ("عكاظ (جدة)", "عكاظ"),
        ("أطلس بريس", "أطلس بريس"),
        ("باريس - أ ف ب", "أ ف ب"),
        ("المصدر:\n* (أبوظبي - البيان)", "البيان"),
        ("نشر في الوادي يوم 12 - 03 - 2014", "الوادي"),
    ],
)
def test_source_under_the_title(line: str, source: str) -> None:
    """Papers and agencies of bylines are the source, told from the towns beside them."""
    article = one(f"{TITLE}\n{line}\n{BODY}")
    assert (article.title, article.source, article.author) == (TITLE, source, None)


def test_site_above_the_title() -> None:
    """The page's first line is the site's name when the foot of the page names it again, or it can be one."""
    text = f"بازينجا\n{MENU}{TITLE}\n{BODY}\nاكتشاف المزيد من بازينجا\n"
    assert one(text).source == "بازينجا"
    assert one(f"صوت الضفة\n{TITLE}\n{BODY}\n").source == "صوت الضفة"
    assert one(f"رأي\n{TITLE}\n{BODY}\n").source is None


@pytest.mark.parametrize(
    ("lines_", "keywords"),
    [
        (["كلمات دلالية: غزة، القدس"], ("غزة", "القدس")),
        (["الوسوم: الصيد | المحرق | القرقور"], ("الصيد", "المحرق", "القرقور")),
        (["الكلمات الدالة: أسعار الدواجن - بورصة الدواجن"], ("أسعار الدواجن", "بورصة الدواجن")),
        (["الكلمات الدلالية:", "مصر, فيروس كورونا"], ("مصر", "فيروس كورونا")),
        (["Tags: غزة؛ القدس"], ("غزة", "القدس")),
        (["الكلمات الدالة :", "النمر", "مدرسة البنات", "مشاركه الخبر :"], ("النمر", "مدرسة البنات")),
        (["#غزة #وقف_إطلاق_النار"], ("غزة", "وقف إطلاق النار")),
        (["وسوم", "غرداية، النخيل", "من نحن"], ("غرداية", "النخيل")),
    ],
)
def test_keywords(lines_: list[str], keywords: tuple[str, ...]) -> None:
    """Tags come from their label's line or the lines under it, at whatever separates them."""
    article = one("\n".join([TITLE, BODY, *lines_]))
    assert (article.keywords, article.warnings, article.text) == (keywords, (), BODY)


def test_tags_without_separators_are_one_keyword() -> None:
    """A tag line that nothing separates is one keyword, the whole line, with a warning."""
    article = one(f"{TITLE}\n{BODY}\nكلمات دلالية: عام المجتمع اتفاق غزة سقوط الأسد عودة ترامب\n")
    assert article.keywords == ("عام المجتمع اتفاق غزة سقوط الأسد عودة ترامب",)
    assert len(article.warnings) == 1


def test_record_with_labels() -> None:
    """A scraper's record with a label on each line is read field by field."""
    article = one(
        f"العنوان: {TITLE}\nالتاريخ: 2022-09-14\nالكاتب: عمر الحيالي\nالمصدر: موقع الحدباء\n"
        f"الرابط: https://hadba.example/n/77\nالنص: {FIRST}\n{SECOND}\nالكلمات المفتاحية: الموصل؛ جسور\n"
    )
    assert (article.title, article.date, article.author) == (TITLE, "2022-09-14", "عمر الحيالي")
    assert (article.source, article.url, article.keywords) == (
        "موقع الحدباء",
        "https://hadba.example/n/77",
        ("الموصل", "جسور"),
    )
    assert article.text == f"{FIRST}\n{SECOND}"


# furniture


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("شارك هذا الموضوع:", "share"),
        ("فيسبوك تويتر واتساب", "share"),
        ("0 تعليق", "comments"),
        ("اترك رد", "comments"),
        ("SEO Title:", "empty-field"),
        ("اشترك الآن للاستمرار في القراءة", "subscription"),
        ("Continue reading", "subscription"),
        ("المنشورات الأخيرة", "related"),
        ("© 2020 Sputnik. جميع الحقوق محفوظة", "copyright"),
        ("إعلان", "advert"),
        ("الآراء الواردة لا تعبر عن رأي الموقع", "notice"),
        ("1234 مشاهدة", "counter"),
        ("من نحن", "navigation"),
        ("*", "navigation"),
        ("دخولتسجيل", "notice"),
        ("https://x.example/a", "navigation"),
        ("* كاتب وروائي مصري", "author-box"),
        ("عدسة: سامي عوض", "image-credit"),
        ("هل كان هذا المقال مفيداً؟", "widget"),
        ("وزير النقل يتفقد محطة مصر الجديدة", "teaser"),
    ],
)
def test_reason_of_a_line_after_the_body(line: str, reason: str) -> None:
    """Each line after a body is marked with the reason why it stands there."""
    text = f"{TITLE}\n{BODY}\n{line}\n"
    article = one(text)
    assert article.text == BODY
    assert marked(text, article) == [(reason, line)]


def test_every_line_of_the_page_has_its_place() -> None:
    """Lines between two articles belong to the first, and each is marked once."""
    text = f"{MENU}{TITLE}\n{BODY}\nالمصدر: موقع 24\nإقرأ أيضاً:\n{OTHER_TITLE}\n{OTHER_BODY}\nمن نحن\n"
    first, second = read_page(text, "page.txt")
    assert ("related", "إقرأ أيضاً:") in marked(text, first)
    assert marked(text, second) == [("navigation", "من نحن")]


def test_reasons_are_a_closed_set() -> None:
    """The reasons of the lexicon are those that the reader's docstring lists."""
    table = [row.split("|")[1] for row in (articles.__doc__ or "").split("\n") if row.startswith("| ")][1:]
    listed = {reason.strip() for row in table for reason in row.split(",")}
    assert {row["role"] for row in lexicon("furniture")} <= listed


# any text

PIECES = st.sampled_from(
    [
        TITLE,
        FIRST,
        SECOND,
        THIRD,
        OTHER_TITLE,
        *OTHER_BODY.split("\n"),
        *MENU.split("\n"),
        "إقرأ أيضاً:",
        "تعليقات",
        "شارك",
        "3 مارس 2024",
        "31 فبراير 2024",
        "بقلم: سامي عوض",
        "المصدر:",
        "المصدر: موقع 24",
        "كلمات دلالية: غزة، القدس",
        "الوسوم",
        "نورهان نبيل",
        "* عنوان",
        "# عنوان",
        "---",
        "12:30",
        "© رويترز",
        "النص:",
        f"النص: {FIRST}",
        "العنوان:",
        "\ufeff",
        "",
        "  ",
        "[رابط](https://x.example)",
        "صورة أرشيفية",
        "جميع الحقوق محفوظة",
        "Written by",
        "قال:",
        "- وماذا بعد؟",
        f"{FIRST} سامي عوض",
        "كريم نجار كاتب وباحث من تونس.",
        "https://x.example/a.jpg",
        "\u202eنص\u202c",
        "١٢/٣/٢٠٢٤",
    ]
)
WILD = st.text(
    alphabet=st.sampled_from("ابتوي لمنه.،؟:«»\"'()[]#*-–|/0123456789١٢abAB@\u064b\u0640\u200f\u200c\ufefb🌍"),
    max_size=60,
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\u2028", "\n\n"])
PAGES = st.lists(st.tuples(st.one_of(PIECES, PIECES, WILD, st.text(max_size=30)), ENDS), max_size=30).map(
    lambda split_tags: "".join(text + end for text, end in split_tags)
)


def unmarked(text: str, articles: tuple[Article, ...]) -> Iterator[str]:
    """The lines of a page that are neither in a body nor marked."""
    for line in lines(text):
        spans = [(a.text_start or 0, (a.text_start or 0) + len(a.text)) for a in articles]
        spans += [(piece.start, piece.end) for a in articles for piece in a.furniture or ()]
        if not any(start < line.end and line.start < end for start, end in spans):
            yield line.shown


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_any_page(text: str) -> None:
    """On any page bodies are exact and disjoint, furniture lies in or beside them, and no line is forgotten."""
    articles = read_page(text, "page.txt")
    assert articles == read_page(text, "page.txt")
    end = 0
    for index, article in enumerate(articles):
        start = article.text_start
        assert start is not None
        assert (article.index, article.id, article.path) == (index, "", "page.txt")
        assert start >= end
        end = start + len(article.text)
        assert text[start:end] == article.text == article.text.strip()
        assert article.text
        for piece in article.furniture or ():
            assert 0 <= piece.start < piece.end <= len(text)
            assert piece.end <= start or piece.start >= end or start <= piece.start < piece.end <= end
    kept = {fold_words(name) for a in articles for name in (a.title or "", *a.standfirst)}
    for line in unmarked(text, articles) if articles else ():
        assert any(name and name in fold_words(line) for name in kept) or not fold_words(line), line


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """No text makes the reader fail."""
    read_page(text, "page.txt")


@pytest.mark.parametrize(
    "line", ["ا", "-", " ", ".", "[", "[a](", '"', "ـ", "\u064b", "1/", "ا:", "ابجد.", "a@b.c ", "ا | ", "قال إن "]
)
def test_a_line_of_a_million_characters(line: str) -> None:
    """A page that is one endless line is read in a moment, whatever it is made of."""
    read_page(line * (1_000_000 // len(line)), "page.txt")
