"""Which tokens of a field report."""

from __future__ import annotations

import pytest

from arcorpus.claims.cue_forms import cue_start, has_object


@pytest.mark.parametrize(
    ("text", "place", "voice"),
    [
        ("وقال الوزير", 0, "active"),
        ("مؤكدا أن", 0, "participle"),
        ("بقوله إن", 0, "noun"),
        ("وبقوله إن", 0, "noun"),
        ("وأخبرني مصدر", 0, "active"),
        ("هذا ما قاله الوزير", 2, "active"),
        ("هذا ما قالوه أمس", 2, "active"),
        ("القرار الذي وصفها", 2, "active"),
        ("ودعتها إلى", 0, "active"),
        ("قيل إن", 0, "passive"),
        ("حمل الوزير البلدية المسؤولية", 0, "active"),
        ("رسالة المصدر مؤكدة", 2, "participle"),
        ("قال الرجل مؤكدة", 2, "participle"),
    ],
)
def test_reporting_forms_with_what_is_attached(passage, text, place, voice):
    """A conjunction, a preposition before a noun of saying, and a pronoun after a verb hide no cue."""
    assert passage(text).cues[place].voice == voice


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("القائل قال", 0),
        ("شركته كبيرة", 0),
        ("قالب الحلوى", 0),
        ("قاله الوزير", 0),
        ("بقال كبير", 0),
        ("الرجل يحمل الحقيبة", 1),
        ("الرجل يحمل الحقيبة أ ب ت ث ج ح خ د ذ ر ز مسؤولية", 1),
        ("أفادت مصادر مؤكدة", 2),
        ("أشار إلى كيانات متهمة", 3),
        ("نعم ، 15", 1),
    ],
)
def test_other_words_are_no_reporting_forms(passage, text, place):
    """A definite noun, a word that only begins like a cue, an adjective, and to carry, are none."""
    assert passage(text).cues[place] is None


def test_the_end_of_a_name_reports_nothing(passage):
    """The first word of a name may be a cue as far as its letters tell; the words behind it are not."""
    assert passage("زار هشام أكد", ("هشام أكد", "PER")).cues == [None, None, None]
    assert passage("زار هشام أكد", ("هشام", "PER")).cues[2] is not None


def test_a_verb_with_its_object_attached(passage):
    """وصفه holds its object, وصف and ووصف do not."""
    assert has_object(passage("الذي وصفه بالبطل"), 1)
    assert not has_object(passage("وصف المدير"), 0)
    assert not has_object(passage("وقال المدير"), 0)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("وقال الوزير", "قال"),
        ("قال الوزير", "قال"),
        ("وصف الوزير", "وصف"),
        ("بقوله إن", "قوله"),
        ("وبقوله إن", "قوله"),
        ("بالقول إن", "بالقول"),
        ("وصفه الوزير", "وصفه"),
        ("وأخبرني مصدر", "أخبرني"),
    ],
)
def test_cues_begin_without_what_is_attached_before_them(passage, text, cue):
    """A conjunction and the ب of «بقوله» are left outside, a و of the verb's own is not."""
    found = passage(text)
    assert text[cue_start(found, 0, found.cues[0]) : found.token(0).end] == cue
