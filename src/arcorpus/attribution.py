"""Who says what: quotations and reported speech with their cue and source.

A first, rule-based form. It finds a reporting verb of data/lexicons/cues.tsv followed by its subject and then by a
quotation, by أن/إن or by the preposition that the verb takes, and phrases such as «وفقا لـ» from cue_phrases.tsv.
It does not find verbal nouns («أعلن استقالته»), nor resolve pronouns further than to the source named before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as attribute

from arcorpus.cues import FIRST_PERSON, Form, forms, key, phrases, prepositions, words
from arcorpus.ids import stable_id
from arcorpus.quotations import find_quotations
from arcorpus.types import NAME_TYPES, Claim, ClaimSource, Cue, Document, Field, Mention, Span, Token

MIN_STEM = 3
"""Letters of the shortest word whose first و or ف may be taken for a conjunction, less one."""
MIN_CONTENT = 2
"""Words of the shortest content."""
MAX_SUBJECT = 24
"""Tokens between a verb and its complement: a title, a name and an apposition, but not a clause more."""
MIN_QUOTE = 3
"""Words that make a quotation speech; shorter ones name or distance."""
MAX_SOURCE_PHRASE = 12
"""Tokens that a source after «وفقا لـ» may have."""

_THAT = re.compile("^ب?[اأإ]ن(?:ه|ها|هم|هما|هن|نا|ني|ك)?$")
_CLITIC_PREPOSITIONS = {"ب", "ل"}
_NEGATED = {"assert": "doubt", "confirm": "doubt", "deny": "deny"}
_PAUSES = "،,؛;"
_CONJUNCTIONS = frozenset("وف")
NOBODY = ClaimSource(None, None, None)
"""The source of «يُقال»: a claim that nobody is named for, unlike an assertion, which has no source at all."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An attributing phrase in a text: the token after it, its span, and where its source stands."""

    after: int
    cue: Span
    stance: str
    kind: str


@dataclass(slots=True)
class _Reader:
    """One field while it is searched: its tokens by number, its quotations, and who spoke last."""

    article: str
    field: Field
    mentions: Sequence[Mention]
    keys: list[str] = attribute(init=False)
    quotes: tuple[Span, ...] = attribute(init=False)
    starts: list[int] = attribute(init=False)
    claims: list[Claim] = attribute(init=False, default_factory=list)
    last: ClaimSource | None = attribute(init=False, default=None)

    def __post_init__(self) -> None:
        self.keys = [key(token.text) for token in self.field.tokens]
        names = {(m.start, m.end) for m in self.mentions}
        self.quotes = tuple(q for q in find_quotations(self.field.text) if (q.start, q.end) not in names)
        self.starts = [token.start for token in self.field.tokens]

    def token(self, index: int) -> Token:
        """The token of that number."""
        return self.field.tokens[index]

    def at(self, offset: int) -> int:
        """The number of the first token that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds `offset`."""
        return max(bisect_right(self.field.sentences, offset, key=lambda s: s.start) - 1, 0)

    def quote_at(self, index: int) -> Span | None:
        """The quotation whose words begin with token `index`, or with the one after its mark."""
        if index >= len(self.starts):
            return None
        start = self.starts[index]
        for quote in self.quotes[max(bisect_left(self.quotes, start, key=lambda q: q.start) - 1, 0) :][:2]:
            if start <= quote.start <= start + 3:
                return quote
        return None

    def quoted(self, offset: int) -> bool:
        """Whether `offset` lies inside a quotation."""
        place = bisect_right(self.quotes, offset, key=lambda q: q.start) - 1
        return place >= 0 and offset < self.quotes[place].end

    def spoken(self, index: int) -> bool:
        """Whether token `index` lies inside quoted speech: what is said there belongs to its speaker."""
        place = bisect_right(self.quotes, self.starts[index], key=lambda q: q.start) - 1
        return (
            place >= 0 and self.starts[index] < self.quotes[place].end and self.words(self.quotes[place]) >= MIN_QUOTE
        )

    def clause_end(self, index: int) -> int:
        """The number of the first token after the sentence of token `index`; quotations hold sentences together."""
        sentences = self.field.sentences
        number = self.sentence(self.starts[index])
        while number + 1 < len(sentences) and self.quoted(sentences[number].end):
            number += 1
        return self.at(sentences[number].end)

    def words(self, span: Span) -> int:
        """How many words and numbers `span` holds."""
        return sum(
            self.token(i).kind not in {"punctuation", "symbol"} for i in range(self.at(span.start), self.at(span.end))
        )


def _lead(word: str) -> int:
    """1 when a word begins with what may be the conjunction و or ف and is long enough to stand without it."""
    return int(word[:1] in _CONJUNCTIONS and len(word) > MIN_STEM)


