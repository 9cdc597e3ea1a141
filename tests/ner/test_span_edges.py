"""From labels to spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner import gazetteer
from arcorpus.ner.span_edges import (
    LabelledSpan,
    decode_bio,
    document_keys,
    name_span,
    name_type,
    proclitic_length,
    split_persons,
)
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Article, Document, Field


def cut(text, kind="ORG", seen=()):
    """The surface that is left of words that a model labelled."""
    span = name_span(tokenize(text), kind, {gazetteer.key(word) for word in seen})
    return span and text[span.start : span.end]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-LOC", "B-LOC"], [(0, 1, "LOC"), (1, 2, "LOC")]),
        (["B-LOC", "I-LOC", "O"], [(0, 2, "LOC")]),
        (["I-LOC", "I-LOC", "I-ORG"], [(0, 2, "LOC"), (2, 3, "ORG")]),
        (["B-PERS", "O", "I-PERS"], [(0, 1, "PERS"), (2, 3, "PERS")]),
    ],
)
def test_labels_make_names_as_conlleval_reads_them(labels, names):
    """B- begins a name, I- goes on with one of its type and else begins one too."""
    assert [tuple(name) for name in decode_bio(labels)] == names


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("وبرلين", "LOC", "برلين"),
        ("بتونس", "LOC", "تونس"),
        ("للصين", "LOC", "للصين"),
        ("وللصين", "LOC", "للصين"),
        ("باريس", "LOC", "باريس"),
        ("لبنان", "LOC", "لبنان"),
        ("كوريا", "LOC", "كوريا"),
        ("فرنسا", "LOC", "فرنسا"),
        ("واشنطن", "LOC", "واشنطن"),
        ("وزارة الصحة", "ORG", "وزارة الصحة"),
        ("وكالة الاستخبارات", "ORG", "وكالة الاستخبارات"),
        ("والحكومة التونسية", "ORG", "الحكومة التونسية"),
        ("للمخابرات الأمريكية", "ORG", "للمخابرات الأمريكية"),
        ("وللأمم المتحدة", "ORG", "للأمم المتحدة"),
        ("ومحمد العياري", "PER", "محمد العياري"),
        ("فيصل القاسم", "PER", "فيصل القاسم"),
        ("وليد", "PER", "وليد"),
        ("وزوكربيرغ", "PER", "زوكربيرغ"),
        ("واتسون", "PER", "واتسون"),
        ("وَبرلين", "LOC", "برلين"),
        ("وليام مورغن", "PER", "وليام مورغن"),
        ("كريم الدوري", "PER", "كريم الدوري"),
        ("ببن عروس", "LOC", "بن عروس"),
        ("للجنة الوطنية", "ORG", "للجنة الوطنية"),
        ("للجنة الحكام", "ORG", "لجنة الحكام"),
    ],
)
def test_attached_letters_stay_outside_and_letters_of_the_name_inside(text, kind, name):
    """و ف ب ل ك are cut where the rest is the name; a name's own first letter and «للـ» are not."""
    assert cut(text, kind) == name


def test_the_document_shows_how_to_read_a_word():
    """A foreign name that stands alone elsewhere in the document is not taken to begin with the letter before it."""
    assert cut("بزيلوكس") == "بزيلوكس"
    assert cut("بزيلوكس", seen=["زيلوكس"]) == "زيلوكس"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("«ميتا»", "ORG", "ميتا"),
        ('"ميتا"،', "ORG", "ميتا"),
        ("معهد ماكس (ألمانيا)", "ORG", "معهد ماكس (ألمانيا)"),
        ("ميتا)", "ORG", "ميتا"),
        ("وOracle", "ORG", "Oracle"),
        ("لـ«ميتا»", "ORG", "ميتا"),
        ("شركة ميتا", "ORG", "ميتا"),
        ("لشركة OpenAI", "ORG", "OpenAI"),
        ('صحيفة "زيلوكس"', "ORG", "زيلوكس"),
        ("موقع 24", "ORG", "موقع 24"),
        ("حركة شباب البلاد", "ORG", "حركة شباب البلاد"),
        ("مجموعة البنك الدولي", "ORG", "مجموعة البنك الدولي"),
        ("جامعة القاهرة", "ORG", "جامعة القاهرة"),
        ("نادي الفتح", "ORG", "الفتح"),
        ("بقناة الجزيرة", "ORG", "الجزيرة"),
        ("شركة الكهرباء", "ORG", "شركة الكهرباء"),
        ("منطقة الباحة", "LOC", "الباحة"),
        ("مدينة الرياض", "LOC", "الرياض"),
        ("مدينة الثقافة", "LOC", "مدينة الثقافة"),
        ("الرئيس محمد العياري", "PER", "محمد العياري"),
        ("شركة", "ORG", "شركة"),
        ("الرئيس", "PER", "الرئيس"),
    ],
)
def test_marks_heads_and_titles_stay_outside(text, kind, name):
    """Quotation marks, a head without which the name stands, and a person's title are no part of the name."""
    assert cut(text, kind) == name


@pytest.mark.parametrize("text", ["", "«»", "،", "و", "لـ", '" .'])
def test_nothing_of_a_name_is_no_span(text):
    """Marks and single attached letters alone are no name."""
    assert cut(text) is None


