"""Latin-script names in Arabic text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.ner.latin import find_latin_names
from arcorpus.text.tokenizer import tokenize


def found(text):
    """The surfaces and types of the names in a text."""
    return [(text[name.start : name.end], name.type) for name in find_latin_names(text, tokenize(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت OpenAI أمس", ["OpenAI"]),
        ("اشترت High-Flyer Capital Management الحصة", ["High-Flyer Capital Management"]),
        ("طراز GPT4-O الأحدث", ["GPT4-O"]),
        ("بعد Llama 3.1، جاء", ["Llama 3.1"]),
        ("قال AT&T إن", ["AT&T"]),
        ("شراكة مع SoftBank وOracle أمس", ["SoftBank", "Oracle"]),
        ("لـOpenAI ولـ Meta", ["OpenAI", "Meta"]),
        ("بين Facebook، WhatsApp، Instagram", ["Facebook", "WhatsApp", "Instagram"]),
        ("جامعة (MIT) في", ["MIT"]),
        ("هاتف iPhone الجديد", ["iPhone"]),
        ("University of Oxford تعلن", ["University of Oxford"]),
    ],
)
def test_names_with_their_borders(text, names):
    """A name is a whole run: connectors inside, versions at its end, attached Arabic letters and marks outside."""
    assert [surface for surface, _ in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "الساعة 10:00 GMT",
        "مسافة 5 km و 3 kg",
        "عند 8 PM مساء",
        "https://example.com/News/Page",
        "press@example.com",
        "@AlJazeera",
        "#Breaking",
        "This is the whole English sentence that somebody left in the page",
        "read more here",
        "نص عربي بلا لاتينية",
        "",
    ],
)
def test_what_is_no_name(text):
    """Units, times, addresses, handles, lower-case words and whole Latin sentences are no names."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أطلقت R1 أمس", "PRODUCT"),
        ("يعمل GPT-4 الآن", "PRODUCT"),
        ("جاء Llama 4، بعده", "PRODUCT"),
        ("قال Acme Corp. إن", "ORG"),
        ("في Stanford University بحث", "ORG"),
        ("في AI Summit تحدث", "EVENT"),
        ("قال Nasmah إن", None),
    ],
)
def test_the_shape_tells_the_type(text, kind):
    """Letters with digits and versions are products; a last word such as University tells too; else nothing."""
    assert [t for _, t in found(text)] == [kind]


def test_a_number_that_counts_the_next_word_is_no_version():
    """«OpenAI 40 مليار» is no version 40, «Llama 3 الجديد» is a version."""
    assert found("جمعت OpenAI 40 مليار دولار") == [("OpenAI", None)]
    assert found("نموذج Llama 3 الجديد") == [("Llama 3", "PRODUCT")]


def test_a_plain_word_and_a_number_are_no_name():
    """Nothing is left of «A 11» once its plain word is cut off."""
    assert found("الموقع A 11 قريب") == []


@given(st.text(alphabet="abAB12 .-&’،(وال\u064b\n", max_size=40))
def test_spans_lie_inside_the_text_and_do_not_overlap(text):
    """Every name is a stretch of the text with a letter in it, after the one before."""
    last = 0
    for name in find_latin_names(text, tokenize(text)):
        assert last <= name.start < name.end <= len(text)
        assert any(c.isascii() and c.isalpha() for c in text[name.start : name.end])
        last = name.end


def test_a_huge_line_takes_no_long_time():
    """Time grows with the length: a megabyte of one Latin word, or of many, is done in seconds."""
    for text in ("A1" * 500_000, "Aa " * 300_000):
        tokens = tokenize(text)
        start = time.perf_counter()
        find_latin_names(text, tokens)
        assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال Acme\nBeta Corp", [("Acme", None), ("Beta Corp", "ORG")]),
        ("في Acme  Beta", [("Acme", None), ("Beta", None)]),
        ("نموذج Llama-", [("Llama", None)]),
        ("حسب the Guardian", [("Guardian", None)]),
        ("رأى Bank of", [("Bank", None)]),
        ("مع A", []),
        ("نحو iii", []),
        ("نسبة OpenAI 40%", [("OpenAI", None)]),
        ("في Llama 3 قبل", [("Llama", None)]),
        ("في Llama 3 والآن", [("Llama 3", "PRODUCT")]),
        ("في Llama 3.1 مليار", [("Llama 3.1", "PRODUCT")]),
        ("وصل 5G", [("5G", None)]),
        ("Aa Bb Cc Dd Ee Ff Gg", [("Aa Bb Cc Dd Ee Ff Gg", None)]),
        ("Aa Bb Cc Dd Ee Ff Gg Hh", []),
        ("University of the arts London", [("University of the arts London", None)]),
        ("one Two three Four Five", []),
        ("شركة Inc", [("Inc", None)]),
        ("شركة Acme Inc.", [("Acme Inc", "ORG")]),
        ("هاتف Galaxy Pro", [("Galaxy Pro", "PRODUCT")]),
        ("أطلق windows 11", []),
        ("أطلق Windows 11", [("Windows 11", "PRODUCT")]),
        ("A" * 64, [("A" * 64, None)]),
        ("A" * 65, []),
    ],
)
def test_where_a_name_ends(text, names):
    """Lines, wide gaps, plain words at the ends, counted nouns, sentences and words too long end a name or are none."""
    assert found(text) == names
