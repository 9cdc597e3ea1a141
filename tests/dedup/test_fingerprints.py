"""Fingerprints: the same for the same words, small, and nothing of them depends on the run."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.dedup.fingerprints import WORDS, body, fingerprint, words_of
from arcorpus.types import Article, Furniture

NEWS = "أعلنت وزارة التعليم اليوم موعد بدء العام الدراسي الجديد في جميع مدارس المملكة بعد أعمال الصيانة"


def article(text, title=None, **fields):
    """An article with a text."""
    return Article("a", "a.txt", 0, title=title, text=text, **fields)


def digest(text, title=None):
    """The digest of a text."""
    return fingerprint(article(text, title)).digest


@pytest.mark.parametrize(
    "other",
    [
        f"  {NEWS}\n",
        NEWS.replace(" ", "\u00a0\n"),
        "أُعلِنت وزارةُ التعليم، اليومَ: موعد بدء العام الدراسى الجديد في جميع مدارس المملكه بعد «أعمال» الصيانة...",
        NEWS.replace("العام", "العـــام"),
    ],
)
def test_spelling_punctuation_and_space_do_not_count(other):
    """What `search` folds, and punctuation and space between the words, leave the digest as it is."""
    assert digest(other) == digest(NEWS)


@pytest.mark.parametrize("other", [NEWS.replace("التعليم", "الصحة"), f"{NEWS} اليوم", NEWS.replace(" ", "", 1)])
def test_other_words_are_another_digest(other):
    """One word more, less or other makes another digest."""
    assert digest(other) != digest(NEWS)


@pytest.mark.parametrize("text", ["عاجل", "سعد العصيمي", NEWS])
def test_titles_do_not_count(text):
    """The same words are a copy under whatever title, be they one word or many."""
    assert digest(text, "الوحدة") == digest(text, "ناس تعشق المديح") == digest(f"«{text}»")
    assert digest(text) != digest(f"{text} اليوم")


@pytest.mark.parametrize("text", ["", " \n", "… — «»"])
def test_no_words_no_digest(text):
    """A body without a word has no digest and no shingles, whatever its title."""
    found = fingerprint(article(text, "عنوان"))
    assert found.digest is None
    assert len(found.shingles) == len(found.numbers) == 0


def test_furniture_inside_the_body_is_no_part_of_it():
    """The share line inside a body is left out, and the words around it stay apart."""
    text = "قال الوزير شارك الخبر إن العمل مستمر"
    start = text.index("شارك")
    marked = article(text, text_start=10, furniture=(Furniture(10 + start, 10 + start + 10, "share"),))
    assert words_of(body(marked)) == ["قال", "الوزير", "ان", "العمل", "مستمر"]


@given(st.lists(st.sampled_from(["خبر", "عاجل", "5", "٦", "وزير", "بيان"]), max_size=30))
def test_shingles_are_a_sorted_set_of_all_runs(words):
    """There is one hash for each different run of words, in order, and one for each different number."""
    found = fingerprint(article(" ".join(words)))
    plain = words_of(" ".join(words))
    assert len(found.shingles) == len({tuple(plain[n : n + WORDS]) for n in range(len(plain) - WORDS + 1)})
    assert sorted(set(found.shingles.tolist())) == found.shingles.tolist()
    assert len(found.numbers) == len({word for word in plain if word.isdecimal()})


def test_fingerprints_are_the_same_on_every_run():
    """Hashes do not depend on the interpreter's own, which changes from run to run."""
    code = (
        "from arcorpus.dedup.fingerprints import fingerprint; from arcorpus.types import Article;"
        f"p = fingerprint(Article('a', 'a', 0, text={NEWS!r})); print(p.digest.hex(), int(p.shingles[0]))"
    )
    runs = set()
    for seed in ("1", "2"):
        env = os.environ | {"PYTHONHASHSEED": seed}
        runs.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout)
    assert len(runs) == 1
