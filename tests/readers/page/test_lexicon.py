"""What the words and the shape of a line alone say of it."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.lexicon import (
    Effect,
    FurnitureKind,
    PageWord,
    Reason,
    caption_ending,
    find_furniture,
    forms,
    is_button,
    is_place,
    is_publisher,
    is_section,
    is_source,
    name_beside_editor,
    page_words,
    site_words,
)
from arcorpus.readers.page.lines import lines

INLINE, END, ZONE = Effect.INLINE, Effect.END, Effect.ZONE


def kind(text):
    """The kind of furniture of a page's one line."""
    (line,) = lines(text)
    return find_furniture(line)


@pytest.mark.parametrize(
    ("text", "reason", "effect"),
    [
        # by its shape
        ("![صورة](https://a.example/b.jpg)", Reason.MEDIA, INLINE),
        ("— قناة الحقول (@fields) 8 يوليو", Reason.MEDIA, INLINE),
        ("https://a.example/b", Reason.NAVIGATION, INLINE),
        ("***", Reason.NAVIGATION, INLINE),
        ("الرئيسية > اقتصاد > أسواق", Reason.NAVIGATION, INLINE),
        ("1 250", Reason.COUNTER, INLINE),
        ("© 2024 مرصد الحقول", Reason.COPYRIGHT, END),
        ("© وكالة الأرز", Reason.IMAGE_CREDIT, INLINE),
        # phrases that make up the line
        ("شارك عبر فيسبوك وتويتر", Reason.SHARE, INLINE),
        ("12 تعليق", Reason.COMMENTS, None),
        ("دخولسياسة الخصوصية", Reason.NOTICE, None),  # run together in the dump
        # the masthead
        ("مرصد الحقول | رئيس التحرير: سليم الحموي", Reason.NAVIGATION, INLINE),
        # a menu on one line, of which the lexicon knows half
        ("الرئيسية | الحقول | رياضة | الأرز", None, INLINE),
        # phrases that begin the line
        ("اقرأ أيضا:", Reason.RELATED, ZONE),
        ("اقرأ أيضا: افتتاح مستشفى جديد", Reason.RELATED, INLINE),  # what is to be read stands on the line itself
        ("3 اقرأ أيضا:", Reason.RELATED, ZONE),  # numbers before it aside
    ],
)
def test_furniture(text, reason, effect):
    """Furniture is told by shape, by phrases that cover the line, begin it or stand in it, and by menus."""
    found = kind(text)
    assert found is not None
    assert reason in {None, found.reason}
    assert effect in {None, found.effect}


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن الوضع مستقر",
        "12/3/2024",  # a day, no counter
        "2024-03-12",
        "الحقول | الأرز | السهول | الجبال",  # strokes between words that nothing knows
        "شارك الوزير في افتتاح المستشفى الجديد الذي أقيم في المدينة أمس.",  # a sentence that begins like a button
        "الوزير: شارك | الآن | رياضة | اقتصاد",  # a colon between strokes
    ],
)
def test_no_furniture(text):
    """Text that only begins alike is none."""
    assert kind(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أعضاء المجلس في جلسة أمس (أرشيفية)", True),
        ("أعضاء المجلس في جلسة أمس - صورة: سهل", True),
        ("أعضاء المجلس في جلسة أمس صورة، سهل", False),  # a comma is the sentence's
        ("أعضاء المجلس في جلسة أمس (أرشيفية).", False),  # a full stop
        ("أعضاء المجلس في جلسة أمس (السهل)", False),
        ("(أرشيفية)", False),  # nothing before it
        ("قال إنه سيعود. ثم خرج الجميع (أرشيفية)", False),  # a sentence ends inside
        ("كلمة " * 31 + "(أرشيفية)", False),
        ("صورة: واحد اثنان ثلاثة أربعة خمسة ستة", False),  # too long for whom it is from
    ],
)
def test_caption_endings(text, found):
    """A caption ends, without a full stop, with a word for pictures set off, or with whose picture it is."""
    (line,) = lines(text)
    assert caption_ending(line) == (FurnitureKind(Reason.CAPTION, INLINE) if found else None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("مرصد الحقول | رئيس التحرير: سليم الحموي", "مرصد الحقول"),
        ("مرصد الحقول\tرئيس التحرير: سليم الحموي", "مرصد الحقول"),
        ("مرصد الحقول | مراسل: سليم الحموي", ""),
        ("مرصد: الحقول | رئيس التحرير: سليم الحموي", ""),
        ("مرصد الحقول والسهول والجبال والأنهار | رئيس التحرير: سليم الحموي", ""),
        ("رئيس التحرير: سليم الحموي", ""),
        ("| رئيس التحرير: سليم الحموي", ""),
    ],
)
def test_a_name_beside_the_editor(text, name):
    """Up to four words that share a line with who heads the paper are its name."""
    assert name_beside_editor(text) == name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("وكالة الأرز", True),
        ("اطلس بريس", True),
        ("وكالة", False),
        ("وكالة الأرز في المدينة الكبيرة", False),
        ("الأرز الاخضر", False),
    ],
)
def test_publishers(words, expected):
    """A paper or channel is named by its kind, first or last, in two to four words."""
    from arcorpus.readers.page.lines import fold_words

    assert is_publisher(fold_words(words)) is expected


def test_names_and_words():
    """Places, sources, sections and buttons are those of the lexicons, folded."""
    assert is_place("القاهره")
    assert not is_place("القاهرة")
    assert is_source("رويترز")
    assert not is_source("وزير")
    assert is_section("رياضه")
    assert not is_section("وزير")
    assert is_button("فيسبوك")
    assert is_button("فيسبوكتويتر")
    assert not is_button("وزير")
    assert not is_button("")
    assert "صوره" in page_words(PageWord.PICTURE)
    assert "صوره" not in page_words(PageWord.OCCUPATION)
    assert forms("sources") >= {"رويترز"}
    assert site_words()["تعليقات"] == 2


@pytest.mark.parametrize(
    ("phrase", "longest"),
    [("شارك هذا", 12), ("إعلان ممول", 10), ("story continues", 10)],
)
def test_how_long_a_line_may_go_on(phrase, longest):
    """A line that begins with a phrase counts up to the length of its reason: with one word more it is text."""
    rest = longest - len(phrase.split())
    assert kind(phrase + " سلسبيل" * rest) is not None
    assert kind(phrase + " سلسبيل" * (rest + 1)) is None


def test_a_colon_allows_a_line_of_twice_the_length():
    """Behind a colon the line may have twice the words."""
    assert kind("إعلان ممول:" + " سلسبيل" * 18) is not None
    assert kind("إعلان ممول:" + " سلسبيل" * 19) is None
