"""Broken and hostile input for every reader, decoder, stage and writer, made by Hypothesis from a corpus of seeds.

Run it as `make fuzz`, or `make fuzz FUZZ_MINUTES=30`. Each target takes a seed (a page, a table, a packed file …),
cuts, doubles, mixes and spoils it, and looks at what comes of it: no exception but the program's own, no input that
takes more than ten seconds, nothing that vanishes without a word, nothing on standard error that is not ours, offsets
that give back their words, output that can be read back. A finding is made as small as it gets and kept in fuzz/,
which git ignores; the same line that fails again counts once.
"""

from __future__ import annotations

import argparse
import bz2
import csv
import gzip
import io
import json
import lzma
import random
import signal
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple, NoReturn

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisWarning

from arcorpus import api, pipeline, plugins
from arcorpus.errors import ReadError, UsageError
from arcorpus.readers import encodings, formats, inputs, letters, packed
from arcorpus.readers.options import ReadOptions
from arcorpus.report import Corpus, ErrorRow, Report
from arcorpus.text import normalize
from arcorpus.types import Article
from arcorpus.writers.layout import Layout

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "fuzz"
SLOW = 10.0  # seconds that one input may take
ROUND = 100  # inputs of a target before the next has its turn
ROOM = 200_000  # bytes of an input
MODEL_ROOM = 2_000  # and of one for the model, which is slow
SECTIONS = ("articles", "entities", "topics", "claims", "duplicates")
_KNOWN = "txt html mhtml jsonl json csv tsv parquet xml rss sgm warc xlsx xls ods gz bz2 xz zst zip tar jsonl.gz csv.xz"
ENDINGS = tuple(f".{name}" for name in _KNOWN.split())
_BYTES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n", b"\n\n", b"\r", b"\t", b'"', b'""', b"'", b",", b";", b"|", b"<"),
    *(b">", b"</", b"<!--", b"]]>", b"<![CDATA[", b"&#0;", b"&amp;", b"{", b"}", b"[", b"]", b"\\u0627", b"\\", b"%D8"),
    *(b"1e999", b"-1", b"9" * 20, b"NaN", b"null", b"sep=;\n", b"PK\x03\x04", b"\x1f\x8b", b"PAR1", b'{"text": "'),
    *(b'"text":', b"<DOC>", b"<TEXT>", b"WARC/1.0\r\n", b"<rss>", b"<html>", b"<table>", b"\x1b[31m"),
)
_WORDS = (
    *("قال", "إن", "وأكد أن", "«", "»", "(", ")", "بين و", "التي قال", "كلمة:", "،", "؟", "ـ", "٣", "الرئيس"),
    *("30 كانون الثاني 2025", "5 ملايين دولار", "اقرأ أيضا:", "\u202e", "\u2028", "\u0651", "\ufdf2", "\U0001f600"),
)
PIECES = (*_BYTES, *(word.encode() for word in _WORDS))


class TooSlowError(Exception):
    """An input that takes too long."""


def check(holds: object, otherwise: object) -> None:
    """Raise AssertionError with some words unless something holds."""
    if not holds:
        raise AssertionError(str(otherwise))


class Spoil(NamedTuple):
    """One change of an input: what is done, where in it (thousandths), and how much or with which piece."""

    kind: str
    at: int
    size: int


_KINDS = ("cut", "double", "piece", "many", "flip", "swap")
SPOILS = st.lists(
    st.builds(Spoil, st.sampled_from(_KINDS), st.integers(0, 1000), st.integers(0, 400)),
    max_size=8,
)


def spoiled(data: bytes, changes: list[Spoil]) -> bytes:
    """The data with the changes made, one after the other."""
    for kind, thousandth, size in changes:
        at = len(data) * thousandth // 1000
        piece = PIECES[size % len(PIECES)]
        if kind == "cut":
            data = data[:at] + data[at + size * size :]
        elif kind == "double":
            data = data[:at] + data[max(0, at - size) : at] * (size % 20) + data[at:]
        elif kind == "piece":
            data = data[:at] + piece + data[at:]
        elif kind == "many":
            data = data[:at] + piece * size + data[at:]
        elif kind == "flip":
            data = data[:at] + bytes([data[at] ^ (1 << size % 8)]) + data[at + 1 :] if at < len(data) else data
        else:
            data = data[at:] + data[:at]
    return data[:ROOM]


