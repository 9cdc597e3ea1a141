"""Who says what: each pattern of the grammar on sentences of its own."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus import pipeline
from arcorpus.types import Article


def claims(text):
    """The claims of a body."""
    settings = pipeline.Settings(ner="rules")
    (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"}, settings)
    return tuple(c for c in document.claims if c.kind != "assertion")


def parts(text):
    """Source, cue, content, kind and stance of each claim of a body."""
    return [(c.source and c.source.text, c.cue.text, c.text, c.kind, c.stance) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال وزير الصناعة إن المصانع الجديدة ستفتح أبوابها قريبا.",
            ("وزير الصناعة", "قال", "المصانع الجديدة ستفتح أبوابها قريبا", "indirect", "assert"),
        ),
        (
            "وأكدت الوزارة أنها تسلمت الشحنة كاملة.",
            ("الوزارة", "أكدت", "تسلمت الشحنة كاملة", "indirect", "confirm"),
        ),
        (
            "قالت المديرة: «لن نغلق المدرسة هذا العام».",
            ("المديرة", "قالت", "لن نغلق المدرسة هذا العام", "direct", "assert"),
        ),
        (
            "وأردفت المديرة: المدرسة جاهزة لاستقبال التلاميذ.",
            ("المديرة", "أردفت", "المدرسة جاهزة لاستقبال التلاميذ", "direct", "assert"),
        ),
        (
            "ونفى المصنع أن يكون الدخان ساما.",
            ("المصنع", "نفى", "يكون الدخان ساما", "indirect", "deny"),
        ),
        (
            "حذر الأطباء من انتشار المرض بين الأطفال، وطلبوا المساعدة.",
            ("الأطباء", "حذر", "انتشار المرض بين الأطفال", "indirect", "warn"),
        ),
        (
            "زعمت الشركة أن محركها «يعمل بلا وقود على الإطلاق» منذ سنوات.",
            ("الشركة", "زعمت", "محركها «يعمل بلا وقود على الإطلاق» منذ سنوات", "mixed", "doubt"),
        ),
        (
            "ارتفعت الأسعار بمقدار الضعف، بحسب تقرير البنك المركزي.",
            ("تقرير البنك المركزي", "بحسب", "ارتفعت الأسعار بمقدار الضعف", "indirect", "assert"),
        ),
        (
            "وفقا لدراسة حديثة، ينام الناس أقل مما مضى.",
            ("دراسة حديثة", "وفقا ل", "ينام الناس أقل مما مضى", "indirect", "assert"),
        ),
        (
            "ومن المتوقع أن يصل الوفد مساء إلى العاصمة.",
            (None, "من المتوقع", "يصل الوفد مساء إلى العاصمة", "indirect", "predict"),
        ),
        (
            "«سنعود إلى بيوتنا قريبا»، قال النازحون.",
            ("النازحون", "قال", "سنعود إلى بيوتنا قريبا", "direct", "assert"),
        ),
    ],
)
def test_one_claim_of_each_pattern(text, expected):
    """Each pattern gives its source, cue, content, kind and stance."""
    assert expected in parts(text)


def test_named_person_is_the_source():
    """A person named in the subject is the source, without the title."""
    (claim, *_) = claims("قال الرئيس التنفيذي للشركة سامي القحطاني إن العقد وقع أمس بحضور الجميع.")
    assert claim.source.text.endswith("القحطاني")


def test_dropped_subject_takes_the_speaker_from_before():
    """«وأضاف أن» without a subject goes to whoever spoke before."""
    found = parts("قال وزير النقل إن الطريق مفتوح الآن.\nوأضاف أن الأشغال انتهت قبل موعدها.")
    assert [source for source, *_ in found] == ["وزير النقل", "وزير النقل"]


def test_negated_verb_turns_the_stance():
    """«لم يؤكد أن» doubts; «لم ينف أن» stays a denial of the guidelines."""
    assert parts("ولم يؤكد المتحدث أن الصفقة تمت نهائيا.")[0][4] == "doubt"


def test_closing_phrase_stays_outside_the_content():
    """«وفق تعبيره» and a following «مشيرا إلى أن» end the content before them."""
    found = parts("قال المدير إن الإنتاج تضاعف هذا العام، وفق تعبيره.")
    assert found[0][2] == "الإنتاج تضاعف هذا العام"
    found = parts("قال المدير إن الإنتاج تضاعف، مشيرا إلى أن الطلب ما زال مرتفعا.")
    assert [content for _, _, content, *_ in found] == ["الإنتاج تضاعف", "الطلب ما زال مرتفعا"]


def test_gender_and_number_come_from_the_verb():
    """The verb tells gender and number of its speaker."""
    (claim,) = claims("قالت المديرة إن المدرسة مغلقة اليوم كله.")
    assert (claim.source.gender, claim.source.number) == ("f", "s")


@pytest.mark.parametrize(
    "text",
    [
        "زار الوزير مقبرة «الثماد» القديمة أمس.",
        "كتب كثيرة صدرت هذا العام عن التاريخ.",
        "وعد المصنع عماله برواتب.",
        "رد الفعل كان عنيفا في المدينة.",
        "",
    ],
)
def test_names_in_quotes_and_look_alikes_are_no_direct_claims(text):
    """A quoted name, a noun that looks like a verb and an empty text give no quotation."""
    assert not [c for c in claims(text) if c.kind != "indirect"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "قال",
                "الوزير",
                "إن",
                "«",
                "»",
                '"',
                ":",
                "،",
                ".",
                "وأضاف",
                "أن",
                "بحسب",
                "الحكومة",
                "\n",
                "من المتوقع أن",
                "قائلا",
                "بـ",
            ]
        ),
        max_size=40,
    )
)
def test_any_order_of_words_gives_claims_inside_the_text(words):
    """Whatever the words, contents, cues and sources lie where they say, and no two claims have one id."""
    text = " ".join(words)
    found = claims(text)
    assert len({c.id for c in found}) == len(found)
    for claim in found:
        assert text[claim.start : claim.end] == claim.text == claim.text.strip()
        assert text[claim.cue.start : claim.cue.end] == claim.cue.text
        if claim.source and claim.source.text is not None:
            assert text[claim.source.start : claim.source.end] == claim.source.text


def test_nobody_is_a_source_without_words():
    """An impersonal cue has a source whose text is null: nobody says it, but it is not the writer's own statement."""
    (claim,) = claims("ومن المتوقع أن يصل الوفد مساء إلى العاصمة.")
    assert claim.source is not None
    assert claim.source.text is claim.source.start is claim.source.entity is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وزير المالية: الميزانية جاهزة للنقاش.",
            ("وزير المالية", ":", "الميزانية جاهزة للنقاش", "indirect", "assert"),
        ),
        (
            "المكلف بالإعلام: «من يستقيل لا يمكنه العودة إليه».",
            ("المكلف بالإعلام", ":", "من يستقيل لا يمكنه العودة إليه", "direct", "assert"),
        ),
        (
            "«سنعود غدا إن شاء الله»، هذا ما قاله المدير.",
            ("المدير", "قاله", "سنعود غدا إن شاء الله", "direct", "assert"),
        ),
    ],
)
def test_headings_and_quotations_with_their_verb_behind_them(text, expected):
    """A name or office with a colon, and a verb after a quotation, attribute."""
    assert expected in parts(text)


