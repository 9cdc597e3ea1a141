"""Files, folders and standard input are found, read, identified and counted; nothing is lost without a word."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import sys
import types
from pathlib import Path

import pytest

from arcorpus import plugins
from arcorpus.errors import UsageError
from arcorpus.ids import stable_id
from arcorpus.readers import formats
from arcorpus.readers.inputs import Inputs, read_articles
from arcorpus.report import Corpus, ErrorRow
from arcorpus.types import Article

PAGE = "عنوان الخبر الأول في الصفحة\n\nقال الوزير إن الوضع مستقر في كل المدن، وأضاف أن العمل مستمر حتى نهاية العام.\n"


class Result:
    """What one run over some inputs gave."""

    def __init__(self, *paths: object, **options: str | None) -> None:
        self.corpus = Corpus()
        self.errors: list[ErrorRow] = []
        self.warnings: list[str] = []
        inputs = Inputs(tuple(map(str, paths)), **options)
        self.articles: list[Article] = list(read_articles(inputs, self.corpus, self.errors, self.warnings.append))

    @property
    def texts(self) -> list[str]:
        """The texts of the articles."""
        return [article.text for article in self.articles]

    @property
    def failed(self) -> list[tuple[str, str]]:
        """The paths' last parts and the kinds of the errors."""
        return [(Path(row.path).name, row.error) for row in self.errors]


def write(folder: Path, name: str, *records: dict[str, object]) -> Path:
    """A file of JSON Lines, packed when its name says so."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes | str) -> None:
    """Make `data` the standard input."""
    raw = io.BytesIO(data.encode() if isinstance(data, str) else data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw))


def test_a_folder_in_order(tmp_path):
    """A folder's files come sorted by the parts of their paths, hidden ones left out, with the path as it was given."""
    for name in ("b.jsonl", "a/z.jsonl", "a/b/c.jsonl", "a-b.jsonl", "A.jsonl", ".hidden.jsonl", ".git/x.jsonl"):
        write(tmp_path, name, {"text": name})
    found = Result(f"{tmp_path}/")
    assert found.texts == ["A.jsonl", "a/b/c.jsonl", "a/z.jsonl", "a-b.jsonl", "b.jsonl"]
    assert [a.path for a in found.articles] == [f"{tmp_path}/{text}" for text in found.texts]
    assert (found.corpus.files, found.corpus.articles) == (5, 5)
    assert not found.errors + found.warnings


def test_pages_and_rows_together(tmp_path):
    """Each file goes to the reader of its ending, in capitals too."""
    (tmp_path / "a.TXT").write_text(PAGE, encoding="utf-8")
    write(tmp_path, "b.JSONL", {"text": "ب"})
    (tmp_path / "c.csv").write_text("text\nج\n", encoding="utf-8")
    (tmp_path / "d.json.gz").write_bytes(gzip.compress('[{"text": "د"}]'.encode()))
    (tmp_path / "e.txt.gz").write_bytes(gzip.compress(PAGE.encode()))
    found = Result(tmp_path)
    assert found.texts[1:4] == ["ب", "ج", "د"]
    assert found.texts[0] == found.texts[4]
    assert "قال الوزير" in found.texts[0]
    assert not found.errors + found.warnings


def test_ids_do_not_depend_on_place_or_order(tmp_path):
    """The same files in another folder and another order have the same ids."""
    names = [f"{n}.jsonl" for n in (3, 0, 4, 1, 2)]
    for name in names:
        write(tmp_path / "one", name, {"text": f"أ {name}"}, {"text": "مثل"})
    shutil.copytree(tmp_path / "one", tmp_path / "two" / "inner")
    first = Result(tmp_path / "one")
    second = Result(tmp_path / "two" / "inner")
    third = Result(*[tmp_path / "one" / name for name in names])
    assert [a.id for a in first.articles] == [a.id for a in second.articles]
    assert {a.id for a in first.articles} == {a.id for a in third.articles}
    assert len({a.id for a in first.articles}) == 10
    assert all(len(a.id) == 16 and set(a.id) <= set("0123456789abcdef") for a in first.articles)


