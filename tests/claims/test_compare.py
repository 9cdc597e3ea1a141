"""When two statements meet, and when their numbers disagree."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus import pipeline
from arcorpus.claims.compare import Reader, Value, agree, meeting
from arcorpus.resources import lexicon
from arcorpus.types import Article, Claim

SETTINGS = pipeline.Settings("rules")


def statement(text, date=None, named=lambda mention: mention.text):
    """What is compared of a sentence."""
    (document,) = pipeline.run([Article("a", "a.txt", 0, date=date, text=text)], {"mentions"}, SETTINGS)
    claim = Claim("c", "a", "text", 0, len(text), text, 0, None, None, "assertion", "assert")
    return Reader(document, named).statement(claim)


def met(first, second, **options):
    """How two sentences meet."""
    return meeting(statement(first, **options), statement(second))


def test_other_words_for_the_same():
    """Order, inflection and a synonym for a word do not keep two statements apart."""
    first = "الحكومة المصرية ستبني أربع محطات لتحلية مياه البحر"
    assert met(first, "أربع محطات لتحلية مياه البحر تبنيها الحكومة المصرية")


def test_numbers_that_disagree():
    """The values over which two statements disagree are told."""
    found = met("كلفة جسر المضيق الجديد بلغت 14.3 مليار دولار", "بلغت كلفة جسر المضيق الجديد 15 مليار دولار")
    assert [value.text for value in found.conflict] == ["14300000000 USD", "15000000000 USD"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ارتفعت أسعار القمح والذرة في أسواق الجملة", "انخفضت أسعار القمح والذرة في أسواق الجملة"),
        ("وزارة الزراعة لن تستورد القمح هذا الموسم", "وزارة الزراعة ستستورد القمح هذا الموسم"),
        ("محصول القمح في مصر بلغ 9 ملايين طن", "محصول القمح في سوريا بلغ 3 ملايين طن"),
        ("بلغ محصول القمح في مصر 9 ملايين طن عام 2019", "بلغ محصول القمح في مصر 10 ملايين طن عام 2022"),
        ("الوزير الفرنسي وصل إلى الرباط مساء", "الوزير الألماني وصل إلى الرباط مساء"),
        ("القرار مهم", "القرار مهم"),
    ],
)
def test_what_keeps_statements_apart(first, second):
    """Contraries, a negation, other names, other years, other nations, and too few words keep statements apart."""
    assert met(first, second) is None


def test_names_of_one_entity_are_one():
    """Two names of one thing meet by its canonical name."""
    names = {"ميتا": "Meta", "Meta": "Meta"}
    first, second = (
        statement(f"استثمرت شركة {name} عشرات المليارات في مراكز البيانات", named=lambda m: names.get(m.text, m.text))
        for name in names
    )
    assert meeting(first, second)


def test_days_between_articles():
    """Different numbers are told of one matter within a month, and later are news of another."""
    first, second = "محصول القمح في مصر بلغ 9 ملايين طن", "بلغ محصول القمح في مصر 8.1 ملايين طن"
    texts = [statement(first, "2024-01-01"), statement(second, "2024-01-09"), statement(second, "2024-06-01")]
    assert meeting(texts[0], texts[1]).conflict
    assert meeting(texts[0], texts[2]) is None


def test_what_comes_every_day_does_not_meet():
    """A forecast in much the same words on another day, with nobody's name in it, is another forecast."""
    first = "تتراوح الحرارة القصوى بين 18 و22 درجة قرب السواحل"
    second = "تتراوح الحرارة القصوى بين 12 و17 درجة داخل البلاد"
    assert meeting(statement(first, "2024-01-01"), statement(second, "2024-01-02")) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((14.3e9, None), (14e9, None), True),
        ((14.3e9, None), (15e9, None), False),
        ((1_040_000, None), (1_000_000, None), True),
        ((520, None), (500, None), False),
        ((10, None), (14, None), False),
        ((8.4, None), (8, None), True),
        ((8.9, None), (8, None), False),
        ((70, "min"), (75, None), True),
        ((70, "min"), (65, None), False),
        ((70, "max"), (65, None), True),
        ((100, "about"), (93, None), True),
        ((100, "about"), (80, None), False),
        ((0, None), (0, "about"), True),
    ],
)
def test_values_that_can_both_be_right(one, other, same):
    """Equal and rounded values agree, and those that a bound allows."""
    assert agree(Value("%", *one, ""), Value("%", *other, "")) is same


@given(*[st.tuples(st.floats(0, 1e15), st.sampled_from([None, "about", "min", "max"]))] * 2)
def test_agreement_is_mutual(one, other):
    """Whether two values agree does not depend on which is named first."""
    first, second = Value("%", *one, ""), Value("%", *other, "")
    assert agree(first, second) == agree(second, first)
    assert agree(first, first)


def test_no_word_of_the_lexicon_has_two_classes():
    """A contrast is in one class of one set."""
    words = [row["form"] for row in lexicon("contrasts")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("date", "known"), [("2024-05-01", True), ("2024-02-31", False), ("2024-05", False), (None, False)]
)
def test_only_whole_days_are_compared(date, known):
    """A date that is no whole day, or none of the calendar, is no day."""
    assert (statement("نص", date).day is not None) is known


def test_a_very_long_claim_takes_linear_time():
    """A claim of sixty thousand words with ten thousand numbers is read in seconds."""
    begin = time.process_time()
    found = statement("بلغ السعر 300 دولار في السوق " * 10_000)
    assert len(found.values) > 9_900
    assert time.process_time() - begin < 60
