"""Copies of the same story: which articles are copies, of what kind, and who was first."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.dedup.copies import FORMULA_DAYS, find_copies
from arcorpus.dedup.fingerprints import fingerprint
from arcorpus.types import Article

_DRAW = random.Random(4)  # noqa: S311 - no secret
_VOCABULARY = [f"كلمة{n}" for n in range(4000)]


def words(count, draw=_DRAW):
    """A text of so many words that no other has in this order."""
    return " ".join(draw.choices(_VOCABULARY, k=count))


def edited(text, every):
    """The text with every so manieth word another."""
    return " ".join("غيرها" if n % every == every - 1 else word for n, word in enumerate(text.split()))


def copies(*texts, dates=()):
    """The copies among articles of these texts, ids 0, 1 … in reading order."""
    pages = [
        Article(str(n), f"{n}.txt", 0, text=text, date=dates[n] if n < len(dates) else None)
        for n, text in enumerate(texts)
    ]
    return find_copies(map(fingerprint, pages))


def grouped(pages):
    """The groups of articles, whoever was first."""
    found = find_copies(map(fingerprint, pages)).groups
    return {(group.id, group.kind, group.similarity, frozenset(group.articles)) for group in found}


def told(found):
    """The groups as kind and articles."""
    return [(group.kind, group.articles) for group in found.groups]


def test_kinds():
    """The same words are exact copies, a few other words near ones, and a new head and tail make a part."""
    story = words(120)
    other, third = words(90), words(80)
    found = copies(
        story, other, third,
        f"{story}.", edited(other, 30), f"{words(60)} {third} {words(50)}", words(100),
    )  # fmt: skip
    assert told(found) == [("exact", ("0", "3")), ("near", ("1", "4")), ("part", ("2", "5"))]
    assert found.groups[0].similarity == 1.0
    assert 0.7 < found.groups[1].similarity < 0.9
    assert found.groups[2].similarity == 1.0
    assert found.duplicate_of == {"3": "0", "4": "1", "5": "2"}


def test_similarity_is_true_and_not_estimated():
    """The similarity of a near pair is the share of common runs of three words among all of either."""
    story = words(100)
    changed = " ".join(["مغاير", *story.split()[1:]])
    assert copies(story, changed).groups[0].similarity == pytest.approx(97 / 99, abs=1e-4)


def test_first_is_the_earliest_and_then_the_first_read():
    """The date decides who was first, then the reading order; articles without a date come last."""
    story = words(100)
    near = edited(story, 40)
    dates = ("--06", "2025-02-02", "2025-02-01", "2025-02-01", None)
    assert told(copies(story, near, near, story, story, dates=dates)) == [("near", ("2", "3", "1", "0", "4"))]


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order(chance):
    """However the articles are shuffled, the groups, their ids and their similarities are the same."""
    draw = random.Random(9)  # noqa: S311 - no secret
    base, short = words(100, draw), words(40, draw)
    texts = [base, edited(base, 25), edited(base, 40), short, f"{short} {words(90, draw)}", words(70, draw), base]
    pages = [Article(str(n), "", n, text=text, date=f"2025-01-0{n + 1}") for n, text in enumerate(texts)]
    undated = [replace(page, date=None) for page in pages]
    expected, members = find_copies(map(fingerprint, pages)), grouped(undated)
    chance.shuffle(pages)
    chance.shuffle(undated)
    assert find_copies(map(fingerprint, pages)) == expected
    assert grouped(undated) == members


def test_a_round_up_does_not_make_its_stories_one():
    """A piece that takes in two stories goes with the earlier; the other stays by itself and is no copy of anything."""
    one, two = words(60), words(60)
    found = copies(one, two, f"{words(20)} {one} {words(20)} {two}", dates=("2025-01-01", "2025-01-02", "2025-01-03"))
    assert told(found) == [("part", ("0", "2"))]
    assert found.duplicate_of == {"2": "0"}


def test_what_is_left_out_is_in_what_stays():
    """Of copies the first stays, of a part and its whole the whole, whoever was first; `spare` is the rest."""
    story = words(80)
    longer = f"{words(60)} {story} {words(60)}"
    assert copies(story, longer, story).redundant == {"0", "2"}
    assert copies(longer, story, edited(story, 40)).redundant == {"1", "2"}
    assert copies(story, edited(story, 40)).redundant == {"1"}


@pytest.mark.parametrize("texts", [(), ("",), ("", " ", "\n"), ("خبر", "", "خبر آخر"), ("…", "…")])
def test_nothing_is_a_copy_of_nothing(texts):
    """Empty bodies, bodies of marks and single words make no group."""
    assert copies(*texts) == copies()


def test_short_texts_are_copies_only_of_the_same_words():
    """Two texts of nineteen words that differ in one are two; of forty words they are near."""
    short = words(19)
    assert told(copies(short, edited(short, 19))) == []
    longer = words(40)
    assert told(copies(longer, edited(longer, 40))) == [("near", ("0", "1"))]
    assert told(copies(short, f" {short}!")) == [("exact", ("0", "1"))]
    assert told(copies("عاجل", "«عاجل»", "عاجل جدا", "")) == [("exact", ("0", "1"))]


def report(day, numbers):
    """A table of prices: the same lines every day, the numbers apart."""
    lines = "سعر صرف العملة اليوم في السوق مقابل الريال السعودي كما أعلنه البنك المركزي صباحا هو {} ريال للشراء فقط"
    return replace(
        Article(f"d{day}", "", day, date=f"2025-01-{day:02}"),
        text="\n".join(lines.format(f"{name} {number}") for name, number in zip("ابتثج", numbers, strict=True)),
    )


def test_tables_with_other_numbers_are_no_copies():
    """Prices of two days on the same lines are two reports; a table with its own numbers again is a copy."""
    numbers = [310, 422, 533, 644, 755]
    pages = [report(1, numbers), report(2, [number + 7 for number in numbers])]
    assert find_copies(map(fingerprint, pages)).groups == ()
    assert len(find_copies(map(fingerprint, [*pages, replace(report(3, numbers), title="أسعار")])).groups) == 1


def test_formulas_do_not_make_copies():
    """A telegram sent in the same words on many days, with other names each time, is no copy; its reprint is."""
    draw = random.Random(6)  # noqa: S311 - no secret
    frame = words(70, draw).split()
    pages = []
    for day in range(FORMULA_DAYS + 3):
        name = words(3, draw)
        text = " ".join([*frame[:20], name, *frame[20:50], name, *frame[50:], words(4, draw)])
        pages.append(Article(f"t{day}", "", day, date=f"2025-03-{day + 1:02}", text=text))
    assert told(find_copies(map(fingerprint, pages))) == []
    few = find_copies(map(fingerprint, pages[:FORMULA_DAYS]))
    assert [group.kind for group in few.groups] == ["near"]
    again = [*pages, replace(pages[4], id="same")]
    assert told(find_copies(map(fingerprint, again))) == [("exact", ("t4", "same"))]


def test_thousands_of_copies_are_quick():
    """Ten thousand times one text, and a thousand versions of another, are two groups in seconds."""
    story, base = words(150), words(150).split()
    versions = [" ".join([*base[: n % 149], f"رقم{n}", *base[n % 149 :]]) for n in range(1000)]
    begin = time.process_time()
    found = copies(*[story] * 10_000, *versions)
    assert [(group.kind, len(group.articles)) for group in found.groups] == [("exact", 10_000), ("near", 1000)]
    assert len(found.redundant) == 10_998
    assert time.process_time() - begin < 60


def test_a_very_long_article():
    """An article of a million words is fingerprinted, and one that stands inside it is found."""
    story = words(200)
    long = " ".join([*_VOCABULARY * 125, story, *_VOCABULARY * 125])
    found = copies(long, story)
    assert told(found) == [("part", ("0", "1"))]
