"""CAMeL Tools' analyses in the program's terms, with a stand-in for its disambiguator: no data are needed."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from arcorpus import plugins
from arcorpus.errors import MissingExtra
from arcorpus.morph import analyser, camel
from arcorpus.text.tokenizer import tokenize
from arcorpus.types import Span

GIVEN = {
    "الشركات": {"lex": "شَرِكَة", "pos": "noun", "root": "ش.ر.ك"},
    "أعلنت": {"lex": "أَعْلَن_1", "pos": "verb", "root": "ع.ل.ن"},
    "التي": {"lex": "الَّذِي", "pos": "pron_rel", "root": "NTWS"},
    "لن": {"lex": "لَن", "pos": "part_neg", "root": "NTWS"},
    "باريس": {"lex": "باريس", "pos": "noun_prop", "root": "NTWS"},
}


class StandIn:
    """Analyses from a table, as CAMeL Tools' disambiguator gives them."""

    def disambiguate(self, sentence):
        """The analyses of each word; none for a word that the table lacks."""
        rows = [[SimpleNamespace(analysis=GIVEN[word])] if word in GIVEN else [] for word in sentence]
        return [SimpleNamespace(word=word, analyses=row) for word, row in zip(sentence, rows, strict=True)]


@pytest.fixture
def _installed(monkeypatch):
    """CAMeL Tools with its data, as far as the member asks for it."""
    monkeypatch.setattr(camel, "load", StandIn)


@pytest.mark.usefixtures("_installed")
def test_analyses_come_in_the_programs_terms():
    """Lemmas lose their vowel signs and numbers, tags become UD's, roots lose their dots and go where there is none."""
    found = camel.analyse(tokenize("أَعْلَنَت الشركات التي لن باريس"))
    assert found == (
        ("أعلن", "VERB", "علن"),
        ("شركة", "NOUN", "شرك"),
        ("الذي", "PRON", None),
        ("لن", "PART", None),
        ("باريس", "PROPN", None),
    )


@pytest.mark.usefixtures("_installed")
def test_what_camel_does_not_know_is_analysed_by_the_program():
    """Names, marks and words without an analysis are as the program's own lexicon has them."""
    tokens = tokenize("أعلنت الشركات عن GPT-4.")
    own = analyser.analyse(tokens, [Span(6, 13)])
    found = camel.analyse(tokens, [Span(6, 13)])
    assert found[0] == ("أعلن", "VERB", "علن")
    assert found[1:] == own[1:]
    assert found[1].pos == "PROPN"


def test_without_its_data_the_command_that_gets_them_is_told(monkeypatch, tmp_path):
    """Nothing is fetched: the error holds CAMeL Tools' own command."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    camel.load.cache_clear()
    with pytest.raises(MissingExtra, match="`camel_data -i disambig-mle-calima-msa-r13`"):
        camel.analyse(tokenize("كتب"))
    assert list(tmp_path.iterdir()) == []


def test_the_default_member_is_the_programs_own():
    """The room's first member is the lexicon, with the same analyses as the module."""
    tokens = tokenize("أعلنت الشركات عن نموذج جديد")
    assert plugins.load("morph", "lexicon").analyse(tokens, ()) == analyser.analyse(tokens)