def _workbook(rows: list[list[str]]) -> bytes:
    """A workbook of one sheet."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    kept = "http://schemas.openxmlformats.org"
    relations, main = f"{kept}/package/2006/relationships", f"{kept}/spreadsheetml/2006/main"
    linked = f"{kept}/officeDocument/2006/relationships"
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds.items())

    def relation(kind: str, target: str) -> str:
        one = f'<Relationship Id="r1" Type="{linked}/{kind}" Target="{target}"/>'
        return f'<Relationships xmlns="{relations}">{one}</Relationships>'

    sheets = '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kept}/package/2006/content-types">{defaults}</Types>',
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{linked}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return made.getvalue()


def seeds() -> dict[str, list[bytes]]:
    """The corpus by reader, made of the pages of tests/ and of rows with their texts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pages = [path.read_bytes()[:20_000] for path in sorted((ROOT / "tests" / "pages").glob("*.txt"))]
    pages += [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]
    web = [path.read_bytes() for path in sorted((ROOT / "tests" / "pages" / "html").glob("*.*htm*"))]
    texts = [page.decode("utf-8", "replace")[:1500] for page in pages[:30]]
    rows = [{"id": str(n), "title": text[:40], "text": text, "date": "2025-01-30"} for n, text in enumerate(texts)]
    table, parquet = io.StringIO(), io.BytesIO()
    writer = csv.DictWriter(table, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    pq.write_table(pa.Table.from_pylist(rows[:5]), parquet)
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    items = "".join(
        f"<item><title>{n}</title><description>{t.replace('<', '')}</description></item>" for n, t in enumerate(texts)
    )
    docs = "".join(f"<DOC>\n<DOCNO>{n}</DOCNO>\n<TEXT>\n{text}\n</TEXT>\n</DOC>\n" for n, text in enumerate(texts))
    body = texts[0].encode()
    head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://e.example/1\r\nContent-Type: text/plain\r\n"
    wet = b"".join(head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body) for _ in range(3))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("news/1.txt", pages[0])
        members.writestr("news/2.jsonl", lines)
    return {
        "page": pages,
        "html": web,
        "jsonl": [lines],
        "json": [json.dumps(rows).encode(), json.dumps({"articles": rows}, ensure_ascii=False).encode()],
        "csv": [table.getvalue().encode(), table.getvalue().encode("cp1256", "replace")],
        "tsv": [table.getvalue().replace(",", "\t").encode()],
        "parquet": [parquet.getvalue()],
        "xml": [f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()],
        "sgml": [docs.encode()],
        "warc": [wet],
        "sheets": [_workbook([["title", "text"], *([row["title"], "نص"] for row in rows[:3])])],
        "packed": [gzip.compress(lines), bz2.compress(lines), lzma.compress(lines), archive.getvalue()],
    }


def _check_article(article: Article) -> None:
    """What every article must be."""
    for mark in article.furniture_inside():
        check(0 <= mark.start <= mark.end <= len(article.text), mark)


def read_by(name: str) -> Callable[[bytes], None]:
    """A target that gives the bytes to a reader."""

    def target(data: bytes) -> None:
        try:
            found = list(formats.read(name, io.BytesIO(data), f"x.{name}", ReadOptions()))
        except ReadError:
            return
        for item in found:
            if isinstance(item, Article):
                _check_article(item)

    return target


