"""Latin names that sound like a place of their article."""

import pytest

from arcorpus.linking.sounding_places import with_sounding_places
from arcorpus.types import Article, Document, Mention


def document(*names):
    """A document with some names, each a text and a type."""
    mentions = tuple(
        Mention("a", "text", n * 50, n * 50 + len(text), text, kind) for n, (text, kind) in enumerate(names)
    )
    return Document(Article("a", "a.txt", 0), mentions=mentions)


@pytest.mark.parametrize(("latin", "arabic"), [("An-Najaf", "النجف"), ("As-Suwayda", "السويداء"), ("Homs", "حمص")])
def test_it_is_that_place(latin, arabic):
    """«السويداء (As-Suwayda)» is one place, whatever the Latin name was taken for."""
    found = with_sounding_places(document((latin, "PER"), (arabic, "LOC")))
    assert [mention.type for mention in found.mentions] == ["LOC", "LOC"]


@pytest.mark.parametrize(
    "names",
    [
        [("Salem", "PER"), ("القاهرة", "LOC")],  # nothing sounds like it
        [("Mansour", "PER"), ("منصور", "PER"), ("منصور", "LOC")],  # a person sounds so too
        [("Meta", "ORG"), ("ميتا", "ORG")],
        [("النجف", "ORG"), ("النجف", "LOC")],  # no Latin name
    ],
)
def test_any_other_keeps_its_type(names):
    """Only what sounds like a place and like nothing else becomes one."""
    before = document(*names)
    assert [m.type for m in with_sounding_places(before).mentions] == [kind for _, kind in names]
