"""Options that the commands of several analyses share, and how an option takes a list of names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any

import click

from arcorpus.errors import UsageError


def listed(option: str, known: Sequence[str]) -> Callable[[Any], tuple[str, ...]]:
    """The type of an option that takes names separated by commas: they come back in the order of those that are known.

    >>> listed("--kind", ("direct", "indirect"))("indirect, direct")
    ('direct', 'indirect')
    """

    def names(value: str | Iterable[str]) -> tuple[str, ...]:
        given = value.split(",") if isinstance(value, str) else value
        found = [name.strip() for name in given if name.strip()]
        if not found or not set(found) <= set(known):
            raise UsageError(f"{option} takes names of {', '.join(known)}, separated by commas; not {value!r}")
        return tuple(name for name in known if name in found)

    return names


NER = click.Option(
    ["--ner"],
    default="embedded",
    show_default=True,
    metavar="NAME",
    help="What finds the names: embedded, rules, camel[:MODEL], none, or an installed back end.",
)
MORPHOLOGY = click.Option(
    ["--morphology"],
    default="lexicon",
    show_default=True,
    metavar="NAME",
    help="What tells lemmas and parts of speech: lexicon, camel, or an installed back end.",
)
WITHOUT_NAMES = click.Option(
    ["--without-names"],
    is_flag=True,
    help="Leave names out of topics and keyphrases: what happened, not to whom.",
)
ALIASES = click.Option(
    ["--aliases"],
    metavar="FILE",
    help="Your own names for things, which win over all others: lines of alias, tab, name and, if wanted, tab, type.",
)
COLLAPSE = click.Option(
    ["--collapse-copies", "collapse"],
    is_flag=True,
    help="Leave copies of another article out of every count; they are still listed.",
)

SHARED = (NER, MORPHOLOGY, WITHOUT_NAMES, ALIASES, COLLAPSE)
"""Options of the stages that come before every analysis: an analysis lists those that matter to it among its own."""


def own(analysis: ModuleType) -> tuple[click.Option, ...]:
    """The options of an analysis that are no other's."""
    options: Sequence[click.Option] = getattr(analysis, "OPTIONS", ())
    return tuple(option for option in options if option not in SHARED)


def values(analysis: ModuleType, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an analysis's own options: those that are given, the usual ones for the others.

    Raises:
        UsageError: for a value that an option does not take.
    """
    known = own(analysis)
    usual = click.Command("analysis", params=list(known)).make_context("analysis", [])
    found = dict(usual.params)
    for option in known:
        if option.name in given and given[option.name] is not None:
            try:
                found[option.name] = option.type_cast_value(usual, given[option.name])
            except click.BadParameter as error:
                raise UsageError(f"{option.opts[-1]}: {error.message}") from error
    return found
