"""The days between which an article is wanted (`--since`, `--until`)."""

from __future__ import annotations

from dataclasses import dataclass

from arcorpus.errors import UsageError

_FIRST, _LAST = "0000-01-01", "0000-12-31"  # what completes a date of a year or month


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days wanted; a month or year counts whole.

    Attributes:
        since: the first day as ISO text, None for any.
        until: the last day as ISO text, None for any.
    """

    since: str | None = None
    until: str | None = None

    def overlaps(self, date: str) -> bool:
        """Whether any day of an ISO date, which may be of a month or year, lies within.

        >>> DateRange("2024-02-01", "2024-02-29").overlaps("2024"), DateRange("2024-02-01").overlaps("2024-01")
        (True, False)
        """
        first, last = date + _FIRST[len(date) :], date + _LAST[len(date) :]
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


def date_range(since: str | None, until: str | None) -> DateRange:
    """The range that two options set, each a date as people write one («1 فبراير 2024») or None.

    Raises:
        UsageError: for a limit that is no date, or limits the wrong way round.
    """
    if since is None and until is None:
        return DateRange()
    first, last = _limit("--since", since), _limit("--until", until)
    found = DateRange(first and first + _FIRST[len(first) :], last and last + _LAST[len(last) :])
    if found.since and found.until and found.since > found.until:
        raise UsageError(f"--since {since} lies after --until {until}: no article can be between them")
    return found


def has_year(date: str | None) -> bool:
    """Whether a date has a year and is no interval, so that it can be compared."""
    return bool(date) and str(date)[:4].isdigit() and "/" not in str(date)


def _limit(option: str, text: str | None) -> str | None:
    """The ISO date of a limit."""
    from arcorpus.readers.record_dates import read_date

    if text is None:
        return None
    value, problem = read_date(text)
    if not has_year(value):
        raise UsageError(
            f"{option} {text!r} is no date{f' ({problem})' if problem else ''}; "
            "write it like 2025-01-30, 2025-01 or 2025"
        )
    return value
