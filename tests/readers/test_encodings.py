"""Bytes become text in the encoding they were saved in, and what was not plain is told."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.errors import UnreadableFile
from arcorpus.readers.encodings import SAMPLE, decode, open_text, open_utf8

NEWS = (
    "أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ 120 شخصا، وقال الوزير إن الوضع تحت السيطرة.\r\n"
    "وأضاف في مؤتمر صحفي أن المستشفيات مستعدة لاستقبال المرضى، مؤكدا توفر الدواء في كل المدن؟\n"
)
SHORT = ("فاز المنتخب على ضيفه", "الحكومة تقر الميزانية", "مقتل ثلاثة في انفجار", "ارتفاع أسعار النفط عالميا")
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO-8859-6",
}


@pytest.mark.parametrize(("codec", "name"), ENCODINGS.items())
def test_news_in_every_encoding(codec, name):
    """A news text comes back exactly, newlines included, from every encoding it may be saved in."""
    found = decode(NEWS.encode(codec), "x.txt")
    assert (found.text, found.encoding) == (NEWS, name)
    assert found.warnings == (() if name == "UTF-8" else (f"decoded as {name}, not UTF-8",))


@pytest.mark.parametrize("codec", ["cp1256", "iso8859_6", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line", SHORT)
def test_a_headline_is_enough(codec, line):
    """Twenty letters are enough to tell Windows-1256 and ISO-8859-6 apart, which differ from fa on only."""
    assert decode(line.encode(codec), "x.txt").text == line


def test_vocalised_text():
    """Harakat, which these code pages have in different places, do not mislead."""
    text = "قَالَ الرَّجُلُ إِنَّ العَمَلَ مُسْتَمِرٌّ فِي المَدِينَةِ"
    for codec in ("cp1256", "iso8859_6"):
        assert decode(text.encode(codec), "x.txt").text == text


def test_utf8_needs_no_library():
    """Valid UTF-8 is decoded without importing the library that guesses."""
    sys.modules.pop("charset_normalizer", None)
    assert decode(NEWS.encode(), "x.txt").encoding == "UTF-8"
    assert "charset_normalizer" not in sys.modules


def test_french_and_english():
    """Text in Latin letters is decoded too: ASCII silently, accents of Windows-1252 with a warning."""
    assert decode(b"Written by A. Writer\n", "x.txt").warnings == ()
    french = "Le président a été élu à la majorité, déclare le ministère"
    found = decode(french.encode("cp1252"), "x.txt")
    assert (found.text, found.encoding) == (french, "Windows-1252")


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_other_scripts_are_refused(codec):
    """An encoding that is not read here is an error that names it and the command that converts it."""
    text = "Президент заявил в понедельник, что переговоры продолжатся на следующей неделе в министерстве."
    with pytest.raises(UnreadableFile, match="iconv -f"):
        decode(text.encode(codec), "x.txt")


def test_a_cut_download():
    """A UTF-8 file cut in the middle of a letter is read, with a warning that says how much is broken and where."""
    found = decode(NEWS.encode()[:-2], "x.txt")
    assert found.text == NEWS[:-2] + "\ufffd"
    assert found.warnings == (
        "bytes that are no UTF-8 stand as U+FFFD: 1, the first in line 2; the file may be cut off or damaged",
    )


def test_a_few_broken_bytes():
    """Broken bytes in the middle cost those letters and nothing else."""
    data = NEWS.encode()
    start = data.index("الاثنين".encode())
    found = decode(data[:start] + b"\xff\xd8" + data[start:], "x.txt")
    assert found.text.replace("\ufffd", "") == NEWS
    assert "U+FFFD: 2, the first in line 1;" in found.warnings[0]


def test_letters_lost_earlier():
    """U+FFFD that the file itself holds is told, not counted as broken here."""
    found = decode("قال الوزير \ufffd\ufffd أمس".encode(), "x.txt")
    assert found.warnings == ("holds U+FFFD 2 times: letters were lost before it was saved",)


def test_a_nul_character():
    """A stray NUL in a text is told; the text stays as it is."""
    found = decode((NEWS + "\0").encode(), "x.txt")
    assert found.text == NEWS + "\0"
    assert found.warnings == ("holds 1 NUL characters; the file may be damaged",)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1", "RTF"),
        (b"PAR1", "Parquet"),
    ],
)
def test_binary_kinds(start, kind):
    """A document or image under the name of a text is an error that says what it is."""
    with pytest.raises(UnreadableFile, match=kind) as caught:
        decode(start + bytes(range(256)) * 4, "x.txt")
    assert caught.value.path == "x.txt"


def test_unknown_binary():
    """Data full of control characters is refused as binary, whether it is valid UTF-8 or not."""
    for data in (bytes(range(32)) * 50, bytes(range(256)) * 50, b"\0" * 1000):
        with pytest.raises(UnreadableFile, match="binary"):
            decode(data, "x.txt")


@pytest.mark.parametrize("read_as", ["cp1256", "latin-1"])
def test_mojibake(read_as):
    """UTF-8 read in a code page and saved again is undone exactly, and told."""
    found = decode(NEWS.encode().decode(read_as).encode(), "x.txt")
    assert found.text == NEWS
    assert "undone exactly" in found.warnings[0]


@given(st.text(min_size=1, alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى ،.؟0123456789\r\n"))
def test_utf8_always_comes_back(text):
    """Any Arabic text in UTF-8 comes back exactly, however short."""
    assert decode(text.encode(), "x").text == text


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Any bytes are decoded or refused in words."""
    with suppress(UnreadableFile):
        assert isinstance(decode(data, "x").text, str)


