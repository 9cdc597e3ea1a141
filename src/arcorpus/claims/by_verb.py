"""Claims by a reporting verb, participle or noun: «قال فلان إن …», «مؤكدا …», «قوله …», «مزاعم بأن …»."""

from __future__ import annotations

from arcorpus.claims import anaphora, content_end, speakers
from arcorpus.claims.collector import MIN_CONTENT, Findings, kind_of
from arcorpus.claims.content_start import complement
from arcorpus.claims.cue_forms import cue_start
from arcorpus.claims.cue_phrases import PhraseMatch
from arcorpus.claims.grammar import (
    PAUSES,
    has_role,
    in_first_person,
    is_adjective,
    is_definite,
    is_speaker,
    is_that,
    is_verbal_noun,
)
from arcorpus.claims.lexicon import (
    FIRST_PERSON,
    ClauseWord,
    CueForm,
    NounRole,
    Takes,
    cue_forms,
    cue_nouns,
    noun_prepositions,
    possessor_form,
    words,
)
from arcorpus.claims.passage import Complement, Passage, expects_verb, must_be_noun, starts_clause
from arcorpus.claims.quoted import is_in_speech, is_quoted, quotation_at, speech_at, speech_before
from arcorpus.types import ClaimSource, Span

MAX_SOURCE = 16
"""Tokens between «عن» and the noun of «نقل عن فلان قوله»."""

_NEGATED = {"assert": "doubt", "confirm": "doubt", "deny": "deny"}
_UNSAID = frozenset({"announce", "demand", "hope"})  # negated, these report nothing: «لم تعلن الشركة عن …»
_SCORES = {
    "quote": 0.9,
    "that": 0.9,
    "colon": 0.8,
    "speech": 0.8,
    "verbatim": 0.8,
    "noun": 0.8,
    "pause": 0.65,
    "phrase": 0.65,
}
_MODAL = 0.8  # of the score is left after قد or ربما
_MARK = 2  # code points of a closing mark with a space before it
_SHADDA = "\u0651"
_ADJECTIVES = 3  # tokens after a noun among which its preposition stands
_TWO = 2
_NEAR = 5  # tokens from a noun to its «بأن»


def _negation(passage: Passage, index: int) -> bool:
    """Whether the verb at `index` is negated."""
    return index > 0 and has_role(passage, index - 1, ClauseWord.NEGATION)


def _is_wish(passage: Passage, index: int, form: CueForm) -> bool:
    """Whether a verb is only wanted or possible: «يجب أن يعلن», «لكي يؤكدوا»."""
    if not form.only_imperfect or not index:
        return False
    before = passage.keys[index - 1]
    return before in {"ان", "لان", "لكي", "كي", "حتي"} or (passage.proclitics(index)[-1:] == "ل" and index > 0)


def _verb_source(findings: Findings, index: int, form: CueForm, found: Complement) -> ClaimSource | None:
    """Who is the subject of the reporting word at `index`."""
    passage, record = findings.passage, findings.speakers
    if form.voice == "passive" or _is_impersonal(passage, index, form, found):
        return None
    sentence = passage.segment_of[index]
    led = _led(findings, index) if passage.keys[index] in words(ClauseWord.SAYING) else None
    if led is not None or form.voice == "noun":
        return (
            led
            or _told_of(findings, index)
            or record.last(form, sentence)
            or speakers.earlier_person(passage, index)
            or record.last(form)
        )
    active = form.voice == "active"
    return (
        (_active_source(findings, index, form, found) if active else _going_on(findings, index, form))
        or record.last(form, sentence)
        or speakers.main_subject(passage, index, form)
        or speakers.earlier_person(passage, index)
        or record.last(form)
        or record.anyone()
    )


def _active_source(findings: Findings, index: int, form: CueForm, found: Complement) -> ClaimSource | None:
    """The subject that grammar gives a verb, or who spoke last where a sentence begins without one."""
    passage, record = findings.passage, findings.speakers
    if index and is_that(passage, index - 1) and passage.token(index - 1).enclitics:
        meant = _meant_by_pronoun(findings, index) or record.last(form)
        if meant is not None:
            return meant
    source = (
        speakers.turned_to(passage, index, form)
        or speakers.opened_topic(passage, index, form)
        or speakers.after(passage, index, found.subject_end, form)
        or anaphora.foretold(passage, index, form)
        or speakers.before(passage, index, form)
    )
    if source is not None:
        return anaphora.pointed_at(passage, record, index, source, form)
    head = passage.segment_start(index)
    fronted = has_role(passage, head, ClauseWord.FRONTED) and not record.since(head)  # «وحول النتائج قال إن»
    return record.last(form) if record.heard and (index <= head + 1 or fronted) else None


