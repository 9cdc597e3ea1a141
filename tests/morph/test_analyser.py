"""Lemma, part of speech and root of words in their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.morph import analyser
from arcorpus.resources import lexicon
from arcorpus.text.tokenizer import split_sentences, tokenize
from arcorpus.types import Span


def words(text, names=()):
    """The analyses of a text by surface, marks left out."""
    tokens = tokenize(text, split_sentences(text))
    found = analyser.analyse(tokens, [Span(text.index(name), text.index(name) + len(name)) for name in names])
    return {t.text: a for t, a in zip(tokens, found, strict=True) if t.kind == "word"}


@pytest.mark.parametrize(
    ("surface", "lemma"),
    [
        ("الشركات", "شركة"),
        ("وبالمدارس", "مدرسة"),
        ("وزراء", "وزير"),
        ("للدول", "دولة"),
        ("حكومتهم", "حكومة"),
        ("الكتب", "كتاب"),
        ("مشاريع", "مشروع"),
        ("مستواهم", "مستوى"),
        ("مُهَنْدِسُونَ", "مهندس"),
        ("قرارات", "قرار"),
    ],
)
def test_nouns_are_led_back_to_their_singular(surface, lemma):
    """A noun's lemma is its singular, for sound and broken plurals, without clitics and vowel signs."""
    assert analyser.lemma(surface) == lemma


@pytest.mark.parametrize(
    ("surface", "lemma"),
    [
        ("يستخدمونها", "استخدم"),
        ("قالت", "قال"),
        ("أعلنوا", "أعلن"),
        ("ستنشر", "نشر"),
        ("تحتاج", "احتاج"),
        ("انخفضت", "انخفض"),
    ],
)
def test_verbs_are_led_back_to_the_perfect(surface, lemma):
    """A verb's lemma is the third person masculine singular of the perfect."""
    assert analyser.lemma(surface) == lemma
    assert words(surface)[surface].pos == "VERB"


@pytest.mark.parametrize(
    ("surface", "lemma"),
    [("الكبيرة", "كبير"), ("التونسية", "تونسي"), ("جديدة", "جديد"), ("الأخرى", "آخر"), ("العالية", "عالي")],
)
def test_adjectives_are_masculine_singular(surface, lemma):
    """An adjective's lemma is its masculine singular."""
    assert analyser.lemma(surface) == lemma


def test_spellings_without_hamza_are_the_same_word():
    """A word written without its hamza, or with ي for ى, has the lemma of the full spelling."""
    assert analyser.lemma("اعلن") == analyser.lemma("أعلن") == "أعلن"
    assert analyser.lemma("ادارة") == "إدارة"
    assert analyser.lemma("مستوي") == "مستوى"


@pytest.mark.parametrize(
    "name",
    [
        "فيسبوك",
        "تويتر",
        "غوغل",
        "ترامب",
        "زوكربيرغ",
        "نتنياهو",
        "يوتيوب",
        "وغوغل",
        "نابليون",
        "داروين",
        "موريسون",
        "روتانا",
        "باروك",
        "فيردي",
        "لايف",
        "تيسيما",
    ],
)
def test_a_foreign_name_has_no_root(name):
    """A foreign name is a name with itself as lemma, whatever root its letters would allow."""
    analysis = words(f"تحدث عن {name}")[name]
    assert (analysis.pos, analysis.root) == ("PROPN", None)
    assert analysis.lemma in name


def test_a_word_in_a_name_is_a_name():
    """Inside a span that names, a word is PROPN and its own lemma, with its article and without what is attached."""
    found = words("سافر إلى مصر وللصين وبتونس مع ماسك", names=["مصر", "لصين", "تونس", "ماسك"])
    assert found["وللصين"] == ("الصين", "PROPN", None)
    assert found["وبتونس"] == ("تونس", "PROPN", None)
    assert found["ماسك"] == ("ماسك", "PROPN", None)


def test_latin_words_are_names_and_marks_are_marks():
    """Latin words are PROPN with themselves as lemma; numbers, marks and addresses have their own tags."""
    tokens = tokenize("نموذج GPT-4 بلغ 96.4%، انظر https://a.example/x.")
    tags = [(token.text, analysis.pos) for token, analysis in zip(tokens, analyser.analyse(tokens), strict=True)]
    assert ("GPT-4", "PROPN") in tags
    assert ("96.4", "NUM") in tags
    assert ("%", "SYM") in tags
    assert ("،", "PUNCT") in tags
    assert ("https://a.example/x", "X") in tags


def test_the_word_before_decides():
    """After لم and قد the verb is read, after a preposition or with an article the noun."""
    assert words("لم يكتب أحد")["يكتب"].pos == "VERB"
    assert words("ورد في كتب قديمة")["كتب"] == ("كتاب", "NOUN", "كتب")
    assert words("وقد كتب الرئيس رسالة")["كتب"] == ("كتب", "VERB", "كتب")
    assert words("بعد حكم القاضي")["حكم"].pos == "NOUN"


