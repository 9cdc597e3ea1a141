"""From labels to spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner import gazetteer
from arcorpus.ner.span_edges import (
    LabelledSpan,
    _before_another,
    _ends_in_office,
    _ends_in_people,
    _ends_in_seat,
    _ends_in_verb,
    _heads,
    _is_called,
    _is_club_and_more,
    _is_in_town,
    _is_other,
    _is_person,
    _is_place_and_people,
    _is_region,
    _is_verb,
    _is_where,
    _leads,
    _stands_alone,
    decode_bio,
    document_keys,
    name_span,
    name_type,
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


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("سيبحث", True),
        ("سيترأس", True),
        ("سيذهب", True),
        ("يقول", True),
        ("سيكون", True),
        ("سيف", False),
        ("سينا", False),
        ("سيناريو", False),
        ("ستيفن", False),
        ("كتب", False),
        ("محمد", False),
        ("قال", False),
    ],
)
def test_a_verb_behind_a_name(word, verb):
    """A word is a verb where the list of words knows nothing else for it, after س only where names hardly look so."""
    assert _is_verb(word) is verb


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("الحرس", True),
        ("الحكومة", True),
        ("استقالة", True),
        ("رئيس", True),
        ("محمد", False),
        ("أمين", False),
        ("كتاب", False),
    ],
)
def test_what_follows_a_person(word, other):
    """A body, an office or a verbal noun is no part of a person's name, but for one that is a name too: أمين."""
    assert _is_other(gazetteer.key(word)) is other


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("بالحمامات", True),
        ("بالمحافظة", True),
        ("بالقاهرة", True),
        ("بولاية", True),
        ("القاهرة", False),
        ("باريس", False),
        ("بالوزارة", False),
        ("بسوسة", False),
        ("وبالقاهرة", False),
    ],
)
def test_where_a_body_is(word, place):
    """ب with a town or a kind of place tells where a body is; بسوسة is a listed word."""
    assert _is_where(gazetteer.key(word)) is place


