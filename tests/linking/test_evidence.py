"""Names joined by evidence."""

from __future__ import annotations

from itertools import pairwise

from arcorpus.linking.evidence import WEIGHTS, Groups, Name

A, B, C = Name("ORG", "a"), Name("ORG", "b"), Name("ORG", "c")


def test_the_strongest_evidence_is_kept():
    """Of two reasons for a join the stronger stands, whatever was asked first."""
    for kinds in (("short", "gloss"), ("gloss", "short")):
        groups = Groups(lambda _: None)
        for kind in kinds:
            groups.ask(kind, A, B)
        groups.join()
        assert groups.evidence_of[A] == "gloss"
        assert groups.find(A) == groups.find(B)


def test_two_known_things_stay_apart():
    """A name between two known things goes to the one with the stronger evidence."""
    groups = Groups({A: "x", C: "y"}.get)
    groups.ask("spelling", B, C)
    groups.ask("gloss", B, A)
    groups.join()
    assert groups.find(A) == groups.find(B) != groups.find(C)
    assert groups.thing(B) == "x"
    assert not groups.compatible(B, C)


def test_the_user_joins_what_is_known_apart():
    """Only the user's word and the lexicon's own join what is known to be two."""
    groups = Groups({A: "x", B: "y"}.get)
    groups.ask("user", A, B)
    groups.join()
    assert groups.find(A) == groups.find(B)


def test_weights_fall_in_the_order_of_the_kinds():
    """The kinds stand from the strongest to the weakest."""
    assert all(first >= second for first, second in pairwise(WEIGHTS.values()))
    assert list(WEIGHTS)[:2] == ["user", "gloss"]
