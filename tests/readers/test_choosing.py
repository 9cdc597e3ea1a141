"""Lists, patterns, exclusions, limits, samples and encodings choose what is read."""

from __future__ import annotations

import json

import pytest

import arcorpus
from arcorpus.errors import UsageError
from arcorpus.readers.choosing import chosen, expanded, is_excluded, listed_paths, recoded

ARABIC = "أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ مئة وعشرين شخصا."
ENGLISH = "The minister said on Monday that the number of patients in the hospitals has grown again."


@pytest.fixture
def folder(tmp_path):
    """Ten rows in each of two files and one in English."""
    for name in ("a", "sub/b"):
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps({"id": f"{name}{n}", "text": ARABIC}) + "\n" for n in range(10)))
    (tmp_path / "english.jsonl").write_text(json.dumps({"id": "english", "text": ENGLISH}))
    return tmp_path


def ids(*paths, **options):
    """The ids of the articles read."""
    return list(arcorpus.analyze(*map(str, paths), only=("articles",), **options).articles["id"])


def test_limit_and_sample(folder):
    """A limit gives the first, a sample the same for a seed, in reading order."""
    assert ids(folder, limit=3) == ["a0", "a1", "a2"]
    drawn = ids(folder, sample=5, seed=1)
    assert drawn == ids(folder, sample=5, seed=1) == sorted(drawn)
    assert drawn != ids(folder, sample=5, seed=2)
    assert len(ids(folder, sample=50)) == 20


def test_exclude(folder):
    """Names, folders and whole paths are left out."""
    assert ids(folder, exclude=("sub",)) == ids(folder, exclude="sub/*") == [f"a{n}" for n in range(10)]
    assert is_excluded("x/y.txt", ("x/",))


def test_files_from(folder):
    """Paths stand on a line each or between NULs; blank lines count for nothing."""
    listing = folder / "list"
    listing.write_text(f"{folder}/a.jsonl\n\n{folder}/sub/b.jsonl\r\n")
    assert len(ids(files_from=str(listing))) == 20
    listing.write_bytes(f"{folder}/a.jsonl\0{folder}/sub/b.jsonl\0".encode())
    assert len(listed_paths(str(listing), null=True)) == 2


def test_patterns(folder):
    """A pattern that the shell left is expanded; one that fits nothing is given back."""
    assert ids(f"{folder}/*/*.jsonl") == [f"sub/b{n}" for n in range(10)]
    assert expanded("nothing*") == ["nothing*"]


def test_encoding(tmp_path):
    """The encoding that is told wins over what the bytes tell; a name that is none is refused."""
    path = tmp_path / "a.txt"
    path.write_bytes(f"خبر\n\n{ARABIC}".encode("cp1256"))
    table = arcorpus.analyze(str(path), only=("articles",), encoding="windows-1256").articles
    assert table["text"][0] == ARABIC
    for name in ("nonsense", "base64"):
        with pytest.raises(UsageError, match="no encoding of text"):
            arcorpus.analyze(str(path), encoding=name)


def test_nothing_named():
    """Without a path there is nothing to read."""
    with pytest.raises(UsageError, match="nothing to read"):
        arcorpus.analyze()


def test_other_languages(folder):
    """An English article is left out and counted; alone it is an error; asked for, it stays."""
    assert "english" not in ids(folder)
    assert "english" in ids(folder, any_language=True)
    report = arcorpus.analyze(str(folder / "english.jsonl"), only=("articles",))
    assert "1 English" in report.errors["message"][0]


def test_helpers_alone():
    """A sample is as large as asked for, or all there is."""
    assert list(chosen(iter("abc"), 2, 5, 0)) == ["a", "b"]
    assert recoded.__doc__


def test_patterns_that_leave_nothing_are_told(folder):
    """Where `exclude` leaves no file at all, that is an error with the pattern named; other folders stay quiet."""
    for paths in ([folder], [folder / "a.jsonl", folder / "sub" / "b.jsonl"]):
        report = arcorpus.analyze(*map(str, paths), only=("articles",), exclude=("*",))
        assert len(report.articles) == 0
        [message] = list(report.errors["message"])
        assert "--exclude" in message
    kept = arcorpus.analyze(str(folder / "sub"), str(folder / "a.jsonl"), only=("articles",), exclude=("b.jsonl",))
    assert len(kept.articles) == 10
    assert len(kept.errors) == 0


def test_the_run_tells_what_was_chosen(folder):
    """What changes the report stands in its `run`."""
    report = json.loads(arcorpus.analyze(str(folder), only=("articles",), limit=3, exclude=("sub",)).to_json())
    options = report["run"]["options"]
    assert (options["limit"], options["exclude"], options["sample"]) == (3, ["sub"], None)
    assert options["any_language"] is False
