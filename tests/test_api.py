"""From paths to a report."""

from __future__ import annotations

import json

import pytest

import arcorpus
from arcorpus import api
from arcorpus.errors import UsageError
from arcorpus.pipeline import Settings
from arcorpus.readers.inputs import Inputs
from arcorpus.report import Section


@pytest.fixture
def rows(tmp_path):
    """A file of three records, one of them without text."""
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"text": "زار وزير الخارجية بيروت في 3 مايو 2024.", "date": "2024-05-04"}\n{"title": "بلا نص"}\n'
        '{"text": "قالت شركة OpenAI إن النموذج جاهز.", "date": "2024-06-01"}\n',
        encoding="utf-8",
    )
    return str(path)


def test_articles_alone_stream(rows):
    """With articles alone nothing is read before the first article is asked for."""
    report = api.build(api.Request(Inputs((rows,)), ("articles",)))
    assert report.corpus.articles == 0
    assert [article.words for article in report.articles] == [8, 6]
    assert report.corpus.articles == 2
    assert report.corpus.words == 14
    assert (report.corpus.first_date, report.corpus.last_date) == ("2024-05-04", "2024-06-01")
    assert [row.error for row in report.errors] == ["BrokenRow"]


def test_tables_not_asked_for_are_not_there(rows):
    """Only what was asked for is there, and text only when articles were asked for."""
    report = api.build(api.Request(Inputs((rows,)), ("entities",)))
    assert set(report.tables) == {"entities", "mentions"}
    assert not report.with_text


def test_types_narrow_entities_and_mentions(rows):
    """`types` keeps only those types."""
    report = api.build(api.Request(Inputs((rows,)), ("entities",), {"types": ("LOC", "DATE")}))
    assert {m.type for m in report.tables["mentions"]} == {"LOC", "DATE"}
    assert {e.type for e in report.tables["entities"]} == {"LOC"}


def test_every_article_is_in_one_topic_or_counted(rows):
    """Articles under topics and unassigned ones add up to all."""
    report = api.build(api.Request(Inputs((rows,)), ("topics",)))
    assert sum(len(topic.articles) for topic in report.tables["topics"]) + report.corpus.unassigned == 2


def test_run_names_options_and_lexicons_and_nothing_of_the_host(rows):
    """`run` holds the options that change the report and the hashes of the lexicons, no path and no time."""
    report = api.build(api.Request(Inputs((rows,), since="2024-06")))
    assert report.run.options["since"] == "2024-06"
    assert "paths" not in report.run.options
    assert report.run.lexicons["cues"]
    assert report.run.models["ner"].startswith("ner-")
    assert api.build(api.Request(Inputs((rows,)), ("articles",))).run.models == {}


def test_analyze_gives_frames_and_json(rows):
    """`arcorpus.analyze` gives DataFrames and the JSON object; an unknown section or attribute is an error."""
    analysis = arcorpus.analyze(rows)
    assert list(analysis.articles["date"]) == ["2024-05-04", "2024-06-01"]
    assert len(analysis.errors) == 1
    assert json.loads(analysis.to_json())["schema"] == "corpus.report/1"
    with pytest.raises(AttributeError):
        _ = analysis.weather
    with pytest.raises(UsageError, match="articles, entities"):
        arcorpus.analyze(rows, only=["weather"])


def test_aliases_and_contexts(tmp_path):
    """From Python too a user's aliases name things, and each thing comes with its sentences."""
    page = tmp_path / "خبر.txt"
    body = "قال وزير المالية سالم العتيبي إن الحكومة لن تفرض ضرائب."
    page.write_text(f"وزير المالية: لا ضرائب جديدة\n\n{body}\n", encoding="utf-8")
    aliases = tmp_path / "names.tsv"
    aliases.write_text("سالم العتيبي\tالوزير سالم\n", encoding="utf-8")
    found = arcorpus.analyze(str(page), only=("entities",), aliases=str(aliases), context=1)
    [entity] = found.entities[found.entities.name == "الوزير سالم"].itertuples()
    [context] = found.contexts[found.contexts.entity == entity.id].itertuples()
    assert "سالم العتيبي" in context.text


@pytest.mark.parametrize(("show", "kept"), [(False, api.KEPT), (True, 1000)])
def test_texts_are_kept_only_where_they_are_read(tmp_path, monkeypatch, show, kept):
    """Copies are found on the way: of a text no more is kept than a table shows, unless the changes are wanted."""
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": "قال نعم " * 124 + "ثم انتهى"}), encoding="utf-8")
    seen = []

    def analyse(_documents, context):
        seen.extend(len(document.article.text) for document in context.everything)
        return Section(unassigned=2)

    monkeypatch.setattr("arcorpus.analyses.duplicates.analyse", analyse)
    request = api.Request(Inputs((str(tmp_path),)), ("duplicates",), {"show": show})
    assert api.build(request).corpus.unassigned == 2
    assert seen == [kept]


def test_names_are_found_for_topics_only_to_be_left_out(rows):
    """Topics with their names need no recogniser; to leave names out they must be found."""
    assert api.build(api.Request(Inputs((rows,)), ("topics",))).run.models == {}
    settings = Settings(ner="embedded", names=False)
    assert api.build(api.Request(Inputs((rows,)), ("topics",), settings=settings)).run.models["ner"]
