"""What stands around a title and a body on common layouts: bylines, datelines, captions, lists, promotion."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.articles import read_page
from arcorpus.types import Article

TITLE = "مزارعو الزيتون في إدلب ينتظرون المطر"
BODY = (
    "ينتظر مزارعو الزيتون في ريف إدلب موسم المطر بعد صيف طويل أضر بالأشجار الصغيرة.\n"
    "وقال نقيب المهندسين الزراعيين إن الإنتاج قد ينخفض إلى النصف هذا العام.\n"
    "وأضاف أن المعاصر ستعمل شهرا واحدا بدلا من ثلاثة أشهر."
)
OTHER_TITLE = "وجوه من باب الهوى"
OTHER_BODY = (
    "يفتح المعبر عند السابعة صباحا، ويصطف أمامه عشرات المسافرين مع حقائبهم وأطفالهم.\n"
    "ويروي أحد السائقين أنه قطع الطريق مئة مرة منذ مطلع العام دون أن يعتاد الانتظار.\n"
    "أما الباعة فيعرفون كل من يمر، ويحفظون أسماء القرى التي جاء منها."
)


def page(*head: str, tail: tuple[str, ...] = (), body: str = BODY, title: str = TITLE) -> Article:
    """The only article of a page with some lines between title and body and some after it."""
    articles = read_page("\n".join([title, *head, body, *tail]) + "\n", "page.txt")
    assert len(articles) == 1, [article.title for article in articles]
    return articles[0]


def marked(article: Article, text: str) -> list[str]:
    """The words of an article's furniture."""
    return [text[piece.start : piece.end] for piece in article.furniture or ()]


# days and sources


@pytest.mark.parametrize("text", ["2024/10/22 14:05", "2024-11-11 17:30:12", "2024/3/2222 مارس 2024", "22/10/2024"])
def test_days_of_two_like_digits(text: str) -> None:
    """The days 11 and 22 are read whole, be a time after them or the same day once more."""
    found = page(text).date
    assert found is not None
    assert found[-2:] in {"11", "22"}


def test_a_year_before_the_weekday_belongs_to_the_day() -> None:
    """«2023 الخميس 29 يونيو» is a whole day."""
    article = page("GMT 9:30 2023 الخميس 29 يونيو")
    assert (article.date, article.date_text) == ("2023-06-29", "2023 الخميس 29 يونيو")


@pytest.mark.parametrize("line", ["المصدر: وكالات", "المصدر وكالات", "المصادر : وكالات"])
def test_agencies_are_the_source_and_not_the_line_after_them(line: str) -> None:
    """What stands behind «المصدر» is the source, on one line with it or not."""
    assert page(tail=(line, "ارتفاع أسعار الوقود في الشمال")).source == "وكالات"


@pytest.mark.parametrize(
    ("line", "paper"), [("صدى الفرات - 19 يناير 2025", "صدى الفرات"), ("19 يناير 2025 | صدى الفرات", "صدى الفرات")]
)
def test_a_paper_that_nobody_knows_stands_beside_the_day(line: str, paper: str) -> None:
    """A few unknown words and a whole day right under the title are paper and day, no standfirst."""
    article = page(line)
    assert (article.source, article.date, article.standfirst) == (paper, "2025-01-19", ())


def test_a_paper_that_nobody_knows_stands_behind_a_bar() -> None:
    """«NAME | PAPER» names writer and paper."""
    article = page("هند العمر | صدى الفرات", "12 فبراير 2024")
    assert (article.author, article.source) == ("هند العمر", "صدى الفرات")


@pytest.mark.parametrize(
    ("line", "agency"),
    [("دمشق-سانا", "سانا"), ("المنامة في 3 مارس/ بنا /", "بنا"), ("صنعاء - سبأ:", "سبأ"), ("طرابلس (وال)-", "وال")],
)
def test_datelines_of_place_and_agency(line: str, agency: str) -> None:
    """An agency beside a place is the source, be it known, in brackets or between strokes."""
    article = page(body=f"{line} {BODY}")
    assert article.source == agency
    assert article.text.startswith(line)