def test_written_holds_the_words_of_every_field():
    """Title and body count, marks and numbers do not."""
    fields = tuple(
        Field(name, text, split_sentences(text), tokenize(text))
        for name, text in (("title", "زيلوكس اليوم"), ("text", "في 5 مدن."))
    )
    words = ["زيلوكس", "اليوم", "في", "مدن"]
    assert document_keys(Document(Article("a", "a.txt", 0), fields)) == {gazetteer.key(word) for word in words}
    assert document_keys(Document(Article("a", "a.txt", 0))) == frozenset()


PIECES = st.sampled_from(
    ["و", "وميتا", "للصين", "شركة", "الرئيس", "«", "»", "(", ")", "ب", "لـ", "2", "Meta", "🙂", "ﷺ", "َ", "ولل", "بباب",
     "اللجنة"])  # fmt: skip
WORDS = st.lists(PIECES, max_size=8).map(" ".join)


@given(WORDS, st.sampled_from(["PER", "ORG", "LOC"]))
def test_a_span_lies_inside_its_words_and_is_not_empty(text, kind):
    """Whatever was labelled, what is left is a stretch of it, without space at its ends."""
    tokens = tokenize(text)
    span = name_span(tokens, kind)
    if span is not None:
        assert tokens[0].start <= span.start < span.end <= tokens[-1].end
        assert text[span.start : span.end] == text[span.start : span.end].strip()


@given(st.text(alphabet="وفبلكالميتس \u064b\u0640\u200f", min_size=1))
def test_attached_never_takes_the_whole_word(word):
    """Something is always left of a word, and what is cut is at most the code points before it."""
    for token in tokenize(word):
        assert 0 <= proclitic_length([token.text]) < len(token.text)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("نادي بيراميدز المصري", "ORG", "بيراميدز"),
        ("الجيش السوداني", "ORG", "الجيش السوداني"),
        ("شركة الاتصالات السعودية", "ORG", "شركة الاتصالات السعودية"),
        ("متعب بن عبدالله الحرس", "PER", "متعب بن عبدالله"),
        ("بولاية قابس", "LOC", "قابس"),
        ("حركة حماس", "ORG", "حماس"),
        ("لاندو نوريس", "PER", "لاندو نوريس"),
        ("وعبد العزيز القطي", "PER", "عبد العزيز القطي"),
        ("وبن عروس", "LOC", "بن عروس"),
        ("لوزارة التجهيز", "ORG", "وزارة التجهيز"),
        ("محمد العياري سيترأس", "PER", "محمد العياري"),
        ("فرجينيا الأميركية", "LOC", "فرجينيا"),
        ("المجلس الأعلى حاكم", "ORG", "المجلس الأعلى"),
        ("هيئة المدن في", "ORG", "هيئة المدن"),
        ("حركة البناء", "ORG", "البناء"),
        ("حزب العمال الكردستاني", "ORG", "حزب العمال الكردستاني"),
        ("نظام القذافي", "ORG", "القذافي"),
        ("قوات الجيش الوطني", "ORG", "الجيش الوطني"),
        ("قوات الأمن", "ORG", "قوات الأمن"),
        ("إدارة الشباب", "ORG", "الشباب"),
        ("لجنة التنمية السياحية بالمحافظة", "ORG", "لجنة التنمية السياحية"),
        ("المقاومة الشعبية عدن", "ORG", "المقاومة الشعبية"),
        ("لافروف سيبحث", "PER", "لافروف"),
        ("سامح شكري استقالة", "PER", "سامح شكري"),
        ("خالد أمين", "PER", "خالد أمين"),
        ("كايل ووكر", "PER", "كايل ووكر"),
    ],
)
def test_what_is_no_part_of_the_name_is_cut_off_both_ends(text, kind, name):
    """Heads without which it stands, a club's people, a body after a person, attached letters; names keep theirs."""
    assert cut(text, kind) == name


@pytest.mark.parametrize(
    ("text", "kind"), [("نظام القذافي", "PER"), ("حركة حماس", "ORG"), ("القذافي", "ORG"), ("نظام التشغيل", "ORG")]
)
def test_who_leads_a_regime_is_a_person(text, kind):
    """What is left of «نظام فلان» is a person's name; other bodies keep their type."""
    tokens = tokenize(text)
    assert name_type(tokens, name_span(tokens, "ORG"), "ORG") == kind


def test_two_persons_that_the_tagger_takes_for_one_are_two():
    """A و that cannot be a foreign name's letter begins another person, a town after ب is none of the name."""
    for text, names in [
        ("كافكا وبيكيت", [(0, 1), (1, 2)]),
        ("داني وليامس", [(0, 2)]),
        ("طاهر شاه وسلمان راشد", [(0, 2), (2, 4)]),
        ("بجازان عيسى الحكمي", [(1, 3)]),
        ("بسام الحكمي", [(0, 2)]),
    ]:
        tokens = tokenize(text)
        parts = split_persons(LabelledSpan(0, len(tokens), "PER"), tokens)
        assert [(part.first, part.end) for part in parts] == names
