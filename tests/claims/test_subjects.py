"""The subject that grammar gives a verb."""

from __future__ import annotations

import pytest

from arcorpus.claims import subjects
from arcorpus.claims.subjects import subject_after, subject_before, topic_after_amma, topic_after_that

SAMI = ("سامي العلي", "PER")
META = ("ميتا", "ORG")
MOSCOW = ("موسكو", "LOC")


def place(passage, word):
    """The index of the first token that is written so."""
    return next(i for i in range(len(passage.keys)) if passage.token(i).text == word)


def before(find, passage, verb):
    """The words of the source that a function finds before a verb."""
    index = place(passage, verb)
    assert passage.cues[index] is not None, f"{verb} does not report"
    source = find(passage, index, passage.cues[index])
    return source and source.text


@pytest.mark.parametrize(
    ("text", "names", "subject"),
    [
        ("قال المدير إن", [], "المدير"),
        ("قال تصريح إن", [], "تصريح"),
        ("أعلنت أواخر ديسمبر 2015 الوزارة أن", [], "الوزارة"),
        ("أعلنت ديسمبر 2015 الوزارة أن", [], "الوزارة"),
        ("أعلنت اليوم الوزارة أن", [], "الوزارة"),
        ("أعلنت اليوم 15 عاملا أن", [], "15 عاملا"),
        ("أعلنت أمس أن", [], None),
        ("واختتم حديثه بالقول", [], None),
        ("طالب أعضاءه بالعمل", [], None),
        ("طالب المواطنين بالعمل", [], None),
        ("طالب المواطنون بالعمل", [], "المواطنون"),
        ("طالب العين بالعمل", [("العين", "ORG")], "العين"),
        ("قال المواطنين إن", [], "المواطنين"),
        ("وصفت المعلمة الطالب بالمجتهد", [], "المعلمة"),
        ("حثت الهيئة الدول على", [], "الهيئة"),
        ("أكدت الهيئة الدول أن", [], "الهيئة الدول"),
        ("حثت المديرة، سامي العلي، الدول على", [SAMI], "سامي العلي"),
        ("أفاد به مراسلة الوكالة أن", [], "مراسلة الوكالة"),
        ("أفاد به مصدر مسؤول أن", [], "مصدر مسؤول"),
        ("أفاد إلى مصدر أن", [], None),
    ],
)
def test_the_subject_after_a_verb(passage, text, names, subject):
    """Behind words of time and whom it is told, before an object; his own words and whom he addresses are none."""
    found = passage(text, *names)
    last = len(found.keys) - 1
    index = next(i for i in range(last) if found.cues[i] is not None)
    source = subject_after(found, index, last, found.cues[index])
    assert (source and source.text) == subject


def test_no_subject_between_a_verb_and_its_content(passage):
    """«قال إن» leaves no token for a subject."""
    found = passage("قال إن الطريق مفتوح")
    assert subject_after(found, 0, 1, found.cues[0]) is None


@pytest.mark.parametrize(
    ("text", "verb", "names", "subject"),
    [
        ("مسؤول قال إن", "قال", [], "مسؤول"),
        ("سامي العلي، مدير المصنع، أكد أن", "أكد", [SAMI], "سامي العلي"),
        ("وكانت الوزارة قالت إن", "قالت", [], "الوزارة"),
        ("أن المدير أكد ذلك", "أكد", [], "المدير"),
        ("«مجموعة» أكدت أن", "أكدت", [], "مجموعة"),
        ("إدارة أكدت أن", "أكدت", [], "إدارة"),
        ("شجرة المدير أكدت أن", "أكدت", [], "شجرة المدير"),
        ("تأجيل أكد أن", "أكد", [("تأجيل", "ORG")], "تأجيل"),
        ("تأجيل أكد أن", "أكد", [], None),
        ("شجرة أكدت أن", "أكدت", [], None),
        ("هو قال إن", "قال", [], None),
        ("المدير هو قال إن", "قال", [], None),
        ("المدير وقال إن", "وقال", [], None),
        ("المدير و قال إن", "قال", [], None),
        ("سرعان ما قال إن", "قال", [], None),
        ("رأيت المدير أكد أن", "أكد", [], None),
        ("يقول الناس المدير أكد أن", "أكد", [], None),
        ("يعود الناس، المدير أكد أن", "أكد", [], None),
        ("في المدينة أكد أن", "أكد", [], None),
        ("قال إن", "قال", [], None),
    ],
)
def test_the_topic_before_a_verb(passage, text, verb, names, subject):
    """What begins the sentence or stands after كان or أن; no verbal noun, pronoun, nor what a verb governs."""
    assert before(subject_before, passage(text, *names), verb) == subject


