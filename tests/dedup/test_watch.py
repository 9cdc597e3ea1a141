"""Fingerprints taken on the way."""

from __future__ import annotations

from arcorpus.dedup.watch import Watch
from arcorpus.types import Article, Document

FIRST = " ".join(f"كلمة{number} تليها" for number in range(40))


def test_watch_keeps_no_text():
    """Documents pass through as they are, one at a time, and the copies among them are known when all have passed."""
    watch = Watch()
    texts = (FIRST, f"{FIRST} وزيادة")
    passing = watch.over(
        iter([Document(Article(name, "", 0, text=text)) for name, text in zip("ab", texts, strict=True)])
    )
    assert next(passing).article.id == "a"
    assert [document.article.text for document in passing] == [texts[1]]
    assert watch.copies().duplicate_of == {"b": "a"}
