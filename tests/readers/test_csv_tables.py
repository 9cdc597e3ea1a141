"""Tables of text are read in whatever dialect they are written, and a broken row costs itself alone."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcorpus.errors import BrokenRow
from arcorpus.readers import csv_tables
from arcorpus.readers.csv_tables import read_table
from arcorpus.readers.dialects import find_dialect
from arcorpus.readers.records import Record
from arcorpus.types import Article

TEXT = "قال الوزير إن الوضع مستقر.\nوأضاف أن العمل مستمر."


def read(content: str) -> tuple[list[Record], list[str]]:
    """The rows of a table and the messages of its errors."""
    found = list(read_table(io.StringIO(content, newline=""), "x.csv"))
    return [r for r in found if isinstance(r, Record)], [e.message for e in found if isinstance(e, BrokenRow)]


def column(rows: list[Record], name: str) -> list[object]:
    """The values of one name."""
    return [row.values[name] for row in rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator):
    """The separator of a table is found, whatever stands in its cells."""
    cells = [["1", "خبر, أول; هنا", TEXT], ["2", "خبر | ثان", "قال: «نعم, لا; ربما»"]]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([["id", "العنوان", "النص"], *cells])
    rows, errors = read(out.getvalue())
    assert [list(row.values.values()) for row in rows] == cells
    assert not errors


@given(st.lists(st.tuples(*[st.text("ابت\"',;\t|\n\r x", max_size=20)] * 2), max_size=8), st.sampled_from(",;\t|"))
def test_any_table_comes_back(cells, separator):
    """Whatever the cells hold, a table with every cell quoted is read as it was written."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([("title", "text"), *cells])
    rows, errors = read(out.getvalue())
    assert list(zip(column(rows, "title"), column(rows, "text"), strict=True)) == cells
    assert not errors


def test_a_table_of_one_column():
    """A single column of text may hold any separator without quotes."""
    rows, _ = read("text\nقال، نعم, لا; ربما\nقال\n")
    assert column(rows, "text") == ["قال، نعم, لا; ربما", "قال"]


def test_the_separator_line_of_excel():
    """A first line `sep=;` tells the separator and is no header; lines are counted with it."""
    rows, _ = read("sep=;\r\nالعنوان;النص\r\nخبر, هنا;قال\r\n")
    assert rows == [Record({"العنوان": "خبر, هنا", "النص": "قال"}, "line 3")]


def test_backslash_quotes():
    """Quotes escaped by a backslash are understood."""
    rows, _ = read('id,text\n1,"قال: \\"نعم\\", ثم خرج"\n')
    assert column(rows, "text") == ['قال: "نعم", ثم خرج']


def test_quotes_that_mean_nothing():
    """In a table that does not quote, a quotation mark at a cell's start is a letter like others."""
    texts = [f'"قال الوزير نعم، ثم خرج {n}' for n in range(4)]
    rows, errors = read("title\ttext\n" + "\n".join(f"خبر\t{text}" for text in texts))
    assert column(rows, "text") == texts
    assert not errors


def test_one_stray_quote_among_many_rows():
    """A quotation mark never closed in a table that quotes costs the rows up to the next mark, which are told."""
    good = [f'"{n}","قال, ثم ""نفى"" {n}"' for n in range(300)]
    rows, errors = read("\n".join(["id,text", *good, '"x","قال', '"y","نعم"', *good]))
    assert len(rows) >= 599
    assert errors or any("x" in str(row.values) and "y" in str(row.values) for row in rows)


def test_a_last_quote_never_closed():
    """An open quotation mark with no other after it is told, and the lines after it are read."""
    rows, errors = read('id,text\n1,قال\n2,"قال\n3,نعم\n4,لا\n')
    assert column(rows, "id") == ["1", "3", "4"]
    assert [row.where for row in rows] == ["line 2", "line 4", "line 5"]
    assert errors == ["line 3: a quotation mark is opened and never closed; close or double it"]


def test_a_quote_that_swallows_more_than_a_cell_can_hold(monkeypatch):
    """A cell that grows without end is given up at its first line, and the lines after it are read."""
    monkeypatch.setattr("arcorpus.readers.dialects.CELL_LIMIT", 150_000)
    lines = [f"{n},قال الوزير" for n in range(15_000)]
    rows, errors = read("\n".join(["id,text", 'x,"قال', *lines, 'y,"نعم"', *lines]))
    numbers = [str(n) for n in range(15_000)]
    assert column(rows, "id") == [*numbers, "y", *numbers]
    assert errors == ["line 2: a quotation mark is opened and never closed; close or double it"]


