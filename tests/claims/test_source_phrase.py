"""A noun phrase as a source."""

from __future__ import annotations

import pytest

from arcorpus.claims import source_phrase
from arcorpus.types import Span

SAMI = ("سامي العلي", "PER")
META = ("ميتا", "ORG")


def written(found):
    """The words and type of a source, None for no source."""
    return found and (found.text, found.type)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("متحدث باسم الشركة الذي حضر", "متحدث باسم الشركة"),
        ("مصدر أمني، والطريق مفتوح", "مصدر أمني"),
        ("المدير: الطريق مفتوح", "المدير"),
        ("المدير (أمس)", "المدير"),
        ("المدير في تصريح", "المدير"),
        ("المدير للصحفيين", "المدير"),
        ("المدير أمس", "المدير"),
        ("مسؤول في الوزارة", "مسؤول في الوزارة"),
        ("مصدر طلب عدم ذكر اسمه", "مصدر"),
        ("بيان تم إصداره", "بيان"),
        ("مصدر أكد الخبر", "مصدر"),
        ("مصدر سيعود", "مصدر"),
        ("الخبير أن الطريق مفتوح", "الخبير"),
        ("المدير قوله", "المدير"),
        ("وزير المال .", "وزير المال"),
        ("سلمى الحاج مديرة المتحف", "سلمى الحاج"),
        ("سلمى الحاج المديرة", "سلمى الحاج المديرة"),
        ("سلمى مديرة المتحف", "سلمى مديرة المتحف"),
        ("سلمى بنت سعيد الحاج مديرة المتحف", "سلمى بنت سعيد الحاج"),
        ("سلمى بنت سعيد بن الحاج مديرة المتحف", "سلمى بنت سعيد بن الحاج مديرة المتحف"),
        ("عدد كبير مدير", "عدد كبير مدير"),
        ("الحاج سلمى مدير", "الحاج سلمى مدير"),
        ("وكالة سلمى مدير", "وكالة سلمى مدير"),
        ("سلمى في مكتب مدير", "سلمى في مكتب مدير"),
        ("سلمى - مدير", "سلمى - مدير"),
        ("عاد المدير", "عاد المدير"),
        ("«جمعية، أهل» الحي", "«جمعية، أهل» الحي"),
        ("جمعية «أكد» الحي", "جمعية «أكد» الحي"),
        ("15 عاملا", "15 عاملا"),
        ("هذا المدير", "هذا المدير"),
    ],
)
def test_where_a_noun_phrase_ends(passage, text, source):
    """At a relative, a pause, a mark, a scene, a clause or an office in apposition; quoted words belong to it."""
    found = passage(text)
    assert written(source_phrase.source_in(found, 0, len(found.keys))) == (source, None)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("، المدير", "المدير"),
        ("اليوم المدير", "المدير"),
        ("أمس، المدير", "المدير"),
        ("والمدير", "المدير"),
        ("فالمدير", "المدير"),
        ("«مصدر أمني»", "مصدر أمني"),
        ('"مصدر أمني"', "مصدر أمني"),
        ("وزارة «النقل»", "وزارة «النقل»"),
    ],
)
def test_what_is_left_out_of_a_source(passage, text, source):
    """Pauses and words of time before it, a conjunction, and marks around all of it."""
    found = passage(text)
    assert written(source_phrase.source_in(found, 0, len(found.keys))) == (source, None)


@pytest.mark.parametrize(
    "text",
    [
        "،",
        "أمس",
        "ذلك",
        "ذلك «",
        "إلى المدير",
        "له",
        "لديه",
        "سيعلن المدير",
        "يعود المدير",
        "قررت المحكمة",
        "قال المدير",
        "كتب معلقا",
        "معلقا",
        "بأن",
        "أن المدير",
        "بمدينة",
        "للمدير",
        "لوكالة الأنباء",
        "كان المدير",
        "«",
        "( المدير )",
    ],
)
def test_what_heads_no_noun_phrase(passage, text):
    """A verb, a participle that tells how, an adjunct, an addressee, أن, a bare «ذلك» and a mark alone head none."""
    found = passage(text)
    assert source_phrase.source_in(found, 0, len(found.keys)) is None


def test_behind_an_attached_letter_anything_but_a_verb_of_saying_heads_a_phrase(passage):
    """Of «للمدير», from the noun on, the phrase is «مدير»; of «لأكد» there is none."""
    found = passage("للمدير الجديد")
    assert written(source_phrase.source_in(found, 0, 2, begin=2)) == ("مدير الجديد", None)
    assert written(source_phrase.source_in(passage("للصحفيين"), 0, 1, begin=2)) == ("صحفيين", None)
    assert source_phrase.source_in(passage("أكد المدير"), 0, 2, begin=1) is None