def _going_on(findings: Findings, index: int, form: CueForm) -> ClaimSource | None:
    """The subject of the clause in which a participle goes on, unless somebody has spoken in it."""
    passage = findings.passage
    start = speakers.clause_start(passage, index)
    source = None if findings.speakers.since(start) else speakers.main_subject(passage, index, form)
    return None if form.gender == "m" and passage.keys[start].endswith("ت") else source


def _is_impersonal(passage: Passage, index: int, form: CueForm, found: Complement) -> bool:
    """Whether a verb that may be a passive has no subject: «فيما يتوقع أن», «في حين يعتقد أن»."""
    if not form.only_imperfect or form.stance not in {"predict", "believe"} or (form.gender, form.number) != ("m", "s"):
        return False
    apart = index > 0 and (
        passage.unjoined(index - 1) in words(ClauseWord.CONJUNCTION) or passage.unjoined(index - 1) == "حين"
    )
    return apart and found.subject_end == index + 1


def _meant_by_pronoun(findings: Findings, index: int) -> ClaimSource | None:
    """Whom the ها of «مشيرا إلى أنها أعلنت» before `index` means when a man speaks: what he spoke of before."""
    passage, speaker = findings.passage, findings.speakers.anyone()
    token = passage.token(index - 1)
    if speaker is None:
        return None
    gender = possessor_form(passage.surface(token.enclitics[-1])).gender
    if speaker.gender is None or gender is None or gender == speaker.gender:
        return None
    sentence = passage.segment_of[index]
    near = (c for c in findings.claims if passage.segment_of[passage.index_from(c.start)] >= sentence - 1)
    told = [claim for claim in near if claim.end <= token.start]
    first = passage.index_from(told[-1].start) if told else index
    last = index
    if first < index and passage.mention_of[first] is None and passage.keys[first].startswith("ال"):
        last = next((i for i in range(first + 1, index) if not is_adjective(passage, i)), index)  # «الجمعية» + «مستعدة»
    return speakers.phrase(passage, first, last) if first < index else None


def _led(findings: Findings, index: int) -> ClaimSource | None:
    """Who says what «قائلا» or «بالقول» at `index` introduces: the subject of the reporting verb before it."""
    passage = findings.passage
    low = max(passage.segment_start(index), index - MAX_SOURCE)
    for place in range(index - 1, low - 1, -1):
        form = passage.cues[place]
        if form is None or form.voice != "active" or form.number in FIRST_PERSON or is_in_speech(passage, place):
            continue
        if passage.unjoined(place) in words(ClauseWord.ADJUNCT) and not is_that(passage, place + 1):
            continue  # «عبر حسابه»
        source = speakers.after(passage, place, index, form) or speakers.before(passage, place, form)
        return source or findings.speakers.last(form)
    return None


def _told_of(findings: Findings, index: int) -> ClaimSource | None:
    """Whom «نقلت الوكالة عن فلان قوله» quotes: the phrase between «عن» and the noun."""
    passage = findings.passage
    for place in range(index - 1, max(index - MAX_SOURCE, -1), -1):
        if passage.keys[place] == "عن" and place + 1 < index:
            return speakers.phrase(passage, place + 1, index)
        if passage.keys[place] in {".", "؟"}:
            return None
    return None


def _stance(passage: Passage, index: int, form: CueForm, found: Complement) -> str | None:
    """What the cue says of its content; None when a negation leaves nothing said."""
    stance = found.stance or form.stance
    if not _negation(passage, index):
        return stance
    return None if stance in _UNSAID else _NEGATED.get(stance, stance)


def content(passage: Passage, found: Complement, stop: int) -> tuple[Span, str]:
    """The span and kind of what a complement holds."""
    first = found.first
    quote = speech_at(passage, first)
    if found.opened in {"that", "quote", "colon", "heading"} and quote is not None:
        end = passage.end_before(content_end.clause_end(passage, first, stop))
        rest = Span(min(quote.end, max(end, 0)), max(end, quote.end))
        if found.opened == "quote" or passage.word_count(rest) <= MIN_CONTENT:
            return quote, "direct"
    if found.opened in {"noun", "phrase"}:
        last = content_end.phrase_end(passage, first, stop)
    else:
        last = content_end.clause_end(passage, first, stop)
        if found.opened == "colon" and last == stop:
            last = content_end.speech_end(passage, first, last)
    start = passage.starts[first]
    if found.opened in {"noun", "phrase"} and passage.proclitics(first)[:1] in {"ب", "ل"}:
        start = passage.token(first).proclitics[0].end
    span = passage.trimmed(start, passage.end_before(last))
    set_off = found.opened in {"verbatim", "colon"}  # a verb's colon opens speech word for word, without marks too
    if set_off or (found.opened in {"heading", "speech"} and in_first_person(passage, span)):
        return span, "direct"
    term = quotation_at(passage, first) if found.opened in {"noun", "phrase"} else None
    if term is not None and (found.stance == "" or term.end + _MARK >= span.end):
        return term, "direct" if quote is not None or found.stance == "" else kind_of(passage, span)
    return span, kind_of(passage, span)