@pytest.mark.parametrize(
    "text", ["القصرين : القبض على عصابة مختصة.", "الساعة: الثالثة بعد الظهر.", "عاجل: توقف الحركة."]
)
def test_places_and_labels_before_a_colon_say_nothing(text):
    """A place, a label and a time with a colon attribute nothing."""
    assert parts(text) == []


def test_what_another_says_inside_speech_is_a_claim_of_its_own():
    """Inside a quotation a verb with its own subject attributes, and does not become the speaker of what follows."""
    found = parts(
        "وقال المصدر إن «الإجراء جاء بعد أن شددت السلطات على حقها في الدفاع عن حدودها». وأضاف أن الوضع هادئ الآن."
    )
    assert ("السلطات", "شددت", "حقها في الدفاع عن حدودها", "indirect", "confirm") in found
    assert found[-1][0] == "المصدر"


def test_a_page_of_stray_marks_is_linear():
    """Ten times the text takes about ten times the time."""

    def seconds(count):
        text = 'قال الوزير إن «العمل بدأ اليوم» وأضاف "ولم ينته\n' * count
        begin = time.process_time()
        claims(text)
        return time.process_time() - begin

    seconds(5)
    assert seconds(400) < 40 * max(seconds(40), 1e-2)


BARE = "افتتحت البلدية الحديقة الجديدة في وسط المدينة بعد أعمال دامت عامين كاملين وشملت زراعة الأشجار " * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "واستطرد المدير قائلا: «نحتاج إلى مدرسة أخرى».",
            ("المدير", "قائلا", "نحتاج إلى مدرسة أخرى", "direct", "assert"),
        ),
        (
            "وردت الوزارة بالقول إن الطريق آمن.",
            ("الوزارة", "بالقول", "الطريق آمن", "indirect", "assert"),
        ),
        (
            "وجاء في التقرير أن النهر ملوث.",
            ("التقرير", "جاء في", "النهر ملوث", "indirect", "assert"),
        ),
        (
            "وأصدرت النقابة بيانا جاء فيه: «لن نوقف الإضراب أبدا».",
            ("بيانا", "جاء فيه", "لن نوقف الإضراب أبدا", "direct", "assert"),
        ),
        (
            "وتقدر قيمة اللوحة بمليون دولار.",
            (None, "تقدر", "قيمة اللوحة بمليون دولار", "indirect", "assert"),
        ),
        (
            "وتراجعت الأسعار وسط توقعات بارتفاع الإنتاج.",
            (None, "توقعات", "ارتفاع الإنتاج", "indirect", "predict"),
        ),
        (
            "وصفت الطبيبة الوباء بأنه خطر كبير.",
            ("الطبيبة", "وصفت", "خطر كبير", "indirect", "assert"),
        ),
        (
            "وزاد: «سنبني جسرا آخر هنا».",
            (None, "زاد", "سنبني جسرا آخر هنا", "direct", "assert"),
        ),
        (
            "وبحسب أحد سكان الحي «هذا أسوأ شتاء منذ سنين».",
            ("أحد سكان الحي", "بحسب", "هذا أسوأ شتاء منذ سنين", "direct", "assert"),
        ),
        (
            "ونفى اللاعب الاتهامات الموجهة إليه.",
            ("اللاعب", "نفى", "الاتهامات الموجهة إليه", "indirect", "deny"),
        ),
        (
            "وأرجع الخبير ارتفاع الأسعار إلى الجفاف.",
            ("الخبير", "أرجع", "ارتفاع الأسعار إلى الجفاف", "indirect", "assert"),
        ),
        (
            "وغادر السائق، الذي قالت الشرطة إنه كان مسرعا، المستشفى أمس.",
            ("الشرطة", "قالت", "كان مسرعا", "indirect", "assert"),
        ),
        (
            "«لن نبيع الأرض»، يقول الفلاح، «وسنزرعها العام المقبل».",
            ("الفلاح", "يقول", "لن نبيع الأرض", "direct", "assert"),
        ),
    ],
)
def test_one_claim_of_each_further_pattern(text, expected):
    """Speech after a participle or بالقول, documents, estimates, nouns, descriptions, causes, broken quotations."""
    assert expected in parts(text)


