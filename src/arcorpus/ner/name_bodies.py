"""Names that begin with what the thing is: bodies, events and built places, from the head word to the right end.

«وزارة الثقافة والشباب وتنمية المجتمع», «الهيئة العامة للسياحة», «جامعة القاهرة», «المهرجان الوطني للتراث». A name goes
on after its head with a genitive, adjectives, «و…» and «ل…», and ends before a verb, a preposition or another head.
What part of speech a word is, `analyser` tells. The rules are like those of `name_forms`; docs/entities.md describes
them.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from arcorpus.morph import analyser
from arcorpus.ner import gazetteer
from arcorpus.ner.name_forms import Find, Rule, Word, is_unknown, known_type, name_run, person_weight, stretch_of
from arcorpus.text.clitics import kinds

_MOST = 12  # words of a name
_MOST_CHAIN = 2  # indefinite nouns before the definite one that ends a genitive
_TWO = 2  # words of the shortest name with a head
_LONG = 3  # words of an event's name whose complement is a genitive
_LEAST_GOAL = 4  # letters of a word that «لل» begins
_ARTICLE = "ال"
_TO_THE = "لل"
_IN = "ب"
_ADJECTIVE, _DEFINITE, _NOUN = ("Ad",), ("Nd",), ("Ni",)
_FOR = ("P", "Ni")
_AND_NOUN, _AND_ADJECTIVE = ("C", "Nd"), ("C", "Ad")
_OF = ("local", "district", "placed", "of")
_DEFINITE_HEADS = ("body", "state", "definite")


def _class(word: Word) -> tuple[str, ...]:
    """The classes of a word's clitics and core in its likeliest reading: `Nd` is a definite noun, `Ad` an adjective."""
    return analyser.states(word.token)[0].classes


@lru_cache(maxsize=1 << 15)
def _own(text: str, modes: tuple[str, ...]) -> tuple[str, int]:
    """A head word without letters attached, and how many code points those take; a key of nothing for other words.

    «للجنة» is both لجنة and اللجنة after ل.
    """
    for reading in gazetteer.cut_readings(text):
        found = [reading.key, _ARTICLE + reading.key[1:]] if reading.key.startswith(_TO_THE) else [reading.key]
        for head in found:
            if any(head in gazetteer.heads(mode) for mode in modes):
                return head, reading.cut
    return "", 0


def named_after(words: Sequence[Word], at: int) -> Find | None:
    """A place or institution called after a known or foreign name: جبل مغيلة, جامعة القاهرة, مستشفى الملك فهد."""
    head, cut = _own(words[at].text, ("inside", "called"))
    kind = gazetteer.heads("inside").get(head) or gazetteer.heads("called").get(head)
    stretch = stretch_of(words, at, _MOST) if kind else ()
    if not kind or len(stretch) < _TWO:
        return None
    known = gazetteer.longest([word.text for word in stretch[1:]])
    if gazetteer.head_type(stretch[1].key, "title") and stretch[2:] and person_weight(stretch[2], first=True):
        count = _TWO + name_run(stretch, _TWO, titled=True)[0]
    elif head in gazetteer.heads("called"):
        count = 1 + name_run(stretch, 1)[0]
        if count <= _TWO or count == len(stretch) or not _adjective(stretch, count, kind):
            return None  # «مؤسسة سلمان الدوسري الخيرية», but not «مؤسسة سلمان الدوسري»
    elif known and not known[0].cut and known[2].type in {"LOC", "PER"}:
        count = 1 + known[1]
    else:
        unknown = [is_unknown(word) and known_type(word) is None for word in stretch[1:3]]
        person = name_run(stretch, 1, titled=True)[0] if kind == "ORG" else 0
        count = 1 + max([*unknown, False].index(False), person * (person > 1))  # «مدرسة أسامة بن زيد»
    if count == 1:
        return None
    while count < len(stretch) and (step := _adjective(stretch, count, kind) or _tail(stretch, count, "tail")):
        count += step  # nothing joined: «جامعة الدمام» + «والصفا»
    count += _seat(stretch, count, head)
    return Find(stretch[0].start + cut, stretch[count - 1].end, kind, 0.9)


