"""Tokens: their borders, kinds and clitics."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.text.tokenizer import count_words, split_sentences, tokenize
from arcorpus.types import Sentence

LONG = 100_000
MILLION = 1_000_000
PIECES = st.sampled_from(
    [
        "كلمة",
        "وقال",
        "بـ",
        "الـ",
        "هـ",
        "أ.ف.ب",
        "مُـعَـلَّم",
        "ـ",
        "ً",
        "14.3",
        "١٢٫٥",
        "1,000",
        "3/4",
        "-",
        "GPT",
        "4",
        "O'",
        "é",
        "@",
        "#",
        "user",
        ".com",
        "http://",
        "www.",
        "/",
        ".",
        "...",
        "؟",
        "!",
        "،",
        "«",
        '"',
        " ",
        "\n",
        "\u200c",
        "\u200f",
        "👍🏽",
        "\u200d",
        "_",
        "½",
        "ﻻ",
        "中",
        "Ж",
        "%",
        "\u0301",
        "+",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))


def surfaces(text):
    """The surfaces of the tokens."""
    return [token.text for token in tokenize(text, clitics=False)]


@pytest.mark.parametrize(
    "token",
    [
        "GPT-4",
        "GPT4-O",
        "GSM8K",
        "AT&T",
        "O'Neil",
        "Al-Jazeera",
        "U.S.",
        "Node.js",
        "main.py",
        "v1.2.3",
        "C++",
        "Disney+",
        "4K",
        "96.4",
        "3/4",
        "1,000",
        "1,5",
        "١٢٫٥",
        "17:30",
        "14.3.2025",
        "2025-01-30",
        "½",
        "a.b@example.com",
        "https://example.com/a?b=1",
        "www.aljazeera.net",
        "t.me/name",
        "aljazeera.net",
        "#غزة_الآن",
        "@user_name",
        "أ.ف.ب",
        "ق.م",
        "سي.إن.إن",
        "هـ",
        "كوفيد-19",
        "إف-16",
        "مُـلَـوِّث",
        "جميلــــة",
        "الشركة\u200cها",
        "ﻻﺳﺘﺨﺪﺍﻡ",
        "ﷺ",
        "naïve",
        "Москва",
        "...",
        "؟!",
        "👍🏽",
        "👩\u200d👩\u200d👧",
    ],
)
def test_kept_whole(token):
    """A token with inner marks, signs or digits stays whole, alone and between quotes and marks."""
    assert surfaces(token) == [token]
    assert surfaces(f"قال «{token}»، ثم") == ["قال", "«", token, "»", "،", "ثم"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وOracle لـOpenAI", ["و", "Oracle", "لـ", "OpenAI"]),
        ("بـ5 الـ50 و2006", ["بـ", "5", "الـ", "50", "و", "2006"]),
        ('بـ"ديب سيك"', ["بـ", '"', "ديب", "سيك", '"']),
        ("2025م 50عاما", ["2025", "م", "50", "عاما"]),
        ("2013-2014 2010,2011", ["2013", "-", "2014", "2010", ",", "2011"]),
        ("الفرنسي-البريطاني", ["الفرنسي", "-", "البريطاني"]),
        ("5% ـ لا ـ فقطـ", ["5", "%", "ـ", "لا", "ـ", "فقط", "ـ"]),
        ("أ.د.محمد", ["أ.د", ".", "محمد"]),
        ("انتهى.وقال", ["انتهى", ".", "وقال"]),
        ("(راجع https://example.com/a).", ["(", "راجع", "https://example.com/a", ")", "."]),
        ("كلمة\u200f \ufeffأخرى", ["كلمة", "أخرى"]),
        ("@ـ #_ #ـ_ @_", ["@", "ـ", "#", "_", "#", "ـ_", "@", "_"]),
        ("#_غزة @_أ", ["#_غزة", "@_أ"]),
        (":\u200d@0", [":", "@0"]),
    ],
)
def test_cut_apart(text, expected):
    """Punctuation, quotes, and clitics before Latin letters and digits are cut off."""
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("كلمة", "word"),
        ("GPT-4", "word"),
        ("أ.ف.ب", "word"),
        ("96.4", "number"),
        ("١٢٫٥", "number"),
        ("a@example.com", "email"),
        ("https://example.com", "url"),
        ("example.com", "url"),
        ("#غزة", "hashtag"),
        ("@user", "handle"),
        ("،", "punctuation"),
        ("«", "punctuation"),
        ("...", "punctuation"),
        ("ـ", "punctuation"),
        ("%", "symbol"),
        ("$", "symbol"),
        ("👍", "symbol"),
        ("+", "symbol"),
    ],
)
def test_kinds(token, kind):
    """Every token has its kind."""
    assert [t.kind for t in tokenize(token)] == [kind]


def test_clitics_have_places_in_the_text():
    """Proclitics and enclitics are spans of the text, and the core is what is left."""
    text = "قال: وبمدارسهم نبدأ"
    token = tokenize(text)[2]
    assert [text[s.start : s.end] for s in token.proclitics] == ["و", "ب"]
    assert text[token.core.start : token.core.end] == "مدارس"
    assert [text[s.start : s.end] for s in token.enclitics] == ["هم"]


def test_only_inside_the_sentences():
    """Tokens are taken from the given sentences alone and do not cross their ends."""
    assert [t.text for t in tokenize("واحد اثنان ثلاثة", [Sentence(0, 4), Sentence(11, 14)])] == ["واحد", "ثلا"]


@pytest.mark.slow
def test_without_clitics_no_lexicon_is_read():
    """Tokens without clitics, and words counted, touch no data."""
    code = (
        "import arcorpus.resources as r\n"
        "def fail(*_): raise SystemExit(1)\n"
        "r.read = fail\n"
        "from arcorpus.text import tokenizer as tokens\n"
        "from arcorpus.types import Sentence\n"
        "assert len(tokens.tokenize('وقال الوزير', clitics=False)) == 2\n"
        "assert tokens.count_words('وقال الوزير', [Sentence(0, 11)]) == 2\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(TEXTS)
def test_tokens_are_exact(text):
    """Tokens are ordered, apart, equal to their stretch of text, and hold their clitics."""
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert not any(c.isspace() for c in token.text)
        at = token.start
        for span in (*token.proclitics, *token.enclitics):
            assert at <= span.start < span.end <= token.end
            at = span.end
        assert token.core.start < token.core.end
        end = token.end


@given(TEXTS)
def test_every_letter_and_digit_is_in_a_token(text):
    """Every letter and digit is in exactly one token."""
    covered = [i for t in tokenize(text, clitics=False) for i in range(t.start, t.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if c.isalnum()} <= set(covered)


@given(TEXTS)
def test_a_sentence_alone_gives_its_tokens(text):
    """A sentence tokenised alone has the tokens that it has in its text."""
    for sentence in split_sentences(text):
        tokens = tokenize(text, [sentence], clitics=False)
        inside = [(t.start - sentence.start, t.end - sentence.start, t.kind) for t in tokens]
        alone = [(t.start, t.end, t.kind) for t in tokenize(text[sentence.start : sentence.end], clitics=False)]
        assert inside == alone


@given(TEXTS)
def test_counts_agree_with_tokens(text):
    """`count_words` counts the tokens with a letter or digit."""
    sentences = split_sentences(text)
    words = [t for t in tokenize(text, sentences, clitics=False) if any(c.isalnum() and c != "ـ" for c in t.text)]
    assert count_words(text, sentences) == len(words)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        ".",
        "1",
        "ا",
        "و",
        "a",
        "@",
        "#",
        "1.",
        "a.",
        "أ.",
        "a-",
        "http://",
        "www.)",
        "a@",
        "a.com/",
        "_",
        "ـ",
        "اـ",
        "ً",
        "👍\u200d",
        "-1",
        "1,",
        "ا-1",
    ],
)
def test_hostile_lines_take_linear_time(unit):
    """Time is linear on a line of one kind of character, whatever it repeats: a quadratic step would take minutes."""
    text = unit * (MILLION // len(unit)) + " "
    began = time.process_time()
    tokenize(text[:LONG])
    count_words(text, [Sentence(0, len(text))])
    assert time.process_time() - began < 15
