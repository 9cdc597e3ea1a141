"""The stages that turn articles into documents, what each needs, and the run over a batch.

A stage takes a batch of documents and gives them back with one annotation more. It is a pure function of each
article, so the result depends neither on the batch size nor on the order of the inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from inspect import signature

from arcorpus import plugins
from arcorpus.endings import fault
from arcorpus.engines import local
from arcorpus.errors import CorpusError, NotAnalysed, UsageError
from arcorpus.types import NAME_TYPES, Article, Document, Field, Gloss, Mention, Span


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose of the per-article half: what finds names, with `:MODEL` where it takes one, and lemmas.

    Without `names` the terms leave out the names that the recogniser finds.
    """

    ner: str = "embedded"
    morphology: str = "lexicon"
    names: bool = True


def _texts(article: Article) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """The texts of an article in reading order: field name, text, furniture inside."""
    if article.title:
        yield "title", article.title, ()
    for number, line in enumerate(article.standfirst):
        yield f"standfirst.{number}", line, ()
    yield "text", article.text, article.furniture_inside()


def count(batch: Sequence[Document], _settings: Settings) -> list[Document]:
    """Fill `article.words` and `article.sentences` from the body; the furniture inside it does not count."""
    from arcorpus.text.tokenizer import count_words, split_sentences

    counted = []
    for document in batch:
        article = document.article
        sentences = split_sentences(article.text, article.furniture_inside())
        words = count_words(article.text, sentences)
        counted.append(replace(document, article=replace(article, words=words, sentences=len(sentences))))
    return counted


def tokenize(batch: Sequence[Document], _settings: Settings) -> list[Document]:
    """Fill `fields`: title, standfirst lines and body with their sentences and tokens."""
    from arcorpus.text.tokenizer import split_sentences
    from arcorpus.text.tokenizer import tokenize as tokens_of

    done = []
    for document in batch:
        fields = []
        for name, text, skip in _texts(document.article):
            sentences = split_sentences(text, skip)
            fields.append(Field(name, text, sentences, tokens_of(text, sentences)))
        done.append(replace(document, fields=tuple(fields)))
    return done


def _values(document: Document) -> tuple[list[Mention], tuple[str, ...]]:
    """The values of every field as mentions, and a warning for each whose worth cannot be had."""
    from arcorpus.values.extract import find_values

    found, problems = [], []
    for field in document.fields or ():
        spans = [Span(sentence.start, sentence.end) for sentence in field.sentences]
        for v in find_values(field.text, sentences=spans):
            surface = field.text[v.start : v.end]
            place = (document.article.id, field.name, v.start, v.end, surface, v.type)
            found.append(Mention(*place, value=v.value, bound=v.bound))
            if v.problem:
                problems.append(f"«{surface}» in {field.name} has no value: {v.problem}")
    return found, tuple(problems)


