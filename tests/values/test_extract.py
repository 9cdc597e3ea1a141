"""Values: dates, money, percentages and quantities in running text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.resources import lexicon
from arcorpus.types import Span
from arcorpus.values.extract import find_values


def found(text, **options):
    """Surface, type and value of each value of a text."""
    return [(text[v.start : v.end], v.type, v.value) for v in find_values(text, **options)]


SENTENCES = {
    "استثمرت الشركة 14.3 مليار دولار في يونيو وحصلت على 49 في المائة.": [
        ("14.3 مليار دولار", "MONEY", "14300000000 USD"),
        ("يونيو", "DATE", "--06"),
        ("49 في المائة", "PERCENT", "49"),
    ],
    "صوت 132 نائبا لفائدة القانون واحتفظ 5 نواب ورفض 22 آخرين.": [
        ("132 نائبا", "QUANTITY", "132 نائب"),
        ("5 نواب", "QUANTITY", "5 نائب"),
    ],
    "بلغ الإنتاج مليونا و150 ألف برميل يوميا في عام 2019 مقابل مليون برميل في 2018.": [
        ("مليونا و150 ألف برميل", "QUANTITY", "1150000 برميل"),
        ("عام 2019", "DATE", "2019"),
        ("مليون برميل", "QUANTITY", "1000000 برميل"),
        ("2018", "DATE", "2018"),
    ],
    "تراوحت أعمارهم بين 17 و22 سنة، وسنّ القائد الـ50.": [("22 سنة", "QUANTITY", "22 سنة")],
    "السنوات الخمس المقبلة والدول الثلاث وغرف الحرب الأربع": [
        ("السنوات الخمس", "QUANTITY", "5 سنة"),
        ("الدول الثلاث", "QUANTITY", "3 دولة"),
        ("غرف الحرب الأربع", "QUANTITY", "4 غرفة حرب"),
    ],
    "ارتفع المؤشر 1.28 % إلى 2104.18 نقطة و٪5 ثم %7 ثم خمسين بالمئة": [
        ("1.28 %", "PERCENT", "1.28"),
        ("2104.18 نقطة", "QUANTITY", "2104.18 نقطة"),
        ("٪5", "PERCENT", "5"),
        ("%7", "PERCENT", "7"),
        ("خمسين بالمئة", "PERCENT", "50"),
    ],
    "كلفته مليارات الدولارات وتبرع بمئات الآلاف من الدولارات": [
        ("مليارات الدولارات", "MONEY", "1000000000 USD"),
        ("مئات الآلاف من الدولارات", "MONEY", "100000 USD"),
    ],
    "سدد $5 مليون وUSD 3.2 million و€50": [
        ("$5 مليون", "MONEY", "5000000 USD"),
        ("USD 3.2 million", "MONEY", "3200000 USD"),
        ("€50", "MONEY", "50 EUR"),
    ],
    "كأس العالم 2014 وانتخابات 2019 و2020": [
        ("2014", "DATE", "2014"),
        ("2019", "DATE", "2019"),
        ("2020", "DATE", "2020"),
    ],
    "نصف مليار دولار ونصف ساعة وربع مليون شخص": [
        ("نصف مليار دولار", "MONEY", "500000000 USD"),
        ("نصف ساعة", "QUANTITY", "0.5 ساعة"),
        ("ربع مليون شخص", "QUANTITY", "250000 شخص"),
    ],
    "حجز 08 بنادق صيد و120 دراجة نارية": [
        ("08 بنادق صيد", "QUANTITY", "8 بندقية صيد"),
        ("120 دراجة", "QUANTITY", "120 دراجة"),
    ],
    "من 10 إلى 15 بالمئة": [("15 بالمئة", "PERCENT", "15")],
    "أصيب ٤٥ شخصًا يوم ٣٠/١/٢٠٢٥": [("٤٥ شخصًا", "QUANTITY", "45 شخص"), ("يوم ٣٠/١/٢٠٢٥", "DATE", "2025-01-30")],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_values_of_news_sentences(text, expected):
    """Spans, types and canonical values of sentences like those of the press."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "نموذج Llama 3.1 وGPT-4 وiPhone 15",
        "الإصدار 3.1.2",
        "اتصل على الرقم 71123456",
        "هاتف 0021671123456",
        "الساعة 17:30",
        "فاز 3-1 ثم 2 - صفر",
        "الفصل 147 من النظام الداخلي",
        "المادة 5 من الدستور",
        "الطائرة إيه -321 التابعة",
        "القناة 2 تبث",
        "الآية 15 سورة لقمان",
        "عددهم 224.",
        "آلاف المتظاهرين وعشرات الجرحى",
        "كتابين ومرتين وسنتين",
        "شخص واحد",
        "أحد اللاعبين",
        "إحدى القنوات",
        "واحد من أفضل اللاعبين",
        "المركز الثالث",
        "1- مقدمة 2- خاتمة",
        "لست متأكدا",
        "ألف مبروك",
        "دقة 1920 × 1080",
        "سن الـ50",
        "استخدم 1/50 فقط من القوة",
        "اليوم السبت وأمس",
        "كمية من السجائر",
        "تسلمت تونس إرهابيين اثنين من السلطات الليبية",
        "مجموعة السبع",
        "http://a.com/5/b",
        "",
    ],
)
def test_what_is_no_value(text):
    """Versions, names, codes, times, scores, labels, ordinals, duals alone and bare numbers are no values."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("نحو 50 شخصا", "about"),
        ("بحوالي 50 شخصا", "about"),
        ("ما يقرب من خمسة ملايين دولار", "about"),
        ("50 شخصا تقريبا", "about"),
        ("أكثر من 100 دولار", "min"),
        ("لا يقل عن 20 شخصا", "min"),
        ("20 شخصا على الأقل", "min"),
        ("يتجاوز الـ 120 مليون أورو", "min"),
        ("أقل من 5%", "max"),
        ("لا يتجاوز 5 أيام", "max"),
        ("ما يصل إلى 7 سنوات", "max"),
        ("5 أيام على الأكثر", "max"),
        ("20 شخصا", None),
        ("عام 2020", None),
        ("مليارات الدولارات", "min"),
        ("وأكثر من مئة شخص", "min"),
    ],
)
def test_bounds(text, bound):
    """What the words around a number say of it is its bound, and stands outside its span."""
    (value,) = find_values(text)
    assert value.bound == bound


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("وخمسة أشخاص", "خمسة أشخاص"),
        ("بثلاثة ملايين دولار", "ثلاثة ملايين دولار"),
        ("و20 دولة", "20 دولة"),
        ("لعشر سنوات", "عشر سنوات"),
        ("وَخمسة أشخاص", "خمسة أشخاص"),
        ("الـ 120 مليون أورو", "120 مليون أورو"),
        ("الـ60 عاما", "60 عاما"),
        ("والسنوات الخمس", "السنوات الخمس"),
        ("للدول الثلاث", "للدول الثلاث"),
        ("28 عامًا،", "28 عامًا"),
    ],
)
def test_attached_letters_stay_outside(text, surface):
    """An attached و ف ب ل ك is cut off, the marks at a word's end are kept."""
    assert [item[0] for item in found(text)] == [surface]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في 2000 قرية", ("2000 قرية", "QUANTITY")),
        ("في 2015 شخصا", ("2015 شخصا", "QUANTITY")),
        ("منذ 2013 جمعية القضاة", ("2013", "DATE")),
        ("في 2021 استثمرت", ("2021", "DATE")),
        ("أكثر من 2000 امرأة", ("2000 امرأة", "QUANTITY")),
        ("2017 دولارا", ("2017 دولارا", "MONEY")),
    ],
)
def test_years_and_counts_are_told_apart(text, expected):
    """A number of four digits is a year unless what follows is counted in the form that the number asks for."""
    assert [item[:2] for item in found(text)] == [expected]