def _form_at(reader: _Reader, index: int) -> Form | None:
    """The reporting form that token `index` is: itself, without و or ف, or with the pronoun of «ما قاله»."""
    word = reader.keys[index]
    known = forms()
    bare = word[_lead(word) :]
    for candidate in (word, bare):
        if candidate in known:
            return known[candidate]
    if index and reader.keys[index - 1] == "ما" and bare[-1:] == "ه":
        return known.get(bare[:-1])
    return None


def _cue_start(reader: _Reader, index: int) -> int:
    """Where the cue that begins with token `index` starts, its conjunction left outside."""
    word = reader.keys[index]
    return reader.starts[index] + (0 if word in forms() else _lead(word))


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space, pauses and full stops at its borders."""
    outer = " \t\u00a0،,؛;:.…-–"
    while start < end and text[start] in outer:
        start += 1
    while end > start and text[end - 1] in outer:
        end -= 1
    return Span(start, end)


def _heads(reader: _Reader, index: int) -> bool:
    """Whether token `index` can head a noun phrase: no adjunct, no verb of saying, no preposition with its pronoun."""
    token = reader.token(index)
    core = key(reader.field.text[token.core.start : token.core.end])
    form = _form_at(reader, index)
    verb = form is not None and form.voice == "active" and reader.keys[index] != core
    return not (
        reader.keys[index] in words("adjunct")
        or verb
        or (token.enclitics and (core in prepositions() or len(core) == 1))
    )


def _source_in(reader: _Reader, first: int, last: int, form: Form | None, begin: int = 0) -> ClaimSource | None:
    """The source that tokens `first` to `last` write, from offset `begin` on: a person, else the noun phrase."""
    if first >= last or not _heads(reader, first):
        return None
    start, end = max(reader.starts[first], begin), reader.token(last - 1).end
    gender, number = (form.gender, form.number) if form else (None, None)
    people = [m for m in reader.mentions if m.type == "PER" and start <= m.start and m.end <= end]
    if people:
        who = people[0]
        return ClaimSource(who.text, who.start, who.end, None, "PER", gender, number)
    stop = first
    while (
        stop < last
        and not (stop > first and reader.keys[stop] in words("adjunct"))
        and reader.keys[stop] not in _PAUSES
    ):
        stop += 1
    span = _trimmed(reader.field.text, start, reader.token(stop - 1).end if stop > first else start)
    if span.start >= span.end or reader.words(span) == 0:
        return None
    return ClaimSource(reader.field.text[span.start : span.end], span.start, span.end, None, None, gender, number)


def _subject_before(reader: _Reader, index: int, form: Form) -> ClaimSource | None:
    """Whom a verb without a subject after it speaks of: who spoke before, or the person or body named before it.

    A name inside what somebody said is no subject; at the head of a sentence the speaker of the last one goes on.
    """
    here = reader.starts[index]
    number = reader.sentence(here)
    sentence = reader.field.sentences[number]
    said = [c for c in reader.claims if c.sentence == number]
    heads = index in {reader.at(sentence.start), reader.at(sentence.start) + 1}
    if reader.last and (heads or said):
        return replace(reader.last, gender=form.gender, number=form.number)
    named = [m for m in reader.mentions if m.type in {"PER", "ORG"} and sentence.start <= m.start and m.end <= here]
    people = [m for m in named if m.type == "PER"] or named
    if people and form.voice != "passive":
        who = people[-1]
        return ClaimSource(who.text, who.start, who.end, None, who.type, form.gender, form.number)
    return reader.last


def _joined(reader: _Reader, first: int, index: int) -> int | None:
    """The pause before a verb that begins a clause of its own: «، وقال», «، بينما يرى»; not «فلان، مدير كذا، قال»."""
    keys = reader.keys
    if index - 1 > first and keys[index - 1] in _PAUSES and keys[index][:1] in _CONJUNCTIONS:
        return index - 1
    if index - 2 > first and keys[index - 2] in _PAUSES and keys[index - 1] in words("joint"):
        return index - 2
    return None


def _content_end(reader: _Reader, first: int, stop: int) -> int:
    """Where reported words that begin with token `first` end: before a closing phrase or another participle cue."""
    for index in range(first + 1, stop):
        if reader.quoted(reader.starts[index]):
            continue
        after_pause = reader.keys[index - 1] in _PAUSES
        if after_pause and (_phrase_at(reader, index) or reader.keys[index] in words("closer")):
            return index
        form = _form_at(reader, index)
        if form and form.voice == "participle" and (after_pause or reader.token(index).text.endswith(("ا", "ًا", "اً"))):
            return index
        if form and form.voice == "active" and (joint := _joined(reader, first, index)):
            complement = _complement(reader, index, stop, form)
            if complement and complement[2] in {"that", "quote"}:
                return joint
    return stop


def _phrase_at(reader: _Reader, index: int) -> _Phrase | None:
    """The attributing phrase that begins with token `index`."""
    keys = reader.keys
    # Only و may lead: «فحسب» is another word («only»).
    lead = int(keys[index] not in phrases() and keys[index][:1] == "و")
    for phrase in phrases().get(keys[index][lead:], ()):
        wanted = phrase.keys
        end = index + len(wanted)
        found = (keys[index][lead:], *keys[index + 1 : end])
        if len(found) != len(wanted) or found[:-1] != wanted[:-1]:
            continue
        # «وفقا لدراسة»: the preposition is written together with the source.
        joined = len(wanted[-1]) == 1 and len(found[-1]) > 1 and found[-1].startswith(wanted[-1])
        if found[-1] == wanted[-1] or joined:
            last = end - 1
            stop = reader.starts[last] + 1 if joined else reader.token(last).end
            cue = Span(reader.starts[index] + lead, stop)
            return _Phrase(last if joined else end, cue, phrase.stance, phrase.source)
    return None


def _add(
    reader: _Reader, span: Span, source: ClaimSource | None, cue: Span, stance: str, kind: str, score: float
) -> None:
    """Keep a claim, unless one with nearly the same content has been found before."""
    if span.start >= span.end or reader.words(span) < MIN_CONTENT:
        return
    if any(c.start == span.start and c.end == span.end for c in reader.claims):
        return
    text = reader.field.text
    reader.claims.append(
        Claim(
            stable_id(reader.article, reader.field.name, span.start, span.end, cue.start),
            reader.article,
            reader.field.name,
            span.start,
            span.end,
            text[span.start : span.end],
            reader.sentence(span.start),
            source or NOBODY,
            Cue(text[cue.start : cue.end], cue.start, cue.end),
            kind,
            stance,
            score=score,
        )
    )
    if source is not None and source.text:
        reader.last = source


def _kind(reader: _Reader, span: Span) -> str:
    """Indirect, or mixed when a quoted clause stands in it."""
    inside = [q for q in reader.quotes if span.start <= q.start and q.end <= span.end and reader.words(q) >= MIN_QUOTE]
    return "mixed" if inside else "indirect"


def _stance(reader: _Reader, index: int, form: Form) -> str:
    """What the cue says of its content, turned when the verb is negated."""
    before = reader.keys[index - 1] if index else ""
    negated = (before[1:] if before[:1] in _CONJUNCTIONS else before) in words("negation")
    return _NEGATED.get(form.stance, form.stance) if negated else form.stance


def _complement(reader: _Reader, index: int, stop: int, form: Form) -> tuple[int, int, str] | None:
    """The complement of the verb at `index`: end of the subject, first token of the content, what opened it."""
    for place in range(index + 1, min(stop, index + 1 + MAX_SUBJECT)):
        word = reader.keys[place]
        quote = reader.quote_at(place)
        if quote and reader.words(quote) >= MIN_QUOTE and "أن" in form.complements:
            return place, reader.at(quote.start), "quote"
        if _THAT.match(word) and "أن" in form.complements:
            return place, place + 1, "that"
        if prepositions().get(word, "") in form.complements and place + 1 < stop:
            that = bool(_THAT.match(reader.keys[place + 1]))
            return place, place + 1 + that, "that" if that else "preposition"
        clitic = reader.token(place).text[:1]
        if (
            clitic in form.complements
            and clitic in _CLITIC_PREPOSITIONS
            and reader.token(place).proclitics
            and place > index
        ):
            return place, place, "clitic"
        if (
            place > index + 1
            and form.voice != "participle"
            and (other := _form_at(reader, place))
            and other.voice == "active"
        ):
            return None
    return None


def _verb(reader: _Reader, index: int, form: Form) -> None:
    """The claim of a reporting verb or participle, if its complement follows."""
    stop = reader.clause_end(index)
    found = _complement(reader, index, stop, form)
    if found is None:
        return
    subject_end, first, opened = found
    source = _source_in(reader, index + 1, subject_end, form) if form.voice != "passive" else None
    if source is None and form.voice != "passive":
        source = _subject_before(reader, index, form)
    text = reader.field.text
    quote = reader.quote_at(first)
    if opened in {"quote", "that"} and quote and reader.words(quote) >= MIN_QUOTE:
        span, kind = quote, "direct"
        rest = _content_end(reader, first, stop)
        end = reader.token(rest - 1).end
        if opened == "that" and reader.words(Span(quote.end, max(end, quote.end))) > MIN_QUOTE:
            span, kind = _trimmed(text, reader.starts[first], end), "mixed"
    else:
        if first >= stop:
            return
        last = _content_end(reader, first, stop)
        if opened in {"preposition", "clitic"}:
            last = next((i for i in range(first, last) if reader.keys[i] in _PAUSES), last)
        start = reader.token(first).core.start if opened == "clitic" else reader.starts[first]
        span = _trimmed(text, start, reader.token(last - 1).end)
        kind = _kind(reader, span)
    start = _cue_start(reader, index)
    score = 0.9 if opened in {"quote", "that"} else 0.6
    _add(reader, span, source, Span(start, reader.token(index).end), _stance(reader, index, form), kind, score)


def _phrase(reader: _Reader, index: int, phrase: _Phrase) -> None:
    """The claim of an attributing phrase: the clause before it, or after it when the phrase opens the sentence."""
    text, cue, after = reader.field.text, phrase.cue, phrase.after
    stop = reader.clause_end(index)
    if phrase.kind == "back" or after >= stop:
        return
    if phrase.kind == "nobody":
        span = _trimmed(text, reader.starts[after], reader.token(_content_end(reader, after, stop) - 1).end)
        _add(reader, span, None, cue, phrase.stance, _kind(reader, span), 0.7)
        return
    if phrase.kind == "verb":
        if _form_at(reader, after) is None:
            return
        cue = Span(cue.start, reader.token(after).end)
        after += 1
    last = after
    while last < min(stop, after + MAX_SOURCE_PHRASE) and reader.keys[last] not in _PAUSES:
        last += 1
    source = _source_in(reader, after, last, None, cue.end)
    sentence = reader.field.sentences[reader.sentence(cue.start)]
    if cue.start <= sentence.start + 1:
        span = _trimmed(text, reader.token(last - 1).end, reader.token(stop - 1).end)
    else:
        span = _trimmed(text, sentence.start, reader.starts[index])
    _add(reader, span, source, cue, phrase.stance, _kind(reader, span), 0.7)


def _after_quote(reader: _Reader, quote: Span) -> None:
    """The claim of a quotation followed by its verb: «…»، قال فلان."""
    first = reader.at(quote.end)
    for index in range(first, min(first + 5, len(reader.keys))):
        form = _form_at(reader, index)
        if form and form.voice == "active" and not reader.quoted(reader.starts[index]):
            stop = reader.clause_end(index)
            last = next((i for i in range(index + 1, stop) if reader.keys[i] in _PAUSES), stop)
            complement = _complement(reader, index, stop, form)
            if complement and complement[2] in {"that", "quote"}:
                return
            source = _source_in(reader, index + 1, last, form)
            token = reader.token(index)
            if source:
                _add(reader, quote, source, Span(_cue_start(reader, index), token.end), form.stance, "direct", 0.8)
            return


def _colon(reader: _Reader, quote: Span) -> None:
    """The claim of «فلان: "…"»: a short noun phrase and a colon before a quotation, at the start of a sentence."""
    sentence = reader.field.sentences[reader.sentence(quote.start)]
    first, place = reader.at(sentence.start), reader.at(quote.start)
    colons = [i for i in range(max(place - 2, first), place) if reader.keys[i] == ":"]
    if colons and 0 < colons[0] - first <= MAX_SOURCE_PHRASE:
        source = _source_in(reader, first, colons[0], None)
        token = reader.token(colons[0])
        if source:
            _add(reader, quote, source, Span(token.start, token.end), "assert", "direct", 0.7)


def _search(reader: _Reader) -> Iterator[Claim]:
    """The claims of a field in reading order of their content."""
    if not reader.field.sentences:
        return
    for index, token in enumerate(reader.field.tokens):
        if token.kind != "word":
            continue
        phrase = _phrase_at(reader, index)
        if phrase:
            _phrase(reader, index, phrase)
        elif (form := _form_at(reader, index)) and form.number not in FIRST_PERSON and not reader.spoken(index):
            _verb(reader, index, form)
    taken = [Span(c.start, c.end) for c in reader.claims]
    for quote in reader.quotes:
        if reader.words(quote) >= MIN_QUOTE and not any(t.start <= quote.start and quote.end <= t.end for t in taken):
            _colon(reader, quote)
            _after_quote(reader, quote)
    yield from sorted(reader.claims, key=lambda claim: (claim.start, claim.end))


def find_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of a document whose `fields` and `mentions` are set, in reading order.

    Source: the parts follow PARC 3.0 (Pareti 2016) and the project's annotation guidelines.
    """
    found: list[Claim] = []
    for text_field in document.fields or ():
        mentions = [m for m in document.mentions or () if m.field == text_field.name and m.type in NAME_TYPES]
        found += _search(_Reader(document.article.id, text_field, mentions))
    return tuple(found)