@pytest.mark.parametrize(
    ("text", "verb", "names", "subject"),
    [
        ("الشركة التي أعلنت أن", "أعلنت", [], "الشركة"),
        ("الشركة، التي أعلنت أن", "أعلنت", [], "الشركة"),
        ("مؤسسة ميتا التي أعلنت أن", "أعلنت", [META], "ميتا"),
        ("رئيس موسكو الذي أعلن أن", "أعلن", [("رئيس موسكو", "LOC")], "موسكو"),
        ("المشروع الذي وصف بأنه", "وصف", [], "المشروع"),
        ("المشروع الذي وصفه بأنه", "وصفه", [], None),
        ("التي أعلنت أن", "أعلنت", [], None),
        ("زار بالوزارة التي أعلنت أن", "أعلنت", [], None),
        ("زار في وزارة التي أعلنت أن", "أعلنت", [], "وزارة"),
    ],
)
def test_the_antecedent_of_a_relative_is_the_subject(passage, text, verb, names, subject):
    """«الشركة التي أعلنت»: the noun before it, unless the verb has the pronoun of its object: «الذي وصفه»."""
    assert before(subject_before, passage(text, *names), verb) == subject


@pytest.mark.parametrize(
    ("text", "verb", "topic"),
    [
        ("أما النواب، فقد طالبوا بالعمل", "طالبوا", "النواب"),
        ("أما النواب، فطالبوا بالعمل", "فطالبوا", "النواب"),
        ("وأما النواب، فطالبوا بالعمل", "فطالبوا", "النواب"),
        ("أما بالنسبة للنواب، فقد طالبوا بالعمل", "طالبوا", "نواب"),
        ("أما للنواب، فقد طالبوا بالعمل", "طالبوا", None),
        ("أما النواب فقد طالبوا بالعمل", "طالبوا", None),
        ("أما النواب، طالبوا بالعمل", "طالبوا", None),
        ("لكن النواب، فقد طالبوا بالعمل", "طالبوا", None),
        ("أما النواب، فإن الناس قد طالبوا بالعمل", "طالبوا", None),
        ("أما، فقد طالبوا بالعمل", "طالبوا", None),
    ],
)
def test_the_topic_that_amma_turns_to(passage, text, verb, topic):
    """«أما النواب، فقد طالبوا», «أما بالنسبة للنواب، فقد»; it needs أما, the pause and ف right before the verb."""
    assert before(topic_after_amma, passage(text), verb) == topic


@pytest.mark.parametrize(
    ("text", "verb", "names", "topic"),
    [
        ("وأوضح أن النقابة طالبت الحكومة", "طالبت", [], "النقابة"),
        ("أن النقابة في المدينة طالبت", "طالبت", [], "النقابة في المدينة"),
        ("لكن موسكو انتقدت الهند", "انتقدت", [MOSCOW], "موسكو"),
        ("موسكو انتقدت الهند", "انتقدت", [MOSCOW], "موسكو"),
        ("أن موسكو انتقدت الهند", "انتقدت", [MOSCOW], "موسكو"),
        ("أنها موسكو انتقدت الهند", "انتقدت", [MOSCOW], None),
        ("وأوضح أنه النقابة طالبت الحكومة", "طالبت", [], None),
        ("وأوضح أن نقابة المصنع طالبت الحكومة", "طالبت", [], None),
        ("أن النقابة في مصنع طالبت", "طالبت", [], None),
        ("أن النقابة في المدينة الكبيرة الجديدة طالبت", "طالبت", [], None),
        ("أن النقابة و طالبت", "طالبت", [], None),
        ("موسكو وانتقدت الهند", "وانتقدت", [MOSCOW], None),
        ("قالت موسكو انتقدت الهند", "انتقدت", [MOSCOW], None),
        ("أن انتقدت الهند", "انتقدت", [], None),
        ("النقابة طالبت الحكومة", "طالبت", [], None),
        ("طالبت الحكومة", "طالبت", [], None),
    ],
)
def test_the_topic_between_that_and_its_verb(passage, text, verb, names, topic):
    """A definite noun after أن, or a name, of four tokens at most, that ends right before the verb; not after «أنه»."""
    assert before(topic_after_that, passage(text, *names), verb) == topic


@pytest.mark.parametrize(
    ("text", "names", "begins"),
    [
        ("ميتا", [META], True),
        ("الوزير", [], True),
        ("مصدر أمني", [], True),
        ("« مجموعة", [], True),
        ("إدارة", [], True),
        ("شجرة المدينة", [], True),
        ("شجرة", [], False),
        ("شجرة كبيرة", [], False),
        ("أكد المدير", [], False),
    ],
)
def test_what_begins_with_its_subject(passage, text, names, begins):
    """A name, a definite noun, an office, a body, or a noun that the next one makes definite; not a verb."""
    assert subjects.begins_with_subject(passage(text, *names), 0) is begins