def _is_said(passage: Passage, index: int, form: CueForm, found: Complement) -> bool:
    """Whether the word at `index` reports: it is a verb there, and its report neither supposed nor drawn from facts."""
    noun = form.voice == "active" and must_be_noun(passage, index)  # «هذا أمر», «على أمل أن»
    if noun or _is_wish(passage, index, form) or (index and has_role(passage, index - 1, ClauseWord.CONDITIONAL)):
        return False
    if index and passage.unjoined(index - 1) == "ما" and form.voice == "active" and passage.keys[index] in cue_forms():
        return False  # «وهو ما يؤكد أن»: the facts say it
    if passage.unjoined(index) in words(ClauseWord.TURNED_OUT) and speakers.before(passage, index, form) is None:
        return False  # «تبين أن»: it turned out
    far = form.voice == "passive" and found.opened == "quote" and found.subject_end > index + _TWO
    if far or (passage.unjoined(index) in words(ClauseWord.ADJUNCT) and not _is_verb_here(passage, index, found)):
        return False  # «تضاف إليه الغرامة «…»»
    if found.opened not in {"noun", "phrase"} or form.voice != "active":
        return found.opened not in {"noun", "phrase"} or form.voice != "passive"
    related = index > 0 and passage.unjoined(index - 1) in words(ClauseWord.RELATIVE)
    return expects_verb(passage, index) and not (found.opened == "phrase" and related and form.only_imperfect)


def _is_verb_here(passage: Passage, index: int, found: Complement) -> bool:
    """Whether بين, عبر or عقب, prepositions as well, are verbs: أن or «عن» depends on it, or somebody speaks."""
    if is_that(passage, index + 1) or _SHADDA in passage.token(index).text or passage.keys[found.subject_end] == "عن":
        return True
    word = passage.keys[index + 1]
    speaker = (
        is_speaker(passage, index + 1) or word in words(ClauseWord.TITLE) or (word[:2] == "ال" and word.endswith("ون"))
    )
    return speaker and starts_clause(passage, index)


def _related_stop(passage: Passage, index: int, first: int, stop: int) -> int:
    """Where a report ends that is itself between two pauses: «السائق، الذي قالت الشرطة إنه كان مسرعا، …»."""
    related = (
        index > 1 and passage.unjoined(index - 1) in words(ClauseWord.RELATIVE) and passage.keys[index - 2] in PAUSES
    )
    if not related:
        return stop
    pauses = (i for i in range(first, stop) if passage.keys[i] in PAUSES and not is_quoted(passage, i))
    return next((i for i in pauses if not content_end.continues_phrase(passage, i + 1, stop)), stop)


def verb(findings: Findings, index: int, form: CueForm) -> None:
    """The claim of a reporting verb, participle or noun, if its complement follows."""
    passage = findings.passage
    stop = passage.segment_end(index)
    if is_in_speech(passage, index):
        stop = min(stop, passage.index_from(passage.quotes[passage.quote_of[index]].end))
    found = complement(passage, index, form, stop)
    if found is None:
        _told_before(findings, index, form, stop)
    if found is None or found.first >= stop or not _is_said(passage, index, form, found):
        return
    stance = _stance(passage, index, form, found)
    if stance is None:
        return
    span, kind = content(passage, found, _related_stop(passage, index, found.first, stop))
    if found.opened == "quote" and passage.keys[found.subject_end - 1] in PAUSES:
        # «… »، قال فلان، «…»: one quotation that its cue interrupts is known by its first part.
        earlier = speech_before(passage, index)
        span, kind = (span, kind) if earlier is None else (earlier, "direct")
    source = _verb_source(findings, index, form, found)
    score = _SCORES[found.opened] * (_MODAL if index and has_role(passage, index - 1, ClauseWord.PERHAPS) else 1)
    cue = Span(cue_start(passage, index, passage.cues[index]), passage.token(index).end)
    findings.add(span, source, cue, (stance, kind, score))


def _told_before(findings: Findings, index: int, form: CueForm, stop: int) -> None:
    """The claim of «…، أوضح ذلك فلان»: what stands before the verb in its sentence, or the sentence before."""
    passage = findings.passage
    first = index + 2
    if (
        first >= stop
        or passage.keys[index + 1] not in words(ClauseWord.THAT_SAID)
        or form.voice != "active"
        or form.only_imperfect
    ):
        return
    if not is_speaker(passage, first) and passage.keys[first] not in words(ClauseWord.TITLE):
        return
    source = speakers.phrase(passage, first, min(stop, first + MAX_SOURCE), form)
    head = passage.segment_start(index)
    if head == index:
        head = passage.segment_start(head - 1) if head else index
    span = passage.trimmed(passage.starts[head], passage.starts[index])
    if source is not None and passage.word_count(span) > MIN_CONTENT + 1:
        cue = Span(cue_start(passage, index, passage.cues[index]), passage.end_before(index + 2))
        findings.add(span, source, cue, (form.stance, kind_of(passage, span), _SCORES["phrase"]))


