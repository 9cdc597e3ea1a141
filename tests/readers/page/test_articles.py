"""An article put together: its title, its body without what only stands at its edges, and its offsets."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.articles import read_page

from .conftest import BODY, TITLE

FIRST, SECOND = BODY.split("\n\n")


def article(text):
    """The first article of a page."""
    return read_page(text, "x")[0]


def test_the_body_is_the_pages_own_text():
    """The body is a stretch of the page, furniture counts in its code points."""
    text = f"{TITLE}\r\n8 يوليو 2025\r\n\r\n{FIRST}\r\nشارك\r\n{SECOND}\r\n"
    found = article(text)
    assert (found.id, found.path, found.index, found.title, found.date) == ("", "x", 0, TITLE, "2025-07-08")
    assert text[found.text_start : found.text_start + len(found.text)] == found.text == f"{FIRST}\r\nشارك\r\n{SECOND}"
    assert [text[f.start : f.end] for f in found.furniture] == ["8 يوليو 2025", "شارك"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"العنوان: «{TITLE}»", f"«{TITLE}»"),
        (f'العنوان: "{TITLE}"', TITLE),
        (f"# {TITLE}", TITLE),
        (f"**{TITLE}**", TITLE),
    ],
)
def test_titles_as_a_reader_sees_them(line, title):
    """A title has neither its label nor Markdown marks."""
    assert article(f"{line}\n{BODY}").title == title


@pytest.mark.parametrize(
    ("line", "start"),
    [
        (f"النص: {FIRST}", FIRST[:8]),  # behind its label
        (f"# {FIRST}", FIRST[:8]),
        (f"- {FIRST}", "- " + FIRST[:8]),  # a dash is the text's
        (f"* {FIRST}", FIRST[:8]),
    ],
)
def test_where_the_body_begins(line, start):
    """The body begins behind a label, a heading mark or a list mark."""
    assert article(f"{TITLE}\n{line}\n{SECOND}").text.startswith(start)


def test_a_line_that_the_body_repeats():
    """A line at the head that the body repeats word for word is a standfirst, not text."""
    quoted = "سيستقبل المرضى من محافظات الدلتا كلها، وأضاف أن العمل فيه يبدأ الأسبوع المقبل."
    found = article(f"{TITLE}\n{quoted}\n{FIRST}\n{SECOND}")
    assert (found.standfirst, found.text[:8]) == ((quoted,), FIRST[:8])
    other = quoted.replace("كلها", "جميعها")
    assert article(f"{TITLE}\n{other}\n{FIRST}\n{SECOND}").text[:8] == other[:8]


def test_who_the_writer_is_at_the_end():
    """A last sentence that says who its writer is stands outside the text, with the name over it."""
    about = "هند إبراهيم كاتبة وروائية مصرية ولدت في طنطا ونشرت ثلاث روايات ومجموعة قصصية واحدة حتى اليوم."
    found = article(f"{TITLE}\n{BODY}\n{BODY}\n{about}")
    assert found.text.endswith(SECOND[-8:])
    assert [f.reason for f in found.furniture] == ["author-box"]
    role = "كاتبة وروائية مصرية ولدت في طنطا ونشرت ثلاث روايات ومجموعة قصصية واحدة حتى هذا اليوم كما تقول."
    named = article(f"{TITLE}\n{BODY}\n{BODY}\nسلمى إبراهيم\n{role}")
    assert named.text.endswith(SECOND[-8:])
    assert sorted(f.reason for f in named.furniture) == ["author-box", "byline"]
    spoken = article(f"{TITLE}\n{FIRST} وشكر هند إبراهيم.\n{SECOND}\n{about}")
    assert spoken.text.endswith(about[-8:])  # of whom the article speaks


def test_a_name_behind_the_last_full_stop():
    """A name behind the last full stop is the writer's and no text."""
    found = article(f"{TITLE}\n{BODY} تقوى عزعوزي")
    assert (found.author, found.text[-8:]) == ("تقوى عزعوزي", SECOND[-8:])
    assert [f.reason for f in found.furniture] == ["byline"]
    labelled = article(f"{TITLE}\nبقلم: هند إبراهيم\n{BODY} تقوى عزعوزي")
    assert (labelled.author, labelled.text[-8:]) == ("هند إبراهيم", SECOND[-8:])


def test_warnings():
    """What could not be read is told: the day, and tags run together."""
    found = article(f"{TITLE}\n31 فبراير 2025\n{BODY}\nوسوم: مصر طنطا مستشفى أطفال")
    assert [warning.split(" ")[0] for warning in found.warnings] == ["the", "nothing"]
    assert article(f"{TITLE}\n{BODY}").warnings == ()


def test_no_article():
    """A page without running text has none."""
    assert read_page("طنطا\nشارك", "x") == ()
    assert read_page("", "x") == ()
