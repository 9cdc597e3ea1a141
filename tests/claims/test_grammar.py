"""What a token is or begins."""

from __future__ import annotations

import pytest

from arcorpus.claims import grammar
from arcorpus.claims.lexicon import ClauseWord
from arcorpus.types import Span


def held(passage, test, text, *names):
    """The words of a text for which a test holds."""
    found = passage(text, *names)
    return [found.token(i).text for i in range(len(found.keys)) if test(found, i)]


def test_words_of_a_role_stand_alone_or_joined(passage):
    """لم and ولم are negations, أولم and علم are none."""

    def negation(tokens, index):
        return grammar.has_role(tokens, index, ClauseWord.NEGATION)

    assert held(passage, negation, "لم ولم فلم علم كلا") == ["لم", "ولم", "فلم"]


def test_that_in_all_its_forms(passage):
    """أن and إن with ب and pronouns, and ألا, are «that»; إلا («except») and أنت are none."""
    text = "أن إن بأن أنه بأنها إننا أنهما ألا بألا إلا أنت آن الآن"
    assert held(passage, grammar.is_that, text) == [*text.split()[:9], "آن"]
    found = passage("أن يعود ألا يعود")
    assert grammar.after_that(found, 0) == 1
    assert grammar.after_that(found, 2) == 2


def test_prepositions_but_no_names(passage):
    """علي is على without its dots, unless the recogniser has it in a name of a person."""
    assert grammar.preposition(passage("اكد علي ذلك"), 1) == "على"
    assert grammar.preposition(passage("قال علي المري", ("علي المري", "PER")), 1) == ""
    assert grammar.preposition(passage("سار في الكويت", ("في الكويت", "LOC")), 1) == "في"
    assert grammar.preposition(passage("قال ذلك"), 1) == ""


def test_a_conjunction_before_a_word(passage):
    """و and ف join when attached or written apart."""
    assert held(passage, grammar.follows_conjunction, "قال وسار فعاد ثم و ذهب إلى") == ["وسار", "فعاد", "و", "ذهب"]
    assert not grammar.follows_conjunction(passage("قال و"), 0)


def test_verbs_that_are_no_nouns(passage):
    """سيعود and وقررت are verbs; a noun, a name, a number, a word with an article or in marks is none."""
    assert held(passage, grammar.is_verb, "سيعود وقررت الوزير مدينة 15 زغلطمش") == ["سيعود", "وقررت"]
    assert held(passage, grammar.is_verb, "قررت سيعود الكبير", ("سيعود الكبير", "PER")) == ["قررت"]
    assert held(passage, grammar.is_verb, "«قررت» سيعود") == ["سيعود"]
    assert held(passage, grammar.is_verb, "سعود") == []


@pytest.mark.parametrize(
    ("text", "verbal"),
    [
        ("تأجيل", True),
        ("دعمه", True),
        ("وجود", True),
        ("زيادته", True),
        ("تأجيلا", True),
        ("تحقيقه", True),
        ("تحقيق", False),
        ("إدارة", False),
        ("التأجيل", False),
        ("للتأجيل", False),
        ("«تأجيل»", False),
        ("كرسي", False),
    ],
)
def test_verbal_nouns(passage, text, verbal):
    """A verbal noun has no article; a body or text that is called by one needs a pronoun: تحقيقه."""
    found = passage(text)
    assert grammar.is_verbal_noun(found, text.startswith("«")) is verbal


def test_speakers(passage):
    """Names, offices, bodies, media and documents speak, with an article or without."""
    text = "مصدر المصدر وزير وكالة تقرير بيانها شجرة باريس"
    assert held(passage, grammar.is_speaker, text, ("باريس", "LOC")) == [*text.split()[:6], "باريس"]
    assert held(passage, grammar.starts_subject, "مصدر الشجرة شجرة ، 15") == ["مصدر", "الشجرة"]


def test_adjectives_have_an_article(passage):
    """An ending or the list tells an adjective: السعودي, السابق."""
    text = "السعودي الجديدة العام المشاركون السابق سعودي الوزير"
    assert held(passage, grammar.is_adjective, text) == text.split()[:5]


def test_blame(passage):
    """مسؤولية is known with its article and its pronoun."""
    assert held(passage, grammar.is_blame, "مسؤولية المسؤولية مسؤوليتها مسؤول") == ["مسؤولية", "المسؤولية", "مسؤوليتها"]


def test_what_makes_definite(passage):
    """A noun phrase may end with an article, a pronoun, a name, a quoted or Latin word, not with a bare noun."""
    text = "الوزير وزيرها Meta باريس للوزير وبالوزير 15 ، وزير zebra"
    assert held(passage, grammar.is_definite, text, ("باريس", "LOC")) == [w for w in text.split() if w != "وزير"]
    assert held(passage, grammar.is_definite, "«وزير» وزير") == ["«", "وزير", "»"]
    assert held(passage, grammar.is_definite, "وزير اÀ") == []


def test_what_opens_an_adjunct(passage):
    """Prepositions, adverbs and prepositions with pronouns open one; the name علي does not."""
    text = "في أمس وخلال فيها له الوزير"
    assert held(passage, grammar.opens_adjunct, text) == text.split()[:5]
    assert held(passage, grammar.opens_adjunct, "علي المري", ("علي المري", "PER")) == []
    assert held(passage, grammar.opens_adjunct, "خلال المدينة", ("خلال المدينة", "LOC")) == ["خلال"]


@pytest.mark.parametrize(
    ("text", "mine"),
    [("سنحدد موقفنا", True), ("أنا هنا", True), ("معنا", True), ("سنحدد موقفه", False), ("سار الوفد", False)],
)
def test_first_person(passage, text, mine):
    """A pronoun of the first person, alone or attached, speaks of its speaker."""
    assert grammar.in_first_person(passage(text), Span(0, len(text))) is mine


def test_the_first_person_is_sought_inside_the_span(passage):
    """Words behind the span do not count."""
    assert not grammar.in_first_person(passage("سار الوفد معنا"), Span(0, 9))