def of_place(words: Sequence[Word], at: int) -> Find | None:
    """A body of a place: شرطة دبي, أمانة منطقة الرياض, منطقة العين التعليمية, بنك الرياض الوطني."""
    head, cut = _own(words[at].text, _OF)
    modes = [mode for mode in _OF if gazetteer.heads(mode).get(head) == "ORG"]
    stretch = stretch_of(words, at, _MOST) if modes else ()
    if len(stretch) < _TWO:
        return None
    headed = "local" in modes and gazetteer.heads("before").get(stretch[1].key) == "LOC" and not _place(stretch, 1)
    start = 1 + int(headed)
    end = start + _place(stretch, start)
    if end == start:
        return None
    field = stretch[end].key if end < len(stretch) else ""
    goal = _aim(stretch, end)
    agreeing = field != "" and field not in gazetteer.nationalities() and _agrees(head, field)
    if {"of", "placed"} & {*modes} and agreeing and _adjective(stretch, end, "ORG"):
        end += 1
        end += _aim(stretch, end)
    elif goal:
        end += goal
        while end < len(stretch) and (step := _adjective(stretch, end, "ORG") or _coordinated(stretch, end, ())):
            end += step
    elif head in gazetteer.heads("district") and field in gazetteer.heads("sector"):
        end += 1
    elif "local" not in modes:
        return None
    return Find(stretch[0].start + cut, stretch[end - 1].end, "ORG", 0.93)


def _place(stretch: Sequence[Word], at: int) -> int:
    """How many words the known place at `at` is, 0 where none stands there."""
    known = gazetteer.longest([word.text for word in stretch[at:]]) if at < len(stretch) else None
    return known[1] if known and known[2].type == "LOC" and not known[0].cut and not known[0].whole else 0


def of_field(words: Sequence[Word], at: int) -> Find | None:
    """A body or event called by what it is for: هيئة حماية المستهلك, وزارة التجهيز والإسكان, مؤتمر الطب الباطني."""
    head, cut = _own(words[at].text, ("of",))
    kind = gazetteer.heads("of").get(head)
    stretch = stretch_of(words, at, _MOST) if kind else ()
    if not kind or len(stretch) < _TWO or (at and f"{words[at - 1].key} {head}" in gazetteer.heads("generic")):
        return None
    count = 1 if _is_known_body(stretch[1:]) else _genitive(stretch, 1)
    sure = head in gazetteer.heads("of_sure")
    if words[at].key.startswith(_TO_THE) and _is_relation(stretch[1]):
        return None  # «للجنة الوطنية» is the definite one
    if count == 1 or _is_bare_head(stretch[1].key) or (not sure and count == _TWO and _is_of_other(stretch[1].key)):
        return None
    count += _object(stretch, count)
    count = _lengthened(stretch, count, kind)
    count += _seat(stretch, count, head)
    name = " ".join([head, *(word.key for word in stretch[1:count])])
    if name in gazetteer.heads("generic") or (kind == "EVENT" and count < _LONG):
        return None
    led = at > 0 and words[at].joined and not cut and gazetteer.head_type(words[at - 1].key, "title") is not None
    sure = sure or led or any(word.key in gazetteer.nationalities() for word in stretch[1:count])
    return Find(stretch[0].start + cut, stretch[count - 1].end, kind, 0.92 if sure else 0.79)


def _is_known_body(stretch: Sequence[Word]) -> bool:
    """Whether a known organisation of several words begins: «منظمة الأمم المتحدة»."""
    known = gazetteer.longest([word.text for word in stretch])
    return known is not None and known[1] > 1 and known[2].type == "ORG" and not known[0].cut


def _genitive(stretch: Sequence[Word], at: int) -> int:
    """Where a genitive that begins at `at` ends, `at` when there is none: «الصحة», «حماية المستهلك»."""
    end = at
    while end < len(stretch) and end - at < _MOST_CHAIN and _class(stretch[end]) == _NOUN:
        if _is_bare_head(_ARTICLE + stretch[end].key) or stretch[end].key in gazetteer.heads("role"):
            return at  # «مجلس إدارة النادي», «مكتب صاحب السمو»
        end += 1
    if end < len(stretch) and stretch[end].key.startswith(_ARTICLE) and _is_noun(stretch, end):
        return end + 1
    place = _place(stretch, end) if end > at else 0
    return end + place if place else at


def _is_noun(stretch: Sequence[Word], at: int) -> bool:
    """Whether a definite word can end a genitive: a noun that names no people and is not somebody's title."""
    word = stretch[at]
    if not any(state.classes == _DEFINITE for state in analyser.states(word.token)):
        return False
    other = word.key in gazetteer.nationalities() or any(word.key in gazetteer.heads(m) for m in ("loose", "role"))
    return not other and not _announces(stretch, at)


