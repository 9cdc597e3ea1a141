"""Names by the shipped tagger together with the rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner import embedded
from arcorpus.types import NAME_TYPES, Article, Document


@pytest.fixture(scope="session")
def found(names_by):
    """The surfaces and types of the names in a text."""
    return names_by(embedded.recognize)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("والتقى وزير الخارجية نظيره خوسيه ماريدا في مدريد صباح أمس.", ("خوسيه ماريدا", "PER")),
        ("وسجل اللاعب كارلوس بيمنتا هدفين في مرمى الخصم.", ("كارلوس بيمنتا", "PER")),
        ("غادر الوفد إلى أديس أبابا لحضور الاجتماع.", ("أديس أبابا", "LOC")),
        ("قررت منظمة الأمم المتحدة إرسال بعثة جديدة.", ("الأمم المتحدة", "ORG")),
        ("وقال هنريك لارسون إن الفريق سيفوز في المباراة المقبلة.", ("هنريك لارسون", "PER")),
    ],
)
def test_names_that_only_their_sentence_shows_are_found(text, name, found):
    """A name of words that no list holds is found by the words around it."""
    surface, kind = name
    hits = [(text_, kind_) for text_, kind_ in found(text) if surface in text_ or text_ in surface]
    assert any(kind_ == kind for _, kind_ in hits)


def test_attached_letters_stay_outside(found):
    """و and ب before a name are cut off its span; «للصين» cannot be cut."""
    text = "سافر الوزير من القاهرة ولندن وباريس إلى الصين، ثم عاد بالطائرة. وشكر الوفد للصين استقبالها."
    names = [name for name, kind in found(text) if kind == "LOC"]
    assert "لندن" in names
    assert "باريس" in names
    assert "للصين" in names


def test_what_the_rules_find_is_kept(document):
    """Latin-script names, glosses and their pairs come through."""
    text = 'أطلقت شركة "ديب سيك" (DeepSeek) الصينية نموذج R1 في الصين'
    [(names, glosses)] = embedded.recognize([document(text)])
    assert [(name.text, name.type) for name in names] == [
        ("ديب سيك", "ORG"), ("DeepSeek", "ORG"), ("R1", "PRODUCT"), ("الصين", "LOC"),
    ]  # fmt: skip
    assert [text[glosses[0].second.start : glosses[0].second.end]] == ["DeepSeek"]


def test_a_full_name_shows_its_later_short_form(found):
    """The last word of a person's full name is the person later in the article."""
    text = "التقى الرئيس رولاندو بنتوريه مع الصحافيين. ثم خرج الجميع. وصرح بنتوريه بأن اللقاء كان مثمرا."
    assert [name for name, kind in found(text) if kind == "PER"] == ["رولاندو بنتوريه", "بنتوريه"]


def test_a_full_name_shows_the_first_letter_of_its_last_word(found):
    """What looks like ب before a name is the name's own letter where the full name of the article has it."""
    text = "قال هانس بلاتر إن القرار جائر. وأكد المحامون أن بلاتر سيستأنف."
    assert [name for name, kind in found(text) if kind == "PER"] == ["هانس بلاتر", "بلاتر"]


def test_the_result_does_not_depend_on_batch_mates(document):
    """A document gives the same names and scores alone and among others of any length."""
    texts = [
        "وصل محمود عباس إلى القاهرة أمس.",
        "قال متحدث باسم شركة مايكروسوفت إن Windows 11 سيباع في اليابان. " * 7,
        "نعم",
        "أعلنت وزارة الصحة الأردنية في عمان نتائج الدراسة التي أجراها الدكتور سليم الحسيني.",
    ]
    documents = [document(text, key=str(number)) for number, text in enumerate(texts)]
    together = embedded.recognize(documents)
    alone = [embedded.recognize([one])[0] for one in documents]
    turned = embedded.recognize(documents[::-1])[::-1]
    assert together == alone == turned


def test_a_sentence_longer_than_a_window_is_tagged_to_its_end(found):
    """Names at the end of a sentence of thousands of words are found, and none of its middle is lost."""
    part = "وصل محمود عباس إلى القاهرة ثم غادر كوفي عنان إلى باريس و"
    text = part * 150
    names = found(text)
    for name in ("القاهرة", "باريس"):
        assert sum(surface == name for surface, _ in names) == 150
    assert sum("عنان" in surface for surface, _ in names) == 150


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n", "...", "؟", "١٢٣ 456", "ــــ", "و", "Hello world from Paris and New York",
        "این یک متن فارسی است درباره تهران و اصفهان", "中文和日本語のテキスト", "😀 😃", "\u200f\u200e", "ا" * 5000,
        "كلمة" + "\u064b" * 300, "a@b.com https://example.org/" + "x" * 2000,
    ],
)  # fmt: skip
def test_odd_input_gives_spans_inside_it(text, document):
    """Empty, foreign, mark-only and overlong text is no error, and what is found stands there."""
    [(mentions, glosses)] = embedded.recognize([document(text)])
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert isinstance(glosses, tuple)


