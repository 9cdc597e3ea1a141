"""The words of persons' names."""

from __future__ import annotations

from arcorpus.ner import gazetteer, person_names
from arcorpus.resources import lexicon


def test_given_names_of_both_lists_are_names_unless_they_are_words():
    """What the model was trained on stays as it is; the rules also know the other given names."""
    model, rules = person_names.person_words(), person_names.name_words()
    assert model.keys() < rules.keys()
    assert gazetteer.key("عبدالخالق") not in model
    assert rules[gazetteer.key("عبدالخالق")] == ("given", True)
    assert gazetteer.key("سلام") not in rules
    assert "سلام" in person_names.doubtful_given_names()


def test_names_kept_by_hand_have_roles():
    """A name may be given and family; a family name that is a word is no sure one."""
    given, family = (
        dict(person_names.kept_names(role)) for role in (person_names.PersonRole.GIVEN, person_names.PersonRole.FAMILY)
    )
    assert given["زيدان"] is family["زيدان"] is True
    assert (given["شاهين"], family["شاهين"]) == (False, True)
    assert person_names.name_words()[gazetteer.key("أخنوش")] == ("family", True)


def test_a_given_name_is_told_from_other_words():
    """محمد is given to both lists, عبدالخالق only to the rules, أخنوش and كتاب are none."""
    words = [gazetteer.key(word) for word in ("محمد", "عبدالخالق", "أخنوش", "كتاب")]
    assert [person_names.is_given(word) for word in words] == [True, True, False, False]
    assert [person_names.is_trained_given(word) for word in words] == [True, False, False, False]


def test_a_name_stands_in_one_list_of_persons():
    """The generated list leaves out what is kept by hand."""
    kept = {gazetteer.key(row["form"]) for row in lexicon("given_and_family_names")}
    assert not kept & {row["name"] for row in lexicon("person_names")}