@pytest.mark.parametrize("first", ["تمكنت، اليوم الجمعة، فرق الإطفاء من إخماد", "دخل دمشق الوطن كله وقال"])
def test_sentences_that_are_no_dateline(first: str) -> None:
    """A sentence that names a place or a paper's word has no agency before it."""
    assert page(body=f"{first} حريق في الغابات القريبة.\n{BODY}").source is None


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (("تخطى إلى المحتوى", "صدى الفرات", "سياسة", "اقتصاد"), "صدى الفرات"),
        (("أقسام الجريدة", "سياسة", "اقتصاد"), None),
        (("رئيس التحرير", "سياسة", "اقتصاد"), None),
        (("سياسة", "الرياضية", "اقتصاد"), None),
    ],
)
def test_the_name_of_the_site(head: tuple[str, ...], source: str | None) -> None:
    """The first line after a link to the content is the site's name; a menu's head, an office, an entry are not."""
    (article,) = read_page("\n".join([*head, TITLE, "12 فبراير 2024", BODY]) + "\n", "page.txt")
    assert article.source == source


def test_the_holder_of_rights_behind_a_bar() -> None:
    """«جميع حقوق النشر محفوظة 2022 | X» names the site."""
    assert page(tail=("جميع حقوق النشر محفوظة 2022 | صدى الفرات",)).source == "صدى الفرات"


# writers


@pytest.mark.parametrize("name", ["أمين الوزاني", "سلوى الخوري", "هدى الأسمر", "نبيل حاوي", "كريم سعيد"])
def test_a_name_alone_under_the_title_is_the_writer(name: str) -> None:
    """A first name that is an everyday word too makes a name where nothing else stands."""
    assert page(name).author == name


@pytest.mark.parametrize("line", ["كمال الأجسام", "أمل جديد", "نهاية الأسبوع", "وفاء الأصدقاء والجيران"])
def test_words_alone_under_the_title_that_are_no_name(line: str) -> None:
    """Usual words behind what can be a first name make no name."""
    assert page(line).author is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("| رزان العلي", "رزان العلي"),
        ("دبي: يمامة بدوان", "يمامة بدوان"),
        ("صور - مروان البلوشي -", "مروان البلوشي"),
        ("بقلم ق. م", "ق. م"),
        ("م. ع", "م. ع"),
        ("يكتبها لكم: كريم الأسمر", "كريم الأسمر"),
        ("من عادل بشارة", "عادل بشارة"),
        ("خاص - عادل بشارة", "عادل بشارة"),
        ("محرر الأخبار", "محرر الأخبار"),
    ],
)
def test_forms_of_a_byline(line: str, author: str) -> None:
    """A bar, a town, a label, initials and a desk name the writer."""
    assert page(line).author == author


def test_a_label_of_pictures_is_no_town() -> None:
    """«صور:» names who took the pictures; only a stroke makes it the town."""
    assert page("صور: سمير الحداد").author is None


def test_a_listed_name_under_the_body_is_the_writer() -> None:
    """The mark of a list before a name that stands alone says nothing."""
    assert page(tail=("* عادل بشارة",)).author == "عادل بشارة"


def test_the_byline_over_the_body_wins() -> None:
    """Who edited the text is not its writer when one is named above."""
    assert page("ماريان كيلر", tail=("تحرير: باسل النجار",)).author == "ماريان كيلر"


def test_the_name_of_the_site_under_the_title_is_no_writer() -> None:
    """What stands above the title too is the site's name, even when it reads like somebody's."""
    text = f"سهل ديجيتال\nسياسة\nاقتصاد\n{TITLE}\nقبل 5 ساعات\nسهل ديجيتال\n{BODY}\n"
    assert [article.author for article in read_page(text, "page.txt")] == [None]


# articles, titles and bodies


