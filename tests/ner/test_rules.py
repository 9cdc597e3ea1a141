"""Names by rule."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner import rules


@pytest.fixture(scope="session")
def found(names_by):
    """The surfaces and types of the names in a text."""
    return names_by(rules.recognize)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت شركة زيلوكس أمس أرباحها", [("زيلوكس", "ORG")]),
        ("أعلنت شركة Nasmah أمس أرباحها", [("Nasmah", "ORG")]),
        ("قدمت نموذج Falcon للجمهور", [("Falcon", "PRODUCT")]),
        ("في صحيفة الشروق أمس", [("الشروق", "ORG")]),
        ('ذكرت صحيفة "ماركا" أمس', [("ماركا", "ORG")]),
        ("عرض فيلم «ريح السد» في المهرجان", [("ريح السد", "WORK")]),
        ("وقع في مدينة تلابت حادث", [("تلابت", "LOC")]),
        ("سقط على جبل مغيلة ثلج", [("جبل مغيلة", "LOC")]),
        ("في جامعة القاهرة مؤتمر", [("جامعة القاهرة", "ORG")]),
        ("قالت وزارة الصحة إن الوضع جيد", [("وزارة الصحة", "ORG")]),
        ("رفضت السلطات الإيطالية الطلب", [("السلطات الإيطالية", "ORG")]),
        ("قال البنك المركزي التونسي إن", [("البنك المركزي التونسي", "ORG")]),
        ("أعلن الاتحاد العام التونسي للشغل الإضراب", [("الاتحاد العام التونسي للشغل", "ORG")]),
        ("من مستشفى الملك فهد إلى", [("مستشفى الملك فهد", "ORG")]),
        ("في مدرسة أسامة بن زيد الابتدائية أمس", [("مدرسة أسامة بن زيد الابتدائية", "ORG")]),
        ("دوريات حرس الحدود في المنطقة", [("حرس الحدود", "ORG")]),
        ("قال لاعب الرائد أمس", [("الرائد", "ORG")]),
        ("بين أندية الهلال والنصر أمس", [("الهلال", "ORG"), ("النصر", "ORG")]),
        ("صدر القانون عدد 52 لسنة 1992 أمس", [("القانون عدد 52 لسنة 1992", "PRODUCT")]),
        ("نقل أحياء الزهور والربيع والشاطئ الغربي إلى",
         [("الزهور", "LOC"), ("الربيع", "LOC"), ("الشاطئ الغربي", "LOC")]),
        ("وصل إلى حي الزهور أمس", [("حي الزهور", "LOC")]),
        ("صدر قانون المالية لسنة 2017 أمس", [("قانون المالية لسنة 2017", "PRODUCT")]),
        ("حصلت «عكاظ» على نسخة", [("عكاظ", "ORG")]),
        ("التقى مسؤولا ليبيا رفيعا", []),
        ("أصابه فيروس كورونا أمس", []),
    ],
)  # fmt: skip
def test_a_head_word_tells_the_name_and_its_type(text, names, found):
    """What stands beside a head word is named, the head inside or outside as the kind of body wants it."""
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("التقى وزير الخارجية المصري سامح شكري نظيره", [("سامح شكري", "PER")]),
        ("قال الرئيس أردوغان إن", [("أردوغان", "PER")]),
        ("قال محمد العياري إن الأمر بسيط", [("محمد العياري", "PER")]),
        ("وقال مارتن هوفستاد، مدير الشركة، إن", [("مارتن هوفستاد", "PER")]),
        ("أكد علي بن سالم الكعبي ذلك", [("علي بن سالم الكعبي", "PER")]),
        ("بحضور مريم الزواري وسندس الطرابلسي، وكريم بوزيد.",
         [("مريم الزواري", "PER"), ("سندس الطرابلسي", "PER"), ("كريم بوزيد", "PER")]),
        ("قال رئيس الحكومة، يوسف الهمامي، إن", [("يوسف الهمامي", "PER")]),
        ("غنت أمل بوشناق وعزف الجميع", [("أمل بوشناق", "PER")]),
        ("قال المشرف على المعرض مضحي العنزي إن", [("مضحي العنزي", "PER")]),
        ("وقالت أمل سعيد الرقباني إن المركز جديد", [("أمل سعيد الرقباني", "PER")]),
        ("وأردف العنزي أن الأمر بسيط", []),
        ("سجل هولك ونيمار هدفين", []),
    ],
)  # fmt: skip
def test_persons_by_title_given_name_apposition_and_list(text, names, found):
    """A title, a given name that is nothing else, «، مدير» after it, بن, or a list of persons show a person."""
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "لحسن الحظ لم يصب أحد",
        "إنه سعيد جدا بالنتيجة",
        "كانت سنة جميلة وكريمة",
        "قررت الحكومة أمس زيادة الأجور",
        "رئيس الفريق الجديد في الطريق",
        "وصل وزير الدفاع الوطني أمس",
        "دوماً ما يأتي متأخرا",
        "شركة التأمين تدفع والشركة الكبرى ترفض",
        "نموذج «العمل عن بعد» مفيد للجميع",
        "ذهب إلى السوق وعاد إلى البيت",
        "",
    ],
)
def test_plain_words_are_no_names(text, found):
    """Given names that are adjectives, bare bodies, ministries without their ministry and quoted terms are no names."""
    assert found(text) == []


def test_attached_letters_stay_outside(found):
    """بتونس gives تونس, للصين stays whole, وNasmah gives Nasmah."""
    assert found("وصل بتونس وفد من الصين ثم عاد للصين") == [("تونس", "LOC"), ("الصين", "LOC"), ("للصين", "LOC")]
    assert ("Nasmah", "ORG") in found("تعاقدت شركة Nasmah معهم، وNasmah رابحة")


def test_a_gloss_in_brackets_makes_a_pair(document):
    """An Arabic name, quoted or not, with its Latin form in brackets gives two mentions and their pair."""
    text = 'قالت شركة "زيلوكس" (Zilox) إنها اشترت تطبيق ميمورا (Memora) أمس'
    [(mentions, glosses)] = rules.recognize([document(text)])
    assert [(m.text, m.type) for m in mentions] == [
        ("زيلوكس", "ORG"), ("Zilox", "ORG"), ("ميمورا", "PRODUCT"), ("Memora", "PRODUCT")]  # fmt: skip
    pairs = [(text[g.first.start : g.first.end], text[g.second.start : g.second.end]) for g in glosses]
    assert pairs == [("زيلوكس", "Zilox"), ("ميمورا", "Memora")]


def test_an_abbreviation_of_plain_words_is_no_name(found):
    """A Latin abbreviation in brackets after words of the language is left out."""
    assert found("هي شركات منفعة عامة (PBCs) فقط") == []


def test_a_name_recurs_through_the_article(found):
    """What one place of an article shows to be a name is one in its title and wherever it recurs."""
    names = found('أطلقت شركة "زيلوكس" هاتفا. وقالت زيلوكس إن المبيعات جيدة.', title="أرباح زيلوكس ترتفع")
    assert names == [("زيلوكس", "ORG")] * 3


def test_the_last_name_stands_for_the_person(found):
    """After the full name its last word alone is the person; a last name that is a word needs a verb of saying."""
    assert found("قال سام هوفستاد إن الأمر انتهى. ورفض هوفستاد التعليق.") == [
        ("سام هوفستاد", "PER"), ("هوفستاد", "PER")]  # fmt: skip
    names = found("قال رئيس الحكومة يوسف الشاهد ذلك. وأضاف الشاهد أن الشاهد في القضية غاب.")
    assert names == [("يوسف الشاهد", "PER"), ("الشاهد", "PER")]


def test_a_type_shown_once_holds_in_the_article(found):
    """A Latin name of no type takes the one that a head, a version or a neighbour in a list shows elsewhere."""
    assert found("أطلقت Zorblat أمس. نموذج Zorblat سريع.") == [("Zorblat", "PRODUCT")] * 2
    assert found("أطلقت Zorblat أمس. Zorblat 2، سريع.") == [("Zorblat", "PRODUCT"), ("Zorblat 2", "PRODUCT")]
    assert found("تطبيقات Zorblat وMimzy وKlonk")[1:] == [("Mimzy", "PRODUCT"), ("Klonk", "PRODUCT")]


def test_a_foreign_name_of_no_type_is_an_organisation_and_less_sure(document):
    """The default type has the lowest score, so that whoever uses it can tell."""
    [(mentions, _)] = rules.recognize([document("قالت Nasmah إن الأمر انتهى")])
    assert [(m.type, m.score) for m in mentions] == [(rules.DEFAULT_TYPE, 0.6)]


def test_maker_and_product_are_two_names(found):
    """«OpenAI GPT3» is a known maker and its product."""
    assert found("أطلقت OpenAI GPT3 أمس") == [("OpenAI", "ORG"), ("GPT3", "PRODUCT")]


def test_the_longer_name_holds_the_places_inside_it(found):
    """A place inside an institution's known name is no mention of its own."""
    assert found("حسب وكالة تونس إفريقيا للأنباء أمس") == [("وكالة تونس إفريقيا للأنباء", "ORG")]


