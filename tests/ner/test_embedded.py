"""Names by the shipped tagger together with the rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.ner import embedded, gazetteer
from arcorpus.ner.embedded import (
    _again,
    _goes_on,
    _is_name,
    _is_people,
    _is_plain,
    _is_single,
    _last_names,
    _least,
    _settled,
    _surest,
    _typed,
    _whole,
    _whole_persons,
)
from arcorpus.ner.tagger import Label
from arcorpus.ner.words import words_of
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import NAME_TYPES, Article, Document, Field, Mention


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


def field_of(text):
    """A field with its sentences and tokens."""
    return Field("text", text, split_sentences(text), tokenize(text))


def mention(text, kind, start=0, score=0.9):
    """A find in the field `text`."""
    return Mention("a", "text", start, start + len(text), text, kind, score=score)


@pytest.mark.parametrize(
    ("text", "labels", "whole"),
    [
        ("محمد خميس قسيلة", "B O O", "B O O"),
        ("خالد خميس قسيلة", "B B B", "B I I"),
        ("علي بن عمر", "B I B", "B I I"),
        ("محمد قاسيلا", "B O", "B I"),
        ("محمد وسلمان", "B B", "B B"),
        ("محمد كتاب", "B O", "B O"),
        ("محمد ، سلمان", "B O B", "B O B"),
        ("أحمد علي سعد عمر", "B I I B", "B I I B"),
        ("أحمد علي سعد بن عمر", "B I I I B", "B I I I I"),
        ("في محمد قاسيلا", "O B O", "O B I"),
    ],
)
def test_persons_that_the_tagger_broke_are_whole(text, labels, whole):
    """Up to three words go on with the next, بن with whatever follows; و and a mark part two persons."""
    given_ = [label if label == "O" else f"{label}-PER" for label in labels.split()]
    found = _whole_persons(words_of(field_of(text)), given_)
    assert [label[0] for label in found] == whole.split()


@pytest.mark.parametrize(
    ("text", "at", "goes_on"),
    [
        ("محمد قاسيلا", 1, True),
        ("محمد وقاسيلا", 1, False),
        ("محمد كتاب", 1, False),
        ("محمد باريس", 1, False),
        ("محمد الأحمدي", 1, True),
        ("محمد الأحمدي قال", 1, False),
        ("محمد الأحمدي ، قال", 1, True),
        ("محمد الأحمدي وقال", 1, True),
    ],
)
def test_what_goes_on_with_a_person(text, at, goes_on):
    """A foreign word, or a family name at the end or before a mark or و."""
    assert _goes_on(words_of(field_of(text)), at) is goes_on


@pytest.mark.parametrize(
    ("surface", "least"),
    [
        ("كتاب", 0.75),
        ("الشركة", 0.75),
        ("أمل", 0.75),
        ("باريس", 0.5),
        ("محمد", 0.5),
        ("زيلوكس", 0.5),
        ("كتاب الأرض", 0.5),
        ("المنصورة", 0.5),
    ],
)
def test_a_word_of_the_language_needs_more(surface, least):
    """One word of the language is a name only where the tagger is surer; places and persons are no such words."""
    assert _least(surface) == pytest.approx(least)


@pytest.mark.parametrize(
    ("surface", "kind", "name"),
    [
        ("صالح المنتخب", "PER", False),
        ("محمد الحكومة", "PER", False),
        ("محمد عباس", "PER", True),
        ("منظمة صينية", "ORG", False),
        ("منظمة الصحة", "ORG", True),
        ("لجنة للدفاع", "ORG", True),
        ("لجنة تحكيم", "ORG", False),
        ("شركة ميتا", "ORG", True),
        ("مدينة صغيرة", "LOC", False),
        ("هيئة المحلفين", "ORG", False),
        ("شركة", "ORG", False),
        ("رويترز", "ORG", True),
    ],
)
def test_what_can_be_a_name(surface, kind, name):
    """No head alone, no person with a body, no «منظمة صينية», no jury."""
    assert _is_name(surface, kind) is name


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("الأهلي", "ORG", True),
        ("رويترز", "ORG", True),
        ("زيلوكس", "ORG", True),
        ("شركة", "ORG", False),
        ("الشركة", "ORG", False),
        ("المنتخب", "ORG", False),
        ("وزارة", "ORG", False),
        ("معنويين", "PER", False),
        ("القدساويين", "PER", False),
        ("تونسي", "LOC", False),
        ("أستاذ", "PER", False),
        ("أستاذ", "ORG", True),
        ("أمين", "PER", True),
    ],
)
def test_one_word_that_can_be_a_name(word, kind, name):
    """No head of the type, no title of a person but one that is a name too, no people, no «معنويين»."""
    assert _is_single(gazetteer.key(word), kind) is name


@pytest.mark.parametrize(
    ("word", "people"),
    [
        ("القطريين", True),
        ("القطريون", True),
        ("الأتراك", True),
        ("التونسية", True),
        ("الخليجيين", True),
        ("الخليجي", False),
        ("الفريق", False),
        ("الشركة", False),
    ],
)
def test_a_people(word, people):
    """A people's adjective, of one or of many, or its name; the many of a region are a people too."""
    assert _is_people(gazetteer.key(word)) is people


