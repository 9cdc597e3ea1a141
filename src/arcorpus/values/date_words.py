"""The words of date expressions by their folded forms: months of every system, weekdays, and the words around them."""

from __future__ import annotations

from functools import cache
from string import digits
from typing import NamedTuple

from arcorpus.resources import lexicon
from arcorpus.text.letters import ARTICLE, LI_ARTICLE
from arcorpus.text.value_lexer import PREFIXES, fold_coarsely
from arcorpus.values.numerals import ordinal_words

_LEADS = frozenset(("day", "weekday", "first", "part", "season", "month", "year", "decade", "share"))


class Month(NamedTuple):
    """One spelling of a month's name."""

    tail: tuple[str, ...]  # the words after the first
    form: str  # as the lexicon spells it
    number: int
    calendar: str
    evidence: str  # bare, context, exact or strong: what it takes for the word alone to be a month
    cut: int


@cache
def months() -> dict[str, tuple[Month, ...]]:
    """The month names by their first folded word with what can be attached to it, longest first."""
    table: dict[str, list[Month]] = {}
    for row in lexicon("months"):
        head, *tail = fold_coarsely(row["form"]).split()
        for prefix in PREFIXES if not head.isascii() else ("",):
            month = Month(tuple(tail), row["form"], int(row["month"]), row["calendar"], row["evidence"], len(prefix))
            table.setdefault(prefix + head, []).append(month)
    return {form: tuple(sorted(found, key=lambda m: -len(m.tail))) for form, found in table.items()}


@cache
def roles() -> dict[str, dict[str, int]]:
    """The other words of date expressions by their folded form: each role, with how many letters are attached."""
    table: dict[str, dict[str, int]] = {}
    rows = [(row["form"], row["role"]) for row in lexicon("date_words")]
    rows += [(row["form"], "weekday") for row in lexicon("weekdays")]
    for form, role in rows:
        folded = fold_coarsely(form)
        for prefix in ("",) if folded.isascii() else PREFIXES:
            table.setdefault(prefix + folded, {}).setdefault(role, len(prefix))
        if folded.startswith(ARTICLE):
            table.setdefault(LI_ARTICLE + folded[2:], {}).setdefault(role, 0)
    return table


@cache
def starts() -> frozenset[str]:
    """Every folded word that can begin a date expression."""
    leading = {form for form, found in roles().items() if not _LEADS.isdisjoint(role.rstrip(digits) for role in found)}
    return frozenset(months()) | leading | ordinal_words()


@cache
def date_words() -> frozenset[str]:
    """Every folded form that can stand in a date expression without digits."""
    return frozenset(months()) | frozenset(
        form for form, found in roles().items() if any(role.startswith(("decade", "year")) for role in found)
    )