def test_ids_depend_on_path_index_and_text(tmp_path):
    """Another file, another place in it or another text makes another id."""
    write(tmp_path, "a.jsonl", {"text": "أ"}, {"text": "أ"})
    write(tmp_path, "b.jsonl", {"text": "أ"})
    before = [a.id for a in Result(tmp_path).articles]
    write(tmp_path, "b.jsonl", {"text": "ب"})
    after = [a.id for a in Result(tmp_path).articles]
    assert len({*before, after[2]}) == 4


def test_own_ids(tmp_path):
    """A row keeps its own id; a repeated one gets -2, -3, and never one that another row has."""
    write(tmp_path, "a.jsonl", *[{"id": own, "text": "أ"} for own in ("x", "x-2", "x", "x", 7)])
    write(tmp_path, "b.jsonl", {"id": "x", "text": "ب"}, {"id": "x-2", "text": "ج"})
    assert [a.id for a in Result(tmp_path).articles] == ["x", "x-2", "x-3", "x-4", "7", "x-5", "x-2-2"]


def test_many_rows_of_one_id(tmp_path):
    """An id that every row has costs no more than any other."""
    write(tmp_path, "a.jsonl", *[{"id": "1", "text": "أ"}] * 20_000)
    assert Result(tmp_path).articles[-1].id == "1-20000"


def test_the_same_file_twice(tmp_path):
    """A file named twice is read twice; its second articles are told apart by -2."""
    path = write(tmp_path, "a.jsonl", {"text": "أ"})
    first, second = Result(path, path).articles
    assert second.id == f"{first.id}-2"


