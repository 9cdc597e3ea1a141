"""Sums of money and their currencies."""

from __future__ import annotations

import re

import pytest

from arcorpus.resources import lexicon
from arcorpus.text.value_lexer import lexemes
from arcorpus.values.currencies import amount_after, amount_sign, sign_starts
from arcorpus.values.digits import canonical
from arcorpus.values.numerals import cardinal


def amount(text, country=None):
    """The sum of a text that begins with its number, as «value code», and the surface."""
    words = lexemes(text)
    found = amount_after(text, words, cardinal(words, 0), country)
    return found and (f"{canonical(found.value)} {found.currency}", text[: words[found.end - 1].end])


QUALIFIED = {
    "65 مليار دولار في": "65000000000 USD",
    "10 دولارات كندية": "10 CAD",
    "5 دنانير كويتية": "5 KWD",
    "5 دنانير تونسية": "5 TND",
    "7 دنانير جزائرية": "7 DZD",
    "3 دنانير ليبية": "3 LYD",
    "100 دينار عراقي": "100 IQD",
    "9 دنانير أردنية": "9 JOD",
    "4 دنانير بحرينية": "4 BHD",
    "مليون ليرة لبنانية": "1000000 LBP",
    "1000 ليرة سورية": "1000 SYP",
    "20 ليرة تركية": "20 TRY",
    "3 جنيهات مصرية": "3 EGP",
    "8 جنيهات سودانية": "8 SDG",
    "3 جنيهات إسترلينية": "3 GBP",
    "50 درهما إماراتيا": "50 AED",
    "50 درهم إماراتي": "50 AED",
    "50 درهما مغربيا": "50 MAD",
    "2 مليون درهم مغربي": "2000000 MAD",
    "40 ريال سعودي": "40 SAR",
    "6 ريالات قطرية": "6 QAR",
    "6 ريالات عمانية": "6 OMR",
    "6 ريالات يمنية": "6 YER",
    "6 ريالات إيرانية": "6 IRR",
    "180 مليون أورو": "180000000 EUR",
    "5 يورو": "5 EUR",
    "90 فرنكا سويسريا": "90 CHF",
    "90 فرنك سويسري": "90 CHF",
    "90 فرنك جيبوتي": "90 DJF",
    "5 شلن صومالي": "5 SOS",
    "10 أوقيات موريتانية": "10 MRU",
    "30 روبل": "30 RUB",
    "9 ين": "9 JPY",
    "100 يوان صيني": "100 CNY",
    "3 شواكل": "3 ILS",
    "10 روبيات هندية": "10 INR",
    "5$": "5 USD",
    "5 €": "5 EUR",
    "5 USD": "5 USD",
    "20 د.ك": "20 KWD",
    "5 د.ت": "5 TND",
    "7 ر.س": "7 SAR",
    "50 سنتا": "0.5 USD",
    "75 بنسا": "0.75 GBP",
    "100 هللة": "1 SAR",
    "مليارات الدولارات": "1000000000 USD",
    "مئات الآلاف من الدولارات": "100000 USD",
    "خمسين ألف دولار أميركي": "50000 USD",
}


@pytest.mark.parametrize(("text", "value"), QUALIFIED.items())
def test_currencies_of_the_press(text, value):
    """Words, qualifiers, signs and codes of all Arab states and the usual others lead to ISO 4217 codes."""
    assert amount(text)[0] == value


@pytest.mark.parametrize(
    ("text", "country", "value"),
    [
        ("5 دنانير", None, "5 دينار"),
        ("5 دنانير", "TN", "5 TND"),
        ("5 دنانير", "IQ", "5 IQD"),
        ("مليون ليرة", "LB", "1000000 LBP"),
        ("9 ريالات", "YE", "9 YER"),
        ("9 جنيهات", "EG", "9 EGP"),
        ("50 درهما", "MA", "50 MAD"),
        ("50 درهما", "XX", "50 درهم"),
        ("5 دنانير كويتية", "TN", "5 KWD"),
        ("5 دولارات", "CA", "5 USD"),
        ("100 فلس", "KW", "0.1 KWD"),
        ("50 قرشا", "EG", "0.5 EGP"),
        ("50 قرشا", None, "50 قرش"),
        ("500 مليم", None, "0.5 TND"),
    ],
)
def test_the_country_tells_what_the_words_leave_open(text, country, value):
    """A bare word is the country's currency when it has one of that name, else stays the word; a dollar is American."""
    assert amount(text, country)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 دنانير و500 مليم", "3.5 TND"),
        ("5 دولارات و20 سنتا", "5.2 USD"),
        ("2 مليون دينار و482 دينارا", "2000482 دينار"),
    ],
)
def test_subunits_are_added(text, value):
    """What و adds in the same money is part of the sum."""
    assert amount(text) == (value, text)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("5 دولارات للبرميل", "5 دولارات"),
        ("3 جنيهات إسترلينية فقط", "3 جنيهات إسترلينية"),
        ("5 ملايين يورو سنويا", "5 ملايين يورو"),
        ("20 د.ك. فقط", "20 د.ك"),
    ],
)
def test_a_sum_ends_with_its_currency(text, surface):
    """The currency's name with its qualifier closes the span."""
    assert amount(text)[1] == surface


@pytest.mark.parametrize("text", ["5 أشخاص", "5", "5 الدولار", "5 من الدولارات", "5 usd", "10 والدينار"])
def test_what_is_no_sum(text):
    """A number without a currency of its own is no money."""
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "code"), [("US$ 5", "USD"), ("$5", "USD"), ("€5", "EUR"), ("SAR 5", "SAR"), ("د.إ 5", "AED")]
)
def test_signs_before_a_number(text, code):
    """A sign or an ISO code is known where it stands."""
    words = lexemes(text)
    found, end = amount_sign(text, words, 0)
    assert (found, words[end].form) == (code, "5")
    assert words[0].form in sign_starts()


def test_every_code_is_iso_4217_and_every_arab_state_has_one():
    """Codes are three capitals, and the currencies of the Arab League's states are all there."""
    rows = lexicon("currencies")
    assert all(re.fullmatch("[A-Z]{3}", row["code"]) for row in rows)
    league = {
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
    }
    held = {country for row in rows for country in row["countries"].split()}
    assert league | {"SO", "SY", "TN", "YE"} <= held
