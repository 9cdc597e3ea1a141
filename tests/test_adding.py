"""docs/adding.md, followed line by line: the package that it builds adds a member to every room."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")


class Block(NamedTuple):
    """A block of the page: its language, the file that it is (` +`: the end of one), and its text."""

    language: str
    file: str
    text: str


BLOCKS = [Block(*found) for found in re.findall(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)]


def lay_out(block, folder):
    """Put the file of a block into its place; the project's own file becomes what an installer makes of it."""
    name, _, more = block.file.partition(" ")
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    with path.open("a" if more else "w", encoding="utf-8") as file:
        file.write(f"\n\n{block.text}" if more else block.text)
    if name == "pyproject.toml":
        install(tomllib.loads(block.text)["project"], folder)


def install(project, folder):
    """The metadata that makes a folder on the path an installed package."""
    info = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    groups = (
        "\n".join((f"[{group}]", *(f"{name} = {module}" for name, module in points.items())))
        for group, points in project["entry-points"].items()
    )
    (info / "entry_points.txt").write_text("\n\n".join(groups), encoding="utf-8")


def commands(block):
    """The commands of a console block, each with the lines that it shows."""
    return [tuple(part.rstrip("\n").split("\n", 1)) for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]]


def run(command, folder):
    """What a command prints in a folder with the package on its path, both streams together."""
    python = shlex.quote(sys.executable)
    script = f'corpus() {{ {python} -m arcorpus "$@"; }}\npython() {{ {python} "$@"; }}\n{command}'
    path = os.pathsep.join(filter(None, (str(folder), str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    env = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode("utf-8").replace("\r\n", "\n").rstrip("\n")


@pytest.mark.skipif(os.name != "posix", reason="the page's commands are those of a Unix shell")
def test_the_page_is_true(tmp_path):
    """Every file of docs/adding.md is laid out in its turn, and every command prints what the page shows."""
    told = 0
    for block in BLOCKS:
        if block.language != "console":
            lay_out(block, tmp_path)
            continue
        for command, *shown in commands(block):
            assert run(command, tmp_path) == "".join(shown), command
            told += 1
    assert told > 10
