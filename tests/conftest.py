"""A small report like those of real pages, and one in which every text is hostile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings

from arcorpus.report import Corpus, ErrorRow, Report, Run
from arcorpus.types import (
    Article,
    Change,
    Claim,
    ClaimSource,
    Conflict,
    Context,
    Cue,
    Duplicate,
    Entity,
    Evidence,
    Furniture,
    Mention,
    Period,
    SourceCount,
    Term,
    Topic,
    TopicShare,
)
from arcorpus.writers.grid import grids
from arcorpus.writers.layout import Layout

# The same examples on every run, so that a change passes or fails by what it changes; no limit on an example's time.
# `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=3000, deadline=None)
settings.load_profile("repeatable")

FIRST = (
    "أعلنت شركة ميتا (Meta) أمس أنها ستستثمر 65 مليار دولار في مراكز البيانات عام 2025.\n"
    "وأكد يان لوكان، كبير علماء الذكاء الاصطناعي في الشركة، أن «النماذج مفتوحة المصدر تتفوق على النماذج المغلقة، "
    "وأن DeepSeek R1 خيرُ دليلٍ على ذلك»، ونفى أن تكون الشركة قد أُخِذت على حين غِرّة.\n"
)
SECOND = "قالت مصادر مطلعة إن نسبة النمو بلغت 3.5 في المائة.\nتفاصيل أوفى على https://example.com/اقتصاد/2025/01/30/تقرير-مطول-جدا\n"


def articles():
    """The sample's articles: one with everything, one of a row without a title."""
    return (
        Article(
            id="a1f0", path="pages/meta.txt", index=0, title='"ميتا" ترد على DeepSeek: 65 مليار دولار لمراكز البيانات',
            source="وكالة الأنباء", author="سلمى الحدّاد", date="2025-01-30", date_text="30 كانون الثاني/يناير 2025",
            keywords=("ميتا", "ذكاء اصطناعي | تقنية"), standfirst=("لوكان: المصدر المفتوح يتفوق",), text=FIRST,
            text_start=96, furniture=(Furniture(0, 12, "share"), Furniture(300, 340, "tags")),
            topics=(TopicShare("t1", 0.8),), words=48, sentences=2,
        ),
        Article(id="b2e9", path="rows.jsonl", index=7, text=SECOND, words=14, sentences=2, url="https://example.com/1",
                warnings=("no date",)),
    )  # fmt: skip


def span(text, words):
    """Where `words` first stand in `text`, with the words themselves."""
    start = text.index(words)
    return start, start + len(words), words


def claims():
    """A direct claim with a contradicted value, one by unnamed sources, and the writer's own."""
    lecun = ClaimSource("يان لوكان", *span(FIRST, "يان لوكان")[:2], "e2", "PER", "m", "s")
    sources = ClaimSource("مصادر مطلعة", *span(SECOND, "مصادر مطلعة")[:2], None, None, None, "p")
    start, end, said = span(FIRST, "النماذج مفتوحة المصدر تتفوق على النماذج المغلقة، وأن DeepSeek R1 خيرُ دليلٍ على ذلك")
    low, high, growth = span(SECOND, "نسبة النمو بلغت 3.5 في المائة")
    cue, told = span(FIRST, "وأكد"), span(SECOND, "قالت")
    return (
        Claim("c1", "a1f0", "text", start, end, said, 1, lecun, Cue("وأكد", *cue[:2]), "direct", "confirm", 0.61),
        Claim("c2", "a1f0", "text", 0, 83, FIRST[:83], 0, None, None, "assertion", "assert", 0.93),
        Claim("c3", "b2e9", "text", low, high, growth, 0, sources, Cue("قالت", *told[:2]), "indirect", "assert", 0.88,
              "g1", Conflict("3.5", ("3.1", "4")), 0.9),
    )  # fmt: skip


