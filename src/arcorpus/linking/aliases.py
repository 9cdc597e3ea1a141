"""What names are known to mean: the alias lexicon, the gazetteer's places, and the aliases of the user's own file."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from arcorpus.errors import NoArticle, ReadError, UsageError
from arcorpus.ner import gazetteer
from arcorpus.readers.files import open_file
from arcorpus.readers.limits import PAGE_BYTES, bounded
from arcorpus.resources import lexicon
from arcorpus.types import NAME_TYPES, Document, Mention

_SHAPE = "a line is an alias, a tab and the name it stands for, and may add a tab and a type"
_COLUMNS = ("alias", "name")


@dataclass(frozen=True, slots=True)
class UserAliases:
    """The aliases that a user gives: what each name stands for, and the type of each thing where the file says it.

    `names` maps the key of an alias, or of a canonical name, to the canonical name as written; `types` maps canonical
    names; `label` names the file and its SHA-256 for the report's `run`.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    label: str | None = None


@cache
def known_things() -> Mapping[str, tuple[str, str]]:
    """What the alias lexicon and the gazetteer know a name for, by key: type and thing."""
    found = {row["key"]: ("LOC", row["id"]) for row in lexicon("places") if row["id"]}
    found.update({gazetteer.key(row["alias"]): (row["type"], row["canonical"]) for row in lexicon("aliases")})
    for row in lexicon("places"):
        same = found.get(gazetteer.key(row["name"]))
        if row["id"] and same and same[0] == "LOC":
            found[row["key"]] = same
    return found


def read_aliases(path: str) -> UserAliases:
    """The aliases of a UTF-8 file of tab-separated lines: alias, canonical name and, where wanted, the type.

    Empty lines and lines that begin with `#` say nothing; so does a first line of the words alias and name.

    Raises:
        UsageError: when the file cannot be read, is not UTF-8, holds no alias, or a line of it cannot be used.
    """
    try:
        with open_file(path, listed=False) as stream:
            content = bounded(stream, path, PAGE_BYTES).read()
    except NoArticle:  # it is empty
        content = b""
    except ReadError as error:
        cure = "name a file of tab-separated lines that exists and may be read"
        raise UsageError(f"cannot be read as aliases: {error.message.partition(';')[0]}; {cure}", path=path) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        cure = "it may be in Windows-1256 or UTF-16; save it as UTF-8"
        raise UsageError(f"line {line} of the aliases is not UTF-8; {cure}", path=path) from error
    names: dict[str, str] = {}
    types: dict[str, str] = {}
    for number, alias, canonical, kind in _rows(text, path):
        for name in (alias, canonical):
            same = names.setdefault(gazetteer.key(name), canonical)
            if same != canonical:
                said = f"line {number} makes {name!r} stand for {canonical!r}, a line before it for {same!r}"
                raise UsageError(f"{said}; keep one of the two", path=path)
        if kind and types.setdefault(canonical, kind) != kind:
            said = f"line {number} gives {canonical!r} the type {kind}, a line before it {types[canonical]}"
            raise UsageError(f"{said}; keep one of the two", path=path)
    if not names:
        raise UsageError(f"holds no alias; {_SHAPE}", path=path)
    return UserAliases(names, types, f"{Path(path).name}@{hashlib.sha256(content).hexdigest()}")


def _rows(text: str, path: str) -> Iterator[tuple[int, str, str, str]]:
    """The lines that say something, checked: number, alias, canonical name, type or nothing."""
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [" ".join(cell.split()) for cell in line.split("\t")]
        if not any(cells) or line.startswith("#") or (number == 1 and tuple(cells[:2]) == _COLUMNS):
            continue
        if len(cells) not in {2, 3} or not all(gazetteer.key(cell) for cell in cells[:2]):
            raise UsageError(f"line {number} of the aliases has {_found(cells)}; {_SHAPE}", path=path)
        kind = cells[2] if len(cells) > len(_COLUMNS) else ""
        if kind and kind not in NAME_TYPES:
            known = ", ".join(NAME_TYPES)
            raise UsageError(f"line {number} of the aliases has the type {kind!r}; the types are {known}", path=path)
        yield number, cells[0], cells[1], kind


def _found(cells: list[str]) -> str:
    """What is wrong with a line's columns."""
    if len(cells) < len(_COLUMNS):
        return "no tab"
    return f"{len(cells)} columns" if all(cells[:2]) else "an empty column"


def retyped(documents: Sequence[Document], aliases: UserAliases) -> list[Document]:
    """The documents with one type for each thing of the user's file: the one it says, else the most frequent one.

    >>> from arcorpus.types import Article
    >>> mentions = (Mention("a", "text", 0, 4, "ميتا", "ORG"), Mention("a", "text", 9, 13, "Meta", "PRODUCT"))
    >>> aliases = UserAliases({"ميتا": "Meta", "meta": "Meta"}, {"Meta": "ORG"})
    >>> [document] = retyped([Document(Article("a", "a.txt", 0), mentions=mentions)], aliases)
    >>> [mention.type for mention in document.mentions]
    ['ORG', 'ORG']
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for mention in document.mentions or ():
            if canonical := _canonical(mention, aliases):
                counts[canonical][mention.type] += 1
    types = {name: max(NAME_TYPES, key=kinds.__getitem__) for name, kinds in counts.items()} | dict(aliases.types)

    def typed(mention: Mention) -> Mention:
        canonical = _canonical(mention, aliases)
        return replace(mention, type=types[canonical]) if canonical else mention

    return [
        document if document.mentions is None else replace(document, mentions=tuple(map(typed, document.mentions)))
        for document in documents
    ]


def _canonical(mention: Mention, aliases: UserAliases) -> str | None:
    """The name that the user's file gives for a mention of a name."""
    return aliases.names.get(gazetteer.key(mention.text)) if mention.type in NAME_TYPES else None
