"""Bodies, events and built places, from their head word to their right end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner.organisations import definite_body, named_after, of_field, of_place
from arcorpus.ner.words import words_of
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Field

RULES = (named_after, of_place, of_field, definite_body)


def words(text):
    """The words of a text as the rules see them."""
    return words_of(Field("text", text, split_sentences(text), tokenize(text)))


def found(rule, text):
    """The surfaces of what a rule finds in a text."""
    seen = words(text)
    finds = [find for at, word in enumerate(seen) if word.arabic and (find := rule(seen, at))]
    return [text[find.start : find.end] for find in finds]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت هيئة حماية المستهلك أسعارا جديدة", "هيئة حماية المستهلك"),
        ("قررت وزارة السياحة والآثار إغلاق القلعة", "وزارة السياحة والآثار"),
        ("قالت وزارة البيئة والمياه وتنمية الأرياف إن السد امتلأ", "وزارة البيئة والمياه وتنمية الأرياف"),
        ("زار معهد الفنون الموسيقية والمسرحية أمس", "معهد الفنون الموسيقية والمسرحية"),
        ("استقال مدير إدارة الأرصاد الجوية فجأة", "إدارة الأرصاد الجوية"),
        ("بيان لنقابة عمال المناجم صدر اليوم", "نقابة عمال المناجم"),
        ("اجتمعت هيئة الوقاية من الفساد مساء", "هيئة الوقاية من الفساد"),
        ("وقفت أمام محكمة الاستئناف بصفاقس طويلا", "محكمة الاستئناف بصفاقس"),
        ("حكم على عضو في ديوان ولي عهد البحرين بالسجن", "ديوان ولي عهد البحرين"),
        ("أوضحت وزارة التجارة الهندية ذلك", "وزارة التجارة الهندية"),
    ],
)
def test_a_body_goes_on_to_the_end_of_what_it_is_for(text, name):
    """A genitive, its adjectives and what «و» adds belong to the name; verbs, prepositions and objects do not."""
    assert found(of_field, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع مجلس الإدارة في المقر", "قالت لجنة النادي إن اللاعب غاب", "رأس مجلس إدارة الشركة ثلاث سنوات",
        "ناقش مجلس الوزراء الميزانية", "استمعت هيئة المحلفين إلى الشهود", "زار مجلس المنطقة", "وصل مركز صحي جديد",
        "أسس لجنة من الخبراء", "طلبت منظمة الأمم المتحدة", "في مؤتمر المعارضة", "هيئة", "لجنة الرئيس الأسبق",
    ],
)  # fmt: skip
def test_a_body_without_a_name_is_none(text):
    """A head with another bare head, an indefinite word, a title or nothing after it names no body."""
    assert found(of_field, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نشرت الهيئة العامة للطيران المدني جدولا", "الهيئة العامة للطيران المدني"),
        ("قررت اللجنة العليا للإشراف على الانتخابات البلدية التمديد", "اللجنة العليا للإشراف على الانتخابات البلدية"),
        ("أعلن المركز الوطني لإنتاج وتوزيع البذور ذلك", "المركز الوطني لإنتاج وتوزيع البذور"),
        ("فتح المتحف البولندي أبوابه", "المتحف البولندي"),
        ("قالت المحكمة الإدارية بوهران إن الطعن مرفوض", ""),
        ("قضت المحكمة الاتحادية ببغداد بذلك", "المحكمة الاتحادية ببغداد"),
        ("صرح به للجنة الوطنية لحقوق الطفل أمس", "للجنة الوطنية لحقوق الطفل"),
        ("قال الجيش النيجيري الجديد", "الجيش النيجيري"),
        ("وقف الحرس الوطني لتأمين مرور الشاحنات", "الحرس الوطني"),
        ("شارك في المهرجان الوطني للتراث والفنون الثالث", "المهرجان الوطني للتراث والفنون الثالث"),
        ("خلال المؤتمر العربي للمياه", "المؤتمر العربي للمياه"),
        ("نشر المجلس البولندي لكتب الأطفال قائمة", "المجلس البولندي لكتب الأطفال"),
        ("أقرت الجمعية العمومية لشركة الخليج أرباحا", ""),
        ("أنتجت الشركة البرتغالية فيلما", ""),
        ("وافتتح المعرض الدولي حول الطاقة", ""),
        ("اجتمعت اللجنة المكلفة بالملف", ""),
    ],
)
def test_a_definite_body_needs_what_makes_it_a_name(text, name):
    """A people, an adjective of institutions or «ل…»: the name ends with them and leaves participles outside."""
    assert found(definite_body, text) == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قبضت شرطة لندن على لصين", "شرطة لندن"),
        ("نفت حكومة دبي الخبر", "حكومة دبي"),
        ("تعهدت أمانة محافظة جدة بالتنظيف", "أمانة محافظة جدة"),
        ("مدير منطقة الرياض التعليمية", "منطقة الرياض التعليمية"),
        ("دخلنا منطقة الرياض ليلا", ""),
        ("تراجع سوق أبوظبي للأوراق المالية قليلا", "سوق أبوظبي للأوراق المالية"),
        ("في سوق بغداد القديم", ""),
        ("حسابات بنك دبي الإسلامي مغلقة", "بنك دبي الإسلامي"),
        ("أهدت مؤسسة دبي للإعلام ومواقع أخرى", "مؤسسة دبي للإعلام"),
        ("استعدت أمانة جدة لبدء العمل", "أمانة جدة"),
        ("هبط سهم بنك دبي الوطني لمستوى أدنى", "بنك دبي الوطني"),
    ],
)
def test_a_body_of_a_place_holds_the_place(text, name):
    """«شرطة لندن» is one name; a market or region needs a field or a goal after the place."""
    assert found(of_place, text) == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("في مستشفى الملك خالد التخصصي أمس", "مستشفى الملك خالد التخصصي"),
        ("افتتح مركز الأميرة سلمى الثقافي", "مركز الأميرة سلمى الثقافي"),
        ("عبر جسر لندن الجديد", "جسر لندن"),
        ("درس في جامعة القاهرة ثم عاد", "جامعة القاهرة"),
        ("تبرعت مؤسسة سلمان الدوسري الخيرية بالمبلغ", "مؤسسة سلمان الدوسري الخيرية"),
        ("زارت مؤسسة سلمان الدوسري أمس", ""),
        ("زار مركز القاهرة", ""),
    ],
)
def test_a_house_called_after_somebody_or_a_town(text, name):
    """The name holds title and person, and the adjectives of a house, but not those of a street."""
    assert found(named_after, text) == ([name] if name else [])


PARTS = ["وزارة", "هيئة", "الهيئة", "العامة", "للسياحة", "والآثار", "وتنمية", "المجتمع", "في", "دبي", "الصحة", "شرطة"]


@given(st.lists(st.sampled_from(PARTS)))
@settings(deadline=None)
def test_finds_begin_at_a_head_and_end_with_a_word(parts):
    """Whatever stands together, a find starts inside its word and ends where a word ends."""
    seen = words(" ".join(parts))
    for at, word in enumerate(seen):
        for rule in RULES:
            find = rule(seen, at)
            assert find is None or (find.start < find.end and find.end in {other.end for other in seen[at:]})
            assert find is None or word.start <= find.start < word.end


def test_a_line_of_heads_takes_linear_time():
    """Ten thousand heads in a row are read in seconds."""
    seen = words("الهيئة العامة " * 5000)
    start = time.perf_counter()
    for at in range(len(seen)):
        for rule in RULES:
            rule(seen, at)
    assert time.perf_counter() - start < 20