def test_the_country_tells_the_currency():
    """A bare dinar is the country's, and stays the word when no country is given."""
    assert found("5 دنانير", country="TN") == [("5 دنانير", "MONEY", "5 TND")]
    assert found("5 دنانير") == [("5 دنانير", "MONEY", "5 دينار")]


def test_impossible_dates_bring_their_problem():
    """A date that does not exist is a value without a value, with its problem."""
    (value,) = find_values("في 31 أبريل 2020")
    assert (value.type, value.value, value.problem) == ("DATE", None, "there is no 31 April")


def test_only_the_given_stretches_are_read():
    """With `sentences` the rest of the text is left alone, and offsets stay those of the text."""
    text = "5 أيام. 7 أيام. 9 أيام."
    (value,) = find_values(text, sentences=[Span(8, 15)])
    assert (text[value.start : value.end], value.value) == ("7 أيام", "7 يوم")


def test_long_lines_are_read_in_parts():
    """A line of any length is read whole, and what is far in it has its offsets."""
    text = "كلمة " * 20_000 + "خمسة أيام " + "كلمة " * 20_000
    assert found(text) == [("خمسة أيام", "QUANTITY", "5 يوم")]
    assert find_values(text)[0].start == 100_000


def test_nothing_is_found_across_lines_or_sentences():
    """A number at a line's or a sentence's end counts nothing in the next."""
    assert found("بلغ العدد 5\nأشخاص هنا") == []
    assert found("بلغ العدد 5. أشخاص هنا") == []
    assert found("في 30 Jan. 2025") == [("30 Jan. 2025", "DATE", "2025-01-30")]