def noun(findings: Findings, index: int) -> None:
    """The claim of a noun that speaks itself: «مزاعم بأن», «شكاوى من أن»."""
    passage = findings.passage
    stance = cue_nouns(NounRole.SPEAKS).get(passage.core(index))
    stop = passage.segment_end(index)
    if stance is None or index + 2 >= stop:
        return
    if _noun_with(findings, index, stance, stop):
        return
    that = next((i for i in range(index + 1, min(index + _NEAR, stop)) if is_that(passage, i)), None)
    if that is None or that + 1 >= stop or any(passage.cues[i] is not None for i in range(index + 1, that)):
        return
    if passage.unjoined(that - 1) in words(ClauseWord.SUBORDINATOR) or passage.unjoined(that - 1) in words(
        ClauseWord.MODAL
    ):
        return
    if that > index + 1 and passage.keys[that][:1] != "ب" and passage.keys[that - 1] not in {"من", "عن", "الي"}:
        return
    span = passage.trimmed(
        passage.starts[that + 1], passage.end_before(content_end.clause_end(passage, that + 1, stop))
    )
    place = passage.token(index).core if passage.proclitics(index) not in {"", "ال"} else passage.token(index)
    cue = Span(place.start, passage.token(index).end)
    start = cue.start
    if index > 1 and passage.keys[index - 1] == "من" and passage.core(index - 2) in words(ClauseWord.QUANTITY):
        start = passage.starts[index - 2]
    owned = (
        passage.proclitics(index) == "" and index + 1 < that and is_definite(passage, index + 1)
    )  # «مزاعم المعارضة بأن»
    source = speakers.phrase(passage, index + 1, that) if owned and start == cue.start else None
    source = source or ClaimSource(passage.surface(Span(start, cue.end)), start, cue.end)
    findings.add(span, source, cue, (stance, kind_of(passage, span), _SCORES["phrase"]))


def _noun_with(findings: Findings, index: int, stance: str, stop: int) -> bool:
    """Whether the claim of a noun and a verbal noun was found: «توقعات بارتفاع كذا», «دعوات إلى مقاطعة كذا»."""
    passage = findings.passage
    wanted = noun_prepositions().get(passage.core(index), frozenset())
    places = range(index + 1, min(index + _ADJECTIVES, stop - 1))
    place = next((i for i in places if passage.keys[i] in wanted or passage.proclitics(i)[:1] in wanted), None)
    if place is None or any(not passage.keys[i].endswith("ة") for i in range(index + 1, place)):
        return False
    first = place + (passage.keys[place] in wanted)
    if not is_verbal_noun(passage, first):
        return False
    span, kind = content(passage, Complement(place, first, "noun"), stop)
    token = passage.token(index)
    article = passage.proclitics(index).endswith(("ال", "لل"))
    cue = Span(token.start if article else token.core.start, token.end)
    source = findings.speakers.last(possessor_form(passage.surface(token.enclitics[-1]))) if token.enclitics else None
    findings.add(span, source, cue, (stance, kind, _SCORES["phrase"]))
    return True


def told_in(findings: Findings, found: PhraseMatch) -> None:
    """The claim of what is said in a document: «جاء في البيان أن …», «ورد في الرسالة: …»."""
    passage = findings.passage
    stop = passage.segment_end(found.index)
    form = CueForm(found.stance, "active", None, None, frozenset({Takes.THAT}))
    said = complement(passage, found.after - 1, form, stop)
    if said is None or said.first >= stop or said.opened not in {"that", "quote", "colon"}:
        return
    source = speakers.phrase(passage, found.after, said.subject_end) or _document(passage, found.index)
    if source is not None:
        span, kind = content(passage, said, stop)
        findings.add(span, source, found.cue, (found.stance, kind, _SCORES[said.opened]))


def _document(passage: Passage, index: int) -> ClaimSource | None:
    """The document before «جاء فيه»: «أصدرت الوزارة بيانا جاء فيه: …»."""
    low = max(passage.segment_start(index), index - MAX_SOURCE)
    found = next(
        (i for i in range(index - 1, low - 1, -1) if passage.core(i).rstrip("ا") in words(ClauseWord.TEXT)), None
    )
    return None if found is None else speakers.phrase(passage, found, index)
