"""The entities of a corpus and its mentions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arcorpus.analyses import entities as analysis
from arcorpus.analyses.context import AnalysisContext, linked_once
from arcorpus.analyses.options import values
from arcorpus.linking.linker import link
from arcorpus.types import NAME_TYPES, VALUE_TYPES, Article, Document, Entity, Field, Mention, Sentence
from arcorpus.writers.grid import ABSENT

TYPES = NAME_TYPES + VALUE_TYPES


def corpus():
    """Two documents with names and a value."""
    first = (Mention("a", "title", 0, 4, "ميتا", "ORG"), Mention("a", "text", 0, 4, "2025", "DATE", value="2025"),
             Mention("a", "text", 9, 14, "الصين", "LOC"))  # fmt: skip
    second = (Mention("b", "text", 3, 8, "الصين", "LOC"), Mention("b", "text", 20, 26, "بكتيري", "PRODUCT"))
    return [Document(Article("a", "a.txt", 0), mentions=first), Document(Article("b", "b.txt", 0), mentions=second)]


def test_entities_go_by_mentions_and_then_name():
    """The most mentioned comes first, equals go by name."""
    documents = corpus()
    found, _ = analysis.entities(documents, link(documents))
    assert [(entity.name, entity.mentions) for entity in found] == [("الصين", 2), ("بكتيري", 1), ("ميتا", 1)]


def test_mentions_keep_the_reading_order_and_get_their_entities():
    """Every mention comes out as it went in, names with the id of their entity, values with none."""
    documents = corpus()
    found, mentions = analysis.entities(documents, link(documents))
    assert [m.text for m in mentions] == [m.text for d in documents for m in d.mentions]
    names = {entity.id: entity.name for entity in found}
    assert [names.get(m.entity) for m in mentions] == ["ميتا", None, "الصين", "الصين", "بكتيري"]


def test_nothing_in_nothing_out():
    """No documents and documents without mentions have no entities."""
    assert analysis.entities([], link([])) == ((), ())
    empty = [Document(Article("a", "a.txt", 0), mentions=())]
    assert analysis.entities(empty, link(empty)) == ((), ())


def test_needs():
    """The analysis says what it needs."""
    assert {"mentions"} == analysis.NEEDS


def spoken(key, *sentences):
    """A document whose sentences each name what they begin with: (name, rest) pairs."""
    text, mentions, spans = "", [], []
    for name, rest in sentences:
        start = len(text)
        text += f"{name} {rest}"
        mentions.append(Mention(key, "text", start, start + len(name), name, "ORG"))
        spans.append(Sentence(start, len(text)))
        text += "\n"
    return Document(Article(key, key, 0), fields=(Field("text", text, tuple(spans), ()),), mentions=tuple(mentions))


def test_few_mentions_can_be_left_out():
    """What is named too seldom goes with its mentions; values stay; types choose among both."""
    documents = corpus()
    links = link(documents)
    found, mentions = analysis.entities(documents, links, min_mentions=2)
    assert [entity.name for entity in found] == ["الصين"]
    assert [mention.text for mention in mentions] == ["2025", "الصين", "الصين"]
    found, mentions = analysis.entities(documents, links, types={"DATE", "ORG"})
    assert [entity.name for entity in found] == ["ميتا"]
    assert [mention.text for mention in mentions] == ["ميتا", "2025"]


def test_each_article_gives_its_first_sentence_first():
    """The sentences that name a thing come article by article in turn, the same words once, so many at most."""
    documents = [spoken("a", ("زيلوكس", "تعلن."), ("زيلوكس", "تنفي.")), spoken("b", ("زيلوكس", "تعلن.")),
                 spoken("c", ("زيلوكس", "تشتري."), ("بكتير", "تبيع."))]  # fmt: skip
    links = link(documents)
    zilox, other = links.entities
    found = analysis.contexts(documents, links, [zilox, other], 3)
    assert [context.text for context in found] == ["زيلوكس تعلن.", "زيلوكس تشتري.", "زيلوكس تنفي.", "بكتير تبيع."]
    assert [context.entity for context in found] == [zilox.id] * 3 + [other.id]
    texts = {document.article.id: document.fields[0].text for document in documents}
    for context in found:
        assert texts[context.article][context.start : context.end] == context.text
        assert context.start <= context.mention_start < context.mention_end <= context.end
    assert len(analysis.contexts(documents, links, [zilox], 1)) == 1


def test_a_sentence_is_given_once_for_each_thing():
    """A sentence that names a thing twice is one context, with its first mention."""
    document = spoken("a", ("زيلوكس", "تعلن وتنفي."))
    again = Mention("a", "text", 7, 11, "تعلن", "ORG")
    document = replace(document, mentions=(*document.mentions, replace(again, text="زيلوكس")))
    links = link([document])
    [context] = analysis.contexts([document], links, links.entities, 5)
    assert (context.mention_start, context.mention_end) == (0, 6)


def entities(*counts):
    """Entities of each type, so many of each, those of the later types mentioned more often."""
    made = [
        Entity(f"{kind}{n}", f"{kind}{n}", kind, (), 100 * place - n, 1)
        for place, (kind, count) in enumerate(zip(TYPES, counts, strict=False), start=1)
        for n in range(count)
    ]
    return tuple(sorted(made, key=lambda entity: -entity.mentions))


@pytest.mark.parametrize(("counts", "shown"), [((9, 9, 9), [2, 2, 2]), ((1, 9, 9), [1, 3, 2]), ((2, 0, 1), [2, 1])])
def test_overview_gives_each_type_its_turn(report, counts, shown, table, column, told):
    """Among other sections the entities shown are the most mentioned of each type, in equal numbers where they can."""
    kinds = column(table(told(report, entities=entities(*counts)), "Entities", top=6), "type")
    assert kinds == sorted(kinds, key=TYPES.index)
    assert [kinds.count(kind) for kind in dict.fromkeys(kinds)] == shown


def test_all_entities_are_shown_without_a_top(report, table, told):
    """Without a top every entity is there, by type."""
    grid = table(told(report, entities=entities(3, 40, 2)), "Entities")
    assert len(grid.rows) == 45
    assert grid.more == 0


def test_entities_alone_stand_under_their_types(report, table):
    """Alone, the entities stand under a heading for each type, with their days, and each type gets its turn."""
    grid = table(report, "Entities", sections=("entities",), top=2)
    assert [group.heading for group in grid.groups] == ["Persons (PER)", "Organisations (ORG)"]
    assert [column.name for column in grid.columns] == ["name", "mentions", "articles", "first", "last", "also written"]
    assert grid.groups[1].rows == (("Meta", "2", "1", "2025-01-30", "2025-01-30", "ميتا"),)
    assert grid.more == 1


def test_contexts_stand_under_the_entities_shown(report, table, titles):
    """A sentence stands under the name of its entity with its article's day, if the entity is among those shown."""
    grid = table(report, "In context", sections=("entities",), top=2)
    [group] = grid.groups
    assert group.heading == "Meta (ORG)"
    assert group.rows == (("2025-01-30", report.tables["contexts"][0].text),)
    assert "In context" not in titles(report, sections=("entities",), top=1)