def _merge(document: Document, names: Sequence[Mention], values: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names and values in reading order, none overlapping: the longer stays, then the surer, then the value."""
    order = {field.name: number for number, field in enumerate(document.fields or ())}
    ranked = sorted([*values, *names], key=lambda m: (m.start - m.end, -m.score, m.type in NAME_TYPES, m.start))
    taken: dict[str, list[bool]] = {f.name: [False] * len(f.text) for f in document.fields or ()}
    kept = []
    for mention in ranked:
        cells = taken[mention.field]
        if not any(cells[mention.start : mention.end]):
            cells[mention.start : mention.end] = [True] * (mention.end - mention.start)
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (order[m.field], m.start)))


Recognizer = Callable[..., Sequence[tuple[tuple[Mention, ...], tuple[Gloss, ...]]]]
"""What a back end offers: the names and glosses of each document of a batch, by a `model` where it takes one."""


def _recognizer(chosen: str) -> Recognizer:
    """The recogniser that `NAME` or `NAME:MODEL` asks for.

    Raises:
        UsageError: when there is no such back end, or it takes no model.
    """
    name, colon, model = chosen.partition(":")
    function: Recognizer = plugins.load("ner", name).recognize
    if not colon:
        return function
    if "model" not in signature(function).parameters:
        raise UsageError(f"--ner {name} takes no model; leave out {colon + model!r}")
    if not model:
        raise UsageError(f"--ner {chosen} names no model: write {chosen}MODEL, or {name} for the usual one")
    return partial(function, model=model)


def recognize(batch: Sequence[Document], settings: Settings) -> list[Document]:
    """Fill `mentions` with values and names, and `glosses` with the pairs that the text itself equates."""
    done = []
    for document, (names, glosses) in zip(batch, _recognizer(settings.ner)(batch), strict=True):
        values, problems = _values(document)
        mentions = _merge(document, names, values)
        spans = {(m.field, m.start, m.end) for m in mentions}
        kept = tuple(g for g in glosses if {(g.field, s.start, s.end) for s in (g.first, g.second)} <= spans)
        article = replace(document.article, warnings=document.article.warnings + problems)
        done.append(replace(document, article=article, mentions=mentions, glosses=kept))
    return done


def attribute(batch: Sequence[Document], _settings: Settings) -> list[Document]:
    """Fill `claims`: who says what, what the writer states, and how far each is worth a check."""
    from arcorpus.claims.checkworthiness import weigh
    from arcorpus.claims.extract import find_claims

    return [weigh(replace(document, claims=find_claims(document))) for document in batch]


def gather(batch: Sequence[Document], settings: Settings) -> list[Document]:
    """Fill `terms`: the content words of all fields, without the names of `mentions` where names are not wanted."""
    from arcorpus.topics.terms import compact, terms

    analyse = plugins.load("morph", settings.morphology).analyse
    done = []
    for document in batch:
        spans: dict[str, list[Span]] = {}
        for mention in document.mentions or ():
            if mention.type in NAME_TYPES:
                spans.setdefault(mention.field, []).append(Span(mention.start, mention.end))
        found = [
            term
            for field in document.fields or ()
            for term in terms(field, None if settings.names else spans.get(field.name, []), analyse)
        ]
        done.append(replace(document, terms=compact(found)))
    return done


Stage = Callable[[Sequence[Document], Settings], list[Document]]
STAGES: dict[str, tuple[Stage, frozenset[str]]] = {
    "counts": (count, frozenset()),
    "tokens": (tokenize, frozenset()),
    "mentions": (recognize, frozenset({"tokens"})),
    "claims": (attribute, frozenset({"tokens", "mentions"})),
    "terms": (gather, frozenset({"tokens"})),
}
"""Every stage by the annotation it fills, with the annotations it needs, in the order in which they run."""


def closure(needs: Iterable[str]) -> tuple[str, ...]:
    """The stages to run for `needs`, with all that they need themselves, in running order.

    >>> closure({"mentions"})
    ('tokens', 'mentions')
    """
    wanted = set(needs)
    for name in reversed(STAGES):
        if name in wanted:
            wanted |= STAGES[name][1]
    return tuple(name for name in STAGES if name in wanted)


def run(
    articles: Iterable[Article],
    needs: Iterable[str],
    settings: Settings | None = None,
    failed: Callable[[NotAnalysed], None] | None = None,
) -> Iterator[Document]:
    """The documents of `articles`, in their order, annotated as far as `needs` asks; a batch in memory at a time.

    Args:
        articles: what to annotate.
        needs: the annotations wanted.
        settings: what the user chose.
        failed: is told of an article that a fault of the program kept from being annotated, which is given as if it
            had no text; without it the fault is raised.
    """
    chosen = settings or Settings()
    stages = [STAGES[name][0] for name in closure(needs)]

    def annotate(batch: Sequence[Article]) -> Sequence[Document]:
        documents = [Document(article) for article in batch]
        for stage in stages:
            documents = stage(documents, chosen)
        return documents

    return local.map_batches(partial(_spared, annotate, failed) if failed else annotate, articles)


def _spared(
    annotate: Callable[[Sequence[Article]], Sequence[Document]],
    failed: Callable[[NotAnalysed], None],
    batch: Sequence[Article],
) -> Sequence[Document]:
    """The documents of a batch; where one article's text is too much for a stage the others do not suffer."""
    try:
        return annotate(batch)
    except (CorpusError, OSError, ImportError, MemoryError):
        raise  # no article's own
    except Exception as error:
        if len(batch) > 1:
            return [document for article in batch for document in _spared(annotate, failed, [article])]
        article = batch[0]
        if not (article.text or article.title or article.standfirst):
            raise
        said = f"article {article.index} could not be analysed, which is a fault of the program ({fault(error)})"
        failed(NotAnalysed(f"{said}; please report it with the file", path=article.path))
        [bare] = annotate([replace(article, title=None, standfirst=(), text="", furniture=())])
        return [replace(bare, article=replace(article, words=0, sentences=0))]
