"""What lies between the command line and the report."""

from __future__ import annotations

import pytest

from arcorpus import commands
from arcorpus.errors import UsageError
from arcorpus.writers.layout import SECTIONS

GIVEN = dict.fromkeys(
    ("input_format", "since", "until", "form", "output", "top", "bom", "quiet", "strict", "aliases"), None
) | {"paths": ("seeds",), "jobs": 1}


@pytest.mark.parametrize(
    ("only", "sections"),
    [(None, SECTIONS), ("", SECTIONS), ("claims", ("claims",)), (" topics , articles,", ("articles", "topics"))],
)
def test_sections_stand_in_the_order_of_the_report(only, sections):
    """`--only` names sections in any order; without it there are all that are built in."""
    assert commands.sections_of(only) == sections


@pytest.mark.parametrize("only", ["weather", "claims,weather", " , "])
def test_sections_that_there_are_not(only):
    """An unknown section and none at all are told with those that there are."""
    with pytest.raises(UsageError, match="--only takes names of articles, entities, topics, claims, duplicates"):
        commands.sections_of(only)


def test_what_is_no_common_option_belongs_to_an_analysis():
    """The options of analyses go on by their names; the settings of the stages are told apart from them."""
    options = commands.Options.of({**GIVEN, "ner": "rules", "without_names": True, "least": 0.5, "context": 2})
    assert options.own == {"least": 0.5, "context": 2}
    request = options.request(("claims",))
    assert request.options == options.own
    assert (request.settings.ner, request.settings.morphology, request.settings.names) == ("rules", "lexicon", False)
    assert (request.inputs.paths, request.sections, request.collapse) == (("seeds",), ("claims",), False)


def test_several_processes_belong_to_a_later_version():
    """More than one is wrong usage that says so."""
    with pytest.raises(UsageError, match="later version"):
        commands.Options.of({**GIVEN, "jobs": 2}).request(("claims",))
