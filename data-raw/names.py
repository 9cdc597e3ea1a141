"""Build data/generated/person_names.tsv, known_names.tsv, org_words.tsv and nationalities.tsv.

person_names: given and family names, from Faker 40.54.0 (MIT), the famous persons of arwikicats 0.2.3 (MIT) and the
persons of the tagged corpora. known_names: organisations and persons that the tagged corpora name and hardly ever use
otherwise. org_words: words that go on an organisation's name («… العام التونسي للشغل»). nationalities: arwikicats.

    python data-raw/names.py --sources DIR       (after common_words.py and places.py; needs wordfreq)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import upstream

SHORTEST = 3
SECOND_SPELLINGS = {  # of adjectives that the list has in another form, and the continents
    "اميرك": "أمريكا",
    "اوروب": "أوروبا",
    "اورب": "أوروبا",
    "افريق": "أفريقيا",
    "اسيو": "آسيا",
    "هولاند": "هولندا",
    "انكليز": "إنجلترا",
    "سوفيات": "الاتحاد السوفيتي",
    "تايلاند": "تايلاند",
    "صهيون": "إسرائيل",
    "هندور": "هندوراس",
    "سلفادور": "السلفادور",
    "كونغول": "الكونغو",
    "بوركين": "بوركينا فاسو",
    "اذر": "أذربيجان",
    "ارمن": "أرمينيا",
    "اوزبك": "أوزبكستان",
    "كازاخ": "كازاخستان",
    "قرغيز": "قيرغيزستان",
    "مولداف": "مولدوفا",
    "كرد": "كردستان",
    "ايفوار": "ساحل العاج",
    "باراغوايان": "باراغواي",
    "اوروغوايان": "أوروغواي",
}
TWICE = 2
SURE = 0.8
CLITICS = "وفبلك"
LEAST_SHARE = 10 ** (2.0 - 9)  # of running text: a rarer word says nothing of its first letter


def persons(folder: Path) -> Iterator[tuple[str, str]]:
    """Words of persons' names as (word, given or family)."""
    for name, kind, _ in upstream.rows_of(folder, "gazetteers/faker_person_names_ar.tsv"):
        if kind.startswith(("first", "last")):
            for word in upstream.key(name).split():
                yield word, "given" if kind.startswith("first") else "family"
    for name in upstream.json_of(folder, "gazetteers/arwikicats/peoples.json").values():
        words = upstream.key(name).split()
        if len(words) == TWICE and upstream.ARABIC.fullmatch(upstream.key(name)):
            yield words[0], "given"
            yield words[1], "family"
    for sentence in upstream.sentences(folder):
        for start, end, kind in upstream.names(sentence):
            words = [word for word, _ in sentence[start:end]]
            if kind == "PER" and len(words) > 1:
                yield words[0], "given"
                for word in words[1:]:
                    yield word, "family"


def person_names(folder: Path, words: set[str]) -> Iterator[list[str]]:
    """The rows of person_names, words that are also nouns marked; plain words and names kept by hand are left out."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, kind in persons(folder):
        kinds[word][kind] += 1
    people: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        for word, _ in sentence:
            total[word] += 1
        for start, end, kind in upstream.names(sentence):
            people.update(word for word, _ in sentence[start:end] if kind == "PER")
    shares = upstream.frequencies()
    kept = {upstream.key(row[0]) for row in upstream.lexicon("given_and_family_names")}
    for word, counts in kinds.items():
        rest = word[1:]
        glued = word[0] in CLITICS and rest in kinds and shares[word] < max(shares[rest], LEAST_SHARE)
        if (
            len(word) < SHORTEST
            or word in heads()
            or word in kept
            or not upstream.ARABIC.fullmatch(word)
            or glued
            or (total[word] > TWICE and people[word] < total[word] / 2)
        ):
            continue
        plain = word in words or word.removeprefix("ال") in words
        sure = not plain or people[word] >= SURE * total[word] > TWICE
        yield [word, "given" if counts["given"] >= counts["family"] else "family", "" if sure else "word"]


def known_names(folder: Path, words: set[str]) -> Iterator[list[str]]:
    """The rows of known_names: names of the corpora, counted against every occurrence of the same words there."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    runs: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        for start, end, kind in upstream.names(sentence):
            counts[" ".join(word for word, _ in sentence[start:end])][kind] += 1
    longest = max(name.count(" ") for name in counts) + 1
    for sentence in upstream.sentences(folder):
        plain = [word for word, _ in sentence]
        for start in range(len(plain)):
            for end in range(start + 1, min(start + longest, len(plain)) + 1):
                run = " ".join(plain[start:end])
                if run in counts:
                    runs[run] += 1
    for name, kinds in counts.items():
        kind, count = min(kinds.items(), key=lambda item: (-item[1], item[0]))
        parts = name.split()
        if (
            kind in {"ORG", "PER"}
            and count >= SURE * runs[name]
            and upstream.ARABIC.fullmatch(name)
            and plausible(parts, count, words, counts)
        ):
            yield [name, kind]


def heads() -> set[str]:
    """The title words and heads that stand outside a name, and the links inside one."""
    roles = {"title", "before", "link", "endlink"}
    return {upstream.key(row[0]) for row in upstream.lexicon("name_heads") if row[1] in roles}


def plausible(parts: list[str], count: int, words: set[str], counts: dict[str, Counter[str]]) -> bool:
    """Whether a name is more than a chance of the corpus: seen twice or of several words, and no plain words alone."""
    if min(map(len, parts)) < TWICE or (parts[0][0] in CLITICS and " ".join([parts[0][1:], *parts[1:]]) in counts):
        return False
    if parts[0].startswith("لل") or parts[0] in {"و", "في", "من", "ال"} or parts[0] in heads():
        return False
    if len(parts) == 1:
        return count > TWICE and len(parts[0]) > SHORTEST and parts[0] not in words
    return count > TWICE or not all(part in words or part.removeprefix("ال") in words for part in parts)


def org_words(folder: Path) -> Iterator[list[str]]:
    """The rows of org_words: definite words and words with ل that the corpora put inside an organisation's name."""
    inside: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for sentence in upstream.sentences(folder):
        for start, end, kind in upstream.names(sentence):
            if kind == "ORG":
                inside.update(word for word, _ in sentence[start + 1 : end])
                after.update(word for word, _ in sentence[end : end + 1])
    for word, count in inside.items():
        if word.startswith(("ال", "ل")) and len(word) > len("الامن") - 1 and count > 2 * after[word]:
            yield [word]


def nationalities(folder: Path) -> Iterator[list[str]]:
    """The rows of nationalities: the definite adjective of a people, masculine and feminine, and its country."""
    for row in upstream.json_of(folder, "gazetteers/arwikicats/nationalities_data.json").values():
        for form in (row["the_male"], row["the_female"]):
            if form and " " not in form:
                yield [upstream.key(form), row["ar"]]
    for stem, country in SECOND_SPELLINGS.items():
        yield [f"ال{stem}ي", country]
        yield [f"ال{stem}يه", country]


def main() -> None:
    """Write the lexicons."""
    folder = upstream.sources()
    words = upstream.common_words()
    upstream.write("person_names", ("name", "kind", "doubt"), person_names(folder, words))
    upstream.write("known_names", ("name", "type"), known_names(folder, words))
    upstream.write("org_words", ("word",), org_words(folder))
    upstream.write("nationalities", ("adjective", "country"), nationalities(folder))


if __name__ == "__main__":
    main()
