"""Other languages are told by their letters and a small model; Arabic of every kind stays."""

from __future__ import annotations

import pytest

from arcorpus.readers import language
from arcorpus.readers.language import other_language

OTHERS = {
    "Persian": "وزارت بهداشت ایران روز دوشنبه اعلام کرد که شمار مبتلایان به این بیماری افزایش یافته و گزارش چاپ شد.",
    "Urdu": "وزیر اعظم پاکستان نے کہا ہے کہ ملک کی معیشت بہتر ہو رہی ہے اور مہنگائی میں کمی آئی ہے، ان کا کہنا تھا۔",
    "Kurdish": "سەرۆکی هەرێمی کوردستان ڕایگەیاند کە حکومەت پلانێکی نوێی هەیە بۆ چاککردنی ئابووری وڵات و ژیانی خەڵک.",
    "Pashto": "د افغانستان د بهرنيو چارو وزارت وايي چې په کابل کې د ګاونډیو هېوادونو استازي سره ګوري او خبرې کوي.",
    "English": "The minister said on Monday that the number of patients in the hospitals of the city has grown again.",
}
ARABIC = [
    "أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ 120 شخصا، وقال الوزير إن الوضع تحت السيطرة.",
    "ايه اللي حصل ده يا جماعة مش معقول كده خالص، احنا كنا فاكرين ان الموضوع خلص من زمان وبقى كل حاجة تمام",
    "شو صار معك مبارح ليش ما جيت عنا على البيت، كنا ناطرينك لحتى نتعشى سوا ونحكي بالموضوع يلي قلتلك عنه",
    "واش راك خويا لاباس عليك، البارح مشيت للسوق وشريت بزاف ديال الحوايج ورجعت للدار عيان ما قدرتش نهضر",
    "اعلنت وزارة الصحة یوم الاثنین ان عدد المصابین بلغ مئة شخص وقال الوزیر إن کل المدن تحت السیطرة وفی أمان",
    "قالت شركة Apple إن هاتف iPhone الجديد يعمل بمعالج A17 Pro، وأضافت أن Google وMicrosoft تنافسانها في السوق.",
    "أعلنت شركة گوگل في پاريس أن خدمة الخرائط ستعمل في كل مدن العراق وأن العمل بها يبدأ في الأسبوع المقبل",
    "خبر قصير",
    "پ چ گ",
    "Hello",
]


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_other_languages(name, text):
    """Each is called by its name."""
    assert other_language(text) == name


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_without_the_model(name, text, monkeypatch):
    """Letters alone tell the languages of the Arabic script; the others are another script."""
    monkeypatch.setattr(language, "_model", lambda: None)
    assert other_language(text) == ("another script" if name == "English" else name)


def test_a_model_that_fails(monkeypatch):
    """A failure of the library is no failure of ours."""

    def fail(*_args, **_given):
        raise RuntimeError

    monkeypatch.setattr(language, "_model", lambda: fail)
    assert other_language(OTHERS["Urdu"]) == "Urdu"


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_stays(text):
    """News, dialects, Persian keyboards, Latin and foreign names, and what is too short to judge."""
    assert other_language(text) is None
