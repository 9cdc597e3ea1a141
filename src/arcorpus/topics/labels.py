"""What a topic is called: its most salient noun phrases, in the forms in which the corpus writes them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from arcorpus.text.letters import ARTICLE
from arcorpus.topics.ctfidf import salient_terms
from arcorpus.topics.document_terms import EncodedCorpus
from arcorpus.topics.noun_phrases import Phrase, choose, count_phrases, fullest_phrase
from arcorpus.topics.terms import NOUN, WEAK
from arcorpus.types import Term

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

TERMS = 12
"""Terms of a topic."""

_LABEL = 3  # phrases of a label
_DEFINITE = 0.25  # of a lone word's occurrences that have the article, for it to be shown with it


class TopicName(NamedTuple):
    """What a topic is called and what is said in it.

    Attributes:
        label: a few phrases, joined by «، ».
        terms: its phrases with their weights, the weightiest first.
    """

    label: str
    terms: tuple[Term, ...]


def label_topics(corpus: EncodedCorpus, counts: csr_matrix, members: Sequence[Sequence[int]]) -> list[TopicName]:
    """The label of each group, and its terms in their most usual forms."""
    if not members:
        return []
    labels, chosen = [], []
    shown = [kind if kind == WEAK else NOUN for kind in corpus.kinds]
    for rows, told in zip(members, salient_terms(corpus, counts, members), strict=True):
        found = count_phrases((corpus.words[row] for row in rows), corpus.kinds)
        terms = choose(found, told, TERMS, corpus.kinds, corpus.spelling)
        terms = terms or choose(found, told, TERMS, shown, corpus.spelling)
        chosen.append(terms)
        labels.append(_label(corpus, [phrase for phrase, _ in terms], found))
    written = written_forms(corpus, {p for group in chosen for p, _ in group} | {p for group in labels for p in group})
    return [
        TopicName(
            "، ".join(written[phrase] for phrase in label),
            tuple(Term(written[phrase], round(weight, 6)) for phrase, weight in terms),
        )
        for label, terms in zip(labels, chosen, strict=True)
    ]


def _label(corpus: EncodedCorpus, terms: Sequence[Phrase], counts: Mapping[Phrase, int]) -> list[Phrase]:
    """The phrases that name a group: its first terms, lone words in the phrase in which they are said."""
    told: list[Phrase] = []
    for phrase in [fullest_phrase(term, counts, corpus.spelling) for term in terms]:
        if not corpus.is_generic(phrase) and not any(set(phrase) & set(other) for other in told):
            told.append(phrase)
    return told[:_LABEL] or list(terms[:1])


def written_forms(corpus: EncodedCorpus, wanted: set[Phrase]) -> dict[Phrase, str]:
    """The most usual written form of each of the wanted phrases."""
    found: defaultdict[Phrase, Counter[tuple[int, ...]]] = defaultdict(Counter)
    firsts: defaultdict[int, set[int]] = defaultdict(set)
    for phrase in wanted:
        firsts[phrase[0]].add(len(phrase))
    for words, shown in zip(corpus.words, corpus.shown, strict=True):
        for start, word in enumerate(words):
            for length in firsts.get(word, ()):
                phrase = tuple(words[start : start + length])
                if phrase in wanted:
                    found[phrase][tuple(shown[start : start + length])] += 1
    return {phrase: _most_usual(corpus.forms, forms) for phrase, forms in found.items()}


def _most_usual(forms: Sequence[str], counts: Mapping[tuple[int, ...], int]) -> str:
    """The most frequent of several ways to write a phrase; of a lone word, with the article if it often has it."""
    texts = {" ".join(forms[number] for number in row): n for row, n in counts.items()}
    definite = {text: n for text, n in texts.items() if text.startswith(ARTICLE) and " " not in text}
    if sum(definite.values()) >= _DEFINITE * sum(texts.values()):
        texts = definite
    return min(texts, key=lambda text: (-texts[text], len(text), text))
