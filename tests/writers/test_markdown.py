"""The report as Markdown: tables on GitHub, and nothing that acts."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from arcorpus.errors import UsageError
from arcorpus.writers.layout import SECTIONS, Layout
from arcorpus.writers.markdown import write


def written(report, section, **options):
    """What the writer writes."""
    out = io.StringIO(newline="")
    write(report, out, Layout((section,), "md", **options))
    return out.getvalue()


def rendered(text):
    """The text as HTML."""
    return MarkdownIt("gfm-like", {"linkify": False}).render(text)


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_is_a_page_of_tables(report, section):
    """A section has its heading, the counts, and tables that render as such."""
    text = written(report, section)
    assert text.startswith(f"# {section.capitalize()}\n\n2 articles from 2 files")
    html = rendered(text)
    assert html.count("<table>") == len(re.findall(r"^\| -", text, re.MULTILINE)) > 1
    assert "|" not in re.sub(r"ذكاء اصطناعي \| تقنية", "", html)


def test_claims_by_article(report):
    """Claims stand in full under the title of their article, one without a title under its first words."""
    html = rendered(written(report, "claims"))
    assert "<h3>1. &quot;ميتا&quot; ترد على DeepSeek" in html
    assert "<h3>2. (untitled) قالت مصادر مطلعة" in html
    assert f"<td>{report.tables['claims'][0].text}</td>" in html
    assert "conflict: 3.5; others: 3.1, 4" in html


@pytest.mark.parametrize("section", SECTIONS)
def test_hostile_texts_are_only_text(attack, section):
    """No link, image, HTML, mention or control comes out of a text, and no table breaks."""
    text = written(attack, section)
    html = rendered(text)
    assert not re.search(r"<(?!/?(?:h[123]|p|table|thead|tbody|tr|th|td|em)\b)", html)
    assert "<em>" not in html
    assert not re.search(r"@\w|\x1b|[\x80-\x9f]|\u202e|\x00", text)
    for row in re.findall(r"^\|.*$", text, re.MULTILINE):
        assert row.endswith(" |")


def test_rows_are_counted_where_few_are_wanted(many):
    """With a number of rows the last line says how many there are besides; without, all are there."""
    assert "\n42 more; --top 52 shows all\n" in written(many, "articles", top=10)
    assert " more;" not in written(many, "articles")


def test_several_sections_do_not_fit(report):
    """Markdown of several sections is wrong usage, and says what to do."""
    with pytest.raises(UsageError, match="--only"):
        write(report, io.StringIO(), Layout(("articles", "claims"), "md"))


def test_articles_may_pass_once(stream, report):
    """A generator of articles gives the same page."""
    assert written(stream, "articles") == written(replace(report), "articles")
