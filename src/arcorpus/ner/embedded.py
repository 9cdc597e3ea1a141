"""Names by the shipped tagger, joined with what the rules find: `--ner embedded`.

The tagger knows names by their sentence, the rules Latin-script, quoted and glossed names and what a head word tells.
Where they differ, the surer find stays; a name that was found for sure counts wherever the article writes it again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from arcorpus import plugins
from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.persons import is_family
from arcorpus.ner.span_edges import decode_bio, document_keys, name_span, name_type, split_persons
from arcorpus.ner.tagger import MODEL, Label, load_tagger
from arcorpus.ner.words import Word, is_unknown, known_type, words_of
from arcorpus.text.letters import ARTICLE, ARTICLES, ATTACHED
from arcorpus.types import Document, Field, Gloss, Mention, Token

__all__ = ["LABELS", "MODEL", "recognize"]

LABELS = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK")

_PER_WORD = 0.3  # bonus of a find for each of its words
_TAGGED = {"PER": 1.0, "ORG": 1.0, "LOC": 1.0, "PRODUCT": 0.8, "EVENT": 0.9, "WORK": 0.8}
_LEAST = 0.5  # probability below which the tagger's find is left out
_LEAST_PLAIN = 0.75  # the same for one word of the language
_PLAIN = 0.9  # probability from which the tagger is sure that a word is in no name
_RULED = 0.8  # score from which a find of the rules stays all the same
_SURE = 0.8  # score from which a name counts wherever it recurs
_HEADS = (NameHead.BEFORE, NameHead.INSIDE, NameHead.BODY)
_BARE = (NameHead.BEFORE, NameHead.INSIDE, NameHead.OF, NameHead.PLACED)
_SHORTEST = 3  # letters of a name that recurs
_MOST_BROKEN = 3  # words of a person's name to which what follows is joined
_FULL = 0.65  # score from which a name of several words counts
_LONGEST = 8  # words of a name that recurs
_SON = "بن"
_MANY = ("يين", "يون")  # ends of many who share an adjective: معنويين, القدساويين

Names = tuple[tuple[Mention, ...], tuple[Gloss, ...]]


def recognize(batch: Sequence[Document]) -> list[Names]:
    """The names of each document in reading order, and the pairs of names that its text itself equates.

    Each document is taken by itself and each sentence tagged by itself, so nothing depends on batch mates.

    Args:
        batch: documents whose `fields` are set.

    Raises:
        ResourceError: when a file of the model is missing or damaged.

    >>> from arcorpus.text.tokenizer import split_sentences, tokenize
    >>> from arcorpus.types import Article
    >>> text = "وصل محمود عباس إلى القاهرة أمس ."
    >>> field = Field("text", text, split_sentences(text), tokenize(text))
    >>> [(names, _)] = recognize([Document(Article("a", "a.txt", 0, text=text), (field,))])
    >>> [(name.text, name.type) for name in names]
    [('محمود عباس', 'PER'), ('القاهرة', 'LOC')]
    """
    ruled: list[Names] = plugins.load("ner", "rules").recognize(batch)
    return [_joined(document, *found) for document, found in zip(batch, ruled, strict=True)]


class Tagged(NamedTuple):
    """What the tagger says of a document.

    Attributes:
        names: the names that it finds.
        plain: the words, by field and start, that it is sure are in no name.
    """

    names: list[Mention]
    plain: frozenset[tuple[str, int]]


def _joined(document: Document, ruled: Sequence[Mention], glosses: Sequence[Gloss]) -> Names:
    """The names of a document out of the rules' and the tagger's finds."""
    fields = {field.name: field for field in document.fields or ()}
    tagged = _tagged(document)
    allowed = list(_allowed(document, ruled, tagged.plain))
    last = frozenset(_last_names([*allowed, *tagged.names]))
    typed = _typed(tagged.names, allowed, last)
    found = _settled(_whole(m, fields[m.field].text, last) for m in (*allowed, *typed))
    kept = _with_recurring(document, found, list(fields))
    spans = {(m.field, m.start, m.end) for m in kept}
    pairs = tuple(g for g in glosses if {(g.field, s.start, s.end) for s in (g.first, g.second)} <= spans)
    return tuple(kept), pairs


def _typed(names: Sequence[Mention], ruled: Sequence[Mention], last: Container[str]) -> Iterator[Mention]:
    """The tagger's finds with the type that the rules are sure of: last names are persons, but for known places."""
    types = {gazetteer.key(m.text): m.type for m in ruled if m.score >= _SURE and m.type != "LOC"}
    places = {key for m in names if m.type == "LOC" and gazetteer.is_place(key := gazetteer.key(m.text))}
    towns = {gazetteer.key(m.text) for m in ruled if m.type == "LOC" and " " in m.text}
    for mention in names:
        name = gazetteer.key(mention.text)
        shown = "PER" if name in last and name not in places else types.get(name, mention.type)
        town = mention.type == "PER" and name in towns  # a place of several words is no person
        yield replace(mention, type="LOC" if town else shown)


