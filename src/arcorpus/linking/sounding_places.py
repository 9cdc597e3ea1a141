"""A name in Latin letters that sounds like a place of the same article is that place, whatever it was taken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from arcorpus.linking.phonetics import Sounding, is_latin, soundings
from arcorpus.linking.variants import near
from arcorpus.types import NAME_TYPES, Document, Mention


def with_sounding_places(document: Document) -> Document:
    """The document with the type LOC for Latin names that sound like one of its places: «محافظة السويداء (As-Suwayda)».

    A name that sounds like another of its own type keeps it.
    """
    mentions = document.mentions or ()
    names = [mention for mention in mentions if mention.type in NAME_TYPES]
    latin = {m.text for m in names if m.type != "LOC" and is_latin(m.text)}
    if not latin:
        return document
    heard = _heard(names)
    places = {text for text in latin if _types(text, heard) == {"LOC"}}
    return replace(document, mentions=tuple(replace(m, type="LOC") if _is_one(m, places) else m for m in mentions))


def _is_one(mention: Mention, places: Container[str]) -> bool:
    """Whether a mention is a name that sounds like a place."""
    return mention.type in NAME_TYPES and mention.text in places


def _heard(names: Iterable[Mention]) -> Mapping[str, list[tuple[Sounding, str]]]:
    """The readings of the names in Arabic letters and their types, by skeleton."""
    heard: defaultdict[str, list[tuple[Sounding, str]]] = defaultdict(list)
    for text, kind in sorted({(m.text, m.type) for m in names if not is_latin(m.text)}):
        for reading in soundings(text):
            heard[reading.skeleton].append((reading, kind))
    return heard


def _types(text: str, heard: Mapping[str, list[tuple[Sounding, str]]]) -> set[str]:
    """The types of the Arabic names that sound like a Latin one."""
    return {kind for one in soundings(text) for other, kind in heard.get(one.skeleton, ()) if near(other, one)}
