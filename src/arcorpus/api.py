"""From paths to a Report: what the command line and `arcorpus.analyze` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

from arcorpus import pipeline, plugins, resources
from arcorpus.analyses.context import AnalysisContext, linked_once
from arcorpus.analyses.options import own, values
from arcorpus.errors import NotAnalysed, UsageError
from arcorpus.linking.aliases import UserAliases, read_aliases, retyped
from arcorpus.linking.sounding_places import with_sounding_places
from arcorpus.readers import inputs
from arcorpus.report import Corpus, ErrorRow, Report, Run, Section
from arcorpus.types import Article, Document
from arcorpus.writers.layout import SECTIONS

if TYPE_CHECKING:
    import pandas as pd

    from arcorpus.dedup.copies import Copies
    from arcorpus.dedup.watch import Watch

KEPT = 400
"""Code points that are kept of a text that no section needs."""

TOLD = (
    *("sections", "since", "until", "topics", "topics_by", "names", "types", "claims", "ner"),
    *("aliases", "min_mentions", "context", "collapse_copies", "show"),
    *("encoding", "exclude", "limit", "sample", "seed", "any_language", "max_size"),
    *("text_column", "title_column", "date_column", "source_column", "titles", "article_tag"),
)
"""The order in which a report's `run` tells the options; those of installed analyses follow."""


def _silent(_message: str) -> None:
    """Say nothing: the default of `warn`."""


def _unwatched(documents: Iterable[Document]) -> Iterable[Document]:
    """Pass everything on: the default of `watch`."""
    return documents


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and which sections to make of it.

    Attributes:
        inputs: what to read.
        sections: the names of the analyses wanted, in the order of the report.
        options: values of the analyses' own options, by name; each analysis takes those that it knows.
        collapse: whether copies are left out of every count.
        aliases: the user's own names for things.
        settings: how the articles are annotated.
        warn: gets each warning that belongs to no file.
        watch: sees every document pass (progress).
    """

    inputs: inputs.Inputs
    sections: tuple[str, ...] = SECTIONS
    options: Mapping[str, Any] = field(default_factory=dict)
    collapse: bool = False
    aliases: UserAliases | None = None
    settings: pipeline.Settings = field(default_factory=pipeline.Settings)
    warn: Callable[[str], None] = _silent
    watch: Callable[[Iterable[Document]], Iterable[Document]] = _unwatched

    def analyses(self) -> dict[str, ModuleType]:
        """The analyses of the sections, by name."""
        return {name: plugins.load("analyses", name) for name in self.sections}

    def told(self) -> dict[str, Any]:
        """The options that change what the report says, for its `run`; sections that are not made have the usual ones.

        Raises:
            UsageError: for a value that an option does not take.
        """
        found = {
            "sections": list(self.sections),
            "since": self.inputs.since,
            "until": self.inputs.until,
            "encoding": self.inputs.encoding,
            "exclude": list(self.inputs.exclude),
            "limit": self.inputs.limit,
            "sample": self.inputs.sample,
            "seed": self.inputs.seed,
            "any_language": self.inputs.any_language,
            "max_size": self.inputs.max_size,
            **asdict(self.inputs.read_options()),
            "names": self.settings.names,
            "ner": self.settings.ner,
            "aliases": self.aliases.label if self.aliases else None,
            "collapse_copies": self.collapse,
        }
        for name in dict.fromkeys((*SECTIONS, *self.sections)):
            analysis = plugins.load("analyses", name)
            # What another section calls so may mean something else.
            options = values(analysis, self.options if name in self.sections else {})
            found |= analysis.recorded(options) if hasattr(analysis, "recorded") else options
        return {name: found[name] for name in dict.fromkeys((*TOLD, *found))}


def _counted(documents: Iterable[Document], corpus: Corpus) -> Iterator[Document]:
    """Pass the documents on, adding their words and sentences to the corpus's."""
    for document in documents:
        corpus.words += document.article.words or 0
        corpus.sentences += document.article.sentences or 0
        yield document


def _analyse(report: Report, read: Sequence[Document], request: Request, copies: Copies | None) -> None:
    """Fill the sections that look at the whole corpus: at all that was read or, copies collapsed, what counts of it."""
    redundant = copies.redundant if copies and request.collapse else frozenset()
    documents = [document for document in read if document.article.id not in redundant]
    documents = [with_sounding_places(document) for document in documents]
    if request.aliases:
        documents = retyped(documents, request.aliases)
    links = linked_once(documents, request.aliases)
    made: list[Section] = []
    for analysis in request.analyses().values():
        context = AnalysisContext(links, values(analysis, request.options), read, copies, request.warn)
        section: Section = analysis.analyse(documents, context)
        report.tables |= section.tables
        report.corpus.unassigned += section.unassigned
        made.append(section)
    of = copies.duplicate_of if copies else {}
    articles = (replace(document.article, duplicate_of=of.get(document.article.id)) for document in read)
    report.articles = [_annotated(article, made) for article in articles]


def _annotated(article: Article, sections: Iterable[Section]) -> Article:
    """The article with what the sections say of it."""
    for section in sections:
        article = section.annotate(article)
    return article


def _light(document: Document) -> Document:
    """The document with so much of its text as a table shows of an article without a title."""
    return replace(document, article=replace(document.article, text=document.article.text[:KEPT]))


def _models(ner: str) -> dict[str, str]:
    """The recogniser's model with its hash, for a back end that ships one."""
    name = ner.partition(":")[0]
    folder = getattr(plugins.load("ner", name), "MODEL", None)
    if folder is None:
        return {}
    return {"ner": f"{folder.rpartition('/')[2]}@{resources.manifest()[f'{folder}/model.onnx']['sha256']}"}


