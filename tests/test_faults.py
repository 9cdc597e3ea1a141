"""Faults of the system around the program: each ends in one line and an exit status, never in a traceback or a hang."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from arcorpus import api, endings, pipeline
from arcorpus.readers import inputs
from arcorpus.report import Corpus

ROOT = Path(__file__).parents[1]
CORPUS = [sys.executable, "-m", "arcorpus"]
ONE = ROOT / "seeds" / "004_7f7bc4385473d731.txt"
NEWS = "وزير المالية: لا ضرائب\n\nقال وزير المالية سالم العتيبي اليوم إن الحكومة لن تفرض ضرائب جديدة في عام 2025.\n"
HUGE = "1" + 30 * "0"
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs the devices of Linux")


def run(*argv, line=None, env=None, timeout=60, **options):
    """Run the program, or a shell's line in which $corpus is the program; give its result as text."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **(env or {})}
    if line:
        argv, environment["corpus"] = ["sh", "-c", line], f"{sys.executable} -m arcorpus"
    else:
        argv = [*CORPUS, *map(str, argv)]
    options = {"stdin": subprocess.DEVNULL, "cwd": ROOT, **options}
    return subprocess.run(
        argv, env=environment, timeout=timeout, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )


def is_one_line(done, status, *words):
    """Whether a run ended with a status and one line of ours that has these words in it."""
    lines = [line for line in done.stderr.splitlines() if "getcwd" not in line]
    assert done.returncode == status, done.stderr
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("corpus: ")
    assert all(word in lines[0] for word in words), lines[0]


