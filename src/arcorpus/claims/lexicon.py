"""The words that attribute: reporting forms, attributing phrases and what stands around them, by look-up key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from arcorpus.resources import lexicon
from arcorpus.text.normalize import fold

FIRST_PERSON = frozenset({"1s", "1p"})
"""The numbers of forms that speak of the writer, or belong to what somebody else says."""

PREPOSITIONS = ("إلى", "من", "عن", "على", "في")
"""Prepositions written apart that a reporting verb may take, as cues.tsv writes them."""

_SUFFIXES = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d"), "هن": ("f", "p")}


class ClauseWord(StrEnum):
    """What a word of data/lexicons/clause_words.tsv does around a report; the file explains each role."""

    ABOUT = "about"
    ADDRESSEE = "addressee"
    ADJECTIVE = "adjective"
    ADJUNCT = "adjunct"
    AMOUNT = "amount"
    BEFOREHAND = "beforehand"
    BODY = "body"
    CHANGE_OF_SPEAKER = "change_of_speaker"
    CLAUSE_OPENER = "clause_opener"
    CLAUSE_VERB = "clause_verb"
    CLOSER = "closer"
    CONDITIONAL = "conditional"
    CONJUNCTION = "conjunction"
    CONTINUES_PHRASE = "continues_phrase"
    DEMONSTRATIVE = "demonstrative"
    DOCUMENT = "document"
    ENTITLED = "entitled"
    FIRST_PERSON = "first_person"
    FRONTED = "fronted"
    LATTER = "latter"
    MEASURE = "measure"
    MEDIA = "media"
    MODAL = "modal"
    MONTH = "month"
    NEGATION = "negation"
    NEW_REPORT = "new_report"
    NEXT_REPORT = "next_report"
    NO_BREAK_AFTER = "no_break_after"
    OBJECT_RELATIVE = "object_relative"
    OTHER = "other"
    OWN_SIDE = "own_side"
    PAST_PARTICLE = "past_particle"
    PERHAPS = "perhaps"
    PERSON = "person"
    PLACE = "place"
    PRONOUN = "pronoun"
    QUANTITY = "quantity"
    RELATIVE = "relative"
    REPORTED = "reported"
    SAY_VERB = "say_verb"
    SAYING = "saying"
    SAYING_NOUN = "saying_noun"
    SCENE = "scene"
    SELF = "self"
    SETTING = "setting"
    SIDE = "side"
    SPEECH_OPENER = "speech_opener"
    SUBORDINATOR = "subordinator"
    TAKES_B = "takes_b"
    TEXT = "text"
    THAT_SAID = "that_said"
    TIME = "time"
    TITLE = "title"
    TURNED_OUT = "turned_out"
    VERBAL_NOUN = "verbal_noun"
    WAS = "was"
    WHEN = "when"
    WITHIN_PHRASE = "within_phrase"


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a written form: what saying it is, and whom its ending agrees with.

    `voice` is active, participle, passive, or noun (قوله: his saying); `gender` m, f or None; `number` s, d, p, 1s, 1p
    or None; `complements` what may follow the subject: أن, «إلى أن», a preposition, مفعول for a verbal noun as object,
    بـ after an object, شعور for «عن» or an object that names a feeling, شخص when the verb also takes whom it speaks to.
    `vague`: imperfect, and not perfect as well.
    """

    stance: str
    voice: str
    gender: str | None
    number: str | None
    complements: frozenset[str]
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """An attributing phrase by its keys; its source is `after` it, after a `verb`, further `back`, or `nobody`.

    `noun` is nobody's too, but a verbal noun follows instead of a clause; after `amount` what is estimated does. A
    document stands before or after `in` (جاء في), a noun of saying after `said`.
    """

    keys: tuple[str, ...]
    stance: str
    source: str


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """The form under which a word is looked up.

    >>> key("وأكّد") == key("واكد")
    True
    """
    return fold(word, "match")


