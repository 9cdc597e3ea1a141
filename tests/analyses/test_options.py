"""The options of analyses."""

from __future__ import annotations

import pytest

from arcorpus.analyses import articles, claims, entities
from arcorpus.analyses.options import SHARED, listed, own, values
from arcorpus.errors import UsageError


@pytest.mark.parametrize("given", ["b , a,", ("b", "a"), ["a", "b"], "a,b,a"])
def test_names_come_in_the_order_of_those_known(given):
    """Whatever their order, their spaces and whether they are one text, names come in their own order, each once."""
    assert listed("--letters", ("a", "b", "c"))(given) == ("a", "b")


@pytest.mark.parametrize("given", ["a,x", "", " , "])
def test_names_that_are_not_known_are_wrong_usage(given):
    """An unknown name and no name are told with those that there are."""
    with pytest.raises(UsageError, match="--letters takes names of a, b, separated by commas; not"):
        listed("--letters", ("a", "b"))(given)


def test_own_options_are_no_others():
    """What several analyses share belongs to none; an analysis may have no options at all."""
    assert [option.name for option in own(entities)] == ["types", "min_mentions", "context"]
    assert not set(own(claims)) & set(SHARED)
    assert own(articles) == ()


def test_values_are_those_given_or_the_usual_ones():
    """A value is converted as on the command line, None is the usual; what the analysis lacks is passed over."""
    assert values(entities, {}) == {"types": None, "min_mentions": 1, "context": 0}
    assert values(entities, {"min_mentions": "3", "types": None, "weather": 1}) == {
        "types": None, "min_mentions": 3, "context": 0,
    }  # fmt: skip


@pytest.mark.parametrize(("given", "words"), [({"min_mentions": 0}, "--min-mentions: 0"), ({"types": "CAT"}, "--type")])
def test_values_that_an_option_does_not_take(given, words):
    """From Python too a value out of range or unknown is wrong usage that names the option."""
    with pytest.raises(UsageError, match=words):
        values(entities, given)
