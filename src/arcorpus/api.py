"""From paths to a Report: what the command line and `arcorpus.analyze` share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from arcorpus import pipeline, plugins, resources
from arcorpus.claims.filters import ClaimFilter
from arcorpus.linking.aliases import UserAliases, read_aliases
from arcorpus.readers import inputs
from arcorpus.types import Article, Corpus, Document, Report, Run
from arcorpus.writers.layout import SECTIONS

if TYPE_CHECKING:
    import pandas as pd

    from arcorpus.dedup.copies import Copies


TOPIC_KEYS = ("month", "year", "source", "category")
"""What the articles of topics can be counted by, the usual one first."""

KEPT = 400
"""Code points that are kept of a text that no section needs."""


def _silent(_message: str) -> None:
    """Say nothing: the default of `warn`."""


def _unwatched(documents: Iterable[Document]) -> Iterable[Document]:
    """Pass everything on: the default of `watch`."""
    return documents


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and which sections to make of it.

    `aliases` are the user's own names for things; entities with fewer mentions than `min_mentions` are left out with
    their mentions, and each has up to `context` of its mentions in the report's `contexts`.

    `types` keeps only mentions and entities of these types (None: all), `claims` only the claims it wants; `topics`
    asks for that many topics (None: the program chooses). `collapse` leaves copies out of every count; `show` tells
    what they changed. `warn` gets each warning that belongs to no file; `watch` sees every document pass (progress).
    """

    inputs: inputs.Inputs
    sections: tuple[str, ...] = SECTIONS
    topics: int | None = None
    topics_by: str = TOPIC_KEYS[0]
    types: frozenset[str] | None = None
    claims: ClaimFilter | None = None
    collapse: bool = False
    show: bool = False
    aliases: UserAliases | None = None
    min_mentions: int = 1
    context: int = 0
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
            "topics_by": self.topics_by,
            "names": self.settings.names,
            "types": sorted(self.types) if self.types else None,
            "claims": self.claims.options() if self.claims else {},
            "ner": self.settings.ner,
            "aliases": self.aliases.label if self.aliases else None,
            "min_mentions": self.min_mentions,
            "context": self.context,
            "collapse_copies": self.collapse,
            "show": self.show,
        }


def _counted(documents: Iterable[Document], corpus: Corpus) -> Iterator[Document]:
    """Pass the documents on, adding their words and sentences to the corpus's."""
    for document in documents:
        corpus.words += document.article.words or 0
        corpus.sentences += document.article.sentences or 0
        yield document


def _analyse(report: Report, read: Sequence[Document], request: Request, copies: Copies | None) -> None:
    """Fill the sections that look at the whole corpus: at all that was read or, copies collapsed, what counts of it."""
    spare = copies.spare if copies and request.collapse else frozenset()
    documents = [document for document in read if document.article.id not in spare]
    wanted = set(request.sections)
    if wanted & {"entities", "claims"}:
        from arcorpus.linking.aliases import retyped
        from arcorpus.linking.linker import link

        documents = retyped(documents, request.aliases) if request.aliases else documents
        links = link(documents, request.aliases)
        if "entities" in wanted:
            analysis = plugins.load("analyses", "entities")
            report.entities, report.mentions = analysis.entities(documents, links, request.types, request.min_mentions)
            if request.context:
                report.contexts = analysis.contexts(documents, links, report.entities, request.context)
        if "claims" in wanted:
            who_claims_what = plugins.load("analyses", "claims").claims
            report.claims, report.sources = who_claims_what(documents, links, request.claims, request.warn)
    subjects: Any = None
    if "topics" in wanted:
        subjects = plugins.load("analyses", "topics").topics(documents, request.topics, request.topics_by)
        report.topics = subjects.topics
        report.corpus.unassigned = len(documents) - sum(len(topic.articles) for topic in report.topics or ())
    of = copies.duplicate_of if copies else {}
    finished = (replace(document.article, duplicate_of=of.get(document.article.id)) for document in read)
    report.articles = [_finished(article, subjects) for article in finished]
    if copies and "duplicates" in wanted:
        report.duplicates = copies.groups
        if request.show:
            articles_by_id = {document.article.id: document.article for document in read}
            report.changes = tuple(plugins.load("analyses", "duplicates").changes(copies.groups, articles_by_id))


