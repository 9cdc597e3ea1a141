"""Products: known ones with their version; laws, treaties and plans by what they are called after or their number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from arcorpus.ner import gazetteer, person_names
from arcorpus.ner.events import YEAR
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.words import (
    Candidate,
    Word,
    bare_head,
    is_unknown,
    joined_after,
    joined_words,
    known_type,
    unknown_run,
)
from arcorpus.text.letters import ARTICLE

_MOST = 5  # words of a law's or plan's name
_MOST_FOREIGN = 2  # words of the longest foreign name that a law has
_BY_PEOPLE = 3  # words of «قانون الرقائق الأوروبي»
_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_NOT_COUNTED = ("ال", "و", "ف", "ب", "ل", "من", "علي", "ان", "او", "قبل", "بعد")  # starts of what no number counts
_FOR = "ل"
_THAT = re.compile("ان(?:ه|ها|هم|هما|نا)?")


def document(words: Sequence[Word], at: int) -> Candidate | None:
    """A law, treaty or plan with what it is called after: اتفاق باريس, معاهدة ماستريخت, قانون الرقائق الأوروبي.

    With a state («اتفاق مصر») or before أن it is somebody's plan rather than a name.
    """
    head, cut = bare_head(words[at].text, NameHead.DOCUMENT)
    stretch = joined_words(words, at, _MOST) if head else ()
    count = 1 + _namesake(stretch[1:]) if len(stretch) > 1 else 1
    if count == 1 and head in gazetteer.heads(NameHead.LAW) and _is_field_of_people(stretch):
        count = _BY_PEOPLE
    if count == 1 or (count < len(stretch) and _THAT.fullmatch(stretch[count].key)):
        return None
    return Candidate(stretch[0].start + cut, stretch[count - 1].end, "PRODUCT", 0.9)


def _is_field_of_people(stretch: Sequence[Word]) -> bool:
    """A definite field and a people's adjective follow the head: «الرقائق الأوروبي»."""
    by_people = [word.key in gazetteer.nationalities() for word in stretch[1:_BY_PEOPLE]]
    return by_people == [False, True] and stretch[1].key.startswith(ARTICLE)


def _namesake(stretch: Sequence[Word]) -> int:
    """How many words are a town or a foreign name that a document can be called after."""
    known = gazetteer.longest([word.text for word in stretch])
    if known:
        name = " ".join(word.key for word in stretch[: known[1]])
        return known[1] if not known[0].cut and not known[0].whole and gazetteer.is_town(name) else 0
    foreign = [is_unknown(word) and word.key not in person_names.name_words() for word in stretch[:_MOST_FOREIGN]]
    return unknown_run(foreign)


def numbered_law(words: Sequence[Word], at: int) -> Candidate | None:
    """A law by its number and year: القانون عدد 52 لسنة 1992, قانون المالية لسنة 2017."""
    head, cut = bare_head(words[at].text, NameHead.CITED_LAW)
    of_year = _of_year_at(words, at) if head else None
    if of_year is None or words[at + 1].key == words[at].key:
        return None
    if not all(word.joined for word in words[at + 1 : of_year + 2]):
        return None
    rests = gazetteer.without_clitics(words[of_year].key)
    year = YEAR.match(words[of_year + 1].text)
    if not year or not any(rest in gazetteer.heads(NameHead.OF_YEAR) for rest in rests):
        return None
    return Candidate(words[at].start + cut, words[of_year + 1].start + year.end(), "PRODUCT", 0.9)


def _of_year_at(words: Sequence[Word], at: int) -> int | None:
    """The index of «لسنة» near a law's head: two words after «عدد», or the first such word."""
    near = range(at + 1, min(at + _MOST, len(words) - 1))
    number = next((i for i in near if words[i].key in gazetteer.heads(NameHead.NUMBER)), None)
    if number is None:
        of_year = tuple(_FOR + word for word in gazetteer.heads(NameHead.OF_YEAR))
        return next((i for i in near if words[i].key.startswith(of_year)), None)
    return number + 2 if number + 3 < len(words) and words[number + 1].text.isdigit() else None


def versioned(words: Sequence[Word], at: int) -> Candidate | None:
    """A known product with its version or edition, as «آيفون 18»."""
    if known_type(words[at]) != "PRODUCT":
        return None
    start = words[at].start + next((r.cut for r in gazetteer.readings(words[at].text) if _is_product(r.key)), 0)
    end = version_end(words, at + 1)
    return Candidate(start, end, "PRODUCT", 0.9) if end > words[at].end else None


def _is_product(name: str) -> bool:
    """A key is a known product."""
    known = gazetteer.known_names().get(name)
    return known is not None and known.type == "PRODUCT"


def version_end(words: Sequence[Word], after: int) -> int:
    """Where a product's name ends whose last word stands before `after`: with its version and edition, «9 برو»."""
    numbered = False
    while after < len(words) and words[after].joined:
        edition = words[after].key in gazetteer.heads(NameHead.EDITION)
        if not edition and (numbered or not _VERSION.fullmatch(words[after].text) or _counts(words, after)):
            break
        numbered = numbered or not edition
        after += 1
    return words[after - 1].end


def _counts(words: Sequence[Word], at: int) -> bool:
    """A number counts the word after it: «30 سيارة»."""
    after = joined_after(words, at)
    if after is None or not after.arabic:
        return False
    return not after.key.startswith(_NOT_COUNTED) and after.key not in gazetteer.heads(NameHead.EDITION)
