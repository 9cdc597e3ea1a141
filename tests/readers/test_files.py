"""The files below a folder are listed in a fixed order, and what cannot be opened is told with cause and cure."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from arcorpus.errors import NoArticle, ReadError, UnreadableFile
from arcorpus.readers.files import CAUSES, failure, open_file, shown, walk


def touch(folder: Path, *names: str) -> None:
    """Empty files below a folder."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_order(tmp_path):
    """Paths are sorted part by part, whatever order the system lists them in, and hidden ones are left out."""
    names = ["ب/1", "a/b/2", "a/b.x", "a-b", "a b/3", "z", ".x/4", "a/.y"]
    touch(tmp_path, *names)
    found = list(walk(str(tmp_path)))
    assert found == sorted((name for name in names if "." not in name or name == "a/b.x"), key=lambda n: n.split("/"))


def test_circles(tmp_path):
    """Links to a folder above or beside do not make its files come twice."""
    touch(tmp_path, "a/x", "b/y")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "c").symlink_to(tmp_path / "b")
    assert list(walk(str(tmp_path))) == ["a/x", "b/y"]


def test_a_folder_that_vanishes(tmp_path):
    """A folder that goes away while its parent is walked is an error among the files."""
    touch(tmp_path, "a/x", "b/y", "c/z")
    found = walk(str(tmp_path))
    assert next(found) == "a/x"
    (tmp_path / "b" / "y").unlink()
    (tmp_path / "b").rmdir()
    error, last = list(found)
    assert isinstance(error, ReadError)
    assert (error.path, last) == (f"{tmp_path}/b", "c/z")


@pytest.mark.parametrize("code", CAUSES)
def test_causes(code):
    """What systems refuse most is told with a cure, other things with the system's own words."""
    assert failure("x", OSError(code, os.strerror(code))).message == CAUSES[code]
    assert ";" in CAUSES[code]


def test_other_causes():
    """A refusal that has no words of ours is told in the system's."""
    assert "(No space left on device)" in failure("x", OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))).message


@pytest.mark.parametrize("path", ["a\0b", "\ud800", "x" * 5000, ""])
def test_names_that_no_file_can_have(path):
    """A path that no file can have is an error in words."""
    with pytest.raises(UnreadableFile) as caught:
        open_file(path, listed=False)
    assert caught.value.message
    assert shown(path).encode() is not None


def test_empty_and_special(tmp_path):
    """An empty file, a folder and a socket are told apart."""
    import socket

    touch(tmp_path, "x")
    with pytest.raises(NoArticle, match="empty"):
        open_file(str(tmp_path / "x"), listed=True)
    with pytest.raises(UnreadableFile, match="this is a folder"):
        open_file(str(tmp_path), listed=True)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        with pytest.raises(UnreadableFile, match="this is a socket"):
            open_file(str(tmp_path / "s"), listed=True)
