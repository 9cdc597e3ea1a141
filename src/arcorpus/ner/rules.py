"""Names by rule: known names, Latin-script names, quoted and glossed names, title words, heads of institutions.

No model: what the lexicons and the words around a name do not show is not found. docs/entities.md says what that is.
`score` says how sure a find is, 0-1; where finds overlap, the surer and longer one stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer, name_bodies, name_phrases
from arcorpus.ner.latin import find_latin_names
from arcorpus.ner.name_forms import (
    RULES,
    Find,
    Word,
    is_place,
    is_unknown,
    person_after,
    place_after,
    quarters,
    words_of,
)
from arcorpus.text.quotations import find_quotations
from arcorpus.types import Document, Field, Gloss, Mention, Span

LABELS = ("PER", "ORG", "LOC", "PRODUCT", "EVENT", "WORK")

DEFAULT_TYPE = "ORG"
"""What a foreign name is taken for when nothing tells: in news it is most often a company or a medium."""

_DEFAULT = 0.6  # score of a name whose type is the default
_PLAIN = 0.58  # score of a quoted name of plain words: it does not count elsewhere
_SURE = 0.7  # score from which a name's type counts wherever it recurs in the article
_RECURS = 0.72  # score of a name that recurs
_MOST_QUOTED = 5  # words of a quoted name after a head
_MOST_MEDIUM = 2  # words of a quoted medium
_NEAR = 12  # words back to the verb of saying
_TO = "ل"
_MOST_TITLE = 12  # words of a quoted title of a work
_REACH = 9  # words back from a bracket to the head of an institution
_MOST_GLOSSED = 4  # words of a name before its gloss in brackets
_SHORTEST = 3  # letters of a name that recurs
_OPENING = frozenset("«“\"'‘(")
_INSTITUTIONS = ("before", "inside", "body")
_MARKS = frozenset(" «»“”\"'‘’()")
_WIDEST = 9  # code points between neighbours of a list
_AND = frozenset({"،", ",", "و", "،و", "أو", "/"})


_RULES = (*RULES, *name_bodies.RULES, *name_phrases.RULES)
_VERSION = re.compile(r"[ -]?\d[\d.]*\w?$")


class Page(NamedTuple):
    """A field with its words, where they start, the quotations by the word that closes them, and the finds."""

    field: Field
    words: list[Word]
    starts: list[int]
    quotes: dict[int, Span]
    finds: list[Find]

    def key(self, find: Find) -> str:
        """The look-up key of a find's surface."""
        return gazetteer.key(self.field.text[find.start : find.end])

    def at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


class Table(NamedTuple):
    """Names that recur in an article: type and score by their words, and by their first word how long they are."""

    names: Mapping[tuple[str, ...], tuple[str, float]]
    lengths: Mapping[str, Sequence[int]]


def _page(field: Field) -> Page:
    """A field with what the rules find in it by itself."""
    words = words_of(field)
    page = Page(field, words, [word.start for word in words], {}, [])
    page.quotes.update((page.at(span.end), span) for span in find_quotations(field.text))
    for at, word in enumerate(words):
        if word.arabic:
            page.finds.extend(find for rule in _RULES if (find := rule(words, at)))
    page.finds.extend(_latin_finds(page))
    page.finds.extend(_quoted_finds(page))
    page.finds.extend(list(_bracketed(page)))
    page.finds.extend(_persons_of_lists(page))
    page.finds.extend(_places_of_lists(page))
    page.finds.extend(list(_towns(page)))
    return page


def _head_before(page: Page, start: int, modes: Sequence[str]) -> str | None:
    """The type that a head word gives to the name at `start`: next to it, or with «مثل» or an adjective between."""
    at = page.at(start) - 1
    while at >= 0 and page.words[at].text in _OPENING:
        at -= 1
    if at > 0 and page.words[at].key in gazetteer.heads("like"):
        at -= 1
    for index in (at, at - 1):
        if index < 0 or not page.words[index].arabic:
            return None
        word = page.words[index].key
        for mode in modes:
            kind = gazetteer.head_type(word, mode) or gazetteer.heads(mode).get(word.removeprefix("ال"))
            if kind and not (word.startswith("ك") and word not in gazetteer.heads(mode)):
                return kind
        if not word.startswith("ال"):
            return None
    return None


