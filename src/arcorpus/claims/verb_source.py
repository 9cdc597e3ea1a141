"""Who says what a reporting verb, participle or noun reports: all ways to find out, in the order of trust."""

from __future__ import annotations

from arcorpus.claims import anaphora
from arcorpus.claims.collector import ClaimCollector
from arcorpus.claims.grammar import (
    has_role,
    is_adjective,
    is_that,
)
from arcorpus.claims.lexicon import (
    FIRST_PERSON,
    ClauseWord,
    CueForm,
    possessor_form,
    words,
)
from arcorpus.claims.main_clause import clause_start, main_subject, named_last
from arcorpus.claims.passage import Complement, Passage
from arcorpus.claims.quoted import is_in_speech
from arcorpus.claims.source_phrase import source_in
from arcorpus.claims.subjects import subject_after, subject_before, topic_after_amma, topic_after_that
from arcorpus.text.letters import ARTICLE
from arcorpus.types import ClaimSource

MAX_SOURCE = 16
"""Tokens between «عن» and the noun of «نقل عن فلان قوله»."""

_RECENT = 30  # claims among which the last one of this sentence or the one before is sought


def verb_source(collector: ClaimCollector, index: int, form: CueForm, found: Complement) -> ClaimSource | None:
    """Who is the subject of the reporting word at `index`; None where it has none, or nobody has spoken yet."""
    passage, heard = collector.passage, collector.speakers
    if form.voice == "passive" or _is_impersonal(passage, index, form, found):
        return None
    sentence = passage.segment_of[index]
    introduced = _speaker_of_saying(collector, index) if passage.keys[index] in words(ClauseWord.SAYING) else None
    if introduced is not None or form.voice == "noun":
        return (
            introduced
            or _quoted_from(collector, index)
            or heard.last(form, sentence)
            or named_last(passage, index)
            or heard.last(form)
        )
    active = form.voice == "active"
    own = _active_source(collector, index, form, found) if active else _participle_source(collector, index, form)
    return own or heard.last(form, sentence) or _last_resort(collector, index, form)


def _last_resort(collector: ClaimCollector, index: int, form: CueForm) -> ClaimSource | None:
    """Whom a verb without a subject may mean: who its sentence is about, was named in it, or spoke last."""
    passage, heard = collector.passage, collector.speakers
    return main_subject(passage, index, form) or named_last(passage, index) or heard.last(form) or heard.anyone()


def _active_source(collector: ClaimCollector, index: int, form: CueForm, found: Complement) -> ClaimSource | None:
    """The subject that grammar gives a verb, or who spoke last where a sentence begins without one."""
    passage, heard = collector.passage, collector.speakers
    if index and is_that(passage, index - 1) and passage.token(index - 1).enclitics:
        meant = _meant_by_pronoun(collector, index) or heard.last(form)
        if meant is not None:
            return meant
    source = (
        topic_after_amma(passage, index, form)
        or topic_after_that(passage, index, form)
        or subject_after(passage, index, found.subject_end, form)
        or anaphora.foretold(passage, index, form)
        or subject_before(passage, index, form)
    )
    if source is not None:
        return anaphora.pointed_at(passage, heard, index, source, form)
    head = passage.segment_start(index)
    fronted = has_role(passage, head, ClauseWord.FRONTED) and not heard.since(head)  # «وحول النتائج قال إن»
    return heard.last(form) if heard.heard and (index <= head + 1 or fronted) else None


def _participle_source(collector: ClaimCollector, index: int, form: CueForm) -> ClaimSource | None:
    """The subject of the clause in which a participle goes on, unless somebody has spoken in it."""
    passage = collector.passage
    start = clause_start(passage, index)
    source = None if collector.speakers.since(start) else main_subject(passage, index, form)
    return None if form.gender == "m" and passage.keys[start].endswith("ت") else source


def _is_impersonal(passage: Passage, index: int, form: CueForm, found: Complement) -> bool:
    """Whether a verb that may be a passive has no subject: «فيما يتوقع أن», «في حين يعتقد أن»."""
    if not form.only_imperfect or form.stance not in {"predict", "believe"} or (form.gender, form.number) != ("m", "s"):
        return False
    apart = index > 0 and (
        passage.unjoined(index - 1) in words(ClauseWord.CONJUNCTION) or passage.unjoined(index - 1) == "حين"
    )
    return apart and found.subject_end == index + 1


def _meant_by_pronoun(collector: ClaimCollector, index: int) -> ClaimSource | None:
    """Whom the ها of «مشيرا إلى أنها أعلنت» before `index` means when a man speaks: what he spoke of before."""
    passage, speaker = collector.passage, collector.speakers.anyone()
    token = passage.token(index - 1)
    if speaker is None:
        return None
    gender = possessor_form(passage.surface(token.enclitics[-1])).gender
    if speaker.gender is None or gender is None or gender == speaker.gender:
        return None
    first = _spoken_of_before(collector, index, token.start)
    if first is None:
        return None
    last = index
    if passage.mention_of[first] is None and passage.keys[first].startswith(ARTICLE):
        last = next((i for i in range(first + 1, index) if not is_adjective(passage, i)), index)  # «الجمعية» + «مستعدة»
    return source_in(passage, first, last)


def _spoken_of_before(collector: ClaimCollector, index: int, stop: int) -> int | None:
    """The token at which the last claim of this sentence or the one before begins that ends before offset `stop`."""
    passage = collector.passage
    sentence = passage.segment_of[index]
    for claim in collector.claims[: -_RECENT - 1 : -1]:
        first = passage.index_from(claim.start)
        if claim.end <= stop and passage.segment_of[first] >= sentence - 1:
            return first if first < index else None
    return None


def _speaker_of_saying(collector: ClaimCollector, index: int) -> ClaimSource | None:
    """Who says what «قائلا» or «بالقول» at `index` introduces: the subject of the reporting verb before it."""
    passage = collector.passage
    low = max(passage.segment_start(index), index - MAX_SOURCE)
    for place in range(index - 1, low - 1, -1):
        form = passage.cues[place]
        if form is None or form.voice != "active" or form.number in FIRST_PERSON or is_in_speech(passage, place):
            continue
        if passage.unjoined(place) in words(ClauseWord.ADJUNCT) and not is_that(passage, place + 1):
            continue  # «عبر حسابه»
        source = subject_after(passage, place, index, form) or subject_before(passage, place, form)
        return source or collector.speakers.last(form)
    return None


def _quoted_from(collector: ClaimCollector, index: int) -> ClaimSource | None:
    """Whom «نقلت الوكالة عن فلان قوله» quotes: the phrase between «عن» and the noun."""
    passage = collector.passage
    for place in range(index - 1, max(index - MAX_SOURCE, -1), -1):
        if passage.keys[place] == "عن" and place + 1 < index:
            return source_in(passage, place + 1, index)
        if passage.keys[place] in {".", "؟"}:
            return None
    return None
