"""The program's data."""

from __future__ import annotations

import hashlib

import pytest

from arcorpus import resources
from arcorpus.errors import ResourceError


@pytest.mark.parametrize("name", sorted(resources.manifest()))
def test_every_file_is_what_the_manifest_says(name):
    """Each file of data/ is there with the hash, source, licence and builder that the manifest states."""
    row = resources.manifest()[name]
    assert hashlib.sha256(resources.read(name)).hexdigest() == row["sha256"]
    assert all(row[column] for column in ("version", "source", "licence", "built_by"))
    if row["built_by"].startswith("data-raw/"):
        assert (resources.data_dir().parent / row["built_by"].split()[0]).is_file()


LEXICONS = sorted(name for name in resources.manifest() if name.endswith(".tsv"))


@pytest.mark.parametrize("name", LEXICONS)
def test_every_lexicon_is_a_clean_table(name):
    """A lexicon has a header, a cell for each column in each line at most, and no empty first column."""
    lines = [line for line in resources.read(name).decode("utf-8").split("\n") if not line.startswith("#")]
    width = len(lines[0].split("\t"))
    assert lines[-1] == ""
    for line in lines[1:-1]:
        cells = line.split("\t")
        assert cells[0].strip()
        assert len(cells) <= width


def test_nothing_lies_in_data_unnamed():
    """Every file of data/ stands in the manifest."""
    folder = resources.data_dir()
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files - {resources.MANIFEST} == set(resources.manifest())


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A data folder with one file that is not what its manifest says."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "x.tsv").write_text("a\nb\n", encoding="utf-8")
    (tmp_path / "MANIFEST.tsv").write_text("name\tsha256\nlexicons/x.tsv\t00\nlexicons/y.tsv\t00\n", encoding="utf-8")
    monkeypatch.setattr(resources, "data_dir", lambda: tmp_path)
    resources.manifest.cache_clear()
    yield tmp_path
    resources.manifest.cache_clear()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lexicons/x.tsv", "differs from MANIFEST"),
        ("lexicons/y.tsv", "cannot be read"),
        ("lexicons/z.tsv", "not in MANIFEST"),
    ],
)
@pytest.mark.usefixtures("broken")
def test_damage_is_named_with_its_cure(name, words):
    """A file that was changed, is missing or unknown is an error that says so and how to mend it."""
    with pytest.raises(ResourceError, match=words) as caught:
        resources.read(name)
    assert "pip install --force-reinstall arcorpus" in str(caught.value)


def test_short_rows_are_filled():
    """Cells missing at the end of a line are empty."""
    assert resources.parse_tsv("a\tb\nx\n") == ({"a": "x", "b": ""},)
