"""A field's tokens as the claim patterns look them up."""

from __future__ import annotations

import pytest

from arcorpus.claims.field_tokens import conjunction_length
from arcorpus.types import Span


def test_offsets_and_indices(passage):
    """Tokens are found by offset from either side, and spans give their surface."""
    found = passage("قال: نعم سنعود")
    assert found.starts == [0, 3, 5, 9]
    assert [found.index_from(offset) for offset in (0, 1, 3, 5, 10)] == [0, 1, 1, 2, 4]
    assert [found.index_holding(offset) for offset in (0, 2, 3, 7, 99)] == [0, 0, 1, 2, 3]
    assert found.surface(Span(5, 8)) == "نعم"
    assert found.end_before(1) == 3
    assert found.token(3).text == "سنعود"
    assert passage("  قال").index_holding(0) == 0


def test_each_token_knows_its_name(passage):
    """A name holds its tokens, the first with the letter attached to it, and no others."""
    found = passage("زار بباريس القديمة وحدها", ("باريس القديمة", "LOC"))
    assert [mention is not None for mention in found.mention_of] == [False, True, True, False]


def test_quotations_are_speech_from_three_words_on_and_no_names(passage):
    """What is quoted is speech from three words on; a name in marks is no quotation, but its marks are a pair."""
    text = "قال «نعم نريد ذلك» عن «نعم الغريب» في «دار الكتب الوطنية»"
    found = passage(text, ("دار الكتب الوطنية", "ORG"))
    assert [found.surface(quote) for quote in found.quotes] == ["نعم نريد ذلك", "نعم الغريب"]
    assert found.is_speech == [True, False]
    numbers = dict(zip((token.text for token in found.field.tokens), found.quote_of, strict=True))
    assert [numbers[word] for word in ("قال", "نريد", "ذلك", "عن", "الغريب", "الكتب")] == [-1, 0, 0, -1, 1, -1]
    assert text.index("دار") in found.paired_marks


def test_sentences_are_counted(passage):
    """Every offset belongs to the sentence that began last."""
    text = "ذهب الوفد. عاد الوفد."
    found = passage(text)
    assert [found.sentence_number(offset) for offset in (0, 5, text.index("عاد"), len(text))] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("text", "start", "count"),
    [("بتوفير الماء", 1, 2), ("ماء، و3 آلاف!", 0, 4), ("، ماء", 0, 1), ("ماء بارد", 4, 1), ("قبل ماء", 3, 1)],
)
def test_words_and_numbers_count(passage, text, start, count):
    """Marks do not count; a word of which only an attached letter lies before the span does."""
    assert passage(text).word_count(Span(start, len(text))) == count


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  ، سنحدد موقفنا، ", "سنحدد موقفنا"),
        ("…سنعود.", "سنعود"),
        ("\n«سنعود»\t", "«سنعود»"),
        ("سنعود؟", "سنعود؟"),
        ("، ؛ ", ""),
        ("أ", "أ"),
    ],
)
def test_spans_lose_pauses_at_their_borders(passage, text, kept):
    """White space, pauses and full stops go; quotation and question marks stay."""
    found = passage(text)
    assert found.surface(found.trimmed(0, len(text))) == kept


@pytest.mark.parametrize(("word", "length"), [("وقال", 1), ("فقال", 1), ("ورد", 0), ("قالت", 0), ("وردت", 1)])
def test_a_conjunction_needs_a_word_behind_it(word, length):
    """و and ف may be conjunctions before three letters or more."""
    assert conjunction_length(word) == length


def test_a_token_without_what_is_attached(passage):
    """The core has no clitics, the unjoined word only no conjunction."""
    found = passage("وببيانها قال")
    assert (found.core(0), found.proclitics(0), found.unjoined(0)) == ("بيان", "وب", "ببيانها")
    assert (found.core(1), found.proclitics(1), found.unjoined(1)) == ("قال", "", "قال")
