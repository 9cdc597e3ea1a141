"""Names that marks or letters set apart: in quotation marks, in Latin letters, in brackets; glosses of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer
from arcorpus.ner.latin import find_latin_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.persons import role_follows
from arcorpus.ner.words import Candidate, FieldWords, Word, is_place, is_unknown
from arcorpus.text.letters import ARTICLE
from arcorpus.types import Span

DEFAULT_TYPE = "ORG"
"""What a foreign name is taken for when nothing tells: in news it is most often a company or a medium."""

DEFAULT_SCORE = 0.6
"""The score of a name whose type is the default."""

SURE = 0.7
"""The score from which a name's type counts wherever it recurs in the article."""

OPENING = frozenset("«“\"'‘(")
"""Marks that may stand between a head and the name after it."""

_PLAIN = 0.58  # score of a quoted name of plain words: it does not count elsewhere
_MOST_QUOTED = 5  # words of a quoted name after a head
_MOST_MEDIUM = 2  # words of a quoted medium
_MOST_TITLE = 12  # words of a quoted title of a work
_MOST_GLOSSED = 4  # words of a name before its gloss in brackets
_NEAR = 12  # words back to the verb of saying
_REACH = 9  # words back from a bracket to the head of an institution
_TO = "ل"
_LIKE = "ك"
_INSTITUTIONS = (NameHead.BEFORE, NameHead.INSIDE, NameHead.BODY)


class GlossPair(NamedTuple):
    """Two names of one thing: «"ديب سيك" (DeepSeek)».

    Attributes:
        name: the Arabic name.
        gloss: its Latin form in brackets.
    """

    name: Candidate
    gloss: Candidate


def _index_before(field: FieldWords, start: int) -> int:
    """The index of the last word before `start` that is no opening mark, -1 when there is none."""
    at = field.at(start) - 1
    while at >= 0 and field.words[at].text in OPENING:
        at -= 1
    return at


def _head_before(field: FieldWords, start: int, roles: Sequence[NameHead]) -> str | None:
    """The type that a head word gives to the name at `start`: next to it, or with «مثل» or an adjective between."""
    at = _index_before(field, start)
    if at > 0 and field.words[at].key in gazetteer.heads(NameHead.LIKE):
        at -= 1
    for index in (at, at - 1):
        if index < 0 or not field.words[index].arabic:
            return None
        word = field.words[index].key
        kind = next((found for role in roles if (found := _type_by_head(word, role))), None)
        if kind or not word.startswith(ARTICLE):
            return kind
    return None


def _type_by_head(word: str, role: NameHead) -> str | None:
    """The type that a key gives as a head, also a definite one; «ك» before a head is «as»: كشركة."""
    heads = gazetteer.heads(role)
    if word.startswith(_LIKE) and word not in heads:
        return None
    return gazetteer.head_type(word, role) or heads.get(word.removeprefix(ARTICLE))


def latin_names(field: FieldWords) -> Iterator[Candidate]:
    """Latin-script names, typed by the head before them, the lexicons, their shape or, failing all, the default."""
    text = field.field.text
    for start, end, shape in find_latin_names(text, field.field.tokens):
        known = gazetteer.known_names().get(gazetteer.key(text[start:end]))
        space = text.rfind(" ", start, end)
        if shape and not known and space > 0 and _is_made(text[start:space], text[space + 1 : end]):
            yield Candidate(start, space, "ORG", 0.9)  # «OpenAI GPT3»: maker and product
            yield Candidate(space + 1, end, "PRODUCT", 0.9)
            continue
        kind = _head_before(field, start, (NameHead.FOREIGN, NameHead.BEFORE, NameHead.QUOTED)) or (
            known.type if known else shape
        )
        if not kind and space > 0 and _is_said_person(field, start, end):
            kind = "PER"
        yield Candidate(start, end, kind or DEFAULT_TYPE, 0.9 if kind else DEFAULT_SCORE)


def _is_made(maker: str, product: str) -> bool:
    """A known organisation stands before the name of a product with a number in it: «OpenAI» + «GPT3»."""
    known = gazetteer.known_names().get(gazetteer.key(maker))
    numbered = not product[0].isdigit() and any(map(str.isdigit, product))
    return known is not None and known.type == "ORG" and numbered


def _is_said_person(field: FieldWords, start: int, end: int) -> bool:
    """A name in Latin letters has «، مدير …» after it or a title before it."""
    return role_follows(field.words, field.at(end)) or _head_before(field, start, (NameHead.TITLE,)) is not None


def quoted_names(field: FieldWords) -> Iterator[Candidate]:
    """Short quoted names after a head, and quoted words that are no words of the language."""
    for span in field.quotes.values():
        inside = field.words[field.at(span.start) : field.at(span.end)]
        if not inside or inside[0].start != span.start or inside[-1].end != span.end:
            continue
        if not any(word.arabic for word in inside):
            continue
        kind = _head_before(field, span.start, (NameHead.QUOTED, NameHead.BEFORE))
        if kind and len(inside) <= (_MOST_TITLE if kind == "WORK" else _MOST_QUOTED):
            score = _score_after_head(inside, kind)
        else:
            kind, score = DEFAULT_TYPE, _score_without_head(field, span, inside)
        if score:
            yield Candidate(span.start, span.end, kind, score)


def _score_after_head(inside: Sequence[Word], kind: str) -> float:
    """How sure a quoted name after a head is, 0 for a product or place of plain words: نموذج «العمل عن بعد»."""
    foreign = any(not gazetteer.is_listed(word.key) for word in inside)
    if kind == "PRODUCT" and len(inside) > 1:
        foreign = any(_is_unknown_thing(word) or word.text.isdigit() for word in inside)
    if kind == "WORK" and inside[0].text not in OPENING:
        return 0.95
    if foreign:
        return 0.86
    return 0.0 if kind in {"PRODUCT", "LOC"} else _PLAIN