def test_left_out_in_a_folder(tmp_path):
    """Files of unknown ending are left out of a folder and counted in one warning."""
    write(tmp_path, "a.jsonl", {"text": "أ"})
    for name in ("b.pdf", "c.pdf", "README", "sub/e.rar", "f.doc.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = Result(tmp_path)
    assert found.texts == ["أ"]
    assert not found.errors
    told = "2 .pdf, 1 without an ending, 1 .doc, 1 .rar that no reader takes"
    assert found.warnings == [f"5 files in folders were left out: {told}"]


def test_unknown_format_by_name(tmp_path):
    """A file of unknown ending that is named is an error with the cure, and the rest is read."""
    good = write(tmp_path, "a.jsonl", {"text": "أ"})
    (tmp_path / "b.pdf").write_bytes(b"x")
    (tmp_path / "notes").write_bytes(b"x")
    found = Result(tmp_path / "b.pdf", good, tmp_path / "notes")
    assert found.texts == ["أ"]
    assert found.failed == [("b.pdf", "UnknownFormat"), ("notes", "UnknownFormat")]
    assert "--input-format" in found.errors[0].message


def test_a_folder_named_like_a_file(tmp_path):
    """A folder may be called x.html or x.txt."""
    write(tmp_path, "x.html/a.jsonl", {"text": "أ"})
    write(tmp_path, "x.txt/a.jsonl", {"text": "ب"})
    assert Result(tmp_path / "x.html", tmp_path / "x.txt").texts == ["أ", "ب"]


def test_missing_paths(tmp_path):
    """A path that does not exist is an error that says so; the rest is read."""
    good = write(tmp_path, "a.jsonl", {"text": "أ"})
    found = Result(tmp_path / "no.txt", good, tmp_path / "no-such-folder", "", "a\0b.txt")
    assert found.texts == ["أ"]
    assert [row.error for row in found.errors] == ["UnreadableFile"] * 4
    assert found.errors[0].message == "there is no such file or folder; check the path"


def test_empty_things(tmp_path):
    """An empty folder, a folder of nothing readable, an empty file and a file without an article are each told."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.pdf").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_bytes(b"\n\n")
    found = Result(tmp_path / "empty", tmp_path / "other", tmp_path / "a.txt", tmp_path / "b.jsonl")
    assert found.failed == [(name, "NoArticle") for name in ("empty", "other", "a.txt", "b.jsonl")]
    assert [row.message.split(" (")[0].split(";")[0] for row in found.errors] == [
        "no file is in this folder",
        "none of its 1 files is of a kind that is read",
        "the file is empty",
        "no article was found in it",
    ]
    assert found.corpus == Corpus()


def test_unreadable_files(tmp_path):
    """Binary data, broken gzip and a broken table are errors with their cause; the file between them is read."""
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gzip")
    write(tmp_path, "c.jsonl", {"text": "أ"})
    (tmp_path / "d.parquet").write_bytes(b"PAR1 x")
    (tmp_path / "e.jsonl").write_bytes(b"\x1f\x8b\x08\x00")
    found = Result(tmp_path)
    assert found.texts == ["أ"]
    assert found.failed == [(name, "UnreadableFile") for name in ("a.txt", "b.jsonl.gz", "d.parquet", "e.jsonl")]
    assert "PDF" in found.errors[0].message


def test_gzip_cut_off(tmp_path):
    """Of a packed file that is cut off, the articles before the cut are read; then comes the error."""
    records = [{"text": stable_id(n)} for n in range(5000)]
    path = write(tmp_path, "a.jsonl.gz", *records)
    path.write_bytes(path.read_bytes()[:-3000])
    found = Result(path)
    assert 4000 < len(found.articles) < 5000
    assert [row.message for row in found.errors] == ["the gzip data is cut off; fetch the file anew"]


def test_gzip_without_an_inner_ending(tmp_path):
    """A packed file whose name tells nothing is judged by its content."""
    write(tmp_path, "a.gz", {"text": "أ"}, {"text": "ب"})
    assert Result(tmp_path / "a.gz").texts == ["أ", "ب"]


def test_broken_rows(tmp_path):
    """Each broken row is an error row with the file and the line; the rows around it are articles."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "أ"}\n{"oops\n{"title": "x"}\n{"text": "ب"}\n', encoding="utf-8")
    found = Result(path)
    assert found.texts == ["أ", "ب"]
    assert [(row.path, row.error, row.message[:6]) for row in found.errors] == [
        (str(path), "BrokenRow", "line 2"),
        (str(path), "BrokenRow", "line 3"),
    ]


def test_a_file_of_broken_rows(tmp_path):
    """A large file of nothing but broken rows does not fill the memory with errors: the rest is counted."""
    (tmp_path / "a.jsonl").write_text("oops\n" * 3000, encoding="utf-8")
    errors = Result(tmp_path).errors
    assert len(errors) == 1001
    assert errors[-1].message.startswith("and 2000 more broken records")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_forbidden_by_the_system(tmp_path):
    """A file or folder that may not be read is an error; the rest is read."""
    write(tmp_path, "a/x.jsonl", {"text": "أ"}).parent.chmod(0)
    write(tmp_path, "b.jsonl", {"text": "ب"}).chmod(0)
    write(tmp_path, "c.jsonl", {"text": "ج"})
    found = Result(tmp_path)
    (tmp_path / "a").chmod(0o700)
    assert found.texts == ["ج"]
    assert ["not allowed" in row.message for row in found.errors] == [True, True]


@pytest.mark.parametrize("call", ["open", "scandir"])
def test_permission_denied(tmp_path, monkeypatch, call):
    """What the system does not let us open or list becomes an error with the cure; the rest is read."""
    write(tmp_path, "a/x.jsonl", {"text": "أ"})
    write(tmp_path, "b.jsonl", {"text": "ب"})
    real = {"open": open, "scandir": os.scandir}[call]

    def refuse(path, *args):
        if str(path).endswith(("x.jsonl", "/a")):
            raise PermissionError(13, "Permission denied")
        return real(path, *args)

    monkeypatch.setattr(*(("builtins.open", refuse) if call == "open" else (os, "scandir", refuse)))
    found = Result(tmp_path)
    monkeypatch.undo()
    assert found.texts == ["ب"]
    assert found.errors[0].message.startswith("reading it is not allowed; change its permissions")


def test_a_file_that_vanishes(tmp_path):
    """A file that goes away between listing and opening is an error that says so."""
    write(tmp_path, "a.jsonl", {"text": "أ"})
    gone = write(tmp_path, "b.jsonl", {"text": "ب"})
    write(tmp_path, "c.jsonl", {"text": "ج"})
    corpus, errors = Corpus(), []
    articles = read_articles(Inputs((str(tmp_path),)), corpus, errors, print)
    first = next(articles)
    gone.unlink()
    assert [first.text, *(a.text for a in articles)] == ["أ", "ج"]
    assert errors[0].path == str(gone)
    assert "went away after its folder was listed" in errors[0].message


def test_pipes_and_devices(tmp_path):
    """A named pipe or device is never waited for: it is an error that points to standard input."""
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, "b.jsonl", {"text": "ب"})
    found = Result(tmp_path, tmp_path / "a.txt")
    assert found.texts == ["ب"]
    assert [row.message for row in found.errors] == [
        "this is a named pipe, not a file; to read from a pipe, send it to standard input and give - as the path",
    ] * 2
    assert "a device" in Result("/dev/zero", input_format="page").errors[0].message


