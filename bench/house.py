"""The figures of the house: sizes of modules and functions, complexity, docstrings, comments, tests to source."""

from __future__ import annotations

import ast
import io
import statistics
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from radon.complexity import cc_visit

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "arcorpus"


class Size(NamedTuple):
    """A function of the package: where it stands, its lines, its cyclomatic complexity."""

    place: str
    lines: int
    complexity: int


def modules() -> dict[str, str]:
    """The text of each module of the package by its path below it."""
    return {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))}


def functions() -> Iterator[Size]:
    """Every function and method, those inside others too."""
    for path, text in modules().items():
        for block in cc_visit(text):
            inner = [*getattr(block, "methods", ()), *getattr(block, "closures", ())]
            for found in [block, *inner] if not hasattr(block, "methods") else inner:
                lines = found.endline - found.lineno + 1
                yield Size(f"{path}:{found.lineno} {found.name}", lines, found.complexity)


def documented() -> float:
    """What part of the modules, classes and functions has a docstring, 0-1."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    nodes = [n for text in modules().values() for n in ast.walk(ast.parse(text)) if isinstance(n, kinds)]
    return sum(ast.get_docstring(node) is not None for node in nodes) / len(nodes)


def comments() -> float:
    """Comments for a hundred lines of code."""
    found = lines = 0
    for text in modules().values():
        found += sum(t.type == tokenize.COMMENT for t in tokenize.generate_tokens(io.StringIO(text).readline))
        lines += text.count("\n")
    return 100 * found / lines


def main() -> None:
    """Print the figures, a line each."""
    sizes = sorted(text.count("\n") for name, text in modules().items() if not name.endswith("__init__.py"))
    found = sorted(set(functions()), key=lambda size: size.lines)
    source = sum(text.count("\n") for text in modules().values())
    tests = sum(path.read_text(encoding="utf-8").count("\n") for path in (ROOT / "tests").rglob("*.py"))
    hardest = max(found, key=lambda size: size.complexity)
    print(f"modules {len(sizes)}, lines median {statistics.median(sizes):.0f}, most {sizes[-1]}")
    print(
        f"functions {len(found)}, lines median {statistics.median(size.lines for size in found):.0f}, "
        f"95th percentile {found[int(0.95 * len(found))].lines}, most {found[-1].lines} ({found[-1].place})"
    )
    print(f"cyclomatic complexity, most {hardest.complexity} ({hardest.place})")
    print(f"docstrings {documented():.1%}, comments {comments():.1f} a hundred lines")
    print(f"source {source:,} lines, tests {tests:,}, tests to source {tests / source:.2f}")
    for room in sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__"):
        inside = sum(t.count("\n") for name, t in modules().items() if name.startswith(f"{room}/"))
        tested = sum(p.read_text(encoding="utf-8").count("\n") for p in (ROOT / "tests" / room).rglob("*.py"))
        print(f"  {room}: {inside:,} lines, tests {tested:,}")


if __name__ == "__main__":
    main()
