"""The page reader against the saved pages of tests/pages and the golden JSON of tests/golden.

Run as a program it prints how many pages pass in each field.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from arcorpus.errors import NoArticle
from arcorpus.readers.encodings import decode
from arcorpus.readers.page.articles import read_page

if TYPE_CHECKING:
    from arcorpus.types import Article

TESTS = Path(__file__).resolve().parents[2]
PAGES = sorted((TESTS / "pages").glob("*.txt"))
FIELDS = ("title", "source", "author", "date", "date_text", "keywords", "standfirst")
PARTS = ("articles", *FIELDS, "body", "noise", "inside", "warnings")
LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
DAYS = (
    "السبت|الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الثلثاء|الأربعاء|الاربعاء|الخميس|الجمعة"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)


def golden(page: Path) -> dict[str, Any]:
    """What the reader should find on a page."""
    return json.loads((TESTS / "golden" / f"{page.stem}.json").read_text(encoding="utf-8"))


def page_text(page: Path) -> str:
    """The decoded text of a page."""
    return decode(page.read_bytes(), page.name).text


def stored_text(page: Path) -> str:
    """The text of a page in the encoding that its golden names, without the mark before it."""
    return page.read_bytes().decode(golden(page).get("encoding", "utf-8")).removeprefix("\ufeff")


def read(text: str, path: str) -> tuple[Article, ...]:
    """The articles of a page, none where the reader says that there is none."""
    try:
        return read_page(text, path)
    except NoArticle:
        return ()


def fold(field: str, value: Any) -> Any:
    """A value as it is compared: white space folded, a hash sign is not part of a keyword.

    The guidelines leave open whether `date_text` holds the weekday before and the era sign after the date.
    """
    if isinstance(value, (list, tuple)):
        return [fold(field, item) for item in value]
    if value is None:
        return None
    text = " ".join(value.split())
    if field == "keywords":
        text = text.removeprefix("#").replace("_", " ")
    if field == "date_text":
        text = re.sub(rf"^(?:يوم )?(?:{DAYS})\b[\u200e\u200f ،,:-]*|[ ،,]*(?:هـ?|م|GMT)[.]?$", "", text)
    return text


def accepted(field: str, value: Any) -> list[Any]:
    """The values that count as right: a list in a field of one value names them all."""
    if isinstance(value, list) and field not in {"keywords", "standfirst"}:
        return [fold(field, item) for item in value]
    return [fold(field, value)]


def line_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of every line that holds something, in code points, without the white space around it."""
    spans, start = [], 0
    for stop in [*(m.span() for m in LINE_END.finditer(text)), (len(text), len(text))]:
        line = text[start : stop[0]]
        left = start + len(line) - len(line.lstrip())
        if line.strip():
            spans.append((left, left + len(line.strip())))
        start = stop[1]
    return spans


def field_faults(want: dict[str, Any], article: Article) -> dict[str, list[str]]:
    """The fields of one article that are not as the golden says, with both values."""
    faults = {}
    for field in FIELDS:
        if field not in want:
            continue
        got = fold(field, getattr(article, field))
        if got not in accepted(field, want[field]):
            faults[field] = [f"want {want[field]!r}, got {getattr(article, field)!r}"]
    return faults


def body_faults(want: dict[str, Any], article: Article) -> list[str]:
    """Where the body does not begin or end as the golden says."""
    faults = []
    first, last = accepted("body", want["body_first"]), accepted("body", want["body_last"])
    body = fold("body", article.text)
    if not any(body.startswith(start) for start in first):
        faults.append(f"begins {article.text[:60]!r}, want {want['body_first']!r}")
    if not any(body.endswith(end) for end in last):
        faults.append(f"ends {article.text[-60:]!r}, want {want['body_last']!r}")
    return faults


def covered(span: tuple[int, int], marked: list[bool], text: str) -> bool:
    """Whether furniture covers every visible character of a span, marks of direction left out."""
    return all(marked[i] or text[i].isspace() or unicodedata.category(text[i]) == "Cf" for i in range(*span))


def marks(text: str, articles: tuple[Article, ...]) -> list[bool]:
    """For every code point of the page whether some article marks it as furniture."""
    marked = [False] * len(text)
    for article in articles:
        for piece in article.furniture or ():
            marked[piece.start : piece.end] = [True] * (piece.end - piece.start)
    return marked


def noise_faults(want: list[dict[str, Any]], articles: tuple[Article, ...], text: str) -> list[str]:
    """The lines furniture_around the bodies that should be marked and are not, at any place where they stand."""
    marked = marks(text, articles)
    lines = {line for article in want for line in article["noise"]}
    kept = Counter(str(line) for article in want for line in (article.get("title"), *article.get("standfirst", [])))
    faults = []
    for line in sorted(lines):
        spans = [span for span in line_spans(text) if text[slice(*span)] == line]
        missed = [span for span in spans if not covered(span, marked, text)]
        if len(missed) > kept[line]:
            faults.append(f"not marked: {line!r}")
    return faults


