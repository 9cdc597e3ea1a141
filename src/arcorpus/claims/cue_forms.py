"""Which tokens of a field report, and as which form: «وأكدت», «بقوله», «أخبرني», but not the name مروة هاشم."""

from __future__ import annotations

from arcorpus.claims.field_tokens import FieldTokens, conjunction_length
from arcorpus.claims.grammar import is_blame, is_definite, is_speaker
from arcorpus.claims.lexicon import ClauseWord, CueForm, Takes, cue_forms, words
from arcorpus.text.letters import ARTICLE

_OBJECTS = ("هما", "ها", "هم", "هن", "ني", "نا", "ه")  # pronouns after a verb: أخبرني، ما قاله
_MIN_VERB = 2  # letters of the shortest verb before its pronoun, less one
_BLAME_NEAR = 13  # tokens from «حمّل» to «مسؤولية»


def cues_of(tokens: FieldTokens) -> list[CueForm | None]:
    """The reporting form that each token is, None for most."""
    cues = [form_at(tokens, index) for index in range(len(tokens.keys))]
    return [
        None if form is None or (index and not _may_report(tokens, index, form)) else form
        for index, form in enumerate(cues)
    ]


def form_at(tokens: FieldTokens, index: int) -> CueForm | None:
    """The reporting form that a word is: alone, after a conjunction or ب, with a pronoun (أخبرني، ما قاله)."""
    token = tokens.token(index)
    if token.kind != "word" or token.text.startswith(ARTICLE):
        return None
    known = cue_forms()
    word = tokens.unjoined(index)
    form = known.get(tokens.keys[index]) or known.get(word)
    if form is not None:
        return form
    if word[:1] == "ب" and (noun := known.get(word[1:])) and noun.voice == "noun":
        return noun
    related = index > 0 and tokens.unjoined(index - 1) in words(ClauseWord.OBJECT_RELATIVE)
    form = (_with_object(tokens.keys[index]) if related else None) or _with_object(word)
    if form is None or form.voice != "active":
        return None
    return form if related or Takes.PERSON in form.complements else None


def _with_object(word: str) -> CueForm | None:
    """The reporting form that a word is with a pronoun after it: قاله, وصفها, قالوه."""
    suffix = next((s for s in _OBJECTS if word.endswith(s) and len(word) - len(s) > _MIN_VERB), "")
    if not suffix:
        return None
    stem = word[: -len(suffix)]
    return cue_forms().get(stem) or cue_forms().get(stem + "ا" if stem.endswith("و") else stem)


def _may_report(tokens: FieldTokens, index: int, form: CueForm) -> bool:
    """False for a form that is another word where it stands."""
    mention = tokens.mention_of[index]
    if mention is not None and mention is tokens.mention_of[index - 1]:
        return False  # the end of a name: هشام مروة
    if form.voice == "participle" and _modifies(tokens, index):
        return False  # «مصادر مؤكدة»
    return Takes.BLAME not in form.complements or _blames(tokens, index)  # «يحمل الحقيبة»


def _modifies(tokens: FieldTokens, index: int) -> bool:
    """True for a feminine participle that describes the noun before it: «كيانات متهمة», «مصادر مؤكدة»."""
    if not tokens.keys[index].endswith("ة") or is_definite(tokens, index - 1):
        return False
    return tokens.keys[index - 1].endswith(("ة", "ات")) or is_speaker(tokens, index - 1)


def _blames(tokens: FieldTokens, index: int) -> bool:
    """True when who is responsible follows a verb that else means to carry: «حمّل الوزير البلدية المسؤولية»."""
    return any(is_blame(tokens, i) for i in range(index + 1, min(index + _BLAME_NEAR, len(tokens.keys))))


def has_object(tokens: FieldTokens, index: int) -> bool:
    """True when the reporting verb at `index` has a pronoun for its object attached: وصفه."""
    return tokens.keys[index] not in cue_forms() and tokens.unjoined(index) not in cue_forms()


def cue_start(tokens: FieldTokens, index: int, form: CueForm | None) -> int:
    """The offset at which the cue that begins with the token starts, without its conjunction or the ب of «بقوله»."""
    word = tokens.keys[index]
    if word in cue_forms() or _with_object(word) is not None:
        return tokens.starts[index]
    start = conjunction_length(word)
    attached = form is not None and form.voice == "noun" and word[start : start + 1] == "ب"
    return tokens.starts[index] + start + (attached and word[start:] not in cue_forms())
