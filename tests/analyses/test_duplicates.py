"""Copies in the report: the section, `duplicate_of`, what was changed, and counts with copies collapsed."""

from __future__ import annotations

import io
import json

import pytest
from jsonschema import Draft202012Validator

from arcorpus.analyses.duplicates import changes
from arcorpus.api import Request, analyze, build
from arcorpus.pipeline import Settings
from arcorpus.plugins import load
from arcorpus.readers.inputs import Inputs
from arcorpus.types import Article, Duplicate
from arcorpus.writers.grid import ABSENT
from arcorpus.writers.json_schema import schema
from arcorpus.writers.layout import Layout

AGENCY = (
    "أعلنت وزارة التعليم اليوم الأحد موعد بدء العام الدراسي الجديد في جميع مدارس المملكة، وقالت في بيان صحفي إن "
    "الدراسة ستبدأ في الثالث والعشرين من أغسطس المقبل بعد انتهاء أعمال الصيانة في أكثر من خمسة آلاف مدرسة. وقال الوزير "
    "عزام الدخيل إن الكتب المدرسية ستوزع على الطلاب في اليوم الأول من الدراسة."
)
NEAR = AGENCY.replace("خمسة آلاف", "ستة آلاف").replace("بيان صحفي", "بيان لها")
WHOLE = (
    "ضمن أبرز ما شهدته المملكة أمس اجتمع مجلس المنطقة برئاسة الأمير فهد بن سلطان وناقش مشاريع المياه والطرق في تبوك. "
    f"{AGENCY} من جهة أخرى فازت جامعة الملك سعود بجائزة البحث العلمي لهذا العام في حفل أقيم بالعاصمة الرياض."
)
OTHER = "قال وزير المالية إن الميزانية الجديدة لن تتضمن ضرائب إضافية على المواطنين خلال العام الحالي."
ROWS = (
    {"id": "agency", "title": "موعد الدراسة", "source": "واس", "date": "2015-07-21", "text": AGENCY},
    {"id": "near", "title": "بدء العام الدراسي", "source": "الرياض", "date": "2015-07-22", "text": NEAR},
    {"id": "whole", "title": "جولة الأخبار", "source": "عكاظ", "date": "2015-07-23", "text": WHOLE},
    {"id": "later", "title": "الميزانية", "date": "2015-07-21", "text": OTHER},
    {"id": "sooner", "title": "لا ضرائب", "date": "2015-07-20", "text": f"{OTHER} "},
)


@pytest.fixture
def paths(tmp_path):
    """A file with two stories, one in three articles and one in two."""
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return (str(path),)


def made(paths, *sections, collapse=False, **options):
    """The report of these sections."""
    return build(Request(Inputs(paths), sections, options, collapse, settings=Settings("rules")))


def written(report, form="json"):
    """The report as the program writes it."""
    out = io.StringIO()
    load("writers", "json").write(report, out, Layout(form=form))
    return out.getvalue()


def test_the_section_and_who_was_first(paths):
    """Groups name the first before the others; every other article says whose text it has, and no text is told."""
    report = json.loads(written(made(paths, "duplicates")))
    assert [(g["kind"], g["articles"]) for g in report["duplicates"]] == [
        ("part", ["agency", "near", "whole"]),
        ("exact", ["sooner", "later"]),
    ]
    assert {a["id"]: a["duplicate_of"] for a in report["articles"]} == {
        "agency": None, "near": "agency", "whole": "agency", "later": "sooner", "sooner": None,
    }  # fmt: skip
    assert "text" not in report["articles"][0]
    assert "changes" not in report
    Draft202012Validator(schema()).validate(report)


def test_show_tells_the_changed_words(paths):
    """With `show` the stretches of both texts stand beside each other, cut out of the texts by their offsets."""
    report = json.loads(written(made(paths, "articles", "duplicates", show=True)))
    Draft202012Validator(schema()).validate(report)
    texts = {article["id"]: article["text"] for article in report["articles"]}
    first = {group["id"]: group["articles"][0] for group in report["duplicates"]}
    assert report["changes"]
    for change in report["changes"]:
        assert texts[first[change["duplicate"]]][change["start"] : change["end"]] == change["text"]
        assert texts[change["article"]][change["copy_start"] : change["copy_end"]] == change["copy_text"]
    near = [(c["text"], c["copy_text"]) for c in report["changes"] if c["article"] == "near" and c["op"] == "replace"]
    assert near == [("صحفي", "لها"), ("خمسة", "ستة")]
    assert [c["op"] for c in report["changes"] if c["article"] == "later"] == ["equal"]


