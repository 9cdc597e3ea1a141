"""Which blocks are articles, and what part of the page is each one's."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.split import ArticleSpan, split_page

from .conftest import BODY, TITLE

OTHER_TITLE = "سلسبيل تفوز ببطولة السباحة القارية"
OTHER = (
    "فازت سلسبيل ببطولة السباحة القارية أمس متقدمة على منافساتها بفارق كبير في المسبح الأولمبي الجديد.\n"
    "وقالت سلسبيل بعد السباق إن الفوز بالبطولة كان صعبا، وأضافت أنها تستعد للدورة الأولمبية المقبلة."
)


def bodies(page, text):
    """For each article of a page the text of its title and its body's first and last line."""
    found = page(text)
    return [
        (
            found[span.title].line.text if span.title is not None else None,
            found[span.first].line.text[:10],
            found[span.last].line.text[-10:],
        )
        for span in split_page(found)
    ]


FIRST, LAST = BODY[:10], BODY[-10:]


def test_one_article(page):
    """The article has the whole page."""
    assert split_page(page(f"طنطا\n{TITLE}\n{BODY}\nشارك")) == [ArticleSpan(0, 5, 2, 3, 1)]


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ("المصدر: رويترز\n", True),  # what ends an article stands above
        ("اقرأ أيضا:\n", True),
        ("المصدر: رويترز\nاترك تعليقا\n", False),  # under comments
    ],
)
def test_two_articles(page, between, second):
    """A second block with a headline of its own is an article, but not among comments."""
    found = bodies(page, f"{TITLE}\n{BODY}\n{between}{OTHER_TITLE}\n{OTHER}")
    assert found[0] == (TITLE, FIRST, LAST)
    assert len(found) == 1 + second


def test_a_teaser_is_no_article(page):
    """A second block of one short paragraph, or one that trails off, is a teaser."""
    for text in (OTHER.split("\n", maxsplit=1)[0], OTHER[:-1] + "…"):
        assert len(bodies(page, f"{TITLE}\n{BODY}\nالمصدر: رويترز\n{OTHER_TITLE}\n{text}")) == 1


def test_the_second_begins_with_its_date(page):
    """A date over the second title is the second's; an agency that signs the first is not."""
    dated = split_page(page(f"{TITLE}\n{BODY}\nالكلمات الدالة: مصر، طنطا\n9 يوليو 2025\n{OTHER_TITLE}\n{OTHER}"))
    assert [span.top for span in dated] == [0, 4]
    assert [span.bottom for span in dated] == [4, 8]
    signed = split_page(page(f"{TITLE}\n{BODY}\nالكلمات الدالة: مصر، طنطا\n(وكالات)\n{OTHER_TITLE}\n{OTHER}"))
    assert [span.top for span in signed] == [0, 5]


@pytest.mark.parametrize(
    ("after", "last"),
    [
        ("هذا كل شيء.", "هذا كل شيء."),  # a short sentence
        ("وهذا هو كل شيء", "وهذا هو كل شيء"),  # goes on from one
        ("طنطا", LAST),
        ("ويضم المستشفى:\nمئتي سرير\nعشر غرف", "عشر غرف"),  # the list that a colon announces
        ("ويضم المستشفى:\nمئتي سرير\nعشر غرف.\nطنطا", "عشر غرف."),
        ("خلاصة القول\nهل هذا كل ما جاء في البيان؟", "في البيان؟"),  # a sub-heading over a last sentence
        ("هند إبراهيم\nهل هذا كل ما جاء في البيان؟", LAST),  # a name
        ("شارك\nهذا كل شيء.", LAST),
    ],
)
def test_the_last_line(page, after, last):
    """Short sentences, lists behind a colon and a last sentence under a sub-heading belong to the body."""
    assert bodies(page, f"{TITLE}\n{BODY}\n{after}")[0][2] == last[-10:]


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("- هاه، بشّر؟", "هاه، بشّر؟"),  # somebody speaks
        ("في سطور.", "في سطور."),
        ("* هاه، بشّر؟", FIRST),  # an item of a list
        ("صورة للمستشفى", FIRST),
        ("أعلنت الوزارة أمس في بيان رسمي جديد ما يأتي:", "أعلنت الوز"),  # opens a list
        ("ما يأتي:", FIRST),
    ],
)
def test_the_first_line(page, before, first):
    """A short sentence right over the first paragraph belongs to the body."""
    assert bodies(page, f"{TITLE}\n{before}\n{BODY}")[0][1] == first[:10]


VERSE = ["يا دار عبلة بالجواء", "وعمي صباحا في المساء", "سلام الله يا ذات البهاء", "على قلب يحن إلى اللقاء"]


def test_a_poem(page):
    """A page of verses is an article, with the line over it as its title."""
    (span,) = split_page(page("\n".join(["قصيدة الدار", "شارك", *VERSE, "شارك"])))
    assert (span.title, span.first, span.last) == (0, 2, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITLE}\nوزير الصحة المصري يفتتح أمس مستشفى جديدا في طنطا", [(0, 1, 1)]),
        ("وزير الصحة المصري يفتتح أمس مستشفى جديدا في طنطا", [(None, 0, 0)]),
        ("مستشفى جديد\nطنطا", []),  # too short
        ("\n".join(f"{TITLE} {n}" for n in range(7)), []),  # a list of headlines
        (f"شارك\nطباعة\nالرئيسية\n{TITLE} أمس الأول", []),  # a menu
    ],
)
def test_news_in_brief(page, text, expected):
    """A page without running text is an article when it has a headline and a longer line, and little else."""
    assert [(span.title, span.first, span.last) for span in split_page(page(text))] == expected


def test_terms_longer_than_the_article(page):
    """Terms of use do not win by length, nor is a page of a few words an article."""
    terms = "تعليقك وحسابك وتسجيلك في الموقع يعني موافقتك على شروط الاستخدام وسياسة الخصوصية الخاصة بالمستخدمين. " * 12
    found = bodies(page, f"{TITLE}\n{BODY}\nالمصدر: رويترز\n{terms}")
    assert found == [(TITLE, FIRST, LAST)]
    assert split_page(page("قال الوزير أمس. ثم خرج.")) == []
