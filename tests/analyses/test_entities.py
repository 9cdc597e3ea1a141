"""The entities of a corpus and its mentions."""

from __future__ import annotations

from dataclasses import replace

from arcorpus.analyses import entities as analysis
from arcorpus.linking.linker import link
from arcorpus.types import Article, Document, Field, Mention, Sentence


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
