"""Date expressions: where they are and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.resources import lexicon
from arcorpus.values.dates import find_dates, parse_day


def found(text):
    """Surface and value of each date of a text."""
    return [(text[m.start : m.end], m.value) for m in find_dates(text)]


MONTH_SYSTEMS = {
    "7 يناير 2020": "2020-01-07",
    "7 شباط 2020": "2020-02-07",
    "7 آذار 2020": "2020-03-07",
    "7 أفريل 2020": "2020-04-07",
    "7 ماي 2020": "2020-05-07",
    "7 حزيران 2020": "2020-06-07",
    "7 جويلية 2020": "2020-07-07",
    "7 أوت 2020": "2020-08-07",
    "7 شتنبر 2020": "2020-09-07",
    "7 تشرين الأول 2020": "2020-10-07",
    "7 تشرين الثاني 2020": "2020-11-07",
    "7 دجنبر 2020": "2020-12-07",
    "7 غشت 2020": "2020-08-07",
    "7 يونيه 2020": "2020-06-07",
    "7 كانون ثان 2020": "2020-01-07",
    "7 مايس 2020": "2020-05-07",
    "7 janvier 2020": "2020-01-07",
    "7 Jan 2020": "2020-01-07",
    "7 اغسطس 2020": "2020-08-07",
    "7 إبريل 2020": "2020-04-07",
}
DOUBLE_NAMES = {
    "4 آب/اغسطس 2013": "2013-08-04",
    "24 نيسان / أبريل 2020": "2020-04-24",
    "كانون الثاني/يناير 2014": "2014-01",
    "يناير (كانون الثاني) 2015": "2015-01",
    "مايو أيار 2015": "2015-05",
    "20 أغسطس (آب)": "--08-20",
    "11 سبتمبر أيلول عام 2001": "2001-09-11",
}
SPANS = {
    "في 7 يونيو": ("7 يونيو", "--06-07"),
    "ليوم الاثنين 27 فيفري، حسب": ("يوم الاثنين 27 فيفري", "--02-27"),
    "اليوم السبت 5 مايو": ("السبت 5 مايو", "--05-05"),
    "منتصف عام 2023": ("منتصف عام 2023", "2023"),
    "ولعام 2021": ("عام 2021", "2021"),
    "للعام 2020": ("للعام 2020", "2020"),
    "وبيونيو 2020": ("يونيو 2020", "2020-06"),
    "صيف 2020 حار": ("صيف 2020", "2020"),
    "بداية شهر مارس 2020": ("بداية شهر مارس 2020", "2020-03"),
    "الربع الثالث من عام 2020": ("الربع الثالث من عام 2020", "2020"),
    "يوم 27 جانفي": ("يوم 27 جانفي", "--01-27"),
    "السبت الموافق 5 مايو 2018": ("السبت الموافق 5 مايو 2018", "2018-05-05"),
    "2020م": ("2020م", "2020"),
    "الخامس والعشرين من يناير 2011": ("الخامس والعشرين من يناير 2011", "2011-01-25"),
    "الأول من مايو": ("الأول من مايو", "--05-01"),
    "فاتح ماي": ("فاتح ماي", "--05-01"),
    "في عام ألفين وعشرين": ("عام ألفين وعشرين", "2020"),
    "في عام (1895)": ("عام (1895)", "1895"),
    "تسعينيات القرن الماضي": ("تسعينيات القرن الماضي", "1990/1999"),
    "منذ التسعينات": ("التسعينات", "1990/1999"),
    "في موفى 2018": ("موفى 2018", "2018"),
    "يونيو من سنة 2017": ("يونيو من سنة 2017", "2017-06"),
    "وَيَناير ٢٠٢٠": ("يَناير ٢٠٢٠", "2020-01"),
    "30\u00a0يناير\u200f 2025": ("30\u00a0يناير\u200f 2025", "2025-01-30"),
    "7 / 10 / 1436 هـ": ("7 / 10 / 1436 هـ", "2015-07-23"),
    "26 شوال 1436 هـ": ("26 شوال 1436 هـ", "2015-08-11"),
    "رمضان 1445": ("رمضان 1445", "2024-03-11/2024-04-09"),
    "عام 1441هـ": ("عام 1441هـ", "2019-08-31/2020-08-19"),
    "06/2023": ("06/2023", "2023-06"),
    "2023-06": ("2023-06", "2023-06"),
    "30th, January 2025": ("30th, January 2025", "2025-01-30"),
    "January 30, 2025": ("January 30, 2025", "2025-01-30"),
    "يناير 30, 2025": ("يناير 30, 2025", "2025-01-30"),
}


@pytest.mark.parametrize(("text", "value"), [*MONTH_SYSTEMS.items(), *DOUBLE_NAMES.items()])
def test_month_systems(text, value):
    """Egyptian, Levantine, Iraqi, Maghrebi, English and French month names, alone and in pairs, are one calendar's."""
    assert found(text) == [(text, value)]