def _stages(request: Request) -> tuple[str, ...]:
    """The stages that the request's sections need, in running order."""
    needs = {"counts"}.union(*(analysis.NEEDS for analysis in request.analyses().values()))
    if "terms" in needs and not request.settings.names:
        needs.add("mentions")
    return pipeline.closure(needs)


def _watch(request: Request) -> Watch | None:
    """What finds the copies, when they are wanted."""
    if not request.collapse and not any("copies" in analysis.NEEDS for analysis in request.analyses().values()):
        return None
    from arcorpus.dedup.watch import Watch

    return Watch()


def _reads_texts(request: Request) -> bool:
    """Whether an article's text or tokens are read when all have passed; an analysis that does not say reads them."""
    return any(
        not hasattr(analysis, "reads_texts") or analysis.reads_texts(values(analysis, request.options))
        for analysis in request.analyses().values()
    )


def _kept(documents: Iterable[Document], request: Request, stages: tuple[str, ...]) -> list[Document]:
    """The documents with as much of them as the analyses need, for all are in memory at once."""
    if stages == ("counts",) and not _reads_texts(request):
        documents = map(_light, documents)
    if "mentions" not in stages:
        # Tokens are many times as large as the terms that were made of them.
        documents = (replace(document, fields=None) for document in documents)
    return list(documents)


def build(request: Request) -> Report:
    """The report of `request`. With articles alone they stream: the report's `articles` is then a generator.

    Raises:
        CorpusError: when the request itself cannot be met; what cannot be read is in the report's `errors`.
    """
    stages = _stages(request)
    models = _models(request.settings.ner) if "mentions" in stages else {}
    run = Run(options=request.told(), models=models, lexicons=resources.lexicon_versions())
    report = Report(run, Corpus(), (), with_text="articles" in request.sections)
    articles = inputs.read_articles(request.inputs, report.corpus, report.errors, request.warn)

    def failed(error: NotAnalysed) -> None:
        report.errors.append(ErrorRow(str(error.path), type(error).__name__, error.message))

    documents = request.watch(_counted(pipeline.run(articles, stages, request.settings, failed), report.corpus))
    if request.sections == ("articles",):
        report.articles = (document.article for document in documents)
        return report
    watch = _watch(request)
    if watch:
        documents = watch.over(documents)
    _analyse(report, _kept(documents, request, stages), request, watch.copies() if watch else None)
    return report


class Analysis:
    """A report as pandas DataFrames, and as the JSON object that the command line prints.

    `articles`, `entities`, `mentions`, `topics`, `claims`, `sources`, `duplicates`, `changes` and `errors` are
    DataFrames with the columns of the CSV output; so is every table of an installed analysis. A section that was not
    asked for has no rows.
    """

    def __init__(self, report: Report) -> None:
        report.articles = list(report.articles)
        self._report = report

    def __getattr__(self, name: str) -> pd.DataFrame:
        from arcorpus.writers.columns import frame, table_of

        try:
            table = table_of(name)
        except KeyError:
            raise AttributeError(name) from None
        return frame(self._report, table)

    def to_json(self) -> str:
        """The report as the JSON text of `corpus analyze --format json`."""
        import io

        from arcorpus.writers.layout import Layout

        out = io.StringIO()
        plugins.load("writers", "json").write(self._report, out, Layout())
        return out.getvalue()


def analyze(
    *paths: str,
    only: Sequence[str] = SECTIONS,
    collapse_copies: bool = False,
    aliases: str | None = None,
    **options: Any,  # noqa: ANN401 - of the inputs and the analyses
) -> Analysis:
    """The analysis of files and folders: the same report as `corpus analyze`, as an object.

    Args:
        paths: files, folders, or `-` for standard input.
        only: the sections to make, of articles, entities, topics, claims, duplicates and those that are installed.
        collapse_copies: whether copies of another article are left out of every count.
        aliases: a file of your own names for things: lines of alias, tab, name and, if wanted, tab, type.
        options: what to read (`since`, `encoding`, `exclude`, `limit`, `sample`, `seed`, `any_language`, `text_column`,
            `titles` … as on the command line) and options of the analyses, as `topics` (how many topics to make;
            without it the program chooses) and `context` (how many of the sentences that name an entity `contexts`
            has for each).

    Raises:
        UsageError: for an unknown section or option, or a value or aliases that cannot be used.
    """
    sections = chosen(only, "only")
    known = {str(o.name) for name in (*SECTIONS, *sections) for o in own(plugins.load("analyses", name))}
    reading = {option.name for option in fields(inputs.Inputs)} - {"paths", "outputs"}
    unknown = sorted(options.keys() - known - reading)
    if unknown:
        raise UsageError(f"there is no option {unknown[0]!r}; there are {', '.join(sorted(known | reading))}")
    read = {name: options.pop(name) for name in sorted(reading & options.keys())}
    if isinstance(read.get("exclude"), str):
        read["exclude"] = (read["exclude"],)
    request = Request(
        inputs.Inputs(tuple(map(str, paths)), **read),
        sections,
        options,
        collapse=collapse_copies,
        aliases=read_aliases(str(aliases)) if aliases is not None else None,
    )
    return Analysis(build(request))


def chosen(only: Iterable[str], what: str) -> tuple[str, ...]:
    """The sections of some names, in the order of the report.

    Raises:
        UsageError: for a name that no analysis has.
    """
    wanted = list(only)
    known = SECTIONS if set(wanted) <= set(SECTIONS) else tuple(plugins.names("analyses"))
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        said = f"not {unknown[0]!r}" if unknown else "at least one"
        raise UsageError(f"{what} takes names of {', '.join(known)}, separated by commas; {said}")
    return tuple(name for name in known if name in wanted)
