"""Names that the lexicons hold, where nothing around them shows that they mean something else."""

from __future__ import annotations

from collections.abc import Sequence

from arcorpus.ner import gazetteer
from arcorpus.ner.words import Candidate, Word, joined_words
from arcorpus.text.letters import ARTICLE, TANWIN_FATH

_MOST = 8  # words of a known name
_CLOSING = frozenset('»”"')
_LIKE = "ك"


def known(words: Sequence[Word], at: int) -> Candidate | None:
    """A name that the lexicons hold: الصين, «الأمم المتحدة», وللصين."""
    stretch = joined_words(words, at, _MOST)
    found = gazetteer.longest([word.text for word in stretch]) if stretch else None
    if found is None:
        return None
    reading, count, name = found
    if count == 1 and _is_other_word(words, at, reading.cut, name.type):
        return None
    if name.type == "ORG" and count > 1 and stretch[count:] and stretch[count].key in gazetteer.nationalities():
        count += _agrees(stretch[0].key, stretch[count].key)  # «المؤتمر الوطني العام» + «الليبي»
    score = 0.93 if count > 1 else 0.9 if name.type == "LOC" else 0.85
    if gazetteer.has_head(" ".join([reading.key, *(word.key for word in stretch[1:count])])):
        return Candidate(stretch[1].start, stretch[count - 1].end, name.type, score)
    less = (0.02 if count > 1 else 0.1) * bool(reading.cut)
    return Candidate(words[at].start + reading.cut, stretch[count - 1].end, name.type, score - less)


def _is_other_word(words: Sequence[Word], at: int, cut: int, kind: str) -> bool:
    """A known name of one word is something else here: دوماً, «الصحيفة السعودية», «مسؤولا ليبيا», كورونا."""
    text = words[at].text
    if TANWIN_FATH in text:
        return True  # دوماً is no town
    if kind == "LOC" and cut and text[cut - 1] == _LIKE:
        return True  # كورونا
    return _is_of_people(words, at) or _is_accusative(words, at)


def _agrees(head: str, adjective: str) -> bool:
    """A people's adjective agrees with a definite name's first word."""
    return head.startswith(ARTICLE) and head.endswith(("ه", "ات")) == adjective.endswith("ه")


def _is_accusative(words: Sequence[Word], at: int) -> bool:
    """A state's name is an adjective in the accusative: «مسؤولا ليبيا», «وفدا روسيا»."""
    if not at or not words[at].joined or not words[at].key.endswith("يا"):
        return False
    before = words[at - 1].key
    return before.endswith("ا") and not before.startswith(ARTICLE) and gazetteer.is_listed(before[:-1])


def _is_of_people(words: Sequence[Word], at: int) -> bool:
    """A word that is a state's name too is an adjective: الصحيفة السعودية, «الحياة» السعودية."""
    if not at or words[at].key not in gazetteer.nationalities():
        return False
    before = words[at - 1]
    feminine = before.key.startswith(ARTICLE) and before.key.endswith(("ه", "ات"))
    return before.text in _CLOSING or (words[at].joined and feminine)
