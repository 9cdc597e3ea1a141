"""Numbers in digits: their value with thousands and decimal marks, and a value as digits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

GROUP = 3  # digits between two thousands marks
MOST_DIGITS = 30  # longer runs are identifiers, not amounts


def digits(form: str, *, scaled: bool = False) -> Fraction | None:
    """The value of a number in digits with its thousands and decimal marks, None when the marks fit no number (3.1.2).

    A mark before exactly three last digits parts thousands (10,000; 2.500), unless zero stands before it or, for the
    full stop, a multiplier follows (1.250 مليون).

    Args:
        form: a folded number.
        scaled: whether a multiplier such as مليون or a per cent follows.

    >>> digits("14.3"), digits("1.234,5"), digits("3.1.2")
    (Fraction(143, 10), Fraction(2469, 2), None)
    """
    if len(form) > MOST_DIGITS:
        return None
    marks = [c for c in form if not c.isdigit()]
    if not marks:
        return Fraction(int(form))
    groups = form.translate({ord(c): " " for c in marks}).split()
    if _parts_thousands(groups, marks, scaled=scaled):
        return Fraction(int("".join(groups)))
    if len(marks) == 1 or (_grouped(groups[:-1], marks[:-1]) and marks[-1] != marks[0]):
        return Fraction(f"{''.join(groups[:-1])}.{groups[-1]}") if marks[-1] != "'" else None
    return None


def _grouped(groups: Sequence[str], marks: Sequence[str]) -> bool:
    """Whether all marks are the same and part groups of three digits."""
    return len(set(marks)) == 1 and len(groups[0]) <= GROUP and all(len(g) == GROUP for g in groups[1:])


def _parts_thousands(groups: Sequence[str], marks: Sequence[str], *, scaled: bool) -> bool:
    if not _grouped(groups, marks) or marks[0] == "٫" or groups[0][0] == "0":
        return False
    return len(marks) > 1 or not (scaled and marks[0] == ".")


def canonical(value: Fraction) -> str:
    """A number as plain decimal digits, or as a fraction n/d when no finite decimal holds it.

    >>> canonical(Fraction(143, 10)), canonical(Fraction(10) ** 9), canonical(Fraction(1, 3))
    ('14.3', '1000000000', '1/3')
    """
    if value.denominator == 1:
        return str(value.numerator)
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    shifted = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{shifted[:-places]}.{shifted[-places:]}"
