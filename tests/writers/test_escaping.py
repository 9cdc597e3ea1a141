"""Text from files acts nowhere, and is still the text."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from arcorpus.writers.escaping import FSI, PDI, RLM, for_csv, for_json, for_markdown, for_terminal, isolated, rtl

ACTIVE = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
BIDI = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
TAGS = [chr(code) for code in range(0xE0000, 0xE0080)]

anything = st.text(st.characters(exclude_categories=()), max_size=60)
MARKS = "ابةنقّ،«»aZ019 =+-@|*_`[]()<>#!:.&\\/~$^'\"\t\r\n\ue000\udc80🚀"
likely = st.text(st.sampled_from([*MARKS, *ACTIVE, *BIDI, *TAGS[:3]]))
texts = anything | likely


@given(texts)
def test_nothing_that_a_terminal_obeys_is_left(text):
    """Neither controls nor bidirectional embeddings, overrides and isolates, tags, private use or surrogates pass."""
    shown = for_terminal(text)
    assert not set(shown) & {*ACTIVE, *BIDI, *TAGS}
    assert all(unicodedata.category(char) not in {"Cc", "Cs", "Co", "Zl", "Zp"} for char in shown)


@given(texts)
def test_inert_text_stays_inert(text):
    """Making a text inert twice changes no more than once."""
    assert for_terminal(for_terminal(text)) == for_terminal(text)


@given(st.text(st.sampled_from("ابتةىئؤءقالَُِّـ،؟«»:. GPT-4 می‌خواهم 65%٪")))
def test_ordinary_text_is_shown_as_it_is(text):
    """Arabic with harakat, tatweel and its punctuation, Persian non-joiners, Latin and digits: only space is folded."""
    assert for_terminal(text) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]8;;http://evil\x1b\\هنا\x07", "␛]8;;http://evil␛\\هنا␇"),
        ("\x9b31mأحمر", "�31mأحمر"),
        ("سطر\r\nسطر\u2028سطر\tسطر\u00a0سطر", "سطر سطر سطر سطر سطر"),
        ("\u202bفقرة\u202c", "فقرة"),
        ("txt.\u202eexe", "txt.�exe"),
        ("\u2067معزول\u2069 \u2066x\u2069", "معزول x"),
        ("خ\u200bف\u2060ي\ufeff", "خفي"),
        ("\U000e0049\U000e0047\U000e004e", "�"),
        ("👩\u200d🚀 👍🏽 ❤\ufe0f", "👩🚀 👍 ❤"),
        ("1445 ه\u200d", "1445 ه"),
        ("\udcff\ue001\uffff", "�"),
        ("[red]أحمر[/red]", "[red]أحمر[/red]"),
    ],
)
def test_what_a_terminal_shows(text, shown):
    """Controls are pictures, what hides text is a sign, marks that show nothing go, and markup is only text."""
    assert for_terminal(text) == shown


@given(texts)
def test_csv_keeps_the_length(text):
    """A cell has as many characters as the text, one apostrophe aside, so that offsets count in it."""
    cell = for_csv(text)
    assert len(cell) == len(text) or (len(cell) == len(text) + 1 and cell.startswith("'"))


@given(texts)
def test_no_cell_is_run(text):
    """No cell begins as a formula does, whatever a spreadsheet skips before it, but for plain numbers."""
    cell = for_csv(text)
    head = "".join(char for char in cell if not "\u200b" <= char <= "\u206f" and char != "\ufeff").lstrip()
    assert head[:1] not in {*"=+-@＝＋－＠"} or cell.strip("+-0123456789.,eE%") == ""
    assert cell[:1] not in {"\t", "\r"}


@given(st.text(st.sampled_from("'=+-@ 5\t\u200fس"), max_size=8))
def test_taking_the_apostrophe_off_is_the_way_back(text):
    """An apostrophe before what would be run without it is ours: taken off, the text is there again."""
    cell = for_csv(text)
    ours = cell.startswith("'") and for_csv(cell[1:]) == cell
    assert (cell[1:] if ours else cell) == text


@pytest.mark.parametrize(
    "text", ["-5", "+0.7", "-1,200", "3.5e-7", "-49%", "خبر", "a=b", "", "2025-01-30", "'نقلا'", "(-5)"]
)
def test_numbers_and_words_are_left_alone(text):
    """Plain numbers stay numbers, and words words."""
    assert for_csv(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "  =1", "\u200f=1", "＝1", "--06", "- قال", "'=1"],
)
def test_formulas_are_defused(text):
    """Whatever a spreadsheet would run gets an apostrophe, also behind spaces, marks, or an apostrophe of its own."""
    assert for_csv(text) == f"'{text}"


def test_csv_cells_keep_line_ends_and_lose_controls():
    """Line ends stay line ends of one character or two; controls are pictures; embeddings become marks."""
    assert for_csv("سطر\r\nسطر\rسطر\u2028سطر") == "سطر\r\nسطر\nسطر\nسطر"
    assert for_csv("a\x00b\x1bc\x85d\x9be") == "a␀b␛c\nd�e"
    assert for_csv("\u202bفقرة\u202c") == "\u200fفقرة\u2060"


@given(texts)
def test_json_is_the_same_value_and_inert(text):
    """Escaped JSON has the value of the text, can be encoded, and holds nothing that a terminal obeys."""
    encoded = for_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(encoded) == json.loads(json.dumps(text))
    assert not set(encoded) & {*ACTIVE, *BIDI, *TAGS}
    assert len(encoded.encode("utf-8").splitlines()) == len(encoded.splitlines()) == 1


@given(texts)
def test_markdown_shows_the_text_and_nothing_else(text):
    """Rendered, the Markdown of a text is one paragraph of that text, without a tag, link, image or entity."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(for_markdown(text))
    shown = for_terminal(text)
    assert [token.type for token in tokens] == (["paragraph_open", "inline", "paragraph_close"] if shown else [])
    if shown:
        assert {child.type for child in tokens[1].children} <= {"text", "text_special"}
        rendered = "".join(child.content for child in tokens[1].children)
        assert rendered.replace("\u200c", "") == shown.replace("\u200c", "")