def test_a_second_article_with_day_and_writer_of_its_own() -> None:
    """A title that the text does not take up begins an article when a name and a day stand under it."""
    text = f"{TITLE}\n2 أيلول 2024\n{BODY}\n(وكالات)\n{OTHER_TITLE}\nفاتن الحاج\n1 أيلول 2024\n{OTHER_BODY}\n"
    found = [(a.title, a.author, a.source, a.date) for a in read_page(text, "page.txt")]
    assert found == [(TITLE, None, "وكالات", "2024-09-02"), (OTHER_TITLE, "فاتن الحاج", None, "2024-09-01")]


def test_the_town_of_the_same_letters_is_no_picture() -> None:
    """A sentence in which the town «صور» stands before a comma is running text."""
    first = "أغار الطيران على بلدة قرب صور، كما استهدف أطراف القرى المجاورة لها."
    assert page(body=f"{first}\n{BODY}").text.startswith(first)


def test_kicker_city_and_box_between_title_and_body() -> None:
    """City, writer, picture, what the writer is, day and caption between title and body are none of both."""
    head = (
        "سياسة",
        "إدلب",
        "أحمد الجندي",
        "صورة أحمد الجندي",
        "أحمد الجندي",
        'صحافي سوري من مراسلي "الصدى".',
        "30 ابريل 2022",
        "حقول الزيتون في الخريف (علي الساعدي/فرانس برس)",
    )
    article = page(*head)
    assert (article.title, article.author, article.date) == (TITLE, "أحمد الجندي", "2022-04-30")
    assert article.text == BODY
    assert article.standfirst == ()


def test_a_related_list_over_the_body_gives_no_title() -> None:
    """What «مواضيع ذات صلة» lists between date and body is another article's title."""
    head = ("12 فبراير 2024", "مواضيع ذات صلة", "معرض للكتاب في حلب يفتح أبوابه")
    article = page(*head)
    assert (article.title, article.date, article.text) == (TITLE, "2024-02-12", BODY)


@pytest.mark.parametrize(
    "tail",
    [
        ("التعليقات", "0", "كل تعليق فيه إساءة أو كلام بذيء لن يظهر على الصفحة ولن يقرأه أحد."),
        ("المراجع", "1. Haddad, S. et al. Olive yields in dry years of the north. J. Arid Agr. 12, 44-51 (2022)."),
        ("ونقدم لكم من خلال موقع (الصدى) تغطية مستمرة على مدار الساعة لأسعار الذهب والدولار.",),
        ("الصدى منصة غير ربحية. الأموال التي نجمعها من القراء تذهب إلى دعم عملنا الصحافي.",),
        ("وصلتك النشرة من صديق؟ اشترك من هنا",),
    ],
)
def test_what_follows_a_body(tail: tuple[str, ...]) -> None:
    """Headings that stand behind every body close it, and the site's promotion is none of it."""
    assert page("12 فبراير 2024", tail=tail).text == BODY


def test_a_newsletter_before_its_title() -> None:
    """The line on how to classify a letter and its greeting are no title."""
    head = "إذا لم تظهر الرسالة جيدا اضغط هنا\nنشرة الصدى\nالاثنين 10 فبراير 2025\nصباح الخير، هذه قراءتنا في دقائق.\n"
    (article,) = read_page(f"{head}{TITLE}\n{BODY}\n", "page.txt")
    assert (article.title, article.date, article.text) == (TITLE, "2025-02-10", BODY)


def test_the_refresh_of_a_live_page_is_furniture() -> None:
    """«تحديث تلقائي كل 60 ثانية» is no standfirst."""
    assert page("تحديث تلقائي كل 60 ثانية").standfirst == ()


def test_a_section_over_a_headline_inside_a_body_is_an_offer() -> None:
    """A section that the menu has too, over another headline, interrupts the text."""
    first, rest = BODY.split("\n", 1)
    text = f"مجتمع\nسياسة\n{TITLE}\n12 فبراير 2024\n{first}\nمجتمع\nمعاصر الشمال تستعيد زبائنها\n{rest}\n"
    (article,) = read_page(text, "page.txt")
    assert "معاصر الشمال تستعيد زبائنها" in marked(article, text)


