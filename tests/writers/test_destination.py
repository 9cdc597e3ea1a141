"""Where a report goes: standard output in UTF-8, files whole or not at all, folders of files."""

from __future__ import annotations

import errno
import io
import json
import os
import pty
import stat
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from arcorpus.errors import UsageError, WriteError
from arcorpus.writers import destination
from arcorpus.writers.destination import target, whole, write
from arcorpus.writers.layout import SECTIONS

ONE = ("claims",)
root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")


def test_format_without_a_file(capsys):
    """Standard output that is no terminal gets JSON, plain tables where they are asked for, and `-` is that too."""
    for name in (None, "-"):
        found = target(None, name, SECTIONS)
        assert (found.path, found.layout.form) == (None, "json")
    layout = target("table", None, SECTIONS).layout
    assert (layout.width, layout.top, layout.styled) == (None, None, False)
    assert target("table", None, SECTIONS, top=7).layout.top == 7
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("env", "styled"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_terminal_gets_fitted_tables(monkeypatch, env, styled):
    """A terminal gets tables of its width and a screenful of rows, styled unless NO_COLOR or TERM object."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in {**env, "COLUMNS": "96"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    layout = target(None, None, SECTIONS).layout
    assert (layout.form, layout.width, layout.top, layout.styled) == ("table", 96, destination.TOP, styled)
    assert target("csv", None, ONE).layout.width is None


@pytest.mark.parametrize(
    ("form", "name", "sections", "word"),
    [
        ("html", None, SECTIONS, "later version"),
        ("xlsx", None, SECTIONS, "table, json"),
        ("csv", None, SECTIONS, "--only"),
        ("md", None, SECTIONS, "--only"),
        (None, "all.csv", SECTIONS, "folder"),
        (None, "FOLDER", SECTIONS, "--format"),
        ("json", "FOLDER", SECTIONS, "report.json"),
        ("table", "FOLDER", ONE, "one file"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(tmp_path, form, name, sections, word):
    """Formats that do not exist or cannot hold the sections are told before any work, with what to do instead."""
    name = str(tmp_path) if name == "FOLDER" else name
    with pytest.raises(UsageError, match=word) as caught:
        target(form, name, sections)
    assert caught.value.exit_code == 2


def test_bom_is_for_csv(tmp_path, report):
    """A byte order mark stands before CSV and TSV; before anything else it is wrong usage."""
    write(report, target(None, str(tmp_path / "a.csv"), ONE, bom=True))
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    with pytest.raises(UsageError, match="--bom"):
        target("json", None, ONE, bom=True)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.tsv", "a.md", "a.txt", "تقرير رقم 1.json"])
def test_file_is_written_whole(tmp_path, report, name):
    """The file is there, in UTF-8, ends with a line end, and nothing lies beside it."""
    write(report, target(None, str(tmp_path / name), ONE))
    text = (tmp_path / name).read_bytes().decode("utf-8")
    assert "مصادر مطلعة" in text
    assert text.endswith("\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def failing(error):
    """Articles that end in an error."""
    yield from ()
    raise error


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device"), RuntimeError()]
)
@pytest.mark.parametrize("old", [None, "before"])
def test_file_is_left_as_it_was_when_writing_fails(tmp_path, report, error, old):
    """Whatever ends the writing, the file is what it was before, or not there, and no draft is left behind."""
    path = tmp_path / "a.json"
    if old:
        path.write_text(old, encoding="utf-8")
    report.articles = failing(error)
    with pytest.raises((KeyboardInterrupt, WriteError, RuntimeError)):
        write(report, target(None, str(path), ONE))
    assert [found.read_text(encoding="utf-8") for found in tmp_path.iterdir()] == ([old] if old else [])


def test_file_appears_at_the_end_alone(tmp_path):
    """While it is being written the file is not there."""
    path = tmp_path / "a.json"
    with whole(path) as out:
        out.write("قال")
        out.flush()
        assert not path.exists()
        assert all(found.name.startswith(".") for found in tmp_path.iterdir())
    assert path.read_text(encoding="utf-8") == "قال"


def test_links_and_modes_stay(tmp_path, report):
    """A link stays a link to the new file, which has the mode of the old; a new one has the usual mode."""
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    path.touch(mode=0o640)
    path.chmod(0o640)
    link.symlink_to(path)
    write(report, target(None, str(link), ONE))
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert json.loads(path.read_text(encoding="utf-8"))
    (tmp_path / "touched").touch()
    write(report, target(None, str(tmp_path / "new.json"), ONE))
    assert (tmp_path / "new.json").stat().st_mode == (tmp_path / "touched").stat().st_mode


def test_devices_are_written_to(tmp_path, report):
    """A named pipe is written to, not replaced by a file."""
    path = tmp_path / "pipe.json"
    os.mkfifo(path)
    got = []
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()))
    reader.start()
    write(report, target(None, str(path), ONE))
    reader.join(10)
    assert json.loads(got[0])
    assert path.is_fifo()


def test_missing_folder_is_told_with_its_cure(tmp_path):
    """A folder that does not exist is named before any work, with the command that makes it."""
    with pytest.raises(WriteError, match=r"no folder 'new folder'.*mkdir -p '.*new folder'") as caught:
        target(None, str(tmp_path / "new folder" / "a.json"), ONE)
    assert caught.value.path == str(tmp_path / "new folder" / "a.json")
    assert caught.value.exit_code == 1


def test_endless_name_is_told(tmp_path):
    """A name longer than a name can be is one line, before any work."""
    with pytest.raises(WriteError, match="too long"):
        target(None, str(tmp_path / f"{'a' * 300}.json"), ONE)


def test_file_where_a_folder_should_be_is_told(tmp_path):
    """A path that leads through a file is told so."""
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="file, not a folder"):
        target(None, str(tmp_path / "file" / "a.json"), ONE)


@root
def test_forbidden_places_are_told(tmp_path):
    """A folder or file that may not be written to is told before any work."""
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(WriteError, match="not allowed"):
        target(None, str(folder / "a.json"), ONE)
    (tmp_path / "kept.json").touch(mode=0o400)
    with pytest.raises(WriteError, match="not allowed"):
        target(None, str(tmp_path / "kept.json"), ONE)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "no space"),
        (errno.EACCES, "not allowed"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "Input/output"),
    ],
)
def test_failures_are_explained(tmp_path, report, monkeypatch, code, words):
    """What fails while writing is told in one line with the path, the cause and what to do."""

    def refuse(*_):
        raise OSError(code, os.strerror(code))

    path = tmp_path / "a.json"
    goal = target(None, str(path), ONE)
    monkeypatch.setattr(destination.os, "fsync", refuse)
    with pytest.raises(WriteError, match=words) as caught:
        write(report, goal)
    assert str(caught.value).startswith(f"{path}: ")
    assert "-o" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def names(folder):
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_folder_gets_a_file_for_each_table(tmp_path, report):
    """Several sections as CSV are a file each, with the mentions, sources and errors beside them."""
    goal = target("csv", str(tmp_path / "out"), SECTIONS)
    assert goal.folder
    write(report, goal)
    assert names(tmp_path / "out") == [
        f"{name}.csv"
        for name in (
            "articles",
            "changes",
            "claims",
            "contexts",
            "duplicates",
            "entities",
            "errors",
            "mentions",
            "sources",
            "topics",
        )
    ]
    assert "مصادر مطلعة" in (tmp_path / "out" / "sources.csv").read_text(encoding="utf-8")


def test_folder_of_markdown(tmp_path, stream):
    """As Markdown a page for each section, each with the titles of its articles, though articles pass once."""
    write(stream, target("md", f"{tmp_path}/out/", ("articles", "claims")))
    assert names(tmp_path / "out") == ["articles.md", "claims.md"]
    for name in names(tmp_path / "out"):
        assert "ترد على DeepSeek" in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_folder_of_one_section_streams(tmp_path, stream):
    """A folder that exists takes one section too, and its articles may pass once."""
    write(stream, target("tsv", str(tmp_path), ("articles",)))
    assert names(tmp_path) == ["articles.tsv", "errors.tsv"]
    assert (tmp_path / "articles.tsv").read_text(encoding="utf-8").count("\n") == 3
    assert (tmp_path / "errors.tsv").read_text(encoding="utf-8").count("\n") == 2


def test_folder_is_whole_or_not_there(tmp_path, report):
    """When one file of a folder fails none is written, and a folder made for them is taken away."""
    report.articles = failing(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write(report, target("csv", str(tmp_path / "out"), ("entities", "articles")))
    assert names(tmp_path) == []
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "entities.csv").write_text("before", encoding="utf-8")
    report.articles = failing(OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(WriteError, match="no space"):
        write(report, target("csv", str(tmp_path / "old"), ("entities", "articles")))
    assert names(tmp_path / "old") == ["entities.csv"]
    assert (tmp_path / "old" / "entities.csv").read_text(encoding="utf-8") == "before"


def test_standard_output_is_utf8_with_line_ends_untouched(monkeypatch, report):
    """Whatever encoding standard output had, it gets UTF-8, and the line ends of CSV stay CR LF."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\r\n"))
    write(report, target("csv", None, ONE))
    assert "مصادر مطلعة" in raw.getvalue().decode("utf-8")
    assert b"\r\r\n" not in raw.getvalue()