def _role_after(page: Page, end: int) -> bool:
    """Whether «، مدير …» follows: the name before is a person's."""
    at = page.at(end)
    return (
        at + 1 < len(page.words)
        and page.words[at].text in {"،", ","}
        and page.words[at + 1].key in gazetteer.heads("role")
    )


def _latin_finds(page: Page) -> Iterator[Find]:
    """Latin-script names, typed by the head before them, the lexicons, their shape or, failing all, the default."""
    text = page.field.text
    for start, end, shape in find_latin_names(text, page.field.tokens):
        known = gazetteer.known_names().get(gazetteer.key(text[start:end]))
        first = text.rfind(" ", start, end)
        maker = gazetteer.known_names().get(gazetteer.key(text[start:first])) if first > 0 and shape else None
        made = text[first + 1 : end]
        if maker and maker.type == "ORG" and not known and not made[0].isdigit() and any(map(str.isdigit, made)):
            yield Find(start, first, "ORG", 0.9)  # «OpenAI GPT3»: maker and product
            yield Find(first + 1, end, "PRODUCT", 0.9)
            continue
        kind = _head_before(page, start, ("foreign", "before", "quoted")) or (known.type if known else shape)
        if not kind and first > 0 and (_role_after(page, end) or _head_before(page, start, ("title",))):
            kind = "PER"
        yield Find(start, end, kind or DEFAULT_TYPE, 0.9 if kind else _DEFAULT)


def _quoted_finds(page: Page) -> Iterator[Find]:
    """Short quoted names after a head, and quoted words that are no words of the language."""
    for span in page.quotes.values():
        inside = page.words[page.at(span.start) : page.at(span.end)]
        if not inside or inside[0].start != span.start or inside[-1].end != span.end:
            continue
        if not any(word.arabic for word in inside):
            continue
        kind = _head_before(page, span.start, ("quoted", "before"))
        foreign = any(not gazetteer.is_listed(word.key) for word in inside)
        unknown = [is_unknown(word) and not is_place(word) for word in inside]
        if kind == "PRODUCT" and len(inside) > 1:
            foreign = any(unknown) or any(word.text.isdigit() for word in inside)
        if kind and len(inside) <= (_MOST_TITLE if kind == "WORK" else _MOST_QUOTED):
            if foreign or kind not in {"PRODUCT", "LOC"}:
                title = kind == "WORK" and inside[0].text not in _OPENING
                yield Find(span.start, span.end, kind, 0.95 if title else 0.86 if foreign else _PLAIN)
        elif page.key(Find(span.start, span.end, "", 0)) in gazetteer.heads("medium"):
            yield Find(span.start, span.end, "ORG", 0.86)
        elif len(inside) <= _MOST_MEDIUM and _is_medium(page, span.start, inside[0]):
            yield Find(span.start, span.end, DEFAULT_TYPE, 0.8)
        elif 1 < len(inside) <= _MOST_GLOSSED and all(unknown) and _is_cited(page, span.start):
            yield Find(span.start, span.end, DEFAULT_TYPE, _DEFAULT)


def _is_medium(page: Page, start: int, first: Word) -> bool:
    """Whether what is quoted is the medium that somebody spoke to or that is cited: قال لـ "سبق", بحسب «الحياة»."""
    at = page.at(start) - 1
    while at >= 0 and page.words[at].text in _OPENING:
        at -= 1
    if at >= 0 and page.words[at].key == _TO:
        before = page.words[max(0, at - _NEAR) : at]
        said = (rest for word in before for rest in gazetteer.without_clitics(word.key))
        return any(rest in gazetteer.verbs_of_saying() for rest in said)
    return _is_cited(page, start) and (first.key.startswith("ال") or is_unknown(first))