def read_file(data: bytes) -> None:
    """The whole way of a file of any ending: it gives an article, an error or a warning."""
    ending = ENDINGS[random.Random(data).randrange(len(ENDINGS))]  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{ending}"
        path.write_bytes(data or b"\n")
        errors: list[ErrorRow] = []
        told: list[str] = []
        found = list(inputs.read_articles(inputs.Inputs((str(path),)), Corpus(), errors, told.append))
        check(found or errors or told, "it vanished without a word")
        check(len({article.id for article in found}) == len(found), "ids are not unique")
        for article in found:
            _check_article(article)


def decode(data: bytes) -> None:
    """Encodings, damaged letters, packings and normalisation."""
    for packing in packed.PACKINGS:
        try:
            packing.unpack(io.BytesIO(data), "x").read()
        except ReadError:
            continue
    try:
        text, _ = encodings.open_text(io.BytesIO(data), "x")
        whole = text.read()
    except ReadError:
        return
    letters.mend(whole)
    for profile in normalize.PROFILES:
        out = io.StringIO()
        normalize.normalize_stream(io.StringIO(whole, newline=""), out, profile)
        check(normalize.fold(out.getvalue(), profile) == out.getvalue(), f"{profile} is not its own normal form")


def _document(data: bytes) -> Article:
    """An article whose text is the bytes as far as they are text."""
    text = data.decode("utf-8", "ignore")[:4000]
    title, _, body = text.partition("\n")
    return Article("a", "x.txt", 0, title=title[:200] or None, text=body, source="وكالة", date="2025-01-30")


def annotate(ner: str) -> Callable[[bytes], None]:
    """A target that gives the text to every stage."""

    def target(data: bytes) -> None:
        article = _document(data[: MODEL_ROOM if ner == "embedded" else ROOM])
        [document] = pipeline.run([article], ("counts", "terms", "claims"), pipeline.Settings(ner=ner))
        texts = {"title": article.title or "", "text": article.text}
        marked: list[Any] = [*(document.mentions or ()), *(document.claims or ())]
        for found in marked:
            check(texts[found.field][found.start : found.end] == found.text, found)

    return target


def write(data: bytes) -> None:
    """The whole report of a text in every format, read back where a reader for it is at hand."""
    article = _document(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.jsonl"
        path.write_text(
            json.dumps({"text": article.text or "نص", "title": article.title, "author": article.title}), "utf-8"
        )
        wanted = api.Request(
            inputs.Inputs((str(path),), any_language=True), SECTIONS, settings=pipeline.Settings(ner="rules")
        )
        report = api.build(wanted)
    check(not any(row.error == "NotAnalysed" for row in report.errors), report.errors)
    for form in plugins.MEMBERS["writers"]:
        sections = SECTIONS if form in {"table", "json", "jsonl"} else ("claims",)
        out = io.StringIO()
        plugins.load("writers", form).write(report, out, Layout(sections, form))
        _check_written(report, form, out.getvalue())


def _check_written(report: Report, form: str, written: str) -> None:
    """What is written can be read back, and holds nothing that a terminal obeys."""
    check("\x1b" not in written, "what was written reads otherwise")
    if form == "json":
        check(len(json.loads(written)["claims"]) == len(report.tables["claims"]), "what was written reads otherwise")
    elif form == "jsonl":
        for line in written.split("\n")[:-1]:
            json.loads(line)
    elif form in {"csv", "tsv"}:
        rows = list(csv.reader(io.StringIO(written, newline=""), delimiter="," if form == "csv" else "\t"))
        check(len(rows) == len(report.tables["claims"]) + 1, "what was written reads otherwise")
        check(len({len(row) for row in rows}) == 1, "what was written reads otherwise")
        check(not any(cell[:1] in {"=", "@"} for row in rows[1:] for cell in row), "what was written reads otherwise")


@dataclass(slots=True)
class Fuzz:
    """A run: what was tried and found.

    Attributes:
        corpus: the seeds by target.
        until: when it ends, on the monotonic clock.
        tried: inputs by target.
        found: for each place that failed, the target and what failed there.
    """

    corpus: dict[str, list[bytes]]
    until: float
    tried: Counter[str] = field(default_factory=Counter)
    found: dict[str, str] = field(default_factory=dict)

    def round(self, name: str, target: Callable[[bytes], None], number: int) -> None:
        """Try a target with so many inputs as a round has."""
        own = self.corpus.get(name) or [data for some in self.corpus.values() for data in some]
        last = b""

        @seed(number)
        @settings(
            max_examples=ROUND, database=None, deadline=None, phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck), print_blob=False,
        )  # fmt: skip
        @given(st.sampled_from(own), SPOILS)
        def attempt(data: bytes, changes: list[Spoil]) -> None:
            nonlocal last
            if time.monotonic() > self.until:
                return
            self.tried[name] += 1
            made = spoiled(data, changes)
            try:
                with limited(), redirect_stderr(io.StringIO()) as said:
                    target(made)
                check(not said.getvalue(), f"on standard error: {said.getvalue()[:100]!r}")
            except UsageError:
                return  # a form of a later version
            except Exception as error:
                if place_of(error) in self.found:
                    return
                last = made
                raise

        try:
            attempt()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            place = place_of(error)
            self.found[place] = f"{name}: {type(error).__name__}: {str(error)[:150]!r} at {place}"
            KEPT.mkdir(exist_ok=True)
            (KEPT / f"{len(self.found):03}-{name.replace(' ', '-')}").write_bytes(last)
            (KEPT / f"{len(self.found):03}-{name.replace(' ', '-')}.log").write_text(
                "".join(traceback.format_exception(error)), "utf-8"
            )
            print(self.found[place], flush=True)