# keywords


@pytest.mark.parametrize("sign", ["♦", "#"])
def test_tags_behind_signs_under_a_body(sign: str) -> None:
    """Lines under a body that begin with the same sign are its keywords."""
    assert page(tail=(f"{sign} الزيتون", f"{sign} ريف إدلب")).keywords == ("الزيتون", "ريف إدلب")


def test_one_line_behind_a_sign_is_no_list_of_tags() -> None:
    """One line alone behind a sign may be a heading."""
    assert page(tail=("♦ الزيتون",)).keywords == ()


# closing and heading lines of many sites


@pytest.mark.parametrize(
    "line", ["الاثنين - 12 يونيو 2023", "الإثنين - 23 ذو القعدة 1444 هـ - 12 يونيو 2023 مـ", "الاثنين | 12 يونيو 2023"]
)
def test_a_weekday_set_off_from_its_date_is_no_name(line: str) -> None:
    """The weekday before a dash is part of the date, neither source nor writer."""
    found = page(line)
    assert (found.date, found.source, found.author) == ("2023-06-12", None, None)


@pytest.mark.parametrize(
    "line",
    ["المزيد من أخبار الزراعة على مرصد الحقول", "المزيد على مرصد الحقول", "للمزيد من الأخبار زوروا موقع مرصد الحقول"],
)
def test_the_site_that_has_more_is_the_source(line: str) -> None:
    """«المزيد على …» names the site, with the word for site before its name or not."""
    assert (page(tail=(line,)).source or "").removeprefix("موقع ") == "مرصد الحقول"


@pytest.mark.parametrize(
    "line",
    [
        "المزيد من الأخبار على فيسبوك",
        "المزيد من القيود على الواردات",
        "المزيد على موقعنا",
        "المزيد من أخبار الحرب على الفساد",
    ],
)
def test_more_elsewhere_than_on_a_site_is_no_source(line: str) -> None:
    """A network, a headline or «our site» is no source."""
    assert page(tail=(line,)).source is None


def test_books_in_a_menu_are_no_label() -> None:
    """«كتب» over the title is an entry of a menu and takes no name, least the title's."""
    articles = read_page(f"مقالات\nكتب\n{TITLE}\n{BODY}\n", "page.txt")
    assert [(found.title, found.author) for found in articles] == [(TITLE, None)]


def test_a_menu_on_one_line_is_no_title() -> None:
    """Entries between strokes are navigation, though the lexicon knows half of them only."""
    menu = "الرئيسية | الريف | اقتصاد | رياضة | المشاتل | ثقافة"
    articles = read_page(f"{menu}\n{TITLE}\n{BODY}\n", "page.txt")
    assert [found.title for found in articles] == [TITLE]
    assert [piece.reason for piece in articles[0].furniture or () if piece.start == 0] == ["navigation"]


def test_a_quotation_mark_inside_a_source_keeps_its_pair() -> None:
    """A quoted paper with a word behind it keeps both marks."""
    assert page(tail=("عن صحيفة «ذا هيل بوست» الأسترالية",)).source == "«ذا هيل بوست» الأسترالية"


@pytest.mark.parametrize(("line", "writer"), [("إيلسبيث وايتكومب", "إيلسبيث وايتكومب"), ("تصعيد متدحرج", None)])
def test_a_foreign_name_between_title_and_body(line: str, writer: str | None) -> None:
    """Two words alone that Arabic does not explain are the writer; two that it does are not."""
    assert page(line).author == writer


@pytest.mark.parametrize("line", ["إدلب - خاص لـ«الحقل» - سعاد الحموي", "سعاد الحموي - خاص لـ«الحقل»"])
def test_the_name_beside_special_to(line: str) -> None:
    """Beside «خاص لـ…» stands the writer, in it the paper."""
    found = page(line)
    assert (found.author, found.source) == ("سعاد الحموي", "الحقل")


