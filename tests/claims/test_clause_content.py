"""Clauses and speech that a reporting verb introduces."""

from __future__ import annotations

import pytest

from arcorpus.claims.clause_content import after_colon, clause_at, is_unmarked_speech


@pytest.fixture
def clause(passage):
    """A function that gives what opens the first clause behind the first word, and the text from it on."""

    def first_clause(text):
        found = passage(text)
        stop = len(found.keys)
        clauses = (clause_at(found, place, 0, found.cues[0], stop) for place in range(1, stop))
        clause = next((clause for clause in clauses if clause), None)
        return clause and (clause.opened, text[found.starts[clause.first] :])

    return first_clause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير إن الطريق مفتوح", ("that", "الطريق مفتوح")),
        ("أشار المدير إلى أن العمل بدأ", ("that", "العمل بدأ")),
        ("توقعت الوزارة ألا يتأثر العمل", ("that", "ألا يتأثر العمل")),
        ("أكد الوزير بعد أن زار المدينة", None),
        ("أكد الوزير يمكن أن يعود", None),
        ("قالت المديرة: لن نغلق المدرسة", ("colon", "لن نغلق المدرسة")),
        ("قالت المديرة: إن المدرسة مغلقة", ("that", "المدرسة مغلقة")),
        ("قال: «لن نغلق المدرسة»", ("quote", "لن نغلق المدرسة»")),
        ('قال المصدر "لن نغلق المدرسة', ("colon", "لن نغلق المدرسة")),
        ('قال لصحيفة "الشرق الأوسط اليومية" كلمته', None),
        ("أضاف سنعود غدا", ("speech", "سنعود غدا")),
        ("قال المدير سنعمل على الحل", ("speech", "سنعمل على الحل")),
        ("تهدف الجمعية إلى «خدمة الناس جميعا»", ("quote", "خدمة الناس جميعا»")),
        ("ذهب الولد إلى المدرسة", None),
    ],
)
def test_each_kind_of_clause(clause, text, expected):
    """Speech behind a colon, a mark or the subject, and أن that no other word governs."""
    assert clause(text) == expected


@pytest.mark.parametrize(
    ("text", "opened", "first"),
    [("قال: نعم", "colon", 2), ("قال: إن نعم", "that", 3), ("قال: «نعم نعم نعم»", "quote", 3)],
)
def test_what_stands_behind_a_colon(passage, text, opened, first):
    """Quoted, with أن, or plain."""
    assert after_colon(passage(text), 1)[1:3] == (first, opened)


def test_unmarked_speech_needs_text_without_punctuation(passage):
    """«وقال المدير يجب» is speech where no marks are used, and else none."""
    text = "قال المدير يجب البحث عن الحل " + "كلمة " * 70
    assert is_unmarked_speech(passage(text), 2, 0)
    assert not is_unmarked_speech(passage("قال المدير يجب البحث عن الحل"), 2, 0)
    assert not is_unmarked_speech(passage(text.replace("قال", "أكد")), 2, 0)
