"""Build data/lexicons/common_words.tsv: words of the language, which a name does not go on into.

A word is common when its relatives occur beside it: الشركة beside شركة, تقول beside يقول. Names have hardly any
(ترامب is 600 times as frequent as all its relatives together), however frequent they are. Words that the tagged
corpora hold often enough are judged by their tags instead.

    python data-raw/common_words.py --sources DIR        (needs wordfreq, see upstream.py)
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import upstream

LEAST_SHARE = 10 ** (2.5 - 9)  # of running text: rarer words have too few relatives to be judged
LEAST_RELATIVES = 0.03         # relatives' frequency over the word's own
LEAST_KINDS = 3                # different relatives seen
SURE_TAGS = 3
TWO = 2
SUFFIXES = ("ها", "هم", "نا", "هما", "كم", "وا", "ون", "ين", "ات", "ان", "تها", "تهم", "ه", "ت")


def relatives(word: str) -> set[str]:
    """The forms that a common word has beside `word`: with the article, with endings, of the other persons."""
    if word.startswith("ال"):
        base = word[2:]
        return {base, base + "ه", *(base + s for s in SUFFIXES), word + "ه", word + "ين", word + "ات"}
    found = {"ال" + word, *(word + s for s in SUFFIXES), *(p + word for p in "يتن")}
    if word.endswith("ه"):
        found |= {word[:-1], word[:-1] + "ات", *(word[:-1] + "ت" + s for s in ("ها", "هم", "نا", "ه"))}
    if word[0] in "يتنا":
        found |= {p + word[1:] for p in "يتنا" if p != word[0]}
    return found - {word}


def judge_tags(folder: Path) -> dict[str, bool]:
    """Words seen often enough in the tagged corpora: whether they are common (True) or names (False)."""
    inside: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        for word, tag in sentence:
            total[word] += 1
            inside[word] += tag != "O"
    verdict = {}
    for word, count in total.items():
        share = inside[word] / count
        if count >= SURE_TAGS and share <= 1 / 5:
            verdict[word] = True
        elif inside[word] >= TWO and share >= 3 / 5:
            verdict[word] = False
    return verdict


def common(folder: Path) -> set[str]:
    """The common words of the language, folded."""
    shares = upstream.frequencies()
    verdict = judge_tags(folder)
    found = {word for word, is_common in verdict.items() if is_common}
    for word, share in shares.items():
        if share < LEAST_SHARE or len(word) < TWO or word in verdict:
            continue
        seen = [shares[form] for form in relatives(word) if form in shares]
        if len(seen) >= LEAST_KINDS and sum(seen) >= LEAST_RELATIVES * share:
            found.add(word)
    for name in ("stopwords/stopwords_iso_ar.txt", "stopwords/mohataher_list.txt"):
        found |= {upstream.key(line.rstrip("?")) for line in upstream.text_of(folder, name).splitlines()}
    return {word for word in found if upstream.ARABIC.fullmatch(word) and " " not in word}


def derived(word: str, words: set[str]) -> bool:
    """Whether the program finds `word` common by cutting an attached letter off a word that is listed."""
    rests = [word[len(p):] for p in ("وال", "فال", "بال", "كال", "ال", "و", "ف") if word.startswith(p)]
    rests += [word[:-len(s)] for s in ("ها", "هم", "نا", "هما") if word.endswith(s)]
    return any(len(rest) > TWO and rest in words for rest in rests)


def main() -> None:
    """Write the lexicon."""
    words = common(upstream.sources())
    upstream.write("common_words", ("word",), ([word] for word in words if not derived(word, words)))


if __name__ == "__main__":
    main()