def test_values_are_gathered(report, table, column):
    """Each value is one row, with its bound, how often it is stated, and the words that state it."""
    mention = Mention("a1f0", "text", 0, 1, "نحو 65 مليار دولار", "MONEY", value="65000000000 USD", bound="about")
    report.tables["mentions"] = (
        *report.tables["mentions"],
        mention,
        replace(mention, value=None, bound=None, text="مبلغ"),
    )
    grid = table(report, "Values", sections=("entities",))
    assert column(grid, "value") == ["~ 65000000000 USD", ABSENT, "3.5"]
    assert column(grid, "mentions") == ["2", "1", "1"]
    assert column(grid, "as written") == ["65 مليار دولار، نحو 65 مليار دولار", "مبلغ", "3.5 في المائة"]


def given(documents, **options):
    """What the analysis makes of documents with some options, the usual values for the others."""
    context = AnalysisContext(linked_once(documents, None), values(analysis, options))
    return analysis.analyse(documents, context).tables


def test_the_options_choose():
    """Without options there is everything but sentences; types and the least number of mentions narrow it."""
    documents = corpus()
    tables = given(documents)
    assert list(tables) == ["entities", "mentions"]
    assert (len(tables["entities"]), len(tables["mentions"])) == (3, 5)
    assert {mention.type for mention in given(documents, types="DATE,LOC")["mentions"]} == {"LOC", "DATE"}
    assert [entity.name for entity in given(documents, min_mentions=2)["entities"]] == ["الصين"]
    assert list(given(documents, context=1)) == ["entities", "mentions", "contexts"]


def test_the_types_are_recorded_sorted():
    """Whatever their order, the types asked for are told sorted, and as null where all are wanted."""
    assert analysis.recorded(values(analysis, {"types": "ORG,PER,LOC"}))["types"] == ["LOC", "ORG", "PER"]
    assert analysis.recorded(values(analysis, {})) == {"types": None, "min_mentions": 1, "context": 0}