def test_lines_of_jsonl(paths):
    """In JSON Lines a group is a `duplicate` and a stretch a `change`."""
    kinds = [json.loads(line)["record"] for line in written(made(paths, "duplicates", show=True), "jsonl").splitlines()]
    assert list(dict.fromkeys(kinds)) == ["article", "duplicate", "change"]


def test_collapsed_counts(paths):
    """Collapsed, entities, mentions, claims and sources come from one article a story; all articles are listed."""
    raw = made(paths, "entities", "claims")
    collapsed = made(paths, "entities", "claims", collapse=True)
    names = {entity.name: entity for entity in collapsed.tables["entities"]}
    minister = next(entity for entity in raw.tables["entities"] if "الدخيل" in entity.name)
    assert (minister.articles, names[minister.name].articles) == (3, 1)
    assert {mention.article for mention in collapsed.tables["mentions"]} <= {"whole", "sooner"}
    assert {claim.article for claim in collapsed.tables["claims"]} <= {"whole", "sooner"}
    assert sum(s.claims for s in collapsed.tables["sources"]) < sum(s.claims for s in raw.tables["sources"])
    assert [article.id for article in collapsed.articles] == [row["id"] for row in ROWS]
    assert [article.duplicate_of for article in collapsed.articles] == [None, "agency", "agency", "sooner", None]
    assert all(article.duplicate_of is None for article in raw.articles)
    assert collapsed.run.options["collapse_copies"]


def test_collapsed_topics(paths):
    """Collapsed, topics hold one article a story, and the copies are not counted as left over."""
    report = made(paths, "topics", collapse=True)
    placed = [id_ for topic in report.tables["topics"] for id_ in topic.articles]
    assert set(placed) <= {"whole", "sooner"}
    assert report.corpus.unassigned == 2 - len(placed)


def test_python_has_the_same(paths):
    """`analyze` gives the groups and `duplicate_of` as frames."""
    found = analyze(*paths, only=["articles", "duplicates"])
    assert found.duplicates["kind"].tolist() == ["part", "exact"]
    assert found.articles["duplicate_of"].notna().sum() == 3
    assert found.changes.empty


def test_articles_stream_without_looking_for_copies(paths):
    """The articles alone are a stream, in which nobody's copies are known."""
    report = made(paths, "articles")
    assert next(iter(report.articles)).duplicate_of is None
    assert report.tables == {}


def test_the_same_file_twice(paths):
    """A file that is given twice is one story a row, each article with an id of its own."""
    report = made((*paths, *paths), "duplicates")
    assert [len(group.articles) for group in report.tables["duplicates"]] == [6, 4]
    assert len({article.id for article in report.articles}) == 10


def test_changes_are_told_copy_by_copy():
    """Each copy is set against the first of its group, stretch by stretch."""
    articles = {name: Article(name, "", 0, text=text) for name, text in (("a", AGENCY), ("b", NEAR))}
    found = list(changes([Duplicate("g", "near", ("a", "b"), 0.9)], articles))
    assert {change.op for change in found} == {"equal", "replace"}
    assert {change.article for change in found} == {"b"}


def test_copies_stand_under_their_groups_with_the_first_marked(report, table, column):
    """A group is a heading with its kind, its similarity and size; under it its articles, and which was first."""
    grid = table(report, "Copies", sections=("duplicates",))
    assert [group.heading for group in grid.groups] == ["1. near, 62%, 2 articles"]
    assert column(grid, "first") == ["first", ABSENT]
    assert column(grid, "date") == ["2025-01-30", ABSENT]


def test_changes_show_what_stands_before_them(report, table):
    """A changed stretch is shown beside its copy, after the words before it; what is equal is no row of its own."""
    grid = table(report, "What was changed", sections=("duplicates",))
    assert grid.rows == (("أعلنت", "شركة", "مصادر"),)
    assert " ← " in grid.groups[0].heading
