"""The house's measures, without exceptions: small modules, simple functions, small classes."""

from __future__ import annotations

from pathlib import Path

import pytest
from radon.complexity import cc_visit

SOURCE = Path(__file__).parents[1] / "src" / "arcorpus"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 400
MOST_COMPLEX = 15
"""Cyclomatic complexity as radon counts it, boolean operators included."""
MOST_METHODS = 25


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_is_small_and_its_functions_are_simple(path):
    """No module above 400 lines, no function above complexity 15, no class with more than 25 methods."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    blocks = cc_visit(text)
    methods = [method for block in blocks for method in getattr(block, "methods", ())]
    inner = [closure for block in blocks for closure in getattr(block, "closures", ())]
    functions = [block for block in [*blocks, *methods, *inner] if not hasattr(block, "methods")]
    assert not [f"{f.name} {f.complexity}" for f in functions if f.complexity > MOST_COMPLEX]
    assert not [block.name for block in blocks if len(getattr(block, "methods", ())) > MOST_METHODS]
