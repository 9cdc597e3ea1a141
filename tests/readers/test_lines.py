"""Text files of many articles are read article by article; pages stay pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from arcorpus.readers.lines import is_table, many
from arcorpus.readers.page import reader
from arcorpus.readers.page.parts import parts

FIRST = "فتحت مكتبة الحي القديم أبوابها صباح الإثنين بعد عام كامل من أعمال الترميم، وحضر الافتتاح مئات من السكان."
SECOND = "جنى مزارعو الوادي الأخضر هذا الأسبوع أول محصول من الزعفران، وبيع الكيلوغرام منه بألفي دولار في السوق."
SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))


def articles(text):
    """What the reader of pages makes of a text."""
    return list(reader.read(io.BytesIO(text.encode()), "x.txt"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"__label__arts {FIRST}\n__label__farm __label__food {SECOND}\n", "one article a line"),
        (f"القاهرة (رويترز) - {FIRST}\nبيروت (أ ف ب) - {SECOND}\n", "one article a line"),
        (
            f"القاهرة 3 مارس (رويترز): {FIRST}\r\nدمشق / سانا / - {SECOND}\r\n",
            "one article a line",
        ),
        (f"content: ['{FIRST}']\n\ncontent: [\"{SECOND}\"]\n", "one article a line"),
        (f"title\tdate\ttext\nخبر\t2023-03-14\t{FIRST}\nآخر\t2023-10-29\t{SECOND}\n", "a table"),
        (f"خبر أول\n\n{FIRST}\n==========\nخبر ثان\n{SECOND}\n", "several articles"),
        (f"خبر أول\n{FIRST}\n- - - - -\nخبر ثان\n{SECOND}\n-----\n", "several articles"),
    ],
)
def test_many_articles(text, told):
    """Each form gives two articles with their own text, and says what it was taken for."""
    found = articles(text)
    assert [article.text.endswith(end) for article, end in zip(found, (FIRST, SECOND), strict=True)] == [True, True]
    assert all(told in "; ".join(article.warnings) for article in found)


THIRD = "التهم حريق كبير صباح اليوم عشرين متجرا في سوق المدينة القديمة قبل أن يسيطر عليه رجال الإطفاء بعد ساعتين."
TITLES = ("افتتاح مكتبة الحي القديم بعد ترميمها", "محصول الزعفران الأول في الوادي", "حريق في سوق المدينة القديمة")
BODIES = (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    "form",
    [
        *(f"{{title}}\n\n{{body}}\n\n{line}\n\n" for line in (
            "-----", "=====", "***", "###", "---", "* * *", "__________", "..........", "──────", "═════", "———",
            "<<<<>>>>", "<eos>", "END", "</doc>", "[SEP]",
        )),
        "{title}\n2 يناير 2023\n{body}\n-----\n",
        "{title}\n{body}\n\f",
        "Article {n}:\n{title}\n{body}\n\n",
        "Article {n}: {title}\n{body}\n\n",
        "المقال {n}\n{title}\n{body}\n\n",
        "الخبر رقم {n}:\n{title}\n{body}\n\n",
        "{n}. {title}\n{body}\n\n",
        "{n}- {title}\n{body}\n\n",
        "### {title}\n{body}\n\n",
        "العنوان: {title}\nالتاريخ: 2023-01-02\nالنص: {body}\n\n",
        "Title: {title}\nURL: https://a.example/{n}\nText: {body}\n\n",
        "https://a.example/{n}\n{title}\n{body}\n\n",
    ],
)  # fmt: skip
def test_articles_put_together(form):
    """Articles between lines of signs, form feeds, under numbers, marks, labels or addresses are read one by one."""
    text = "".join(
        form.format(title=title, body=body, n=n) for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True), 1)
    )
    found = articles(text)
    assert [(article.index, article.title, article.text) for article in found] == [
        (n, title, body) for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True))
    ]
    assert all(text[article.text_start :].startswith(article.text) for article in found)
    assert all("several articles" in article.warnings[0] for article in found)


def test_bodies_without_headlines():
    """Texts of different matters between lines of signs are articles without a headline; those of one are one."""
    assert [a.text for a in articles(f"{FIRST} {FIRST}\n-----\n{SECOND} {SECOND}\n")] == [
        f"{FIRST} {FIRST}",
        f"{SECOND} {SECOND}",
    ]
    assert len(articles(f"{FIRST} {FIRST}\n-----\n{FIRST} {FIRST} نعم\n")) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLES[0]}\n{FIRST}\n***\n{FIRST}\n***\n{FIRST}\n",
        f"{TITLES[0]}\n{FIRST}\n-----\nمشاركة\nتويتر\n-----\nاقرأ أيضا\n{TITLES[1]}\n",
        f"{TITLES[0]}\n1. {TITLES[1]}\n{SECOND}\n2. {TITLES[2]}\n{THIRD}\n",
        f"# {TITLES[0]}\n{FIRST}\n## الخلفية\n{SECOND}\n",
        f"1. المقدمة\n{FIRST}\n2. الخاتمة\n{SECOND}\n",
        f"{TITLES[0]}\n{FIRST}\n\f12\n{FIRST}\n",
    ],
)
def test_what_is_no_border(text):
    """Pauses in a text, furniture, numbered headings under a title, sub-headings and page breaks cut nothing."""
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"1\t{TITLES[0]}\t{FIRST}\n2\t{TITLES[1]}\t{SECOND}\n", 2),
        (f'1,"{TITLES[0]}","{FIRST}"\n2,"{TITLES[1]}","{SECOND}"\n', 2),
        (f"sport\t{FIRST}\nfarm\t{SECOND}\n", 2),
        (f"a|{FIRST}\nb|{SECOND}\na|{THIRD}\n", 3),
        (f"[{{'title': '{TITLES[0]}', 'text': '{FIRST}'}}, {{'title': '{TITLES[1]}', 'text': '{SECOND}'}}]", 2),
        (f"{{'text': '{FIRST}'}}\n{{'text': '{SECOND}'}}\n{{'text': '{THIRD}'}}\n", 3),
        (f'["{FIRST}", "{SECOND}"]', 2),
    ],
)
def test_rows_under_the_name_of_a_text(text, count):
    """Tables without a header and what Python writes are their rows, said in a warning."""
    found = articles(text)
    assert [article.text for article in found] == list(BODIES[:count])
    assert all("though it is called a text" in article.warnings[0] for article in found)


def test_lines_of_different_matters_are_told():
    """Long lines without a headline that share no words may be an article each: that is said."""
    lines = [
        FIRST,
        SECOND,
        THIRD,
        "أعلن النادي الرياضي تعاقده مع المدرب الجديد لموسمين مقابل راتب لم يكشف عنه أمس في مؤتمر صحفي.",
        "ارتفعت أسعار النفط ثلاثة بالمئة بعد قرار الدول خفض إنتاجها اعتبارا من الشهر المقبل بمليون برميل.",
    ]
    (found,) = articles("\n".join(lines))
    assert "different matters" in found.warnings[0]
    (found,) = articles("\n".join(f"{FIRST} {n}" for n in "أبتثج"))
    assert not found.warnings


def test_labels_are_categories():
    """Labels of fastText are the category and no text."""
    found = articles(f"__label__arts {FIRST}\n__label__farm __label__food {SECOND}\n")
    assert [article.category for article in found] == ["arts", "farm food"]
    assert found[0].text == FIRST


def test_lists_are_paragraphs():
    """The strings of a list are the article's paragraphs."""
    found = articles(f"content: ['{FIRST}', 'وقال: نعم.']\ncontent: ['{SECOND}']\n")
    assert found[0].text == f"{FIRST}\nوقال: نعم."


@pytest.mark.parametrize(
    "text",
    [
        f"القاهرة (رويترز) - {FIRST}\n{SECOND}\n",
        f"القاهرة (رويترز) - {FIRST}\nالقاهرة (رويترز) - {SECOND}\n",
        f"عنوان\n{FIRST}\n-----\nمشاركة\n",
        f"content: [not a list {FIRST}]\nثم\n",
        FIRST,
        *(path.read_text(encoding="utf-8") for path in SEEDS),
    ],
)
def test_pages_stay_pages(text):
    """One dateline, one town, furniture between lines of signs: that is a page."""
    assert many(text) is None
    assert parts(text) == []
    assert not is_table(text)
