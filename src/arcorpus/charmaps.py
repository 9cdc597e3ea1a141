"""CAMeL Tools' character maps: transliteration schemes and clean-up of a text, for `corpus normalize --charmap`."""

from __future__ import annotations

from collections.abc import Callable

from arcorpus.errors import MissingExtra, UsageError


def load(name: str) -> Callable[[str], str]:
    """The function that maps a text with one of CAMeL Tools' built-in character maps (`ar2bw`, `ar2hsb`, `arclean` …).

    Raises:
        MissingExtra: when CAMeL Tools cannot be imported.
        UsageError: for a map that CAMeL Tools does not have; the message lists those it has.

    Source: Obeid et al. 2020, CAMeL Tools (LREC).
    """
    try:
        from camel_tools.utils.charmap import CharMapper
    except ImportError as error:
        raise MissingExtra(
            "character maps come from CAMeL Tools, which cannot be imported here; install it with "
            f"`pip install camel-tools` ({error})"
        ) from error
    known = sorted(CharMapper.BUILTIN_CHARMAPS)
    if name not in known:
        raise UsageError(f"CAMeL Tools has no character map {name!r}; it has {', '.join(known)}")
    mapper: Callable[[str], str] = CharMapper.builtin_mapper(name).map_string
    return mapper
