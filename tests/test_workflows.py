"""What runs elsewhere is what runs here: the workflow, the pre-commit hook, .ci/run and the README agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def job():
    """The one job of the workflow."""
    [job] = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))["jobs"].values()
    return job


def test_the_workflow_covers_every_python_that_the_package_names(job):
    """The classifiers of pyproject.toml and the workflow's matrix name the same Pythons, from the least one on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [c.rpartition(" ")[2] for c in project["classifiers"] if re.search(r"Python :: 3\.\d+$", c)]
    assert job["strategy"]["matrix"]["python"] == named
    assert project["requires-python"] == f">={named[0]}"


def test_the_workflow_covers_the_three_systems(job):
    """Linux, macOS and Windows."""
    assert {name.split("-")[0] for name in job["strategy"]["matrix"]["os"]} == {"ubuntu", "macos", "windows"}


def test_the_workflow_runs_the_commands_of_the_readme(job):
    """It runs the README's first command and .ci/run, which runs the second."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    runs = [step["run"] for step in job["steps"] if "run" in step and "if" not in step]
    assert runs == ["make analyze", "bash .ci/run"]
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert "make test" in ci
    assert all(re.search(rf"^{command}\b", readme, re.MULTILINE) for command in ("make analyze", "make test"))


def test_the_hook_lints_as_the_tests_do():
    """The pre-commit hook is `make lint`, which `make test` needs, and that formats as well."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for repository in config["repos"] for hook in repository["hooks"]] == ["make lint"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^test: .*\blint\b", makefile, re.MULTILINE)
    assert "ruff check ." in makefile
    assert "ruff format --check" in makefile
