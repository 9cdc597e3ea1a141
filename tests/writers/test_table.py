"""Tables on a terminal and in a pipe: aligned, whole, and inert."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from arcorpus.report import Corpus, Report, Run
from arcorpus.types import Article
from arcorpus.writers.escaping import FSI, PDI
from arcorpus.writers.layout import SECTIONS, Layout
from arcorpus.writers.table import write

VIEWS = [SECTIONS, *((section,) for section in SECTIONS)]


def drawn(report, sections=SECTIONS, **options):
    """What the writer writes."""
    out = io.StringIO()
    write(report, out, Layout(sections, "table", **options))
    return out.getvalue()


def words(text):
    """The words of a text, however its lines and marks part them."""
    return re.sub(r"[\u2068\u2069\u200f\s]+", " ", text)


@pytest.mark.parametrize("sections", VIEWS)
@pytest.mark.parametrize("width", [60, 80, 160])
def test_lines_fit_the_terminal(report, sections, width):
    """No line is wider than the terminal."""
    assert max(cell_len(line) for line in drawn(report, sections, width=width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 160])
def test_columns_are_aligned(report, width):
    """In every line of a table the gaps between the columns are at the places where the header's are."""
    lines = drawn(report, ("claims",), width=width).split("Claims (3)")[1].split("Sources")[0].splitlines()
    header = next(line for line in lines if "stance" in line)
    starts = [header.index(name) for name in ("cue", "stance", "claim")]
    body = [line for line in lines if line.strip() and not re.match(r"\W*\d\. ", line.replace("\u200f", ""))]
    for line in body:
        plain = re.sub("[\u2068\u2069\u200f\u064b-\u0652]", "", line)
        for start in starts:
            assert plain.ljust(width)[start - 2 : start] == "  ", line


@pytest.mark.parametrize("width", [80, 160])
def test_claims_are_shown_whole(report, width):
    """Long claims wrap and nothing of them is cut, nor is any column so narrow that letters stand below each other."""
    text = drawn(report, ("claims",), width=width)
    shown = " ".join(line[40:] for line in text.splitlines())
    for claim in report.tables["claims"]:
        assert set(claim.text.split()) <= set(words(shown).split()), claim.text
    assert "…" not in text


def test_words_longer_than_a_column_are_folded(report):
    """An address or a word without spaces goes on in the next line, and nothing of it is lost."""
    address = "https://example.com/" + "/".join(f"اقتصاد-{number}" for number in range(30))
    text = drawn(
        replace(report, tables={"claims": (replace(report.tables["claims"][0], text=address),)}), ("claims",), width=80
    )
    assert address in re.sub(r"[\u2068\u2069\u200f\s]|direct", "", text)


def test_arabic_is_isolated_line_by_line(report):
    """Every line of a cell with Arabic is opened and closed, and no isolate stands in the first column."""
    for line in drawn(report, width=80).splitlines():
        assert line.count(FSI) == line.count(PDI)
        assert not line.startswith(FSI)
        assert not re.search(f"{FSI}[^{PDI}]*{FSI}", line)
        bare = re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line)
        assert not re.search("[\u0620-\u06ff]", bare)


def test_logical_order_is_kept(report):
    """Words stand in the order in which they are read, and letters are the plain ones: nothing is reshaped."""
    text = words(drawn(report, width=160))
    assert "ترد على DeepSeek: 65 مليار دولار" in text
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufefc]", text)


@pytest.mark.parametrize("sections", VIEWS)
def test_plain_tables_are_only_text(report, sections):
    """Without a terminal there are no escape sequences, no isolates and no ellipsis, and a row is one line."""
    text = drawn(report, sections)
    assert not set(text) & {"\x1b", FSI, PDI, "…"}
    assert not any(line != line.rstrip() for line in text.splitlines())
    if "claims" in sections:
        for claim in report.tables["claims"]:
            assert any(" ".join(claim.text.split()) in line for line in text.splitlines())


def test_plain_columns_are_aligned(many):
    """The figures of a plain table end in one column, whatever script stands before them."""
    lines = [line for line in drawn(many, ("articles",)).splitlines() if "2025-01-30" in line and "من" not in line]
    ends = {cell_len(line[: line.index("2025-01-30")]) for line in lines[1:]}
    assert len(lines) > 50
    assert len(ends) == 1


def test_long_cell_does_not_move_the_other_rows():
    """A title longer than a column of a plain table pushes on its own row alone."""
    articles = [Article(str(n), "p", 0, title="كلمة " * (40 if n == 1 else 2), date="2025-01-30") for n in range(3)]
    lines = drawn(Report(Run(), Corpus(), articles), ("articles",)).splitlines()[5:]
    starts = [cell_len(line[: line.index("2025")]) for line in lines]
    assert starts[0] == starts[2] < starts[1]
    assert starts[0] <= 90


def test_styles_only_where_they_are_wanted(report):
    """Escape sequences are the program's own, and there only for a terminal that takes them."""
    styled = drawn(report, width=80, styled=True)
    assert "\x1b[1m" in styled
    assert re.sub(r"\x1b\[[0-9;]*m", "", styled) == drawn(report, width=80)


@pytest.mark.parametrize("sections", VIEWS)
@pytest.mark.parametrize("width", [80, None])
def test_hostile_texts_do_nothing(attack, sections, width):
    """Controls, links, overrides and markup in texts are shown or gone, never obeyed, and every line still fits."""
    text = drawn(attack, sections, width=width, styled=True)
    own = re.sub(r"\x1b\[[0-9;]*m", "", text) if width else text
    assert not {*map(chr, (*range(10), *range(11, 32), *range(127, 160))), "\u202e", "\ue000", "\udcff"} & set(own)
    own.encode("utf-8")
    if width:
        assert max(map(cell_len, own.splitlines())) <= width


def test_markup_is_shown():
    """Square brackets are text."""
    article = Article("a", "p", 0, title="[red]أحمر[/red] [link=http://x]هنا[/link]")
    for width in (80, None):
        text = words(drawn(Report(Run(), Corpus(), (article,)), width=width, styled=True))
        assert "[red]أحمر[/red] [link=http://x]هنا[/link]" in text


def test_endless_cell_does_not_flood_the_terminal():
    """Of a cell without end a terminal shows the beginning and says how much follows; a pipe gets it all."""
    report = Report(Run(), Corpus(), (Article("a", "p", 0, title="كلمة " * 100_000),))
    text = drawn(report, width=80)
    assert "498,000 more" in words(text)
    assert len(text) < 20_000
    assert drawn(report).count("كلمة") == 100_000


def test_spare_columns_need_room(report):
    """The keywords are shown where there is room for them, and in a pipe."""
    assert "keywords" not in drawn(report, ("articles",), width=80)
    assert "keywords" in drawn(report, ("articles",), width=160)
    assert "keywords" in drawn(report, ("articles",))


def test_top_rows(many):
    """The last line of a shortened table says what is missing."""
    assert "32 more; --top 52 shows all" in drawn(many, width=80, top=20)
    assert "32 more; --top 52 shows all" in drawn(many, top=20)


def test_generator_of_articles_gives_the_same(report, stream):
    """Articles may pass once."""
    assert drawn(stream, width=80) == drawn(replace(report), width=80)
