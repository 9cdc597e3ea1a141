"""The report as JSON: the interface's object, whatever the texts hold, as it is produced."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from arcorpus.types import Topic, record
from arcorpus.writers.json import encode, write
from arcorpus.writers.layout import Layout


def written(report, form="json"):
    """What the writer writes."""
    out = io.StringIO(newline="")
    write(report, out, Layout(form=form))
    return out.getvalue()


def _part(report, name):
    """What stands under a key of the object."""
    return getattr(report, name) if name in {"run", "corpus"} else report.rows(name)


def test_the_object_is_the_report(report):
    """Every section holds its records with their fields in order, and the counts are there."""
    read = json.loads(written(report))
    sections = ["articles", "entities", "mentions", "contexts", "topics", "claims", "sources", "duplicates", "changes",
                "run", "corpus", "errors"]  # fmt: skip
    assert list(read) == ["schema", "version", *sections]
    for section in sections:
        assert read[section] == record(_part(report, section)), section
    assert list(read["claims"][0])[:4] == ["id", "article", "field", "start"]


def test_offsets_still_count(report):
    """Cut out of the text by its offsets, a mention is its words."""
    read = json.loads(written(report))
    texts = {article["id"]: article["text"] for article in read["articles"]}
    for mention in read["mentions"]:
        assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["text"]


def test_sections_not_asked_for_are_absent(report):
    """A table that was not made is no key, an empty one is an empty list, and articles are always there."""
    report = replace(report, articles=(), tables={"claims": ()})
    read = json.loads(written(report))
    assert not {"topics", "sources"} & set(read)
    assert read["claims"] == read["articles"] == []


def test_texts_are_left_out_where_they_were_not_asked_for(report):
    """Without texts an article has every other field, and the claims keep theirs."""
    read = json.loads(written(replace(report, with_text=False)))
    assert "text" not in read["articles"][0]
    assert read["articles"][0]["title"].startswith('"ميتا"')
    assert read["claims"][0]["text"]


def test_articles_go_out_as_they_come(stream):
    """An article is written before the next is produced; what is known at the end stands at the end."""
    out = io.StringIO()
    seen = []

    def watched(articles):
        for article in articles:
            seen.append(out.getvalue().count('"path"'))
            yield article
        stream.corpus.files = 99

    write(replace(stream, articles=watched(stream.articles)), out, Layout())
    assert seen == [0, 1]
    assert json.loads(out.getvalue())["corpus"]["files"] == 99


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_nothing_is_written_when_the_first_article_fails(report, form):
    """A failure before the first article leaves no half report behind."""
    out = io.StringIO()
    articles = (1 / 0 for _ in range(1))
    with pytest.raises(ZeroDivisionError):
        write(replace(report, articles=articles), out, Layout(form=form))
    assert out.getvalue() == ""


def test_every_record_has_a_line_of_its_own(report):
    """A line holds one whole record, so that `grep` and `head` are of use."""
    lines = written(report).splitlines()
    assert json.loads(next(line for line in lines if '"a1f0"' in line).rstrip(","))["index"] == 0
    assert lines[0] == "{"
    assert lines[-1] == "}"


def test_same_bytes_every_time(report):
    """Two writings of a report do not differ."""
    assert written(report) == written(report)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_hostile_texts_keep_their_value_and_do_nothing(attack, form):
    """The texts come back as they were; nothing in the output is obeyed by a terminal or cannot be encoded."""
    text = written(attack, form)
    text.encode("utf-8")
    assert not any(ord(char) < 32 and char != "\n" for char in text)
    assert not {*map(chr, range(0x7F, 0xA0)), *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2028"} & set(text)
    read = json.loads(text)["articles"][0] if form == "json" else json.loads(text.splitlines()[0])
    assert read["title"] == attack.articles[0].title


def test_lines_stand_in_order(stream):
    """JSON Lines have an object a line, `record` first, in the order of the interface; sources are no records of it."""
    lines = [json.loads(line) for line in written(stream, "jsonl").splitlines()]
    kinds = [line["record"] for line in lines]
    assert all(next(iter(line)) == "record" for line in lines)
    assert list(dict.fromkeys(kinds)) == [
        "article",
        "entity",
        "mention",
        "context",
        "topic",
        "claim",
        "duplicate",
        "change",
        "error",
    ]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)
    assert kinds.count("claim") == 3
    assert lines[0]["text"].startswith("أعلنت")


def test_arabic_stays_arabic():
    """Letters are written as they are, not as escapes."""
    assert encode("مُحمَّد می‌خواهم") == '"مُحمَّد می‌خواهم"'


def test_no_number_that_json_has_no_word_for(report):
    """Infinity and not-a-number become null, and the output is JSON for every reader."""
    topics = (Topic("t", "x", (), (), float("nan")), Topic("u", "y", (), (), float("inf")))
    read = json.loads(written(replace(report, tables={"topics": topics})), parse_constant=pytest.fail)
    assert [topic["share"] for topic in read["topics"]] == [None, None]