@pytest.fixture
def page(tmp_path):
    """A folder with one small page."""
    (tmp_path / "1.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


@linux
@pytest.mark.parametrize("argv", ["--help", "--version", "analyze --help", "doctor", "schema", f"articles {ONE}"])
def test_full_device_behind_standard_output(argv):
    """What cannot be written to standard output is told in one line, the help too."""
    is_one_line(run(line=f"$corpus {argv} > /dev/full"), 1, "no space left")


@linux
@pytest.mark.parametrize(
    ("argv", "status"),
    [("nonsense", 2), ("articles /nonexistent.txt", 1), ("analyze --only weather", 2), (f"articles {ONE}", 0)],
)
@pytest.mark.parametrize("closed", ["2> /dev/full", "2>&-"])
def test_standard_error_that_nobody_takes(argv, status, closed):
    """Where standard error is full or closed the exit status is the same, and nothing of it goes to standard output."""
    done = run(line=f"$corpus {argv} --quiet {closed}" if "nonsense" not in argv else f"$corpus {argv} {closed}")
    assert done.returncode == status
    assert "Error" not in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("closed", ["<&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams(closed, tmp_path):
    """With standard streams closed a file is written all the same."""
    done = run(line=f"$corpus articles {ONE} -o {tmp_path}/a.json {closed}")
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["articles"]


@pytest.mark.parametrize("output", ["loop", "loop/a.json"])
def test_output_through_a_circle_of_links(tmp_path, output):
    """An output whose links lead round in a circle is told, and so is such an input."""
    (tmp_path / "loop").symlink_to("back")
    (tmp_path / "back").symlink_to("loop")
    is_one_line(run("articles", ONE, "-o", tmp_path / output, "--format", "json"), 1, "round in a circle")
    is_one_line(run("articles", tmp_path / "loop"), 1, "round in a circle")


@pytest.mark.parametrize(
    ("argv", "status"),
    [("--help", 0), (f"articles {ONE}", 0), ("articles -o a.json " + str(ONE), 1), ("articles 1.txt", 1)],
)
def test_working_folder_that_is_gone(tmp_path, argv, status):
    """In a folder that was taken away whole paths work, and what lies in it is told to be missing."""
    done = run(line=f"cd {tmp_path} && mkdir gone && cd gone && rmdir ../gone && $corpus {argv}")
    if status:
        is_one_line(done, status, "gone" if "-o" in argv else "no such file")
    assert done.returncode == status, done.stderr


@pytest.mark.parametrize("home", [None, "", "/nonexistent", "relative", "/root"])
def test_no_home(home):
    """Doctor works without a home folder, with one that is not there, and for a user that the system does not know."""
    env = {name: value for name, value in os.environ.items() if name not in {"HOME", "USER", "LOGNAME"}}
    env = env if home is None else {**env, "HOME": home}
    code = "import pwd; pwd.getpwuid = {}.__getitem__; from arcorpus.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "doctor"], env=env, capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "Traceback" not in done.stderr
    assert "CAMeL data" in done.stdout


@linux
@pytest.mark.parametrize("megabytes", [100, 180, 300])
def test_too_little_memory(megabytes):
    """Where memory does not suffice for the packages one line says so."""
    limit = megabytes << 20
    done = run("analyze", ONE, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    is_one_line(done, 1, "too little memory")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "too little memory"),
        (ImportError("x.so: failed to map segment from shared object"), "too little memory"),
        (RuntimeError("can't start new thread"), "too few processes"),
        (OSError(11, "Resource temporarily unavailable"), "too few processes"),
        (IndexError("list index\nout of range"), "(IndexError: list index out of range"),
    ],
)
def test_what_nobody_foresaw(error, words):
    """Too little memory, too few processes and faults of our own are each one line; a chain is looked through."""
    assert words in endings.unforeseen(error).message
    outer = ValueError("of a package")
    outer.__cause__ = error
    assert ("too little" in endings.unforeseen(outer).message) == ("too" in words)


def test_a_fault_of_the_program_is_one_line(monkeypatch, capsys):
    """A fault that no command foresaw is told with its place; the variable shows the traceback."""
    from arcorpus import cli

    def fail():
        raise IndexError("list index out of range")

    monkeypatch.setattr(cli.cli, "run", fail)
    monkeypatch.setattr(endings, "stop_on_signals", lambda: None)
    for shown in ("", "1"):
        monkeypatch.setenv(endings.SHOW_FAULTS, shown)
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert left.value.code == 1
        said = capsys.readouterr().err
        assert "corpus: this is a fault of the program, not of what you gave it (IndexError" in said
        assert ("Traceback" in said) == bool(shown)


def test_a_reader_that_fails_costs_its_own_file(page, monkeypatch):
    """A fault of a reader, or memory that does not suffice for a file, is a row of errors; other files are read."""
    from arcorpus.readers import jsonl

    def fail(stream, _path):
        raise IndexError("no") if b"index" in stream.read() else MemoryError

    for name in ("index", "memory"):
        (page / f"{name}.jsonl").write_text(f'{{"text": "{name}"}}\n', encoding="utf-8")
    monkeypatch.setattr(jsonl, "read", fail)
    errors = []
    found = list(inputs.read_articles(inputs.Inputs((str(page),)), Corpus(), errors, print))
    assert len(found) == 1
    assert [row.path[-12:] for row in errors] == ["/index.jsonl", "memory.jsonl"]
    assert "IndexError" in errors[0].message
    assert "memory" in errors[1].message


def test_an_article_that_a_stage_fails_on_costs_itself(page, monkeypatch):
    """An article that a stage fails on stays in the report without what was to be found; the others are whole."""
    (page / "2.txt").write_text(NEWS.replace("سالم العتيبي", "عطل"), encoding="utf-8")
    report = api.Request(inputs.Inputs((str(page),)), ("articles", "claims"))
    find, needs = pipeline.STAGES["claims"]

    def stage(batch, settings):
        if any("عطل" in document.article.text for document in batch):
            raise IndexError("at a conjunction")
        return find(batch, settings)

    monkeypatch.setitem(pipeline.STAGES, "claims", (stage, needs))
    built = api.build(report)
    first, second = built.articles
    assert (first.words > 0, second.words, second.text.count("عطل")) == (True, 0, 1)
    assert {claim.article for claim in built.tables["claims"]} == {first.id}
    [row] = built.errors
    assert (row.path, row.error) == (second.path, "NotAnalysed")
    assert "IndexError: at a conjunction" in row.message


@linux
@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        (f"$corpus entities {ONE} --aliases /dev/zero", 2, "a device"),
        (f"mkfifo pipe; $corpus entities {ONE} --aliases pipe", 2, "a named pipe"),
        (f"$corpus entities {ONE} --aliases .", 2, "a folder"),
        ("mkfifo pipe; $corpus articles --files-from pipe", 1, "a named pipe"),
        ("$corpus articles --files-from /dev/zero", 1, "a device"),
        ("$corpus articles --files-from - < /dev/zero", 1, "256 MiB"),
        ("$corpus articles /dev/zero", 1, "a device"),
        ("mkfifo pipe.txt; $corpus articles pipe.txt", 1, "a named pipe"),
        ("mkfifo pipe; $corpus normalize pipe", 1, "a named pipe"),
        ("$corpus articles - < /dev/zero", 1, "binary data"),
        (f"mkfifo pipe; $corpus articles {ONE} -o pipe --format json", 1, "nobody reads"),
    ],
)
def test_devices_and_pipes_that_never_end(tmp_path, line, status, words):
    """No device and no named pipe is waited for, wherever it is named: input, aliases, lists, output."""
    is_one_line(run(line=line, cwd=tmp_path), status, words)


