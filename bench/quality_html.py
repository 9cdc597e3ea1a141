"""The reader of web pages beside trafilatura alone: the body's words (F1), title, date and author against the golden.

`python bench/quality_html.py` reads tests/pages/html against tests/golden/html. The pages were in view when the
reader was mended: the figures show that it keeps what it can, not how it does on unseen pages.
"""

from __future__ import annotations

import io
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FIELDS = ("title", "date", "author")


def f1(found: str, wanted: str) -> float:
    """F1 of the words of two texts as bags."""
    one, other = Counter(found.split()), Counter(wanted.split())
    common = sum((one & other).values())
    return 2 * common / max(1, one.total() + other.total())


def ours(data: bytes, path: str) -> dict[str, Any]:
    """The first article as the program reads it."""
    from arcorpus.readers.html.reader import read

    found = list(read(io.BytesIO(data), path))
    return {name: getattr(found[0], name) for name in (*FIELDS, "text")} if found else {}


def trafilatura_alone(data: bytes, _path: str) -> dict[str, Any]:
    """The article as trafilatura reads it with its defaults."""
    from trafilatura import bare_extraction

    found = bare_extraction(data, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return found or {}
    return found.as_dict()


def main() -> int:
    """Print a row a reader: mean F1 of the body, and the share of each field that is right."""
    pages = sorted((ROOT / "tests" / "pages" / "html").glob("*.html"))
    sys.stdout.write(f"{len(pages)} pages | body F1 | {' | '.join(FIELDS)}\n")
    for reader in (ours, trafilatura_alone):
        bodies: list[float] = []
        right = Counter[str]()
        for page in pages:
            golden = json.loads((ROOT / "tests/golden/html" / f"{page.stem}.json").read_text(encoding="utf-8"))
            wanted, found = golden["articles"][0], reader(page.read_bytes(), page.name)
            bodies.append(f1(found.get("text") or "", "\n".join(wanted["text"])))
            right.update(name for name in FIELDS if found.get(name) == wanted[name])
        shares = " | ".join(f"{right[name] / len(pages):.2f}" for name in FIELDS)
        sys.stdout.write(f"{reader.__name__} | {sum(bodies) / len(pages):.3f} | {shares}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
