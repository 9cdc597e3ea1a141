"""The words that attribute: reporting forms, attributing phrases and what stands around them, by look-up key.

Which verbs report, and what each may take, is kept in data-raw/cue_verbs.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from arcorpus.resources import lexicon
from arcorpus.text.normalize import fold

FIRST_PERSON = frozenset({"1s", "1p"})
"""The numbers of forms that speak of the writer, or belong to what somebody else says."""

PREPOSITIONS = ("إلى", "من", "عن", "على", "في")
"""Prepositions written apart that a reporting verb may take, as cue_verbs.tsv writes them."""

_SUFFIXES = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d"), "هن": ("f", "p")}


class ClauseWord(StrEnum):
    """What a word of data/lexicons/clause_words.tsv does around a report; the file explains each role."""

    ABOUT = "about"
    ADDRESSEE = "addressee"
    ADJECTIVE = "adjective"
    ADJUNCT = "adjunct"
    AMOUNT = "amount"
    BEFOREHAND = "beforehand"
    BLAME = "blame"
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
    NAME_LINK = "name_link"
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
    SO_THAT = "so_that"
    SPEECH_OPENER = "speech_opener"
    SUBORDINATOR = "subordinator"
    TAKES_B = "takes_b"
    TEXT = "text"
    THAT = "that"
    THAT_SAID = "that_said"
    TIME = "time"
    TITLE = "title"
    TURNED_OUT = "turned_out"
    VERBAL_NOUN = "verbal_noun"
    WAS = "was"
    WHEN = "when"
    WITHIN_PHRASE = "within_phrase"


class Takes(StrEnum):
    """What a reporting verb may take, as the column `complements` of data-raw/cue_verbs.tsv writes it.

    Any of `PREPOSITIONS`, written apart, stands there as well.
    """

    THAT = "أن"  # a clause, or speech
    TO_THAT = "إلى أن"  # «أشار إلى أن»
    SPEECH = "قول"  # speech, and no clause: «بالقول: …»
    SPEECH_AT_ONCE = "مباشر"  # speech only right behind the verb
    QUOTATION = "اقتباس"  # words quoted after «إلى»: «تهدف إلى «…»»
    VERBAL_NOUN = "مفعول"  # a verbal noun as object: «نفى وجود …»
    CAUSE = "سبب"  # an object, and after «إلى» its cause: «أرجع الارتفاع إلى …»
    ANY_NOUN = "شيء"  # any noun as object: «أدان الهجوم»
    WITH_B = "ب"  # «طالب بتأجيل …»
    WITH_L = "ل"  # «دعا لتأجيل …»
    OBJECT_WITH_B = "بـ"  # whom or what, then as what: «وصف القرار بـ…»
    PERSON = "شخص"  # whom it speaks to, so that what follows may be no subject: «أخبرني»
    FEELING = "شعور"  # a noun that names a feeling: «أبدى قلقه»
    FEELING_WITH_ABOUT = "عن شعور"  # «أعرب عن أمله»
    ONLY_VERBAL = "حدث"  # of nouns, only what is done: «أوعز بإجراء …»
    BLAME = "مسؤولية"  # whom it blames: «حمّل البلدية المسؤولية»


class NounRole(StrEnum):
    """How a noun of data/lexicons/cue_nouns.tsv reports; the file explains each role."""

    POSSESSED = "possessed"
    SPEAKS = "speaks"
    FEELING = "feeling"
    ADVERB = "adverb"


class PhraseRole(StrEnum):
    """Where the source of a phrase of data/lexicons/cue_phrases.tsv stands; the file explains each role."""

    SOURCE = "source"
    VERB = "verb"
    EARLIER_SPEAKER = "earlier_speaker"
    IMPERSONAL = "impersonal"
    IMPERSONAL_NOUN = "impersonal_noun"
    ESTIMATE = "estimate"
    SAYING_NOUN = "saying_noun"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One reading of a written form of a word that reports.

    Attributes:
        stance: what saying it is: assert, deny, predict and so on (docs/claims.md).
        voice: active, participle, passive, or noun (قوله: his saying).
        gender: whom its ending agrees with, m or f; None when it does not tell.
        number: s, d, p, 1s or 1p; None when it does not tell.
        complements: what may follow the subject: members of `Takes`, and prepositions.
        only_imperfect: imperfect and not perfect as well, so that it may be only wanted: «يعلن».
    """

    stance: str
    voice: str
    gender: str | None
    number: str | None
    complements: frozenset[str]
    only_imperfect: bool = False


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """An attributing phrase: the look-up keys of its words, its stance, and where its source stands."""

    keys: tuple[str, ...]
    stance: str
    role: PhraseRole


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """The form under which a word is looked up.

    >>> key("وأكّد") == key("واكد")
    True
    """
    return fold(word, "match")