@cache
def forms() -> dict[str, Form]:
    """Reporting forms by key; an active reading goes before a participle, that before a passive.

    A third person goes before a first: أوضح is he, not I; one before several: أعلن is he, not they.
    """
    rank = {"active": 0, "participle": 1, "passive": 2}
    rows = sorted(
        lexicon("cues"),
        key=lambda row: (
            rank[row["voice"]],
            row["number"] in FIRST_PERSON,
            row["form"],
            row["lemma"],
            row["number"] != "s",
        ),
    )
    perfect = {key(row["form"]) for row in rows if row["tense"] == "perfect"}
    found: dict[str, Form] = {}
    for row in rows:
        form = Form(
            row["stance"],
            row["voice"],
            row["gender"] or None,
            row["number"] or None,
            frozenset(row["complements"].split(",")),
            row["tense"] == "imperfect" and key(row["form"]) not in perfect,
        )
        found.setdefault(key(row["form"]), form)
    for row in lexicon("cue_nouns"):
        if row["speaker"] == "adverb":
            found.setdefault(key(row["noun"]), Form(row["stance"], "noun", None, None, frozenset({"أن", "قول"})))
        if row["speaker"] == "suffix":
            for suffix, (gender, number) in _SUFFIXES.items():
                noun = row["noun"] + suffix
                found.setdefault(key(noun), Form(row["stance"], "noun", gender, number, frozenset({"أن", "إلى أن"})))
    return found


@cache
def nouns(speaker: str) -> dict[str, str]:
    """The stance of nouns of cue_nouns.tsv by key: those that speak `itself` (مزاعم), or name a `feeling` (أمل)."""
    return {key(row["noun"]): row["stance"] for row in lexicon("cue_nouns") if row["speaker"] == speaker}


@cache
def taken() -> dict[str, frozenset[str]]:
    """The prepositions that a noun which speaks itself takes before a verbal noun, by key: «دعوات إلى», «توقعات بـ»."""
    rows = (row for row in lexicon("cue_nouns") if row["takes"])
    return {key(row["noun"]): frozenset(map(key, row["takes"].split(","))) for row in rows}


def owner(suffix: str) -> Form:
    """Whom a pronoun attached to a noun of saying agrees with, as a reporting form."""
    gender, number = _SUFFIXES.get(suffix, (None, None))
    return Form("assert", "noun", gender, number, frozenset())


@cache
def prepositions() -> dict[str, str]:
    """The prepositions that a verb may take, by key, as cues.tsv writes them."""
    return {key(word): word for word in PREPOSITIONS}


@cache
def words(*roles: ClauseWord) -> frozenset[str]:
    """The keys of the words that data/lexicons/clause_words.tsv gives one of the roles."""
    return frozenset(
        key(row["form"]) for row in lexicon("clause_words") if not set(roles).isdisjoint(row["role"].split())
    )


@cache
def speaking_nouns() -> frozenset[str]:
    """The keys of words for who or what speaks: an office, a body, a medium, a document."""
    return words(ClauseWord.PERSON, ClauseWord.BODY, ClauseWord.MEDIA, ClauseWord.DOCUMENT)


@cache
def verbal_nouns() -> frozenset[str]:
    """The keys of nouns that say what is or is done (تأجيل، وجود), so that they stand for a clause."""
    return frozenset((derived_nouns() | words(ClauseWord.VERBAL_NOUN)) - words(ClauseWord.BODY))


@cache
def derived_nouns() -> frozenset[str]:
    """The keys of the verbal nouns of derived verbs, those that name a body or text as well among them: تحقيق."""
    return frozenset(key(row["word"]) for row in lexicon("verbal_nouns"))


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Attributing phrases by their first key, longest first."""
    rows = [
        Phrase(tuple(key(word) for word in row["phrase"].split()), row["stance"], row["source"])
        for row in lexicon("cue_phrases")
    ]
    rows.sort(key=lambda phrase: (-len(phrase.keys), -len(phrase.keys[-1]), phrase.keys))
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in rows:
        by_first[phrase.keys[0]] = (*by_first.get(phrase.keys[0], ()), phrase)
    return by_first
