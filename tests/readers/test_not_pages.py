"""Texts that are no pages are named with what can be done, and no page is taken for one of them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from arcorpus.errors import UnreadableFile
from arcorpus.readers.not_pages import what_it_is
from arcorpus.readers.page import reader

BODY = "فتحت مكتبة الحي القديم أبوابها صباح الإثنين بعد عام كامل من أعمال الترميم، وحضر الافتتاح مئات من السكان."
PAGES = sorted(Path(__file__).parents[2].glob("seeds/*.txt")) + sorted(Path(__file__).parents[1].glob("pages/**/*.txt"))
TOKENS = BODY.split() * 2

OTHERS = {
    "an e-mail": f"From: a@a.example\nTo: b@a.example\nSubject: خبر\nMIME-Version: 1.0\n\n{BODY}\n",
    "a box of them": f"From a@a.example Mon Jan  2 10:00:00 2023\nFrom: a@a.example\nSubject: خبر\n\n{BODY}\n",
    "subtitles": "1\n00:00:01,000 --> 00:00:04,000\nمرحبا بكم\n\n2\n00:00:05,000 --> 00:00:09,000\nقال الوزير\n",
    "tokens of": "\n".join(f"{word}\tO" for word in TOKENS),
    "tokens": "\n".join(TOKENS),
    "one a line": "# text\n"
    + "\n".join(f"{n}\t{word}\t{word}\tNOUN\t_\t_\t0\troot\t_\t_" for n, word in enumerate(TOKENS)),
    "log": "\n".join(f"2023-01-02 10:00:0{n} INFO server: تعذر الاتصال رقم {n} بالخادم" for n in range(5)),
    "log of": "\n".join(f'10.0.0.{n} - - [02/Jan/2023:10:00:00] "GET /a HTTP/1.1" 200' for n in range(5)),
    "dump": "INSERT INTO news VALUES (1, 'خبر');\nINSERT INTO news VALUES (2, 'آخر');\n",
    "source of a program": "const a = 1;\nfunction main() {\n  // يقرأ الملف\n  console.log('مرحبا');\n}\nmain();\n",
    "LaTeX": f"\\documentclass{{article}}\n\\begin{{document}}\n{BODY}\n\\end{{document}}\n",
    "BibTeX": "@article{a,\n title={العنوان}\n}\n",
    "calendar": "BEGIN:VCALENDAR\nSUMMARY:اجتماع\nEND:VCALENDAR\n",
    "translation": 'msgid "Hello"\nmsgstr "مرحبا"\n',
    "chat": f"12/01/2023, 10:15 - أحمد: {BODY}\n12/01/2023, 10:16 - منى: نعم\n[12.01.23, 10:17:00] أحمد: لا\n",
    "YAML": f"- title: خبر\n  text: {BODY}\n- title: آخر\n  text: {BODY}\n",
}


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_other_kinds_are_refused_by_name(name, text):
    """Each kind is called by its name."""
    with pytest.raises(UnreadableFile, match=name):
        list(reader.read(io.BytesIO(text.encode()), "x.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_is_refused(path):
    """Saved pages of every layout are pages."""
    assert what_it_is(path.read_bytes().decode("utf-8", "replace")) is None


@pytest.mark.parametrize(
    "text",
    [
        f"العنوان: افتتاح مكتبة\nالتاريخ: 2023-01-02\nالنص: {BODY}\n",
        f"title: افتتاح مكتبة\ndate: 2023-01-02\n\n{BODY}\n",
        "\n".join(f"10:{n}0 {BODY}" for n in range(5)),
        f"Subject: افتتاح مكتبة\n{BODY}\n",
        f"افتتاح مكتبة\n- {BODY}\n- {BODY}\n",
        f"افتتاح مكتبة (صور)\n{BODY}\nللتواصل: a(b)\n",
        "",
    ],
)
def test_what_only_looks_like_it(text):
    """Labels, times, lists and a single sign make no other kind of a text."""
    assert what_it_is(text) is None