@linux
def test_pipes_in_a_folder_are_told(page):
    """A named pipe in a folder is told; what else is in the folder is read."""
    os.mkfifo(page / "2.txt")
    done = run("articles", page)
    is_one_line(done, 0, "2.txt", "a named pipe")
    assert len(json.loads(done.stdout)["articles"]) == 1


@linux
def test_output_into_another_program(tmp_path):
    """What a shell gives for >(program) is written to."""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m arcorpus articles {ONE} --format json -o >(cat > got.json); sleep 1"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr == b""
    assert json.loads((tmp_path / "got.json").read_text(encoding="utf-8"))["articles"]


@pytest.mark.parametrize(
    "argv", [("entities", "--context", HUGE), ("articles", "--limit", HUGE), ("articles", "--sample", HUGE),
             ("articles", "--sample", "1", "--seed", HUGE), ("topics", "--topics", HUGE),
             ("entities", "--min-mentions", HUGE), ("articles", "--format", "table", "--top", HUGE)]
)  # fmt: skip
def test_huge_numbers(argv):
    """A number of thirty digits is a number."""
    done = run(argv[0], ONE, *argv[1:])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("number", ["-1", "nan", "inf", "1e9", "", "9" * 5000])
@pytest.mark.parametrize("option", ["--limit", "--sample", "--top"])
def test_numbers_that_are_none(option, number):
    """What is no number, or below one, is wrong usage."""
    done = run("articles", ONE, option, number)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("order", ["$corpus analyze . > out.json", "$corpus analyze . -o out.json"])
def test_output_in_the_folder_that_is_read(page, order):
    """The file that the report goes to is not read, which is told; a second run gives the same articles."""
    (page / "out.json").write_text('[{"text": "قديم"}]', encoding="utf-8")
    for _ in range(2):
        done = run(line=order, cwd=page)
        is_one_line(done, 0, "out.json", "left out")
        report = json.loads((page / "out.json").read_text(encoding="utf-8"))
        assert [article["path"] for article in report["articles"]] == ["./1.txt"]


def test_folder_of_outputs_in_the_folder_that_is_read(page):
    """The files of an output folder are no input of a second run; others that lie there are."""
    for _ in range(2):
        done = run("analyze", ".", "--only", "articles,claims", "--format", "csv", "-o", ".", cwd=page)
        assert done.returncode == 0, done.stderr
        assert (page / "articles.csv").read_text(encoding="utf-8").count("1.txt") == 1


def test_output_over_an_input(page):
    """A file that is named is never written over; a link to it does not hide it."""
    (page / "link").symlink_to("1.txt")
    for output in ("1.txt", "link"):
        is_one_line(run("articles", "1.txt", "--format", "json", "-o", output, cwd=page), 2, "would go there too")
    is_one_line(run(line="$corpus articles *.txt >> 1.txt", cwd=page), 1, "standard output goes to it")
    assert (page / "1.txt").read_text(encoding="utf-8").startswith(NEWS)


