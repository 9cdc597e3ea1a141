"""A record's names and values become an article's fields, whoever wrote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.errors import BrokenRow
from arcorpus.readers.field_names import fold_name, listed, means
from arcorpus.readers.options import USUAL, columns
from arcorpus.readers.record_fields import read_date, to_article
from arcorpus.resources import lexicon
from arcorpus.types import Article

TEXT = "قال الوزير إن الوضع مستقر.\nوأضاف أن العمل مستمر."
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "value", "x"]), inner),
    max_leaves=5,
)


def one(record: dict[str, object]) -> Article:
    """The article of one record that has a text."""
    return to_article({"text": TEXT, **record}, "x.jsonl", 0, "line 1")


def test_all_fields():
    """Every field of the interface arrives, the text exactly, the others as one line."""
    found = one(
        {
            "id": "a1",
            "title": " عنوان\n طويل ",
            "source": "وكالة",
            "author": "كاتب",
            "date": "2015-07-21 02:51:32",
            "url": "https://example.org/1",
            "keywords": ["غزة", "مصر", "غزة"],
            "category": "سياسة",
        }
    )
    assert found == Article(
        id="a1",
        path="x.jsonl",
        index=0,
        title="عنوان طويل",
        source="وكالة",
        author="كاتب",
        date="2015-07-21",
        date_text="2015-07-21 02:51:32",
        url="https://example.org/1",
        keywords=("غزة", "مصر"),
        category="سياسة",
        text=TEXT,
        text_start=None,
        furniture=None,
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("headline", "title"),
        ("العنوان", "title"),
        ("عنوان الخبر", "title"),
        ("article_title", "title"),
        ("byline", "author"),
        ("authors", "author"),
        ("الكاتب", "author"),
        ("publisher", "source"),
        ("site", "source"),
        ("المصدر", "source"),
        ("link", "url"),
        ("الرابط", "url"),
        ("section", "category"),
        ("التصنيف", "category"),
        ("published_time", "date_text"),
        ("pubDate", "date_text"),
        ("publishedAt", "date_text"),
        ("date_iso", "date_text"),
        ("تاريخ النشر", "date_text"),
        ("Date-Published", "date_text"),
        ("guid", "id"),
    ],
)
def test_other_names(name, field):
    """The usual other names of a field are understood, whatever their case and separators."""
    assert getattr(one({name: "2015-07-21"}), field) == "2015-07-21"


@pytest.mark.parametrize("name", ["body", "content", "articleBody", "Article Body", "full-text", "النص", "المحتوى"])
def test_other_names_of_the_text(name):
    """The text is found under its usual names."""
    assert to_article({"title": "خبر", name: TEXT}, "x", 0, "line 1").text == TEXT


def test_the_lexicon_names_each_field_once():
    """No name in the lexicon stands for two fields or twice for one."""
    names = [(row["role"], fold_name(row["form"])) for row in lexicon("row_fields") if row["role"] != "missing"]
    fields = [name for field, name in names if field not in {"list", "inner", "envelope"}]
    assert len(names) == len(set(names))
    assert len(fields) == len(set(fields))


def test_the_better_name_wins_unless_it_is_empty():
    """Of two names for one field the lexicon's first counts, wherever it stands; an empty value counts for nothing."""
    assert columns(("content", "x", "body", "text"), USUAL)["text"] == ("text", "body", "content")
    assert to_article({"content": "ب", "body": "أ", "text": None}, "x", 0, "line 1").text == "أ"


def test_a_name_is_compared_at_once():
    """A name of a million letters is no field and takes no time."""
    assert not means("text" * 1_000_000, "text")


@pytest.mark.parametrize("missing", [None, "", "  ", "null", "NaN", "None", "N/A", [], {}, float("nan")])
def test_missing_values(missing):
    """What programs write for a value that is not there makes no value and no warning."""
    found = one(dict.fromkeys(("title", "author", "date", "keywords", "id"), missing))
    assert (found.title, found.author, found.date, found.date_text, found.keywords, found.id) == (None,) * 4 + ((), "")
    assert found.warnings == ()


def test_values_of_other_types():
    """Numbers become text, lists are joined, an object gives its name, and what has no form as text is told."""
    found = one(
        {
            "id": 12345678901234567890123,
            "authors": [{"name": "منى"}, "علي"],
            "source": {"id": None, "name": "بي بي سي"},
            "title": True,
            "category": [["x"]],
        }
    )
    assert (found.id, found.author, found.source) == ("12345678901234567890123", "منى، علي", "بي بي سي")
    assert (found.title, found.category) == (None, None)
    assert found.warnings == ("title is true or false and was left out", "category is nested and was left out")


def test_a_whole_number_stored_as_a_fraction():
    """An id that a table turned into 7.0 is 7 again."""
    assert (one({"id": 7.0}).id, one({"id": 7.5}).id) == ("7", "7.5")


