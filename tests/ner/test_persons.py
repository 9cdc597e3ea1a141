"""Persons by their names, titles and roles."""

from __future__ import annotations

import pytest

from arcorpus.ner.persons import (
    before_family_name,
    before_role,
    doubtful_given_name,
    given_name,
    person_after,
    son_of,
    titled_person,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال سعيد العايدي إن", [("سعيد العايدي", "PER", 0.78)]),
        ("قال محمد العياري إن", [("محمد العياري", "PER", 0.9)]),
        ("وقال لمحمد العياري إن", [("محمد العياري", "PER", 0.9)]),
        ("محمد في البيت", []),
        ("إنه سعيد جدا", []),
        ("التقى محمد محسن السبيعي أمس", [("محمد محسن السبيعي", "PER", 0.92), ("محسن السبيعي", "PER", 0.9)]),
        ("التقى محمد وبيكيت", []),
        ("قال محمد بن راشد ثم", [("محمد بن راشد", "PER", 0.92)]),
        ("قال محمد بن ثم", []),
        ("التقى محمد ومحمود", []),
    ],
)
def test_given_name(candidates_by, text, names):
    """A given name that is nothing else makes a name with what follows, unless «و» begins another."""
    assert candidates_by(given_name, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("غنت أمل بوشناق أمس", [("أمل بوشناق", "PER", 0.7)]),
        ("وأمل الدريدي هنا", [("أمل الدريدي", "PER", 0.7)]),
        ("وأمل بوشناق هنا", [("أمل بوشناق", "PER", 0.7)]),
        ("قالت أمل سعيد الرقباني إن", [("أمل سعيد الرقباني", "PER", 0.8)]),
        ("غنت أمل سعيد الرقباني إن", [("أمل سعيد", "PER", 0.7)]),
        ("أمل كبير في الحل", []),
        ("أمل، بوشناق", []),
    ],
)
def test_doubtful_given_name(candidates_by, text, names):
    """A given name that is a word too needs a foreign name after it, or a verb of saying before it."""
    assert candidates_by(doubtful_given_name, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("المشرف مضحي العنزي أمس", [("مضحي العنزي", "PER", 0.82)]),
        ("جديد بمشاركة العنزي أمس", []),
        ("وأردف العنزي أن", []),
        ("قال العنزي إن", []),
        ("مدير العنزي أمس", []),
        ("تونس العنزي أمس", []),
        ("زورب مضحي العنزي أمس", []),
        ("أمل العنزي أمس", []),
        ("كتاب العنزي أمس", []),
        ("التونسي العنزي أمس", []),
    ],
)
def test_before_family_name(candidates_by, text, names):
    """A sure family name shows the word before it to be a given name, but no verb, title, place or «ب…»."""
    assert candidates_by(before_family_name, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وزير الخارجية التركي مولود جاويش أوغلو", [("مولود جاويش أوغلو", "PER", 0.88)]),
        ("رئيس الحكومة، يوسف الهمامي، إن", [("يوسف الهمامي", "PER", 0.8)]),
        ("رئيس الحكومة، الذي", []),
        ("رئيس المنظمة الشغيلة محمد العياري أمس", [("محمد العياري", "PER", 0.88)]),
        ("الرئيس أردوغان إن", [("أردوغان", "PER", 0.76)]),
        ("رئيس أردوغان إن", []),
        ("الرئيس التركي أردوغان إن", [("أردوغان", "PER", 0.76)]),
        ("الرئيس الجديد أردوغان إن", []),
        ("رئيس الفريق الجديد في الطريق", []),
        ("وزير الدفاع (محمد العياري)", []),
        ("رئيس شركة Meta مارك زوكربيرغ أمس", [("مارك زوكربيرغ", "PER", 0.88)]),
        ("للرئيس أردوغان أمس", [("أردوغان", "PER", 0.76)]),
        ("كتاب محمد العياري", []),
    ],
)
def test_titled_person(candidates_by, text, names):
    """The name is looked for behind what describes the title; one word is enough after a definite title."""
    assert candidates_by(titled_person, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("علي بن صميخ المري أمس", [("علي بن صميخ المري", "PER", 0.85)]),
        ("أكد زورب بن سالم الكعبي", [("زورب بن سالم الكعبي", "PER", 0.85)]),
        ("كتاب بن سالم", []),
        ("الرئيس بن سالم", []),
        ("علي بن ثم", []),
        ("علي أبو سالم", []),
        ("زورب بن سالم الشاهد أمس", [("زورب بن سالم الشاهد", "PER", 0.85)]),
    ],
)
def test_son_of(candidates_by, text, names):
    """بن shows a name on both sides, with a family name that is a word too; plain words and titles are none."""
    assert candidates_by(son_of, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ماثيو أولدهام، مدير البنية التحتية", [("ماثيو أولدهام", "PER", 0.88)]),
        ("قال ماثيو زورب أولدهام، مدير البنية", [("ماثيو زورب أولدهام", "PER", 0.88)]),
        ("زورب، مدير البنية", []),
        ("ماثيو أولدهام، في البنية", []),
        ("ماثيو أولدهام مدير البنية", []),
        ("باريس أولدهام، مدير البنية", []),
        ("كتاب أولدهام، مدير البنية", []),
        ("Bill ماثيو أولدهام، مدير البنية", []),
    ],
)
def test_before_role(candidates_by, text, names):
    """«، مدير …» shows two or three unknown words before it to be a name that begins there."""
    assert candidates_by(before_role, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("مريم الزواري وسندس الطرابلسي", [("سندس الطرابلسي", "PER", 0.8)]),
        ("مريم الزواري، كريم بوزيد.", [("كريم بوزيد", "PER", 0.8)]),
        ("مريم الزواري كريم بوزيد.", []),
        ("مريم الزواري وكتاب جديد", []),
        ("مريم الزواري وأمل بوزيد، ثم", [("أمل بوزيد", "PER", 0.72)]),
        ("مريم الزواري وأمل بوزيد قالت", []),
    ],
)
def test_person_after(words_in, text, names):
    """A list names persons after «و» or a comma: a full name, or a given name that is a word where the list ends."""
    found = person_after(words_in(text), 2)
    assert ([(text[found.start : found.end], found.type, found.score)] if found else []) == names
