"""A text while it is searched for claims: its tokens by key, which of them report, what is quoted, and who is named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from itertools import pairwise

from arcorpus.claims.lexicon import (
    ClauseWord,
    Form,
    derived_nouns,
    forms,
    key,
    prepositions,
    speaking_nouns,
    verbal_nouns,
    words,
)
from arcorpus.claims.unpunctuated import is_bare, parted
from arcorpus.text.clitics import kinds
from arcorpus.text.quotations import find_quotations
from arcorpus.types import Field, Mention, Span, Token

MIN_QUOTE = 3
"""Words that make a quotation speech; shorter ones name or distance."""

MAX_CLAUSE = 300
"""Tokens after which a sentence is believed to have no end, as in a table."""

NEAR = 25
"""Tokens in which a word that completes another is sought: أرجع كذا إلى كذا."""

ADJECTIVES = ("ي", "ة", "ام", "ون")
"""Ends of what is more likely an adjective than a noun, once it has an article."""

PAUSES = frozenset("،,؛;")
_MIN_STEM = 3  # letters of the shortest word whose first و or ف may be taken for a conjunction, less one
_CONJUNCTIONS = frozenset("وف")
_THAT = frozenset(
    start + "ان" + end for start in ("", "ب") for end in ("", "ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "ي")
)
_THAT_NOT = frozenset({"ألا", "بألا"})
_BLAME = frozenset({"مسءولية", "مسءوليت"})
_BLAME_NEAR = 13  # tokens from «حمّل» to «مسؤولية»
_OUTER = " \t\u00a0،,؛;:.…-–—"
_OBJECTS = ("هما", "ها", "هم", "هن", "ني", "نا", "ه")  # pronouns after a verb: أخبرني، ما قاله
_MARKS = frozenset("\"'“«‹„‘’”")
_GAP = 6  # code points from a quotation to the verb right behind it
_BETWEEN = _MARKS | set(_OUTER) | {"»"}
_SPEAKERS = frozenset({"نا", "ني"})


@dataclass(slots=True)
class Passage:
    """One field: every token's key, reporting form, quotation and stretch by the token's number.

    A stretch is a sentence, or a part of one that has no punctuation.
    """

    field: Field
    mentions: Sequence[Mention]
    keys: list[str] = attribute(init=False)
    starts: list[int] = attribute(init=False)
    forms: list[Form | None] = attribute(init=False)
    quotes: tuple[Span, ...] = attribute(init=False)
    paired: frozenset[int] = attribute(init=False)
    quote_of: list[int] = attribute(init=False)
    stretches: list[Span] = attribute(init=False)
    sentence_of: list[int] = attribute(init=False)
    bare_of: list[bool] = attribute(init=False)
    speech: list[bool] = attribute(init=False)
    named: list[Mention | None] = attribute(init=False)
    known: dict[int, object] = attribute(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        tokens = self.field.tokens
        self.keys = [key(token.text) for token in tokens]
        self.starts = [token.start for token in tokens]
        names = {(m.start, m.end) for m in self.mentions}
        pairs = find_quotations(self.field.text)
        self.paired = frozenset(offset for pair in pairs for offset in (pair.start, pair.end))
        self.quotes = tuple(q for q in pairs if (q.start, q.end) not in names)
        self.quote_of = [-1] * len(tokens)
        for number, quote in enumerate(self.quotes):
            for index in range(self.at(quote.start), self.at(quote.end)):
                self.quote_of[index] = number
        self.speech = [self.words(quote) >= MIN_QUOTE for quote in self.quotes]
        self.named = [None] * len(tokens)
        for mention in self.mentions:
            # An attached letter before the name is part of its first token.
            for index in range(self.holding(mention.start), self.at(mention.end)):
                self.named[index] = mention
        self.forms = [self._form(index) if token.kind == "word" else None for index, token in enumerate(tokens)]
        for index in range(1, len(tokens)):
            form = self.forms[index]
            named = self.named[index] is not None and self.named[index] is self.named[index - 1]
            modifies = form is not None and form.voice == "participle" and self.modifies(index)
            blames = form is None or "مسؤولية" not in form.complements or self._blames(index)
            if named or modifies or not blames:
                self.forms[index] = None  # هشام مروة; «مصادر مؤكدة»; «يحمل الحقيبة»
        self._part()

    def _part(self) -> None:
        """Tell of every token the stretch it stands in, and whether its sentence has no punctuation."""
        tokens, sentences = self.field.tokens, self.field.sentences
        self.stretches = []
        self.sentence_of = [0] * len(tokens)
        self.bare_of = [False] * len(tokens)
        begins = [0, *(self.at(sentence.start) for sentence in sentences[1:]), len(tokens)]
        for first, stop in pairwise(begins):
            bare = is_bare(tokens, first, stop)
            for span in parted(tokens, self.keys, self.forms, self.named, (first, stop)):
                for index in range(span.start, span.end):
                    self.sentence_of[index] = len(self.stretches)
                    self.bare_of[index] = bare
                self.stretches.append(span)

    def token(self, index: int) -> Token:
        """The token of that number."""
        return self.field.tokens[index]

    def at(self, offset: int) -> int:
        """The number of the first token that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def holding(self, offset: int) -> int:
        """The number of the last token that starts at `offset` or before; 0 before all."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def text(self, span: Span) -> str:
        """The surface of a span."""
        return self.field.text[span.start : span.end]

    def end(self, stop: int) -> int:
        """Where the token before number `stop` ends."""
        return self.field.tokens[stop - 1].end

    def ahead(self, index: int) -> int:
        """The number of the token before which to look for what belongs closely to token `index`."""
        return min(index + NEAR, len(self.keys))

    def first_of_sentence(self, index: int) -> int:
        """The number of the first token of the stretch of token `index`."""
        return self.stretches[self.sentence_of[index]].start

    def number(self, offset: int) -> int:
        """The number of the field's sentence in which `offset` lies."""
        return max(bisect_right(self.field.sentences, offset, key=lambda sentence: sentence.start) - 1, 0)

    def clause_end(self, index: int) -> int:
        """The number of the first token after the sentence of token `index`; quotations hold sentences together."""
        stop = self.stretches[self.sentence_of[index]].end
        while 0 < stop < len(self.keys) and self.quote_of[stop] >= 0 and self.quote_of[stop] == self.quote_of[stop - 1]:
            stop = self.stretches[self.sentence_of[stop]].end
        return min(stop, index + MAX_CLAUSE)

    def words(self, span: Span) -> int:
        """How many words and numbers `span` holds."""
        tokens = self.field.tokens
        first = self.at(span.start)
        if first and tokens[first - 1].end > span.start:
            first -= 1  # the span begins after an attached letter
        return sum(tokens[i].kind not in {"punctuation", "symbol"} for i in range(first, self.at(span.end)))

    def speech_at(self, index: int) -> Span | None:
        """The quoted speech whose words begin with token `index`, or with the one after its mark."""
        if index >= len(self.starts):
            return None
        start = self.starts[index]
        place = bisect_left(self.quotes, start, key=lambda q: q.start)
        near = place < len(self.quotes) and self.speech[place] and self._borders(index, self.quotes[place])
        return self.quotes[place] if near else None

    def _borders(self, index: int, quote: Span) -> bool:
        """Whether a quotation begins with token `index`, or right after the mark that it is."""
        start = self.starts[index]
        return quote.start == start or (self.keys[index] in _MARKS and quote.start <= start + 3)

    def quotation(self, index: int) -> Span | None:
        """The quotation of any length that begins with token `index`, or with the one after its mark."""
        start = self.starts[index]
        place = bisect_left(self.quotes, start, key=lambda q: q.start)
        near = place < len(self.quotes) and self._borders(index, self.quotes[place])
        return self.quotes[place] if near else None

    def has_object(self, index: int) -> bool:
        """Whether the reporting verb at `index` has a pronoun for its object attached: وصفه."""
        return self.keys[index] not in forms() and self.bare(index) not in forms()

    def speech_before(self, index: int) -> Span | None:
        """The quoted speech that ends right before token `index`, a mark and a pause between them."""
        place = bisect_right(self.quotes, self.starts[index], key=lambda q: q.start) - 1
        if place < 0 or not self.speech[place] or not 0 <= self.starts[index] - self.quotes[place].end <= _GAP:
            return None
        between = self.field.text[self.quotes[place].end : self.starts[index]]
        return self.quotes[place] if all(letter in _BETWEEN for letter in between) else None

    def opens_alone(self, index: int) -> bool:
        """Whether token `index` is a quotation mark that nothing closes, with words after it."""
        if self.keys[index] not in _MARKS or index + 1 >= len(self.keys) or self.quoted(index):
            return False
        token = self.token(index)
        near = {*range(token.start - 2, token.start + 1), self.starts[index + 1]}
        return not near & self.paired and self.token(index + 1).kind == "word"

    def quoted(self, index: int) -> bool:
        """Whether token `index` lies inside a quotation of any length."""
        return self.quote_of[index] >= 0

    def spoken(self, index: int) -> bool:
        """Whether token `index` lies inside quoted speech: what is said there belongs to its speaker."""
        return self.quote_of[index] >= 0 and self.speech[self.quote_of[index]]

    def has_speech(self, span: Span) -> bool:
        """Whether quoted speech lies inside `span`."""
        first = bisect_left(self.quotes, span.start, key=lambda q: q.start)
        last = bisect_right(self.quotes, span.end, key=lambda q: q.start)
        return any(self.speech[i] and self.quotes[i].end <= span.end for i in range(first, last))

    def in_first_person(self, span: Span) -> bool:
        """Whether somebody speaks of himself in `span`: أنا، موقفنا."""
        text = self.field.text
        return any(
            self.keys[i] in words(ClauseWord.FIRST_PERSON)
            or (t.enclitics and text[t.enclitics[-1].start : t.enclitics[-1].end] in _SPEAKERS)
            for i in range(self.at(span.start), self.at(span.end))
            for t in (self.token(i),)
        )

    def bare(self, index: int) -> str:
        """The key of token `index` without a leading و or ف."""
        word = self.keys[index]
        return word[lead(word) :]

    def is_one(self, index: int, role: ClauseWord) -> bool:
        """Whether token `index` is a word of a role, with a conjunction or without: لم، ولم."""
        word = self.keys[index]
        return word in words(role) or (word[:1] in _CONJUNCTIONS and word[1:] in words(role))

    def core(self, index: int) -> str:
        """The key of token `index` without its clitics."""
        token = self.token(index)
        if not token.proclitics and not token.enclitics:
            return self.keys[index]
        return key(self.field.text[token.core.start : token.core.end])

    def clitics(self, index: int) -> str:
        """The letters attached before token `index`: وب, ال."""
        token = self.token(index)
        return self.field.text[token.start : token.core.start] if token.proclitics else ""

    def is_that(self, index: int) -> bool:
        """Whether token `index` is أن, إن, بأنه and the like, or ألا: أن with لا in it."""
        return self.keys[index] in _THAT or self.token(index).text in _THAT_NOT

    def after_that(self, index: int) -> int:
        """The number of the first token that أن at `index` introduces: ألا itself, for its لا belongs to the clause."""
        return index if self.token(index).text in _THAT_NOT else index + 1

    def is_verbal_noun(self, index: int) -> bool:
        """Whether token `index` is a verbal noun without an article: تأجيل، دعمه."""
        before = self.clitics(index)
        if before.endswith(("ال", "لل")) or self.quoted(index):
            return False
        noun = self.core(index)
        spellings = (noun, noun[:-1] + "ة" if noun.endswith("ت") else noun, noun.rstrip("ا"))
        known = any(spelling in verbal_nouns() for spelling in spellings)
        return known or (bool(self.token(index).enclitics) and noun in derived_nouns())

    def fronts(self, index: int) -> bool:
        """Whether token `index` begins what stands before a clause: «حول النتائج», «وفي المقابل»."""
        return self.is_one(index, ClauseWord.FRONTED)

    def preposition(self, index: int) -> str:
        """The preposition that token `index` is, as cues.tsv writes it; empty when it is none, or the name علي."""
        found = prepositions().get(self.keys[index], "")
        mention = self.named[index]
        return "" if mention is not None and mention.type == "PER" else found

    def joins(self, index: int) -> bool:
        """Whether a conjunction stands before token `index`, attached or written apart."""
        return self.keys[index][:1] in _CONJUNCTIONS or (index > 0 and self.keys[index - 1] in _CONJUNCTIONS)

    def is_verb(self, index: int) -> bool:
        """Whether token `index` is a verb and cannot be a noun, as far as the list of words knows."""
        if self.named[index] is not None or self.token(index).kind != "word" or self.quoted(index):
            return False
        word = self.bare(index)
        if word.startswith("ال"):
            return False
        if len(word) > _MIN_STEM and word[0] == "س" and set(kinds(word[1:])) == {"I"}:
            return True
        found = set(kinds(word))
        return bool(found) and found <= {"V", "I"}

    def is_speaker(self, index: int) -> bool:
        """Whether token `index` is a name or a word for who or what speaks: مصدر، تقرير، وكالة."""
        nouns = {self.keys[index], self.core(index), self.keys[index].removeprefix("ال")}
        return self.named[index] is not None or bool(nouns & speaking_nouns())

    def starts_subject(self, index: int) -> bool:
        """Whether a noun phrase may begin with token `index`, so that a verb before it has its subject there."""
        return self.token(index).kind == "word" and (self.is_speaker(index) or self.keys[index].startswith("ال"))

    def starts_clause(self, index: int) -> bool:
        """Whether a verb may be expected at `index`: a clause begins there."""
        if index == 0 or self.joins(index) or self.first_of_sentence(index) == index:
            return True
        before = self.bare(index - 1)
        return (
            before in PAUSES
            or before
            in words(
                ClauseWord.RELATIVE,
                ClauseWord.OBJECT_RELATIVE,
                ClauseWord.CLAUSE_OPENER,
                ClauseWord.TIME,
                ClauseWord.CONJUNCTION,
            )
            or self.is_that(index - 1)
        )

    def expects_verb(self, index: int) -> bool:
        """Whether a form that could be a noun as well (توقع، أبرز) stands where a verb does."""
        form = self.forms[index]
        feminine = form is not None and form.gender == "f" and self.keys[index].endswith("ت")  # «بيانا أكدت فيه»
        if feminine or "N" not in kinds(self.bare(index)) or self.starts_clause(index):
            return True
        before = self.token(index - 1)
        return self.named[index - 1] is not None or before.text.startswith("ال") or bool(before.enclitics)

    def must_be_noun(self, index: int) -> bool:
        """Whether a form that could be a noun as well (أمر) stands where only one does: after «هذا», a preposition."""
        if index == 0 or "N" not in kinds(self.keys[index]):
            return False
        before = prepositions().get(self.keys[index - 1], "")
        return before not in {"", "من"} or self.bare(index - 1) == "هذا"  # «من قال» is he who said

    def describes(self, index: int) -> bool:
        """Whether token `index` is an adjective with an article: السعودي, الجديدة, السابق, المشاركون."""
        word = self.keys[index]
        return word.startswith("ال") and (word.endswith(ADJECTIVES) or word in words(ClauseWord.ADJECTIVE))

    def is_blame(self, index: int) -> bool:
        """Whether token `index` is مسؤولية, المسؤولية or مسؤوليتها."""
        return self.core(index).removeprefix("ال") in _BLAME

    def _blames(self, index: int) -> bool:
        """Whether who is responsible follows a verb at `index` that else means to carry: «حمّل»."""
        return any(self.is_blame(i) for i in range(index + 1, min(index + _BLAME_NEAR, len(self.keys))))

    def modifies(self, index: int) -> bool:
        """Whether a feminine participle at `index` describes the noun before it: «كيانات متهمة», «مصادر مؤكدة»."""
        if not index or not self.keys[index].endswith("ة") or self.is_definite(index - 1):
            return False
        return self.keys[index - 1].endswith(("ة", "ات")) or self.is_speaker(index - 1)

    def is_definite(self, index: int) -> bool:
        """Whether a noun phrase may end with token `index`: it has an article or a pronoun, or names, or is quoted."""
        token = self.token(index)
        return (
            self.named[index] is not None
            or self.quoted(index)
            or self.keys[index].startswith(("ال", "لل"))
            or "ال" in self.clitics(index)
            or bool(token.enclitics)
            or token.kind != "word"
            or "a" <= token.text[:1].lower() <= "z"
        )

    def trimmed(self, start: int, end: int) -> Span:
        """The span without white space, pauses and full stops at its borders, nor half of a pair of marks."""
        text = self.field.text
        while start < end and (text[start] in _OUTER or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in _OUTER or text[end - 1].isspace()):
            end -= 1
        return Span(start, end)

    def cue_start(self, index: int) -> int:
        """Where the cue that begins with token `index` starts, its conjunction left outside."""
        word = self.keys[index]
        if word in forms() or _with_object(word) is not None:
            return self.starts[index]
        start = lead(word)
        form = self.forms[index]
        attached = form is not None and form.voice == "noun" and word[start : start + 1] == "ب"
        return self.starts[index] + start + (attached and word[start:] not in forms())

    def _form(self, index: int) -> Form | None:
        """The reporting form that token `index` is: bare, after a conjunction, with a pronoun (أخبرني، ما قاله)."""
        known = forms()
        if self.token(index).text.startswith("ال"):
            return None
        word = self.bare(index)
        form = known.get(self.keys[index]) or known.get(word)
        if form is not None:
            return form
        if word[:1] == "ب" and (said := known.get(word[1:])) and said.voice == "noun":
            return said
        related = index > 0 and self.bare(index - 1) in words(ClauseWord.OBJECT_RELATIVE)
        form = (_with_object(self.keys[index]) if related else None) or _with_object(word)
        if form is None or form.voice != "active":
            return None
        return form if related or "شخص" in form.complements else None


def _with_object(word: str) -> Form | None:
    """The reporting form that a word is with a pronoun after it: قاله, وصفها."""
    suffix = next((s for s in _OBJECTS if word.endswith(s) and len(word) - len(s) > _MIN_STEM - 1), "")
    if not suffix:
        return None
    stem = word[: -len(suffix)]
    return forms().get(stem) or forms().get(stem + "ا" if stem.endswith("و") else stem)


def lead(word: str) -> int:
    """1 when a word begins with what may be the conjunction و or ف and is long enough to stand without it.

    >>> lead("وقال"), lead("ورد")
    (1, 0)
    """
    return int(word[:1] in _CONJUNCTIONS and len(word) > _MIN_STEM)


def opens_adjunct(passage: Passage, index: int) -> bool:
    """Whether token `index` begins what is no noun phrase: a preposition, an adverb, one with its pronoun."""
    token = passage.token(index)
    mention = passage.named[index]
    if mention is not None and mention.type == "PER":
        return False
    core = passage.core(index)
    return (
        passage.keys[index] in words(ClauseWord.ADJUNCT)
        or passage.bare(index) in words(ClauseWord.ADJUNCT)
        or bool(token.enclitics and (core in prepositions() or len(core) <= 1))
    )
