"""The words of persons' names: given and family names, those kept by hand and those that data-raw/names.py lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from arcorpus.ner import gazetteer
from arcorpus.resources import lexicon

_SHORTEST_DOUBTFUL = 3  # letters of a given name that is a word of the language too
_SHORTEST = 4  # letters of a given name that only the hand-kept list has


class PersonRole(StrEnum):
    """What a word of persons' names is: `role` of given_and_family_names.tsv."""

    GIVEN = "given"
    FAMILY = "family"
    WORD = "word"


class PersonWord(NamedTuple):
    """What a word is in persons' names.

    Attributes:
        role: given or family.
        sure: it is a name and no word of the language.
    """

    role: PersonRole
    sure: bool


SURE_GIVEN = PersonWord(PersonRole.GIVEN, sure=True)


@cache
def person_words() -> Mapping[str, PersonWord]:
    """The words of persons' names by key that the shipped model was trained on; it reads these alone."""
    found = {row["name"]: _person_word(f"{row['kind']} {row['doubt']}") for row in lexicon("person_names")}
    for row in lexicon("given_and_family_names"):
        if row["trained"]:
            found[gazetteer.key(row["form"])] = _person_word(row["trained"])
    return found


def _person_word(roles: str) -> PersonWord:
    """What some roles say of a name, the first of them being given or family."""
    first, *rest = roles.split()
    return PersonWord(PersonRole(first), PersonRole.WORD not in rest)


def kept_names(role: PersonRole) -> Iterator[tuple[str, bool]]:
    """The names kept by hand that have a role, as they are written, and whether each is no word of the language."""
    for row in lexicon("given_and_family_names"):
        roles = row["role"].split()
        if role in roles:
            yield row["form"], PersonRole.WORD not in roles


@cache
def name_words() -> Mapping[str, PersonWord]:
    """The words of persons' names by key: those of `person_words`, and more that are kept by hand: خولة."""
    found = dict(person_words())
    for form, sure in kept_names(PersonRole.GIVEN):
        name = gazetteer.key(form)
        if name in found:
            found[name] = PersonWord(PersonRole.GIVEN, found[name].sure)
        elif sure and len(name) >= _SHORTEST and not gazetteer.is_common(name):
            found[name] = SURE_GIVEN
    for form, sure in kept_names(PersonRole.FAMILY):
        found.setdefault(gazetteer.key(form), PersonWord(PersonRole.FAMILY, sure))
    return found


def is_given(word: str) -> bool:
    """Whether a key is a given name, perhaps a word of the language too."""
    found = name_words().get(word)
    return found is not None and found.role == PersonRole.GIVEN


def is_trained_given(word: str) -> bool:
    """Whether a key is a given name by `person_words`, without the names that only `name_words` has."""
    found = person_words().get(word)
    return found is not None and found.role == PersonRole.GIVEN


@cache
def doubtful_given_names() -> frozenset[str]:
    """The given names that are words of the language too, as they are written: منى، أمل."""
    sure = {name for name, word in name_words().items() if word.sure}
    forms = (form for form, _ in kept_names(PersonRole.GIVEN))
    return frozenset(form for form in forms if len(form) >= _SHORTEST_DOUBTFUL and gazetteer.key(form) not in sure)