def test_a_document_without_fields_has_no_names():
    """A document that was not tokenised, or has no text, gives nothing."""
    article = Article("a", "a.txt", 0, text="")
    assert embedded.recognize([Document(article, ()), Document(article)]) == [((), ()), ((), ())]
    assert embedded.recognize([]) == []


WORDS = st.sampled_from(
    ["قال", "محمود", "عباس", "في", "القاهرة", "وباريس", "للصين", "شركة", "ميتا", "OpenAI", "GPT-4", "،", ".", "(", ")",
     '"', "«", "»", "نموذج", "الرئيس", "\n", "2024", "الأمم", "المتحدة", "كتاب", "مؤتمر"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=30))
def test_spans_are_exact_apart_and_in_order(document, text, title):
    """Every offset gives its surface, spans of a field do not overlap, types and scores are the interface's."""
    one = document(text, title)
    [(mentions, glosses)] = embedded.recognize([one])
    texts = {f.name: f.text for f in one.fields}
    ends = dict.fromkeys(texts, 0)
    for mention in mentions:
        assert texts[mention.field][mention.start : mention.end] == mention.text
        assert mention.start >= ends[mention.field]
        ends[mention.field] = mention.end
        assert mention.type in NAME_TYPES
        assert 0 < mention.score <= 1
    spans = {(m.field, m.start, m.end) for m in mentions}
    assert all({(g.field, s.start, s.end) for s in (g.first, g.second)} <= spans for g in glosses)


def test_the_same_text_gives_the_same_names_twice(document):
    """Nothing is drawn at random and nothing is remembered from one call to the next."""
    one = document("قال جيمس هاربر من جامعة أكسفورد إن شركة نفيديا ستفتتح مصنعا في فيتنام.")
    assert embedded.recognize([one]) == embedded.recognize([one])


def test_the_short_form_takes_the_type_of_the_full_name(found):
    """A last name alone is the person whatever the tagger takes it for; a place that shares it stays a place."""
    text = "اتهم جيمس هولمز بالقتل. وقالت المحكمة إن هولمز يعاني من مرض، ونفى هولمز ذلك."
    assert [kind for name, kind in found(text) if name == "هولمز"] == ["PER", "PER"]


@pytest.mark.parametrize("word", ["الخليجيين", "الأتراك", "القطريون", "المصريين"])
def test_peoples_are_no_names(found, word):
    """The people of a country or region are no organisation."""
    assert found(f"وأضاف أن {word} يدعمون الاتفاق.") == []


PERSONS = ["حمد مبروك المبروك", "غازي مشبب الأسمري", "سعود إبراهيم المولد", "مشاري طلال الزهراني"]


def test_persons_of_a_list_are_whole(found):
    """A name that the tagger breaks in two or cuts off is made whole, and those of a list stay apart."""
    text = f"وضمت البعثة اللاعبين {' و'.join(PERSONS)}."
    assert [name for name, kind in found(text) if kind == "PER"] == PERSONS


def test_a_club_is_named_without_its_people(found):
    """بيراميدز المصري is بيراميدز; a state's body keeps its adjective."""
    names = found("فاز نادي بيراميدز المصري على منافسه، وقال الجيش السوداني إن المباراة آمنة.")
    assert ("بيراميدز", "ORG") in names
    assert ("الجيش السوداني", "ORG") in names


def test_a_long_article_without_marks_is_tagged_to_its_end(found):
    """Five thousand words in one sentence give the same names from the first to the last."""
    part = "وصل محمود عباس إلى القاهرة ثم غادر كوفي عنان إلى باريس و"
    names = found(part * 400)
    assert sum(surface == "القاهرة" for surface, _ in names) == 400
    assert names[-1] == ("باريس", "LOC")


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Apple and Microsoft met in Paris with Tim Cook of Cupertino yesterday.", 0),
        ("رئیس جمهور ایران در تهران با وزیر خارجه روسیه دیدار کرد", 1),
        ("قال الرئيس الفرنسي إيمانويل ماكرون في باريس إنه سيلتقي أنجيلا ميركل في برلين غدا", 4),
    ],
)
def test_latin_persian_and_unpunctuated_text_is_read(found, text, least):
    """No text of another language or without marks is an error, and what is there to find is found."""
    names = found(text)
    assert len(names) >= least
    assert all(surface in text for surface, _ in names)
