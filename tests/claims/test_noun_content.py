"""Nouns that say what a verb reports."""

from __future__ import annotations

import pytest

from arcorpus.claims.noun_content import noun_at


@pytest.fixture
def noun(passage):
    """A function that gives what opens the first noun behind the first word, the text from it on, and its stance."""

    def first_noun(text, *names):
        found = passage(text, *names)
        stop = len(found.keys)
        nouns = (noun_at(found, place, 0, found.cues[0], stop) for place in range(1, stop))
        noun = next((noun for noun in nouns if noun), None)
        return noun and (noun.opened, text[found.starts[noun.first] :], noun.stance)

    return first_noun


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حذر الأطباء من انتشار المرض", ("noun", "انتشار المرض", None)),
        ("دعا الوزير إلى الهدوء", ("phrase", "الهدوء", None)),
        ("دعا الوزير على هامش القمة", None),
        ("طالب الأهالي بتوفير الماء", ("noun", "بتوفير الماء", None)),
        ("طالب الجهات المعنية بالتدخل", ("noun", "بالتدخل", None)),
        ("أفاد المكلف بالإعلام", None),
        ("أعلنت استقالتها", ("noun", "استقالتها", None)),
        ("نفى المصنع وجود دخان", ("noun", "وجود دخان", None)),
        ("نفى الوزير نفسه", None),
        ("أنكر الشاب علاقته بالحادث", ("noun", "علاقته بالحادث", None)),
        ("أكدت دراسة جديدة ضرورة النوم", ("noun", "ضرورة النوم", None)),
        ("أعلنت إدارة النادي الأهلي التوقيع مع اللاعب", ("phrase", "التوقيع مع اللاعب", None)),
        ("أعلنت اللجنة قائمة الفائزين", ("phrase", "قائمة الفائزين", None)),
        ("نفى التسريبات التي راجت", ("phrase", "التسريبات التي راجت", None)),
        ("حمل الوزير البلدية مسؤولية الحريق", ("phrase", "البلدية مسؤولية الحريق", None)),
        ("أوعز المدير بإغلاق الطريق", ("noun", "بإغلاق الطريق", None)),
        ("أوعز المدير بالمال", None),
        ("أعرب عن أمله في نجاح القمة", ("noun", "نجاح القمة", "hope")),
        ("أبدت قلقها من الوضع", ("noun", "الوضع", "warn")),
        ("أعرب عن أمله بنجاح القمة", ("noun", "بنجاح القمة", "hope")),
        ("أعرب عن أمله أن تنجح القمة", ("noun", "تنجح القمة", "hope")),
        ("أعرب عن أسفه لسقوط الضحايا", ("noun", "أسفه لسقوط الضحايا", "assert")),
        ('وصف القرار ب"الغريب"', ("noun", '"الغريب"', "")),
        ("أكد الرجل 6 أشخاص", None),
        ("أعلنت إدارة النادي", None),
    ],
)
def test_each_kind_of_noun(noun, text, expected):
    """A preposition's noun, a verbal object, any object, whom a verb blames, what is felt: each where it begins."""
    assert noun(text) == expected


def test_a_name_makes_a_subject_whole(noun):
    """Behind a name any noun with an article is the object, behind a pause as well."""
    assert noun("أدانت مصر الهجوم", ("مصر", "LOC")) == ("phrase", "الهجوم", None)
    assert noun("أدان المفتي، سامي، الهجوم", ("سامي", "PER")) == ("phrase", "الهجوم", None)
    assert noun("أدان المفتي، سامي بن مساعد", ("سامي", "PER")) is None