def _announces(stretch: Sequence[Word], at: int) -> bool:
    """Whether a word is the title of the person who is named after it."""
    after = stretch[at + 1 : at + 2]
    named = after and (person_weight(after[0], first=True) or gazetteer.head_type(after[0].key, "title"))
    return bool(named) and gazetteer.head_type(stretch[at].key, "title") is not None


def _is_bare_head(word: str) -> bool:
    """Whether a key is a definite head alone, so that the phrase is no name: «مجلس الإدارة», «لجنة النادي»."""
    bare = word.removeprefix(_ARTICLE)
    return bare != word and any(gazetteer.heads(mode).get(bare) == "ORG" for mode in ("before", "inside", "of"))


def _is_of_other(word: str) -> bool:
    """Whether a key is a club, whose «إدارة» has no name of its own, or a town that is not named: «مجلس المنطقة»."""
    known = gazetteer.known_names().get(word)
    club = known is not None and known.type == "ORG"
    return club or gazetteer.heads("before").get(word.removeprefix(_ARTICLE)) == "LOC"


def _lengthened(stretch: Sequence[Word], count: int, kind: str) -> int:
    """The words of a name with the adjectives and the «و…», «ل…» parts that go on with it."""
    actions = gazetteer.verbal_nouns()
    while count < len(stretch):
        step = _adjective(stretch, count, kind) or _coordinated(stretch, count, actions)
        step = step or _tail(stretch, count, "tail")
        if not step:
            break
        count += step
    return count


def _adjective(stretch: Sequence[Word], at: int, kind: str) -> int:
    """1 when an adjective stands at `at` that can be part of a name, else 0: no participle, no «الحالية»."""
    word = stretch[at]
    if kind == "EVENT" and word.key in gazetteer.heads("event_word"):
        return 1
    if word.key in gazetteer.heads("loose"):
        return 0
    people = word.key in gazetteer.nationalities() or word.key.removesuffix("ين") in gazetteer.nationalities()
    usual = word.key in gazetteer.heads("adjective") or word.key in gazetteer.heads("weak")
    if not (people or usual or (kind != "LOC" and _is_relation(word))):
        return 0
    noun = _class(word) != _ADJECTIVE and gazetteer.head_type(word.key, "title")
    return int(not noun and not _announces(stretch, at))


def _is_relation(word: Word) -> bool:
    """Whether a word is an adjective made of a noun, as those of names mostly are: الصحي، البلدية."""
    if not word.key.startswith(_ARTICLE) or not word.key.endswith(("ي", "يه")) or known_type(word) is not None:
        return False
    rare = word.key.endswith("يه") and "N" not in kinds(word.text.removeprefix(_ARTICLE))  # الدرامية
    return rare or any(state.classes == _ADJECTIVE for state in analyser.states(word.token))


def _coordinated(stretch: Sequence[Word], at: int, actions: Container[str]) -> int:
    """How many words «والشباب» or «وتنمية المجتمع» at `at` are, 0 for others.

    Args:
        stretch: the words.
        at: where the part may begin.
        actions: the nouns that «و…» may begin with when no article follows it.
    """
    word, rest = stretch[at], stretch[at].key[1:]
    if not word.key.startswith("و") or known_type(word) is not None:
        return 0
    if _class(word) == _AND_ADJECTIVE:
        return int(_is_relation(stretch[at - 1]) and rest.endswith("ه") == stretch[at - 1].key.endswith("ه"))
    if rest.startswith(_ARTICLE) and (_class(word) == _AND_NOUN or gazetteer.is_listed(rest)):
        head = any(rest in gazetteer.heads(mode) for mode in ("body", "state", "definite", "title", "role"))
        return int(not head and not _is_bare_head(rest))
    action = rest in actions and not any(rest in gazetteer.heads(mode) for mode in ("of", "loose"))
    if action and at + 1 < len(stretch) and _class(stretch[at + 1]) == _DEFINITE:
        return _TWO
    return 0


