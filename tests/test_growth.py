"""What is done for a text grows as the text does: twice the text takes twice the steps, whatever it is made of.

A step is a line of Python that runs, counted and not timed, so that a busy machine changes nothing. What a pattern does
inside the engine of regular expressions is no step; tests/test_patterns.py holds those.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import pytest

from arcorpus.pipeline import STAGES, Settings
from arcorpus.readers.page.articles import read_page
from arcorpus.types import Article, Document

LENGTH = 3000
"""Code points of the shorter text: well beyond the windows in which a rule looks around."""
MOST = 2.2
"""Times as many steps that twice the text may take."""

MOST_OF_ONE = 2.8
"""The same for one function alone, whose share may still rise."""

SHAPES = {
    "a verb of saying again and again": "قال ن ",
    "marks that nothing closes": "«كلمة قال ",
    "nouns that report": "مخاوف من ",
}
"""What a text is made of that once took the square of its length."""

MORE_SHAPES = {
    "speech after a colon, each time": "قال: «نعم» ",
    "apostrophes round words": "وقال 'نعم ",
    "odd quotation marks": '"قال محمد" "إن ',
    "relative clauses": "التي قال ",
    "labels": "كلمة: ",
    "participles": "مشيرا إلى أنها أعلنت أن ",
    "names": "محمد بن سلمان ",
    "names that come again": "الزبيدي قال الزبيدي ",
    "glosses": "ميتا (Meta) ",
    "number words": "خمسة وعشرون و",
    "dates": "الأحد 5 يناير 2020 ",
    "hashtags": "#وسم_كلمة ",
    "opening brackets": "(كلمة ",
    "quotation marks alone": '"',
    "colons and marks": '": "',
    "one word": "كلمة",
    "spaces": " ",
    "lines": "\n",
    "tatweel": "ـ",
    "signs": "\u064e",
    "full stops": ". ",
    "digits": "1",
    "one sentence without an end": "كلمة أخرى هنا ذهب الولد إلى المدرسة ",
    "one sentence of reports": "قال محمد إن الوضع جيد وأضاف علي أن ",
    "a quotation over sentences": "«" + "قال محمد إن الوضع جيد. " * 400 + "»",
}

PAGES = {
    "days": "5 يناير 2020\n",
    "bylines": "بغداد - محمد أحمد\n",
    "short lines": "كلمة أخرى\n",
    "labels": "الكاتب: محمد\n",
    "headings of lists": "اقرأ أيضا\n",
    "sentences": "قال محمد إن الوضع جيد جدا اليوم في المدينة.\n",
}
"""Lines that a page is made of."""


def made_of(unit, length):
    """A text of so many code points that repeats a unit."""
    return (unit * (length // len(unit) + 1))[:length]


def steps(work):
    """How often each function, by file and name, runs a line while `work` is done."""
    counted = defaultdict(lambda: [0])

    def each_call(frame, _event, _argument):
        count = counted[frame.f_code.co_filename, frame.f_code.co_name]

        def each_line(_frame, _event, _argument):
            count[0] += 1
            return each_line

        return each_line

    before = sys.gettrace()
    sys.settrace(each_call)
    try:
        work()
    finally:
        sys.settrace(before)
    return {name: count for name, [count] in counted.items()}


def growth(work, unit):
    """How many times as many steps twice the text takes: of all functions together, and of the one that grows most.

    A function that has few of the steps is left out of the second figure.
    """
    work(made_of(unit, LENGTH))  # lexicons are loaded, and what is remembered of words is there
    one, two = (steps(lambda length=length: work(made_of(unit, length))) for length in (LENGTH, 2 * LENGTH))
    every, few = sum(two.values()), sum(two.values()) // 20
    most = max((two[name] / max(one.get(name, 0), few / 4) for name in two if two[name] > few), default=0)
    return every / max(sum(one.values()), 1), most


def run_stages(text):
    """Annotate a text by every stage, names by the rules."""
    documents = [Document(Article("a", "p", 0, text=text))]
    for stage, _ in STAGES.values():
        documents = stage(documents, Settings(ner="rules"))


def read_as_page(text):
    """Read the lines of a text as those of a page with a title and a body."""
    read_page(f"عنوان الخبر الطويل هنا\n{text}\nقال محمد إن الوضع جيد جدا اليوم في المدينة.\n", "p.txt")


@pytest.mark.parametrize("unit", SHAPES.values(), ids=SHAPES)
def test_the_stages_take_twice_the_steps_for_twice_the_text(unit):
    """No stage runs over the text again for each of its words: names by the rules, values, claims, terms."""
    together, most = growth(run_stages, unit)
    assert together <= MOST
    assert most <= MOST_OF_ONE


@pytest.mark.slow
@pytest.mark.parametrize("unit", MORE_SHAPES.values(), ids=MORE_SHAPES)
def test_the_stages_grow_with_any_text(unit):
    """Neither do they for these."""
    together, most = growth(run_stages, unit)
    assert together <= MOST
    assert most <= MOST_OF_ONE


@pytest.mark.parametrize("unit", PAGES.values(), ids=PAGES)
def test_the_page_reader_takes_twice_the_steps_for_twice_the_lines(unit):
    """No line of a page is held against all others."""
    together, most = growth(read_as_page, unit)
    assert together <= MOST
    assert most <= MOST_OF_ONE


def test_a_loop_in_a_loop_is_seen():
    """A function that looks at all words for each word takes four times the steps."""

    def careless(text):
        words = text.split()
        return sum(sum(other == word for other in words) for word in words)

    together, _ = growth(careless, "كلمةطويلةجدا ")
    assert together > 3
