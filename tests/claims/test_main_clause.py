"""The clause in which a participle goes on, and its subject."""

from __future__ import annotations

import pytest

from arcorpus.claims import main_clause

SAMI = ("سامي العلي", "PER")
YAN = ("يان لوكان", "PER")
META = ("ميتا", "ORG")
PARIS = ("باريس", "LOC")


def place(passage, word):
    """The index of the first token that is written so."""
    return next(i for i in range(len(passage.keys)) if passage.token(i).text == word)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("زار الوزير المدينة، مؤكدا أن", "زار الوزير المدينة ،"),
        ("جاء المحتجون، ولوح المحتجون بالأعلام، مؤكدا أن", "ولوح المحتجون بالأعلام ،"),
        ("جاء المحتجون، ويزور الوزير المدينة، مؤكدا أن", "ويزور الوزير المدينة ،"),
        ("جاء المحتجون، قررت الوزارة المدينة، مؤكدا أن", "قررت الوزارة المدينة ،"),
        ("جاء المحتجون، يزور الوزير المدينة، مؤكدا أن", "جاء المحتجون ، يزور الوزير المدينة ،"),
        ("جاء المحتجون، قررت شجرتهم المدينة، مؤكدا أن", "جاء المحتجون ، قررت شجرتهم المدينة ،"),
        ("جاء المحتجون، ووزير المدينة، مؤكدا أن", "جاء المحتجون ، ووزير المدينة ،"),
        ("جاء المحتجون ولوح المحتجون بالأعلام، مؤكدا أن", "جاء المحتجون ولوح المحتجون بالأعلام ،"),
        ("جاء، ولوح محتجون بالأعلام، مؤكدا أن", "جاء ، ولوح محتجون بالأعلام ،"),
        ("جاء المحتجون. زار الوزير المدينة، مؤكدا أن", "زار الوزير المدينة ،"),
    ],
)
def test_where_a_clause_begins(passage, text, clause):
    """At the last verb behind a pause that has a definite subject, else where the sentence begins."""
    found = passage(text)
    index = place(found, "مؤكدا")
    first = main_clause.clause_start(found, index)
    assert " ".join(found.token(i).text for i in range(first, index)) == clause


def test_a_clause_is_not_endless(passage):
    """No clause begins more than two hundred tokens back."""
    found = passage("كلمة " * 300 + "مؤكدا أن")
    assert main_clause.clause_start(found, 300) == 100


@pytest.mark.parametrize(
    ("text", "names", "subject"),
    [
        ("زار الوزير بالقطار، مؤكدا أن", [], "الوزير"),
        ("ولوح المحتجون بالأعلام، مؤكدا أن", [], "المحتجون"),
        ("الوزير بالأمس، مؤكدا أن", [], "الوزير"),
        ("ميتا زارت المصنع، مؤكدا أن", [META], "ميتا"),
        ("زارت ميتا مصنعا، مؤكدا أن", [META], "ميتا"),
        ("زار الوزير المصنع الجديد بالمدينة، مؤكدا أن", [], "الوزير"),
        ("أمس، زار الوزير بالقطار، مؤكدا أن", [], "الوزير"),
        ("من جانبه زار الوزير بالقطار، مؤكدا أن", [], "الوزير"),
        ("ومن جانبه زار الوزير بالقطار، مؤكدا أن", [], "الوزير"),
        ("وكانت فتاة قد جاءت، مؤكدا أن", [], "فتاة"),
        ("تكلم متحدث باسم الشركة، مؤكدا أن", [], "متحدث باسم الشركة"),
        ("وحول النتائج تحدث الوزير، مؤكدا أن", [], None),
        ("من، مؤكدا أن", [], None),
        ("أمس، مؤكدا أن", [], None),
        ("مؤكدا أن", [], None),
    ],
)
def test_the_subject_of_the_main_clause(passage, text, names, subject):
    """After its verb, before it when it is a name, past times and «من جانبه»; after «وحول …» there is none."""
    found = passage(text, *names)
    index = place(found, "مؤكدا")
    source = main_clause.main_subject(found, index, found.cues[index])
    assert (source and source.text) == subject


@pytest.mark.parametrize(
    ("text", "names", "who"),
    [
        ("زار سامي العلي وكالة ميتا مؤكدا", [SAMI, META], ("سامي العلي", "PER")),
        ("زار سامي العلي ثم يان لوكان مؤكدا", [SAMI, YAN], ("يان لوكان", "PER")),
        ("زار باريس وميتا مؤكدا", [PARIS, META], ("ميتا", "ORG")),
        ("زار باريس مؤكدا", [PARIS], None),
        ("زار سامي العلي المدينة. وقال مؤكدا", [SAMI], None),
        ("مؤكدا سامي العلي", [SAMI], None),
    ],
)
def test_who_was_named_last_in_the_sentence(passage, text, names, who):
    """The last person before the token, else the last body; no place, and nobody of another sentence."""
    found = passage(text, *names)
    source = main_clause.named_last(found, place(found, "مؤكدا"))
    assert (source and (source.text, source.type)) == who
    assert source is None or text[source.start : source.end] == source.text
