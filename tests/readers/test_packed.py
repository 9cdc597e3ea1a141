"""Packed files are unpacked as they are read, and what is damaged is told."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from contextlib import suppress

import pytest

from arcorpus.errors import UnreadableFile
from arcorpus.readers.packed import gunzip, inner_name, packing_by_content, packing_of

DATA = "قال الوزير إن الوضع مستقر.\n".encode() * 10_000


def test_unpacked_as_it_was():
    """The bytes come back, also of several packed pieces one after the other and with zeros behind them."""
    assert gunzip(io.BytesIO(gzip.compress(DATA, mtime=0)), "x.gz").read() == DATA
    assert gunzip(io.BytesIO(gzip.compress(b"a") + gzip.compress(b"b") + b"\0" * 20), "x.gz").read() == b"ab"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(DATA, mtime=0)[:-100], "cut off"),
        (gzip.compress(DATA, mtime=0)[:5], "cut off"),
        (b"no gzip", "damaged"),
        (gzip.compress(DATA, mtime=0)[:50] + b"\xff" * 50, "damaged"),
        (gzip.compress(DATA, mtime=0) + b"junk", "damaged"),
        (gzip.compress(DATA, mtime=0)[:-8] + b"\0" * 8, "damaged"),
    ],
)
def test_damage(data, message):
    """Data that is cut off, damaged or no gzip is an error that names the file."""
    with pytest.raises(UnreadableFile, match=message) as caught:
        gunzip(io.BytesIO(data), "x.gz").read()
    assert caught.value.path == "x.gz"


def test_what_comes_before_the_damage():
    """What was packed before the damage is given, line by line."""
    lines = []
    with suppress(UnreadableFile):
        lines.extend(gunzip(io.BytesIO(gzip.compress(DATA, mtime=0)[:-20]), "x.gz"))
    assert len(lines) > 5000


def test_constant_memory():
    """A small file that unpacks to a large one takes little memory."""
    packed = gzip.compress(b"\0" * 30_000_000)
    tracemalloc.start()
    stream = gunzip(io.BytesIO(packed), "x.gz")
    size = sum(len(part) for part in iter(lambda: stream.read(1 << 16), b""))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size == 30_000_000
    assert peak < 1_000_000


def test_packings():
    """How a file is packed is told by its ending in any case, of a stream by its first bytes."""
    assert (inner_name("a/b.txt.GZ"), inner_name("a/b.txt"), inner_name("x.gz")) == ("a/b.txt", "a/b.txt", "x")
    assert packing_of("a.gz.txt") is None
    assert packing_of("a.gz") is packing_by_content(gzip.compress(b"x"))
    assert packing_by_content(b"\x1f") is None