@pytest.mark.parametrize(
    ("word", "town"),
    [
        ("بجازان", True),
        ("لجازان", True),
        ("بالقاهرة", True),
        ("بسام", False),
        ("جازان", False),
        ("وجازان", False),
        ("وبجازان", False),
        ("محمد", False),
        ("بتونس", False),
    ],
)
def test_a_town_before_a_person(word, town):
    """Only ب or ل before a town, no name of persons, tells where a person is."""
    assert _is_in_town(word) is town


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("المجلس الأعلى حاكم", True),
        ("المجلس الأعلى الحاكم", False),
        ("مجلس أعلى حاكم", False),
        ("المجلس الأعلى كتاب", False),
    ],
)
def test_ends_in_office(text, true):
    """An office without article after a definite body: «المجلس الأعلى» + «حاكم»."""
    assert bool(_ends_in_office(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("لجنة التنمية بالمحافظة", True),
        ("هيئة المدن بالقاهرة", True),
        ("التنمية بالمحافظة", False),
        ("لجنة التنمية المحافظة", False),
        ("جامعة الطب بالقاهرة", False),
    ],
)
def test_ends_in_seat(text, true):
    """A body of two words or more and where it is; schools and hospitals are called after it."""
    assert bool(_ends_in_seat(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("روتانا يقول", True),
        ("روتانا سيبحث", True),
        ("روتانا الكبيرة", False),
        ("روتانا محمد", False),
    ],
)
def test_ends_in_verb(text, true):
    """A verb after a name: «روتانا» + «يقول»."""
    assert bool(_ends_in_verb(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("العين الإماراتي", True),
        ("الأهلي غروس", True),
        ("الأهلي", False),
        ("الأهلي الليبي غروس", False),
        ("روتانا الإماراتي", False),
    ],
)
def test_is_club_and_more(text, true):
    """A club of one word and another word: its people or its trainer."""
    assert bool(_is_club_and_more(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("بيراميدز المصري", True),
        ("نادي بيراميدز المصري", True),
        ("ميتا الأمريكية", True),
        ("الجيش السوداني", False),
        ("شركة الاتصالات السعودية", False),
        ("الأرض المصرية", False),
        ("بيراميدز الكبير", False),
        ("كتاب المصري", False),
        ("ريال مدريد الإسباني", False),
    ],
)
def test_ends_in_people(text, true):
    """A people's adjective after one word that is known or foreign, perhaps with a head; no body's own adjective."""
    assert bool(_ends_in_people(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("فرجينيا الأميركية", True),
        ("باريس الفرنسية", True),
        ("حمص السورية", True),
        ("مدينة الأميركية", False),
        ("فرجينيا الكبيرة", False),
        ("كوريا الشمالية", False),
    ],
)
def test_is_place_and_people(text, true):
    """A people's adjective after a known or foreign place."""
    assert bool(_is_place_and_people(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("منطقة الباحة", True),
        ("مدينة الرياض", True),
        ("مدينة العين", True),
        ("مدينة الثقافة", False),
        ("منطقة الصين", False),
        ("منطقة باحة", False),
        ("منطقة الباحة الكبيرة", False),
        ("مدينة السورية", False),
        ("مدينة باريس", False),
    ],
)
def test_is_region(text, true):
    """A town or region, no state, of one definite word that is no word of the language."""
    assert bool(_is_region(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("ميتا", True),
        ("زيلوكس", True),
        ("باريس", True),
        ("«الكتاب»", True),
        ("البنك الدولي", False),
        ("24", False),
        ("شباب البلاد", False),
        ("كتاب زيلوكس", False),
        ("الباحة", False),
    ],
)
def test_stands_alone(text, true):
    """A quoted or known name, or one without a word of the language, needs no head before it."""
    assert bool(_stands_alone(tokenize(text))) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("نظام الأسد", True),
        ("نظام بشار الأسد", True),
        ("قوات الجيش الوطني", True),
        ("إدارة الشباب", True),
        ("قوات الأهلي", True),
        ("قوات الأمن", False),
        ("قوات الجيش", False),
        ("نظام التشغيل", False),
        ("فريق الأهلي", False),
        ("كتاب الأسد", False),
    ],
)
def test_leads(text, true):
    """A force leads a body or club, an office a person; «قوات الجيش» alone is the name."""
    assert _leads([gazetteer.key(word) for word in text.split()]) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("نادي الفتح", True),
        ("قناة الجزيرة", True),
        ("حركة النهضة", True),
        ("حركة النهضة الإسلامية", True),
        ("حزب البعث", True),
        ("نادي فتح", False),
        ("نادي الفتح السعودي", False),
        ("حزب العمال الكردستاني", False),
        ("حزب الله", False),
        ("شركة الكهرباء", False),
        ("حركة شباب", False),
        ("حركة المقاومة التونسية", False),
    ],
)
def test_is_called(text, true):
    """A club or medium of one definite word, a party of more; «حزب العمال» is called so with its head."""
    assert _is_called([gazetteer.key(word) for word in text.split()]) is true


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("محمود عباس", True),
        ("الأسد", True),
        ("معمر القذافي", True),
        ("التشغيل", False),
        ("رويترز", False),
        ("محمود التشغيل", False),
    ],
)
def test_is_person(text, true):
    """A known person's full name, or the last word of one."""
    assert _is_person([gazetteer.key(word) for word in text.split()]) is true


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("المقاومة الشعبية عدن", 2),
        ("المقاومة الشعبية محمد", 2),
        ("مقاومة الشعبية عدن", 3),
        ("المقاومة عدن", 2),
        ("المقاومة شعبية عدن", 3),
        ("المقاومة الشعبية الوطنية", 3),
        ("المقاومة الشعبية كتاب عدن", 4),
        ("المقاومة الشعبية تونس", 3),
    ],
)
def test_a_body_ends_before_another_name(text, count):
    """A town or given name after definite words begins another name: «المقاومة الشعبية» + «عدن»."""
    assert _before_another([gazetteer.key(word) for word in text.split()]) == count


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("الرئيس محمد العياري", "PER", 1),
        ("الرئيس الدكتور محمد", "PER", 2),
        ("محمد العياري", "PER", 0),
        ("الرئيس", "PER", 0),
        ("شركة", "ORG", 0),
        ("شركة ميتا", "ORG", 1),
        ("بولاية قابس", "LOC", 1),
        ("حركة حماس", "ORG", 1),
        ("نظام القذافي", "ORG", 1),
        ("نظام القذافي", "LOC", 0),
        ("منطقة الباحة", "LOC", 1),
        ("منطقة الباحة", "ORG", 0),
        ("نادي الفتح", "ORG", 1),
        ("شركة الكهرباء", "ORG", 0),
        ("رواية ميتا", "ORG", 0),
    ],
)
def test_heads_before_a_name(text, kind, count):
    """Titles before a person, and one head before a name that stands without it; a word is always left."""
    assert _heads(tokenize(text), kind) == count
