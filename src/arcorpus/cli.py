"""The command line: commands and their options, and the one place where errors become lines and exit statuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from arcorpus import __version__
from arcorpus.errors import CorpusError

INTERRUPTED = 130
FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md", "html")
F = TypeVar("F", bound=Callable[..., Any])


def _together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """One decorator out of several options, in the order in which the help shows them."""

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


reading_options = _together(
    click.argument("paths", nargs=-1, required=True, metavar="PATHS..."),
    click.option(
        "--input-format",
        type=click.Choice(["page", "jsonl", "json", "csv", "tsv", "parquet"]),
        help="What the input is, instead of judging by its ending or, for -, its beginning.",
    ),
    click.option("--since", metavar="DATE", help="Leave out articles before this day, month or year."),
    click.option("--until", metavar="DATE", help="Leave out articles after this day, month or year."),
    click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Processes; more than one belongs to a later version.",
    ),
)
writing_options = _together(
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        help="Output format  [default: table on a terminal, json elsewhere]",
    ),
    click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write here, whole or not at all; the format follows the ending. A folder for several CSV files.",
    ),
    click.option(
        "--top",
        metavar="N",
        type=click.IntRange(min=1),
        help="Rows that a table shows; JSON and CSV are always whole  [default: 20 on a terminal, all elsewhere]",
    ),
    click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel."),
    click.option("--quiet", is_flag=True, help="No progress and no warnings on standard error."),
    click.option("--strict", is_flag=True, help="Exit with 1 when anything could not be read."),
)
type_option = click.option(
    "--type",
    "types",
    metavar="PER,ORG,...",
    help="Only these types: PER ORG LOC PRODUCT EVENT WORK DATE MONEY PERCENT QUANTITY.",
)
ner_option = click.option(
    "--ner",
    default="embedded",
    show_default=True,
    metavar="NAME",
    help="What finds the names: embedded, rules, camel[:MODEL], none, or an installed back end.",
)
claim_options = _together(
    click.option(
        "--by",
        type=click.Choice(["article", "source"]),
        default="article",
        show_default=True,
        help="What the claims of a table stand under.",
    ),
    click.option("--source", metavar="NAME", help="Only the claims of this source, by any of its names."),
    click.option(
        "--stance",
        metavar="STANCE,...",
        help="Only these: assert confirm doubt deny predict warn demand announce believe hope question.",
    ),
    click.option("--kind", metavar="KIND,...", help="Only these: direct indirect mixed assertion."),
    click.option(
        "--min-checkworthiness",
        "least",
        metavar="X",
        type=click.FloatRange(0, 1),
        help="Only claims that are at least so much worth a check, 0 to 1.",
    ),
    click.option("--unnamed", is_flag=True, help="Only claims of others for which nobody is named."),
)
aliases_option = click.option(
    "--aliases",
    metavar="FILE",
    help="Your own names for things, which win over all others: lines of alias, tab, name and, if wanted, tab, type.",
)
context_options = _together(
    click.option(
        "--min-mentions",
        metavar="N",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Leave out what is named less often.",
    ),
    click.option(
        "--context",
        metavar="N",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        help="Show each with up to so many of the sentences that name it.",
    ),
)
morphology_option = click.option(
    "--morphology",
    default="lexicon",
    show_default=True,
    metavar="NAME",
    help="What tells lemmas and parts of speech: lexicon, camel, or an installed back end.",
)
topics_option = click.option(
    "--topics",
    "topic_count",
    metavar="N",
    type=click.IntRange(min=1),
    help="How many topics to make, instead of the number that suits the corpus.",
)
names_option = click.option(
    "--without-names",
    is_flag=True,
    help="Leave names out of topics and keyphrases: what happened, not to whom.",
)


collapse_option = click.option(
    "--collapse-copies",
    "collapse",
    is_flag=True,
    help="Leave copies of another article out of every count; they are still listed.",
)


class _Ended(Exception):  # noqa: N818 - no error: the reader of our output has gone, or the user stopped us
    """A command that ended early, with its exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Group(click.Group):
    """The group, taking closed pipes and Ctrl-C before click does: it would exit with 1 and print an empty line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise _Ended(0) from None
        except KeyboardInterrupt:
            raise _Ended(INTERRUPTED) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="corpus")
def cli() -> None:
    """Analyse Arabic news: who and what the articles name, what they are about, and who claims what.

    PATHS are saved pages (.txt), records (.jsonl .json .csv .tsv .parquet, also .gz), folders of them,
    or - for standard input. Nothing is downloaded and nothing leaves the machine.
    """


@cli.command()
@reading_options
@click.option("--only", metavar="SECTIONS", help="Narrow the report: articles,entities,topics,claims,duplicates.")
@type_option
@topics_option
@names_option
@morphology_option
@ner_option
@aliases_option
@collapse_option
@writing_options
def analyze(only: str | None, **options: Any) -> None:
    """The whole report: articles, entities, topics, claims, and copies of the same story."""
    from arcorpus.commands import Options, report, sections_of

    report(sections_of(only), Options(**options))


@cli.command()
@reading_options
@writing_options
def articles(**options: Any) -> None:
    """What was read: each article's title, source, author, date, keywords and text."""
    from arcorpus.commands import Options, report

    report(("articles",), Options(**options))


@cli.command()
@reading_options
@type_option
@ner_option
@aliases_option
@context_options
@collapse_option
@writing_options
def entities(**options: Any) -> None:
    """Who and what the articles name, with the mentions; dates, money and other values too."""
    from arcorpus.commands import Options, report

    report(("entities",), Options(**options))


@cli.command()
@reading_options
@topics_option
@click.option(
    "--by",
    type=click.Choice(["month", "year", "source", "category"]),
    default="month",
    show_default=True,
    help="What the articles of a topic are counted by.",
)
@names_option
@ner_option
@morphology_option
@collapse_option
@writing_options
def topics(**options: Any) -> None:
    """What the articles are about: topics with their phrases, shares and counts, and each article's keyphrases."""
    from arcorpus.commands import Options, report

    report(("topics",), Options(**options))


@cli.command()
@reading_options
@ner_option
@aliases_option
@claim_options
@collapse_option
@writing_options
def claims(**options: Any) -> None:
    """Who claims what: quotations and reported speech with their sources, and the writer's own statements of fact.

    The options that choose claims choose them in every format.
    """
    from arcorpus.commands import Options, report

    report(("claims",), Options(**options))


@cli.command()
@reading_options
@click.option("--show", is_flag=True, help="Tell, word by word, what each copy changed against the first.")
@writing_options
def duplicates(**options: Any) -> None:
    """Copies of the same story: the same words, nearly the same, or one article inside another, and who was first."""
    from arcorpus.commands import Options, report

    report(("duplicates",), Options(**options))


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
    """Run `corpus` and leave with its exit status."""
    try:
        status = cli.main(standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except CorpusError as error:
        click.echo(f"corpus: {_plain(str(error))}", err=True)
        status = error.exit_code
    except (_Ended, BrokenPipeError) as end:
        status = end.status if isinstance(end, _Ended) else 0
        if status:
            click.echo("corpus: stopped", err=True)
        elif sys.stdout:
            # Whoever read us has gone: the interpreter must not complain when it flushes what is left.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def _plain(message: str) -> str:
    """A message that may hold a hostile file name, made safe for the terminal."""
    from arcorpus.writers.escaping import for_terminal

    return for_terminal(message)
