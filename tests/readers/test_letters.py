"""Damaged letters are mended and named, lost ones refused, and sound text is never touched."""

from __future__ import annotations

import base64
import io
import quopri
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
    r"\u codes of two backslashes": units("\\\\u{:04x}"),
    r"\u codes in braces": units("\\u{{{:x}}}"),
    r"\U codes of eight digits": units("\\U{:08x}"),
    r"\U codes": units("\\U{:04X}"),
    r"\x{0627} codes": units("\\x{{{:04x}}}"),
    "octal codes": "".join(f"\\{byte:o}" if byte > 0x7F else chr(byte) for byte in NEWS.encode()),
    "<U+0627> codes": units("<U+{:04X}>"),
    "<U+0627> codes in brackets": units("[U+{:04X}]"),
    "<u+0627> codes": units("<u+{:04x}>"),
    "U+0627 codes": units("U+{:04X}"),
    "%u codes": units("%u{:04X}"),
    "u0627 codes": units("u{:04x}"),
    "percent-encoding": urllib.parse.quote(NEWS),
    r"\x codes": "".join(f"\\x{byte:02x}" if byte > 0x7F else chr(byte) for byte in NEWS.encode()),
    "percent-encoding, twice": urllib.parse.quote(urllib.parse.quote(NEWS)),
    "quoted-printable codes of a mail": quopri.encodestring(NEWS.encode()).decode(),
    "words of an e-mail's head": f"=?UTF-8?B?{base64.b64encode(NEWS.encode()).decode()}?=",
    "Base64": base64.encodebytes(NEWS.encode()).decode(),
    "UTF-7": NEWS.encode("utf-7").decode(),
    "quoted-printable": "".join(f"={byte:02X}" if byte > 0x7F else chr(byte) for byte in NEWS.encode()),
    "HTML entities": units("&#{};"),
    "HTML entities, escaped twice": units("&amp;#x{:x};"),
}


@pytest.mark.parametrize(("name", "text"), CODES.items())
def test_letters_in_codes(name, text):
    """Codes of every kind become letters, and the warning names them."""
    found = mend(text)
    assert found.text == NEWS
    assert name.split(" of ")[0].split(" in b")[0].split(",")[0] in found.warnings[0]


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
        "□□□□ □□□□□ في □□□□□ الجديد",
        "\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd في الجديد",
        "a?EEE CaIi Ca?Iia EU?I Aai ?NC?aC EUI UCa aa CaAUaC?",
    ],
)
def test_lost_letters_are_refused(lost):
    """From a third on, or where no Arabic letter is left, there is no text: pages and rows say so."""
    with pytest.raises(UnreadableFile, match="letters are lost"):
        decode(lost.encode(), "خبر.txt")
    with pytest.raises(BrokenRow, match="line 2: its letters are lost"):
        to_article({"text": lost}, "x.csv", 0, "line 2")


def test_mojibake_that_lost_its_bytes_is_refused():
    """What no way leads back from is no text, told with its cure."""
    damaged = "".join(char for char in NEWS.encode().decode("latin-1") if not "\x80" <= char < "\xa0")
    with pytest.raises(UnreadableFile, match="wrong encoding and saved again, and bytes were lost"):
        decode(damaged.encode(), "خبر.txt")


def test_lines_in_windows_1256_beside_utf8():
    """Files put together of both are read line by line, and it is said; a line in neither leaves the file as it is."""
    both = NEWS.encode() + NEWS.encode("cp1256")
    assert decode(both, "x").text == NEWS + NEWS
    assert "Windows-1256 beside UTF-8" in decode(both, "x").warnings[0]
    assert "U+FFFD" in decode(NEWS.encode() * 2 + b"abc \x81\n", "x").warnings[0]


@pytest.mark.parametrize(
    ("damaged", "whole", "told"),
    [
        ("ا ل خ ب ر  ا ل ع ا ج ل  م ن  ا ل م د ي ن ة  ا ل ي و م", "الخبر العاجل من المدينة اليوم", "put together"),
        ("ا ل خ ب ر ا ل ع ا ج ل م ن ا ل م د ي ن ة ا ل ي و م", None, "nothing shows where its words end"),
        ("ا\u200bل\u200bخ\u200bب\u200bر\u200b ا\u200bل\u200bيوم", "الخبر اليوم", "without width"),
        ("بلغ العدد １２０ في عام ２０２３", "بلغ العدد 120 في عام 2023", "full-width"),
        (
            "وقال ﺍﻟﻮﺯﻳﺮ إن العمل مستمر في كل المدن",
            "وقال الوزير إن العمل مستمر في كل المدن",
            "held words in presentation",
        ),
        (
            "وقال إن العمل مستمر في كل المدن وفي القرى حتى نهاية العام\nﺔﻤﻳﺪﻘﻟﺍ ﺔﻨﻳﺪﻤﻟﺍ ﻲﻓ",
            "وقال إن العمل مستمر في كل المدن وفي القرى حتى نهاية العام\nفي المدينة القديمة",
            "held words in presentation",
        ),
        ("خالل األمم واألعالم االتحاد إال الثالثاء", "خلال الأمم والأعلام الاتحاد إلا الثلاثاء", "lam-alef"),
    ],
)
def test_letters_apart_or_in_other_forms(damaged, whole, told):
    """Letters of one word come together, and what was done is said."""
    found = mend(damaged)
    assert found.text == (whole or damaged)
    assert told in found.warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "أ ب ت ث حروف الهجاء التي يتعلمها الأطفال في الصف الأول من المدرسة",
        "وكالة (أ ف ب) ووكالة (د ب أ) نقلتا عن المصدر أن الاجتماع تأجل",
        "محمد صلى الله عليه وسلم ﷺ وقال ﷲ أعلم بما في الصدور",
        "ﻻ أحد يعلم متى يعود اللاجئون إلى بيوتهم في المدينة",
        "شارك النجم Beyoncé في حفل بمدينة Zürich مع Müller وÇelik 😀 وقهوة café",
        "استخدم الأمر git log --oneline ثم \\n و\\t و&amp في الملف a+b=c و+BGM",
        "خبر عن القطاع خالل المدة من المدينة إلى السوق",
    ],
)
def test_what_only_looks_damaged(text):
    """Alphabets, initials, ligatures, foreign names and code stay as they are."""
    assert mend(text) == (text, ())


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
        ("وزارة اإلعالم في اإلمارات واألمم االتحادية", "وزارة الإعلام في الإمارات والأمم الاتحادية"),
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
    assert "".join(iter(lambda: stream.read(30), "")) == "وزارة الإعلام في الإمارات\n" * 3
    assert len(stream.warnings) >= 1


@pytest.mark.parametrize("text", [text for text in CODES.values() if text.isascii()])
def test_codes_in_rows(text):
    """A row's text in codes alone is read as a page's is."""
    article = to_article({"text": text}, "x.jsonl", 0, "line 1")
    assert article.text.split() == NEWS.split()
    assert article.warnings


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