def test_batch_mates_do_not_matter(document):
    """A document's names are the same alone, in a batch and in any order."""
    documents = [document("قالت شركة زيلوكس إن", key="a"), document("زيلوكس كلمة هنا", key="b"), document("", key="c")]
    alone = [rules.recognize([one])[0] for one in documents]
    assert rules.recognize(documents) == alone
    assert rules.recognize(documents[::-1]) == alone[::-1]
    assert alone[1] == ((), ())


PIECES = st.sampled_from(
    ["شركة", "ميتا", "(", "Meta", ")", '"', "«", "»", "الرئيس", "محمد", "بن", "الصين", "للصين", "،", "و", "GPT-4", "\n",
     "مدير", "نموذج", "وOracle", "3.1", "جامعة", "السلطات", "التونسية", "\u200f", "ﷺ", "🙂", "."])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_mentions_are_stretches_of_the_text_apart_from_each_other(document, text):
    """Surfaces are what stands there, nothing overlaps, types and scores are those promised."""
    [(mentions, glosses)] = rules.recognize([document(text)])
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end
        assert mention.text == text[mention.start : mention.end] == mention.text.strip()
        assert mention.type in rules.LABELS
        assert 0 < mention.score <= 1
        assert mention.value is None
        last = mention.end
    spans = {(m.start, m.end) for m in mentions}
    assert all({(g.first.start, g.first.end), (g.second.start, g.second.end)} <= spans for g in glosses)