def test_too_many_quotes_never_closed(monkeypatch):
    """A table with one open quotation mark after the other is given up in words."""
    monkeypatch.setattr("arcorpus.readers.dialects.CELL_LIMIT", 150_000)
    monkeypatch.setattr("arcorpus.readers.csv_tables.MENDINGS", 3)
    swallowing = ['x,"قال', *["1,قال الوزير نعم"] * 10_000]
    _, errors = read("\n".join(["id,text", *swallowing * 4]))
    assert len(errors) == 4
    assert errors[-1].endswith("the table is given up here: 3 quotation marks are never closed")


def test_rows_of_another_width():
    """A row with too many cells is an error; one with too few is read and told; both with their lines."""
    rows, errors = read('id,text,url\n1,قال\n2,قال,نعم,لا\n3,قال,u,,\n\n4,"قال\nنعم",u\n5,x,y\n')
    assert column(rows, "id") == ["1", "3", "4", "5"]
    assert [row.where for row in rows] == ["line 2", "line 4", "line 6", "line 8"]
    assert [row.warnings for row in rows] == [("line 2 has 2 of the header's 3 cells",), (), (), ()]
    assert [e.split(";")[0] for e in errors] == ["line 3: 4 cells where the header has 3"]


def test_a_table_without_a_column_of_text():
    """A table whose header names no text is one error, which shows its columns and how many rows there are."""
    (error,) = csv_tables.read(io.BytesIO(b"a,b\n1,2\n3,4\n"), "x.csv")
    assert error.message == (
        "line 2: no text: none of its fields (a, b) is called text, body, content or the like, "
        "nor has any of 1 more records; --text-column NAME says which is the text"
    )


def test_a_column_named_twice():
    """Of two columns of one name the first counts."""
    assert column(read("text,text\nأ,ب\n")[0], "text") == ["أ"]


def test_a_huge_cell():
    """A cell longer than Python's own limit is read."""
    text = "قال " * 100_000
    assert column(read(f"id,text\n1,{text}\n")[0], "text") == [text]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    """Rows may end in any line end; inside a cell it stays as it is."""
    rows, _ = read(f'id,text{end}1,"أ{end}ب"{end}2,ج{end}')
    assert column(rows, "text") == [f"أ{end}ب", "ج"]


@pytest.mark.parametrize("content", ["", "\n\n", "text\n", "sep=;\n", "sep=;\ntext\n"])
def test_empty_tables(content):
    """A table without rows has no records and no errors."""
    assert read(content) == ([], [])


def test_only_known_names_make_a_separator():
    """A comma in a sentence does not make it a header."""
    assert find_dialect("النص;الكاتب\nقال, نعم, لا;منى\n").separator == ";"


def test_the_limit_of_a_cell_is_not_left_to_others():
    """Python keeps one limit of a cell for the whole process: ours is gone between two rows."""
    before = csv.field_size_limit()
    rows = csv_tables.read(io.BytesIO(("text,title\n" + "قال " * 50_000 + ",خبر\nب,خبر\n").encode()), "x.csv")
    assert len(next(rows).text) == 200_000
    assert csv.field_size_limit() == before
    assert next(rows).text == "ب"


@given(
    st.lists(st.sampled_from(["plain", "quoted", "lines", "open", "runs"]), min_size=1, max_size=40),
    st.sampled_from(",;\t"),
)
def test_rows_read_and_rows_told_are_all_rows(kinds, separator):
    """However rows are broken, every sound one is read, and every other told by its line."""
    forms = {
        "plain": "{n};خبر {n};قال الوزير نعم",
        "quoted": '{n};"خبر {n}";"قال ""نعم"" ثم خرج"',
        "lines": '{n};"خبر {n}";"قال نعم.\nثم خرج"',
        "open": '{n};"خبر {n};قال الوزير',
        "runs": '{n};خبر {n};"قال الوزير',
    }
    table = "\n".join(["id;title;text", "0;خبر;قال", *(forms[kind].format(n=n) for n, kind in enumerate(kinds, 1))])
    rows, errors = read(table.replace(";", separator) + "\n")
    found = {str(row.values["id"]) for row in rows}
    sound = {str(n) for n, kind in enumerate(kinds, 1) if kind not in {"open", "runs"}}
    assert sound <= found
    broken = len(kinds) - len(sound)
    assert len(errors) >= broken - len(found - sound - {"0"})