def _with_recurring(document: Document, found: Sequence[Mention], order: Sequence[str]) -> list[Mention]:
    """The finds, and the surest of their names wherever the document writes them again, in reading order."""
    known = {**dict.fromkeys(_last_names(found), ("PER", _SURE)), **_surest(found)}
    again = [m for field in document.fields or () for m in _again(document.article.id, field, known)]
    return sorted(_settled([*found, *again]), key=lambda m: (order.index(m.field), m.start))


def _whole(mention: Mention, text: str, last: Container[str]) -> Mention:
    """A find with the letter that was cut off it where a full name of the article has that letter: بلاتر."""
    start = mention.start - 1
    if start < 0 or not text[start].isalpha() or gazetteer.key(text[start : mention.end]) not in last:
        return mention
    return replace(mention, start=start, text=text[start : mention.end], type="PER")


def _tagged(document: Document) -> Tagged:
    """What the tagger says of each sentence of a document."""
    tagger = load_tagger()
    known = document_keys(document)
    names: list[Mention] = []
    plain: set[tuple[str, int]] = set()
    for field in document.fields or ():
        for tokens, words in _sentences(field):
            labels = tagger.tag([token.text for token in tokens])
            plain.update((field.name, t.start) for t, label in zip(tokens, labels, strict=True) if _is_plain(label))
            whole = _whole_persons(words, [label.name for label in labels])
            for name in decode_bio(whole):
                for run in split_persons(name, tokens, known):
                    sure = min(label.sure for label in labels[run.first : run.end] if label.name != "O")
                    found = _mention(document.article.id, field, tokens[run.first : run.end], run.type, sure, known)
                    names += [found] if found else []
    return Tagged(names, frozenset(plain))


def _mention(
    article: str, field: Field, tokens: Sequence[Token], kind: str, sure: float, known: Container[str]
) -> Mention | None:
    """The name in some words that the tagger labelled, None where they hold none or it is not sure enough.

    Args:
        article: the article's id.
        field: the field in which the words stand.
        tokens: the words.
        kind: the type that the tagger gives them.
        sure: the least probability of their labels, 0-1.
        known: the keys of the document's words.
    """
    span = name_span(tokens, kind, known)
    surface = field.text[span.start : span.end] if span else ""
    if span is None or sure < _least(surface) or not _is_name(surface, kind):
        return None
    named = name_type(tokens, span, kind)
    return Mention(article, field.name, span.start, span.end, surface, named, score=round(sure * _TAGGED[named], 2))


def _whole_persons(words: Sequence[Word], names: Sequence[str]) -> list[str]:
    """The labels with a person's name that the tagger broke off or in two made whole: «خميّس» + قسيلة."""
    whole = list(names)
    start = 0
    for at, word in enumerate(words):
        after_person = at > 0 and word.joined and whole[at - 1][2:] == "PER"
        broken = whole[at] == "B-PER" and word.key[:1] != "و" and at - start < _MOST_BROKEN
        son = after_person and at - start > 0 and words[at - 1].key == _SON
        if after_person and (broken or son or (whole[at] == "O" and _goes_on(words, at))):
            whole[at] = "I-PER"
        elif whole[at][0] == "B":
            start = at
    return whole


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word after a person's name is its last part: a foreign word, or a family name that closes it."""
    word = words[at]
    if word.key[:1] in ATTACHED:
        return False
    if is_unknown(word) and known_type(word) in {None, "PER"}:
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    return is_family(word) and (after is None or not after.arabic or after.key.startswith("و"))


def _least(surface: str) -> float:
    """The probability below which the tagger's find is left out: more for one word of the language."""
    key = gazetteer.key(surface)
    listed = " " not in key and gazetteer.is_listed(key)
    plain = listed and not gazetteer.is_place(key) and key not in person_names.name_words()
    return _LEAST_PLAIN if plain else _LEAST


def _is_plain(label: Label) -> bool:
    """Whether the tagger is sure that a word is in no name."""
    return label.name == "O" and label.sure >= _PLAIN


def _is_name(surface: str, kind: str) -> bool:
    """Whether what the tagger labelled can be a name: no people, no head alone, no «منظمة صينية», no jury."""
    keys = gazetteer.key(surface).split()
    if " ".join(keys) in gazetteer.heads(NameHead.GENERIC) or (len(keys) == 1 and not _is_single(keys[0], kind)):
        return False
    if kind == "PER" and any(
        key in gazetteer.heads(mode) for key in keys[1:] for mode in (NameHead.STATE, NameHead.BODY)
    ):
        return False  # «صالح المنتخب»
    definite = any(key.startswith(ARTICLES) for key in keys)
    described = kind == "ORG" or (len(keys) > 1 and gazetteer.heads(NameHead.BEFORE).get(keys[0]) == kind)
    return not described or definite or not all(gazetteer.is_common(key) for key in keys)