def test_an_adjective_agrees_with_the_noun_before_it():
    """A word that may be noun or adjective is an adjective after a noun that is as definite as it."""
    assert words("قالت الشركة العامة للكهرباء")["العامة"].pos == "ADJ"
    assert words("وصل الأمين العام للحزب")["العام"].pos == "ADJ"
    assert words("حدث ذلك في العام الماضي")["العام"].pos == "NOUN"


def test_closed_classes():
    """Particles, pronouns and their like have their UD tags and their usual lemma."""
    found = words("قال إن هذه الشركة التي تعمل في تونس لن تدفع عليها أو لها سوى ثلاثة ملايين")
    expected = {"إن": "PART", "هذه": "PRON", "التي": "PRON", "في": "ADP", "لن": "PART", "عليها": "ADP", "أو": "CCONJ",
                "ثلاثة": "NUM", "ملايين": "NUM"}  # fmt: skip
    assert {word: found[word].pos for word in expected} == expected
    assert (found["هذه"].lemma, found["التي"].lemma, found["عليها"].lemma) == ("هذا", "الذي", "على")


def test_an_unknown_word_is_cut_only_where_a_known_one_is_left():
    """What the lexicon lacks is led back to a word that it has, or stays whole as a name."""
    assert analyser.lemma("وفيديوهات") in ("فيديو", "فيديوهات")
    assert analyser.lemma("شبرمقنط") == "شبرمقنط"
    assert words("شبرمقنط")["شبرمقنط"] == ("شبرمقنط", "PROPN", None)
    assert words("الشبرمقنطية")["الشبرمقنطية"] == ("شبرمقنطي", "ADJ", None)
    assert words("هما جزائريان")["جزائريان"].lemma == "جزائري"
    assert words("والالتجاء إلى الحكومة")["والالتجاء"] == ("التجاء", "NOUN", "لجء")
    assert words("رأى الكريع")["الكريع"].lemma == "كريع"


def test_the_name_of_a_day_is_a_noun_and_the_number_a_number():
    """الاثنين with its article is the day, in any spelling; without it the number."""
    for text in ("يوم الاثنين الماضي", "قال الاثنين إن", "يومي الاثنين والثلاثاء", "يوم الإثنين"):
        day = next(analysis for word, analysis in words(text).items() if "ثنين" in word)
        assert (day.lemma, day.pos) == ("اثنين", "NOUN")
    assert words("قتل اثنين من الجنود")["اثنين"].pos == "NUM"


def test_word_share_knows_usual_words_from_rare_ones():
    """The share of running text is high for a usual lemma, and nought for what is none."""
    assert analyser.word_share("قال") > analyser.word_share("خوارزمية") > 0
    assert analyser.word_share("شبرمقنط") == 0
    assert sum(map(analyser.word_share, ["في", "من", "على"])) > 0.05


@given(st.text(alphabet="ابتنويلمهسكفأإةىءؤئعرقد \u064b\u064e\u0651ـ.،4aZ«»", max_size=60))
def test_one_analysis_for_each_token(text):
    """Any text has an analysis for each token, the same on every call, with a lemma where there is a letter."""
    tokens = tokenize(text)
    found = analyser.analyse(tokens)
    assert len(found) == len(tokens)
    assert found == analyser.analyse(tokens)
    assert all(analysis.lemma for token, analysis in zip(tokens, found, strict=True) if token.kind == "word")


def test_names_outside_the_tokens_change_nothing():
    """Spans that touch no token are no names."""
    tokens = tokenize("قالت الشركة")
    assert analyser.analyse(tokens, [Span(90, 99), Span(4, 4)]) == analyser.analyse(tokens)


def test_a_table_finds_every_line_and_nothing_else():
    """The tables are sorted, and each of their lines is found by its key: the first, the last and those between."""
    analyser.forget()
    for name, table in (("readings", analyser._readings()), ("lemmas", analyser._lemmas())):  # noqa: SLF001 - the table itself
        rows = lexicon(name)
        keys = [row["form"] if name == "readings" else f"{row['lemma']}\t{row['tag']}" for row in rows]
        for number in (0, 1, len(rows) // 2, *range(0, len(rows), 997), len(rows) - 1):
            rest = "\t".join(list(rows[number].values())[1 if name == "readings" else 2 :])
            assert table.get(keys[number]) == rest
        assert table.get("شبرمقنط") is None
        assert table.get("") is None
        assert table.get("\u0600") is None
        assert table.get("\U0010ffff") is None


def test_the_readings_of_a_form_are_shares():
    """Every row holds tags that are known, and shares that make up nearly the whole."""
    for row in lexicon("readings")[::53]:
        parts = analyser._READING.findall(row["readings"])  # noqa: SLF001 - the format itself
        assert " ".join(f"{tag}{share}{lemma}" for tag, share, lemma in parts) == row["readings"]
        assert {tag for tag, _, _ in parts} <= set(analyser._POS)  # noqa: SLF001 - the tags themselves
        assert 50 <= sum(int(share) for tag, share, _ in parts) <= 160
