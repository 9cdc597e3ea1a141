"""What a start costs: the help and the reading commands load nothing heavy, and the default path needs no torch."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ONE = "seeds/004_7f7bc4385473d731.txt"
HEAVY = {"pandas", "numpy", "torch", "onnxruntime", "camel_tools", "rich", "pyarrow", "transformers"}
AT_WORK = {f"arcorpus.{room}" for room in ("claims", "dedup", "linking", "morph", "ner", "readers", "topics", "values")}
"""The rooms that do the work: an analysis imports them when it is made."""
RUN = """
import sys, json
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {blocked!r}:
            raise ImportError(f"{{name}} is blocked for this test")
sys.meta_path.insert(0, Blocked())
sys.argv = {argv!r}
from arcorpus.cli import main
try:
    main()
finally:
    loaded = {{m.split(".")[0] for m in sys.modules}} | {{m for m in sys.modules if m.startswith("arcorpus.")}}
    print("LOADED " + json.dumps(sorted(loaded)), file=sys.stderr)
"""


def corpus(*argv, blocked=()):
    """Run the program in a fresh interpreter; give its result and the packages and own modules it loaded."""
    code = RUN.format(argv=["corpus", *argv], blocked=set(blocked))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False
    )
    loaded = [line for line in done.stderr.splitlines() if line.startswith("LOADED ")]
    return done, set(json.loads(loaded[-1].removeprefix("LOADED ")))


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["analyze", "--help"], ["claims", "--help"]])
def test_help_loads_nothing_heavy(argv):
    """`corpus --help` and its like load neither pandas nor torch nor numpy, no room at work, and no metadata."""
    done, loaded = corpus(*argv)
    assert done.returncode == 0
    assert not loaded & (HEAVY | AT_WORK | {"email"})


def test_articles_of_pages_load_nothing_heavy():
    """`corpus articles seeds/ --format json` needs no table library at all."""
    done, loaded = corpus("articles", "seeds/", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert not loaded & HEAVY


@pytest.mark.parametrize("command", ["analyze", "articles", "entities", "topics", "claims"])
@pytest.mark.parametrize("form", ["json", "table"])
def test_default_path_needs_neither_camel_tools_nor_torch(command, form):
    """Every command of the default path works where camel-tools, torch and transformers cannot be imported."""
    done, loaded = corpus(command, ONE, "--format", form, blocked={"camel_tools", "torch", "transformers"})
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert not loaded & {"camel_tools", "torch", "transformers"}


def test_normalize_needs_no_camel_tools():
    """The filter works without camel-tools, and says how to get it when a character map is asked for."""
    done, _ = corpus("normalize", ONE, blocked={"camel_tools"})
    assert done.returncode == 0, done.stderr
    done, _ = corpus("normalize", "--charmap", "ar2bw", ONE, blocked={"camel_tools"})
    assert done.returncode == 1
    assert "pip install camel-tools" in done.stderr
