"""Names that a word before them tells: after a head, of events, of laws and plans; and names that are spelled out.

Each rule looks at one place of a text, like those of `name_forms`. docs/entities.md describes them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from arcorpus.ner import gazetteer
from arcorpus.ner.name_forms import Find, Rule, Word, is_place, is_unknown, known_type, name_run, stretch_of
from arcorpus.text import clitics

_MOST_EVENT = 8  # words of an event's name
_MOST_DOCUMENT = 5  # words of a law's or plan's name
_MOST_LETTERS = 5  # letters of a name that is spelled out
_MOST_UNKNOWN = 3  # words of an unknown name after a head
_TWO = 2  # words of the longest foreign name that a law has
_YEAR = re.compile(r"(?:19|20)\d\d(?=\D|$)")
_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_NOT_COUNTED = ("ال", "و", "ف", "ب", "ل", "من", "علي", "ان", "او", "قبل", "بعد")  # starts of what no number counts
_ENDINGS = ("ي", "ين", "ون", "ان", "ات", "ه")  # of plurals, genitives and feminines
_ARTICLE = "ال"
_TO_THE = "لل"
_OF_YEAR = ("لسنه", "لعام")
_THAT = re.compile("ان(?:ه|ها|هم|هما|نا)?")
_HIS = "ه"  # دوره is «his part», no دورة
_GREAT = "الكبري"
_PERSON = 0.8  # weight of a run of words that is a person's name


def event(words: Sequence[Word], at: int) -> Find | None:
    """An event: a head, what it is of or where, the adjectives, and perhaps its year: كأس أمم أفريقيا 2025.

    A head alone or with adjectives that any event may have (مؤتمر دولي) is no name.
    """
    head, cut = _head(words[at], "event")
    if not head:
        return None
    stretch = stretch_of(words, at, _MOST_EVENT)
    alone = head in gazetteer.heads("event_alone")
    count, sure = 1, False
    while count < len(stretch):
        more, shows = _part_of_event(stretch, count, head)
        if not more:
            break
        count, sure = count + more, sure or shows
    year = _year_after(words, at + count) if count > 1 or alone else 0
    if head in gazetteer.heads("event_long") and count + bool(year) <= _TWO:
        return None
    if head in gazetteer.heads("event_great") and stretch[count - 1].key != _GREAT:
        return None
    sure = sure or (alone and year > 0)
    return Find(stretch[0].start + cut, year or stretch[count - 1].end, "EVENT", 0.93) if sure else None


def _head(word: Word, mode: str) -> tuple[str, int]:
    """The head of a mode that a word is, and the code points of letters attached before it; nothing for others."""
    if word.arabic and not word.text.endswith(_HIS):
        for reading in gazetteer.cut_readings(word.text):
            if reading.key in gazetteer.heads(mode):
                return reading.key, reading.cut
    return "", 0


def _part_of_event(stretch: Sequence[Word], at: int, head: str) -> tuple[int, bool]:
    """How many words from `at` on go on with an event's name, and whether they show that it is a name."""
    word = stretch[at]
    if word.key in gazetteer.heads("event_of") or word.key in gazetteer.nationalities():
        return 1, True
    if word.key in gazetteer.heads("event_word"):
        return 1, False
    if at > 1 and word.key.startswith(_TO_THE):
        return int(word.key not in gazetteer.heads("event_stop")), False
    if word.key in gazetteer.heads("tail") and stretch[at + 1 : at + 2]:
        return 2, False
    return (0, False) if head.startswith(_ARTICLE) else _called_after(stretch, at, head)


def _called_after(stretch: Sequence[Word], at: int, head: str) -> tuple[int, bool]:
    """How many words from `at` on name the place, body, person or foreign thing that an event is called after."""
    known = gazetteer.longest([other.text for other in stretch[at:]])
    if known and not known[0].cut and not known[0].whole and (known[1] > 1 or known[2].type == "LOC"):
        return known[1], True
    if head not in gazetteer.heads("event_foreign") or at > 1:
        return 0, False
    count, weight = name_run(stretch, at, titled=True)
    if count > 1 and weight >= _PERSON:
        return count, True
    count = _foreign_words(stretch[at:]) if known is None else 0
    return count, count > 0