def _is_single(word: str, kind: str) -> bool:
    """Whether one word, a key, can be a name: no head, title, people or many who share an adjective."""
    if word in gazetteer.known_names() or word in gazetteer.heads(NameHead.CLUB_NAME):
        return not _is_people(ARTICLE + word.removeprefix(ARTICLE))
    bare = word.removeprefix(ARTICLE)
    head = any(word in gazetteer.heads(mode) for mode in (*_BARE, NameHead.BODY)) or word.endswith(_MANY)
    head = head or any(gazetteer.head_type(bare, mode) == kind for mode in _HEADS)
    titled = kind == "PER" and word in gazetteer.heads(NameHead.TITLE) and word not in person_names.name_words()
    return not head and not titled and not _is_people(ARTICLE + bare)


def _is_people(word: str) -> bool:
    """Whether a definite word, a key, is a people's adjective of one or many, or names a people: القطريين, الأتراك."""
    one = word.removesuffix("ين").removesuffix("ون")
    many = one != word and one in gazetteer.heads(NameHead.ADJECTIVE)
    return many or {word, one} & gazetteer.nationalities() != set() or word in gazetteer.heads(NameHead.PEOPLE)


def _allowed(document: Document, ruled: Iterable[Mention], plain: Container[tuple[str, int]]) -> Iterator[Mention]:
    """The rules' finds but for unsure Arabic ones in whose words the tagger sees no name."""
    starts = {field.name: field.tokens for field in document.fields or ()}
    for mention in ruled:
        tokens = starts[mention.field]
        at = bisect_right(tokens, mention.start, key=lambda token: token.start) - 1
        end = bisect_left(tokens, mention.end, key=lambda token: token.start)
        denied = all((mention.field, token.start) in plain for token in tokens[at:end])
        if mention.score >= _RULED or not denied or mention.text[-1].isascii():
            yield mention


def _sentences(field: Field) -> Iterator[tuple[Sequence[Token], Sequence[Word]]]:
    """The tokens of each sentence that has any, and what the rules see in them."""
    starts = [token.start for token in field.tokens]
    words = words_of(field)
    for sentence in field.sentences:
        inside = slice(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
        if inside.start < inside.stop:
            yield field.tokens[inside], words[inside]


def _settled(found: Iterable[Mention]) -> list[Mention]:
    """The finds that stay where some overlap; see `_rank`."""
    taken: defaultdict[str, set[int]] = defaultdict(set)
    kept = []
    for mention in sorted(found, key=_rank):
        cells = range(mention.start, mention.end)
        if taken[mention.field].isdisjoint(cells):
            taken[mention.field].update(cells)
            kept.append(mention)
    return kept


def _rank(mention: Mention) -> tuple[float, int, int, str]:
    """What a find is sorted by where it competes with others: the longer one stays unless it is much less sure."""
    return -mention.score - _PER_WORD * mention.text.count(" "), mention.start, mention.end, mention.type


def _last_names(found: Iterable[Mention]) -> list[str]:
    """The last words of persons' full names, which are persons where they stand alone: هولمز after جيمس هولمز."""
    names = (gazetteer.key(m.text).split() for m in found if m.type == "PER" and m.score >= _SURE)
    return [words[-1] for words in names if len(words) > 1 and gazetteer.stands_alone(words[-1])]


def _surest(found: Iterable[Mention]) -> Mapping[str, tuple[str, float]]:
    """The names that count wherever the article writes them again, by key: their type and score."""
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[str, float] = {}
    for mention in found:
        name = gazetteer.key(mention.text)
        if (
            mention.score >= (_FULL if " " in name else _SURE)
            and len(name) >= _SHORTEST
            and (" " in name or not gazetteer.is_common(name))
        ):
            weights[name][mention.type] += mention.score
            best[name] = max(mention.score, best.get(name, 0.0))
    return {name: (min(types, key=lambda t: (-types[t], t)), best[name]) for name, types in weights.items()}


def _again(article: str, field: Field, known: Mapping[str, tuple[str, float]]) -> Iterator[Mention]:
    """The places of a field where known names of its article stand, with or without letters attached."""
    first = {name.partition(" ")[0] for name in known}
    words = [token for token in field.tokens if token.kind == "word"]
    for at, token in enumerate(words):
        for reading in gazetteer.readings(token.text):
            if reading.key in first:
                found = _longest(field, words[at : at + _LONGEST], reading, known)
                if found:
                    end, (kind, score) = found
                    start = token.start + reading.cut
                    sure = round(min(score, 0.78) - 0.05 * bool(reading.cut), 2)
                    yield Mention(article, field.name, start, end, field.text[start:end], kind, score=sure)
                    break


def _longest(
    field: Field, words: Sequence[Token], reading: gazetteer.Reading, known: Mapping[str, tuple[str, float]]
) -> tuple[int, tuple[str, float]] | None:
    """The longest known name that begins with the first word so read: where it ends, its type and score."""
    key, best = reading.key, None
    for number, token in enumerate(words):
        if number:
            if field.text[words[number - 1].end : token.start].strip(" \u00a0"):
                break
            key += " " + gazetteer.key(token.text)
        if key in known:
            best = (token.end, known[key])
    return best
