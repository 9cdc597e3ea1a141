"""The documents agree with the program."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def build():
    """The module that writes the generated pages."""
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_cli_page_is_fresh():
    """docs/cli.md says what --help says; `make docs` writes it anew."""
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == build().cli_page()


def test_data_page_is_fresh():
    """docs/data.md lists the manifest; `make docs` writes it anew."""
    assert (ROOT / "docs" / "data.md").read_text(encoding="utf-8") == build().data_page()


def test_lexicons_page_is_fresh():
    """docs/lexicons.md says what the lexicons say of themselves; `make docs` writes it anew."""
    assert (ROOT / "docs" / "lexicons.md").read_text(encoding="utf-8") == build().lexicons_page()


@pytest.mark.parametrize("page", ["morphology", "normalize"])
def test_the_python_of_a_page_gives_what_it_says(page):
    """In the Python that a page shows, the comment behind or below an expression is what it gives."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    checked = 0
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        known = {}
        for line in block.replace("\n# ", "  # ").splitlines():
            code, _, said = line.partition("  # ")
            if said:
                assert repr(eval(code, known)) == said  # noqa: S307 - our own pages
                checked += 1
            else:
                exec(code, known)  # noqa: S102 - our own pages
    assert checked


def readme_commands():
    """The lines of the README's shell blocks, without those that install and the make targets."""
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    return [line for line in lines if not line.startswith(("make", "pip", "git", "cd"))]


def test_readme_has_commands():
    """The README shows commands, so that the next test tries something."""
    assert len(readme_commands()) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("command", readme_commands())
def test_readme_command_works(command, tmp_path):
    """Every command in the README runs and succeeds, in the order of a newcomer's needs."""
    for folder in ("seeds", "tests"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    env = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(tmp_path)}
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or list(tmp_path.iterdir())


def test_make_targets_exist():
    """The make targets that the README names exist."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"make ([a-z]+)", readme))
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"analyze", "test", "quality"} <= targets <= rules
