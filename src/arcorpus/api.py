"""From paths to a Report: what the command line and `arcorpus.analyze` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from arcorpus import pipeline, plugins, reading, resources
from arcorpus.types import Article, Corpus, Document, Report, Run

if TYPE_CHECKING:
    import pandas as pd

SECTIONS = ("articles", "entities", "topics", "claims")
"""The sections a report can have, in the order in which it shows them."""


def _silent(_message: str) -> None:
    """Say nothing: the default of `warn`."""


def _unwatched(documents: Iterable[Document]) -> Iterable[Document]:
    """Pass everything on: the default of `watch`."""
    return documents


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and which sections to make of it.

    `types` keeps only mentions and entities of these types (None: all); `topics` asks for that many topics (None: the
    program chooses). `warn` gets each warning that belongs to no file; `watch` sees every document pass (progress).
    """

    inputs: reading.Inputs
    sections: tuple[str, ...] = SECTIONS
    topics: int | None = None
    types: frozenset[str] | None = None
    settings: pipeline.Settings = field(default_factory=pipeline.Settings)
    warn: Callable[[str], None] = _silent
    watch: Callable[[Iterable[Document]], Iterable[Document]] = _unwatched

    def options(self) -> dict[str, Any]:
        """The options that change what the report says, for its `run`."""
        return {
            "sections": list(self.sections),
            "since": self.inputs.since,
            "until": self.inputs.until,
            "topics": self.topics,
            "types": sorted(self.types) if self.types else None,
            "ner": self.settings.ner,
        }


def _counted(documents: Iterable[Document], corpus: Corpus) -> Iterator[Document]:
    """Pass the documents on, adding their words and sentences to the corpus's."""
    for document in documents:
        corpus.words += document.article.words or 0
        corpus.sentences += document.article.sentences or 0
        yield document


def _analyse(report: Report, documents: Sequence[Document], request: Request) -> None:
    """Fill the sections that look at the whole corpus."""
    wanted = set(request.sections)
    if wanted & {"entities", "claims"}:
        from arcorpus.linking import link

        links = link(documents)
        if "entities" in wanted:
            entities, mentions = plugins.load("analyses", "entities").entities(documents, links)
            keep = request.types
            report.entities = tuple(e for e in entities if keep is None or e.type in keep)
            report.mentions = tuple(m for m in mentions if keep is None or m.type in keep)
        if "claims" in wanted:
            report.claims, report.sources = plugins.load("analyses", "claims").claims(documents, links)
    shares: dict[str, Any] = {}
    if "topics" in wanted:
        report.topics, shares = plugins.load("analyses", "topics").topics(documents, request.topics)
        report.corpus.unassigned = len(documents) - sum(len(topic.articles) for topic in report.topics or ())
    report.articles = [_finished(d.article, shares, keep_topics="topics" in wanted) for d in documents]


def _finished(article: Article, shares: dict[str, Any], *, keep_topics: bool) -> Article:
    """The article with its mix of topics, when topics were asked for."""
    return replace(article, topics=shares.get(article.id, ())) if keep_topics else article


def _models(ner: str) -> dict[str, str]:
    """The recogniser's model with its hash, for a back end that ships one."""
    name = ner.partition(":")[0]
    folder = getattr(plugins.load("ner", name), "MODEL", None)
    if folder is None:
        return {}
    return {"ner": f"{folder.rpartition('/')[2]}@{resources.manifest()[f'{folder}/model.onnx']['sha256']}"}


def build(request: Request) -> Report:
    """The report of `request`. With articles alone they stream: the report's `articles` is then a generator.

    Raises:
        CorpusError: when the request itself cannot be met; what cannot be read is in the report's `errors`.
    """
    needs = {"counts"}
    for section in request.sections:
        needs |= plugins.load("analyses", section).NEEDS
    models = _models(request.settings.ner) if "mentions" in pipeline.closure(needs) else {}
    run = Run(options=request.options(), models=models, lexicons=resources.versions("lexicons/"))
    report = Report(run, Corpus(), (), with_text="articles" in request.sections)
    articles = reading.read_articles(request.inputs, report.corpus, report.errors, request.warn)
    documents = request.watch(_counted(pipeline.run(articles, needs, request.settings), report.corpus))
    if request.sections == ("articles",):
        report.articles = (document.article for document in documents)
    else:
        _analyse(report, list(documents), request)
    return report


class Analysis:
    """A report as pandas DataFrames, and as the JSON object that the command line prints.

    `articles`, `entities`, `mentions`, `topics`, `claims`, `sources` and `errors` are DataFrames with the columns of
    the CSV output; a section that was not asked for has no rows.
    """

    def __init__(self, report: Report) -> None:
        report.articles = list(report.articles)
        self._report = report

    def __getattr__(self, name: str) -> pd.DataFrame:
        from arcorpus.frames import SECTIONS as FRAMES
        from arcorpus.frames import frame

        if name not in FRAMES:
            raise AttributeError(name)
        return frame(self._report, name)

    def to_json(self) -> str:
        """The report as the JSON text of `corpus analyze --format json`."""
        import io

        from arcorpus.layout import Layout

        out = io.StringIO()
        plugins.load("writers", "json").write(self._report, out, Layout())
        return out.getvalue()


def analyze(*paths: str, only: Sequence[str] = SECTIONS, topics: int | None = None) -> Analysis:
    """The analysis of files and folders: the same report as `corpus analyze`, as an object.

    Args:
        paths: files, folders, or `-` for standard input.
        only: the sections to make, of articles, entities, topics, claims.
        topics: how many topics to make; None lets the program choose.

    Raises:
        UsageError: for an unknown section.
    """
    from arcorpus.errors import UsageError

    unknown = [name for name in only if name not in SECTIONS]
    if unknown:
        raise UsageError(f"there is no section {unknown[0]!r}; the sections are {', '.join(SECTIONS)}")
    sections = tuple(name for name in SECTIONS if name in only)
    return Analysis(build(Request(reading.Inputs(tuple(map(str, paths))), sections, topics)))
