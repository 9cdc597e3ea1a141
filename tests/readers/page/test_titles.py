"""The title of running text: the headline above it that speaks of the same thing."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.titles import find_title

from .conftest import BODY, TITLE

OTHER = "سلسبيل تفوز ببطولة السباحة القارية للناشئات"


def title(page, text):
    """The title of the text that ends a page, and where it stands."""
    found = page(text)
    first = next(at for at, item in enumerate(found) if item.prose)
    best = find_title(found, 0, first, len(found) - 1)
    return (best.at, found[best.at].line.text) if best else None


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (TITLE, 0),
        (f"{OTHER}\nشارك\n{TITLE}", 2),  # what the body takes up
        (f"{TITLE}\n{OTHER}", 0),
        (f"{TITLE}\n8 يوليو 2025", 0),
        (f"{OTHER}\nشارك\n{TITLE}\n8 يوليو 2025\nالقاهرة - رويترز", 2),
        (f"{TITLE}\nشارك", 0),
        ("", None),
        (f"العنوان: {OTHER}", 0),  # under its label, whatever it says
        (f"{TITLE}\nالعنوان: {OTHER}", 1),
        (f"# {OTHER}\n{OTHER} اليوم", 0),  # a Markdown heading
        (f"{TITLE}:", 0),
        (f"{TITLE}\nوزارة الصحة: المستشفى يضم مئتي سرير وعشر غرف للعمليات", 0),  # its standfirst
        (f"أخبار الصحة\n{TITLE}", 1),  # a section above it
        (f"اقرأ أيضا:\n{TITLE}", 1),
    ],
)
def test_titles(page, above, expected):
    """The title is the headline of the same matter, not the nearest, nor a section, a list item or another's."""
    found = title(page, f"{above}\n{BODY}")
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        # the first of the headlines that stand on each other is the title, those under it are its standfirst
        ("وزير الصحة يفتتح مستشفى طنطا للأطفال\nالمستشفى يضم مئتي سرير وعشر غرف للعمليات", 0),
        # … but not one that is a repetition, a kicker, or runs on
        ("افتتاح مستشفى للأطفال\nافتتاح مستشفى للأطفال في مدينة طنطا", 1),
        ("وزارة الصحة المصرية اليوم\nافتتاح مستشفى جديد كبير للأطفال في مدينة طنطا يضم مئتي سرير", 1),
        ("وزير الصحة يفتتح مستشفى طنطا للأطفال:\nالمستشفى يضم مئتي سرير وعشر غرف للعمليات", 1),
    ],
)
def test_headlines_on_each_other(page, above, expected):
    """Of headlines on each other the first is the title when both are of one matter and it is long enough."""
    assert title(page, f"{above}\n{BODY}")[0] == expected


def test_a_list_of_headlines_is_no_title_with_standfirst(page):
    """Of more than five headlines on each other, those that the body does not take up are other articles'."""
    many = "\n".join(f"{OTHER} في الدورة رقم {n}" for n in range(7))
    found = title(page, f"{many}\n{TITLE}\n{BODY}")
    assert found[1] == TITLE


def test_a_repeated_headline(page):
    """A headline that the page repeats is more likely the title; a short one that it repeats is a menu's."""
    near = "وزير الصحة يفتتح المستشفى الجديد"
    assert title(page, f"{TITLE}\n{OTHER}\n{near}\nشارك\n{TITLE}\n8 يوليو 2025\n{BODY}")[1] == TITLE


def test_the_first_line_of_text_may_be_the_title(page):
    """A first line of running text that asks, or stands over a date, may be the headline after all."""
    asks = "هل يكفي مستشفى واحد جديد للأطفال في مدينة طنطا كل المرضى من محافظات الدلتا الكبيرة التي تنتظر منذ سنوات؟"
    found = page(f"{asks}\n8 يوليو 2025\n{BODY}")
    best = find_title(found, 0, 0, len(found) - 1)
    assert best is not None
    assert best.at == 0
    assert 0 < best.overlap <= 1


def test_the_floor(page):
    """Nothing above the floor is a title."""
    found = page(f"{TITLE}\nشارك\n{BODY}")
    assert find_title(found, 1, 2, 3) is None