@pytest.mark.parametrize(("text", "expected"), SPANS.items())
def test_spans_and_values(text, expected):
    """What belongs to a date is inside its span, what is attached or leads it otherwise is not."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("شهري جوان وجويلية من سنة 2017", [("جوان", "2017-06"), ("جويلية من سنة 2017", "2017-07")]),
        ("أعوام 2011 و2012 و2013", [("2011", "2011"), ("2012", "2012"), ("2013", "2013")]),
        ("يومي 12 و13 ماي", [("12", "--05-12"), ("13 ماي", "--05-13")]),
        ("5 و6 و7 يونيو 2020", [("5", "2020-06-05"), ("6", "2020-06-06"), ("7 يونيو 2020", "2020-06-07")]),
    ],
)
def test_lists_share_what_stands_once(text, expected):
    """In a list each date is one of its own, with the month and year that stand once."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بين عامي 2010 و2015", ("عامي 2010 و2015", "2010/2015")),
        ("من 2010 إلى 2015", ("2010 إلى 2015", "2010/2015")),
        ("من عام 2010 حتى عام 2015", ("عام 2010 حتى عام 2015", "2010/2015")),
        ("موسم 2019-2020", ("2019-2020", "2019/2020")),
        ("موسم 2019/20", ("2019/20", "2019/2020")),
        ("السنة الجامعية 2018/2017", ("2018/2017", "2017/2018")),
        ("ثورة 1936 - 1939", ("1936 - 1939", "1936/1939")),
        ("(2015-2019)", ("2015-2019", "2015/2019")),
        ("من يناير إلى مارس 2020", ("يناير إلى مارس 2020", "2020-01/2020-03")),
        ("بين 3 و7 مايو 2020", ("3 و7 مايو 2020", "2020-05-03/2020-05-07")),
        ("3-7 مايو", ("3-7 مايو", "--05-03/--05-07")),
        ("من 28 فبراير إلى 3 مارس 2019", ("28 فبراير إلى 3 مارس 2019", "2019-02-28/2019-03-03")),
    ],
)
def test_intervals(text, expected):
    """A range is one date, an interval."""
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "مارس الرياضة كل يوم",
        "نيسان تصنع السيارات",
        "آب إلى رشده",
        "أب الأسرة",
        "في أب",
        "تيريزا ماي",
        "رمضان كريم",
        "شعبان",
        "10/12",
        "3-1",
        "1/50",
        "1.2.3.2020",
        "192.168.1.2020",
        "الساعة 17:30",
        "2000 قرية",
        "5000 شخص",
        "May be",
        "الأحد",
        "يوم السبت الماضي",
        "الشهر الماضي",
        "العام الجاري",
        "القرن العشرين",
        "50 مارس الرياضة",
        "اليوم",
        "",
        "في",
        "عام",
        "شهر",
    ],
)
def test_what_is_no_date(text):
    """Words that are also months, days named from now, scores, fractions and versions are no dates."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("في مارس", "--03"),
        ("منذ نيسان", "--04"),
        ("في آب الماضي", "--08"),
        ("شهر أوت", "--08"),
        ("يناير", "--01"),
        ("في ماي", "--05"),
    ],
)
def test_doubtful_months_need_words_around_them(text, value):
    """A month name that is also another word is a month after في, منذ, شهر and the like."""
    assert [m.value for m in find_dates(text)] == [value]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31 أبريل 2020", "there is no 31 April"),
        ("30 فبراير", "there is no 30 February"),
        ("31/04/2020", "there is no 31 April"),
        ("29/2/2023", "there is no 29 February 2023"),
        ("45 مايو 2020", "there is no 45 May"),
        ("1 رمضان 1600هـ", "the Hijri year 1600 is outside 1343–1500"),
        ("عام 1325 هجري", "the Hijri year 1325 is outside 1343–1500"),
    ],
)
def test_impossible_dates_have_a_problem(text, problem):
    """A date that does not exist is found without a value and says why."""
    (match,) = find_dates(text)
    assert (match.value, match.problem) == (None, problem)
    assert parse_day(text) == match


DATELINES = {
    "تاريخ النشر: 30th, January 2025 GMT": "2025-01-30",
    "الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21 (GMT+0400)": "2013-08-04",
    "GMT 17:27 17.03.2020(محدثة GMT 17:49 17.03.2020)": "2020-03-17",
    "2020-10-07T12:09:00+02:00": "2020-10-07",
    "تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً": "2020-04-24",
    "11 شوال 1441هـ - 03 يونيو 2020م": "2020-06-03",
    "الأربعاء، 07 أكتوبر 2020 - 12:09 م": "2020-10-07",
    "07/10/2020 10:15": "2020-10-07",
    "2020/10/07": "2020-10-07",
    "نشر في: 7-10-2020": "2020-10-07",
    "٠٧/١٠/٢٠٢٠": "2020-10-07",
    "Sunday, August 4, 2013": "2013-08-04",
    "السبت 10 سبتمبر 2016": "2016-09-10",
    "12/25/2019": "2019-12-25",
    "6 / 10 / 1436هـ الموافق 22 / 7 / 2015م": "2015-07-22",
}


@pytest.mark.parametrize(("text", "value"), DATELINES.items())
def test_datelines(text, value):
    """The day of a dateline is found in any of the forms that news pages have."""
    assert parse_day(text).value == value


def test_a_gregorian_day_beside_the_hijri_one_is_taken():
    """Where both calendars name nearly the same day the Gregorian expression is the day, as it stands."""
    assert parse_day("30 رمضان 1441هـ - 23 مايو 2020").calendar == "gregorian"
    assert parse_day("1 رمضان 1441هـ، ثم 23 مايو 2021").calendar == "hijri"


def test_a_line_without_a_full_day_has_none():
    """Months and years are no day."""
    assert parse_day("في يونيو 2020") is None
    assert parse_day("تاريخ النشر") is None


def test_nothing_is_found_across_a_line_end():
    """A line end parts a day from the month under it."""
    assert [m.value for m in find_dates("30\nيناير\n2025")] == ["--01"]


@given(st.dates(), st.sampled_from([r["form"] for r in lexicon("date_words") if r["role"] == "gregorian_month"]))
def test_every_name_of_a_month_makes_a_full_date(day, name):
    """Day, any name of the month and year are that day."""
    month = next(int(r["value"]) for r in lexicon("date_words") if r["form"] == name)
    if day.year in range(1000, 2200) and day.day <= 28:
        assert parse_day(f"{day.day} {name} {day.year}").value == f"{day.year:04}-{month:02}-{day.day:02}"


WORDS = [r["form"] for r in lexicon("date_words")]


@given(
    st.lists(
        st.sampled_from(
            [*WORDS, *"0123456789/-.,:()وم", "هـ", "2020", "1441", "31", " ", " ", "\n", "\u200f", "الأول", "من"]
        )
    )
)
def test_any_string_of_date_parts_is_read_without_error(pieces):
    """Spans of any mixture lie in order inside it, and a match has either a value or a problem."""
    text, end = "".join(pieces), 0
    for match in find_dates(text):
        assert end <= match.start < match.end <= len(text)
        assert (match.value is None) == (match.problem is not None)
        assert "\n" not in text[match.start : match.end]
        end = match.end


def test_long_runs_of_leading_words_take_linear_time():
    """Thousands of words that lead dates, or of days before a month, neither recurse nor multiply."""
    for run in ("يوم " * 5000, "منتصف نهاية بداية شهر " * 2000, "1 و" * 5000 + "مايو", "2010-" * 5000):
        assert isinstance(find_dates(run), tuple)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقد في 9 كانون 1 2023", ["2023-12-09"]),
        ("تأجل إلى 18 تشرين 2 2024 و7 ك2 2020", ["2024-11-18", "2020-01-07"]),
        ("في ٢٧ ت١ ٢٠٢٣ وكذلك 3 كانون 2/يناير 2021", ["2023-10-27", "2021-01-03"]),
        ("27/ت1/2023", ["2023-10-27"]),
        ("في كانون 1 2019 وفي تشرين 2 الماضي", ["2019-12", "--11"]),
        ("المبنى ك 1 والطابق ت 2", []),  # letters of buildings: no day, no year
    ],
)
def test_levantine_months_with_a_figure(text, expected):
    """«كانون 1» is December and «كانون 2» January; the letters alone need a day or a year."""
    assert [match.value for match in find_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("في غرة شعبان 1444هـ", ["2023-02-21"]), ("منذ غرة أيار 2020", ["2020-05-01"]), ("غرة الحصان بيضاء", [])],
)
def test_the_first_day_by_its_name(text, expected):
    """«غرة» is the first day of the month after it."""
    assert [match.value for match in find_dates(text)] == expected
