"""Character maps for `corpus normalize --charmap`: CAMeL Tools' transliterations and clean-up, PyArabic's SAMPA."""

from __future__ import annotations

from collections.abc import Callable

from arcorpus.errors import MissingExtra, UsageError

SAMPA = "ar2sampa"
"""PyArabic's map into SAMPA, the phonetic alphabet that a keyboard can type."""


def load(name: str) -> Callable[[str], str]:
    """The function that maps a text: `ar2sampa` of PyArabic, or one of CAMeL Tools' (`ar2bw`, `ar2hsb`, `arclean` …).

    Raises:
        MissingExtra: when the package that has the map cannot be imported.
        UsageError: for a map that neither has; the message lists those there are.

    Source: Obeid et al. 2020, CAMeL Tools (LREC); Zerrouki 2010, PyArabic.

    >>> load("ar2sampa")("قالَ")
    'qa:la'
    """
    return _sampa() if name == SAMPA else _camel(name)


def _sampa() -> Callable[[str], str]:
    try:
        from pyarabic.trans import convert
    except ImportError as error:
        raise _missing("pyarabic", error) from error
    return lambda text: str(convert(text, "arabic", "sampa"))


def _camel(name: str) -> Callable[[str], str]:
    try:
        from camel_tools.utils.charmap import CharMapper
    except ImportError as error:
        raise _missing("camel-tools", error) from error
    known = sorted({*CharMapper.BUILTIN_CHARMAPS, SAMPA})
    if name not in known:
        raise UsageError(f"there is no character map {name!r}; there are {', '.join(known)}")
    mapper: Callable[[str], str] = CharMapper.builtin_mapper(name).map_string
    return mapper


def _missing(package: str, error: ImportError) -> MissingExtra:
    """The error for a package that cannot be imported, with the command that brings it."""
    return MissingExtra(
        f"this character map comes from {package}, which cannot be imported here ({error}); "
        f"install it with `pip install {package}`"
    )
