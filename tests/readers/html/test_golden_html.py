"""The reader of web pages against the pages of tests/pages/html and the golden JSON of tests/golden/html."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from arcorpus.readers.html.reader import read

TESTS = Path(__file__).resolve().parents[2]
PAGES = sorted((TESTS / "pages" / "html").iterdir())
FIELDS = ("title", "date", "date_text", "source", "author", "category", "url")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(page):
    """Articles, their fields and paragraphs are as the golden says, and nothing counts in offsets of the page."""
    wanted = json.loads((TESTS / "golden" / "html" / f"{page.stem}.json").read_text(encoding="utf-8"))["articles"]
    found = list(read(io.BytesIO(page.read_bytes()), page.name))
    shown = [
        {name: getattr(article, name) for name in FIELDS}
        | {"keywords": list(article.keywords), "text": article.text.split("\n")}
        for article in found
    ]
    assert shown == wanted
    assert all(article.text_start is None and article.furniture is None for article in found)
