"""Lexicons and models of `data/` by name, checked against `data/MANIFEST.tsv`."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from arcorpus.errors import ResourceError

MANIFEST = "MANIFEST.tsv"


@cache
def data_dir() -> Path:
    """The folder of the program's data: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    for folder in (package / "data", package.parents[1] / "data"):
        if (folder / MANIFEST).is_file():
            return folder
    raise ResourceError(
        "the program's data is missing: the installation is not whole; install it again with `pip install arcorpus`",
        path=str(package / "data"),
    )


def parse_tsv(text: str) -> tuple[dict[str, str], ...]:
    r"""The rows of a TSV text with a header line; columns missing at a line's end are empty.

    >>> parse_tsv("form\tmonth\nيناير\t1\n")
    ({'form': 'يناير', 'month': '1'},)
    """
    lines = text.split("\n")
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        if line:
            cells = line.split("\t")
            rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False)))
    return tuple(rows)


@cache
def manifest() -> dict[str, dict[str, str]]:
    """The manifest's rows by name (`lexicons/months.tsv`): version, rows, sha256, source, licence, built_by."""
    return {row["name"]: row for row in parse_tsv((data_dir() / MANIFEST).read_text(encoding="utf-8"))}


def read(name: str) -> bytes:
    """The bytes of a file of `data/`.

    Raises:
        ResourceError: when it is missing, not in the manifest, or not what the manifest says.
    """
    path = data_dir() / name
    cure = "the installation is damaged; install it again with `pip install --force-reinstall arcorpus`"
    if name not in manifest():
        raise ResourceError(f"not in {MANIFEST}; {cure}", path=str(path))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ResourceError(f"cannot be read ({error.strerror}); {cure}", path=str(path)) from error
    if hashlib.sha256(content).hexdigest() != manifest()[name]["sha256"]:
        raise ResourceError(f"differs from {MANIFEST}; {cure}", path=str(path))
    return content


@cache
def lexicon(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/lexicons/NAME.tsv`, each a dict by column.

    Raises:
        ResourceError: when it is missing or damaged.
    """
    return parse_tsv(read(f"lexicons/{name}.tsv").decode("utf-8"))


def versions(prefix: str) -> dict[str, str]:
    """The sha256 of every file of `data/` whose name starts with `prefix`, by its short name."""
    return {
        name.removeprefix(prefix).removesuffix(".tsv"): row["sha256"]
        for name, row in manifest().items()
        if name.startswith(prefix)
    }
