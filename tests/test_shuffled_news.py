"""News cut and shuffled at will goes through every stage without an error, every offset right, twice alike."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arcorpus import plugins
from arcorpus.analyses.context import AnalysisContext, linked_once
from arcorpus.analyses.options import values
from arcorpus.dedup.watch import Watch
from arcorpus.pipeline import STAGES, Settings
from arcorpus.readers.letters import mend
from arcorpus.readers.page.articles import read_page
from arcorpus.resources import data_dir, lexicon
from arcorpus.types import Article, Document

SEEDS = Path(__file__).parents[1] / "seeds"
CUES = (
    "قال قالت وقال يقول أن إن بأن أنها وأن إلى مؤكدا مشيرا قائلا التي الذي ما لا ألا كما جاء في عن من ل ب و بين عقب",
    "عبر بحسب وفقا نقلا سبق حسب تعبيره قوله يقال حمّل المسؤولية أما فقد قد كان ذلك مزاعم مخاوف بيانا نسبة",
    "الوزير محمد شركة وزارة ميتا Meta (Meta)",
)
MARKS = "، . : ؛ ؟ « » \" ' ( ) - … % ـ # @ <b>"
NUMBERS = (
    "5 10.5 1,000 ٣ 5/1/2020 2020-01-30 7/10/2020. %5 10% $5 مليون ملايين دولار دراهم فلسا خمسة وعشرون آلاف يناير",
    "كانون الثاني هـ 1441 رمضان الأحد عام نصف 10:30 COVID-19 R1 3.5-4 ² ½",
)


def lexicon_words():
    """The words of all lists kept by hand."""
    names = sorted(path.stem for path in (data_dir() / "lexicons").glob("*.tsv"))
    return sorted({row["form"] for name in names for row in lexicon(name) if row.get("form")})


NEWS = sorted({word for page in SEEDS.glob("*.txt") for word in re.findall(r"\S+", page.read_text(encoding="utf-8"))})
SHOWN = [*" ".join([*CUES, MARKS, *NUMBERS]).split(), "\n", "\n\n", "\x00", "\u064e"]
PIECES = st.one_of(*map(st.sampled_from, (SHOWN, SHOWN, NEWS, lexicon_words())))
GAPS = st.sampled_from([" ", " ", " ", " ", "", "\n", "\u00a0"])


@st.composite
def texts(draw, most=60):
    """A text of words, marks and numbers in any order, cut anywhere."""
    parts = draw(st.lists(st.tuples(PIECES, GAPS), max_size=most))
    text = "".join(piece + gap for piece, gap in parts)
    return text[: len(text) - draw(st.integers(0, 5))]


def annotated(title, standfirst, text, id_="a"):
    """The document of an article, through every stage, names by the rules."""
    documents = [Document(Article(id_, "p", 0, title or None, text=text, standfirst=tuple(standfirst)))]
    for stage, _ in STAGES.values():
        documents = stage(documents, Settings(ner="rules"))
    return documents[0]


def spans(document):
    """Each field's text with everything in it that has offsets and shows its text."""
    by_name = {field.name: field for field in document.fields}
    for field in document.fields:
        yield from ((field.text, token) for token in field.tokens)
    for mention in document.mentions:
        yield by_name[mention.field].text, mention
    for claim in document.claims:
        parts = [claim, claim.cue, claim.source]
        yield from ((by_name[claim.field].text, part) for part in parts if part and part.text is not None)


PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@PROPERTY
@given(texts(12), st.lists(texts(8), max_size=1), texts())
def test_stages_take_any_text(title, standfirst, text):
    """Tokens, names, values and claims are found in it where they say, and the same again."""
    document = annotated(title, standfirst, text)
    for whole, part in spans(document):
        assert part.text
        assert whole[part.start : part.end] == part.text
    for field in document.fields:
        ends = [0, *(sentence.end for sentence in field.sentences)]
        assert all(end <= sentence.start < sentence.end for end, sentence in zip(ends, field.sentences, strict=False))
    assert annotated(title, standfirst, text) == document


@PROPERTY
@given(texts(100))
def test_the_page_reader_takes_any_text(text):
    """Each article's body stands in the page where it says, and its furniture inside the page."""
    for article in read_page(text, "p.txt"):
        assert text[article.text_start : article.text_start + len(article.text)] == article.text
        assert all(0 <= part.start <= part.end <= len(text) for part in article.furniture)


@PROPERTY
@given(texts(40))
def test_letters_are_mended_once(text):
    """What the mending of letters leaves is a text, the same each time."""
    mended = mend(text)
    assert mend(text) == mended
    assert bool(mended.warnings) or mended.text == text


@settings(PROPERTY, max_examples=15)
@given(st.lists(texts(40), min_size=1, max_size=5))
def test_analyses_take_any_corpus(bodies):
    """Linking, topics, claims and copies of such texts come out, twice alike."""
    documents = [annotated(None, (), text, f"a{number}") for number, text in enumerate(bodies)]

    def tables():
        watch = Watch()
        seen = list(watch.over(documents))
        context = AnalysisContext(linked_once(seen, None), {}, seen, watch.copies())
        analyses = [plugins.load("analyses", name) for name in plugins.names("analyses")]
        return [analysis.analyse(seen, replace(context, options=values(analysis, {}))).tables for analysis in analyses]

    assert tables() == tables()