def test_speech_without_any_mark_begins_where_its_verb_does():
    """In text without punctuation speech follows the subject, and is taken as verbatim."""
    found = parts(f"{BARE} وقال المدير نحتاج إلى حديقة أخرى وأضاف سنزرع ألف شجرة")
    assert ("المدير", "قال", "نحتاج إلى حديقة أخرى", "direct", "assert") in found
    assert ("المدير", "أضاف", "سنزرع ألف شجرة", "direct", "assert") in found


def test_what_was_told_before_its_verb():
    """«أوضح ذلك فلان» attributes the sentence before it."""
    (claim,) = claims("أغلقت البلدية السوق القديم أمام السيارات. أوضح ذلك المتحدث باسم البلدية.")
    assert claim.text == "أغلقت البلدية السوق القديم أمام السيارات"
    assert claim.source.text.startswith("المتحدث")


@pytest.mark.parametrize(
    "text",
    [
        "عقب اجتماع اللجنة أمس في المقر غادر الجميع القاعة.",
        "بين الأهالي والشركة خلاف على أن الأرض لهم.",
        "وبعد الكشف عليه تبين أن المحرك سليم.",
        "لم يعلم الجيران بما فيها من أثاث.",
        "وأضاف اللاعب الهدف الثاني في الشوط الثاني.",
    ],
)
def test_words_that_only_look_like_cues_report_nothing(text):
    """Prepositions, what turned out, «بما فيها» and a goal that is added are no reports."""
    assert parts(text) == []


def test_the_object_described_is_not_who_describes():
    """In «المشروع الذي وصفه بـ» the speaker is the one of the clause before."""
    found = parts("وقال السفير إن المشروع مهم. وشكر العمال على المشروع الذي وصفه بـ«الإنجاز الكبير جدا».")
    assert all(source != "المشروع" for source, *_ in found)


def test_an_unknown_name_ends_before_its_office():
    """«سلمى الحاج مديرة المتحف»: the name alone is the source, whether a recogniser knows it or not."""
    assert parts("وقالت زهروة تلجين مديرة المتحف إن الزوار كثر.")[0][0] == "زهروة تلجين"


def test_those_addressed_are_no_subject():
    """An accusative plural after طالب is whom it speaks to."""
    assert parts("وطالب المواطنين بالابتعاد عن الأودية.")[0][0] is None
