"""The command line: commands and their options, and the one place where errors become lines and exit statuses."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from arcorpus import __version__, endings, plugins
from arcorpus.errors import CorpusError

if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:
    _Choice = click.Choice  # click 8.1 has no types in it

INTERRUPTED = 130


class _Member(_Choice):
    """A choice among the members of a room; those of installed packages are looked for when none is named so."""

    def __init__(self, room: str, later: tuple[str, ...] = ()) -> None:
        super().__init__((*plugins.MEMBERS[room], *later))
        self._room = room

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, when the room or a package has it."""
        if value not in self.choices and value in plugins.names(self._room):
            return str(value)
        return super().convert(value, param, ctx)


READING = (
    click.Argument(["paths"], nargs=-1, metavar="[PATHS]..."),
    click.Option(
        ["--input-format"],
        type=_Member("readers"),
        help="What the input is, instead of judging by its ending or, for -, its beginning.",
    ),
    click.Option(["--since"], metavar="DATE", help="Leave out articles before this day, month or year."),
    click.Option(["--until"], metavar="DATE", help="Leave out articles after this day, month or year."),
    click.Option(["--encoding"], metavar="NAME", help="The encoding of every file, instead of what its bytes tell."),
    click.Option(
        ["--files-from"], metavar="FILE", help="Read the paths in this file, one a line; - is standard input."
    ),
    click.Option(["--null"], is_flag=True, help="The paths of --files-from are parted by NUL."),
    click.Option(["--exclude"], metavar="GLOB", multiple=True, help="Leave out files and folders of such names."),
    click.Option(["--limit"], metavar="N", type=click.IntRange(min=1), help="Read this many articles, at most."),
    click.Option(["--sample"], metavar="N", type=click.IntRange(min=1), help="Draw this many articles at random."),
    click.Option(["--seed"], metavar="S", type=int, default=0, show_default=True, help="Which sample is drawn."),
    click.Option(["--any-language"], is_flag=True, help="Keep articles that are not in Arabic."),
    click.Option(["--max-size"], metavar="SIZE", help="What a file or row may hold (2GB) where limits are lower."),
    click.Option(["--text-column"], metavar="NAME", help="The column or field of records that is the text."),
    click.Option(["--title-column"], metavar="NAME", help="The one that is the title."),
    click.Option(["--date-column"], metavar="NAME", help="The one that is the date."),
    click.Option(["--source-column"], metavar="NAME", help="The one that is the source."),
    click.Option(["--titles"], is_flag=True, help="Read records that have a title and no text, too."),
    click.Option(["--article-tag"], metavar="NAME", help="The element of XML that is an article."),
    click.Option(
        ["--jobs"],
        metavar="N",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Processes; more than one belongs to a later version.",
    ),
)
"""What every command that reads is told of its input."""

WRITING = (
    click.Option(
        ["--format", "form"],
        type=_Member("writers", later=("html",)),
        help="Output format  [default: table on a terminal, json elsewhere]",
    ),
    click.Option(
        ["-o", "--output"],
        metavar="FILE",
        help="Write here, whole or not at all; the format follows the ending. A folder for several CSV files.",
    ),
    click.Option(
        ["--top"],
        metavar="N",
        type=click.IntRange(min=1),
        help="Rows that a table shows; JSON and CSV are always whole  [default: 20 on a terminal, all elsewhere]",
    ),
    click.Option(["--bom"], is_flag=True, help="Begin CSV with a byte order mark, for Excel."),
    click.Option(["--quiet"], is_flag=True, help="No progress and no warnings on standard error."),
    click.Option(["--strict"], is_flag=True, help="Exit with 1 when anything could not be read."),
)
"""What every command that reads is told of its output."""

_OF_ANALYZE = ("types", "topics", "without_names", "morphology", "ner", "aliases", "collapse")
"""The options of single analyses that the whole report takes too."""


ANALYZE_HELP = "The whole report: articles, entities, topics, claims, and copies of the same story."


def _analyze() -> click.Command:
    """The command that makes several sections, with the options of theirs that matter most."""
    loaded = [plugins.load("analyses", name) for name in plugins.MEMBERS["analyses"]]
    options = {option.name: option for analysis in loaded for option in getattr(analysis, "OPTIONS", ())}
    only = click.Option(
        ["--only"], metavar="SECTIONS", help=f"Narrow the report: {','.join(plugins.MEMBERS['analyses'])}."
    )

    def run(only: str | None, **given: Any) -> None:
        from arcorpus.commands import report, sections_of

        report(sections_of(only), given)

    return click.Command(
        "analyze",
        callback=run,
        params=[*READING, only, *(options[name] for name in _OF_ANALYZE), *WRITING],
        help=ANALYZE_HELP,
    )