def test_lines_above_the_header():
    """A title and empty lines above the header of a table are left out, with a warning, and lines are counted on."""
    rows, errors = read(f"تقرير الأخبار\n\nid,text\n1,{TEXT.replace(chr(10), ' ')}\n")
    assert [(row.where, row.warnings) for row in rows] == [("line 4", ("2 lines above the header were left out",))]
    assert not errors


def test_rows_in_one_cell():
    """A table that was quoted twice is read as the table that it is, whatever its cells hold."""
    cells = [["1", 'قال "نعم"، ثم, خرج'], ["2", TEXT]]
    inner, out = io.StringIO(), io.StringIO()
    csv.writer(inner, lineterminator="\r", quoting=csv.QUOTE_ALL).writerows([["id", "text"], *cells])
    rows = [[line] for line in inner.getvalue().split("\r") if line]
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    found, errors = read(out.getvalue())
    assert [list(row.values.values()) for row in found] == cells
    assert not errors


@pytest.mark.parametrize(
    ("first", "rows"),
    [
        ("1,قال الوزير نعم", 3),
        ("http://x.example,نعم", 3),
        ("رياضة,فاز المنتخب", 3),
        ("news,قال الوزير إن العمل في المشروع مستمر منذ أول الشهر، وإن الطريق الجديد يفتح بعد أسبوعين", 3),
        ("الفئة,الكلام", 2),
    ],
)
def test_a_first_row_that_is_no_header(first, rows):
    """A number, an address, a sentence or a label that comes again is no name: the first row is read as a row."""
    sentence = "قال الوزير إن العمل في المشروع مستمر منذ أول الشهر، وإن الطريق يفتح بعد أسبوعين أمام السيارات والحافلات"
    content = "\n".join([first, f"رياضة,{sentence}", f"سياسة,{sentence}", ""])
    found = list(csv_tables.read(io.BytesIO(content.encode()), "x.csv"))
    assert [type(item).__name__ for item in found] == ["Article"] * rows


def broken(line, kind, at, separator):
    """A row with a mark, a separator or a line end put in at some place, a mark taken out, or cut off there."""
    at %= len(line) + 1
    if kind == "mark taken out":
        before, mark, after = line.partition('"')
        return before + after if mark else line
    put = {"mark": '"', "separator": separator, "line end": "\n"}.get(kind)
    return line[:at] + put + line[at:] if put else line[: max(at, 1)]


@settings(deadline=None)
@given(
    st.lists(st.booleans(), min_size=4, max_size=30),
    st.lists(
        st.tuples(
            st.integers(0, 29),
            st.sampled_from(["mark", "separator", "line end", "mark taken out", "cut"]),
            st.integers(0, 200),
        ),
        max_size=3,
    ),
    st.sampled_from(",;\t"),
    st.booleans(),
)
def test_no_row_of_a_broken_table_is_lost(lines, faults, separator, quoted):
    """Rows read and rows told are all rows of a table, whatever is wrong with some; none stands inside another."""
    mark = '"' if quoted else ""
    rows = [
        separator.join(
            (f"id{n}", f"{mark}خبر {n}{mark}", f"{mark}قال الوزير{chr(10) * (more and quoted)} نعم {n}{mark}")
        )
        for n, more in enumerate(lines)
    ]
    for place, kind, at in faults:
        rows[place % len(rows)] = broken(rows[place % len(rows)], kind, at, separator)
    table = "\n".join([f"id{separator}title{separator}text", *rows, ""])
    found = list(csv_tables.read(io.BytesIO(table.encode()), "x.csv"))
    articles = [item for item in found if isinstance(item, Article)]
    told = len(found) - len(articles) + sum(bool(article.warnings) for article in articles)
    assert len(articles) + told >= len(rows)
    sound = {f"id{n}" for n in range(len(rows))} - {f"id{place % len(rows)}" for place, _, _ in faults}
    assert not [name for name in sound if any(f"{name}{separator}" in article.text for article in articles)]
    assert len(sound - {article.id for article in articles}) <= told