def full(items=None):
    """A report with every section; `items` may stand for its articles."""
    return Report(
        run=Run({"sections": ["articles"], "since": None}, models={"ner": "rules"}, lexicons={"cues": "0" * 64}),
        corpus=Corpus(2, 2, 62, 4, "2025-01-30", "2025-01-30", 1),
        articles=articles() if items is None else items,
        tables={
            "entities": (
                Entity("e1", "Meta", "ORG", ("ميتا", "Meta"), 2, 1, "2025-01-30", "2025-01-30",
                       (Evidence("Meta", "gloss", 1.0), Evidence("ميتا", "gazetteer", 0.5))),
                Entity("e2", "يان لوكان", "PER", ("يان لوكان",), 1, 1),
                Entity("e3", "DeepSeek R1", "PRODUCT", ("DeepSeek R1",), 1, 1),
            ),
            "mentions": (
                Mention("a1f0", "text", *span(FIRST, "ميتا"), "ORG", "e1", score=0.98),
                Mention("a1f0", "text", *span(FIRST, "Meta"), "ORG", "e1"),
                Mention("a1f0", "text", *span(FIRST, "65 مليار دولار"), "MONEY", value="65000000000 USD",
                        bound="about"),
                Mention("b2e9", "text", *span(SECOND, "3.5 في المائة"), "PERCENT", value="3.5"),
            ),
            "contexts": (Context("e1", "a1f0", "text", 0, 83, FIRST[:83], *span(FIRST, "ميتا")[:2]),),
            "topics": (
                Topic("t1", "الذكاء الاصطناعي", (Term("ميتا", 0.4), Term("مفتوحة المصدر", 0.2)), ("a1f0",), 0.5,
                      (Period("2025-01", 1),)),
            ),
            "claims": claims(),
            "sources": (SourceCount("e2", "يان لوكان", 1, unnamed=False),
                        SourceCount(None, "مصادر مطلعة", 1, unnamed=True)),
            "duplicates": (Duplicate("d1", "near", ("a1f0", "b2e9"), 0.62),),
            "changes": (Change("d1", "b2e9", "equal", 0, 5, "أعلنت", 0, 4, "قالت"),
                     Change("d1", "b2e9", "replace", 6, 10, "شركة", 5, 10, "مصادر")),
        },
        errors=[ErrorRow("pages/صورة.txt", "UnreadableFile", "not text: save the page as text and try again")],
    )  # fmt: skip


HOSTILE = (
    "\x1b]8;;http://evil.example\x1b\\انقر\x1b]8;;\x07",
    "\x1b[2J\x1b[31m[red]أحمر[/red] [link=http://x]هنا[/link]",
    '=HYPERLINK("http://evil.example","افتح")',
    "\u202eمقلوب\u202c \u2066معزول",
    "<script>alert(1)</script> | ![x](http://evil.example/i.png) `` @octocat #12",
    "خفي\U000e0049\U000e0047\u200b\u200d\ue000\x9b31m\udcff",
    "سطر\r\nآخر\u2028وثالث\x00",
)  # fmt: skip


def hostile(text):
    """A report in which every text that comes from files is `text`."""
    source = ClaimSource(text, 0, len(text), None, "PER")
    return Report(
        Run(),
        Corpus(1, 1, 1, 1),
        (Article("a", text, 0, *[text] * 6, (text, text), text, (text,), text, warnings=(text,)),),
        tables={
            "entities": (Entity("e", text, "PER", (text, "آخر"), 1, 1),),
            "mentions": (Mention("a", "text", 0, len(text), text, "DATE", value=text),),
            "contexts": (Context("e", "a", "text", 0, len(text), text, 0, len(text)),),
            "topics": (Topic("t", text, (Term(text, 1.0),), ("a",), 1.0, (Period("2025-01", 1),)),),
            "claims": (
                Claim("c", "a", "text", 0, len(text), text, 0, source, Cue(text, 0, 1), "direct", "assert", 0.5),
            ),
            "sources": (SourceCount(None, text, 1, unnamed=False),),
            "duplicates": (Duplicate("d", "exact", ("a",), 1.0),),
            "changes": (Change("d", "a", "replace", 0, len(text), text, 0, len(text), text),),
        },
        errors=[ErrorRow(text, "UnreadableFile", text)],
    )


@pytest.fixture
def report():
    """The sample report, whole."""
    return full()


@pytest.fixture
def stream():
    """The sample report with its articles as a generator, as `articles` gives them."""
    return full(iter(articles()))


@pytest.fixture
def many():
    """The sample report with fifty more articles and claims, more than a terminal shows."""
    more = tuple(replace(articles()[0], id=f"m{number}", title=f"خبر رقم {number}") for number in range(50))
    found = full((*articles(), *more))
    found.tables["claims"] = claims() * 17
    return found


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def attack(request):
    """A report of hostile texts."""
    return hostile(request.param)


@pytest.fixture
def table():
    """Gives the grid of a report whose title begins so."""

    def found(report, title, **options):
        [grid] = [grid for grid in grids(report, Layout(**options))[1] if grid.title.startswith(title)]
        return grid

    return found


@pytest.fixture
def titles():
    """Gives the titles of a report's grids, without their counts."""

    def found(report, **options):
        return [grid.title.rsplit(" (", 1)[0] for grid in grids(report, Layout(**options))[1]]

    return found


@pytest.fixture
def column():
    """Gives the cells of a column of a grid."""

    def cells(grid, name):
        place = [found.name for found in grid.columns].index(name)
        return [row[place] for row in grid.rows]

    return cells


@pytest.fixture
def told():
    """Gives a report with other rows in some tables."""

    def changed(report, **tables):
        return replace(report, tables=report.tables | tables)

    return changed
