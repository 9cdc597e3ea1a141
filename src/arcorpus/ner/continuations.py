"""How a name that begins with its head goes on: a genitive, adjectives, «و…», «ل…», and the town where a body sits.

Each function looks at the words of one stretch and returns how many of them, from `at` on, go on with the name; what
part of speech a word is, `analyser` tells. A name ends before a verb, a preposition, a title or another head.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from arcorpus.morph import analyser
from arcorpus.ner import gazetteer
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.persons import person_weight
from arcorpus.ner.words import Word, known_type, likely_classes
from arcorpus.text.clitics import kinds
from arcorpus.text.letters import ARTICLE, LI_ARTICLE

_MOST_NOUNS = 2  # indefinite nouns before the definite one that ends a genitive
_ACTION_AND_NOUN = 2  # words of «وتنمية المجتمع»
_LEAST_GOAL = 4  # letters of a word that «لل» begins
_IN = "ب"
_FOR = "ل"
_AND = "و"
_ADJECTIVE, _DEFINITE, _NOUN = ("Ad",), ("Nd",), ("Ni",)
_FOR_NOUN = ("P", "Ni")
_AND_NOUN, _AND_ADJECTIVE = ("C", "Nd"), ("C", "Ad")


def place_words(stretch: Sequence[Word], at: int) -> int:
    """How many words the known place at `at` is, 0 where none stands there."""
    known = gazetteer.longest([word.text for word in stretch[at:]]) if at < len(stretch) else None
    return known[1] if known and known[2].type == "LOC" and not known[0].cut and not known[0].whole else 0


def is_known_body(stretch: Sequence[Word]) -> bool:
    """A known organisation of several words begins: «منظمة الأمم المتحدة»."""
    known = gazetteer.longest([word.text for word in stretch])
    return known is not None and known[1] > 1 and known[2].type == "ORG" and not known[0].cut


def genitive_end(stretch: Sequence[Word], at: int) -> int:
    """Where a genitive that begins at `at` ends, `at` when there is none: «الصحة», «حماية المستهلك»."""
    end = at
    while end < len(stretch) and end - at < _MOST_NOUNS and likely_classes(stretch[end]) == _NOUN:
        if is_bare_head(ARTICLE + stretch[end].key) or stretch[end].key in gazetteer.heads(NameHead.ROLE):
            return at  # «مجلس إدارة النادي», «مكتب صاحب السمو»
        end += 1
    if end < len(stretch) and stretch[end].key.startswith(ARTICLE) and _ends_genitive(stretch, end):
        return end + 1
    place = place_words(stretch, end) if end > at else 0
    return end + place if place else at


def _ends_genitive(stretch: Sequence[Word], at: int) -> bool:
    """A definite word can end a genitive: a noun that names no people and is not somebody's title."""
    word = stretch[at]
    if not any(state.classes == _DEFINITE for state in analyser.states(word.token)):
        return False
    other = word.key in gazetteer.nationalities() or gazetteer.is_head(word.key, NameHead.LOOSE, NameHead.ROLE)
    return not other and not _announces(stretch, at)


def _announces(stretch: Sequence[Word], at: int) -> bool:
    """A word is the title of the person who is named after it."""
    after = stretch[at + 1 : at + 2]
    named = after and (person_weight(after[0], first=True) or gazetteer.head_type(after[0].key, NameHead.TITLE))
    return bool(named) and gazetteer.head_type(stretch[at].key, NameHead.TITLE) is not None


def is_bare_head(word: str) -> bool:
    """A key is a definite head alone, so that the phrase is no name: «مجلس الإدارة», «لجنة النادي»."""
    bare = word.removeprefix(ARTICLE)
    roles = (NameHead.BEFORE, NameHead.INSIDE, NameHead.OF)
    return bare != word and any(gazetteer.heads(role).get(bare) == "ORG" for role in roles)


def lengthened(stretch: Sequence[Word], count: int, kind: str) -> int:
    """The words of a name with the adjectives and the «و…», «ل…» parts that go on with it."""
    actions = gazetteer.verbal_nouns()
    while count < len(stretch):
        step = adjective(stretch, count, kind) or coordinated(stretch, count, actions)
        step = step or purpose(stretch, count)
        if not step:
            break
        count += step
    return count


def adjective(stretch: Sequence[Word], at: int, kind: str) -> int:
    """1 when an adjective stands at `at` that can be part of a name, else 0: no participle, no «الحالية»."""
    word = stretch[at]
    if kind == "EVENT" and word.key in gazetteer.heads(NameHead.EVENT_WORD):
        return 1
    if word.key in gazetteer.heads(NameHead.LOOSE) or not _is_adjective_of_names(word, kind):
        return 0
    noun = likely_classes(word) != _ADJECTIVE and gazetteer.head_type(word.key, NameHead.TITLE)
    return int(not noun and not _announces(stretch, at))


def _is_adjective_of_names(word: Word, kind: str) -> bool:
    """A people's adjective (also التونسيين), one that bodies usually have, or one made of a noun, but for places."""
    people = gazetteer.nationalities()
    if word.key in people or word.key.removesuffix("ين") in people:
        return True
    usual = word.key in gazetteer.heads(NameHead.ADJECTIVE) or word.key in gazetteer.heads(NameHead.WEAK)
    return usual or (kind != "LOC" and is_relation(word))