def test_the_tagger_is_sure_of_no_name_from_nine_tenths():
    """Only `O` with a probability of .9 and more is surely no name."""
    labels = [Label("O", 0.9), Label("O", 0.89), Label("B-PER", 0.95)]
    assert [_is_plain(label) for label in labels] == [True, False, False]


def test_last_names_are_of_sure_full_names():
    """هولمز after جيمس هولمز; no word of the language, no name of one word, no unsure find, no body."""
    found = [
        mention("جيمس هولمز", "PER", score=0.8),
        mention("جيمس كبير", "PER"),
        mention("زوكربيرغ", "PER"),
        mention("جيمس واتسون", "PER", score=0.79),
        mention("جيمس ويلسون", "ORG"),
    ]
    assert _last_names(found) == ["هولمز"]


def test_a_name_recurs_as_what_it_is_surest():
    """The greater sum of scores gives the type; words of the language, two letters and unsure finds do not recur."""
    found = [
        mention("هولمز", "PER", score=0.9),
        mention("هولمز", "ORG", score=0.85),
        mention("هولمز", "ORG", score=0.85),
        mention("شركة", "ORG"),
        mention("دو", "PER"),
        mention("بيت قديم", "ORG", score=0.65),
        mention("بيت جديد", "ORG", score=0.64),
        mention("زيلوكس", "ORG", score=0.79),
    ]
    assert _surest(found) == {"هولمز": ("ORG", 0.9), "بيت قديم": ("ORG", 0.65)}


def test_the_longer_find_stays_unless_it_is_much_less_sure():
    """A word more is worth .3; what overlaps the one that stays goes, what touches it does not."""
    whole, part = mention("محمد عباس", "PER", score=0.7), mention("عباس", "PER", 5, 0.95)
    assert _settled([part, whole]) == [whole]
    sure = mention("عباس", "PER", 5, 1.01)
    assert _settled([sure, whole]) == [sure]
    beside = mention("باريس", "LOC", 9)
    assert set(_settled([whole, beside])) == {whole, beside}


def test_a_find_gets_its_first_letter_back():
    """لاتر is بلاتر where the article names بلاتر in full, and then a person; else it stays."""
    cut = mention("لاتر", "LOC", 1)
    found = _whole(cut, "بلاتر", {"بلاتر"})
    assert (found.text, found.start, found.type) == ("بلاتر", 0, "PER")
    assert _whole(cut, "بلاتر", set()) == cut
    assert _whole(cut, " لاتر", {"لاتر"}) == cut
    assert _whole(mention("بلاتر", "LOC"), "بلاتر", {"بلاتر"}).type == "LOC"


def test_the_types_that_the_rules_are_sure_of_win():
    """The rules' sure finds give their type; a last name is a person but for a place, a town of two words is none."""
    ruled = [mention("ميتا", "ORG", score=0.8), mention("روتانا", "ORG", score=0.79), mention("بني ملال", "LOC")]
    names = [
        mention("ميتا", "PER"), mention("روتانا", "PER"), mention("هولمز", "ORG"), mention("باريس", "LOC"),
        mention("بني ملال", "PER"), mention("زيلوكس", "WORK"),
    ]  # fmt: skip
    types = [found.type for found in _typed(names, ruled, {"هولمز", gazetteer.key("باريس")})]
    assert types == ["ORG", "PER", "PER", "LOC", "LOC", "WORK"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("قال هولمز", ["هولمز"]),
        ("بهولمز وهولمز", ["هولمز", "هولمز"]),
        ("بيت قديم وبيت  قديم", ["بيت قديم", "بيت  قديم"]),
        ("بيت، قديم", []),
        ("بيت جديد", []),
    ],
)
def test_a_known_name_recurs(text, surfaces):
    """A name of the article is found again with letters attached, over spaces but over no mark, and less surely."""
    known = {"هولمز": ("PER", 0.9), "بيت قديم": ("ORG", 0.65)}
    found = list(_again("a", field_of(text), known))
    assert [m.text for m in found] == surfaces
    for again in found:
        attached = again.start > 0 and text[again.start - 1].isalpha()
        assert again.score == pytest.approx({"PER": 0.78, "ORG": 0.65}[again.type] - 0.05 * attached)