def test_text_in_paragraphs():
    """A list of paragraphs is a text with a line each."""
    assert one({"text": ["أولا.", {"text": "ثانيا."}, None]}).text == "أولا.\nثانيا."


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": "x", "url": "u"}, "none of its fields (title, url) is called text, body, content or the like"),
        ({}, "none of its fields (it has none)"),
        ({"text": " \n"}, "its field 'text' is empty"),
        ({"body": 5}, "its field 'body' is a number"),
        ({"body": {"x": 1}}, "its field 'body' is nested"),
    ],
)
def test_no_text(record, message):
    """A record without a text is a broken row that says where it stands and what it has."""
    with pytest.raises(BrokenRow) as caught:
        to_article(record, "x.jsonl", 6, "line 7")
    assert caught.value.message.startswith(f"line 7: no text: {message}")
    assert caught.value.path == "x.jsonl"


def test_names_in_messages_are_few_and_short():
    """A message lists a dozen names at most and cuts long ones."""
    shown = listed(["x" * 1000] * 1000)
    assert shown.count("x") == 12 * 40
    assert shown.endswith("… …")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2017-01-20T21:43:00+01:00", "2017-01-20"),
        ("20150721", "2015-07-21"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("الثلاثاء 21 يوليو 2015", "2015-07-21"),
        ("Tue, 21 Jul 2015 10:00:00 GMT", "2015-07-21"),
        ("مايو 2020", "2020-05"),
        ("1437447092", "2015-07-21"),
        (1437447092, "2015-07-21"),
        (1437447092000, "2015-07-21"),
        ({"$date": "2015-07-21T02:51:32Z"}, "2015-07-21"),
    ],
)
def test_dates(written, date):
    """A date is normalised, from ISO, Arabic, English or a time stamp, and kept as written beside it."""
    found = one({"date": written})
    assert found.date == date
    assert found.date_text == (written["$date"] if isinstance(written, dict) else str(written))
    assert found.warnings == ()


@pytest.mark.parametrize("written", ["2015-02-30", "قريبا", "99999", 1e300, float("inf"), "2015-13"])
def test_dates_that_are_none(written):
    """A date that does not exist or cannot be read is kept as written, with a warning."""
    found = one({"date": written})
    assert found.date is None
    assert found.date_text
    assert found.warnings


def test_iso_dates_and_others_agree():
    """The short way for ISO dates gives what the reader of Arabic dates gives."""
    from arcorpus.values.dates import parse_day

    for text in ("2015-07-21", "2020-02-29T10:00:00Z", "1999-12-31 23:59"):
        match = parse_day(text)
        assert match is not None
        assert read_date(text) == (match.value, match.problem)


@pytest.mark.parametrize(
    "written",
    [
        "غزة، مصر, لبنان",
        "غزة; مصر؛ لبنان",
        "غزة|مصر|لبنان",
        "#غزة #مصر #لبنان",
        "['غزة', 'مصر', 'لبنان']",
        ["غزة", {"name": "مصر"}, "لبنان", None],
    ],
)
def test_keywords(written):
    """Keywords are told apart however they are joined."""
    assert one({"tags": written}).keywords == ("غزة", "مصر", "لبنان")


def test_one_keyword_of_two_words():
    """A keyword may have spaces in it."""
    assert one({"keywords": "الذكاء الاصطناعي"}).keywords == ("الذكاء الاصطناعي",)


def test_strange_text():
    """Lone surrogates become U+FFFD, once told; a NUL in the text stays."""
    found = one({"text": "أ \ud800 ب\0", "title": "\udfff"})
    assert (found.text, found.title) == ("أ \ufffd ب\0", "\ufffd")
    assert found.warnings[0] == "held broken \\u escapes, now U+FFFD"


def test_markup_is_told():
    """A text with HTML in it is read without its tags, and told."""
    found = one({"text": "<p>قال الوزير.</p>"})
    assert found.text == "قال الوزير."
    assert "HTML markup" in found.warnings[0]


def test_mojibake_is_undone():
    """A text garbled by a wrong encoding is mended where that is exact."""
    found = one({"text": TEXT.encode().decode("latin-1")})
    assert found.text == TEXT
    assert "undone exactly" in found.warnings[0]


def test_warnings_from_before():
    """What is to be told of the file comes before what is found in the record, each once."""
    found = to_article({"text": TEXT, "date": "x"}, "x", 0, "line 1", ("decoded as Windows-1256, not UTF-8",) * 2)
    assert found.warnings == ("decoded as Windows-1256, not UTF-8", "the date «x» cannot be read")


@given(st.dictionaries(st.sampled_from(["text", "date", "title", "keywords", "id", "author", "url"]), VALUES))
def test_any_record(record):
    """A record of any values is an article whose fields can be written out, or a broken row."""
    try:
        found = to_article(record, "x", 0, "line 1")
    except BrokenRow as error:
        assert error.message.startswith("line 1: no text")  # noqa: PT017 - either way is right
    else:
        assert found.text.strip()
        texts = [found.text, found.id, found.title, found.author, found.url, found.date_text, *found.keywords]
        assert all(text is None or text.encode() is not None for text in texts)