def is_relation(word: Word) -> bool:
    """A word is an adjective made of a noun, as those of names mostly are: الصحي، البلدية."""
    if not word.key.startswith(ARTICLE) or not word.key.endswith(("ي", "يه")) or known_type(word) is not None:
        return False
    rare = word.key.endswith("يه") and "N" not in kinds(word.text.removeprefix(ARTICLE))  # الدرامية
    return rare or any(state.classes == _ADJECTIVE for state in analyser.states(word.token))


def coordinated(stretch: Sequence[Word], at: int, actions: Container[str] = ()) -> int:
    """How many words «والشباب» or «وتنمية المجتمع» at `at` are, 0 for others.

    Args:
        stretch: the words.
        at: where the part may begin.
        actions: the nouns that «و…» may begin with when no article follows it.
    """
    word, rest = stretch[at], stretch[at].key[1:]
    if not word.key.startswith(_AND) or known_type(word) is not None:
        return 0
    if likely_classes(word) == _AND_ADJECTIVE:
        before = stretch[at - 1]
        return int(is_relation(before) and rest.endswith("ه") == before.key.endswith("ه"))
    if rest.startswith(ARTICLE) and (likely_classes(word) == _AND_NOUN or gazetteer.is_listed(rest)):
        other = gazetteer.is_head(rest, NameHead.BODY, NameHead.STATE, NameHead.DEFINITE, NameHead.TITLE, NameHead.ROLE)
        return int(not other and not is_bare_head(rest))
    action = rest in actions and not gazetteer.is_head(rest, NameHead.OF, NameHead.LOOSE)
    if action and at + 1 < len(stretch) and likely_classes(stretch[at + 1]) == _DEFINITE:
        return _ACTION_AND_NOUN
    return 0


def purpose(stretch: Sequence[Word], at: int, *, definite: bool = False) -> int:
    """How many words «للشغل» or «لحقوق الإنسان» at `at` are, 0 for others.

    Args:
        stretch: the words.
        at: where the part may begin.
        definite: the body is definite, so that more can be what it is for: للسياحة, لإنماء المدن.
    """
    word = stretch[at].key
    if word.startswith(LI_ARTICLE):
        found = word in gazetteer.org_words() or (definite and _is_goal(word))
        return 1 + object_words(stretch, at + 1) if found else 0
    if word[0] != _FOR or not (word in gazetteer.heads(NameHead.TAIL) or (definite and _is_for_noun(stretch[at]))):
        return 0
    start = at + 1
    while start < len(stretch) and _is_and_action(stretch[start].key):
        start += 1  # «لاستغلال وتوزيع المياه»
    end = genitive_end(stretch, start)
    end += place_words(stretch, end) if end == start else 0  # «لطلبة تونس»
    return end - at if end > start else 0


def _is_goal(word: str) -> bool:
    """A key that «لل» begins can be what a definite body is for: للسياحة, but not للنادي or للوزير."""
    goal = ARTICLE + word.removeprefix(LI_ARTICLE)
    return len(word) >= _LEAST_GOAL and not is_bare_head(goal) and not gazetteer.head_type(goal, NameHead.TITLE)


def _is_for_noun(word: Word) -> bool:
    """«ل» with a noun that can be what a definite body does or is for: لإنماء, لكتب; no head, لشركة."""
    rest = word.key[1:]
    noun = likely_classes(word) == _FOR_NOUN and not is_bare_head(ARTICLE + rest)
    return noun or rest in gazetteer.verbal_nouns()


def _is_and_action(word: str) -> bool:
    """A key is «و» with a noun of action: وتوزيع."""
    return word[0] == _AND and word[1:] in gazetteer.verbal_nouns()


def purpose_of_place(stretch: Sequence[Word], at: int) -> int:
    """How many words of what a body is for follow a place: «للإعلام», not «لبدء المرحلة»."""
    return purpose(stretch, at, definite=stretch[at].key.startswith(LI_ARTICLE)) if at < len(stretch) else 0


def object_words(stretch: Sequence[Word], at: int) -> int:
    """How many words of what an action is about stand at `at`: «للإشراف» + «على القضاء»."""
    if at >= len(stretch):
        return 0
    word = stretch[at].key
    action = stretch[at - 1].key.removeprefix(LI_ARTICLE).removeprefix(ARTICLE)
    if not {word, f"{action} {word}"} & gazetteer.heads(NameHead.ABOUT).keys():
        return 0
    end = genitive_end(stretch, at + 1)
    return end - at if end > at + 1 else 0


def seat(stretch: Sequence[Word], at: int, head: str) -> int:
    """How many words the town of a court or school at `at` is: المحكمة الابتدائية بتونس."""
    if head not in gazetteer.heads(NameHead.SEATED) or at >= len(stretch) or stretch[at].key[0] != _IN:
        return 0
    known = gazetteer.longest([word.text for word in stretch[at:]])
    if known and known[0].cut and known[2].type == "LOC":
        return known[1]
    return int(stretch[at].key[1:] in gazetteer.doubtful_places() or gazetteer.is_town(stretch[at].key[1:]))


def agrees(head: str, adjective: str) -> bool:
    """An adjective agrees with a head: «الخارجية التركي» are not one phrase."""
    feminine = head.endswith(("ه", "ات")) or head in gazetteer.heads(NameHead.FEMININE)
    return feminine == adjective.endswith(("ه", "ليا"))