def _tail(stretch: Sequence[Word], at: int, mode: str) -> int:
    """How many words «للشغل» or «لحقوق الإنسان» at `at` are, 0 for others.

    Args:
        stretch: the words.
        at: where the tail may begin.
        mode: `tail` for what any body is for, `goal` for what a definite one is: للسياحة, لإنماء المدن.
    """
    word = stretch[at].key
    if word[0] != "ل":
        return 0
    if word.startswith(_TO_THE):
        goal = _ARTICLE + word.removeprefix(_TO_THE)
        plain = mode == "goal" and len(word) >= _LEAST_GOAL and not _is_bare_head(goal)
        if not (word in gazetteer.org_words() or (plain and not gazetteer.head_type(goal, "title"))):
            return 0
        return 1 + _object(stretch, at + 1)
    actions = gazetteer.verbal_nouns()
    noun = word[1:] in actions or (_class(stretch[at]) == _FOR and not _is_bare_head(_ARTICLE + word[1:]))
    if word in gazetteer.heads("tail") or (mode == "goal" and noun):
        start = at + 1
        while start < len(stretch) and stretch[start].key[0] == "و" and stretch[start].key[1:] in actions:
            start += 1  # «لاستغلال وتوزيع المياه»
        end = _genitive(stretch, start)
        end += _place(stretch, start) if end == start else 0  # «لطلبة تونس»
        return end - at if end > start else 0
    return 0


def _aim(stretch: Sequence[Word], at: int) -> int:
    """How many words of a tail follow a place: «للإعلام», not «لبدء المرحلة»."""
    if at >= len(stretch):
        return 0
    return _tail(stretch, at, "goal" if stretch[at].key.startswith(_TO_THE) else "tail")


def _object(stretch: Sequence[Word], at: int) -> int:
    """How many words of what an action is about stand at `at`: «للإشراف» + «على القضاء»."""
    if at >= len(stretch):
        return 0
    word = stretch[at].key
    action = stretch[at - 1].key.removeprefix(_TO_THE).removeprefix(_ARTICLE)
    if not {word, f"{action} {word}"} & gazetteer.heads("about").keys():
        return 0
    end = _genitive(stretch, at + 1)
    return end - at if end > at + 1 else 0


def definite(words: Sequence[Word], at: int) -> Find | None:
    """A definite body with adjectives or a tail that make it a name: الحكومة التونسية, الهيئة العامة للسياحة."""
    head, cut = _own(words[at].text, _DEFINITE_HEADS)
    kind = next((found for mode in _DEFINITE_HEADS if (found := gazetteer.heads(mode).get(head))), None)
    stretch = stretch_of(words, at, _MOST) if kind else ()
    if not kind or len(stretch) < _TWO or (at and gazetteer.head_type(words[at - 1].key, "ministry")):
        return None
    is_body = head not in gazetteer.heads("state")
    count, strong, of_people = 1, False, False
    while count < len(stretch) and _adjective(stretch, count, kind) and _agrees(head, stretch[count].key):
        word = stretch[count].key
        of_people |= word in gazetteer.nationalities() and head not in gazetteer.heads("descriptive")
        strong = strong or of_people or (is_body and word in gazetteer.heads("adjective"))
        count += 1
    whole = _is_known_body(stretch[:count]) and head not in gazetteer.heads("state")  # «الاتحاد الأوروبي» is complete
    mode = "tail" if whole or head in gazetteer.heads("acting") else "goal"
    end = count + (_tail(stretch, count, mode) if 1 < count < len(stretch) else 0)
    if end == count and not (strong if kind == "ORG" else of_people):
        return None
    end = _lengthened(stretch, end, kind) if end > count and not _place(stretch, end - 1) else end
    end += _seat(stretch, end, head)
    return Find(stretch[0].start + cut, stretch[end - 1].end, kind, 0.86)


def _seat(stretch: Sequence[Word], at: int, head: str) -> int:
    """How many words the town of a court or school at `at` is: المحكمة الابتدائية بتونس."""
    if head not in gazetteer.heads("seated") or at >= len(stretch) or stretch[at].key[0] != _IN:
        return 0
    known = gazetteer.longest([word.text for word in stretch[at:]])
    if known and known[0].cut and known[2].type == "LOC":
        return known[1]
    return int(stretch[at].key[1:] in gazetteer.doubtful_places() or gazetteer.is_town(stretch[at].key[1:]))


def _agrees(head: str, adjective: str) -> bool:
    """Whether an adjective agrees with a head: «الخارجية التركي» are not one phrase."""
    feminine = head.endswith(("ه", "ات")) or head in gazetteer.heads("feminine")
    return feminine == adjective.endswith(("ه", "ليا"))


RULES: tuple[Rule, ...] = (named_after, of_place, of_field, definite)