def _is_cited(page: Page, start: int) -> bool:
    """Whether what is quoted is named as the source: وفق "إنترستينغ إنجينيرينغ"."""
    at = page.at(start) - 1
    while at >= 0 and page.words[at].text in _OPENING:
        at -= 1
    return at >= 0 and any(rest in gazetteer.heads("cited") for rest in gazetteer.without_clitics(page.words[at].key))


def _bracketed(page: Page) -> Iterator[Find]:
    """A foreign word in brackets after an institution's name or head: منظمة التعاون … الدولي (سيكو)."""
    ends = {find.end for find in page.finds if find.type == "ORG"}
    for at, word in enumerate(page.words[1:-2], start=1):
        inside, before = page.words[at + 1], page.words[at - 1]
        if word.text == "(" and page.words[at + 2].text == ")" and is_unknown(inside) and not is_place(inside):
            earlier = page.words[max(0, at - _REACH) : at]
            near = any(gazetteer.head_type(w.key, mode) == "ORG" for w in earlier for mode in _INSTITUTIONS)
            if before.arabic and (before.end in ends or near):
                yield Find(inside.start, inside.end, "ORG", 0.74)


def _persons_of_lists(page: Page) -> list[Find]:
    """Persons that a list names after one that was found."""
    reached = {find.end for find in page.finds if find.type == "PER" and " " in page.field.text[find.start : find.end]}
    found: list[Find] = []
    for end in sorted(reached):
        other = person_after(page.words, page.at(end))
        while other:
            found.append(other)
            if other.end in reached:
                break
            reached.add(other.end)
            other = person_after(page.words, page.at(other.end))
    return found


def _places_of_lists(page: Page) -> list[Find]:
    """Places that a list names after one that was found."""
    found: list[Find] = []
    for end in sorted({find.end for find in page.finds if find.type == "LOC"}):
        other = place_after(page.words, page.at(end))
        while other:
            found.append(other)
            other = place_after(page.words, page.at(other.end))
    return found


def _towns(page: Page) -> Iterator[Find]:
    """The towns or quarters that a list after their plural names: أحياء الخالدية والربيع والشاطئ الغربي."""
    for at, word in enumerate(page.words):
        if gazetteer.head_type(word.key, "towns") and word.arabic:
            found = list(quarters(page.words, at + 1))
            if len(found) > 1:
                yield from found


def _glosses(page: Page) -> list[tuple[Find, Find]]:
    """The pairs of an Arabic name and its Latin form in brackets right after it: «"ديب سيك" (DeepSeek)».

    A Latin abbreviation in brackets after plain words («شركات منفعة عامة (PBCs)») is no name: it leaves the finds.
    """
    pairs, dropped = [], set()
    first: dict[int, int] = {}
    best: dict[tuple[int, int], Find] = {}
    for find in page.finds:
        first[find.end] = min(find.start, first.get(find.end, find.start))
        best[find[:2]] = max(find, best.get(find[:2], find), key=lambda f: f.score)
    for latin in [find for find in page.finds if page.field.text[find.end - 1].isascii()]:
        at, after = page.at(latin.start) - 1, page.at(latin.end)
        if at < 1 or after >= len(page.words) or page.words[at].text != "(" or page.words[after].text != ")":
            continue
        span = _glossed(page, at, first)
        if span:
            shown = max(best.get(span, latin), latin, key=lambda f: f.score)
            kind = shown.type if shown.score >= _SURE else _head_before(page, span[0], ("before", "quoted", "title"))
            score = 0.95 if kind else 0.65
            pairs.append((Find(*span, kind or DEFAULT_TYPE, score), Find(*latin[:2], kind or DEFAULT_TYPE, score)))
        elif latin.score < _SURE:
            dropped.add(latin)
    page.finds[:] = [find for find in page.finds if find not in dropped]
    return pairs


