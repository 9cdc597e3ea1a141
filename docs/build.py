"""Write docs/cli.md from the command line's own help, and docs/data.md from the manifest of data/."""

from __future__ import annotations

import sys
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from arcorpus.cli import cli  # noqa: E402 - the checkout's own package
from arcorpus.resources import manifest  # noqa: E402

DOCS = Path(__file__).parent
WIDTH = 100


def cli_page() -> str:
    """The help of every command."""
    parts = ["# The command line\n\nGenerated from `--help` by `make docs`; a test fails when it is stale.\n"]
    context = click.Context(cli, info_name="corpus", max_content_width=WIDTH, terminal_width=WIDTH)
    parts.append(f"## corpus\n\n```\n{cli.get_help(context)}\n```\n")
    for name in cli.list_commands(context):
        command = cli.commands[name]
        inner = click.Context(command, info_name=name, parent=context, max_content_width=WIDTH, terminal_width=WIDTH)
        parts.append(f"## corpus {name}\n\n```\n{command.get_help(inner)}\n```\n")
    return "\n".join(parts)


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
    return "\n".join(parts) + "\n"


def main() -> None:
    """Write both pages."""
    (DOCS / "cli.md").write_text(cli_page(), encoding="utf-8")
    (DOCS / "data.md").write_text(data_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