@pytest.mark.parametrize("gap", ["\t", " | "])
def test_a_site_beside_its_chief_editor(gap: str) -> None:
    """The name before «رئيس التحرير: …» on the first line is the site's, and the editor not the writer."""
    head = f"مرصد الحقول{gap}رئيس التحرير: سليم الحموي"
    found = read_page(f"{head}\n{TITLE}\n{BODY}\n", "page.txt")[0]
    assert (found.title, found.source, found.author) == (TITLE, "مرصد الحقول", None)


@pytest.mark.parametrize("line", ["بيان صحفي", "خبر صحفي", "للنشر الفوري"])
def test_a_press_release_says_no_site(line: str) -> None:
    """What a text is called on the first line is no site's name."""
    found = read_page(f"{line}\n{TITLE}\n{BODY}\n", "page.txt")[0]
    assert (found.title, found.source) == (TITLE, None)


def test_english_lines_of_a_blog_are_furniture() -> None:
    """The lines that blogging software writes are neither source nor body."""
    tail = ("Posted in الأخبار", "Post navigation", "Previous post: موسم القمح", "Leave a Reply", "Recent Posts")
    found = page("Posted on February 27, 2022 by admin", tail=tail)
    assert (found.source, found.author, found.text) == (None, None, BODY)


@pytest.mark.parametrize(
    "caption",
    ["شجرة زيتون في ريف إدلب (أرشيف).", "شجرة زيتون (تصوير: سليم الحموي).", "شجرة زيتون في ريف إدلب (رويترز)."],
)
def test_a_caption_with_a_full_stop_under_the_tools(caption: str) -> None:
    """Between the tools and a long paragraph a short line with its mark in brackets is a caption."""
    long = BODY.splitlines()[0].replace("الصغيرة.", "الصغيرة وأرهق أصحابها الذين باعوا بعض أرضهم كي يسددوا ديونهم.")
    found = page("طباعة", caption, body="\n".join([long, *BODY.splitlines()[1:]]))
    assert found.text.startswith(long)
    assert [piece.reason for piece in found.furniture or ()].count("caption") == 1


def test_a_statement_with_its_agency_is_no_caption() -> None:
    """A short sentence that says what somebody said stays in the body, the agency in brackets or not."""
    assert page("طباعة", "قال الوزير إن الأسعار ستنخفض (رويترز).").text.startswith("قال الوزير")


# verse, papers quoted in the text, bylines with a town


VERSES = "يا ضفة\nقولي لنا\nمن مر قبل الفجر\nمن ترك القناديل\nعلى كتف الماء\nومن غنى\nللطمي والقصب\nحتى بكى الجسر"
HALVES = (
    "يا نهر هل تذكر الأيام صافية ... والموج يلعب بالأطفال والسفن\n"
    "وهل سألت عن الأحباب إذ رحلوا ... وكيف ضاعت عهود الحب في الزمن\n"
    "إني وقفت على الشطآن منتظرا ... كأنني طائر ناء عن الوطن\n"
    "ما عاد في النهر إلا صوت ساقية ... تبكي على كل مهجور من المدن"
)
AFTER = "وصفق الحاضرون طويلا بعد القصيدة، ثم وقع الشاعر ديوانه الجديد لقرائه في القاعة الكبرى."


@pytest.mark.parametrize(
    "body",
    [
        f"قرأ الشاعر في الأمسية قصيدة طويلة عن النهر أعادها الجمهور بعده بيتا بيتا، ومنها:\n{VERSES}\n{AFTER}",
        f"قرأ الشاعر في الأمسية قصيدة طويلة عن النهر أعادها الجمهور بعده بيتا بيتا، ومنها:\n\n{VERSES}",
        f"ألقى الشاعر في الأمسية قصيدة عن النهر قال فيها:\n\n{HALVES}\n\n{AFTER}",
        f"قرأ الشاعر في الأمسية الكبيرة أبياتا عن النهر أعادها الجمهور بعده بيتا بيتا.\n{VERSES}\n{VERSES}\n{AFTER}",
        f"قرأ الشاعر في الأمسية الكبيرة قصيدة عن النهر أعادها الجمهور بعده بيتا بيتا.\n{VERSES}\n{VERSES}\n{AFTER}",
    ],
)
def test_verses_are_text(body: str) -> None:
    """Verses inside a text or at its end belong to it, rhyming or not, however many."""
    article = page(body=body, title="شاعر المدينة يقرأ قصيدة النهر")
    assert (article.title, article.text, article.furniture) == ("شاعر المدينة يقرأ قصيدة النهر", body, ())


