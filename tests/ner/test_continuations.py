"""How a name that begins with its head goes on."""

from __future__ import annotations

import pytest

from arcorpus.ner.continuations import (
    adjective,
    agrees,
    coordinated,
    genitive_end,
    object_words,
    place_words,
    purpose,
    purpose_of_place,
    seat,
)


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("وزارة الصحة أمس", (1,), 2),
        ("هيئة حماية المستهلك", (1,), 3),
        ("مجلس إدارة النادي", (1,), 1),
        ("مكتب صاحب السمو", (1,), 1),
        ("لجنة الرئيس محمد", (1,), 1),
        ("ديوان ولي عهد البحرين", (1,), 4),
        ("لجنة التونسي", (1,), 1),
    ],
)
def test_genitive_end(words_in, text, arguments, count):
    """A genitive ends with a definite noun or a place; a bare head, a role, a title or a people makes none."""
    assert genitive_end(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("شرطة دبي", (1,), 1),
        ("شرطة الأمم المتحدة", (1,), 0),
        ("شرطة بدبي", (1,), 0),
    ],
)
def test_place_words(words_in, text, arguments, count):
    """A known place without letters attached goes on with a body's name."""
    assert place_words(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("هيئة الحالية", (1, "ORG"), 0),
        ("هيئة العامة", (1, "ORG"), 1),
        ("الجالية التونسيين", (1, "ORG"), 1),
        ("مركز الثقافي", (1, "ORG"), 1),
        ("جسر الثقافي", (1, "LOC"), 0),
        ("مهرجان الدولي", (1, "EVENT"), 1),
        ("مركز كتاب", (1, "ORG"), 0),
    ],
)
def test_adjective(words_in, text, arguments, count):
    """Peoples, usual adjectives and those made of nouns go on with a name, but for places; «الحالية» never."""
    assert adjective(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("السياحة والآثار", (1,), 1),
        ("السياحة والحكومة", (1,), 0),
        ("السياحة والشركة", (1,), 0),
        ("المياه وتنمية الأرياف", (1, ("تنميه",)), 2),
        ("المياه وتنمية الأرياف", (1,), 0),
        ("الموسيقية والمسرحية", (1,), 1),
        ("الموسيقية والمسرحي", (1,), 0),
        ("السياحة وتونس", (1,), 0),
    ],
)
def test_coordinated(words_in, text, arguments, count):
    """«و…» goes on with a field or an adjective that agrees, not with a head, a known name or an unlisted action."""
    assert coordinated(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("الاتحاد للشغل", (1,), 0),
        ("اللجنة لحقوق الإنسان", (1,), 2),
        ("الاتحاد للنادي", (1,), 0),
        ("اللجنة لإنماء المدن", (1,), 0),
        ("المركز كتاب", (1,), 0),
    ],
)
def test_purpose(words_in, text, arguments, count):
    """«ل…» goes on with a name where the lists say so."""
    assert purpose(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("للإشراف على القضاء", (1,), 2),
        ("للإشراف في القضاء", (1,), 0),
    ],
)
def test_object_words(words_in, text, arguments, count):
    """«على …» follows a noun of action."""
    assert object_words(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("محكمة بصفاقس", (1, "محكمه"), 1),
        ("وزارة بصفاقس", (1, "وزاره"), 0),
        ("محكمة بكتاب", (1, "محكمه"), 0),
    ],
)
def test_seat(words_in, text, arguments, count):
    """A court has its town in its name, others do not."""
    assert seat(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ("دبي للإعلام", (1,), 1),
        ("دبي لبدء المرحلة", (1,), 0),
    ],
)
def test_purpose_of_place(words_in, text, arguments, count):
    """«للإعلام» goes on after a place, an action does not."""
    assert purpose_of_place(words_in(text), *arguments) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("الاتحاد للسياحة", 1),
        ("الاتحاد للنادي", 0),
        ("الاتحاد للوزير", 0),
        ("اللجنة لإنماء المدن", 2),
        ("المركز لإنتاج وتوزيع البذور", 3),
        ("المجلس لكتب الأطفال", 2),
        ("الجمعية لشركة الخليج", 0),
    ],
)
def test_the_purpose_of_a_definite_body(words_in, text, count):
    """A definite body may be for any field or action, but not for another head or whoever bears a title."""
    assert purpose(words_in(text), 1, definite=True) == count


@pytest.mark.parametrize(
    ("head", "word", "agreeing"),
    [
        ("الخارجيه", "التركي", False),
        ("الهيءه", "العامه", True),
        ("المجلس", "الاعلي", True),
        ("المجلس", "العليا", False),
        ("اللجنه", "العليا", True),
        ("السلطات", "الهولنديه", True),
    ],
)
def test_an_adjective_agrees_with_its_head(head, word, agreeing):
    """Feminine with feminine: «الخارجية التركي» are two things."""
    assert agrees(head, word) is agreeing
