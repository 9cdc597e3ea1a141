"""Text files of many articles are read article by article; pages stay pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from arcorpus.readers.lines import is_table, many
from arcorpus.readers.page import reader

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
        (f"title\tdate\ttext\nخبر\t2023-03-14\t{FIRST}\nآخر\t2023-10-29\t{SECOND}\n", "a table with tabs"),
        (f"خبر أول\n\n{FIRST}\n==========\nخبر ثان\n{SECOND}\n", "several articles"),
        (f"خبر أول\n{FIRST}\n- - - - -\nخبر ثان\n{SECOND}\n-----\n", "several articles"),
    ],
)
def test_many_articles(text, told):
    """Each form gives two articles with their own text, and says what it was taken for."""
    found = articles(text)
    assert [article.text.endswith(end) for article, end in zip(found, (FIRST, SECOND), strict=True)] == [True, True]
    assert all(told in "; ".join(article.warnings) for article in found)


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
    assert not is_table(text)