@cache
def cue_forms() -> dict[str, CueForm]:
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
    found: dict[str, CueForm] = {}
    for row in rows:
        form = CueForm(
            row["stance"],
            row["voice"],
            row["gender"] or None,
            row["number"] or None,
            frozenset(row["complements"].split(",")),
            row["tense"] == "imperfect" and key(row["form"]) not in perfect,
        )
        found.setdefault(key(row["form"]), form)
    for word, form in _noun_forms():
        found.setdefault(key(word), form)
    return found


def _noun_forms() -> Iterator[tuple[str, CueForm]]:
    """The nouns that report as a verb does, as they are written: بالقول, and قوله with each pronoun."""
    for row in lexicon("cue_nouns"):
        if row["role"] == NounRole.ADVERB:
            yield row["form"], CueForm(row["value"], "noun", None, None, frozenset({Takes.THAT, Takes.SPEECH}))
        if row["role"] == NounRole.POSSESSED:
            for suffix, (gender, number) in _SUFFIXES.items():
                takes = frozenset({Takes.THAT, Takes.TO_THAT})
                yield row["form"] + suffix, CueForm(row["value"], "noun", gender, number, takes)


@cache
def cue_nouns(role: NounRole) -> dict[str, str]:
    """The stance of nouns of cue_nouns.tsv by key: those that speak (مزاعم), or name a feeling (أمل)."""
    return {key(row["form"]): row["value"] for row in lexicon("cue_nouns") if row["role"] == role}


@cache
def noun_prepositions() -> dict[str, frozenset[str]]:
    """The prepositions that a noun which speaks takes before a verbal noun, by key: «دعوات إلى», «توقعات بـ»."""
    rows = (row for row in lexicon("cue_nouns") if row["takes"])
    return {key(row["form"]): frozenset(map(key, row["takes"].split(","))) for row in rows}


def possessor_form(suffix: str) -> CueForm:
    """Whom a pronoun attached to a noun of saying agrees with, as a reporting form."""
    gender, number = _SUFFIXES.get(suffix, (None, None))
    return CueForm("assert", "noun", gender, number, frozenset())


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
    """The keys of nouns that say what is or is done (تأجيل، وجود), so that they say what a clause says."""
    return frozenset((derived_nouns() | words(ClauseWord.VERBAL_NOUN)) - words(ClauseWord.BODY))


@cache
def derived_nouns() -> frozenset[str]:
    """The keys of the verbal nouns of derived verbs, those that name a body or text as well among them: تحقيق."""
    return frozenset(key(row["word"]) for row in lexicon("verbal_nouns"))


@cache
def cue_phrases() -> dict[str, tuple[CuePhrase, ...]]:
    """Attributing phrases by their first key, longest first."""
    phrases = [
        CuePhrase(tuple(key(word) for word in row["form"].split()), row["value"], PhraseRole(row["role"]))
        for row in lexicon("cue_phrases")
    ]
    phrases.sort(key=lambda phrase: (-len(phrase.keys), -len(phrase.keys[-1]), phrase.keys))
    by_first: dict[str, tuple[CuePhrase, ...]] = {}
    for phrase in phrases:
        by_first[phrase.keys[0]] = (*by_first.get(phrase.keys[0], ()), phrase)
    return by_first