def test_nothing_is_written_between_equal_ends(passage):
    """A stretch without tokens is no source."""
    assert source_phrase.source_in(passage("المدير"), 1, 1) is None
    assert source_phrase.source_in(passage("المدير أكد"), 0, 0) is None


def test_a_source_has_the_gender_and_number_of_its_verb_but_not_of_a_noun(passage):
    """«أكدت الوزارة» is feminine singular; the ه of «قوله» agrees with another word than the source."""
    found = passage("أكدت الوزارة قوله")
    verb, noun = found.cues[0], found.cues[2]
    source = source_phrase.source_at(found, Span(5, 12), verb, "ORG")
    assert (source.text, source.start, source.end, source.type) == ("الوزارة", 5, 12, "ORG")
    assert (source.gender, source.number) == ("f", "s")
    assert source_phrase.source_at(found, Span(5, 12), noun).gender is None
    assert source_phrase.source_at(found, Span(5, 12), None).number is None


@pytest.mark.parametrize(
    ("text", "names", "source"),
    [
        ("سامي العلي", [SAMI], "سامي العلي"),
        ("المدير سامي العلي", [SAMI], "سامي العلي"),
        ("المستشار اليوم سامي العلي", [SAMI], "سامي العلي"),
        ("رئيس الوزراء سامي العلي", [SAMI], "سامي العلي"),
        ("المدير العام للشركة، سامي العلي", [SAMI], "سامي العلي"),
        ("وزير، سامي العلي", [SAMI], "سامي العلي"),
        ("وزير ( سامي العلي", [SAMI], "سامي العلي"),
        ("محامي الدكتور سامي العلي", [SAMI], "سامي العلي"),
        ("رئيس اتحاد تونس سامي العلي", [("تونس", "LOC"), SAMI], "سامي العلي"),
        ("المستشار آنذاك، سامي العلي", [SAMI], "سامي العلي"),
        ("المشرف على المعرض سامي العلي", [SAMI], "سامي العلي"),
        ("المشرف على معرض سامي العلي", [SAMI], "سامي العلي"),
        ("المشرف على معرض سامي العلي،", [SAMI], "سامي العلي"),
        ("مشرف على معرض سامي العلي", [SAMI], "سامي العلي"),
        ("المدير قال محمد", [("قال محمد", "PER")], "قال محمد"),
    ],
)
def test_a_person_in_the_phrase_is_the_source(passage, text, names, source):
    """A person who is named beside an office, over a pause or after an office with its duty is who speaks."""
    found = passage(text, *names)
    assert written(source_phrase.source_in(found, 0, len(found.keys))) == (source, "PER")


@pytest.mark.parametrize(
    ("text", "names", "source"),
    [
        ("محامي سامي العلي", [SAMI], "محامي سامي العلي"),
        ("كلمة سامي العلي", [SAMI], "كلمة سامي العلي"),
        ("المدير وسامي العلي", [SAMI], "المدير وسامي العلي"),
        ("شركة ميتا", [META], "شركة ميتا"),
        ("المستشار في تصريح سامي العلي", [SAMI], "المستشار"),
        ("المستشار في التصريح سامي العلي", [SAMI], "المستشار"),
        ("المستشار الذي سامي العلي", [SAMI], "المستشار"),
        ("شجرة على معرض سامي العلي", [SAMI], "شجرة"),
        ("المشرف على سامي العلي", [SAMI], "المشرف"),
        ("المشرف على معرض في سامي العلي", [SAMI], "المشرف"),
        ("المشرف على معرض وسامي العلي", [SAMI], "المشرف"),
        ("المشرف في تصريح معرض سامي العلي", [SAMI], "المشرف"),
        ("المشرف على معرض الذي معرض سامي العلي", [SAMI], "المشرف"),
        ("المشرف معرض سامي العلي", [SAMI], "المشرف معرض سامي العلي"),
        ("المشرف على معرض ميتا", [META], "المشرف"),
        ("مؤسسة قال الخير", [("مؤسسة قال الخير", "ORG")], "مؤسسة قال الخير"),
        ("جمعية دار الأمل أمس", [("دار الأمل أمس", "ORG")], "جمعية دار الأمل أمس"),
    ],
)
def test_a_name_that_belongs_to_another_noun_is_not_the_source(passage, text, names, source):
    """In «محامي فلان» and «كلمة فلان» the noun speaks; a name behind a scene or a relative is another's."""
    found = passage(text, *names)
    assert source_phrase.source_in(found, 0, len(found.keys)).text == source


