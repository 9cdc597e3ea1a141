"""Write docs/cli.md from the command's own help, docs/data.md and docs/lexicons.md from the data itself."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from arcorpus.cli import cli  # noqa: E402 - the checkout's own package
from arcorpus.resources import manifest, parse_tsv, read  # noqa: E402

DOCS = Path(__file__).parent
WIDTH = 100
LEXICONS_HEAD = """\
# The lexicons

Generated from data/lexicons/ by `make docs`; a test fails when it is stale.

A lexicon is a table of words that people keep: UTF-8, a tab between columns, `#` before a comment, a line for each
word. Write words as an editor would, with hamza and ta marbuta and without vowel marks; the program folds them when
it reads them. `form` is the word or phrase, `role` what it does (several with spaces between), `value` what it is
worth, `source` where it comes from, `note` what only people need. A list has the columns that it needs.

To add a word: put a line into the file (anywhere; keep what belongs together together), then

    python3 data-raw/manifest.py     # the hashes of the data
    make docs                        # this page and docs/data.md
    make test                        # or the tests that the list names, and tests/test_lexicons.py

A new role needs a member of the enum that the list's module holds: a test fails on a role that no code asks for,
and on one that no data has. Would the line help on a page that you have never seen? A line that serves one sentence
is a defect.

Lists in data/generated/ are not edited: scripts in data-raw/ make them from the sources that [data.md](data.md)
names, and from tables there that people keep: `cue_verbs.tsv` (verbs that report, with their stance: which verbs
announce), `well_known.tsv` (names of things with their other spellings), `arab_places.tsv`, `currency_names.tsv`,
`news_words.tsv`, `word_classes.tsv`.
"""


def cli_page() -> str:
    """The help of every command."""
    parts = ["# The command line\n\nGenerated from `--help` by `make docs`; a test fails when it is stale.\n"]
    context = click.Context(cli, info_name="corpus", max_content_width=WIDTH, terminal_width=WIDTH)
    parts.append(f"## corpus\n\n```\n{cli.get_help(context)}\n```\n")
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None  # noqa: S101 - it is listed
        inner = click.Context(command, info_name=name, parent=context, max_content_width=WIDTH, terminal_width=WIDTH)
        parts.append(f"## corpus {name}\n\n```\n{command.get_help(inner)}\n```\n")
    return "\n".join(parts)


PACKAGES_HEAD = """Each is imported only where a file of its form is read. MB: what it takes installed, itself alone;
ms: its import, the best of three on two cores; released: the month of the tested version.
"""


def data_page() -> str:
    """The manifest as a table, with what each column means."""
    parts = [
        "# The program's data\n\nGenerated from data/MANIFEST.tsv by `make docs`; a test fails when it is stale.\n",
        "Each file is checked against its SHA-256 when it is read. `built by` is a script in data-raw/, or hand.\n",
        "| file | version | rows | from | licence | built by |\n|---|---|---|---|---|---|",
    ]
    parts += [
        f"| {r['name']} | {r['version']} | {r['rows']} | {r['source']} | {r['licence']} | {r['built_by']} |"
        for r in manifest().values()
    ]
    return "\n".join([*parts, _packages()]) + "\n"


def _packages() -> str:
    """The packages that reading other forms than text, tables and JSON takes: licence, size and cost."""
    rows = parse_tsv((DOCS / "packages.tsv").read_text(encoding="utf-8"))
    parts = [
        "\n## Packages for the forms of input\n",
        PACKAGES_HEAD,
        f"| {' | '.join(rows[0])} |\n|{'---|' * len(rows[0])}",
    ]
    return "\n".join(parts + [f"| {' | '.join(row.values())} |" for row in rows])


def _lexicon(name: str) -> str:
    """What the comments at the head of a lexicon say of it, its roles with an example of each, and its first rows."""
    lines = read(name).decode("utf-8").splitlines()
    comments = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
    rows = parse_tsv("\n".join(lines))
    parts = [f"## {name.partition('/')[2].removesuffix('.tsv')}\n"]
    parts += [" ".join(line for line in comments if not line.startswith(("role ", "column "))) or "(not described yet)"]
    parts += [f"\nColumns: {', '.join(f'`{column}`' for column in rows[0])}."]
    parts += [f"- column {line.removeprefix('column ')}" for line in comments if line.startswith("column ")]
    roles = dict(found.groups() for line in comments if (found := re.match(r"role (\S+): (.*)", line)))
    if roles:
        parts += ["\n| role | what | for example |\n|---|---|---|"]
    for role, meaning in roles.items():
        examples = [row["form"] for row in rows if role in row["role"].split()][:3]
        parts.append(f"| `{role}` | {meaning} | {'، '.join(examples)} |")
    return "\n".join(parts) + "\n"


def lexicons_page() -> str:
    """Each lexicon that people keep, as its own comments describe it."""
    names = [name for name in manifest() if name.startswith("lexicons/")]
    return "\n".join([LEXICONS_HEAD, *map(_lexicon, names)])


def main() -> None:
    """Write the generated pages."""
    (DOCS / "cli.md").write_text(cli_page(), encoding="utf-8")
    (DOCS / "data.md").write_text(data_page(), encoding="utf-8")
    (DOCS / "lexicons.md").write_text(lexicons_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