def _glossed(page: Page, opening: int, first: Mapping[int, int]) -> tuple[int, int] | None:
    """The Arabic name right before an opening bracket: quoted words, a find, or the unknown words that end there.

    Args:
        page: the page.
        opening: the index of the bracket.
        first: where the longest find that ends at an offset starts.
    """
    end = page.words[opening - 1].end
    quoted = page.quotes.get(opening - 1)
    if quoted:
        short = page.at(quoted.end) - page.at(quoted.start) <= _MOST_QUOTED
        return (quoted.start, quoted.end) if short else None
    if end in first:
        return first[end], end
    start = opening
    while start and opening - start < _MOST_GLOSSED and is_unknown(page.words[start - 1]):
        start -= 1
        if not page.words[start].joined:
            break
    return (page.words[start].start, end) if start < opening else None


def _evidence(pages: Iterable[Page]) -> dict[str, str]:
    """The type of each name of the article that something shows, by key; a version shows its family's too."""
    weights: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for page in pages:
        for find in page.finds:
            if find.score >= _SURE:
                name = page.key(find)
                weights[name][find.type] += find.score
                family = _VERSION.sub("", name)
                if family != name:
                    weights[family][find.type] += find.score
                if find.type == "PER" and " " in name and gazetteer.stands_alone(name.rpartition(" ")[2]):
                    weights[name.rpartition(" ")[2]]["PER"] += find.score
    return {name: min(types, key=lambda t: (-types[t], LABELS.index(t))) for name, types in weights.items()}


def _settle(page: Page, shown: Mapping[str, str]) -> None:
    """Give default-typed finds the type that their name has elsewhere in the article, or their neighbour in a list."""
    finds = sorted(page.finds)
    for number, find in enumerate(finds):
        kind = shown.get(page.key(find))
        if kind and (find.score < _SURE or " " not in page.key(find)) and find.type != kind:
            finds[number] = find._replace(type=kind, score=max(find.score, 0.8))
    for order in (range(1, len(finds)), range(len(finds) - 2, -1, -1)):
        for number in order:
            other = finds[number - 1] if order.step > 0 else finds[number + 1]
            left, right = sorted((finds[number], other))
            gap = page.field.text[left.end : right.start] if right.start - left.end < _WIDEST else "far"
            between = "".join(c for c in gap if c not in _MARKS)
            if finds[number].score < _SURE <= other.score and between in _AND:
                finds[number] = finds[number]._replace(type=other.type, score=_SURE)
    page.finds[:] = finds


def _resolve(finds: Iterable[Find], text: str) -> list[Find]:
    """The finds that stay where some overlap, in reading order: the surer one, with a bonus for each word."""
    taken: set[int] = set()
    kept = []
    for find in sorted(finds, key=lambda f: (-f.score - 0.03 * text.count(" ", f.start, f.end), f)):
        if taken.isdisjoint(range(find.start, find.end)):
            taken.update(range(find.start, find.end))
            kept.append(find)
    return sorted(kept)


def _recurring(pages: Iterable[Page]) -> Table:
    """The names of an article that count wherever they recur, and the last words of its persons' full names."""
    names: dict[str, tuple[str, float]] = {}
    for page in pages:
        for find in page.finds:
            name = page.key(find)
            words = name.split()
            if find.score < _DEFAULT or not words:
                continue
            if len(name) >= _SHORTEST and (len(words) > 1 or not gazetteer.is_listed(name)):
                names.setdefault(name, (find.type, min(_RECURS, find.score)))
            if find.type == "PER" and len(words) > 1 and gazetteer.stands_alone(words[-1]):
                names.setdefault(words[-1], ("PER", min(_RECURS, find.score)))
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        words = name.split()
        lengths[words[0]].add(len(words))
    return Table(
        {tuple(name.split()): shown for name, shown in names.items()},
        {first: sorted(found, reverse=True) for first, found in lengths.items()},
    )


