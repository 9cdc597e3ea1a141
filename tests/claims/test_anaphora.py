"""Whom phrases that point to an earlier speaker mean."""

from __future__ import annotations

import pytest

from arcorpus import pipeline
from arcorpus.claims.anaphora import points_back
from arcorpus.types import Article, ClaimSource


def sources(text):
    """The sources of the claims of a body."""
    (document,) = pipeline.run([Article("id", "x.txt", 0, text=text)], {"claims"}, pipeline.Settings(ner="rules"))
    return [c.source.text for c in document.claims if c.kind != "assertion"]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("المصدر ذاته", "same"),
        ("المتحدث نفسه", "same"),
        ("الوزيرة نفسها", "same"),
        ("الأخير", "last"),
        ("المصدر", None),
        ("الوقت نفسه", None),
    ],
)
def test_how_a_source_points_back(text, how):
    """«نفسه» and «ذاته» point to a speaker, «الأخير» to the one named last; other nouns to nobody."""
    assert points_back(ClaimSource(text, 0, len(text))) == how


def test_the_last_one_is_who_was_named_last():
    """«الأخير» is the one spoken to, not the one who spoke."""
    text = "وقال باراك أوباما في رسالة إلى أنغيلا ميركل إن العقد باطل. وردت الأخيرة بأن العقد صحيح."
    assert sources(text)[-1] == "أنغيلا ميركل"


def test_the_same_speaker_is_the_one_named_before():
    """«المتحدث نفسه» is the person who spoke last."""
    text = "وقال المتحدث باراك أوباما إن المدرسة مغلقة. وأضاف المتحدث نفسه أن الدروس تبدأ غدا."
    assert sources(text) == ["باراك أوباما", "باراك أوباما"]


def test_an_unnamed_source_stays_as_it_is_written():
    """«المصدر ذاته» of a source without a name stays what it is."""
    text = "وأكد مصدر أمني أن الطريق مفتوح. وأضاف المصدر ذاته أن الحركة عادية."
    assert sources(text) == ["مصدر أمني", "المصدر ذاته"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وسبق للوزير أن أكد أن المصنع آمن.", "وزير"),
        ("سبق لسامي العلي أن أعلن أن المصنع آمن.", "سامي العلي"),
    ],
)
def test_who_said_it_before_stands_after_l(text, source):
    """«سبق لفلان أن أكد» names its speaker with ل before the verb."""
    assert sources(text) == [source]
