"""The encoding of a file is told by a mark at its beginning, or by what its bytes make."""

from __future__ import annotations

import codecs

import pytest

from arcorpus.errors import UnreadableFile
from arcorpus.readers.encoding_detection import detect, detect_unmarked, refuse_controls

NEWS = (
    "أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ 120 شخصا، وقال الوزير إن الوضع تحت السيطرة.\r\n"
    "وأضاف في مؤتمر صحفي أن المستشفيات مستعدة لاستقبال المرضى، مؤكدا توفر الدواء في كل المدن؟\n"
)


def test_the_beginning_ignores_a_cut_letter():
    """The first bytes of a file may end inside a letter without being called broken."""
    data = NEWS.encode()
    assert {detect(data[:length], "x", whole=False) for length in range(100, 140)} == {"utf-8"}


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (codecs.BOM_UTF8 + b"x", "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (b"", "utf-8"),
        (b"plain", "utf-8"),
        (NEWS.encode(), "utf-8"),
        (NEWS.encode("utf-16-le"), "utf-16-le"),
        (NEWS.encode("utf-16-be"), "utf-16-be"),
        ("plain text".encode("utf-16-le"), "utf-16-le"),
        (b"plain\0text", "utf-8"),  # a stray NUL is no sign of 16 bits
        (NEWS.encode()[:40] + b"\xff" + NEWS.encode(), "utf-8"),
        ("é".encode() + b"\xff", "utf-8"),  # as many good as broken
        (NEWS.encode("cp1256"), "cp1256"),
        (NEWS.encode("iso8859_6", "replace"), "iso8859_6"),
        ((b"x" * 20_000) + NEWS.encode("cp1256"), "cp1256"),  # judged from its first letter beyond ASCII on
        ("élu à la majorité".encode("cp1252"), "cp1252"),
    ],
)
def test_codecs(data, codec):
    """Each encoding that is read is told from its bytes."""
    assert detect(data, "x") == codec


@pytest.mark.parametrize(
    ("size", "strays", "refused"), [(10, 4, False), (10, 5, True), (1000, 20, False), (1000, 21, True)]
)
def test_control_characters(size, strays, refused):
    """Four control characters are borne in any text, two in a hundred in a long one."""
    sample = "\x01" * strays + "a" * (size - strays)
    if not refused:
        refuse_controls(sample, "x")
        return
    with pytest.raises(UnreadableFile, match="binary") as caught:
        refuse_controls(sample, "x")
    assert caught.value.path == "x"


def test_the_end_of_a_file_and_of_a_piece():
    """A letter cut at the end of a whole file is broken; at the end of a piece it is not."""
    cut = "م".encode()[:1]
    assert detect_unmarked(b"a" + cut, "x", whole=False) == "utf-8"
    with pytest.raises(UnreadableFile):
        detect_unmarked(b"a" + cut, "x", whole=True)


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_the_cure_names_the_encoding(codec):
    """For other scripts the message has the command that converts the file."""
    text = "Президент заявил в понедельник, что переговоры продолжатся на следующей неделе в министерстве."
    with pytest.raises(UnreadableFile, match=r"it may be \w+; convert it to UTF-8, for example with `iconv -f"):
        detect(text.encode(codec), "x")
