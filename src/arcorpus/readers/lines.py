"""Text files that hold many articles: a table with tabs, an article a line, several between lines of signs."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.readers.encodings import StreamEncoding
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.readers.records import Record, to_articles

if TYPE_CHECKING:
    from arcorpus.errors import ReadError
    from arcorpus.types import Article

_LABEL = re.compile(r"((?:__label__\S+\s+)+)(\S.*)")
_LIST = re.compile(
    r"\W{0,3}(?:contents?|text|body|article)\W{0,3}:\s*(\[\s*['\"].*['\"]\s*\])[,}]?\s*$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[ء-ي][ء-ي0-9 ،]{1,39}(?:\([^()]{1,30}\)|/[^/]{1,30}/|\[[^\[\]]{1,30}\])\s*[-–—:ـ]\s*(?=\S)")
_SEPARATOR = re.compile(r"[ \t]*(?:([-=*#_~+•])(?:[ \t]*\1){4,}|<doc[^>]*>|#{2,}|\*{3})[ \t]*")
_LONG = 90  # code points of a line that can be an article
_FEWEST = 2  # articles that a file of many has, at least
_SHARE = 0.8  # share of the lines that must have the form


class Many(NamedTuple):
    """What a file of many articles holds.

    Attributes:
        records: values by name for each, with its line.
        warning: what it was taken for.
    """

    records: list[Record]
    warning: str


def many(text: str) -> Many | None:
    r"""The articles of a text that is a file of many; None for a page.

    >>> many("__label__sport فاز المنتخب.\n__label__arts افتتح المعرض.").records[1].values
    {'text': 'افتتح المعرض.', 'category': 'arts'}
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < _FEWEST:
        return None
    return _labelled(lines) or _lists(lines) or _datelines(lines) or _separated(text)


def is_table(text: str, options: ReadOptions = USUAL) -> bool:
    r"""Whether a text is a table with tabs: a header of known names, or cells of the same number in every line.

    >>> is_table("title\tdate\ttext\nخبر\t2023-03-14\tقال."), is_table("قال الوزير\tنعم")
    (True, False)
    """
    first, _, rest = text.lstrip("\ufeff\r\n").partition("\n")
    if "\t" not in first or not rest.strip():
        return False
    from arcorpus.readers.field_names import RecordField

    names = [name.strip().strip('"') for name in first.split("\t")]
    known = sum(options.means_any(name) for name in names)
    return known > 1 and any(options.means(name, RecordField.TEXT) for name in names)


def read_table(text: str, path: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of a table with tabs under the name of a page."""
    from arcorpus.readers import csv_tables

    records = csv_tables.read_table(io.StringIO(text, newline=""), path, options)
    yield from to_articles(records, path, StreamEncoding(path), options)


def _labelled(lines: list[tuple[int, str]]) -> Many | None:
    """Lines that begin with labels of fastText."""
    found = [(number, match) for number, line in lines if (match := _LABEL.fullmatch(line))]
    if len(found) < max(_FEWEST, _SHARE * len(lines)):
        return None
    starts = dict(found)
    records = []
    for number, line in lines:
        match = starts.get(number)
        values: dict[str, object] = {"text": match[2] if match else line}
        if match:
            values["category"] = " ".join(label.removeprefix("__label__") for label in match[1].split())
        records.append(Record(values, f"line {number}"))
    return Many(records, "read as one article a line, for the lines begin with __label__ as in files for fastText")


def _lists(lines: list[tuple[int, str]]) -> Many | None:
    """Lines that are a list of strings after a name."""
    found = [(number, _strings(match[1]) if (match := _LIST.match(line)) else None, line) for number, line in lines]
    if sum(parts is not None for _, parts, _ in found) < max(_FEWEST, _SHARE * len(lines)):
        return None
    records = [Record({"text": "\n".join(parts) if parts else line}, f"line {number}") for number, parts, line in found]
    return Many(records, "read as one article a line, for the lines are lists of strings («content: ['…']»)")


def _strings(written: str) -> list[str] | None:
    """The strings of a list as Python writes it; None when it is none."""
    try:
        found = ast.literal_eval(written)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    return found if isinstance(found, list) and all(isinstance(part, str) for part in found) else None


def _datelines(lines: list[tuple[int, str]]) -> Many | None:
    """Long lines that each begin with a dateline and its agency, of two towns at least."""
    found = [match[0] for _, line in lines if len(line) > _LONG and (match := _DATELINE.match(line))]
    if len(found) < max(_FEWEST, _SHARE * len(lines)) or len(set(found)) < _FEWEST:
        return None
    records = [Record({"text": line}, f"line {number}") for number, line in lines]
    return Many(records, "read as one article a line, for every line begins with a dateline of its own")


def _separated(text: str) -> Many | None:
    """Articles between lines of signs, each a title and a text."""
    lines = text.splitlines()
    borders = [number for number, line in enumerate(lines) if _SEPARATOR.fullmatch(line)]
    if not borders:
        return None
    parts = [
        (start + 1, [line.strip() for line in lines[start:end] if line.strip() and not _SEPARATOR.fullmatch(line)])
        for start, end in zip([0, *(number + 1 for number in borders)], [*borders, len(lines)], strict=True)
    ]
    full = [(number, part) for number, part in parts if part]
    # A page has furniture between such lines: only where each part is a headline over a long text are they articles.
    if len(full) < _FEWEST or not all(_is_article(part) for _, part in full):
        return None
    records = [Record({"title": part[0], "text": "\n".join(part[1:])}, f"line {number}") for number, part in full]
    return Many(records, "read as several articles, for lines of signs stand between them")


def _is_article(lines: list[str]) -> bool:
    """Whether lines are a headline and, under it, a long text."""
    return len(lines) > 1 and len(lines[0]) <= _LONG and lines[0][-1] not in ".،؛" and len(" ".join(lines[1:])) > _LONG
