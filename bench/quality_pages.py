"""Whole pages dumped as text: are title, date and body those of the page's own gold?

The dumps lie in ../shared/data/html_pages/dump, what is right in the HTML beside them: its title begins with the
headline, two pages have the body as gold text, and four have their publication date.
"""

from __future__ import annotations

import html
import json
import re
import sys
from pathlib import Path

from arcorpus.readers.page.articles import read_page

# Publication dates of the pages, from the metadata of their HTML; the CNN pages state theirs in the text alone.
DATES = {
    "goose3_test_cnn_arabic": "2013-08-04",
    "newspaper4k_arabic_article": "2013-08-28",
    "htmldate_1550981615": "2020-03-17",
    "htmldate_1588107198": "2020-04-24",
    "htmldate_1623715966": "2020-06-03",
    "htmldate_1731695567": "2020-10-07",
}


def words(text: str) -> list[str]:
    """The words of a text, for comparison without regard to blank lines."""
    return re.findall(r"\w+", html.unescape(text))


def gold_body(folder: Path, name: str) -> list[str] | None:
    """The words of the gold body, where the page has one."""
    path = folder / f"{name}.gold.txt"
    if name == "goose3_test_cnn_arabic":
        path = folder / "newspaper4k_arabic_article.gold.txt"
    return words(path.read_text(encoding="utf-8")) if path.exists() else None


def headline(folder: Path, name: str) -> str | None:
    """What the HTML's `og:title`, else its `<title>`, says; the site's name may follow the headline."""
    page = (folder / f"{name}.html").read_text(encoding="utf-8")
    found = re.search(r'og:title" content="([^"]*)"', page) or re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    return html.unescape(found[1]).strip() if found else None


def measure(shared: Path) -> dict[str, float]:
    """The shares of dumped pages with the right title, date and body (0-1)."""
    folder = shared / "data" / "html_pages"
    right: dict[str, list[bool]] = {"title": [], "date": [], "body": []}
    for path in sorted((folder / "dump").glob("*.txt")):
        articles = read_page(path.read_text(encoding="utf-8"), path.name)
        article = articles[0] if len(articles) == 1 else None
        title = headline(folder, path.stem)
        if title:
            right["title"].append(bool(article and article.title and title.startswith(article.title)))
        right["date"].append(bool(article and article.date == DATES[path.stem]))
        body = gold_body(folder, path.stem)
        if body:
            right["body"].append(bool(article) and words(article.text if article else "") == body)
    return {f"dump.{field}": sum(found) / len(found) for field, found in right.items()}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")), indent=1))
