"""Bodies, events and built places, from their head word to their right end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner.organisations import club, definite_body, named_after, of_field, of_place, spelled_out
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال لاعب الرائد أمس", [("الرائد", "ORG", 0.82)]),
        ("بين أندية الهلال والنصر أمس", [("الهلال", "ORG", 0.82), ("النصر", "ORG", 0.82)]),
        ("رأى الرائد أمس", []),
        ("كتاب الهلال والنصر", []),
        ("لاعب، الرائد", []),
    ],
)
def test_club(candidates_by, text, names):
    """A club that is a word too is one after who plays for it, and in a list after that."""
    assert candidates_by(club, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت بي بي سي إن", [("بي بي سي", "ORG", 0.65)]),
        ("بحسب سي إن إن أمس", [("سي إن إن", "ORG", 0.65)]),
        ("مقاتلات إف-16 أمس", []),
        ("صاروخ إس إل إس أمس", [("إس إل إس", "PRODUCT", 0.8)]),
        ("لإذاعة موزاييك إف إم إن", [("موزاييك إف إم", "ORG", 0.65)]),
        ("قال روبرت دي نيرو إن", []),
        ("كي لا يكون", []),
        ("قناة بي بي سي أمس", [("بي بي سي", "ORG", 0.8)]),
        ("زورب بي بي سي", [("زورب بي بي سي", "ORG", 0.65)]),
        ("إذاعة الشباب إف إم أمس", [("الشباب إف إم", "ORG", 0.65)]),
    ],
)
def test_spelled_out(candidates_by, text, names):
    """Names of letters in a row are one name, typed by its head; a foreign word or a station before belongs to it."""
    assert candidates_by(spelled_out, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("جبل مغيلة بعيد", [("جبل مغيلة", "LOC", 0.9)]),
        ("درس في جامعة القاهرة ثم", [("جامعة القاهرة", "ORG", 0.9)]),
        ("في مستشفى الملك فهد أمس", [("مستشفى الملك فهد", "ORG", 0.9)]),
        ("في مستشفى الملك خالد التخصصي أمس", [("مستشفى الملك خالد التخصصي", "ORG", 0.9)]),
        ("مؤسسة سلمان الدوسري الخيرية", [("مؤسسة سلمان الدوسري الخيرية", "ORG", 0.9)]),
        ("زارت مؤسسة سلمان الدوسري أمس", []),
        ("في مدرسة أسامة بن زيد الابتدائية", [("مدرسة أسامة بن زيد الابتدائية", "ORG", 0.9)]),
        ("جامعة الدمام والصفا", [("جامعة الدمام", "ORG", 0.9)]),
        ("جامعة جديدة", []),
        ("بجامعة تونس للعلوم", [("جامعة تونس للعلوم", "ORG", 0.9)]),
        ("في جامعة", []),
    ],
)
def test_named_after(candidates_by, text, names):
    """The name holds what the head is called after and the adjectives of a house."""
    assert candidates_by(named_after, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قبضت شرطة دبي عليه", [("شرطة دبي", "ORG", 0.93)]),
        ("أمانة منطقة الرياض أمس", [("أمانة منطقة الرياض", "ORG", 0.93)]),
        ("منطقة الرياض التعليمية أمس", [("منطقة الرياض التعليمية", "ORG", 0.93)]),
        ("منطقة الرياض أمس", []),
        ("بنك الرياض الوطني", [("بنك الرياض الوطني", "ORG", 0.93)]),
        ("بنك الرياض التونسي", []),
        ("بنك دبي في المدينة", []),
        ("سوق دبي المالي", []),
        ("سوق دبي للأوراق المالية والسلع", [("سوق دبي للأوراق المالية والسلع", "ORG", 0.93)]),
        ("لشرطة دبي دور", [("شرطة دبي", "ORG", 0.93)]),
        ("حكومة جديدة", []),
        ("مؤسسة دبي للإعلام الجديد", [("مؤسسة دبي للإعلام", "ORG", 0.93)]),
    ],
)
def test_of_place(candidates_by, text, names):
    """A place, and where the head needs it a field or purpose, makes a name."""
    assert candidates_by(of_place, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("هيئة حماية المستهلك أمس", [("هيئة حماية المستهلك", "ORG", 0.92)]),
        ("وزارة التجهيز والإسكان أمس", [("وزارة التجهيز والإسكان", "ORG", 0.92)]),
        ("مؤتمر الطب الباطني أمس", [("مؤتمر الطب الباطني", "EVENT", 0.79)]),
        ("مؤتمر المعارضة", []),
        ("مجلس الوزراء أمس", []),
        ("رئيس هيئة المحلفين", []),
        ("لجنة النادي", []),
        ("مجلس المنطقة", []),
        ("مجلس إدارة النادي", []),
        ("مكتب صاحب السمو", []),
        ("وزارة التجارة الهندية", [("وزارة التجارة الهندية", "ORG", 0.92)]),
        ("مدير لجنة المسابقات أمس", [("لجنة المسابقات", "ORG", 0.92)]),
        ("لجنة المسابقات أمس", [("لجنة المسابقات", "ORG", 0.79)]),
        ("للجنة الوطنية", []),
        ("منظمة الأمم المتحدة", []),
        ("هيئة الوقاية من الفساد", [("هيئة الوقاية من الفساد", "ORG", 0.92)]),
        ("محكمة الاستئناف بصفاقس طويلا", [("محكمة الاستئناف بصفاقس", "ORG", 0.79)]),
        ("لجنة الإشراف على القضاء", [("لجنة الإشراف على القضاء", "ORG", 0.79)]),
    ],
)
def test_of_field(candidates_by, text, names):
    """A definite genitive makes a name; it is surer after a title, with a people or with a head that always names."""
    assert candidates_by(of_field, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("الحكومة التونسية الحالية", [("الحكومة التونسية", "ORG", 0.86)]),
        ("الحكومة الجديدة", []),
        ("الهيئة العامة للسياحة أمس", [("الهيئة العامة للسياحة", "ORG", 0.86)]),
        ("الهيئة العامة أمس", []),
        ("الشركة الفرنسية", []),
        ("وقف الحرس الوطني لتأمين مرور الشاحنات", [("الحرس الوطني", "ORG", 0.86)]),
        ("المهرجان الوطني للتراث", [("المهرجان الوطني للتراث", "EVENT", 0.86)]),
        ("البنك المركزي أمس", [("البنك المركزي", "ORG", 0.86)]),
        ("وزير الهيئة العامة للسياحة", []),
        ("وزارة الدفاع الوطني", []),
        ("الاتحاد الأوروبي لكتب الأطفال", [("الاتحاد الأوروبي", "ORG", 0.86)]),
        ("للجنة الوطنية لحقوق الطفل", [("للجنة الوطنية لحقوق الطفل", "ORG", 0.86)]),
        ("المهرجان الدولي", []),
        ("البنك التونسية", []),
        ("الجيش النيجيري الجديد", [("الجيش النيجيري", "ORG", 0.86)]),
        ("المحكمة الاتحادية ببغداد أمس", [("المحكمة الاتحادية ببغداد", "ORG", 0.86)]),
    ],
)
def test_definite_body(candidates_by, text, names):
    """A people, an adjective of bodies or a purpose makes a definite head a name."""
    assert candidates_by(definite_body, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت بي بي سي إن", [("بي بي سي", "ORG")]),
        ("بحسب سي إن إن أمس", [("سي إن إن", "ORG")]),
        ("مقاتلات إف-16 أمس", []),
        ("أطلق صاروخ إس إل إس أمس", [("إس إل إس", "PRODUCT")]),
        ("قال لإذاعة موزاييك إف إم إن", [("موزاييك إف إم", "ORG")]),
        ("قال روبرت دي نيرو إن الفيلم", []),
        ("كي لا يكون", []),
    ],
)
def test_names_of_letters_in_a_row_are_an_abbreviation(named_by, text, names):
    """Two letters at least, typed by the head before them; a station's name stands before «إف إم»."""
    assert named_by(spelled_out, text) == names
