"""Which lines of running text hold together: what may stand in a body, and what parts two."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.blocks import blocks, heads_text_below, is_teaser_text, is_verse
from arcorpus.readers.page.lines import lines

FIRST = "افتتح وزير الصحة يوم الثلاثاء مستشفى جديدا للأطفال في مدينة طنطا يضم مئتي سرير وعشر غرف للعمليات."
SECOND = "يستقبل المستشفى المرضى من محافظات الدلتا كلها ويبدأ العمل فيه خلال الأسبوع المقبل كما أعلنت الوزارة."
GOES_ON = "وأضاف الوزير أن المستشفى سيستقبل المرضى من محافظات الدلتا كلها ويبدأ العمل فيه خلال الأسبوع المقبل."
OTHER = "فازت سلسبيل ببطولة السباحة القارية أمس متقدمة على منافساتها بفارق كبير في المسبح الأولمبي الجديد."
BODY = f"{FIRST}\n{SECOND}"
WHOLE = f"{BODY}\n{FIRST}\n{SECOND}"
ENDS = ("الجديد", "القديم", "الأخضر", "الكبيرة", "الأول", "البعيدة")
HEADLINES = "\n".join(f"افتتاح المرحلة الثانية من المشروع الوطني الكبير للري في الوادي {end}" for end in ENDS)


@pytest.mark.parametrize(
    ("between", "count"),
    [
        ("", 1),
        ("تفاصيل الافتتاح", 1),  # a sub-heading
        ("تفاصيل الافتتاح\nغرف جديدة\nأسرة كثيرة", 1),
        ("- مئتا سرير\n- عشر غرف\n- قسم للطوارئ\n- صيدلية\n- مختبر\n- مصلى\n- حديقة\n- مطعم", 1),  # a list
        (HEADLINES, 2),  # headlines
        ("شارك", 1),
        ("***", 1),
        ("المصدر: رويترز", 2),
        ("الكلمات الدالة: مصر، طنطا", 2),
        ("© 2024 مرصد الحقول", 2),
        ("التعليقات", 2),
        ("10:30", 1),
        ("القاهرة - هند إبراهيم", 1),
        ("افتتاح الملعب الدولي في المدينة الساحلية\n8 يوليو 2025", 2),  # a date under a headline
    ],
)
def test_what_stands_between(page, between, count):
    """Sub-headings, lists and buttons may stand in a body; sources, tags, rights and headlines part two."""
    found = blocks(page(f"{WHOLE}\n{between}\n{SECOND}"))
    assert len(found) == count
    assert found[0].first == 0


def test_a_summary_and_a_byline(page):
    """A byline after the first paragraph parts only a summary from its body."""
    assert len(blocks(page(f"{FIRST}\nالمصدر: رويترز\n{SECOND}"))) == 1
    assert len(blocks(page(f"{FIRST}\n{SECOND}\n{SECOND}\n{SECOND}\nالمصدر: رويترز\n{SECOND}"))) == 2


def test_a_sentence_that_goes_on(page):
    """Text that goes on from a sentence bears more between it and the sentence, but no source."""
    assert len(blocks(page(f"{WHOLE}\n{HEADLINES}\n{GOES_ON}"))) == 1
    assert len(blocks(page(f"{WHOLE}\n{HEADLINES}\n{SECOND}"))) == 2
    assert len(blocks(page(f"{WHOLE}\nالمصدر: رويترز\n{GOES_ON}"))) == 2


def test_nothing(page):
    """A page without running text has no block."""
    assert blocks(page("طنطا\nشارك")) == []


def test_the_sites_own_sentences(page):
    """The site's own sentences at the ends of a block are left out of it, and make boilerplate of a block alone."""
    own = "يعني تسجيلك في الموقع موافقتك على شروط الاستخدام وسياسة الخصوصية وحفظ حسابك وتعليقك وتعليقات المستخدمين."
    (alone,) = blocks(page(own))
    assert alone.boilerplate == 1.0
    (news,) = blocks(page(BODY))
    assert news.boilerplate == 0.0
    assert news.words == len(FIRST.split()) + len(SECOND.split())
    (found,) = blocks(page(f"{BODY}\n{own}"))
    assert (found.first, found.last) == (0, 1)


RELATED = "اقرأ أيضا:"


@pytest.mark.parametrize(
    ("headline", "after", "expected"),
    [
        ("سلسبيل تفوز ببطولة السباحة القارية", OTHER, True),  # the headline of another matter and its text
        ("سلسبيل تفوز ببطولة السباحة القارية", SECOND, False),  # a link, then the text goes on
        ("سلسبيل تفوز ببطولة السباحة القارية", GOES_ON, False),
    ],
)
def test_whose_headline_it_is(page, headline, after, expected):
    """The last headline of a «read also» block is that of the text after it when both share their words."""
    found = page(f"{BODY}\n{RELATED}\n{headline}\n{after}")
    assert heads_text_below(found, 1, 4) is expected


def test_no_headline_between(page):
    """Without a headline between two texts there is none of the second."""
    assert heads_text_below(page(f"{BODY}\n{RELATED}\n{SECOND}"), 1, 3) is False


def test_a_teaser_in_a_body(page):
    """A sentence under a headline of «read also» is that headline's when the text then goes on with its own matter."""
    teaser = page(f"{BODY}\n{RELATED}\nسلسبيل تفوز ببطولة السباحة القارية\n{OTHER}\n{GOES_ON}\n{SECOND}")
    assert is_teaser_text(teaser, 4)
    assert not is_teaser_text(teaser, 5)
    plain = page(f"{BODY}\nسلسبيل تفوز ببطولة السباحة القارية\n{OTHER}\n{GOES_ON}")
    assert not is_teaser_text(plain, 3)  # no «read also»
    own = page(f"{BODY}\n{RELATED}\nسلسبيل تفوز ببطولة السباحة القارية\n{OTHER}\n{OTHER}")
    assert not is_teaser_text(own, 4)  # the text goes on with the new matter


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("رررر", True),
        ("رلرلرل", True),  # each ends as the one before the last
        ("رلرمرنرب", False),
        ("رررل", False),
        ("رررررررل", True),  # three quarters are enough
        ("ررر", False),  # too few
    ],
)
def test_verses(ends, expected):
    """Four short lines or more are verse when they rhyme, with each other or every other."""
    assert is_verse(lines("\n".join(f"سلسبيل يا {end}ا{end}" for end in ends))) is expected


def test_lines_that_are_no_verse():
    """A line of one word, a long line, and one with a full stop are none."""
    verse = "سلسبيل يا دار"
    assert is_verse(lines("\n".join([verse] * 4)))
    for other in ("دار", " ".join(["دار"] * 13), verse + ".", verse + ":"):
        assert not is_verse(lines("\n".join([verse] * 4 + [other])))
