"""Write data/MANIFEST.tsv anew: row counts and hashes from the files, the rest from data-raw/sources.tsv."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from arcorpus.resources import MANIFEST, parse_tsv  # noqa: E402 - the checkout's own package

COLUMNS = ("name", "version", "rows", "sha256", "source", "licence", "built_by")


def main() -> None:
    """Write the manifest; fail in the end on a file that sources.tsv does not name, and the other way round."""
    data = ROOT / "data"
    sources = {row["name"]: row for row in parse_tsv((ROOT / "data-raw" / "sources.tsv").read_text(encoding="utf-8"))}
    files = {str(p.relative_to(data)) for p in data.rglob("*") if p.is_file() and p.name != MANIFEST}
    lines = ["\t".join(COLUMNS)]
    for name in sorted(files & set(sources)):
        content = (data / name).read_bytes()
        rows = str(len(parse_tsv(content.decode("utf-8")))) if name.endswith(".tsv") else ""
        made = {"rows": rows, "sha256": hashlib.sha256(content).hexdigest()}
        lines.append("\t".join({**sources[name], **made}[column] for column in COLUMNS))
    (data / MANIFEST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    if files != set(sources):
        sys.exit(f"data/ and data-raw/sources.tsv differ: {sorted(files ^ set(sources))}")


if __name__ == "__main__":
    main()
