"""Where the words begin that a reporting verb introduces."""

from __future__ import annotations

import time

import pytest

from arcorpus.claims.content_start import complement
from arcorpus.claims.passage import Passage
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Field


def passage(text):
    """A passage without names."""
    sentences = split_sentences(text)
    return Passage(Field("text", text, sentences, tokenize(text, sentences)), ())


def found(text):
    """What opens the complement of the first word, and the text from its first token on; None without one."""
    read = passage(text)
    result = complement(read, 0, read.cues[0], len(read.keys))
    return result and (result.opened, text[read.starts[result.first] :])


@pytest.mark.parametrize(
    ("text", "opened", "rest"),
    [
        ("قال الوزير إن الطريق مفتوح", "that", "الطريق مفتوح"),
        ("أكدت أنها تسلمت الشحنة", "that", "تسلمت الشحنة"),
        ("أشار المدير إلى أن العمل بدأ", "that", "العمل بدأ"),
        ("حذر الأطباء من انتشار المرض", "noun", "انتشار المرض"),
        ("دعا الوزير إلى الهدوء", "phrase", "الهدوء"),
        ("طالب الأهالي بتوفير الماء", "noun", "بتوفير الماء"),
        ("أعلنت استقالتها", "noun", "استقالتها"),
        ("نفى المصنع وجود دخان", "noun", "وجود دخان"),
        ("أكدت دراسة جديدة ضرورة النوم", "noun", "ضرورة النوم"),
        ("أعلنت إدارة النادي الأهلي التوقيع مع اللاعب", "phrase", "التوقيع مع اللاعب"),
        ("قالت المديرة: لن نغلق المدرسة", "colon", "لن نغلق المدرسة"),
        ("قالت المديرة: إن المدرسة مغلقة", "that", "المدرسة مغلقة"),
        ("قال: «لن نغلق المدرسة»", "quote", "لن نغلق المدرسة»"),
        ('قال المصدر "لن نغلق المدرسة', "colon", "لن نغلق المدرسة"),
        ("أضاف سنعود غدا", "speech", "سنعود غدا"),
        ("أعرب عن أمله في نجاح القمة", "noun", "نجاح القمة"),
        ("أبدت قلقها من الوضع", "noun", "الوضع"),
        ("ذهب الباحث إلى أن النص قديم", "that", "النص قديم"),
        ("تهدف الجمعية إلى «خدمة الناس جميعا»", "quote", "خدمة الناس جميعا»"),
        ('وصف القرار ب"الغريب"', "noun", '"الغريب"'),
        ("توقعت الوزارة ألا يتأثر العمل", "that", "ألا يتأثر العمل"),
        ("قال المدير سنعمل على الحل", "speech", "سنعمل على الحل"),
        ("قال المتحدث العسكري، أثناء الجولة بدأ إطلاق النار", "pause", "أثناء الجولة بدأ إطلاق النار"),
        ("أعلنت اللجنة قائمة الفائزين", "phrase", "قائمة الفائزين"),
        ("نفى التسريبات التي راجت", "phrase", "التسريبات التي راجت"),
        ("أنكر الشاب علاقته بالحادث", "noun", "علاقته بالحادث"),
        ("حمل الوزير البلدية مسؤولية الحريق", "phrase", "البلدية مسؤولية الحريق"),
        ("أوعز المدير بإغلاق الطريق", "noun", "بإغلاق الطريق"),
    ],
)
def test_each_pattern(text, opened, rest):
    """A clause, speech, a preposition's noun, an object, a feeling: each is found where it begins."""
    assert found(text) == (opened, rest)


@pytest.mark.parametrize(
    "text",
    [
        "قال كلمته ومضى",
        "أكد الوزير بعد أن زار المدينة",
        "ذهب الولد إلى المدرسة",
        "دعا الوزير على هامش القمة",
        'قال لصحيفة "الشرق الأوسط اليومية" كلمته',
        "أعلنت إدارة النادي",
        "أفاد المكلف بالإعلام",
        "أوعز المدير بالمال",
        "قال المدير، مشيرا إليه بيده اليمنى أمس",
        "أكد الرجل 6 أشخاص",
    ],
)
def test_what_is_no_complement(text):
    """A bare object, أن that another word governs, a place, a quoted name and a body are none."""
    assert found(text) is None


def test_a_relative_verb_with_its_object_takes_nothing_more():
    """«التحالف الذي تقترحه …» says nothing of what is quoted after it."""
    read = passage("الخطة التي تقترحها الوزارة: «نبني مدرسة في كل قرية»")
    assert complement(read, 2, read.cues[2], len(read.keys)) is None


def test_clause_goes_before_noun_but_not_before_a_verbal_noun_that_comes_first():
    """«أفادت وزارة بتونس أن» reports the clause, «أكد على أهمية … أن» the noun."""
    assert found("أفادت الوزارة بالمدينة أن العمل بدأ")[0] == "that"
    assert found("أكد الوزير على أهمية التعاون بما أن الوضع صعب")[0] == "noun"


def test_relative_clause_between_pauses_is_passed_over():
    """What a relative clause between pauses reports does not end the search."""
    assert found("يرى الخبير، الذي طالما حذر من الأزمة، أن السوق مستقر") == ("that", "السوق مستقر")


def test_another_report_ends_the_search():
    """A second verb of saying, or a participle in the accusative, leaves nothing to the first."""
    assert found("زعم الرجل وأكد أن الأمر حق") is None


def test_time_is_linear():
    """A long line of verbs that never find a complement takes time in proportion to its length."""

    def seconds(count):
        read = passage("قال الوزير كلمة " * count)
        begin = time.process_time()
        for index, form in enumerate(read.cues):
            if form is not None:
                complement(read, index, form, len(read.keys))
        return time.process_time() - begin

    seconds(50)
    assert seconds(4000) < 40 * max(seconds(400), 1e-2)


@pytest.mark.parametrize("last", ["عقب", "بين", "عبر", "وبين"])
def test_a_field_may_end_with_a_word_that_is_both_preposition_and_verb(last):
    """Nothing stands behind عقب, بين or عبر at the end, so أن does not, and no report begins there."""
    assert found(f"حمّل الوزير المسؤولية {last}") == found("حمّل الوزير المسؤولية")
    assert found(f"قال الوزير {last}") is None
