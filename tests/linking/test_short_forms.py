"""Short forms of persons' names."""

from __future__ import annotations

import pytest

from arcorpus.linking.evidence import Groups, Name
from arcorpus.linking.short_forms import full_names_of, join_family_names, merged_sound, plain_key
from arcorpus.types import Article, Document, Mention


def document(*names):
    """A document that names persons."""
    mentions = tuple(Mention("a", "text", 100 * n, 100 * n + len(s), s, "PER") for n, s in enumerate(names))
    return Document(Article("a", "a.txt", 0), mentions=mentions)


@pytest.mark.parametrize(
    ("surface", "plain"),
    [("للصين", "الصين"), ("الصين", "الصين"), ("لله", "لله"), ("إسطنبول", "اسطنبول"), ("ليبيا", "ليبيا")],
)
def test_a_whole_word_with_lam_is_the_name(surface, plain):
    """للصين is الصين with a preposition; a short word in لل keeps it."""
    assert plain_key(surface) == plain


def test_two_letters_for_one_foreign_sound_are_one():
    """زوكربيرج and زوكربيرغ are one sound."""
    assert merged_sound("زوكربيرج") == merged_sound("زوكربيرغ")


@pytest.mark.parametrize(
    ("names", "short", "full"),
    [
        (["سامي الوردي"], "الوردي", ["سامي الوردي"]),  # a last name
        (["سامي الوردي"], "سامي", None),  # not the first alone: many bear it
        (["عبد الفتاح السيسي"], "عبد الفتاح", ["عبد الفتاح السيسي"]),  # two first words
        (["محمد بن سلمان بن عبدالعزيز"], "محمد بن سلمان", ["محمد بن سلمان بن عبدالعزيز"]),
        (["محمد بن سلمان"], "سلمان", None),  # the father's name is another person's
        (["سامي الوردي", "هند الوردي"], "الوردي", ["سامي الوردي", "هند الوردي"]),  # two bearers
        (["محمد بن سلمان", "محمد بن سلمان بن عبدالعزيز"], "محمد بن سلمان", ["محمد بن سلمان بن عبدالعزيز"]),
        (["ميتا"], "ميتا", None),  # a name of one word has no short form
    ],
)
def test_full_names_by_their_short_forms(names, short, full):
    """A short form is the end of a full name, or its first two words and more; a father's name is none."""
    found = full_names_of(document(*names)).get(merged_sound(plain_key(short)))
    assert (found and [name.key for name in found]) == full


def test_a_document_without_persons_has_none():
    """Other names have no short forms."""
    mention = Mention("a", "text", 0, 4, "البنك الدولي", "ORG")
    assert full_names_of(Document(Article("a", "a.txt", 0), mentions=(mention,))) == {}


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["لارس هوفستاد", "هوفستاد"], True),  # one bearer
        (["لارس هوفستاد", "مارتن هوفستاد", "هوفستاد"], False),  # two
        (["سامي الوردي", "الوردي"], False),  # an Arabic family is large
        (["لارس هوف", "هوف"], False),  # too short to tell
        (["كريم سالم", "سالم"], False),  # a first name too
    ],
)
def test_a_foreign_last_name_alone_is_its_one_bearer(names, joined):
    """A long foreign last name that one person bears in the corpus is that person."""
    groups = Groups(lambda _: None)
    found = [Name("PER", plain_key(name)) for name in names]
    join_family_names(found, groups)
    groups.join()
    assert (groups.find(found[-1]) == groups.find(found[0])) is joined
