"""Headlines that look like tags, a byline, a source or a label, and what they are told from."""

from __future__ import annotations

import pytest

from arcorpus.readers.page.articles import read_page
from arcorpus.readers.page.bylines import read_byline
from arcorpus.readers.page.likenesses import may_be_headline
from arcorpus.readers.page.lines import lines

BODIES = (
    (
        "رصفت البلدية أربعة شوارع في الحي الشرقي خلال شهر واحد، وذكر رئيس المجلس البلدي أن المرحلة الثانية تبدأ "
        "في الربيع. وأشار إلى أن النفقات وصلت إلى ثلاثة ملايين دولار وأن السكان شاركوا في اختيار الأشجار."
    ),
    (
        "أعلنت إدارة المتحف الوطني أن القاعة الكبرى ستفتح أمام الزوار الشهر المقبل بعد ترميم دام عامين.\n"
        "وقال مدير المتحف إن الترميم كلف مليوني دينار، وإن خمسين قطعة نادرة ستعرض لأول مرة."
    ),
)


@pytest.mark.parametrize("day", ["", "12 مايو 2021\n\n"])
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "title",
    [
        "هل تعود الأمطار هذا العام؟ خبراء يجيبون",  # questions
        "من يملك مفاتيح الميناء القديم؟",
        "كيف نحمي أطفالنا من الشاشات؟ ومتى نبدأ؟ وما دور المدرسة في ذلك كله؟",
        "وسوم قديمة على جلود الإبل في الصحراء",  # words for tags
        "سمات الرواية العربية الجديدة",
        "دلالات ارتفاع أسعار الذهب عالميا",
        "كلمات دالة على الحب في الشعر القديم",
        "تاج الملكة يعود إلى المتحف البريطاني",
        "العلامات التجارية الكبرى تغادر السوق",
        "مواضيع الامتحان تثير غضب الطلاب",
        "تقرير: القادمون من الجنوب يغيرون وجه المدينة",  # words for writers
        "تقرير: مئات القادمين من الجنوب ينتظرون",
        "تقرير - الهجرة تزيد عدد القادمين من الجنوب",
        "تحقيق: هكذا هربت الآثار من المتحف",
        "حوار: الشاعر يتحدث عن طفولته",
        "متابعة: تأجيل المباراة بسبب المطر",
        "بقلم رصاص يرسم وجوه المدينة",
        "كتب قديمة تباع على الرصيف",
        "ترجمة جديدة لرواية الحرب والسلام",
        "مصدر: إغلاق الطريق الساحلي غدا",  # words for sources
        "مصدر أمني: القبض على سارق السيارات",
        "المصدر الأول للطاقة في البلاد هو الشمس",
        "نقلا عن الطيور: أسرار الهجرة",
        "خاص بالنساء فقط: سوق جديدة في المدينة",
        '"الكتاب": إغلاق السوق خطأ كبير',  # who speaks, in quotation marks
        "«الأطباء»: نقص الأدوية يهدد المرضى",
        '"المحامون": تعديل القانون ظلم واضح',
        'طبعة جديدة من "تاريخ المدينة"',  # works
        "مشاهد من «حكايات النهر» على المسرح",
        "من «دفاتر البحر» .. رحلة صياد عجوز",
        'من "حارة السقايين" إلى العالمية',
        "الخبر : الحكومة تخفض أسعار الوقود",  # labels
        "عنوان جديد للمكتبة الوطنية",
        "صور نادرة من أفراح القرية القديمة",
        '"البحر أمامنا".. شهادات صيادين',
    ],
)
def test_titles_that_look_like_something_else(title, body, day):
    """The line is the whole title, and nothing is read from it as writer, source or keywords."""
    (article,) = read_page(f"{title}\n\n{day}{body}\n", "page.txt")
    assert (article.title, article.author, article.source, article.keywords) == (title, None, None, ())
    assert article.standfirst == ()
    assert article.text == body


@pytest.mark.parametrize(
    ("line", "kind", "expected"),
    [
        ("علامات جديدة على الطريق الساحلي", "tags", True),
        ("علامات: ماء النهر الكبير", "tags", False),  # a colon
        ("علامات ماء، نهر، مدينة، شارع", "tags", False),  # commas
        ("الخبر: البلدية ترصف أربعة شوارع", "label", True),
        ("الخبر: البلدية ترصف أربعة شوارع.", "label", False),  # a sentence: the text
        ("مصدر: إغلاق الطريق الساحلي غدا", "source", True),
        ("المصدر: وكالة الأنباء المحلية الجديدة", "source", False),
        ("تقرير: النهر يحمل طميا كثيرا من الجبال", "byline", True),
        ("تقرير: سامر عبد الله العلي", "byline", False),
        ("الرابط: أوراق من دفتر الميناء", "label", False),  # no label that headlines have
        ('نسخة مرممة من "ألبوم الحارة"', "byline", True),
        ("سامر العلي - بغداد - رويترز", "byline", False),  # every part holds
        ("سامر العلي - بغداد", "byline", False),  # too short
        ("البلدية ترصف أربعة شوارع", "furniture", False),
        ("نسخة مرممة من المخطوط 12 مايو 2021", "byline", False),  # a day
    ],
)
def test_may_be_headline(line, kind, expected):
    """What a line would say must not hold when each part is looked at by itself."""
    (only,) = lines(line)
    assert may_be_headline(only, kind, read_byline(line)) == expected


def test_a_headline_beside_it_keeps_a_byline_what_it_is():
    """Under or over another headline the same line is no title."""
    title = "البلدية ترصف شوارع الحي الشرقي"
    for page in (
        f"{title}\nتقرير: الوحدة المحلية الجديدة\n{BODIES[0]}\n",
        f"علامات الماء والنهر\n{title}\n{BODIES[0]}\n",
    ):
        assert read_page(page, "page.txt")[0].title == title
