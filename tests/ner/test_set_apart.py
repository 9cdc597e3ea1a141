"""Names that marks or letters set apart."""

from __future__ import annotations

import pytest

from arcorpus.ner.rules import candidates_of
from arcorpus.ner.set_apart import bracketed_names, glosses, latin_names, quoted_names


def surfaces(candidates, text):
    """The surfaces, types and scores of some candidates."""
    return [(text[one.start : one.end], one.type, round(one.score, 2)) for one in candidates]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت شركة Nasmah أمس", [("Nasmah", "ORG", 0.9)]),
        ("قالت Nasmah إن", [("Nasmah", "ORG", 0.6)]),
        ("أطلقت OpenAI GPT3 أمس", [("OpenAI", "ORG", 0.9), ("GPT3", "PRODUCT", 0.9)]),
        ("أطلقت Zorblat GPT3 أمس", [("Zorblat GPT3", "PRODUCT", 0.9)]),
        ("أطلقت Falcon 9 أمس", [("Falcon", "ORG", 0.6)]),
        ("قال John Smith، مدير الشركة", [("John Smith", "PER", 0.9)]),
        ("قال الرئيس John Smith أمس", [("John Smith", "PER", 0.9)]),
        ("شركات مثل Zorblat أمس", [("Zorblat", "ORG", 0.9)]),
        ("في جامعة Zorblat University أمس", [("Zorblat University", "ORG", 0.9)]),
        ("كشركة Zorblat أمس", [("Zorblat", "ORG", 0.6)]),
        ("بشركة Zorblat", [("Zorblat", "ORG", 0.9)]),
        ("شركات Zorblat", [("Zorblat", "ORG", 0.9)]),
        ("شركة التقنية Zorblat", [("Zorblat", "ORG", 0.9)]),
    ],
)
def test_latin_names(fields_of, text, names):
    """A head, the lexicon, the shape or a person's title tells the type; without them it is the default, least sure."""
    assert surfaces(latin_names(candidates_of(fields_of(text))), text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('ذكرت صحيفة "ماركا" أمس', [("ماركا", "ORG", 0.58)]),
        ("فيلم «ريح السد» أمس", [("ريح السد", "WORK", 0.95)]),
        ("نموذج «العمل عن بعد» مفيد", []),
        ("نموذج «زوربيتو» مفيد", [("زوربيتو", "PRODUCT", 0.86)]),
        ("نموذج «زوربيتو 9» مفيد", [("زوربيتو 9", "PRODUCT", 0.86)]),
        ("حصلت «عكاظ» على نسخة", [("عكاظ", "ORG", 0.86)]),
        ("بحسب «الجريدة» أمس", [("الجريدة", "ORG", 0.8)]),
        ("بحسب «كتاب» أمس", []),
        ('وفق "إنترستينغ إنجينيرينغ" أمس', [("إنترستينغ إنجينيرينغ", "ORG", 0.8)]),
        ('رأى "إنترستينغ إنجينيرينغ" أمس', []),
        ('قال لـ "سبق" أمس', [("سبق", "ORG", 0.86)]),
        ('وقف لـ "الحقيقة" أمس', []),
        ("صحيفة «واحد اثنان ثلاثة أربعة خمسة ستة» أمس", []),
        ("شركة «التأمين» أمس", [("التأمين", "ORG", 0.58)]),
        ("شركة «Meta» أمس", []),
    ],
)
def test_quoted_names(fields_of, text, names):
    """A head, a known medium, what is cited or spoken to shows a quoted name; plain words of a product are none."""
    assert surfaces(quoted_names(candidates_of(fields_of(text))), text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("منظمة التعاون الاقتصادي الدولي (زورب) أمس", [("زورب", "ORG", 0.74)]),
        ("كتاب (سيكو) أمس", []),
        ("منظمة (باريس) أمس", []),
        ("الأمم المتحدة (زورب) أمس", [("زورب", "ORG", 0.74)]),
    ],
)
def test_bracketed_names(fields_of, text, names):
    """A foreign word in brackets is a body's short name after a body alone."""
    assert surfaces(bracketed_names(candidates_of(fields_of(text))), text) == names


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ('شركة "زيلوكس" (Zilox) أمس', [("زيلوكس", "ORG", 0.95), ("Zilox", "ORG", 0.95)]),
        ("تطبيق ميمورا (Memora) أمس", [("ميمورا", "PRODUCT", 0.95), ("Memora", "PRODUCT", 0.95)]),
        ("شركات منفعة عامة (PBCs) فقط", []),
        ("زورب (Zorb) أمس", [("زورب", "ORG", 0.65), ("Zorb", "ORG", 0.65)]),
        ("كتاب، (Zorb) أمس", []),
        ("«واحد اثنان ثلاثة أربعة خمسة ستة» (Zorb) أمس", []),
        ("ميمورا Memora أمس", []),
    ],
)
def test_glosses(fields_of, text, pairs):
    """A name and its Latin form in brackets have one type, the surer; after plain words there is no pair."""
    found = glosses(candidates_of(fields_of(text)))
    assert [name for pair in found for name in surfaces(pair, text)] == pairs


def test_an_abbreviation_of_plain_words_leaves_the_candidates(fields_of):
    """«شركات منفعة عامة (PBCs)» names nothing, a Latin name without brackets stays."""
    field = candidates_of(fields_of("شركات منفعة عامة (PBCs) ثم Nasmah"))
    assert glosses(field) == []
    assert surfaces(field.candidates, field.field.text) == [("Nasmah", "ORG", 0.6)]