def _foreign_words(stretch: Sequence[Word]) -> int:
    """How many words an event is called by that are no words of the language, two at most: تشان تون, الجنادرية."""
    unknown = [is_unknown(word) and "V" not in clitics.kinds(word.text) for word in stretch[:_TWO]]
    return 1 if stretch[0].key.startswith(_ARTICLE) and unknown[0] else [*unknown, False].index(False)


def _year_after(words: Sequence[Word], at: int) -> int:
    """Where the year that stands at `at` ends, 0 when there is none."""
    found = _YEAR.match(words[at].text) if at < len(words) and words[at].joined else None
    return words[at].start + found.end() if found else 0


def document(words: Sequence[Word], at: int) -> Find | None:
    """A law, treaty or plan with what it is called after: اتفاق باريس, معاهدة ماستريخت, قانون الرقائق الأوروبي.

    With a state («اتفاق مصر») or before أن it is somebody's plan rather than a name.
    """
    head, cut = _head(words[at], "document")
    stretch = stretch_of(words, at, _MOST_DOCUMENT) if head else ()
    count = 1 + _namesake(stretch[1:]) if len(stretch) > 1 else 1
    if count == 1 and head in gazetteer.heads("law"):
        by_people = [word.key in gazetteer.nationalities() for word in stretch[1:3]]
        count = 3 if by_people == [False, True] and stretch[1].key.startswith(_ARTICLE) else 1
    if count == 1 or (count < len(stretch) and _THAT.fullmatch(stretch[count].key)):
        return None
    return Find(stretch[0].start + cut, stretch[count - 1].end, "PRODUCT", 0.9)


def quarter(words: Sequence[Word], at: int) -> Find | None:
    """A quarter, gate or camp called by a definite noun: حي الزهور, منفذ سلوى; the head belongs to its name."""
    head, cut = _head(words[at], "quarter")
    stretch = stretch_of(words, at, 3) if head else ()
    if len(stretch) < _TWO or not stretch[1].text.startswith(_ARTICLE):
        return None
    name = stretch[1].key
    if name in gazetteer.heads("loose") or name in gazetteer.nationalities() or gazetteer.head_type(name, "title"):
        return None
    if gazetteer.heads("before").get(name.removeprefix(_ARTICLE)) or gazetteer.heads("adjective").get(name):
        return None
    return Find(words[at].start + cut, stretch[1].end, "LOC", 0.82)


def cited(words: Sequence[Word], at: int) -> Find | None:
    """A law by its number and year: القانون عدد 52 لسنة 1992, قانون المالية لسنة 2017."""
    head, cut = _head(words[at], "cited_law")
    if not head:
        return None
    near = range(at + 1, min(at + _MOST_DOCUMENT, len(words) - 1))
    by = next((i for i in near if words[i].key in gazetteer.heads("number")), None)
    if by is not None and (by + 3 >= len(words) or not words[by + 1].text.isdigit()):
        return None
    of_year = by + 2 if by is not None else next((i for i in near if words[i].key.startswith(_OF_YEAR)), None)
    if of_year is None or words[at + 1].key == words[at].key or not all(w.joined for w in words[at + 1 : of_year + 2]):
        return None
    rests = gazetteer.without_clitics(words[of_year].key)
    year = _YEAR.match(words[of_year + 1].text)
    if not year or not any(rest in gazetteer.heads("of_year") for rest in rests):
        return None
    return Find(words[at].start + cut, words[of_year + 1].start + year.end(), "PRODUCT", 0.9)


