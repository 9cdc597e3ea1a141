"""From a model's labels to the spans of names: what a name leaves outside is cut off its ends.

A tagger labels whole words. The span of a name is shorter: marks at its ends, letters attached to its first word and a
head that is no part of the name (شركة ميتا) stay outside. Every recogniser that labels words shares these rules.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.proclitics import OWN_HEADS, proclitic_length
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE, ATTACHED, TATWEEL
from arcorpus.types import Document, Span, Token

_MARKS = frozenset({"punctuation", "symbol"})
_OPENED_BY = {")": "(", "]": "[", "»": "«", "”": "“"}
_TWO = 2
_LONG_VERB = 5  # letters of a word that is likelier a foreign name than a verb after س
_WILL = "س"
_PERSONS = frozenset("يتن")  # first letters of verbs after it


class LabelledSpan(NamedTuple):
    """Words `[first, end)` of a sentence that a model takes for one name, and the type in its own spelling."""

    first: int
    end: int
    type: str


def decode_bio(labels: Sequence[str]) -> list[LabelledSpan]:
    """The names that a sequence of BIO labels marks; an I- after a word of another type begins a name.

    Args:
        labels: `O`, `B-TYPE` or `I-TYPE` for each word.

    Source: the default reading of conlleval (Tjong Kim Sang and De Meulder 2003) and seqeval.

    >>> [tuple(span) for span in decode_bio(["B-PERS", "I-PERS", "O", "I-LOC", "B-LOC"])]
    [(0, 2, 'PERS'), (3, 4, 'LOC'), (4, 5, 'LOC')]
    """
    found: list[LabelledSpan] = []
    for at, label in enumerate(labels):
        begins, _, kind = label.partition("-")
        if not kind:
            continue
        last = found[-1] if found else None
        if begins == "I" and last and last.end == at and last.type == kind:
            found[-1] = last._replace(end=at + 1)
        else:
            found.append(LabelledSpan(at, at + 1, kind))
    return found


def split_persons(
    name: LabelledSpan, tokens: Sequence[Token], document_words: Container[str] = frozenset()
) -> Iterator[LabelledSpan]:
    """The persons that a model took for one, without a town before them; other names as they are.

    >>> from arcorpus.text.tokenizer import tokenize
    >>> [span[:2] for span in split_persons(LabelledSpan(0, 2, "PER"), tokenize("كافكا وبيكيت"))]
    [(0, 1), (1, 2)]
    """
    start = name.first
    if name.type == "PER" and name.end - start > 1 and _is_in_town(tokens[start].text):
        start += person_names.name_words().get(gazetteer.key(tokens[start + 1].text)) == person_names.SURE_GIVEN
    for at in range(name.first + 1, name.end if name.type == "PER" else 0):
        if at > start and _begins_another(tokens[at].text, document_words):
            yield name._replace(first=start, end=at)
            start = at
    yield name._replace(first=start)


def _begins_another(text: str, document_words: Container[str]) -> bool:
    """Whether a word after a person's name is «and» and another person: «كافكا» + «وبيكيت», not «داني وليامس»."""
    word = gazetteer.key(text)
    joined = gazetteer.joins_another(word) or (word[:1] == "و" and word[1:] in person_names.name_words())
    return joined and proclitic_length([text], document_words, "PER") == 1


def document_keys(document: Document) -> frozenset[str]:
    """The keys of a document's words: that مرسين stands there alone shows how to read بمرسين.

    >>> from arcorpus.text.tokenizer import split_sentences, tokenize
    >>> from arcorpus.types import Article, Field
    >>> fields = (Field("text", "في مرسين", split_sentences("في مرسين"), tokenize("في مرسين")),)
    >>> sorted(document_keys(Document(Article("a", "a.txt", 0), fields)))
    ['في', 'مرسين']
    """
    tokens = (token for field in document.fields or () for token in field.tokens)
    return frozenset(gazetteer.key(token.text) for token in tokens if token.kind == "word")