def _finished(article: Article, subjects: Any) -> Article:  # noqa: ANN401 - of a module that is loaded by name
    """The article with its mix of topics and its keyphrases, when topics were asked for."""
    if subjects is None:
        return article
    return replace(article, topics=subjects.mixes.get(article.id, ()),
                   keyphrases=subjects.keyphrases.get(article.id, ()))  # fmt: skip


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


def build(request: Request) -> Report:
    """The report of `request`. With articles alone they stream: the report's `articles` is then a generator.

    Raises:
        CorpusError: when the request itself cannot be met; what cannot be read is in the report's `errors`.
    """
    needs = {"counts"}
    for section in request.sections:
        needs |= plugins.load("analyses", section).NEEDS
    if "terms" in needs and not request.settings.names:
        needs.add("mentions")
    models = _models(request.settings.ner) if "mentions" in pipeline.closure(needs) else {}
    run = Run(options=request.options(), models=models, lexicons=resources.lexicon_versions())
    report = Report(run, Corpus(), (), with_text="articles" in request.sections)
    articles = inputs.read_articles(request.inputs, report.corpus, report.errors, request.warn)
    documents = request.watch(_counted(pipeline.run(articles, needs, request.settings), report.corpus))
    if request.sections == ("articles",):
        report.articles = (document.article for document in documents)
        return report
    watch = None
    if request.collapse or "duplicates" in request.sections:
        watch = plugins.load("analyses", "duplicates").Watch()
        documents = watch.over(documents)
    if not (report.with_text or request.show or pipeline.closure(needs) != ("counts",)):
        documents = (_light(document) for document in documents)
    if "mentions" not in pipeline.closure(needs):
        # Tokens are many times as large as the terms that were made of them.
        documents = (replace(document, fields=None) for document in documents)
    _analyse(report, list(documents), request, watch.copies() if watch else None)
    return report


class Analysis:
    """A report as pandas DataFrames, and as the JSON object that the command line prints.

    `articles`, `entities`, `mentions`, `topics`, `claims`, `sources`, `duplicates`, `changes` and `errors` are
    DataFrames with the columns of the CSV output; a section that was not asked for has no rows.
    """

    def __init__(self, report: Report) -> None:
        report.articles = list(report.articles)
        self._report = report

    def __getattr__(self, name: str) -> pd.DataFrame:
        from arcorpus.writers.columns import SECTIONS as FRAMES
        from arcorpus.writers.columns import frame

        if name not in FRAMES:
            raise AttributeError(name)
        return frame(self._report, name)

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
    topics: int | None = None,
    collapse_copies: bool = False,
    aliases: str | None = None,
    context: int = 0,
) -> Analysis:
    """The analysis of files and folders: the same report as `corpus analyze`, as an object.

    Args:
        paths: files, folders, or `-` for standard input.
        only: the sections to make, of articles, entities, topics, claims, duplicates.
        topics: how many topics to make; None lets the program choose.
        collapse_copies: whether copies of another article are left out of every count.
        aliases: a file of your own names for things: lines of alias, tab, name and, if wanted, tab, type.
        context: how many of the sentences that name an entity `contexts` has for each.

    Raises:
        UsageError: for an unknown section, or aliases that cannot be used.
    """
    from arcorpus.errors import UsageError

    unknown = [name for name in only if name not in SECTIONS]
    if unknown:
        raise UsageError(f"there is no section {unknown[0]!r}; the sections are {', '.join(SECTIONS)}")
    sections = tuple(name for name in SECTIONS if name in only)
    request = Request(
        inputs.Inputs(tuple(map(str, paths))),
        sections,
        topics,
        collapse=collapse_copies,
        aliases=read_aliases(str(aliases)) if aliases is not None else None,
        context=context,
    )
    return Analysis(build(request))
