"""The lexicons that people keep: one form, roles that code and data both know, and words for whoever edits them."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from arcorpus import resources

SOURCE = Path(__file__).parents[1] / "src" / "arcorpus"
COLUMNS = ("form", "role", "value", "source", "note")
"""What the columns of a lexicon are called, in this order, before any of its own."""

ROLES: dict[str, str] = {
    "checkwords": "claims.checkworthiness:CheckWord",
    "clause_words": "claims.lexicon:ClauseWord",
    "cue_nouns": "claims.lexicon:NounRole",
    "cue_phrases": "claims.lexicon:PhraseRole",
    "bounds": "values.extract:BoundSide",
    "clause_openers": "text.sentences:Opener",
    "counted": "values.unit_nouns:CountedKind",
    "date_words": "values.date_words:DateWord",
    "folds": "text.normal_steps:CharStep",
    "numerals": "values.numerals:NumberWord",
    "value_words": "values.unit_nouns:ValueWord",
    "furniture": "readers.page.lexicon:Reason",
    "given_and_family_names": "ner.person_names:PersonRole",
    "latin_words": "ner.latin:LatinWord",
    "name_heads": "ner.name_heads:NameHead",
    "page_labels": "readers.page.labels:PageLabel",
    "page_words": "readers.page.lexicon:PageWord",
    "row_fields": "readers.record_fields:RecordField",
    "sounds": "linking.phonetics:Script",
}
"""The enum of the roles of each lexicon that has some, as `module:Enum` below the package."""

KEPT = sorted(
    name.partition("/")[2].removesuffix(".tsv") for name in resources.manifest() if name.startswith("lexicons/")
)


def text(name):
    """The lines of a lexicon."""
    return resources.read(f"lexicons/{name}.tsv").decode("utf-8").splitlines()


def header(name):
    """The columns of a lexicon."""
    return next(line for line in text(name) if not line.startswith("#")).split("\t")


def explained(name, what):
    """What the comments at the head of a lexicon explain: `# role NAME: …`, `# column NAME: …`."""
    return {found.group(1) for line in text(name) if (found := re.match(rf"# {what} ([^:]+): \S", line))}


def enum(name):
    """The enum of a lexicon's roles."""
    module, _, member = ROLES[name].partition(":")
    return getattr(import_module(f"arcorpus.{module}"), member)


@pytest.mark.parametrize("name", KEPT)
def test_a_lexicon_says_what_it_is_and_who_reads_it(name):
    """The first lines are comments that name the module that reads the list and the test that runs for it."""
    lines = text(name)
    comments = " ".join(line for line in lines if line.startswith("#"))
    assert lines[0].startswith("# ")
    read_by = re.findall(r"[\w/]+\.py", comments)
    assert any((SOURCE / path).is_file() for path in read_by), f"{name}: no module that reads it is named"
    assert any((SOURCE.parents[1] / path).is_file() for path in read_by if path.startswith("tests/")), name


@pytest.mark.parametrize("name", KEPT)
def test_a_lexicon_has_the_columns_of_all_and_explains_its_own(name):
    """`form role value source note` come first, in this order and only where some row needs them."""
    columns = header(name)
    own = [column for column in columns if column not in COLUMNS]
    assert columns == [column for column in COLUMNS if column in columns] + own
    assert columns[0] == "form"
    assert set(own) <= explained(name, "column")
    rows = resources.lexicon(name)
    assert all(any(row[column] for row in rows) for column in columns), f"{name} has an empty column"


@pytest.mark.parametrize("name", [name for name in KEPT if "role" in header(name)])
def test_roles_of_the_data_are_those_that_the_code_asks_for(name):
    """Every role in the data is a member of the enum and explained; every member is in the data and asked for."""
    roles = enum(name)
    assert {role for row in resources.lexicon(name) for role in row["role"].split()} == {str(role) for role in roles}
    assert explained(name, "role") == {str(role) for role in roles}
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    unasked = [role.name for role in roles if not re.search(rf"\b{roles.__name__}\.{role.name}\b", code)]
    assert not unasked, f"no code asks for {roles.__name__}: {unasked}"


def test_no_form_stands_twice_with_one_role():
    """A list says each thing of a word once."""
    for name in KEPT:
        rows = [tuple(row.values()) for row in resources.lexicon(name)]
        assert len(set(rows)) == len(rows), f"{name} has a row twice"
