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
FURTHER = [
    ("Persian", "تیم ملی ایران با نتیجه دو بر صفر کره را شکست داد و به مرحله نیمه نهایی رسید"),
    ("Persian", "هوای تهران در روزهای آینده سرد خواهد بود و بارش باران در بیشتر استان های کشور ادامه دارد"),
    ("Urdu", "پاکستان کرکٹ ٹیم نے بھارت کو پانچ وکٹوں سے شکست دے دی"),
    ("Sindhi", "سنڌ حڪومت اعلان ڪيو آهي ته سڀني اسڪولن ۾ نوان استاد ڀرتي ڪيا ويندا"),
    ("Uyghur", "شىنجاڭ ئۇيغۇر ئاپتونوم رايونىدا يېڭى مەكتەپ قۇرۇلدى ۋە ئوقۇغۇچىلار كۆپەيدى"),
    ("Malay", "كراجاءن مليسيا مڠومومكن بهاوا سكوله٢ اكن دبوک سمولا ڤد بولن هادڤن ستله چوتي ڤنجڠ"),
    (
        "Arabic in Latin letters",
        "el wazir 2al en el 7okouma hat3mel mashro3 gedid el sana el gaya w el nas mesh 3arfa 7aga",
    ),
    ("French", "Le ministre de la Santé a déclaré lundi que le nombre de malades avait encore augmenté hier"),
]
ARABIC = [
    "الأهلي 2 - 1 الزمالك\nالاتحاد 0 - 0 الإسماعيلي\nManchester United 3 - 2 Chelsea\nReal Madrid 4 - 0 Getafe",
    "تقدر تشوف الفيديو على YouTube وInstagram وTikTok وLinkedIn والرابط https://www.youtube.com/watch?v=abcdefgh",
    "شلونكم شباب اليوم رحنا للسوق وچان اكو هواية ناس وگعدنا نسولف وي بعض وماكو احد يگدر يمشي بالشارع",
    "زعما راك فاهم شنو كنقول ولا غير كتضحك عليا ڭاع الناس عارفين هادشي ڭالو ليا",
    "محمد صلاح، كيليان مبابي، ليونيل ميسي، نيمار، كريستيانو رونالدو، روبرت ليفاندوفسكي، كيفين دي بروين",
    "قِفا نَبكِ مِن ذِكرى حَبيبٍ وَمَنزِلِ بِسِقطِ اللِوى بَينَ الدَخولِ فَحَومَلِ",
    "احمد علي حسن محمود سعيد خالد عمر ناصر يوسف ابراهيم اسماعيل يعقوب موسى عيسى",
    OTHERS["English"] * 40 + "\nأعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ مئة شخص في كل المدن." * 50,
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


@pytest.mark.parametrize(("name", "text"), [*OTHERS.items(), *FURTHER])
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