PROGRAM = """
import os
import sys
from arcorpus.errors import CorpusError
from arcorpus.writers.destination import target, write
from arcorpus.report import Corpus, Report, Run
from arcorpus.types import Article
articles = (Article(str(n), "p", n, title="عنوان " * 20, text="نص " * 500) for n in range(int(sys.argv[2])))
try:
    write(Report(Run(), Corpus(), articles), target(sys.argv[1], None, ("articles",)))
except CorpusError as error:
    sys.exit(str(error))
except BrokenPipeError:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left in the buffer must not fail at the end, as in cli.main
    sys.exit("closed")
"""


def run(form, articles=200, env=None, **options):
    """A program that writes a report of so many articles to its standard output, buffered as usual."""
    env = {**{name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}, **(env or {})}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, form, str(articles)], stderr=subprocess.PIPE, env=env, **options
    )


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "md"])
def test_closed_pipe_comes_through(form):
    """When the reader of a pipe goes away, that is a BrokenPipeError for the caller, and no other error."""
    program = run(form, 2000, stdout=subprocess.PIPE)  # more than any pipe holds
    program.stdout.read(10)
    program.stdout.close()
    message = program.stderr.read().decode()
    program.stderr.close()
    assert program.wait(30) == 1
    assert message.splitlines()[0] == "closed"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("articles", [1, 200])
