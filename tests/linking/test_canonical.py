"""The one name by which an entity is called."""

from __future__ import annotations

from collections import Counter

import pytest

from arcorpus.linking.aliases import UserAliases
from arcorpus.linking.canonical import NameUse, canonical_name
from arcorpus.linking.evidence import Groups, Name
from arcorpus.ner.gazetteer import key


def called(kind, surfaces, evidence=None, known=None, aliases=None):
    """The name of an entity whose surfaces are counted, each a name of its own, joined by evidence."""
    uses = {}
    for surface, count in surfaces.items():
        use = uses.setdefault(Name(kind, key(surface)), NameUse())
        use.surfaces[surface] += count
    members = sorted(uses)
    groups = Groups(lambda _: known)
    if evidence:
        groups.evidence_of.update(dict.fromkeys(members, evidence))
    return canonical_name(members, uses, groups, aliases or UserAliases())


@pytest.mark.parametrize(
    ("kind", "surfaces", "evidence", "name"),
    [
        ("ORG", {"زيلوكس": 1, "الزيلوكس": 3}, None, "الزيلوكس"),  # the commonest
        ("ORG", {"زيلوكس": 2, "الزيلوكس": 2}, None, "الزيلوكس"),  # as common: the longer
        ("PER", {"الوردي": 9, "سامي الوردي": 1}, None, "سامي الوردي"),  # a person by a full name
        ("PER", {"الوردي": 2}, None, "الوردي"),  # where there is one
        ("LOC", {"للصين": 3, "الصين": 1}, None, "الصين"),  # never with a preposition
        ("ORG", {"زيلوكس": 9, "Zilox": 1}, "gloss", "Zilox"),  # a foreign name by its Latin form
        ("ORG", {"الشركة": 9, "Zilox": 1}, "gloss", "الشركة"),  # a word of the language is no foreign name
        ("PER", {"عبد الرحمن القحطاني": 1, "Abdulrahman Al-Qahtani": 1}, "gloss", "عبد الرحمن القحطاني"),
        ("PER", {"سيباستيان زيلنر": 1, "Sebastian Zellner": 1, "Zellner": 5}, "transliteration", "Sebastian Zellner"),
        ("ORG", {"زيلوكس": 1, "Zilox": 5}, "lexicon", "Zilox"),  # not across scripts: the commonest
    ],
)
def test_the_name_of_an_entity(kind, surfaces, evidence, name):
    """The commonest full form; across scripts the Latin form of a foreign name, the Arabic form of an Arabic one."""
    assert called(kind, surfaces, evidence) == name


def test_what_the_lexicon_knows_is_the_name_where_it_was_seen():
    """Google is called Google where that was written, and else as the corpus writes it."""
    assert called("ORG", {"جوجل": 9, "Google": 1}, known="Google") == "Google"
    assert called("ORG", {"جوجل": 9}, known="Google") == "جوجل"


def test_the_users_name_wins():
    """What the user's own file says is the name, seen or not."""
    aliases = UserAliases({key("جوجل"): "شركة غوغل"})
    assert called("ORG", {"جوجل": 9, "Google": 1}, known="Google", aliases=aliases) == "شركة غوغل"


def test_a_use_counts_from_nothing():
    """A name that has not been seen has no surfaces, articles or days."""
    assert NameUse() == NameUse(Counter(), set(), set())
