"""What the user says of the fields of records reaches every form that has fields."""

from __future__ import annotations

import io
import json

import pytest

import arcorpus
from arcorpus.errors import ReadError
from arcorpus.readers import formats
from arcorpus.readers.options import USUAL, ReadOptions
from arcorpus.types import Article

TEXT = "قال وزير الأشغال إن الجسر الجديد يفتح أمام السيارات مطلع الشهر المقبل، وإن الأعمال انتهت."
OTHER = "أعلنت البلدية أن السوق القديم يغلق أسبوعا كاملا لإصلاح شبكة المياه في الحي الشرقي."
ROWS = [
    {"رأس": "الجسر يفتح قريبا", "خبر كامل": TEXT, "يوم": "2023-03-14", "جهة": "جريدة الميناء", "body": "س"},
    {"رأس": "السوق يغلق", "خبر كامل": OTHER, "يوم": "2023-03-15", "جهة": "جريدة الميناء", "body": "ص"},
]
NAMED = ReadOptions(text_column="خبر كامل", title_column="رأس", date_column="يوم", source_column="جهة")


def as_csv(rows, separator=","):
    """A table of rows."""
    return "\n".join(separator.join(row) for row in [list(rows[0]), *(list(row.values()) for row in rows)]).encode()


def as_xlsx(rows):
    """A workbook of one sheet."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in [list(rows[0]), *(list(row.values()) for row in rows)]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_parquet(rows):
    """A table of Parquet."""
    import pyarrow as pa
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def as_xml(rows):
    """Elements of XML, whose names hold no spaces."""
    inner = (
        f"<{name.replace(' ', '_')}>{value}</{name.replace(' ', '_')}>" for row in rows for name, value in row.items()
    )
    width = len(rows[0])
    cells = list(inner)
    items = ("".join(cells[n : n + width]) for n in range(0, len(cells), width))
    return f"<?xml version='1.0'?><all>{''.join(f'<قطعة>{item}</قطعة>' for item in items)}</all>".encode()


FORMS = {
    "x.csv": as_csv,
    "x.tsv": lambda rows: as_csv(rows, "\t"),
    "x.json": lambda rows: json.dumps(rows, ensure_ascii=False).encode(),
    "x.jsonl": lambda rows: "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode(),
    "x.parquet": as_parquet,
    "x.xlsx": as_xlsx,
    "x.xml": as_xml,
}


def read(data: bytes, name: str, options: ReadOptions = USUAL) -> tuple[list[Article], list[str]]:
    """The articles of a file and the messages of its errors."""
    found = list(formats.read(formats.reader_of(name), io.BytesIO(data), name, options))
    return [a for a in found if isinstance(a, Article)], [e.message for e in found if isinstance(e, ReadError)]


@pytest.mark.parametrize("name", FORMS)
def test_the_named_fields_are_read(name):
    """The fields that the user names count in every form, whatever else has a usual name."""
    options = ReadOptions(**{f"{what}_column": wanted for what, wanted in NAMED.named().items()}, article_tag="قطعة")
    articles, errors = read(FORMS[name](ROWS), name, options)
    assert not errors
    assert [(a.title, a.text, a.date, a.source) for a in articles] == [
        ("الجسر يفتح قريبا", TEXT, "2023-03-14", "جريدة الميناء"),
        ("السوق يغلق", OTHER, "2023-03-15", "جريدة الميناء"),
    ]


@pytest.mark.parametrize("name", FORMS)
def test_a_named_field_that_is_not_there(name):
    """A field that is nowhere is one error, with the fields that are there and the one most like it."""
    articles, errors = read(FORMS[name](ROWS), name, ReadOptions(text_column="خبر كامل1"))
    assert not articles
    assert len(errors) == 1
    assert "no field is called 'خبر كامل1', as --text-column says; there are" in errors[0]
    assert "did you mean 'خبر" in errors[0]


@pytest.mark.parametrize("name", [name for name in FORMS if name != "x.xml"])
def test_the_evident_text(name):
    """Without a usual name the column of running text is taken, which one warning names; a long title is none."""
    rows = [{"title": f"{TEXT[:70]} {n}", "ss": f"{OTHER} {n}", "nn": "1"} for n in range(3)]
    articles, errors = read(FORMS[name](rows), name)
    assert not errors
    assert [a.text for a in articles] == [row["ss"] for row in rows]
    told = [warning for a in articles for warning in a.warnings if "evidently" in warning]
    assert told == ["the text is taken from 'ss', which is evidently it; --text-column NAME names another"]


@pytest.mark.parametrize("name", [name for name in FORMS if name != "x.xml"])
def test_titles_alone(name):
    """Rows of titles are told once with the cure; with --titles they are articles with an empty text."""
    rows = [{"title": f"وزير الأشغال يفتتح الجسر {n}", "n": str(n)} for n in range(40)]
    articles, errors = read(FORMS[name](rows), name)
    assert not articles
    assert len(errors) == 1
    assert "--titles" in errors[0]
    articles, errors = read(FORMS[name](rows), name, ReadOptions(titles=True))
    assert not errors
    assert [(a.title, a.text) for a in articles] == [(row["title"], "") for row in rows]


def test_a_text_that_is_missing_in_one_row():
    """With --titles a row without a text is read beside those that have one; without it, it is told."""
    data = as_csv([{"title": "خبر أول", "text": TEXT}, {"title": "خبر ثان", "text": ""}])
    articles, errors = read(data, "x.csv")
    assert (len(articles), errors) == (1, ["line 3: no text: its field 'text' is empty"])
    articles, errors = read(data, "x.csv", ReadOptions(titles=True))
    assert ([a.text for a in articles], errors) == ([TEXT, ""], [])


def test_a_column_by_its_number():
    """In a table without a header a column is named by its number."""
    data = f"1,{OTHER},{TEXT}\n2,{OTHER},{TEXT}\n".encode()
    articles, errors = read(data, "x.csv", ReadOptions(text_column="2"))
    assert [a.text for a in articles] == [OTHER, OTHER]
    assert not errors


def test_pages_have_no_fields(tmp_path):
    """Where no input has fields, one warning says that the options did nothing; the run tells them."""
    (tmp_path / "a.txt").write_text(f"الجسر يفتح قريبا\n\n{TEXT}\n{OTHER}\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"x": TEXT}), encoding="utf-8")
    warnings = []
    from arcorpus import api
    from arcorpus.readers.inputs import Inputs

    for names in (["a.txt"], ["a.txt", "b.jsonl"]):
        inputs = Inputs(tuple(str(tmp_path / name) for name in names), text_column="x")
        report = api.build(api.Request(inputs, ("articles",), warn=warnings.append))
        assert len(list(report.articles)) == len(names)
        assert report.run.options["text_column"] == "x"
    assert warnings == ["options for the fields of records did nothing: no input is a table or has records"]


def test_python_takes_the_same_names(tmp_path):
    """`arcorpus.analyze` takes the options by the same names."""
    path = tmp_path / "x.csv"
    path.write_bytes(as_csv(ROWS))
    found = arcorpus.analyze(str(path), only=["articles"], text_column="خبر كامل", titles=True)
    assert list(found.articles["text"]) == [TEXT, OTHER]
