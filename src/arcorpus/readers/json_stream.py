"""The records of a JSON document, one at a time: only where each begins and ends is looked for in the stream.

Python's own parser then reads each record, so that a broken one costs itself alone, and its line is known. (The
parsers that stream events were measured: a number of 4,301 digits brings the fast one, ijson on yajl, down with a
segmentation fault.)
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from arcorpus.readers.limits import raised

PIECE = 1 << 16  # code points read at a time
VALUE_LIMIT = 1 << 24  # code points of one value; one that is longer is a bracket or quote never closed
DEEPEST = 100  # lists and their wrappers in each other
RUNS_ON = "a value ends nowhere: one of its brackets or quotation marks is not closed"

_SPACE = re.compile(r"[\s\ufeff]*")
_MARK = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?P<closed>"?)|[\[{]|(?P<close>[\]}])', re.DOTALL)
_AFTER = re.compile(r"\s*(\S)")
_DECODER = json.JSONDecoder()
_PYTHON = re.compile(r"\s*\{\s*(?:'|\"[^\"]{1,40}\"\s*:\s*')")
_SCALAR = re.compile(r"[^\s,:\[\]{}\"]+")


class BrokenJson(ValueError):  # noqa: N818 - named like the errors of the interface
    """The document's own structure breaks; the message says how and in which line."""


@dataclass(frozen=True, slots=True)
class ParsedValue:
    """A record of a document: the line where it begins, and its value or, when it has none, the reason."""

    line: int
    value: object
    problem: str | None = None


@dataclass(slots=True)
class _Frame:
    """An array or object that is not a record itself but may hold records.

    `own` are the values it has beside them, `columns` the names of the cells of its rows, when it is a table's.
    """

    closing: str
    own: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    holds_records: bool = False
    columns: list[Any] | None = None


@dataclass(slots=True)
class _Window:
    """The part of a stream that is being looked at."""

    stream: TextIO
    text: str = ""
    at: int = 0
    line: int = 1
    counted: int = 0

    def more(self) -> bool:
        """Read on, as much again as is being looked at, and let go of what was passed; False at the end."""
        self.here()
        piece = self.stream.read(max(PIECE, len(self.text) - self.at))
        self.text = self.text[self.at :] + piece
        self.at = self.counted = 0
        return bool(piece)

    def here(self) -> int:
        """The line that is being looked at."""
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line

    def next_mark(self) -> str:
        """The next character that is no white space, not passed yet; empty at the end."""
        while True:
            found = _SPACE.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self) -> str:
        """The text of the value that begins here, which is passed."""
        length = self.scalar_length() if self.text[self.at] not in '[{"' else self.length()
        self.here()
        value = self.text[self.at : self.at + length]
        self.at += length
        return value

    def scalar_length(self) -> int:
        """The length of a number or word."""
        while True:
            found = _SCALAR.match(self.text, self.at)
            length = found.end() - self.at if found else 0
            if not length or length > PIECE:
                raise BrokenJson(f"line {self.here()}: {self.text[self.at : self.at + 20]!r} is no JSON")
            if self.at + length < len(self.text) or not self.more():
                return length

    def length(self) -> int:
        """The length of a string, array or object; brackets inside strings do not count."""
        depth = passed = 0
        while True:
            found = _MARK.search(self.text, self.at + passed)
            if found is None or found["closed"] == "":
                passed = (found.start() if found else len(self.text)) - self.at
                if len(self.text) - self.at > raised(VALUE_LIMIT) or not self.more():
                    raise BrokenJson(f"line {self.here()}: {RUNS_ON}")
                continue
            passed = found.end() - self.at
            if found["closed"] is None:
                depth += -1 if found["close"] else 1
            if depth <= 0:
                return passed


def records(
    stream: TextIO,
    wraps: Callable[[str], bool],
    complete: Callable[[dict[str, Any]], bool],
) -> Iterator[ParsedValue]:
    """The records of JSON documents: the elements of an array, of a list that an object wraps, or the object itself.

    `{"data": {"articles": […]}}` is unwrapped as deep as the names say so. Commas are not insisted on.

    Args:
        stream: the text.
        wraps: whether a name is one for a list of records.
        complete: whether an object that has such a name is a record all the same.

    Raises:
        BrokenJson: where the structure around the records breaks; those before have been given.
    """
    window = _Window(stream)
    frames: list[_Frame] = []
    while mark := window.next_mark():
        frame = frames[-1] if frames else None
        if frame and mark in ",]}":
            window.at += 1
            if mark != ",":
                yield from _closed(frames, mark, window.here(), complete)
            continue
        if frame and frame.closing == "}":
            frame.key, mark = _key(window), window.next_mark()
        if _opens_frame(frame, mark, wraps) and not _is_row(frame, mark, window):
            window.at += 1
            if len(frames) == DEEPEST:
                raise BrokenJson(f"line {window.here()}: lists are nested more than {DEEPEST} deep")
            frames.append(_opened(frame, mark))
            continue
        value = _parsed(window)
        if frame is None or frame.closing == "]":
            yield _in_columns(value, frame)
        else:
            frame.own[frame.key] = value.value
    if frames:
        raise BrokenJson(f"line {window.here()}: the document ends in the middle")


