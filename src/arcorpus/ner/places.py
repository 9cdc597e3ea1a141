"""Places that no list holds for sure: cities whose name is a word too, quarters, and the items of lists of places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arcorpus.ner import gazetteer
from arcorpus.ner.name_heads import NameHead
from arcorpus.ner.words import COMMAS, Candidate, FieldWords, Word, bare_head, is_place, joined_words
from arcorpus.text.letters import ARTICLE

_MOST_ITEM = 5  # words of a place in a list between commas
_MOST_QUARTER = 2  # words of a quarter's name with its head
_IN = "ب"
_AND = "و"


def doubtful_place(words: Sequence[Word], at: int) -> Candidate | None:
    """A city whose name is a word too, after «في» or ب: في الخليل، بالخليل."""
    word = words[at]
    inside = at > 0 and word.joined and words[at - 1].key in gazetteer.heads(NameHead.IN)
    if inside and word.key in gazetteer.doubtful_places():
        return Candidate(word.start, word.end, "LOC", 0.75)
    if word.key[0] == _IN and word.key[1:] in gazetteer.doubtful_places() and not gazetteer.is_listed(word.key):
        cut = next(r.cut for r in gazetteer.cut_readings(word.text) if r.key == word.key[1:])
        return Candidate(word.start + cut, word.end, "LOC", 0.75)
    return None


def quarter(words: Sequence[Word], at: int) -> Candidate | None:
    """A quarter, gate or camp called by a definite noun: حي الزهور, منفذ سلوى; the head belongs to its name."""
    head = bare_head(words[at].text, NameHead.QUARTER)
    stretch = joined_words(words, at, _MOST_QUARTER) if head.key else ()
    if len(stretch) < _MOST_QUARTER or not stretch[1].text.startswith(ARTICLE) or _tells_no_quarter(stretch[1].key):
        return None
    return Candidate(words[at].start + head.cut, stretch[1].end, "LOC", 0.82)


def _tells_no_quarter(name: str) -> bool:
    """A key after حي is an adjective, a people, a title or another head: «الحي السابق», «حي الرئيس»."""
    described = name in gazetteer.heads(NameHead.LOOSE) or name in gazetteer.nationalities()
    described = described or name in gazetteer.heads(NameHead.ADJECTIVE)
    return (
        described
        or gazetteer.head_type(name, NameHead.TITLE) is not None
        or name.removeprefix(ARTICLE) in gazetteer.heads(NameHead.BEFORE)
    )


def place_after(words: Sequence[Word], at: int) -> Candidate | None:
    """A city whose name is a word too in a list, `at` the word after the place before: «تونس وصفاقس وسوسة»."""
    start = at + (at < len(words) and words[at].text in COMMAS)
    if start < len(words) and words[start].arabic:
        for reading in gazetteer.cut_readings(words[start].text):
            listed = (start > at or reading.cut) and (reading.cut == 1) == words[start].key.startswith(_AND)
            if listed and not reading.whole and reading.key in gazetteer.doubtful_places():
                return Candidate(words[start].start + reading.cut, words[start].end, "LOC", 0.8)
    return None


def quarters(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """The items of a list that begins at `at`, each a definite noun or known place with its adjective.

    «الخالدية والربيع والشاطئ الغربي»; between commas an item may be longer: «، والأمير محمد بن سعود ،».
    """
    first = at
    while at < len(words):
        comma = at > first and words[at].text in COMMAS
        at += comma
        if not _begins_item(words, at, listed=at == first or comma, first=at == first):
            return
        cut = int(at > first and words[at].key[0] == _AND)
        end = _end_of_item(words, at)
        far = at + len(joined_words(words, at, _MOST_ITEM))
        closed = comma and far < len(words) and words[far].text in COMMAS
        end = far if closed else end
        score = 0.88 if comma and end == far else 0.83
        yield Candidate(words[at].start + cut, words[end - 1].end, "LOC", score)
        at = end


def _begins_item(words: Sequence[Word], at: int, *, listed: bool, first: bool) -> bool:
    """An item of a list of places begins: a definite noun or known place, after a comma or و unless it is the first."""
    if at >= len(words) or not words[at].arabic or not (listed or words[at].joined):
        return False
    cut = int(not first and words[at].key[0] == _AND)
    key = words[at].key[cut:]
    if not (listed or cut) or not (key.startswith(ARTICLE) or is_place(words[at])):
        return False
    return not gazetteer.heads(NameHead.BEFORE).get(key.removeprefix(ARTICLE)) and key not in gazetteer.heads(
        NameHead.LOOSE
    )


def _end_of_item(words: Sequence[Word], at: int) -> int:
    """The index after the item at `at` and the definite adjectives that follow it: «الشاطئ الغربي»."""
    end = at + 1
    while end < len(words) and words[end].joined and words[end].text.startswith(ARTICLE):
        if not words[end].key.endswith(("ي", "يه")) or words[end].key in gazetteer.heads(NameHead.LOOSE):
            break
        end += 1
    return end


def places_of_lists(field: FieldWords) -> list[Candidate]:
    """Places that a list names after one that was found."""
    found: list[Candidate] = []
    for end in sorted({candidate.end for candidate in field.candidates if candidate.type == "LOC"}):
        other = place_after(field.words, field.at(end))
        while other:
            found.append(other)
            other = place_after(field.words, field.at(other.end))
    return found


def listed_quarters(field: FieldWords) -> Iterator[Candidate]:
    """The towns or quarters that a list after their plural names: أحياء الخالدية والربيع والشاطئ الغربي."""
    for at, word in enumerate(field.words):
        if gazetteer.head_type(word.key, NameHead.TOWNS) and word.arabic:
            found = list(quarters(field.words, at + 1))
            if len(found) > 1:
                yield from found
