"""Text files that hold many articles: a table, an article a line, what Python or JSON writes."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import pairwise
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
_LONG = 90  # code points of a line that can be an article
_FEWEST = 2  # articles that a file of many has, at least
_SHARE = 0.8  # share of the lines that must have the form
_UNLIKE_LINES, _UNLIKE = 5, 0.08  # long lines without a headline, and the share of their words that the next one has
_LOOKED = 100_000  # code points of them that are looked at
_ROWS = 200  # rows that tell whether a text is a table without a header
_QUOTED = re.compile(r'"[^"]{2,}"')
_FEW_WORDS = 3  # words of a label in such a table
_LARGEST = 20_000_000  # code points of what Python wrote that is read


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
    written = _written(text)
    if written:
        return written
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < _FEWEST:
        return None
    return _labelled(lines) or _lists(lines) or _datelines(lines)


def is_table(text: str, options: ReadOptions = USUAL) -> bool:
    r"""Whether a text is a table: a header of known names between tabs, or cells of the same number in every line.

    >>> is_table("title\tdate\ttext\nخبر\t2023-03-14\tقال."), is_table("قال الوزير\tنعم")
    (True, False)
    """
    from arcorpus.readers.field_names import RecordField

    first, _, rest = text.lstrip("\ufeff\r\n").partition("\n")
    if not rest.strip():
        return False
    names = [name.strip().strip('"') for name in first.split("\t")]
    known = sum(options.means_any(name) for name in names)
    return (known > 1 and any(options.means(name, RecordField.TEXT) for name in names)) or _is_bare_table(text, options)


def _is_bare_table(text: str, options: ReadOptions) -> bool:
    """Whether every line of a text without a header has as many cells, one of them evidently the text."""
    from arcorpus.readers.csv_tables import SAMPLE
    from arcorpus.readers.dialects import find_dialect
    from arcorpus.readers.evident import evident_text

    sample = text[:SAMPLE]
    cut = len(text) > len(sample)
    if cut:
        sample = sample[: sample.rfind("\n") + 1]
    dialect = find_dialect(sample, options, cut=cut)
    try:
        rows = [row for row in dialect.parse(io.StringIO(sample, newline=""), strict=True) if any(row)][:_ROWS]
    except csv.Error:
        return False
    width = len(rows[0]) if rows else 0
    if len(rows) < _FEWEST or width < 2 or any(len(row) != width for row in rows):  # noqa: PLR2004 - a label and a text
        return False
    return evident_text(rows) is not None and (dialect.separator == "\t" or _like_rows(rows, sample))


def _like_rows(rows: list[list[str]], sample: str) -> bool:
    """Whether lines with commas are rows: they begin with numbers or a few labels, or are in quotation marks."""
    labels = [row[0].strip() for row in rows]
    again = len(set(labels)) < len(labels) > _FEWEST and all(0 < len(label.split()) <= _FEW_WORDS for label in labels)
    quoted = sample.lstrip().startswith('"') and len(_QUOTED.findall(sample)) >= len(rows)
    return quoted or again or all(label.isdigit() for label in labels)


def read_table(text: str, path: str, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of a table under the name of a page."""
    from arcorpus.readers import csv_tables

    records = csv_tables.read_table(io.StringIO(text, newline=""), path, options)
    yield from to_articles(records, path, StreamEncoding(path), options)


def _written(text: str) -> Many | None:
    """Records or strings as Python or JSON writes them: in one list, or one a line."""
    head = text[:200].lstrip("\ufeff\r\n\t ")
    if head[:1] not in {"[", "{"} or head[1:].lstrip()[:1] not in {"'", '"', "{"} or len(text) > _LARGEST:
        return None
    lines = [line for line in text.splitlines() if line.strip()]
    found = _value(text)
    values = found if isinstance(found, list) else [_value(line) for line in lines]
    if not values or not all(isinstance(value, (dict, str)) for value in values):
        return None
    records = [
        Record(value if isinstance(value, dict) else {"text": value}, f"record {number}")
        for number, value in enumerate(values, 1)
    ]
    return Many(records, "read as records that Python or JSON wrote, though it is called a text")


def _value(written: str) -> object:
    """What Python or JSON wrote; None when it is neither."""
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(written.strip())
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def may_be_many(text: str) -> str | None:
    """What to say of a text without a headline whose long lines speak of different matters; None for any other."""
    from arcorpus.readers.page.lines import share, stems

    found = [line for line in text[:_LOOKED].splitlines() if line.strip()]
    if len(found) < _UNLIKE_LINES or min(map(len, found)) < _LONG:
        return None
    words = [stems(line) for line in found]
    alike = [share(two, set(one)) for one, two in pairwise(words)]
    if sum(alike) > _UNLIKE * len(alike):
        return None
    return "its lines speak of different matters: if each is an article, save them as the rows of a .csv or .jsonl"


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
