"""Mojibake is undone where that is exact, told where it is not, and sound text is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.readers.mojibake import SINGLE_READ_AS, UTF8_READ_AS, _char, undo_mojibake

NEWS = (
    "أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ 120 شخصا، وقال الوزير إن الوضع تحت السيطرة.\r\n"
    "وأضاف في مؤتمر صحفي أن المستشفيات مستعدة لاستقبال المرضى، مؤكدا توفر الدواء في كل المدن؟\n"
)


def test_mojibake_of_windows_1252():
    """The five bytes that Windows-1252 lacks are undone as browsers read them."""
    garbled = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in NEWS.encode())
    assert undo_mojibake(garbled) == (NEWS, "was UTF-8 read as Windows-1252 and saved again; undone exactly")


def test_windows_1256_read_as_1252():
    """Windows-1256 read as Windows-1252 and saved again is undone too."""
    text, told = undo_mojibake("ÇáÌÒíÑÉ äÊ - ÃÎÈÇÑ ÇáÚÇáã")
    assert text == "الجزيرة نت - أخبار العالم"
    assert told is not None


LINE = "وقالت الصحيفة إن الاجتماع انتهى مساء أمس في العاصمة."


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("خبر: Ø§Ù„Ø³Ù„Ø§Ù… Ø¹Ù„ÙŠÙƒÙ…", "خبر: السلام عليكم"),
        (f"{LINE}\nط§ظ„ط³ظ„ط§ظ… ط¹ظ„ظٹظƒظ…\n{LINE}", f"{LINE}\nالسلام عليكم\n{LINE}"),
        (f"{LINE}\nÇáÌÒíÑÉ äÊ - ÃÎÈÇÑ ÇáÚÇáã\n{LINE}", f"{LINE}\nالجزيرة نت - أخبار العالم\n{LINE}"),
        (f"{LINE} Ã˜Â§Ã™â€žÃ˜Â³Ã™â€žÃ˜Â§Ã™â€¦ (BBC)", f"{LINE} السلام (BBC)"),
        (f"{LINE}\nقهوة Café وط§ظ„ عند §", f"{LINE}\nقهوة Café وط§ظ„ عند §"),
    ],
)
def test_mojibake_beside_sound_text(damaged, whole):
    """A stretch or line of it is undone, also twice over, and the sound text beside it stays; so does a mere sign."""
    text, told = undo_mojibake(damaged)
    assert text == whole
    assert (told is not None and "held lines" in told) == (damaged != whole)


@pytest.mark.parametrize("written", ["iso8859_6", "cp1256", "cp720"])
def test_letters_of_another_arabic_code_page(written):
    """Arabic read in the code page of other Arabic letters is told by its pairs of letters."""
    read = "cp1256" if written == "iso8859_6" else "iso8859_6"
    news = NEWS.replace("؟", ".").replace("،", ",")
    assert undo_mojibake("".join(_char(byte, read) for byte in news.encode(written))).text == news


@given(st.text(alphabet=st.characters(whitelist_categories=["Lo", "Po", "Zs", "Nd"], max_codepoint=0x6FF)))
def test_sound_text_is_not_mended(text):
    """Text that is no mojibake passes as it is, without a word."""
    if "Ø§" not in text and "ط§" not in text and "Çá" not in text:
        assert undo_mojibake(text) == (text, None)


@pytest.mark.parametrize(
    ("written", "read", "name"),
    [("utf-8", "latin-1", "ISO-8859-1"), ("utf-8", "cp1256", "Windows-1256"), ("cp1256", "cp1252", "Windows-1252")],
)
def test_each_pair_of_code_pages(written, read, name):
    """What was written in one code page and read in another comes back exactly, and the warning names them."""
    text, told = undo_mojibake(NEWS.encode(written).decode(read))
    assert text == NEWS
    assert told is not None
    assert f"read as {name}" in told


@pytest.mark.parametrize(
    "text",
    [
        "Çáìòù ñóô",  # the letters of Windows-1252, but no Arabic comes out
        "Çá قال الوزير",  # beside Arabic
        "Ø§ وقال الوزير إن العمل مستمر في كل المدن حتى نهاية العام",  # too few signs of it
        "طق§ قال",
    ],
)
def test_what_only_looks_like_it(text):
    """A sign of mojibake alone is no reason to touch a text, or to warn of it."""
    assert undo_mojibake(text) == (text, None)


def test_a_quarter_of_its_signs_is_told():
    """From a quarter of the letters beyond ASCII on, signs of mojibake are told though it cannot be undone."""
    text = "Ø§Ù„ " + "م" * 4
    assert undo_mojibake(text)[1] is not None
    assert undo_mojibake(text + "م")[1] is None


@pytest.mark.parametrize("read", UTF8_READ_AS)
@pytest.mark.parametrize("times", [1, 2])
def test_utf8_in_every_code_page_once_and_twice(read, times):
    """Each code page is undone exactly, however often it was gone through."""
    if (read, times) == ("cp864", 2):
        pytest.skip("two of its bytes show one sign")
    garbled = NEWS
    for _ in range(times):
        garbled = "".join(_char(byte, read) for byte in garbled.encode())
    text, told = undo_mojibake(garbled)
    assert text == NEWS
    assert told is not None


@pytest.mark.parametrize(("written", "read"), SINGLE_READ_AS)
def test_a_byte_a_letter_in_every_code_page(written, read):
    """Arabic of a byte a letter is undone exactly from each code page."""
    news = NEWS if written == "iso8859_6" else NEWS.replace("؟", ".").replace("،", ",")
    assert undo_mojibake("".join(_char(byte, read) for byte in news.encode(written))).text == news


@pytest.mark.parametrize("mark", ["", "\ufffd", "?"])
def test_lost_bytes_are_guessed_and_told(mark):
    """Where the holes of Windows-1252 were dropped, ف and ح are guessed, and the warning says how many."""
    garbled = "".join(bytes([b]).decode("cp1252", "ignore") or mark for b in NEWS.encode())
    text, told = undo_mojibake(garbled)
    assert text == NEWS
    assert told is not None
    assert "guessed" in told


@pytest.mark.parametrize(
    "text",
    [
        "Été à Genève: où va-t-on?",
        "Привет, мир: это новость дня",
        "Việt Nam là nước",
        "Größe und Überfluß",
        "São João é ótimo",
        "Ελλάδα νέα",
        "ظ ط ع غ",
        "Министр заявил в понедельник, что число больных снова выросло",
        "Sağlık Bakanı hastanelerdeki hasta sayısının yeniden arttığını söyledi",
        "Největší město České republiky je Praha, žluťoučký kůň",
        "ضصثق طظغذ ضصثق طظغذ ضصثق طظغذ ضصثق",
    ],
)
def test_other_languages_are_not_touched(text):
    """Accents and other scripts are no mojibake."""
    assert undo_mojibake(text) == (text, None)
