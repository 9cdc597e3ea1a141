"""Build data/generated/currencies.tsv: Arabic names and signs of the currencies in use, with their ISO 4217 codes.

From the Unicode CLDR as the package Babel carries it, and the names of data-raw/currency_names.tsv that CLDR lacks.

    python data-raw/currencies.py        (needs Babel)
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from importlib.metadata import version

import upstream

BABEL = "2.18.0"
WORD = re.compile("[\u0621-\u064a]+")
MARKS = re.compile("[\u064b-\u0652\u200e\u200f]")


def territories() -> dict[str, list[str]]:
    """The countries where each currency is legal tender now, by its code."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    found: dict[str, list[str]] = defaultdict(list)
    for country in map(str, Locale.parse("ar").territories):
        if re.fullmatch("[A-Z]{2}", country):
            for code in map(str, get_territory_currencies(country)):
                found[code].append(country)
    return found


def hand_made() -> list[list[str]]:
    """The rows of currency_names.tsv."""
    path = upstream.ROOT / "data-raw" / "currency_names.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def main() -> None:
    """Write the lexicon."""
    from babel import Locale

    if version("babel") != BABEL:
        sys.exit(f"Babel {BABEL} is needed: pip install babel=={BABEL}")
    locale, countries = Locale.parse("ar"), territories()
    names = [(name.split(" ", 1), code) for code, name in locale.currencies.items() if code in countries]
    rows = [
        ("name", words[0], words[1] if len(words) > 1 else "-", code)
        for words, code in names
        if all(WORD.fullmatch(w) for w in " ".join(words).split())
    ]
    rows += [("name", word, qualifier, code) for word, qualifier, code in hand_made()]
    rows += [
        ("sign", MARKS.sub("", locale.currency_symbols[code]).strip("."), "-", code)
        for code in countries
        if code in locale.currency_symbols and locale.currency_symbols[code] != code
    ]
    rows += [
        ("sign", sign, "-", code)
        for sign, code in (("$", "USD"), ("¥", "JPY"), ("£", "GBP"), ("LE", "EGP"), ("L.E", "EGP"))
    ]
    rows += [("code", code, "-", code) for code in countries]
    upstream.write(
        "currencies",
        ("kind", "word", "qualifier", "code", "countries"),
        [(*row, " ".join(sorted(countries.get(row[3], ())))) for row in rows if row[3] != "-"],
    )


if __name__ == "__main__":
    main()