class limited:  # noqa: N801 - used as a function
    """A block that raises `TooSlowError` when it takes too long."""

    def __enter__(self) -> None:
        signal.signal(signal.SIGPROF, _too_slow)
        signal.setitimer(signal.ITIMER_PROF, SLOW)  # of this process, however busy the machine is

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _too_slow(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooSlowError(f"more than {SLOW:.0f} seconds")


def place_of(error: BaseException) -> str:
    """The file and line of the program that a failure comes from, or of this file; a slow one's function."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if "arcorpus" in f.filename or "fuzz.py" in f.filename
    ]
    last = frames[-1]
    where = last.name if isinstance(error, TooSlowError) else last.lineno
    return f"{type(error).__name__} {Path(last.filename).name}:{where}"


def targets() -> Iterator[tuple[str, Callable[[bytes], None]]]:
    """Every target by name; those of readers have their own seeds, the others take all."""
    for name, _ in formats.readers():
        yield name, read_by(name)
    yield from (("file", read_file), ("packed", read_file), ("decode", decode), ("write", write))
    yield from (("stages with rules", annotate("rules")), ("stages with the model", annotate("embedded")))


def main() -> None:
    """Run the targets in turn until the time is up, print what was tried and found; end with 1 when something was."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--only", help="the name of one target")
    parser.add_argument("--seed", type=int, default=1, help="the first round's; the same gives the same inputs")
    chosen = parser.parse_args()

    def fail(error: Exception, *_: Any) -> NoReturn:  # noqa: ANN401 - what the readers' room would make a row of
        raise error

    setattr(inputs, "faulty_reader", fail)  # noqa: B010 - a reader's fault is a finding here, not a row
    warnings.simplefilter("ignore", HypothesisWarning)  # a seed is long, and is shown all the same
    run = Fuzz(seeds(), time.monotonic() + 60 * chosen.minutes)
    number = chosen.seed
    while time.monotonic() < run.until:
        for name, target in targets():
            if chosen.only in {None, name}:
                run.round(name, target, number)
        number += 1
    print(
        "\n| target | inputs |\n|---|---|\n" + "\n".join(f"| {name} | {count:,} |" for name, count in run.tried.items())
    )
    print(f"| all | {run.tried.total():,} |\n\n{len(run.found)} findings, rounds {chosen.seed} to {number - 1}")
    sys.exit(bool(run.found))


if __name__ == "__main__":
    main()
