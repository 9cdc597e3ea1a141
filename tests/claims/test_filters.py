"""Which claims a reader wants."""

from __future__ import annotations

import pytest

from arcorpus.claims.filters import ClaimFilter, is_unnamed, named_key
from arcorpus.resources import lexicon
from arcorpus.types import CLAIM_KINDS, STANCES, Claim, ClaimSource


def claim(source=None, kind="indirect", stance="assert", worth=0.5):
    """A claim of a source."""
    return Claim("c", "a", "text", 0, 5, "القول", 0, source, None, kind, stance, worth)


NOBODY = ClaimSource(None, None, None)
MINISTER = ClaimSource("وزير المالية السابق", 0, 19)
META = ClaimSource("شركة ميتا", 0, 9, entity="e1", type="ORG")
SPOKESMAN = ClaimSource("متحدث باسم ميتا", 0, 15)


@pytest.mark.parametrize(
    ("source", "unnamed"),
    [
        (None, True),
        (NOBODY, True),
        (ClaimSource("مصدر أمني", 0, 9), True),
        (ClaimSource("مصدر أمني", 0, 9, entity="e"), False),
        (ClaimSource("وزير المالية", 0, 12), False),
    ],
)
def test_who_is_unnamed(source, unnamed):
    """Nobody and a head such as مصدر without an entity are unnamed; an office or an entity is not."""
    assert is_unnamed(source) is unnamed


def test_an_empty_filter_keeps_everything_and_says_nothing():
    """Without a wish every claim is kept, and the run records none."""
    everything = ClaimFilter()
    assert all(everything.keeps(claim(source), {}) for source in (None, NOBODY, MINISTER, META))
    assert everything.options() == {}


def test_options_are_recorded_under_the_names_of_the_command():
    """What was asked for is recorded as the command calls it."""
    asked = ClaimFilter("ميتا", ("deny", "doubt"), ("direct",), 0.5, unnamed=True)
    assert asked.options() == {
        "source": "ميتا", "stance": ["deny", "doubt"], "kind": ["direct"], "min_checkworthiness": 0.5, "unnamed": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "source", "entities", "kept"),
    [
        ("ميتا", META, {"e1": {"meta"}}, True),
        ("ميتا", META, {"e2": {"meta"}}, False),
        ("وزير الماليه", MINISTER, {}, True),
        ("المالية السابق", MINISTER, {}, True),
        ("المال", MINISTER, {}, False),
        ("Meta", SPOKESMAN, {"e1": {"meta", "ميتا"}}, True),
        ("Meta", SPOKESMAN, {}, False),
        ("ميتا", NOBODY, {"e1": {"meta"}}, False),
        ("ميتا", None, {"e1": {"meta"}}, False),
    ],
)
def test_source_is_an_entity_or_its_words(name, source, entities, kept):
    """A source is found by its entity, or, where it has none, by a name of that or whole words, in any spelling."""
    assert ClaimFilter(source=name).keeps(claim(source), entities) is kept


def test_stance_kind_and_worth():
    """Only claims of the stances and kinds named and of at least the worth are kept."""
    assert ClaimFilter(stances=("deny", "warn")).keeps(claim(MINISTER, stance="warn"), {})
    assert not ClaimFilter(stances=("deny",)).keeps(claim(MINISTER), {})
    assert not ClaimFilter(kinds=("direct",)).keeps(claim(MINISTER), {})
    assert ClaimFilter(least=0.5).keeps(claim(MINISTER), {})
    assert not ClaimFilter(least=0.51).keeps(claim(MINISTER), {})
    assert not ClaimFilter(least=0.1).keeps(claim(MINISTER, worth=None), {})


def test_unnamed_leaves_out_the_writers_own():
    """What nobody is named for is kept; what the writer states himself is nobody's report."""
    assert ClaimFilter(unnamed=True).keeps(claim(NOBODY), {})
    assert ClaimFilter(unnamed=True).keeps(claim(ClaimSource("مصادر مطلعة", 0, 11)), {})
    assert not ClaimFilter(unnamed=True).keeps(claim(MINISTER), {})
    assert not ClaimFilter(unnamed=True).keeps(claim(None, kind="assertion"), {})


def test_every_stance_of_the_lexicon_can_be_asked_for():
    """The stances that the cue lexicons give are those that can be named."""
    assert {row["stance"] for row in lexicon("cues")} <= set(STANCES)
    assert {row["value"] for name in ("cue_phrases", "cue_nouns") for row in lexicon(name)} <= set(STANCES)
    assert "assertion" in CLAIM_KINDS


def test_names_are_one_in_any_spelling():
    """Hamza, case and spaces make no other name."""
    assert named_key(" أوبن  إيه آي ") == named_key("اوبن ايه اي")
    assert named_key("OpenAI") == named_key("openai")
