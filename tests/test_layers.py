"""The house's layers: a file imports only from below."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "arcorpus"
LAYERS = {
    0: {"errors"},
    1: {
        "types",
        "plugins",
        "resources",
        "ids",
        "safe",
        "layout",
        "decoding",
        "jsonstream",
        "folding",
        "normalize",
        "lexemes",
        "numerals",
        "calendars",
        "datewords",
        "dates",
        "nouns",
        "currencies",
        "counted",
        "clitics",
        "morphology",
        "sentences",
        "gazetteer",
        "skeleton",
        "namefeatures",
        "windows",
        "clustering",
        "cohesion",
        "stems",
    },
    2: {
        "tokens",
        "aliases",
        "groups",
        "spellings",
        "values",
        "quotations",
        "cues",
        "stretches",
        "latin",
        "nameforms",
        "namebodies",
        "namephrases",
        "namespans",
        "tagging",
        "camelmodels",
        "terms",
        "grouping",
        "claimfilter",
        "shingles",
        "similar",
        "worddiff",
        "records",
        "tables",
        "sniffing",
        "grids",
        "frames",
    },
    3: {
        "readers",
        "ner",
        "morph",
        "attribution",
        "passages",
        "complements",
        "contents",
        "cuephrases",
        "subjects",
        "references",
        "findings",
        "reports",
        "phraseclaims",
        "resolve",
        "checkworthiness",
        "statements",
        "claimgroups",
        "linking",
        "duplicates",
        "phrases",
        "engine",
        "writers",
        "output",
        "schema",
        "charmaps",
        "folders",
    },
    4: {"readers.packed", "analyses", "pipeline", "reading"},
    5: {"api", "run", "doctor", "cli", "__init__", "__main__"},
}
# Files that form one part with others of their layer, and which of those they may import.
PARTS: dict[str, set[str]] = {
    "spellings": {"groups"},
    "stretches": {"cues"},
    "tables": {"records"},
    "sniffing": {"records", "tables"},
    "namebodies": {"nameforms"},
    "namephrases": {"nameforms"},
    "similar": {"shingles"},
    "claimgroups": {"statements"},
    "complements": {"cuephrases", "passages"},
    "cuephrases": {"passages"},
    "contents": {"complements", "cuephrases", "passages"},
    "subjects": {"passages"},
    "references": {"passages", "subjects"},
    "findings": {"passages", "subjects"},
    "reports": {"complements", "contents", "cuephrases", "findings", "passages", "references", "subjects"},
    "phraseclaims": {"complements", "contents", "cuephrases", "findings", "passages", "subjects"},
    "attribution": {
        "complements",
        "cuephrases",
        "findings",
        "passages",
        "phraseclaims",
        "reports",
        "subjects",
    },
    "reading": {"readers.packed"},
}
PAGE = "readers.page"  # the reader of saved pages is parted over several files


def layer(module: str) -> int:
    """The layer of a module, named by its path below the package: `readers.page`, `types`."""
    for number, names in sorted(LAYERS.items(), reverse=True):
        if module in names or (module.split(".", maxsplit=1)[0] in names and module not in LAYERS[4]):
            return number
    pytest.fail(f"{module} stands in no layer: add it to LAYERS and to docs/design.md")


def imports(path: Path) -> set[str]:
    """The modules of the package that a file imports anywhere in it, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("arcorpus"):
            tail = node.module.removeprefix("arcorpus").lstrip(".")
            found |= {
                f"{tail}.{a.name}" if tail in {"readers", "ner", "morph", "analyses", "writers"} else tail or a.name
                for a in node.names
            }
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("arcorpus.") for a in node.names if a.name.startswith("arcorpus.")}
    return {name for name in found if not name.startswith("__")}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_only_from_below(path):
    """No file imports from a layer above its own or, parts apart, from a neighbour in it."""
    module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    if module.endswith(".__init__"):
        return
    own = layer(module)
    for name in imports(path):
        if name in {"analyze", *PARTS.get(module, set())} or (module.startswith(PAGE) and name.startswith(f"{PAGE}_")):
            continue
        other = layer(name)
        allowed = other < own or (own in {1, 5} and other == own)
        assert allowed, f"{module} (layer {own}) imports {name} (layer {other})"
