"""What an article shows of a name in one place and holds in others."""

from __future__ import annotations

import pytest

from arcorpus.ner.recurrence import RecurringName, recurrences, recurring_names, settle, shown_types
from arcorpus.ner.words import Candidate, FieldWords, words_of


@pytest.fixture(scope="session")
def field_with(fields_of):
    """A function from a text and (surface, type, score) triples to a field with these candidates."""

    def make(text, *named):
        field = fields_of(text)
        words = words_of(field)
        places = [(text.index(surface), surface, kind, score) for surface, kind, score in named]
        candidates = [Candidate(at, at + len(surface), kind, score) for at, surface, kind, score in places]
        return FieldWords(field, words, [word.start for word in words], {}, candidates)

    return make


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ([("زوربيتو", "PRODUCT", 0.9)], {"زوربيتو": "PRODUCT"}),
        ([("زوربيتو", "PRODUCT", 0.7)], {"زوربيتو": "PRODUCT"}),
        ([("زوربيتو", "PRODUCT", 0.69)], {}),
        ([("زوربيتو", "PRODUCT", 0.8), ("زوربيتو", "ORG", 0.9)], {"زوربيتو": "ORG"}),
        ([("زوربيتو", "PRODUCT", 0.8), ("زوربيتو", "ORG", 0.8)], {"زوربيتو": "ORG"}),
        ([("Zorblat 2", "PRODUCT", 0.9)], {"zorblat 2": "PRODUCT", "zorblat": "PRODUCT"}),
        ([("سام هوفستاد", "PER", 0.9)], {"سام هوفستاد": "PER", "هوفستاد": "PER"}),
        ([("سام هوفستاد", "ORG", 0.9)], {"سام هوفستاد": "ORG"}),
    ],
)
def test_what_is_sure_shows_a_type(field_with, named, shown):
    """The heavier type counts, of two alike the first; a version shows its family, a full name its last word."""
    assert shown_types([field_with("زوربيتو ثم Zorblat 2 ثم سام هوفستاد", *named)]) == shown


@pytest.mark.parametrize(
    ("text", "named", "shown", "types"),
    [
        ("قال Zorb أمس", [("Zorb", "ORG", 0.6)], {"zorb": "PRODUCT"}, [("PRODUCT", 0.8)]),
        ("قال Zorb أمس", [("Zorb", "ORG", 0.9)], {"zorb": "PRODUCT"}, [("PRODUCT", 0.9)]),
        ("قال Zorb Mim أمس", [("Zorb Mim", "ORG", 0.9)], {"zorb mim": "PRODUCT"}, [("ORG", 0.9)]),
        ("قال Zorb Mim أمس", [("Zorb Mim", "ORG", 0.6)], {"zorb mim": "PRODUCT"}, [("PRODUCT", 0.8)]),
        ("Zorb وMim", [("Zorb", "PRODUCT", 0.9), ("Mim", "ORG", 0.6)], {}, [("PRODUCT", 0.9), ("PRODUCT", 0.7)]),
        ("Zorb، Mim", [("Zorb", "ORG", 0.6), ("Mim", "PRODUCT", 0.7)], {}, [("PRODUCT", 0.7), ("PRODUCT", 0.7)]),
        ("Zorb ثم Mim", [("Zorb", "PRODUCT", 0.9), ("Mim", "ORG", 0.6)], {}, [("PRODUCT", 0.9), ("ORG", 0.6)]),
        ("Zorb، Mim", [("Zorb", "PRODUCT", 0.69), ("Mim", "ORG", 0.6)], {}, [("PRODUCT", 0.69), ("ORG", 0.6)]),
        ("Zorb، Mim", [("Zorb", "PRODUCT", 0.9), ("Mim", "ORG", 0.7)], {}, [("PRODUCT", 0.9), ("ORG", 0.7)]),
        (
            "Zorb، Mim، Klo",
            [("Zorb", "PRODUCT", 0.9), ("Mim", "ORG", 0.6), ("Klo", "ORG", 0.6)],
            {},
            [("PRODUCT", 0.9), ("PRODUCT", 0.7), ("PRODUCT", 0.7)],
        ),
        (
            "Zorb، Mim، Klo",
            [("Zorb", "ORG", 0.6), ("Mim", "ORG", 0.6), ("Klo", "LOC", 0.9)],
            {},
            [("LOC", 0.7), ("LOC", 0.7), ("LOC", 0.9)],
        ),
    ],
)
def test_a_doubtful_type_is_settled_by_the_article_or_a_neighbour(field_with, text, named, shown, types):
    """What the article shows of its name, or the neighbour in a list tells the type; sure names keep theirs."""
    field = field_with(text, *named)
    settle(field, shown)
    assert [(one.type, one.score) for one in field.candidates] == types


def test_names_recur_by_their_words_and_persons_by_the_last(field_with):
    """Names below the default score, of two letters, or that are one word of the language do not recur."""
    field = field_with(
        "سام هوفستاد وزوربيتو وكتاب وUN وميمورا",
        ("سام هوفستاد", "PER", 0.9),
        ("زوربيتو", "ORG", 0.65),
        ("كتاب", "ORG", 0.9),
        ("UN", "ORG", 0.9),
        ("ميمورا", "ORG", 0.59),
    )
    table = recurring_names([field])
    assert table.names == {
        ("سام", "هوفستاد"): RecurringName("PER", 0.72),
        ("هوفستاد",): RecurringName("PER", 0.72),
        ("زوربيتو",): RecurringName("ORG", 0.65),
    }
    assert table.lengths == {"سام": [2], "هوفستاد": [1], "زوربيتو": [1]}


@pytest.mark.parametrize(
    ("named", "text", "found"),
    [
        (("زوربيتو", "ORG", 0.9), "ثم زوربيتو", [("زوربيتو", 0.72)]),
        (("زوربيتو", "ORG", 0.9), "ثم بزوربيتو", [("زوربيتو", 0.67)]),
        (("زوربيتو", "WORK", 0.9), "ثم زوربيتو", []),
        (("زوربيتو", "WORK", 0.9), "ثم «زوربيتو»", [("زوربيتو", 0.72)]),
        (("زوربيتو", "EVENT", 0.9), "ثم زوربيتو", []),
        (("سام هوفستاد", "PER", 0.9), "ثم هوفستاد", [("هوفستاد", 0.72)]),
        (("سام هوفستاد", "PER", 0.9), "ثم سام، هوفستاد", [("هوفستاد", 0.72)]),
        (("يوسف الشاهد", "PER", 0.9), "وأضاف الشاهد", [("الشاهد", 0.72)]),
        (("يوسف الشاهد", "PER", 0.9), "الوزير الشاهد", [("الشاهد", 0.72)]),
        (("يوسف الشاهد", "PER", 0.9), "غاب الشاهد", []),
        (("يوسف الشاهد", "PER", 0.9), "الشاهد", []),
    ],
)
def test_where_names_recur(field_with, named, text, found):
    """Letters attached cost something; titles of works need marks, a family name that is a word speech or a title."""
    table = recurring_names([field_with(named[0], named)])
    other = field_with(text)
    assert [(text[one.start : one.end], round(one.score, 2)) for one in recurrences(other, table)] == found