def test_links(tmp_path):
    """Linked files and folders are read, no folder twice, and links that lead round in a circle end."""
    write(tmp_path, "real/a.jsonl", {"text": "أ"})
    (tmp_path / "real" / "back").symlink_to(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "file.jsonl").symlink_to(tmp_path / "real" / "a.jsonl")
    found = Result(tmp_path)
    assert found.texts == ["أ", "أ"]
    assert found.failed == [("dangling.txt", "UnreadableFile"), ("round.txt", "UnreadableFile")]
    assert "circle" in found.errors[1].message


def test_names_that_are_no_text(tmp_path):
    """A file name that is no UTF-8 is read and shown with U+FFFD, so that it can be written out."""
    path = os.fsencode(tmp_path) + b"/\xe1\xe2.jsonl"
    Path(os.fsdecode(path)).write_text('{"text": "أ"}\n{}\n', encoding="utf-8")
    found = Result(tmp_path)
    assert found.texts == ["أ"]
    assert (found.articles[0].path + found.errors[0].path).encode("utf-8").count("\ufffd".encode()) == 4


def test_a_deep_folder(tmp_path):
    """Folders may lie deep in each other."""
    deep = tmp_path / "/".join(["d"] * 900)
    deep.mkdir(parents=True)
    write(deep, "a.jsonl", {"text": "أ"})
    assert Result(tmp_path).texts == ["أ"]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ('{"text": "أ"}\n{"text": "ب"}\n', ["أ", "ب"]),
        ('[{"text": "أ"}, {"text": "ب"}]', ["أ", "ب"]),
        ('{\n "text": "أ"\n}', ["أ"]),
        ('{"articles": [{"text": "أ"}]}', ["أ"]),
        ("title,text\nx,أ\n", ["أ"]),
        ("العنوان;النص\nx;أ\n", ["أ"]),
        ("url\ttitle\tbody\nu\tx\tأ\n", ["أ"]),
        (gzip.compress('{"text": "أ"}\n'.encode(), mtime=0), ["أ"]),
        ('{"text": "أ"}'.encode("utf-16"), ["أ"]),
    ],
)
def test_standard_input(monkeypatch, data, texts):
    """The form of standard input is told by its beginning: lines, arrays or objects of JSON, tables, packed or not."""
    pipe(monkeypatch, data)
    found = Result("-")
    assert found.texts == texts
    assert (found.articles[0].path, found.corpus.files) == ("-", 1)


@pytest.mark.parametrize("page", [PAGE, "[عاجل] " + PAGE, "النص، العنوان، الكاتب\n" + PAGE, "{عاجل}\n" + PAGE])
def test_a_page_on_standard_input(monkeypatch, page):
    """What is neither JSON nor a table is a page, though it begin with a bracket or have commas."""
    pipe(monkeypatch, page)
    assert any("قال الوزير" in text for text in Result("-").texts)


def test_parquet_on_standard_input(monkeypatch):
    """Parquet on standard input is told by its first bytes."""
    import pyarrow as pa
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pa.table({"text": ["أ"]}), out)
    pipe(monkeypatch, out.getvalue())
    assert Result("-").texts == ["أ"]


def test_html_on_standard_input(monkeypatch):
    """HTML on standard input is read as a page."""
    pipe(monkeypatch, "<!DOCTYPE html>\n<html><body><p>قال الوزير إن الوضع مستقر في كل المدن.</p></body></html>")
    found = Result("-")
    assert found.texts == ["قال الوزير إن الوضع مستقر في كل المدن."]


def test_standard_input_twice_or_closed(monkeypatch):
    """Standard input that is empty, was read before or is closed is an error in words."""
    pipe(monkeypatch, '{"text": "أ"}')
    found = Result("-", "-")
    assert (found.texts, found.errors[0].message) == (["أ"], "standard input is empty, or was read before")
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in Result("-").errors[0].message