def name_span(tokens: Sequence[Token], kind: str, document_words: Container[str] = frozenset()) -> Span | None:
    """The stretch of a name in the words that a model labelled, in code points; None when nothing of a name is left.

    Args:
        tokens: the words, in order.
        kind: the name's type, one of `types.NAME_TYPES`.
        document_words: the keys of the words of the same document.

    >>> from arcorpus.text.tokenizer import tokenize
    >>> text = 'بشركة "ميتا"'
    >>> span = name_span(tokenize(text), "ORG")
    >>> text[span.start:span.end]
    'ميتا'
    """
    words = _without_marks(tokens)
    words = _without_tail(words, kind)
    bare = _without_marks(words[_heads(words, kind) :])
    if not bare:
        return None
    return Span(bare[0].start + proclitic_length([token.text for token in bare], document_words, kind), bare[-1].end)


def _is_in_town(word: str) -> bool:
    """Whether a word is a town after ب or ل and no name itself: بجازان."""
    whole, *cut = gazetteer.cut_readings(word)
    return whole.key not in person_names.name_words() and any(gazetteer.is_town(r.key) and word[0] != "و" for r in cut)


def _without_marks(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without marks and single attached letters before them, and without marks after them.

    A mark that closes what the name opens stays: مؤسسة ماكس (ألمانيا).
    """
    start, end = 0, len(tokens)
    while start < end and (tokens[start].kind in _MARKS or tokens[start].text.rstrip(TATWEEL) in ATTACHED):
        start += 1
    while start < end and tokens[end - 1].kind in _MARKS:
        opened = _OPENED_BY.get(tokens[end - 1].text)
        if opened and any(token.text == opened for token in tokens[start:end]):
            break
        end -= 1
    return tokens[start:end]


def _without_tail(tokens: Sequence[Token], kind: str) -> Sequence[Token]:
    """The tokens without what follows the name: «سامح شكري» + «استقالة», «بيراميدز» + «المصري»."""
    end = len(tokens)
    if kind == "ORG" and end > _TWO and not _is_whole(tokens):
        end = _before_another(_keys(tokens))
    while end > 1 and gazetteer.key(tokens[end - 1].text) in gazetteer.heads(NameHead.IN):
        end -= 1  # «هيئة المدن» + «في»
    if kind == "PER":
        while end > 1 and _is_after_person(tokens[end - 1]):
            end -= 1
    elif end > 1 and any(rule(tokens[:end]) for rule in _TAIL_RULES.get(kind, ())):
        end -= 1
    return tokens[:end]


def _keys(tokens: Sequence[Token]) -> list[str]:
    """The keys of some tokens."""
    return [gazetteer.key(token.text) for token in tokens]


def _is_after_person(token: Token) -> bool:
    """Whether a word behind a person's name is none of it: «لافروف» + «سيبحث», «متعب بن عبدالله» + «الحرس»."""
    return _is_verb(token.text) or _is_other(gazetteer.key(token.text))


def _ends_in_office(tokens: Sequence[Token]) -> bool:
    """Whether an office follows a definite body: «المجلس الأعلى» + «حاكم الشارقة»."""
    first, last = gazetteer.key(tokens[0].text), gazetteer.key(tokens[-1].text)
    return last in gazetteer.heads(NameHead.TITLE) and first.startswith(ARTICLE) and not last.startswith(ARTICLE)


def _ends_in_seat(tokens: Sequence[Token]) -> bool:
    """Whether a body is followed by where it is: «لجنة التنمية» + «بالمحافظة»."""
    first, last = gazetteer.key(tokens[0].text), gazetteer.key(tokens[-1].text)
    return len(tokens) > _TWO and _is_where(last) and not gazetteer.head_type(first, NameHead.SEATED)


def _ends_in_verb(tokens: Sequence[Token]) -> bool:
    """Whether a verb follows the name: «روتانا» + «يقول»."""
    return _is_verb(tokens[-1].text)


def _is_club_and_more(tokens: Sequence[Token]) -> bool:
    """Whether a club of one word is followed by another word: «العين» + «الإماراتي», «الأهلي» + «غروس»."""
    return len(tokens) == _TWO and gazetteer.key(tokens[0].text) in gazetteer.heads(NameHead.CLUB_NAME)


def _ends_in_people(tokens: Sequence[Token]) -> bool:
    """Whether a people's adjective follows a name of one word, perhaps after its head: «نادي بيراميدز» + «المصري»."""
    keys = _keys(tokens)
    if keys[-1] not in gazetteer.nationalities():
        return False
    first = int(len(keys) > _TWO and gazetteer.head_type(keys[0], NameHead.BEFORE) == "ORG")
    if len(keys) - first != _TWO or any(gazetteer.head_type(keys[first], mode) for mode in OWN_HEADS):
        return False  # «الجيش السوداني», «شركة الاتصالات السعودية»
    return _is_whole(tokens[first:-1]) or not gazetteer.is_common(keys[first])


def _is_place_and_people(tokens: Sequence[Token]) -> bool:
    """Whether a people's adjective follows a place: «فرجينيا» + «الأميركية»."""
    keys = _keys(tokens)
    return keys[-1] in gazetteer.nationalities() and (_is_whole(tokens[:-1]) or not gazetteer.is_common(keys[-2]))


_TAIL_RULES: Mapping[str, Sequence[Callable[[Sequence[Token]], bool]]] = {
    "ORG": (_ends_in_office, _ends_in_seat, _ends_in_verb, _is_club_and_more, _ends_in_people),
    "LOC": (_is_place_and_people,),
}
"""By type: what tells that the last of two words or more is no part of the name."""


def _before_another(keys: Sequence[str]) -> int:
    """How many words of a body's name stand before a name that cannot go on with it: «المقاومة الشعبية» + «عدن»."""
    for at in range(1, len(keys)):
        named = gazetteer.is_town(keys[at]) or person_names.name_words().get(keys[at]) == person_names.SURE_GIVEN
        if named and keys[at - 1].startswith(ARTICLE) and at > 1 and keys[0].startswith(ARTICLE):
            return at
    return len(keys)


def _is_other(word: str) -> bool:
    """Whether a key after a person's name is a body, an office or a verbal noun: «سامح شكري» + «استقالة»."""
    if gazetteer.is_head(word, NameHead.BODY, NameHead.STATE):
        return True
    other = word in gazetteer.heads(NameHead.ROLE) or word in gazetteer.verbal_nouns()
    return other and word not in person_names.name_words()


def _is_where(word: str) -> bool:
    """Whether a key tells where a body is: ب with a town, or with a kind of place: بالحمامات, بالمحافظة."""
    rest = word[1:]
    kind = gazetteer.heads(NameHead.BEFORE).get(rest.removeprefix(ARTICLE))
    return word[0] == "ب" and not gazetteer.is_listed(word) and (gazetteer.is_town(rest) or kind == "LOC")


def _is_verb(word: str) -> bool:
    """Whether a word is a verb and nothing else by the list of words, nor a word of persons' names."""
    will = len(word) > _LONG_VERB or (len(word) == _LONG_VERB and word[1] in _PERSONS)  # سيبحث
    found = set(kinds(word) or (kinds(word.removeprefix(_WILL)) if will else ""))
    return found == {"I"} and gazetteer.key(word) not in person_names.name_words()


def _heads(tokens: Sequence[Token], kind: str) -> int:
    """How many words at the start are titles or a head that is no part of the name; one word at least is left."""
    keys = _keys(tokens)
    if kind == "PER":
        titles = [gazetteer.head_type(key, NameHead.TITLE) is not None for key in keys[:-1]]
        return [*titles, False].index(False)
    if len(tokens) < _TWO:
        return 0
    if kind == "ORG" and _leads(keys):
        return 1
    if _is_called(keys) if kind == "ORG" else _is_region(tokens):
        return int(gazetteer.head_type(keys[0], NameHead.BEFORE) == kind)
    if _is_whole(tokens):
        firsts = (reading.key for reading in gazetteer.cut_readings(tokens[0].text))
        return int(any(gazetteer.has_head(" ".join([first, *keys[1:]])) for first in firsts))
    return int(gazetteer.head_type(keys[0], NameHead.BEFORE) == kind and _stands_alone(tokens[1:]))


def _leads(keys: Sequence[str]) -> bool:
    """Whether a head leads another name: «نظام الأسد», «قوات الجيش الوطني», «إدارة الشباب»."""
    club = keys[1] in gazetteer.heads(NameHead.CLUB_NAME)
    if gazetteer.head_type(keys[0], NameHead.FORCE) and (
        club or (len(keys) > _TWO and keys[1] in gazetteer.heads(NameHead.BODY))
    ):
        return True
    return gazetteer.head_type(keys[0], NameHead.OF_PERSON) is not None and _is_person(keys[1:])


def _is_person(keys: Sequence[str]) -> bool:
    """Whether the keys of some words are a person whom the lexicons know, or the last name of one."""
    known = gazetteer.known_names().get(" ".join(keys))
    return (known is not None and known.type == "PER") or (len(keys) == 1 and keys[0] in gazetteer.last_names())


def name_type(tokens: Sequence[Token], span: Span, kind: str) -> str:
    """The type of a name at `span` of the words that a model labelled: who leads a regime is a person, نظام الأسد.

    Args:
        tokens: the words, in order.
        span: where `name_span` found the name in them.
        kind: the type that the model gave them.
    """
    first = gazetteer.key(tokens[0].text)
    led = kind == "ORG" and span.start > tokens[0].end and gazetteer.head_type(first, NameHead.OF_PERSON)
    return "PER" if led and _is_person([gazetteer.key(t.text) for t in tokens if t.start >= span.start]) else kind


def _is_called(keys: Sequence[str]) -> bool:
    """Whether a club or medium is called by one definite word (نادي الفتح), a party by one or more: حركة النهضة."""
    if not keys[1].startswith(ARTICLE):
        return False
    if len(keys) == _TWO and any(gazetteer.head_type(keys[0], mode) for mode in (NameHead.CLUB, NameHead.MEDIA)):
        return True
    party = gazetteer.head_type(keys[0], NameHead.PARTY) and gazetteer.head_type(keys[0], NameHead.BEFORE)
    return (
        bool(party) and keys[1] not in gazetteer.heads(NameHead.WITH_HEAD) and keys[-1] not in gazetteer.nationalities()
    )


def _is_region(tokens: Sequence[Token]) -> bool:
    """Whether a town or region, no state, is called by one definite word that is none of the language: منطقة الباحة."""
    rest = gazetteer.key(tokens[1].text)
    plain = rest in gazetteer.nationalities() or rest in gazetteer.states() or not rest.startswith(ARTICLE)
    named = _is_whole(tokens[1:]) or rest in gazetteer.doubtful_places() or not gazetteer.is_common(rest)
    return len(tokens) == _TWO and not plain and named


def _stands_alone(tokens: Sequence[Token]) -> bool:
    """Whether a name stands without the head before it: it is quoted or known, or has no word of the language."""
    keys = _keys(tokens)
    if tokens[0].kind in _MARKS or (_is_whole(tokens) and not keys[0].startswith(ARTICLE)):
        return True
    return not any(key.startswith(ARTICLE) or not key[:1].isalpha() or gazetteer.is_listed(key) for key in keys)


def _is_whole(tokens: Sequence[Token]) -> bool:
    """Whether the words together are one known name."""
    known = gazetteer.longest([token.text for token in tokens])
    return known is not None and known.words == len(tokens)