def _recurrences(page: Page, table: Table) -> Iterator[Find]:
    """The places where names of the article recur, with or without letters attached."""
    keys = [word.key for word in page.words]
    for at, word in enumerate(page.words):
        for reading in gazetteer.readings(word.text):
            for length in table.lengths.get(reading.key, ()):
                words = (reading.key, *keys[at + 1 : at + length])
                kind, score = table.names.get(words, ("", 0.0)) if len(words) == length else ("", 0.0)
                joined = all(w.joined for w in page.words[at + 1 : at + length])
                if kind and joined and _may_recur(page, at, words, kind):
                    sure = score - 0.05 * bool(reading.cut)
                    yield Find(word.start + reading.cut, page.words[at + length - 1].end, kind, sure)
                    break


def _may_recur(page: Page, at: int, words: Sequence[str], kind: str) -> bool:
    """Whether a name of one word may stand here.

    A family name that is a word too needs a verb of saying or a title before it, a work's title its quotation marks.
    """
    if len(words) > 1:
        return True
    if kind in {"WORK", "EVENT"}:
        return at > 0 and page.words[at - 1].text in _OPENING
    if kind == "PER" and gazetteer.is_listed(words[0]):
        before = gazetteer.without_clitics(page.words[at - 1].key) if at else ()
        return any(rest in gazetteer.verbs_of_saying() or rest in gazetteer.heads("title") for rest in before)
    return True


def _recognize(document: Document) -> tuple[tuple[Mention, ...], tuple[Gloss, ...]]:
    """The names and glosses of one document."""
    pages = [_page(field) for field in document.fields or ()]
    shown = _evidence(pages)
    pairs = []
    for page in pages:
        _settle(page, shown)
        found = _glosses(page)
        page.finds.extend(find for pair in found for find in pair)
        pairs.append(found)
    shown = _evidence(pages)
    for page in pages:
        _settle(page, shown)
        page.finds[:] = _resolve(page.finds, page.field.text)
    table = _recurring(pages)
    mentions: list[Mention] = []
    glosses: list[Gloss] = []
    for page, found in zip(pages, pairs, strict=True):
        kept = _resolve([*page.finds, *_recurrences(page, table)], page.field.text)
        mentions.extend(_mention(document.article.id, page.field, find) for find in kept)
        spans = {(find.start, find.end) for find in kept}
        glosses.extend(Gloss(page.field.name, Span(*a[:2]), Span(*b[:2])) for a, b in found if {a[:2], b[:2]} <= spans)
    return tuple(mentions), tuple(glosses)


def _mention(article: str, field: Field, find: Find) -> Mention:
    """A find as a mention."""
    surface = field.text[find.start : find.end]
    return Mention(article, field.name, find.start, find.end, surface, find.type, score=round(find.score, 2))


def recognize(batch: Sequence[Document]) -> list[tuple[tuple[Mention, ...], tuple[Gloss, ...]]]:
    """The names of each document in reading order, and the pairs of names that its text itself equates.

    Each document is taken by itself, so the result does not depend on its batch mates.

    Args:
        batch: documents whose `fields` are set.

    >>> from arcorpus.text.tokenizer import split_sentences, tokenize
    >>> from arcorpus.types import Article
    >>> text = 'أطلقت شركة "ديب سيك" (DeepSeek) الصينية نموذج R1 في الصين'
    >>> field = Field("text", text, split_sentences(text), tokenize(text))
    >>> [(names, glosses)] = recognize([Document(Article("a", "a.txt", 0, text=text), (field,))])
    >>> [(name.text, name.type) for name in names]
    [('ديب سيك', 'ORG'), ('DeepSeek', 'ORG'), ('R1', 'PRODUCT'), ('الصين', 'LOC')]
    >>> [text[glosses[0].second.start:glosses[0].second.end]]
    ['DeepSeek']
    """
    return [_recognize(document) for document in batch]
