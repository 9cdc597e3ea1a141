"""Who says what: each pattern of the grammar on sentences of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus import pipeline
from arcorpus.types import Article


def claims(text):
    """The claims of a body."""
    (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"})
    return document.claims


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
            (None, "من المتوقع أن", "يصل الوفد مساء إلى العاصمة", "indirect", "predict"),
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
