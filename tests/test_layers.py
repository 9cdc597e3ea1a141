"""The house's layers: a room imports only from rooms below it, and inside a room there is no cycle."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "arcorpus"
FACES = {"morphology", "normalize", "tokens"}
"""Modules that hold no code: the documented names of Python."""

LAYERS = (
    {"errors", "types", "report", "resources", "ids", "plugins", "camel_data"},
    {"text", "writers", "engines"},
    {"morph", "values", "dedup"},
    {"ner", "readers"},
    {"linking", "claims", "topics"},
    {"analyses", "store"},
    {"api", "commands", "pipeline", "doctor", "endings", "cli", "__init__", "__main__"} | FACES,
)
"""The rooms (and the files that stand in none) of each layer; the lowest and the highest may import themselves."""

MODULES = {".".join(path.relative_to(SOURCE).with_suffix("").parts): path for path in SOURCE.rglob("*.py")}
RANK = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}


def room(module):
    """The room of a module named by its path below the package: `readers.page.lines` stands in `readers`."""
    return module.partition(".")[0]


def imports(module):
    """The modules of the package that a module imports anywhere in it, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "arcorpus":
            base = node.module.partition(".")[2]
            names = [".".join(filter(None, (base, alias.name))) for alias in node.names]
            found |= {name if name in MODULES else base for name in names}
        elif isinstance(node, ast.Import):
            found |= {a.name.partition(".")[2] for a in node.names if a.name.startswith("arcorpus.")}
    return {name for name in found if name and name != module}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_imports_only_rooms_below_it(module):
    """No module imports from its own layer, its own room apart, nor from one above it."""
    own = room(module)
    ends = {0, len(LAYERS) - 1}
    for name in imports(module):
        other = room(name)
        if other == own or (RANK[own] == RANK[other] and RANK[own] in ends):
            continue
        assert RANK[other] < RANK[own], f"{module} (layer {RANK[own]}) imports {name} (layer {RANK[other]})"


def test_no_modules_import_each_other_in_a_circle():
    """Every module can be understood after those it imports."""
    order = TopologicalSorter({module: imports(module) for module in MODULES})
    assert len(list(order.static_order())) >= len(MODULES)


def test_a_room_costs_nothing_to_import():
    """The `__init__` of a room holds its docstring and nothing else."""
    for module, path in MODULES.items():
        if module.endswith(".__init__"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert len(tree.body) == 1, f"{module} does more than to say what the room is"
            assert len(ast.get_docstring(tree) or "") > 100, f"{module} does not say what goes in and out"


@pytest.mark.parametrize("face", sorted(FACES))
def test_a_face_only_names_what_a_room_holds(face):
    """The documented names of Python are imports and nothing else, and no room imports them."""
    tree = ast.parse(MODULES[face].read_text(encoding="utf-8"))
    assert all(isinstance(node, (ast.Expr, ast.ImportFrom, ast.Assign)) for node in tree.body)
    assert not [module for module in MODULES if face in imports(module)]