@given(texts)
def test_markdown_cell_does_not_break_its_table(text):
    """In a row of a table a text is one cell."""
    table = f"| a | b |\n| --- | --- |\n| {for_markdown(text)} | ب |\n"
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(table)
    assert rendered.count("<td>") == 2
    assert "<td>ب</td>" in rendered


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("![x](http://evil/i.png)", "!\\[x\\](http\\://evil/i.png)"),
        ("www.site.net", "www\\.site.net"),
        ("@octocat رأى #12", "@\u200coctocat رأى \\#\u200c12"),
        ("name@site.net", "name@\u200csite.net"),
        (":tada: 10:30", ":\u200ctada: 10:30"),
        ("1. أولا", "1\\. أولا"),
        ("- قال", "\\- قال"),
        ("«ميتا»، (Meta) 3.5%", "«ميتا»، (Meta) 3.5%"),
    ],
)
def test_markdown_by_example(text, marked):
    """HTML, images, links, mentions, issue numbers, emoji names and lists are taken apart; Arabic prose is not."""
    assert for_markdown(text) == marked


@pytest.mark.parametrize(
    ("text", "right"),
    [
        *((text, True) for text in ("ميتا", "«ميتا»", "R1 يعمل على قدم المساواة", "ديب سيك (DeepSeek)")),
        *((text, False) for text in ("Meta", "High-Flyer Capital (هاي)", "2025-01-30", "")),
    ],
)
def test_direction(text, right):
    """A text runs as its first letter does, but for Arabic prose that begins with a Latin name."""
    assert rtl(text) is right


def test_isolates_only_where_they_help():
    """A line is isolated when it has Arabic or belongs to an Arabic cell, whose direction it then keeps."""
    assert isolated("Meta", right=False) == "Meta"
    assert isolated("شركة Meta", right=True) == f"{FSI}شركة Meta{PDI}"
    assert isolated("Capital Management،", right=True) == f"{FSI}{RLM}Capital Management،{PDI}"
    assert isolated("Meta (ميتا)", right=False) == f"{FSI}Meta (ميتا){PDI}"


@given(st.lists(texts, min_size=1, max_size=4))
def test_csv_rows_come_back(cells):
    """Cells written by the csv module are read by it as they were."""
    out = io.StringIO(newline="")
    inert = [for_csv(cell) for cell in cells]
    csv.writer(out).writerow(inert)
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == inert
