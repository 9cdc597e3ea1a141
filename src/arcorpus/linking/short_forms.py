"""Short forms of persons' names: a last name beside the full name in its article, a foreign one in the whole corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from arcorpus.linking.evidence import Groups, Name
from arcorpus.ner import gazetteer, person_names
from arcorpus.text.letters import ARTICLE, LI_ARTICLE
from arcorpus.types import Document

_LONG = 4  # letters from which a last name alone is distinctive
_MOST_BEARERS = 50  # full names of one short form in an article; of so many it belongs to none
_SON = frozenset({"بن", "ابن", "بنت"})


def plain_key(surface: str) -> str:
    """The key of a mention's surface, for للصين that of الصين."""
    key = gazetteer.key(surface)
    return ARTICLE + key[2:] if key.startswith(LI_ARTICLE) and len(key) > _LONG else key


def merged_sound(key: str) -> str:
    """A key in which the two letters for one foreign sound are one."""
    return key.replace("ج", "غ")


def _is_father(words: list[str], cut: int) -> bool:
    """Whether the words of a person's name from `cut` on are the name of the father: سلمان بن عبدالعزيز after بن."""
    given = person_names.is_trained_given(words[cut])
    return words[cut - 1] in _SON and (given or cut + 1 < len(words))


def full_names_of(document: Document) -> dict[str, list[Name]]:
    """The full names of an article's persons by the sound of each shorter form that they end or begin with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention in document.mentions or ():
        words = plain_key(mention.text).split() if mention.type == "PER" else []
        for cut in range(1, len(words)):
            if not _is_father(words, cut):
                found[merged_sound(" ".join(words[cut:]))].add(" ".join(words))
            if cut > 1:
                found[merged_sound(" ".join(words[:cut]))].add(" ".join(words))
    return {short: [Name("PER", key) for key in sorted(_longest_of(full))] for short, full in found.items()}


def _longest_of(names: set[str]) -> set[str]:
    """The names that are no part of another one: محمد بن سلمان goes when محمد بن سلمان بن عبدالعزيز is there."""
    if len(names) > _MOST_BEARERS:
        return names
    return {name for name in names if not any(other != name and f" {name} " in f" {other} " for other in names)}


def join_family_names(names: Collection[Name], groups: Groups) -> None:
    """Ask for the joins of foreign last names, alone in their article, with the one person who bears each."""
    bearers: defaultdict[str, set[Name]] = defaultdict(set)
    for name in names:
        if name.type == "PER" and " " in name.key and not name.article:
            bearers[merged_sound(name.key.rpartition(" ")[2])].add(groups.find(name))
    for name in sorted(names):
        alone = name.type == "PER" and " " not in name.key and not name.article
        distinctive = len(name.key) > _LONG and not name.key.startswith(ARTICLE) and not gazetteer.is_listed(name.key)
        given = person_names.is_trained_given(name.key)
        full = bearers.get(merged_sound(name.key), set())
        if alone and distinctive and not given and len(full) == 1:
            groups.ask("family", name, *full)