def test_without_paths_standard_input_is_read():
    """What is piped in is read without a path; a terminal, a device and an empty pipe are wrong usage."""
    done = run(line=f"cat {ONE} | $corpus articles")
    assert [article["path"] for article in json.loads(done.stdout)["articles"]] == ["-"]
    for empty in ("< /dev/null", "<&-"):
        is_one_line(run(line=f"$corpus articles {empty}"), 2, "nothing to read")
    is_one_line(run(line="printf '' | $corpus articles"), 2, "nothing to read")


def started(tmp_path, *argv):
    """A run that waits for more of its standard input, with its output file begun."""
    # A shell's background job ignores interrupts, and so do its children: they are set anew.
    begin = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from arcorpus.cli import main; sys.stderr.write('ready\\n'); sys.stderr.flush(); main()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", begin, "articles", "-", "--input-format", "jsonl", "-o", tmp_path / "out.json", *argv],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    program.stdin.write(b'{"text": "nass"}\n' * 1000)
    program.stdin.flush()
    assert program.stderr.readline() == b"ready\n"
    time.sleep(1)
    return program


def ended(program):
    """Its exit status and what it said."""
    with suppress(BrokenPipeError):
        program.stdin.close()
    status = program.wait(30)
    said = program.stderr.read().decode()
    program.stderr.close()
    return status, said


@linux
@pytest.mark.parametrize(
    ("signals", "status"),
    [([signal.SIGINT], 130), ([signal.SIGTERM], 143), ([signal.SIGHUP], 129),
     ([signal.SIGINT] * 5, 130), ([signal.SIGINT, signal.SIGTERM, signal.SIGHUP], 130), ([signal.SIGKILL], -9)],
)  # fmt: skip
def test_signals(tmp_path, signals, status):
    """Whatever stops the program, one line says so and nothing is left of the output; nothing after kill -9 either."""
    program = started(tmp_path)
    for number in signals:
        program.send_signal(number)
        time.sleep(0.01)
    got, said = ended(program)
    assert got in {status, 128 + signals[-1]}
    assert said == ("" if signal.SIGKILL in signals else "corpus: stopped\n")
    assert list(tmp_path.iterdir()) == []


@linux
def test_signals_that_are_ignored_stay_so(tmp_path):
    """Under nohup a hangup does not stop the run."""
    begun = f"trap '' HUP; $corpus articles {ONE} -o {tmp_path}/a.json & sleep 0.2; kill -HUP $!; wait $!"
    done = run(line=begun)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.json").exists()


@linux
@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_a_disk_that_fills_up(tmp_path, form):
    """A file that may not grow further is told, and not left there in part."""
    limit = resource.setrlimit
    done = run("articles", ROOT / "seeds", "-o", tmp_path / f"a.{'txt' if form == 'table' else form}", "--format", form,
               preexec_fn=lambda: limit(resource.RLIMIT_FSIZE, (100, 100)))  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "env",
    [{"COLUMNS": number} for number in ("0", "1", "-5", "x", "", "100000000")]
    + [{"TERM": "dumb"}, {"TERM": ""}, {"TERM": "nonsense"}]
    + [{"LC_ALL": name, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} for name in ("C", "POSIX", "xx_YY.KOI8")]
    + [{"PYTHONIOENCODING": name} for name in ("ascii", "utf-16", "latin-1:strict", "cp037")],
)
def test_surroundings(env):
    """Whatever the terminal, the locale and the encoding are said to be, the table and the JSON come out in UTF-8."""
    for form in ("table", "json"):
        done = run("articles", ONE, "--format", form, env=env)
        assert done.returncode == 0, done.stderr
        assert "زوكربيرج" in done.stdout
    assert run("articles", "--help", env=env | {"PYTHONIOENCODING": "utf-8"}).returncode == 0


@linux
def test_terminal_of_endless_width(monkeypatch):
    """A terminal that says it is a hundred million columns wide does not get as many."""
    from arcorpus.writers import destination

    monkeypatch.setenv("COLUMNS", "100000000")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert destination.target(None, None, ("articles",)).layout.width == destination.WIDEST
