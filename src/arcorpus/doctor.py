"""What is installed and whole, what is optional and missing, and the command that gets it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec

from arcorpus import __version__, resources
from arcorpus.camel_data import camel_data
from arcorpus.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `state` is ok, missing (optional: nothing fails without it) or broken."""

    state: str
    name: str
    detail: str


def _data() -> Iterator[Finding]:
    """Each file of data/, read and compared with the manifest."""
    try:
        names = sorted(resources.manifest())
    except CorpusError as error:
        yield Finding("broken", "data", str(error))
        return
    for name in names:
        try:
            size = len(resources.read(name))
        except CorpusError as error:
            yield Finding("broken", name, str(error))
        else:
            row = resources.manifest()[name]
            yield Finding("ok", name, f"version {row['version']}, {size / 1000:,.0f} kB, {row['licence']}")


def _packages() -> Iterator[Finding]:
    """The packages that the program asks for, with their versions."""
    for requirement in sorted(requires("arcorpus") or []):
        name = "".join(c if c.isalnum() or c in "-_." else " " for c in requirement).split()[0]
        try:
            yield Finding("ok", name, version(name))
        except PackageNotFoundError:
            yield Finding("missing", name, f"not installed; get it with `pip install {name}`")


def _optional() -> Iterator[Finding]:
    """What CAMeL Tools' own models would need: nothing of the default path does."""
    if find_spec("camel_tools") is None:
        yield Finding("missing", "CAMeL Tools", "no --charmap without it; get it with `pip install camel-tools`")
        return
    folder = camel_data() / "data"
    if os.path.isdir(folder) and os.access(folder, os.R_OK) and any(folder.iterdir()):  # noqa: PTH112 - it never raises
        yield Finding("ok", "CAMeL data", str(folder.parent))
    else:
        yield Finding(
            "missing",
            "CAMeL data",
            "needed for --ner camel (`camel_data -i ner-arabert`) and --morphology camel "
            "(`camel_data -i disambig-mle-calima-msa-r13`) alone; each needs a network once",
        )


def examine() -> tuple[Finding, ...]:
    """Everything looked at: the program, its data, its packages and the optional back ends, in that order."""
    head = Finding(
        "ok", "arcorpus", f"{__version__} on Python {sys.version.split()[0]}, data in {resources.data_dir()}"
    )
    return (head, *_data(), *_packages(), *_optional())