def _closed(
    frames: list[_Frame],
    mark: str,
    line: int,
    complete: Callable[[dict[str, Any]], bool],
) -> Iterator[ParsedValue]:
    """Close the innermost frame; it is a record itself when it is complete, or all that the document has."""
    done = frames.pop()
    if mark != done.closing:
        raise BrokenJson(f"line {line}: {mark} stands where {done.closing} is expected")
    is_record = mark == "}" and (complete(done.own) or (not frames and not done.holds_records))
    if is_record:
        yield ParsedValue(line, done.own)
    if frames and (is_record or mark == "]" or done.holds_records):
        frames[-1].holds_records = True
    elif frames:
        frames[-1].own[frames[-1].key] = done.own


def _opens_frame(frame: _Frame | None, mark: str, wraps: Callable[[str], bool]) -> bool:
    """Whether a bracket opens something to look for records in: the outermost, an array in an array, a list by name."""
    if mark not in ("[", "{"):
        return False
    if frame is None:
        return True
    return mark == "[" if frame.closing == "]" else wraps(frame.key)


def _opened(frame: _Frame | None, mark: str) -> _Frame:
    """The frame that a bracket opens in another; an array takes the names of columns that stand before it."""
    columns = frame.own.get("columns") if frame and mark == "[" else None
    return _Frame("]" if mark == "[" else "}", columns=columns if isinstance(columns, list) else None)


def _is_row(frame: _Frame | None, mark: str, window: _Window) -> bool:
    """Whether an array in an array is a row of cells, rather than a list of records."""
    if frame is None or mark != "[" or frame.closing != "]":
        return False
    found = _AFTER.match(window.text, window.at + 1)
    if found is None and window.more():
        found = _AFTER.match(window.text, window.at + 1)
    return found is not None and found[1] not in "[{]"


def _in_columns(value: ParsedValue, frame: _Frame | None) -> ParsedValue:
    """A row of cells by the names of its table's columns; any other value as it is."""
    if frame is None or not frame.columns or not isinstance(value.value, list):
        return value
    names = [name for name in frame.columns if isinstance(name, str)]
    if len(names) < len(frame.columns) or len(value.value) > len(names):
        return ParsedValue(
            value.line, None, f"{len(value.value)} cells where the table has {len(frame.columns)} columns"
        )
    return ParsedValue(value.line, dict(zip(names, value.value, strict=False)))


def _key(window: _Window) -> str:
    """The name before a value, passed together with its colon."""
    value = _parsed(window)
    if not isinstance(value.value, str) or window.next_mark() != ":":
        raise BrokenJson(f"line {window.here()}: a name in quotation marks and a colon are expected")
    window.at += 1
    return value.value


def _parsed(window: _Window) -> ParsedValue:
    """The value that begins here; a number or word that is none breaks the document, an object only itself."""
    line = window.here()
    quick = _quickly(window)
    if quick:
        return ParsedValue(line, quick[0])
    text = window.value()
    try:
        return ParsedValue(line, loads(text))
    except RecursionError:
        return ParsedValue(line, None, "nested too deeply")
    except ValueError as error:
        problem = str(getattr(error, "msg", error)).split(";", 1)[0]
        if text[0] not in "[{":
            raise BrokenJson(f"line {line}: {text[:20]!r} is no JSON ({problem})") from error
        return ParsedValue(line, None, problem)


def loads(text: str) -> object:
    """The value of a text in JSON, or as Python writes an object (`{'title': 'خبر', 'author': None}`).

    Raises:
        ValueError: when it is neither; of JSON.
        RecursionError: when it is nested too deeply.
    """
    try:
        found: object = json.loads(text)
    except ValueError:
        if not _PYTHON.match(text):
            raise
        try:
            found = ast.literal_eval(text.strip())
        except (ValueError, SyntaxError, MemoryError):
            found = None
        if found is None:
            raise
    return found


def _quickly(window: _Window) -> tuple[object] | None:
    """The value that begins here, when all of it is in the window or the next piece, and sound."""
    while window.text[window.at] in '[{"':
        try:
            value, window.at = _DECODER.raw_decode(window.text, window.at)
        except (ValueError, RecursionError):
            if len(window.text) - window.at >= PIECE or not window.more():
                return None
        else:
            return (value,)
    return None
