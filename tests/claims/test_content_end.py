"""Where reported words end."""

from __future__ import annotations

import pytest

from arcorpus.claims.content_end import clause_end, phrase_end, speech_end
from arcorpus.claims.passage import Passage
from arcorpus.text.sentences import split_sentences
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Field


def cut(text, end, first=0):
    """What of a text lies before the end that a function finds."""
    sentences = split_sentences(text)
    passage = Passage(Field("text", text, sentences, tokenize(text, sentences)), ())
    stop = end(passage, first, passage.segment_end(first))
    return text[: passage.end_before(stop)].strip("،. ")


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("الإنتاج تضاعف هذا العام", "، وفق تعبيره."),
        ("الإنتاج تضاعف هذا العام", "، بحسب وكالة الأنباء."),
        ("الإنتاج تضاعف", "، مشيرا إلى أن الطلب مرتفع."),
        ("الإنتاج تضاعف", " مؤكدا أن الطلب مرتفع."),
        ("الإنتاج تضاعف", "، مضيفة أنها راضية."),
        ("الإنتاج تضاعف", "، وقال الوزير إنه راض."),
        ("الإنتاج تضاعف", " وأكد الوزير أنه راض."),
        ("الإنتاج تضاعف", "، بينما يرى الخبير أن السوق صغير."),
        ("الإنتاج تضاعف", "، مما أثار الدهشة."),
        ("الإنتاج تضاعف", " جاء ذلك خلال زيارة للمصنع."),
        ("الإنتاج تضاعف", "، مبينا وصول الآلات."),
        ("الإنتاج تضاعف، والعمال راضون، وكل شيء بخير", "."),
        ("الإنتاج تضاعف وقال بعضهم", " كلمتهم."),
    ],
)
def test_a_reported_clause_ends_before_what_is_not_reported(kept, left):
    """A closing phrase, a participle, another report and «مما» end it; commas alone do not."""
    if left == " كلمتهم.":
        assert cut(kept + left, clause_end) == "الإنتاج تضاعف وقال بعضهم كلمتهم"
    else:
        assert cut(kept + left, clause_end) == kept


@pytest.mark.parametrize(
    ("kept", "left"),
    [
        ("توفير الحماية وتحسين الطرق", "."),
        ("استثمار ضخم، بما في ذلك توسيع الشبكة", "."),
        ("توفير الماء", "، حيث يعاني الناس."),
        ("تأجيل الانتخابات", " وقررت العودة."),
        ("انهيار السوق", " وحذر من الأزمة."),
        ("علاقته بأي وسيط في الصفقة", "."),
    ],
)
def test_a_reported_noun_phrase_ends_at_its_pause(kept, left):
    """A noun phrase goes on over «بما في ذلك» and «و», and ends where a clause with a verb begins."""
    assert cut(kept + left, phrase_end) == kept


def test_quotation_inside_is_not_searched_for_an_end():
    """What another one says inside a quotation ends nothing."""
    text = "الوضع «صعب، مشيرا إلى أن الحل قريب جدا» اليوم."
    assert cut(text, clause_end) == text.strip(".")


def test_speech_after_a_colon_goes_on_over_sentences_in_the_first_person():
    """Further sentences of the line belong to it while somebody speaks of himself and nobody is said to speak."""
    text = "قال: نحن جاهزون للعمل. سنبدأ مشروعنا غدا. والطريق مغلق."
    sentences = split_sentences(text)
    passage = Passage(Field("text", text, sentences, tokenize(text, sentences)), ())
    last = speech_end(passage, 2, passage.segment_end(2))
    assert text[: passage.end_before(last)] == "قال: نحن جاهزون للعمل. سنبدأ مشروعنا غدا."
    assert speech_end(passage, 2, len(passage.keys)) == len(passage.keys)
