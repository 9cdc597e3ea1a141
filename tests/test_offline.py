"""Nothing leaves the machine: no command of the default path asks the network or writes beside its output."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RUN = """
import os, sys
ASKED = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "subprocess.", "os.system", "os.exec",
         "os.fork", "os.posix_spawn", "os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir",
         "os.chmod", "os.truncate", "shutil.", "tempfile.")
HARMLESS = ("socket.gethostname",)
seen = []
def hook(event, arguments):
    if event.startswith(ASKED) and event not in HARMLESS:
        seen.append(f"{event} {arguments!r}")
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        seen.append(f"open {arguments[0]!r}")
sys.addaudithook(hook)
from arcorpus.cli import main
try:
    main()
finally:
    for line in seen:
        os.write(2, f"SEEN {line}\\n".encode("utf-8", "backslashreplace"))
"""
COMMANDS = ("analyze", "articles", "entities", "topics", "claims", "duplicates")


@pytest.fixture
def news(tmp_path):
    """A folder of pages, rows and web pages, one of them packed, and an empty home beside it."""
    (tmp_path / "home").mkdir()
    folder = tmp_path / "news"
    folder.mkdir()
    text = (ROOT / "seeds" / "004_7f7bc4385473d731.txt").read_text(encoding="utf-8")
    shutil.copy(ROOT / "seeds" / "004_7f7bc4385473d731.txt", folder / "1.txt")
    shutil.copy(min((ROOT / "tests" / "pages" / "html").glob("*.html")), folder / "2.html")
    (folder / "3.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": text, "date": "2025-01-30"}).encode()))
    (folder / "4.csv").write_text(f'title,text\nخبر,"{text.replace(chr(34), "")}"\n', encoding="utf-8")
    return tmp_path


def run(news, *argv, before=()):
    """Run the program in an empty home; give its result, and what it asked of the system beyond reading."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    env |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(news / "home")}
    done = subprocess.run(
        [*before, sys.executable, "-c", RUN, *argv], cwd=news, env=env, capture_output=True, text=True, check=False,
        encoding="utf-8", stdin=subprocess.DEVNULL,
    )  # fmt: skip
    seen = [line.removeprefix("SEEN ") for line in done.stderr.splitlines() if line.startswith("SEEN ")]
    return done, seen


@pytest.mark.parametrize(
    "argv", [*([name, "news"] for name in COMMANDS), ["normalize", "news/1.txt"], ["schema"], ["--help"], ["--version"]]
)
def test_no_command_asks_for_more_than_its_input(news, argv):
    """No command opens a socket, starts a program or writes anything when its report goes to standard output."""
    done, seen = run(news, *argv)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert seen == []
    assert list((news / "home").iterdir()) == []


def test_a_file_is_all_that_is_written(news):
    """With -o the file and its draft are all that the program writes."""
    done, seen = run(news, "analyze", "news", "-o", "report.json")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in news.iterdir()) == ["home", "news", "report.json"]
    assert list((news / "home").iterdir()) == []
    # The draft has no name at first: what is opened for writing is its folder, and then a descriptor.
    assert {line.split()[0] for line in seen} <= {"open", "os.link", "os.remove", "os.rename"}
    assert not [line for line in seen if str(news) not in line and not re.fullmatch(r"open \d+", line)]


@pytest.mark.skipif(not shutil.which("strace"), reason="a second look, with strace")
def test_nor_do_the_packages_it_is_made_of(news):
    """Seen from outside, the packages written in C neither open a socket nor write a file."""
    trace = news / "trace"
    before = ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=network,openat,open,creat,mkdir,mkdirat,unlink"]
    done, _ = run(news, "analyze", "news", before=before)
    if done.returncode and not trace.exists():
        pytest.skip("strace may not trace here")
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    calls = r"socket\(|connect\(|sendto\(|O_WRONLY|O_RDWR|O_CREAT|mkdir|unlink"
    asked = [line for line in lines if re.search(calls, line)]
    assert [line for line in asked if "/dev/null" not in line] == []
