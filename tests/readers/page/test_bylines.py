"""Short lines read as bylines, and datelines before first sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.readers.page.bylines import Byline, read_byline, read_dateline
from arcorpus.readers.page.lines import trim_name


def read(text: str) -> Byline:
    """The byline of a text that is short enough to be one."""
    found = read_byline(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "place", "source", "person"),
    [
        ("لندن: «الشرق الأوسط»", "لندن", "الشرق الأوسط", None),
        ("واشنطن: محمد علي صالح", "واشنطن", None, "محمد علي صالح"),
        ("«الاقتصادية» من الرياض", "الرياض", "الاقتصادية", None),
        ("الجزيرة - واس:", None, "الجزيرة", None),
        ("مازن النهدي - الباحة", "الباحة", None, "مازن النهدي"),
        ("واس (الرياض)", "الرياض", "واس", None),
        ("بريدة - الوئام - عبدالله العازمي :", "بريدة", "الوئام", "عبدالله العازمي"),
        ("لندن-الوئام:", "لندن", "الوئام", None),
        ("ساجر - إبراهيم الفهيد", "ساجر", None, "إبراهيم الفهيد"),
        ("واس (السيح)", "السيح", "واس", None),
        ("محمد حمدي، بي بي سي", None, "بي بي سي", "محمد حمدي"),
        ("برشلونة - أ ف ب", "برشلونة", "أ ف ب", None),
        ("لندن – «الساحة العربية»:", "لندن", "الساحة العربية", None),
        ("إسطنبول/ سليم كايا/ وكالة البوسفور", "إسطنبول", "وكالة البوسفور", "سليم كايا"),
        ("المدينة - جدة", "جدة", "المدينة", None),
        ("الرياض - واس", "الرياض", "واس", None),
    ],
)
def test_places_papers_and_people(text: str, place: str | None, source: str | None, person: str | None) -> None:
    """The parts of a byline are told apart, known or by the others."""
    found = read(text)
    assert found.is_metadata
    for kind, wanted in (("place", place), ("source", source), ("person", person)):
        assert (found.texts_of(kind) or [None])[0] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "معارضون يسيطرون على مخازن للصواريخ",
        "قطر تطالب بجبر الضرر",
        "ترامب: سنضرب إيران",
        "مصر: ارتفاع الأسعار",
        "عدنان منصر : رئيس الجمهورية في وضعية",
        "الطاهر بن حسين : يوسف الشاهد عاجز",
        "نائب الملك يتلقى التعازي من ملك المغرب",
        "غزة: «لن نستسلم»",
        "حراسة المرمى: ياسر العربي",
    ],
)
def test_headlines_are_no_bylines(text: str) -> None:
    """A headline is not plain: something in it stays unexplained."""
    assert not read(text).is_metadata


@pytest.mark.parametrize(
    ("text", "dates", "updates"),
    [
        ("نشرت في: 07/07/2025 - 10:20 آخر تحديث: 08/07/2025 - 10:25", ["2025-07-07"], ["2025-07-08"]),
        ("07.07.2025 - محدث : 08.07.2025", ["2025-07-07"], ["2025-07-08"]),
        ("12/5/2024-|آخر تحديث: 13/5/2024", ["2024-05-12"], ["2024-05-13"]),
        ("2025-07-08T10:20:00+03:00", ["2025-07-08"], []),
        ("٢٠٢٤/٣/١٢١٢ مارس ٢٠٢٤", ["2024-03-12"], []),
        ("| Tuesday, 11 August 2015 - 00:00 am", ["2015-08-11"], []),
        ("10/03/2024 LOC14", ["2024-03-10"], []),
    ],
)
def test_days_and_days_of_changes(text: str, dates: list[str], updates: list[str]) -> None:
    """Clock times part no date, and a day after «آخر تحديث» is that of a change."""
    found = read(text)
    assert found.is_metadata
    assert ([d.value for d in found.dates], [d.value for d in found.updates]) == (dates, updates)


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("المصدر: موقع 24", "source", "موقع 24"),
        ("بقلم: د. أحمد علي - كاتب مصري", "author", "د. أحمد علي - كاتب مصري"),
        ("الكلمات الدلالية:", "tags", ""),
        ("خاص: حماس تشكر تونس", "", ""),
        ("خاص بـ«المدار»", "source", "«المدار»"),
        ("كتب الوزير على صفحته", "", ""),
        ("كتب محمد سالم", "author", "محمد سالم"),
    ],
)
def test_labels_and_what_they_need(text: str, label: str, value: str) -> None:
    """A label counts when the colon, name or quotation that it needs follows."""
    found = read(text)
    assert (found.label, found.value) == (label, value)


def test_long_lines_are_no_bylines() -> None:
    """A line of many words is not read as a byline."""
    assert read_byline("كلمة " * 30) is None
    assert read_byline("ا" * 300) is None


@pytest.mark.parametrize(
    ("text", "source", "date"),
    [
        ("دمشق، سوريا (CNN) -- أكدت جهات", "CNN", None),
        ("المدينة نيوز :- بلغت حصيلة", "المدينة نيوز", None),
        ("الرياض 12 محرم 1447 هـ الموافق 07 يوليو 2025 م واس ـ أكد", "واس", "2025-07-07"),
        ("القاهرة في 7 يوليو / أ ش أ / أكد", "أ ش أ", None),
        ("إسطنبول/ الأناضول قال الرئيس", "الأناضول", None),
        ("الكويت - 7 - 7 (كونا) -- أعلن", "كونا", None),
        ("بيروت - «الأخبار» قال", "الأخبار", None),
        ("رام الله 12-3-2025 وفا- افتتح في", "وفا", "2025-03-12"),
    ],
)
def test_datelines(text: str, source: str, date: str | None) -> None:
    """Agency and day stand before the first sentence."""
    found = read_dateline(text)
    assert found is not None
    assert found.texts_of("source")[0] == source
    assert date in [d.value for d in found.dates] or date is None


@pytest.mark.parametrize("text", ["وقال الرئيس: إن", "افتتح الوزير - أمس - المستشفى", "", "في القاهرة، قال"])
def test_sentences_without_dateline(text: str) -> None:
    """A sentence that begins otherwise has no dateline."""
    assert read_dateline(text) is None


def test_names_in_strips_quotes_and_marks() -> None:
    """Quotation marks, brackets and stops around a name are no part of it."""
    assert [trim_name(text) for text in ("«24»", "(رويترز).", " أ.ف.ب ", '"بلومبرغ"')] == [
        "24",
        "رويترز",
        "أ.ف.ب",
        "بلومبرغ",
    ]


@given(st.text(max_size=120))
def test_any_line(text: str) -> None:
    """Whatever a line holds, its parts are stretches of it."""
    found = read_byline(text)
    for part in found.segments if found else ():
        assert part.text in text
    read_dateline(text)
