"""Claims that meet: the same statement in several articles, and the same matter told with different numbers.

No two claims are compared unless they share rare words: each is entered under its rarest stems, and within an entry
only neighbours in a fixed order are looked at, so that time grows with the number of claims. The order of the claims
tells nothing. `compare` says when two meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from arcorpus.claims.compare import Meeting, Reader, Statement, Value, meeting
from arcorpus.ids import stable_id
from arcorpus.types import Claim, Conflict, Document, Mention

RARE = 8
"""Stems of a statement, the rarest, under which it is entered."""

NEIGHBOURS = 24
"""Statements after it in an entry that may be compared with a statement."""

SAMPLE = 6
"""Statements of a group, the first by id, that all must meet those of the group it is joined with."""

Pair = tuple[int, int]
"""Two statements by number, the lower first."""


def group_claims(
    claims: Sequence[Claim], documents: Iterable[Document], named: Callable[[Mention], str | None]
) -> tuple[Claim, ...]:
    """The claims, in their order, with `group` where several articles make one, and `conflict` where numbers differ.

    Args:
        claims: the claims of `documents`.
        documents: documents whose `fields` and `mentions` are set.
        named: the canonical name of the entity of a mention of a name.
    """
    readers = {document.article.id: Reader(document, named) for document in documents}
    ordered = sorted(claims, key=lambda claim: claim.id)
    statements = [readers[claim.article].statement(claim) for claim in ordered]
    meetings = {pair: met for pair in _pairs(statements) if (met := meeting(*(statements[n] for n in pair)))}
    group: dict[int, str] = {}
    for members in _groups(statements, meetings):
        if len({ordered[number].article for number in members}) > 1:
            group.update(dict.fromkeys(members, stable_id("group", ordered[members[0]].id)))
    within = {pair: met for pair, met in meetings.items() if group.get(pair[0], pair) == group.get(pair[1])}
    conflicts = _conflicts(within)
    found = {claim.id: (group.get(number), conflicts.get(number)) for number, claim in enumerate(ordered)}
    return tuple(replace(claim, group=found[claim.id][0], conflict=found[claim.id][1]) for claim in claims)


def _pairs(statements: Sequence[Statement]) -> set[Pair]:
    """The pairs of statements that stand near each other in the entries of two rare stems at least."""
    rare = [tuple(sorted(s.weights, key=lambda term: (-s.weights[term], term))[:RARE]) for s in statements]
    entries: defaultdict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(statements)), key=lambda number: (rare[number], number)):
        for term in rare[number]:
            entries[term].append(number)
    met: set[Pair] = set()
    again: set[Pair] = set()
    for members in entries.values():
        for place, one in enumerate(members):
            for other in members[place + 1 : place + 1 + NEIGHBOURS]:
                pair = (one, other) if one < other else (other, one)
                (again if pair in met else met).add(pair)
    return again


def _groups(statements: Sequence[Statement], meetings: Mapping[Pair, Meeting]) -> list[list[int]]:
    """The groups of two or more, the most alike joined first, and only groups whose first few all meet."""
    of = list(range(len(statements)))
    members = [[number] for number in of]
    for pair in sorted(meetings, key=lambda pair: (-meetings[pair].alike, pair)):
        first, second = sorted((of[pair[0]], of[pair[1]]))
        sample = [(a, b) for a in members[first][:SAMPLE] for b in members[second][:SAMPLE] if {a, b} != set(pair)]
        if first == second or not all(meeting(statements[a], statements[b]) for a, b in sample):
            continue
        for number in members[second]:
            of[number] = first
        members[first] = sorted(members[first] + members[second])
        members[second] = []
    return [group for group in members if len(group) > 1]


def _conflicts(meetings: Mapping[Pair, Meeting]) -> dict[int, Conflict]:
    """By statement, its value that others contradict most, and theirs, the smaller before the larger."""
    found: defaultdict[int, defaultdict[Value, set[Value]]] = defaultdict(lambda: defaultdict(set))
    for (one, other), met in meetings.items():
        if met.conflict:
            mine, theirs = met.conflict
            found[one][mine].add(theirs)
            found[other][theirs].add(mine)
    conflicts = {}
    for number, values in found.items():
        value = min(values, key=lambda v: (-len(values[v]), v.number, v.text))
        others = sorted(values[value], key=lambda v: (v.number, v.text))
        conflicts[number] = Conflict(value.text, tuple(dict.fromkeys(v.text for v in others)))
    return conflicts
