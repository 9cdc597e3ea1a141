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
    r"""The rows of a TSV text with a header line; columns missing at a line's end are empty, `#` begins a comment.

    >>> parse_tsv("# months\nform\tmonth\nيناير\t1\n")
    ({'form': 'يناير', 'month': '1'},)
    """
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False)))
    return tuple(rows)


@cache
def manifest() -> dict[str, dict[str, str]]:
    """The manifest's rows by name (`lexicons/date_words.tsv`): version, rows, sha256, source, licence, built_by."""
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


def place(name: str) -> str:
    """The file of a lexicon below `data/`: `lexicons/NAME.tsv`, kept by hand, or `generated/NAME.tsv` of data-raw/.

    >>> place("date_words"), place("places")
    ('lexicons/date_words.tsv', 'generated/places.tsv')
    """
    kept = f"lexicons/{name}.tsv"
    return kept if kept in manifest() else f"generated/{name}.tsv"


@cache
def lexicon(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lexicon, each a dict by column.

    Raises:
        ResourceError: when it is missing or damaged.
    """
    return parse_tsv(read(place(name)).decode("utf-8"))


def lexicon_versions() -> dict[str, str]:
    """The sha256 of every lexicon by its name."""
    return {
        name.partition("/")[2].removesuffix(".tsv"): row["sha256"]
        for name, row in sorted(manifest().items(), key=lambda item: item[0].partition("/")[2])
        if name.endswith(".tsv")
    }
