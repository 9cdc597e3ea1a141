"""What a topic is called."""

from __future__ import annotations

import pytest

from arcorpus.pipeline import run
from arcorpus.topics.document_terms import encode, term_counts
from arcorpus.topics.labels import TERMS, label_topics, written_forms
from arcorpus.types import Article


def corpus(*texts):
    """The encoded corpus of some texts, an article each."""
    articles = [Article(f"a{n}", "a.txt", 0, text=text) for n, text in enumerate(texts)]
    return encode(list(run(articles, {"terms"})))


def names(*texts):
    """The name of each text as a topic of its own."""
    encoded = corpus(*texts)
    return label_topics(encoded, term_counts(encoded), [[row] for row in range(len(texts))])


def test_a_label_is_the_phrases_in_which_the_salient_words_are_said():
    """النفط is said in أسعار النفط, and that names the topic; a word is told once."""
    [name] = names("أسعار النفط ترتفع. أسعار النفط تهبط. النفط هنا. أسعار النفط غدا.")
    assert name.label.split("، ")[0] == "أسعار النفط"
    words = [word for phrase in name.label.split("، ") for word in phrase.split()]
    assert len(words) == len(set(words))


def test_a_label_has_three_phrases_at_most_and_a_topic_twelve_terms():
    """However much is said, a label is short and the terms are few."""
    nouns = "مدرسة مستشفى ملعب جسر ميناء مطار مصنع متحف مسرح سوق حديقة مكتبة محكمة بنك جامعة".split()  # noqa: SIM905
    [name] = names(" ".join(f"{noun}. {noun}." for noun in nouns))
    assert len(name.label.split("، ")) <= 3
    assert len(name.terms) <= TERMS


def test_a_generic_word_is_no_label():
    """شركة alone says nothing; where nothing else is there, it stays."""
    [name] = names("شركة التأمين تربح. شركة التأمين تخسر. التأمين غال. التأمين هنا.")
    assert "شركة" not in name.label.split("، ")
    [only] = names("شركة. شركة. شركة.")
    assert only.label == "شركة"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("حوكمة. حوكمة. الحوكمة.", "الحوكمة"),  # a quarter and more with the article
        ("حوكمة. " * 9 + "الحوكمة.", "حوكمة"),  # less
        ("ذكاء اصطناعي. الذكاء الاصطناعي. الذكاء الاصطناعي.", "الذكاء الاصطناعي"),  # a phrase: the most usual form
    ],
)
def test_the_written_form_of_a_phrase(text, shown):
    """A phrase is shown in its most usual form, a lone word with its article where it often has it."""
    encoded = corpus(text)
    content = tuple(dict.fromkeys(n for n in encoded.words[0] if n >= 0))
    assert written_forms(encoded, {content})[content] == shown


def test_no_groups_have_no_names():
    """Nothing is made of nothing."""
    encoded = corpus("شركة")
    assert label_topics(encoded, term_counts(encoded), []) == []