def test_short_lines_without_a_word_of_verse_are_a_menu() -> None:
    """A long row of short lines that nothing announces parts two texts."""
    article = page(tail=(VERSES, VERSES, OTHER_BODY))
    assert "يا ضفة" not in article.text


@pytest.mark.parametrize(
    "opening",
    [
        "ذكرت صحيفة نيويورك تايمز (The New York Times) الأميركية أن",
        "قالت صحيفة واشنطن بوست (Washington Post) الأميركية إن",
        "وقالت مجلة دير شبيغل (Der Spiegel) إن",
        "أفادت وكالة رويترز (Reuters) للأنباء بأن",
        "بحسب صحيفة الغارديان (The Guardian) البريطانية فإن",
        "كشف موقع أكسيوس (Axios) الأميركي أن",
        "نقلت قناة فوكس نيوز (Fox News) عن مزارع أن",
        "رأت الغارديان (The Guardian) أن",
    ],
)
def test_a_paper_that_the_text_quotes_is_not_its_source(opening: str) -> None:
    """What a first sentence says of a paper is no dateline."""
    article = page(body=f"{opening} {BODY}")
    assert (article.source, article.author, article.title) == (None, None, TITLE)


@pytest.mark.parametrize("line", ["صحيفة الوادي (عدن) -", "وكالة الأرز - بيروت -", "عمان (بترا) -"])
def test_a_paper_at_the_head_of_a_dateline_is_the_source(line: str) -> None:
    """A paper before or behind a town is a dateline's."""
    assert page(body=f"{line} {BODY}").source in {"صحيفة الوادي", "وكالة الأرز", "بترا"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("سامر العلي - بغداد", "سامر العلي"),
        ("بغداد - سامر العلي", "سامر العلي"),
        ("رهام الزيدي – بغداد", "رهام الزيدي"),
        ("ميساء القلا ـ دمشق", "ميساء القلا"),
    ],
)
def test_names_beside_a_town(line: str, name: str) -> None:
    """A name beside a town is the writer, above or below the text, and no town is the source."""
    for article in (page(line), page(tail=(line,))):
        assert (article.author, article.source, article.title) == (name, None, TITLE)


@pytest.mark.parametrize(
    "head",
    [
        ("بعد انتظار دام عشر سنوات:", TITLE),  # a line that leads to the title
        (TITLE, TITLE),  # the title once more
        (f"{TITLE} | جريدة الميناء", TITLE),
        (TITLE, "", TITLE, "12 مايو 2021"),
    ],
)
def test_lines_over_the_title_and_the_title_repeated(head: tuple[str, ...]) -> None:
    """The title is one line, whole, and stands in the text no more."""
    article = page(*head[1:], title=head[0])
    assert (article.title, article.text, article.standfirst) == (TITLE, BODY, ())


@pytest.mark.parametrize(
    ("title", "opening", "source"),
    [
        ('"شجرة بلا ماء"', "عمان - بترا -", "بترا"),
        ("«مزارعو الزيتون ينتظرون المطر»", "بغداد (واع) -", "واع"),
    ],
)
def test_a_quoted_title_over_a_dateline(title: str, opening: str, source: str) -> None:
    """A title in quotation marks stays whole."""
    article = page(title=title, body=f"{opening} {BODY}")
    assert (article.title, article.source) == (title, source)