def test_input_format(tmp_path, monkeypatch):
    """--input-format overrules endings and beginnings, packed or not."""
    write(tmp_path, "a.log", {"text": "أ"})
    write(tmp_path, "b.gz", {"text": "ب"})
    write(tmp_path, "c.txt", {"text": "ج"})
    assert Result(tmp_path, input_format="jsonl").texts == ["أ", "ب", "ج"]
    pipe(monkeypatch, gzip.compress("title,text\nx,أ".encode()))
    assert Result("-", input_format="csv").texts == ["أ"]
    (tmp_path / "notes").write_text(PAGE, encoding="utf-8")
    assert "قال الوزير" in Result(tmp_path / "notes", input_format="page").texts[0]
    with pytest.raises(UsageError, match="one of html, page, jsonl"):
        Result(tmp_path, input_format="doc")


DATES = ["2024-01-31", "2024-02-01", "2024-02-29", "2024-03", "2024", "2025-01-01", None, "قريبا"]


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, DATES),
        ("2024-02-01", None, ["2024-02-01", "2024-02-29", "2024-03", "2024", "2025-01-01"]),
        (None, "2024-02", ["2024-01-31", "2024-02-01", "2024-02-29", "2024"]),
        ("2024-02", "2024-02", ["2024-02-01", "2024-02-29", "2024"]),
        ("2024", "2024", ["2024-01-31", "2024-02-01", "2024-02-29", "2024-03", "2024"]),
        ("1 فبراير 2024", "29 شباط 2024", ["2024-02-01", "2024-02-29", "2024"]),
    ],
)
def test_since_and_until(tmp_path, since, until, kept):
    """Limits count whole days, months and years, themselves included; what might lie within is kept."""
    write(tmp_path, "a.jsonl", *[{"text": "أ", "date": date, "title": date} for date in DATES])
    found = Result(tmp_path, since=since, until=until)
    assert [a.title for a in found.articles] == kept
    assert found.corpus.articles == len(kept)
    told = "2 articles without a date were left out, because --since or --until is given"
    assert found.warnings == ([told] if since or until else [])


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [
        ("soon", None, "--since 'soon' is no date"),
        (None, "2024-02-30", "there is no"),
        ("2025", "2024", "lies after"),
        (None, "", "is no date"),
    ],
)
def test_limits_that_are_none(since, until, message):
    """A limit that is no date, or limits the wrong way round, are wrong usage at once."""
    with pytest.raises(UsageError, match=message):
        read_articles(Inputs(("x",), None, since, until), Corpus(), [], print)


def test_counts(tmp_path):
    """Files, articles and the first and last date are counted; what has no article is no file read."""
    write(tmp_path, "a.jsonl", {"text": "أ", "date": "2024-05-02"}, {"text": "ب", "date": "2023"}, {"text": "ج"})
    write(tmp_path, "b.jsonl", {"title": "x"})
    write(tmp_path, "c.jsonl", {"text": "د", "date": "2024-05-03"})
    assert Result(tmp_path).corpus == Corpus(files=2, articles=4, first_date="2023", last_date="2024-05-03")


def test_reading_streams(tmp_path):
    """Articles come before their file is read to the end, and memory does not grow with it."""
    import tracemalloc

    write(tmp_path, "a.jsonl", *[{"text": "قال الوزير " * 200, "id": n} for n in range(3000)])
    tracemalloc.start()
    count = sum(1 for _ in read_articles(Inputs((str(tmp_path),)), Corpus(), [], print))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 3_000_000


def test_other_packages_readers(tmp_path, monkeypatch):
    """A reader of another package takes the endings that it states, and any file when it is named."""
    module = types.SimpleNamespace(
        SUFFIXES=(".xyz",),
        read=lambda stream, path: iter([Article("", path, 0, text=stream.read().decode())]),
    )
    monkeypatch.setattr(plugins, "installed", lambda _: {"xyz": types.SimpleNamespace(load=lambda: module)})
    formats.suffixes.cache_clear()
    (tmp_path / "a.xyz").write_text("أ", encoding="utf-8")
    (tmp_path / "b.csv").write_text("text\nب", encoding="utf-8")
    assert Result(tmp_path).texts == ["أ", "ب"]
    assert Result(tmp_path, input_format="xyz").texts == ["أ", "text\nب"]
    formats.suffixes.cache_clear()