def test_full_disk_behind_standard_output(form, articles):
    """A disk that fills up behind standard output is one line, and the interpreter adds none when it ends."""
    with Path("/dev/full").open("wb") as full:
        program = run(form, articles, stdout=full)
        message = program.stderr.read().decode()
    program.stderr.close()
    assert program.wait(30) == 1
    assert message == "standard output: no space left on the disk; free some, or choose another disk with -o\n"


def test_closed_standard_output_is_told():
    """A standard output that was closed beforehand is told in one line."""
    program = run("json", preexec_fn=lambda: os.close(1))
    message = program.stderr.read().decode()
    program.stderr.close()
    assert program.wait(30) == 1
    assert message == "standard output is closed: send it somewhere, or name a file with -o\n"


def test_terminal_gets_a_table():
    """Run on a terminal the report is a table with styles, twenty rows, and no line wider than the terminal."""
    leader, follower = pty.openpty()
    program = run("table", stdout=follower, env={"TERM": "xterm", "COLUMNS": "80", "NO_COLOR": ""})
    os.close(follower)
    shown = b""
    with suppress(OSError):  # a terminal that was closed ends in one
        while chunk := os.read(leader, 65536):
            shown += chunk
    assert program.wait(30) == 0
    program.stderr.close()
    assert b"\x1b[1m" in shown
    assert "180 more; --top 200 shows all" in shown.decode("utf-8")