@pytest.mark.parametrize(
    ("text", "word", "scene"),
    [
        ("قال أمس", "أمس", True),
        ("قال في تصريح", "في", True),
        ("قال في 2015", "في", True),
        ("قال في مارس", "في", True),
        ("قال في اليوم", "في", True),
        ("مسؤول في الوزارة", "في", False),
        ("مسؤول في", "في", False),
        ("قال من جانبه", "من", True),
        ("مصدر من الوزارة", "من", False),
        ("مصدر من", "من", False),
        ("قال خلال زيارة", "خلال", True),
        ("قال إلى الناس", "إلى", True),
        ("خلاف بين الناس", "بين", False),
        ("قال للصحفيين", "للصحفيين", True),
        ("قال المدير", "المدير", False),
    ],
)
def test_what_sets_the_scene(passage, text, word, scene):
    """A time, an occasion, a part («من جانبه») and an addressee do, a preposition inside a noun phrase does not."""
    found = passage(text)
    index = next(i for i in range(len(found.keys)) if found.token(i).text == word)
    assert source_phrase.sets_scene(found, index) is scene


@pytest.mark.parametrize(
    ("text", "index", "names", "told"),
    [
        ("قال لوكالة الأنباء", 1, [], True),
        ("قال للصحفيين", 1, [], True),
        ("قال لزملائه", 1, [], True),
        ("قال ل وكالة", 1, [], True),
        ("قال ل«وكالة»", 1, [], True),
        ("قال ل", 1, [], False),
        ("قال ل «", 1, [], False),
        ("قال ليفهم", 1, [], False),
        ("قال للناس", 1, [], False),
        ("قال مصدر", 1, [], False),
        ("قال لميتا", 1, [META], True),
        ("قال لسامي العلي", 1, [SAMI], False),
        ("قال ليكرز", 1, [("ليكرز", "ORG")], False),
        ("المدير لميتا", 1, [META], True),
        ("مديرة لميتا", 1, [META], True),
        ("المدير العام لميتا", 2, [META], False),
        ("لميتا", 0, [META], True),
    ],
)
def test_whom_l_addresses(passage, text, index, names, told):
    """Media and bodies are spoken to, not what a title belongs to nor a name that itself begins with ل."""
    assert source_phrase.is_addressee(passage(text, *names), index) is told


@pytest.mark.parametrize(
    ("text", "names", "head"),
    [
        ("الوزير الجديد المصنع", [], "الوزير الجديد"),
        ("الوزير المصنع", [], "الوزير"),
        ("الوزير مصنعا", [], "الوزير مصنعا"),
        ("وزير المصنع", [], "وزير المصنع"),
        ("الوزير الدكتور سامي", [], "الوزير الدكتور سامي"),
        ("الوزير المدير", [], "الوزير المدير"),
        ("الوزير الجديد", [], "الوزير الجديد"),
        ("الوزير الباريس", [("الباريس", "LOC")], "الوزير الباريس"),
        ("شركة ميتا نظاما جديدا", [META], "شركة ميتا"),
        ("ميتا نظاما", [META], "ميتا"),
        ("مدينة باريس نظاما", [("مدينة باريس", "LOC")], "مدينة باريس"),
        ("ميتا مدينة باريس", [META, ("مدينة باريس", "LOC")], "ميتا"),
        ("ميتا أمس", [META], "ميتا أمس"),
        ("ميتا النظام", [META], "ميتا النظام"),
        ("ميتا بالنظام", [META], "ميتا بالنظام"),
        ("ميتا ، نظاما", [META], "ميتا ، نظاما"),
        ("ميتا رئيس", [META], "ميتا رئيس"),
        ("ميتا الذي", [META], "ميتا الذي"),
        ("ميتا عندما", [META], "ميتا عندما"),
        ("ميتا في نظام", [META], "ميتا في نظام"),
        ("اتحاد ميتا سامي العلي", [META, SAMI], "اتحاد ميتا سامي العلي"),
    ],
)
def test_where_a_head_ends(passage, text, names, head):
    """Before another definite noun («زار الوزير المصنع»), and before the object of a name («قدمت شركة كذا نظاما»)."""
    found = passage(text, *names)
    assert " ".join(found.token(i).text for i in range(source_phrase.head_end(found, 0, len(found.keys)))) == head


def test_no_head_in_no_tokens(passage):
    """Between equal ends a head ends where it begins."""
    assert source_phrase.head_end(passage("الوزير الجديد"), 1, 1) == 1


def test_a_name_is_sought_up_to_a_scene_or_relative_behind_the_head(passage):
    """A scene that begins the phrase hides no name; a bare word of time never does."""
    assert source_phrase.person_in(passage("الذي سامي العلي", SAMI), 0, 3).text == "سامي العلي"
    assert source_phrase.person_in(passage("المدير الذي سامي العلي", SAMI), 0, 4) is None
    assert source_phrase.person_in(passage("المدير سامي العلي", SAMI), 0, 1) is None
