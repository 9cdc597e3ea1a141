"""What each line of a page is taken for: each form of byline, date, caption and text, and what only looks like one."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.classify import (
    LIKELY,
    SURE,
    continues_sentence,
    labelled,
    name_alone,
    site_share,
    site_weight,
)
from arcorpus.readers.page.labels import PageLabel
from arcorpus.readers.page.lines import lines


def words(count):
    """A word that no list has, so many times."""
    return " ".join(["سلسبيل"] * count)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("10:30", "time"),
        ("- 10:30 ص", "time"),
        ("10:30 مساء بتوقيت مدينة مكة", "head"),
        ("8 يوليو 2025", "date"),
        ("قبل 3 ساعات", "date"),  # a time ago
        ("تاريخ النشر: 8 يوليو 2025", "date"),
        ("آخر تحديث: 8 يوليو 2025", "date"),
        ("هند إبراهيم 8 يوليو 2025 10:30 الساعة", "date"),  # run together with a clock
        ("القاهرة - رويترز", "byline"),
        ("هند إبراهيم", "byline"),
        ("القاهرة - هند إبراهيم.", "byline"),  # a full stop may close a short one
        ("القاهرة - هند إبراهيم؟", "head"),
        ("بقلم: هند إبراهيم", "byline"),
        ("بقلم: سعادة المرضى في المستشفى", "head"),  # nobody's name behind the label
        ("المصدر: رويترز", "source"),
        (f"المصدر: {words(13)}", "source"),
        (f"المصدر: {words(14)}", "head"),  # too long for a source
        ("الكلمات الدالة: مصر، طنطا", "tags"),
        ("العنوان: افتتاح مستشفى", "label"),
        ("الملخص: افتتاح مستشفى", "label"),
        ("افتتاح مستشفى للأطفال في مدينة طنطا", "head"),
        ("هند إبراهيم، محمد علي، سعاد حسن", "head"),  # a list of people is a team's, or a headline
    ],
)
def test_kinds(page, text, kind):
    """A line by itself is a time, a date, a byline, a source, tags, a label or a headline."""
    assert page(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("صورة سعاد ماسي", "caption"),  # who is in the picture
        ("صورة الوزير", None),
        ("الوزير في المستشفى أمس (هند إبراهيم/رويترز)", "caption"),  # who took it, and for whom
        ("الوزير في المستشفى أمس (هند إبراهيم)", None),
        ("الوزير في المستشفى أمس (السهول)", None),
        ("الوزير في المستشفى أمس (هند إبراهيم/رويترز).", None),  # a sentence
        ("الوزير في المستشفى أمس (أرشيفية)", "caption"),
    ],
)
def test_captions(page, text, reason):
    """A caption names its picture, or ends with whose it is."""
    found = page(text)[0]
    assert (found.furniture.reason if found.furniture else None) == reason


LONG = words(19) + "."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # a paper's name and a day right under a headline
        ("افتتاح مستشفى للأطفال في مدينة طنطا\nالمرصد - 19 يناير 2025", ["head", "date"]),
        ("المرصد - 19 يناير 2025", ["head"]),
        ("افتتاح مستشفى طنطا\nالمرصد - 19 يناير 2025", ["head", "head"]),  # too short for a headline
        ("افتتاح مستشفى للأطفال في مدينة طنطا\nالمرصد - 19 يناير", ["head", "head"]),  # no whole day
        ("افتتاح مستشفى للأطفال في مدينة طنطا\nالمرصد العربي الجديد الأول - 19 يناير 2025", ["head", "head"]),
        ("افتتاح مستشفى للأطفال في مدينة طنطا\nالمرصد 24 - 19 يناير 2025", ["head", "head"]),  # a number in it
        # what the bearer of the name above is, over the body
        ("هند إبراهيم\nكاتبة مصرية من القاهرة", ["byline", "author-box"]),
        ("افتتاح مستشفى\nكاتبة مصرية من القاهرة", ["head", "head"]),
        (f"هند إبراهيم\nكاتبة {words(24)}", ["byline", "author-box"]),
        (f"هند إبراهيم\nكاتبة {words(25)}", ["byline", "text"]),
        (f"{LONG}\nهند إبراهيم\nكاتبة مصرية من القاهرة", ["text", "byline", "head"]),  # not under the body
        # a short line with «(أرشيف).» between the page's tools and long text
        (f"شارك\nالوزير في جولة داخل المستشفى (أرشيف).\n{LONG}", ["share", "caption", "text"]),
        (f"شارك\nالوزير في جولة داخل المستشفى (سلسبيل).\n{LONG}", ["share", "text", "text"]),
        (f"شارك\nالوزير في جولة داخل المستشفى (أرشيف).\n{words(18)}.", ["share", "text", "text"]),
        (f"شارك\nالوزير في جولة داخل المستشفى (أرشيف).\n{words(19)}", ["share", "text", "text"]),
        (f"شارك\nوقال الوزير في جولة داخل المستشفى (أرشيف).\n{LONG}", ["share", "text", "text"]),
        (f"شارك\nالوزير ذكر ان المستشفى جديد (أرشيف).\n{LONG}", ["share", "text", "text"]),  # somebody says something
        (f"طنطا\nالوزير في جولة داخل المستشفى (أرشيف).\n{LONG}", ["head", "text", "text"]),
        (f"شارك\nالوزير في {words(12)} (أرشيف).\n{LONG}", ["share", "text", "text"]),  # too long
        ("شارك\nالوزير في جولة داخل المستشفى (أرشيف).", ["share", "text"]),
        # headlines run together under «read also»
        (f"اقرأ أيضا:\n{words(19)}", ["related", "head"]),
        (f"اقرأ أيضا:\n{words(19)}.", ["related", "text"]),
        (f"اقرأ أيضا:\nكما {words(19)}", ["related", "text"]),
        (f"شارك\n{words(19)}", ["share", "text"]),
    ],
)
def test_lines_beside_others(page, text, kinds):
    """Some lines are told by those beside them."""
    found = [str(item.furniture.reason) if item.furniture else item.kind for item in page(text)]
    assert found == kinds


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        (words(40), SURE),
        (words(39), LIKELY),
        (words(19), LIKELY),
        (words(18), 0),
        (words(12) + ".", SURE),
        (words(11) + ".", LIKELY),
        (words(12) + "،", LIKELY),  # goes on in the next line
        (words(11) + "،", 0),
        (words(19) + ":", LIKELY),
        ("قال. " + words(12), SURE),  # a sentence ends inside
        (f"وقال {words(11)}", LIKELY),  # goes on from a sentence
        ("من جهته قال الوزير.", LIKELY - 1),  # so short it is a heading
        ("من جهته قال الوزير أمس.", SURE),
        ("قال الوزير إن.", 0),
        (words(10) + "\t" + words(10), LIKELY),
        (words(10) + "\t" + words(10) + "\t" + words(10), 0),  # columns
        (words(10) + "\t" + words(10) + "\t" + words(10) + ".", SURE),
        (f"[{words(19)}](https://a.example/b)", 0),  # a link
        (f"* {words(19)}", 0),  # an item of a list
        ("Reuters said that the work goes on in all of the cities and towns of the country of ours until then", 0),
        (
            "Reuters said that the work goes on in all of the cities and towns of the country of ours until then.",
            LIKELY,
        ),
    ],
)
def test_weights(page, text, weight):
    """Length, sentence ends, gaps, links, lists and script weigh how surely a line is running text."""
    assert page(text)[0].weight == weight


def test_a_page_without_full_stops(page):
    """On a page whose long lines end without full stops, fifteen words are enough."""
    assert [item.weight for item in page(f"{words(30)}\n{words(15)}\n{words(14)}")] == [LIKELY, LIKELY, 0]
    assert [item.weight for item in page(f"{words(30)}.\n{words(15)}")] == [SURE, 0]
    assert [item.weight for item in page(f"{words(30)}\n{words(30)}\n{words(30)}.\n{words(15)}")][3] == 0


def test_repeated_lines(page):
    """A headline-like line that stands twice is counted, a long one is not."""
    assert [item.repeats for item in page("طنطا اليوم\nطنطا، اليوم\nغدا")] == [2, 2, 1]
    assert [item.repeats for item in page(f"{words(25)}\n{words(25)}")] == [1, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأضاف الوزير", True),
        ("و قال", True),
        ("من جهته قال", True),  # two words
        ("كما قال", True),
        ("وزير الصحة", False),  # a word of its own
        ("قال وأضاف", False),
        ("وا", False),
        ("***", False),
    ],
)
def test_going_on_from_a_sentence(text, expected):
    """A line goes on from a sentence by «و» before a word or by an opener."""
    assert continues_sentence(lines(text)[0]) is expected


def test_words_of_the_site(page):
    """The weight of site words counts phrases of up to three words, the share divides by the line's words."""
    (item,) = page("سلسبيل تعليقات سلسبيل تعليقك")
    assert (site_weight(item), site_share(item)) == (5, 5 / 4)


def test_names_and_labels(page):
    """A name alone has six words at most; a label is that of the line's byline."""
    assert name_alone(page("هند إبراهيم")[0]) == SURE
    assert name_alone(page("هند بنت محمد بن علي بن أحمد")[0]) == 0
    assert labelled(page("المصدر: رويترز")[0], PageLabel.SOURCE)
    assert not labelled(page("المصدر: رويترز")[0], PageLabel.AUTHOR)
    assert not labelled(page(words(60))[0], PageLabel.SOURCE)


def test_what_furniture_does(page):
    """A zone's heading tells the reason of what follows it; furniture inside a body is told from what ends one."""
    related, share, rights, text = page("اقرأ أيضا:\nشارك\n© 2024 مرصد الحقول\n" + LONG)
    assert [item.zone_reason for item in (related, share, rights, text)] == ["related", "", "", ""]
    assert [item.inline for item in (related, share, rights, text)] == [False, True, False, False]
    assert [item.prose for item in (related, share, rights, text)] == [False, False, False, True]