def inside_faults(want: dict[str, Any], article: Article, text: str) -> list[str]:
    """The furniture lines inside the body that are not marked, and the body lines that are marked as furniture."""
    marked = marks(text, (article,))
    start = article.text_start or 0
    spans = [span for span in line_spans(text) if start <= span[0] and span[1] <= start + len(article.text)]
    faults = []
    for span in spans:
        line = text[slice(*span)]
        if line in want["inside"]:
            if not covered(span, marked, text):
                faults.append(f"not marked in the body: {line!r}")
        elif line not in want.get("either", ()) and any(marked[slice(*span)]):
            faults.append(f"marked, but body: {line!r}")
    return faults


def warning_faults(want: dict[str, Any], article: Article) -> list[str]:
    """The warnings that are missing, or any warning where the golden says that there is no cause for one."""
    if "warnings" not in want:
        return []
    if not want["warnings"]:
        return [f"needless: {warning}" for warning in article.warnings]
    said = "\n".join(article.warnings)
    return [f"no warning about {word!r}" for word in want["warnings"] if not re.search(word, said, re.IGNORECASE)]


def page_faults(page: Path) -> dict[str, list[str]]:
    """Everything on a page that was not read as its golden says, by field."""
    text, want = page_text(page), golden(page)["articles"]
    articles = read(text, page.name)
    faults: dict[str, list[str]] = {part: [] for part in PARTS}
    if len(articles) != len(want):
        faults["articles"].append(f"want {len(want)}, got {[a.title or a.text[:40] for a in articles]}")
    for number, (expected, article) in enumerate(zip(want, articles, strict=False)):
        found = field_faults(expected, article)
        found["body"] = body_faults(expected, article)
        found["inside"] = inside_faults(expected, article, text)
        found["warnings"] = warning_faults(expected, article)
        for part, messages in found.items():
            faults[part] += [f"article {number}: {message}" for message in messages]
    if articles:
        faults["noise"] += noise_faults(want, articles, text)
    return {part: messages for part, messages in faults.items() if messages}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_read_as_its_golden_says(page: Path) -> None:
    """Every field of every article on a saved page is what a careful reader of that page would write down."""
    faults = page_faults(page)
    assert not faults, "\n".join(f"{part}: {message}" for part, messages in faults.items() for message in messages)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_decoded_in_its_encoding(page: Path) -> None:
    """The decoded text of a page is the text in the encoding that the golden names; another one than UTF-8 is told."""
    decoded = decode(page.read_bytes(), page.name)
    assert decoded.text == stored_text(page)
    assert bool(decoded.warnings) == (golden(page).get("encoding", "utf-8") != "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_offsets_lead_back_to_the_page(page: Path) -> None:
    """The body stands in the decoded page where `text_start` says, and furniture lies within the page."""
    text = page_text(page)
    for article in read(text, page.name):
        assert article.text_start is not None
        assert text[article.text_start : article.text_start + len(article.text)] == article.text
        assert article.text == article.text.strip()
        assert all(0 <= piece.start < piece.end <= len(text) for piece in article.furniture or ())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_reads_the_same_twice(page: Path) -> None:
    """Two readings of a page give equal records."""
    text = page_text(page)
    assert read(text, page.name) == read(text, page.name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_golden_speaks_of_its_page(page: Path) -> None:
    """Every text that a golden names stands on its page, furniture as whole lines, so that no golden is out of date."""
    want, text = golden(page), stored_text(page)
    lines = {text[slice(*span)] for span in line_spans(text)}
    for article in want["articles"]:
        for field in ("title", "source", "author", "date_text", "body_first", "body_last"):
            values = article.get(field)
            for value in values if isinstance(values, list) else [values]:
                assert value is None or value in text, (field, value)
        assert set(article.get("standfirst", [])) <= lines
        assert {*article["noise"], *article["inside"], *article.get("either", [])} <= lines


def test_every_page_has_a_golden_and_every_golden_a_page() -> None:
    """Pages and goldens go in pairs, and there are at least fifty."""
    names = {page.stem for page in PAGES}
    assert names == {path.stem for path in (TESTS / "golden").glob("*.json")}
    assert len(names) >= 50


def table() -> str:
    """How many pages pass in each field, and the faults of the rest."""
    passed: Counter[str] = Counter()
    lines = []
    for page in PAGES:
        faults = page_faults(page)
        passed.update(part for part in PARTS if part not in faults)
        passed["whole page"] += not faults
        lines += [f"{page.stem}: {part}: {message}" for part, messages in faults.items() for message in messages]
    return "\n".join([*lines, "", *(f"{part:<12}{passed[part]:>4} of {len(PAGES)}" for part in (*PARTS, "whole page"))])


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