def _score_without_head(field: FieldWords, span: Span, inside: Sequence[Word]) -> float:
    """How sure it is that quoted words without a head are an organisation, 0 for others.

    A known medium (حصلت «عكاظ»), one or two words that are cited or spoken to, or foreign words that are cited.
    """
    if gazetteer.key(field.field.text[span.start : span.end]) in gazetteer.heads(NameHead.MEDIUM):
        return 0.86
    if len(inside) <= _MOST_MEDIUM and _is_medium(field, span.start, inside[0]):
        return 0.8
    foreign = 1 < len(inside) <= _MOST_GLOSSED and all(map(_is_unknown_thing, inside))
    return DEFAULT_SCORE if foreign and _is_cited(field, span.start) else 0.0


def _is_unknown_thing(word: Word) -> bool:
    """A word is neither one of the language nor a known place."""
    return is_unknown(word) and not is_place(word)


def _is_medium(field: FieldWords, start: int, first: Word) -> bool:
    """What is quoted is the medium that somebody spoke to or that is cited: قال لـ "سبق", بحسب «الحياة»."""
    at = _index_before(field, start)
    if at >= 0 and field.words[at].key == _TO:
        before = field.words[max(0, at - _NEAR) : at]
        said = (rest for word in before for rest in gazetteer.without_clitics(word.key))
        return any(rest in gazetteer.verbs_of_saying() for rest in said)
    return _is_cited(field, start) and (first.key.startswith(ARTICLE) or is_unknown(first))


def _is_cited(field: FieldWords, start: int) -> bool:
    """What is quoted is named as the source: وفق "إنترستينغ إنجينيرينغ"."""
    at = _index_before(field, start)
    rests = gazetteer.without_clitics(field.words[at].key) if at >= 0 else ()
    return any(rest in gazetteer.heads(NameHead.CITED) for rest in rests)


def bracketed_names(field: FieldWords) -> Iterator[Candidate]:
    """A foreign word in brackets after an institution's name or head: منظمة التعاون … الدولي (سيكو)."""
    ends = {candidate.end for candidate in field.candidates if candidate.type == "ORG"}
    for at, word in enumerate(field.words[1:-2], start=1):
        inside, before = field.words[at + 1], field.words[at - 1]
        if word.text == "(" and field.words[at + 2].text == ")" and _is_unknown_thing(inside):
            earlier = field.words[max(0, at - _REACH) : at]
            near = any(gazetteer.head_type(w.key, role) == "ORG" for w in earlier for role in _INSTITUTIONS)
            if before.arabic and (before.end in ends or near):
                yield Candidate(inside.start, inside.end, "ORG", 0.74)


def glosses(field: FieldWords) -> list[GlossPair]:
    """The pairs of an Arabic name and its Latin form in brackets right after it: «"ديب سيك" (DeepSeek)».

    A Latin abbreviation in brackets after plain words («شركات منفعة عامة (PBCs)») is no name: it leaves the candidates.
    """
    pairs: list[GlossPair] = []
    dropped: set[Candidate] = set()
    first: dict[int, int] = {}
    best: dict[tuple[int, int], Candidate] = {}
    for candidate in field.candidates:
        first[candidate.end] = min(candidate.start, first.get(candidate.end, candidate.start))
        best[candidate[:2]] = max(candidate, best.get(candidate[:2], candidate), key=lambda c: c.score)
    for latin in [found for found in field.candidates if field.field.text[found.end - 1].isascii()]:
        if not _is_in_brackets(field, latin):
            continue
        span = _glossed(field, field.at(latin.start) - 1, first)
        if span:
            pairs.append(_pair(field, span, latin, best.get((span.start, span.end), latin)))
        elif latin.score < SURE:
            dropped.add(latin)
    field.candidates[:] = [candidate for candidate in field.candidates if candidate not in dropped]
    return pairs


def _is_in_brackets(field: FieldWords, candidate: Candidate) -> bool:
    """A candidate stands alone in brackets, with a word before them."""
    at, after = field.at(candidate.start) - 1, field.at(candidate.end)
    if at < 1 or after >= len(field.words):
        return False
    return field.words[at].text == "(" and field.words[after].text == ")"


def _pair(field: FieldWords, span: Span, latin: Candidate, arabic: Candidate) -> GlossPair:
    """A name and its gloss with one type: that of the surer, or of the head before the name, or the default."""
    shown = max(arabic, latin, key=lambda c: c.score)
    kind = (
        shown.type
        if shown.score >= SURE
        else _head_before(field, span.start, (NameHead.BEFORE, NameHead.QUOTED, NameHead.TITLE))
    )
    score = 0.95 if kind else 0.65
    name = Candidate(span.start, span.end, kind or DEFAULT_TYPE, score)
    return GlossPair(name, Candidate(latin.start, latin.end, kind or DEFAULT_TYPE, score))


def _glossed(field: FieldWords, opening: int, first: Mapping[int, int]) -> Span | None:
    """The Arabic name right before an opening bracket: quoted words, a candidate, or the unknown words that end there.

    Args:
        field: the field.
        opening: the index of the bracket.
        first: where the longest candidate that ends at an offset starts.
    """
    end = field.words[opening - 1].end
    quoted = field.quotes.get(opening - 1)
    if quoted:
        short = field.at(quoted.end) - field.at(quoted.start) <= _MOST_QUOTED
        return quoted if short else None
    if end in first:
        return Span(first[end], end)
    start = opening
    while start and opening - start < _MOST_GLOSSED and is_unknown(field.words[start - 1]):
        start -= 1
        if not field.words[start].joined:
            break
    return Span(field.words[start].start, end) if start < opening else None