@given(st.binary(max_size=300))
def test_any_stream(data):
    """A stream of any bytes is read or refused in words, and what is read is valid UTF-8."""
    with suppress(UnreadableFile):
        assert isinstance(open_utf8(io.BytesIO(data), "x")[0].read().decode(), str)


@pytest.mark.parametrize("codec", ENCODINGS)
def test_streams_in_every_encoding(codec):
    """A long text streams out exactly as it is, in whatever encoding, letters at the borders of pieces included."""
    text = NEWS * 2000
    stream, opened = open_text(io.BytesIO(text.encode(codec)), "-")
    assert stream.read() == text
    assert opened.encoding == ENCODINGS[codec]


def test_streamed_lines_keep_their_ends():
    """Lines come with the ends they have: none is added, dropped or translated."""
    stream, _ = open_text(io.BytesIO("واحد\r\nاثنان\nثلاثة\rأربعة".encode()), "-")
    assert list(stream) == ["واحد\r\n", "اثنان\n", "ثلاثة\r", "أربعة"]


def test_the_encoding_stays_open_while_all_is_ascii():
    """A long ASCII beginning does not decide the encoding: what comes after it does."""
    text = "a,b\n" * SAMPLE + NEWS
    stream, opened = open_text(io.BytesIO(text.encode("cp1256")), "-")
    assert stream.read() == text
    assert opened.encoding_warnings == ("decoded as Windows-1256, not UTF-8",)


def test_a_stream_counts_what_is_broken():
    """Broken bytes in a stream are replaced, counted, and the first is placed."""
    data = NEWS.encode() * 1000
    at = data.index(b" ", 3 * SAMPLE)
    stream, opened = open_text(io.BytesIO(data[:at] + b"\xff" + data[at:]), "-")
    assert stream.read().count("\ufffd") == 1
    assert (opened.broken, opened.first_broken) == (1, at)
    assert f"the first at byte {at}" in opened.warnings[0]


def test_a_failing_stream_gives_what_it_had():
    """What a stream gave before it failed is passed on before the failure."""

    class Failing(io.BytesIO):
        def read1(self, size=-1):
            part = super().read1(min(size, 100))
            if not part:
                raise OSError(5, "Input/output error")
            return part

    stream, _ = open_utf8(Failing(b"first\nsecond\n"), "-")
    assert [stream.readline(), stream.readline()] == [b"first\n", b"second\n"]
    with pytest.raises(OSError, match="Input/output"):
        stream.readline()


def test_streams_take_little_memory(tmp_path: Path):
    """A stream holds a few pieces at a time, however long the file."""
    import tracemalloc

    file = tmp_path / "long.txt"
    file.write_bytes(NEWS.encode() * 40_000)
    with file.open("rb") as raw:
        stream, _ = open_text(raw, "long.txt")
        tracemalloc.start()
        while stream.read(1 << 16):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert file.stat().st_size > 10_000_000
    assert peak < 2_000_000
