"""Who says what a reporting verb, participle or noun reports, found by all ways in their order."""

from __future__ import annotations

import pytest

from arcorpus import pipeline
from arcorpus.types import Article


def sources(text):
    """The source of each claim of a body, in reading order of the contents."""
    settings = pipeline.Settings(ner="rules")
    (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"}, settings)
    return [c.source.text for c in document.claims if c.kind != "assertion"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال وزير الخارجية التركي أحمد داود أوغلو إن الاتفاق قريب.", "أحمد داود أوغلو"),
        ("قال المدير العام للشركة، محمد الزهراني، إن الاتفاق قريب.", "محمد الزهراني"),
        ("قال متحدث باسم الشركة إن الاتفاق قريب.", "متحدث باسم الشركة"),
        ("قال عدد من الأهالي إن الطريق مغلق.", "عدد من الأهالي"),
        ("قال مصدر أمني لوكالة الأنباء إن الطريق مغلق.", "مصدر أمني"),
        ("أعلنت اليوم الأربعاء وزارة النقل أن الطريق مغلق.", "وزارة النقل"),
        ("وكانت وزارة النقل قالت إن الطريق مغلق.", "وزارة النقل"),
        ("والوزارة التي أكدت أن الطريق مغلق هادئة.", "الوزارة"),
        ("ويبدو أن عددا من الخبراء يعتقدون أن الحل قريب.", "عددا من الخبراء"),
        ("زار الوزير المصنع أمس، مؤكدا أن العمل بدأ.", "الوزير"),
        ("قدمت شركة OpenAI نظاما جديدا أمس، مؤكدة أن العمل بدأ.", "شركة OpenAI"),
        ("دعت وزارة النقل شركات كثيرة أمس، مؤكدة أن العمل بدأ.", "وزارة النقل"),
        ("وصل رئيس الاتحاد التونسي محمد الزهراني أمس، مؤكدا أن العمل بدأ.", "محمد الزهراني"),
        ("ولوح المحتجون بالأعلام، مطالبين بتوفير الماء.", "المحتجون"),
        ("أما النواب، فقد طالبوا بتوفير الماء.", "النواب"),
        ("أما بالنسبة للعمال، فقد طالبوا بتوفير الماء.", "عمال"),
        ("وأوضح الخبير أن النقابة طالبت الحكومة بتوفير الماء.", "النقابة"),
        ("أعلنت أواخر ديسمبر 2015 وزارة النقل أن الطريق مغلق.", "وزارة النقل"),
        ("وكانت طفلة صغيرة قد وصفت ما جرى، مؤكدة أن الطريق مغلق.", "طفلة صغيرة"),
        ("قال المدير إن العمل بدأ. واختتم حديثه بالقول إن الطريق مفتوح.", "المدير"),
        ("قال المدير إن العمل بدأ. وحول الأجور قال إن الطريق مفتوح.", "المدير"),
        ("قال المدير إن العمل بدأ، حسب ما صرح به عبر حسابه.", "المدير"),
        ("لكن الصين انتقدت الهند لعدم حضورها القمة.", "الصين"),
        ("قال المشرف على المعرض مضحي العنزي إن العمل بدأ.", "مضحي العنزي"),
        ("ظهرت مزاعم المعارضة بأن النتائج مزورة.", "المعارضة"),
        ("فيما يتوقع أن يصل الوفد غدا.", None),
    ],
)
def test_where_grammar_puts_the_subject(text, source):
    """After the verb with title and apposition, before it, behind a relative, at the head of a sentence."""
    assert sources(text)[-1] == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير إنه أبلغ النقابة بأن الطريق مفتوح.", ["الوزير", "الوزير"]),
        ("قال الوزير إن الجمعية مستعدة، مشيرا إلى أنها أعلنت استقالتها.", ["الوزير", "الوزير", "الجمعية"]),
    ],
)
def test_pronouns_after_that_are_who_speaks_or_was_spoken_of(text, expected):
    """The ه of «إنه أبلغ» is the speaker, whom the verb then addresses another; ها of a man's speech is the thing."""
    assert sources(text) == expected


def test_dropped_subjects_agree_with_who_spoke():
    """A feminine verb goes to the feminine speaker, though a masculine one spoke last."""
    found = sources("قالت الوزارة إن العمل بدأ. وقال المدير إنه متأخر جدا. وأضافت أن الحل قريب.")
    assert found == ["الوزارة", "المدير", "الوزارة"]


def test_participles_carry_the_speaker():
    """«مضيفا», «مشيرا» and «وتابع» belong to the one who spoke."""
    found = sources("قال المدير إن العمل بدأ، مضيفا أن العمال جاهزون. وتابع أن الطريق مفتوح، مشيرا إلى أن الحل قريب.")
    assert found == ["المدير"] * 4


def test_nested_speakers_do_not_go_on():
    """Who speaks inside a report does not speak the next sentence."""
    found = sources("قالت الصحيفة إن اللاعب أكد أن العقد انتهى. وأضافت أن النادي يفاوض.")
    assert found == ["الصحيفة", "اللاعب", "الصحيفة"]


def test_pointing_words_are_no_sources():
    """«ذلك» alone tells nobody."""
    assert "ذلك" not in "".join(filter(None, sources("جاء ذلك في خطبة الجمعة، مبينا أن الأمر خطير.")))
