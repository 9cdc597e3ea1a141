"""Damaged letters are mended and named, lost ones refused, and sound text is never touched."""

from __future__ import annotations

import io
import urllib.parse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus.errors import BrokenRow, UnreadableFile
from arcorpus.readers.encodings import decode
from arcorpus.readers.letters import MendedText, all_lost, mend, some_lost
from arcorpus.readers.record_fields import to_article

NEWS = "أعلنت وزارة الصحة يوم الاثنين أن عدد المصابين بلغ 120 شخصا، وقال الوزير إن الوضع تحت السيطرة.\n"
SOUND = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[2].glob("seeds/*.txt"))]
PAGES = sorted(Path(__file__).parents[1].glob("pages/**/*.txt"))
SOUND += [text for text in (path.read_bytes().decode("utf-8", "ignore") for path in PAGES) if "ال" in text]


def units(form):
    """The news with each Arabic letter in a form of its code point."""
    return "".join(form.format(ord(char)) if char > "\x7f" else char for char in NEWS)


CODES = {
    r"\u codes": units("\\u{:04x}"),
    "<U+0627> codes": units("<U+{:04X}>"),
    "U+0627 codes": units("U+{:04X}"),
    "%u codes": units("%u{:04X}"),
    "u0627 codes": units("u{:04x}"),
    "percent-encoding": urllib.parse.quote(NEWS),
    r"\x codes": "".join(f"\\x{byte:02x}" if byte > 0x7F else chr(byte) for byte in NEWS.encode()),
    "quoted-printable": "".join(f"={byte:02X}" if byte > 0x7F else chr(byte) for byte in NEWS.encode()),
    "HTML entities": units("&#{};"),
}


@pytest.mark.parametrize(("name", "text"), CODES.items())
def test_letters_in_codes(name, text):
    """Codes of every kind become letters, and the warning names them."""
    found = mend(text)
    assert found.text == NEWS
    assert name in found.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير: https://x.example/%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D9%85 هو العنوان",
        "https://x.example/%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D9%85",
        r"كتب المبرمج \u0627 وشرح معناه للطلاب",
        "بلغت النسبة 50% من 20% من السكان",
    ],
)
def test_codes_that_belong_there(text):
    """A web address keeps its codes, and so does a text that speaks of one."""
    assert mend(text) == (text, ())


def test_entities_of_signs():
    """Entities of signs are read wherever they stand, also escaped twice."""
    assert mend("قال &quot;نعم&quot; &amp;amp; مضى&amp;#8230;").text == 'قال "نعم" & مضى…'


def test_percent_encoded_form():
    """A form's plus signs are spaces; Windows-1256 bytes are read as such."""
    assert mend(urllib.parse.quote_plus("قال الوزير إن العمل مستمر")).text == "قال الوزير إن العمل مستمر"
    assert mend(urllib.parse.quote("قال الوزير إن العمل مستمر", encoding="cp1256")).text == "قال الوزير إن العمل مستمر"


@pytest.mark.parametrize(
    "lost",
    [
        "???? ??????? ?? ?????? ?????",
        "???? ?????? في ?????? الجديد",
        "a?EEE CaIi Ca?Iia EU?I Aai ?NC?aC EUI UCa aa CaAUaC?",
    ],
)
def test_lost_letters_are_refused(lost):
    """From a third on, or where no Arabic letter is left, there is no text: pages and rows say so."""
    with pytest.raises(UnreadableFile, match="letters are lost"):
        decode(lost.encode(), "خبر.txt")
    with pytest.raises(BrokenRow, match="line 2: its letters are lost"):
        to_article({"text": lost}, "x.csv", 0, "line 2")


def test_some_lost_letters_are_told():
    """A smaller share is told; questions are no lost letters."""
    assert "of 100" in (some_lost("قال الوز?ر إن العمل مس?مر في كل الم?ن حتى نها?ة ال?ام") or "")
    for text in ("هل جاء؟ ماذا قال? ومن هو? وأين? ولم? وكيف?", "what? who? where? when? why? how?"):
        assert some_lost(text) is None
        assert all_lost(text) is None


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("ﺔﻤﻳﺪﻘﻟﺍ ﺔﻨﻳﺪﻤﻟﺍ ﻲﻓ ﺓﺪﻳﺪﺠﻟﺍ ﺔﺳﺭﺪﻤﻟﺍ", "المدرسة الجديدة في المدينة القديمة"),
        ("ﻣﺪﺭﺳﺔ ﺟﺪﻳﺪﺓ ﻓﻲ ﻗﻠﺐ ﺍﻟﻤﺪﻳﻨﺔ", "مدرسة جديدة في قلب المدينة"),
        (
            "ةسردملا ةديدجلا يف ةنيدملا ةميدقلا ماع 2023 (BBC News)",
            "(BBC News) 2023 عام القديمة المدينة في الجديدة المدرسة",
        ),
        ("وزارة اإلعالم في اإلمارات واألمم االتحادية", "وزارة الإعالم في الإمارات والأمم الاتحادية"),
    ],
)
def test_text_out_of_pdf(damaged, whole):
    """Lines are turned round, forms become letters, lam goes before alef: said in a warning."""
    found = mend(damaged)
    assert found.text == whole
    assert found.warnings


def test_a_stream_is_mended_in_pieces():
    """No line is cut, and each warning is given once."""
    stream = MendedText(io.StringIO("وزارة اإلعالم في اإلمارات\n" * 3))
    assert "".join(iter(lambda: stream.read(30), "")) == "وزارة الإعالم في الإمارات\n" * 3
    assert len(stream.warnings) >= 1


def test_line_ends_written_out_in_rows():
    r"""A row's `\n` is a line end, said in a warning; one in a path stays."""
    article = to_article({"text": "قال الوزير.\\n\\nوأضاف المدير."}, "x.jsonl", 0, "line 1")
    assert article.text == "قال الوزير.\n\nوأضاف المدير."
    assert "line ends" in article.warnings[0]
    assert to_article({"text": "الملف في C:\\new"}, "x.jsonl", 0, "line 1").text == "الملف في C:\\new"


@pytest.mark.parametrize("text", SOUND)
def test_saved_pages_are_not_touched(text):
    """Pages that are sound come back as they are."""
    assert mend(text) == (text, ())


LINES = [line for text in SOUND for line in text.splitlines() if line.strip()]


@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(["\n", "\r\n", " ", "\n\n"]))
def test_no_sound_text_is_touched(lines, joint):
    """No selection of sound lines is taken for damaged."""
    text = joint.join(lines)
    assert mend(text) == (text, ())
