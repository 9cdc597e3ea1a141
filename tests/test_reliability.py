"""docs/reliability.md names tests: each of them is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"(tests/\S+\.py)::(\w+)", PAGE)))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_named_tests_are_there(file, name):
    """A test that the page names is a function of the file that it names."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_names_a_test():
    """No fault is listed without the test that shows it."""
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "|---" not in line]
    rows = [row for row in rows if not row.endswith("| test |") and not re.fullmatch(r"\| [\w ]+ \| [\d,]+ \|.*", row)]
    assert len(rows) > 40
    assert not [row for row in rows if "::test_" not in row]