def _analysis(name: str) -> click.Command:
    """The command of one analysis, with its options; its help is the analysis's docstring."""
    analysis = plugins.load("analyses", name)

    def run(**given: Any) -> None:
        from arcorpus.commands import report

        report((name,), given)

    params = [*READING, *getattr(analysis, "OPTIONS", ()), *WRITING]
    return click.Command(name, callback=run, params=params, help=analysis.__doc__)


class _Group(click.Group):
    """The commands: those of this file, `analyze`, and one for each analysis, made when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, by name."""
        return sorted({*super().list_commands(ctx), "analyze", *plugins.names("analyses")})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None when there is none."""
        if cmd_name == "analyze":
            return _analyze()
        known = super().get_command(ctx, cmd_name)
        return known or (_analysis(cmd_name) if cmd_name in plugins.names("analyses") else None)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the first line of each, without importing the analyses, which takes long."""
        listing = click.Group()
        for name in self.list_commands(ctx):
            command = super().get_command(ctx, name)
            said = ANALYZE_HELP if name == "analyze" else plugins.summary("analyses", name) if not command else ""
            listing.add_command(command or click.Command(name, help=said), name)
        listing.format_commands(ctx, formatter)

    def run(self) -> int:
        """Run the command that the program was called with and give its exit status; what goes wrong is raised.

        click's own `main` makes other things of a closed pipe and of Ctrl-C.
        """
        self._main_shell_completion({}, "corpus")
        try:
            with self.make_context("corpus", sys.argv[1:]) as context:
                self.invoke(context)
        except click.exceptions.Exit as leaving:
            return leaving.exit_code
        return 0


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="corpus")
def cli() -> None:
    """Analyse Arabic news: who and what the articles name, what they are about, and who claims what.

    PATHS are saved pages (.txt .html), records (.jsonl .json .csv .tsv .xlsx .parquet .xml), also packed (.gz),
    folders and archives of them (.zip .tar), or - for standard input.
    Nothing is downloaded and nothing leaves the machine.
    """


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--profile",
    default="match",
    show_default=True,
    metavar="NAME",
    help="none, display, match or search, or steps separated by commas.",
)
@click.option(
    "--charmap",
    metavar="NAME",
    help="Then map the characters: ar2bw, ar2hsb, arclean ... of CAMeL Tools, ar2sampa of PyArabic.",
)
def normalize(paths: tuple[str, ...], profile: str, charmap: str | None) -> None:
    """The text itself, normalised: standard input or files in, text out."""
    from arcorpus.commands import normalize_paths

    normalize_paths(paths, profile, charmap)


@cli.command()
def doctor() -> None:
    """What is installed and whole: data, optional back ends, versions, and how to get what is missing."""
    from arcorpus.commands import examine

    examine()


@cli.command()
def schema() -> None:
    """The JSON Schema of the report."""
    from arcorpus.commands import print_schema

    print_schema()


def main() -> None:
    """Run `corpus` and leave with its exit status: the one place where failures become lines."""
    # Threads of its own make OpenBLAS slow to load, fail where processes are few, and add up in another order.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    endings.stop_on_signals()
    try:
        status = cli.run()
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        if sys.stderr:
            with suppress(OSError):
                error.show(sys.stderr)
        status = error.exit_code
    except BrokenPipeError:
        _drop_output()
        status = 0
    except (endings.Stopped, KeyboardInterrupt, click.Abort) as stop:
        endings.heed_no_signals()
        status = getattr(stop, "status", INTERRUPTED)
        endings.tell("stopped")
    except Exception as error:  # noqa: BLE001 - what nobody foresaw becomes one line too
        told = error if isinstance(error, CorpusError) else _unforeseen(error)
        endings.tell(str(told))
        status = told.exit_code
    sys.exit(status)


def _unforeseen(error: Exception) -> CorpusError:
    """What no command foresaw, in words; what is left for a standard output that is full goes nowhere."""
    if isinstance(error, OSError) and error.filename is None and not endings.lacks_room(error):
        from arcorpus.writers.destination import output_failure

        _drop_output()
        return output_failure(error)
    return endings.unforeseen(error)


def _drop_output() -> None:
    """Nobody takes standard output: the interpreter must not complain when it flushes what is left."""
    if sys.stdout:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