def _namesake(stretch: Sequence[Word]) -> int:
    """How many words are a town or a foreign name that a document can be called after."""
    known = gazetteer.longest([word.text for word in stretch])
    if known:
        name = " ".join(word.key for word in stretch[: known[1]])
        return known[1] if not known[0].cut and not known[0].whole and gazetteer.is_town(name) else 0
    foreign = [is_unknown(word) and word.key not in gazetteer.name_words() for word in stretch[:_TWO]]
    return [*foreign, False].index(False)


def spelled(words: Sequence[Word], at: int) -> Find | None:
    """An abbreviation that is spelled out by the names of its letters: بي بي سي, إف-16; a station before إف إم."""
    head, cut = _head(words[at], "letter")
    if not head or (at and words[at].joined and _is_letter(words[at - 1])):
        return None
    stretch = stretch_of(words, at, _MOST_LETTERS)
    others = [_is_letter(word) for word in stretch[1:]]
    count = 1 + [*others, False].index(False)
    if stretch[count - 1].key in gazetteer.heads("letter_inside") and stretch[count - 2].key != stretch[count - 1].key:
        count -= 1  # «قالت بي بي سي إن …», but «سي إن إن»
    clear = any(word.key.partition("-")[0] in gazetteer.heads("letter") for word in stretch[1:count])
    if not clear and count <= _TWO:
        return None
    start, kind, score = words[at].start + cut, "ORG", 0.65
    before = words[at - 1] if at and words[at].joined and words[at - 1].arabic and not cut else None
    if before:
        station = " ".join(word.key for word in stretch[:count]) in gazetteer.heads("letters_last")
        headed = gazetteer.head_type(before.key, "before") or gazetteer.head_type(before.key, "foreign")
        if headed:
            kind, score = headed, 0.8
        elif is_unknown(before) or station:
            start = before.start
    return Find(start, stretch[count - 1].end, kind, score)


def _is_letter(word: Word) -> bool:
    """Whether a word is the name of a letter, perhaps with a number: بي, تي-5."""
    name = word.key.partition("-")[0]
    return any(name in gazetteer.heads(mode) for mode in ("letter", "letter_or_word", "letter_inside"))


def headed(words: Sequence[Word], at: int) -> Find | None:
    """A name of unknown words after a head that is no part of it: شركة ديب سيك, مدينة سبيطلة, صحيفة الشروق."""
    kind = gazetteer.head_type(words[at].key, "before") or _thing(words, at)
    stretch = stretch_of(words, at + 1, _MOST_UNKNOWN + 1)
    if not kind or not stretch or not stretch[0].joined or (kind != "LOC" and is_place(stretch[0])):
        return None
    if kind == "LOC" and stretch[0].key in gazetteer.doubtful_places():
        return Find(stretch[0].start, stretch[0].end, kind, 0.85)
    if stretch[0].key.startswith(_ARTICLE):
        return _definite_name(words[at].key, stretch, kind)
    if _is_party(words[at], stretch):
        return Find(stretch[0].start, stretch[1].end, kind, 0.9)
    stops = (n for n, word in enumerate(stretch) if not _foreign(word) or (n and word.key[0] in "وفبلك"))
    count = next(stops, len(stretch))
    if not 0 < count <= _MOST_UNKNOWN:
        return None
    end = version_end(words, at + 1 + count) if kind == "PRODUCT" else stretch[count - 1].end
    return Find(stretch[0].start, end, kind, 0.78)


def _definite_name(head: str, stretch: Sequence[Word], kind: str) -> Find | None:
    """A club or medium called by one definite word: نادي الفتح, صحيفة الشروق; not «مجلة الإجراءات الجزائية»."""
    name, after = stretch[0], stretch[1] if stretch[1:] else None
    described = after and after.key.startswith(_ARTICLE) and after.key not in gazetteer.nationalities()
    plain = name.key in gazetteer.nationalities() or gazetteer.head_type(name.key, "title")
    club = gazetteer.head_type(head, "club")
    if plain or described or not (club or gazetteer.head_type(head, "media")):
        return None
    return Find(name.start, name.end, kind, 0.8 if club else 0.74)


