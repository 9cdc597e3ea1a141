"""The reader of web pages beside published extractors: the body's words (F1), title, date and author against gold.

`python bench/quality_html.py` reads tests/pages/html against tests/golden/html; `--pages FOLDER` reads pages of your
own, each `NAME.html` beside its `NAME.gold.json` (any of `title`, `date`, `author`, `text`). Extractors that are not
installed are left out: `pip install --group bench`. The pages of tests were in view when the reader was mended: the
figures show that it keeps what it can, not how it does on unseen pages. `--time N` reads them N times over and prints
milliseconds a page.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FIELDS = ("title", "date", "author")


class Page(NamedTuple):
    """A page and what is wanted of it."""

    path: Path
    data: bytes
    wanted: dict[str, Any]


def f1(found: str, wanted: str) -> float:
    """F1 of the words of two texts as bags."""
    one, other = Counter(found.split()), Counter(wanted.split())
    common = sum((one & other).values())
    return 2 * common / max(1, one.total() + other.total())


def corpus(data: bytes, path: str) -> dict[str, Any]:
    """The page's articles as the program reads them: the fields of the first, the texts of all."""
    from arcorpus.readers.html.reader import read

    found = [article for article in read(io.BytesIO(data), path) if hasattr(article, "text")]
    if not found:
        return {}
    return {name: getattr(found[0], name) for name in FIELDS} | {"text": "\n".join(a.text for a in found)}


def trafilatura(data: bytes, _path: str) -> dict[str, Any]:
    """The article as trafilatura reads it with its defaults."""
    from trafilatura import bare_extraction

    found = bare_extraction(data, include_comments=False, with_metadata=True)
    return found.as_dict() if found is not None and not isinstance(found, dict) else {}


def resiliparse(data: bytes, _path: str) -> dict[str, Any]:
    """The main text as Resiliparse reads it; it gives no date and no author."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse_from_bytes(data)
    return {"text": extract_plain_text(tree, main_content=True), "title": tree.title}


def readability(data: bytes, _path: str) -> dict[str, Any]:
    """The article as readability-lxml reads it; it gives no date and no author."""
    from lxml.html import document_fromstring
    from readability import Document

    document = Document(data)
    return {"text": document_fromstring(document.summary()).text_content(), "title": document.short_title()}


def justext(data: bytes, _path: str) -> dict[str, Any]:
    """The paragraphs that jusText keeps, with its list for Arabic; it gives no fields."""
    from justext import get_stoplist
    from justext import justext as paragraphs

    kept = paragraphs(data, get_stoplist("Arabic"))
    return {"text": "\n".join(paragraph.text for paragraph in kept if not paragraph.is_boilerplate)}


READERS: tuple[Callable[[bytes, str], dict[str, Any]], ...] = (
    corpus,
    trafilatura,
    resiliparse,
    readability,
    justext,
)


def own_pages() -> Iterator[Page]:
    """The pages of the tests with what their golden files say; MHTML, which other extractors do not open, left out."""
    for path in sorted((ROOT / "tests/pages/html").glob("*.html")):
        golden = json.loads((ROOT / "tests/golden/html" / f"{path.stem}.json").read_text(encoding="utf-8"))["articles"]
        text = "\n".join(line for article in golden for line in article["text"])
        yield Page(path, path.read_bytes(), {name: golden[0][name] for name in FIELDS} | {"text": text})


def pages_of(folder: Path) -> Iterator[Page]:
    """Pages of a folder that have a gold file beside them."""
    for path in sorted(folder.glob("*.html")):
        gold = path.with_suffix(".gold.json")
        if gold.exists():
            yield Page(path, path.read_bytes(), json.loads(gold.read_text(encoding="utf-8")))


def _warmed(read: Callable[[bytes, str], dict[str, Any]], page: Page) -> bool:
    """Whether a reader is installed; what it loads once is loaded now, before time is taken."""
    try:
        read(page.data, page.path.name)
    except ImportError:
        return False
    except Exception:  # noqa: BLE001, S110 - counted when the page is read
        pass
    return True


def row(read: Callable[[bytes, str], dict[str, Any]], pages: list[Page]) -> str:
    """A reader's figures: mean F1 of the body, the share of each field that is right, milliseconds a page."""
    if not _warmed(read, pages[0]):
        return f"{read.__name__} | not installed"
    bodies: list[float] = []
    right, asked = Counter[str](), Counter[str]()
    start = time.process_time()
    for page in pages:
        try:
            found = read(page.data, page.path.name)
        except Exception as error:  # noqa: BLE001 - what an extractor fails at is its figure
            logging.getLogger(__name__).info("%s: %s: %s", read.__name__, page.path.name, error)
            found = {}
        if page.wanted.get("text"):
            bodies.append(f1(found.get("text") or "", page.wanted["text"]))
        asked.update(name for name in FIELDS if name in page.wanted and name in found)
        right.update(
            name
            for name in FIELDS
            if name in page.wanted and name in found and (found[name] or None) == page.wanted[name]
        )
    spent = 1000 * (time.process_time() - start) / len(pages)
    shares = " | ".join(f"{right[name] / len(pages):.2f}" if asked[name] else "-" for name in FIELDS)
    body = f"{sum(bodies) / len(bodies):.3f}" if bodies else "-"
    return f"{read.__name__} | {body} | {shares} | {spent:.0f}"


def main() -> int:
    """Print a row a reader."""
    parser = argparse.ArgumentParser(description="The reader of web pages beside published extractors.")
    parser.add_argument("--pages", type=Path, help="a folder of NAME.html with NAME.gold.json beside them")
    parser.add_argument("--time", type=int, default=1, metavar="N", help="read the pages N times over")
    options = parser.parse_args()
    pages = list(pages_of(options.pages) if options.pages else own_pages()) * options.time
    for name in ("trafilatura", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    sys.stdout.write(f"{len(pages)} pages | body F1 | {' | '.join(FIELDS)} | ms a page\n")
    for read in READERS:
        sys.stdout.write(row(read, pages) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