@pytest.mark.parametrize(
    "unit", ["1", "1,", "123 ", "يوم ", "منتصف نهاية ", "مئة ومئة و ", "1/", "(5) ", "%5", "2010 و", "5 دينار و", "َ"]
)
def test_no_input_takes_more_than_linear_time(unit):
    """Forty thousand code points of one repeated part are read in a moment."""
    assert isinstance(find_values(unit * (40_000 // len(unit))), tuple)


NAMES = ("numerals", "date_words", "value_words", "currency_forms")
WORDS = [row["form"] for name in NAMES for row in lexicon(name)]
PIECES = [
    *WORDS,
    *' ،,./-:()%$"«»٪٫٬\n\u200f\u064bو',
    " ",
    " ",
    "20",
    "2020",
    "31",
    "1,000",
    "3.5",
    "٢٠٢٠",
    "أشخاص",
    "شخصا",
    "ال",
    "هـ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_values_lie_in_order_inside_the_text(pieces):
    """Spans are never empty, never overlap, never begin or end in white space; values and bounds are well formed."""
    text = "".join(pieces)
    values = find_values(text)
    for value in values:
        surface = text[value.start : value.end]
        assert surface == surface.strip()
        assert surface
        assert (value.value is None) <= (value.problem is not None)
        assert value.bound in {None, "about", "min", "max"}
        assert value.value is None or value.type == "DATE" or re.match(r"\d+(\.\d*[1-9])?(/\d+)?( |$)", value.value)
    assert all(one.end <= other.start for one, other in pairwise(values))
    assert find_values(text) == values


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text):
    """No text breaks the grammar."""
    assert all(0 <= v.start < v.end <= len(text) for v in find_values(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كلفة الإصلاح مليونا يورو", [("2000000 EUR", "مليونا يورو")]),  # duals before a noun
        ("وقيمة العقد كله مليارا ريال سعودي", [("2000000000 SAR", "مليارا ريال سعودي")]),
        ("دفع ألفا دولار", [("2000 USD", "ألفا دولار")]),
        ("شارك مليونا شخص و30 مليونا آخرون", [("2000000 شخص", "مليونا شخص")]),
        ("بلغ مليوناً دولار", [("1000000 USD", "مليوناً دولار")]),  # one, by its tanwin
        ("دفع مليونا ونصف المليون دولار", [("1500000 USD", "مليونا ونصف المليون دولار")]),  # … and by what follows
        ("دفع 20 مليونا دولار", [("20000000 USD", "20 مليونا دولار")]),
        ("سعر التذكرة LE 250 وسعر الكتاب 90 L.E في المعرض", [("250 EGP", "LE 250"), ("90 EGP", "90 L.E")]),
        ("كتب في Le Monde 20 مرة", []),  # no Le of a name
        ("دفعت 40 د.أ ثم 30 د.إ. وأخيرا د.أ 15", [("40 JOD", "40 د.أ"), ("30 AED", "30 د.إ"), ("15 JOD", "د.أ 15")]),
        ("بلغ الربح $4.7m والدين €2bn", [("4700000 USD", "$4.7m"), ("2000000000 EUR", "€2bn")]),  # letters
        ("بين £300k و$1.250bn", [("300000 GBP", "£300k"), ("1250000000 USD", "$1.250bn")]),
        ("أنفق 5m دولار و$3 million", [("5000000 USD", "5m دولار"), ("3000000 USD", "$3 million")]),
        ("دفع US$2.5B ثم 7bn يورو", [("2500000000 USD", "US$2.5B"), ("7000000000 EUR", "7bn يورو")]),
        ("نصف المليون ريال سعودي", [("500000 SAR", "نصف المليون ريال سعودي")]),  # a part of a definite scale
        ("ثلاثة أرباع المليون دولار", [("750000 USD", "ثلاثة أرباع المليون دولار")]),
        ("قطع 5m وركض 10k", []),  # metres, no money
    ],
)
def test_sums_with_duals_letters_and_dotted_signs(text, expected):
    """A dual before its noun, a letter behind the figure and a dotted sign are read as people mean them."""
    assert [(value.value, text[value.start : value.end]) for value in find_values(text)] == expected
