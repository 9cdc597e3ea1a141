"""Names of any type after a head that is no part of them: شركة ديب سيك, مدينة سبيطلة, هاتفها نوفاليكس 9."""

from __future__ import annotations

from collections.abc import Sequence

from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.products import version_end
from arcorpus.ner.words import Candidate, Word, is_place, is_unknown, joined_words, unknown_run
from arcorpus.text import clitics
from arcorpus.text.letters import ARTICLE, ATTACHED

_MOST_UNKNOWN = 3  # words of an unknown name
_ENDINGS = ("ي", "ين", "ون", "ان", "ات", "ه")  # of plurals, genitives and feminines
_F_OF_NAME = "فال"  # a foreign name may begin so: فالكون


def after_head(words: Sequence[Word], at: int) -> Candidate | None:
    """A name of unknown words after a head that is no part of it: شركة ديب سيك, مدينة سبيطلة, صحيفة الشروق."""
    head = words[at]
    kind = gazetteer.head_type(head.key, NameHead.BEFORE) or _type_of_thing(words, at)
    stretch = joined_words(words, at + 1, _MOST_UNKNOWN + 1)
    if not kind or not stretch or not stretch[0].joined or (kind != "LOC" and is_place(stretch[0])):
        return None
    first = stretch[0]
    if kind == "LOC" and first.key in gazetteer.doubtful_places():
        return Candidate(first.start, first.end, kind, 0.85)
    if first.key.startswith(ARTICLE):
        return _definite_name(head.key, stretch, kind)
    if _is_party(head, stretch):
        return Candidate(first.start, stretch[1].end, kind, 0.9)
    count = _foreign_run(stretch)
    if not 0 < count <= _MOST_UNKNOWN:
        return None
    end = version_end(words, at + 1 + count) if kind == "PRODUCT" else stretch[count - 1].end
    return Candidate(first.start, end, kind, 0.78)


def _foreign_run(stretch: Sequence[Word]) -> int:
    """How many words at the start are foreign; a later one with a letter like «و» before it begins something else."""
    return unknown_run([_is_foreign(word) and not (n and word.key[0] in ATTACHED) for n, word in enumerate(stretch)])


def _definite_name(head: str, stretch: Sequence[Word], kind: str) -> Candidate | None:
    """A club or medium called by one definite word: نادي الفتح, صحيفة الشروق; not «مجلة الإجراءات الجزائية»."""
    name, after = stretch[0], stretch[1] if stretch[1:] else None
    described = after and after.key.startswith(ARTICLE) and after.key not in gazetteer.nationalities()
    plain = name.key in gazetteer.nationalities() or gazetteer.head_type(name.key, NameHead.TITLE)
    is_club = gazetteer.head_type(head, NameHead.CLUB)
    if plain or described or not (is_club or gazetteer.head_type(head, NameHead.MEDIA)):
        return None
    return Candidate(name.start, name.end, kind, 0.8 if is_club else 0.74)


def _is_party(head: Word, stretch: Sequence[Word]) -> bool:
    """A party is called by a noun and its country: حزب قلب تونس."""
    party = any(rest in gazetteer.heads(NameHead.PARTY) for rest in gazetteer.without_clitics(head.key))
    return party and len(stretch) > 1 and gazetteer.is_listed(stretch[0].key) and stretch[1].key in gazetteer.states()


def _type_of_thing(words: Sequence[Word], at: int) -> str | None:
    """The type that a head gives to a foreign name after it alone («برنامج»), or a head with a pronoun: هاتفها."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not _is_foreign(following) or not _is_strange(following):
        return None
    for word in gazetteer.without_pronoun(words[at].key):
        kind = gazetteer.head_type(word, NameHead.FOREIGN) or gazetteer.head_type(word, NameHead.BEFORE)
        if kind in {"PRODUCT", "WORK"}:
            return kind
    return None


def _is_strange(word: Word) -> bool:
    """An unknown word has nothing of a verb, a plural, a genitive or a person's name either."""
    kinds = clitics.kinds(word.text)
    formed = "I" in kinds or ("N" in kinds and word.key.endswith(_ENDINGS))
    return not formed and word.key not in person_names.name_words() and clitics.split_word(word.text) is None


def _is_foreign(word: Word) -> bool:
    """A word after a head is foreign: also one that looks like ف before a word, as فالكون does."""
    return is_unknown(word) or (word.arabic and word.key.startswith(_F_OF_NAME) and not gazetteer.is_listed(word.key))
