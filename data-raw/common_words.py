"""Build data/generated/common_words.tsv: words of the language, which a name does not go on into.

A few rows are marked `name`: names that only look like a word with a letter attached.

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
LEAST_RELATIVES = 0.03  # relatives' frequency over the word's own, when there are several
LEAST_KINDS = 3  # different relatives seen
ENOUGH_RELATIVES = 0.3  # the same, when there are fewer
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
        total.update(word for word, _ in sentence)
        for start, end, kind in upstream.names(sentence):
            if kind == "PER" or end == start + 1:  # other names hold generic words: «حزب», «مدينة»
                inside.update(word for word, _ in sentence[start:end])
    outside = Counter(word for sentence in upstream.sentences(folder) for word, tag in sentence if tag == "O")
    verdict = {}
    for word, count in total.items():
        if count >= SURE_TAGS and outside[word] >= 4 * count / 5:
            verdict[word] = True
        elif inside[word] >= TWO and inside[word] >= 3 * count / 5:
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
        forms = [form for form in relatives(word) if form in shares]
        if all(form[1:] == word[1:] for form in forms):
            continue  # تانغ is no other person of يانغ: a verb has endings too
        seen = [shares[form] for form in forms]
        if sum(seen) >= (LEAST_RELATIVES if len(seen) >= LEAST_KINDS else ENOUGH_RELATIVES) * share:
            found.add(word)
    for name in ("stopwords/stopwords_iso_ar.txt", "stopwords/mohataher_list.txt"):
        found |= {upstream.key(line.rstrip("?")) for line in upstream.text_of(folder, name).splitlines()}
    return {word for word in found if upstream.ARABIC.fullmatch(word) and " " not in word}


def derived(word: str, words: set[str]) -> bool:
    """Whether the program finds `word` common by cutting an attached letter off a word that is listed."""
    rests = [word[len(p) :] for p in ("وال", "فال", "بال", "كال", "ال", "و") if word.startswith(p)]
    rests += [word[: -len(s)] for s in ("ها", "هم", "نا", "هما") if word.endswith(s)]
    return any(len(rest) > TWO and rest in words for rest in rests)


def foreign(words: set[str]) -> set[str]:
    """Names that look like a word with a letter attached, but are too frequent for that: باديس is not ب with اديس."""
    shares = upstream.frequencies()
    return {
        word
        for word, share in shares.items()
        if share >= LEAST_SHARE
        and word not in words
        and word[0] in "بلكوف"
        and len(word) > TWO + 1
        and not word.startswith("لل")
        and word[1:] in words
        and share > shares[word[1:]] / 2
    }


def main() -> None:
    """Write the lexicon."""
    words = common(upstream.sources())
    rows = [[word, ""] for word in words if not derived(word, words)]
    upstream.write("common_words", ("word", "name"), [*rows, *([word, "name"] for word in foreign(words))])


if __name__ == "__main__":
    main()