def test_a_long_article_takes_linear_time(document):
    """A line of a hundred thousand words of names and marks is done in seconds, whatever recurs in it."""
    text = 'قال محمد العياري لشركة "زيلوكس" (Zilox) في تونس، ' * 8_000
    one = document(text)
    start = time.perf_counter()
    [(mentions, glosses)] = rules.recognize([one])
    assert time.perf_counter() - start < 60
    assert len(mentions) == 32_000
    assert len(glosses) == 8_000


def test_many_names_that_begin_alike_take_linear_time(document):
    """Thousands of persons of one given name do not make each other slow."""
    letters = "بتثجحخدذرزسشصضطظعغفق"
    names = [f"محمد هوف{letters[n % 20]}ا{letters[n // 20 % 20]}{letters[n // 400]}ت" for n in range(4_000)]
    one = document("، ".join(names))
    start = time.perf_counter()
    [(mentions, _)] = rules.recognize([one])
    assert time.perf_counter() - start < 60
    assert len(mentions) == 4_000


def test_a_name_cut_off_by_the_end_of_the_text(found):
    """A text that ends with the first word of a longer name that recurs is no trouble."""
    assert found("قال محمد محمد العياري. ثم محمد محمد") == [("محمد محمد العياري", "PER"), ("محمد محمد", "PER")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('وقال المواطن سليم لـ "المدينة" أمس', ("المدينة", "ORG")),
        ("وأكد لـ«زوردا» أن الأمر انتهى", ("زوردا", "ORG")),
        ("بحسب «الجريدة» أمس", ("الجريدة", "ORG")),
        ('قدم فيلمه "محمد علي" في المهرجان', ("محمد علي", "WORK")),
    ],
)
def test_quoted_words_are_a_medium_or_a_work_by_what_stands_before(found, text, name):
    """What somebody spoke to or what is cited is a medium; after a work's head even a person's name is a title."""
    assert name in found(text)


def test_quoted_words_after_to_without_speech_are_no_medium(found):
    """«لـ» alone shows nothing."""
    assert found('وقف احتراما لـ "الحقيقة" وحدها') == []


def test_a_list_shows_cities_that_are_words_too(found):
    """After a known place, «و…» and «، …» name places."""
    assert found("في ولايات القصرين وسوسة وقفصة وبن عروس") == [
        ("القصرين", "LOC"), ("سوسة", "LOC"), ("قفصة", "LOC"), ("بن عروس", "LOC")]  # fmt: skip
    assert found("هم حماة الوطن") == []


def test_a_state_that_is_an_adjective_is_no_place(found):
    """السعودية after a definite feminine noun or a closing mark is of its people."""
    assert found("الأندية السعودية فازت") == []
    assert ("السعودية", "LOC") in found("غادر السعودية أمس")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت وزارة التجهيز والإسكان أمس", [("وزارة التجهيز والإسكان", "ORG")]),
        ("راجع المديرية العامة للسجون أمس", [("المديرية العامة للسجون", "ORG")]),
        ("اجتمعت لحركة نداء تونس هيئة", [("نداء تونس", "ORG")]),
        ("قالت حركة حماس إن", [("حماس", "ORG")]),
        ("في ولاية قابس أمس", [("قابس", "LOC")]),
        ("فاز بكأس أمم أفريقيا 2025.", [("كأس أمم أفريقيا 2025", "EVENT")]),
        ("التزم بإعلان جدة فورا", [("إعلان جدة", "PRODUCT")]),
        ("صاروخ إس إل إس جاهز", [("إس إل إس", "PRODUCT")]),
    ],
)
def test_bodies_parties_events_and_documents_are_whole(found, text, names):
    """The longest name stays, its generic head outside, the places inside it no mentions."""
    assert found(text) == names