def club(words: Sequence[Word], at: int) -> Find | None:
    """A club whose name is a word too, after who plays for it or in a list: لاعب الرائد, أندية الهلال والنصر."""
    for reading in gazetteer.cut_readings(words[at].text):
        if reading.key not in gazetteer.heads("club_name") or reading.whole:
            continue
        first = at
        while first and words[first].joined and _is_club(words[first - 1]) and words[first].key[0] == "و":
            first -= 1
        before = words[first - 1].key if first and words[first].joined else ""
        if any(rest in gazetteer.heads("club_of") for rest in gazetteer.without_clitics(before)):
            return Find(words[at].start + reading.cut, words[at].end, "ORG", 0.82)
    return None


def _is_club(word: Word) -> bool:
    """Whether a word is a club's name, perhaps with و or another letter before it."""
    return any(rest in gazetteer.heads("club_name") for rest in gazetteer.without_clitics(word.key))


def _is_party(head: Word, stretch: Sequence[Word]) -> bool:
    """Whether a party is called by a noun and its country: حزب قلب تونس."""
    party = any(rest in gazetteer.heads("party") for rest in gazetteer.without_clitics(head.key))
    return party and len(stretch) > 1 and gazetteer.is_listed(stretch[0].key) and stretch[1].key in gazetteer.states()


def _thing(words: Sequence[Word], at: int) -> str | None:
    """The type that a head gives to a foreign name after it alone («برنامج»), or a head with a pronoun: هاتفها."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not _foreign(following) or not _strange(following):
        return None
    for word in gazetteer.without_pronoun(words[at].key):
        kind = gazetteer.head_type(word, "foreign") or gazetteer.head_type(word, "before")
        if kind in {"PRODUCT", "WORK"}:
            return kind
    return None


def _strange(word: Word) -> bool:
    """Whether an unknown word has nothing of a verb, a plural, a genitive or a person's name either."""
    kinds = clitics.kinds(word.text)
    formed = "I" in kinds or ("N" in kinds and word.key.endswith(_ENDINGS))
    return not formed and word.key not in gazetteer.name_words() and clitics.split_word(word.text) is None


def _foreign(word: Word) -> bool:
    """Whether a word after a head is foreign: also one that looks like ف before a word, as فالكون does."""
    return is_unknown(word) or (word.arabic and word.key.startswith("فال") and not gazetteer.is_listed(word.key))


def versioned(words: Sequence[Word], at: int) -> Find | None:
    """A known product with its version or edition, as «آيفون 18»."""
    if known_type(words[at]) != "PRODUCT":
        return None
    start = words[at].start + next((r.cut for r in gazetteer.readings(words[at].text) if _is_product(r.key)), 0)
    end = version_end(words, at + 1)
    return Find(start, end, "PRODUCT", 0.9) if end > words[at].end else None


def _is_product(name: str) -> bool:
    """Whether a key is a known product."""
    known = gazetteer.known_names().get(name)
    return known is not None and known.type == "PRODUCT"


def version_end(words: Sequence[Word], after: int) -> int:
    """Where a product's name ends whose last word stands before `after`: with its version and edition, «9 برو»."""
    numbered = False
    while after < len(words) and words[after].joined:
        edition = words[after].key in gazetteer.heads("edition")
        if not edition and (numbered or not _VERSION.fullmatch(words[after].text) or _counts(words, after)):
            break
        numbered = numbered or not edition
        after += 1
    return words[after - 1].end


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether a number counts the word after it."""
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].joined and words[at + 1].arabic else None
    return after is not None and not after.key.startswith(_NOT_COUNTED) and after.key not in gazetteer.heads("edition")


RULES: tuple[Rule, ...] = (headed, club, versioned, event, document, cited, quarter, spelled)
